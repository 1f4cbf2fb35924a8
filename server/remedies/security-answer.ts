import type { Activity, Post } from "../model/org/entities.ts";
import { activityName, holderNames, postName, thePost } from "../model/org/names.ts";
import { kindOf, type Org, unitOf } from "../model/org/org.ts";
import type { DutyGuard } from "../model/org/security-guard.ts";
import { type Fix, fix, set } from "../model/words/change.ts";
import type { Place } from "../model/words/place.ts";
import { does } from "../model/words/remedy-id.ts";
import { inSentence, sentence, type Words, words } from "../model/words/words.ts";
import { candidates } from "./candidates.ts";
import { makeResponsible } from "./owners.ts";

/** "The IT Manager, Sam Okafor, is accountable for security, and no post of security is in office beside it." */
export function saysGuard(org: Org, { activity }: DutyGuard, post: Post): Words {
  const names = holderNames(org, post);
  const who = words`${sentence(thePost(post))}${names ? words`, ${names},` : ""}`;
  return words`${who} is accountable for ${guardedName(activity)}, and there is no security post that could object.`;
}

/** What is answered for: security, or the policy of it. */
export const guardedName = (activity: Activity): string =>
  kindOf(activity) === "security" ? "security" : inSentence(activityName(activity));

/** The post that answers for security, and what is to be read there. */
export const placesOfGuard = (post: Post): { readonly at: Place; readonly says: Words }[] =>
  post.written ? [{ at: post.at, says: words`${postName(post)} answers for security as well` }] : [];

/**
 * Somebody above the conflict answers for security, and whoever did so is responsible for the work: the head of the
 * organization; the head of operations or of risk, where no line of theirs leads to IT.
 */
export function answerOutsideIt(org: Org, { activity, ref }: DutyGuard): Fix[] {
  const unit = org.data.units.get(unitOf(activity) ?? "");
  const able = candidates(org, { duty: "security-outside-it", as: "accountable", stakes: [ref], unit });
  return able.map((one) =>
    fix(does("make-accountable-<post>", one.id), words`Make ${one.name} accountable for ${guardedName(activity)}`, [
      set([...activity.at, "accountable"], one.id),
      ...makeResponsible(activity, [ref]),
    ]),
  );
}
