import { type Connection, ErrorCodes, ResponseError } from "vscode-languageserver";
import { type Snapshot, snapshotOf } from "../analysis/snapshot.ts";
import { type OpenDocument, TextStore } from "../base/text-store.ts";
import type { Settings } from "../protocol.ts";
import type { Client } from "./client.ts";

/** What the place where the server runs can do for it. */
export interface Host {
  readonly version: string;
  /** The `file:` address of the packed page of a rule or a role. */
  pageFile(id: string): string | undefined;
  /** The current date where the user is, as YYYY-MM-DD. */
  today(): string;
}

/** What the server knows between two messages, and all that it knows. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  /** The documents that the client has open. */
  readonly store = new TextStore();
  /** The addresses of the workspace's folders. */
  readonly folders = new Set<string>();
  settings: Settings = {};
  isShutDown = false;
  readonly #faulty = new Set<string>();
  #client: Client | undefined;

  constructor(connection: Connection, host: Host) {
    this.connection = connection;
    this.host = host;
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

  /** Everything that is known of a document as it is now. */
  snapshot({ text }: OpenDocument): Snapshot {
    const snapshot = snapshotOf(text, this.today);
    for (const { rule, error } of snapshot.analysis.faults) {
      // Once a rule: a fault comes back with every key that is pressed.
      if (this.#faulty.has(rule)) continue;
      this.#faulty.add(rule);
      this.log(`The rule ${rule} failed, and its findings are missing`, error);
    }
    return snapshot;
  }

  log(what: string, error: unknown): void {
    this.connection.console.error(
      `${what}: ${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}`,
    );
  }
}

/** By its name, whatever language the editor takes it for; by its language where it has no name yet. */
export function isOurs({ uri, languageId }: OpenDocument): boolean {
  return languageId === "itorg" || /\.itorg\.ya?ml$/i.test(uri.replace(/[?#].*$/, ""));
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
