import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkJson, folderWith, warned } from "./cli-run.ts";

describe("itorg check reads anything", () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const utf16 = Buffer.from(`\ufeff${warned}`, "utf16le");
  const unreadable: [string, Uint8Array, RegExp][] = [
    [
      "Latin-1",
      Buffer.from("itorg: 1\norganization:\n  name: Müller\n", "latin1"),
      /line 3 is not UTF-8.*Save it as UTF-8/,
    ],
    ["UTF-16 with its mark", utf16, /saved as UTF-16.*Save it as UTF-8/],
    ["UTF-16 of the other end", Buffer.from(utf16).swap16(), /saved as UTF-16/],
    ["UTF-16 without a mark", utf16.subarray(2), /saved as UTF-16/],
    ["UTF-32", bytes(0xff, 0xfe, 0, 0, 0x69, 0, 0, 0), /saved as UTF-32/],
    ["a picture", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), /not UTF-8/],
    ["half a surrogate", bytes(0x61, 0xed, 0xa0, 0x80), /line 1 is not UTF-8/],
    ["more than 10 MB", Buffer.alloc(10_000_001, "# long\n"), /larger than 10 MB/],
    ["more than 10 MB of wide characters", Buffer.from(`# ${"部".repeat(3_400_000)}`), /larger than 10 MB/],
    [
      "much more than 10 MB, and not UTF-8 behind",
      Buffer.concat([Buffer.alloc(11_000_000, " "), bytes(0xff)]),
      /10 MB/,
    ],
  ];
  for (const [what, input, message] of unreadable) {
    it(`one finding and nothing else for ${what}`, () => {
      const cwd = folderWith({ "a.itorg.yaml": input });
      for (const output of [checkJson([], { cwd }), checkJson(["-"], { input })]) {
        const [file] = output.files;
        assert.equal(output.status, 1);
        assert.deepEqual([file!.organization, file!.questions, file!.findings.length], [null, [], 1]);
        const [finding] = file!.findings as unknown as { rule: string; at: string; message: string }[];
        assert.deepEqual([finding!.rule, finding!.at], ["yaml-syntax", ""]);
        assert.match(finding!.message, message);
      }
    });
  }

  it("counts positions without a byte-order mark, and with any line break", () => {
    const startOf = (input: string) => {
      const finding = checkJson(["-"], { input }).files[0]!.findings.find((one) => one.rule === "ciso-in-it-line");
      return finding?.range.start;
    };
    const wide = warned.replace("Eve Roy", "Ève 🦊 R");
    for (const content of [warned, `\ufeff${warned}`, warned.replaceAll("\n", "\r\n"), warned.trimEnd(), wide]) {
      assert.deepEqual(startOf(content), { line: 5, character: 38 + (content === wide ? 1 : 0) });
    }
  });

  const hostile: [string, string, string[]][] = [
    ["an empty file", "", ["invalid-value", "invalid-value"]],
    ["only comments", "# nothing yet\n\n", ["invalid-value", "invalid-value"]],
    ["several documents", `${warned}---\n${warned}`, ["yaml-syntax"]],
    ["a list at the top", "- a\n- b\n", ["yaml-syntax"]],
    ["a tab as indentation", "itorg: 1\norganization:\n\tname: X\n", ["yaml-syntax"]],
    ["a key twice", warned.replace("  cio:", "  ceo: { heldBy: Cy Ho }\n  cio:"), ["yaml-syntax"]],
    ["5,000 nested brackets", `itorg: 1\nx-a: ${"[".repeat(5000)}\n`, ["yaml-syntax"]],
    ["closed ones", `itorg: 1\nx-a: ${"[".repeat(5000)}${"]".repeat(5000)}\n`, ["yaml-syntax"]],
    ["an alias without its anchor", `${warned}x-a: *gone\n`, ["yaml-syntax"]],
  ];
  for (const [what, input, rules] of hostile) {
    it(`a finding, and no fault, for ${what}`, () => {
      const output = checkJson(["-"], { input });
      const errors = output.files[0]!.findings.filter((finding) => finding.severity === "error");
      assert.deepEqual(
        errors.map((finding) => finding.rule),
        rules,
      );
      assert.equal(output.stderr, "", "no rule failed");
    });
  }

  it("no fault and no delay for bombs, recursion and treacherous keys", () => {
    const level = (name: string, of: string) => `x-${name}: &${name} [${Array(9).fill(`*${of}`).join(", ")}]`;
    const bomb = ["x-a: &a [lol, lol]", ..."bcdefghi".split("").map((name, i) => level(name, "abcdefgh"[i]!))].join(
      "\n",
    );
    const inputs = [
      `${warned}${bomb}\n`,
      `${warned}x-a: &a { b: *a }\n`,
      `${warned}units: &u\n  one: { name: One }\n  <<: *u\n`,
      `${warned}__proto__: { polluted: yes }\nconstructor: { prototype: x }\n`,
      warned.replace("  cio:", "  __proto__: { heldBy: X Y }\n  constructor: none\n  toString: { heldBy: Z }\n  cio:"),
    ];
    for (const input of inputs) {
      const start = performance.now();
      const output = checkJson(["-"], { input });
      assert.ok(performance.now() - start < 5000, "in time");
      assert.ok(
        output.files[0]!.findings.some((one) => one.rule === "ciso-in-it-line"),
        input.slice(0, 400),
      );
      assert.equal(output.stderr, "", "no rule failed");
    }
  });
});
