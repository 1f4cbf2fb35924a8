import { add, type Change } from "./change.ts";
import { itemsOf, none } from "./fact.ts";
import { isSameHolder } from "./holders.ts";
import type { Org } from "./org.ts";
import { type Place, placeToString } from "./place.ts";
import { boardOf, headOf } from "./top.ts";
import type { Ref } from "./values.ts";

/** What is to be put on record as accepted. */
export interface Acceptable {
  readonly rule: string;
  readonly at: Place;
  /** Whoever the finding concerns; they cannot approve it themselves. */
  readonly concerns: readonly Ref[];
  /** A reason that the file itself gives. Without one, the entry covers nothing until somebody writes the reason. */
  readonly reason?: string;
}

/**
 * Adds an entry to `accepted`, with slots for what only people can say. `today` is a date as YYYY-MM-DD; the entry
 * runs for a year.
 */
export function accept(org: Org, today: string, { rule, at, concerns, reason }: Acceptable): Change {
  return add(["accepted"], {
    rule,
    at: placeToString(at),
    reason: reason ?? "not-asked",
    compensatingControl: "not-asked",
    approvedBy: approver(org, concerns),
    until: yearAfter(today),
  });
}

/** The head of the organization; the board where the finding concerns the head. */
function approver(org: Org, concerns: readonly Ref[]): string {
  const isConcerned = (id: string) =>
    itemsOf(org.data.posts.get(id)?.heldBy ?? none).some((one) =>
      concerns.some((other) => isSameHolder(org, one, other)),
    );
  return [headOf(org)?.id, boardOf(org).id].find((id) => id !== undefined && !isConcerned(id)) ?? "board";
}

/** A year without a 29th of February ends on the 28th. */
function yearAfter(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return next.endsWith("-02-29") ? next.replace("-29", "-28") : next;
}
