import type { Snapshot } from "../../analysis/snapshot.ts";
import type { Edit } from "../../base/text.ts";
import { set } from "../../model/words/change.ts";
import { placeToString } from "../../model/words/place.ts";
import { textEdits } from "../../model/write/edit.ts";

/** The edit that gives an entry of `recommended` another status. Undefined where there is no such entry or status. */
export function statusEdits(
  { analysis: { document }, knowledge }: Snapshot,
  place: string,
  status: string,
): readonly Edit[] | undefined {
  const entry = document.org.data.recommended.find((one) => placeToString(one.place) === place);
  if (!entry || !knowledge.format.catalogue("recommendationStatus").has(status)) return undefined;
  return textEdits(document, [set([...entry.place, "status"], status)]);
}
