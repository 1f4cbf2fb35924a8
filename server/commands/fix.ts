import type { Analysis } from "../analysis/check.ts";
import { type Choice, firstFixOf, fixAll, safeFix } from "../analysis/fix-all.ts";
import { currentDay } from "../base/day.ts";
import { unifiedDiff } from "../base/diff.ts";
import { nearest } from "../base/spelling.ts";
import { usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import { describesTarget } from "../model/org/state.ts";
import { type FixedFile, fixReport, isLeftOut, textsOf } from "../reports/formats/fixes.ts";
import { type Checked, isRead } from "../reports/formats/format.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { checkPaths, isComplete } from "./files.ts";
import { complain, print, tell } from "./output.ts";
import { NotWritten, writeWhole } from "./writing.ts";

/** `itorg fix`: 0 done, 1 done but something was left out and is listed, 2 something could not be read or written. */
export const fix: Command = {
  help: `Usage: itorg fix PATH... [--rule ID] [--dry-run] [--today DATE]

Applies repairs that need no judgement: a key or a word that is one letter away from the
only one that can be meant. Comments, order and layout stay as they are, and so does
every fact: what is found about the organization is recommended, not fixed (itorg plan).

  PATH              a file, a folder (searched for *.itorg.yaml and *.itorg.yml, without
                    node_modules and dot folders), or - for standard input, which is
                    then written to standard output
  --rule ID         apply the first repair of this rule instead, wherever it finds something;
                    of a rule about the organization, its first remedy, in files with
                    state: to-be only
  --dry-run         print what would change, as a diff, and write nothing
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

The nearest itorg.config.yaml in a file's folder or above counts, as for itorg check.

Exit status: 0 done; 1 done, but findings that have a fix were left out and are listed;
2 wrong call, a file that cannot be read or written, or nothing to fix in.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, {
      rule: { is: "text" },
      "dry-run": { is: "switch" },
      today: { is: "day" },
    });
    if (positionals.length === 0) throw new UsageError("fix what? Name a file, a folder, or - for standard input");
    const rule = options.get("rule");
    const bytes = new Map<string, Uint8Array>();
    const files = await checkPaths(positionals, options.get("today") ?? currentDay(), (path, read) =>
      bytes.set(path, read),
    );
    if (rule !== undefined) refuseUnknown(rule, files);
    const readable = files.filter(isRead).filter(({ analysis }) => !analysis.document.unread);
    for (const { path } of files.filter(isRead).filter((file) => !readable.includes(file)))
      complain(`${path}: it could not be read; itorg check says why`);
    const mendable = readable.filter(({ path, analysis }) => rule === undefined || mayFix(path, analysis, rule));
    const fixed = mendable.map(({ path, analysis }) => {
      const choose: Choice = rule === undefined ? safeFix : firstFixOf(rule, describesTarget(analysis.document.org));
      return { path, fixed: fixAll(analysis, choose), rule };
    });
    const isDry = options.has("dry-run");
    const done = isDry ? dryRun(fixed) : await write(fixed, bytes);
    // Where standard output is the file itself, what a person reads goes beside it.
    const isPiped = !isDry && fixed.some(({ path }) => path === "-");
    if (done.length > 0) (isPiped ? tell : print)(fixReport(done, isDry));
    if (done.length < fixed.length || !isComplete(files) || mendable.length < files.length) return 2;
    return fixed.some(isLeftOut) ? 1 : 0;
  },
};

/** A file that records what is stays a record, and what only a person can know is nobody's to fix. */
function mayFix(path: string, { document, config }: Analysis, rule: string): boolean {
  const mends = config.ruleById.get(rule)?.mends;
  if (mends === "repair" || (mends === undefined && describesTarget(document.org))) return true;
  complain(
    mends === "record"
      ? `${path}: ${rule} waits for an answer that only a person can give; nothing was changed`
      : `${path}: it records the organization as it is, so ${rule} is not fixed here. Recommend a remedy in the editor, and write the target with: itorg plan ${path} --out FILE`,
  );
  return false;
}

function refuseUnknown(rule: string, files: readonly Checked[]): void {
  const known = [
    usualConfig(standard).ruleById,
    ...files.filter(isRead).map(({ analysis }) => analysis.config.ruleById),
  ];
  if (known.some((rules) => rules.has(rule)) || standard.law.provisions.has(rule)) return;
  const similar = nearest(
    rule,
    known.flatMap((rules) => [...rules.keys()]),
  )[0];
  const hint = similar ? `did you mean ${similar}?` : "itorg check FILE prints the ids of rules in brackets";
  throw new UsageError(`there is no rule "${rule}"; ${hint}`);
}

function dryRun(files: readonly FixedFile[]): readonly FixedFile[] {
  for (const file of files) {
    const [before, after] = textsOf(file);
    print(unifiedDiff(file.path, before, after));
  }
  return files;
}

/** Gives the files that are now as they should be: all but those that could not be written. What did not change is not touched. */
async function write(files: readonly FixedFile[], bytes: ReadonlyMap<string, Uint8Array>): Promise<FixedFile[]> {
  const done: FixedFile[] = [];
  for (const file of files) {
    const read = bytes.get(file.path) ?? new Uint8Array();
    const [before, after] = textsOf(file);
    const mark = read[0] === 0xef && read[1] === 0xbb && read[2] === 0xbf ? "\ufeff" : "";
    const now = before === after ? read : Buffer.from(mark + after, "utf8");
    if (file.path === "-") process.stdout.write(now);
    else if (now !== read && !(await isReplaced(file.path, read, now))) continue;
    done.push(file);
  }
  return done;
}

async function isReplaced(path: string, before: Uint8Array, after: Uint8Array): Promise<boolean> {
  try {
    await writeWhole(path, after, before);
    return true;
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    complain(`${path}: not written: ${error.message}`);
    return false;
  }
}
