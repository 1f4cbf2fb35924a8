import { type Offer, offersFor } from "../../analysis/offers.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import { doesHelp } from "../../analysis/tried.ts";
import { applyEdits, type Span } from "../../base/text.ts";
import { extentOf } from "../../model/find/extents.ts";
import { readInstead } from "../../model/read/document.ts";
import { placeToString } from "../../model/words/place.ts";
import { full, spoken } from "../../model/words/words.ts";
import { textEdits } from "../../model/write/edit.ts";
import type { Action } from "./action.ts";

/**
 * The remedies for the findings that meet a range: what ends them, then first steps, accepting a risk last. Each is
 * tried on a copy of the file first; `isInTime` says whether there is still time for that. What has not been tried
 * counts as untried, and is tried when its edits are asked for.
 */
export function remedies(snapshot: Snapshot, range: Span, isInTime = (): boolean => true): Action[] {
  const { analysis } = snapshot;
  const met = analysis.findings.filter(({ span }) => span.start <= range.end && range.start <= span.end);
  const byRemedy = new Map<string, Action>();
  for (const finding of met) {
    for (const offer of offersFor(analysis, finding)) {
      const isTried = isInTime();
      const helps = () => doesHelp(snapshot, finding, offer);
      // Beside what could not be read, and where something else repeats the text, a remedy may have nothing to do.
      if (isTried ? !helps() : textEdits(analysis.document, offer.changes).length === 0) continue;
      const { kind, title, changes } = offer;
      const key = JSON.stringify([kind, title, changes]);
      const before = byRemedy.get(key);
      byRemedy.set(key, {
        title: spoken(title, full),
        kind,
        isPreferred: offer.isPreferred,
        findings: [...(before?.findings ?? []), finding],
        key: before?.key ?? [finding.rule, placeToString(finding.at), offer.fix.does.id, offer.tried].join(" "),
        ...(isTried ? {} : { helps }),
        edits: () => editsOf(snapshot, offer),
        goesOnAt: () => goesOnAt(snapshot, offer),
      });
    }
  }
  const all = [...byRemedy.values()];
  const ends = all.filter(({ kind }) => kind === "fix");
  const [preferred] = ends.filter(({ isPreferred }) => isPreferred);
  // Findings that meet the same range may each have a first choice; only one of all can be the editor's.
  return [
    ...ends.map((one) => (one === preferred ? one : { ...one, isPreferred: false })),
    ...all.filter(({ kind }) => kind === "first-step"),
  ];
}

const editsOf = ({ analysis }: Snapshot, { changes }: Offer) => textEdits(analysis.document, changes);

/**
 * In an entry for `accepted`, the reason that is still to be given; behind one for `recommended`, where its owner and
 * its day may follow. A remedy that changes facts has said all that it says.
 */
function goesOnAt(snapshot: Snapshot, offer: Offer): ReturnType<NonNullable<Action["goesOnAt"]>> {
  const [first] = offer.changes;
  const [section] = first?.do === "add" ? first.at : [];
  if (section !== "accepted" && section !== "recommended") return undefined;
  const { document } = snapshot.analysis;
  const after = readInstead(document, applyEdits(document.text.content, editsOf(snapshot, offer)));
  const place = after.org.data[section].at(-1)?.place;
  if (place === undefined) return undefined;
  const { end } = extentOf(after, place);
  const span = section === "accepted" ? after.map.span([...place, "reason"]) : { start: end, end };
  return { text: after.text, span };
}
