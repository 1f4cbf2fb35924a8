import { groupBy } from "../../base/group.ts";
import { escaped, link } from "../../base/markdown.ts";
import type { Config } from "../../firm/config.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Severity } from "../../knowledge/severity.ts";
import { type Claim, type Evidence, isReader, isVendor, type Source, speakerMark } from "../../knowledge/sources.ts";
import type { Category, Rule } from "../../rules/rule.ts";
import { type ClaimUse, claimUses } from "./claim-uses.ts";

/** The pages of the product, by folder. Standards share one page. */
export type PageKind = "rules" | "roles" | "sources" | "regimes" | "provisions";

export interface Page {
  readonly kind: PageKind;
  readonly id: string;
  /** The heading within the page. */
  readonly anchor?: string;
}

/** Where a page is found by whoever shows it; undefined where links lead nowhere, as on a terminal. */
export type Address = (page: Page) => string | undefined;

/** What pages are written from. */
export interface Library {
  readonly knowledge: Knowledge;
  /** Every rule in the order of the product's list, then the firm's own; also those that are off. */
  readonly rules: readonly Rule[];
  readonly ruleById: ReadonlyMap<string, Rule>;
  /** What a rule weighs by the firm's word, and where that stands; undefined where it says nothing. */
  readonly weightOf: (rule: string) => { readonly is: Severity | "off"; readonly path: string } | undefined;
  /** Where a claim is used. */
  readonly usesOf: (claim: string) => readonly ClaimUse[];
  readonly address: Address;
}

export function libraryOf(config: Config, address: Address): Library {
  const { conventions, ruleById, path = "" } = config;
  const weightOf: Library["weightOf"] = (rule) => {
    const is = config.rulesOff.includes(rule) ? "off" : config.severities.get(rule);
    return is && { is, path };
  };
  const usesOf = (claim: string) => claimUses(config).get(claim) ?? [];
  return { knowledge: conventions.knowledge, rules: [...ruleById.values()], ruleById, weightOf, usesOf, address };
}

export const categoryTitles: Readonly<Record<Category, string>> = {
  format: "The file itself",
  gap: "Governance gaps",
  conflict: "Conflicts of interest",
  reporting: "Reporting lines",
  role: "Role profiles",
  duties: "Incompatible duties",
  raci: "Responsibility for activities",
  provider: "Outside providers",
  committee: "Committees",
  span: "Span of control",
  continuity: "Continuity",
  regime: "Laws and standards",
};

export const severityTitles: Readonly<Record<string, string>> = {
  error: "error",
  warning: "warning",
  info: "information",
  hint: "hint",
};

export const notLegalAdvice =
  "This is not legal advice. Texts are given in our own words: confirm them at the official publisher.";

/** The page on which a claim, standard or provision stands. */
export function pageOf(id: string, { evidence, law }: Knowledge): Page | undefined {
  const claim = evidence.claims.get(id);
  if (claim) return { kind: "sources", id: claim.source.id, anchor: id.toLowerCase() };
  if (evidence.standards.has(id)) return { kind: "sources", id: "standards", anchor: id };
  return law.provisions.has(id) ? { kind: "provisions", id } : undefined;
}

/**
 * Who says something, in short: `RBI 2026 para 27; Mindfield, a vendor: S1-13, S1-17`, each a link to its page. Readers
 * of an article are no part of it, and what two articles print from one list says so.
 */
export function cite(ids: readonly string[], library: Library): string {
  const groups = speakers(ids, library.knowledge.evidence).map(({ name, claims }) => {
    const cited = claims.map((claim) => linked(claim.id, claim.id, library) + reprinted(claim, ids, library));
    return `${escaped(name)}: ${cited.join(", ")}`;
  });
  return [...authoritiesInShort(ids, library), ...groups].join("; ");
}

/** The short names of provisions and standards, each a link to its page. */
export function authoritiesInShort(ids: readonly string[], library: Library): string[] {
  const { law, evidence } = library.knowledge;
  return ids.flatMap((id) => {
    const short = law.provisions.get(id)?.short ?? evidence.standards.get(id)?.short;
    return short === undefined ? [] : [linked(id, short, library)];
  });
}

