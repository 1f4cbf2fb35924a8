import { groupBy } from "../../base/group.ts";
import { escaped, link } from "../../base/markdown.ts";
import { provision, provisions, regimeDefinitions } from "../../knowledge/regimes.ts";
import { type Claim, claims, isVendor, reprints, type Source, sources, standards } from "../../knowledge/sources.ts";
import type { Category } from "../../rules/rule.ts";

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
export function pageOf(id: string): Page | undefined {
  const claim = claims.get(id);
  if (claim) return { kind: "sources", id: claim.source.id, anchor: id.toLowerCase() };
  if (standards.has(id)) return { kind: "sources", id: "standards", anchor: id };
  return provision(id) && { kind: "provisions", id };
}

/**
 * Who says something, in short: `RBI 2023 para 24(c); Mindfield, a vendor: S1-13, S1-17`, each a link to its page. Readers
 * of an article are no part of it, and what two articles print from one list says so.
 */
export function cite(ids: readonly string[], address: Address): string {
  const groups = speakers(ids).map(({ name, claims }) => {
    const cited = claims.map((claim) => linked(claim.id, claim.id, address) + reprinted(claim, ids, address));
    return `${escaped(name)}: ${cited.join(", ")}`;
  });
  return [...authoritiesInShort(ids, address), ...groups].join("; ");
}

/** The short names of provisions and standards, each a link to its page. */
export const authoritiesInShort = (ids: readonly string[], address: Address): string[] =>
  ids.flatMap((id) => {
    const short = provisions.get(id)?.short ?? standards.get(id)?.short;
    return short === undefined ? [] : [linked(id, short, address)];
  });

/** Who makes these claims: an article with its interest, or a reader of it. In the order of the sources. */
export function speakers(ids: readonly string[]): { readonly name: string; readonly claims: readonly Claim[] }[] {
  const cited = new Set(ids);
  const groups = groupBy(claims.values(), (claim) => (cited.has(claim.id) ? speakerOf(claim) : undefined));
  return [...groups].map(([name, claims]) => ({ name, claims }));
}

/** An article's name with its publisher's interest. */
export const articleName = (source: Source): string => `${source.short}${isVendor(source) ? ", a vendor" : ""}`;

function speakerOf({ source, status }: Claim): string {
  switch (status) {
    case "article":
      return articleName(source);
    case "vendor":
      return `${articleName(source)}, of its own service`;
    case "teaser":
      return `${articleName(source)}, in a link`;
    case "comment":
      return `A reader of ${source.short}`;
    case "disputed":
      return `A reader of ${source.short}, whom others reject`;
    case "contradicts":
      return `A reader of ${source.short}, against the article`;
  }
}

function reprinted(claim: Claim, ids: readonly string[], address: Address): string {
  const again = reprints.get(claim.id);
  if (!again || ids.includes(again.id)) return "";
  return ` (the list that ${escaped(again.source.short)} prints too: ${linked(again.id, again.id, address)})`;
}

export function linked(id: string, text: string, address: Address): string {
  const page = pageOf(id);
  return link(escaped(text), page && address(page));
}

/** What stands in an entry for a claim beside its text: how far the article itself stands behind it. */
export const statusNotes: Readonly<Record<string, string>> = {
  article: "",
  vendor: "said of a service that its publisher sells",
  teaser: "stands only in a link to another page",
  comment: "a reader's comment",
  disputed: "a reader's comment, which other readers reject",
  contradicts: "a reader's comment against the article, which nobody answered",
};

/** The full entry for everything cited, law first: author, title, date, interest, and what it says. */
export function authorities(ids: readonly string[], address: Address): string[] {
  const law = ids.flatMap((id) => (provision(id) ? [provisionEntry(id, address)] : []));
  const standard = ids.flatMap((id) => (standards.has(id) ? [standardEntry(id, address)] : []));
  const articles = [...sources.keys()].flatMap((id) => articleEntry(id, ids, address));
  return [...law, ...standard, ...articles];
}

function provisionEntry(id: string, address: Address): string {
  const { cite: where, title, edition, requires, regime, confidence } = provision(id)!;
  const name = regimeDefinitions.get(regime)?.short ?? regime;
  const unsure = confidence === "M" ? " We are less sure of this text than of others." : "";
  return `**${link(escaped(where), address(pageOf(id)!))}**, ${escaped(title)}. ${escaped(requires)} Edition: ${sentence(edition)} Could apply where ${escaped(name)} is declared (\`regimes: { ${regime}: applies }\`).${unsure} Confirm at the official publisher.`;
}

function standardEntry(id: string, address: Address): string {
  const { title, publisher, date, says, note } = standards.get(id)!;
  const by = publisher === "none" ? "" : `, ${escaped(publisher)}${dated(date)}`;
  return `**${link(escaped(title), address(pageOf(id)!))}**${by}. ${escaped(says)}${note ? ` ${escaped(note)}` : ""}`;
}

function articleEntry(id: string, ids: readonly string[], address: Address): string[] {
  const source = sources.get(id)!;
  const own = ids.filter((one) => claims.get(one)?.source === source);
  if (own.length === 0) return [];
  const title = link(`*${escaped(source.title)}*`, address({ kind: "sources", id }));
  const interest = isVendor(source) ? ` A vendor's article. ${sentence(source.interest)}` : "";
  const said = own.map((one) => {
    const claim = claims.get(one)!;
    const status = statusNotes[claim.status];
    return `  - ${link(one, address(pageOf(one)!))}: ${escaped(claim.says)}${status ? ` (${status})` : ""}`;
  });
  return [[`**${escaped(source.author)}**, ${title}${dated(source.date)}.${interest}`, ...said].join("\n")];
}

const dated = (date: string): string => (date === "none stated" ? ", undated" : `, ${date}`);

const sentence = (text: string): string => `${escaped(text)}${/[.!?]$/.test(text) ? "" : "."}`;
