import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import {
  type Activity,
  at,
  type Committee,
  type Org,
  type Place,
  type Post,
  type Provider,
  rule,
  type Sayable,
  type Verdict,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const contradiction = rule({
  id: "contradiction",
  category: "format",
  severity: "warning",
  title: "Two statements that cannot both hold",
  reportTitle: "Two statements of the file contradict each other",
  why: "One of the two is a slip or out of date, and the checks cannot know which. Each of them rests on what the file says, so a contradiction makes other findings doubtful as well.",
  rests: [],
  note: "Five contradictions are looked for: fewer people than posts are held by; a post that does not exist and is referred to; a decision that a vacant post approved; a meeting or an interview that lies in the future; and a section that is declared complete with something in it that nobody asked about.",
  mends: "record",
  avoid: "`cio: none`, and two lines further down somebody who reports to the CIO.",
  prefer: "One of the two corrected, after asking which holds.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 2 }
#                                         ^ warning: contradiction
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  head-hr: { heldBy: Cy Ho, reportsTo: coo }
  #                                    ^^^ warning: contradiction
  coo: none
providers:
  datafort: not-asked
coverage: { providers: complete }
#                      ^^^^^^^^ warning: contradiction
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 3 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  head-hr: { heldBy: Cy Ho, reportsTo: ceo }
  coo: none
providers:
  datafort: not-asked
coverage: { providers: partial }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 2-3 }
people:
  Cy Ho: { employedBy: counters }
posts:
  ceo: { heldBy: Ann Ode }
  head-engineering: { heldBy: [Bo Li, Cy Ho], reportsTo: ceo }
  head-hr: { heldBy: Ann Ode, reportsTo: board }
  coo: vacant
  dpo: { heldBy: "provider:counters", reportsTo: coo }
providers:
  counters: { name: Counters Ltd, services: [dpo], overseenBy: ceo }
coverage: { providers: complete }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: unknown }
coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: coo }
  coo: unknown
