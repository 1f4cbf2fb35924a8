import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { OpenDocument } from "../base/text-store.ts";
import { Publisher } from "../publisher.ts";
import { toDiagnostic } from "./diagnostic.ts";
import { type Here, hereIn } from "./feature.ts";
import { attempt } from "./guards.ts";
import { isOurs, type Session } from "./session.ts";

/** The findings of a document for a client that asks for them. */
export const pulledFindings = (here: Here): DocumentDiagnosticReport => reportOf(diagnosticsOf(here));

export const reportOf = (items: Diagnostic[]): DocumentDiagnosticReport => ({
  kind: DocumentDiagnosticReportKind.Full,
  items,
});

/** Keeps the findings that the client shows up to date: pushes them, or tells it to ask again. */
export class Findings {
  readonly #session: Session;
  readonly #publisher: Publisher;

  constructor(session: Session) {
    this.#session = session;
    this.#publisher = new Publisher(session.store, {
      publish: (document) => attempt(session, "publishDiagnostics", () => this.#publish(document)),
      clear: (uri) => void session.connection.sendDiagnostics({ uri, diagnostics: [] }),
    });
  }

  changed(document: OpenDocument): void {
    if (!this.#session.client.pullsDiagnostics && isOurs(document)) this.#publisher.changed(document.uri);
  }

  closed(uri: string): void {
    this.#publisher.closed(uri, this.#session.folders);
  }

  /** Files or whole folders are no longer there under this name. */
  gone(uris: readonly string[]): void {
    this.#publisher.gone(uris);
  }

  /** What every finding depends on has changed. */
  async allChanged(): Promise<void> {
    const { client, connection, store } = this.#session;
    if (client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
    for (const document of store.all()) this.changed(document);
  }

  #publish({ uri, version }: OpenDocument): void {
    const here = hereIn(this.#session, uri);
    if (!here) return;
    const versioned = here.client.comparesVersions ? { version } : {};
    void this.#session.connection.sendDiagnostics({ uri, ...versioned, diagnostics: diagnosticsOf(here) });
  }
}

const diagnosticsOf = ({ document, snapshot, client }: Here): Diagnostic[] =>
  snapshot.analysis.findings.map((finding) => toDiagnostic(document, finding, client));
