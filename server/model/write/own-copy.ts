import type { OrgDocument } from "../read/document.ts";
import { type Change, set, type Value } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import { isList, isRepeat, isScalar, meantBy } from "../yaml/written.ts";

/**
 * The change that gives an entity a copy of its own, where the one that is asked for lies in a list or a group that
 * others share through an alias or a merge key: they keep theirs. Undefined where nothing is shared.
 */
export function ownCopy(document: OrgDocument, change: Change): Change | undefined {
  const { at } = change;
  if (change.do === "rename" || change.do === "insert" || change.do === "rewrite") return undefined;
  if (!isShared(document, at)) return undefined;
  if (change.do === "add") return copied(document, at, (items) => [...items, change.value]);
  const index = at.at(-1);
  if (typeof index !== "number") return undefined;
  return copied(document, at.slice(0, -1), (items) =>
    change.do === "set" ? items.with(index, change.value) : items.toSpliced(index, 1),
  );
}

/** Whether the way to a place leads through an alias or a merge key; the place's own value is not meant. */
function isShared({ map }: OrgDocument, at: Place): boolean {
  return at.some((_, length) => {
    const above = length === 0 ? undefined : map.find(at.slice(0, length));
    return above !== undefined && (isRepeat(above.raw) || above.merged);
  });
}

function copied(
  document: OrgDocument,
  at: Place,
  changeItems: (items: readonly Value[]) => readonly Value[],
): Change | undefined {
  const list = document.map.find(at)?.value;
  if (isScalar(list)) return typeof list.value === "string" ? set(at, onlyOf(changeItems([list.value]))) : undefined;
  const items = isList(list) ? list.items.map(meantBy) : [undefined];
  const texts = items.flatMap((item) => (isScalar(item) && typeof item.value === "string" ? [item.value] : []));
  // Only a list of texts is copied; what else could stand in one is an error that is reported where it stands.
  if (texts.length < items.length) return undefined;
  const isQuoted = items.some((item) => isScalar(item) && (item.style === "double" || item.style === "single"));
  return { ...set(at, changeItems(texts)), ...(isQuoted ? { quoted: true } : {}) };
}

/** One value stays one value. */
const onlyOf = (items: readonly Value[]): Value => (items.length === 1 ? items[0]! : items);
