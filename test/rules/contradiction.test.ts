import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("contradiction", () => {
  it("reads the upper end of a headcount, and leaves a provider's people out", () => {
    const posts =
      "people:\n  Cy Ho: { employedBy: msp }\n  Di Wu: { employedBy: unknown }\nposts:\n  ceo: { heldBy: Ann Ode }\n  cfo: { heldBy: [ann ode, Cy Ho, Di Wu] }\n  cro: { heldBy: Eve Roy }\n  coo: { heldBy: provider:msp }\nproviders:\n  msp: {}\n";
    const withHeadcount = (count: string) =>
      said("contradiction", `itorg: 1\norganization: { name: X, headcount: ${count} }\n${posts}`);
    assert.deepEqual(withHeadcount("2"), []);
    assert.deepEqual(withHeadcount("0-2"), []);
    assert.deepEqual(withHeadcount("1"), [
      "warning organization.headcount: 2 people hold posts, but the organization is said to have only 1 person.",
    ]);
    assert.deepEqual(withHeadcount("0-1").length, 1);
  });
  it("finds references to a post that is none, but for those who answer for a duty", () => {
    const content = `${head}posts:\n  coo: none\n  cfo: { reportsTo: coo, dottedLineTo: [coo] }\nactivities:\n  contract-management: { accountable: coo, responsible: [coo] }\n`;
    assert.deepEqual(
      said("contradiction", content).map((line) => line.split(":")[0]),
      [
        "warning posts.cfo.reportsTo",
        "warning posts.cfo.dottedLineTo[0]",
        "warning activities.contract-management.responsible[0]",
      ],
    );
  });
  it("stands at the later of coverage and entry", () => {
    const before = `${head}coverage: { posts: complete }\nposts:\n  cfo: not-asked\n  cro: not-asked\n  coo: unknown\n`;
    assert.deepEqual(
      said("contradiction", before).map((line) => line.split(":")[0]),
      ["warning posts.cfo", "warning posts.cro"],
    );
    const after = `${head}posts:\n  cfo: not-asked\n  cro: not-asked\n  coo: unknown\ncoverage: { posts: complete }\n`;
    assert.deepEqual(said("contradiction", after), [
      "warning coverage.posts: It says that the posts are said to be complete, but nobody has asked about the CFO, the CRO yet.",
    ]);
  });
  it("reads `itPosts` for its own posts alone", () => {
    const content = `${head}coverage: { itPosts: complete }\nposts:\n  cfo: not-asked\n  head: not-asked\n  ciso: not-asked\n`;
    assert.deepEqual(
      said("contradiction", content).map((line) => line.split(":")[0]),
      ["warning posts.ciso"],
    );
  });
  it("finds approvals by an empty post, and meetings and interviews yet to come", () => {
    const content = `${head}posts: { ceo: vacant }\ncommittees: { audit: { lastMet: 2031-01-01 } }\ninterviews: [{ with: Bo Li, date: 2031-02-01 }]\naccepted: [{ rule: ciso-in-it-line, at: posts.ciso, reason: told, approvedBy: ceo }]\n`;
    assert.deepEqual(
      said("contradiction", content).map((line) => line.split(" ", 2)[1]),
      ["committees.audit.lastMet:", "interviews[0].date:", "accepted[0].approvedBy:"],
    );
    assert.deepEqual(
      said("contradiction", content.replaceAll("2031", "2026").replace("vacant", "{ heldBy: Ann Ode }")),
      [],
    );
  });
});
