import { isScalar, isSeq, parseAllDocuments, visit } from "yaml";
import type { Finding } from "../../server/analysis/finding.ts";
import { type Offer, offersFor } from "../../server/analysis/offers.ts";
import type { Snapshot } from "../../server/analysis/snapshot.ts";
import { doesHelp } from "../../server/analysis/tried.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { actions } from "../../server/features/actions.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { today } from "./check-fixture.ts";
import { inFull } from "./in-full.ts";
import { analyze, snapshotOf } from "./standard.ts";

/*
 * What the editor offers for a file, applied one by one, and held against what a remedy must not do: take away a
 * comment or an answer that its title does not name, write a word of ours where only people can answer, add an error.
 */

export interface Audit {
  readonly offered: number;
  readonly tried: number;
  /** Left out by the editor, since they would not help. */
  readonly left: number;
  readonly faults: readonly Fault[];
}

export interface Fault {
  readonly kind: "comment" | "answer" | "invented" | "error" | "syntax";
  readonly rule: string;
  readonly title: string;
  readonly what: string;
  readonly after: string;
}

/**
 * `isTried` chooses among the remedies of findings about the organization, of which a file with one slip has the same as
 * without; those of findings about the text are all tried.
 */
export function audit(content: string, isTried: (number: number) => boolean = () => true): Audit {
  const snapshot = snapshotOf(new Text(content), today);
  const { analysis } = snapshot;
  const faults: Fault[] = [];
  let [offered, tried, left] = [0, 0, 0];
  for (const finding of analysis.findings) {
    for (const offer of offersFor(analysis, finding)) {
      offered++;
      if (finding.category !== "format" && !isTried(offered)) continue;
      if (!doesHelp(snapshot, finding, offer)) {
        left++;
        continue;
      }
      tried++;
      const after = applyEdits(content, textEdits(analysis.document, offer.changes));
      for (const fault of faultsOf(snapshot, after, inFull(offer.title), explain(snapshot, finding, offer)))
        faults.push({ ...fault, rule: finding.rule });
    }
  }
  // What mends the whole file at once is asked for at every finding and at none.
  const whole = actions(snapshot, { start: 0, end: content.length });
  for (const { kind, title, findings, edits } of whole.filter(
    ({ kind }) => kind === "fix-rule" || kind === "fix-all",
  )) {
    offered++;
    tried++;
    const after = applyEdits(content, edits());
    const titles = [title, ...findings.flatMap((one) => one.fixes.map((fix) => inFull(fix.title)))].join("\n");
    const under = findings.map(({ span }) => content.slice(span.start, span.end));
    for (const fault of faultsOf(snapshot, after, titles, { isRepair: true, goes: under }))
      faults.push({ ...fault, rule: findings[0]?.rule ?? kind, title });
  }
  return { offered, tried, left, faults };
}

interface Explained {
  readonly isRepair: boolean;
  /** Who says that a law applies wants to hear what it asks for. */
  readonly maySayErrors?: boolean;
  /** The texts that the remedy writes over, each in its place. */
  readonly goes: readonly string[];
}

