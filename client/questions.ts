import * as vscode from "vscode";
import type { QuestionsResult } from "../server/protocol.ts";

type Questions = (uri: string) => Promise<QuestionsResult>;

/**
 * Copies what to ask in the next interview as Markdown, ready for a mail. `target` is the file that the command was
 * called on, from a menu; from the palette it is the file in the active editor.
 */
export async function copyQuestions(target: unknown, questions: Questions): Promise<void> {
  const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
  // A file in a tab that was never shown is not open yet, and the server knows open files only.
  const document = uri && (await vscode.workspace.openTextDocument(uri));
  const found = document?.languageId === "itorg" ? await questions(document.uri.toString()) : null;
  if (!found) {
    void vscode.window.showInformationMessage("Open an .itorg.yaml file to copy its interview questions.");
    return;
  }
  await vscode.env.clipboard.writeText(found.markdown);
  vscode.window.setStatusBarMessage(
    found.count === 0 ? "No question is open." : "The interview questions are in the clipboard.",
    5000,
  );
}
