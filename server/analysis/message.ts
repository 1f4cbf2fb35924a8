import { provision } from "../knowledge/regimes.ts";
import { shortNames } from "../knowledge/sources.ts";
import { listOf } from "../model/names.ts";
import type { HitProvision } from "./law.ts";

export interface MessageParts {
  readonly says: string;
  readonly reason: string;
  readonly isContested: boolean;
  readonly rests: readonly string[];
  readonly hits: readonly HitProvision[];
}

/**
 * The fact, the reason, and in brackets who says so: the law in force first and whole, then four names at most. Beside
 * law in force no other law is named, since it would read as one more that the client falls short of.
 */
export function messageOf({ says, reason, isContested, rests, hits }: MessageParts): string {
  const law = [
    ...lawInForce(
      "appears to fall short of ",
      hits.filter(({ state }) => state === "applies"),
      reason,
    ),
    ...lawInForce(
      "will appear to fall short of ",
      hits.filter(({ state }) => state === "planned"),
      reason,
    ),
  ];
  const inForce = new Set(hits.map(({ id }) => id));
  const isNamed = (id: string) => !inForce.has(id) && (law.length === 0 || provision(id) === undefined);
  const others = shortNames(rests.filter(isNamed)).slice(0, law.length > 0 ? 2 : 4);
  const tail = [...law, ...others].join("; ");
  return [
    says,
    ...(reason === "" ? [] : [reason]),
    ...(isContested ? ["The sources disagree."] : []),
    ...(tail === "" ? [] : [`(${tail})`]),
  ].join(" ");
}

/** A reason that says how the case appears is not said twice. */
function lawInForce(how: string, hits: readonly HitProvision[], reason: string): string[] {
  if (hits.length === 0) return [];
  const names = hits.map(
    ({ id, unlessExempt }) => `${provision(id)?.short ?? id}${unlessExempt ? " unless exempt" : ""}`,
  );
  return [`${/\bappears?\b/.test(reason) ? "" : how}${listOf([...new Set(names)])}`];
}
