import type * as vscode from "vscode";
import { LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import { clientOptions, start } from "./start.ts";

let client: LanguageClient | undefined;

/** Where the editor has Node, the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const server: NodeModule = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  client = new LanguageClient("itorg", "itorg", server, clientOptions());
  start(context, client);
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}
