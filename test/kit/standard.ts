import * as check from "../../server/analysis/check.ts";
import * as snapshot from "../../server/analysis/snapshot.ts";
import type { Text } from "../../server/base/text.ts";
import * as firm from "../../server/firm/config.ts";
import { standard } from "../../server/knowledge/standard.ts";
import * as document from "../../server/model/read/document.ts";
import { type DocPage, nowhere, pagesOf } from "../../server/reports/pages/pages.ts";

// What a program does with a text by what we know ourselves; a test says only what is special about its case.

/** What counts where no firm says otherwise. */
export const standardConfig = firm.usualConfig(standard);
/** Every rule of the product. */
export const { rules, ruleById } = standardConfig;
export const standardPages = pagesOf(standardConfig);
/** What the pages are written from, with links that lead nowhere. */
export const library = standardPages.library(nowhere);

export const docPage = (idOrPath: string): DocPage | undefined => standardPages.page(idOrPath);

export const readDocument = (text: Text, conventions = standardConfig.conventions): document.OrgDocument =>
  document.readDocument(text, conventions);

export const readBytes = (bytes: Uint8Array): document.OrgDocument =>
  document.readBytes(bytes, standardConfig.conventions);

type Options = Omit<check.Options, "config"> & { readonly config?: firm.Config };

export const analyze = (text: Text, options: Options): check.Analysis =>
  check.analyze(text, { config: standardConfig, ...options });

export const analyzeDocument = (read: document.OrgDocument, options: Options): check.Analysis =>
  check.analyzeDocument(read, { config: standardConfig, ...options });

export const snapshotOf = (text: Text, today: string, config = standardConfig): snapshot.Snapshot =>
  snapshot.snapshotOf(text, today, config);

export const configSnapshotOf = (text: Text): snapshot.Snapshot => snapshot.configSnapshotOf(text, standard);

export const configFrom = (text: Text): firm.WrittenConfig => firm.configFrom(text, standard);
