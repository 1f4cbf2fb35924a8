import { isAtLeast, type Severity, severities } from "../knowledge/severity.ts";
import { json } from "../reports/formats/check/json.ts";
import { pretty } from "../reports/formats/check/pretty.ts";
import { type Checked, type Formats, isRead } from "../reports/formats/format.ts";
import { type Command, readArguments } from "./arguments.ts";
import { isComplete } from "./files.ts";
import { formatHelp, formatOption, formatUsage, printChecked } from "./formats.ts";

const formats: Formats = { pretty, json };

/** `itorg check`: 0 nothing at or above `--fail-on`, 1 something was, 2 something could not be checked. */
export const check: Command = {
  help: `Usage: itorg check [PATH...] ${formatUsage(formats)} [--fail-on LEVEL] [--today DATE]

Checks organizations and says what is found, why, and who says so.

  PATH              a file, a folder (searched for *.itorg.yaml and *.itorg.yml, without
                    node_modules and dot folders), or - for standard input;
                    the current folder where none is given
${formatHelp(formats)}  --fail-on LEVEL   end with 1 where something is at least an error (the default), a
                    warning, info or a hint; never: never
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

The nearest itorg.config.yaml in a file's folder or above says which rules run and what
they weigh. Paths that it excludes are passed over in a folder, not where they are named.

Exit status: 0 nothing at or above --fail-on; 1 something was; 2 wrong call, unreadable
file, or nothing to check. Findings that the file records as accepted do not count.
`,
  async run(args) {
    const call = readArguments(args, {
      format: formatOption(formats),
      "fail-on": { is: "choice", of: [...severities, "never"] },
      today: { is: "day" },
    });
    const files = await printChecked(formats, call);
    if (!isComplete(files)) return 2;
    return isFailed(files, call.options.get("fail-on") ?? "error") ? 1 : 0;
  },
};

function isFailed(files: readonly Checked[], failOn: string): boolean {
  if (failOn === "never") return false;
  const fails = (severity: Severity) => isAtLeast(severity, failOn as Severity);
  return files
    .filter(isRead)
    .some(({ analysis }) => analysis.findings.some((finding) => !finding.accepted && fails(finding.severity)));
}
