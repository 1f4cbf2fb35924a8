import type { Text } from "../base/text.ts";
import { textOf } from "../model/read/document.ts";
import { asFolder, type Configs, type Files, filesBelow, isBelow, isFoundFrom, keyOf } from "./workspace.ts";

/** A file as it lies on the disk, or where else the workspace is. */
export interface StoredFile {
  readonly uri: string;
  readonly text: Text;
}

/** The organizations and configurations in the folders of a workspace, whether or not anybody has them open. */
export class WorkspaceFiles {
  readonly #files: Files;
  readonly #configs: Configs;
  #stored = new Map<string, StoredFile>();

  constructor(files: Files, configs: Configs) {
    this.#files = files;
    this.#configs = configs;
  }

  get(uri: string): StoredFile | undefined {
    return this.#stored.get(keyOf(uri));
  }

  all(): StoredFile[] {
    return [...this.#stored.values()];
  }

  /** Looks for everything anew. What is as it was stays the same text, so that nothing is checked twice. */
  async search(folders: Iterable<string>): Promise<void> {
    const found = new Map<string, StoredFile>();
    for (const folder of folders) {
      for await (const uri of filesBelow(asFolder(folder), this.#files, this.#configs)) {
        const stored = found.has(keyOf(uri)) ? undefined : await this.#read(uri);
        if (stored) found.set(keyOf(uri), stored);
      }
    }
    this.#stored = found;
  }

  /** Reads one file again, of which a change was heard. Gives whether anything is different now. */
  async changed(uri: string, folders: Iterable<string>): Promise<boolean> {
    const before = this.get(uri);
    const now = (await this.#isWanted(uri, folders)) ? await this.#read(uri) : undefined;
    if (now) this.#stored.set(keyOf(uri), now);
    else this.#stored.delete(keyOf(uri));
    return before?.text !== now?.text;
  }

  /** Whether an address is that of a file here, or of a folder with one. */
  contains(uri: string): boolean {
    const key = asFolder(keyOf(uri));
    return this.#stored.has(key) || [...this.#stored.keys()].some((one) => isBelow(one, key));
  }

  /** Forgets a file, or all that is in a folder. */
  gone(uri: string): void {
    for (const [key, stored] of this.#stored)
      if (key === keyOf(uri) || isBelow(key, asFolder(keyOf(uri)))) this.#stored.delete(keyOf(stored.uri));
  }

  async #isWanted(uri: string, folders: Iterable<string>): Promise<boolean> {
    for (const folder of folders) if (await isFoundFrom(asFolder(folder), uri, this.#configs)) return true;
    return false;
  }

  /** What cannot be read is no file of the workspace; whoever opens it learns why. */
  async #read(uri: string): Promise<StoredFile | undefined> {
    const bytes = await this.#files.read(uri).catch(() => undefined);
    if (bytes === undefined) return undefined;
    const [text, before] = [textOf(bytes), this.get(uri)];
    const isSame = before !== undefined && before.text.content === text.content;
    return isSame ? before : { uri, text };
  }
}

export { keyOf } from "./workspace.ts";
