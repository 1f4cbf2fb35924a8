import process from "node:process";
import { currentDay } from "../base/day.ts";
import { type Checked, isRead, questionsJson } from "../reports/formats/json.ts";
import { markdownQuestions, prettyQuestions } from "../reports/formats/questions.ts";
import { type Command, readArguments } from "./arguments.ts";
import { checkPaths, isComplete, NothingToCheck } from "./files.ts";
import { complain, paintFor, print } from "./output.ts";

const formats = ["pretty", "json", "markdown"];

/** `itorg questions`: what to ask next, and whom. 0 done, 2 something could not be read. */
export const questions: Command = {
  help: `Usage: itorg questions PATH... [--format pretty|json|markdown] [--today DATE]

Lists what to ask in the next interview, and whom. What matters most comes first.

  PATH              a file, a folder, or - for standard input; the current folder where
                    none is given
  --format FORMAT   pretty (the default), json for other programs, or markdown for a mail:
                    the client's questions first, your own below a line
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

Exit status: 0 done; 2 wrong call, unreadable file, or nothing to check.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, {
      format: { is: "choice", of: formats },
      today: { is: "day" },
    });
    const format = options.get("format") ?? "pretty";
    const report = (files: readonly Checked[]) => {
      if (format === "json") return `${JSON.stringify(questionsJson(files), null, 2)}\n`;
      return format === "markdown" ? markdownQuestions(files) : prettyQuestions(files, paintFor(process.stdout));
    };
    try {
      const files = await checkPaths(positionals, options.get("today") ?? currentDay());
      for (const file of files.filter(isRead)) {
        if (file.analysis.document.syntax.problems.length > 0)
          complain(`${file.path} could not be read in full, so questions may be missing: see itorg check ${file.path}`);
      }
      print(report(files));
      return isComplete(files) ? 0 : 2;
    } catch (error) {
      if (format === "json" && error instanceof NothingToCheck) print(report([]));
      throw error;
    }
  },
};
