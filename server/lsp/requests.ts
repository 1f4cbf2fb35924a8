import { RequestType } from "vscode-languageserver";
import { usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import {
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type PageEntry,
  type PagesParams,
  pagesRequest,
  type QuestionsParams,
  type QuestionsResult,
  questionsRequest,
  type StatusParams,
  type StatusResult,
  statusRequest,
} from "../protocol.ts";
import { questionsMail } from "../reports/formats/questions/markdown.ts";
import { pagesOf } from "../reports/pages/pages.ts";
import type { Here } from "./feature.ts";

/** Our own requests. As types, so that one without parameters is refused before it gets here. */
export const requests = {
  explain: new RequestType<ExplainParams, ExplainResult, void>(explainRequest),
  questions: new RequestType<QuestionsParams, QuestionsResult, void>(questionsRequest),
  status: new RequestType<StatusParams, StatusResult, void>(statusRequest),
  pages: new RequestType<PagesParams, PageEntry[], void>(pagesRequest),
};

export function questionsIn({ snapshot: { analysis } }: Here): QuestionsResult {
  return { markdown: `${questionsMail(analysis)}\n`, count: analysis.questions.length };
}

/** What has a page of its own, and is no heading on another's. */
export const pages: PageEntry[] = pagesOf(usualConfig(standard))
  .explained.filter(({ page }) => page.anchor === undefined)
  .map(({ id, title, kind }) => ({ id, title, kind }));
