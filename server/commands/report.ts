import { currentDay } from "../base/day.ts";
import { counted } from "../chart/chart.ts";
import { type Naming, namings } from "../model/org/naming.ts";
import { deckOf } from "../reports/client/deck.ts";
import { html } from "../reports/client/html.ts";
import { markdown } from "../reports/client/markdown.ts";
import { type Report, reportOf } from "../reports/client/report.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { loadExports, readAssets, readFonts } from "./exporting.ts";
import { readLogo, readTemplate } from "./firm-files.ts";
import { missingText } from "./missing-letters.ts";
import { oneClient, outOf, Unreadable, writeOut } from "./out.ts";
import { complain, print } from "./output.ts";

const formats = { html: "text", md: "text", docx: "bytes", pptx: "bytes" } as const;
type Format = keyof typeof formats;

/** `itorg report`: what was found, for the client to read. */
export const report: Command = {
  help: `Usage: itorg report PATH --out FILE.(html|md|docx|pptx) [OPTION...]

Writes the report for the client: one page for the board, the organization chart, what was
found and who says so, who answers for what, the plan, accepted risks, open questions.
The report section of itorg.config.yaml says which parts it has, and whose it is.

  PATH           a client's file, a folder with one, or - for standard input
  --out FILE     .html: prints on A4 and Letter; .md: Markdown; .docx: for Word, in the firm's
                 template if it has one; .pptx: six slides for the board. - is standard
                 output, with --format html or md
  --font FILE    a font with letters that ours lacks, such as Chinese or Arabic, for the
                 chart's picture; may be given several times
  --names HOW    full (the default), initials, codes or none
  --today DATE   the day to check as of, such as 2026-11-22; today where none is given
  --force        write over a file that is there

Exit status: 0 done; 1 done, but the file could not be read in full, some letters are in no
font, or a placeholder of the template is not known; 2 wrong call, unreadable file, or
nothing written.
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
      const logo = await readLogo(analysis.config);
      const options_ = { names, file: client.path, hasLetter: fonts.has, ...(logo ? { logo } : {}) };
      const made = reportOf(analysis, options_);
      const { content, left } = await written(made, format, fonts.bytes);
      await writeOut([{ path, content }], over);
      if (path !== undefined) print(`Wrote ${path}: ${saidOf(made, format)}.\n`);
      for (const note of left) complain(note);
      return isWhole && left.length === 0 ? 0 : 1;
    } catch (error) {
      if (error instanceof Unreadable) return 2;
      throw error;
    }
  },
};

/** The file, and what could not be done as it should be. */
interface Written {
  readonly content: string | Uint8Array;
  readonly left: readonly string[];
}

async function written(made: Report, format: Format, fonts: readonly Uint8Array[]): Promise<Written> {
  const { document, said, missing } = made;
  if (format === "html") return { content: await html(document), left: [] };
  if (format === "md") return { content: markdown(document), left: [] };
  const exports = await loadExports();
  if (format === "pptx") return { content: await exports.pptx(deckOf(made)), left: [] };
  const { config } = said.analysis;
  const letters = missing.length === 0 ? [] : [missingText(missing)];
  const template = await readTemplate(config);
  const assets = await readAssets(fonts);
  if (!template) return { content: await exports.docx(document, assets), left: letters };
  const filled = await exports.docxFrom(template, document, assets);
  if ("refused" in filled)
    throw new UsageError(`${config.path}: the template ${config.report.template}: ${filled.refused}`);
  const unknown = filled.unknown.map((name) => `the template's placeholder {{${name}}} is none of ours and stays`);
  return { content: filled.bytes, left: [...letters, ...unknown] };
}

const saidOf = ({ document: { parts } }: Report, format: Format): string =>
  format === "pptx" ? "6 slides" : counted(parts.length, "part");
