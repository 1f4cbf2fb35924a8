import { RequestType } from "vscode-languageserver";
import { countOf } from "../analysis/question-groups.ts";
import { targetOf } from "../analysis/target.ts";
import { usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import { describesTarget } from "../model/org/state.ts";
import { given } from "../model/words/fact.ts";
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
  type TargetParams,
  type TargetResult,
  targetRequest,
} from "../protocol.ts";
import { questionsMail } from "../reports/formats/questions/markdown.ts";
import { pagesOf } from "../reports/pages/pages.ts";
import { folderOf } from "../workspace/workspace.ts";
import type { Here } from "./feature.ts";
import type { Session } from "./session.ts";

/** Our own requests. As types, so that one without parameters is refused before it gets here. */
export const requests = {
  explain: new RequestType<ExplainParams, ExplainResult, void>(explainRequest),
  questions: new RequestType<QuestionsParams, QuestionsResult, void>(questionsRequest),
  status: new RequestType<StatusParams, StatusResult, void>(statusRequest),
  target: new RequestType<TargetParams, TargetResult, void>(targetRequest),
  pages: new RequestType<PagesParams, PageEntry[], void>(pagesRequest),
};

export function questionsIn({ snapshot: { analysis } }: Here): QuestionsResult {
  return { markdown: `${questionsMail(analysis)}\n`, count: countOf(analysis.questions).all };
}

/** The target that the recommendations of a file lead to. */
export function targetIn({ snapshot: { analysis, is } }: Here): TargetResult {
  const { org, syntax } = analysis.document;
  if (is !== "organization") return null;
  if (describesTarget(org)) return { refused: "This file is that of a target already." };
  if (syntax.problems.length > 0) return { refused: "Put right what cannot be read in this file first." };
  const { content, applied, left } = targetOf(analysis);
  return {
    content,
    applied: applied.length,
    left: left.map(({ entry, why }) => `${given(entry.do) ?? "one"}: ${why}`),
  };
}

/** The page about an id; of a firm's own rule, by the configuration in which it stands. */
export async function explained(session: Session, { id, config }: ExplainParams): Promise<ExplainResult> {
  const folder = typeof config === "string" ? folderOf(config) : undefined;
  const firm = folder === undefined ? usualConfig(standard) : await session.configs.ofFolder(folder);
  const found = [firm, ...session.configsInUse()].find((one) => pagesOf(one).page(String(id)));
  return (found && pagesOf(found).page(String(id))) ?? null;
}

/** What has a page of its own, and is no heading on another's: also the firm's own rules, wherever a file is by them. */
export function pagesIn(session: Session): PageEntry[] {
  const own = session
    .configsInUse()
    .flatMap(({ uri, ruleById }) =>
      [...ruleById.values()]
        .filter(({ firm }) => firm !== undefined && uri !== undefined)
        .map(
          ({ id, title }): PageEntry => ({ id, title, kind: "Rule", ...(uri === undefined ? {} : { config: uri }) }),
        ),
    );
  return [...pages, ...own];
}

const pages: readonly PageEntry[] = pagesOf(usualConfig(standard))
  .explained.filter(({ page }) => page.anchor === undefined)
  .map(({ id, title, kind }) => ({
    id,
    title,
    kind,
    ...(usualConfig(standard).ruleById.get(id)?.about === "form" ? { isAboutForm: true } : {}),
  }));
