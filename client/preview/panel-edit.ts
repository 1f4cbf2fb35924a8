import * as vscode from "vscode";
import type { ShownEdit } from "../../server/preview-protocol.ts";
import type { Ask } from "./ask.ts";

/** Applies edits as one step, which one undo takes back; the file stands open in an editor from then on. */
export async function applied(
  document: vscode.TextDocument,
  edits: readonly ShownEdit[],
  panel?: vscode.ViewColumn,
): Promise<boolean> {
  if (columnOf(document.uri) === undefined)
    await vscode.window.showTextDocument(document, { viewColumn: besides(panel), preserveFocus: true, preview: false });
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range: { start, end }, newText }) =>
      vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
    ),
  );
  return vscode.workspace.applyEdit(edit);
}

/** Where a file goes that is shown beside a panel. */
export const besides = (panel: vscode.ViewColumn | undefined): vscode.ViewColumn =>
  panel === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One;

/** Where a file has a tab. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isOf = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(isOf))?.viewColumn;
}

/** Puts the cursor where something stands in a file; without a place, into the file. */
export async function goTo(
  ask: Ask,
  uri: vscode.Uri,
  at: string | undefined,
  { panel, keepFocus = false }: { readonly panel?: vscode.ViewColumn | undefined; readonly keepFocus?: boolean } = {},
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const found = at === undefined ? null : await ask.locate(uri, { at });
  const viewColumn = columnOf(uri) ?? besides(panel);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn,
    preserveFocus: keepFocus,
    preview: false,
  });
  if (!found) return;
  const start = new vscode.Position(found.range.start.line, found.range.start.character);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