/** Who makes these claims: an article with its interest, or a reader of it. In the order of the sources. */
export function speakers(
  ids: readonly string[],
  { claims }: Evidence,
): { readonly name: string; readonly claims: readonly Claim[] }[] {
  const cited = new Set(ids);
  const groups = groupBy(claims.values(), (claim) => (cited.has(claim.id) ? speakerOf(claim) : undefined));
  return [...groups].map(([name, claims]) => ({ name, claims }));
}

/** An article's name with its publisher's interest. */
export const articleName = (source: Source): string => `${source.short}${isVendor(source) ? ", a vendor" : ""}`;

function speakerOf({ source, status }: Claim): string {
  const who = isReader(status) ? `A reader of ${source.short}` : articleName(source);
  const mark = speakerMark(status);
  return mark === "" ? who : `${who}, ${mark}`;
}

function reprinted(claim: Claim, ids: readonly string[], library: Library): string {
  const again = library.knowledge.evidence.reprints.get(claim.id);
  if (!again || ids.includes(again.id)) return "";
  return ` (the list that ${escaped(again.source.short)} prints too: ${linked(again.id, again.id, library)})`;
}

export function linked(id: string, text: string, library: Library): string {
  const page = pageOf(id, library.knowledge);
  return link(escaped(text), page && library.address(page));
}

/** What stands in an entry for a claim beside its text: how far the article itself stands behind it. */
export const statusNotes: Readonly<Record<string, string>> = {
  article: "",
  vendor: "said of a service that its publisher sells",
  teaser: "stands only in a link to another page",
  comment: "a reader's comment",
  disputed: "a reader's comment, which other readers reject",
  "beside-disputed": "a reader's comment, of which other readers reject another part",
  contradicts: "a reader's comment against the article, which nobody answered",
  differs: "a reader's comment, which agrees with the article and yet describes it otherwise",
};

/** The full entry for everything cited, law first: author, title, date, interest, and what it says. */
export function authorities(ids: readonly string[], library: Library): string[] {
  const { law, evidence } = library.knowledge;
  const provisions = ids.flatMap((id) => (law.provisions.has(id) ? [provisionEntry(id, library)] : []));
  const standard = ids.flatMap((id) => (evidence.standards.has(id) ? [standardEntry(id, library)] : []));
  const articles = [...evidence.sources.keys()].flatMap((id) => articleEntry(id, ids, library));
  return [...provisions, ...standard, ...articles];
}

function provisionEntry(id: string, library: Library): string {
  const { cite: where, title, edition, requires, regime, confidence } = library.knowledge.law.provisions.get(id)!;
  const name = library.knowledge.law.regimes.get(regime)?.short ?? regime;
  const unsure = confidence === "M" ? " We are less sure of this text than of others." : "";
  return `**${link(escaped(where), library.address(pageOf(id, library.knowledge)!))}**, ${escaped(title)}. ${escaped(requires)} Edition: ${sentence(edition)} Could apply where ${escaped(name)} is declared (\`regimes: { ${regime}: applies }\`).${unsure} Confirm at the official publisher.`;
}

function standardEntry(id: string, library: Library): string {
  const { title, publisher, date, says, note } = library.knowledge.evidence.standards.get(id)!;
  const by = publisher === "none" ? "" : `, ${escaped(publisher)}${dated(date)}`;
  return `**${link(escaped(title), library.address(pageOf(id, library.knowledge)!))}**${by}. ${escaped(says)}${note ? ` ${escaped(note)}` : ""}`;
}

function articleEntry(id: string, ids: readonly string[], library: Library): string[] {
  const { sources, claims } = library.knowledge.evidence;
  const source = sources.get(id)!;
  const own = ids.filter((one) => claims.get(one)?.source === source);
  if (own.length === 0) return [];
  const title = link(`*${escaped(source.title)}*`, library.address({ kind: "sources", id }));
  const interest = isVendor(source) ? ` A vendor's article. ${sentence(source.interest)}` : "";
  const said = own.map((one) => {
    const claim = claims.get(one)!;
    const status = statusNotes[claim.status];
    return `  - ${link(one, library.address(pageOf(one, library.knowledge)!))}: ${escaped(claim.says)}${status ? ` (${status})` : ""}`;
  });
  return [[`**${escaped(source.author)}**, ${title}${dated(source.date)}.${interest}`, ...said].join("\n")];
}

const dated = (date: string): string => (date === "none stated" ? ", undated" : `, ${date}`);

const sentence = (text: string): string => `${escaped(text)}${/[.!?]$/.test(text) ? "" : "."}`;
