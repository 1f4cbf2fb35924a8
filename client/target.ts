import * as vscode from "vscode";
import type { TargetResult } from "../server/protocol.ts";

type Target = (uri: string) => Promise<TargetResult>;

/**
 * Opens the target organization of a client beside its file, as a new text that is saved where the user says. `target`
 * is the file that the command was called on, from a menu; from the palette it is the file in the active editor.
 */
export async function writeTarget(target: unknown, ask: Target): Promise<void> {
  const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
  // A file in a tab that was never shown is not open yet, and the server knows open files only.
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  const found = document?.languageId === "itorg" ? await ask(document.uri.toString()) : null;
  if (!found) {
    void vscode.window.showInformationMessage("Open an .itorg.yaml file to write its target organization.");
    return;
  }
  if ("refused" in found) {
    void vscode.window.showInformationMessage(found.refused);
    return;
  }
  const written = await vscode.workspace.openTextDocument({ language: "itorg", content: found.content });
  await vscode.window.showTextDocument(written, vscode.ViewColumn.Beside);
  const [left, name] = [found.left.length, found.left.join("; ")];
  if (left === 0) void vscode.window.showInformationMessage(`The target: ${found.applied} of the plan applied.`);
  else void vscode.window.showWarningMessage(`The target: ${found.applied} of the plan applied, ${left} not: ${name}.`);
}
