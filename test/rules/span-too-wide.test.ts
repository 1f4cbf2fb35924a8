import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only } from "../kit/judged.ts";

const reports = (count: number, to = "cio", fields = "heldBy: Bo Li") =>
  Array.from({ length: count }, (_, i) => `p${i}: { ${fields}, reportsTo: ${to} }`).join(", ");

describe("span-too-wide", () => {
  const rule = "span-too-wide";
  const isJudged = (posts: string) => judged(rule, file(`posts: { ${posts} }`));
  const cio = (handsOn: string) => `cio: { heldBy: Ann Ode, handsOn: ${handsOn} }`;

  it("allows fifteen, or five to somebody who does technical work", () => {
    assert.equal(isJudged(`${cio("no")}, ${reports(15)}`), "silent");
    assert.equal(isJudged(`${cio("no")}, ${reports(16)}`), "info posts.cio");
    assert.equal(isJudged(`${cio("yes")}, ${reports(5)}`), "silent");
    assert.equal(isJudged(`${cio("yes")}, ${reports(6)}`), "info posts.cio");
    assert.equal(isJudged(`${cio("unknown")}, ${reports(16)}`), "info posts.cio");
  });

  it("asks about technical work only where the answer matters", () => {
    assert.equal(isJudged(`${cio("not-asked")}, ${reports(6)}`), "asks posts.cio.handsOn");
    assert.equal(isJudged(`${cio("not-asked")}, ${reports(5)}`), "silent");
    assert.equal(isJudged(`${cio("declined")}, ${reports(6)}`), "silent");
  });

  it("counts posts that report straight there, and no empty ones", () => {
    assert.equal(isJudged(`${cio("yes")}, ${reports(6, "cio", "heldBy: vacant")}`), "silent");
    assert.equal(isJudged(`${cio("yes")}, ${reports(6, "cio", "title: Engineer")}`), "info posts.cio");
    assert.equal(isJudged(`${cio("yes")}, ${reports(5)}, q: { reportsTo: p0 }, r: { dottedLineTo: cio }`), "silent");
    assert.equal(isJudged(`${cio("yes").replace(" }", ", reportsTo: cio }")}, ${reports(5)}`), "silent");
  });

  it("says that no number is right for everybody", () => {
    const { message } = only(rule, file(`posts: { ${cio("yes")}, ${reports(6)} }`));
    assert.equal(
      inFull(message),
      "The CIO, Ann Ode, has 6 direct reports and does technical work as well. No single number is right for everybody; it is worth asking whether each of them gets the time it takes. (McKinsey, December 2017)",
    );
  });
  it("looks at IT, security, their line, and heads of teams that do the work of IT", () => {
    const at = (post: string, more = "") => judged(rule, file(`posts: { ${post}, ${reports(16, "a")} }\n${more}`));
    assert.equal(at("a: { role: head-marketing, heldBy: Ann Ode }"), "silent");
    assert.equal(at("a: { title: Head of Procurement, heldBy: Ann Ode, handsOn: yes }"), "silent");
    assert.equal(judged(rule, file(`posts: { a: { heldBy: Ann Ode }, ${reports(6, "a")} }`)), "silent");
    assert.equal(at("a: { role: ciso, heldBy: Ann Ode }"), "info posts.a");
    assert.equal(at("cio: { heldBy: Bo Li }, a: { heldBy: Ann Ode, reportsTo: cio }"), "info posts.a");
    assert.equal(
      at("a: { heldBy: Ann Ode }", "teams: { desk: { headedBy: a, functions: [helpdesk] } }"),
      "info posts.a",
    );
    assert.equal(
      at("a: { heldBy: Ann Ode }", "teams: { shop: { headedBy: a, functions: [product-owner] } }"),
      "silent",
    );
  });
});
