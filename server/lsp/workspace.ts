import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type InitializeParams,
  type ServerCapabilities,
  WatchKind,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Findings } from "./findings.ts";
import { taken } from "./guards.ts";
import type { Session } from "./session.ts";

/** The files that are ours; others are the client's mistake and get no answers. */
const fileGlob = "**/*.itorg.{yaml,yml}";

/** Follows the workspace's folders, and the files that come and go in them. */
export class Workspace {
  readonly #session: Session;
  readonly #findings: Findings;

  constructor(session: Session, findings: Findings) {
    this.#session = session;
    this.#findings = findings;
  }

  listen(): void {
    const { connection } = this.#session;
    connection.onDidChangeWatchedFiles(
      taken(this.#session, "didChangeWatchedFiles", (params) => this.#filesChanged(params)),
    );
    connection.workspace.onDidDeleteFiles(
      taken(this.#session, "didDeleteFiles", ({ files }) => this.#findings.gone(files.map(({ uri }) => uri))),
    );
    connection.workspace.onDidRenameFiles(
      taken(this.#session, "didRenameFiles", ({ files }) => this.#findings.gone(files.map(({ oldUri }) => oldUri))),
    );
  }

  initialize({ workspaceFolders, rootUri }: InitializeParams): void {
    for (const { uri } of workspaceFolders ?? []) this.#session.folders.add(uri);
    if (!workspaceFolders && rootUri) this.#session.folders.add(rootUri);
  }

  async initialized(): Promise<void> {
    const { client, connection, folders } = this.#session;
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(
        taken(this.#session, "didChangeWorkspaceFolders", ({ added, removed }) => {
          for (const { uri } of removed) folders.delete(uri);
          for (const { uri } of added) folders.add(uri);
        }),
      );
    }
    // Pulled findings are the client's to drop; what was pushed for a deleted file is ours.
    if (client.registersWatchers && !client.pullsDiagnostics) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: fileGlob, kind: WatchKind.Delete }],
      });
    }
  }

  #filesChanged({ changes }: DidChangeWatchedFilesParams): void {
    this.#findings.gone(changes.filter(({ type }) => type === FileChangeType.Deleted).map(({ uri }) => uri));
  }
}

export function workspaceCapabilities({ hasFolders, tellsDeletes, tellsRenames }: Client): ServerCapabilities {
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
