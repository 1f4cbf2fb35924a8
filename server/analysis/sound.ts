import type { OrgDocument } from "../model/read/document.ts";
import type { Place } from "../model/words/place.ts";
import { asReservedWord } from "../model/words/values.ts";
import { type Words, wordsOf } from "../model/words/words.ts";
import { plainText } from "../model/yaml/written.ts";
import type { Rule, Verdict } from "../rules/rule.ts";

/** Something that was asked and is as it should be. */
export interface SoundFact {
  readonly rule: string;
  readonly at: Place;
  readonly words: Words;
  /** Where the file says what it rests on. */
  readonly facts: readonly Place[];
}

/**
 * What a satisfied rule says is sound. Nothing where its subject does not stand in the file, or where a fact does not,
 * or is one of the words for what is not known or not there: what nobody asked cannot be praised.
 */
export function soundOf({ map }: OrgDocument, rule: Rule, { at, sound }: Verdict): SoundFact[] {
  if (!sound || !map.find(at.slice(0, 2))) return [];
  const found = sound();
  if (!found) return [];
  const { says, facts } = found;
  const isTold = (place: Place) => {
    const value = map.find(place)?.value;
    return value !== undefined && value !== null && asReservedWord(plainText(value)) === undefined;
  };
  return facts.length > 0 && facts.every(isTold) ? [{ rule: rule.id, at, words: wordsOf(says), facts }] : [];
}
