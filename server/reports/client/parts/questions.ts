import { type Item, sheets } from "../../../analysis/asked.ts";
import { clean } from "../../../base/clean.ts";
import type { Block } from "../../../base/document.ts";
import { sentence } from "../../../model/words/words.ts";
import type { Said } from "../said.ts";

/** What is still to be asked, a list a person. */
export function questions(said: Said): Block[] {
  const all = sheets(said.analysis, said.names);
  if (all.length === 0) return [{ is: "paragraph", text: "No question is open." }];
  const texts = (items: readonly Item[]) => items.map(({ text }) => clean(text));
  return all.flatMap(({ ask, whom, now, later }): Block[] => [
    { is: "heading", text: ask === null ? "For us to find out" : sentence(clean(whom)) },
    ...(now.length === 0 ? [] : [{ is: "list" as const, items: texts(now) }]),
    ...(later.length === 0
      ? []
      : [
          { is: "paragraph" as const, text: [{ text: "If there is time:", strong: true }] },
          { is: "list" as const, items: texts(later) },
        ]),
  ]);
}
