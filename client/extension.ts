import type * as vscode from "vscode";
import { LanguageClient, type NodeModule, TransportKind } from "vscode-languageclient/node";
import type { Exporter } from "./report.ts";
import { clientOptions, start } from "./start.ts";

let client: LanguageClient | undefined;

/** Where the editor has Node, the server is a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const server: NodeModule = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  client = new LanguageClient("itorg", "itorg", server, clientOptions());
  start(context, client, exporterIn(context.asAbsolutePath("dist/exports.js")));
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

/** A bundle of its own beside this one, loaded at the first export. */
const exporterIn =
  (bundle: string): Exporter =>
  async (request, isCancelled) => {
    const exports: { answer(request: object): Promise<Uint8Array> } = await import(bundle);
    return isCancelled.isCancellationRequested ? undefined : exports.answer(request);
  };
