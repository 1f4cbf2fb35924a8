import { RequestType } from "vscode-languageserver";
import { type ReportParams, type ReportResult, reportRequest } from "../protocol.ts";
import { deckOf } from "../reports/client/deck.ts";
import { html } from "../reports/client/html.ts";
import { markdown } from "../reports/client/markdown.ts";
import { reportOf } from "../reports/client/report.ts";
import type { Here } from "./feature.ts";

export const reportType = new RequestType<ReportParams, ReportResult, void>(reportRequest);

/** The report of a file as it stands in the editor: as text, or as what the exports make a file of. */
export async function reportIn(
  { snapshot: { analysis, is }, document: { uri } }: Here,
  { format, unsaved }: ReportParams,
): Promise<ReportResult> {
  if (is !== "organization") return null;
  const { report } = analysis.config;
  const file = uri.slice(uri.lastIndexOf("/") + 1);
  const made = reportOf(analysis, { names: report.names, file: decoded(file), unsaved: unsaved === true });
  const letters = [...new Set(made.missing.map(({ letter }) => letter))];
  const usesFiles = report.logo !== undefined || report.template !== undefined;
  if (format === "docx") return { document: made.document, letters, usesFiles };
  if (format === "pptx") return { deck: deckOf(made), letters: [], usesFiles };
  return { text: format === "md" ? markdown(made.document) : await html(made.document), letters: [], usesFiles };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
