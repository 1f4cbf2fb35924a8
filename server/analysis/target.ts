import { applyEdits, Text } from "../base/text.ts";
import type { Recommendation } from "../model/org/entities.ts";
import { type Change, type Fix, remove, set, type Value } from "../model/words/change.ts";
import { given } from "../model/words/fact.ts";
import { isRemedyId } from "../model/words/remedy-id.ts";
import { toBeFilled } from "../model/words/values.ts";
import { textEdits } from "../model/write/edit.ts";
import { type Analysis, analyze } from "./check.ts";
import { apart, speaksOf } from "./entries.ts";
import { isKnownRemedy } from "./known-remedies.ts";
import { standingEntries, statusOf } from "./recommend.ts";

/** The organization as it is to become, and what of the plan has gone into it. */
export interface Target {
  /** The text of its file. */
  readonly content: string;
  readonly applied: readonly Recommendation[];
  /** Done already, or ended by another. */
  readonly inPlace: readonly Recommendation[];
  /** Not applied, each with why. */
  readonly left: readonly Left[];
}

export interface Left {
  readonly entry: Recommendation;
  /** As part of a sentence: "it says in words what is to be done". */
  readonly why: string;
}

/**
 * Writes the target: the file as it stands, its recommendations carried out in the order in which they stand. Before
 * each the finding is looked up again, never by its old place. Comments stay, and so do acceptances whose finding does.
 */
export function targetOf(before: Analysis): Target {
  const entries = standingEntries(before.document.org);
  let current = after(before, heading(before, entries)) ?? before;
  const [applied, inPlace, left]: [Recommendation[], Recommendation[], Left[]] = [[], [], []];
  for (const entry of entries) {
    const step = stepFor(current, entry);
    if (step === "in place") inPlace.push(entry);
    else if ("why" in step) left.push({ entry, why: step.why });
    else {
      current = step.next;
      applied.push(entry);
    }
  }
  current = after(current, lapsed(current)) ?? current;
  return { content: current.document.text.content, applied, inPlace, left };
}

/** What makes the file that of a target; nobody was interviewed about it. */
function heading({ document: { org, map } }: Analysis, entries: readonly Recommendation[]): Change[] {
  const due = entries.flatMap((entry) => given(entry.due) ?? []).sort();
  const gone = ["interviews", "recommended"].filter((section) => map.find([section]) !== undefined);
  return [
    ...gone.map((section) => remove([section])),
    set(["state"], "to-be"),
    ...(due.length > 0 && given(org.data.asOf) !== due.at(-1) ? [set(["asOf"], due.at(-1)!)] : []),
  ];
}

function stepFor(current: Analysis, entry: Recommendation): "in place" | { why: string } | { next: Analysis } {
  const [rule, what] = [given(entry.rule), given(entry.do)];
  if (rule === undefined || what === undefined || given(entry.at) === undefined)
    return { why: "it does not say what is to be done about what" };
  const found = apart(current.findings, [entry]).find((finding) => speaksOf(entry, finding));
  if (!isRemedyId(what))
    return statusOf(entry) === "done" || !found ? "in place" : { why: "it says in words what is to be done" };
  if (!found) return isKnownRemedy(current.config, rule, what) ? "in place" : { why: "nobody knows such a remedy" };
  const fix = [...found.fixes, ...found.firstSteps].find(({ does }) => does.id === what);
  if (!fix) return { why: "it is not possible any more" };
  if (fix.changes.length === 0)
    return statusOf(entry) === "done" ? "in place" : { why: "it is to be done outside what the file records" };
  const next = after(current, filled(fix));
  if (!next) return { why: "it is not possible in this file" };
  return errors(next) > errors(current) ? { why: "it would add an error" } : { next };
}

/** A post that is created or freed waits for somebody who is to be chosen. */
const filled = ({ changes }: Fix): Change[] =>
  changes.map((change) => {
    if (!("value" in change) || change.at[0] !== "posts") return change;
    const isPost = change.at.length === 2;
    return { ...change, value: isPost ? postOf(change.value) : change.value === "vacant" ? toBeFilled : change.value };
  });

const postOf = (value: Value): Value => {
  if (value === "vacant") return { heldBy: toBeFilled };
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  return isGroup && "heldBy" in value && value.heldBy === "vacant" ? { ...value, heldBy: toBeFilled } : value;
};

/** Decisions about what is not found any more are left out of the target. */
function lapsed({ document: { org, map }, findings }: Analysis): Change[] {
  const gone = org.data.accepted.filter((entry) => !findings.some((finding) => speaksOf(entry, finding)));
  if (gone.length === 0) return [];
  if (gone.length === org.data.accepted.length) return map.find(["accepted"]) ? [remove(["accepted"])] : [];
  // The last goes first, so that the places of those before it still hold.
  return gone.toReversed().map(({ place }) => remove(place));
}

/** The file after these changes, checked; undefined where nothing could be changed. */
function after(current: Analysis, changes: readonly Change[]): Analysis | undefined {
  if (changes.length === 0) return undefined;
  const edits = textEdits(current.document, changes);
  if (edits.length === 0) return undefined;
  const text = new Text(applyEdits(current.document.text.content, edits));
  return analyze(text, { today: current.today, config: current.config });
}

const errors = ({ findings }: Analysis): number =>
  findings.filter(({ severity, accepted }) => severity === "error" && !accepted).length;
