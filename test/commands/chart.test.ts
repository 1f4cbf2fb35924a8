import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { day, folderWith, itorg, type RunOptions, warned } from "../kit/cli-run.ts";
import { sampled } from "../kit/sample.ts";
import { readSvg } from "../kit/svg.ts";

const folderOf = (more: Readonly<Record<string, string>> = {}): string =>
  folderWith({ "a.itorg.yaml": warned, ...more });
const run = (folder: string, args: readonly string[], options: RunOptions = {}) =>
  itorg([...args, ...day], { cwd: folder, ...options });
const sizeOfPng = (path: string): readonly [number, number] => {
  const bytes = readFileSync(path);
  assert.equal(bytes.subarray(1, 4).toString(), "PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
};

describe("itorg chart", () => {
  it("writes what the ending says, and one line about it", () => {
    const folder = folderOf();
    const wrote = (name: string) => {
      const { status, stdout, stderr } = run(folder, ["chart", "a.itorg.yaml", "--out", name]);
      assert.deepEqual([status, stdout, stderr], [0, `Wrote ${name}: 3 posts.\n`, ""]);
      return readFileSync(join(folder, name));
    };
    assert.equal(readSvg(wrote("a.svg").toString()).name, "svg");
    assert.match(wrote("a.mmd").toString(), /^flowchart TB\n/);
    assert.match(
      wrote("a.csv").toString(),
      /^\ufeffpost,title,role,holder,status,reports to,dotted line to,unit\r\nceo,/,
    );
    wrote("a.png");
    const [width, height] = sizeOfPng(join(folder, "a.png"));
    assert.equal(run(folder, ["chart", "a.itorg.yaml", "--out", "b.png", "--scale", "1"]).status, 0);
    assert.deepEqual(sizeOfPng(join(folder, "b.png")), [Math.round(width / 2), Math.round(height / 2)]);
  });

  it("takes a folder with one client, and names those of a folder with several", () => {
    const one = folderOf();
    assert.equal(run(one, ["chart", ".", "--out", "a.svg"]).status, 0);
    const several = folderOf({ "b.itorg.yaml": warned });
    const { status, stderr } = run(several, ["chart", ".", "--out", "a.svg"]);
    assert.equal(status, 2);
    assert.match(stderr, /a\.itorg\.yaml, b\.itorg\.yaml/);
    assert.ok(!existsSync(join(several, "a.svg")));
  });

  it("never writes over a file, but for --force", () => {
    const folder = folderOf({ "a.svg": "mine" });
    const refused = run(folder, ["chart", "a.itorg.yaml", "--out", "a.svg"]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /a\.svg is there already; --force writes over it/);
    assert.equal(readFileSync(join(folder, "a.svg"), "utf8"), "mine");
    assert.equal(run(folder, ["chart", "a.itorg.yaml", "--out", "a.svg", "--force"]).status, 0);
    assert.match(readFileSync(join(folder, "a.svg"), "utf8"), /^<svg /);
  });

  it("writes text to standard output, and nothing else there", () => {
    const folder = folderOf();
    const { status, stdout } = run(folder, ["chart", "a.itorg.yaml", "--out", "-"]);
    assert.equal(status, 0);
    assert.equal(readSvg(stdout).name, "svg");
    assert.match(run(folder, ["chart", "a.itorg.yaml", "--out", "-", "--format", "mmd"]).stdout, /^flowchart TB\n/);
    const png = run(folder, ["chart", "a.itorg.yaml", "--out", "-", "--format", "png"]);
    assert.deepEqual([png.status, png.stdout], [2, ""]);
    assert.equal(readSvg(run(folder, ["chart", "-", "--out", "-"], { input: warned }).stdout).name, "svg");
  });

  it("refuses a call that it cannot carry out as it stands, and writes nothing", () => {
    const folder = folderOf({ "a.itorg.yaml": `${warned}  cfo: { heldBy: Cy Fox, reportsTo: ceo }\n` });
    const refused: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /--out FILE is missing; the endings are \.svg, \.png, \.mmd, \.csv/],
      [["--out", "a.pdf"], /no such ending; the endings are \.svg, \.png, \.mmd, \.csv/],
      [["--out", "a"], /it has no ending/],
      [["--out", "a.svg", "--format", "mmd"], /contradict each other/],
      [["--out", "a.svg", "--root", "coi"], /there is no post "coi"; did you mean cio\?/],
      [["--out", "a.svg", "--root", "ceo", "--only", "it", "--depth", "0", "--page", "a5"], /--page is "a5"/],
      [["--out", "a.svg", "--root", "cfo", "--only", "it"], /nothing to draw: no post of IT stands at or below cfo/],
      [["--out", "a.csv", "--root", "cfo", "--only", "it"], /nothing to draw/],
      [["--out", "a.svg", "--depth", "x"], /--depth is "x", but must be a whole number from 0 to 60/],
      [["--out", "a.svg", "--scale", "2"], /--scale is for \.png, not for \.svg/],
      [["--out", "a.csv", "--page", "a4"], /--page is for \.svg, \.png, not for \.csv/],
      [
        ["--out", "a.svg", "--theme", "pink"],
        /--theme is "pink", but must be one of light, dark, high-contrast, print/,
      ],
      [["--out", "a.png", "--font", "none.ttf"], /--font none\.ttf: there is no such file/],
      [["--out", "a.png", "--font", "a.itorg.yaml"], /it is no font/],
      [["--out", "nowhere/a.svg"], /not written: there is no such folder/],
    ];
    for (const [args, why] of refused) {
      const { status, stdout, stderr } = run(folder, ["chart", "a.itorg.yaml", ...args]);
      assert.deepEqual([status, stdout], [2, ""], stderr);
      assert.match(stderr, why);
    }
    assert.deepEqual(readdirSync(folder), ["a.itorg.yaml"]);
  });

  it("cuts what is too large for a sheet into numbered files, all named", () => {
    const posts = Array.from(
      { length: 150 },
      (_, i) =>
        `  p${i}: { title: Post number ${i}, heldBy: N${i} M, reportsTo: ${i < 8 ? "ceo" : `p${Math.floor(i / 8) - 1}`} }`,
    );
    const folder = folderOf({ "a.itorg.yaml": `${warned}${posts.join("\n")}\n` });
    const { status, stdout } = run(folder, ["chart", "a.itorg.yaml", "--out", "x.svg", "--page", "a4", "--unfold"]);
    assert.equal(status, 0);
    const files = readdirSync(folder).filter((name) => name.endsWith(".svg"));
    assert.ok(files.length > 1);
    for (const [i] of files.entries()) assert.ok(stdout.includes(`x-${i + 1}.svg`), stdout);
    const first = readFileSync(join(folder, "x-1.svg"), "utf8");
    assert.match(first, / width="297mm" height="210mm" /);
    assert.match(first, />\+\d+ posts, page \d+</);
    assert.match(first, new RegExp(`page 1 of ${files.length}`));
  });

  it("draws a box for a letter that no font has, says which and where, and ends with 1", () => {
    const folder = folderOf({ "a.itorg.yaml": warned.replace("Eve Roy", "王芳 🦊") });
    const { status, stdout, stderr } = run(folder, ["chart", "a.itorg.yaml", "--out", "a.png"]);
    assert.equal(status, 1);
    assert.equal(stdout, "Wrote a.png: 3 posts.\n");
    assert.match(stderr, /are in no font and are drawn as □.*\n {2}CISO: 王 芳 🦊\n/);
    // In an SVG the letters stay: whoever opens it has fonts of his own.
    assert.equal(run(folder, ["chart", "a.itorg.yaml", "--out", "a.svg"]).status, 0);
    assert.match(readFileSync(join(folder, "a.svg"), "utf8"), /王芳 🦊/);
  });

  it("ends with 1 where the file could not be read in full", () => {
    const folder = folderOf({ "a.itorg.yaml": `${warned}  dpo: { heldBy: [Dee\n` });
    const { status, stderr } = run(folder, ["chart", "a.itorg.yaml", "--out", "a.svg"]);
    assert.equal(status, 1);
    assert.match(stderr, /could not be read in full/);
  });

  it("gives the same bytes for the same file and day, wherever and in whatever zone", () => {
    const folder = folderOf();
    const bytes = (name: string, TZ: string) => {
      const env = { TZ, LANG: TZ === "Asia/Tokyo" ? "ja_JP.UTF-8" : "C" };
      const command = name.startsWith("m") ? "matrix" : "chart";
      assert.equal(run(folder, [command, "a.itorg.yaml", "--out", name, "--force"], { env }).status, 0);
      return readFileSync(join(folder, name));
    };
    for (const name of sampled(
      ["a.svg", "a.png", "a.mmd", "a.csv", "m.html", "m.md", "m.csv", "m.xlsx"],
      4,
      ([kind = ""]) => kind,
    ))
      assert.ok(bytes(name, "UTC").equals(bytes(name, "Asia/Tokyo")), name);
  });
});

describe("itorg matrix", () => {
  it("writes what the ending says, and refuses what it does not know", () => {
    const folder = folderOf({ "a.itorg.yaml": `${warned}activities: { it-strategy: { accountable: cio } }\n` });
    for (const ending of ["html", "md", "csv", "xlsx"]) {
      const { status, stdout } = run(folder, ["matrix", "a.itorg.yaml", "--out", `a.${ending}`]);
      assert.equal(status, 0);
      assert.match(stdout, new RegExp(`^Wrote a\\.${ending}: 1 activity; the file says nothing of \\d+ more\\.\\n$`));
      assert.equal(run(folder, ["matrix", "a.itorg.yaml", "--out", `a.${ending}`]).status, 2);
    }
    const { status, stderr } = run(folder, ["matrix", "a.itorg.yaml", "--out", "a.pdf"]);
    assert.equal(status, 2);
    assert.match(stderr, /the endings are \.html, \.md, \.csv, \.xlsx/);
  });
});
