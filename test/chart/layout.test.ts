import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { chartOf } from "../../server/chart/build.ts";
import { draw } from "../../server/chart/draw.ts";
import { onPaper, onScreen } from "../../server/chart/pages.ts";
import { chartFile } from "../kit/chart-file.ts";
import { generated } from "../kit/generated-organizations.ts";
import { overlaps } from "../kit/overlaps.ts";
import { sampled } from "../kit/sample.ts";
import { ourWidth, type Picture, pictureOf } from "../kit/svg.ts";

const seen = (svg: string): Picture => pictureOf(svg, ourWidth);

describe("a chart's layout", () => {
  for (const name of readdirSync("samples").filter((one) => one.endsWith(".itorg.yaml"))) {
    it(`keeps everything of ${name} apart, on a screen and on paper`, () => {
      const { org, findings } = chartFile(readFileSync(`samples/${name}`, "utf8"));
      const chart = chartOf(org, findings, { names: "full" });
      assert.deepEqual(overlaps(seen(draw(onScreen(chart), { theme: "light" }))), []);
      for (const { drawing, scale } of onPaper(chart, "a4")) {
        assert.ok(scale >= 0.61, `letters of ${11 * scale} px`);
        assert.deepEqual(overlaps(seen(draw(drawing, { theme: "print" }))), []);
      }
    });
  }

  it("keeps everything of generated organizations apart, folded or not", () => {
    const faults: string[] = [];
    const drawnKinds = new Set<string>();
    for (const seed of sampled(
      Array.from({ length: 40 }, (_, i) => i),
      4,
    )) {
      const { org, findings } = generated(seed);
      const chart = chartOf(org, findings, { names: "full", unfold: seed % 2 === 0 });
      const picture = seen(draw(onScreen(chart), { theme: "light" }));
      faults.push(...overlaps(picture).map((fault) => `${seed}: ${fault}`));
      for (const { kind } of picture.lines) drawnKinds.add(kind);
      if (picture.frames.length > 0) drawnKinds.add("frame");
      if (picture.boxes.some(({ parts }) => parts.some(({ folded }) => folded === undefined))) drawnKinds.add("row");
    }
    assert.deepEqual(faults, []);
    // What nothing of was drawn was not tested.
    assert.deepEqual([...drawnKinds].sort(), ["circle", "dotted", "frame", "row", "solid"]);
  });

  it("cuts what is too large for a page into pages of at least 5 points", () => {
    const sizes = [
      [1, 120],
      [2, 300],
      [3, 300],
    ] as const;
    for (const [seed, posts] of sampled(sizes, 3)) {
      const { org, findings } = generated(seed, posts);
      const pages = onPaper(chartOf(org, findings, { names: "full", unfold: true }), "a4");
      assert.ok(pages.length > 1);
      const shown = new Set<string>();
      for (const { drawing, scale } of pages) {
        assert.ok(scale >= 0.61, `letters of ${11 * scale} px`);
        const picture = seen(draw(drawing, { theme: "print" }));
        assert.deepEqual(overlaps(picture), []);
        for (const box of picture.boxes)
          for (const one of [box, ...box.parts]) if (one.at?.startsWith("posts.")) shown.add(one.at);
      }
      const there = org.allPosts.map(({ id }) => `posts.${id}`);
      assert.deepEqual(
        there.filter((at) => !shown.has(at)),
        [],
        "posts on no page",
      );
    }
  });

  it("sees what it is to see", () => {
    const { org, findings } = generated(4);
    const svg = draw(onScreen(chartOf(org, findings, { names: "full" })), { theme: "light" });
    const picture = seen(svg);
    const [first, second] = picture.boxes;
    const moved = { ...picture, boxes: [first!, { ...second!, x: first!.x + 10, y: first!.y + 10 }] };
    assert.match(overlaps(moved).join("\n"), /^post:\S+ ".*" on /m);
    const line = {
      kind: "dotted",
      from: { x: first!.x - 5, y: first!.y + 9 },
      to: { x: first!.x + 500, y: first!.y + 9 },
    };
    assert.match(overlaps({ ...picture, lines: [line] }).join("\n"), /^a dotted line through /m);
    const wide = pictureOf(svg, (text, size, isBold) => ourWidth(text, size, isBold, 0) * 1.5);
    assert.match(overlaps(wide).join("\n"), /^".*" outside /m);
  });

  it("writes no letter smaller than 11 pixels", () => {
    const { org, findings } = generated(5, 150);
    const svg = draw(onScreen(chartOf(org, findings, { names: "full" })), { theme: "light" });
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    assert.ok(Math.min(...sizes) >= 11, String(Math.min(...sizes)));
  });
});
