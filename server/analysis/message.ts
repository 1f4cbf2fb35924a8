import type { Knowledge } from "../knowledge/knowledge.ts";
import type { Law } from "../knowledge/regimes.ts";
import { full, isSilent, joinedBy, lengthOf, listOf, spoken, type Words } from "../model/words/words.ts";
import type { HitProvision } from "./law.ts";

export interface MessageParts {
  readonly says: Words;
  readonly reason: Words;
  readonly isContested: boolean;
  readonly rests: readonly string[];
  /** We conclude it from what it rests on. */
  readonly ours: boolean;
  readonly hits: readonly HitProvision[];
}

/**
 * The fact, the reason, and in brackets who says so: the law in force first and whole, then four names at most. Law that
 * the file does not declare is not named, since it would read as one more that the client falls short of.
 */
export function messageOf({ says, reason, isContested, rests, ours, hits }: MessageParts, knowledge: Knowledge): Words {
  const law = [
    ...lawInForce(
      "appears to fall short of ",
      hits.filter(({ state, citesOnly }) => state === "applies" && !citesOnly),
      reason,
      knowledge.law,
    ),
    ...lawInForce(
      "will appear to fall short of ",
      hits.filter(({ state, citesOnly }) => state === "planned" && !citesOnly),
      reason,
      knowledge.law,
    ),
  ];
  const said = knowledge.evidence.shortNames(rests.filter((id) => !knowledge.law.provisions.has(id)));
  const others = [
    ...hits.filter(({ citesOnly }) => citesOnly).map(({ short }) => short),
    ...(ours && said.length > 0 ? [`our conclusion, from ${listOf(said)}`] : said),
  ].slice(0, law.length > 0 ? 2 : 4);
  const saying = (speakers: readonly string[]) =>
    joinedBy(
      [
        says,
        ...(isSilent(reason) ? [] : [reason]),
        ...(isContested ? ["The sources disagree."] : []),
        ...(speakers.length === 0 ? [] : [`(${speakers.join("; ")})`]),
      ],
      " ",
    );
  const whole = saying([...law, ...others]);
  return law.length > 0 && lengthOf(whole) > readAloud ? saying(law) : whole;
}

/** In characters: what can be read aloud in one go. Beside law in force, longer messages name nobody else. */
const readAloud = 250;

/** A reason as it is to be said: what the organization does not owe yet, it cannot yet fall short of. */
export function inTense(reason: Words, hits: readonly HitProvision[]): Words {
  const isOnlyPlanned = hits.length > 0 && hits.every(({ state }) => state === "planned");
  const said = reason.findIndex((piece) => typeof piece === "string" && appearing.test(piece));
  return isOnlyPlanned
    ? reason.map((piece, i) =>
        i === said && typeof piece === "string" ? piece.replace(appearing, "will appear") : piece,
      )
    : reason;
}

const appearing = /(?<!will )\bappears?\b/;

/** A reason that says how the case appears is not said twice. */
function lawInForce(how: string, hits: readonly HitProvision[], reason: Words, law: Law): string[] {
  if (hits.length === 0) return [];
  const names = hits.map(({ short, unlessExempt }) => `${short}${unlessExempt ? " unless exempt" : ""}`);
  return [
    `${/\bappears?\b/.test(spoken(reason, full)) ? "" : how}${listOf(withoutRepeats([...new Set(names)], hits, law))}`,
  ];
}

/** "NIST 800-53 AC-5" and "NIST 800-53 AU-9(4)" are "NIST 800-53 AC-5 and AU-9(4)" in one list. */
function withoutRepeats(names: readonly string[], hits: readonly HitProvision[], law: Law): string[] {
  const regimes = new Set(hits.flatMap(({ id }) => law.regimes.get(law.provisions.get(id)?.regime ?? "")?.short ?? []));
  const headOf = (name: string) => [...regimes].find((regime) => name.startsWith(`${regime} `));
  return names.map((name, i) => {
    const head = headOf(name);
    return i > 0 && head !== undefined && head === headOf(names[i - 1]!) ? name.slice(head.length + 1) : name;
  });
}
