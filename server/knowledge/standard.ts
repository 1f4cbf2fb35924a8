import duties from "../../schemas/definitions/duties.yaml";
import placeholders from "../../schemas/definitions/placeholders.yaml";
import regimes from "../../schemas/definitions/regimes.yaml";
import rolePairs from "../../schemas/definitions/role-pairs.yaml";
import agencyHead from "../../schemas/definitions/roles/agency-head.yaml";
import boardChair from "../../schemas/definitions/roles/board-chair.yaml";
import ceo from "../../schemas/definitions/roles/ceo.yaml";
import cfo from "../../schemas/definitions/roles/cfo.yaml";
import chiefMedicalOfficer from "../../schemas/definitions/roles/chief-medical-officer.yaml";
import cio from "../../schemas/definitions/roles/cio.yaml";
import cipSeniorManager from "../../schemas/definitions/roles/cip-senior-manager.yaml";
import ciso from "../../schemas/definitions/roles/ciso.yaml";
import cmmcAffirmingOfficial from "../../schemas/definitions/roles/cmmc-affirming-official.yaml";
import coo from "../../schemas/definitions/roles/coo.yaml";
import cro from "../../schemas/definitions/roles/cro.yaml";
import cto from "../../schemas/definitions/roles/cto.yaml";
import ctoInternal from "../../schemas/definitions/roles/cto-internal.yaml";
import dpo from "../../schemas/definitions/roles/dpo.yaml";
import enterpriseArchitect from "../../schemas/definitions/roles/enterprise-architect.yaml";
import generalCounsel from "../../schemas/definitions/roles/general-counsel.yaml";
import headCompliance from "../../schemas/definitions/roles/head-compliance.yaml";
import headEngineering from "../../schemas/definitions/roles/head-engineering.yaml";
import headHr from "../../schemas/definitions/roles/head-hr.yaml";
import headInternalAudit from "../../schemas/definitions/roles/head-internal-audit.yaml";
import headMarketing from "../../schemas/definitions/roles/head-marketing.yaml";
import hipaaPrivacyOfficial from "../../schemas/definitions/roles/hipaa-privacy-official.yaml";
import hipaaSecurityOfficial from "../../schemas/definitions/roles/hipaa-security-official.yaml";
import itDirector from "../../schemas/definitions/roles/it-director.yaml";
import itManager from "../../schemas/definitions/roles/it-manager.yaml";
import owner from "../../schemas/definitions/roles/owner.yaml";
import qualifiedIndividual from "../../schemas/definitions/roles/qualified-individual.yaml";
import quebecPrivacyOfficer from "../../schemas/definitions/roles/quebec-privacy-officer.yaml";
import thirdPartyRisk from "../../schemas/definitions/roles/third-party-risk.yaml";
import vcio from "../../schemas/definitions/roles/vcio.yaml";
import sources from "../../schemas/definitions/sources.yaml";
import titles from "../../schemas/definitions/titles.yaml";
import schema from "../../schemas/itorg.schema.json";
import configSchema from "../../schemas/itorg-config.schema.json";
import { activityKinds } from "./activity-kinds.ts";
import { Duties, type DutiesFile } from "./duties.ts";
import { Format, type RawSchema } from "./format.ts";
import type { Knowledge } from "./knowledge.ts";
import { Placeholders, type PlaceholdersFile } from "./placeholders.ts";
import { Profiles } from "./profiles.ts";
import { Law, type RegimesFile } from "./regimes.ts";
import { RolePairs, type RolePairsFile } from "./role-pairs.ts";
import { type RoleFile, Roles } from "./roles.ts";
import { Evidence, type SourcesFile } from "./sources.ts";
import type { TitlesFile } from "./titles.ts";

/** In the order of the catalogue. */
const roleFiles = [
  owner,
  boardChair,
  ceo,
  cfo,
  coo,
  cro,
  cio,
  cto,
  ctoInternal,
  ciso,
  itDirector,
  itManager,
  vcio,
  dpo,
  hipaaPrivacyOfficial,
  quebecPrivacyOfficer,
  hipaaSecurityOfficial,
  qualifiedIndividual,
  headInternalAudit,
  headCompliance,
  headMarketing,
  headHr,
  chiefMedicalOfficer,
  enterpriseArchitect,
  thirdPartyRisk,
  cipSeniorManager,
  cmmcAffirmingOfficial,
  agencyHead,
  generalCounsel,
  headEngineering,
] as readonly RoleFile[];

/** What we know ourselves, as it is bundled. */
export const standard: Knowledge = bundled();

function bundled(): Knowledge {
  const format = new Format(schema as unknown as RawSchema, configSchema as unknown as RawSchema);
  const pairs = new RolePairs(rolePairs as RolePairsFile);
  const roles = new Roles(roleFiles, format, pairs, titles as TitlesFile);
  const law = new Law(regimes as RegimesFile);
  return {
    format,
    roles,
    rolePairs: pairs,
    profiles: new Profiles(roles),
    law,
    evidence: new Evidence(sources as SourcesFile, law),
    duties: new Duties(duties as DutiesFile),
    activities: activityKinds,
    placeholders: new Placeholders(placeholders as PlaceholdersFile),
  };
}
