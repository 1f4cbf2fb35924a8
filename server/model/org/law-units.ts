import type { Role } from "../../knowledge/catalogues.ts";
import { cannotTell, given, type Truth, truth } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import { listOf } from "../words/words.ts";
import type { Unit } from "./entities.ts";
import { humanize } from "./names.ts";
import { type Org, type Scope, unitOf } from "./org.ts";

/** The companies for which alone a law is in force, and whether the organization as a whole is among them. */
interface Limits {
  readonly units: ReadonlySet<string>;
  readonly self: boolean;
}

/** Undefined where the file does not limit the law to companies: then it is asked of the organization as a whole. */
function limitsOf(org: Org, provision: string): Limits | undefined {
  const regime = org.data.regimes.get(org.knowledge.law.provisions.get(provision)?.regime ?? "");
  const refs = regime && given(regime.units);
  if (!refs) return undefined;
  return {
    units: new Set(refs.flatMap((ref) => (ref.to === "unit" ? ref.id : []))),
    self: refs.some(({ to }) => to === "self"),
  };
}

/** Whether a law is limited to companies, the organization as a whole not among them. */
export const isForUnitsOnly = (org: Org, provision: string): boolean => limitsOf(org, provision)?.self === false;

/** Where a provision asks "is there a ...": of the organization as a whole, and of the companies that the file names for it. */
export function scopesAsked(org: Org, provision: string): Scope[] {
  const limits = limitsOf(org, provision);
  return org.scopes().filter(({ unit }) => (unit ? limits?.units.has(unit.id) : (limits?.self ?? true)));
}

/**
 * Whether a provision speaks of what stands at a place. Of what belongs to no unit it cannot be told where the law is
 * limited to companies: the group's CISO may be theirs as well.
 */
export function holdsAt(org: Org, provision: string, [section, id]: Place): Truth {
  const limits = limitsOf(org, provision);
  if (!limits) return "yes";
  if (section === "units") return truth(limits.units.has(String(id)));
  const entity = entityAt(org, String(section), String(id));
  if (!entity) return truth(limits.self);
  const unit = unitOf(entity);
  if (unit !== undefined) return truth(limits.units.has(unit));
  if (limits.self) return "yes";
  const { short = "the law" } =
    org.knowledge.law.regimes.get(org.knowledge.law.provisions.get(provision)!.regime) ?? {};
  const companies = [...limits.units].map((one) => nameOf(org.data.units.get(one), one));
  return cannotTell({
    at: [String(section), String(id), "unit"],
    why: "absent",
    question: `Is {the} there for ${listOf(companies)} too, where ${short} applies?`,
  });
}

const nameOf = (unit: Unit | undefined, id: string): string => (unit && given(unit.name)) ?? humanize(id);

function entityAt({ data }: Org, section: string, id: string) {
  switch (section) {
    case "posts":
      return data.posts.get(id);
    case "committees":
      return data.committees.get(id);
    case "activities":
      return data.activities.get(id);
    case "providers":
      return data.providers.get(id);
    default:
      return section === "teams" ? data.teams.get(id) : undefined;
  }
}

/**
 * Whether a scope has a post of a role, as a law asks for it. A post of the whole may be there for one of its companies,
 * too: that is a question, and never a lack.
 */
export function servedBy(scope: Scope, role: Role): Truth {
  const own = scope.exists(role);
  const [ofGroup] = scope.unit ? scope.org.whole.posts(role) : [];
  if (!ofGroup || own === "yes") return own;
  return cannotTell({ at: [...ofGroup.at, "unit"], why: "absent", question: `Is {the} there for ${scope.name} too?` });
}
