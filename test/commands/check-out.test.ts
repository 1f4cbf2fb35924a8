import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { cli, day, folderWith, itorg, warned } from "../kit/cli-run.ts";
import { formatFaults } from "../kit/machine-formats.ts";
import { sampled } from "../kit/sample.ts";

const checked = (args: readonly string[], cwd: string) => itorg(["check", ...day, ...args], { cwd });

describe("itorg check --out", () => {
  it("writes by the ending, over what is there, and prints the findings for people", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned, "out.sarif": "old" });
    const usual = checked(["a.itorg.yaml"], cwd).stdout;
    for (const [ending, format] of [
      ["sarif", "sarif"],
      ["xml", "junit"],
      ["json", "json"],
      ["md", "markdown"],
    ] as const) {
      const { status, stdout, stderr } = checked(["a.itorg.yaml", "--out", `out.${ending}`], cwd);
      assert.deepEqual([status, stdout, stderr], [0, usual, ""]);
      const content = readFileSync(join(cwd, `out.${ending}`), "utf8");
      assert.equal(content, checked(["a.itorg.yaml", "--format", format], cwd).stdout, ending);
      assert.deepEqual(formatFaults[format]?.(content) ?? [], []);
    }
  });

  it("takes the format that is named where the ending goes with it", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    for (const [format, file] of [
      ["gitlab", "gl-code-quality-report.json"],
      ["sarif", "itorg.SARIF.json"],
      ["github", "out.txt"],
    ] as const) {
      assert.equal(checked(["a.itorg.yaml", "--format", format, "--out", file], cwd).status, 0);
      assert.equal(readFileSync(join(cwd, file), "utf8"), checked(["a.itorg.yaml", "--format", format], cwd).stdout);
    }
  });

  it("ends with 2 and the endings it knows for any other, and where both contradict each other", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    for (const [args, says] of [
      [["--out", "a.pdf"], /"a\.pdf": no such ending; the endings are \.json, \.sarif, \.xml, \.md/],
      [["--out", "a"], /it has no ending/],
      [["--format", "junit", "--out", "a.json"], /--format junit contradict each other; it ends in \.xml/],
    ] as const) {
      const { status, stdout, stderr } = checked(["a.itorg.yaml", ...args], cwd);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, says);
    }
    const nowhere = checked(["a.itorg.yaml", "--out", "no/folder.sarif"], cwd);
    assert.equal(nowhere.status, 2);
    assert.match(nowhere.stderr, /no\/folder\.sarif: not written: there is no such folder/);
    assert.match(nowhere.stdout, /\[ciso-in-it-line\]/, "what was found is printed all the same");
  });

  it("writes to standard output alone where that is named, and for programs also where there is nothing", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned, "empty/x.txt": "" });
    const piped = checked(["a.itorg.yaml", "--format", "sarif", "--out", "-"], cwd);
    assert.equal(piped.stdout, checked(["a.itorg.yaml", "--format", "sarif"], cwd).stdout);
    const nothing = checked(["empty", "--out", "out.sarif"], cwd);
    assert.deepEqual([nothing.status, nothing.stdout], [2, ""]);
    assert.deepEqual(formatFaults["sarif"]!(readFileSync(join(cwd, "out.sarif"), "utf8")), []);
  });

  it("keeps --fail-on, and fails the same cases of JUnit", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    assert.equal(checked(["--out", "out.xml"], cwd).status, 0);
    assert.doesNotMatch(readFileSync(join(cwd, "out.xml"), "utf8"), /<failure/);
    assert.equal(checked(["--out", "out.xml", "--fail-on", "warning"], cwd).status, 1);
    assert.match(readFileSync(join(cwd, "out.xml"), "utf8"), /name="ciso-in-it-line"[^>]*><failure type="warning"/);
  });

  it("names files from the root of the repository that holds them", () => {
    const cwd = folderWith({ "repo/clients/a.itorg.yaml": warned, "alone/b.itorg.yaml": warned });
    mkdirSync(join(cwd, "repo", ".git"));
    const uri = (args: readonly string[], where: string) =>
      /"uri": "([^"]*)"/.exec(checked([...args, "--format", "sarif"], join(cwd, where)).stdout)?.[1];
    assert.equal(uri(["."], "repo/clients"), "clients/a.itorg.yaml");
    assert.equal(uri(["../repo"], "alone"), "clients/a.itorg.yaml");
    assert.equal(uri(["."], "alone"), "b.itorg.yaml");
    writeFileSync(join(cwd, "alone", ".git"), "gitdir: elsewhere\n");
    assert.equal(uri(["alone"], "."), "b.itorg.yaml", "a linked work tree has a file of that name");
    assert.match(
      checked(["--format", "github"], join(cwd, "repo/clients")).stdout,
      /^::warning file=clients\/a\.itorg/m,
    );
    assert.match(
      checked(["--format", "gitlab"], join(cwd, "repo/clients")).stdout,
      /"path": "clients\/a\.itorg\.yaml"/,
    );
  });

  it("gives the same bytes in every process, time zone and locale", () => {
    const cwd = folderWith({ "a.itorg.yaml": readFileSync("samples/pinecrest.itorg.yaml") });
    const places = [
      { TZ: "UTC", LC_ALL: "C" },
      { TZ: "Asia/Tokyo", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" },
      { TZ: "America/St_Johns", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
    ];
    for (const format of ["json", "sarif", "junit", "github", "gitlab", "markdown"]) {
      const outputs = sampled(places, 2).map((place) => {
        const args = [cli, "check", "a.itorg.yaml", "--format", format, ...day];
        const { stdout } = spawnSync(process.execPath, args, { cwd, env: { ...process.env, ...place } });
        return createText(stdout);
      });
      assert.ok(outputs[0]!.length > 100, format);
      assert.deepEqual(new Set(outputs).size, 1, format);
    }
    assert.ok(!existsSync(join(cwd, "out.sarif")));
  });
});

const createText = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
