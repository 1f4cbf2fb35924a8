import { applyEdits, type Position, Text } from "./text.ts";

/** A document that a client has open. Replaced as a whole with every change, so an older one stays what it was. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  /** The client's own count. */
  readonly version: number;
  readonly text: Text;
}

/** A change as LSP sends it: of a range, or of everything. */
export interface TextChange {
  readonly range?: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** The documents that a client has open, each in its newest version. */
export class TextStore {
  readonly #documents = new Map<string, OpenDocument>();

  /** `stored`: the file as it was read before; where it says the same, what is known of it is not found out again. */
  open(document: { uri: string; languageId: string; version: number; text: string }, stored?: Text): OpenDocument {
    const { uri, languageId, version, text } = document;
    return this.#keep({ uri, languageId, version, text: stored?.content === text ? stored : new Text(text) });
  }

  /** Applies changes one after the other, as LSP wants it. Undefined where no such document is open. */
  change(uri: string, version: number, changes: readonly TextChange[]): OpenDocument | undefined {
    const document = this.#documents.get(uri);
    if (!document) return undefined;
    return this.#keep({ ...document, version, text: changes.reduce(changed, document.text) });
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  all(): OpenDocument[] {
    return [...this.#documents.values()];
  }

  #keep(document: OpenDocument): OpenDocument {
    this.#documents.set(document.uri, document);
    return document;
  }
}

function changed(text: Text, { range, text: newText }: TextChange): Text {
  if (!range) return new Text(newText);
  const ends = [text.offsetAt(range.start), text.offsetAt(range.end)];
  const span = { start: Math.min(...ends), end: Math.max(...ends) };
  return new Text(applyEdits(text.content, [{ span, newText }]));
}
