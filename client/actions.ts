import * as vscode from "vscode";

/** What the server's titles of these begin with; a title is a part of its answer, and no word of the interface. */
const beginnings = { accept: "Accept this risk...", recommend: "Recommend: " } as const;

/** Carries out what the light bulb at the cursor offers of one kind; of several, the one that is chosen. */
export async function actHere(what: keyof typeof beginnings): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection } = editor;
  const all = await offered(document.uri, selection, vscode.CodeActionKind.QuickFix);
  const own = all.filter(({ title }) => title.startsWith(beginnings[what]));
  if (own.length === 0) {
    void vscode.window.showInformationMessage(
      what === "accept"
        ? vscode.l10n.t("At the cursor is no finding that somebody could accept.")
        : vscode.l10n.t("At the cursor is no finding for which something could be recommended."),
    );
    return;
  }
  const items = own.map((action) => ({ label: action.title, action }));
  const placeHolder = vscode.l10n.t("Which one?");
  const chosen = items.length === 1 ? items[0] : await vscode.window.showQuickPick(items, { placeHolder });
  if (chosen) await carryOut(chosen.action);
}

/** Mends in a file whatever needs no judgement. */
export async function fixAll(document: vscode.TextDocument): Promise<void> {
  const kind = vscode.CodeActionKind.SourceFixAll.append("itorg");
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const [all] = await offered(document.uri, whole, kind);
  if (all) await carryOut(all);
  else
    void vscode.window.showInformationMessage(vscode.l10n.t("Nothing in this file can be mended without judgement."));
}

/** So many are asked for with their edits. */
const maxResolved = 50;

const offered = (
  uri: vscode.Uri,
  range: vscode.Range,
  { value }: vscode.CodeActionKind,
): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, range, value, maxResolved);

async function carryOut({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) await vscode.workspace.applyEdit(edit);
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
