import type { Role } from "../../knowledge/catalogues.ts";
import { add, type Fix, fix } from "../words/change.ts";
import { all, any, given, holds, isCannotTell, missing, not, some, type Truth, truth } from "../words/fact.ts";
import { does } from "../words/remedy-id.ts";
import type { Ref } from "../words/values.ts";
import { joinedBy, type Sayable, words } from "../words/words.ts";
import type { Committee, Post } from "./entities.ts";
import { inPost, shareHolder } from "./holders.ts";
import { lineMeets } from "./lines.ts";
import { theCommittee, thePost } from "./names.ts";
import { held, type Org, unitOf } from "./org.ts";

/** The post of a role that another works with: the first of its own unit, else the first of the organization. */
export function nearest(org: Org, post: Post, role: Role): Post | undefined {
  const posts = org.posts(role);
  return posts.find((one) => unitOf(one) === unitOf(post)) ?? posts[0];
}

/**
 * Whether two posts have different holders, and nothing brings these together: no committee in which both sit (as
 * chair, members or invitees), no line and no dotted line from one to the other. `today` is a date as YYYY-MM-DD.
 */
export function unlinked(org: Org, today: string, a: Post, b: Post): Truth {
  const apart = all(held(a), held(b), not(shareHolder(org, a, b)));
  if (apart === "no" || apart === "left-out") return apart;
  const lines = [lineMeets(org, a, (post) => truth(post === b)), lineMeets(org, b, (post) => truth(post === a))];
  const others = [dottedLine(a, b), dottedLine(b, a), shareCommittee(org, today, a, b)];
  const question = words`Where do ${thePost(a)} and ${thePost(b)} work together: in a committee, or by a dotted line?`;
  return all(apart, not(any(...lines)), not(askingOne(any(...others), question)));
}

const dottedLine = (from: Post, to: Post): Truth =>
  holds(from.dottedLineTo, (refs) => refs.some((ref) => ref.to === "post" && ref.id === to.id));

function shareCommittee(org: Org, today: string, a: Post, b: Post): Truth {
  const committees = [...org.data.committees.values()].filter((committee) => !isDormant(committee, today));
  const shared = some(committees, (committee) =>
    all(committee.exists, sitsIn(org, committee, a), sitsIn(org, committee, b)),
  );
  return org.isComplete("committees") ? shared : any(shared, missing(["committees"]));
}

/** Whether somebody in the post is the chair, a member or an invitee of a committee. */
export function sitsIn(org: Org, committee: Committee, post: Post): Truth {
  return any(seatedOn(org, committee, post), listedIn(org, committee.invitees, post));
}

/** The same without those who are only invited. Members that are listed are all there are, whoever takes the chair. */
export function seatedOn(org: Org, { chair, members }: Committee, post: Post): Truth {
  const chairs = listedIn(org, chair, post);
  return any(isCannotTell(chairs) && members.is !== "unknown" ? "no" : chairs, listedIn(org, members, post));
}

const listedIn = (org: Org, list: Committee["members"], post: Post): Truth =>
  holds(list, (refs) => some(refs, (ref) => seatFor(org, ref, post)));

/** A seat is given to a post: another post's seat is this one's only where one person is known to hold both. */
function seatFor(org: Org, ref: Ref, post: Post): Truth {
  const theirs = inPost(org, ref, post);
  return ref.to === "post" && isCannotTell(theirs) ? "no" : theirs;
}

/** A committee that never meets, or has not met for a year, brings nobody together. */
export function isDormant({ meets, lastMet }: Committee, today: string): boolean {
  const last = given(lastMet);
  const yearBefore = `${String(Number(today.slice(0, 4)) - 1).padStart(4, "0")}${today.slice(4)}`;
  return meets.is === "none" || given(meets) === "never" || (last !== undefined && last < yearBefore);
}

/** One question in place of one for each list that might name the two. */
function askingOne(part: Truth, question: Sayable): Truth {
  if (!isCannotTell(part)) return part;
  const need = part.needs.find(({ why }) => why !== "declined" && why !== "unreadable");
  return need ? { ...part, needs: [{ ...need, question }] } : part;
}

/** Seats both posts on the IT steering committee, where the file has one. */
export function seatOnSteering(org: Org, today: string, posts: readonly Post[]): Fix[] {
  const committee = [...org.data.committees.values()].find(
    (one) => one.exists === "yes" && given(one.type) === "it-steering" && !isDormant(one, today),
  );
  if (!committee) return [];
  const absent = posts.filter((post) => sitsIn(org, committee, post) !== "yes");
  const who =
    absent.length > 1 ? words`both ${joinedBy(absent.map(thePost), " and ")}` : thePost(absent[0] ?? posts[0]!);
  const seats = absent.map((post) => add([...committee.at, "members"], post.id));
  const seat =
    absent.length > 1
      ? does("seat-both-on-<committee>", committee.id)
      : does("add-member-<post>", (absent[0] ?? posts[0]!).id);
  return [
    fix(seat, words`Make ${who} ${absent.length > 1 ? "members" : "a member"} of ${theCommittee(committee)}`, seats),
  ];
}

/** A dotted line from one post to another. */
export const drawDottedLine = (from: Post, to: Post): Fix =>
  fix(does("draw-dotted-line-to-<post>", to.id), words`Draw a dotted line from ${thePost(from)} to ${thePost(to)}`, [
    add([...from.at, "dottedLineTo"], to.id),
  ]);
