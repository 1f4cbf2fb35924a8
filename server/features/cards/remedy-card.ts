import type { Analysis } from "../../analysis/check.ts";
import { remediesUnder } from "../../analysis/known-remedies.ts";
import { blocks, bold, code, escaped } from "../../base/markdown.ts";
import { type Place, samePlace } from "../../model/words/place.ts";
import { effectOf, isRemedyId } from "../../model/words/remedy-id.ts";
import { full, sentence, spoken } from "../../model/words/words.ts";
import type { Card } from "./card.ts";

/** What a remedy that is recommended does: as its finding says it, and in general. Plain words say it themselves. */
export function remedyCard({ recommended, config }: Analysis, place: Place, text: string): Card {
  const entry = recommended.find((one) => samePlace(one.place, place.slice(0, -1)));
  if (!isRemedyId(text)) return { head: "What is to be done, in words of your own." };
  const effect = effectOf(text, entry && remediesUnder(config, entry.rule)) ?? undefined;
  if (!effect) return { head: blocks(code(text), "No remedy of this rule has this id.") };
  const title = entry ? sentence(spoken(entry.title, full)) : "";
  return { head: blocks(title === "" ? code(text) : bold(escaped(title)), effect.says) };
}
