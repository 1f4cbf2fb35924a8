import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  type DidChangeConfigurationParams,
  type DidChangeTextDocumentParams,
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  ErrorCodes,
  FileChangeType,
  type HoverParams,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  type Hover as LspHover,
  type Position,
  PositionEncodingKind,
  type Range,
  RequestType,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
  TextDocumentSyncKind,
  WatchKind,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Snapshot, snapshotOf } from "./analysis/snapshot.ts";
import { type OpenDocument, TextStore } from "./base/text-store.ts";
import { type Action, actions, editsOf } from "./features/actions.ts";
import { hover } from "./features/hover.ts";
import {
  type ActionData,
  actionKinds,
  type Client,
  isReadable,
  optionsOf,
  settingsFrom,
  solves,
  toClient,
  toCodeAction,
  toDiagnostic,
  toHover,
  toSpan,
  toWorkspaceEdit,
} from "./lsp.ts";
import {
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type PageEntry,
  type PagesParams,
  pagesRequest,
  type QuestionsParams,
  type QuestionsResult,
  questionsRequest,
  type Settings,
} from "./protocol.ts";
import { Publisher } from "./publisher.ts";
import { docPage, explained } from "./reports/pages.ts";
import { questionsMail } from "./reports/questions.ts";

/** What the place where the server runs can do for it. */
export interface Host {
  readonly version: string;
  /** The `file:` address of the packed page of a rule or a role. */
  pageFile(id: string): string | undefined;
  /** The current date where the user is, as YYYY-MM-DD. */
  today(): string;
}

/** The files that are ours; others are the client's mistake and get no answers. */
const fileGlob = "**/*.itorg.{yaml,yml}";

/** Answers a client until the connection ends. No fault on the way ends it: each becomes an error answer and a log line. */
export function serve(connection: Connection, host: Host): void {
  new Server(connection, host).listen();
}

