import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { folded, mostAlike, quieted } from "../../server/analysis/folding.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { pretty } from "../../server/reports/formats/check/pretty.ts";
import { plain } from "../../server/reports/formats/format.ts";
import { check } from "../kit/check-fixture.ts";

const leads = (count: number) => Array.from({ length: count }, (_, i) => `lead-${i}`);

/** Each provider is overseen by nobody, which is an information in an organization this small. */
const file = (count: number, more = "") => `itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 40 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
${leads(count)
  .map((id) => `  ${id}: { role: it-director, heldBy: ${id.replace("-", " ")}, reportsTo: cio, deputy: none }`)
  .join("\n")}
${more}`;

describe("folding", () => {
  it("tells up to three of a kind one by one, and of more the gravest, with the others beside it", () => {
    for (const count of [2, 3, 4, 6]) {
      const { findings } = check(file(count));
      const alike = findings.filter(({ rule }) => rule === "key-person");
      assert.equal(alike.length, count);
      const folds = folded(findings).filter(({ told }) => told.rule === "key-person");
      assert.equal(folds.length, count > mostAlike ? 1 : count);
      assert.equal(
        folds.reduce((sum, { others }) => sum + 1 + others.length, 0),
        count,
        "none is left out",
      );
    }
  });

  it("folds what is accepted apart, and touches no severity, sum or exit status", () => {
    const accepted = `accepted:\n  - { rule: key-person, at: posts.lead-0.deputy, reason: retires in May, approvedBy: ceo, until: 2027-05-31 }\n`;
    const { findings } = check(file(5, accepted));
    const before = findings.map(({ rule, at, severity }) => `${severity} ${rule} ${placeToString(at)}`);
    const folds = folded(findings).filter(({ told }) => told.rule === "key-person");
    assert.deepEqual(folds.map(({ told, others }) => [told.accepted !== null, others.length]).sort(), [
      [false, 3],
      [true, 0],
    ]);
    assert.deepEqual(
      findings.map(({ rule, at, severity }) => `${severity} ${rule} ${placeToString(at)}`),
      before,
    );
  });

  it("never folds errors", () => {
    const { findings } = check(
      file(2, "committees:\n  a: { chair: x1 }\n  b: { chair: x2 }\n  c: { chair: x3 }\n  d: { chair: x4 }\n"),
    );
    const errors = folded(findings).filter(({ told }) => told.severity === "error");
    assert.equal(errors.length, 4);
    assert.ok(errors.every(({ others }) => others.length === 0));
  });

  it("prints the others on a line each, with their places, and counts them all", () => {
    const analysis = check(file(5));
    const text = pretty.write([{ path: "a.itorg.yaml", analysis }], plain);
    const line = (id: string) =>
      analysis.document.text.content.split("\n").findIndex((one) => one.includes(`${id}:`)) + 1;
    assert.match(text, /^ {3}and 4 more of this kind:$/m);
    for (const id of leads(5)) assert.ok(text.includes(`a.itorg.yaml:${line(id)}:`), id);
    assert.match(text, new RegExp(`${analysis.findings.filter((one) => one.severity === "warning").length} warnings`));
  });
});

describe("an editor", () => {
  it("shows all but the gravest of more than three informations of a rule as hints, and says how many more", () => {
    const orders = (count: number) =>
      `itorg: 1\norganization: { name: Example, headcount: 300, itHeadcount: 40 }\nposts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\nproviders:\n${leads(
        count,
      )
        .map((id) => `  ${id}: { services: [helpdesk], overseenBy: ceo }\n`)
        .join("")}activities:\n  patching: { responsible: [ceo], accountable: [${leads(count)
        .map((id) => `"provider:${id}"`)
        .join(", ")}] }\n`;
    const few = check(orders(3)).findings;
    assert.equal(few.filter(({ rule }) => rule === "provider-accountable").length, 3);
    assert.equal(quieted(few).size, 0);
    const many = check(orders(5)).findings;
    const informations = many.filter(({ rule }) => rule === "provider-accountable");
    assert.deepEqual(
      informations.map((one) => quieted(many).get(one)),
      [{ more: 4 }, "hint", "hint", "hint", "hint"],
    );
    assert.ok(
      informations.every(({ severity }) => severity === "info"),
      "the finding itself stays what it is",
    );
  });
});

// Two samples are there to show many rules, with one finding of each: nothing of theirs is of a kind.
const showcases = ["samples/halden.itorg.yaml", "samples/tamarind.itorg.yaml"];

describe("what a board reads of the samples", () => {
  const files = ["samples", "test/data/judged"].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".itorg.yaml"))
      .map((name) => `${folder}/${name}`)
      .filter((path) => !showcases.includes(path)),
  );
  for (const path of files)
    it(`${path}: at most fifteen findings above hint after folding`, () => {
      const { findings } = check(readFileSync(path, "utf8"));
      const told = folded(findings).filter((one) => one.told.severity !== "hint" && !one.told.accepted);
      assert.ok(told.length <= 15, `${told.length}`);
    });
});
