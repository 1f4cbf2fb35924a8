import type { Law } from "./regimes.ts";

/** One article that the product rests on. */
export interface Source {
  readonly id: string;
  /** What a message prints in brackets. */
  readonly short: string;
  readonly author: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly kind: string;
  /** What the publisher sells; three of the five sell the remedy that they recommend. */
  readonly interest: string;
  readonly sellsRemedy: boolean;
  readonly note: string;
  readonly claims: Readonly<Record<string, ClaimData>>;
}

/** Who says it, and how far others, or the article itself, stand behind it (sources.yaml explains the words). */
export type ClaimStatus =
  | "article"
  | "vendor"
  | "teaser"
  | "comment"
  | "disputed"
  | "beside-disputed"
  | "contradicts"
  | "differs";

/** From the weakest to the strongest. */
export const strengths = ["may", "often", "usually", "always"] as const;
export type Strength = (typeof strengths)[number];

interface ClaimData {
  readonly says: string;
  readonly about: readonly string[];
  readonly attribute: string;
  readonly status: ClaimStatus;
  /** How far it goes by its own words: what rests on it may be said more weakly, never more strongly. */
  readonly strength: Strength;
  /** The firm for which a reader signed. */
  readonly signed?: string;
  /** The claim that was printed first, where this one repeats it. */
  readonly sameAs?: string;
  /** Whose voice it is, where not the article's own, or a reader's own; see `voices`. */
  readonly voice?: string;
  /** Why nothing in the product rests on it; only where that is so. */
  readonly unused?: string;
}

export interface Claim extends ClaimData {
  readonly id: string;
  readonly source: Source;
}

/** A standard or guide that belongs to no regime. */
export interface Standard {
  readonly id: string;
  readonly short: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly says: string;
  readonly note?: string;
  /** It speaks of organizations there alone. */
  readonly jurisdictions?: readonly string[];
}

/** Claims that go back to one author count once, however often they are printed. */
export interface Voice {
  readonly id: string;
  readonly says: string;
}

/** The file of sources, as it is written. */
export interface SourcesFile {
  readonly sources: readonly Source[];
  readonly standards: readonly Standard[];
  readonly voices: readonly Voice[];
}

/** Whether a reader says it, and not the article. */
export const isReader = (status: ClaimStatus): boolean => readersOwn.has(status);

const readersOwn: ReadonlySet<ClaimStatus> = new Set([
  "comment",
  "disputed",
  "beside-disputed",
  "contradicts",
  "differs",
]);

/** What stands behind a speaker's name wherever it is printed; nothing where the article itself says it. */
export const speakerMark = (status: ClaimStatus): string => speakerMarks[status];

const speakerMarks: Readonly<Record<ClaimStatus, string>> = {
  article: "",
  vendor: "of its own service",
  teaser: "in a link",
  comment: "",
  disputed: "whom others reject",
  "beside-disputed": "of whose comment others reject another part",
  contradicts: "against the article",
  differs: "who agrees, and yet describes it otherwise",
};

/** What the product rests on: articles and their claims, standards, and the law that is known. Immutable. */
export class Evidence {
  readonly sources: ReadonlyMap<string, Source>;
  readonly standards: ReadonlyMap<string, Standard>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** What is to be said of a voice that speaks in several claims. */
  readonly voices: ReadonlyMap<string, Voice>;
  /** By the claim that was printed first: the same claim elsewhere. */
  readonly reprints: ReadonlyMap<string, Claim>;
  readonly #law: Law;

  constructor({ sources, standards, voices }: SourcesFile, law: Law) {
    this.#law = law;
    this.sources = new Map(sources.map((source) => [source.id, source]));
    this.standards = new Map(standards.map((standard) => [standard.id, standard]));
    this.claims = new Map(
      sources.flatMap((source) =>
        Object.entries(source.claims).map(([id, claim]): [string, Claim] => [id, { ...claim, id, source }]),
      ),
    );
    this.voices = new Map(voices.map((voice) => [voice.id, voice]));
    this.reprints = new Map(
      [...this.claims.values()].flatMap((claim) =>
        claim.sameAs === undefined ? [] : [[claim.sameAs, claim] as const],
      ),
    );
  }

  /**
   * Who says something, each once however often: an article, one of its readers, the list that two articles print, the
   * regime of a provision, a standard. This is what to count wherever it matters how many say so. Ids that nothing has
   * are left out.
   */
  speakers(ids: readonly string[]): string[] {
    const speakerOf = (id: string): string[] => {
      const claim = this.claims.get(id);
      if (claim) return [claim.voice ?? (readersOwn.has(claim.status) ? id : claim.source.id)];
      if (this.standards.has(id)) return [id];
      const regime = this.#law.provisions.get(id)?.regime;
      return regime === undefined ? [] : [regime];
    };
    return [...new Set(ids.flatMap(speakerOf))];
  }

  /**
   * Who says something, short, with what marks a voice: law first, then standards, then articles, then readers. "Cobb, in
   * a link", "a reader of Roman, whom others reject". For places where it matters who says it.
   */
  shortSpeakers(ids: readonly string[]): string[] {
    const named = ids.flatMap((id) => this.claims.get(id) ?? []).map((claim) => this.#marked(claim));
    const authorities = this.shortNames(ids.filter((id) => !this.claims.has(id)));
    const names = named.sort((a, b) => a.order - b.order).map(({ name }) => name);
    return [...new Set([...authorities, ...names])];
  }

  #marked({ status, source }: Claim): { readonly order: number; readonly name: string } {
    const isReader = readersOwn.has(status);
    const who = isReader ? `a reader of ${source.short}` : `${source.short}${isVendor(source) ? ", a vendor" : ""}`;
    const mark = speakerMark(status);
    return { order: isReader ? 2 : mark === "" ? 0 : 1, name: mark === "" ? who : `${who}, ${mark}` };
  }

  /** The names that a message prints in brackets for what it rests on: law first, then standards, then articles. */
  shortNames(ids: readonly string[]): string[] {
    const law = ids.flatMap((id) => this.#law.provisions.get(id)?.short ?? []);
    const standard = ids.flatMap((id) => this.standards.get(id)?.short ?? []);
    const article = ids.flatMap((id) => this.claims.get(id)?.source.short ?? []);
    return [...new Set([...law, ...standard, ...article])];
  }

  /** The same with what is needed to defend a finding: which claims, and that an article is a vendor's. */
  citedNames(ids: readonly string[]): string[] {
    return this.shortNames(ids).map((name) => {
      const cited = ids.flatMap((id) => this.claims.get(id) ?? []).filter((claim) => claim.source.short === name);
      if (cited.length === 0) return name;
      const vendor = isVendor(cited[0]!.source) ? ", a vendor" : "";
      return `${name}${vendor} (${cited.map((claim) => claim.id).join(", ")})`;
    });
  }
}

export const isVendor = (source: Source): boolean => source.kind === "vendor article";
