import type { Role } from "./catalogues.ts";
import { type RoleDefinition, type RoleFact, roleDefinitions } from "./roles.ts";

/** What the file can say of a post and a definition can speak of: the fields of a post, and what the post carries. */
export const fitAttributes = [
  "level",
  "orientation",
  "focus",
  "objectives",
  "customers",
  "handsOn",
  "background",
  "governanceTraining",
  "reportsTo",
  "carries",
] as const;
export type FitAttribute = (typeof fitAttributes)[number];

/** A definition's facts that a post can be compared with. */
export interface Profile {
  readonly role: Role;
  readonly facts: readonly (RoleFact & { readonly attribute: FitAttribute })[];
}

const isComparable = (fact: RoleFact): fact is Profile["facts"][number] =>
  fitAttributes.some((attribute) => attribute === fact.attribute);

/** The definitions that posts are compared with: those with facts that weigh. */
export const profiles: readonly Profile[] = [...roleDefinitions.values()]
  .filter(({ facts }) => facts.some((fact) => fact.weighed))
  .map(({ id, facts }) => ({ role: id, facts: facts.filter(isComparable) }));

/** A CTO for internal technology has a definition of neither kind alone: it is compared as CIOs and CTOs are. */
const comparedAs: Readonly<Record<string, readonly string[]>> = { "cto-internal": ["cio", "cto"] };

/** The definitions that are a role's own. None for roles that no source describes, which are not compared. */
export function ownProfiles(role: Role): Profile[] {
  const definition: RoleDefinition | undefined = roleDefinitions.get(role);
  const own = comparedAs[role] ?? [definition?.fitAs ?? role];
  return profiles.filter((profile) => own.includes(profile.role));
}
