import type { OnlyWhere, PairRule, RaisedWhen } from "../knowledge/role-pairs.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type DualRole,
  type Org,
  type Post,
  type RulesFrom,
  rule,
  type Severity,
  type Sound,
  type Truth,
  type Verdict,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

/** The rule about one group of pairs in the data: two posts that one person should not hold together. */
export const dualRole =
  (id: string): RulesFrom =>
  ({ rolePairs }) =>
    rolePairs.rules
      .filter((pairs) => pairs.id === id)
      .map((pairs) =>
        rule({
          ...textsOf(pairs),
          *check({ org }) {
            const others = othersOf(org, pairs);
            const conditions = (pairs.onlyWhere ?? []).map((word) => onlyWhere[word](org));
            for (const post of org.posts(...pairs.posts)) {
              if (ask.repeatsGuard(org, post)) continue;
              const { dual, truth, posts } = others(post);
              yield verdict(
                at(post, "heldBy"),
                fact.all(truth, ...conditions),
                () => ({
                  says: say.saysDualRole(org, dual),
                  ours: isOurs(org, pairs, dual),
                  severity: isRaised(org, pairs, dual) ? pairs.raised!.to : pairs.severity,
                  related: say.placesOfDualRole(dual),
                  fixes: mend.separatePost(org, dual),
                }),
                () => apart(org, post, posts),
              );
            }
            if (pairs.byDuty) yield* byDuty(org, pairs);
          },
        }),
      );

/** The posts are there, people are known to be in all of them, and nobody is in two. */
function apart(org: Org, post: Post, others: readonly Post[]): Sound | undefined {
  const beside = others.filter((one) => one !== post && one.written);
  const isKnown = (one: Post) => one.written && fact.itemsOf(one.heldBy).some(({ to }) => to === "person");
  const own = new Set(fact.itemsOf(post.heldBy).flatMap((ref) => ask.postsOf(org, ref)));
  const isShared = beside.some((one) => own.has(one));
  if (beside.length === 0 || isShared || ![post, ...beside].every(isKnown)) return undefined;
  return {
    says: say.words`${say.sentence(say.thePost(post))} is held apart from ${say.listOf(beside.map((one) => say.thePost(one)))}.`,
    facts: [post, ...beside].map((one) => at(one, "heldBy")),
  };
}

function textsOf({ id, severity, rests, ours, contested, absorbs, byDuty: reads, examples, ...texts }: PairRule) {
  const { title, reportTitle, why, reason, note, avoid, prefer } = texts;
  const { bad, fixed, good, unknown } = examples;
  return {
    id,
    category: "conflict" as const,
    severity,
    ...{ title, reportTitle, why, reason, rests, avoid, prefer },
    ...(contested ? { contested } : {}),
    ...(ours ? { ours } : {}),
    ...(absorbs ? { absorbs } : {}),
    ...(note === undefined ? {} : { note }),
    remedies: [
      ...(["leave-to-others", "separate-post"] as const),
      ...(reads === true ? (["make-accountable-<post>"] as const) : []),
    ],
    // In code, an example begins on a line of its own.
    examples: { bad: `\n${bad}`, fixed: `\n${fixed}`, good: `\n${good}`, unknown: `\n${unknown}` },
  };
}

/** Whoever answers for security without holding a post of security, where that is one of the other posts. */
function* byDuty(org: Org, pairs: PairRule): Iterable<Verdict> {
  const roles = org.knowledge.rolePairs.othersOf(pairs.id).map(({ other }) => other);
  for (const guard of ask.dutyGuards(org)) {
    const { truth, post } = ask.guardingPost(guard, (one) => ask.inRole(one, roles));
    yield verdict(guard.at, truth, () => ({
      says: say.saysGuard(org, guard, post!),
      ours: true,
      severity: severityByDuty(org, pairs, post!),
      related: say.placesOfGuard(post!),
      fixes: mend.answerOutsideIt(org, guard),
    }));
  }
}

const severityByDuty = (org: Org, { severity, raised }: PairRule, post: Post): Severity => {
  if (org.small() === "yes") return "info";
  return raised && raisedWhen[raised.when](org, post) === "yes" ? raised.to : severity;
};

/** Which of the other posts the holders of a post sit in as well. */
function othersOf(
  org: Org,
  pairs: PairRule,
): (post: Post) => { readonly dual: DualRole; readonly truth: Truth; readonly posts: readonly Post[] } {
  if (!pairs.otherHeadsIt) {
    const posts = org.posts(...org.knowledge.rolePairs.othersOf(pairs.id).map(({ other }) => other));
    return (post) => {
      const dual = ask.dualRole(org, post, posts);
      return { dual, truth: dual.truth, posts };
    };
  }
  const heads = org.scopes().map(ask.headOfIt);
  const known = heads.flatMap(({ post }) => post ?? []);
  const untold = heads.map((head) => head.known).filter(fact.isCannotTell);
  return (post) => {
    const dual = ask.dualRole(org, post, known);
    return { dual, truth: fact.all(ask.held(post), fact.any(dual.truth, ...untold)), posts: known };
  };
}

/** Whether the sources speak of none of these pairs themselves. */
function isOurs(org: Org, { id, ours = false }: PairRule, { also }: DualRole): boolean {
  const pairs = org.knowledge.rolePairs.othersOf(id);
  const concluded = (post: Post) => pairs.find(({ other }) => other === ask.roleOf(post))?.ours === true;
  return ours || (also.length > 0 && also.every(concluded));
}

const isRaised = (org: Org, { raised }: PairRule, { also }: DualRole): boolean =>
  raised !== undefined && also.some((other) => raisedWhen[raised.when](org, other) === "yes");

const raisedWhen: Readonly<Record<RaisedWhen, (org: Org, other: Post) => Truth>> = {
  "other-carries-internal-it": (org, other) => ask.carriesInternalIt(org, other),
};

const onlyWhere: Readonly<Record<OnlyWhere, (org: Org) => Truth>> = {
  "sells-technology": (org) => fact.holds(org.data.organization.sellsTechnology, (value) => value),
  large: (org) => org.large(),
};
