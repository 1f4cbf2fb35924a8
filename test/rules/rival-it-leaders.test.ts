import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("rival-it-leaders", () => {
  const rule = "rival-it-leaders";
  const isJudged = (posts: string, rest = "") => judged(rule, file(`posts: { ${posts} }\n${rest}`));
  const heads = "cfo: { reportsTo: ceo }, coo: { reportsTo: ceo }";
  const a = "a: { role: it-director, heldBy: Ann Ode, reportsTo: cfo }";
  const b = "b: { role: it-director, heldBy: Bo Li, reportsTo: coo }";

  it("needs two held posts of one role whose lines are known to the top", () => {
    assert.equal(isJudged(`${heads}, ${a}, ${b}`), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("it-director", "it-manager")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("Bo Li", "vacant")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("Bo Li", "ann ode")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("Bo Li", "not-asked")}`), "asks posts.b.heldBy");
    assert.equal(isJudged(`cfo: { reportsTo: ceo }, ${a}, ${b}`), "asks posts.coo.reportsTo");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "declined")}`), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "board")}`), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "ceo")}`), "info posts.b");
  });

  it("is silent where the lines meet in a post of IT, at any height", () => {
    const under = (cio: string) => `cfo: { reportsTo: cio }, coo: { reportsTo: cio }, ${cio}, ${a}, ${b}`;
    assert.equal(isJudged(under("cio: { heldBy: Cy Ho, reportsTo: ceo }")), "silent");
    assert.equal(isJudged(under("cio: vacant")), "silent");
    assert.equal(isJudged(`${heads}, ${a}, ${b.replace("coo", "a")}`), "silent");
    const underCto = `${a.replace("cfo", "cto")}, ${b.replace("coo", "cto")}, cto: { heldBy: Cy Ho, reportsTo: ceo }`;
    assert.equal(isJudged(underCto), "asks activities.it-operations");
    assert.equal(isJudged(underCto, "activities: { it-operations: { accountable: cto } }"), "silent");
    assert.equal(isJudged(underCto, "activities: { it-operations: none }"), "info posts.b");
    const underVp = `${a.replace("cfo", "vp")}, ${b.replace("coo", "vp")}, vp: { title: VP of IT, reportsTo: ceo }`;
    assert.equal(isJudged(underVp), "asks posts.vp.role");
    assert.equal(
      isJudged(`${heads}, ${a.replace("cfo", "cto")}, ${b}, cto: { heldBy: Cy Ho, reportsTo: ceo }`),
      "info posts.b",
    );
  });

  it("compares posts of one unit only", () => {
    const inUnit = (post: string, unit: string) => post.replace(" }", `, unit: ${unit} }`);
    assert.equal(isJudged(`${heads}, ${a}, ${inUnit(b, "north")}`, group), "silent");
    assert.equal(isJudged(`${heads}, ${inUnit(a, "lab")}, ${inUnit(b, "lab")}`, group), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${inUnit(b, "not-asked")}`, group), "silent");
  });

  it("is a warning where strategy and budget have nobody accountable", () => {
    const both = "activities: { it-strategy: none, it-budget: { accountable: none } }";
    assert.equal(isJudged(`${heads}, ${a}, ${b}`, both), "warning posts.b");
    assert.match(inFull(only(rule, file(`posts: { ${heads}, ${a}, ${b} }\n${both}`)).says), /nobody is accountable/);
    assert.equal(isJudged(`${heads}, ${a}, ${b}`, "activities: { it-strategy: none }"), "info posts.b");
    assert.equal(isJudged(`${heads}, ${a}, ${b}`, "coverage: { activities: complete }"), "warning posts.b");
  });

  it("puts one below the other, or a post above both", () => {
    const fixes = (posts: string, rest = "") => {
      const text = file(`posts: { ${posts} }\n${rest}`);
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes);
    };
    const direct = "Let the B report to the A";
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}`), [direct, "Add a vacant CIO post above both"]);
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}, cio: none`), [direct, "Add a vacant CIO post above both"]);
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}, cio: { reportsTo: ceo }`), [
      direct,
      "Let both the A and the B report to the CIO",
    ]);
    assert.deepEqual(fixes(`${heads}, ${a.replace("cfo", "cio")}, ${b}, cio: { reportsTo: ceo }`), [
      direct,
      "Let the B report to the CIO",
    ]);
    assert.deepEqual(fixes(`${heads}, ${a}, ${b}`.replaceAll("it-director", "cio")), [direct]);
    fixes(`${heads}, ${a.replace(" }", ", unit: north }")}, ${b.replace(" }", ", unit: north }")}`, group);
  });

  it("offers first steps where there are three rivals", () => {
    const c = "c: { role: it-director, heldBy: Cy Ho, reportsTo: ceo }";
    const text = file(`posts: { ${heads}, ${a}, ${b}, ${c} }`);
    assert.equal(judged(rule, text), "info posts.b; info posts.c");
    const analysis = check(text).findings.find((one) => placeToString(one.at) === "posts.c");
    assert.deepEqual(titles(analysis?.fixes ?? []), []);
    assert.equal(analysis?.firstSteps.length, 2);
  });
});
