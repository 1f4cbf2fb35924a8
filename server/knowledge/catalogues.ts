// Generated from schemas/itorg.schema.json by `npm run generate`. Do not edit.

export type ActivityId =
  | "security"
  | "it-strategy"
  | "it-budget"
  | "it-delivery"
  | "it-operations"
  | "ict-risk"
  | "risk-acceptance"
  | "third-party-ict-monitoring"
  | "vendor-selection"
  | "invoice-approval"
  | "software-purchase"
  | "purchase-request"
  | "purchase-approve"
  | "purchase-order"
  | "asset-receipt"
  | "access-request"
  | "access-approve"
  | "access-provision"
  | "access-review"
  | "access-admin"
  | "audit-log-admin"
  | "log-review"
  | "system-admin"
  | "db-admin"
  | "app-development"
  | "app-maintenance"
  | "application-use"
  | "change-request"
  | "change-build"
  | "code-write"
  | "code-review"
  | "change-test"
  | "change-approve"
  | "change-deploy"
  | "security-policy"
  | "security-design"
  | "security-operations"
  | "penetration-test"
  | "security-audit"
  | "is-audit"
  | "independent-review"
  | "backup-run"
  | "restore-test"
  | "incident-response"
  | "data-protection-monitoring"
  | "processing-purpose-decision"
  | "privacy-complaints"
  | "isms-conformity"
  | "isms-reporting"
  | "pci-compliance"
  | "access-revoke"
  | "monitoring"
  | "patching"
  | "vulnerability-management"
  | "business-continuity"
  | "disaster-recovery"
  | "contract-management"
  | "ai-governance";

export type Appointment = "in-writing" | "verbal" | "none";

export type Background = "technical" | "business" | "mixed";

export const cadences = ["weekly", "monthly", "quarterly", "half-yearly", "yearly", "rarer", "never"] as const;
export type Cadence = (typeof cadences)[number];

export type CardData = "merchant" | "service-provider" | "none";

export type CloudPurchasing = "central" | "business-units" | "mixed" | "uncontrolled";

export type CommitteeType =
  | "board"
  | "executive"
  | "audit"
  | "risk"
  | "it-strategy"
  | "it-steering"
  | "security"
  | "architecture"
  | "change-advisory"
  | "project"
  | "other";

export type CoverageValue = "complete" | "partial";

export type Customer = "internal" | "external";

export type FileState = "as-is" | "to-be";

export type Focus = "people" | "process" | "projects" | "technology" | "information";

export type Level = "strategic" | "tactical" | "operational";

export type Objective =
  | "delivery"
  | "uptime"
  | "cost"
  | "profit"
  | "revenue"
  | "security"
  | "compliance"
  | "mission"
  | "information-quality"
  | "business-target";

export type Orientation = "inward" | "outward";

export type Oversees =
  | "it"
  | "security"
  | "ict-risk"
  | "is-audit"
  | "strategy"
  | "projects"
  | "finance"
  | "audit"
  | "architecture"
  | "changes";

export type RecommendationStatus = "proposed" | "agreed" | "in-progress" | "done" | "dropped";

export type Regime =
  | "gdpr"
  | "uk-gdpr"
  | "bdsg"
  | "quebec-law25"
  | "nydfs-500"
  | "ftc-safeguards"
  | "us-bank"
  | "ffiec"
  | "sec"
  | "sox"
  | "dora"
  | "nis2"
  | "nis2-ir"
  | "caf"
  | "hipaa"
  | "pci-dss"
  | "nerc-cip"
  | "ccpa-audit"
  | "us-federal"
  | "rbi-it"
  | "nca-ecc"
  | "mas-trm"
  | "naic-668"
  | "cmmc-2"
  | "cps-234"
  | "iso27001"
  | "csf"
  | "nist-800-53"
  | "cis"
  | "soc2";

export type RegimeCapacity =
  | "simplified"
  | "microenterprise"
  | "market-infrastructure"
  | "commercial-bank"
  | "small-finance-bank"
  | "payments-bank"
  | "aifi"
  | "credit-information"
  | "nbfc-middle"
  | "nbfc-base"
  | "nbfc-small"
  | "ucb-level-4"
  | "ucb"
  | "foreign-branch"
  | "audit-due"
  | "level-1"
  | "level-2"
  | "overseas-branch"
  | "covered-entity"
  | "business-associate"
  | "limited-exempt"
  | "class-a"
  | "low"
  | "moderate"
  | "high"
  | "department-of-defense"
  | "covered-agency"
  | "under-5000-consumers";

export type RegimeStatus = "applies" | "planned" | "exempt" | "unknown" | "not-applicable";

export type ReportForm = "written" | "oral";

export type Role =
  | "owner"
  | "board-chair"
  | "ceo"
  | "cfo"
  | "coo"
  | "cro"
  | "cio"
  | "cto"
  | "cto-internal"
  | "ciso"
  | "it-director"
  | "it-manager"
  | "vcio"
  | "dpo"
  | "hipaa-privacy-official"
  | "quebec-privacy-officer"
  | "hipaa-security-official"
  | "qualified-individual"
  | "head-internal-audit"
  | "head-compliance"
  | "head-marketing"
  | "head-hr"
  | "chief-medical-officer"
  | "enterprise-architect"
  | "third-party-risk"
  | "cmmc-affirming-official"
  | "cip-senior-manager"
  | "agency-head"
  | "general-counsel"
  | "head-engineering";

export type Scope = "emergency" | "financial-reporting" | "card-data";

export type Sector =
  | "financial-services"
  | "insurance"
  | "healthcare"
  | "public-sector"
  | "federal-agency"
  | "energy"
  | "retail"
  | "manufacturing"
  | "software"
  | "managed-services"
  | "education"
  | "nonprofit"
  | "other";

export type Service =
  | "helpdesk"
  | "vcio"
  | "ciso"
  | "dpo"
  | "hosting"
  | "cloud-platform"
  | "backup"
  | "network"
  | "security-operations"
  | "penetration-test"
  | "security-audit"
  | "software-development"
  | "hardware-resale"
  | "licence-resale"
  | "quarterly-review"
  | "monitoring"
  | "interim-management"
  | "implementation";

export type TeamFunction =
  | "helpdesk"
  | "infrastructure"
  | "network"
  | "database"
  | "software-development"
  | "architecture"
  | "business-analysis"
  | "product-owner"
  | "security"
  | "data"
  | "project-management";

export type UnitKind = "company" | "department" | "site";
