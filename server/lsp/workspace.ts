import {
  DidChangeWatchedFilesNotification,
  type DidChangeWatchedFilesParams,
  FileChangeType,
  type InitializeParams,
  type ServerCapabilities,
  WatchKind,
} from "vscode-languageserver";
import { configName } from "../firm/config.ts";
import { asFolder, folderOf, isBelow, isConfigFile, isOrgFile } from "../workspace/workspace.ts";
import type { Client } from "./client.ts";
import type { Findings } from "./findings.ts";
import { attempt, taken } from "./guards.ts";
import type { Session } from "./session.ts";

/** The files that are ours; others are the client's mistake and get no answers. */
const fileGlob = "**/*.itorg.{yaml,yml}";
const configGlob = `**/${configName}`;

/** Follows the workspace's folders, and the files that come, change and go in them. */
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
      taken(this.#session, "didChangeWatchedFiles", (params) => this.#watched(params)),
    );
    connection.workspace.onDidDeleteFiles(
      taken(this.#session, "didDeleteFiles", ({ files }) =>
        this.#changed(
          [],
          files.map(({ uri }) => uri),
        ),
      ),
    );
    connection.workspace.onDidRenameFiles(
      taken(this.#session, "didRenameFiles", ({ files }) =>
        this.#changed(
          files.map(({ newUri }) => newUri),
          files.map(({ oldUri }) => oldUri),
        ),
      ),
    );
  }

  initialize({ workspaceFolders, rootUri }: InitializeParams): void {
    const { folders } = this.#session;
    for (const { uri } of workspaceFolders ?? []) folders.add(asFolder(uri));
    if (!workspaceFolders && rootUri) folders.add(asFolder(rootUri));
  }

  async initialized(): Promise<void> {
    const { client, connection, folders } = this.#session;
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(
        taken(this.#session, "didChangeWorkspaceFolders", ({ added, removed }) => {
          for (const { uri } of removed) folders.delete(asFolder(uri));
          for (const { uri } of added) folders.add(asFolder(uri));
          return this.#search();
        }),
      );
    }
    if (client.registersWatchers) {
      // Of a folder that is deleted nobody says what was in it, so that every deletion counts.
      const watchers = [
        { globPattern: fileGlob },
        { globPattern: configGlob },
        { globPattern: "**", kind: WatchKind.Delete },
      ];
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    // A client that asks for all findings waits for the search itself. Nothing waits for the search here.
    if (!client.pullsDiagnostics) attempt(this.#session, "search", () => this.#search());
  }

  /** A document was opened. Of configurations that nobody watches, this is the time to look again. */
  opened(uri: string): void {
    attempt(this.#session, "configuration", async () => {
      const configs: string[] = [];
      for (let folder = folderOf(uri); folder !== undefined; folder = folderOf(folder))
        if (!this.#isWatched(folder)) configs.push(`${folder}/${configName}`);
      if (await this.#haveConfigsChanged(configs)) await this.#findings.allChanged();
    });
  }

  /** A document was closed: what lies on the disk may be otherwise than what stood in the editor. */
  async closed(uri: string): Promise<void> {
    if (isOrgFile(uri) || isConfigFile(uri)) await this.#session.files.changed(uri, this.#session.folders);
    this.#findings.closed(uri);
  }

  /** A document was saved, which a client that watches nothing says in no other way. */
  async saved(uri: string): Promise<void> {
    if (isConfigFile(uri)) await this.#changed([uri], []);
  }

  #watched({ changes }: DidChangeWatchedFilesParams): Promise<void> {
    const [gone, here] = [changes.filter(isDelete), changes.filter((change) => !isDelete(change))];
    const ours = here.map(({ uri }) => uri).filter((uri) => isOrgFile(uri) || isConfigFile(uri));
    const lost = [...new Set(gone.map(({ uri }) => uri))].filter((uri) => this.#session.files.contains(uri));
    return ours.length + lost.length === 0 ? Promise.resolve() : this.#changed(ours, lost);
  }

  async #changed(here: readonly string[], gone: readonly string[]): Promise<void> {
    const { files, folders } = this.#session;
    await this.#session.searched();
    // What was renamed may be a whole folder, of which nobody says what is in it.
    const isFolder = (uri: string) => !isOrgFile(uri) && !isConfigFile(uri);
    const configs = [...here, ...gone].filter(isConfigFile);
    const isOther = await this.#haveConfigsChanged([...configs, ...gone.filter(isFolder).map(configIn)]);
    if (isOther || here.some(isFolder)) return this.#search();
    const before = files.all().map(({ uri }) => uri);
    for (const uri of gone) files.gone(uri);
    const lost = before.filter((uri) => files.get(uri) === undefined);
    const changed: string[] = [];
    for (const uri of here) if (await files.changed(uri, folders)) changed.push(uri);
    if (lost.length + changed.length > 0) await this.#findings.changed([...lost, ...changed]);
  }

  /** Finds what there is in the folders now, and has all of it checked. */
  async #search(): Promise<void> {
    await this.#session.search();
    await this.#findings.allChanged();
  }

  async #haveConfigsChanged(uris: readonly string[]): Promise<boolean> {
    let isOther = false;
    for (const uri of uris) isOther = (await this.#session.configs.changed(uri)) || isOther;
    if (isOther) this.#session.configsChanged();
    return isOther;
  }

  #isWatched(folder: string): boolean {
    const { client, folders } = this.#session;
    return client.registersWatchers && [...folders].some((one) => folder === one || isBelow(folder, one));
  }
}

const isDelete = ({ type }: DidChangeWatchedFilesParams["changes"][number]): boolean => type === FileChangeType.Deleted;

const configIn = (folder: string): string => `${asFolder(folder)}/${configName}`;

export function workspaceCapabilities({ hasFolders, tellsDeletes, tellsRenames }: Client): ServerCapabilities {
  const ours = {
    filters: [fileGlob, configGlob, "**"].map((glob) => ({
      pattern: glob === "**" ? { glob, matches: "folder" as const } : { glob },
    })),
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
