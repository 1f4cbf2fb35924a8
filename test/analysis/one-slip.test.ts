import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { firstFixOf, fixAll, safeFix } from "../../server/analysis/fix-all.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { full, spoken } from "../../server/model/words/words.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { today } from "../kit/check-fixture.ts";
import { sampled } from "../kit/sample.ts";
import { analyze } from "../kit/standard.ts";

interface Slip {
  readonly sample: string;
  readonly offset: number;
  readonly content: string;
}

/** Every single deletion of a sign of YAML in the samples, and every doubled bracket; comments aside. */
function slips(): Slip[] {
  return readdirSync("samples")
    .filter((name) => name.endsWith(".itorg.yaml"))
    .flatMap((sample) => {
      const whole = readFileSync(`samples/${sample}`, "utf8");
      return [...whole.matchAll(/[{}[\]:,"']/g)].flatMap(({ 0: sign, index: offset }) => {
        const line = whole.slice(whole.lastIndexOf("\n", offset) + 1, offset);
        if (/(?:^|\s)#/.test(line)) return [];
        const gone = { sample, offset, content: whole.slice(0, offset) + whole.slice(offset + 1) };
        const twice = { sample, offset, content: whole.slice(0, offset) + sign + whole.slice(offset) };
        return /[{}[\]]/.test(sign) ? [gone, twice] : [gone];
      });
    });
}

function wordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const findingsOf = (content: string) => analyze(new Text(content), { today });
const isFormError = ({ category, severity }: { category: string; severity: string }) =>
  category === "format" && severity === "error";

/** The rules whose remedies repair the text; others change what it says on purpose. */
const ofReading = ["yaml-syntax", "unknown-key", "invalid-value", "unresolved-reference", "near-miss"];

/** The words that are gone from a text, but for those that one of the titles names. */
function goneWords(before: string, after: string, titles: readonly string[]): string[] {
  const [had, has] = [wordsOf(before), wordsOf(after)];
  return [...had.keys()].filter(
    (word) => (has.get(word) ?? 0) < had.get(word)! && !titles.some((title) => title.includes(word)),
  );
}

describe("one slip", () => {
  const all = slips();
  const tried = sampled(all, 75, ({ sample }) => sample);

  it("gives at most two errors in 95 of 100, and no remedy that takes away words which its title does not name", (t) => {
    let remedies = 0;
    let repaired = 0;
    const noisy: string[] = [];
    for (const { sample, offset, content } of tried) {
      const { document, findings } = findingsOf(content);
      const line = content.slice(content.lastIndexOf("\n", offset - 1) + 1, content.indexOf("\n", offset));
      if (findings.filter(isFormError).length > 2) noisy.push(`${sample}: ${line}`);
      const original = readFileSync(`samples/${sample}`, "utf8");
      let isRepaired = false;
      for (const { fixes } of findings.filter(({ rule }) => ofReading.includes(rule))) {
        for (const { title: said, changes } of fixes) {
          const title = spoken(said, full);
          remedies++;
          const after = applyEdits(content, textEdits(document, changes));
          isRepaired ||= after === original;
          assert.deepEqual(goneWords(content, after, [title]), [], `${sample}: ${line}\n${title}`);
        }
      }
      if (isRepaired) repaired++;
    }
    t.diagnostic(
      `${tried.length} of ${all.length} slips, ${remedies} remedies, ${noisy.length} slips with more than two errors, ${repaired} repaired to the letter`,
    );
    assert.ok(noisy.length <= tried.length * 0.05, noisy.join("\n"));
    assert.ok(repaired >= tried.length * 0.5, `only ${repaired} are repaired`);
  });

  it("loses no word on disk, by `itorg fix` with and without a rule, nor by what the editor mends at once", (t) => {
    const some = sampled(tried, 6, ({ sample }) => sample);
    let fixed = 0;
    for (const { sample, offset, content } of some) {
      const analysis = findingsOf(content);
      const line = content.slice(content.lastIndexOf("\n", offset - 1) + 1, content.indexOf("\n", offset));
      const rules = ofReading.filter((rule) => analysis.findings.some((one) => one.rule === rule));
      for (const choose of [safeFix, ...rules.map((rule) => firstFixOf(rule, false))]) {
        const { after, applied } = fixAll(analysis, choose);
        const titles = applied.map(({ fix }) => spoken(fix.title, full));
        const now = after.document.text.content;
        assert.deepEqual(goneWords(content, now, titles), [], `${sample}: ${line}\n${titles.join("\n")}`);
        if (now !== content) fixed++;
      }
    }
    t.diagnostic(`${some.length} slips on disk, ${fixed} files changed`);
    assert.ok(fixed >= some.length * 0.4, String(fixed));
  });
});
