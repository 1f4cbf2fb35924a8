import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { remedyKind } from "../../server/analysis/finding.ts";
import { isKnownRemedy } from "../../server/analysis/known-remedies.ts";
import { does, effectOf, effects, isOfPattern, isRemedyId } from "../../server/model/words/remedy-id.ts";
import { check } from "../kit/check-fixture.ts";
import { corpus } from "../kit/corpus.ts";
import { inFull } from "../kit/in-full.ts";
import { rules, standardConfig } from "../kit/standard.ts";

const checked = corpus().map(({ name, content }) => ({ name, analysis: check(content) }));

const golden = "test/golden/remedies.txt";

/** Every rule with the patterns of its remedies: whoever writes a recommendation relies on them. */
const listed = () =>
  rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, remedies = [], mends = "recommendation" }) =>
      [`${id} (${mends})`, ...remedies.toSorted().map((one) => `  ${one}`)].join("\n"),
    )
    .join("\n")
    .concat("\n");

describe("the ids of remedies", () => {
  it("are those that recommendations may rely on (UPDATE=1 writes the list anew)", () => {
    if (process.env["UPDATE"]) writeFileSync(golden, listed());
    assert.equal(listed(), readFileSync(golden, "utf8"));
  });

  it("are declared by their rules, differ within a finding, and hold nobody's name", () => {
    let seen = 0;
    for (const { name, analysis } of checked) {
      const { findings, config } = analysis;
      for (const finding of findings) {
        const remedies = [...finding.fixes, ...finding.firstSteps];
        const where = `${finding.rule} in ${name}`;
        for (const { does, title } of remedies) {
          seen++;
          assert.ok(isKnownRemedy(config, finding.rule, does.id), `${does.id} of ${where}`);
          assert.ok(isRemedyId(does.id), `${does.id} of ${where}`);
          assert.ok(isOfPattern(does.id, does.pattern), `${does.id} of ${where}`);
          const people = title.flatMap((piece) =>
            typeof piece === "object" && "person" in piece ? [piece.person] : [],
          );
          const words = people
            .flatMap((person) => person.toLowerCase().split(/[^\p{L}]+/u))
            .filter((w) => w.length > 2);
          const isNamed = words.some((word) => does.id.split("-").includes(word));
          assert.ok(!isNamed || finding.mends === "repair", `${does.id} names a person: ${where}`);
        }
        // In a repair two words may come out as one id; nobody recommends those.
        if (finding.mends === "repair") continue;
        const ids = remedies.map(({ does }) => does.id);
        assert.equal(new Set(ids).size, ids.length, `${ids.join(", ")} of ${where}`);
      }
    }
    assert.ok(seen > 1000, String(seen));
  });

  it("are the same for the same effect in all rules", () => {
    const byTitle = new Map<string, string>();
    for (const { analysis } of checked)
      for (const finding of analysis.findings) {
        if (finding.mends) continue;
        for (const { title, does } of [...finding.fixes, ...finding.firstSteps]) {
          const said = inFull(title)
            .replace(/^First step: /, "")
            .toLowerCase();
          const known = byTitle.get(said) ?? does.pattern;
          byTitle.set(said, known);
          assert.equal(does.pattern, known, said);
        }
      }
    assert.ok(byTitle.size > 100, String(byTitle.size));
  });

  it("say what they are, by their rule", () => {
    const kinds = new Map<string, Set<string>>();
    for (const { analysis } of checked)
      for (const finding of analysis.findings)
        for (const fix of [...finding.fixes, ...finding.firstSteps]) {
          const kind = remedyKind(finding, fix);
          kinds.set(kind, (kinds.get(kind) ?? new Set()).add(finding.rule));
        }
    assert.deepEqual([...kinds.keys()].sort(), ["first-step", "recommendation", "record", "repair"]);
    const repairs = ["invalid-value", "near-miss", "unknown-key", "unresolved-reference"];
    assert.deepEqual([...kinds.get("repair")!].filter((rule) => rule !== "yaml-syntax").sort(), repairs);
    for (const rule of ["regime-undecided", "undefined-title", "similar-names", "reporting-cycle", "open-question"])
      assert.ok(kinds.get("record")!.has(rule), rule);
  });

  it("are filled in from the file, in the form of an id", () => {
    assert.deepEqual(does("report-to-<post>", "ceo"), { pattern: "report-to-<post>", id: "report-to-ceo" });
    assert.equal(does("give-<item>-to-<post>", "log-review", "Leitung IT").id, "give-log-review-to-leitung-it");
    assert.equal(does("report-to-<post>", "社長").id, "report-to-it");
    assert.equal(isRemedyId("Agree with the owners"), false);
    assert.equal(isRemedyId("agree"), true);
  });

  it("say what they do, by the pattern that leaves least open", () => {
    assert.equal(effectOf("report-to-ceo")?.says, "Leads the line of the post to `ceo`.");
    assert.equal(effectOf("make-accountable-and-responsible-cfo")?.pattern, "make-accountable-and-responsible-<post>");
    assert.equal(effectOf("dance-on-the-table"), undefined);
    for (const says of Object.values(effects)) assert.match(says, /^[A-Z].*\.$/);
  });
});

describe("a remedy's rule", () => {
  it("may be one that absorbs it, and one that cites it", () => {
    assert.equal(isKnownRemedy(standardConfig, "ciso-in-it-line", "report-to-ceo"), true);
    assert.equal(isKnownRemedy(standardConfig, "ciso-in-it-line", "separate-post"), true, "of ciso-is-it-head");
    assert.equal(isKnownRemedy(standardConfig, "nca-1-2-1", "report-to-ceo"), true);
    assert.equal(isKnownRemedy(standardConfig, "span-too-wide", "report-to-ceo"), false);
    assert.equal(isKnownRemedy(standardConfig, "no-such-rule", "report-to-ceo"), false);
  });
});
