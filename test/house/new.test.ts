import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, describe, it } from "node:test";

const parts =
  "server schemas scaffold docs/rules docs/provisions test/kit test/rules/rules.test.ts test/laws/law-edges.test.ts test/one.mjs bundles.mjs bundles.d.mts fonts.mjs package.json tsconfig.json biome.json".split(
    " ",
  );

/** A copy of the house, since what is tried here writes into it. */
const copy = mkdtempSync(join(tmpdir(), "itorg-new-"));
after(() => rmSync(copy, { recursive: true, force: true }));
for (const part of parts) {
  mkdirSync(join(copy, part, ".."), { recursive: true });
  cpSync(part, join(copy, part), { recursive: true });
}
symlinkSync(resolve("node_modules"), join(copy, "node_modules"));

/** Without the mark by which a test's processes tell the runner that they are its own. */
const { NODE_TEST_CONTEXT, ...env } = process.env;
const run = (...args: string[]) => spawnSync(process.execPath, args, { cwd: copy, encoding: "utf8", env });
const make = (...args: string[]) => run("scaffold/new.mjs", ...args);
const read = (path: string) => readFileSync(join(copy, path), "utf8");

describe("npm run new", () => {
  it("refuses what is no kind, no name, or there already, and says what there is", () => {
    for (const [args, why] of [
      [[], /^npm run new -- KIND NAME[\s\S]*rule ID/],
      [["rule"], /is called by small letters/],
      [["rule", "No_Deputy"], /is called by small letters/],
      [["rule", "key-person"], /There is a rule or a provision key-person already/],
      [["rule", "zz-new", "gaps"], /no category gaps: one of format, gap/],
      [["feature", "hover"], /declaration, implementation, type-definition/],
      [["duty", "zz-pair", "change-build", "change-deploy"], /begins with duties-/],
      [["duty", "duties-zz", "change-build", "zz"], /zz is no activity/],
      [["law", "zz", "zz-1", "key-person"], /zz is no law that is known here: gdpr/],
    ] as const) {
      const { status, stderr } = make(...args);
      assert.match(stderr, why, args.join(" "));
      assert.equal(status, 2);
    }
  });

  it("writes what builds, is known by the lists, and fails only until somebody has put it into words", () => {
    for (const args of [
      ["rule", "zz-new-rule", "continuity"],
      ["feature", "implementation"],
      ["format", "zz-new-format"],
      ["duty", "duties-zz-new", "access-provision", "restore-test"],
      ["law", "iso27001", "zz-new-provision", "key-person"],
    ]) {
      const { status, stdout, stderr } = make(...args);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^Written:\n(?: {2}\S+\n)+\nNext:\n {2}1\. /);
    }
    assert.match(read("server/rules/index.ts"), / {2}noIncidentBackup,\n {2}zzNewRule,\n {2}\/\/ regime/);
    assert.match(
      read("server/lsp/features.ts"),
      /atOffset\(ImplementationRequest\.type, \{ implementationProvider: true \}/,
    );
    assert.match(read("server/commands/check.ts"), /"zz-new-format": zzNewFormat \}/);
    const { stdout: faults } = run(resolve("node_modules/typescript/bin/tsc"), "-p", ".");
    assert.equal(faults, "");
    const { stdout } = run("test/one.mjs", "zz-new");
    assert.match(stdout, /not ok \d+ - speaks in words of its own/);
    assert.match(stdout, /^# fail 1$/m, stdout);
  });

  it("leaves none of its own words in what is known", () => {
    for (const name of ["duties", "regimes"])
      assert.doesNotMatch(readFileSync(`schemas/definitions/${name}.yaml`, "utf8"), /"Say: /, `${name}.yaml`);
  });
});
