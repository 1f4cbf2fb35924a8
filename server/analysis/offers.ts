import { describesTarget } from "../model/org/state.ts";
import { add, type Change, type Fix } from "../model/words/change.ts";
import { nearestKey, placeToString } from "../model/words/place.ts";
import { asCorrection, asRecommendation, imperative } from "../model/words/remedy-words.ts";
import { full, spoken, type Words, words } from "../model/words/words.ts";
import { acceptanceStep } from "./acceptance-step.ts";
import type { Analysis } from "./check.ts";
import type { Finding } from "./finding.ts";
import { whatGoes } from "./what-goes.ts";

/** Something that the editor can do about a finding. */
export interface Offer {
  readonly title: Words;
  readonly changes: readonly Change[];
  /**
   * What is tried before it is offered: `form` mends the file, `target` would end the finding in the file of a target,
   * `record` ends it in this one; `nothing` where it adds an entry and promises no more.
   */
  readonly tried: "form" | "target" | "record" | "nothing";
  readonly fix: Fix;
  /** `first-step`: it does not end the finding. */
  readonly kind: "fix" | "first-step";
  readonly isPreferred: boolean;
}

/**
 * What can be done about a finding. A file that records what is stays a record: there a remedy is recommended, or
 * corrects what the notes have wrong. In the file of a target the remedies change the facts, since these are the wish.
 */
export function offersFor(analysis: Analysis, finding: Finding): Offer[] {
  const acceptance = acceptanceStep(analysis, finding);
  const accepting: Offer[] = acceptance ? [{ ...plain(acceptance, "nothing"), isPreferred: false }] : [];
  const { fixes, firstSteps, mends } = finding;
  const told = (fix: Fix, title: Words): Words => words`${title}${whatGoes(analysis.document, fix.changes)}`;
  const inFile = [...fixes, ...firstSteps].filter(({ changes }) => changes.length > 0);
  if (mends === "repair") return inFile.map((fix) => plain(fix, "form"));
  if (mends === "record")
    return [...inFile.map((fix): Offer => ({ ...plain(fix, "record"), isPreferred: false })), ...accepting];
  if (describesTarget(analysis.document.org))
    return [
      ...inFile.map((fix) => ({ ...plain(fix, "record"), title: told(fix, fix.advice ?? fix.title) })),
      ...accepting,
    ];
  const recommended = [...fixes, ...firstSteps].flatMap((fix) => recommendation(finding, fix));
  return [
    ...recommended.map((offer, i) => ({ ...offer, isPreferred: i === 0 && offer.kind === "fix" })),
    ...fixes
      .filter(isCorrectable)
      .map((fix): Offer => ({ ...plain(fix, "record"), title: told(fix, asCorrection(fix)), isPreferred: false })),
    ...accepting,
  ];
}

const plain = (fix: Fix, tried: Offer["tried"]): Offer => ({
  title: fix.title,
  changes: fix.changes,
  tried,
  fix,
  kind: fix.kind,
  isPreferred: fix.preferred ?? false,
});

/** Adds the remedy to what is recommended, unless it is there already. Owner and day are said by people. */
function recommendation(finding: Finding, fix: Fix): Offer[] {
  if (finding.recommended.some((one) => one.do === fix.does.id)) return [];
  const isToBeFound = fix.does.pattern === "find-somebody";
  const entry = add(["recommended"], {
    rule: finding.rule,
    at: placeToString(nearestKey(finding.at)),
    do: isToBeFound ? spoken(imperative(fix), full) : fix.does.id,
    status: "proposed",
  });
  const tried = fix.changes.length === 0 ? "nothing" : "target";
  return [{ title: asRecommendation(fix), changes: [entry], tried, fix, kind: fix.kind, isPreferred: false }];
}

/**
 * Whether the notes may have been wrong about it: that a post was created or freed, the client has not done, and a firm
 * that was forgotten has a name that nobody but the client can give.
 */
const isCorrectable = ({ changes }: Fix): boolean =>
  changes.length > 0 &&
  !changes.some(
    (change) =>
      (change.do === "set" && (change.at[0] === "posts" || change.at[0] === "providers") && change.at.length === 2) ||
      ("value" in change && (change.value === "vacant" || change.value === "to-be-filled")),
  );
