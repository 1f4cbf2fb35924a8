import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { checkJson, day, folderWith, itorg, type Output, warned } from "../kit/cli-run.ts";

const rulesOf = (output: Output, path: string): string[] =>
  (output.files.find((file) => file.path === path)?.findings ?? []).map(({ rule, severity }) => `${severity} ${rule}`);

describe("configuration on the command line", () => {
  it("is the nearest one above a file, and each file's own", () => {
    const cwd = folderWith({
      "itorg.config.yaml": "rules: { ciso-in-it-line: hint }\n",
      "a.itorg.yaml": warned,
      "deep/er/b.itorg.yaml": warned,
      "own/itorg.config.yaml": "rules: { ciso-in-it-line: off, open-question: off }\n",
      "own/c.itorg.yaml": warned,
    });
    const output = checkJson(["."], { cwd });
    assert.ok(rulesOf(output, "a.itorg.yaml").includes("hint ciso-in-it-line"));
    assert.deepEqual(rulesOf(output, "deep/er/b.itorg.yaml"), rulesOf(output, "a.itorg.yaml"));
    assert.ok(!rulesOf(output, "own/c.itorg.yaml").some((one) => one.endsWith("ciso-in-it-line")));
    assert.deepEqual(output.rulesOff, ["open-question", "ciso-in-it-line"]);
    assert.equal(output.stderr, "");
  });

  it("lists nothing as off where nothing is", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    assert.deepEqual(checkJson(["."], { cwd }).rulesOff, []);
  });

  it("counts for standard input, questions and explain too", () => {
    const cwd = folderWith({
      "itorg.config.yaml": "rules: { ciso-in-it-line: error }\nregimes: { gdpr: applies }\n",
      "a.itorg.yaml": warned,
    });
    const { status, stdout } = itorg(["check", "-", "--format", "json", ...day], { cwd, input: warned });
    assert.equal(status, 1, "an error now");
    assert.match(stdout, /"severity": "error"/);
    assert.match(itorg(["explain", "a.itorg.yaml#posts.ciso", ...day], { cwd }).stdout, /^- error `ciso-in-it-line`/m);
    const asked = (folder: string) =>
      JSON.parse(itorg(["questions", "--format", "json", ...day], { cwd: folder }).stdout).files[0]
        .questions as object[];
    const bare = folderWith({ "a.itorg.yaml": warned });
    assert.notDeepEqual(asked(cwd), asked(bare), "what the law asks for is asked about");
  });

  it("has the firm's own rules explained like any other, below its folder and nowhere else", () => {
    const cwd = folderWith({
      "itorg.config.yaml": `duties:
  steward-approve: { first: data-stewardship, second: model-approval, severity: error }
rules: { duties-steward-approve: info, ciso-in-it-line: off }
`,
      "deep/a.itorg.yaml": warned,
    });
    const own = itorg(["explain", "Duties-Steward-Approve"], { cwd: join(cwd, "deep") });
    assert.deepEqual([own.status, own.stderr], [0, ""]);
    for (const part of [
      /^# Data stewardship and model approval in the same hands\n\n`duties-steward-approve` · Incompatible duties · error\n/,
      /\nUsually an error\..*\n\nBy `itorg\.config\.yaml`: information\.\n|\nBy `\.\.\/itorg\.config\.yaml`: information\.\n/,
      /\n {2}model-approval: \{ responsible: it-manager \} {2}# <- it-manager\n/,
      /## Who says so\n\n- The firm itself, in `[./]*itorg\.config\.yaml`\.\n/,
      /## What it asks\n\n- Who handles model approval\?\n/,
      /\n {2}- rule: duties-steward-approve\n {4}at: activities\.model-approval\.responsible\n/,
    ])
      assert.match(own.stdout, part);
    assert.doesNotMatch(own.stdout, /published examples|undefined/);
    assert.match(itorg(["explain", "ciso-in-it-line"], { cwd }).stdout, /\nBy `itorg\.config\.yaml`: turned off\.\n/);
    assert.match(itorg(["explain", "duties-steward-aprove"], { cwd }).stderr, /did you mean duties-steward-approve\?/);
    const elsewhere = itorg(["explain", "duties-steward-approve"], { cwd: folderWith({}) });
    assert.equal(elsewhere.status, 2);
    assert.match(elsewhere.stderr, /nothing is known under "duties-steward-approve"/);
  });

  it("says in the report what is off, assumed and not followed, once a configuration", () => {
    const cwd = folderWith({
      "firm/itorg.config.yaml":
        "rules: { key-person: off, no-deputy: off }\nregimes: { gdpr: planned }\nsources: { S2: not-followed }\n",
      "firm/a.itorg.yaml": warned,
      "firm/b.itorg.yaml": warned,
    });
    const { stdout } = itorg(["check", ...day], { cwd });
    assert.equal(stdout.match(/Turned off by firm\/itorg\.config\.yaml: key-person, no-deputy/g)?.length, 1, stdout);
    assert.match(stdout, /Assumed by firm\/itorg\.config\.yaml where a file does not say: GDPR \(planned\)\./);
    assert.match(stdout, /Not followed, by firm\/itorg\.config\.yaml: Cobb\./);
  });

  it("has its mistakes reported with their places, and counts without them", () => {
    const cwd = folderWith({
      "itorg.config.yaml": "rules:\n  ciso-in-it-line: of\n  key-person: off\nthreshold: { small: 5 }\n",
      "a.itorg.yaml": warned,
    });
    const output = checkJson(["."], { cwd });
    assert.equal(
      output.stderr,
      [
        "itorg: itorg.config.yaml:2:20: `of` is not one of the values known here: error, warning, info, hint, off.",
        "itorg: itorg.config.yaml:4:1: `threshold` is not a key that can stand here. Did you mean `thresholds`?",
        "",
      ].join("\n"),
    );
    assert.deepEqual(output.rulesOff, ["key-person"]);
    assert.ok(rulesOf(output, "a.itorg.yaml").includes("warning ciso-in-it-line"));
    assert.equal(output.status, 0);
  });

  it("that is no text, or cannot be read, is complained of", () => {
    const cwd = folderWith({ "itorg.config.yaml": new Uint8Array([0xff, 0xfe, 0x41, 0]), "a.itorg.yaml": warned });
    assert.match(checkJson(["."], { cwd }).stderr, /itorg\.config\.yaml:1:1: This file is saved as UTF-16/);
    const other = folderWith({ "itorg.config.yaml/x": "", "a.itorg.yaml": warned });
    assert.match(
      checkJson(["."], { cwd: other }).stderr,
      /itorg\.config\.yaml: it is a folder; files are checked without it/,
    );
  });

  it("excludes paths from a search, and no file that is named", () => {
    const cwd = folderWith({
      "itorg.config.yaml": "exclude: [archive, drafts/*.itorg.yaml]\n",
      "a.itorg.yaml": warned,
      "archive/old.itorg.yaml": warned,
      "deep/archive/old.itorg.yaml": warned,
      "drafts/new.itorg.yaml": warned,
      "drafts/kept/new.itorg.yaml": warned,
      "archive/itorg.config.yaml": "exclude: []\n",
    });
    const paths = (args: readonly string[]) => checkJson(args, { cwd }).files.map(({ path }) => path);
    assert.deepEqual(paths(["."]), ["a.itorg.yaml", "drafts/kept/new.itorg.yaml"]);
    assert.deepEqual(paths(["drafts/new.itorg.yaml"]), ["drafts/new.itorg.yaml"]);
    assert.deepEqual(paths(["archive"]), ["archive/old.itorg.yaml"], "a folder that is named is searched");
    assert.deepEqual(paths(["drafts"]), ["drafts/kept/new.itorg.yaml"]);
    const { status, stderr } = itorg(["check", "deep"], { cwd });
    assert.equal(status, 2, "nothing left to check");
    assert.match(stderr, /^itorg: nothing to check: deep holds nothing that itorg\.config\.yaml does not exclude\. /);
  });

  it("is itself no organization", () => {
    const cwd = folderWith({ "itorg.config.yaml": "rules:\n" });
    const { status, stderr } = itorg(["check", "itorg.config.yaml"], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /it is a configuration/);
  });
});
