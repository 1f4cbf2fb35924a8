import * as vscode from "vscode";
import type { CompareParams, CompareResult } from "../server/protocol.ts";
import { isClient } from "./active-file.ts";
import { lastCommitOf } from "./last-commit.ts";
import { hold, showHeld } from "./pages.ts";

type Compare = (params: CompareParams) => Promise<CompareResult>;

/** The other side of a comparison: what it says, what it is called, and where it is to be read. */
interface Side {
  readonly text: string;
  readonly name: string;
  readonly uri: vscode.Uri;
}

/** More files than these are not searched for a list to choose from. */
const maxFiles = 500;

/** Compares a client's file with another one that is chosen, both as the editor has them. */
export async function compareWith(document: vscode.TextDocument, compare: Compare): Promise<void> {
  const uri = await chooseOther(document);
  if (!uri) return;
  const other = await vscode.workspace.openTextDocument(uri);
  await show(document, { text: other.getText(), name: nameOf(other), uri }, compare);
}

/** Says what has changed in a client's file since the last commit. */
export async function compareWithLastCommit(document: vscode.TextDocument, compare: Compare): Promise<void> {
  const found = await lastCommitOf(document);
  if ("refused" in found) {
    void vscode.window.showInformationMessage(found.refused);
    return;
  }
  const { text, hash, day } = found;
  const file = document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
  const since = day === "" ? hash : `${day} (${hash})`;
  if (text === document.getText()) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Nothing changed since {0}.", since));
    return;
  }
  const uri = hold(`/commits/${hash}/${file}`, text);
  await show(document, { text, name: vscode.l10n.t("{0} of {1}", file, since), uri }, compare);
}

async function show(document: vscode.TextDocument, other: Side, compare: Compare): Promise<void> {
  const names = { here: nameOf(document), other: other.name };
  const found = await compare({ textDocument: { uri: document.uri.toString() }, other: other.text, names });
  if (!found) return;
  const [left, right] = found.isOtherLater ? [document.uri, other.uri] : [other.uri, document.uri];
  const title = vscode.l10n.t(
    "{0}, then {1}",
    ...(found.isOtherLater ? [names.here, names.other] : [names.other, names.here]),
  );
  await showHeld("comparisons/", title, found.markdown);
  const both = vscode.l10n.t("Open Both");
  const said =
    found.changes === 0
      ? vscode.l10n.t("Nothing in the organization has changed.")
      : vscode.l10n.t("Changes: {0}. Findings ended: {1}, new: {2}.", found.changes, found.ended, found.new);
  // Not waited for: the message stays as long as nobody answers it.
  void vscode.window.showInformationMessage(said, both).then(async (picked) => {
    if (picked === both) await vscode.commands.executeCommand("vscode.diff", left, right, title);
  });
}

/** What the editor shows counts, saved or not, and that is said. */
function nameOf({ uri, isDirty, isUntitled }: vscode.TextDocument): string {
  const name = isUntitled ? uri.path : vscode.workspace.asRelativePath(uri);
  return isDirty && !isUntitled ? vscode.l10n.t("{0} with unsaved changes", name) : name;
}

async function chooseOther({ uri: own }: vscode.TextDocument): Promise<vscode.Uri | undefined> {
  const found = await vscode.workspace.findFiles("**/*.itorg.{yaml,yml}", undefined, maxFiles);
  const open = vscode.workspace.textDocuments.filter((one) => isClient(one) && one.uri.scheme !== "itorg");
  const all = new Map([...open.map(({ uri }) => uri), ...found].map((uri) => [uri.toString(), uri]));
  all.delete(own.toString());
  const files = [...all.values()]
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const elsewhere: { label: string; uri?: vscode.Uri } = { label: vscode.l10n.t("Another File…") };
  const placeHolder = vscode.l10n.t("Compare with which file?");
  const chosen =
    files.length === 0 ? elsewhere : await vscode.window.showQuickPick([...files, elsewhere], { placeHolder });
  if (!chosen || chosen.uri) return chosen?.uri;
  const filters = { [vscode.l10n.t("IT organization")]: ["yaml", "yml"] };
  return (await vscode.window.showOpenDialog({ canSelectMany: false, filters }))?.[0];
}
