import { groupBy } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import type { Config } from "../../firm/config.ts";
import type { RoleDefinition } from "../../knowledge/roles.ts";
import type { Claim } from "../../knowledge/sources.ts";

/** A place where the product says what a claim says, or answers it. */
export interface ClaimUse {
  readonly in: "rule" | "role" | "format" | "claim";
  /** The rule, the role, the field or value of the format, or the claim of which this one is a reprint. */
  readonly id: string;
  /** Which part of it, in words. */
  readonly part: string;
}

/** Where each claim is used; a claim that is used nowhere has no entry. */
export const claimUses = memo(collect);

/** Every claim and where it is used, one line each: for those who work on itorg. */
export function claimsTable(config: Config): string {
  const uses = claimUses(config);
  const { claims } = config.conventions.knowledge.evidence;
  return [...claims.values()].map((claim) => `${claim.id.padEnd(7)} ${inWords(claim, uses.get(claim.id))}\n`).join("");
}

function collect({ conventions: { knowledge }, ruleById }: Config): ReadonlyMap<string, readonly ClaimUse[]> {
  const { roles, format, evidence } = knowledge;
  const uses = new Map<string, ClaimUse[]>();
  const note = (id: string, use: ClaimUse) => {
    const known = uses.get(id) ?? [];
    if (known.some((one) => one.in === use.in && one.id === use.id && one.part === use.part)) return;
    uses.set(id, [...known, use]);
  };
  for (const { id: rule, rests, contested = [], note: text = "" } of ruleById.values()) {
    for (const id of rests) note(id, { in: "rule", id: rule, part: "rests on it" });
    for (const id of contested) note(id, { in: "rule", id: rule, part: "names it as disagreeing" });
    for (const [id] of text.matchAll(/\bS\d-C?\d+\b/g)) note(id, { in: "rule", id: rule, part: "its note" });
  }
  for (const role of roles.definitions.values()) {
    for (const [part, ids] of partsOf(role)) for (const id of ids) note(id, { in: "role", id: role.id, part });
  }
  for (const { where, sources } of format.drawnFromSources()) {
    for (const id of sources) note(id, { in: "format", id: where, part: "" });
  }
  // What a second article prints from the first one's list is shown wherever the first is cited.
  for (const { id, sameAs } of evidence.claims.values()) {
    if (sameAs !== undefined && uses.has(sameAs)) note(id, { in: "claim", id: sameAs, part: "the same list" });
  }
  return uses;
}

/** The parts of a role's definition by name, with the claims that each cites. */
function partsOf(role: RoleDefinition): [string, readonly string[]][] {
  const part = (name: string, entries: readonly { readonly claims: readonly string[] }[] = []) =>
    entries.map(({ claims }): [string, readonly string[]] => [name, claims]);
  return [
    ["purpose", role.purposeClaims ?? []],
    ...role.facts.map((fact): [string, readonly string[]] => [fact.attribute, fact.for]),
    ...role.facts.map((fact): [string, readonly string[]] => [`against ${fact.attribute}`, fact.against]),
    ...part("why it is there", role.neededBy),
    ...part("responsibilities", role.responsibilities),
    ...part("works with", role.worksWith),
    ...part("conflicts with", role.conflictsWith),
    ...part("development gaps", role.developmentGaps),
    ...part("path", role.path),
    ...part("agreement", role.agreement),
    ...role.disagreement.flatMap(({ positions }) => part("disagreement", positions)),
    ...part("remedies", role.remedies),
    ...part("not followed", role.rejected),
    ...role.rejected.map(({ against = [] }): [string, readonly string[]] => ["against what is not followed", against]),
    ...part("interview", role.interview),
  ];
}

function inWords(claim: Claim, uses: readonly ClaimUse[] = []): string {
  const named = (kind: ClaimUse["in"]) => uses.filter((use) => use.in === kind);
  const roles = groupBy(named("role"), ({ id }) => id);
  const parts = [
    ...(claim.status === "article" ? [] : [`(${claim.status})`]),
    ...named("rule").map(({ id, part }) => `rule ${id}${part === "rests on it" ? "" : ` (${part})`}`),
    ...[...roles].map(([id, found]) => `role ${id} (${found.map(({ part }) => part).join(", ")})`),
    ...named("format").map(({ id }) => `format ${id}`),
    ...named("claim").map(({ id, part }) => `${part} as ${id}`),
    ...(claim.unused === undefined ? [] : [`unused: ${claim.unused}`]),
  ];
  return parts.join("; ");
}
