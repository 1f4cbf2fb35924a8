import type { Knowledge } from "../knowledge/knowledge.ts";
import type { ConflictList, Provision } from "../knowledge/regimes.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type DualRole,
  type Fix,
  type Found,
  type Org,
  type Post,
  type Ref,
  type RegimeState,
  ruleFrom,
  type Sayable,
  type Share,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

/** The provisions with lists of posts that can conflict; the lists are the same in all of them. */
const lawsOf = ({ law }: Knowledge): readonly Provision[] =>
  [...law.provisions.values()].filter(({ conflictsWith }) => conflictsWith !== undefined);
const whoDecides = "Who decides for what, and by what means, personal data is used?";

interface Hit extends ConflictList {
  readonly dual: DualRole;
}

export const dpoConflict = ruleFrom((knowledge) => ({
  id: "dpo-conflict",
  category: "conflict",
  severity: "info",
  title: "Data protection officer with a conflicting post",
  reportTitle: "Data protection is watched over from a post that uses the data",
  why: "A data protection officer tells others what they may do with personal data, and watches whether they do it. Whoever also leads the business, its marketing, its staff or its IT has a part in those decisions. The same holds for whoever decides for what, and by what means, the data is used.",
  reason: "Whoever watches over the use of personal data would be watching decisions of their own.",
  rests: lawsOf(knowledge).map(({ id }) => id),
  absorbs: ["duties-privacy-monitor-decide", "supervises-self"],
  note: "There is no fixed list in the law. European guidance names posts as a rule of thumb, an authority has decided one case, and the third list is ours, argued from the provision's words: CISO, CTO and general counsel. Where neither the GDPR nor that of the United Kingdom is declared, the finding is information. An assessment of the case can be put on record as an accepted risk.",
  remedies: ["separate-post", "leave-to-others", "give-<item>-to-<post>", "supply-<item>-from-outside"],
  avoid: "The DPO is also the CFO, the head of IT or of another department, or decides what personal data is used for.",
  prefer: "The DPO has no part in decisions on personal data, or somebody from outside fills the post.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300, jurisdictions: [FR] }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  dpo: { heldBy: Dee Fox, reportsTo: ceo }
  #              ^^^^^^^ 💡 warning: dpo-conflict
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300, jurisdictions: [FR] }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  dpo: { heldBy: vacant, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300, jurisdictions: [FR] }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  dpo: { heldBy: Gil Roe, reportsTo: ceo }
activities:
  processing-purpose-decision: { accountable: ceo, responsible: [ceo], consulted: [dpo] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300, jurisdictions: [FR] }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: not-asked, reportsTo: ceo }
  dpo: { heldBy: Dee Fox, reportsTo: ceo }
`,
  },
  *check({ org }) {
    for (const dpo of org.posts("dpo")) {
      const lists = lawsOf(knowledge)[0]?.conflictsWith ?? [];
      const listed = lists.map((list) => ({ ...list, dual: dualOf(org, dpo, list) }));
      const { truth, shares } = ask.sharesOf(org, "processing-purpose-decision", dpo, whoDecides);
      const truths = [...listed.map(({ dual }) => dual.truth), truth];
      const hits = listed.filter(({ dual }) => dual.truth === "yes");
      const found = () => describe(org, dpo, hits, shares);
      yield verdict(at(dpo, "heldBy"), fact.any(...truths), found);
      // What would make a finding more severe is still worth a question.
      const open = truths.includes("yes") && stateOf(org) === "applies" ? truths.filter(fact.isCannotTell) : [];
      for (const question of open) yield verdict(at(dpo, "heldBy"), question, found);
    }
  },
}));

const stateOf = (org: Org): RegimeState | undefined => {
  const states = lawsOf(org.knowledge).flatMap(({ regime }) => org.data.regimes.get(regime)?.state ?? []);
  return states.includes("applies") ? "applies" : states.includes("planned") ? "planned" : states[0];
};

/** What the law that is declared says of a list. */
function readingOf(org: Org, list: string): string {
  const laws = lawsOf(org.knowledge);
  const inForce = laws.find(({ regime }) => org.data.regimes.get(regime)?.state === stateOf(org)) ?? laws[0];
  return inForce?.conflictsWith?.find(({ id }) => id === list)?.reads ?? "";
}

function dualOf(org: Org, dpo: Post, { id }: ConflictList): DualRole {
  const pairs = org.knowledge.rolePairs.othersOf("dpo-conflict", id);
  const named = org.posts(...pairs.flatMap(({ other, headOfIt }) => (headOfIt ? [] : other)));
  const others = pairs.some(({ headOfIt }) => headOfIt)
    ? org.posts(...ask.itLeadershipRoles, "cto").filter((post) => !named.includes(post))
    : [];
  const counts = (post: Post) => (named.includes(post) ? "yes" : ask.headsIt(org, post));
  return ask.dualRole(org, dpo, [...named, ...others], counts);
}

/** What hits a DPO: the lists, the gravest first, and the ways in which the DPO decides on the use of data. */
function describe(org: Org, dpo: Post, hits: readonly Hit[], shares: readonly Share[]): Found {
  const isOwn = shares.some(({ ref }) => ref.to === "post" && ref.id === dpo.id);
  const isIn = (ref: Ref) => isOwn || shares.some((share) => isDoneBy(org, share.ref, ref));
  const dual: DualRole = {
    post: dpo,
    truth: "yes",
    also: [...new Set(hits.flatMap((hit) => hit.dual.also))],
    who: fact.itemsOf(dpo.heldBy).filter((ref) => isIn(ref) || hits.some((hit) => hit.dual.who.includes(ref))),
  };
  const [share] = shares;
  const state = stateOf(org);
  return {
    says: share ? saysShare(org, dpo, share) : say.saysDualRole(org, dual),
    ...reasonOf(state, share ? "a conflict of the kind that the law rules out" : readingOf(org, hits[0]?.id ?? "")),
    provisions: lawsOf(org.knowledge).map(({ id }) => ({
      id,
      severity: share ? "error" : (hits[0]?.severity ?? "info"),
    })),
    // Who watches over decisions of their own is the pair of duties, too.
    covers: shares.map(({ activity }) => activity.at),
    related: [
      ...say.placesOfDualRole(dual),
      ...shares.map((one) => ({ at: ask.placeOfShare(one), says: `${one.capacity} for ${nameOf(one)}` })),
    ],
    fixes: [
      ...decideElsewhere(org, dpo, hits, shares),
      ...mend.separatePost(org, dual),
      ...(isOwn ? [] : [mend.takeFromOutside(org, dpo, "dpo", (ref) => isFree(org, ref, dual.also, shares))]),
    ],
  };
}

/** Where the law is declared, the message says how the case appears under it; elsewhere the general reason holds. */
function reasonOf(state: RegimeState | undefined, appearance: string): { reason?: string } {
  if (state === "applies") return { reason: `That appears to be ${appearance}.` };
  return state === "planned" ? { reason: `Once the law applies, that will appear to be ${appearance}.` } : {};
}

function saysShare(org: Org, dpo: Post, share: Share): Sayable {
  const { capacity, ref } = share;
  const isOwn = ref.to === "post" && ref.id === dpo.id;
  const hands = fact.itemsOf(dpo.heldBy).filter((one) => isDoneBy(org, ref, one));
  const who = isOwn
    ? say.thePost(dpo)
    : say.words`${say.listOf(hands.map((one) => say.refName(org, one)))}, ${say.thePost(dpo)},`;
  return say.words`${say.sentence(who)} is ${capacity} for ${nameOf(share)}.`;
}

const nameOf = ({ activity }: Share): string => say.inSentence(say.activityName(activity));

/** Whether a holder is behind a duty's holder: the same person or provider, or in the post that is named. */
const isDoneBy = (org: Org, duty: Ref, holder: Ref): boolean =>
  ask.handsOf(org, duty).refs.some((one) => ask.isSameHolder(org, one, holder));

/** Ends the finding where the decisions are all there is to it. */
function decideElsewhere(org: Org, dpo: Post, hits: readonly Hit[], shares: readonly Share[]): Fix[] {
  const self: Ref = { to: "post", id: dpo.id };
  const [share] = shares;
  const [other] = mend.candidates(org, {
    duty: "processing-purpose-decision",
    as: "accountable",
    stakes: [self, ...fact.itemsOf(dpo.heldBy)],
  });
  if (!share || !other) return [];
  const lists = new Map(shares.map((one) => [say.placeToString([...one.activity.at, one.capacity]), one]));
  const changes = [...lists.values()].flatMap(({ activity, capacity }) => {
    const own = shares.filter((one) => one.activity === activity && one.capacity === capacity);
    return mend.handOver(
      activity,
      capacity,
      own.map(({ index }) => index),
      other,
    );
  });
  const title = say.words`ive ${nameOf(share)} to ${other.name}`;
  return [
    hits.length === 0
      ? mend.fix(mend.does("give-<item>-to-<post>", share.activity.id, other.id), say.words`G${title}`, changes)
      : mend.firstStep(
          mend.does("give-<item>-to-<post>", share.activity.id, other.id),
          say.words`First step: g${title}`,
          changes,
        ),
  ];
}

function isFree(org: Org, provider: Ref, posts: readonly Post[], shares: readonly Share[]): boolean {
  const isIn = (refs: readonly Ref[]) => refs.some((ref) => ask.isSameHolder(org, ref, provider));
  return (
    !posts.some((post) => isIn(fact.itemsOf(post.heldBy))) &&
    !shares.some(({ ref }) => isIn(ask.handsOf(org, ref).refs))
  );
}
