import { usualConfig } from "../../server/firm/config.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { type DocPage, nowhere, pagesOf } from "../../server/reports/pages/pages.ts";

/** What counts where no firm says otherwise, by what we know ourselves. */
export const standardConfig = usualConfig(standard);

export const standardPages = pagesOf(standardConfig);

/** What the pages are written from, with links that lead nowhere. */
export const library = standardPages.library(nowhere);

export const docPage = (idOrPath: string): DocPage | undefined => standardPages.page(idOrPath);
