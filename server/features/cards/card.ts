import { bold, escaped } from "../../base/markdown.ts";
import { shortNames, sources } from "../../knowledge/sources.ts";

/** What a hover says of one thing: the short part first, the rest for whoever reads on. */
export interface Card {
  readonly head: string;
  readonly rest?: string;
}

/** The address of the page about a rule or a role; undefined where the client can open none. */
export type PageAddress = (id: string) => string | undefined;

/** "**CISO** · Chief Information Security Officer" */
export const heading = (name: string, what?: string): string =>
  what === undefined || what === name ? bold(escaped(name)) : `${bold(escaped(name))} · ${escaped(what)}`;

/** The short names of claims, provisions and standards, law first: "FFIEC, Mindfield". */
export function voices(ids: readonly string[], sourceIds: readonly string[] = []): string {
  const articles = sourceIds.flatMap((id) => sources.get(id)?.short ?? []);
  return [...new Set([...shortNames(ids), ...articles])].map(escaped).join(", ");
}
