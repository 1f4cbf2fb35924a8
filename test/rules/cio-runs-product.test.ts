import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 300";
const sells = "headcount: 300, sellsTechnology: yes";

describe("cio-runs-product", () => {
  const rule = "cio-runs-product";
  const posts = (cto = "{ heldBy: Bo Li, reportsTo: ceo }") =>
    `posts:\n  cio: { heldBy: Ann Ode, reportsTo: ceo }\n  cto: ${cto}\n`;
  const team = (functions: string, head = "cio") =>
    `teams:\n  product: { headedBy: ${head}, functions: ${functions} }\n`;
  const found = "info teams.product.headedBy";

  it("speaks of teams that develop or own products, and of no others", () => {
    for (const functions of ["software-development", "product-owner"])
      assert.equal(judged(rule, file(posts() + team(`[data, ${functions}]`), sells)), found, functions);
    assert.equal(judged(rule, file(posts() + team("[architecture, business-analysis]"), sells)), "silent");
    assert.equal(judged(rule, file(posts() + team("[product-owner]", "cto"), sells)), "silent");
    assert.equal(judged(rule, file(posts() + team("[product-owner]", "Ann Ode"), sells)), found);
  });

  it("needs a CTO and technology that is sold, and asks for either", () => {
    assert.equal(judged(rule, file(posts("none") + team("[product-owner]"), sells)), "silent");
    assert.equal(judged(rule, file(posts("vacant") + team("[product-owner]"), sells)), found);
    assert.equal(judged(rule, file(posts("unknown") + team("[product-owner]"), sells)), "asks posts.cto");
    assert.equal(
      judged(rule, file(posts() + team("[product-owner]"), "headcount: 300, sellsTechnology: no")),
      "silent",
    );
    assert.equal(judged(rule, file(posts() + team("[product-owner]"), large)), "asks organization.sellsTechnology");
    assert.equal(judged(rule, file(posts(), sells)), "silent");
  });

  it("drops a step below 50 people", () => {
    const small = "headcount: 30, sellsTechnology: yes";
    assert.equal(judged(rule, file(posts() + team("[product-owner]"), small)), "hint teams.product.headedBy");
  });

  it("does not speak of whoever is CIO and CTO in one and is named as a person", () => {
    const both = posts("{ heldBy: Ann Ode, reportsTo: ceo }");
    assert.equal(judged(rule, file(both + team("[product-owner]", "Ann Ode"), sells)), "silent");
    tryRemedies(rule, file(both + team("[product-owner]"), sells));
  });

  it("moves all such teams to the CTO", () => {
    const text = file(
      `${posts()}teams:
  web: { headedBy: cio, functions: [software-development] }
  app: { headedBy: Ann Ode, functions: [product-owner] }
`,
      sells,
    );
    assert.equal(
      inFull(only(rule, text).says),
      "The CIO, Ann Ode, heads the Web team and the App team; technology is sold here, and there is a CTO.",
    );
    assert.deepEqual(titles(only(rule, text).fixes), ["Let the CTO head these teams"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /web: \{ headedBy: cto,.*app: \{ headedBy: cto,/s);
    tryRemedies(rule, text);
  });
});
