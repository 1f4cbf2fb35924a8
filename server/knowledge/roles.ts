import { memoOfText } from "../base/memo.ts";
import type { Role } from "./catalogues.ts";
import type { Format } from "./format.ts";
import type { RolePairs, RoleRelation } from "./role-pairs.ts";
import { type TitlesFile, TitleWords } from "./titles.ts";

/** What is known of a role, and who says so. */
export interface RoleDefinition {
  readonly id: Role;
  readonly name: string;
  readonly short: string;
  readonly titles: readonly string[];
  /** The place of this role among those that a title may mean; 1 where nothing is said. */
  readonly titleRank?: Readonly<Record<string, number>>;
  /** Words of titles that may mean it: all words of an entry, in any order; a slash parts words of which one is enough. */
  readonly mayBeTitled?: readonly string[];
  readonly purpose: string;
  /** The claims that the purpose sums up; absent where the articles do not define the role. */
  readonly purposeClaims?: readonly string[];
  /** Why the catalogue has the role although the articles do not define it; absent for the six that they define. */
  readonly neededBy?: readonly Said[];
  /** The role whose definition a post of this role is compared with, where it is not its own. */
  readonly fitAs?: string;
  readonly facts: readonly RoleFact[];
  readonly responsibilities: readonly {
    readonly what: string;
    readonly activity?: string;
    readonly claims: readonly string[];
    readonly provisions?: readonly string[];
    readonly ours?: boolean;
  }[];
  readonly worksWith: readonly RoleRelation[];
  /** From the pairs of roles. */
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
  /** `against` speaks against it. */
  readonly rejected: readonly (Said & { readonly reason: string; readonly against?: readonly string[] })[];
  /** What a consultant can ask to find out about the role. */
  readonly interview?: readonly InterviewQuestion[];
}

export interface InterviewQuestion {
  readonly ask: string;
  /** What the answer tells. */
  readonly tells?: string;
  /** The claims that suggest it. */
  readonly claims: readonly string[];
}

export interface RoleFact {
  readonly attribute: string;
  readonly value: readonly string[];
  /** How many of the values must be declared; 1 where nothing is said. */
  readonly atLeast?: number;
  /** Only these values, and no others beside them, contradict the fact; else having none in common does. */
  readonly contradictedOnlyBy?: readonly string[];
  /** Declared values that neither meet nor contradict the fact. */
  readonly neutral?: readonly string[];
  readonly says: string;
  readonly for: readonly string[];
  readonly against: readonly string[];
  /** We conclude it from those named in `for`, who do not say it themselves; so nobody's voice counts for it. */
  readonly ours?: boolean;
  /** The sources agree enough for the fact to count when roles are compared. */
  readonly weighed: boolean;
}

export interface Said {
  readonly says: string;
  readonly claims: readonly string[];
  /** Provisions and standards that say so. */
  readonly provisions?: readonly string[];
  /** We conclude it from those named, who do not say it themselves. */
  readonly ours?: boolean;
}

export interface Disagreement {
  readonly question: string;
  readonly positions: readonly (Said & {
    readonly sources?: readonly string[];
  })[];
  readonly treatment?: string;
}

/** A role as its file has it. */
export type RoleFile = Partial<Omit<RoleDefinition, "conflictsWith">> & Pick<RoleDefinition, "id">;

/** What a file leaves out where there is nothing to say. */
const silent = {
  facts: [],
  responsibilities: [],
  worksWith: [],
  developmentGaps: [],
  path: [],
  agreement: [],
  disagreement: [],
  remedies: [],
  rejected: [],
};

/** Whether the articles define the role; other roles are there because a law or standard names them. */
export const isDefinedBySources = (role: RoleDefinition): boolean => role.neededBy === undefined;

interface KnownTitle {
  readonly role: Role;
  readonly words: readonly string[];
  readonly rank: number;
}

/** Words that make a title another job, as `titles.yaml` lists them more fully for suggestions. */
const belittling =
  /\b(assistant|secretary|deputy|trainee|intern|office|advisor to|adviser to|stellvertret\w*|adjoint\w*|adjunt\w*)\b/iu;

/** Security, audit and risk beside IT are another field. */
const besideIt =
  /\b(?:it|ict|edv|information technology)\b.*\b(?:\w*sicherheit\w*|security|audit|revision|risks?|risiko\w*)/iu;

interface LooseTitle {
  readonly role: Role;
  /** Each word with those that stand for it as well. */
  readonly words: readonly ReadonlySet<string>[];
}

/** What makes the rest of a title another job where it stands in front of it. */
const before = new Set(["assistant", "office", "deputy"]);

/** Roles about whose titles a hint is worth giving: other titles leave nothing open that a check reads. */
const leadingItOrSecurity: ReadonlySet<Role> = new Set([
  "cio",
  "cto",
  "cto-internal",
  "ciso",
  "it-director",
  "it-manager",
  "vcio",
  "hipaa-security-official",
  "qualified-individual",
  "cip-senior-manager",
]);

