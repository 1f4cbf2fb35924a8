import { strFromU8, unzipSync } from "fflate";
import { XmlDocument } from "libxml2-wasm";

/** The parts of an office file, each read as XML where it is some; throws at one that is not well-formed. */
export function officeParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(?:xml|rels|svg)$/.test(name)) continue;
    try {
      XmlDocument.fromBuffer(content).dispose();
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
    parts.set(name, strFromU8(content));
  }
  return parts;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" };

/** The text of all runs of a part, a line a paragraph. */
export const textOfPart = (xml: string): string =>
  xml
    .split(/<\/(?:w|a):p>/)
    .map((paragraph) => [...paragraph.matchAll(/<(?:w|a):t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join(""))
    .join("\n")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
