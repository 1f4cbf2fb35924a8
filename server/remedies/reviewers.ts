import type { ActivityId } from "../knowledge/catalogues.ts";
import type { Activity, Post } from "../model/org/entities.ts";
import { inPost } from "../model/org/holders.ts";
import { lineMeets } from "../model/org/lines.ts";
import { thePost } from "../model/org/names.ts";
import { held, type Org } from "../model/org/org.ts";
import { postsBehind } from "../model/org/posts-behind.ts";
import { teamLine } from "../model/org/team-head.ts";
import { type Fix, fix, set } from "../model/words/change.ts";
import { any, every, given, holds, itemsOf, lacking, some, type Truth, truth } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { does } from "../model/words/remedy-id.ts";
import type { Ref } from "../model/words/values.ts";
import { words } from "../model/words/words.ts";
import { assignDuty, placeOfActivity } from "./accountable.ts";
import { freeId } from "./remedies.ts";

// Reviews and audits that somebody outside the line of security has to do.

/** Whoever does it; where nobody is named for that, whoever answers for it. */
const doers = ({ responsible, accountable }: Activity) =>
  responsible.is === "known" && responsible.value.length > 0
    ? responsible
    : accountable.is === "known"
      ? accountable
      : responsible;

/** Whether somebody is named for it. */
export const isReviewNamed = (entry: Activity): boolean => itemsOf(doers(entry)).length > 0;

/** Whether only people of the line of security do it, or nobody does. */
export function ownReview(org: Org, entry: Activity): Truth {
  if (entry.exists === "no") return "yes";
  if (entry.exists !== "yes") return entry.exists;
  const who = doers(entry);
  return any(
    lacking(who),
    holds(who, (refs) => every(refs, (ref) => inSecurity(org, ref))),
  );
}

/** Where a review that is nobody else's is pointed out: at whoever is named, else where the activity is or would be. */
export function placeOfReview(org: Org, task: ActivityId, entry: Activity | undefined): Place {
  if (!entry || !isReviewNamed(entry)) return placeOfActivity(org.whole, task);
  return [...entry.at, doers(entry) === entry.responsible ? "responsible" : "accountable"];
}

/** Whether somebody stands in the line of the CISO, heads a team of security, or supplies the CISO. */
function inSecurity(org: Org, ref: Ref): Truth {
  if (ref.to === "team") {
    const { teams, head } = teamLine(org, ref.id);
    const ofSecurity = some(teams, ({ functions }) => holds(functions, (ids) => ids.includes("security")));
    const known = given(head);
    return ofSecurity === "yes" || !known ? ofSecurity : inSecurity(org, known);
  }
  const isSupplier = ref.to === "provider" && org.outsideService("ciso").providers.some(({ id }) => id === ref.id);
  const cisos = org.posts("ciso");
  const leadsSecurity = (step: Post) => truth(cisos.includes(step));
  return any(
    truth(isSupplier),
    some(cisos, (ciso) => inPost(org, ref, ciso)),
    some(postsBehind(org, ref), (post) => (cisos.includes(post) ? "yes" : lineMeets(org, post, leadsSecurity))),
  );
}

/** Internal audit where it is apart from security, and an outside provider. `what` completes "Let X ...". */
export function reviewers(org: Org, task: ActivityId, what: string): Fix[] {
  const audit = org.whole.posts("head-internal-audit").find((post) => held(post) === "yes");
  const provider = freeId(org.data.providers, "security-review");
  return [
    ...(audit && inSecurity(org, { to: "post", id: audit.id }) === "no"
      ? [
          fix(
            does("let-<post>-review-security", audit.id),
            words`Let ${thePost(audit)} ${what}`,
            assignDuty(org.whole, task, "responsible", audit.id),
            {
              preferred: true,
            },
          ),
        ]
      : []),
    fix(does("supply-<item>-from-outside", "security-audit"), `Let an outside provider ${what}`, [
      set(["providers", provider], { services: ["security-audit"] }),
      ...assignDuty(org.whole, task, "responsible", `provider:${provider}`),
    ]),
  ];
}
