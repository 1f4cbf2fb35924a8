import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { standard } from "../../../server/knowledge/standard.ts";
import { given } from "../../../server/model/words/fact.ts";
import {
  fileNameFor,
  leaderChoices,
  newOrganization,
  sectorChoices,
} from "../../../server/model/write/new-organization.ts";
import { check } from "../../kit/check-fixture.ts";
import { folderWith, itorg } from "../../kit/cli-run.ts";
import { fc } from "../../kit/sample.ts";

const today = "2026-11-22";
const rulesIn = (text: string) => check(text).findings.map(({ rule }) => rule);

describe("a new organization", () => {
  it("is a file of some twenty lines that asks and finds nothing", () => {
    const text = newOrganization({ name: "Pinecrest Dental Group" }, today);
    const lines = text.trim().split("\n").length;
    assert.ok(lines >= 18 && lines <= 25, `${lines} lines`);
    const { findings, questions } = check(text);
    assert.deepEqual(
      findings.map(({ rule }) => rule),
      ["open-question"],
    );
    assert.ok(questions.length >= 4, `${questions.length} questions`);
  });

  it("says nothing that nobody has said: neither to whom the CEO reports nor that somebody was talked to", () => {
    for (const leader of [undefined, ...leaderChoices.map(({ id }) => id)]) {
      const { org } = check(newOrganization({ name: "Example", ...(leader ? { leader } : {}) }, today)).document;
      assert.equal(given(org.data.posts.get("ceo")!.reportsTo), undefined);
      assert.equal(given(org.data.posts.get("ceo")!.heldBy), undefined);
      assert.equal(given(org.data.organization.sector), undefined);
      assert.deepEqual(org.data.interviews, []);
    }
  });

  it("says what was answered, whoever leads IT", () => {
    for (const { id } of leaderChoices) {
      const text = newOrganization(
        { name: "Example", headcount: "50-250", sector: "healthcare", leader: id, holder: "Sam Okafor" },
        today,
      );
      const { org } = check(text).document;
      assert.deepEqual(given(org.data.organization.headcount), { min: 50, max: 250 }, id);
      const findings = rulesIn(text).filter((rule) => rule !== "open-question");
      assert.deepEqual(findings, id === "nobody" ? ["no-it-leader"] : [], id);
      if (id === "vcio") assert.equal(given(org.data.providers.get("adviser")!.name), "Sam Okafor");
      else if (id !== "nobody")
        assert.deepEqual(given(org.posts(id)[0]!.heldBy), [{ to: "person", name: "Sam Okafor" }], id);
    }
    for (const { id } of sectorChoices(standard.format)) {
      const rules = rulesIn(newOrganization({ name: "E", sector: id }, today));
      // A federal agency is reminded of the law that all of them are under.
      assert.deepEqual(
        rules.filter((rule) => rule !== "regime-undecided"),
        ["open-question"],
        id,
      );
    }
  });

  it("keeps any name as it is, also one that YAML or itorg would read as something else", () => {
    const names = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom("none", "vacant", "yes", "12", "a: b", "#1", "- x", '"q"', "provider:x"),
    );
    fc.assert(
      fc.property(
        names.filter((name) => name.trim() !== ""),
        (name) => {
          const { findings, document } = check(newOrganization({ name }, today));
          assert.deepEqual(
            findings.filter(({ severity }) => severity === "error"),
            [],
          );
          assert.equal(given(document.org.data.organization.name), name.trim());
          assert.match(fileNameFor(name), /^[a-z0-9]+(-[a-z0-9]+)*\.itorg\.yaml$/);
        },
      ),
    );
  });
});

describe("itorg init", () => {
  it("writes the file once, and over it only when told to", () => {
    const folder = folderWith({});
    const run = (...args: string[]) => itorg(["init", ...args], { cwd: folder });
    const first = run("Zürich & Söhne AG");
    assert.equal(first.status, 0);
    assert.match(first.stdout, /^Wrote zuerich-soehne-ag\.itorg\.yaml\. /);
    const path = join(folder, "zuerich-soehne-ag.itorg.yaml");
    assert.match(readFileSync(path, "utf8"), /name: Zürich & Söhne AG/);
    const second = run("Zürich", "&", "Söhne", "AG");
    assert.equal(second.status, 2);
    assert.match(second.stderr, /is there already; --force/);
    assert.equal(run("Zürich & Söhne AG", "--force").status, 0);
    assert.equal(itorg(["check", path]).status, 0);
    assert.ok(existsSync(path));
  });

  it("asks for a name", () => {
    const { status, stderr } = itorg(["init"]);
    assert.equal(status, 2);
    assert.match(stderr, /what is the organization called/);
  });
});
