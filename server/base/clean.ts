/**
 * Text from a file as a picture or a document may hold it: what XML forbids, what turns the direction of writing, and
 * line breaks become blanks or go.
 */
export function clean(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]|(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}/gu, "")
    .trim();
}
