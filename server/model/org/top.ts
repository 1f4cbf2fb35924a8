import { memo } from "../../base/memo.ts";
import type { Role } from "../../knowledge/catalogues.ts";
import { all, given, not, type Truth, truth } from "../words/fact.ts";
import type { Sayable } from "../words/words.ts";
import type { Post, Unit } from "./entities.ts";
import { lineOf } from "./lines.ts";
import { thePost } from "./names.ts";
import { type Org, unitOf } from "./org.ts";

/** Where a line can end: what to write into a reference, and how a message names it ("the CEO", "the board"). */
export interface Top {
  readonly id: string;
  readonly name: Sayable;
}

/** The roles that head an organization, whichever of them it has. */
export const headRoles = ["ceo", "agency-head", "owner"] as const satisfies readonly Role[];

/**
 * The head of the organization: its CEO, else its agency head, else its owner; near a unit, or a post in one, the unit's own
 * head comes first. A file that names none of them still has one, so the CEO stands in, unless it says that there is none.
 */
export function headOf(org: Org, near?: Post | Unit): Top | undefined {
  const posts = org.posts(...headRoles);
  const unit = near?.entity === "unit" ? near.id : near && unitOf(near);
  const own = unit === undefined ? undefined : posts.find((post) => unitOf(post) === unit);
  const head = own ?? posts.find((post) => post.unit.is === "none");
  if (head) return { id: head.id, name: nameOf(head) };
  const role = given(org.data.organization.sector) === "federal-agency" ? "agency-head" : "ceo";
  return org.whole.exists(role) === "no" ? undefined : { id: role, name: `the ${org.knowledge.roles.nameOf(role)}` };
}

/**
 * Who heads a federal agency, by the posts and the body that the file has: its head; its board, or whoever chairs that,
 * where there is no such post; else whoever stands at the top of a post's line. Nobody whom the file does not name.
 */
export function agencyHeadOf(org: Org, below: Post): Top | undefined {
  const head = org.posts("agency-head").find((post) => post.unit.is === "none" && post.written);
  if (head) return { id: head.id, name: nameOf(head) };
  if (boardHeadsAgency(org) === "yes") return { id: "board", name: ["the board"] };
  const top = lineOf(org, below).steps.findLast((step) => step.entity === "post" && step.written);
  return top?.entity === "post" && given(below.reportsTo) !== undefined && directSuperiorId(below) !== top.id
    ? { id: top.id, name: nameOf(top) }
    : undefined;
}

const directSuperiorId = ({ reportsTo }: Post): string | undefined => {
  const ref = given(reportsTo);
  return ref?.to === "post" ? ref.id : undefined;
};

/** Whether a board or a commission heads a federal agency: where nobody else does, and the file knows of one. */
export const boardHeadsAgency = (org: Org): Truth => all(truth(hasBoard(org)), not(org.whole.exists("agency-head")));

/** The board; the owner where the file has an owner and no board. */
export function boardOf(org: Org): Top {
  const owner = org.posts("owner").find((post) => post.unit.is === "none");
  return owner && !hasBoard(org) ? { id: owner.id, name: nameOf(owner) } : { id: "board", name: "the board" };
}

/** What whoever heads an organization, or sits with its executives, is called, in the languages of our clients. */
const headlike = new RegExp(
  [
    "(managing|executive|general) director|director general|secretary general|general manager|managing partner",
    "(?<!vice )president|chief executive|chief operating|executive|ceo|coo|chair(man|woman|person)?",
    "owner|founder|proprietor|mayor|governor|principal|rector|city manager|administrator",
    "gesch(ä|a|ae)ftsf(ü|u|ue)hr\\w*|gesch(ä|a|ae)ftsleit\\w*|vorst(a|ä|ae)nd\\w*|b(ü|u|ue)rgermeister\\w*|inhaber\\w*",
    "directeur g[ée]n[ée]ral|directrice g[ée]n[ée]rale|présidente?|presidente|g[ée]rante?",
    "director gerente|gerente general|amministrator\\w* delegat\\w*|algemeen directeur",
  ]
    .map((words) => `\\b(${words})\\b`)
    .join("|"),
  "iu",
);

/** Whether a post's title or id may mean the head of the organization. A reason to ask, never a verdict. */
export function readsLikeHead(post: Post): boolean {
  return [given(post.title) ?? "", post.id].some((text) => headlike.test(text.normalize("NFC").replaceAll("-", " ")));
}

/** An owner is what somebody is, not a title: it is written small. */
const nameOf = (post: Post): Sayable => (post.id === "owner" ? "the owner" : thePost(post));

const hasBoard = memo((org: Org): boolean => {
  const committees = [...org.data.committees.values()];
  return (
    committees.some((committee) => committee.exists === "yes" && given(committee.type) === "board") ||
    org.posts("board-chair").length > 0 ||
    [...org.allPosts, ...committees].some(({ reportsTo }) => given(reportsTo)?.to === "board")
  );
});
