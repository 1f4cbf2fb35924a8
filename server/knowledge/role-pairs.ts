import type { Role } from "./catalogues.ts";
import type { Severity } from "./severity.ts";

/** Two posts that one person should not hold together: `one` is whose post a finding is about. */
export interface RolePair {
  readonly one: Role;
  readonly other: Role;
  /** The rule that reports it; without one, the pair is on the pages of the two roles alone. */
  readonly rule?: string;
  /** The list of a provision on which it stands. */
  readonly list?: string;
  /** It counts where the other post heads IT. */
  readonly headOfIt?: boolean;
  /** The conflict, for both pages or for each in its own words; without it, the pair is checked and on no page. */
  readonly why?: string | Readonly<Partial<Record<Role, string>>>;
  readonly claims?: readonly string[];
  readonly provisions?: readonly string[];
  /** We conclude it from the claims, which speak of another role. */
  readonly ours?: boolean;
}

/** What the rule of a group of pairs says. */
export interface PairRule {
  readonly id: string;
  /** The roles that its pairs name first. */
  readonly posts: readonly Role[];
  readonly severity: Severity;
  readonly raised?: { readonly to: Severity; readonly when: RaisedWhen };
  readonly onlyWhere?: readonly OnlyWhere[];
  /** The other post is whoever is known to head IT. */
  readonly otherHeadsIt?: boolean;
  /** Where nobody is in any of the posts, whoever is accountable for security is read in their stead. */
  readonly byDuty?: boolean;
  readonly rests: readonly string[];
  /** We conclude it from what it rests on. */
  readonly ours?: boolean;
  readonly contested?: readonly string[];
  readonly absorbs?: readonly string[];
  readonly title: string;
  readonly reportTitle: string;
  readonly why: string;
  readonly reason: string;
  readonly note?: string;
  readonly avoid: string;
  readonly prefer: string;
  readonly examples: { readonly bad: string; readonly fixed: string; readonly good: string; readonly unknown: string };
}

/** Words of the rules' code: what makes a pair weigh more, and what must hold as well. */
export type RaisedWhen = "other-carries-internal-it";
export type OnlyWhere = "sells-technology" | "large";

/** What a role's page says of another role. */
export interface RoleRelation {
  readonly role: Role;
  readonly why: string;
  readonly claims: readonly string[];
  readonly provisions?: readonly string[];
  /** We conclude it from the claims, which speak of another role. */
  readonly ours?: boolean;
}

/** The file of pairs, as it is written. */
export interface RolePairsFile {
  readonly rules: readonly PairRule[];
  readonly pairs: readonly RolePair[];
}

/** What is known of posts that one person should not hold together. Immutable. */
export class RolePairs {
  readonly rules: readonly PairRule[];
  readonly pairs: readonly RolePair[];

  constructor({ rules, pairs }: RolePairsFile) {
    this.rules = rules;
    this.pairs = pairs;
  }

  /** The other roles of a rule's pairs, or of those on one list of it, each once, in the order of the file. */
  othersOf(rule: string, list?: string): RolePair[] {
    const own = this.pairs.filter((pair) => pair.rule === rule && (list === undefined || pair.list === list));
    return own.filter((pair, i) => own.findIndex(({ other }) => other === pair.other) === i);
  }

  /** What conflicts with a role, for its page. */
  conflictsOf(role: Role): RoleRelation[] {
    return this.pairs.flatMap(({ one, other, why, claims = [], provisions, ours }) => {
      const says = typeof why === "string" ? why : why?.[role];
      if (says === undefined || (one !== role && other !== role)) return [];
      return {
        role: one === role ? other : one,
        why: says,
        claims,
        ...(provisions ? { provisions } : {}),
        ...(ours ? { ours } : {}),
      };
    });
  }
}
