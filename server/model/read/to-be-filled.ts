import type { Place } from "../words/place.ts";
import { type Ref, toBeFilled } from "../words/values.ts";
import { type Reading, wrong } from "./read-value.ts";

/** Only a target has posts whose holder is to be chosen; a record of what is says that they are vacant. */
export function readToBeFilled(at: Place, isTarget: boolean): Reading<Ref> {
  const [section, post, field] = at;
  const isHolder = section === "posts" && typeof post === "string" && field === "heldBy";
  if (isHolder && isTarget) return { value: { to: "to-be-filled", post } };
  return wrong(
    `\`${toBeFilled}\` says that a post waits for somebody who is to be chosen. It can stand only in \`heldBy\`, in a file with \`state: to-be\`.`,
  );
}
