import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import schema from "../../schemas/plan-output.schema.json";
import { check } from "../kit/check-fixture.ts";
import { folderWith, itorg, type RunOptions } from "../kit/cli-run.ts";

const day = ["--today", "2026-11-22"];
const plan = (args: readonly string[], options?: RunOptions) => itorg(["plan", ...args, ...day], options);
const isValid = new Ajv().compile(schema);

const client = `# of the first interview
itorg: 1
asOf: 2026-11-20 # a Friday
organization: { name: Example, headcount: 300 }
posts: # so far
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, deputy: none } # since May
  ciso: { heldBy: Bo Li, reportsTo: cio } # both
  cro: { heldBy: Di Fox, reportsTo: ceo }
activities:
  log-review: { responsible: [ciso], accountable: ceo }
  change-approve: { responsible: [cio], accountable: none } # nobody
interviews:
  - { with: Ann Ode, date: 2026-11-20 }
recommended:
  - { rule: ciso-is-it-head, at: posts.ciso, do: separate-post, owner: ceo, due: 2027-03-31, status: agreed }
  - { rule: ciso-in-it-line, at: posts.ciso.reportsTo, do: report-to-ceo, owner: ceo, due: 2027-06-30, status: agreed }
  - { rule: no-accountable, at: activities.change-approve, do: Talk to the owners, owner: cro }
  - { rule: security-unowned, at: posts, do: make-accountable-ceo, status: dropped }
  - { rule: key-person, at: posts.cro, do: name-deputy-ceo, status: done }
`;

const written = (cwd: string, name: string) => readFileSync(join(cwd, name), "utf8");

