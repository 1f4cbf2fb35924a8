import cio from "../../schemas/definitions/roles/cio.yaml";
import ciso from "../../schemas/definitions/roles/ciso.yaml";
import cto from "../../schemas/definitions/roles/cto.yaml";
import itDirector from "../../schemas/definitions/roles/it-director.yaml";
import itManager from "../../schemas/definitions/roles/it-manager.yaml";
import vcio from "../../schemas/definitions/roles/vcio.yaml";
import type { Role } from "./catalogues.ts";
import { titleOf } from "./format.ts";

/** What the sources say of a role, claim by claim. */
export interface RoleDefinition {
  readonly id: Role;
  readonly name: string;
  readonly short: string;
  readonly titles: readonly string[];
  /** The place of this role among those that a title may mean; 1 where nothing is said. */
  readonly titleRank?: Readonly<Record<string, number>>;
  readonly purpose: string;
  readonly facts: readonly RoleFact[];
  readonly responsibilities: readonly {
    readonly what: string;
    readonly activity?: string;
    readonly claims: readonly string[];
  }[];
  readonly worksWith: readonly RoleRelation[];
  readonly conflictsWith: readonly RoleRelation[];
  readonly developmentGaps: readonly Said[];
  readonly path: readonly Said[];
  /** `independent`: more than one voice says so. */
  readonly agreement: readonly (Said & { readonly independent: boolean; readonly note?: string })[];
  readonly disagreement: readonly Disagreement[];
  readonly surveys?: readonly {
    readonly by: string;
    readonly date: string;
    readonly sample: string;
    readonly says: string;
    /** H where we read the figures themselves, M where another page gives them. */
    readonly confidence: "H" | "M";
  }[];
  /** `sellsRemedy` names those who recommend it and sell it. */
  readonly remedies: readonly (Said & { readonly sellsRemedy?: string; readonly note?: string })[];
  readonly rejected: readonly (Said & { readonly reason: string })[];
}

export interface RoleFact {
  readonly attribute: string;
  readonly value: readonly string[];
  readonly says: string;
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** The sources agree enough for the fact to count when roles are compared. */
  readonly weighed: boolean;
}

export interface Said {
  readonly says: string;
  readonly claims: readonly string[];
}

export interface RoleRelation {
  readonly role: Role;
  readonly why: string;
  readonly claims: readonly string[];
  /** We conclude it from the claims, which speak of another role. */
  readonly derived?: boolean;
}

export interface Disagreement {
  readonly question: string;
  readonly positions: readonly (Said & {
    readonly sources?: readonly string[];
    readonly provisions?: readonly string[];
  })[];
  readonly treatment?: string;
}

export const roleDefinitions: ReadonlyMap<string, RoleDefinition> = new Map(
  ([cio, cto, ciso, itDirector, itManager, vcio] as RoleDefinition[]).map((role) => [role.id, role]),
);

/** A role's name in messages: "CISO", "IT Manager". */
export const roleName = (role: string): string => titleOf("role", role);

const knownTitles = [...roleDefinitions.values()]
  .flatMap((role) =>
    role.titles.map((title) => ({ role: role.id, words: wordsOf(title), rank: role.titleRank?.[title] ?? 1 })),
  )
  .sort((a, b) => b.words.length - a.words.length || a.rank - b.rank);

/** Words that make a title another job: an assistant to the CIO is no CIO. */
const belittling = /\b(assistant|secretary|deputy|trainee|intern|advisor to|adviser to|stellvertret\w*)\b/iu;

/**
 * The roles that a title may mean, best guess first. A title counts as known when it begins with a known one, so that
 * "VP of IT Delivery" is a "VP of IT". It gives hints and never a verdict.
 */
export function rolesForTitle(title: string): Role[] {
  if (belittling.test(title)) return [];
  const words = wordsOf(title);
  const matches = knownTitles.filter((known) => known.words.every((word, i) => word === words[i]));
  const longest = matches[0]?.words.length;
  const best = matches.filter((match) => match.words.length === longest).sort((a, b) => a.rank - b.rank);
  return [...new Set(best.map((match) => match.role))];
}

function wordsOf(title: string): string[] {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\bvice president\b/gu, "vp")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && word !== "the");
}
