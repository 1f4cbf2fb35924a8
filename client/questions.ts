import * as vscode from "vscode";
import { type QuestionsResult, showQuestionsCommand } from "../server/protocol.ts";

/** Copies what to ask in the next interview as Markdown, ready for a mail. */
export async function copyQuestions(found: NonNullable<QuestionsResult>, uri: vscode.Uri): Promise<void> {
  if (found.count === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("No question is open."));
    return;
  }
  await vscode.env.clipboard.writeText(found.markdown);
  const show = vscode.l10n.t("Show");
  const message =
    found.count === 1
      ? vscode.l10n.t("The question for the next interview is in the clipboard.")
      : vscode.l10n.t("The {0} questions for the next interview are in the clipboard.", found.count);
  // The command has done what it does; the message may stay as long as the user likes.
  void vscode.window.showInformationMessage(message, show).then((picked) => {
    if (picked === show) return vscode.commands.executeCommand(showQuestionsCommand, uri);
    return undefined;
  });
}
