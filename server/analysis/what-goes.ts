import { shorten } from "../base/text.ts";
import type { OrgDocument } from "../model/read/document.ts";
import type { Change, Value } from "../model/words/change.ts";
import { quoted, type Words, words } from "../model/words/words.ts";
import { isGroup, isList, type Piece } from "../model/yaml/written.ts";

/**
 * What some changes take out of a file, as it is written there, for the title of whatever does so: items of lists, keys
 * with their values. What another word takes the place of is not among it, since the title says what comes.
 */
export function whatGoes(document: OrgDocument, changes: readonly Change[]): Words {
  const gone = changes.flatMap((change) => textsThatGo(document, change));
  const shown = gone.length > most ? gone.slice(0, most) : gone;
  const named = shown.flatMap((text, i): Words => words`${i === 0 ? "" : ", "}\`${quoted(shorten(text))}\``);
  if (gone.length === 0) return [];
  return gone.length > most
    ? words` (takes out ${named} and ${gone.length - most} more)`
    : words` (takes out ${named})`;
}

/** So many fit into a menu. */
const most = 6;

function textsThatGo({ map, text: { content } }: OrgDocument, change: Change): string[] {
  if (change.do !== "remove" && change.do !== "set") return [];
  const written = map.find(change.at);
  const textOf = (piece: Piece) => content.slice(piece.span.start, piece.end);
  if (!written?.raw || written.merged) return [];
  if (change.do === "remove") {
    const key = written.entry?.keyPiece;
    return [`${key ? `${textOf(key)}: ` : ""}${textOf(written.raw)}`];
  }
  const { raw } = written;
  const kept = new Set(scalarsOf(change.value));
  if (isList(raw)) return raw.items.flatMap((item) => (item && !kept.has(textOf(item)) ? [textOf(item)] : []));
  if (isGroup(raw))
    return raw.entries.flatMap(({ key, value }) => (value && !kept.has(key) ? [`${key}: ${textOf(value)}`] : []));
  return [];
}

/** Every text of a value, keys included, as it would be written. */
function scalarsOf(value: Value): string[] {
  if (Array.isArray(value)) return value.flatMap(scalarsOf);
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => [key, ...scalarsOf(inner)]);
  return [String(value)];
}
