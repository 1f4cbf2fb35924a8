import type { Applied, FixedAll } from "../../analysis/fix-all.ts";
import { printable } from "../../base/columns.ts";
import { full, spoken } from "../../model/words/words.ts";

/** What `fix` has made of a file; `rule` is the one that it was asked about, if any. */
export interface FixedFile {
  readonly path: string;
  readonly fixed: FixedAll;
  readonly rule: string | undefined;
}

/** The text of a file before and after. */
export const textsOf = ({ fixed: { before, after } }: FixedFile): readonly [string, string] => [
  before.document.text.content,
  after.document.text.content,
];

/** Whether a finding that was meant, and has a fix, is there still. */
export const isLeftOut = (file: FixedFile): boolean => leftIn(file).length > 0;

/** What `fix` prints for people: what was fixed in each file and what was not, then the sums. `isDry`: nothing is written. */
export function fixReport(files: readonly FixedFile[], isDry: boolean): string {
  const lines = files.flatMap((file) => {
    const fixed = file.fixed.applied.map((one) => line(isDry ? "would fix" : "fixed", one));
    const left = leftIn(file).map((one) => line("left", one));
    return fixed.length + left.length === 0 ? [] : [printable(file.path), ...fixed, ...left];
  });
  const fixed = files.reduce((sum, { fixed: { applied } }) => sum + applied.length, 0);
  const left = files.reduce((sum, file) => sum + leftIn(file).length, 0);
  const where = files.length === 1 ? "1 file" : `${files.length} files`;
  const done = fixed === 0 ? `Nothing to fix in ${where}.` : `${isDry ? "Would fix" : "Fixed"} ${fixed} in ${where}.`;
  const rule = files[0]?.rule;
  const rest =
    rule === undefined ? `need your judgement: --rule ID applies a rule's first repair` : `could not be ended so`;
  return [...lines, left === 0 ? done : `${done} Left ${left} that ${rest}.`].join("\n").concat("\n");
}

/** Without a rule, whatever has a repair and needs judgement; with one, what is left of its findings. */
function leftIn({ fixed: { after }, rule }: FixedFile): Applied[] {
  return after.findings.flatMap((finding) => {
    const [fix] = finding.fixes;
    if (finding.accepted || !fix || (rule === undefined ? finding.mends !== "repair" : finding.rule !== rule))
      return [];
    return [{ finding, fix, position: after.document.text.positionAt(finding.span.start) }];
  });
}

const line = (what: string, { finding, fix, position }: Applied): string =>
  `  ${`${position.line + 1}:${position.character + 1}`.padEnd(7)} ${what}: ${printable(spoken(fix.title, full))} [${finding.rule}]`;
