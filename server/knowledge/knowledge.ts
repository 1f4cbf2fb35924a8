import type { ActivityKinds } from "./activity-kinds.ts";
import type { Duties } from "./duties.ts";
import type { Format } from "./format.ts";
import type { Placeholders } from "./placeholders.ts";
import type { Profiles } from "./profiles.ts";
import type { Law } from "./regimes.ts";
import type { RolePairs } from "./role-pairs.ts";
import type { Roles } from "./roles.ts";
import type { Evidence } from "./sources.ts";

/**
 * All that is known beforehand, as one value that never changes. The firm's conventions carry it to whoever reads a
 * file: `org.knowledge` hands it to rules, `snapshot.knowledge` to features and reports.
 */
export interface Knowledge {
  /** What a file and a configuration may say. */
  readonly format: Format;
  readonly roles: Roles;
  /** Posts that one person should not hold together. */
  readonly rolePairs: RolePairs;
  /** What posts are compared with. */
  readonly profiles: Profiles;
  readonly law: Law;
  /** Who says what the product rests on. */
  readonly evidence: Evidence;
  readonly duties: Duties;
  readonly activities: ActivityKinds;
  /** What stands in the place of a name and names nobody. */
  readonly placeholders: Placeholders;
}
