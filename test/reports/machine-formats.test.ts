import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { foldText } from "../../server/model/words/values.ts";
import { type Asked, type Checked, plain, usual } from "../../server/reports/formats/format.ts";
import { check, today } from "../kit/check-fixture.ts";
import {
  checkFormats,
  formatFaults,
  githubFaults,
  gitlabFaults,
  junitFaults,
  readCommand,
  sarifFaults,
} from "../kit/machine-formats.ts";
import { analyze } from "../kit/standard.ts";

const client = `itorg: 1
organization: { name: Example, headcount: 300, sector: retail }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, deputi: none }
  ciso: { heldBy: Bo Li, reportsTo: cio }
  cro: { heldBy: Di Fox, reportsTo: nobody-here }
activities:
  change-approve: { responsible: [cio], accountable: none }
recommended:
  - { rule: ciso-is-it-head, at: posts.ciso, do: separate-post, owner: ceo, due: 2027-03-31, status: agreed }
accepted:
  - { rule: no-accountable, at: activities.change-approve, reason: "small, 50 % of a post", compensatingControl: none, approvedBy: ceo, until: 2027-03-31 }
`;
const read: Checked = { path: "clients/a b.itorg.yaml", analysis: check(client) };
const unread: Checked = { path: "b.itorg.yaml", error: "it may not be read (no permission)" };
const written = (format: string, files: readonly Checked[], asked: Partial<Asked> = {}) =>
  checkFormats[format]!.write(files, plain, { ...usual, ...asked });

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly rank?: number;
  readonly message: { readonly text: string };
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly kind: string; readonly justification: string }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: { startLine: number; startColumn: number; endLine: number; endColumn: number };
        readonly insertedContent?: { readonly text: string };
      }[];
    }[];
  }[];
  readonly properties: { readonly recommended?: readonly object[]; readonly severity: string };
}
const runOf = (text: string) => JSON.parse(text).runs[0];
const resultsOf = (text: string): Result[] => runOf(text).results;
const one = (results: readonly Result[], rule: string): Result => {
  const found = results.find(({ ruleId }) => ruleId === rule);
  assert.ok(found, `${rule} among ${results.map(({ ruleId }) => ruleId).join(", ")}`);
  return found;
};

