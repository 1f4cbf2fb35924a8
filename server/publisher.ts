import type { OpenDocument, TextStore } from "./base/text-store.ts";

/** How findings reach a client that does not ask for them. */
export interface Outlet {
  /** Sends a document's findings. */
  publish(document: OpenDocument): void;
  /** Takes back what was sent for a file. */
  clear(uri: string): void;
}

/** Pushes findings: checks what has changed, and takes back what has gone. */
export class Publisher {
  readonly #store: TextStore;
  readonly #outlet: Outlet;
  /** Files for which the client shows what it was sent. */
  readonly #published = new Set<string>();
  readonly #waiting = new Set<string>();

  constructor(store: TextStore, outlet: Outlet) {
    this.#store = store;
    this.#outlet = outlet;
  }

  /** Checks when all that the client has sent is read, so that fast typing is checked once. */
  changed(uri: string): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#publishWaiting(), 0);
    this.#waiting.add(uri);
  }

  /** A closed file inside the workspace keeps its findings, as it keeps its place in the workspace. */
  closed(uri: string, folders: ReadonlySet<string>): void {
    this.#waiting.delete(uri);
    if (![...folders].some((folder) => isWithin(uri, folder))) this.#clear(uri);
  }

  /** Files or whole folders that are no longer there under this name. What is open is still somebody's work. */
  gone(uris: readonly string[]): void {
    for (const published of [...this.#published]) {
      if (!this.#store.get(published) && uris.some((uri) => isWithin(published, uri))) this.#clear(published);
    }
  }

  #publishWaiting(): void {
    const uris = [...this.#waiting];
    this.#waiting.clear();
    for (const uri of uris) {
      const document = this.#store.get(uri);
      if (!document) continue;
      this.#published.add(uri);
      this.#outlet.publish(document);
    }
  }

  #clear(uri: string): void {
    if (this.#published.delete(uri)) this.#outlet.clear(uri);
  }
}

function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
