/** Above this size, in bytes as UTF-8, a file is reported and not read. */
export const maxBytes = 10_000_000;

/**
 * A file's bytes as text, without a byte-order mark. Where they are not UTF-8, `problem` says so and what to do,
 * `content` is what can be shown of them, and `offset` where the trouble begins in that.
 */
export interface Decoded {
  readonly content: string;
  readonly problem?: string;
  readonly offset?: number;
}

export function decode(bytes: Uint8Array): Decoded {
  const other = otherEncoding(bytes);
  if (other) return { content: "", problem: `This file is saved as ${other}, so it was not read. Save it as UTF-8.` };
  // Too large a file is cut, perhaps inside a character, and is not read whatever is in it.
  if (bytes.length > maxBytes) return { content: new TextDecoder().decode(bytes) };
  try {
    return { content: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const content = new TextDecoder().decode(bytes);
    const offset = content.indexOf("\uFFFD");
    const line = content.slice(0, offset).split(/\r\n|\r|\n/).length;
    const problem = `A character on line ${line} is not UTF-8, so the file was not read. Save it as UTF-8.`;
    return { content, problem, offset };
  }
}

/** By its byte-order mark; or by the zero that every second byte is, where the file begins with a plain letter. */
function otherEncoding([first, second, third, fourth]: Uint8Array): string | undefined {
  const startsWith = (...bytes: number[]) => bytes.every((byte, i) => byte === [first, second, third, fourth][i]);
  if (startsWith(0xff, 0xfe, 0, 0) || startsWith(0, 0, 0xfe, 0xff)) return "UTF-32";
  if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) return "UTF-16";
  const isZeroBesideLetter = second !== undefined && (first === 0) !== (second === 0);
  return isZeroBesideLetter ? "UTF-16" : undefined;
}
