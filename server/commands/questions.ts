import { type Formats, isRead } from "../reports/formats/format.ts";
import { json } from "../reports/formats/questions/json.ts";
import { markdownWith } from "../reports/formats/questions/markdown.ts";
import { prettyWith } from "../reports/formats/questions/pretty.ts";
import { type Command, readArguments } from "./arguments.ts";
import { isComplete } from "./files.ts";
import { formatHelp, formatOption, formatUsage, printChecked } from "./formats.ts";
import { complain } from "./output.ts";

/** JSON holds all questions in any case, each with whether it can wait. */
const formatsWith = (all: boolean): Formats => ({ pretty: prettyWith(all), json, markdown: markdownWith(all) });
const formats = formatsWith(false);

/** `itorg questions`: what to ask next, and whom. 0 done, 2 something could not be read. */
export const questions: Command = {
  help: `Usage: itorg questions PATH... ${formatUsage(formats)} [--all] [--today DATE]

Lists what to ask in the next interview, and whom. A sheet a person,
by subject, with ten questions at most; what is left is for when there is time.

  PATH              a file, a folder, or - for standard input; the current folder where
                    none is given
${formatHelp(formats)}  --all             also what is asked only if there is time
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

Exit status: 0 done; 2 wrong call, unreadable file, or nothing to check.
`,
  async run(args) {
    const call = readArguments(args, {
      format: formatOption(formats),
      today: { is: "day" },
      all: { is: "switch" },
    });
    const files = await printChecked(formatsWith(call.options.has("all")), call, (files) => {
      for (const file of files.filter(isRead)) {
        if (file.analysis.document.syntax.problems.length > 0)
          complain(`${file.path} could not be read in full, so questions may be missing: see itorg check ${file.path}`);
      }
    });
    return isComplete(files) ? 0 : 2;
  },
};
