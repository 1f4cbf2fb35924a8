import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { clean } from "../../server/base/clean.ts";
import { Text } from "../../server/base/text.ts";
import { chartOf } from "../../server/chart/build.ts";
import { draw } from "../../server/chart/draw.ts";
import { matrixOf } from "../../server/chart/matrix.ts";
import { mermaid } from "../../server/chart/mermaid.ts";
import { onScreen } from "../../server/chart/pages.ts";
import { html } from "../../server/reports/formats/matrix/html.ts";
import { overlaps } from "../kit/overlaps.ts";
import { readDocument } from "../kit/standard.ts";
import { ourWidth, pictureOf, readSvg } from "../kit/svg.ts";

/** From the Big List of Naughty Strings (test/data/blns, MIT). */
const strings = JSON.parse(readFileSync("test/data/blns/blns.json", "utf8")) as string[];

/** Every string as a title, and as the name of a holder, of a committee's member and of somebody with a duty. */
function nasty(some: readonly string[]): string {
  const posts = some.map(
    (one, i) =>
      `  p${i}: { title: ${quoted(one)}, heldBy: [${quoted(one)}], reportsTo: ${i === 0 ? "board" : `p${Math.floor((i - 1) / 4)}`} }`,
  );
  return `itorg: 1
organization: { name: ${quoted(some[0] ?? "")} }
posts:
${posts.join("\n")}
providers:
  acme: { name: ${quoted(some[1] ?? "")}, services: [${quoted(some[2] ?? "")}] }
units:
  all: { name: ${quoted(some[3] ?? "")}, kind: company }
activities:
  it-strategy: { responsible: [${quoted(some[4] ?? "")}] }
`;
}

const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

describe("a chart of naughty strings", () => {
  const { org } = readDocument(new Text(nasty(strings)));
  const chart = chartOf(org, [], { names: "full", unfold: true });

  it("is well-formed SVG of our own elements, and shows every title as text", () => {
    const svg = draw(onScreen(chart), { theme: "light" });
    // Throws at whatever is not well-formed, or is an element or attribute that we do not write.
    assert.equal(readSvg(svg).name, "svg");
    const picture = pictureOf(svg, ourWidth);
    const shown = picture.boxes.flatMap((box) => [box, ...box.parts]).map(({ at }) => at);
    assert.deepEqual(
      strings.map((_, i) => `posts.p${i}`).filter((at) => !shown.includes(at)),
      [],
    );
    const titles = new Set(picture.boxes.flatMap((box) => [box, ...box.parts]).map(({ title }) => title));
    const asText = strings.map(clean).filter((one) => one !== "");
    assert.deepEqual(
      asText.filter((one) => !titles.has(one)),
      [],
    );
    assert.ok(titles.has("<script>alert(123)</script>"));
    assert.deepEqual(overlaps(picture), []);
  });

  it("is Mermaid in which no string is anything but text", () => {
    const lines = mermaid(chart).trimEnd().split("\n");
    const forms =
      /^(?:flowchart TB| {2}p\d+\["(?:[\p{L}\p{M}\p{N} .,'-]|#\d+;|<br\/>)*"\](?::::\w+)?| {2}p\d+ -->| {2}p\d+ (?:-->|-\.->) p\d+| {2}subgraph \w+\["(?:[\p{L}\p{M}\p{N} .,'-]|#\d+;)*"\]| {2}end| {2}classDef .*)$/u;
    assert.deepEqual(
      lines.filter((line) => !forms.test(line)),
      [],
    );
  });

  it("is a matrix whose page holds nothing but ours", () => {
    const tags = new Set([...html(matrixOf(org, [], "full")).matchAll(/<\/?([a-zA-Z]+\d?)/g)].map(([, tag]) => tag));
    const ours = [
      "html",
      "head",
      "meta",
      "title",
      "style",
      "body",
      "h1",
      "p",
      "table",
      "thead",
      "tbody",
      "tr",
      "th",
      "td",
      "small",
      "ul",
      "li",
    ];
    assert.deepEqual(
      [...tags].filter((tag) => !ours.includes(tag!)),
      [],
    );
  });
});
