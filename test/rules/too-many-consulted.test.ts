import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged } from "../kit/judged.ts";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`;

const withActivities = (...lines: string[]) =>
  file(`${posts}activities:\n${lines.map((line) => `  ${line}`).join("\n")}`);

describe("too-many-consulted", () => {
  const rule = "too-many-consulted";
  const of = (consulted: string) =>
    judged(rule, withActivities(`it-strategy: { accountable: ceo, consulted: ${consulted} }`));

  it("fires above five different ones, and asks nothing", () => {
    assert.equal(of("[cfo, coo, cro, cto, ciso, head-hr]"), "hint activities.it-strategy.consulted");
    assert.equal(of("[cfo, coo, cro, cto, ciso]"), "silent");
    assert.equal(of("[cfo, coo, cro, cto, ciso, cfo]"), "silent");
    for (const word of ["none", "unknown", "not-asked"]) assert.equal(of(word), "silent");
    assert.equal(judged(rule, withActivities("it-strategy: { accountable: ceo }")), "silent");
  });
});
