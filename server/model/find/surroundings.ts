/**
 * The part of a text that tells where its end is: the last section's key, and the last of its entries. What stands before
 * cannot change that, and may be unfinished itself. A list keeps its items, since they count.
 */
export function surroundings(before: string): string {
  const section = lastLineAt(before, 0);
  if (section === undefined) return before;
  const text = before.slice(section);
  const lineEnd = text.indexOf("\n");
  if (lineEnd < 0 || !/:[ \t]*(?:#.*)?\r?$/.test(text.slice(0, lineEnd))) return text;
  const [, indent, first] = /\n( +)([^\s#])/.exec(text) ?? [];
  if (indent === undefined || first === "-") return text;
  const entry = lastLineAt(text, indent.length);
  return entry === undefined ? text : text.slice(0, lineEnd + 1) + text.slice(entry);
}

/** Where the last line begins that is indented by exactly so many blanks, and is no comment and no item. */
function lastLineAt(text: string, indent: number): number | undefined {
  let start = text.length + 1;
  while (start > 0) {
    // `lastIndexOf` takes an offset below 0 for 0, where there may be a line break again.
    start = start < 2 ? 0 : text.lastIndexOf("\n", start - 2) + 1;
    const sign = text[start + indent];
    const isBare = /^ *$/.test(text.slice(start, start + indent));
    if (isBare && sign !== undefined && !/[\s#\-}\]]/.test(sign)) return start;
  }
  return undefined;
}
