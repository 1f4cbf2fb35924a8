import { memo } from "../base/memo.ts";
import type { Text } from "../base/text.ts";
import { type Analysis, analyze } from "./check.ts";

/** One version of one file and all that is known of it: what every feature reads. */
export interface Snapshot {
  readonly text: Text;
  readonly analysis: Analysis;
}

const byDay = memo((_: Text) => new Map<string, Snapshot>());

/** Checks a text once for each day (YYYY-MM-DD) for which it is asked. */
export function snapshotOf(text: Text, today: string): Snapshot {
  const days = byDay(text);
  const known = days.get(today);
  if (known) return known;
  const snapshot = { text, analysis: analyze(text, { today }) };
  days.set(today, snapshot);
  return snapshot;
}
