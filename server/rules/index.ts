import { memo } from "../base/memo.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { acceptanceLapsed } from "./acceptance-lapsed.ts";
import { acceptedByHolder } from "./accepted-by-holder.ts";
import { accountableAuditsOwn } from "./accountable-audits-own.ts";
import { accountableOverload } from "./accountable-overload.ts";
import { accountableVacant } from "./accountable-vacant.ts";
import { activityNotDone } from "./activity-not-done.ts";
import { adviserSells } from "./adviser-sells.ts";
import { assessesOwnWork } from "./assesses-own-work.ts";
import { auditNotIndependent } from "./audit-not-independent.ts";
import { auditOmitsIt } from "./audit-omits-it.ts";
import { cioBelowExecutive } from "./cio-below-executive.ts";
import { cioCtoUnlinked } from "./cio-cto-unlinked.ts";
import { cioHandsOn } from "./cio-hands-on.ts";
import { cioRunsProduct } from "./cio-runs-product.ts";
import { cioTechnologyOnly } from "./cio-technology-only.ts";
import { cioWithoutTechnicalSecond } from "./cio-without-technical-second.ts";
import { cisoAbsentFromCommittees } from "./ciso-absent-from-committees.ts";
import { cisoInItLine } from "./ciso-in-it-line.ts";
import { committeeDormant } from "./committee-dormant.ts";
import { committeeMeetsRarely } from "./committee-meets-rarely.ts";
import { contradiction } from "./contradiction.ts";
import { controlBelowIt } from "./control-below-it.ts";
import { controlCommitteeChairedByIt } from "./control-committee-chaired-by-it.ts";
import { ctoMarketingUnlinked } from "./cto-marketing-unlinked.ts";
import { ctoRunsInternalIt } from "./cto-runs-internal-it.ts";
import { ctoUnderCio } from "./cto-under-cio.ts";
import { ctoWithoutProduct } from "./cto-without-product.ts";
import { directorActsAsCio } from "./director-acts-as-cio.ts";
import { dpoConflict } from "./dpo-conflict.ts";
import { dualRole } from "./dual-roles.ts";
import { duties, dutyRule } from "./duties.ts";
import { fitsAnotherRole } from "./fits-another-role.ts";
import { guardianSupplies } from "./guardian-supplies.ts";
import { invalidValue } from "./invalid-value.ts";
import { invertedLevels } from "./inverted-levels.ts";
import { itOutsideItLine } from "./it-outside-it-line.ts";
import { keyPerson } from "./key-person.ts";
import { ccpa } from "./laws/ccpa.ts";
import { csf } from "./laws/csf.ts";
import { dora } from "./laws/dora.ts";
import { gdpr } from "./laws/gdpr.ts";
import { hipaa } from "./laws/hipaa.ts";
import { iso27001 } from "./laws/iso27001.ts";
import { managingBodies } from "./laws/managing-bodies.ts";
import { ncaEcc } from "./laws/nca-ecc.ts";
import { nis2Ir } from "./laws/nis2-ir.ts";
import { nist80053 } from "./laws/nist-800-53.ts";
import { outsideSecurity } from "./laws/outside-security.ts";
import { pciDss } from "./laws/pci-dss.ts";
import { quebecLaw25 } from "./laws/quebec-law25.ts";
import { rbiBaseLayer } from "./laws/rbi-base-layer.ts";
import { rbiIt } from "./laws/rbi-it.ts";
import { usFederal } from "./laws/us-federal.ts";
import { usFinancial } from "./laws/us-financial.ts";
import { loneLeaderUnderBusiness } from "./lone-leader-under-business.ts";
import { mismatchedObjective } from "./mismatched-objective.ts";
import { mixedIncentives } from "./mixed-incentives.ts";
import { nearMiss } from "./near-miss.ts";
import { noAccountable } from "./no-accountable.ts";
import { noBoardOversight } from "./no-board-oversight.ts";
import { noDeputy } from "./no-deputy.ts";
import { noGovernanceTraining } from "./no-governance-training.ts";
import { noIncidentBackup } from "./no-incident-backup.ts";
import { noItLeader } from "./no-it-leader.ts";
import { noNeutralArbiter } from "./no-neutral-arbiter.ts";
import { noOperationalLevel } from "./no-operational-level.ts";
import { noResponsible } from "./no-responsible.ts";
import { noSecurityBoardReport } from "./no-security-board-report.ts";
import { noStrategicLevel } from "./no-strategic-level.ts";
import { noTacticalLevel } from "./no-tactical-level.ts";
import { oneOverOne } from "./one-over-one.ts";
import { onePersonIt } from "./one-person-it.ts";
import { openQuestion } from "./open-question.ts";
import { overloadedLeader } from "./overloaded-leader.ts";
import { overseerIsProvider } from "./overseer-is-provider.ts";
import { providerAccountable } from "./provider-accountable.ts";
import { providerAdminUnwatched } from "./provider-admin-unwatched.ts";
import { providerConcentration } from "./provider-concentration.ts";
import { providerUnsupervised } from "./provider-unsupervised.ts";
import { recommendationLapsed } from "./recommendation-lapsed.ts";
import { recommendationOverdue } from "./recommendation-overdue.ts";
import { recommendationUnfulfilled } from "./recommendation-unfulfilled.ts";
import { regimeUndecided } from "./regime-undecided.ts";
import { reportingCycle } from "./reporting-cycle.ts";
import { requiredPostVacant } from "./required-post-vacant.ts";
import { requiredPosts } from "./required-posts.ts";
import { rivalItLeaders } from "./rival-it-leaders.ts";
import type { Rule, RulesFrom } from "./rule.ts";
import { securityChairedByIt } from "./security-chaired-by-it.ts";
import { securityUnowned } from "./security-unowned.ts";
import { severalAccountable } from "./several-accountable.ts";
import { similarNamesRule } from "./similar-names.ts";
import { skippedLayer } from "./skipped-layer.ts";
import { spanTooWide } from "./span-too-wide.ts";
import { steeringAllIt } from "./steering-all-it.ts";
import { strategyCommitteeComposition } from "./strategy-committee-composition.ts";
import { supervisesSelf } from "./supervises-self.ts";
import { technologySellerWithoutCto } from "./technology-seller-without-cto.ts";
import { temporaryLeader } from "./temporary-leader.ts";
import { termOver } from "./term-over.ts";
import { tooManyConsulted } from "./too-many-consulted.ts";
import { undefinedTitle } from "./undefined-title.ts";
import { unknownKey } from "./unknown-key.ts";
import { unownedCloudPurchasing } from "./unowned-cloud-purchasing.ts";
import { unresolvedReference } from "./unresolved-reference.ts";
import { vcioStrategicOnly } from "./vcio-strategic-only.ts";
import { yamlSyntax } from "./yaml-syntax.ts";

