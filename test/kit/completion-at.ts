import assert from "node:assert/strict";
import { applyEdits } from "../../server/base/text.ts";
import { type Completion, completions } from "../../server/features/completion.ts";
import { readCursor } from "./cursor.ts";
import { snapshotOf } from "./standard.ts";

export const today = "2026-11-22";

export const completionsAt = (source: string): Completion[] => {
  const { text, start } = readCursor(source);
  return completions(snapshotOf(text, today), start);
};

export const labelsAt = (source: string): string[] => completionsAt(source).map(({ label }) => label);

/** What is inserted, as a client without snippets writes it. */
export const plainText = ({ insert }: Completion): string =>
  insert.map((part) => (typeof part === "string" ? part : part.text)).join("");

export function applied(content: string, choice: Completion): string {
  return applyEdits(content, [{ span: choice.span, newText: plainText(choice) }]);
}

export function chosen(source: string, label: string): Completion {
  const found = completionsAt(source);
  const choice = found.find((one) => one.label === label);
  assert.ok(choice, `${label} is among ${found.map((one) => one.label).join(", ")}`);
  return choice;
}

/** The text after choosing a label at the cursor, with the cursor at the last stop. */
export function choose(source: string, label: string): string {
  const { content } = readCursor(source);
  const choice = chosen(source, label);
  const stops = choice.insert.filter((part) => typeof part !== "string");
  const last = stops.find(({ stop }) => stop === 0);
  const newText = choice.insert
    .map((part) => (typeof part === "string" ? part : part === last ? `<|>${part.text}` : part.text))
    .join("");
  return applyEdits(content, [{ span: choice.span, newText }]);
}
