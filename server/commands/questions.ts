import { currentDay } from "../base/day.ts";
import { type Naming, namings } from "../model/org/naming.ts";
import { type Asked, type Formats, isRead, plain, usual } from "../reports/formats/format.ts";
import { json } from "../reports/formats/questions/json.ts";
import { markdownWith } from "../reports/formats/questions/markdown.ts";
import { prettyWith } from "../reports/formats/questions/pretty.ts";
import { type Arguments, type Command, readArguments, UsageError } from "./arguments.ts";
import { isComplete } from "./files.ts";
import { formatHelp, formatOption, formatUsage, printChecked } from "./formats.ts";
import { oneClient, outOf, Unreadable, writeOut } from "./out.ts";
import { complain, print } from "./output.ts";

/** JSON holds all questions in any case, each with whether it can wait. */
const formatsWith = (all: boolean): Formats => ({ pretty: prettyWith(all), json, markdown: markdownWith(all) });
const formats = formatsWith(false);

/** `itorg questions`: what to ask next, and whom. 0 done, 2 something could not be read or written. */
export const questions: Command = {
  help: `Usage: itorg questions PATH... ${formatUsage(formats)} [OPTION...]
       itorg questions PATH --out FILE.md [--force]

Lists what to ask in the next interview, and whom. A sheet a person,
by subject, with ten questions at most; what is left is for when there is time.

  PATH              a file, a folder, or - for standard input; the current folder where
                    none is given; with --out one client
${formatHelp(formats)}  --all             also what is asked only if there is time
  --out FILE        a file that ends in .md, as --format markdown prints it
  --force           write over a file that is there
  --names HOW       how people, providers and the client are named: full (the default),
                    initials, codes or none
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

Exit status: 0 done; 1 written, but the file could not be read in full; 2 wrong call,
unreadable file, nothing to check, or nothing written.
`,
  async run(args) {
    const call = readArguments(args, {
      format: formatOption(formats),
      today: { is: "day" },
      all: { is: "switch" },
      out: { is: "text" },
      force: { is: "switch" },
      names: { is: "choice", of: namings },
    });
    const asked: Asked = { ...usual, names: (call.options.get("names") ?? "full") as Naming };
    if (call.options.has("out")) return await writeSheet(call, asked);
    const files = await printChecked(
      formatsWith(call.options.has("all")),
      call,
      (files) => {
        for (const file of files.filter(isRead)) {
          if (file.analysis.document.syntax.problems.length > 0)
            complain(
              `${file.path} could not be read in full, so questions may be missing: see itorg check ${file.path}`,
            );
        }
      },
      asked,
    );
    return isComplete(files) ? 0 : 2;
  },
};

/** One client's questions in a file; the ending is the format. */
async function writeSheet(call: Arguments, asked: Asked): Promise<number> {
  const { positionals, options } = call;
  const format = options.get("format");
  if (format !== undefined && format !== "markdown")
    throw new UsageError(`--out writes Markdown, and --format ${format} contradicts it`);
  const out = outOf({ ...call, options: new Map([...options].filter(([name]) => name !== "format")) }, { md: "text" });
  try {
    const client = await oneClient(positionals, options.get("today") ?? currentDay());
    const content = markdownWith(options.has("all")).write([client], plain, asked);
    await writeOut([{ path: out.path, content }], out.over);
    if (out.path !== undefined) print(`Wrote ${out.path}.\n`);
    return client.isWhole ? 0 : 1;
  } catch (error) {
    if (error instanceof Unreadable) return 2;
    throw error;
  }
}
