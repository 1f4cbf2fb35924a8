import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { askedBy, findingsOf, remediesOf, said } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

describe("supervises-self", () => {
  const rule = "supervises-self";
  const pair = (below: string, above: string, superior = "cfo") =>
    posts(
      `  cfo: { heldBy: ${above}, reportsTo: coo }\n  coo: { heldBy: Di Fox, reportsTo: ceo }\n  head-hr: { heldBy: ${below}, reportsTo: ${superior} }\n`,
    );

  it("needs the same people in both: where somebody else is in one, somebody else looks", () => {
    assert.equal(said(rule, pair("Pa Rey", "pa rey")).length, 1);
    assert.deepEqual(said(rule, pair("Pa Rey", "[Pa Rey, Gil Roe]")), [], "a co-head");
    const partners =
      "posts:\n  owner: { heldBy: [Ann Lee, Bo Ray, Cy Fox] }\n  dpo: { heldBy: Bo Ray, reportsTo: owner }\n";
    assert.deepEqual(said(rule, partners), [], "co-owners");
    assert.deepEqual(said(rule, pair("[Pa Rey, Gil Roe]", "Pa Rey")), []);
    assert.equal(said(rule, pair("[Pa Rey, Gil Roe]", "[Gil Roe, Pa Rey]")).length, 1);
    assert.deepEqual(said(rule, pair("vacant", "vacant")), []);
  });

  it("cannot tell where one of the two is not known, unless the other is empty", () => {
    assert.deepEqual(askedBy(rule, pair("Pa Rey", "not-asked")), ["posts.cfo.heldBy"]);
    const empty = pair("vacant", "not-asked").replace("reportsTo: coo", "reportsTo: board");
    assert.deepEqual(askedBy(rule, empty), []);
  });

  it("leaves a post that reports to itself to its own rule", () => {
    assert.deepEqual(said(rule, pair("Pa Rey", "Bo Li", "head-hr")), []);
  });

  it("looks for the next superior who is somebody else", () => {
    assert.deepEqual(remediesOf(rule, pair("Pa Rey", "Pa Rey")), ["Let the Head of HR report to the COO"]);
    const twice = pair("Pa Rey", "Pa Rey").replace("Di Fox", "Pa Rey");
    assert.deepEqual(
      findingsOf(rule, twice).map((finding) => finding.fixes.map((fix) => inFull(fix.title))),
      [["Let the CFO report to the CEO"], ["Let the Head of HR report to the CEO"]],
    );
    assert.deepEqual(remediesOf(rule, pair("Pa Rey", "Pa Rey").replace("Di Fox", "vacant")), [
      "Let the Head of HR report to the CEO",
    ]);
    assert.deepEqual(remediesOf(rule, pair("Ann Ode", "Ann Ode", "ceo")), ["Let the Head of HR report to the board"]);
  });

  it("says nothing of an owner who is the chief executive, and sends nobody to a board that is the owner", () => {
    const owned = (post: string) =>
      `posts:\n  owner: { heldBy: Ann Ode }\n  ${post}: { heldBy: Ann Ode, reportsTo: owner }\n`;
    assert.deepEqual(said(rule, owned("ceo")), []);
    assert.equal(said(rule, owned("cfo")).length, 1);
    assert.deepEqual(remediesOf(rule, owned("cfo")), []);
  });

  it("cites the article for the CIO and the CISO, and practice for others", () => {
    const rests = (text: string) => findingsOf(rule, text).map((finding) => finding.rests.join(" "));
    assert.deepEqual(rests(pair("Pa Rey", "Pa Rey")), ["practice"]);
    const both = posts("  cio: { heldBy: Bo Li, reportsTo: ciso }\n  ciso: { heldBy: Bo Li, reportsTo: ceo }\n");
    assert.deepEqual(rests(both), ["S1-17 practice"]);
  });

  it("is one finding a person for posts filled for the time being, milder, and changes no line", () => {
    const filled = (...keys: readonly string[]) =>
      posts(keys.map((key) => `  ${key}: { heldBy: Ann Ode, reportsTo: ceo, interim: yes }\n`).join(""));
    const text = filled("engineering-manager", "sales-lead", "head-hr", "head-marketing");
    assert.deepEqual(said(rule, text), [
      "info posts.engineering-manager.reportsTo: Ann Ode holds Engineering Manager and also CEO, to which it reports.",
    ]);
    assert.equal(findingsOf(rule, text)[0]?.related.length, 4);
    assert.deepEqual(remediesOf(rule, text), []);
  });
});
