import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InitializeParams,
  InitializeResult,
  PreviousResultId,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
  WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol/node";
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { faultsOfParams, faultsOfResult } from "./lsp-model.ts";
import { leakIn } from "./sound-texts.ts";

/** A client over stdio, as an editor is one. Every message that it gets is checked against the protocol. */
export class Client {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly logs: string[] = [];
  /** The client's answer to `workspace/configuration`. */
  configuration: unknown = null;
  readonly registered: string[] = [];
  /** The methods of the requests that the server sent. */
  readonly asked: string[] = [];
  refreshes = 0;
  /** What the server says it checked, where the client asked to be told (`trace`). */
  readonly traced: string[] = [];
  /** The titles and ends of the work that the server showed. */
  readonly progress: string[] = [];
  /** Answers to the server's own requests, by method. */
  readonly answers = new Map<string, (params: unknown) => unknown>();
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  readonly #faults: string[] = [];
  readonly #watchers = new Set<() => void>();

  /** `command`: a script, from the root of the repository, and its arguments. */
  constructor([script = "", ...args]: readonly string[]) {
    this.process = spawn(process.execPath, [resolve(script), ...args], { stdio: "pipe" });
    const { stdin, stdout } = this.process;
    this.connection = createMessageConnection(new StreamMessageReader(stdout!), new StreamMessageWriter(stdin!));
    this.#receive();
    this.connection.listen();
  }

  initialize(capabilities: ClientCapabilities, more: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const base = { processId: process.pid, rootUri: null, capabilities, workspaceFolders: null };
    return this.request<InitializeResult>("initialize", { ...base, ...more }).then(async (result) => {
      await this.connection.sendNotification("initialized", {});
      return result;
    });
  }

  async request<Result>(method: string, params?: unknown): Promise<Result> {
    const result = await this.connection.sendRequest<Result>(method, params);
    this.#faults.push(...faultsOfResult(method, result));
    const leak = leakIn(JSON.stringify(result ?? null));
    if (leak !== undefined) this.#faults.push(`${method}: ${leak}`);
    return result;
  }

  open(uri: string, text: string, version = 1, languageId = "itorg"): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version, text },
    });
  }

  change(uri: string, version: number, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.request<DocumentDiagnosticReport>("textDocument/diagnostic", { textDocument: { uri } });
    assert.equal(report.kind, "full");
    return report.kind === "full" ? report.items : [];
  }

  pullAll(previousResultIds: readonly PreviousResultId[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.request("workspace/diagnostic", { previousResultIds });
  }

  /** Tells the server of files that came (1), changed (2) or went (3), as a watcher does. */
  watched(changes: Readonly<Record<string, 1 | 2 | 3>>): Promise<void> {
    return this.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: Object.entries(changes).map(([uri, type]) => ({ uri, type })),
    });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.request("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  }

  actions(uri: string, range: Range, diagnostics: Diagnostic[] = [], only?: string[]): Promise<CodeAction[]> {
    return this.request("textDocument/codeAction", {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only ? { only } : {}) },
    });
  }

  /** A request that is cancelled right behind it. */
  cancelled(method: string, params: unknown): Promise<unknown> {
    const source = new CancellationTokenSource();
    const answer = this.connection.sendRequest(method, params, source.token);
    source.cancel();
    return answer;
  }

  /** What was last pushed for a file, once it is as wanted. The limit only serves to report a failure. */
  published(uri: string, wanted: (params: PublishDiagnosticsParams) => boolean = () => true): Promise<Diagnostic[]> {
    return new Promise((found, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Never pushed as wanted: ${JSON.stringify(this.#published.get(uri))}`)),
        10_000,
      );
      const look = () => {
        const params = this.#published.get(uri);
        if (!params || !wanted(params)) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        found(params.diagnostics);
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Waits until something that the server sends makes it so. The limit only serves to report a failure. */
  until(isSo: () => boolean, what: string): Promise<void> {
    return new Promise((found, reject) => {
      const timer = setTimeout(() => reject(new Error(`Never: ${what}`)), 10_000);
      const look = () => {
        if (!isSo()) return;
        clearTimeout(timer);
        this.#watchers.delete(look);
        found();
      };
      this.#watchers.add(look);
      look();
    });
  }

  /** Everything that the server sent was as the protocol says. */
  assertProtocol(): void {
    assert.deepEqual(this.#faults, []);
  }

  /** Ends the server as an editor does. Gives its exit status. */
  async end(): Promise<number | null> {
    await this.request("shutdown");
    return this.exit();
  }

  async exit(): Promise<number | null> {
    const ended = once(this.process, "exit");
    await this.connection.sendNotification("exit");
    const [code] = await ended;
    this.connection.dispose();
    this.assertProtocol();
    return code;
  }

  #receive(): void {
    const { connection } = this;
    connection.onNotification((method, params) => {
      this.#faults.push(...faultsOfParams(method, params));
      if (method === "window/logMessage") this.logs.push((params as { message: string }).message);
      if (method === "textDocument/publishDiagnostics") {
        const pushed = params as PublishDiagnosticsParams;
        this.#published.set(pushed.uri, pushed);
      }
      for (const watcher of [...this.#watchers]) watcher();
    });
    // The library keeps these two to itself unless somebody asks for them by name.
    connection.onNotification("$/logTrace", (params: { message: string }) => {
      this.#faults.push(...faultsOfParams("$/logTrace", params));
      this.traced.push(params.message);
    });
    connection.onNotification("$/progress", (params: { value: { kind: string; title?: string } }) => {
      this.#faults.push(...faultsOfParams("$/progress", params));
      this.progress.push(params.value.title ?? params.value.kind);
      for (const watcher of [...this.#watchers]) watcher();
    });
    connection.onRequest((method, params) => {
      this.asked.push(method);
      if (!method.startsWith("itorg/")) this.#faults.push(...faultsOfParams(method, params));
      if (method === "workspace/configuration") return [this.configuration];
      if (method === "workspace/diagnostic/refresh") this.refreshes++;
      if (method === "client/registerCapability") {
        for (const { method: name } of (params as { registrations: { method: string }[] }).registrations)
          this.registered.push(name);
      }
      for (const watcher of [...this.#watchers]) watcher();
      return this.answers.get(method)?.(params) ?? null;
    });
    connection.onError(([error]) => this.#faults.push(String(error)));
  }
}
