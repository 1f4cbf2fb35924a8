/** How findings reach a client that does not ask for them. */
export interface Outlet {
  /** Sends a file's findings as they are now. Gives false where there is no such file any more. */
  publish(uri: string): boolean;
  /** Takes back what was sent for a file. */
  clear(uri: string): void;
  /** Whether somebody looks at the file, so that it goes before the others. */
  isOpen(uri: string): boolean;
  /** How many files are still to be checked; 0 at the end. */
  progress(left: number): void;
}

/** For how many milliseconds files are checked before the client is listened to again. */
const slice = 40;

/** Pushes findings: checks what has changed, and takes back what has gone. */
export class Publisher {
  readonly #outlet: Outlet;
  /** Files for which the client shows what it was sent. */
  readonly #published = new Set<string>();
  readonly #waiting = new Set<string>();

  constructor(outlet: Outlet) {
    this.#outlet = outlet;
  }

  /** Checks when all that the client has sent is read, so that fast typing is checked once. */
  changed(uri: string): void {
    if (this.#waiting.size === 0) setTimeout(() => this.#publishWaiting(), 0);
    this.#waiting.add(uri);
  }

  /** The client is told of this file under another address from now on. */
  forget(uri: string): void {
    this.#published.delete(uri);
    this.#waiting.delete(uri);
  }

  /** All that was sent may be otherwise now, or gone. */
  allChanged(): void {
    for (const uri of this.#published) this.changed(uri);
  }

  #publishWaiting(): void {
    const end = Date.now() + slice;
    const uris = [...this.#waiting].sort((a, b) => Number(this.#outlet.isOpen(b)) - Number(this.#outlet.isOpen(a)));
    for (const uri of uris) {
      this.#waiting.delete(uri);
      if (this.#outlet.publish(uri)) this.#published.add(uri);
      else if (this.#published.delete(uri)) this.#outlet.clear(uri);
      if (Date.now() >= end) break;
    }
    this.#outlet.progress(this.#waiting.size);
    if (this.#waiting.size > 0) setTimeout(() => this.#publishWaiting(), 0);
  }
}
