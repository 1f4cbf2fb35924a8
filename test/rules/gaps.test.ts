import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file } from "../kit/judged.ts";

const itNone = "cio: none, cto-internal: none, it-director: none, it-manager: none";

describe("messages", () => {
  it("of these rules can be read aloud: short, and without paths or field names", () => {
    const texts = [
      file(
        `posts: { ${itNone}, cto: none, ciso: none }\nactivities: { security: none }\nproviders: { x: { name: Brightdesk Managed Services, services: [helpdesk] } }`,
      ),
      file(
        "providers: none\nposts: { cio: vacant, it-director: { heldBy: Alexandra Johansson, level: [tactical, operational], governanceTraining: no, deputy: none, reportsTo: cfo } }",
      ),
      file(
        "posts: { cio: { heldBy: Alexandra Johansson, reportsTo: cfo, focus: technology, deputy: none }, it-manager: { heldBy: Alexandra Johansson } }",
      ),
      file(
        "posts: { cio: { heldBy: Alexandra Johansson }, it-manager: { heldBy: Bo Li, reportsTo: cio }, ciso: { heldBy: Cy Ho, reportsTo: cio } }\nactivities: { log-review: none, access-revoke: none }",
      ),
      file("posts: { cto: { heldBy: Alexandra Johansson } }", "sellsTechnology: no, customerFacingTechnology: no"),
    ];
    const findings = texts.flatMap((text) => check(text).findings).filter((one) => one.category !== "format");
    assert.ok(new Set(findings.map((one) => one.rule)).size >= 8);
    for (const { message } of findings) {
      assert.ok(message.length <= 260, `${message.length}: ${inFull(message)}`);
      assert.doesNotMatch(
        inFull(message),
        /heldBy|reportsTo|governanceTraining|handsOn|posts\.|it-director|\bundefined\b/,
      );
    }
  });
});
