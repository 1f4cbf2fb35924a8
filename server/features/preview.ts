import { planOf } from "../analysis/plan.ts";
import { countOf } from "../analysis/question-groups.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import { clientName } from "../model/org/naming.ts";
import { type ChartTab, chartTab, type Kept } from "./preview/chart.ts";
import { type FindingsTab, findingsTab } from "./preview/findings.ts";
import { type MatrixTab, matrixTab } from "./preview/matrix.ts";
import { type PlanTab, planTab } from "./preview/plan.ts";
import { type QuestionsTab, questionsTab } from "./preview/questions.ts";

/** A client's file as the editor shows it beside the text. */
export interface Preview {
  readonly title: string;
  readonly isWhole: boolean;
  readonly counts: { readonly findings: number; readonly questions: number; readonly plan: number };
  readonly content: ChartTab | MatrixTab | FindingsTab | QuestionsTab | PlanTab;
}
export type Tab = Preview["content"]["tab"];

/** What one tab shows. `kept`: how the chart was arranged before. */
export function preview(snapshot: Snapshot, tab: Tab, kept: Kept | undefined): Preview {
  const { analysis } = snapshot;
  const { document, findings, questions } = analysis;
  return {
    title: clientName(document.org, "full"),
    isWhole: document.syntax.problems.length === 0 && !document.unread,
    counts: {
      findings: findings.filter(({ accepted }) => !accepted).length,
      questions: countOf(questions).all,
      plan: planOf(analysis).recommended.length,
    },
    content: contentOf(snapshot, tab, kept),
  };
}

function contentOf(snapshot: Snapshot, tab: Tab, kept: Kept | undefined): Preview["content"] {
  switch (tab) {
    case "chart":
      return chartTab(snapshot, kept);
    case "matrix":
      return matrixTab(snapshot);
    case "findings":
      return findingsTab(snapshot);
    case "questions":
      return questionsTab(snapshot);
    case "plan":
      return planTab(snapshot);
  }
}
