import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { chartOf } from "../../server/chart/build.ts";
import { draw } from "../../server/chart/draw.ts";
import { onScreen } from "../../server/chart/pages.ts";
import { type Palette, palettes, themes } from "../../server/chart/themes.ts";
import { chartFile } from "../kit/chart-file.ts";
import { readSvg, type SvgElement } from "../kit/svg.ts";

const { org, findings } = chartFile(readFileSync("samples/halden.itorg.yaml", "utf8"));
const drawing = onScreen(chartOf(org, findings, { names: "full" }));
const boxesIn = (svg: string): SvgElement[] =>
  readSvg(svg).children.filter(({ attributes }) => attributes.has("data-look"));
const spoken = (box: SvgElement, name: string) => box.children.find((one) => one.name === name)?.text;

/** By the formula of WCAG 2. */
function contrast(one: string, other: string): number {
  const brightness = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [brightness(one), brightness(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe("a drawn chart", () => {
  it("has a contrast of 4.5 to 1 at least, of every text and mark on every ground", () => {
    for (const theme of themes) {
      const palette: Palette = palettes[theme];
      for (const ground of [palette.ground, palette.box, palette.outside]) {
        for (const on of [palette.text, palette.faint, palette.letter, ...Object.values(palette.marks)])
          assert.ok(contrast(on, ground) >= 4.5, `${theme}: ${on} on ${ground}: ${contrast(on, ground)}`);
      }
      assert.ok(contrast(palette.onLetter, palette.letter) >= 4.5, `${theme}: letters`);
      // Lines and edges need less.
      for (const line of [palette.line, palette.dotted, palette.circle, palette.edge])
        assert.ok(contrast(line, palette.ground) >= 2.9, `${theme}: ${line}`);
    }
  });

  it("tells what it shows to those who cannot see it, in the order of lines, without a tab stop", () => {
    const svg = draw(drawing, { theme: "light" });
    const root = readSvg(svg);
    assert.equal(root.attributes.get("role"), "img");
    assert.equal(root.children[0]?.text, "Organization chart: Halden Payments");
    assert.match(root.children[1]?.text ?? "", /13 posts/);
    assert.doesNotMatch(svg, /tabindex/);
    const boxes = boxesIn(svg);
    assert.deepEqual(
      boxes.slice(0, 5).map((box) => [box.attributes.get("data-at"), spoken(box, "title")]),
      [
        ["committees.board", "Board"],
        ["posts.ceo", "CEO"],
        ["posts.cfo", "CFO"],
        ["posts.cio", "CIO"],
        ["posts.ciso", "CISO"],
      ],
    );
    assert.match(spoken(boxes[4]!, "desc") ?? "", /^Yusuf Demir; of Aegis Security; reports to CIO; error: /);
    for (const box of boxes) assert.notEqual(spoken(box, "title"), "");
  });

  it("is a tree of items for the preview, whose colours are the page's", () => {
    const svg = draw(drawing, { theme: "page", interactive: true });
    const root = readSvg(svg);
    assert.equal(root.attributes.get("role"), "tree");
    const ciso = boxesIn(svg)[4]!.attributes;
    assert.deepEqual([ciso.get("role"), ciso.get("aria-level"), ciso.get("tabindex")], ["treeitem", "5", "-1"]);
    assert.match(ciso.get("aria-label") ?? "", /^CISO; Yusuf Demir; of Aegis Security; reports to CIO; error: /);
    assert.doesNotMatch(svg, /="#[0-9a-f]/);
  });

  it("uses no colour in print but black and white, and tells severities apart by shape", () => {
    const svg = draw(drawing, { theme: "print" });
    assert.deepEqual([...new Set(svg.match(/#[0-9a-f]{6}/g))].sort(), ["#000000", "#ffffff"]);
    for (const shape of ["polygon", "circle"]) assert.ok(svg.includes(`<${shape} `), shape);
  });

  it("holds nothing that a strict page forbids: no style, script or address", () => {
    for (const theme of themes) {
      const svg = draw(drawing, { theme });
      assert.doesNotMatch(
        svg.replace('xmlns="http://www.w3.org/2000/svg"', ""),
        / style=|<style|<script|href|url\(|https?:/,
      );
    }
  });
});
