import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { quieted } from "../analysis/folding.ts";
import type { OpenDocument } from "../base/text-store.ts";
import type { StoredFile } from "../workspace/workspace-files.ts";
import { keyOf } from "../workspace/workspace-files.ts";
import { toDiagnostic } from "./diagnostic.ts";
import { requireDocument } from "./feature.ts";
import { attempt } from "./guards.ts";
import { CheckProgress } from "./progress.ts";
import { Publisher } from "./publisher.ts";
import { isOurs, type Session } from "./session.ts";
import { isShown } from "./shown.ts";
import { refreshLenses } from "./switches.ts";

type Checkable = OpenDocument | StoredFile;

/** For how many milliseconds files are checked before the client is listened to again. */
const slice = 40;

/** The findings of one file, open or not, for a client that asks for them. */
export async function documentReport(
  session: Session,
  params: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  requireDocument("diagnostic", params);
  const { textDocument, previousResultId } = params;
  await session.prepare(textDocument.uri);
  const file = fileAt(session, textDocument.uri);
  return file && isShown(session, file.uri)
    ? reportOn(session, file, previousResultId)
    : { kind: DocumentDiagnosticReportKind.Full, items: [] };
}

/** The findings of every file in the workspace and of every open document; for those that were gone, none. */
export async function workspaceReport(
  session: Session,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  await session.searched();
  const previous = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), value]));
  const files = allFiles(session).filter(({ uri }) => isShown(session, uri));
  const here = new Set(files.map(({ uri }) => keyOf(uri)));
  // A client that asked about a file alone, when it was still open, does not name it here.
  const gone = new Set(
    [...session.left, ...previousResultIds.map(({ uri }) => uri)].filter((uri) => !here.has(keyOf(uri))),
  );
  const items = [...gone].map(
    (uri): WorkspaceDocumentDiagnosticReport => ({
      uri,
      version: null,
      kind: DocumentDiagnosticReportKind.Full,
      items: [],
    }),
  );
  const progress = new CheckProgress(session);
  try {
    let end = Date.now() + slice;
    for (const [i, file] of files.entries()) {
      await session.prepare(file.uri);
      const version = "version" in file ? file.version : null;
      items.push({ ...reportOn(session, file, previous.get(keyOf(file.uri))), uri: file.uri, version });
      if (Date.now() < end) continue;
      progress.report(files.length - i - 1);
      await new Promise((resume) => setTimeout(resume, 0));
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
      end = Date.now() + slice;
    }
  } finally {
    progress.end();
  }
  return { items };
}

function reportOn(session: Session, file: Checkable, previous: string | undefined): DocumentDiagnosticReport {
  const snapshot = session.snapshot(file);
  const resultId = session.resultId(snapshot) ?? "";
  return previous === resultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
    : { kind: DocumentDiagnosticReportKind.Full, resultId, items: diagnosticsOf(session, file) };
}

/** Keeps the findings that the client shows up to date: pushes them, or tells it to ask again. */
export class Findings {
  readonly #session: Session;
  readonly #publisher: Publisher;
  readonly #progress: CheckProgress;
  /** The client's own spelling of an address, once it has used one. */
  readonly #spelled = new Map<string, string>();
  /** Under which address the client was last told of a file. */
  readonly #told = new Map<string, string>();

  constructor(session: Session) {
    this.#session = session;
    this.#progress = new CheckProgress(session);
    this.#publisher = new Publisher({
      publish: (uri) => this.#publish(uri),
      clear: (uri) => {
        this.#told.delete(keyOf(uri));
        void session.connection.sendDiagnostics({ uri, diagnostics: [] });
      },
      isOpen: (uri) => session.store.get(uri) !== undefined,
      progress: (left) => this.#progress.report(left),
    });
  }

  /** A document was opened or written in. */
  edited(document: OpenDocument): void {
    this.#spelled.set(keyOf(document.uri), document.uri);
    this.#session.left.delete(document.uri);
    if (isOurs(document)) this.#push(document.uri);
  }

  /** A document was closed: what counts now is what lies on the disk. */
  closed(uri: string): void {
    this.#spelled.set(keyOf(uri), uri);
    this.#session.left.add(uri);
    this.#push(uri);
  }

  /** Files came, changed or went. */
  async changed(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      if (!this.#spelled.has(keyOf(uri))) this.#spelled.set(keyOf(uri), uri);
      this.#session.left.add(uri);
      this.#push(uri);
    }
    await this.#askAgain();
  }

  /** What every finding depends on has changed. */
  async allChanged(): Promise<void> {
    for (const { uri } of allFiles(this.#session)) this.#push(uri);
    this.#publisher.allChanged();
    await this.#askAgain();
    await refreshLenses(this.#session);
  }

  async #askAgain(): Promise<void> {
    const { client, connection } = this.#session;
    if (client.pullsDiagnostics && client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
  }

  /** One file has one address: the client's, once it is known. What was said under another is taken back. */
  #addressOf(uri: string): string {
    const address = this.#spelled.get(keyOf(uri)) ?? uri;
    const told = this.#told.get(keyOf(uri));
    if (told !== undefined && told !== address) {
      this.#told.delete(keyOf(uri));
      this.#publisher.forget(told);
      void this.#session.connection.sendDiagnostics({ uri: told, diagnostics: [] });
    }
    return address;
  }

  #push(spelled: string): void {
    const { client } = this.#session;
    if (client.pullsDiagnostics) return;
    const uri = this.#addressOf(spelled);
    const pending = this.#session.prepare(uri);
    if (pending) attempt(this.#session, "configuration", () => pending.then(() => this.#publisher.changed(uri)));
    else this.#publisher.changed(uri);
  }

  #publish(uri: string): boolean {
    const { client, connection } = this.#session;
    const file = fileAt(this.#session, uri);
    if (!file || !isShown(this.#session, uri)) return false;
    this.#told.set(keyOf(uri), uri);
    attempt(this.#session, "publishDiagnostics", () => {
      const versioned = client.comparesVersions && "version" in file ? { version: file.version } : {};
      void connection.sendDiagnostics({ uri, ...versioned, diagnostics: diagnosticsOf(this.#session, file) });
    });
    return true;
  }
}

/** What a file says now: to whoever has it open, what stands in the editor. */
function fileAt({ store, files }: Session, uri: string): Checkable | undefined {
  const document = store.get(uri);
  if (document) return isOurs(document) ? document : undefined;
  return files.get(uri);
}

/** Every open document that is ours, and every other file of the workspace. */
export function allFiles({ store, files }: Session): Checkable[] {
  const open = store.all().filter(isOurs);
  const opened = new Set(open.map(({ uri }) => keyOf(uri)));
  return [...open, ...files.all().filter(({ uri }) => !opened.has(keyOf(uri)))];
}

function diagnosticsOf(session: Session, file: Checkable): Diagnostic[] {
  const { client } = session;
  const snapshot = session.snapshot(file);
  const { findings } = snapshot.analysis;
  const quiet = quieted(findings);
  return findings.map((finding) => toDiagnostic(file, finding, { client, snapshot, shown: quiet.get(finding) }));
}
