import { inPost, isSameHolder } from "../model/org/holders.ts";
import type { Org } from "../model/org/org.ts";
import { boardOf, headOf } from "../model/org/top.ts";
import { add, type Change } from "../model/words/change.ts";
import { itemsOf } from "../model/words/fact.ts";
import { type Place, placeToString } from "../model/words/place.ts";
import type { Ref } from "../model/words/values.ts";

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
  const candidates = [headOf(org)?.id, boardOf(org).id].filter((id) => id !== undefined);
  return candidates.find((id) => !concerns.some((ref) => isConcerned(org, id, ref))) ?? "board";
}

/** Whether whoever is concerned is the post that is to approve, or in it, or holds another one with the same hands. */
function isConcerned(org: Org, id: string, concerned: Ref): boolean {
  const post = org.data.posts.get(id);
  if (concerned.to === "post") {
    const other = org.data.posts.get(concerned.id);
    return concerned.id === id || (other !== undefined && inPost(org, { to: "post", id }, other) === "yes");
  }
  return post !== undefined && itemsOf(post.heldBy).some((holder) => isSameHolder(org, holder, concerned));
}

/** The same day (YYYY-MM-DD) a year later; a year without a 29th of February ends on the 28th. */
export function yearAfter(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return next.endsWith("-02-29") ? next.replace("-29", "-28") : next;
}