describe("itorg plan", () => {
  it("lists by owner and day what is recommended, and what is not planned", () => {
    const { status, stdout, stderr } = plan(["-", "--format", "json"], { input: client });
    assert.deepEqual([status, stderr], [0, ""]);
    const output = JSON.parse(stdout);
    const isOfSchema = isValid(output);
    assert.ok(isOfSchema, JSON.stringify(isValid.errors));
    const [file] = JSON.parse(stdout).files;
    assert.deepEqual(
      file.recommended.map((one: { owner: string; due: string; do: string; stands: boolean }) => [
        one.owner,
        one.due,
        one.do,
        one.stands,
      ]),
      [
        ["ceo", "2027-03-31", "separate-post", true],
        ["ceo", "2027-06-30", "report-to-ceo", true],
        ["cro", null, "Talk to the owners", true],
        [null, null, "name-deputy-ceo", false],
      ],
    );
    assert.ok(file.unplanned.some(({ rule }: { rule: string }) => rule === "key-person"));
    assert.ok(!file.unplanned.some(({ rule }: { rule: string }) => rule === "ciso-is-it-head"));
    assert.equal("left" in JSON.parse(stdout), false);
  });

  it("is told to people, and as Markdown", () => {
    const { stdout } = plan(["-"], { input: client });
    assert.match(stdout, /\nCEO\n {2}2027-03-31 {2}Make CISO a separate.* \(agreed\) \[ciso-is-it-head\]\n/);
    assert.match(stdout, /\nNot planned yet\n/);
    assert.match(plan(["-", "--format", "markdown"], { input: client }).stdout, /\n## CEO\n\n- 2027-03-31 /);
  });

  it("names people, providers and the client as --names says, in every format", () => {
    const named = client
      .replace("name: Example", "name: Northbrook Mills")
      .replace(
        "ceo: { heldBy: Ann Ode, reportsTo: board }",
        "ceo: { heldBy: Annabel Odermatt, reportsTo: board, deputy: none }",
      )
      .replace("Talk to the owners", "Ask Annabel Odermatt about Brightwater")
      .concat(
        '  - { rule: provider-unsupervised, at: providers.brightwater, do: let-cio-oversee-provider, owner: "Lo Vonlanthen" }\n',
      )
      .concat("providers: { brightwater: { name: Brightwater IT, services: [helpdesk], overseenBy: none } }\n");
    const words = ["annabel", "odermatt", "brightwater", "vonlanthen"];
    const all = ["pretty", "json", "markdown"].flatMap((format) =>
      ["initials", "codes", "none"].map((names) => ({ format, names })),
    );
    for (const { format, names } of all) {
      const { status, stdout, stderr } = plan(["-", "--format", format, "--names", names], { input: named });
      assert.deepEqual([status, stderr], [0, ""]);
      const told = stdout.toLowerCase();
      const hidden = names === "none" ? [...words, "northbrook", "mills"] : words;
      assert.deepEqual(
        hidden.filter((word) => told.includes(word)),
        [],
        `${format} ${names}:\n${stdout}`,
      );
      assert.match(stdout, /note left out/);
    }
    const json = plan(["-", "--format", "json", "--names", "codes"], { input: named }).stdout;
    assert.ok(isValid(JSON.parse(json)), JSON.stringify(isValid.errors));
    const shown = plan(["-"], { input: named }).stdout;
    for (const word of words) assert.ok(shown.toLowerCase().includes(word), word);
    const cwd = folderWith({ "a.itorg.yaml": named });
    const out = plan(["a.itorg.yaml", "--out", "b.itorg.yaml", "--names", "codes"], { cwd });
    assert.doesNotMatch(out.stdout, /Annabel|Odermatt/);
    assert.match(written(cwd, "b.itorg.yaml"), /heldBy: Annabel Odermatt/);
    assert.equal(plan(["-", "--names", "some"], { input: named }).status, 2);
  });

  it("writes the target, says what was not applied, and keeps the comments", () => {
    const cwd = folderWith({ "a.itorg.yaml": client });
    const done = plan(["a.itorg.yaml", "--out", "b.itorg.yaml"], { cwd });
    assert.equal(done.status, 1, done.stderr);
    assert.match(done.stdout, /^Wrote b\.itorg\.yaml: \d applied, \d in place already, 1 not applied\.\n/);
    assert.match(done.stdout, /not applied: Talk to the owners \[no-accountable at .*\]: it says in words/);
    assert.equal(written(cwd, "a.itorg.yaml"), client);
    const target = written(cwd, "b.itorg.yaml");
    assert.match(target, /^state: to-be$/m);
    assert.match(target, /^asOf: 2027-06-30 # a Friday$/m);
    assert.match(target, /ciso: \{ heldBy: to-be-filled, reportsTo: ceo \} # both\n/);
    assert.match(target, /cio: \{ heldBy: Bo Li, reportsTo: ceo, deputy: none \} # since May/);
    assert.doesNotMatch(target, /interviews|recommended/);
    for (const comment of ["# of the first interview", "# so far", "# nobody"])
      assert.ok(target.includes(comment), comment);
    const { findings, questions } = check(target);
    assert.deepEqual(questions, []);
    const left = findings.map(({ rule, severity }) => `${severity} ${rule}`);
    assert.ok(!left.some((one) => /ciso-is-it-head|ciso-in-it-line/.test(one)), left.join(", "));
    assert.ok(!left.some((one) => one.startsWith("error")), left.join(", "));
  });

  it("ends with 0 where all of it is in the target, and writes over nothing unasked", () => {
    const all = client.replace(/.*Talk to the owners.*\n/, "");
    const cwd = folderWith({ "a.itorg.yaml": all, "b.itorg.yaml": "mine" });
    const refused = plan(["a.itorg.yaml", "--out", "b.itorg.yaml"], { cwd });
    assert.deepEqual([refused.status, written(cwd, "b.itorg.yaml")], [2, "mine"]);
    assert.match(refused.stderr, /is there already; --force writes over it/);
    const forced = plan(["a.itorg.yaml", "--out", "b.itorg.yaml", "--force"], { cwd });
    assert.deepEqual([forced.status, forced.stderr], [0, ""]);
    const piped = plan(["a.itorg.yaml", "--out", "-"], { cwd });
    assert.equal(piped.stdout, written(cwd, "b.itorg.yaml"));
  });

  it("takes a decision along while its finding stands, and a second remedy as in place", () => {
    const decided = (rule: string, at: string) =>
      `{ rule: ${rule}, at: ${at}, reason: r, compensatingControl: none, approvedBy: board }`;
    const input = client
      .replace(
        "interviews:",
        `accepted:\n  - ${decided("ciso-is-it-head", "posts.ciso")} # gone\n  - ${decided("key-person", "posts.cio")} # stays\ninterviews:`,
      )
      .replace(
        "recommended:\n",
        "recommended:\n  - { rule: ciso-is-it-head, at: posts.ciso, do: separate-post, status: agreed }\n",
      );
    const cwd = folderWith({ "a.itorg.yaml": input });
    const { stdout } = plan(["a.itorg.yaml", "--out", "b.itorg.yaml"], { cwd });
    assert.match(stdout, /in place already: separate-post/);
    const target = written(cwd, "b.itorg.yaml");
    assert.match(target, /rule: key-person/);
    assert.doesNotMatch(target, /rule: ciso-is-it-head/);
  });

  it("ends with 2 on the file of a target, and on a wrong call", () => {
    const target = client.replace("itorg: 1\n", "itorg: 1\nstate: to-be\n");
    const cwd = folderWith({ "t.itorg.yaml": target, "a.itorg.yaml": client });
    assert.equal(plan(["t.itorg.yaml"], { cwd }).status, 2);
    assert.match(plan(["t.itorg.yaml"], { cwd }).stderr, /is the file of a target already/);
    assert.equal(plan(["t.itorg.yaml", "--out", "x.itorg.yaml"], { cwd }).status, 2);
    assert.equal(plan(["a.itorg.yaml", "--out", "x.yaml"], { cwd }).status, 2);
    assert.equal(existsSync(join(cwd, "x.itorg.yaml")), false);
  });

  it("leaves targets out of a folder that is checked, unless they are named", () => {
    const target = client.replace("itorg: 1\n", "itorg: 1\nstate: to-be\n");
    const cwd = folderWith({ "t.itorg.yaml": target, "a.itorg.yaml": client });
    const paths = (args: readonly string[]) =>
      JSON.parse(itorg(["check", ...args, "--format", "json", "--fail-on", "never", ...day], { cwd }).stdout).files.map(
        ({ path }: { path: string }) => path,
      );
    assert.deepEqual(paths(["."]), ["a.itorg.yaml"]);
    assert.deepEqual(paths(["t.itorg.yaml", "."]), ["a.itorg.yaml", "t.itorg.yaml"]);
  });
});
