import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 400";
const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("no-tactical-level", () => {
  const rule = "no-tactical-level";
  const isJudged = (posts: string, profile = large, rest = "providers: none") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, profile));
  const two = "cio: { heldBy: Ann Ode, level: strategic }, it-manager: { heldBy: Bo Li, level: operational }";

  it("needs a large organization, a CIO and an IT manager", () => {
    assert.equal(isJudged(`${two}, it-director: none`), "info posts.cio");
    assert.equal(isJudged(`${two}, it-director: none`, "headcount: 250"), "info posts.cio");
    assert.equal(isJudged(`${two}, it-director: none`, "headcount: 249"), "silent");
    assert.match(isJudged(`${two}, it-director: none`, "headcount: 200-300"), /^asks organization.headcount/);
    assert.equal(isJudged("cio: none, it-director: none, it-manager: { level: operational }"), "silent");
    assert.equal(isJudged("cio: { level: strategic }, it-director: none, it-manager: none"), "silent");
    assert.equal(isJudged("cio: { heldBy: Ann Ode, level: strategic }, it-director: none"), "asks posts.it-manager");
    assert.equal(
      isJudged("cio: vacant, it-director: none, it-manager: { level: operational }"),
      "asks posts.cio.level",
    );
  });

  it("asks for a director before it says that there is none, and for levels of the IT line", () => {
    assert.equal(isJudged(two), "asks posts.it-director");
    assert.equal(isJudged(`${two}, it-director: { heldBy: Cy Ho }`), "asks posts.it-director.level");
    assert.equal(isJudged(`${two}, it-director: { heldBy: Cy Ho, level: operational }`), "info posts.cio");
    assert.equal(isJudged(`${two}, it-director: { heldBy: Cy Ho, level: [tactical] }`), "silent");
    assert.equal(isJudged(`${two}, it-director: declined`), "silent");
  });

  it("counts any post that declares the level, and asks no other post for it", () => {
    const none = `${two}, it-director: none`;
    assert.equal(isJudged(`${none}, ops-lead: { heldBy: Cy Ho, level: [tactical] }`), "silent");
    assert.equal(isJudged(`${none}, ops-lead: { heldBy: Cy Ho }, ciso: { heldBy: Eve Roy }`), "info posts.cio");
  });

  it("counts providers, and asks those that supply leadership or run systems", () => {
    const asked = (providers: string) => isJudged(`${two}, it-director: none`, large, providers);
    assert.equal(asked(""), "asks providers");
    assert.equal(asked("providers: { x: { services: [helpdesk], levels: tactical } }"), "silent");
    assert.equal(asked("providers: { x: { services: [helpdesk], levels: operational } }"), "info posts.cio");
    assert.equal(asked("providers: { x: { services: [vcio] } }"), "asks providers.x.levels");
    assert.equal(asked("providers: { x: { services: [helpdesk] } }"), "asks providers.x.levels");
    assert.equal(asked("providers: { x: { services: [hardware-resale] } }"), "info posts.cio");
    assert.equal(asked("providers: { x: { services: [hardware-resale], levels: tactical } }"), "silent");
  });

  it("moves only the managers who report to the CIO", () => {
    const text = file(
      `
posts:
  cio: { heldBy: Ann Ode, level: strategic }
  it-director: none
  it-manager: { heldBy: Bo Li, reportsTo: cio, level: operational }
  desk: { role: it-manager, heldBy: Cy Ho, reportsTo: coo, level: operational }
providers: none
`,
      large,
    );
    tryRemedies(rule, text);
    const finding = only(rule, text);
    assert.match(inFull(finding.says), /the IT managers/);
    assert.deepEqual(
      finding.related.map((one) => placeToString(one.at)),
      ["posts.it-manager.reportsTo"],
    );
    const after = applied(text, finding.fixes[0]!);
    assert.match(after, /it-manager: \{ heldBy: Bo Li, reportsTo: it-director,/);
    assert.match(after, /reportsTo: coo/);
  });

  it("takes another key where a post of another role has the usual one", () => {
    const text = file(
      "coverage: { itPosts: complete }\nposts: { cio: { level: strategic }, it-director: { role: it-manager, reportsTo: cio, level: operational } }\nproviders: none",
      large,
    );
    tryRemedies(rule, text);
    const after = applied(text, only(rule, text).fixes[0]!);
    assert.match(after, /it-director: \{ role: it-manager, reportsTo: it-director-2,/);
    assert.match(after, /it-director-2: \{ role: it-director, heldBy: vacant, reportsTo: cio,/);
  });

  it("corrects the record of a director who is there, never as the preferred way", () => {
    const text = file(`posts: { ${two}, it-director: { level: operational } }\nproviders: none`, large);
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Correct the record: the IT Director works at the tactical level too",
    ]);
    assert.ok(only(rule, text).fixes.every((fix) => !fix.preferred && !fix.safe));
    tryRemedies(rule, text);
  });

  it("looks at each company of a group by itself", () => {
    const posts = `posts:
  director: { role: it-director, heldBy: Cy Ho, level: tactical }
  north-cio: { role: cio, unit: north, heldBy: Ann Ode, level: strategic }
  north-it: { role: it-manager, unit: north, reportsTo: north-cio, heldBy: Bo Li, level: operational }
`;
    const text = file(`${group}coverage: { posts: complete, providers: complete }\n${posts}`, large);
    assert.equal(judged(rule, text), "info units.north");
    tryRemedies(rule, text);
    assert.match(
      applied(text, only(rule, text).fixes[0]!),
      /north-it-director: \{ role: it-director, heldBy: vacant, reportsTo: north-cio, level: \[tactical\], unit: north \}/,
    );
  });
});
