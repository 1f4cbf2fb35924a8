import { currentDay } from "../base/day.ts";
import type { Document } from "../base/document.ts";
import { counted } from "../chart/chart.ts";
import { type Naming, namings } from "../model/org/naming.ts";
import { html } from "../reports/client/html.ts";
import { markdown } from "../reports/client/markdown.ts";
import { type Report, reportOf } from "../reports/client/report.ts";
import { type Command, readArguments } from "./arguments.ts";
import { readFonts } from "./exporting.ts";
import { oneClient, outOf, Unreadable, writeOut } from "./out.ts";
import { print } from "./output.ts";

const formats = { html: "text", md: "text" } as const;

/** `itorg report`: what was found, for the client to read. */
export const report: Command = {
  help: `Usage: itorg report PATH --out FILE.(html|md) [OPTION...]

Writes the report for the client: one page for the board, the organization chart, what was
found and who says so, who answers for what, the plan, accepted risks, open questions.
The report section of itorg.config.yaml says which parts it has, and whose it is.

  PATH           a client's file, a folder with one, or - for standard input
  --out FILE     .html: prints on A4 and Letter; .md: Markdown. - is standard output, with
                 --format html or md
  --font FILE    a font with letters that ours lacks, such as Chinese or Arabic, for the
                 chart's picture; may be given several times
  --names HOW    full (the default), initials, codes or none
  --today DATE   the day to check as of, such as 2026-11-22; today where none is given
  --force        write over a file that is there

Exit status: 0 done; 1 done, but the file could not be read in full, or some letters are in
no font; 2 wrong call, unreadable file, or nothing written.
`,
  async run(args) {
    const call = readArguments(args, {
      out: { is: "text" },
      format: { is: "choice", of: Object.keys(formats) },
      font: { is: "text" },
      names: { is: "choice", of: namings },
      today: { is: "day" },
      force: { is: "switch" },
    });
    const { path, format, over } = outOf(call, formats);
    try {
      const { positionals, options } = call;
      const client = await oneClient(positionals, options.get("today") ?? currentDay());
      const { analysis, isWhole } = client;
      const names = (options.get("names") as Naming | undefined) ?? analysis.config.report.names;
      const fonts = await readFonts(call.all("font"));
      const made = reportOf(analysis, { names, file: client.path, hasLetter: fonts.has });
      await writeOut([{ path, content: await contentOf(made.document, format) }], over);
      if (path !== undefined) print(`Wrote ${path}: ${saidOf(made)}.\n`);
      return isWhole ? 0 : 1;
    } catch (error) {
      if (error instanceof Unreadable) return 2;
      throw error;
    }
  },
};

async function contentOf(document: Document, format: keyof typeof formats): Promise<string | Uint8Array> {
  return format === "html" ? html(document) : markdown(document);
}

const saidOf = ({ document: { parts } }: Report): string => counted(parts.length, "part");
