import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 400";
const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("no-operational-level", () => {
  const rule = "no-operational-level";
  const isJudged = (posts: string, profile = large, rest = "providers: none") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, profile));
  const cio = "cio: { heldBy: Ann Ode, level: strategic }";

  it("needs a large organization, a head of IT, and nobody for daily work", () => {
    assert.equal(isJudged(`${cio}, it-manager: none`), "info posts.cio");
    assert.equal(isJudged(`${cio}, it-manager: none`, "headcount: 249"), "silent");
    assert.equal(isJudged(`${cio}, it-manager: vacant`), "silent");
    assert.equal(isJudged(`${cio}, it-manager: { level: strategic }`), "silent");
    assert.equal(isJudged(cio), "asks posts.it-manager");
    assert.equal(isJudged(`${cio}, it-manager: unknown`), "asks posts.it-manager");
    assert.equal(isJudged(`${cio}, it-manager: none, it-director: {}`), "asks posts.it-director.level");
    assert.equal(isJudged(`${cio}, it-manager: none, desk: { level: operational }`), "silent");
    assert.equal(
      isJudged(`${cio}, it-manager: none`, large, "providers: { x: { services: [helpdesk] } }"),
      "asks providers.x.levels",
    );
    assert.equal(isJudged("cio: { level: [strategic, operational] }, it-manager: none"), "silent");
  });

  it("does not apply without a head of IT, and cannot tell while a title may be his", () => {
    const settled = "coverage: { posts: complete, providers: complete }";
    assert.equal(isJudged("ceo: { heldBy: Ann Ode }", large, settled), "silent");
    assert.equal(isJudged("boss: { title: Head of IT, heldBy: Ann Ode }", large, settled), "asks posts.boss.role");
  });

  it("adds the manager below the director, where there is one", () => {
    const of = (posts: string) => {
      const text = file(`posts: { ${posts} }\nproviders: none`, large);
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes);
    };
    assert.deepEqual(of(`${cio}, it-manager: none`), ["Add a vacant IT Manager post below the CIO"]);
    assert.deepEqual(of(`${cio}, it-director: { level: tactical }, it-manager: none`), [
      "Add a vacant IT Manager post below the IT Director",
    ]);
    of("cio: none, it-manager: none, x: { role: it-director, level: tactical }");
  });

  it("looks at each company of a group by itself", () => {
    const posts = "posts: { desk: { role: it-manager }, north-cio: { role: cio, unit: north, level: strategic } }";
    const text = file(`${group}coverage: { posts: complete, providers: complete }\n${posts}`, large);
    assert.equal(judged(rule, text), "info units.north");
    assert.match(inFull(only(rule, text).says), /in North/);
    tryRemedies(rule, text);
  });
});
