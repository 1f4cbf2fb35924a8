import type { Finding } from "../../analysis/finding.ts";
import { bold, escaped, link, prose } from "../../base/markdown.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Evidence } from "../../knowledge/sources.ts";

/** What a hover says of one thing: the short part first, the rest for whoever reads on. */
export interface Card {
  readonly head: string;
  /** What is known of such a thing anywhere, below what was found about this one. */
  readonly table?: string;
  readonly rest?: string;
}

/** The address of the page about a rule or a role; undefined where the client can open none. */
export type PageAddress = (id: string) => string | undefined;

/** What cards are written from. */
export interface Library {
  readonly knowledge: Knowledge;
  readonly page: PageAddress;
}

/** The same, with the findings that a hover tells in full beside the card: they are not listed in it once more. */
export interface Telling extends Library {
  readonly told: readonly Finding[];
}

/** Where links would be in the way: the same without addresses. */
export const unlinked = ({ knowledge }: Pick<Library, "knowledge">): Library => ({ knowledge, page: () => undefined });

/** "**CISO** · Chief Information Security Officer" */
export const heading = (name: string, what?: string): string =>
  what === undefined || what === name ? bold(escaped(name)) : `${bold(escaped(name))} · ${escaped(what)}`;

/** Who says so, by their short names and marks, law first: "FFIEC; Mindfield, a vendor; a reader of Roman". */
export function voices(ids: readonly string[], evidence: Evidence, sourceIds: readonly string[] = []): string {
  const articles = sourceIds.flatMap((id) => evidence.sources.get(id)?.short ?? []);
  return [...new Set([...evidence.shortSpeakers(ids), ...articles])].map(escaped).join("; ");
}

/** The same, each with the page on which the first statement of theirs among these is explained. */
export function citations(ids: readonly string[], { knowledge: { evidence }, page }: Library): string {
  return evidence
    .shortSpeakers(ids)
    .map((name) => {
      const cited = ids.find((id) => evidence.shortSpeakers([id]).includes(name));
      return link(escaped(name), cited === undefined ? undefined : page(cited));
    })
    .join("; ");
}

/** What we conclude from others is not theirs: "our conclusion, from Mindfield, a vendor". */
export const asOurs = (who: string, ours: boolean | undefined): string =>
  ours ? `our conclusion${who === "" ? "" : `, from ${who}`}` : who;

/** The same for a narrow column: of a law or a regulator only the name, without article and paragraph. */
export function voicesInShort(ids: readonly string[], { law: known, evidence }: Knowledge): string[] {
  const law = ids.flatMap((id) => {
    const { short, regime } = known.provisions.get(id) ?? {};
    const name = known.regimes.get(regime ?? "")?.short;
    if (short === undefined) return [];
    return name !== undefined && short.startsWith(name) ? name : (short.split(/,| para| Art\.| s\./)[0] ?? short);
  });
  const others = ids.filter((id) => !known.provisions.has(id));
  return [...new Set([...law, ...evidence.shortSpeakers(others)])].map(escaped);
}

/** Who says so and who says otherwise, for a narrow column; a source that says both stands by itself. */
export function bothSides(ids: readonly string[], against: readonly string[], knowledge: Knowledge): string {
  const [yes, no] = [voicesInShort(ids, knowledge), voicesInShort(against, knowledge)];
  const both = yes.filter((name) => no.includes(name));
  const only = (names: readonly string[]) => names.filter((name) => !both.includes(name)).join("; ");
  return [only(yes), only(no) && `*against:* ${only(no)}`, both.length > 0 ? `*both ways:* ${both.join("; ")}` : ""]
    .filter((part) => part !== "")
    .join("; ");
}

/** A statement with who makes it in brackets, or from whom we conclude it; alone where nobody is named. */
export function attributed(says: string, ids: readonly string[], library: Library, ours?: boolean): string {
  const who = asOurs(citations(ids, library), ours);
  return who === "" ? prose(says) : `${prose(says.replace(/\.$/, ""))} (${who}).`;
}

/** Who recommends what a vendor sells, and sells it; empty where none of these claims is such a vendor's. */
export function sellersAmong(ids: readonly string[], { sources }: Evidence): string[] {
  return [...sources.values()]
    .filter(({ id, sellsRemedy }) => sellsRemedy && ids.some((claim) => claim.startsWith(`${id}-`)))
    .map(({ short }) => escaped(short));
}
