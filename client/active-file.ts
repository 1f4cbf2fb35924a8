import * as vscode from "vscode";
import { newOrganizationCommand } from "../server/protocol.ts";

/** More files than these are not searched for a list to choose from. */
const maxFiles = 500;

/**
 * Knows which client file a command is about. A walkthrough, a preview or an output may have the focus, and whoever
 * calls a command there still means the file that was looked at before.
 */
export class ActiveFile implements vscode.Disposable {
  #last: vscode.Uri | undefined;
  readonly #tracking: vscode.Disposable;

  constructor() {
    this.#follow(vscode.window.activeTextEditor);
    this.#tracking = vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor));
  }

  dispose(): void {
    this.#tracking.dispose();
  }

  /** The client file in the active editor, else the last one that was there and is still open. */
  get current(): vscode.Uri | undefined {
    const active = vscode.window.activeTextEditor?.document;
    if (active && isClient(active)) return active.uri;
    const open = vscode.workspace.textDocuments.filter(isClient);
    const last = open.find(({ uri }) => uri.toString() === this.#last?.toString());
    const visible = vscode.window.visibleTextEditors.find(({ document }) => isClient(document));
    return (last ?? visible?.document)?.uri;
  }

  /**
   * The file that a command is about: `target` where a menu names one, else the current one, else one that is chosen
   * among the workspace's. Undefined where there is none, which the user is told, or where none was chosen.
   */
  async document(target?: unknown): Promise<vscode.TextDocument | undefined> {
    const uri = target instanceof vscode.Uri ? target : (this.current ?? (await chosen()));
    // A file in a tab that was never shown is not open yet, and the server knows open files only.
    const document = uri && (await vscode.workspace.openTextDocument(uri));
    return document && isClient(document) ? document : undefined;
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    if (editor && isClient(editor.document)) this.#last = editor.document.uri;
  }
}

export const isClient = ({ languageId }: vscode.TextDocument): boolean => languageId === "itorg";

async function chosen(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles("**/*.itorg.{yaml,yml}", undefined, maxFiles);
  if (files.length < 2) {
    if (files.length === 0) void offerToBegin();
    return files[0];
  }
  const items = files
    .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const placeHolder = vscode.l10n.t("Which client?");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.uri;
}

async function offerToBegin(): Promise<void> {
  const begin = vscode.l10n.t("New Organization…");
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t("There is no file of a client here yet: one whose name ends in .itorg.yaml."),
    begin,
  );
  if (picked === begin) await vscode.commands.executeCommand(newOrganizationCommand);
}
