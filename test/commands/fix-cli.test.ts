import assert from "node:assert/strict";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { day, folderWith, itorg, type RunOptions, warned } from "../kit/cli-run.ts";

const misspelt = `itorg: 1 # kept
organization: { name: Example, headcount: 85 }
regimes: { gdpr: exempt, nis2: exempt, csf: exempt }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldby: Bo Li, reportTo: ceo } # two slips
`;
const mended = misspelt.replace("heldby", "heldBy").replace("reportTo", "reportsTo");

const fix = (args: readonly string[], options: RunOptions = {}) => itorg(["fix", ...day, ...args], options);

describe("itorg fix", () => {
  it("mends what needs no judgement, and keeps the rest of the file", () => {
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    for (const [before, after] of [
      [misspelt, mended],
      [crlf(misspelt), crlf(mended)],
      [`\ufeff${misspelt}`, `\ufeff${mended}`],
      [misspelt.trimEnd(), mended.trimEnd()],
    ]) {
      const cwd = folderWith({ "a.itorg.yaml": before! });
      const { status, stdout, stderr } = fix(["a.itorg.yaml"], { cwd });
      assert.deepEqual([status, stderr], [0, ""], stdout);
      assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), after);
      assert.deepEqual(readdirSync(cwd), ["a.itorg.yaml"]);
      assert.equal(
        stdout,
        "a.itorg.yaml\n  6:10    fixed: Write `heldBy` [unknown-key]\n  6:25    fixed: Write `reportsTo` [unknown-key]\nFixed 2 in 1 file.\n",
      );
      const again = fix(["."], { cwd });
      assert.deepEqual([again.status, again.stdout], [0, "Nothing to fix in 1 file.\n"]);
    }
  });

  it("does not touch a file that does not change", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned, "b.itorg.yml": misspelt, "c.yaml": misspelt });
    const long = new Date("2020-01-01");
    for (const name of ["a.itorg.yaml", "c.yaml"]) utimesSync(join(cwd, name), long, long);
    assert.equal(fix(["."], { cwd }).status, 0);
    for (const name of ["a.itorg.yaml", "c.yaml"]) assert.equal(+statSync(join(cwd, name)).mtime, +long, name);
    assert.equal(readFileSync(join(cwd, "b.itorg.yml"), "utf8"), mended);
  });

  it("leaves a record as it is; --rule takes that rule's first remedy in the file of a target", () => {
    const record = warned;
    const warnedTarget = record.replace("\n", "\nstate: to-be\n");
    const cwd = folderWith({ "a.itorg.yaml": warnedTarget, "record.itorg.yaml": record });
    const safe = fix(["record.itorg.yaml"], { cwd });
    assert.deepEqual([safe.status, safe.stdout], [0, "Nothing to fix in 1 file.\n"]);
    const refused = fix(["record.itorg.yaml", "--rule", "ciso-in-it-line"], { cwd });
    assert.deepEqual([refused.status, refused.stdout], [2, ""]);
    assert.match(refused.stderr, /it records the organization as it is.*itorg plan record\.itorg\.yaml --out FILE\n$/);
    assert.equal(readFileSync(join(cwd, "record.itorg.yaml"), "utf8"), record);
    const ruled = fix(["a.itorg.yaml", "--rule", "ciso-in-it-line"], { cwd });
    assert.deepEqual([ruled.status, ruled.stderr], [0, ""]);
    assert.match(ruled.stdout, / fixed: Let the CISO report to the CEO \[ciso-in-it-line\]\nFixed 1 in 1 file\.\n$/);
    assert.equal(
      readFileSync(join(cwd, "a.itorg.yaml"), "utf8"),
      warnedTarget.replace("reportsTo: cio", "reportsTo: ceo"),
    );
    const none = fix(["a.itorg.yaml", "--rule", "ciso-in-it-line"], { cwd });
    assert.deepEqual([none.status, none.stdout], [0, "Nothing to fix in 1 file.\n"]);
  });

  it("shows with --dry-run what would change, as a diff, and writes nothing", () => {
    const cwd = folderWith({ "sub/a.itorg.yaml": misspelt });
    const { status, stdout, stderr } = fix(["sub", "--dry-run"], { cwd });
    assert.deepEqual([status, stderr], [0, ""]);
    assert.equal(
      stdout,
      `--- a/sub/a.itorg.yaml
+++ b/sub/a.itorg.yaml
@@ -3,4 +3,4 @@
 regimes: { gdpr: exempt, nis2: exempt, csf: exempt }
 posts:
   ceo: { heldBy: Ann Ode, reportsTo: board }
-  cfo: { heldby: Bo Li, reportTo: ceo } # two slips
+  cfo: { heldBy: Bo Li, reportsTo: ceo } # two slips
sub/a.itorg.yaml
  6:10    would fix: Write \`heldBy\` [unknown-key]
  6:25    would fix: Write \`reportsTo\` [unknown-key]
Would fix 2 in 1 file.
`,
    );
    assert.equal(readFileSync(join(cwd, "sub/a.itorg.yaml"), "utf8"), misspelt);
  });

  it("writes standard input, mended, to standard output", () => {
    for (const [input, output] of [
      [misspelt, mended],
      [`\ufeff${misspelt}`, `\ufeff${mended}`],
      [mended, mended],
    ]) {
      const { status, stdout, stderr } = fix(["-"], { input: input! });
      assert.deepEqual([status, stdout], [0, output]);
      const isSame = input === output;
      assert.match(
        stderr,
        isSame ? /^Nothing to fix in 1 file\.\n$/ : /^-\n(?: {2}.* fixed: .*\n){2}Fixed 2 in 1 file\.\n$/,
      );
    }
    const dry = fix(["-", "--dry-run"], { input: misspelt });
    assert.match(dry.stdout, /^--- a\/-\n\+\+\+ b\/-\n/);
    assert.equal(dry.stderr, "");
  });

  it("goes by the firm's configuration", () => {
    const cwd = folderWith({
      "a.itorg.yaml": warned.replace("\n", "\nstate: to-be\n"),
      "itorg.config.yaml": "rules: { ciso-in-it-line: off }\n",
    });
    const off = fix(["a.itorg.yaml", "--rule", "ciso-in-it-line"], { cwd });
    assert.deepEqual([off.status, off.stdout], [0, "Nothing to fix in 1 file.\n"]);
    const excluded = folderWith({
      "a.itorg.yaml": misspelt,
      "old/b.itorg.yaml": misspelt,
      "itorg.config.yaml": "exclude: [old]\n",
    });
    assert.equal(fix(["."], { cwd: excluded }).status, 0);
    assert.equal(readFileSync(join(excluded, "a.itorg.yaml"), "utf8"), mended);
    assert.equal(readFileSync(join(excluded, "old/b.itorg.yaml"), "utf8"), misspelt);
  });

  it("keeps a file's permissions, and writes what a link leads to", () => {
    const cwd = folderWith({ "real/a.itorg.yaml": misspelt });
    chmodSync(join(cwd, "real/a.itorg.yaml"), 0o664);
    symlinkSync("real/a.itorg.yaml", join(cwd, "link.itorg.yaml"));
    assert.equal(fix(["link.itorg.yaml"], { cwd }).status, 0);
    assert.ok(lstatSync(join(cwd, "link.itorg.yaml")).isSymbolicLink());
    assert.equal(readFileSync(join(cwd, "real/a.itorg.yaml"), "utf8"), mended);
    assert.equal(statSync(join(cwd, "real/a.itorg.yaml")).mode & 0o777, 0o664);
  });

  it("leaves a file alone that is read-only, and does not say that it was fixed", () => {
    const cwd = folderWith({ "a.itorg.yaml": misspelt, "b.itorg.yaml": misspelt });
    chmodSync(join(cwd, "a.itorg.yaml"), 0o444);
    const { status, stdout, stderr } = fix(["."], { cwd });
    assert.deepEqual([status, stderr], [2, "itorg: a.itorg.yaml: not written: it is read-only\n"]);
    assert.match(stdout, /^b\.itorg\.yaml\n(?: {2}.*\n){2}Fixed 2 in 1 file\.\n$/);
    assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), misspelt);
    assert.equal(readFileSync(join(cwd, "b.itorg.yaml"), "utf8"), mended);
  });

  it("mends the readable part of a broken file, and leaves alone what is no text", () => {
    const broken = `${misspelt}committees: { it-steering: { chair: ceo\n`;
    const latin = Buffer.from(misspelt.replace("Example", "Müller"), "latin1");
    const cwd = folderWith({ "a.itorg.yaml": broken, "b.itorg.yaml": latin });
    // To close a bracket takes judgement, so it is left, and said to be.
    assert.equal(fix(["a.itorg.yaml"], { cwd }).status, 1);
    assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), broken.replace(misspelt, mended));
    const { status, stderr } = fix(["b.itorg.yaml"], { cwd });
    assert.deepEqual([status, stderr], [2, "itorg: b.itorg.yaml: it could not be read; itorg check says why\n"]);
    assert.deepEqual(readFileSync(join(cwd, "b.itorg.yaml")), latin);
  });

  it("refuses calls that it cannot carry out", () => {
    const cwd = folderWith({ "a.itorg.yaml": misspelt });
    for (const [args, says] of [
      [[], /fix what\? Name a file/],
      [
        ["a.itorg.yaml", "--rule", "ciso-in-it-lines"],
        /there is no rule "ciso-in-it-lines"; did you mean ciso-in-it-line\?/,
      ],
      [["a.itorg.yaml", "--rule"], /--rule needs a value/],
      [["a.itorg.yaml", "--dryrun"], /did you mean --dry-run\?/],
      [["missing.itorg.yaml"], /missing\.itorg\.yaml: there is no such file/],
    ] as const) {
      const { status, stderr } = fix(args, { cwd });
      assert.equal(status, 2, args.join(" "));
      assert.match(stderr, says);
    }
    assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), misspelt);
  });
});
