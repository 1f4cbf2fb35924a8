import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ActiveFileParams, activeFileNotification } from "../server/protocol.ts";
import { isClient } from "./active-file.ts";

/** Tells the server which client's file is looked at: nothing of any other may be shown, where the user says so. */
export function shownFiles(client: BaseLanguageClient): vscode.Disposable {
  const tell = (editor: vscode.TextEditor | undefined) => {
    // A page, a panel or an output that has the focus is about the file that was there before.
    if (!editor || (!isClient(editor.document) && editor.document.uri.scheme === "itorg")) return;
    const params: ActiveFileParams = { uri: isClient(editor.document) ? editor.document.uri.toString() : null };
    // One that does not run yet is told when it does.
    if (client.isRunning()) void client.sendNotification(activeFileNotification, params);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tell),
    client.onDidChangeState(() => tell(vscode.window.activeTextEditor)),
  );
}
