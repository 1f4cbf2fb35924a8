import { type Fix, firstStep } from "../model/words/change.ts";
import { does } from "../model/words/remedy-id.ts";
import { words } from "../model/words/words.ts";
import { accept } from "../remedies/accept.ts";
import type { Analysis } from "./check.ts";
import { speaksOf } from "./entries.ts";
import type { Finding } from "./finding.ts";
import { canBeAccepted } from "./law.ts";

/**
 * The step that begins a decision on record to live with a finding, with a slot for all that only people can say.
 * Undefined where there is nothing to accept: what is wrong with the file's form is mended, and what contradicts a
 * declared obligation is nobody's to accept, unless that very obligation allows another control. Undefined, too, where
 * an entry for it is there already.
 */
export function acceptanceStep({ document: { org }, config }: Analysis, finding: Finding): Fix | undefined {
  if (finding.category === "format" || finding.at.length === 0 || finding.accepted) return undefined;
  if (finding.severity === "hint" || !canBeAccepted(org, finding)) return undefined;
  if (org.data.accepted.some((acceptance) => speaksOf(acceptance, finding))) return undefined;
  const { rule, at } = finding;
  const title = words`Accept this risk... (${config.ruleById.get(rule)?.title ?? rule})`;
  return firstStep(does("accept-this-risk"), title, [accept(rule, at)]);
}
