/** A half-open range of UTF-16 offsets into one text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and character, both from 0; characters are UTF-16 units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Replaces the text of `span` by `newText`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/**
 * One version of one file. It never changes, so results computed from it can be
 * remembered by its identity and need no invalidation.
 */
export class Text {
  readonly content: string;
  #lineStarts: number[] | undefined;

  constructor(content: string) {
    this.content = content;
  }

  /** Offsets beyond the text are taken for its end, negative ones for its start. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const clamped = Math.max(0, Math.min(offset, this.content.length));
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= clamped) low = middle + 1;
      else high = middle;
    }
    const line = low - 1;
    return { line, character: clamped - starts[line]! };
  }

  /** Lines beyond the text are taken for its end, characters beyond a line for the line's end. */
  offsetAt(position: Position): number {
    const starts = this.#starts();
    if (position.line < 0) return 0;
    if (position.line >= starts.length) return this.content.length;
    const start = starts[position.line]!;
    return Math.min(start + Math.max(0, position.character), this.#endOfLine(position.line));
  }

  /** The text of a line without its line break. */
  line(line: number): string {
    const start = this.#starts()[line];
    return start === undefined ? "" : this.content.slice(start, this.#endOfLine(line));
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  #endOfLine(line: number): number {
    const next = this.#starts()[line + 1];
    if (next === undefined) return this.content.length;
    const beforeBreak = next - 1;
    const isCrLf = this.content[beforeBreak] === "\n" && this.content[beforeBreak - 1] === "\r";
    return isCrLf ? beforeBreak - 1 : beforeBreak;
  }

  #starts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let i = 0; i < this.content.length; i++) {
      const code = this.content.charCodeAt(i);
      // A lone carriage return ends a line in LSP as well.
      if (code === 10 || (code === 13 && this.content.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
    this.#lineStarts = starts;
    return starts;
  }
}

/** Applies edits that do not overlap; their order does not matter. Edits at one offset apply in the order given. */
export function applyEdits(content: string, edits: readonly Edit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.span.start - b.edit.span.start || a.index - b.index);
  let result = "";
  let done = 0;
  for (const { edit } of ordered) {
    result += content.slice(done, edit.span.start) + edit.newText;
    done = edit.span.end;
  }
  return result + content.slice(done);
}

/** A text as a message quotes it: on one line, and not longer than a line. */
export function shorten(text: string): string {
  const flat = text.replace(/[\s\p{Cc}]+/gu, " ");
  return flat.length > 60 ? `${flat.slice(0, 57)}...` : flat;
}
