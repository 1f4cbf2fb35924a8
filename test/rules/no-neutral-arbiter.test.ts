import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterRemedy, askedBy, remediesOf, said } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

describe("no-neutral-arbiter", () => {
  const rule = "no-neutral-arbiter";
  const lines = (cio: string, ciso: string, more = "") =>
    posts(
      `  coo: { heldBy: Di Fox, reportsTo: ceo }\n  cfo: { heldBy: Pa Rey, reportsTo: ceo }\n  cio: { heldBy: Bo Li, reportsTo: ${cio} }\n  ciso: { heldBy: Eve Roy, reportsTo: ${ciso} }\n${more}`,
    );

  it("looks for the nearest superior of both", () => {
    assert.equal(said(rule, lines("coo", "coo")).length, 1);
    assert.equal(said(rule, lines("it-lead", "coo", "  it-lead: { heldBy: Cy Ho, reportsTo: coo }\n")).length, 1);
    assert.deepEqual(said(rule, lines("coo", "cfo")), []);
    for (const top of ["ceo", "board"]) assert.deepEqual(said(rule, lines(top, top)), [], top);
  });

  it("is silent where that is a post of IT, a CTO's included, because the line says so already", () => {
    assert.deepEqual(said(rule, lines("coo", "cio")), []);
    assert.deepEqual(said(rule, lines("cto", "cto", "  cto: { heldBy: Cy Ho, reportsTo: ceo }\n")), []);
  });

  it("finds a CIO below the CISO", () => {
    assert.deepEqual(said(rule, lines("ciso", "ceo")), [
      "info posts.ciso.reportsTo: The CIO stands below the CISO, who is party to the questions between the two.",
    ]);
    assert.deepEqual(remediesOf(rule, lines("ciso", "ceo")), ["Let the CIO report to the CEO"]);
  });

  it("takes the board's and the executives' committees for neutral, and passes through others", () => {
    const committees =
      "committees:\n  directors: { type: board }\n  executive: { chair: ceo }\n  risk: { chair: coo, reportsTo: coo }\n";
    for (const one of ["directors", "executive"]) assert.deepEqual(said(rule, lines(one, one, committees)), [], one);
    assert.equal(said(rule, lines("risk", "risk", committees)).length, 1);
  });

  it("needs two people, and both lines up to where they meet", () => {
    assert.deepEqual(said(rule, lines("coo", "coo").replace("Eve Roy", "Bo Li")), []);
    assert.deepEqual(said(rule, lines("coo", "coo").replace("Eve Roy", "vacant")), []);
    assert.deepEqual(askedBy(rule, lines("coo", "coo").replace("Eve Roy", "not-asked")), ["posts.ciso.heldBy"]);
    assert.deepEqual(askedBy(rule, lines("not-asked", "coo")), ["posts.cio.reportsTo"]);
    assert.deepEqual(
      askedBy(rule, lines("coo", "coo").replace("coo: { heldBy: Di Fox, reportsTo: ceo }", "coo: vacant")),
      [],
    );
  });

  it("does not ask what stands above the head of the organization", () => {
    const open = lines("ceo", "board").replace(", reportsTo: board }", " }");
    assert.deepEqual([...said(rule, open), ...askedBy(rule, open)], []);
  });

  it("moves only those who do not report to the head yet", () => {
    assert.deepEqual(remediesOf(rule, lines("coo", "coo")), ["Let both the CIO and the CISO report to the CEO"]);
    const after = afterRemedy(rule, lines("coo", "coo"), "Let both the CIO and the CISO report to the CEO");
    assert.equal(after, lines("ceo", "ceo"));
  });
});
