import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import { at, type Need, type Org, type Post, rule, type Sayable, type Truth, type Verdict, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const temporaryLeader = rule({
  id: "temporary-leader",
  category: "gap",
  severity: "info",
  title: "A leader of IT or security with little time",
  reportTitle: "A post that heads IT or security is filled for the time being, or beside other work",
  why: "Whoever stands in without an end in sight, comes for a day a week, or has another job first does what is urgent. Plans, rules and difficult decisions wait, and the post looks filled while they do.",
  reason: "Whoever has little time for a post has to choose what to leave undone.",
  rests: ["S1-44"],
  note: "It looks at the head of IT and at the CISO. Days a week count only from 250 people on, since a few days may well be enough for a smaller organization; less than one day counts of a CISO from 50 people on, and of a vCIO from 100. Where several share a post, each one's days are added up; an interim holder counts only where it was asked until when and there is no end. What the article says of a single leader of IT we take to hold for a post with little time.",
  avoid:
    "The head of IT or the CISO is acting with no end set, works fewer than three days a week, or does it on the side.",
  prefer: "The post is filled for good, or for a time that is known, by somebody whose main duty it is.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 400 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, interim: yes, until: none }
  #                                                            ^^^^ info: temporary-leader
  ciso: { heldBy: Eve Roy, reportsTo: ceo, daysPerWeek: 2, primaryDuty: no }
  #                                                     ^ info: temporary-leader
  #                                                                     ^^ info: temporary-leader
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 400 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, interim: yes, until: 2027-03-31 }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, daysPerWeek: 4, primaryDuty: yes }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, interim: no, daysPerWeek: 2 }
  it-manager: { heldBy: Bo Li, reportsTo: cio, interim: yes, until: none, daysPerWeek: 2 }
  ciso: { heldBy: Eve Roy, reportsTo: ceo, daysPerWeek: 2, primaryDuty: yes }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 400 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, interim: yes }
`,
  },
  *check({ org, today }) {
    const heads = org.scopes().flatMap((scope) => ask.headOfIt(scope).post ?? []);
    const officers = ask.leadingGuards(org);
    const leaders = new Set([...heads, ...officers]);
    for (const post of org.posts("vcio")) if (!leaders.has(post)) yield ofFewDays(org, post, fewDays(org, post));
    for (const post of leaders) {
      if (ask.held(post) === "no" || ask.isTermOver(post, today)) continue;
      yield verdict(at(post, "until"), forTheTimeBeing(org, post), () => ({
        says: say.words`${whoIs(org, post)} only for the time being, and no end is set.`,
        reason: "Nobody plans far ahead in a post that may end any day.",
      }));
      yield ofFewDays(
        org,
        post,
        fact.any(fact.allInTurn(org.large(), partTime(org, post)), org.large() === "yes" ? "no" : fewDays(org, post)),
      );
      if (!officers.includes(post)) continue;
      // Of a few days a week bought from a firm nobody has to be asked whether they are the main duty.
      if (post.primaryDuty.is === "unknown" && isBoughtByTheDay(org, post)) continue;
      yield verdict(at(post, "primaryDuty"), fact.not(fact.holds(post.primaryDuty, (yes) => yes)), () => ({
        says: say.words`${whoIs(org, post)} beside another job, which comes first.`,
        cases: ask.roleOf(post) === "ciso" ? ["second-job"] : [],
      }));
    }
  },
});

const ofFewDays = (org: Org, post: Post, violated: Truth): Verdict =>
  verdict(at(post, "daysPerWeek"), violated, () => ({
    says: say.words`${whoIs(org, post)} for ${daysOf(post)} a week.`,
  }));

/** Below a day a week a CISO of 50 people or more, or a vCIO of 100 or more, can hardly follow what happens there. */
function fewDays(org: Org, post: Post): Truth {
  const role = ask.roleOf(post);
  const from = role === "ciso" ? org.thresholds.small : 100;
  if ((role !== "ciso" && role !== "vcio") || ask.held(post) !== "yes") return "no";
  // Few work by the hour who are on the payroll, so that only of others it is worth asking.
  const isOpen = post.daysPerWeek.is === "unknown" && ask.fromOutside(org, { to: "post", id: post.id }) !== "yes";
  const bigEnough = org.headcount((min, max) => (min >= from ? "yes" : max < from ? "no" : undefined));
  return isOpen
    ? "no"
    : fact.allInTurn(
        bigEnough,
        fact.holds(post.daysPerWeek, (days) => daysIn(post, days) < 1),
      );
}

/** The days that several people spend in one post, each for so many. A firm in the post is one. */
const daysIn = (post: Post, each: number): number =>
  each * Math.max(1, fact.itemsOf(post.heldBy).filter(({ to }) => to === "person").length);

function forTheTimeBeing(org: Org, post: Post): Truth {
  const { interim } = post;
  if (interim.is === "unknown") return isBoughtByTheDay(org, post) ? "no" : inOneQuestion(org, interim);
  return fact.holds(interim, (yes) => (yes ? fact.lacking(post.until) : false));
}

/** Whether all who hold a post are of outside firms, and for so few days that nobody takes it for their whole work. */
const isBoughtByTheDay = (org: Org, post: Post): boolean =>
  (fact.given(post.daysPerWeek) ?? 5) < 3 &&
  fact.itemsOf(post.heldBy).length > 0 &&
  fact.itemsOf(post.heldBy).every((ref) => ask.employerOf(org, ref) !== undefined);

/** Where neither is known, one question asks for both. */
function partTime(org: Org, post: Post): Truth {
  const { interim, daysPerWeek } = post;
  const isSilent = daysPerWeek.is === "unknown" && daysPerWeek.why === "absent";
  if (isSilent && interim.is === "unknown") return inOneQuestion(org, interim);
  return fact.holds(daysPerWeek, (days) => daysIn(post, days) < 3);
}

function inOneQuestion(org: Org, { at, why }: Need): Truth {
  const question = "Is {the} in the post for good, and for how many days a week?";
  return fact.cannotTell(org.large() === "yes" ? { at, why, question } : { at, why });
}

function whoIs(org: Org, post: Post): Sayable {
  const name = say.holderNames(org, post);
  return name
    ? say.words`${name} ${fact.itemsOf(post.heldBy).length > 1 ? "fill" : "fills"} the post of ${say.postName(post)}`
    : say.words`${say.sentence(say.thePost(post))}'s post is filled`;
}

function daysOf(post: Post): string {
  const days = daysIn(post, fact.given(post.daysPerWeek)!);
  const many = days === 1 ? "one day" : days === 0.5 ? "half a day" : `${days} days`;
  return fact.itemsOf(post.heldBy).length > 1 ? `${many} in all` : many;
}
