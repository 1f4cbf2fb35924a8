import type { ActivityKinds } from "../knowledge/activity-kinds.ts";
import type { Capacity } from "../model/org/same-hands.ts";

/** Those among whom somebody is sought, one kind after the other. */
export type Field =
  | "head"
  | "last-resort"
  | "business"
  | "coo"
  | "cfo"
  | "buyers"
  | "risk"
  | "ciso"
  | "security"
  | "audit"
  | "auditors"
  | "soc"
  | "superior"
  | "it"
  | "it-leaders"
  | "it-head";

/** Duties of one field, and among whom they find somebody: to do them, and to answer for them. */
interface DutyField {
  readonly duties: readonly string[];
  readonly responsible: readonly Field[];
  readonly accountable?: readonly Field[];
}

/** The first that names a duty counts. */
const dutyFields: readonly DutyField[] = [
  // A conflict with the work itself is never solved by moving the work.
  { duties: ["it-delivery"], responsible: [], accountable: [] },
  { duties: ["risk-acceptance"], responsible: ["head", "business"] },
  { duties: ["ict-risk", "third-party-ict-monitoring"], responsible: ["risk", "head"] },
  { duties: ["business-continuity", "ai-governance"], responsible: ["head", "coo"] },
  { duties: ["processing-purpose-decision"], responsible: ["head", "coo"] },
  {
    duties: ["security", "security-policy", "isms-conformity", "isms-reporting"],
    responsible: ["ciso", "risk", "head"],
  },
  // Whoever runs IT answers for security today: it goes above them.
  { duties: ["security-outside-it"], responsible: ["head", "coo", "risk"] },
  {
    duties: ["security-audit", "is-audit", "independent-review"],
    responsible: ["audit", "auditors"],
    accountable: ["audit", "head"],
  },
  { duties: ["penetration-test"], responsible: ["auditors", "audit"], accountable: ["ciso", "audit", "head"] },
  {
    duties: ["log-review"],
    responsible: ["ciso", "soc", "security", "it-leaders"],
    accountable: ["ciso", "it-head", "head"],
  },
  {
    duties: ["audit-log-admin"],
    responsible: ["security", "ciso", "it", "it-head"],
    accountable: ["ciso", "it-head", "head"],
  },
  {
    duties: ["access-review"],
    responsible: ["ciso", "superior", "it-head", "last-resort"],
    accountable: ["ciso", "it-head", "head"],
  },
  { duties: ["access-approve", "change-approve"], responsible: ["superior", "it-leaders", "last-resort"] },
  { duties: ["invoice-approval", "purchase-approve"], responsible: ["cfo", "coo", "last-resort"] },
  { duties: ["vendor-selection"], responsible: ["coo", "cfo", "last-resort"], accountable: ["coo", "it-head", "head"] },
  {
    duties: ["software-purchase", "contract-management"],
    responsible: ["cfo", "it-head", "last-resort"],
    accountable: ["it-head", "head"],
  },
  {
    duties: ["purchase-request", "purchase-order", "asset-receipt", "application-use"],
    responsible: ["buyers", "coo", "cfo"],
    accountable: ["cfo", "coo", "head"],
  },
  { duties: ["data-protection-monitoring", "privacy-complaints"], responsible: [], accountable: [] },
];

/** Of what no field names: work on systems stays in IT, security's has its own people, and the rest is for who leads IT. */
export function fieldOf(duty: string, as: Capacity, { technical, security }: ActivityKinds): readonly Field[] {
  const named = dutyFields.find(({ duties }) => duties.includes(duty));
  if (named) return (as === "accountable" && named.accountable) || named.responsible;
  const isOneOf = (kinds: readonly string[]) => kinds.includes(duty);
  if (isOneOf(security))
    return as === "accountable" ? ["ciso", "it-head", "head"] : ["security", "ciso", "it", "it-head"];
  if (as === "accountable") return ["superior", "it-head", "head"];
  return isOneOf(technical) ? ["it", "it-head"] : ["superior", "it-head", "last-resort"];
}

/** Services that guard or audit IT, or lead it: who is guarded, or led, does not oversee them. */
const guarding: readonly string[] = ["dpo", "ciso", "vcio", "security-audit"];

/** Who could oversee a provider of these services: whoever is above its present overseer, the field's head, the top. */
export function fieldOfOversight(services: readonly string[]): readonly Field[] {
  if (services.some((one) => guarding.includes(one))) return ["head"];
  return services.includes("security-operations")
    ? ["superior", "ciso", "it-head", "head"]
    : ["superior", "it-head", "head"];
}
