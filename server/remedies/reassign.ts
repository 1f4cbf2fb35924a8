import { memo } from "../base/memo.ts";
import type { Activity } from "../model/org/entities.ts";
import type { Capacity } from "../model/org/same-hands.ts";
import { type Change, type Fix, firstStep, remove, set } from "../model/words/change.ts";
import { itemsOf } from "../model/words/fact.ts";
import { does } from "../model/words/remedy-id.ts";
import { type Ref, refKey } from "../model/words/values.ts";
import { type Sayable, words } from "../model/words/words.ts";

/** Each once, however often and however spelled. */
export const distinct = (refs: readonly Ref[]): Ref[] => [...new Map(refs.map((ref) => [refKey(ref), ref])).values()];

/**
 * Where nobody whom the file names fits. The entry stays as it is: that somebody is found happens outside of it. `what` is
 * what they are to do: "review the code".
 */
export const findSomebody = (what: Sayable): Fix =>
  firstStep(does("find-somebody"), words`First step: find somebody independent to ${what}, inside or from outside`, []);

/** Puts a post, or a provider, in the place of these items of an activity's list; items beyond the first go. */
export function handOver(
  activity: Activity,
  capacity: Capacity,
  items: readonly number[],
  to: { readonly id: string },
): Change[] {
  const place = [...activity.at, capacity];
  const indexes = [...new Set(items)].sort((a, b) => a - b);
  const [first, ...others] = indexes;
  if (first === undefined) return [];
  if (!activity.written) return [set(place, [to.id])];
  const isThere = idsIn(itemsOf(activity[capacity])).has(to.id);
  const gone = isThere ? indexes : others;
  // The last goes first, so that the indexes of those before it still hold.
  const removals = gone.toReversed().map((index) => remove([...place, index]));
  return isThere ? removals : [set([...place, first], to.id), ...removals];
}

const idsIn = memo((refs: readonly Ref[]) => new Set(refs.map(idOf)));

const idOf = (ref: Ref): string | undefined =>
  ref.to === "post" ? ref.id : ref.to === "provider" ? `provider:${ref.id}` : undefined;
