import { type Analysis, analyze } from "../../analysis/check.ts";
import { standingEntries } from "../../analysis/recommend.ts";
import { targetOf } from "../../analysis/target.ts";
import { checksum } from "../../base/checksum.ts";
import { clean } from "../../base/clean.ts";
import { dayInWords } from "../../base/day.ts";
import type { Block, Cover, Document, Logo, Part, PartId } from "../../base/document.ts";
import { partIds } from "../../base/document.ts";
import { Text } from "../../base/text.ts";
import type { MissingLetter } from "../../chart/letters.ts";
import type { HasLetter } from "../../chart/text.ts";
import type { Naming } from "../../model/org/naming.ts";
import { describesTarget } from "../../model/org/state.ts";
import { given } from "../../model/words/fact.ts";
import { accepted } from "./parts/accepted.ts";
import { appendix } from "./parts/appendix.ts";
import { board } from "./parts/board.ts";
import { pictures } from "./parts/chart.ts";
import { findings } from "./parts/findings.ts";
import { matrix } from "./parts/matrix.ts";
import { type After, plan } from "./parts/plan.ts";
import { questions } from "./parts/questions.ts";
import { Said } from "./said.ts";

export interface ReportOptions {
  readonly names: Naming;
  /** As it is to be read: a path from the folder, or a name. */
  readonly file: string;
  /** The text is as the editor has it, and not as it is saved. */
  readonly unsaved?: boolean;
  readonly logo?: Logo;
  /** The letters of fonts of the user's own. */
  readonly hasLetter?: HasLetter;
}

/** One client's report before it has a format, and the letters that no font has. */
export interface Report {
  readonly document: Document;
  readonly missing: readonly MissingLetter[];
  /** The plan carried out, where there is one. */
  readonly after: After | undefined;
  readonly said: Said;
}

/** The same file, settings, options and day give the same report. */
export function reportOf(analysis: Analysis, options: ReportOptions): Report {
  const { report } = analysis.config;
  const said = new Said(analysis, options.names);
  const after = afterPlan(analysis);
  const drawn = report.parts.has("chart")
    ? pictures(analysis, after?.analysis, options.names, options.hasLetter ?? (() => false))
    : { blocks: [], missing: [] };
  const blocks: Readonly<Record<PartId, () => readonly Block[]>> = {
    board: () => board(said),
    chart: () =>
      drawn.blocks.length === 0 ? [{ is: "paragraph", text: "The file names no post yet." }] : drawn.blocks,
    findings: () => findings(said),
    matrix: () => matrix(said),
    plan: () => plan(said, after),
    accepted: () => accepted(said),
    questions: () => questions(said),
    appendix: () => appendix(said),
  };
  const parts = partIds
    .filter((id) => report.parts.has(id))
    .map((id): Part => ({ id, title: titles[id], wide: id === "chart" || id === "matrix", blocks: blocks[id]() }));
  const client = said.client();
  const document: Document = {
    cover: report.parts.has("cover") ? cover(said, options) : undefined,
    parts,
    footer: [clean(report.footer), client].filter((part) => part !== "").join(" · "),
    accent: report.accent,
    logo: options.logo,
    properties: { title: `${client}: ${subtitle}`, firm: clean(report.firm), day: analysis.today },
  };
  return { document, missing: drawn.missing, after, said };
}

const subtitle = "Review of the IT organization";

const titles: Readonly<Record<PartId, string>> = {
  board: "For the board",
  chart: "Organization chart",
  findings: "Findings",
  matrix: "Responsibility matrix",
  plan: "Plan",
  accepted: "Risks accepted",
  questions: "Open questions",
  appendix: "Appendix",
};

function cover(said: Said, { file, unsaved }: ReportOptions): Cover {
  const { analysis, org } = said;
  const asOf = given(org.data.asOf);
  const isWhole = !analysis.document.problems.some(({ kind }) => kind === "syntax");
  const { content } = analysis.document.text;
  // Whoever leaves names out does not want them in the name of the file either.
  const name = said.naming === "full" ? `${clean(file)}, ` : "";
  return {
    title: said.client(),
    subtitle: describesTarget(org) ? `${subtitle}: the target` : subtitle,
    firm: clean(analysis.config.report.firm),
    lines: [
      ...(asOf === undefined ? [] : [`As of ${dayInWords(asOf)}`]),
      `Checked on ${dayInWords(analysis.today)}`,
      `File: ${name}version ${checksum(content)}${unsaved ? ", with unsaved changes" : ""}`,
      ...(isWhole ? [] : ["The file could not be read in full, so something may be missing."]),
    ],
    confidential: "Confidential",
  };
}

/** What the recommendations lead to; undefined where nothing is recommended. */
function afterPlan(analysis: Analysis): After | undefined {
  const { document, today, config } = analysis;
  if (describesTarget(document.org) || document.syntax.problems.length > 0) return undefined;
  if (standingEntries(document.org).length === 0) return undefined;
  const target = targetOf(analysis);
  return { target, analysis: analyze(new Text(target.content), { today, config }) };
}
