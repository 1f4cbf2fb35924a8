import { extname } from "node:path";
import process from "node:process";
import { comparisonOf } from "../analysis/compare/compare.ts";
import { currentDay } from "../base/day.ts";
import { counted } from "../chart/chart.ts";
import { type Naming, namings } from "../model/org/naming.ts";
import type { Compared, CompareFormat } from "../reports/formats/compare/compared.ts";
import { html } from "../reports/formats/compare/html.ts";
import { json } from "../reports/formats/compare/json.ts";
import { markdown } from "../reports/formats/compare/markdown.ts";
import { plainText, pretty } from "../reports/formats/compare/pretty.ts";
import { type Arguments, type Command, readArguments, UsageError } from "./arguments.ts";
import { formatHelp, formatOption, formatUsage } from "./formats.ts";
import { oneClient, Unreadable, writeOut } from "./out.ts";
import { paintFor, print } from "./output.ts";

const formats: Readonly<Record<string, CompareFormat>> = { pretty: plainText, json, markdown, html };
const endings: Readonly<Record<string, string>> = { json: "json", md: "markdown", html: "html" };

/** `itorg compare`: what is between two files about a client. */
export const compare: Command = {
  help: `Usage: itorg compare AS-IS TO-BE ${formatUsage(formats)} [OPTION...]

Says what is between two files about one client: what changed in posts, holders, lines,
duties, committees and providers, which findings have ended, remain and are new, and which
questions are answered. An id that was changed is recognized by who and what it is.

  AS-IS, TO-BE      the files, or folders with one client each; one of them may be - for
                    standard input
${formatHelp(formats)}  --out FILE        .json, .md or .html; - is standard output
  --names HOW       full (the default), initials, codes or none
  --force           write over a file that is there
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

Exit status: 0 done, whether or not something differs; 1 done, but a file could not be read
in full; 2 wrong call, an unreadable file, or nothing written.
`,
  async run(args) {
    const call = readArguments(args, {
      format: formatOption(formats),
      out: { is: "text" },
      names: { is: "choice", of: namings },
      force: { is: "switch" },
      today: { is: "day" },
    });
    const { positionals, options } = call;
    const { format, path } = resultOf(call);
    if (positionals.length !== 2)
      throw new UsageError(`name two clients' files, AS-IS and TO-BE, not ${positionals.length}`);
    if (positionals.every((one) => one === "-")) throw new UsageError("only one of the two can be standard input");
    try {
      const today = options.get("today") ?? currentDay();
      const before = await oneClient([positionals[0]!], today);
      const after = await oneClient([positionals[1]!], today);
      const compared: Compared = {
        paths: { before: before.path, after: after.path },
        comparison: comparisonOf(before.analysis, after.analysis),
        names: (options.get("names") ?? "full") as Naming,
      };
      if (path === undefined && format === "pretty") print(pretty(compared, paintFor(process.stdout)));
      else {
        const content = formats[format]!.write(compared);
        await writeOut([{ path, content }], options.has("force") ? "anything" : "nothing");
      }
      const { changes, findings } = compared.comparison;
      if (path !== undefined)
        print(
          `Wrote ${path}: ${counted(changes.length, "change")}, ${counted(findings.ended.length, "finding")} ended, ${findings.new.length} new.\n`,
        );
      return before.isWhole && after.isWhole ? 0 : 1;
    } catch (error) {
      if (error instanceof Unreadable) return 2;
      throw error;
    }
  },
};

/** The format, and the file that it goes into; undefined for standard output. */
function resultOf({ options }: Arguments): { readonly format: string; readonly path: string | undefined } {
  const path = options.get("out");
  const format = options.get("format");
  if (path === undefined || path === "-") return { format: format ?? "pretty", path: undefined };
  const ending = extname(path).slice(1).toLowerCase();
  const own = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  const known = Object.keys(endings).map((one) => `.${one}`);
  if (own === undefined)
    throw new UsageError(
      `--out "${path}": ${ending === "" ? "it has no ending" : "no such ending"}; the endings are ${known.join(", ")}`,
    );
  if (format !== undefined && format !== own)
    throw new UsageError(`--format ${format} and the ending .${ending} contradict each other`);
  return { format: own, path };
}
