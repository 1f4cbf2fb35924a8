import { nearest } from "../base/spelling.ts";
import { roles } from "../knowledge/catalogues.ts";
import { provisions, regimeDefinitions } from "../knowledge/regimes.ts";
import { claims, sources, standards } from "../knowledge/sources.ts";
import { ruleById, rules } from "../rules/index.ts";
import type { Address, Page, PageKind } from "./page.ts";
import { provisionPage, regimePage, regimesIndex } from "./regime-page.ts";
import { rolePage, rolesIndex } from "./role-page.ts";
import { rulePage, rulesIndex } from "./rule-page.ts";
import { claimPage, sourcePage, sourcesIndex, standardPage, standardsPage } from "./source-page.ts";

/**
 * What is known under an id, as Markdown: a rule, role, article, claim, standard, law or provision. Case does not
 * matter. Undefined where nothing has that id.
 */
export function explain(id: string, address: Address): string | undefined {
  const found = pageById.get(id.toLowerCase());
  return found?.(address);
}

/** The ids nearest to one that nothing has, nearest first. */
export const similarIds = (id: string): string[] => nearest(id, ids).slice(0, 3);

/** Every page that is published, with its folder and name; `README` is a folder's front page. */
export function allPages(address: (from: PageKind) => Address): { readonly page: Page; readonly markdown: string }[] {
  const page = (kind: PageKind, id: string, write: (address: Address) => string) => ({
    page: { kind, id },
    markdown: write(address(kind)),
  });
  return [
    page("rules", "README", rulesIndex),
    ...rules.map((rule) => page("rules", rule.id, (to) => rulePage(rule, to))),
    page("roles", "README", rolesIndex),
    ...roles.map((id) => page("roles", id, (to) => rolePage(id, to))),
    page("sources", "README", sourcesIndex),
    ...[...sources.values()].map((source) => page("sources", source.id, (to) => sourcePage(source, to))),
    page("sources", "standards", standardsPage),
    page("regimes", "README", regimesIndex),
    ...[...regimeDefinitions.values()].map((regime) => page("regimes", regime.id, (to) => regimePage(regime, to))),
  ];
}

const entries: [string, (address: Address) => string][] = [
  ...[...standards.keys()].map((id) => entry(id, (to) => standardPage(id, to))),
  ...[...provisions.values()].map((provision) => entry(provision.id, (to) => provisionPage(provision, to))),
  ...[...regimeDefinitions.values()].map((regime) => entry(regime.id, (to) => regimePage(regime, to))),
  ...[...claims.values()].map((claim) => entry(claim.id, (to) => claimPage(claim, to))),
  ...[...sources.values()].map((source) => entry(source.id, (to) => sourcePage(source, to))),
  ...roles.map((id) => entry(id, (to) => rolePage(id, to))),
  ...[...ruleById.values()].map((rule) => entry(rule.id, (to) => rulePage(rule, to))),
];

const ids = entries.map(([id]) => id);
const pageById = new Map(entries.map(([id, write]) => [id.toLowerCase(), write]));

function entry(id: string, write: (address: Address) => string): [string, (address: Address) => string] {
  return [id, write];
}
