import {
  type Connection,
  type DidChangeTextDocumentParams,
  type InitializeParams,
  type InitializeResult,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { listenForActiveFile } from "./lsp/active-file.ts";
import { optionsOf, settingsFrom, toClient } from "./lsp/client.ts";
import { Configuration } from "./lsp/configuration.ts";
import { features } from "./lsp/features.ts";
import { Findings } from "./lsp/findings.ts";
import { taken } from "./lsp/guards.ts";
import { type Host, Session } from "./lsp/session.ts";
import { Workspace, workspaceCapabilities } from "./lsp/workspace.ts";

/** Answers a client until the connection ends. No fault on the way ends it: each becomes an error answer and a log line. */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  const findings = new Findings(session);
  const workspace = new Workspace(session, findings);
  const configuration = new Configuration(session, findings);

  connection.onInitialize((params) => {
    const result = initialize(session, params);
    workspace.initialize(params);
    return result;
  });
  connection.onInitialized(
    taken(session, "initialized", async () => {
      await workspace.initialized();
      await configuration.initialized();
    }),
  );
  connection.onShutdown(() => {
    session.isShutDown = true;
  });
  listenForText(session, findings, workspace);
  workspace.listen();
  configuration.listen();
  listenForActiveFile(session, findings);
  for (const feature of features) feature.listen(session);
  connection.listen();
}

function initialize(session: Session, params: InitializeParams): InitializeResult {
  const client = toClient(params, (id) => session.host.pageFile(id));
  session.client = client;
  session.settings = settingsFrom(optionsOf(params));
  const capabilities: ServerCapabilities = {
    ...(client.namesUtf16 ? { positionEncoding: PositionEncodingKind.UTF16 } : {}),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    ...workspaceCapabilities(client),
  };
  return {
    serverInfo: { name: "itorg", version: session.host.version },
    capabilities: Object.assign(capabilities, ...features.map(({ capability }) => capability(client))),
  };
}

function listenForText(session: Session, findings: Findings, workspace: Workspace): void {
  const { connection, store } = session;
  connection.onDidOpenTextDocument(
    taken(session, "didOpen", ({ textDocument }) => {
      findings.edited(store.open(textDocument, session.files.get(textDocument.uri)?.text));
      workspace.opened(textDocument.uri);
    }),
  );
  connection.onDidChangeTextDocument(
    taken(session, "didChange", ({ textDocument, contentChanges }: DidChangeTextDocumentParams) => {
      const document = store.change(textDocument.uri, textDocument.version, contentChanges);
      if (!document) throw new Error(`${textDocument.uri} is not open.`);
      findings.edited(document);
    }),
  );
  connection.onDidCloseTextDocument(
    taken(session, "didClose", ({ textDocument: { uri } }) => {
      store.close(uri);
      return workspace.closed(uri);
    }),
  );
  connection.onDidSaveTextDocument(taken(session, "didSave", ({ textDocument: { uri } }) => workspace.saved(uri)));
}
