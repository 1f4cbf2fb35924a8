import { unzipSync, type Zippable, zipSync } from "fflate";

const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];

/** What is to be done to the text of a part before it is packed again. */
export type Amend = (name: string, text: string) => string;

/**
 * An office file packed so that the same content is the same bytes: its parts in order, with no time of their own, and
 * `day` (YYYY-MM-DD) in place of the moment at which it was made, also in a workbook inside it.
 */
export function repacked(bytes: Uint8Array, day: string, amend: Amend = (_, text) => text): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: Zippable = {};
  for (const [name, content] of files) {
    if (name.endsWith("/")) continue;
    parts[name] = name.endsWith(".xlsx")
      ? repacked(content, day)
      : /\.(?:xml|rels)$/.test(name)
        ? encoder.encode(amend(name, undated(name, decoder.decode(content), day)))
        : content;
  }
  // The archive's time has no zone, so it is a local one.
  return zipSync(parts, { level: 9, mtime: new Date(1980, 0, 1) });
}

const undated = (name: string, text: string, day: string): string =>
  name.startsWith("docProps/") ? text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${day}T00:00:00Z`) : text;
