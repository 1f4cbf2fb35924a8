import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("vcio-strategic-only", () => {
  const rule = "vcio-strategic-only";
  const of = (levels: string, posts: string, more = "") =>
    file(`coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
${posts}providers:
  x: { name: Aegis, services: [vcio], levels: ${levels}, overseenBy: ceo, earnsCommission: no }
${more}`);
  const manager = (level: string) => `  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: ${level} }\n`;

  it("needs a level below that nobody covers", () => {
    assert.equal(judged(rule, of("[strategic]", "")), "warning providers.x.levels");
    assert.equal(judged(rule, of("strategic", manager("[operational]"))), "warning providers.x.levels");
    assert.equal(judged(rule, of("[strategic]", manager("[tactical]"))), "warning providers.x.levels");
    assert.equal(judged(rule, of("[strategic]", manager("[tactical, operational]"))), "silent");
    assert.equal(judged(rule, of("[strategic, tactical]", manager("[tactical]"))), "silent");
    assert.equal(judged(rule, of("[strategic]", manager("not-asked"))), "asks posts.it-manager.level");
    assert.equal(judged(rule, of("not-asked", "")), "asks providers.x.levels");
  });

  it("counts another provider and any post that declares the level", () => {
    const other = "  y: { services: [helpdesk], levels: [operational, tactical], overseenBy: ceo }\n";
    assert.equal(judged(rule, of("[strategic]", "", other)), "silent");
    assert.equal(
      judged(rule, of("[strategic]", "  office-manager: { heldBy: Bo Li, level: [tactical, operational] }\n")),
      "silent",
    );
  });

  it("reads the post of the vCIO where there is one", () => {
    const post = (level: string) => `  vcio: { heldBy: provider:x, reportsTo: ceo${level} }\n`;
    assert.equal(judged(rule, of("[strategic]", post(", level: [strategic]"))), "warning posts.vcio.level");
    assert.equal(judged(rule, of("[strategic]", post(", level: [strategic, tactical, operational]"))), "silent");
    assert.equal(judged(rule, of("[strategic]", post(""))), "warning providers.x.levels");
    assert.equal(judged(rule, of("[strategic]", "  vcio: { heldBy: Cy Ho, level: [strategic] }\n")), "silent");
  });

  it("does not concern a provider that is no vCIO", () => {
    assert.equal(judged(rule, of("[strategic]", "").replace("[vcio]", "[quarterly-review]")), "silent");
  });

  it("adds the missing levels, or a post for them where there is no IT manager", () => {
    const bare = of("[strategic]", "");
    assert.deepEqual(titles(only(rule, bare).fixes), [
      "Correct the record: Aegis covers the tactical and operational levels too",
      "Add a vacant IT Manager post at the tactical and operational levels",
    ]);
    const managed = of("[strategic]", manager("[operational]"));
    assert.deepEqual(titles(only(rule, managed).fixes), ["Correct the record: Aegis covers the tactical level too"]);
    assert.ok(only(rule, bare).fixes.every((one) => !one.preferred && !one.safe));
    for (const text of [bare, managed]) tryRemedies(rule, text);
    assert.match(applied(bare, only(rule, bare).fixes[0]!), /levels: \[strategic, tactical, operational\]/);
  });

  it("does not take a firm that runs systems as well for one of strategy alone", () => {
    const services = (more: string) =>
      `coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  vcio: { heldBy: "provider:x", reportsTo: ceo, level: [strategic] }
providers:
  x: { name: Aegis, services: [vcio${more}], overseenBy: ceo, earnsCommission: no }
`;
    assert.equal(judged(rule, file(services(""))), "warning posts.vcio.level");
    assert.equal(judged(rule, file(services(", helpdesk"))), "asks providers.x.levels");
  });
});
