import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import type { Growth } from "../kit/growth.ts";
import { large } from "../kit/large-organizations.ts";
import { isLong, sampled } from "../kit/sample.ts";

describe("the work on a file", () => {
  it("grows with its entries and not with their square", () => {
    // What is listed fifty times at most, or asked once a role, still grows between a hundred and five hundred entries.
    const [few, many, most] = isLong ? [1000, 5000, 1.2] : [100, 400, 1.45];
    const kinds = sampled(Object.keys(large), 8);
    const { NODE_V8_COVERAGE: _, ...env } = process.env;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["dist/test/growth.mjs", String(few), String(many), ...kinds, "--json"],
      { encoding: "utf8", env, maxBuffer: 1e8 },
    );
    assert.ok(stdout !== "", stderr);
    const grown = JSON.parse(stdout) as Growth[];
    assert.equal(grown.length, kinds.length);
    assert.deepEqual(
      grown.filter(({ reading, judging }) => !(reading <= most && judging <= most)),
      [],
    );
  });
});