class Server {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #store = new TextStore();
  readonly #folders = new Set<string>();
  readonly #publisher = new Publisher(this.#store, {
    publish: (document) => this.#attempt("publishDiagnostics", () => this.#publish(document)),
    clear: (uri) => void this.#connection.sendDiagnostics({ uri, diagnostics: [] }),
  });
  readonly #faulty = new Set<string>();
  #client: Client | undefined;
  #isShutDown = false;
  #settings: Settings = {};

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
  }

  listen(): void {
    const on = this.#connection;
    on.onInitialize((params) => this.#initialize(params));
    on.onInitialized(this.#take("initialized", () => this.#initialized()));
    on.onShutdown(() => {
      this.#isShutDown = true;
    });
    on.onDidOpenTextDocument(this.#take("didOpen", (params) => this.#changed(this.#store.open(params.textDocument))));
    on.onDidChangeTextDocument(this.#take("didChange", (params) => this.#change(params)));
    on.onDidCloseTextDocument(this.#take("didClose", (params) => this.#close(params.textDocument.uri)));
    on.onDidChangeWatchedFiles(this.#take("didChangeWatchedFiles", (params) => this.#filesChanged(params)));
    on.onDidChangeConfiguration(this.#take("didChangeConfiguration", (params) => this.#configure(params)));
    on.workspace.onDidDeleteFiles(
      this.#take("didDeleteFiles", ({ files }) => this.#publisher.gone(files.map(({ uri }) => uri))),
    );
    on.workspace.onDidRenameFiles(
      this.#take("didRenameFiles", ({ files }) => this.#publisher.gone(files.map(({ oldUri }) => oldUri))),
    );
    on.languages.diagnostics.on(
      this.#answer("diagnostic", (document) => report(this.#diagnostics(document)), report([])),
    );
    on.onHover(this.#answer("hover", (document, params: HoverParams) => this.#hover(document, params.position), null));
    on.onCodeAction(
      this.#answer("codeAction", (document, params: CodeActionParams) => this.#actions(document, params), []),
    );
    on.onCodeActionResolve(this.#guard("codeAction/resolve", (action: CodeAction) => this.#resolve(action)));
    on.onRequest(
      requests.questions,
      this.#answer<QuestionsParams, QuestionsResult>("questions", (document) => this.#questions(document), null),
    );
    on.onRequest(
      requests.explain,
      this.#guard("explain", ({ id }) => docPage(String(id)) ?? null),
    );
    on.onRequest(
      requests.pages,
      this.#guard("pages", () => pages),
    );
    on.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    const client = toClient(params, (id) => this.#host.pageFile(id));
    this.#client = client;
    this.#settings = settingsFrom(optionsOf(params));
    for (const { uri } of params.workspaceFolders ?? []) this.#folders.add(uri);
    if (!params.workspaceFolders && params.rootUri) this.#folders.add(params.rootUri);
    return {
      serverInfo: { name: "itorg", version: this.#host.version },
      capabilities: {
        ...(client.namesUtf16 ? { positionEncoding: PositionEncodingKind.UTF16 } : {}),
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: Object.values(actionKinds), resolveProvider: client.resolvesEdits },
        ...(client.pullsDiagnostics
          ? { diagnosticProvider: { identifier: "itorg", interFileDependencies: false, workspaceDiagnostics: false } }
          : {}),
        ...this.#workspaceCapabilities(client),
      },
    };
  }

  #workspaceCapabilities({ hasFolders, tellsDeletes, tellsRenames }: Client): Pick<ServerCapabilities, "workspace"> {
    const ours = {
      filters: [{ pattern: { glob: fileGlob } }, { pattern: { glob: "**", matches: "folder" as const } }],
    };
    const fileOperations = {
      ...(tellsDeletes ? { didDelete: ours } : {}),
      ...(tellsRenames ? { didRename: ours } : {}),
    };
    const workspace = {
      ...(hasFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      ...(tellsDeletes || tellsRenames ? { fileOperations } : {}),
    };
    return hasFolders || tellsDeletes || tellsRenames ? { workspace } : {};
  }

  async #initialized(): Promise<void> {
    const { hasFolders, hasConfiguration, registersConfiguration, registersWatchers, pullsDiagnostics } = this.#support;
    const { client, workspace } = this.#connection;
    if (hasFolders) {
      workspace.onDidChangeWorkspaceFolders(
        this.#take("didChangeWorkspaceFolders", ({ added, removed }) => {
          for (const { uri } of removed) this.#folders.delete(uri);
          for (const { uri } of added) this.#folders.add(uri);
        }),
      );
    }
    if (registersConfiguration) await client.register(DidChangeConfigurationNotification.type, { section: "itorg" });
    // Pulled findings are the client's to drop; what was pushed for a deleted file is ours.
    if (registersWatchers && !pullsDiagnostics) {
      await client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: fileGlob, kind: WatchKind.Delete }],
      });
    }
    if (hasConfiguration) await this.#configure({ settings: null });
  }

  #change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    const document = this.#store.change(uri, version, contentChanges);
    if (!document) throw new Error(`${uri} is not open.`);
    this.#changed(document);
  }

  #changed(document: OpenDocument): void {
    if (!this.#support.pullsDiagnostics && isOurs(document)) this.#publisher.changed(document.uri);
  }

  #close(uri: string): void {
    this.#store.close(uri);
    this.#publisher.closed(uri, this.#folders);
  }

  #filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    this.#publisher.gone(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
  }

  async #configure({ settings }: DidChangeConfigurationParams): Promise<void> {
    const given: unknown = this.#support.hasConfiguration
      ? await this.#connection.workspace.getConfiguration("itorg")
      : settings?.itorg;
    const before = this.#today;
    this.#settings = settingsFrom(given);
    if (this.#today === before) return;
    if (this.#support.refreshesDiagnostics) await this.#connection.languages.diagnostics.refresh();
    for (const document of this.#store.all()) this.#changed(document);
  }

  #publish(document: OpenDocument): void {
    const { uri, version } = document;
    const versioned = this.#support.comparesVersions ? { version } : {};
    void this.#connection.sendDiagnostics({ uri, ...versioned, diagnostics: this.#diagnostics(document) });
  }

  #diagnostics(document: OpenDocument): Diagnostic[] {
    return this.#snapshot(document).analysis.findings.map((finding) => toDiagnostic(document, finding, this.#support));
  }

  #hover(document: OpenDocument, position: Position): LspHover | null {
    const found = hover(this.#snapshot(document), document.text.offsetAt(position), this.#support.page);
    return found ? toHover(document.text, found, this.#support) : null;
  }

  #actions(document: OpenDocument, { range, context }: CodeActionParams): CodeAction[] {
    return this.#actionsAt(document, range)
      .map((action, index) => ({ action, index }))
      .filter(({ action }) => isWanted(document, action, context))
      .map(({ action, index }) => {
        const lsp = toCodeAction(document, action, context.diagnostics, this.#support);
        if (!this.#support.resolvesEdits) return { ...lsp, edit: this.#edit(document, action) };
        const data: ActionData = { uri: document.uri, version: document.version, range, title: action.title, index };
        return { ...lsp, data };
      });
  }

  #resolve(lsp: CodeAction): CodeAction {
    const { uri, version, range, title, index }: ActionData = lsp.data;
    const document = this.#store.get(uri);
    const action = document?.version === version ? this.#actionsAt(document, range)[index] : undefined;
    if (!document || action?.title !== title)
      throw new ResponseError(LSPErrorCodes.ContentModified, "The file has changed since.");
    return { ...lsp, edit: this.#edit(document, action) };
  }

  #actionsAt(document: OpenDocument, range: Range): Action[] {
    return actions(this.#snapshot(document), toSpan(document.text, range));
  }

  #edit(document: OpenDocument, action: Action): WorkspaceEdit {
    return toWorkspaceEdit(document, editsOf(this.#snapshot(document), action), this.#support);
  }

  #questions(document: OpenDocument): QuestionsResult {
    const { analysis } = this.#snapshot(document);
    return { markdown: `${questionsMail(analysis)}\n`, count: analysis.questions.length };
  }

  #snapshot({ text }: OpenDocument): Snapshot {
    const snapshot = snapshotOf(text, this.#today);
    for (const { rule, error } of snapshot.analysis.faults) {
      // Once a rule: a fault comes back with every key that is pressed.
      if (this.#faulty.has(rule)) continue;
      this.#faulty.add(rule);
      this.#log(`The rule ${rule} failed, and its findings are missing`, error);
    }
    return snapshot;
  }

  get #today(): string {
    return this.#settings.today || this.#host.today();
  }

  /** What the client can do. No handler runs before it has said so. */
  get #support(): Client {
    if (!this.#client) throw new ResponseError(ErrorCodes.ServerNotInitialized, "Send initialize first.");
    return this.#client;
  }

  /** A request about one document; `nothing` is the answer for a document that is not ours or not open. */
  #answer<Params extends { readonly textDocument: TextDocumentIdentifier }, Result>(
    name: string,
    answer: (document: OpenDocument, params: Params) => Result,
    nothing: Result,
  ) {
    return this.#guard(name, (params: Params) => {
      if (!isReadable(params))
        throw new ResponseError(ErrorCodes.InvalidParams, `${name} needs a document and a place.`);
      const document = this.#store.get(params.textDocument.uri);
      return document && isOurs(document) ? answer(document, params) : nothing;
    });
  }

  /** What goes wrong in a request is its answer; an unexpected fault is logged as well. */
  #guard<Params, Result>(name: string, answer: (params: Params) => Result) {
    return (params: Params, token: CancellationToken): Result => {
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
      if (this.#isShutDown) throw new ResponseError(ErrorCodes.InvalidRequest, "The server has been shut down.");
      if (!this.#client) throw new ResponseError(ErrorCodes.ServerNotInitialized, "Send initialize first.");
      try {
        return answer(params);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.#log(`${name} failed`, error);
        throw new ResponseError(ErrorCodes.InternalError, `${name} failed: ${messageOf(error)}`);
      }
    };
  }

  #take<Params>(name: string, take: (params: Params) => void | Promise<void>) {
    return (params: Params): void => this.#attempt(name, () => take(params));
  }

  #attempt(name: string, body: () => void | Promise<void>): void {
    const log = (error: unknown) => this.#log(`${name} failed`, error);
    try {
      Promise.resolve(body()).catch(log);
    } catch (error) {
      log(error);
    }
  }

  #log(what: string, error: unknown): void {
    this.#connection.console.error(
      `${what}: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`,
    );
  }
}

