import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { readFixture } from "../kit/notation.ts";
import { rules } from "../kit/standard.ts";

describe("every rule of category format", () => {
  const ours = rules.filter((rule) => rule.category === "format");
  it("is there", () => assert.equal(ours.length, 16));
  it("says what it says on one line, in at most about 250 characters", () => {
    for (const rule of ours) {
      for (const { message, rule: id } of check(readFixture(rule.examples.bad).text).findings) {
        if (id !== rule.id) continue;
        assert.ok(message.length <= 280 && !inFull(message).includes("\n"), inFull(message));
      }
    }
  });
  it("stands inside the text", () => {
    for (const rule of ours) {
      const text = new Text(readFixture(rule.examples.bad).text);
      for (const { span } of check(text.content).findings)
        assert.ok(span.end <= text.content.length && span.start <= span.end);
    }
  });
});
