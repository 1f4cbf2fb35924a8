import * as vscode from "vscode";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import type { Exporter } from "./report.ts";
import { clientOptions, start } from "./start.ts";

let client: LanguageClient | undefined;
let worker: Worker | undefined;

/** In a browser, the server is a worker. */
export function activate(context: vscode.ExtensionContext): void {
  const address = vscode.Uri.joinPath(context.extensionUri, "dist", "server-web.js").toString(true);
  const launch = async (): Promise<MessageTransports> => {
    // One that hangs does not end by being told to; it must not live on beside the next.
    worker?.terminate();
    worker = new Worker(address);
    // Not the worker itself: the editor's `Worker` makes things that are none to `instanceof`, by which a client knows them.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  client = new LanguageClient("itorg", "itorg", launch, clientOptions());
  start(
    context,
    client,
    exporterIn(vscode.Uri.joinPath(context.extensionUri, "dist", "exports-web.js").toString(true)),
  );
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
  worker?.terminate();
}

/** The exports' bundle as a worker, which lives as long as one export. */
const exporterIn =
  (bundle: string): Exporter =>
  (request, isCancelled) => {
    const own = new Worker(bundle);
    return new Promise((resolve, reject) => {
      isCancelled.onCancellationRequested(() => {
        own.terminate();
        resolve(undefined);
      });
      own.onmessage = ({ data }: MessageEvent<{ readonly result?: Uint8Array; readonly error?: string }>) => {
        own.terminate();
        if (data.error === undefined) resolve(data.result);
        else reject(new Error(data.error));
      };
      own.onerror = ({ message }) => reject(new Error(message));
      own.postMessage(request);
    });
  };
