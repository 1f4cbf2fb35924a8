import { memo } from "../base/memo.ts";
import type { Text } from "../base/text.ts";
import { type Config, configFrom, standardConfig } from "../firm/config.ts";
import { rules } from "../rules/index.ts";
import { type Analysis, analyze, analyzeDocument } from "./check.ts";

/** One version of one file and all that is known of it: what every feature reads. */
export interface Snapshot {
  readonly text: Text;
  /** Of a configuration only what is wrong with its form; its organization is empty. */
  readonly analysis: Analysis;
  readonly is: "organization" | "configuration";
}

/** A text is checked once for each configuration and day (YYYY-MM-DD) for which it is asked. */
export function snapshotOf(text: Text, today: string, config: Config = standardConfig): Snapshot {
  const days = byDay(text)(config);
  const known = days.get(today);
  if (known) return known;
  const snapshot: Snapshot = { text, analysis: analyze(text, { today, config }), is: "organization" };
  days.set(today, snapshot);
  return snapshot;
}

const byDay = memo((_: Text) => memo((_: Config) => new Map<string, Snapshot>()));

/** The same of the text of a configuration. */
export const configSnapshotOf = memo((text: Text): Snapshot => {
  const { document } = configFrom(text);
  return { text, analysis: analyzeDocument(document, { today: "", rules: aboutForm }), is: "configuration" };
});

/** What would be known of the file if this were its text. */
export function withText({ is, analysis: { today, config } }: Snapshot, text: Text): Snapshot {
  return is === "configuration" ? configSnapshotOf(text) : snapshotOf(text, today, config);
}

/** Rules that pass on what reading a file found wrong. */
const aboutForm = rules.filter(({ about }) => about === "form");
