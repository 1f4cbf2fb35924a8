import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { version } from "../../package.json";
import { checkJson, cli, day, folderWith, itorg, type Output, warned } from "../kit/cli-run.ts";

const accepted = `${warned}accepted:
  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    reason: the CIO is also the deputy of the chief executive
    compensatingControl: reports to the board every quarter
    approvedBy: ceo
    until: 2027-03-31
`;
const broken = "itorg: 1\norganization: { name: Example\n";

const pathsOf = (output: Output) => output.files.map((file) => file.path);

describe("itorg", () => {
  it("helps, and says its version", () => {
    for (const args of [
      ["--help"],
      ["-h"],
      ["check", "--help"],
      ["explain", "--help"],
      ["questions", "-h"],
      ["lsp", "--help"],
    ]) {
      const { status, stdout, stderr } = itorg(args);
      assert.deepEqual([status, stderr], [0, ""], args.join(" "));
      assert.match(stdout, /^Usage: itorg /, args.join(" "));
      assert.ok(
        stdout.split("\n").every((line) => line.length <= 90),
        `${args.join(" ")} fits a terminal`,
      );
    }
    for (const [command, formats] of [
      ["check", ["pretty", "json", "sarif", "junit", "github", "gitlab", "markdown"]],
      ["questions", ["pretty", "json", "markdown"]],
    ] as const) {
      const { stdout } = itorg([command, "--help"]);
      assert.ok(stdout.split("\n")[0]!.includes(`[--format ${formats.join("|")}]`), stdout);
      for (const [i, format] of formats.entries())
        assert.match(stdout, new RegExp(`^  ${i === 0 ? "--format FORMAT " : " {16}"}  ${format} .*\\w`, "m"), stdout);
    }
    assert.deepEqual(itorg(["--version"]), { status: 0, stdout: `${version}\n`, stderr: "" });
  });

  const wrongCalls: [string[], RegExp][] = [
    [[], /a command is missing.*Usage: itorg COMMAND/s],
    [["chekc"], /no command "chekc"; did you mean itorg check\?/],
    [["client.itorg.yaml"], /itorg check client\.itorg\.yaml/],
    [["check", "--fromat", "json"], /no option --fromat; did you mean --format\?/],
    [["check", "-x"], /no option -x; the options are --format, --out, --force, --fail-on, --names, --today/],
    [["check", "--constructor"], /no option --constructor/],
    [["check", "--format", "xml"], /--format is "xml", but must be one of pretty, json/],
    [["questions", "--format", "sarif"], /--format is "sarif", but must be one of pretty, json/],
    [["check", "--format"], /--format needs one of pretty, json/],
    [["check", "--format", "--today", "2026-11-22"], /--format needs one of/],
    [["check", "--fail-on", "fatal"], /--fail-on is "fatal", but must be one of error, warning, info, hint, never/],
    [["check", "--today", "2026-02-30"], /--today is "2026-02-30", but must be a day, such as/],
    [["check", "--today", "tomorrow"], /must be a day/],
    [["check", "--today="], /--today needs a day/],
    [["check", ""], /a path is empty/],
    [["questions", "--fail-on", "error"], /no option --fail-on/],
    [["lsp"], /itorg lsp needs --stdio and no more/],
    [["lsp", "--stdio", "a.itorg.yaml"], /needs --stdio and no more/],
    [["explain"], /explain what\?/],
    [["explain", "ciso", "cio"], /one id at a time/],
    [["explain", "ciso-in-it-lin"], /nothing is known under "ciso-in-it-lin"; did you mean ciso-in-it-line/],
    [["explain", "zzzzzzzz"], /nothing is known under "zzzzzzzz"/],
    [["explain", "missing.itorg.yaml#posts.ciso"], /missing\.itorg\.yaml: there is no such file/],
    [["explain", "#posts.ciso"], /a file is missing before the #/],
    [["explain", "a.itorg.yaml#"], /no place stands behind the #.*such as a\.itorg\.yaml#posts\.cio/],
    [["explain", "a.itorg.yaml#posts..x"], /no place stands behind the #/],
    [["explain", "samples#posts.cio"], /samples is a folder; name one file/],
    [
      ["explain", "samples/halden.itorg.yaml#posts.coi"],
      /nothing stands at posts\.coi in .*; did you mean posts\.cio\?/,
    ],
    [["explain", "samples/halden.itorg.yaml#post"], /nothing stands at post in .*; did you mean posts\?/],
    [
      ["explain", "samples/halden.itorg.yaml#posts.zzzzzz.x"],
      /nothing stands at posts\.zzzzzz\.x in .*; a place is written like posts\.cio /,
    ],
    [
      ["explain", "a.itorg.yaml"],
      /"a\.itorg\.yaml" is a file; say which place in it, such as a\.itorg\.yaml#posts\.cio/,
    ],
    [["explain", "ciso", "--today", "soon"], /must be a day/],
    [["explain", "--regimes", "gdpr"], /takes no id/],
  ];
  for (const [args, message] of wrongCalls) {
    it(`says what is wrong with: itorg ${args.join(" ")}`, () => {
      const { status, stdout, stderr } = itorg(args);
      assert.deepEqual([status, stdout], [2, ""]);
      assert.match(stderr, /^itorg: /);
      assert.match(stderr, message);
    });
  }
});

describe("itorg check", () => {
  it("ends with 0, 1 or 2 as --fail-on says", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    const statusFor = (...args: string[]) => itorg(["check", ...day, ...args], { cwd }).status;
    assert.equal(statusFor(), 0);
    assert.equal(statusFor("--fail-on", "error"), 0);
    for (const level of ["warning", "info", "hint"]) assert.equal(statusFor("--fail-on", level), 1, level);
    assert.equal(statusFor("--fail-on=never"), 0);
    assert.equal(itorg(["check", "-"], { input: broken }).status, 1);
    assert.equal(itorg(["check", "-", "--fail-on", "never"], { input: broken }).status, 0);
    assert.equal(itorg(["check", "none.itorg.yaml", "a.itorg.yaml", "--fail-on", "never"], { cwd }).status, 2);
  });

  it("counts what is accepted as accepted, and nowhere else", () => {
    const output = checkJson(["-", "--fail-on", "warning"], { input: accepted });
    const [file] = output.files;
    assert.equal(output.status, 0);
    const finding = file!.findings.find((one) => one.rule === "ciso-in-it-line")!;
    assert.equal(finding.severity, "warning");
    assert.deepEqual(finding.accepted, {
      approvedBy: "ceo",
      reason: "the CIO is also the deputy of the chief executive",
      until: "2027-03-31",
      compensatingControl: "reports to the board every quarter",
    });
    assert.deepEqual(file!.accepted, [
      { rule: "ciso-in-it-line", at: "posts.ciso.reportsTo", approvedBy: "ceo", until: "2027-03-31" },
    ]);
    assert.equal(output.summary["accepted"], 1);
    assert.equal(output.summary["warning"], 0);
    const lapsed = itorg(["check", "-", "--fail-on", "warning", "--today", "2027-04-01"], { input: accepted });
    assert.equal(lapsed.status, 1);
    assert.deepEqual(checkJson(["-"], { input: warned }).files[0]!.accepted, []);
  });

  it("gives the contract's JSON, key by key", () => {
    const output = checkJson(["-"], { input: warned });
    assert.deepEqual(Object.keys(output), ["version", "files", "summary", "rulesOff", "status", "stderr"]);
    const [file] = output.files;
    assert.deepEqual(Object.keys(file!), "path organization state findings questions accepted recommended".split(" "));
    const finding = file!.findings.find((one) => one.rule === "ciso-in-it-line")!;
    assert.deepEqual(
      Object.keys(finding),
      "rule severity category at message range related citations fixes remedies recommended accepted".split(" "),
    );
    assert.deepEqual(finding.range, { start: { line: 5, character: 38 }, end: { line: 5, character: 41 } });
    assert.deepEqual(Object.keys(finding.related[0]!), ["at", "message", "range"]);
    assert.equal(finding.fixes[0], "Let the CISO report to the CEO");
    assert.equal(finding.accepted, null);
    assert.deepEqual(
      Object.keys(output.summary),
      "files error warning info hint accepted recommended questions".split(" "),
      "the sums in the contract's order",
    );
    assert.equal(
      output.summary["questions"],
      new Set(file!.questions.map((one) => (one as { group: number }).group)).size,
    );
    assert.deepEqual(output.rulesOff, []);
  });

  it("gives the same bytes for the same files", () => {
    const args = ["check", "samples", "--format", "json", "--fail-on", "never", ...day];
    assert.equal(itorg(args).stdout, itorg(args).stdout);
    const reversed = ["samples/vogel.itorg.yaml", "samples/halden.itorg.yaml"];
    assert.equal(
      itorg(["check", "--format", "json", ...day, ...reversed]).stdout,
      itorg(["check", "--format", "json", ...day, ...reversed.reverse()]).stdout,
    );
  });

  it("checks as of the current day where none is given", () => {
    const yesterday = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
    const input = accepted.replace("2027-03-31", yesterday);
    assert.equal(itorg(["check", "-", "--fail-on", "warning"], { input }).status, 1);
    assert.equal(itorg(["check", "-", "--fail-on", "warning", "--today", yesterday], { input }).status, 0);
  });

  it("keeps what it finds on standard output, and what is wrong with the call off it", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    const found = itorg(["check", ...day], { cwd });
    assert.equal(found.stderr, "");
    assert.match(found.stdout, /warning\[ciso-in-it-line\]/);
    const missing = itorg(["check", "none.yaml"], { cwd });
    assert.deepEqual(missing, {
      status: 2,
      stdout: "1 file could not be read.\n",
      stderr: "itorg: none.yaml: there is no such file or folder\n",
    });
  });

  it("colours a terminal only", () => {
    const coloured = (env: Record<string, string>) =>
      itorg(["check", "-"], { input: warned, env }).stdout.includes("\u001b[");
    assert.equal(coloured({}), false);
    assert.equal(coloured({ FORCE_COLOR: "1" }), true);
    assert.equal(coloured({ FORCE_COLOR: "0" }), false);
    assert.equal(coloured({ FORCE_COLOR: "1", NO_COLOR: "1" }), false);
    assert.equal(coloured({ FORCE_COLOR: "1", NO_COLOR: "" }), true);
    const json = itorg(["check", "-", "--format", "json"], { input: warned, env: { FORCE_COLOR: "1" } });
    assert.ok(!json.stdout.includes("\u001b"));
  });

  it("survives a reader that stops reading, and writes everything to one that does not", async () => {
    const files = Array.from({ length: 300 }, (_, i): [string, string] => [`c${i}.itorg.yaml`, warned]);
    const cwd = folderWith(Object.fromEntries(files));
    const child = spawn(process.execPath, [cli, "check", "--format", "json"], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const errors: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on("close", resolve));
    assert.deepEqual([status, Buffer.concat(errors).toString()], [0, ""]);
    assert.equal(checkJson([], { cwd }).files.length, 300);
  });
});

describe("itorg check finds files", () => {
  it("in folders, without node_modules, dot folders and what has another name", () => {
    const cwd = folderWith({
      "b.itorg.yaml": warned,
      "a.itorg.yml": warned,
      "sub/deep/C.itorg.yaml": warned,
      "sub/other.yaml": warned,
      "node_modules/x/d.itorg.yaml": warned,
      ".git/e.itorg.yaml": warned,
      ".#b.itorg.yaml": "a lock of an editor",
      "folder.itorg.yaml/inside.itorg.yaml": warned,
    });
    const expected = ["a.itorg.yml", "b.itorg.yaml", "folder.itorg.yaml/inside.itorg.yaml", "sub/deep/C.itorg.yaml"];
    assert.deepEqual(pathsOf(checkJson([], { cwd })), expected);
    assert.deepEqual(pathsOf(checkJson(["."], { cwd })), expected);
    assert.deepEqual(pathsOf(checkJson(["folder.itorg.yaml"], { cwd })), ["folder.itorg.yaml/inside.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson(["sub/other.yaml"], { cwd })), ["sub/other.yaml"], "a named file is checked");
    assert.deepEqual(pathsOf(checkJson(["node_modules"], { cwd })), ["node_modules/x/d.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson([join(cwd, "b.itorg.yaml")], { cwd })), ["b.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson(["../b.itorg.yaml"], { cwd: join(cwd, "sub") })), ["../b.itorg.yaml"]);
  });

  it("whatever signs are in their names and those of the folders around them", () => {
    const names = ["Client #12/x.itorg.yaml", "ok/Case #7.itorg.yaml", "ok/x.itorg.yaml", "what?/50% [a].itorg.yaml"];
    const cwd = folderWith(Object.fromEntries(names.map((name) => [name, warned])));
    assert.deepEqual(pathsOf(checkJson(["."], { cwd })).toSorted(), names.toSorted());
    assert.deepEqual(pathsOf(checkJson([], { cwd: join(cwd, "Client #12") })), ["x.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson(["what?"], { cwd })), ["what?/50% [a].itorg.yaml"]);
  });

  it("once, however often they are named or linked", () => {
    const cwd = folderWith({ "z/a.itorg.yaml": warned, "-": warned, "-x.itorg.yaml": warned });
    symlinkSync(".", join(cwd, "z/loop"));
    symlinkSync("z", join(cwd, "a-link"));
    symlinkSync("../z/a.itorg.yaml", join(cwd, "z/link.itorg.yaml"));
    const named = ["z/a.itorg.yaml", "./z/../z/a.itorg.yaml", "z", "."];
    assert.deepEqual(pathsOf(checkJson(named, { cwd })), ["-x.itorg.yaml", "z/a.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson(["a-link"], { cwd })), ["a-link/a.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson(["--", "-x.itorg.yaml"], { cwd })), ["-x.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson(["./-", "-", "-"], { cwd, input: warned })), ["-", "./-"]);
  });

  it("but what a linked folder holds only where the link is named", () => {
    const cwd = folderWith({ "own/a.itorg.yaml": warned, "other/b.itorg.yaml": warned });
    symlinkSync("../other", join(cwd, "own/link"));
    assert.deepEqual(pathsOf(checkJson(["own"], { cwd })), ["own/a.itorg.yaml"]);
    assert.deepEqual(pathsOf(checkJson(["own/link"], { cwd })), ["own/link/b.itorg.yaml"]);
  });

  it("and waits for no pipe", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    for (const name of ["itorg.config.yaml", "pipe.itorg.yaml"]) execFileSync("mkfifo", [join(cwd, name)]);
    const { status, stderr } = itorg(["check", ...day, ".", "pipe.itorg.yaml"], { cwd });
    assert.equal(status, 2);
    assert.match(stderr, /itorg\.config\.yaml: it is no file; files are checked without it/);
    assert.match(stderr, /pipe\.itorg\.yaml: it is no file/);
  });

  it("with a line as long as a file", () => {
    const cwd = folderWith({ "a.itorg.yaml": `${warned}foo: ${"ab ".repeat(100_000)}\n` });
    const { stdout } = itorg(["check", ...day, "a.itorg.yaml", "--fail-on", "never"], { cwd });
    assert.match(stdout, /unknown-key/);
    assert.ok(stdout.split("\n").every((line) => line.length < 1000));
  });

  it("and lets no name of a file steer the terminal", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    symlinkSync("s\u001b[31mx.itorg.yaml", join(cwd, "s\u001b[31mx.itorg.yaml"));
    assert.match(itorg(["check", ...day, "."], { cwd }).stderr, /itorg: s\ufffd\[31mx\.itorg\.yaml: it is a link/);
  });

  it("and says so where there is nothing", () => {
    const cwd = folderWith({ "full/a.itorg.yaml": warned });
    mkdirSync(join(cwd, "empty.itorg.yaml"));
    const nothing = itorg(["check", "empty.itorg.yaml"], { cwd });
    assert.deepEqual([nothing.status, nothing.stdout], [2, ""]);
    assert.match(
      nothing.stderr,
      /nothing to check: empty\.itorg\.yaml holds no \*\.itorg\.yaml or \*\.itorg\.yml file/,
    );
    const json = checkJson(["empty.itorg.yaml"], { cwd });
    assert.deepEqual([json.status, json.files], [2, []]);
    const both = itorg(["check", ...day, "empty.itorg.yaml", "full"], { cwd });
    assert.equal(both.status, 0);
    assert.match(both.stderr, /empty\.itorg\.yaml holds no/);
  });

  it("and checks the others where one cannot be read", () => {
    const cwd = folderWith({ "a.itorg.yaml": warned });
    symlinkSync("gone.itorg.yaml", join(cwd, "broken.itorg.yaml"));
    symlinkSync("loop.itorg.yaml", join(cwd, "loop.itorg.yaml"));
    const output = checkJson([".", "missing.itorg.yaml", "a.itorg.yaml/inside"], { cwd });
    assert.equal(output.status, 2);
    assert.deepEqual(
      output.files.map(({ path, error }) => [path, error]),
      [
        ["a.itorg.yaml", undefined],
        ["a.itorg.yaml/inside", "there is no such file or folder"],
        ["broken.itorg.yaml", "there is no such file or folder"],
        ["loop.itorg.yaml", "it is a link that leads back to itself"],
        ["missing.itorg.yaml", "there is no such file or folder"],
      ],
    );
    assert.equal(output.files[0]!.organization, "Example");
    const keys = "path error organization state findings questions accepted recommended".split(" ");
    assert.deepEqual(Object.keys(output.files[1]!), keys);
    assert.equal(output.summary["files"], 5);
  });
});

describe("itorg questions", () => {
  it("says what to ask and whom, in three formats", () => {
    const input = warned.replace("reportsTo: cio", "level: strategic").replace(", sector: retail", "");
    const pretty = itorg(["questions", "-", ...day], { input });
    assert.deepEqual([pretty.status, pretty.stderr], [0, ""]);
    assert.match(pretty.stdout, /^- \(Example\)\n\nAsk Eve Roy \(CISO\)\n {2}1\. /);
    assert.match(pretty.stdout, /decides: .*ciso-in-it-line/);
    const json = JSON.parse(itorg(["questions", "-", "--format", "json", ...day], { input }).stdout);
    const checked = checkJson(["-"], { input }).files[0]!;
    const { questions } = checked;
    assert.deepEqual(json, { version: 1, files: [{ path: "-", organization: "Example", questions }] });
    const mail = itorg(["questions", "-", "--format", "markdown", ...day], { input }).stdout;
    assert.match(mail, /^# Questions: Example\n\n## For Eve Roy \(CISO\)\n\n1\. /);
    const [client = "", own = ""] = mail.split("\n---\n");
    assert.doesNotMatch(client, /ecides|[a-z]+-[a-z]+-[a-z]+/, "the client reads no judgement");
    assert.match(own, /## For you to judge, or to find out\n\n\d+\. .*Decides: /);
  });

  it("ends with 2 where a file cannot be read or there is none, and says where one is damaged", () => {
    const cwd = folderWith({ "a.itorg.yaml": broken });
    const missing = itorg(["questions", "a.itorg.yaml", "none.yaml", "--format", "json"], { cwd });
    assert.equal(missing.status, 2);
    assert.deepEqual(
      (JSON.parse(missing.stdout) as Output).files.map((file) => [file.path, file.error]),
      [
        ["a.itorg.yaml", undefined],
        ["none.yaml", "there is no such file or folder"],
      ],
    );
    assert.match(missing.stderr, /a\.itorg\.yaml could not be read in full/);
    assert.equal(itorg(["questions", folderWith({})]).status, 2);
  });
});

describe("itorg explain", () => {
  it("prints what is known under an id, in small or capital letters, without links", () => {
    const explained: [string, RegExp][] = [
      ["ciso-in-it-line", /^# CISO inside the IT line\n/],
      ["CISO", /^# Chief Information Security Officer \(CISO\)\n/],
      ["dpo", /^# Data Protection Officer \(DPO\)\n/],
      ["s1", /Interest: Sells virtual-CIO services/],
      ["s1-13", /^# S1-13\n\nSecurity ought/],
      ["GDPR", /^# General Data Protection Regulation\n/],
      ["dora-6-4", /^# DORA Art\. 6\(4\)\n/],
      ["iso-27002-5-3", /^# ISO 27002 5\.3\n/],
    ];
    for (const [id, expected] of explained) {
      const { status, stdout, stderr } = itorg(["explain", id]);
      assert.deepEqual([status, stderr], [0, ""], id);
      assert.match(stdout, expected);
      assert.doesNotMatch(stdout, /\]\(|&amp;|&lt;/, id);
    }
  });

  it("says of a rule what, why, avoid, prefer, who says so, and who disagrees by name", () => {
    const { stdout } = itorg(["explain", "ciso-in-it-line"]);
    for (const part of ["Mindfield Consulting", "IT Leadership Roles Defined", "undated", "S1-13:", "44 USC 3554"]) {
      assert.ok(stdout.includes(part), part);
    }
    assert.match(stdout, /## Why\n.*## Avoid\n.*## Prefer\n.*## Who says so\n.*## Who disagrees\n/s);
  });
});

describe("itorg lsp", () => {
  it("speaks with an editor over standard input and output, and ends when told to", async () => {
    const child = spawn(process.execPath, [cli, "lsp", "--stdio"], { stdio: "pipe" });
    const outputs = { stdout: "", stderr: "" };
    const send = (body: object) => {
      const text = JSON.stringify({ jsonrpc: "2.0", ...body });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    };
    child.stdout.on("data", (chunk: Buffer) => {
      outputs.stdout += chunk;
      if (outputs.stdout.includes('"id":2,"result":null')) send({ method: "exit" });
    });
    child.stderr.on("data", (chunk: Buffer) => (outputs.stderr += chunk));
    const ended = new Promise((resolve) => child.on("close", resolve));
    // Standard input stays open, as an editor leaves it: it is `exit` that ends the server.
    send({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } });
    send({ method: "initialized", params: {} });
    send({ id: 2, method: "shutdown" });
    assert.deepEqual([await ended, outputs.stderr], [0, ""]);
    assert.match(outputs.stdout, /"id":1,"result":\{.*"capabilities":/);
  });
});

describe("itorg explain FILE#PLACE", () => {
  const explainAt = (place: string, options = {}) => itorg(["explain", ...day, "--", place], options);

  it("says of a post what stands there, what is found and open, and which role its facts describe", () => {
    const { status, stdout, stderr } = explainAt("samples/halden.itorg.yaml#posts.cio");
    assert.deepEqual([status, stderr], [0, ""]);
    for (const part of [
      /^# CIO\n\n`posts\.cio`, samples\/halden\.itorg\.yaml line 40\n/,
      /```yaml\n {2}cio:\n {4}heldBy: Tomas Brandt\n.*\n {4}objectives: \[delivery, cost\]\n```/s,
      /- information `cio-technology-only` at `posts\.cio\.focus`: The CIO attends to technology alone\./,
      /## What is open\n\n.*Who stands in for the CIO\?/s,
      /### IT Director: 4 met, 1 contradicted, 0 not known.*### CIO \(its role\): 4 met, 2 contradicted, 3 not known/s,
      /- contradicted: focus\. In this file: technology\. By definition: people, .*\(Roman: S0-03\)/,
      /- disputed: reporting line\..*Cobb, a vendor: S2-05; against: Mindfield, a vendor: S1-10/,
    ])
      assert.match(stdout, part);
  });

  it("says of any other place what stands there", () => {
    const of = (place: string, input: string) => explainAt(`-#${place}`, { input }).stdout;
    const text = `itorg: 1
organization: { name: "A \\\\* B &amp; C" }
people: { "P. #1": { background: business } }
posts:
  cio: { heldBy: "P. #1", reportsTo: ceo }
`;
    assert.match(of("organization", text), /```yaml\norganization: \{ name: "A \\\\\* B &amp; C" \}\n```/);
    assert.match(of('people["P. #1"].background', text), /^# `people\["P\. #1"\]\.background`\n\n.*line 3\n/);
    assert.match(of("posts.cio.reportsTo", text), /## What is found\n\nNothing\./);
    assert.doesNotMatch(of("posts.cio.reportsTo", text), /Which role/);
    const ceo = of("posts.ceo", text);
    assert.match(ceo, /^# CEO\n\n`posts\.ceo`: the file writes nothing there\.\n/);
    assert.doesNotMatch(ceo, /```|Which role/);
    assert.match(of("posts.cio.deputy", text), /Who stands in for the CIO\?/);
  });

  it("shows nothing that could steer the terminal, and no more than a screen", () => {
    const input = `itorg: 1\norganization: { name: E }\nposts:\n  cio: { title: "\u001b[31mCIO" }\n${Array.from({ length: 99 }, (_, i) => `  p${i}: vacant\n`).join("")}`;
    const { stdout } = explainAt("-#posts", { input });
    assert.ok(!stdout.includes("\u001b"));
    assert.match(stdout, /p30: vacant\n.*\n\.\.\.\n```/s);
    assert.doesNotMatch(stdout, /p60/);
  });

  it("explains a file with faults as far as it could be read, and ends with 2 where it could not be", () => {
    const { status, stdout } = explainAt("-#posts.cio", { input: "itorg: 1\nposts:\n  cio: { heldBy: [A B\n" });
    assert.deepEqual([status, stdout.startsWith("# CIO")], [0, true]);
    assert.equal(explainAt("-#posts.dpo", { input: "[" }).status, 2);
  });
});

describe("the package", () => {
  it("names the program that is built", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8")) as { bin: Record<string, string> };
    assert.deepEqual(manifest.bin, { itorg: "dist/cli.js" });
    assert.match(readFileSync(cli, "utf8"), /^#!\/usr\/bin\/env node\n/);
  });
});
