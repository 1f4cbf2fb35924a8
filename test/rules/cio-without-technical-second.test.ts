import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("cio-without-technical-second", () => {
  const rule = "cio-without-technical-second";
  const complete = "coverage: { itPosts: complete }\n";
  const body = (rest: string, cio = "background: business, deputy: none") =>
    `posts:\n  cio: { heldBy: Ann Ode, reportsTo: ceo, ${cio} }\n${rest}`;
  const found = "hint posts.cio.background";

  it("speaks of a CIO from business alone", () => {
    assert.equal(judged(rule, file(complete + body(""))), found);
    for (const other of ["technical", "mixed"])
      assert.equal(judged(rule, file(complete + body("", `background: ${other}, deputy: none`))), "silent", other);
    assert.equal(
      judged(rule, file(complete + body("", "background: not-asked, deputy: none"))),
      "asks posts.cio.background",
    );
  });

  it("reads the holder's background where the post gives none, and the post's where it does", () => {
    const people = (background: string) => `people:\n  Ann Ode: { background: ${background} }\n`;
    assert.equal(judged(rule, file(complete + people("business") + body("", "deputy: none"))), found);
    assert.equal(judged(rule, file(complete + people("technical") + body("", "deputy: none"))), "silent");
    assert.equal(judged(rule, file(complete + people("technical") + body(""))), found);
    assert.equal(judged(rule, file(complete + people("declined") + body("", "deputy: none"))), "silent");
  });

  it("asks for a second's background only where the CIO's is known", () => {
    const director = "  it-director: { heldBy: Bo Li }\n";
    assert.equal(judged(rule, file(complete + body(director, "deputy: none"))), "asks posts.cio.background");
    assert.equal(judged(rule, file(complete + body(director))), "asks posts.it-director.background");
  });

  it("is content with a technical director, CTO or deputy", () => {
    for (const role of ["it-director", "cto", "cto-internal"]) {
      const second = (facts: string) => judged(rule, file(complete + body(`  ${role}: { ${facts} }\n`)));
      assert.equal(second("heldBy: Bo Li, background: technical"), "silent", role);
      assert.equal(second("heldBy: Bo Li, background: mixed"), "silent", role);
      assert.equal(second("heldBy: Bo Li, background: business"), found, role);
      assert.equal(second("heldBy: vacant, background: technical"), found, role);
      assert.equal(second("heldBy: Bo Li"), `asks posts.${role}.background`, role);
    }
    const deputy = (who: string, rest = "") =>
      judged(rule, file(complete + body(rest, `background: business, deputy: ${who}`)));
    assert.equal(deputy("Bo Li", "people: { Bo Li: { background: technical } }"), "silent");
    assert.equal(deputy("Bo Li", "people: { Bo Li: { background: business } }"), found);
    assert.equal(deputy("Bo Li"), 'asks people["Bo Li"].background');
    assert.equal(deputy("it-manager", "  it-manager: { heldBy: Cy Ho, background: technical }"), "silent");
    assert.equal(deputy("provider:datafort", "providers: { datafort: { services: [hosting] } }"), "silent");
    assert.equal(deputy("not-asked"), "asks posts.cio.deputy");
  });

  it("asks once where nobody said whether there is such a post", () => {
    assert.equal(judged(rule, file(body(""))), "asks posts.it-director");
  });

  it("names a deputy who may be technical, and offers a director's post", () => {
    const manager = (background: string) =>
      file(complete + body(`  it-manager: { heldBy: Cy Ho, reportsTo: cio, background: ${background} }\n`));
    const { fixes, firstSteps } = only(rule, manager("technical"));
    assert.deepEqual(titles(fixes), ["Let the IT Manager deputize for the CIO"]);
    assert.deepEqual(titles(firstSteps), ["First step: add a vacant IT Director post"]);
    tryRemedies(rule, manager("technical"));
    tryRemedies(rule, manager("unknown"));
    assert.deepEqual(titles(only(rule, manager("business")).fixes), []);
    tryRemedies(rule, manager("business"));
  });
});
