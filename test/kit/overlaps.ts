import type { Area, Picture, Segment, SvgBox } from "./svg.ts";

/** What stands on, in or across something else in a picture, a sentence each; nothing in a good one. */
export function overlaps(picture: Picture): string[] {
  const { boxes, lines, frames, texts } = picture;
  const named = ({ key, title }: SvgBox) => `${key} "${title}"`;
  return [
    ...pairs(boxes)
      .filter(([a, b]) => meet(a, b, 0.05))
      .map(([a, b]) => `${named(a)} on ${named(b)}`),
    ...boxes.flatMap((box) =>
      lines
        .filter((line) => meet(areaOfLine(line), box, 0.7))
        .map(({ kind }) => `a ${kind} line through ${named(box)}`),
    ),
    ...boxes.flatMap((box) => outsideTexts(box).map((text) => `"${text}" outside ${named(box)}`)),
    ...boxes.flatMap((box) =>
      pairs(box.texts)
        .filter(([a, b]) => meet(a, b, 1.5))
        .map(([a, b]) => `"${a.text}" on "${b.text}"`),
    ),
    ...boxes.flatMap((box) =>
      pairs(box.parts)
        .filter(([a, b]) => meet(a, b, 0.05))
        .map(([a, b]) => `${named(a)} on ${named(b)}`),
    ),
    ...boxes.flatMap((box) =>
      box.parts.filter((part) => !isIn(part, box, 0.05)).map((part) => `${named(part)} outside ${named(box)}`),
    ),
    ...texts.flatMap((text) =>
      boxes.filter((box) => meet(text, box, 0.5)).map((box) => `"${text.text}" on ${named(box)}`),
    ),
    ...texts.flatMap((text) =>
      lines
        .filter((line) => meet(areaOfLine(line), text, 0.5))
        .map(({ kind }) => `a ${kind} line through "${text.text}"`),
    ),
    ...pairs(texts)
      .filter(([a, b]) => meet(a, b, 1))
      .map(([a, b]) => `"${a.text}" on "${b.text}"`),
    ...frames.flatMap((frame) =>
      boxes
        .filter((box) => meet(frame, box, 0.05) && !isIn(box, frame, 0.05))
        .map((box) => `the frame ${frame.at} through ${named(box)}`),
    ),
    ...pairs(frames)
      .filter(([a, b]) => meet(a, b, 0.05) && !isIn(a, b, 0) && !isIn(b, a, 0))
      .map(([a, b]) => `the frame ${a.at} on ${b.at}`),
    ...[...boxes, ...frames, ...texts]
      .filter((one) => !isIn(one, { x: 0, y: 0, ...picture }, 0.05))
      .map((one) => `${JSON.stringify(one)} outside the picture`),
  ];
}

function outsideTexts(box: SvgBox): string[] {
  const own = box.texts.filter((text) => !isIn(text, box, 0.5)).map(({ text }) => text);
  return [...own, ...box.parts.flatMap(outsideTexts)];
}

/** Whether two areas share more than an edge of this breadth. */
const meet = (a: Area, b: Area, edge: number): boolean =>
  a.x + a.width > b.x + edge &&
  b.x + b.width > a.x + edge &&
  a.y + a.height > b.y + edge &&
  b.y + b.height > a.y + edge;

const isIn = (a: Area, b: Area, edge: number): boolean =>
  a.x >= b.x - edge &&
  a.y >= b.y - edge &&
  a.x + a.width <= b.x + b.width + edge &&
  a.y + a.height <= b.y + b.height + edge;

/** A line has a breadth, so that it can share an area with a box. */
function areaOfLine({ from, to }: Segment): Area {
  const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return { x: x - 0.5, y: y - 0.5, width: Math.abs(from.x - to.x) + 1, height: Math.abs(from.y - to.y) + 1 };
}

/** Every two, by their left edges, so that those far apart are not compared. */
function pairs<Item extends Area>(items: readonly Item[]): [Item, Item][] {
  const sorted = items.toSorted((a, b) => a.x - b.x);
  return sorted.flatMap((one, i) => {
    const found: [Item, Item][] = [];
    for (let j = i + 1; j < sorted.length && sorted[j]!.x < one.x + one.width; j++) found.push([one, sorted[j]!]);
    return found;
  });
}
