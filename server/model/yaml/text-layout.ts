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

/** Writes another text in place of a piece's own. */
export const replaceSpan = ({ span }: { readonly span: Span }, newText: string): Edit => ({ span, newText });
