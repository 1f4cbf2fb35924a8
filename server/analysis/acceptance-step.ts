import type { Org } from "../model/org/org.ts";
import { type Fix, firstStep } from "../model/words/change.ts";
import { itemsOf } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import type { Ref } from "../model/words/values.ts";
import { accept } from "../remedies/accept.ts";
import { matches } from "./accepted.ts";
import type { Analysis } from "./check.ts";
import type { Finding } from "./finding.ts";

/**
 * The step that puts a finding on record as an accepted risk, with slots for the reason and the control. Undefined
 * where there is nothing to accept: what is wrong with the file's form is mended, and what contradicts a declared
 * obligation is nobody's to accept. Undefined, too, where an entry for it is there already, or a rule offers its own.
 */
export function acceptanceStep({ document: { org }, today, config }: Analysis, finding: Finding): Fix | undefined {
  if (finding.category === "format" || finding.at.length === 0 || finding.accepted) return undefined;
  if (finding.severity !== "warning" && finding.severity !== "info") return undefined;
  if (org.data.accepted.some((acceptance) => matches(acceptance, finding))) return undefined;
  if ([...finding.fixes, ...finding.firstSteps].some(accepts)) return undefined;
  const { rule, at } = finding;
  const title = `Accept this risk... (${config.ruleById.get(rule)?.title ?? rule})`;
  return firstStep(title, [accept(org, today, { rule, at, concerns: concernedBy(org, finding) })]);
}

const accepts = ({ changes }: Fix): boolean =>
  changes.some((change) => change.do === "add" && change.at.length === 1 && change.at[0] === "accepted");

/** The posts, people and providers at the finding's places, and whoever has the duties that stand there. */
function concernedBy(org: Org, { at, related }: Finding): Ref[] {
  return [at, ...related.map((one) => one.at)].flatMap((place) => concernedAt(org, place));
}

function concernedAt(org: Org, [section, id]: Place): Ref[] {
  if (typeof id !== "string") return [];
  if (section === "posts") return [{ to: "post", id }];
  if (section === "people") return [{ to: "person", name: id }];
  if (section === "providers") return [{ to: "provider", id }];
  const activity = section === "activities" ? org.data.activities.get(id) : undefined;
  return activity ? [...itemsOf(activity.responsible), ...itemsOf(activity.accountable)] : [];
}
