import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
import { configSnapshotOf, type Snapshot, snapshotOf } from "../analysis/snapshot.ts";
import type { Text } from "../base/text.ts";
import { type OpenDocument, TextStore } from "../base/text-store.ts";
import { type Config, notesOnConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import type { Settings } from "../protocol.ts";
import { Configs, type Files, type FoundConfig, folderOf, isConfigFile, isOrgFile } from "../workspace/workspace.ts";
import { keyOf, WorkspaceFiles } from "../workspace/workspace-files.ts";
import type { Client } from "./client.ts";
import { filesOf } from "./files.ts";

/** What the place where the server runs can do for it. */
export interface Host {
  readonly version: string;
  /** The `file:` address of the packed page of a rule or a role. */
  pageFile(id: string): string | undefined;
  /** The current date where the user is, as YYYY-MM-DD. */
  today(): string;
  /** The files of the machine, where the server can reach them. */
  readonly files?: Files;
}

/** What the server knows between two messages, and all that it knows. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  /** The documents that the client has open. */
  readonly store = new TextStore();
  /** The addresses of the workspace's folders. */
  readonly folders = new Set<string>();
  readonly configs: Configs;
  /** What is in the workspace's folders, open or not. */
  readonly files: WorkspaceFiles;
  /** Files for which a client may still show something, and that are neither open nor in the workspace any more. */
  readonly left = new Set<string>();
  settings: Settings = {};
  /** The file that the user looks at; `null` for one that is not ours, undefined where the client does not say. */
  activeFile: string | null | undefined;
  isShutDown = false;
  readonly #configOfFolder = new Map<string, Config>();
  readonly #told = new WeakSet<FoundConfig>();
  readonly #results = new WeakMap<Snapshot, string>();
  #checks = 0;
  #configChanges = 0;
  #search: Promise<void> | undefined;
  readonly #faulty = new Set<string>();
  #client: Client | undefined;

  constructor(connection: Connection, host: Host) {
    this.connection = connection;
    this.host = host;
    const files = filesOf(connection, host.files, () => this.client);
    this.configs = new Configs(standard, files.read, (uri) => this.#nameOf(uri));
    this.files = new WorkspaceFiles(files, this.configs);
  }

  /** What the client can do. No handler runs before it has said so. */
  get client(): Client {
    if (!this.#client) throw new ResponseError(ErrorCodes.ServerNotInitialized, "Send initialize first.");
    return this.#client;
  }

  set client(client: Client) {
    this.#client = client;
  }

  get today(): string {
    return this.settings.today || this.host.today();
  }

  /** Reads the configuration that counts for a file. Undefined where it has been read. */
  prepare(uri: string): Promise<void> | undefined {
    const folder = this.#folderOf(uri);
    return folder === undefined || this.#configOfFolder.has(folder) ? undefined : this.#load(folder);
  }

  /** Looks for the workspace's files; one search after the other. */
  search(): Promise<void> {
    const before = this.#search ?? Promise.resolve();
    this.#search = before.catch(() => undefined).then(() => this.files.search(this.folders));
    return this.#search;
  }

  /** Done when the workspace's files have been looked for. A client that reports no changes is looked after each time. */
  async searched(): Promise<void> {
    if (!this.#search || !this.client.registersWatchers) await this.search();
    else await this.#search;
  }

  /** A configuration has changed: whatever was said by one is to be said again. */
  configsChanged(): void {
    this.#configChanges++;
    this.#configOfFolder.clear();
  }

  /** Everything that is known of a file as it is now, by the configuration that has been read for it. */
  snapshot({ uri, text }: { readonly uri: string; readonly text: Text }): Snapshot {
    const config = this.#configOfFolder.get(this.#folderOf(uri) ?? "") ?? this.configs.usual;
    const snapshot = isConfigFile(uri) ? configSnapshotOf(text, standard) : snapshotOf(text, this.today, config);
    if (!this.#results.has(snapshot)) {
      this.#results.set(snapshot, String(++this.#checks));
      this.connection.tracer.log(`Checked ${uri}`);
    }
    for (const { rule, error } of snapshot.analysis.faults) {
      // Once a rule: a fault comes back with every key that is pressed.
      if (this.#faulty.has(rule)) continue;
      this.#faulty.add(rule);
      this.log(`The rule ${rule} failed, and its findings are missing`, error);
    }
    return snapshot;
  }

  /** The configurations that count for what has been asked about so far, each once. */
  configsInUse(): Config[] {
    return [...new Set(this.#configOfFolder.values())];
  }

  /** The same for what is the same: so that a client need not be told again. */
  resultId(snapshot: Snapshot): string | undefined {
    return this.#results.get(snapshot);
  }

  /** A document without a file is checked as one in the workspace's first folder would be. */
  #folderOf(uri: string): string | undefined {
    return folderOf(uri) ?? [...this.folders][0];
  }

  async #load(folder: string): Promise<void> {
    const changes = this.#configChanges;
    const found = await this.configs.foundFor(folder);
    if (changes !== this.#configChanges) return this.#load(folder);
    this.#configOfFolder.set(folder, found?.config ?? this.configs.usual);
    if (!found || this.#told.has(found)) return;
    this.#told.add(found);
    const { config, fault } = found;
    if (fault !== undefined) this.connection.console.warn(`${config.path}: ${fault}; files are checked without it`);
    for (const note of notesOnConfig(config)) this.connection.console.info(note);
  }

  /** An address as messages name it: from the workspace's folder on, where it is in one. */
  #nameOf(uri: string): string {
    const folder = [...this.folders].find((one) => uri.startsWith(`${one}/`));
    const path = folder === undefined ? uri.replace(/^file:\/\//, "") : uri.slice(folder.length + 1);
    return keyOf(path);
  }

  log(what: string, error: unknown): void {
    this.connection.console.error(
      `${what}: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`,
    );
  }
}

/** By its name, whatever language the editor takes it for; by its language where it has no name yet. */
export function isOurs({ uri, languageId }: OpenDocument): boolean {
  return languageId === "itorg" || isOrgFile(uri) || isConfigFile(uri);
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