/** A remedy that writes another word in the place of one takes that word, and one that mends a word takes the wrong one. */
function explain({ analysis }: Snapshot, finding: Finding, { changes }: Offer): Explained {
  const { content } = analysis.document.text;
  const isRepair = finding.mends === "repair";
  const maySayErrors = changes.some(({ at }) => at[0] === "regimes");
  // A line drawn in full takes the place of the dotted one to the same superior.
  const isLine = changes.some((change) => change.do === "set" && change.at.at(-1) === "reportsTo");
  const goes = changes.flatMap((change) => {
    if (change.do !== "set" && change.do !== "rename") return [];
    const written = analysis.document.map.find(change.at);
    const piece = change.do === "rename" ? written?.entry?.keyPiece : written?.raw;
    const text = piece && content.slice(piece.span.start, piece.span.end);
    return text !== undefined && !/^[[{]|\n/.test(text) ? [text] : [];
  });
  const lapsed = changes.flatMap((change) => {
    if (change.do !== "remove" || change.at[0] !== "recommended") return [];
    const entry = analysis.document.map.find(change.at)?.raw;
    return entry ? [content.slice(entry.span.start, entry.end)] : [];
  });
  return { isRepair, maySayErrors, goes: [...goes, ...lapsed, ...(isLine ? ["dottedLineTo"] : [])] };
}

function faultsOf(
  { analysis, text: { content } }: Snapshot,
  after: string,
  title: string,
  { isRepair, maySayErrors = false, goes }: Explained,
): Omit<Fault, "rule">[] {
  const found: Omit<Fault, "rule">[] = [];
  const fault = (kind: Fault["kind"], what: readonly string[]) => {
    if (what.length > 0) found.push({ kind, title, what: what.join(" | "), after });
  };
  const next = analyze(new Text(after), { today });
  const isWhole = analysis.document.syntax.problems.length === 0;
  fault(
    "comment",
    missing(commentsIn(content), commentsIn(after)).filter(
      // What a `#` cut off is text again, as the title shows; the rest of the line is what it was meant to be.
      (one) => !isNamed(title, one) && !(isRepair && title.includes(one.slice(0, 5))),
    ),
  );
  const goesBare = goes.map(bare);
  const lost = missing(wordsIn(content), wordsIn(after)).filter(
    (word) => !isNamed(title, word) && !goesBare.some((text) => isNamed(text, word)),
  );
  const lostWhole = isWhole
    ? missing(scalarsOf(content), scalarsOf(after)).filter(
        (one) => !noAnswer.test(one) && !isNamed(title, one) && !goesBare.some((text) => isNamed(text, one)),
      )
    : [];
  fault("answer", [...new Set([...lost.filter((word) => !noAnswer.test(word)), ...(isRepair ? [] : lostWhole)])]);
  if (isWhole) {
    const invented = missing(answersOf(after), answersOf(content)).filter((one) => {
      const value = one.slice(one.indexOf(": ") + 2);
      return !noAnswer.test(value) && !content.includes(value) && !isNamed(title, value);
    });
    fault("invented", invented);
  }
  const syntax = (one: typeof next) => one.document.syntax.problems.length;
  if (syntax(next) > syntax(analysis)) fault("syntax", [`${syntax(analysis)} → ${syntax(next)}`]);
  const errors = (one: typeof next) =>
    one.findings.filter(
      ({ severity, category }) => severity === "error" && (!(isRepair || maySayErrors) || category === "format"),
    ).length;
  if (isWhole && errors(next) > errors(analysis)) fault("error", [`${errors(analysis)} → ${errors(next)}`]);
  return found;
}

const noAnswer = /^(?:none|null|unknown|not-asked|declined|not-applicable|vacant|to-be-filled|undefined|)$/;
const bare = (text: string): string => text.replace(/^["']|["']$/g, "").trim();

/** Whether a title names a text: as it is, or each of its words as a sentence has them, "every quarter" for `quarterly`. */
function isNamed(title: string, text: string): boolean {
  const wordsOf = (one: string) => one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const said = wordsOf(title);
  return wordsOf(text).every((word) =>
    said.some((one) => one === word || (word.length > 6 && one.startsWith(word.slice(0, 6)))),
  );
}

/** Every scalar of a file, keys and values; places that a reference or an alias repeats count once. */
function scalarsOf(content: string): string[] {
  const found: string[] = [];
  for (const document of parseAllDocuments(content, { uniqueKeys: false, logLevel: "silent" }))
    visit(document as Parameters<typeof visit>[0], {
      Scalar: (_, { value, source }) => {
        found.push(source ?? String(value));
      },
    });
  return found.sort();
}

/** The slots that only people can fill, and what stands in them. */
function answersOf(content: string): string[] {
  const found: string[] = [];
  for (const document of parseAllDocuments(content, { uniqueKeys: false, logLevel: "silent" }))
    visit(document as Parameters<typeof visit>[0], {
      Pair: (_, { key, value }) => {
        if (/^(?:reason|approvedBy|until|meets|name|owner|due|heldBy|compensatingControl|lastMet)$/.test(String(key)))
          for (const item of itemsOf(value)) found.push(`${key}: ${item}`);
      },
    });
  return found.sort();
}

/** The texts of a value: of a list each by itself; none of a group, whose own keys are looked at by themselves. */
function itemsOf(value: unknown): string[] {
  if (isSeq(value)) return value.items.flatMap(itemsOf);
  return isScalar(value) ? [String(value.value)] : [];
}

/** Words of letters and digits, each as often as it stands there; the name of a repetition is no answer. */
function wordsIn(content: string): string[] {
  return content.replaceAll(/(?<=[\s[,])\*[\w-]+/g, "").match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? [];
}

/** The comments of a text, each from its `#` on. */
const commentsIn = (content: string): string[] =>
  (content.match(/(?:^|\s)#.*$/gmu) ?? []).map((comment) => comment.trim()).sort();

/** What of the one is not in the other, each as often as it is missing. */
export function missing(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of after) left.set(one, (left.get(one) ?? 0) + 1);
  return before.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}
