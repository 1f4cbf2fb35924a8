import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { isDeviceName, unfitName } from "../../server/base/file-names.ts";
import { NotWritten, type Over, writeWhole } from "../../server/commands/writing.ts";
import { fileNameFor } from "../../server/model/write/new-organization.ts";
import { cli, day, folderWith, itorg } from "../kit/cli-run.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Why it is not written; "written" where it is. */
async function outcome(path: string, over: Over, content = "new"): Promise<string> {
  try {
    await writeWhole(path, content, over);
    return "written";
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    return error.isThere ? `there: ${error.message}` : error.message;
  }
}

describe("writing a file", () => {
  it("writes over what it was told is there, and over nothing else", async () => {
    const cwd = folderWith({ "a.md": "old" });
    const path = join(cwd, "a.md");
    for (const [over, says, left] of [
      ["nothing", "there: it is there already", "old"],
      [bytes("older"), "it was changed by somebody else meanwhile", "old"],
      [bytes("old"), "written", "new"],
      [bytes("old"), "it was changed by somebody else meanwhile", "new"],
      ["anything", "written", "new"],
    ] as const) {
      assert.equal(await outcome(path, over), says);
      assert.equal(readFileSync(path, "utf8"), left);
      assert.deepEqual(readdirSync(cwd), ["a.md"]);
    }
    assert.equal(await outcome(join(cwd, "b.md"), bytes("old")), "it is no longer there");
    assert.equal(await outcome(join(cwd, "b.md"), "nothing"), "written");
    assert.equal(await outcome(join(cwd, "no/b.md"), "anything"), "there is no such folder");
    assert.equal(await outcome(join(cwd, "a.md/b.md"), "anything"), "there is no such folder");
    assert.deepEqual(readdirSync(cwd), ["a.md", "b.md"]);
  });

  it("lets only one of many at a time have a free place", async () => {
    const cwd = folderWith({});
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, i) => outcome(join(cwd, "a.md"), "nothing", `content ${i}`)),
    );
    assert.equal(all.filter((one) => one === "written").length, 1);
    assert.equal(readFileSync(join(cwd, "a.md"), "utf8"), `content ${all.indexOf("written")}`);
    assert.deepEqual(readdirSync(cwd), ["a.md"]);
  });

  it("keeps permissions, follows a link, and refuses what it could not keep", async () => {
    const cwd = folderWith({ "real/a.md": "old", "locked.md": "old", "twice.md": "old" });
    const at = (name: string) => join(cwd, name);
    chmodSync(at("real/a.md"), 0o640);
    symlinkSync("real/a.md", at("link.md"));
    symlinkSync("nowhere.md", at("dangling.md"));
    symlinkSync("round.md", at("round.md"));
    mkdirSync(at("folder.md"));
    chmodSync(at("locked.md"), 0o444);
    linkSync(at("twice.md"), at("once.md"));
    assert.equal(await outcome(at("link.md"), bytes("old")), "written");
    assert.ok(lstatSync(at("link.md")).isSymbolicLink());
    assert.equal(readFileSync(at("real/a.md"), "utf8"), "new");
    assert.equal(statSync(at("real/a.md")).mode & 0o777, 0o640);
    assert.equal(await outcome(at("link.md"), "nothing"), "there: it is there already");
    assert.equal(await outcome(at("dangling.md"), "anything"), "it is a link that leads nowhere");
    assert.equal(await outcome(at("round.md"), "anything"), "it is a link that leads back to itself");
    assert.equal(await outcome(at("folder.md"), "anything"), "it is a folder");
    assert.equal(await outcome(at("locked.md"), "anything"), "it is read-only");
    assert.match(await outcome(at("twice.md"), "anything"), /^it has a second name/);
    assert.equal(await outcome("/dev/null", "anything"), "it is a device and no file");
    for (const name of ["locked.md", "twice.md", "once.md"]) assert.equal(readFileSync(at(name), "utf8"), "old");
    assert.ok(!readdirSync(cwd, { recursive: true }).some((name) => String(name).endsWith(".tmp")));
  });

  it("refuses names that a system cannot hold", async () => {
    const cwd = folderWith({});
    assert.match(await outcome(join(cwd, "nul.itorg.yaml"), "nothing"), /^Windows keeps this name for a device/);
    assert.equal(await outcome(join(cwd, `${"ü".repeat(128)}`), "nothing"), "the name is longer than 255 bytes");
    assert.equal(await outcome(join(cwd, "a\u0000b"), "nothing"), "a name cannot hold this sign");
    assert.deepEqual(readdirSync(cwd), []);
    for (const name of ["CON", "con.svg", "Prn .md", "aux.itorg.yaml", "com1", "LPT9.html", "COM¹.md", "CONIN$"])
      assert.ok(isDeviceName(name), name);
    for (const name of ["console.md", "com.md", "com10.md", "lpt.md", "x.con", "nulls", "auxiliary.itorg.yaml"])
      assert.ok(!isDeviceName(name), name);
    for (const name of ["a:b.svg", "a?.md", 'a".md', "a\tb", "a\\b", "ends. ", "ends."]) {
      assert.ok(unfitName(name, true), name);
      assert.equal(unfitName(name, false), undefined, name);
    }
    assert.equal(unfitName("Zoë & Søn.itorg.yaml", true), undefined);
    assert.equal(fileNameFor("AUX"), "aux-organization.itorg.yaml");
    assert.equal(fileNameFor("Auxilium"), "auxilium.itorg.yaml");
  });

  it("has no other way to the disk", () => {
    const writers = /\b(?:writeFile|appendFile|createWriteStream|rename|copyFile|truncate|open|rm|unlink)(?:Sync)?\b/;
    const others = (readdirSync("server", { recursive: true, encoding: "utf8" }) as string[])
      .map((name) => `server/${name.replaceAll("\\", "/")}`)
      .filter((name) => name.endsWith(".ts") && name !== "server/commands/writing.ts");
    const importing = (source: string) =>
      [...source.matchAll(/import \{([^}]*)\} from "node:fs(?:\/promises)?"/g)].some(([, names = ""]) =>
        writers.test(names),
      );
    assert.deepEqual(
      others.filter((name) => importing(readFileSync(name, "utf8"))),
      [],
    );
    assert.ok(importing('import { readFile, writeFile } from "node:fs/promises";\n'), "the seeded one is found");
  });
});

