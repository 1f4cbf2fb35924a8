import { Text } from "../../server/base/text.ts";

/** A text with a cursor in it, as `<|>`; a second cursor ends a range. */
export function readCursor(source: string): { content: string; text: Text; start: number; end: number } {
  const [before = "", ...rest] = source.replace(/^\n/, "").split("<|>");
  if (rest.length === 0) throw new Error("The fixture has no <|>.");
  const content = [before, ...rest].join("");
  const end = rest.length > 1 ? before.length + rest[0]!.length : before.length;
  return { content, text: new Text(content), start: before.length, end };
}