/** Every rule of the product, one line each, by category. */
const listed: readonly (Rule | RulesFrom)[] = [
  // format
  yamlSyntax,
  unknownKey,
  invalidValue,
  unresolvedReference,
  reportingCycle,
  similarNamesRule,
  contradiction,
  undefinedTitle,
  nearMiss,
  openQuestion,
  acceptanceLapsed,
  recommendationOverdue,
  recommendationUnfulfilled,
  recommendationLapsed,
  acceptedByHolder,
  regimeUndecided,
  // gap
  noItLeader,
  noStrategicLevel,
  noTacticalLevel,
  noOperationalLevel,
  onePersonIt,
  overloadedLeader,
  securityUnowned,
  rivalItLeaders,
  itOutsideItLine,
  activityNotDone,
  technologySellerWithoutCto,
  unownedCloudPurchasing,
  loneLeaderUnderBusiness,
  temporaryLeader,
  termOver,
  requiredPostVacant,
  // conflict
  cisoInItLine,
  dualRole("ciso-is-it-head"),
  dualRole("ciso-is-cto"),
  dualRole("ciso-is-ceo"),
  noNeutralArbiter,
  mixedIncentives,
  supervisesSelf,
  dpoConflict,
  dualRole("auditor-is-audited"),
  auditNotIndependent,
  controlBelowIt,
  dualRole("risk-head-is-it-head"),
  dualRole("cio-is-cto"),
  // reporting
  cioBelowExecutive,
  ctoUnderCio,
  invertedLevels,
  skippedLayer,
  cioCtoUnlinked,
  ctoMarketingUnlinked,
  // role
  fitsAnotherRole,
  cioTechnologyOnly,
  directorActsAsCio,
  ctoWithoutProduct,
  ctoRunsInternalIt,
  cioRunsProduct,
  mismatchedObjective,
  noGovernanceTraining,
  cioWithoutTechnicalSecond,
  cioHandsOn,
  // duties: one rule for each pair
  duties,
  // raci
  noAccountable,
  severalAccountable,
  noResponsible,
  accountableAuditsOwn,
  accountableOverload,
  tooManyConsulted,
  providerAccountable,
  accountableVacant,
  // provider
  providerUnsupervised,
  overseerIsProvider,
  guardianSupplies,
  adviserSells,
  assessesOwnWork,
  vcioStrategicOnly,
  providerAdminUnwatched,
  providerConcentration,
  // committee
  noBoardOversight,
  noSecurityBoardReport,
  steeringAllIt,
  securityChairedByIt,
  controlCommitteeChairedByIt,
  strategyCommitteeComposition,
  cisoAbsentFromCommittees,
  committeeDormant,
  committeeMeetsRarely,
  auditOmitsIt,
  // span
  spanTooWide,
  oneOverOne,
  // continuity
  keyPerson,
  noDeputy,
  noIncidentBackup,
  // regime: provisions under their own ids, one rule for each
  requiredPosts,
  ...gdpr,
  ...quebecLaw25,
  ...dora,
  ...managingBodies,
  ...nis2Ir,
  ...iso27001,
  ...csf,
  ...nist80053,
  outsideSecurity,
  ...usFinancial,
  ...hipaa,
  ...pciDss,
  ...usFederal,
  ...rbiIt,
  ...rbiBaseLayer,
  ...ccpa,
  ...ncaEcc,
];

export { dutyRule };

/** Every rule, in the product's order, by what is known. */
export const rulesOf = memo((knowledge: Knowledge): readonly Rule[] =>
  listed.flatMap((one) => (typeof one === "function" ? one(knowledge) : one)),
);

export const ruleByIdOf = memo(
  (knowledge: Knowledge): ReadonlyMap<string, Rule> => new Map(rulesOf(knowledge).map((rule) => [rule.id, rule])),
);
