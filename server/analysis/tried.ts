import { applyEdits, Text } from "../base/text.ts";
import { type Change, set } from "../model/words/change.ts";
import { full, spoken } from "../model/words/words.ts";
import { textEdits } from "../model/write/edit.ts";
import type { Analysis } from "./check.ts";
import type { Finding } from "./finding.ts";
import type { Offer } from "./offers.ts";
import { type Snapshot, withText } from "./snapshot.ts";

/** What a remedy comes to is told once for each version of a file. */
const known = new WeakMap<Snapshot, Map<string, boolean>>();
const targets = new WeakMap<Snapshot, Snapshot>();

/**
 * Whether a remedy does what it says, tried on a copy of the file: that its finding is gone, unless it is a first step,
 * and that no error is new. A recommendation is tried in the file of a target, where it would be carried out. What is
 * written rightly is read for the first time, so that mending the form may uncover an error that was there all along;
 * and whoever says that a law applies wants to hear what it asks for.
 */
export function doesHelp(snapshot: Snapshot, finding: Finding, offer: Offer): boolean {
  const { tried, fix } = offer;
  if (tried === "nothing") return changed(snapshot, offer.changes) !== undefined;
  const results = known.get(snapshot) ?? new Map<string, boolean>();
  known.set(snapshot, results);
  const key = JSON.stringify([tried, finding.rule, spoken(finding.says, full), fix.does.id, fix.changes]);
  const result = results.get(key) ?? isHelpful(snapshot, finding, offer);
  results.set(key, result);
  return result;
}

function isHelpful(snapshot: Snapshot, finding: Finding, { tried, fix, changes }: Offer): boolean {
  const before = tried === "target" ? asTarget(snapshot) : snapshot;
  const after = before && changed(before, fix.changes);
  if (!before || !after || changed(snapshot, changes) === undefined) return false;
  const [had, has] = [before.analysis, after.analysis];
  if (has.document.syntax.problems.length > had.document.syntax.problems.length) return false;
  const isGone = fix.kind === "first-step" || count(has, finding) < count(had, finding);
  const mayUncover = tried === "form" || fix.changes.some(({ at }) => at[0] === "regimes");
  return isGone && (mayUncover || errors(has) <= errors(had));
}

/** The same file as that of a target. */
function asTarget(snapshot: Snapshot): Snapshot | undefined {
  const target = targets.get(snapshot) ?? changed(snapshot, [set(["state"], "to-be")]);
  if (target) targets.set(snapshot, target);
  return target;
}

/** The file after these changes; undefined where there is nothing that they could change. */
function changed(snapshot: Snapshot, changes: readonly Change[]): Snapshot | undefined {
  const edits = textEdits(snapshot.analysis.document, changes);
  return edits.length === 0 ? undefined : withText(snapshot, new Text(applyEdits(snapshot.text.content, edits)));
}

const count = ({ findings }: Analysis, { rule, says }: Finding): number => {
  const said = spoken(says, full);
  return findings.filter((one) => one.rule === rule && spoken(one.says, full) === said).length;
};

const errors = ({ findings }: Analysis): number =>
  findings.filter(({ severity, accepted }) => severity === "error" && !accepted).length;
