import * as vscode from "vscode";
import type { PlacesArguments } from "../server/protocol.ts";
import { toPosition, toRange } from "./select.ts";

/** Shows all the places that a lens counts, in the list that the editor has for references. */
export async function showPlaces(...[uri, at, ranges]: PlacesArguments): Promise<void> {
  const document = vscode.Uri.parse(uri);
  const places = ranges.map((range) => new vscode.Location(document, toRange(range)));
  await vscode.commands.executeCommand("editor.action.showReferences", document, toPosition(at), places);
}

/** Goes to the first of the findings that a lens counts, and with the next click to the one behind it. */
export async function showFindings(...[uri, , ranges]: PlacesArguments): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  const starts = ranges.map(({ start }) => toPosition(start));
  const next = starts.find((start) => start.isAfter(editor.selection.active)) ?? starts[0];
  if (!next) return;
  editor.selection = new vscode.Selection(next, next);
  editor.revealRange(new vscode.Range(next, next), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  // Not the editor's "next problem": in its order a graver one further down comes before the one at the cursor.
  await vscode.commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
}
