import type { Span } from "../../base/text.ts";
import { extentOf } from "../../model/find/extents.ts";
import { type Target, targetSections } from "../../model/find/occurrences.ts";
import type { OrgDocument } from "../../model/read/document.ts";

/** The entry whose key the cursor touches, or all of which is selected. */
export function namedEntry(document: OrgDocument, range: Span): Target | undefined {
  const blanks = /^\s*/.exec(document.text.content.slice(range.start, range.end))?.[0].length ?? 0;
  const [name, id] = document.map.placeAt(range.start + blanks).place;
  const section = targetSections.find((one) => one === name);
  if (section === undefined || typeof id !== "string" || !document.org.data[section].has(id)) return undefined;
  const place = [section, id];
  const key = document.map.span(place, "key");
  const isOnKey = key.start <= range.start && range.end <= key.end;
  const extent = extentOf(document, place);
  const isSelected = range.end > range.start && range.start <= extent.start && extent.end <= range.end;
  return isOnKey || isSelected ? { section, id } : undefined;
}
