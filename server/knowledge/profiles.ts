import type { Role } from "./catalogues.ts";
import type { RoleFact, Roles } from "./roles.ts";

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

/** A CTO for internal technology has a definition of neither kind alone: it is compared as CIOs and CTOs are. */
const comparedAs: Readonly<Record<string, readonly string[]>> = { "cto-internal": ["cio", "cto"] };

/** The definitions that posts are compared with. Immutable. */
export class Profiles {
  /** Those with facts that weigh. */
  readonly all: readonly Profile[];
  readonly #roles: Roles;

  constructor(roles: Roles) {
    this.#roles = roles;
    this.all = [...roles.definitions.values()]
      .filter(({ facts }) => facts.some((fact) => fact.weighed))
      .map(({ id, facts }) => ({ role: id, facts: facts.filter(isComparable) }));
  }

  /** The definitions that are a role's own. None for roles that no source describes, which are not compared. */
  ownOf(role: string): Profile[] {
    const own = comparedAs[role] ?? [this.#roles.definitions.get(role)?.fitAs ?? role];
    return this.all.filter((profile) => own.includes(profile.role));
  }
}