const report = (items: Diagnostic[]): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items });

/** Our own requests. As types, so that one without parameters is refused before it gets here. */
const requests = {
  explain: new RequestType<ExplainParams, ExplainResult, void>(explainRequest),
  questions: new RequestType<QuestionsParams, QuestionsResult, void>(questionsRequest),
  pages: new RequestType<PagesParams, PageEntry[], void>(pagesRequest),
};

/** What has a page of its own, and is no heading on another's. */
const pages: PageEntry[] = explained
  .filter(({ page }) => page.anchor === undefined)
  .map(({ id, title, kind }) => ({ id, title, kind }));

/** By its name, whatever language the editor takes it for; by its language where it has no name yet. */
function isOurs({ uri, languageId }: OpenDocument): boolean {
  return languageId === "itorg" || /\.itorg\.ya?ml$/i.test(uri.replace(/[?#].*$/, ""));
}

/** Only what the client asks for: of these kinds, and fixes only for the diagnostics that it names, if it names any. */
function isWanted({ text }: OpenDocument, action: Action, { only, diagnostics }: CodeActionContext): boolean {
  const kind = actionKinds[action.kind];
  if (only && !only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`))) return false;
  const named = diagnostics.filter(({ source }) => source === "itorg");
  return (
    action.kind !== "fix" ||
    named.length === 0 ||
    action.findings.some((finding) => named.some((one) => solves(text, finding, one)))
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
