import type { ActivityId, Service } from "./catalogues.ts";

/** What belongs to security: to do it, to watch over it, and to answer for its risks. */
export const securityActivities: readonly ActivityId[] = [
  "security",
  "ict-risk",
  "risk-acceptance",
  "security-policy",
  "security-design",
  "security-operations",
  "security-audit",
  "penetration-test",
  "incident-response",
  "log-review",
  "audit-log-admin",
];

/** Examinations of others' work, which internal audit answers for where there is one. */
export const auditActivities: readonly ActivityId[] = ["is-audit", "independent-review"];

/** Work with rights under which everything in a system can be done and undone. */
export const administrativeActivities: readonly ActivityId[] = ["system-admin", "access-admin", "db-admin"];

/** Work on systems themselves, which takes people of IT. */
export const technicalActivities: readonly ActivityId[] = [
  ...administrativeActivities,
  "it-delivery",
  "it-operations",
  "access-provision",
  "access-revoke",
  "app-development",
  "app-maintenance",
  "change-build",
  "code-write",
  "code-review",
  "change-test",
  "change-deploy",
  "backup-run",
  "restore-test",
  "monitoring",
  "patching",
];

/** Buying and using, which are the business's own. */
export const businessActivities: readonly ActivityId[] = [
  "vendor-selection",
  "invoice-approval",
  "purchase-request",
  "purchase-approve",
  "purchase-order",
  "asset-receipt",
  "application-use",
  "processing-purpose-decision",
];

/** The areas in which an outside provider can serve, each with what a message calls it. */
export const serviceAreas: readonly { readonly name: string; readonly services: readonly Service[] }[] = [
  { name: "leadership", services: ["vcio", "ciso", "dpo", "interim-management"] },
  { name: "daily operations", services: ["helpdesk", "hosting", "backup", "network", "monitoring"] },
  { name: "security operations", services: ["security-operations"] },
  { name: "security testing", services: ["security-audit", "penetration-test"] },
  { name: "supply", services: ["hardware-resale", "licence-resale", "implementation"] },
];

/** Which activities are of which kind, and what outside providers can serve in. */
export interface ActivityKinds {
  /** What belongs to security: to do it, to watch over it, and to answer for its risks. */
  readonly security: readonly ActivityId[];
  /** Examinations of others' work, which internal audit answers for where there is one. */
  readonly audit: readonly ActivityId[];
  /** Work with rights under which everything in a system can be done and undone. */
  readonly administrative: readonly ActivityId[];
  /** Work on systems themselves, which takes people of IT. */
  readonly technical: readonly ActivityId[];
  /** Buying and using, which are the business's own. */
  readonly business: readonly ActivityId[];
  /** The areas in which an outside provider can serve, each with what a message calls it. */
  readonly serviceAreas: readonly { readonly name: string; readonly services: readonly Service[] }[];
}

export const standardActivityKinds: ActivityKinds = {
  security: securityActivities,
  audit: auditActivities,
  administrative: administrativeActivities,
  technical: technicalActivities,
  business: businessActivities,
  serviceAreas,
};
