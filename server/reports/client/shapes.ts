import type { Shape, TextOfShape } from "../../base/deck.ts";
import { type Box, type Card, type Chart, type Found, markKinds } from "../../chart/chart.ts";
import type { Drawing, Measured, Placed } from "../../chart/drawing.ts";
import { palettes } from "../../chart/themes.ts";

const palette = palettes.light;
/** The signs of findings as letters, told apart by their form. */
const signs = { error: "\u25c6", warning: "\u25b2", info: "\u25cf", hint: "\u25a0", settled: "\u25a1" } as const;

/** A chart's drawing as shapes that somebody can move: a box is one, with all that stands in it. */
export function shapesOf(chart: Chart, drawing: Drawing): Shape[] {
  const inside = contentsOf(chart);
  const lines = drawing.lines.flatMap(({ kind, points }) =>
    points.slice(1).map((to, i): Shape => {
      const from = points[i]!;
      return {
        is: "line",
        x: Math.min(from.x, to.x),
        y: Math.min(from.y, to.y),
        width: Math.abs(to.x - from.x),
        height: Math.abs(to.y - from.y),
        color: kind === "solid" ? palette.line : kind === "dotted" ? palette.dotted : palette.circle,
        dashed: kind !== "solid",
      };
    }),
  );
  return [...lines, ...drawing.boxes.map((placed) => boxOf(placed, inside.get(placed.box.key)))];
}

function boxOf({ x, y, box }: Placed, lines: readonly TextOfShape[] | undefined): Shape {
  const { look, width, height } = box;
  const isOutside = look === "outside" || look === "provider";
  const isOpen = look === "vacant" || look === "not-there" || look === "folded";
  return {
    is: "box",
    x,
    y,
    width,
    height,
    fill: isOutside ? palette.outside : isOpen ? palette.ground : palette.box,
    stroke: look === "committee" ? palette.letter : palette.edge,
    dashed: isOutside || isOpen,
    lines: lines ?? asDrawn(box),
  };
}

/** What stands in each box and card, by its key. */
function contentsOf({ trees, lineNotKnown, notThere, committees, providers }: Chart): Map<string, TextOfShape[]> {
  const found = new Map<string, TextOfShape[]>();
  const open: Box[] = [...trees, ...lineNotKnown, ...notThere];
  for (let box = open.pop(); box; box = open.pop()) {
    found.set(box.key, linesOfBox(box));
    open.push(...box.children);
  }
  for (const card of [...committees, ...providers]) found.set(card.key, linesOfCard(card));
  return found;
}

function linesOfBox({ title, holder, small, seats, rows, folded, found }: Box): TextOfShape[] {
  const letters = seats.map(({ letter, chairs }) => (chairs ? `[${letter}]` : letter)).join(" ");
  return [
    ...(title === "" ? [] : [strong(title)]),
    ...holder.lines.map(faint),
    ...small.map(faint),
    ...marks(found, letters),
    ...rows.map((row) => faint([row.title, ...row.holder.lines].join(" \u2013 "))),
    ...(folded ? [faint(folded.where ?? `+${folded.posts} posts`)] : []),
  ];
}

function linesOfCard({ letter, title, lines, found }: Card): TextOfShape[] {
  return [strong(letter === undefined ? title : `${letter}  ${title}`), ...lines.map(faint), ...marks(found, "")];
}

/** "▲ 2  ● 1", and the letters of committees. */
function marks({ marks: counts }: Found, letters: string): TextOfShape[] {
  const kinds = markKinds.filter((kind) => counts[kind] > 0);
  const text = [...kinds.map((kind) => `${signs[kind]} ${counts[kind]}`), letters]
    .filter((one) => one !== "")
    .join("  ");
  return text === "" ? [] : [{ text, size: 11, bold: true, color: palette.marks[kinds[0] ?? "hint"] }];
}

const strong = (text: string): TextOfShape => ({ text, size: 12, bold: true, color: palette.text });
const faint = (text: string): TextOfShape => ({ text, size: 11, bold: false, color: palette.faint });

/** What is no box of the chart itself, as it was drawn. */
const asDrawn = ({ texts }: Measured): TextOfShape[] =>
  texts.map(({ text, style }) => ({ text, size: style.size, bold: style.weight === "bold", color: palette.text }));

/** What the signs mean. */
export const signsInWords = `${signs.error} contradicts a declared obligation, ${signs.warning} worth acting on, ${signs.info} worth knowing, ${signs.hint} worth a thought, ${signs.settled} accepted; a letter is a seat on a committee, in brackets for the chair`;
