import * as vscode from "vscode";
import type { LspPosition, LspRange, SelectArguments } from "../server/protocol.ts";

/** Selects what a person is to write over, such as the reason of a decision that has just got an entry. */
export async function select(...[uri, range]: SelectArguments): Promise<void> {
  const wanted = vscode.Uri.parse(uri);
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === wanted.toString());
  const column = shown?.viewColumn ?? vscode.ViewColumn.Active;
  const editor = await vscode.window.showTextDocument(wanted, { viewColumn: column });
  const { start, end } = toRange(range);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(new vscode.Range(start, end), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

export const toPosition = ({ line, character }: LspPosition): vscode.Position => new vscode.Position(line, character);

export const toRange = ({ start, end }: LspRange): vscode.Range => new vscode.Range(toPosition(start), toPosition(end));
