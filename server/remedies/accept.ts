import { add, type Change } from "../model/words/change.ts";
import { nearestKey, type Place, placeToString } from "../model/words/place.ts";

/** Adds an entry to `accepted`, with a slot for each thing that only people can say. It covers nothing until they have. */
export const accept = (rule: string, at: Place): Change =>
  add(["accepted"], {
    rule,
    at: placeToString(nearestKey(at)),
    reason: "not-asked",
    compensatingControl: "not-asked",
    approvedBy: "not-asked",
    until: "not-asked",
  });
