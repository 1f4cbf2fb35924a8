import type { Edit, Span, Text } from "../../base/text.ts";

/** The line break that the file uses. */
export function eolOf(text: Text): string {
  return text.content.includes("\r\n") ? "\r\n" : "\n";
}

/** The blanks at the beginning of the line that an offset is on. */
export function indentOf(content: string, offset: number): string {
  const start = content.lastIndexOf("\n", offset - 1) + 1;
  return /^ */.exec(content.slice(start, offset))?.[0] ?? "";
}

/** How many characters stand before an offset on its line. A byte-order mark takes no column. */
export function columnOf(content: string, offset: number): number {
  const start = content.lastIndexOf("\n", offset - 1) + 1;
  return offset - start - (start === 0 && content.startsWith("\ufeff") ? 1 : 0);
}

/** The offset behind the last character of a line, before its line break. */
export function endOfLine(content: string, offset: number): number {
  const newline = content.indexOf("\n", offset);
  if (newline < 0) return content.length;
  return content[newline - 1] === "\r" && newline - 1 >= offset ? newline - 1 : newline;
}

/**
 * Where a new line goes behind an entry that ends at an offset, if it begins in a column: behind the comments below the
 * entry that are indented deeper, since they are about what is in it.
 */
export function behindComments(content: string, offset: number, column: number): number {
  let end = endOfLine(content, offset);
  for (let line = end; line < content.length; ) {
    const start = content.indexOf("\n", line) + 1;
    if (start === 0) break;
    const next = endOfLine(content, start);
    const text = content.slice(start, next);
    if (text.trim() !== "" && !(/^ *#/.test(text) && indentOf(content, start + text.length).length > column)) break;
    if (text.trim() !== "") end = next;
    line = next;
    if (next >= content.length) break;
  }
  return end;
}

/** Writes another text in place of a piece's own. */
export const replaceSpan = ({ span }: { readonly span: Span }, newText: string): Edit => ({ span, newText });
