import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 400";
const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("it-outside-it-line", () => {
  const rule = "it-outside-it-line";
  const isJudged = (posts: string, team: string, profile?: string) =>
    judged(rule, file(`posts: { ${posts} }\nteams: { plant: { ${team} } }`, profile));
  const base = "cio: { heldBy: Ann Ode, reportsTo: ceo }, coo: { heldBy: Gil Roe, reportsTo: ceo }";
  const plant = (fields: string) => `${base}, plant-head: { heldBy: Bo Li, ${fields} }`;
  const network = "headedBy: plant-head, functions: [network]";
  const place = "teams.plant.headedBy";

  it("needs a head whose line and dotted lines are known and lead nowhere near IT", () => {
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: none"), network), `info ${place}`);
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: []"), network, large), `warning ${place}`);
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: [coo]"), network), `info ${place}`);
    assert.equal(isJudged(plant("reportsTo: coo"), network), "asks posts.plant-head.dottedLineTo");
    assert.equal(isJudged(plant("dottedLineTo: none"), network), "asks posts.plant-head.reportsTo");
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: declined"), network), "silent");
  });

  it("takes a line to the head of IT, a CISO or a CTO, straight or dotted", () => {
    for (const fields of [
      "reportsTo: cio, dottedLineTo: none",
      "reportsTo: coo, dottedLineTo: [cio]",
      "reportsTo: cto, dottedLineTo: none",
      "reportsTo: coo, dottedLineTo: [ciso]",
    ])
      assert.equal(isJudged(plant(fields), network), "silent", fields);
    const through = `${plant("reportsTo: coo, dottedLineTo: [desk]")}, desk: { heldBy: Cy Ho, reportsTo: cio }`;
    assert.equal(isJudged(through, network), "silent");
    assert.equal(isJudged(base, "headedBy: cio, functions: [network]"), "silent");
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: none").replace("Bo Li", "Ann Ode"), network), "silent");
  });

  it("looks at five functions, and only where a post or a person heads the team", () => {
    const outside = plant("reportsTo: coo, dottedLineTo: none");
    for (const of of ["helpdesk", "infrastructure", "network", "database", "security"])
      assert.equal(isJudged(outside, `headedBy: plant-head, functions: [${of}]`), `info ${place}`);
    assert.equal(isJudged(outside, "headedBy: plant-head, functions: [software-development, data]"), "silent");
    assert.equal(isJudged(outside, "headedBy: plant-head"), "asks teams.plant.functions");
    assert.equal(isJudged(outside, "headedBy: none, functions: [network]"), "silent");
    assert.equal(isJudged(outside, "headedBy: external, functions: [network]"), "silent");
    assert.equal(isJudged(outside, "functions: [network]"), `asks ${place}`);
    assert.equal(isJudged(outside, "headedBy: Bo Li, functions: [network]"), `info ${place}`);
    assert.equal(isJudged(outside, "headedBy: Dee Fox, functions: [network]"), `asks ${place}`);
  });

  it("needs a head of IT", () => {
    const posts = "plant-head: { heldBy: Bo Li, reportsTo: coo, dottedLineTo: none }, coo: { reportsTo: ceo }";
    assert.equal(isJudged(posts, network), "silent");
    assert.equal(isJudged(`${posts}, boss: { title: Head of IT, heldBy: Cy Ho }`, network), "asks posts.boss.role");
  });

  it("takes the head of IT of the team's own company, or the group's", () => {
    const of = (reportsTo: string, north = "north-it: { role: it-manager, unit") =>
      judged(
        rule,
        file(`${group}posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo }
  ${north}: north, heldBy: Cy Ho, reportsTo: ceo }
  plant-head: { heldBy: Bo Li, unit: north, reportsTo: ${reportsTo}, dottedLineTo: none }
teams: { plant: { headedBy: plant-head, unit: north, functions: [network] } }`),
      );
    assert.equal(of("north-it"), "silent");
    assert.equal(of("cio"), "silent");
    assert.equal(of("ceo"), `info ${place}`);
    assert.equal(of("ceo", "north-it: { title: Head of IT, unit"), "asks posts.north-it.role");
  });

  it("draws a dotted line to the head of IT", () => {
    for (const dotted of ["none", "[]", "[coo]", "coo"])
      tryRemedies(
        rule,
        file(`posts: { ${plant(`reportsTo: coo, dottedLineTo: ${dotted}`)} }\nteams: { plant: { ${network} } }`),
      );
    const text = file(`posts: { ${plant("reportsTo: coo, dottedLineTo: none")} }\nteams: { plant: { ${network} } }`);
    assert.deepEqual(titles(only(rule, text).fixes), ["Draw a dotted line from the Plant Head to the CIO"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /dottedLineTo: \[?cio\]?[ ,]/);
  });
});