/** A title stands in a file for as long as it is edited, and is read at every key: so many are remembered. */
const remembered = 20_000;

/** What is known of roles, and which of them a title may mean. Immutable. */
export class Roles {
  /** Every role of the catalogue, in its order. */
  readonly definitions: ReadonlyMap<string, RoleDefinition>;
  readonly #titles: readonly KnownTitle[];
  readonly #loose: readonly LooseTitle[];
  readonly #format: Format;
  readonly #strict: TitleWords;

  /** `pairs` says what conflicts with each, `titles` how titles are compared. */
  constructor(files: readonly RoleFile[], format: Format, pairs: RolePairs, titles: TitlesFile) {
    this.#format = format;
    const all = files.map(
      (file) => ({ ...silent, ...file, conflictsWith: pairs.conflictsOf(file.id) }) as RoleDefinition,
    );
    this.definitions = new Map(all.map((role) => [role.id, role]));
    this.#titles = all.flatMap((role) =>
      role.titles.map((title) => ({ role: role.id, words: wordsOf(title), rank: role.titleRank?.[title] ?? 1 })),
    );
    this.#strict = new TitleWords(
      titles,
      all.flatMap(({ id, titles: own, titleRank }) =>
        own.map((title) => ({ role: id, title, rank: titleRank?.[title] ?? 1 })),
      ),
    );
    this.#loose = all.flatMap((role) =>
      (role.mayBeTitled ?? []).map((entry) => ({
        role: role.id,
        words: entry.split(" ").map((word) => new Set(word.split("/").flatMap(wordsOf))),
      })),
    );
  }

  /** A role's name in messages: "CISO", "IT Manager". */
  nameOf(role: string): string {
    return this.#format.titleOf("role", role);
  }

  /**
   * The roles that the title of a leader of IT or of security may mean, best guess first; none for other titles, such
   * as a chief executive's. What the firm says of a title (`ofFirm`) counts before what is known of it. Strict, since it
   * is suggested: see titles.ts. It gives hints and never a verdict.
   */
  leadingWithTitle(title: string, ofFirm: ReadonlyMap<string, readonly Role[]> = new Map()): Role[] {
    const own = rolesMeantBy(wordsOf(title), titlesOfFirm(ofFirm));
    return own.length > 0 ? own : this.#strict.rolesOf(title, leadingItOrSecurity);
  }

  /** The same of any title that is known, a chief executive's too. */
  readonly withTitle = memoOfText(remembered, (title): readonly Role[] => this.#strict.rolesOf(title));

  /** Whether a title says that its post is held for now. */
  isForNow(title: string): boolean {
    return this.#strict.isForNow(title);
  }

  /** What to ask where a title means another post as often in this sector; `{the}` stands for the post. */
  askedOfTitle(title: string, sector: string | undefined): string | undefined {
    return this.#strict.questionFor(title, sector);
  }

  /** By how it begins: "VP of IT Delivery" may be a VP of IT. But who guards or audits IT does not lead it. */
  #beginningWith(title: string): Role[] {
    if (belittling.test(title) || besideIt.test(title)) return [];
    return rolesMeantBy(wordsOf(title), this.#titles);
  }

  /**
   * Every role that a post of this title may be: the known ones, and those whose words stand in it anywhere, but not
   * behind "assistant", "office", "deputy" or "to the". Loose on purpose: a reason to ask, so that nobody is said to be
   * missing who is there.
   */
  readonly mayMean = memoOfText(remembered, (title): readonly Role[] => {
    const words = wordsOf(title.replace(/\bto the\b/giu, "office"));
    const end = words.findIndex((word) => before.has(word));
    const present = end === -1 ? words : words.slice(0, end);
    const loose = this.#loose.filter((entry) => entry.words.every((word) => present.some((one) => word.has(one))));
    return [...new Set([...this.withTitle(title), ...this.#beginningWith(title), ...loose.map(({ role }) => role)])];
  });

  /** The roles of which this is a known title from the first word to the last. */
  titledExactly(title: string): Role[] {
    const words = wordsOf(title).join(" ");
    return words === "" ? [] : this.#titles.filter((known) => known.words.join(" ") === words).map(({ role }) => role);
  }
}

const titlesOfFirm = (titles: ReadonlyMap<string, readonly Role[]>): KnownTitle[] =>
  [...titles].flatMap(([title, roles]) => roles.map((role, rank) => ({ role, words: wordsOf(title), rank })));

/** By the longest of the titles that this one begins with. */
function rolesMeantBy(words: readonly string[], titles: readonly KnownTitle[]): Role[] {
  const matches = titles.filter((known) => known.words.length > 0 && known.words.every((word, i) => word === words[i]));
  const longest = Math.max(0, ...matches.map((match) => match.words.length));
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
