import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("no-strategic-level", () => {
  const rule = "no-strategic-level";
  const isJudged = (body: string, profile?: string) => judged(rule, file(body, profile));
  const manager = "it-manager: { heldBy: Ann Ode, level: [operational] }";
  const none = "providers: none\n";

  it("needs a leader, no CIO in office, and no cover", () => {
    assert.equal(isJudged(`${none}posts: { cio: none, ${manager} }`), "info posts.it-manager");
    assert.equal(isJudged(`${none}posts: { cio: vacant, ${manager} }`), "info posts.it-manager");
    assert.equal(isJudged(`${none}posts: { cio: { heldBy: Bo Li }, ${manager} }`), "silent");
    assert.equal(isJudged(`${none}posts: { cio: not-applicable, ${manager} }`), "silent");
    assert.equal(isJudged(`${none}posts: { ${manager} }`), "asks posts.cio");
    assert.equal(
      isJudged(
        `${none}posts: { cio: none, it-manager: { heldBy: vacant, level: operational } }\ncoverage: { itPosts: complete }`,
      ),
      "silent",
    );
  });

  it("is a warning only where all of the headcount is large", () => {
    const body = `${none}posts: { cio: none, ${manager} }`;
    assert.equal(isJudged(body, "headcount: 250"), "warning posts.it-manager");
    assert.equal(isJudged(body, "headcount: 249"), "info posts.it-manager");
    assert.equal(isJudged(body, "headcount: 250-400"), "warning posts.it-manager");
    assert.equal(isJudged(body, "headcount: 200-400"), "info posts.it-manager");
    assert.match(isJudged(body, "sector: retail"), /^info/);
  });

  it("accepts strategy from a leader or a vCIO, and asks for a level that nobody declared", () => {
    assert.equal(isJudged(`${none}posts: { cio: none, it-manager: { heldBy: Ann Ode, level: strategic } }`), "silent");
    assert.equal(
      isJudged(`posts: { cio: none, ${manager} }\nproviders: { x: { services: [vcio], levels: [strategic] } }`),
      "silent",
    );
    assert.equal(
      isJudged(`posts: { cio: none, ${manager} }\nproviders: { x: { services: [vcio] } }`),
      "asks providers.x.levels",
    );
    assert.equal(isJudged(`posts: { cio: none, ${manager} }`), "asks providers");
    assert.equal(
      isJudged(`${none}posts: { cio: none, it-manager: { heldBy: Ann Ode } }`),
      "asks posts.it-manager.level",
    );
    assert.equal(isJudged(`${none}posts: { cio: none, it-manager: { heldBy: Ann Ode, level: declined } }`), "silent");
  });

  it("also stands at a CTO who carries internal IT", () => {
    const cto = `${none}coverage: { itPosts: complete }\nposts: { cto: { heldBy: Ann Ode, level: tactical } }\n`;
    assert.equal(isJudged(`${cto}activities: { it-operations: { accountable: cto } }`), "info posts.cto");
    assert.equal(isJudged(`${cto}activities: { it-operations: none }`), "silent");
  });

  it("never offers to correct the record first where something else helps", () => {
    const small = only(rule, file(`${none}posts: { cio: none, ${manager} }`));
    assert.match(
      titles(small.fixes)[0]!,
      /^Add a vCIO provider at strategic level \(the sources that recommend one sell it\)/,
    );
    assert.ok(small.fixes.every((fix) => !fix.safe && !fix.preferred));
    assert.deepEqual(titles(small.firstSteps), ["First step: add a vacant CIO post"]);
    const large = only(rule, file(`${none}posts: { cio: vacant, ${manager} }`, "headcount: 900"));
    assert.deepEqual(titles([...large.fixes, ...large.firstSteps]), [
      "Correct the record: the IT Manager works at the strategic level too",
    ]);
    tryRemedies(rule, file(`posts: { cio: none, vcio: none, ${manager} }`));
  });

  it("cannot tell where a CTO above the head of IT may look after IT's direction as well", () => {
    const under = (cto: string) =>
      isJudged(
        `${none}posts: { ceo: { heldBy: Di Fox }, cio: none, cto: { heldBy: Bo Li, reportsTo: ceo${cto} }, it-manager: { heldBy: Ann Ode, level: [operational], reportsTo: cto } }`,
      );
    assert.match(under(", orientation: inward"), /^asks posts\.cto\.level/);
    assert.equal(under(", orientation: inward, level: [strategic]"), "silent");
    assert.equal(under(", orientation: inward, level: [tactical]"), "info posts.it-manager");
    const forProducts = ", orientation: outward, level: [strategic]";
    assert.equal(under(forProducts), "asks activities.it-operations", "who may run internal IT as well");
  });

  it("stands at the company whose leader it is", () => {
    const group = file(`
units: { north: { name: North, kind: company } }
coverage: { posts: complete, providers: complete }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  north-it: { role: it-manager, unit: north, heldBy: Cy Ho, level: operational, reportsTo: ceo }
`);
    assert.equal(judged(rule, group), "info units.north");
    tryRemedies(rule, group);
    const under = (line: string) => group.replace("operational, reportsTo: ceo", `operational, reportsTo: ${line}`);
    assert.equal(judged(rule, under("cio")), "silent", "the group's CIO is theirs");
    assert.equal(judged(rule, under("not-asked")), "asks posts.north-it.reportsTo");
  });
});
