import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, said } from "../kit/judged.ts";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`;

describe("accountable-overload", () => {
  const rule = "accountable-overload";
  const ids = [
    "it-strategy",
    "it-budget",
    "it-delivery",
    "patching",
    "security",
    "monitoring",
    "ai-governance",
    "it-operations",
  ];
  const share = (...accountable: string[]) =>
    `${posts}activities:\n${accountable.map((who, i) => `  ${ids[i]}: ${who === "-" ? "none" : `{ accountable: ${who} }`}`).join("\n")}`;
  const isJudged = (...accountable: string[]) => judged(rule, file(share(...accountable), "headcount: 300"));

  it("fires over half of six or more, at the last of them", () => {
    const over = ["it-director", "it-director", "it-director", "it-director", "ceo", "ciso"];
    assert.equal(isJudged(...over), "info activities.patching");
    assert.equal(isJudged("it-director", "it-director", "it-director", "ceo", "ceo", "ciso"), "silent");
    assert.equal(
      isJudged("it-director", "it-director", "it-director", "ceo", "Bo Li", "ciso"),
      "info activities.security",
    );
    assert.equal(isJudged("it-director", "it-director", "it-director", "it-director", "it-director"), "silent");
  });

  it("looks at large organizations only, and asks where the size is open", () => {
    const body = share("it-director", "it-director", "it-director", "it-director", "ceo", "ciso");
    assert.equal(judged(rule, file(body, "headcount: 249")), "silent");
    assert.equal(judged(rule, file(body, "headcount: 200-300")), "asks organization.headcount");
    assert.equal(judged(rule, file(body, "headcount: 250")), "info activities.patching");
  });

  it("counts neither activities without an accountable, nor those not done, nor those unknown", () => {
    const over = ["it-director", "it-director", "it-director", "it-director", "ceo"];
    for (const other of ["none", "-", "unknown"]) assert.equal(isJudged(...over, other), "silent", other);
    assert.equal(isJudged(...over, "ciso", "none", "-"), "info activities.patching");
  });

  it("counts a person through every post, and each activity once", () => {
    const body = share("it-director", "ciso", "[it-director, ciso]", "Bo Li", "ceo", "ceo").replace("Eve Roy", "Bo Li");
    assert.deepEqual(said(rule, file(body, "headcount: 300")), [
      "info activities.patching: Bo Li is accountable for 4 of 6 activities.",
    ]);
  });

  it("cannot tell while somebody unknown may be the same person", () => {
    const body = share("it-director", "it-director", "it-director", "cfo", "ceo", "ciso").replace(
      "posts:",
      "posts:\n  cfo: { reportsTo: ceo }",
    );
    assert.equal(judged(rule, file(body, "headcount: 300")), "asks posts.cfo.heldBy");
  });
});
