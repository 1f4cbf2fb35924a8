import { extname } from "node:path";
import process from "node:process";
import { version } from "../../package.json";
import { currentDay } from "../base/day.ts";
import { isAtLeast, type Severity, severities } from "../knowledge/severity.ts";
import { type Naming, namings } from "../model/org/naming.ts";
import { github } from "../reports/formats/check/github.ts";
import { gitlab } from "../reports/formats/check/gitlab.ts";
import { json } from "../reports/formats/check/json.ts";
import { junit } from "../reports/formats/check/junit.ts";
import { markdown } from "../reports/formats/check/markdown.ts";
import { pretty } from "../reports/formats/check/pretty.ts";
import { sarif } from "../reports/formats/check/sarif.ts";
import { type Asked, type Checked, type Formats, isRead, plain } from "../reports/formats/format.ts";
import { type Arguments, type Command, readArguments, UsageError } from "./arguments.ts";
import { checkPaths, isComplete, NothingToCheck } from "./files.ts";
import { formatHelp, formatOption, formatUsage } from "./formats.ts";
import { writeOut } from "./out.ts";
import { paintFor, print } from "./output.ts";
import { pathInRepository } from "./repository.ts";

const formats: Formats = { pretty, json, sarif, junit, github, gitlab, markdown };

/** What the file of a format ends in; the first format of an ending is meant where none is named. */
const endings: Readonly<Record<string, readonly string[]>> = {
  json: ["json"],
  sarif: ["sarif", "json"],
  junit: ["xml"],
  markdown: ["md"],
  gitlab: ["json"],
};

/** `itorg check`: 0 nothing at or above `--fail-on`, 1 something was, 2 something could not be checked. */
export const check: Command = {
  help: `Usage: itorg check [PATH...] ${formatUsage(formats)}
                   [--out FILE] [--fail-on LEVEL] [--names HOW] [--today DATE]

Checks organizations and says what is found, why, and who says so.

  PATH              a file, a folder (searched for *.itorg.yaml and *.itorg.yml, without
                    node_modules and dot folders), or - for standard input;
                    the current folder where none is given
${formatHelp(formats)}  --out FILE        write it into a file as well, over one that is there, and print the
                    findings for people; without --format by the ending: .sarif, .xml
                    (JUnit), .json or .md; - is standard output
  --fail-on LEVEL   end with 1 where something is at least an error (the default), a
                    warning, info or a hint; never: never
  --names HOW       full (the default), initials, codes or none
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

The nearest itorg.config.yaml in a file's folder or above says which rules run and what
they weigh. Paths that it excludes are passed over in a folder, not where they are named.

Exit status: 0 nothing at or above --fail-on; 1 something was; 2 wrong call, unreadable
file, or nothing to check. Findings that the file records as accepted do not count.
`,
  async run(args) {
    const call = readArguments(args, {
      format: formatOption(formats),
      out: { is: "text" },
      force: { is: "switch" },
      "fail-on": { is: "choice", of: [...severities, "never"] },
      names: { is: "choice", of: namings },
      today: { is: "day" },
    });
    const { positionals, options } = call;
    const result = resultOf(call);
    const asked: Asked = {
      names: (options.get("names") ?? "full") as Naming,
      failOn: (options.get("fail-on") ?? "error") as Asked["failOn"],
      pathInRepository,
      version,
    };
    try {
      const files = await checkPaths(positionals, options.get("today") ?? currentDay());
      await deliver(files, result, asked);
      if (!isComplete(files)) return 2;
      return isFailed(files, asked.failOn) ? 1 : 0;
    } catch (error) {
      // Whoever reads the output by a program gets one that it can read, whatever else happens.
      if (error instanceof NothingToCheck && formats[result.format]!.isForPrograms) await deliver([], result, asked);
      throw error;
    }
  },
};

/** The format that is asked for, and the file that it goes into; undefined for standard output. */
interface Result {
  readonly format: string;
  readonly path: string | undefined;
}

function resultOf({ options }: Arguments): Result {
  const path = options.get("out");
  const format = options.get("format");
  if (path === undefined || path === "-") return { format: format ?? "pretty", path: undefined };
  const ending = extname(path).slice(1).toLowerCase();
  const known = (names: readonly string[]) => names.map((name) => `.${name}`).join(", ");
  if (format !== undefined) {
    const own = endings[format] ?? ["txt"];
    if (own.includes(ending)) return { format, path };
    throw new UsageError(`--out "${path}" and --format ${format} contradict each other; it ends in ${known(own)}`);
  }
  const named = Object.keys(endings).find((one) => endings[one]![0] === ending);
  if (named !== undefined) return { format: named, path };
  const firsts = new Set(Object.values(endings).map(([first]) => first!));
  throw new UsageError(
    `--out "${path}": ${ending === "" ? "it has no ending" : "no such ending"}; the endings are ${known([...firsts])}`,
  );
}

/** Writes the result, and prints the findings for people where it goes into a file. */
async function deliver(files: readonly Checked[], { format, path }: Result, asked: Asked): Promise<void> {
  const { write } = formats[format]!;
  const paint = paintFor(process.stdout);
  if (path === undefined) return print(write(files, paint, asked));
  if (files.length > 0) print(pretty.write(files, paint, asked));
  await writeOut([{ path, content: write(files, plain, asked) }], "anything");
}

function isFailed(files: readonly Checked[], failOn: Asked["failOn"]): boolean {
  if (failOn === "never") return false;
  const fails = (severity: Severity) => isAtLeast(severity, failOn);
  return files
    .filter(isRead)
    .some(({ analysis }) => analysis.findings.some((finding) => !finding.accepted && fails(finding.severity)));
}
