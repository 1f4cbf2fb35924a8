import * as vscode from "vscode";
import { copyQuestionsCommand, type StatusResult } from "../server/protocol.ts";

type Status = (uri: string) => Promise<StatusResult>;

const problemsCommand = "workbench.actions.view.problems";

/** Shows how the file in the active editor stands, as long as one of ours is there and the user wants to see it. */
export function statusBar(status: Status): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("itorg.status", vscode.StatusBarAlignment.Left);
  item.name = "itorg: findings and questions";
  item.command = problemsCommand;
  let asked = 0;
  const update = async () => {
    const mine = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    const isWanted = vscode.workspace.getConfiguration("itorg").get("statusBar.enabled", true);
    const found = isWanted && document?.languageId === "itorg" ? await status(document.uri.toString()) : null;
    // Another file or another answer may have come in between.
    if (mine !== asked) return;
    if (!found) {
      item.hide();
      return;
    }
    item.text = textOf(found);
    item.tooltip = tooltipOf(found);
    item.accessibilityInformation = { label: `itorg: ${inWords(found).join(", ")}` };
    item.show();
  };
  // A server that stops answers nothing, and starts with an answer; until then the last one stays.
  const refresh = () => void update().then(undefined, () => undefined);
  const isActive = (uri: vscode.Uri) => uri.toString() === vscode.window.activeTextEditor?.document.uri.toString();
  refresh();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isActive)) refresh();
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (isActive(uri)) refresh();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("itorg.statusBar")) refresh();
    }),
  );
}

/** Only what there is, with the pictures that the Problems panel uses as well. */
function textOf({ error, warning, info, questions }: NonNullable<StatusResult>): string {
  const counts = [
    ["error", error],
    ["warning", warning],
    ["info", info],
    ["question", questions],
  ] as const;
  const shown = counts.filter(([, count]) => count > 0).map(([picture, count]) => `$(${picture}) ${count}`);
  return `itorg ${shown.length > 0 ? shown.join(" ") : "$(check)"}`;
}

function tooltipOf(found: NonNullable<StatusResult>): vscode.MarkdownString {
  const lines = inWords(found).map((line) => `- ${line}`);
  const links = `[Show the findings](command:${problemsCommand}) · [Copy the questions](command:${copyQuestionsCommand})`;
  const tooltip = new vscode.MarkdownString(`${lines.join("\n")}\n\n${links}`);
  tooltip.isTrusted = { enabledCommands: [problemsCommand, copyQuestionsCommand] };
  return tooltip;
}

function inWords({
  error,
  warning,
  info,
  hint,
  accepted,
  questions,
  questionsNow,
}: NonNullable<StatusResult>): string[] {
  const counted = (count: number, one: string, more = `${one}s`) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  const all = [
    ...counted(error, "error"),
    ...counted(warning, "warning"),
    ...counted(info, "note"),
    ...counted(hint, "hint"),
    ...counted(accepted, "accepted risk"),
    ...counted(questions, `open question (${questionsNow} now)`, `open questions (${questionsNow} now)`),
  ];
  return all.length > 0 ? all : ["nothing found, and no question open"];
}
