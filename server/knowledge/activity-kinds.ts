import type { ActivityId, Service } from "./catalogues.ts";

/** Which activities are of which kind, and what outside providers can serve in. */
export interface ActivityKinds {
  /** What belongs to security: to do it, to watch over it, and to answer for its risks. */
  readonly security: readonly ActivityId[];
  /** Examinations of others' work, which internal audit answers for where there is one. */
  readonly audit: readonly ActivityId[];
  /** The same, with the tests of security that take eyes from outside. */
  readonly examining: readonly ActivityId[];
  /** Work with rights under which everything in a system can be done and undone. */
  readonly administrative: readonly ActivityId[];
  /** Work on systems themselves, which takes people of IT. */
  readonly technical: readonly ActivityId[];
  /** Buying and using, which are the business's own. */
  readonly business: readonly ActivityId[];
  /** The areas in which an outside provider can serve, each with what a message calls it. */
  readonly serviceAreas: readonly { readonly name: string; readonly services: readonly Service[] }[];
  /** The fields of a matrix of duties, in its order, each activity of the catalogue in one of them. */
  readonly fields: readonly { readonly name: string; readonly activities: readonly ActivityId[] }[];
}

const administrative: readonly ActivityId[] = ["system-admin", "access-admin", "db-admin"];

/** The fields of a matrix of duties, each activity in one of them; those of an organization's own stand behind. */
const fields: readonly { readonly name: string; readonly activities: readonly ActivityId[] }[] = [
  { name: "Strategy", activities: ["it-strategy", "it-delivery", "risk-acceptance", "ai-governance"] },
  {
    name: "Money and purchasing",
    activities: [
      "it-budget",
      "vendor-selection",
      "invoice-approval",
      "software-purchase",
      "purchase-request",
      "purchase-approve",
      "purchase-order",
      "asset-receipt",
      "contract-management",
      "third-party-ict-monitoring",
    ],
  },
  {
    name: "Security",
    activities: [
      "security",
      "ict-risk",
      "security-policy",
      "security-design",
      "security-operations",
      "incident-response",
      "vulnerability-management",
      "penetration-test",
      "security-audit",
      "is-audit",
      "independent-review",
      "isms-conformity",
      "isms-reporting",
      "pci-compliance",
    ],
  },
  {
    name: "Changes",
    activities: [
      "app-development",
      "app-maintenance",
      "change-request",
      "change-build",
      "code-write",
      "code-review",
      "change-test",
      "change-approve",
      "change-deploy",
    ],
  },
  {
    name: "Access",
    activities: [
      "access-request",
      "access-approve",
      "access-provision",
      "access-review",
      "access-revoke",
      "access-admin",
      "audit-log-admin",
      "log-review",
    ],
  },
  {
    name: "Operations",
    activities: ["it-operations", "system-admin", "db-admin", "application-use", "monitoring", "patching"],
  },
  { name: "Continuity", activities: ["backup-run", "restore-test", "business-continuity", "disaster-recovery"] },
  {
    name: "Data protection",
    activities: ["data-protection-monitoring", "processing-purpose-decision", "privacy-complaints"],
  },
];

/** As we know them. */
export const activityKinds: ActivityKinds = {
  security: [
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
  ],
  audit: ["is-audit", "independent-review"],
  examining: ["is-audit", "independent-review", "security-audit", "penetration-test"],
  administrative,
  technical: [
    ...administrative,
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
  ],
  business: [
    "vendor-selection",
    "invoice-approval",
    "purchase-request",
    "purchase-approve",
    "purchase-order",
    "asset-receipt",
    "application-use",
    "processing-purpose-decision",
  ],
  serviceAreas: [
    { name: "leadership", services: ["vcio", "ciso", "dpo", "interim-management"] },
    { name: "daily operations", services: ["helpdesk", "hosting", "backup", "network", "monitoring"] },
    { name: "security operations", services: ["security-operations"] },
    { name: "security testing", services: ["security-audit", "penetration-test"] },
    { name: "supply", services: ["hardware-resale", "licence-resale", "implementation"] },
  ],
  fields,
};
