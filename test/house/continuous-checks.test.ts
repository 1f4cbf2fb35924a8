import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, it } from "node:test";
import { parse } from "yaml";
import { version } from "../../package.json";
import { home } from "../../server/base/home.ts";
import { formatFaults } from "../kit/machine-formats.ts";

const page = readFileSync("docs/continuous-checks.md", "utf8");
/** The blocks of code on the page of one language. */
const blocks = (language: string): string[] =>
  [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, text = ""]) => (name === language ? text : []));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly { run: string; env: Record<string, string> }[] };
}
const action: Action = parse(readFileSync("action.yml", "utf8"));
const workflows = blocks("yaml").map((text) => ({ ...parse(text), file: /^# (\S+)/.exec(text)?.[1] ?? "" }));
const workflow = (name: string) => {
  const found = workflows.find(({ file }) => file.endsWith(name));
  assert.ok(found, name);
  return found;
};
const stepsOf = (name: string): Step[] =>
  Object.values(workflow(name).jobs as Record<string, { steps: Step[] }>)[0]!.steps;

let folder = "";
/** The packed program, as npm would get it. */
let packed = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "itorg-checks-"));
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["pack", "--ignore-scripts", "--json", "--pack-destination", folder],
    { encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  packed = join(folder, JSON.parse(stdout)[0].filename);
  mkdirSync(join(folder, "repo", ".git"), { recursive: true });
  for (const sample of ["pinecrest", "marlow"])
    cpSync(`samples/${sample}.itorg.yaml`, join(folder, "repo", "clients", `${sample}.itorg.yaml`));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs shell lines as a runner does, with the packed program in place of the version. */
function shell(lines: string, env: Readonly<Record<string, string>> = {}) {
  const script = lines.replaceAll(`itorg@${version}`, `itorg@file:${packed}`);
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd: join(folder, "repo"),
    encoding: "utf8",
    env: {
      ...process.env,
      npm_config_cache: join(folder, "cache"),
      npm_config_audit: "false",
      npm_config_fund: "false",
      npm_config_update_notifier: "false",
      // Whatever npm would fetch for it is missing then: the program brings all that it needs.
      npm_config_offline: "true",
      ...env,
    },
  });
  return { status, stdout, stderr };
}
const written = (name: string) => readFileSync(join(folder, "repo", name), "utf8");

/** What the action runs with these inputs. */
function act(inputs: Readonly<Record<string, string>>) {
  const [step] = action.runs.steps;
  const given = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, String(input.default)]));
  const all: Record<string, string> = { ...given, version: `file:${packed}`, ...inputs };
  const filledIn = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => all[name] ?? assert.fail(name));
  return shell(step!.run, Object.fromEntries(Object.entries(step!.env).map(([name, text]) => [name, filledIn(text)])));
}

describe("checks in every change", () => {
  it("are of this version, and at our address", () => {
    assert.equal(action.inputs["version"]!.default, version);
    const versions = [...page.matchAll(/(?:itorg@v?|rev: v)(\d+\.\d+\.\d+)/g)].map(([, one]) => one);
    assert.ok(versions.length > 6 && versions.every((one) => one === version), versions.join(" "));
    const [hook] = parse(readFileSync(".pre-commit-hooks.yaml", "utf8"));
    const [{ repo, hooks }] = workflow(".pre-commit-config.yaml").repos;
    assert.deepEqual([repo, hooks[0].id], [home, hook.id]);
    assert.deepEqual([hook.language, hook.entry, hook.types_or], ["node", "itorg check", ["yaml"]]);
    assert.deepEqual(
      ["clients/a.itorg.yaml", "a.itorg.yml", "itorg.yaml", "a.yaml"].map((path) => new RegExp(hook.files).test(path)),
      [true, true, false, false],
    );
  });

  it("run the action, by default and with its inputs", () => {
    assert.equal(action.runs.using, "composite");
    assert.deepEqual(Object.keys(action.inputs), ["paths", "fail-on", "format", "version"]);
    const usual = act({});
    assert.equal(usual.status, 0, usual.stderr);
    assert.deepEqual(formatFaults["github"]!(usual.stdout), []);
    assert.match(usual.stdout, /^::warning file=clients\/pinecrest\.itorg\.yaml,line=/m);
    const { uses, with: inputs = {} } = stepsOf("itorg.yml").find(({ uses: one }) => one?.startsWith("itorg/"))!;
    assert.equal(`https://github.com/${uses}`, `${home}@v${version}`);
    assert.ok(Object.keys(inputs).every((name) => name in action.inputs));
    assert.equal(act(inputs).status, 1);
    const one = act({ paths: "clients/marlow.itorg.yaml\n\nclients/pinecrest.itorg.yaml\n", format: "json" });
    assert.deepEqual(
      JSON.parse(one.stdout).files.map(({ path }: { path: string }) => path),
      ["clients/marlow.itorg.yaml", "clients/pinecrest.itorg.yaml"],
    );
    const hostile = act({ paths: '"; touch broken-out; $(touch broken-out)' });
    assert.equal(hostile.status, 2, hostile.stderr);
    assert.equal(existsSync(join(folder, "repo", "broken-out")), false);
  });

  it("run the steps for code scanning, which write a valid log", () => {
    const summary = join(folder, "summary.md");
    for (const { run } of stepsOf("itorg-scan.yml"))
      if (run !== undefined) {
        const { status, stderr } = shell(run, { GITHUB_STEP_SUMMARY: summary });
        assert.equal(status, 0, stderr);
      }
    const { with: upload } = stepsOf("itorg-scan.yml").find(({ uses }) => uses?.includes("upload-sarif"))!;
    assert.deepEqual(formatFaults["sarif"]!(written(upload!["sarif_file"]!)), []);
    assert.match(readFileSync(summary, "utf8"), /## Pinecrest Dental Group `clients\/pinecrest\.itorg\.yaml`/);
  });

  it("run the job of GitLab, which writes the report that it hands on", () => {
    const { script, artifacts } = workflow(".gitlab-ci.yml").itorg;
    assert.equal(shell(script.join("\n")).status, 0);
    assert.deepEqual(formatFaults["gitlab"]!(written(artifacts.reports.codequality)), []);
  });

  it("run by hand as the page says", () => {
    const [byHand = "", compare = ""] = blocks("sh");
    const [strict = "", junit = ""] = byHand.trim().split("\n");
    assert.equal(shell(strict).status, 1, "a warning fails it there");
    assert.equal(shell(junit).status, 0);
    assert.deepEqual(formatFaults["junit"]!(written("itorg.xml")), []);
    rmSync(join(folder, "repo", ".git"), { recursive: true });
    shell("git init -q . && git add clients && git -c user.name=A -c user.email=a@example.org commit -qm first");
    shell("sed -i 's/^  ciso:.*/  ciso: none/' clients/pinecrest.itorg.yaml");
    const { status, stdout, stderr } = shell(compare);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^# Pinecrest Dental Group\n.*- The CISO: there is none any more\./s);
  });

  it("are in the package of npm with what they need, and with nothing of the editor's", () => {
    const { stdout } = spawnSync("tar", ["tzf", packed], { encoding: "utf8" });
    const files = stdout.split("\n").filter((name) => name !== "" && !name.endsWith("/"));
    for (const needed of ["cli.js", "server.js", "exports.js", "assets/resvg.wasm"])
      assert.ok(files.includes(`package/dist/${needed}`), needed);
    assert.deepEqual(
      files.filter((name) => /extension|server-web|test|\.map$|client/.test(name)),
      [],
    );
    assert.ok(resolve(packed) === packed);
  });
});
