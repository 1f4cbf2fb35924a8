import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { statusOf } from "../../server/knowledge/regimes.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { checkedBy, coverageTable } from "../../server/reports/pages/provision-uses.ts";
import { itorg } from "../kit/cli-run.ts";
import { docPage, library, ruleById, rules } from "../kit/standard.ts";

const { provisions, regimes: regimeDefinitions } = standard.law;

describe("pages of provisions", () => {
  for (const provision of provisions.values()) {
    it(`${provision.id}: names its text, its edition, our confidence and where to confirm it`, () => {
      const page = docPage(provision.id)?.markdown ?? assert.fail("it has no page");
      for (const part of [provision.cite, provision.requires, provision.edition])
        assert.ok(unescaped(page).includes(part), part);
      assert.ok(page.includes(provision.confidence === "H" ? "Confidence: high" : "Confidence: medium"));
      assert.match(page, /Confirm at the official publisher/);
      assert.match(page, /This is not legal advice/);
      assert.match(page, /\n## What is checked\n|\n- Excuses from/);
      assert.doesNotMatch(page, /💡|\bundefined\b|\[object|\^\^\^/u, "nothing of the machinery");
      const own = ruleById.get(provision.id);
      if (own) for (const heading of ["Avoid", "Prefer"]) assert.ok(page.includes(`\n## ${heading}\n`), heading);
    });
  }
});

describe("what checks a provision", () => {
  it("is something, for every provision that is on", () => {
    const idle = [...provisions.values()]
      .filter((provision) => statusOf(provision) === "checked")
      .filter((provision) => checkedBy(provision, library) === "nothing yet");
    assert.deepEqual(
      idle.map(({ id }) => id),
      [],
    );
  });

  it("exists: every rule that an effect names, and a check for every effect under the provision's own id", () => {
    for (const { id, effects = [], demands, reviewed } of provisions.values()) {
      for (const { rule, own } of effects) {
        if (rule !== undefined && rule !== "duties-*") assert.ok(ruleById.has(rule), `${id}: no rule ${rule}`);
        if (own && reviewed) assert.equal(ruleById.get(id)?.provision, id, `${id} has no check of its own`);
      }
      if (demands?.missing && reviewed) assert.equal(ruleById.get(id)?.provision, id, `${id} has no check of its own`);
    }
    for (const { provision } of rules) assert.ok(provision === undefined || provisions.has(provision), provision);
  });

  it("is listed for every provision by itorg explain --regimes", () => {
    const table = coverageTable(library);
    for (const { id, confidence } of provisions.values())
      assert.match(table, new RegExp(`^ {2}${id} +${confidence} {2}\\S`, "m"), id);
    for (const id of regimeDefinitions.keys()) assert.match(table, new RegExp(`^${id} `, "m"), id);
    assert.match(table, /not legal advice|legal advice/);
  });

  it("is shown with the day as of which each text was looked for, there and on every page of a law", () => {
    for (const line of coverageTable(library)
      .split("\n")
      .filter((one) => /^[a-z0-9-]+ {2}/.test(one)))
      assert.match(line, /\(checked 2026-11-30\)$/, line);
    for (const { id, checked } of regimeDefinitions.values()) {
      assert.equal(checked, "2026-11-30", id);
      assert.match(docPage(id)?.markdown ?? "", /Text as of 30 November 2026; confirm at the publisher/, id);
    }
  });

  it("is printed by the command line, which takes no id beside it", () => {
    const { status, stdout } = itorg(["explain", "--regimes"]);
    assert.equal(status, 0);
    assert.equal(stdout, coverageTable(library));
    assert.equal(itorg(["explain", "--regimes", "gdpr"]).status, 2);
    assert.match(itorg(["explain", "GDPR-38-6"]).stdout, /^# GDPR Art\. 38\(6\)/);
    assert.match(itorg(["explain", "gdpr"]).stdout, /## Checked here/);
  });
});

const unescaped = (markdown: string): string =>
  markdown
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
