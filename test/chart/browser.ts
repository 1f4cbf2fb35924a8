import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chartOf } from "../../server/chart/build.ts";
import { draw } from "../../server/chart/draw.ts";
import { onScreen } from "../../server/chart/pages.ts";
import { themes } from "../../server/chart/themes.ts";
import { chartFile } from "../kit/chart-file.ts";
import { generated } from "../kit/generated-organizations.ts";
import { overlaps } from "../kit/overlaps.ts";
import { pictureOf } from "../kit/svg.ts";

/**
 * The layout of charts, with text as wide as a real browser makes it: every sample, organizations of 12 to 1,500 posts,
 * names in many scripts, and 200 made at random. Nothing may lie on anything else, and no text leave its box.
 * Usage: BROWSER=path node dist/test/chart/browser.mjs [FOLDER for the pictures]
 */

interface Picture {
  readonly name: string;
  readonly svg: string;
}

const scripts = `itorg: 1
organization: { name: 國際支付 Ltd }
posts:
  ceo: { heldBy: 王小明, reportsTo: board, title: 首席执行官兼首席信息安全官兼首席运营官 }
  cio: { heldBy: محمد عبد الله بن عبد العزيز, reportsTo: ceo, title: مدير تقنية المعلومات والاتصالات }
  ciso: { heldBy: Eve 🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊 Roy, reportsTo: cio }
  cfo: { heldBy: Σοφία Παππά, reportsTo: ceo }
  dpo: { heldBy: שרה כהן, reportsTo: ceo }
  head-hr: { heldBy: 김철수, reportsTo: ceo, title: "👩‍💻👨‍👩‍👧‍👦 Head of People" }
`;

function* pictures(): Generator<Picture> {
  const file = (name: string, content: string): Picture[] => {
    const { org, findings } = chartFile(content);
    const drawing = onScreen(chartOf(org, findings, { names: "full" }));
    return themes.map((theme) => ({ name: `${name}-${theme}`, svg: draw(drawing, { theme }) }));
  };
  for (const name of readdirSync("samples").filter((one) => one.endsWith(".itorg.yaml")))
    yield* file(name.replace(".itorg.yaml", ""), readFileSync(join("samples", name), "utf8"));
  yield* file("scripts", scripts);
  for (const posts of [12, 120, 300, 1500]) {
    const { org, findings } = generated(posts, posts);
    for (const unfold of [false, true]) {
      const start = performance.now();
      const drawing = onScreen(chartOf(org, findings, { names: "full", unfold }));
      const took = Math.round(performance.now() - start);
      const size = `${Math.round(drawing.width)} x ${Math.round(drawing.height)}`;
      console.log(`${posts} posts${unfold ? ", unfolded" : ""}: ${drawing.boxes.length} boxes, ${size}, ${took} ms`);
      for (const theme of themes)
        yield { name: `posts-${posts}${unfold ? "-unfolded" : ""}-${theme}`, svg: draw(drawing, { theme }) };
    }
  }
  for (let seed = 0; seed < 200; seed++) {
    const { org, findings } = generated(seed);
    const chart = chartOf(org, findings, { names: "full", unfold: seed % 2 === 0 });
    yield { name: `generated-${seed}`, svg: draw(onScreen(chart), { theme: "light" }) };
  }
}

const script = `
const widths = JSON.parse(document.getElementById("pictures").textContent).map((svg) => {
  const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
  if (parsed.querySelector("parsererror")) return null;
  const root = document.body.appendChild(document.importNode(parsed.documentElement, true));
  const found = [...root.querySelectorAll("text")].map((text) => text.getBBox().width);
  root.remove();
  return found;
});
document.body.textContent = JSON.stringify(widths);
`;

/** How wide each text of each picture is in the browser; null for a picture that it cannot parse. */
function measured(browser: string, svgs: readonly string[]): (number[] | null)[] {
  const folder = mkdtempSync(join(tmpdir(), "itorg-charts-"));
  try {
    const page = join(folder, "page.html");
    const data = JSON.stringify(svgs).replaceAll("<", "\\u003c");
    writeFileSync(
      page,
      `<!DOCTYPE html><meta charset="utf-8"><body><script type="application/json" id="pictures">${data}</script><script>${script}</script>`,
    );
    const quiet = [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ];
    const args = [
      "--headless",
      "--no-sandbox",
      ...quiet,
      `--user-data-dir=${join(folder, "profile")}`,
      "--dump-dom",
      pathToFileURL(page).href,
    ];
    const { stdout, status } = spawnSync(browser, args, { encoding: "utf8", maxBuffer: 200_000_000, timeout: 300_000 });
    const body = /<body>(\[.*\])<\/body>/s.exec(stdout)?.[1];
    if (status !== 0 || body === undefined)
      throw new Error(`the browser said nothing: ${status} ${stdout.slice(0, 500)}`);
    return JSON.parse(body) as (number[] | null)[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const browser = process.env["BROWSER"];
if (!browser) throw new Error("BROWSER names no browser");
const folder = process.argv[2];
if (folder !== undefined) mkdirSync(folder, { recursive: true });
const all = [...pictures()];
const faults: string[] = [];
for (let i = 0; i < all.length; i += 40) {
  const some = all.slice(i, i + 40);
  const widths = measured(
    browser,
    some.map(({ svg }) => svg),
  );
  for (const [j, { name, svg }] of some.entries()) {
    if (folder !== undefined && !name.startsWith("generated")) writeFileSync(join(folder, `${name}.svg`), svg);
    const own = widths[j];
    if (!own) faults.push(`${name}: not well-formed`);
    else
      faults.push(
        ...overlaps(pictureOf(svg, (_, __, ___, nth) => own[nth] ?? Number.POSITIVE_INFINITY)).map(
          (fault) => `${name}: ${fault}`,
        ),
      );
  }
}
console.log(`${all.length} pictures, ${faults.length} faults`);
for (const fault of faults.slice(0, 50)) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
