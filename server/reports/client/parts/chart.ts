import { chartFindings } from "../../../analysis/chart-findings.ts";
import type { Analysis } from "../../../analysis/check.ts";
import type { Block, Figure } from "../../../base/document.ts";
import { chartOf } from "../../../chart/build.ts";
import type { Box, Chart } from "../../../chart/chart.ts";
import { draw } from "../../../chart/draw.ts";
import type { Drawing } from "../../../chart/drawing.ts";
import { drawnWith, type MissingLetter } from "../../../chart/letters.ts";
import { mermaid } from "../../../chart/mermaid.ts";
import { onPaper } from "../../../chart/pages.ts";
import type { HasLetter } from "../../../chart/text.ts";
import type { Naming } from "../../../model/org/naming.ts";

/** A diagram of more boxes than this is a picture that nobody can read. */
const mostBoxes = 100;

/** What a page across has for a picture below its heading, of A4 and of Letter. */
const room = { width: 247, height: 148, margin: 0 };

export interface Pictures {
  readonly blocks: readonly Block[];
  readonly missing: readonly MissingLetter[];
}

/** The organization, and what it is to become where there is a plan; on pages that lie across. */
export function pictures(now: Analysis, target: Analysis | undefined, names: Naming, hasLetter: HasLetter): Pictures {
  const own = figures(now, target ? "As it is" : "Who reports to whom", names, hasLetter);
  const later = target ? figures(target, "As it is to become", names, hasLetter) : [];
  const all = [...own, ...later];
  return { blocks: all.map(({ figure }) => figure), missing: all.flatMap(({ missing }) => missing) };
}

function figures(analysis: Analysis, name: string, names: Naming, hasLetter: HasLetter) {
  const { org } = analysis.document;
  const findings = chartFindings(analysis);
  const chart = chartOf(org, findings, { names });
  if (boxesIn(chart) === 0) return [];
  const pages = onPaper(chart, room);
  const isSmall = boxesIn(chart) <= mostBoxes;
  const drawn = isSmall ? chart : chartOf(org, findings, { names, only: "it" });
  const diagram = boxesIn(drawn) === 0 || boxesIn(drawn) > mostBoxes ? "" : mermaid(drawn);
  return pages.map(({ drawing }, i) => {
    const page = pages.length === 1 ? "" : `, sheet ${i + 1} of ${pages.length}`;
    const isPart = i === 0 && !isSmall && diagram !== "" ? " The diagram shows IT and those above it." : "";
    return figureOf(drawing, `${name}${page}.${isPart}`, i === 0 ? diagram : "", hasLetter);
  });
}

function figureOf(
  drawing: Drawing,
  caption: string,
  diagram: string,
  hasLetter: HasLetter,
): { readonly figure: Figure; readonly missing: readonly MissingLetter[] } {
  const boxed = drawnWith(drawing, hasLetter);
  const { width, height, title, description } = drawing;
  const picture = {
    svg: draw(drawing, { theme: "light" }),
    boxed: draw(boxed.drawing, { theme: "light" }),
    width,
    height,
  };
  return {
    figure: { is: "figure", caption, alt: `${title}. ${description}`, picture, diagram },
    missing: boxed.missing,
  };
}

const boxesIn = ({ trees, lineNotKnown, notThere }: Chart): number =>
  [...trees, ...lineNotKnown, ...notThere].reduce((sum, box) => sum + boxesOf(box), 0);

const boxesOf = ({ rows, children }: Box): number =>
  1 + rows.length + children.reduce((sum, child) => sum + boxesOf(child), 0);