describe("SARIF", () => {
  const text = written("sarif", [read, unread], { version: "1.2.3" });

  it("is valid by its schema, which catches a seeded fault", () => {
    assert.deepEqual(sarifFaults(text), []);
    assert.notDeepEqual(sarifFaults(text.replace('"level": "error"', '"level": "fatal"')), []);
    assert.notDeepEqual(sarifFaults(text.replace("clients/a%20b", "clients/a b")), []);
  });

  it("names the rule, its page, and the place, relative to the root of the repository", () => {
    const run = runOf(written("sarif", [read], { pathInRepository: (path) => `it/${path}` }));
    const found = one(run.results, "ciso-is-it-head");
    const rule = run.tool.driver.rules[found.ruleIndex];
    assert.equal(rule.id, "ciso-is-it-head");
    assert.match(rule.helpUri, /\/docs\/rules\/ciso-is-it-head\.md$/);
    assert.match(rule.help.text, /Avoid: .*Prefer: /s);
    const { physicalLocation, logicalLocations } = run.results.find((result: Result) => result === found).locations[0];
    assert.equal(physicalLocation.artifactLocation.uri, "it/clients/a%20b.itorg.yaml");
    const line = client.split("\n")[physicalLocation.region.startLine - 1]!;
    assert.equal(line.slice(physicalLocation.region.startColumn - 1, physicalLocation.region.endColumn - 1), "Bo Li");
    assert.equal(logicalLocations[0].fullyQualifiedName, "posts.ciso.heldBy");
  });

  it("keeps weights, and tells hints, decisions and recommendations apart", () => {
    const results = resultsOf(text);
    const accepted = one(results, "no-accountable");
    assert.equal(accepted.level, "note");
    assert.deepEqual(
      accepted.suppressions?.map(({ kind, justification }) => [kind, justification]),
      [["external", "small, 50 % of a post (approved by ceo)"]],
    );
    const recommended = one(results, "ciso-is-it-head");
    assert.match(recommended.message.text, /Recommended: .* \(CEO, by 31 March 2027\)\.$/);
    assert.equal(recommended.properties.recommended?.length, 1);
    for (const { level, rank, properties } of results)
      assert.equal(
        `${level} ${rank}`,
        `${{ error: "error", warning: "warning", info: "note", hint: "note" }[properties.severity]} ${properties.severity === "hint" ? 10 : undefined}`,
      );
  });

  it("carries repairs as replacements, and nothing that people decide", () => {
    const results = resultsOf(text);
    assert.deepEqual(
      [...new Set(results.flatMap(({ ruleId, fixes }) => (fixes ? ruleId : [])))],
      ["unknown-key", "unresolved-reference"].filter((id) => one(results, id).fixes),
    );
    const [replacement] = one(results, "unknown-key").fixes![0]!.artifactChanges[0]!.replacements;
    const { deletedRegion, insertedContent } = replacement!;
    const [from, to] = [
      { line: deletedRegion.startLine - 1, character: deletedRegion.startColumn - 1 },
      { line: deletedRegion.endLine - 1, character: deletedRegion.endColumn - 1 },
    ];
    const whole = new Text(client);
    const mended =
      client.slice(0, whole.offsetAt(from)) + (insertedContent?.text ?? "") + client.slice(whole.offsetAt(to));
    assert.match(mended, /cio: \{ heldBy: Bo Li, reportsTo: ceo, deputy: none \}/);
  });

  it("says what was not read, and which rules are off", () => {
    const [invocation] = runOf(text).invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.match(invocation.toolExecutionNotifications[0].message.text, /may not be read/);
    assert.equal(runOf(written("sarif", [read])).invocations[0].executionSuccessful, true);
  });

  it("has fingerprints that stay when lines move, and differ otherwise, also between files", () => {
    const prints = (analysis: Checked) =>
      resultsOf(written("sarif", [analysis])).map(
        ({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints["itorg/v1"]}`,
      );
    const before = prints(read);
    assert.equal(new Set(before).size, before.length);
    const moved = client.replace("posts:\n", "# moved\n\n\nposts:\n").replace("activities:", "# and more\nactivities:");
    assert.deepEqual(prints({ ...read, analysis: check(moved) }), before);
    const other = prints({ ...read, path: "other.itorg.yaml" });
    assert.deepEqual(
      other.filter((print) => before.includes(print)),
      [],
    );
    const mended = prints({ ...read, analysis: check(client.replace("reportsTo: nobody-here", "reportsTo: ceo")) });
    assert.ok(mended.length < before.length && mended.filter((print) => before.includes(print)).length > 3);
  });
});

describe("JUnit", () => {
  const text = written("junit", [read, unread]);

  it("is valid by the schema of Jenkins, which catches a seeded fault", () => {
    assert.deepEqual(junitFaults(text), []);
    assert.notDeepEqual(junitFaults(text.replace("<testcase name=", "<testcase line=")), []);
    assert.notDeepEqual(junitFaults(text.replace("</testsuites>", "")), []);
  });

  it("has a case for each rule that ran: failed from --fail-on up, skipped where accepted", () => {
    const caseOf = (output: string, rule: string) =>
      new RegExp(`<testcase name="${rule}"[^>]*?(?:/>|>(.*?)</testcase>)`, "s").exec(output)?.[1];
    assert.match(
      caseOf(text, "unresolved-reference")!,
      /^<failure type="error" message=".*">clients\/a b\.itorg\.yaml:7:/,
    );
    assert.match(caseOf(text, "ciso-is-it-head")!, /^<system-out>clients\/a b\.itorg\.yaml:6:19: warning: /);
    assert.match(
      caseOf(text, "no-accountable")!,
      /^<skipped type="accepted".* Accepted by ceo: small, 50 % of a post</,
    );
    assert.equal(caseOf(text, "no-it-leader"), undefined);
    assert.match(text, /<testcase name="no-it-leader"[^>]*\/>/);
    assert.doesNotMatch(text, /name="hipaa-/, "a law that is not declared is not judged");
    assert.match(caseOf(text, "file-is-read")!, /^<error type="unreadable"/);
    assert.match(
      caseOf(written("junit", [read], { failOn: "warning" }), "ciso-is-it-head")!,
      /^<failure type="warning"/,
    );
    assert.doesNotMatch(written("junit", [read], { failOn: "never" }), /<failure/);
  });

  it("counts what it holds", () => {
    const [, tests, failures, errors] = /^<testsuites name="itorg" tests="(\d+)" failures="(\d+)" errors="(\d+)"/m.exec(
      text,
    )!;
    const count = (element: RegExp) => String(text.match(element)?.length ?? 0);
    assert.deepEqual([tests, failures, errors], [count(/<testcase /g), count(/<failure /g), count(/<error /g)]);
  });
});

describe("annotations for GitHub", () => {
  it("are one command a finding, at its line, without hints and what is accepted", () => {
    const text = written("github", [read, unread], { pathInRepository: (path) => `it, all: ${path}` });
    assert.deepEqual(githubFaults(text), []);
    const commands = text
      .trimEnd()
      .split("\n")
      .map((line) => readCommand(line)!);
    const sample: Checked = { path: "p", analysis: check(readFileSync("samples/pinecrest.itorg.yaml", "utf8")) };
    const kinds = (some: readonly { name: string }[]) => [...new Set(some.map(({ name }) => name))].sort();
    const others = written("github", [sample]).trimEnd().split("\n");
    assert.deepEqual(kinds([...commands, ...others.map((line) => readCommand(line)!)]), ["error", "notice", "warning"]);
    const found = commands.find(({ properties }) => properties["title"]?.endsWith("(ciso-is-it-head)"));
    assert.deepEqual(found?.properties, {
      file: "it, all: clients/a b.itorg.yaml",
      line: "6",
      endLine: "6",
      col: "19",
      endColumn: "23",
      title: "CISO and head of IT in one person (ciso-is-it-head)",
    });
    assert.match(found.message, /Recommended: .*\.$/);
    assert.ok(!commands.some(({ properties }) => properties["title"]?.includes("no-accountable")));
    const shown = read.analysis.findings.filter(({ severity, accepted }) => severity !== "hint" && !accepted);
    assert.equal(commands.length, shown.length + 1);
  });

  it("are told from what is none", () => {
    assert.deepEqual(githubFaults("::fatal file=a,title=b::c\n"), ["0: fatal"]);
    assert.deepEqual(githubFaults("found something\n"), ["0: no command"]);
  });
});

describe("code quality of GitLab", () => {
  it("has what its page asks for, and SARIF's fingerprints", () => {
    const text = written("gitlab", [read, unread]);
    assert.deepEqual(gitlabFaults(text), []);
    const issues = JSON.parse(text) as { check_name: string; severity: string; fingerprint: string }[];
    const prints = resultsOf(written("sarif", [read])).filter(({ suppressions }) => !suppressions);
    assert.deepEqual(
      issues.slice(0, -1).map(({ check_name, fingerprint }) => [check_name, fingerprint]),
      prints.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints["itorg/v1"]]),
    );
    assert.equal(issues.find(({ check_name: rule }) => rule === "ciso-is-it-head")?.severity, "major");
    assert.notDeepEqual(gitlabFaults(text.replace('"major"', '"warning"')), []);
    assert.notDeepEqual(gitlabFaults(JSON.stringify([...issues, issues[0]])), []);
  });
});

describe("the summary in Markdown", () => {
  it("counts, lists what is above a hint, and keeps decisions apart", () => {
    const text = written("markdown", [read, unread]);
    assert.match(text, /^\*\*\d+ errors?, .* accepted.* in 1 file\.\*\*\n\n## Example `clients\/a b\.itorg\.yaml`\n/);
    assert.match(text, /^\| warning \| 6 \| Bo Li holds both .*\| \[`ciso-is-it-head`\]\(https:\/\/.*\.md\) \|$/m);
    assert.match(text, /Accepted as a risk:\n\n- .*small, 50 % of a post\)/);
    assert.match(text, /## `b\.itorg\.yaml`\n\nThe file was not read: it may not be read/);
  });
});

/** From the Big List of Naughty Strings (test/data/blns, MIT), and what steers terminals and parsers. */
const naughty = [
  ...(JSON.parse(readFileSync("test/data/blns/blns.json", "utf8")) as string[]),
  ...Array.from({ length: 33 }, (_, i) => `c${String.fromCharCode(i)}c`),
  "\u0085\u009b31m",
  "\u202eright to left",
  "\ud800 alone",
  "\ufffe\uffff",
  "a\r\n::error file=x::broken out",
  "]]> <b>bold</b> --> {{ secrets.X }}",
  "see https://evil.example/x and www.evil.example, mail@evil.example [a](https://evil.example)",
  "=cmd|'/c calc'!A1",
];

/** Every string as a title, a name, a reason, and the name of the client. */
function nasty(some: readonly string[]): string {
  const posts = some.map(
    (text, i) =>
      `  p${i}: { title: ${quoted(text)}, heldBy: ${quoted(text)}, role: ${i % 2 ? "cio" : "ciso"}, reportsTo: p${i === 0 ? 1 : 0} }`,
  );
  return `itorg: 1
organization: { name: ${quoted(some[0] ?? "")}, headcount: 300 }
posts:
${posts.join("\n")}
providers:
  acme: { name: ${quoted(some[1] ?? "")}, services: [helpdesk, vcio], overseenBy: none }
accepted:
  - { rule: provider-unsupervised, at: providers.acme, reason: ${quoted(some[2] ?? "")}, compensatingControl: ${quoted(some[3] ?? "")}, approvedBy: ${quoted(some[4] ?? "")} }
recommended:
  - { rule: adviser-sells, at: providers.acme, do: ${quoted(some[5] ?? "")}, owner: ${quoted(some[6] ?? "")} }
`;
}
const quoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

describe("naughty strings and control characters", () => {
  const size = 24;
  const files = Array.from({ length: Math.ceil(naughty.length / size) }, (_, i): Checked => {
    const some = naughty.slice(i * size, (i + 1) * size);
    return { path: `${i}.itorg.yaml`, analysis: analyze(new Text(nasty(some)), { today }) };
  });

  for (const [name, faultsIn] of Object.entries(formatFaults)) {
    it(`leave ${name} well-formed`, () => {
      const text = written(name, files);
      assert.deepEqual(faultsIn(text), []);
      assert.doesNotMatch(text, /[^\P{Cc}\n]/u);
    });
  }

  it("name every file and stay inside their commands, cells and links", () => {
    const commands = written("github", files).trimEnd().split("\n");
    assert.ok(commands.length > files.length * 3);
    assert.ok(commands.every((line) => /^::(?:error|warning|notice) file=\d+\.itorg\.yaml,/.test(line)));
    const markdown = written("markdown", files);
    for (const row of markdown.split("\n").filter((line) => line.startsWith("|")))
      assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
    const ours = "https://github.com/itorg/itorg/blob/main/docs/";
    const links = [...markdown.matchAll(/(?<!\\)\]\(([^)]*)\)/g)].map(([, address = ""]) => address);
    assert.ok(links.length > 0 && links.every((address) => address.startsWith(ours)));
    // What becomes a link by itself on GitHub and GitLab.
    const bare = markdown.replaceAll(ours, "").match(/(?<!\\):\/\/\S*|(?<=\bwww)\.\S*|\w@\w/giu);
    assert.deepEqual(bare, null);
    assert.doesNotMatch(markdown, /<(?=[a-z/!])/i);
  });
});

describe("names", () => {
  const named = `itorg: 1
organization: { name: Quillfeather Holdings, headcount: 300 }
people:
  Zebediah Quux: { employedBy: acme, formerPosts: [cio] }
posts:
  ceo: { heldBy: Brunhilde Ottokar, reportsTo: board, notes: Brunhilde leaves soon }
  cio: { heldBy: Zebediah Quux, reportsTo: ceo, deputi: Ferdinand Klops }
  ciso: { heldBy: Zebediah Quux, reportsTo: cio }
  klops-office: { heldBy: Wilhelmina Pflug, reportsTo: nobody-at-klops, title: Assistant to Ferdinand Klops }
providers:
  acme: { name: Acme and Klops, services: [helpdesk, vcio, resale], overseenBy: Ferdinand Klops }
activities:
  change-build: { responsible: [Wilhelmina Pflug] }
  change-approve: { responsible: [Wilhelmina Pflug], accountable: Zebediah Quux }
recommended:
  - { rule: adviser-sells, at: providers.acme, do: Ask Ferdinand Klops, owner: Zebediah Quux, status: agreed }
  - { rule: ciso-is-it-head, at: people.Zebediah Quux, do: separate-post, owner: Zebediah Quux }
accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: Brunhilde wants it, compensatingControl: Wilhelmina looks at it, approvedBy: Brunhilde Ottokar, until: 2027-03-31 }
`;
  const file: Checked = { path: "client.itorg.yaml", analysis: check(named) };
  const parts = ["Zebediah", "Quux", "Brunhilde", "Ottokar", "Ferdinand", "Klops", "Wilhelmina", "Pflug"].map(foldText);

  for (const format of Object.keys(checkFormats)) {
    it(`are left out of ${format}, every word of them`, () => {
      for (const names of ["initials", "codes", "none"] as const) {
        const text = foldText(written(format, [file], { names }));
        assert.deepEqual(
          parts.filter((part) => text.includes(part)),
          [],
          names,
        );
      }
      assert.ok(written(format, [file]).includes("Zebediah Quux"), "they are there where they may be");
      assert.doesNotMatch(written(format, [file], { names: "none" }), /Quillfeather/);
    });
  }
});

describe("every format", () => {
  for (const format of Object.keys(checkFormats)) {
    it(`${format} gives the same bytes for the same files, and ends its last line`, () => {
      const first = written(format, [read, unread]);
      assert.equal(written(format, [{ path: read.path, analysis: check(client) }, unread]), first);
      assert.ok(first.endsWith("\n"));
      assert.deepEqual(formatFaults[format]?.(written(format, [])) ?? [], [], "nothing is valid, too");
    });
  }
});