const misspelt = `itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldby: Bo Li, reportsTo: ceo }
`;
/** Large enough that writing it takes a while, and that a limit is reached in the midst of it. */
const large = (size: number): string => `${misspelt}x-notes: |\n${`  ${"note ".repeat(15)}\n`.repeat(size / 77)}`;

/** Runs `itorg` where no file may grow beyond 4 KB, which ends a write as a full disk does. */
function withoutRoom(args: readonly string[], cwd: string) {
  const shell = 'ulimit -f 8; exec "$0" "$@"';
  const { status, stderr } = spawnSync("sh", ["-c", shell, process.execPath, cli, ...args], { cwd, encoding: "utf8" });
  return { status, stderr };
}

describe("a full disk while a command writes", () => {
  it("leaves the file of itorg fix whole, and nothing beside it", () => {
    const content = large(100_000);
    const cwd = folderWith({ "a.itorg.yaml": content });
    const { status, stderr } = withoutRoom(["fix", ...day, "a.itorg.yaml"], cwd);
    assert.deepEqual(
      [status, stderr],
      [2, "itorg: a.itorg.yaml: not written: it would be larger than a file may be here\n"],
    );
    assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), content);
    assert.deepEqual(readdirSync(cwd), ["a.itorg.yaml"]);
    assert.equal(itorg(["fix", ...day, "a.itorg.yaml"], { cwd }).status, 0, "with room it is written");
    assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), content.replace("heldby", "heldBy"));
  });

  it("leaves no half file of itorg init, and the old one under --force", () => {
    const name = `Example ${"of a very long name ".repeat(300)}`;
    const cwd = folderWith({});
    assert.equal(withoutRoom(["init", name], cwd).status, 2);
    assert.deepEqual(readdirSync(cwd), []);
    const file = fileNameFor(name);
    writeFileSync(join(cwd, file), "the old one");
    const { status, stderr } = withoutRoom(["init", name, "--force"], cwd);
    assert.equal(status, 2);
    assert.match(stderr, /: not written: it would be larger than a file may be here/);
    assert.equal(readFileSync(join(cwd, file), "utf8"), "the old one");
    assert.deepEqual(readdirSync(cwd), [file]);
  });
});

/** Has a program killed at one step of writing; `half` is after half of the content. */
const deadly = `
const files = require("node:fs/promises");
const die = () => { process.kill(process.pid, "SIGKILL"); return new Promise(() => {}); };
const step = process.env.DIE_AT;
const { open } = files;
files.open = async (...args) => {
  const file = await open(...args);
  const { writeFile } = file;
  if (step === "half") file.writeFile = (bytes) => writeFile.call(file, bytes.subarray(0, bytes.length / 2)).then(die);
  if (step === "sync") file.sync = die;
  return file;
};
if (step in files && step !== "open") files[step] = die;
`;

describe("a kill while a command writes", () => {
  const killed = (args: readonly string[], files: Readonly<Record<string, string>>, step: string) => {
    const cwd = folderWith(files);
    if (args[0] === "docs") cpSync("docs", join(cwd, "docs"), { recursive: true, force: false });
    const preload = join(folderWith({ "deadly.cjs": deadly }), "deadly.cjs");
    const env = { ...process.env, DIE_AT: step };
    const { signal } = spawnSync(process.execPath, ["--require", preload, cli, ...args], { cwd, env });
    assert.equal(signal, "SIGKILL", `${args.join(" ")} came to ${step}`);
    return cwd;
  };

  for (const step of ["half", "sync", "chmod", "rename"])
    it(`leaves the file of itorg fix whole: ${step}`, () => {
      const cwd = killed(["fix", ...day, "a.itorg.yaml"], { "a.itorg.yaml": misspelt }, step);
      assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), misspelt);
      // What was left beside is in nobody's way.
      assert.equal(itorg(["fix", ...day, "."], { cwd }).status, 0);
      assert.equal(readFileSync(join(cwd, "a.itorg.yaml"), "utf8"), misspelt.replace("heldby", "heldBy"));
    });

  for (const step of ["half", "sync", "chmod", "rename"])
    it(`leaves the file that itorg init --force was to write over: ${step}`, () => {
      const cwd = killed(["init", "Example", "--force"], { "example.itorg.yaml": misspelt }, step);
      assert.equal(readFileSync(join(cwd, "example.itorg.yaml"), "utf8"), misspelt);
    });

  for (const step of ["half", "sync", "link"])
    it(`leaves no half file of itorg init: ${step}`, () => {
      const cwd = killed(["init", "Example"], {}, step);
      assert.ok(!readdirSync(cwd).includes("example.itorg.yaml"), readdirSync(cwd).join(" "));
      assert.equal(itorg(["init", "Example"], { cwd }).status, 0);
    });

  for (const step of ["half", "rename"])
    it(`leaves the page whole that itorg docs was to write over: ${step}`, () => {
      const cwd = killed(["docs", "--out", "docs"], { "docs/rules/README.md": "the old one" }, step);
      assert.equal(readFileSync(join(cwd, "docs/rules/README.md"), "utf8"), "the old one");
    });
});
