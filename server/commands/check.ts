import process from "node:process";
import { currentDay } from "../base/day.ts";
import { isAtLeast, type Severity, severities } from "../knowledge/severity.ts";
import { type Checked, checkJson, isRead } from "../reports/formats/json.ts";
import { prettyReport } from "../reports/formats/pretty.ts";
import { type Command, readArguments, refuseFormat } from "./arguments.ts";
import { checkPaths, isComplete, NothingToCheck } from "./files.ts";
import { paintFor, print } from "./output.ts";

const formats = ["pretty", "json"];

/** `itorg check`: 0 nothing at or above `--fail-on`, 1 something was, 2 something could not be checked. */
export const check: Command = {
  help: `Usage: itorg check [PATH...] [--format pretty|json] [--fail-on LEVEL] [--today DATE]

Checks organizations and says what is found, why, and who says so.

  PATH              a file, a folder (searched for *.itorg.yaml and *.itorg.yml, without
                    node_modules and dot folders), or - for standard input;
                    the current folder where none is given
  --format FORMAT   pretty (the default), or json for other programs
  --fail-on LEVEL   end with 1 where something is at least an error (the default), a
                    warning, info or a hint; never: never
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

The nearest itorg.config.yaml in a file's folder or above says which rules run and what
they weigh. Paths that it excludes are passed over in a folder, not where they are named.

Exit status: 0 nothing at or above --fail-on; 1 something was; 2 wrong call, unreadable
file, or nothing to check. Findings that the file records as accepted do not count.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, {
      format: { is: "choice", of: formats, refusal: refuseFormat(["sarif", "junit", "github", "markdown"], formats) },
      "fail-on": { is: "choice", of: [...severities, "never"] },
      today: { is: "day" },
    });
    const isJson = options.get("format") === "json";
    const report = (files: readonly Checked[]) =>
      isJson ? `${JSON.stringify(checkJson(files), null, 2)}\n` : prettyReport(files, paintFor(process.stdout));
    try {
      const files = await checkPaths(positionals, options.get("today") ?? currentDay());
      print(report(files));
      if (!isComplete(files)) return 2;
      return isFailed(files, options.get("fail-on") ?? "error") ? 1 : 0;
    } catch (error) {
      // Whoever reads the output as JSON gets JSON, whatever else happens.
      if (isJson && error instanceof NothingToCheck) print(report([]));
      throw error;
    }
  },
};

function isFailed(files: readonly Checked[], failOn: string): boolean {
  if (failOn === "never") return false;
  const fails = (severity: Severity) => isAtLeast(severity, failOn as Severity);
  return files
    .filter(isRead)
    .some(({ analysis }) => analysis.findings.some((finding) => !finding.accepted && fails(finding.severity)));
}
