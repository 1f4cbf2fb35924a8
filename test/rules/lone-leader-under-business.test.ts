import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 400";
const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("lone-leader-under-business", () => {
  const rule = "lone-leader-under-business";
  const settled = "coverage: { itPosts: complete, providers: complete }";
  const isJudged = (posts: string, rest = settled) => judged(rule, file(`posts: { ${posts} }\n${rest}`));
  const manager = "it-manager: { heldBy: Bo Li, reportsTo: cfo, level: operational }";
  const place = "info posts.it-manager.reportsTo";

  it("counts five roles as business unless the file says otherwise", () => {
    for (const role of ["cfo", "coo", "head-hr", "head-marketing", "general-counsel"])
      assert.equal(isJudged(manager.replace("cfo", role)), place);
    assert.equal(isJudged(`cfo: { background: technical }, ${manager}`), "silent");
    assert.equal(isJudged(`cfo: { background: mixed }, ${manager}`), "silent");
    assert.equal(
      isJudged(`cfo: { heldBy: Ann Ode }, ${manager}`, `${settled}\npeople: { Ann Ode: { background: technical } }`),
      "silent",
    );
    assert.equal(isJudged(manager.replace("cfo", "board")), "silent");
  });

  it("asks for the background of any other superior", () => {
    assert.equal(isJudged(manager.replace("cfo", "ceo")), "asks posts.ceo.background");
    assert.equal(isJudged(`ceo: { background: business }, ${manager.replace("cfo", "ceo")}`), place);
    assert.equal(
      isJudged(
        `office: { heldBy: Ann Ode }, ${manager.replace("cfo", "office")}`,
        `${settled}\npeople: { Ann Ode: { background: business } }`,
      ),
      place,
    );
    assert.equal(isJudged(manager.replace("reportsTo: cfo, ", "")), "asks posts.it-manager.reportsTo");
  });

  it("needs that nobody else leads IT", () => {
    assert.equal(isJudged(`${manager}, cio: vacant`), place);
    assert.equal(isJudged(`${manager}, it-director: { heldBy: Cy Ho }`), "silent");
    assert.equal(isJudged(`${manager}, it-director: { heldBy: not-asked }`), "asks posts.it-director.heldBy");
    assert.equal(
      isJudged(`${manager}, cto: { heldBy: Cy Ho }`, `${settled}\nactivities: { it-operations: { accountable: cto } }`),
      "silent",
    );
    assert.equal(
      isJudged(
        `${manager}, cto: { heldBy: Cy Ho, orientation: outward }`,
        `${settled}\nactivities: { it-operations: none }`,
      ),
      place,
    );
    assert.equal(isJudged(`${manager}, boss: { title: Head of IT }`), "asks posts.boss.role");
    const partial = check(file(`posts: { ${manager}, cio: none }`)).questions.filter((one) =>
      one.blocks.includes(rule),
    );
    assert.deepEqual(
      partial.map((one) => `${placeToString(one.at)}: ${inFull(one.question)}`),
      ["posts.cto-internal: Does anybody lead IT besides the IT Manager: a CIO, an IT director, an IT manager, a CTO?"],
    );
  });

  it("needs that nobody looks after strategy, and offers that as the remedy", () => {
    assert.equal(isJudged(manager.replace("operational", "strategic")), "silent");
    const vcio = (levels: string) => `coverage: { itPosts: complete }\nproviders: { x: { services: [vcio]${levels} } }`;
    assert.equal(isJudged(manager, vcio(", levels: strategic")), "silent");
    assert.equal(isJudged(manager, vcio("")), "asks providers.x.levels");
    tryRemedies(rule, file(`posts: { ${manager} }\n${settled}`));
    assert.deepEqual(titles(only(rule, file(`posts: { ${manager} }\n${settled}`, large)).fixes), []);
  });

  it("looks at each company of a group by itself", () => {
    const text = file(`${group}coverage: { posts: complete, providers: complete }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo, level: strategic }
  north-it: { role: it-manager, unit: north, heldBy: Bo Li, reportsTo: cfo, level: operational }
`);
    assert.equal(judged(rule, text), "info posts.north-it.reportsTo");
    tryRemedies(rule, text);
  });
});