`,
  },
  *check({ org, today }) {
    yield* headcountBelowHolders(org);
    yield* approvedByNobody(org);
    yield* datesToCome(org, today);
    yield* referencesToNone(org);
    for (const section of ["posts", "committees", "providers", "activities"] as const) {
      if (org.isComplete(section)) yield* notAskedIn(org, section, [...org.data[section].values()], section);
    }
    if (org.isComplete("itPosts") && !org.isComplete("posts")) {
      const posts = [...org.data.posts.values()].filter((post) =>
        ask.itPostRoles.some((role) => role === ask.roleOf(post)),
      );
      yield* notAskedIn(org, "posts", posts, "itPosts");
    }
  },
});

/** A provider's people are not on the payroll. Somebody whose employer was asked for and is not known may be one. */
function* headcountBelowHolders(org: Org): Iterable<Verdict> {
  const headcount = fact.given(org.data.organization.headcount);
  if (!headcount) return;
  const holders = new Map<string, Place>();
  for (const post of org.allPosts) {
    for (const [i, ref] of fact.itemsOf(post.heldBy).entries()) {
      if (ref.to !== "person" || ask.employerOf(org, ref) !== undefined) continue;
      const employer = ask.personOf(org, ref.name)?.employedBy;
      if (employer?.is === "unknown" && employer.why !== "absent") continue;
      if (!holders.has(ask.refKey(ref))) holders.set(ask.refKey(ref), at(post, "heldBy", i));
    }
  }
  if (holders.size <= headcount.max) return;
  yield verdict(["organization", "headcount"], "yes", () => ({
    says: `${holders.size} people hold posts, but the organization is said to have ${people(headcount)}.`,
    reason: "One of the two cannot be right.",
    related: [...holders.values()].slice(0, 5).map((place) => ({ at: place, says: "holds a post" })),
  }));
}

const people = ({ min, max }: { min: number; max: number }): string =>
  max === 1 ? "only 1 person" : `only ${min === max ? max : `${min} to ${max}`} people`;

/** Nobody can have decided as the holder of an empty post. */
function* approvedByNobody(org: Org): Iterable<Verdict> {
  for (const { place, approvedBy } of org.data.accepted) {
    const ref = fact.given(approvedBy);
    const post = ref?.to === "post" ? org.data.posts.get(ref.id) : undefined;
    if (!post || ask.vacant(post) !== "yes") continue;
    yield verdict([...place, "approvedBy"], "yes", () => ({
      says: say.words`${say.sentence(say.thePost(post))} is said to have approved this, but the post is vacant.`,
      reason: "One of the two cannot be right.",
      related: [{ at: post.at, says: "here it says that the post is vacant" }],
    }));
  }
}

/** What has taken place lies in the past. */
function* datesToCome(org: Org, today: string): Iterable<Verdict> {
  for (const committee of org.data.committees.values()) {
    const date = fact.given(committee.lastMet);
    if (date !== undefined && date > today)
      yield verdict(at(committee, "lastMet"), "yes", () => ({
        says: `The ${say.committeeName(committee)} is said to have met on ${ask.dayInWords(date)}, which is yet to come.`,
        reason: "One of the two cannot be right.",
      }));
  }
  for (const { at: place, date: told } of org.data.interviews) {
    const date = fact.given(told);
    if (date !== undefined && date > today)
      yield verdict([...place, "date"], "yes", () => ({
        says: `An interview is said to have taken place on ${ask.dayInWords(date)}, which is yet to come.`,
        reason: "One of the two cannot be right.",
      }));
  }
}

/** Inside `accountable` it is a rule of its own, which knows what to do about it. */
function* referencesToNone(org: Org): Iterable<Verdict> {
  for (const { id, at: place } of org.data.postReferences) {
    const post = org.data.posts.get(id);
    if (post?.exists !== "no" || (place[0] === "activities" && place[2] === "accountable")) continue;
    yield verdict(place, "yes", () => ({
      says: say.words`This refers to ${say.thePost(post)}, but the file says that there is no such post.`,
      reason: "One of the two cannot be right.",
      related: [{ at: post.at, says: "here it says that there is none" }],
    }));
  }
}

type Section = "posts" | "committees" | "providers" | "activities";
type Listed = Post | Committee | Provider | Activity;

/** Stands at the later of the two lines: at each entry, or once at the coverage with the entries beside it. */
function* notAskedIn(org: Org, section: Section, entries: readonly Listed[], declared: string): Iterable<Verdict> {
  const open = entries.filter(({ exists }) => fact.isCannotTell(exists) && exists.needs[0]?.why === "not-asked");
  if (open.length === 0) return;
  const coverage: Place = ["coverage", declared];
  const order = [...org.data.sections];
  const complete = `the ${declared === "itPosts" ? "posts of IT and security" : section} are said to be complete`;
  if (order.indexOf("coverage") < order.indexOf(section)) {
    for (const entry of open) {
      yield verdict(entry.at, "yes", () => ({
        says: say.words`Nobody has asked about ${nameOf(entry)} yet, but ${complete}.`,
        related: [{ at: coverage, says: "here they are said to be complete" }],
      }));
    }
    return;
  }
  yield verdict(coverage, "yes", () => ({
    says: say.words`It says that ${complete}, but nobody has asked about ${say.joinedBy(open.slice(0, 3).map(nameOf), ", ")}${open.length > 3 ? ` and ${open.length - 3} more` : ""} yet.`,
    related: open.slice(0, 5).map((entry) => ({ at: entry.at, says: "nobody has asked about this yet" })),
  }));
}

function nameOf(entry: Listed): Sayable {
  switch (entry.entity) {
    case "post":
      return say.thePost(entry);
    case "committee":
      return `the ${say.committeeName(entry)}`;
    case "provider":
      return say.providerName(entry);
    default:
      return `“${say.activityName(entry)}”`;
  }
}
