import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type AnswerParams,
  type AnswerResult,
  answerRequest,
  type ChartArrangement,
  type ExportKind,
  type ExportNames,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type LocateParams,
  type LocateResult,
  locateRequest,
  type PreviewParams,
  type PreviewResult,
  type PreviewTab,
  previewRequest,
  type RemediesParams,
  type RemediesResult,
  remediesRequest,
  type StatusChangeParams,
  type StatusChangeResult,
  statusChangeRequest,
} from "../../server/preview-protocol.ts";

/** What the preview asks the server. */
export type Ask = ReturnType<typeof asking>;

export function asking(client: BaseLanguageClient) {
  const of = (uri: vscode.Uri) => ({ textDocument: { uri: uri.toString() } });
  return {
    preview: (uri: vscode.Uri, tab: PreviewTab, arrangement?: ChartArrangement): Promise<PreviewResult> =>
      client.sendRequest(previewRequest, {
        ...of(uri),
        tab,
        ...(arrangement ? { arrangement } : {}),
      } satisfies PreviewParams),
    locate: (uri: vscode.Uri, where: Omit<LocateParams, "textDocument">): Promise<LocateResult> =>
      client.sendRequest(locateRequest, { ...of(uri), ...where } satisfies LocateParams),
    answer: (uri: vscode.Uri, answer: Omit<AnswerParams, "textDocument">): Promise<AnswerResult> =>
      client.sendRequest(answerRequest, { ...of(uri), ...answer } satisfies AnswerParams),
    statusChange: (uri: vscode.Uri, place: string, status: string): Promise<StatusChangeResult> =>
      client.sendRequest(statusChangeRequest, { ...of(uri), place, status } satisfies StatusChangeParams),
    remedies: (uri: vscode.Uri, rule: string, at: string): Promise<RemediesResult> =>
      client.sendRequest(remediesRequest, { ...of(uri), rule, at } satisfies RemediesParams),
    export: (uri: vscode.Uri, kind: ExportKind, names: ExportNames): Promise<ExportResult> =>
      client.sendRequest(exportRequest, { ...of(uri), kind, names } satisfies ExportParams),
  };
}
