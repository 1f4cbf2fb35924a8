import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { columnsOf, excerpt, printable } from "../../server/base/columns.ts";
import { itorg } from "../kit/cli-run.ts";

const day = ["--today", "2026-11-22"];

/** Compares with test/golden/NAME, or writes it where UPDATE is set. */
function golden(name: string, actual: string): void {
  const path = `test/golden/${name}`;
  if (process.env["UPDATE"]) {
    mkdirSync("test/golden", { recursive: true });
    writeFileSync(path, actual);
  }
  assert.ok(existsSync(path), `${path} is missing; UPDATE=1 writes it`);
  assert.equal(actual, readFileSync(path, "utf8"), `${path} differs; UPDATE=1 rewrites it`);
}

/** What is hard to print: wide and combined signs, emoji, a tab, a long line, control signs, an accepted finding. */
const awkward = `itorg: 1
organization: { name: "株式会社 \\e[31mテスト", headcount: 300, sector: retail }
posts:
  ceo: { heldBy: 山田 太郎 }
  cio: { title: "情報システム部長 👩‍💻 é", heldBy: Bo Li, reportsTo: ceo, deputy: Cy Ho, level: strategic }
  ciso: { title: "最高情報セキュリティ責任者 👩‍💻 e\u0301",	heldBy: Eve Roy, reportsTo: cio, deputy: Al Po }
  cto: { x-note: "${"long ".repeat(40)}", reportsTo: ctoo, heldBy: Di Xu, x-more: "${"longer ".repeat(30)}" }
  x\u001b[31m: { heldBy: \u202eEvil, reportsTo: nobody-known }
accepted:
  - rule: ciso-in-it-line
    at: posts.ciso
    reason: the board asked for it
    compensatingControl: quarterly report to the board
    approvedBy: ceo
    until: 2027-03-31
`;

describe("pretty output", () => {
  it("of a whole sample", () => {
    golden("check-pinecrest.txt", itorg(["check", "samples/pinecrest.itorg.yaml", ...day]).stdout);
  });

  for (const name of ["tamarind", "larkspur", "lighthouse", "zeebries"])
    it(`of ${name}, with its questions`, () => {
      golden(`check-${name}.txt`, itorg(["check", `samples/${name}.itorg.yaml`, ...day]).stdout);
      golden(`questions-${name}.txt`, itorg(["questions", `samples/${name}.itorg.yaml`, ...day]).stdout);
    });

  it("of lines that are hard to print", () => {
    const { stdout } = itorg(["check", "-", ...day], { input: awkward });
    golden("check-awkward.txt", stdout);
    for (const sign of ["\u001b", "\u202e", "\t"]) assert.ok(!stdout.includes(sign), JSON.stringify(sign));
    assert.ok(!stdout.split("\n").some((line) => / \| /.test(line) && columnsOf(line) > 110), "long lines are cut");
  });

  it("of questions, for a terminal and for a mail", () => {
    golden("questions-pinecrest.txt", itorg(["questions", "samples/pinecrest.itorg.yaml", ...day]).stdout);
    const mail = itorg(["questions", "samples/pinecrest.itorg.yaml", "--format", "markdown", ...day]);
    golden("questions-pinecrest.md", mail.stdout);
  });
});

describe("columns", () => {
  it("count as a terminal shows them", () => {
    const widths: [string, number][] = [
      ["abc", 3],
      ["é", 1],
      ["e\u0301", 1],
      ["山田", 4],
      ["👩‍💻", 2],
      ["❤️", 2],
      ["\u200b", 0],
      ["ｶﾅ", 2],
      ["한글", 4],
      ["🇩🇪", 2],
    ];
    for (const [text, columns] of widths) assert.equal(columnsOf(text), columns, JSON.stringify(text));
  });

  it("have nothing that could steer a terminal", () => {
    assert.equal(printable("a\tb\u001b[31m\u202e\r"), "a    b\ufffd[31m\ufffd\ufffd");
  });

  it("underline what is meant, in a line that fits and in one that does not", () => {
    const underlined = (line: string, start: number, end: number, limit = 40) => {
      const shown = excerpt(line, start, end, limit);
      assert.ok(columnsOf(shown.line) <= limit, shown.line);
      assert.ok(shown.before + shown.width <= limit);
      return { ...shown, marked: shown.line.slice(shown.before, shown.before + shown.width) };
    };
    const long = `${"a".repeat(100)}MARK${"b".repeat(100)}`;
    assert.deepEqual(underlined("  x: MARK", 5, 9), { line: "  x: MARK", before: 5, width: 4, marked: "MARK" });
    assert.equal(underlined(long, 100, 104).marked, "MARK");
    assert.match(underlined(long, 100, 104).line, /^…a+MARKb+…$/);
    assert.equal(underlined(long, 0, 4).line, `${"a".repeat(39)}…`);
    assert.equal(underlined(`${"a".repeat(100)}MARK`, 100, 104).line, `…${"a".repeat(35)}MARK`);
    assert.equal(underlined("M".repeat(300), 0, 300).marked, `${"M".repeat(39)}…`);
    assert.match(underlined(`${"a".repeat(100)}${"M".repeat(300)}`, 100, 400).marked, /^M+…$/);
    assert.deepEqual(excerpt("\tx", 1, 2, 40), { line: "    x", before: 4, width: 1 });
    assert.deepEqual(excerpt("", 0, 0, 40), { line: "", before: 0, width: 1 });
    for (let start = 0; start < 60; start++) underlined("山".repeat(60), start, start + 1, 21);
  });
});
