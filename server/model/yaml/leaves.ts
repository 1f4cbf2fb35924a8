import { type CST, Lexer, Parser } from "yaml";

/** A piece of a YAML text that is more than blanks and line breaks; what lies between two of them is layout. */
export interface Leaf {
  readonly kind: LeafKind;
  readonly source: string;
  readonly offset: number;
  /** The line that it begins on, from 0, and its column there; a byte-order mark takes none. */
  readonly line: number;
  readonly column: number;
  readonly isFirstOnLine: boolean;
  /** The innermost list or group without brackets that it belongs to. */
  readonly level: Level | undefined;
  /** The column in which it should stand where it begins a line, outside of brackets. */
  readonly wanted: number;
  /** How many brackets are open around it. */
  readonly depth: number;
}

/** "scalar", "comment", "flow-map-start", "map-value-ind" and so on: what the YAML library calls its tokens. */
export type LeafKind = `${CST.Token["type"]}`;

/** A list or a group of keys whose extent is drawn by indentation: the column of its dashes or keys, now and as wanted. */
export interface Level {
  readonly isList: boolean;
  readonly parent: Level | undefined;
  column: number;
  readonly wanted: number;
}

/** By how many columns the value of a key stands further to the right than the key. */
export const step = 2;

/** The leaves of a text that has no syntax errors, in its order. */
export function leavesOf(content: string): Leaf[] {
  const reader = new Reader();
  for (const token of new Parser().parse(content)) reader.read(token, undefined, 0);
  return reader.leaves;
}

/** The comments in a stretch of text, which need not be whole. */
export const commentsWithin = (stretch: string): string[] =>
  stretch.includes("#") ? [...new Lexer().lex(stretch)].filter((token) => token.startsWith("#")) : [];

type Simple = { readonly type: CST.Token["type"]; readonly source: string };

class Reader {
  readonly leaves: Leaf[] = [];
  #offset = 0;
  #line = 0;
  #lineStart = 0;
  #isFirst = true;
  #depth = 0;

  /** Reads a token and all that is inside it. Where it begins a line, it should stand in the column `wanted`. */
  read(token: CST.Token, level: Level | undefined, wanted: number): void {
    switch (token.type) {
      case "document":
        this.#readAll(token.start, level, 0);
        if (token.value) this.read(token.value, level, 0);
        this.#readAll(token.end, level, 0);
        return;
      case "block-map":
      case "block-seq":
        this.#readLevel(token, { isList: token.type === "block-seq", parent: level, column: -1, wanted });
        return;
      case "flow-collection":
        this.#take(token.start, level, wanted);
        this.#depth++;
        for (const item of token.items) {
          this.#readAll(item.start, level, wanted);
          if (item.key) this.read(item.key, level, wanted);
          this.#readAll(item.sep, level, wanted);
          if (item.value) this.read(item.value, level, wanted);
        }
        this.#readEnd(token.end, level, wanted);
        return;
      case "block-scalar":
        for (const part of token.props) this.read(part, level, wanted);
        this.#take(token, level, wanted);
        return;
      default:
        this.#take(token, level, wanted);
        if ("end" in token) this.#readAll(token.end, level, wanted);
    }
  }

  #readLevel({ items }: CST.BlockMap | CST.BlockSequence, level: Level): void {
    const inner = level.wanted + step;
    for (const { start, key, sep, value, ...item } of items) {
      // An anchor of an item may stand below its dash; whatever stands before a key has the key's column.
      const begun = start.findIndex(({ type }) => type === "seq-item-ind") + 1;
      this.#readAll(level.isList ? start.slice(0, begun) : start, level, level.wanted);
      if (level.isList) this.#readAll(start.slice(begun), level, inner);
      if (key) this.read(key, level, "explicitKey" in item ? inner : level.wanted);
      for (const part of sep ?? []) this.#take(part, level, part.type === "map-value-ind" ? level.wanted : inner);
      if (value) this.read(value, level, inner);
    }
  }

  /** The bracket that closes belongs to what is around it, and so does what follows. */
  #readEnd(end: readonly CST.SourceToken[], level: Level | undefined, wanted: number): void {
    for (const part of end) {
      if (part.type === "flow-map-end" || part.type === "flow-seq-end") this.#depth--;
      this.#take(part, level, wanted);
    }
  }

  #readAll(parts: readonly CST.SourceToken[] | undefined, level: Level | undefined, wanted: number): void {
    for (const part of parts ?? []) this.#take(part, level, wanted);
  }

  #take({ type, source }: Simple, level: Level | undefined, wanted: number): void {
    if (source === "") return;
    const column = this.#offset - this.#lineStart;
    if (type === "byte-order-mark") this.#lineStart++;
    else if (type !== "space" && type !== "newline") {
      if (level && level.column < 0 && type !== "comment") level.column = column;
      const place = { offset: this.#offset, line: this.#line, column, isFirstOnLine: this.#isFirst };
      this.leaves.push({ kind: type, source, ...place, level, wanted, depth: this.#depth });
      this.#isFirst = false;
    }
    for (const { index } of source.matchAll(/\n/g)) {
      this.#line++;
      this.#lineStart = this.#offset + index + 1;
      this.#isFirst = this.#lineStart === this.#offset + source.length;
    }
    this.#offset += source.length;
  }
}
