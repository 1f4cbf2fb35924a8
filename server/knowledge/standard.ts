import { standardActivityKinds } from "./activity-kinds.ts";
import { standardDuties } from "./duties.ts";
import { standardFormat } from "./format.ts";
import type { Knowledge } from "./knowledge.ts";
import { standardProfiles } from "./profiles.ts";
import { standardLaw } from "./regimes.ts";
import { standardRoles } from "./roles.ts";
import { standardEvidence } from "./sources.ts";

/** What we know ourselves, as it is bundled. */
export const standard: Knowledge = {
  format: standardFormat,
  roles: standardRoles,
  profiles: standardProfiles,
  law: standardLaw,
  evidence: standardEvidence,
  duties: standardDuties,
  activities: standardActivityKinds,
};
