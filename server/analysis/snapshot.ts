import { memo } from "../base/memo.ts";
import type { Text } from "../base/text.ts";
import { type Config, configFrom, usualConfig } from "../firm/config.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { type Analysis, analyze, analyzeDocument } from "./check.ts";

/** One version of one file and all that is known of it: what every feature reads. */
export interface Snapshot {
  readonly text: Text;
  /** Of a configuration only what is wrong with its form; its organization is empty. */
  readonly analysis: Analysis;
  /** What is known beforehand, in the light of which it is read. */
  readonly knowledge: Knowledge;
  /** What it is checked by; of a configuration, what it says itself. */
  readonly config: Config;
  readonly is: "organization" | "configuration";
}

/** A text is checked once for each configuration and day (YYYY-MM-DD) for which it is asked. */
export function snapshotOf(text: Text, today: string, config: Config): Snapshot {
  const days = byDay(text)(config);
  const known = days.get(today);
  if (known) return known;
  const { knowledge } = config.conventions;
  const snapshot: Snapshot = {
    text,
    analysis: analyze(text, { today, config }),
    knowledge,
    config,
    is: "organization",
  };
  days.set(today, snapshot);
  return snapshot;
}

const byDay = memo((_: Text) => memo((_: Config) => new Map<string, Snapshot>()));

/** The same of the text of a configuration. */
export const configSnapshotOf = (text: Text, knowledge: Knowledge): Snapshot => byKnowledge(text)(knowledge);

const byKnowledge = memo((text: Text) =>
  memo((knowledge: Knowledge): Snapshot => {
    const { document, config } = configFrom(text, knowledge);
    const usual = usualConfig(knowledge);
    // The rules that pass on what reading a file found wrong.
    const rules = usual.rules.filter(({ about }) => about === "form");
    const analysis = analyzeDocument(document, { today: "", config: usual, rules });
    return { text, analysis, knowledge, config, is: "configuration" };
  }),
);

/** What would be known of the file if this were its text. */
export function withText({ is, knowledge, analysis: { today, config } }: Snapshot, text: Text): Snapshot {
  return is === "configuration" ? configSnapshotOf(text, knowledge) : snapshotOf(text, today, config);
}
