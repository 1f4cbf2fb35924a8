// Generated from schemas/itorg.schema.json by `npm run generate`. Do not edit.

export const activityIds = [
  "security",
  "it-strategy",
  "it-budget",
  "it-delivery",
  "it-operations",
  "ict-risk",
  "risk-acceptance",
  "third-party-ict-monitoring",
  "vendor-selection",
  "invoice-approval",
  "software-purchase",
  "purchase-request",
  "purchase-approve",
  "purchase-order",
  "asset-receipt",
  "access-request",
  "access-approve",
  "access-provision",
  "access-review",
  "access-admin",
  "audit-log-admin",
  "log-review",
  "system-admin",
  "db-admin",
  "app-development",
  "app-maintenance",
  "application-use",
  "change-request",
  "change-build",
  "code-write",
  "code-review",
  "change-test",
  "change-approve",
  "change-deploy",
  "security-policy",
  "security-design",
  "security-operations",
  "penetration-test",
  "security-audit",
  "is-audit",
  "independent-review",
  "backup-run",
  "restore-test",
  "incident-response",
  "data-protection-monitoring",
  "processing-purpose-decision",
  "privacy-complaints",
  "isms-conformity",
  "isms-reporting",
  "pci-compliance",
  "access-revoke",
  "monitoring",
  "patching",
  "vulnerability-management",
  "business-continuity",
  "disaster-recovery",
  "contract-management",
  "ai-governance",
] as const;
export type ActivityId = (typeof activityIds)[number];

export const appointments = ["in-writing", "verbal", "none"] as const;
export type Appointment = (typeof appointments)[number];

export const backgrounds = ["technical", "business", "mixed"] as const;
export type Background = (typeof backgrounds)[number];

export const cadences = ["weekly", "monthly", "quarterly", "half-yearly", "yearly", "rarer", "never"] as const;
export type Cadence = (typeof cadences)[number];

export const cardDatas = ["merchant", "service-provider", "none"] as const;
export type CardData = (typeof cardDatas)[number];

export const cloudPurchasings = ["central", "business-units", "mixed", "uncontrolled"] as const;
export type CloudPurchasing = (typeof cloudPurchasings)[number];

export const committeeTypes = [
  "board",
  "executive",
  "audit",
  "risk",
  "it-strategy",
  "it-steering",
  "security",
  "architecture",
  "change-advisory",
  "project",
  "other",
] as const;
export type CommitteeType = (typeof committeeTypes)[number];

export const coverageValues = ["complete", "partial"] as const;
export type CoverageValue = (typeof coverageValues)[number];

export const customers = ["internal", "external"] as const;
export type Customer = (typeof customers)[number];

export const fileStates = ["as-is", "to-be"] as const;
export type FileState = (typeof fileStates)[number];

export const focusIds = ["people", "process", "projects", "technology", "information"] as const;
export type Focus = (typeof focusIds)[number];

export const levels = ["strategic", "tactical", "operational"] as const;
export type Level = (typeof levels)[number];

export const objectives = [
  "delivery",
  "uptime",
  "cost",
  "profit",
  "revenue",
  "security",
  "compliance",
  "mission",
  "information-quality",
  "business-target",
] as const;
export type Objective = (typeof objectives)[number];

export const orientations = ["inward", "outward"] as const;
export type Orientation = (typeof orientations)[number];

export const overseesIds = [
  "it",
  "security",
  "ict-risk",
  "is-audit",
  "strategy",
  "projects",
  "finance",
  "audit",
  "architecture",
  "changes",
] as const;
export type Oversees = (typeof overseesIds)[number];

export const recommendationStatusIds = ["proposed", "agreed", "in-progress", "done", "dropped"] as const;
export type RecommendationStatus = (typeof recommendationStatusIds)[number];

export const regimes = [
  "gdpr",
  "bdsg",
  "quebec-law25",
  "nydfs-500",
  "ftc-safeguards",
  "us-bank",
  "ffiec",
  "sec",
  "sox",
  "dora",
  "nis2",
  "nis2-ir",
  "caf",
  "hipaa",
  "pci-dss",
  "nerc-cip",
  "ccpa-audit",
  "us-federal",
  "rbi-it",
  "nca-ecc",
  "mas-trm",
  "iso27001",
  "csf",
  "nist-800-53",
  "cis",
  "soc2",
] as const;
export type Regime = (typeof regimes)[number];

export const regimeCapacities = [
  "simplified",
  "microenterprise",
  "covered-entity",
  "business-associate",
  "limited-exempt",
  "class-a",
  "low",
  "moderate",
  "high",
  "covered-agency",
  "under-5000-consumers",
] as const;
export type RegimeCapacity = (typeof regimeCapacities)[number];

export const regimeStatusIds = ["applies", "planned", "exempt", "unknown", "not-applicable"] as const;
export type RegimeStatus = (typeof regimeStatusIds)[number];

export const reportForms = ["written", "oral"] as const;
export type ReportForm = (typeof reportForms)[number];

export const roles = [
  "owner",
  "board-chair",
  "ceo",
  "cfo",
  "coo",
  "cro",
  "cio",
  "cto",
  "cto-internal",
  "ciso",
  "it-director",
  "it-manager",
  "vcio",
  "dpo",
  "hipaa-privacy-official",
  "quebec-privacy-officer",
  "hipaa-security-official",
  "qualified-individual",
  "head-internal-audit",
  "head-compliance",
  "head-marketing",
  "head-hr",
  "chief-medical-officer",
  "enterprise-architect",
  "third-party-risk",
  "cip-senior-manager",
  "agency-head",
  "general-counsel",
  "head-engineering",
] as const;
export type Role = (typeof roles)[number];

export const scopes = ["emergency", "financial-reporting"] as const;
export type Scope = (typeof scopes)[number];

export const sectors = [
  "financial-services",
  "insurance",
  "healthcare",
  "public-sector",
  "federal-agency",
  "energy",
  "retail",
  "manufacturing",
  "software",
  "managed-services",
  "education",
  "nonprofit",
  "other",
] as const;
export type Sector = (typeof sectors)[number];

export const services = [
  "helpdesk",
  "vcio",
  "ciso",
  "dpo",
  "hosting",
  "backup",
  "network",
  "security-operations",
  "penetration-test",
  "security-audit",
  "software-development",
  "hardware-resale",
  "licence-resale",
  "quarterly-review",
  "monitoring",
  "interim-management",
  "implementation",
] as const;
export type Service = (typeof services)[number];

export const teamFunctions = [
  "helpdesk",
  "infrastructure",
  "network",
  "database",
  "software-development",
  "architecture",
  "business-analysis",
  "product-owner",
  "security",
  "data",
  "project-management",
] as const;
export type TeamFunction = (typeof teamFunctions)[number];

export const unitKinds = ["company", "department", "site"] as const;
export type UnitKind = (typeof unitKinds)[number];
