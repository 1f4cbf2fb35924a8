import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits } from "../../server/base/text.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check, checkFixture } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { readFixture } from "../kit/notation.ts";
import { isLong } from "../kit/sample.ts";
import { rules } from "../kit/standard.ts";

const commentsOf = (content: string) => content.match(/#.*$/gmu)?.sort() ?? [];

/** The rules that `npm run test:one` names; all where it names none. */
const named = (process.env["ITORG_RULES"] ?? "").split(" ").filter(Boolean);

for (const [i, rule] of rules.entries()) {
  if (named.length > 0 && !named.includes(rule.id)) continue;
  describe(`rule ${rule.id}`, () => {
    const { bad, fixed, good, unknown } = rule.examples;
    const badText = readFixture(bad).text;

    it("speaks in words of its own, not in those that npm run new wrote", () => {
      const { title, reportTitle, why, reason = "", avoid, prefer } = rule;
      assert.deepEqual(
        [title, reportTitle, why, reason, avoid, prefer].filter((text) => text.startsWith("Say: ")),
        [],
      );
    });

    it("marks its bad example, and nothing else", () => {
      const analysis = checkFixture(bad);
      assert.ok(
        analysis.findings.some((finding) => finding.rule === rule.id),
        "the bad example has a finding of the rule",
      );
    });

    it("is satisfied by its fixed example, but for what is marked there", () => {
      const { text, marks } = readFixture(fixed);
      const { findings } = check(text);
      assert.deepEqual(
        findings.filter((finding) => finding.rule === rule.id).map(({ severity }) => `${severity}: ${rule.id}`),
        marks.map(({ note }) => note).filter((note) => note.endsWith(` ${rule.id}`)),
      );
    });

    it("is silent on its good example", () => {
      checkFixture(good);
    });

    it("has no finding where it cannot tell", () => {
      const { findings } = check(readFixture(unknown).text);
      assert.deepEqual(
        findings.filter((finding) => finding.rule === rule.id),
        [],
      );
    });

    it("has fixes that end the finding, add no error and keep every comment", () => {
      const withComments = badText.replace(
        /^(\s*[^\s#].*)$/gmu,
        (line, _, offset: number) => `${line} # note ${offset}`,
      );
      const variants = [withComments, badText.replaceAll("\n", "\r\n"), badText.trimEnd()];
      for (const content of [badText, ...(isLong ? variants : [variants[i % variants.length]!])])
        checkFixes(rule.id, content);
    });

    it("turns its bad example into its fixed one by its first fix", () => {
      const analysis = check(badText);
      const fix = analysis.findings.find((finding) => finding.rule === rule.id)?.fixes[0];
      if (!fix) return;
      assert.equal(applyEdits(badText, textEdits(analysis.document, fix.changes)), readFixture(fixed).text);
    });
  });
}

function checkFixes(rule: string, content: string): void {
  const before = check(content);
  const errors = before.findings.filter((finding) => finding.severity === "error").length;
  const own = before.findings.filter((finding) => finding.rule === rule);
  for (const finding of own) {
    for (const remedy of [...finding.fixes, ...finding.firstSteps]) {
      const edits = textEdits(before.document, remedy.changes);
      // What is to be done outside the file changes nothing in it, and so cannot end the finding.
      if (remedy.changes.length === 0) {
        assert.equal(remedy.kind, "first-step", inFull(remedy.title));
        continue;
      }
      assert.notEqual(edits.length, 0, `"${inFull(remedy.title)}" changes something`);
      const result = applyEdits(content, edits);
      const after = check(result);
      const where = `after "${inFull(remedy.title)}":\n${result}`;
      const newErrors = after.findings.filter((one) => one.severity === "error" && !one.accepted).length;
      assert.ok(newErrors <= errors, `no new error ${where}`);
      if (remedy.kind === "fix") {
        const left = after.findings.filter(
          (one) => one.rule === rule && !one.accepted && inFull(one.says) === inFull(finding.says),
        );
        assert.deepEqual(
          left.map((one) => inFull(one.says)),
          [],
          `the finding is gone ${where}`,
        );
      }
      assert.deepEqual(commentsOf(result), commentsOf(content), `comments are kept ${where}`);
    }
  }
}
