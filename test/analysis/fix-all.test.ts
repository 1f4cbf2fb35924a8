import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Choice, firstFixOf, fixAll, safeFix } from "../../server/analysis/fix-all.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { actions } from "../../server/features/actions.ts";
import { check, today } from "../kit/check-fixture.ts";
import { commentsOf, corpus } from "../kit/corpus.ts";
import { readFixture } from "../kit/notation.ts";
import { fc, runs } from "../kit/sample.ts";
import { configSnapshotOf, rules, snapshotOf } from "../kit/standard.ts";

const fixed = (content: string, choose: Choice = safeFix) => fixAll(check(content), choose);
const textOf = (content: string, choose: Choice = safeFix) => fixed(content, choose).after.document.text.content;

const misspelt = `\ufeffitorg: 1 # kept
organisation: { name: Example, headcount: 85 } # one letter\r
posts:
  ceo: { heldBy: Ann Ode, level: [Strategic, operationl] }
  cfo: { heldby: Bo Li, reportTo: ceeo } # two keys, and a value that only the second lets read
  it-director: { heldBy: Cy Ho, reportsTo: cfo, handsOn: "No" }
providers:
  aegis: { services: [hosting], overseenBy: it-directr }
activities:
  invoice-aproval: { responsible: [provider:aegiss], accountable: ceo }
`;

describe("fixing all that needs no judgement", () => {
  it("mends every slip, also those that another one hid, and keeps the rest", () => {
    const { after, applied, left } = fixed(misspelt);
    assert.equal(
      after.document.text.content,
      misspelt
        .replace("organisation", "organization")
        .replace("Strategic, operationl", "strategic, operational")
        .replace("heldby", "heldBy")
        .replace("reportTo: ceeo", "reportsTo: ceo")
        .replace('"No"', "no")
        .replace("directr", "director")
        .replace("aproval", "approval")
        .replace("aegiss", "aegis"),
    );
    assert.equal(applied.length, 10);
    assert.deepEqual(left, []);
  });

  it("leaves alone what needs one", () => {
    const content =
      "itorg: 2\norganization: { name: E, headcount: 1.200 }\nposts:\n  cso: { heldBy: A B, reportsTo: cxo }\n";
    assert.deepEqual(fixed(content).applied, []);
    assert.equal(textOf(content), content);
  });

  it("mends a configuration, which is checked in another way", () => {
    const text = new Text("severities: {}\nrules: { one-person-it: offf }\n");
    const snapshot = configSnapshotOf(text);
    const action = actions(snapshot, { start: 0, end: 0 }).find(({ kind }) => kind === "fix-all");
    assert.equal(applyEdits(text.content, action?.edits() ?? []), text.content.replace("offf", "off"));
  });

  it("never writes a key twice, and lists what it had to leave", () => {
    const content = "itorg: 1\norganization: { name: E }\nposts:\n  cfo: { heldby: A B, heldBi: C D }\n";
    const { after, applied, left } = fixed(content);
    assert.equal(after.document.text.content, content.replace("heldby", "heldBy"));
    assert.equal(applied.length, 1);
    assert.deepEqual(left, []);
    assert.deepEqual(
      after.findings.filter(({ rule }) => rule === "yaml-syntax"),
      [],
    );
  });

  it("does no more when done twice, and breaks nothing, whatever is misspelt", () => {
    const contents = corpus().map(({ content }) => content);
    const slips = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), put: fc.constantFrom("", "e", "x") }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.constantFrom(...contents), slips, (content, made) => {
        const before = made.reduce((text, slip) => withSlip(text, slip), content);
        const { after, applied } = fixed(before);
        const result = after.document.text.content;
        assert.equal(textOf(result), result);
        assert.deepEqual(commentsOf(result), commentsOf(before));
        const broken = (text: string) => check(text).findings.filter(({ rule }) => rule === "yaml-syntax").length;
        assert.ok(broken(result) <= broken(before), result);
        assert.equal(applied.length > 0, result !== before);
      }),
      { numRuns: runs({ short: 25, long: 150 }) },
    );
  });
});

/** One letter too few, or one too many, inside some word. */
function withSlip(text: string, { at, put }: { at: number; put: string }): string {
  const words = [...text.matchAll(/(?<=^[^#]*)[a-zA-Z]{4,}/gmu)];
  const word = words[Math.floor(at * (words.length - 1))];
  const offset = (word?.index ?? 0) + 2;
  return text.slice(0, offset) + put + text.slice(put === "" ? offset + 1 : offset);
}

describe("fixing all of one rule", () => {
  for (const rule of rules.filter(({ category }) => category !== "format")) {
    const content = rule.examples.bad;
    const choose = firstFixOf(rule.id, true);
    it(`${rule.id}: leaves none that can be ended, no error more and all comments`, () => {
      const bad = readFixture(content).text;
      const { before, after, left } = fixed(bad, choose);
      assert.deepEqual(left, []);
      const errors = ({ findings }: typeof after) => findings.filter(({ severity }) => severity === "error").length;
      assert.ok(errors(after) <= errors(before));
      assert.deepEqual(commentsOf(after.document.text.content), commentsOf(bad));
      assert.equal(textOf(after.document.text.content, choose), after.document.text.content);
    });
  }

  it("is offered at one of several findings, and edits the text as it is", () => {
    const content = `itorg: 1
state: to-be
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  aegis: { services: [hosting], overseenBy: none } # one
  north: { services: [backup], overseenBy: none } # two
`;
    const offered = (text: string) => {
      const snapshot = snapshotOf(new Text(text), today);
      const start = text.indexOf("none");
      return actions(snapshot, { start, end: start }).filter(({ kind }) => kind === "fix-rule");
    };
    const [action, ...more] = offered(content);
    assert.deepEqual(more, []);
    assert.equal(action?.title, "Fix all: Provider whom nobody oversees");
    const result = applyEdits(content, action?.edits() ?? []);
    assert.equal(result, content.replaceAll("overseenBy: none", "overseenBy: it-director"));
    assert.deepEqual(offered(content.replace(/.*# two\n/, "")), [], "one finding has its own fix");
    assert.deepEqual(offered(content.replace("to-be", "as-is")), [], "a record is not fixed as a whole");
  });

  it("leaves what is accepted", () => {
    const content = `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: she is new, compensatingControl: none, approvedBy: ceo, until: 2027-01-01 }
`;
    assert.deepEqual(fixed(content, firstFixOf("ciso-in-it-line", true)).applied, []);
    assert.equal(fixed(content.replace(/accepted:[\s\S]*/, ""), firstFixOf("ciso-in-it-line", true)).applied.length, 1);
  });
});
