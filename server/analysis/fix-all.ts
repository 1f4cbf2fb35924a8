import { applyEdits, type Edit, type Position, Text } from "../base/text.ts";
import type { Fix } from "../model/words/change.ts";
import { placeToString } from "../model/words/place.ts";
import { full, spoken } from "../model/words/words.ts";
import { textEdits } from "../model/write/edit.ts";
import { isRestKept } from "../model/write/rest-kept.ts";
import { type Analysis, analyze } from "./check.ts";
import type { Finding } from "./finding.ts";

/** Which of a finding's fixes to apply; undefined for one that is to be left alone. */
export type Choice = (finding: Finding) => Fix | undefined;

/** The fix that no judgement is involved in. What is accepted is a decision on record, and stays. */
export const safeFix: Choice = ({ accepted, fixes, mends }) =>
  accepted || mends !== "repair" ? undefined : fixes.find((fix) => fix.safe && !isRemoval(fix));

/**
 * The first repair of one rule's findings; in the file of a target, whose facts are the wish, the first remedy of a rule
 * about the organization. What only a person can know is never chosen, and nothing is that takes something out.
 */
export const firstFixOf =
  (rule: string, isTarget: boolean): Choice =>
  (finding) => {
    const isMeant = finding.mends === "repair" || (finding.mends === undefined && isTarget);
    if (finding.rule !== rule || finding.accepted || !isMeant) return undefined;
    return finding.fixes.find((fix) => fix.changes.length > 0 && !(finding.mends && isRemoval(fix)));
  };

/** Takes something out of the file and puts nothing in its place. */
const isRemoval = ({ does }: Fix): boolean => does.pattern === "remove-key" || does.pattern === "leave-out-repetition";

export interface FixedAll {
  readonly before: Analysis;
  readonly after: Analysis;
  /** In the order in which they were applied; each finding as it stood before its fix. */
  readonly applied: readonly Applied[];
  /** The findings that are there still although a fix was chosen for them: it would have done harm, or not helped. */
  readonly left: readonly Applied[];
}

export interface Applied {
  readonly finding: Finding;
  readonly fix: Fix;
  /** Where the finding stood in the text that the fix was made for. */
  readonly position: Position;
}

interface Step extends Applied {
  readonly key: string;
  readonly edits: readonly Edit[];
}

/** One fix can uncover what another is for, but not without end. */
const mostFixes = 10_000;

/**
 * Applies the chosen fix of every finding, in the order of the file, as many at once as do not meet, and checks the
 * file again, until nothing is left to do. A fix that does not end its finding, breaks the file or adds an error is
 * left out. Done twice, it does no more than done once. `check` is how such a file is checked.
 */
export function fixAll(
  before: Analysis,
  choose: Choice,
  check = (text: Text): Analysis => analyze(text, { today: before.today, config: before.config, before }),
): FixedAll {
  const applied: Applied[] = [];
  const done = new Set<string>();
  const refused = new Set<string>();
  let current = before;
  let most = mostFixes;
  while (applied.length < mostFixes) {
    const steps = stepsFor(current, choose, (key) => done.has(key) || refused.has(key)).slice(0, most);
    if (steps.length === 0) break;
    const content = applyEdits(
      current.document.text.content,
      steps.flatMap(({ edits }) => edits),
    );
    const next = check(new Text(content));
    if (isBetter(current, next, steps)) {
      for (const { key, finding, fix, position } of steps) {
        done.add(key);
        applied.push({ finding, fix, position });
      }
      current = next;
      most = mostFixes;
      // What was in the way may be gone now.
      refused.clear();
    } else if (steps.length > 1) most = Math.floor(steps.length / 2);
    else {
      refused.add(steps[0]!.key);
      most = mostFixes;
    }
  }
  return { before, after: current, applied, left: chosen(current, choose) };
}

const chosen = ({ findings, document }: Analysis, choose: Choice): Applied[] =>
  findings.flatMap((finding) => {
    const fix = choose(finding);
    return fix ? [{ finding, fix, position: document.text.positionAt(finding.span.start) }] : [];
  });

/** The fixes that can be made at one time, since no edit of the one meets an edit of the other. */
function stepsFor(analysis: Analysis, choose: Choice, isOver: (key: string) => boolean): Step[] {
  const taken: Edit[] = [];
  return chosen(analysis, choose).flatMap(({ finding, fix, position }) => {
    // Where an item of a list went, the next one has its place: only together with what is said of it is it the same.
    const written = analysis.document.text.content.slice(finding.span.start, finding.span.end);
    const key = JSON.stringify([finding.rule, placeToString(finding.at), finding.says, written, fix.title]);
    if (isOver(key)) return [];
    const edits = textEdits(analysis.document, fix.changes);
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => meet(edit, other)))) return [];
    taken.push(...edits);
    return [{ finding, fix, position, key, edits }];
  });
}

/** Two edits that only touch could still come in either order, so they meet as well. */
const meet = ({ span: a }: Edit, { span: b }: Edit): boolean => a.start <= b.end && b.start <= a.end;

/**
 * Whether the findings are gone and nothing is broken. What is written rightly is read for the first time, so mending
 * the form may uncover an error that was there all along; any other fix must not add one.
 */
function isBetter(before: Analysis, after: Analysis, steps: readonly Step[]): boolean {
  const isForm = steps.every(({ finding }) => finding.category === "format");
  if (after.document.syntax.problems.length > before.document.syntax.problems.length) return false;
  const changes = steps.flatMap(({ fix }) => fix.changes);
  if (!isRestKept(before.document, after.document, changes)) return false;
  const errors = ({ findings }: Analysis) =>
    findings.filter(({ severity, accepted }) => severity === "error" && !accepted).length;
  if (!isForm && errors(after) > errors(before)) return false;
  const [had, has] = [countOf(before.findings), countOf(after.findings)];
  const ended = countOf(steps.map(({ finding }) => finding));
  return [...ended].every(([key, count]) => (has.get(key) ?? 0) <= (had.get(key) ?? 0) - count);
}

function countOf(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, says, accepted } of findings) {
    const key = `${rule} ${spoken(says, full)}`;
    if (!accepted) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
