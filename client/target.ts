import * as vscode from "vscode";
import type { TargetResult } from "../server/protocol.ts";

type Target = (uri: string) => Promise<TargetResult>;

/** Opens the target organization of a client beside its file, as a new text that is saved where the user says. */
export async function writeTarget({ uri }: vscode.TextDocument, ask: Target): Promise<void> {
  const found = await ask(uri.toString());
  if (!found) return;
  if ("refused" in found) {
    void vscode.window.showInformationMessage(found.refused);
    return;
  }
  const written = await vscode.workspace.openTextDocument({ language: "itorg", content: found.content });
  await vscode.window.showTextDocument(written, vscode.ViewColumn.Beside);
  const { applied, left } = found;
  if (left.length === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t("The target: {0} of the plan applied.", applied));
  else
    void vscode.window.showWarningMessage(
      vscode.l10n.t("The target: {0} of the plan applied, {1} not: {2}.", applied, left.length, left.join("; ")),
    );
}
