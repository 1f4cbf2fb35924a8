import { memo } from "../../base/memo.ts";
import { nearest } from "../../base/spelling.ts";
import type { Config } from "../../firm/config.ts";
import { type Address, type Library, libraryOf, type Page, type PageKind, pageOf } from "./page.ts";
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
  readonly write: (library: Library) => string;
}

/** A page of the documentation: `path` is below its folder, and links to other pages are relative. */
export interface DocPage {
  readonly path: string;
  readonly anchor?: string;
  readonly markdown: string;
}

/** The pages that there are by one configuration: of what is known, and of the rules with the firm's own. */
export const pagesOf = memo((config: Config) => new Pages(config));

class Pages {
  /** All that can be explained: rules, roles, articles, claims, standards, laws and provisions. */
  readonly explained: readonly Explained[];
  readonly #config: Config;
  readonly #byId: ReadonlyMap<string, Explained>;
  readonly #writers: ReadonlyMap<string, () => string>;

  constructor(config: Config) {
    this.#config = config;
    this.explained = explainedBy(this.library(nowhere));
    this.#byId = new Map(this.explained.map((one) => [one.id.toLowerCase(), one]));
    const pages = [
      ...fronts.map(([kind, write]) => ({ page: ofKind(kind, "README"), write })),
      ...this.explained.filter(({ page }) => page.anchor === undefined),
      { page: ofKind("sources", "standards"), write: standardsPage },
    ];
    this.#writers = new Map(
      pages.map(({ page, write }) => [pathOf(page), () => write(this.library(relativeFrom(page.kind)))]),
    );
  }

  /** What pages are written from; `address` says where each is found. */
  library(address: Address): Library {
    return libraryOf(this.#config, address);
  }

  /** What has this id, in small or capital letters. */
  find(id: string): Explained | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  /** The ids nearest to one that nothing has, nearest first. */
  similarIds(id: string): string[] {
    const ids = this.explained.map((one) => one.id);
    return nearest(id, ids).slice(0, 3);
  }

  /** The page on which something is explained, by its id or by the page's own path. */
  page(idOrPath: string): DocPage | undefined {
    const found = this.find(idOrPath)?.page;
    const path = found ? pathOf(found) : idOrPath;
    const markdown = this.#writers.get(path)?.();
    if (markdown === undefined) return undefined;
    return found?.anchor === undefined ? { path, markdown } : { path, anchor: found.anchor, markdown };
  }

  /** The paths of all pages; `README.md` is a folder's front page. */
  paths(): string[] {
    return [...this.#writers.keys()];
  }
}

/** Links lead nowhere, as on a terminal. */
export const nowhere: Address = () => undefined;

function explainedBy({ knowledge, rules }: Library): Explained[] {
  const { roles, law, evidence } = knowledge;
  const pageOn = (id: string) => pageOf(id, knowledge)!;
  return [
    // A rule about one provision is explained by the provision's page.
    ...rules
      .filter((rule) => rule.provision === undefined)
      .map((rule) => entry(rule.id, "Rule", rule.title, ofKind("rules", rule.id), (to) => rulePage(rule, to))),
    ...[...roles.definitions.values()].map(({ id, name }) =>
      entry(id, "Role", name, ofKind("roles", id), (to) => rolePage(id, to)),
    ),
    ...[...evidence.sources.values()].map((source) =>
      entry(source.id, "Source", `${source.author}: ${source.title}`, ofKind("sources", source.id), (to) =>
        sourcePage(source, to),
      ),
    ),
    ...[...evidence.claims.values()].map((claim) =>
      entry(claim.id, "Source", claim.says, pageOn(claim.id), (to) => claimPage(claim, to)),
    ),
    ...[...evidence.standards.values()].map(({ id, title }) =>
      entry(id, "Law or standard", title, pageOn(id), (to) => standardPage(id, to)),
    ),
    ...[...law.regimes.values()].map((regime) =>
      entry(regime.id, "Law or standard", regime.name, ofKind("regimes", regime.id), (to) => regimePage(regime, to)),
    ),
    ...[...law.provisions.values()].map((provision) =>
      entry(provision.id, "Law or standard", `${provision.cite}: ${provision.title}`, pageOn(provision.id), (to) =>
        provisionPage(provision, to),
      ),
    ),
  ];
}

const fronts: readonly [PageKind, (library: Library) => string][] = [
  ["rules", rulesIndex],
  ["roles", rolesIndex],
  ["sources", sourcesIndex],
  ["regimes", regimesIndex],
  ["provisions", provisionsIndex],
];

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
  write: (library: Library) => string,
): Explained {
  return { id, kind, title, page, write };
}
