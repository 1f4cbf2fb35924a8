import { nearest } from "../../base/spelling.ts";
import { roles } from "../../knowledge/catalogues.ts";
import { provisions, regimeDefinitions } from "../../knowledge/regimes.ts";
import { roleDefinitions } from "../../knowledge/roles.ts";
import { claims, sources, standards } from "../../knowledge/sources.ts";
import { rules } from "../../rules/index.ts";
import { type Address, type Page, type PageKind, pageOf } from "./page.ts";
import { provisionPage, provisionsIndex } from "./provision-page.ts";
import { regimePage, regimesIndex } from "./regime-page.ts";
import { rolePage, rolesIndex } from "./role-page.ts";
import { rulePage, rulesIndex } from "./rule-page.ts";
import { claimPage, sourcePage, sourcesIndex, standardPage, standardsPage } from "./source-page.ts";

/** Something that has an id and can be explained. */
export interface Explained {
  readonly id: string;
  readonly title: string;
  readonly kind: "Rule" | "Role" | "Source" | "Law or standard";
  /** The page that it has, or on which it is a heading. */
  readonly page: Page;
  /** What is known under this id alone, as Markdown. */
  readonly write: (address: Address) => string;
}

/** A page of the documentation: `path` is below its folder, and links to other pages are relative. */
export interface DocPage {
  readonly path: string;
  readonly anchor?: string;
  readonly markdown: string;
}

/** All that can be explained: rules, roles, articles, claims, standards, laws and provisions. */
export const explained: readonly Explained[] = [
  // A rule about one provision is explained by the provision's page.
  ...rules
    .filter((rule) => rule.provision === undefined)
    .map((rule) => entry(rule.id, "Rule", rule.title, ofKind("rules", rule.id), (to) => rulePage(rule, to))),
  ...roles.map((id) => entry(id, "Role", roleDefinitions.get(id)!.name, ofKind("roles", id), (to) => rolePage(id, to))),
  ...[...sources.values()].map((source) =>
    entry(source.id, "Source", `${source.author}: ${source.title}`, ofKind("sources", source.id), (to) =>
      sourcePage(source, to),
    ),
  ),
  ...[...claims.values()].map((claim) =>
    entry(claim.id, "Source", claim.says, pageOf(claim.id)!, (to) => claimPage(claim, to)),
  ),
  ...[...standards.values()].map(({ id, title }) =>
    entry(id, "Law or standard", title, pageOf(id)!, (to) => standardPage(id, to)),
  ),
  ...[...regimeDefinitions.values()].map((regime) =>
    entry(regime.id, "Law or standard", regime.name, ofKind("regimes", regime.id), (to) => regimePage(regime, to)),
  ),
  ...[...provisions.values()].map((provision) =>
    entry(provision.id, "Law or standard", `${provision.cite}: ${provision.title}`, pageOf(provision.id)!, (to) =>
      provisionPage(provision, to),
    ),
  ),
];

const byId = new Map(explained.map((one) => [one.id.toLowerCase(), one]));

/** What has this id, in small or capital letters. */
export const findExplained = (id: string): Explained | undefined => byId.get(id.toLowerCase());

/** The ids nearest to one that nothing has, nearest first. */
export function similarIds(id: string): string[] {
  const ids = explained.map((one) => one.id);
  return nearest(id, ids).slice(0, 3);
}

/** The page on which something is explained, by its id or by the page's own path. */
export function docPage(idOrPath: string): DocPage | undefined {
  const found = findExplained(idOrPath)?.page;
  const path = found ? pathOf(found) : idOrPath;
  const markdown = writers.get(path)?.();
  if (markdown === undefined) return undefined;
  return found?.anchor === undefined ? { path, markdown } : { path, anchor: found.anchor, markdown };
}

/** The paths of all pages; `README.md` is a folder's front page. */
export const docPaths = (): string[] => [...writers.keys()];

const fronts: readonly [PageKind, (address: Address) => string][] = [
  ["rules", rulesIndex],
  ["roles", rolesIndex],
  ["sources", sourcesIndex],
  ["regimes", regimesIndex],
  ["provisions", provisionsIndex],
];

const writers: ReadonlyMap<string, () => string> = new Map(
  [
    ...fronts.map(([kind, write]) => ({ page: ofKind(kind, "README"), write })),
    ...explained.filter(({ page }) => page.anchor === undefined),
    { page: ofKind("sources", "standards"), write: standardsPage },
  ].map(({ page, write }) => [pathOf(page), () => write(relativeFrom(page.kind))]),
);

function relativeFrom(folder: PageKind): Address {
  return ({ kind, id, anchor }) =>
    `${kind === folder ? "" : `../${kind}/`}${id}.md${anchor === undefined ? "" : `#${anchor}`}`;
}

function pathOf({ kind, id }: Page): string {
  return `${kind}/${id}.md`;
}

function ofKind(kind: PageKind, id: string): Page {
  return { kind, id };
}

function entry(
  id: string,
  kind: Explained["kind"],
  title: string,
  page: Page,
  write: (address: Address) => string,
): Explained {
  return { id, kind, title, page, write };
}
