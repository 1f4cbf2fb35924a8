import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { Ajv } from "ajv";
import schema from "../../schemas/compare-output.schema.json";
import { foldText } from "../../server/model/words/values.ts";
import { style, styleHash } from "../../server/reports/formats/compare/html.ts";
import { cli, day, folderWith, itorg } from "../kit/cli-run.ts";
import { sampled } from "../kit/sample.ts";
import { leakIn } from "../kit/sound-texts.ts";

const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const client = `itorg: 1
asOf: 2026-11-20
organization: { name: Example, headcount: 300, listed: no }
regimes: { gdpr: applies }
units: { north: { name: North, kind: site } }
people:
  Bo Li: { background: technical }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, level: [tactical], boardReport: { form: oral, cadence: yearly, to: board } }
  ciso: { heldBy: Bo Li, reportsTo: cio, deputy: none }
  head-of-risk: { role: cro, heldBy: Di Fox, reportsTo: ceo }
  network-lead: { title: Network Lead, heldBy: Ed Orr, reportsTo: cio }
teams:
  desk: { headedBy: network-lead, members: 4 }
providers:
  acme: { name: Acme IT, services: [helpdesk, hosting], overseenBy: cio }
committees:
  risk: { chair: ceo, members: [ceo, cio], meets: quarterly }
activities:
  backup-run: { responsible: [network-lead], accountable: cio }
  change-approve: { responsible: [cio], accountable: none }
recommended:
  - { rule: ciso-is-it-head, at: posts.ciso, do: separate-post, owner: ceo, due: 2027-03-31, status: agreed }
  - { rule: ciso-in-it-line, at: posts.ciso.reportsTo, do: report-to-ceo, owner: ceo, due: 2027-06-30, status: agreed }
`;

interface Output {
  readonly before: { readonly organization: string };
  readonly changes: readonly {
    kind: string;
    what: string;
    at: string;
    was: string | null;
    is: string | null;
    says: string;
  }[];
  readonly findings: Readonly<Record<"ended" | "remaining" | "new", readonly { rule: string; at: string }[]>>;
  readonly questions: Readonly<Record<"answered" | "open" | "new", readonly { at: string; question: string }[]>>;
}

const compare = (before: string, after: string, args: readonly string[] = []) => {
  const cwd = folderWith({ "a.itorg.yaml": before, "b.itorg.yaml": after });
  return itorg(["compare", "a.itorg.yaml", "b.itorg.yaml", ...day, ...args], { cwd });
};

function compared(before: string, after: string): Output {
  const { status, stdout, stderr } = compare(before, after, ["--format", "json"]);
  assert.deepEqual([status, stderr], [0, ""]);
  const output: Output = JSON.parse(stdout);
  const isOfSchema: boolean = isValid(output);
  assert.ok(isOfSchema, JSON.stringify(isValid.errors));
  return output;
}

const says = (before: string, after: string): string[] => compared(before, after).changes.map((one) => one.says);
/** What one replacement in the client's file is said to be. */
const change = (from: string, to: string): string[] => {
  assert.ok(client.includes(from), from);
  return says(client, client.replace(from, to));
};

describe("itorg compare", () => {
  it("finds nothing between a file and itself, also where that is laid out otherwise", () => {
    const same = compared(client, client);
    assert.deepEqual(same.changes, []);
    assert.deepEqual([same.findings.ended, same.findings.new], [[], []]);
    assert.deepEqual([same.questions.answered, same.questions.new], [[], []]);
    assert.ok(same.findings.remaining.length > 3 && same.questions.open.length > 3);
    const other = client
      .replace("  cio: { heldBy: Bo Li, reportsTo: ceo,", "  # since May\n  cio: { reportsTo: ceo, heldBy: [bo li],")
      .replace("members: [ceo, cio]", "members: [cio, ceo]");
    assert.deepEqual(compared(client, other).changes, []);
    assert.match(compare(client, client).stdout, /nothing in the organization has changed; 0 findings ended, 0 new/);
  });

  it("says what became of a target: what changed, which findings ended, and no question as answered", () => {
    const cwd = folderWith({ "a.itorg.yaml": client });
    itorg(["plan", "a.itorg.yaml", "--out", "b.itorg.yaml", ...day], { cwd });
    const output = compared(client, readFileSync(join(cwd, "b.itorg.yaml"), "utf8"));
    assert.deepEqual(
      output.changes.map(({ kind, what, at }) => `${kind} ${what} ${at}`),
      ["changed holder posts.ciso.heldBy", "changed line posts.ciso.reportsTo"],
    );
    assert.deepEqual(
      output.changes.map((one) => one.says),
      [
        "The CISO has another holder: somebody who is to be found, no longer Bo Li.",
        "The CISO now reports to the CEO, no longer to the CIO.",
      ],
    );
    assert.deepEqual([output.changes[1]!.was, output.changes[1]!.is], ["the CIO", "the CEO"]);
    const rules = output.findings.ended.map(({ rule }) => rule);
    assert.ok(rules.includes("ciso-is-it-head"), rules.join(", "));
    assert.deepEqual(output.questions.answered, []);
    assert.deepEqual(output.questions.new, []);
    assert.ok(output.questions.open.length > 3);
  });

  it("recognizes an id that was changed, with all that refers to it", () => {
    const renamed = client
      .replaceAll("head-of-risk", "chief-risk")
      .replaceAll("network-lead", "lan-team-lead")
      .replace("  acme:", "  acme-it:");
    const output = compared(client, renamed);
    assert.deepEqual(
      output.changes.map(({ kind, what, at, was, is }) => [kind, what, at, was, is]),
      [
        ["renamed", "post", "posts.chief-risk", "head-of-risk", "chief-risk"],
        ["renamed", "post", "posts.lan-team-lead", "network-lead", "lan-team-lead"],
        ["renamed", "provider", "providers.acme-it", "acme", "acme-it"],
      ],
    );
    assert.deepEqual([output.findings.ended, output.findings.new], [[], []]);
    assert.match(output.changes[0]!.says, /is now called chief-risk in the file, no longer head-of-risk\.$/);
    const other = compared(client, renamed.replace("heldBy: Di Fox", "heldBy: Flo Gray"));
    assert.deepEqual(
      other.changes.filter(({ at }) => /risk/.test(at)).map(({ kind }) => kind),
      ["added", "removed"],
      "another person in another post is another post",
    );
  });

  const sentences: [from: string, to: string, says: string][] = [
    ["heldBy: Di Fox", "heldBy: vacant", "The Head Of Risk is vacant now; Di Fox held it."],
    ["ciso: { heldBy: Bo Li,", "ciso: {", "Who holds the CISO is not said any more; it was Bo Li."],
    ["reportsTo: ceo }\n  network", "}\n  network", "The Head Of Risk: reports to not said any more, before the CEO."],
    ["deputy: none", "deputy: cio", "The CISO: deputy the CIO, before nobody."],
    ["level: [tactical]", "level: [strategic, tactical]", "The CIO: level now also strategic."],
    [
      "form: oral",
      "form: written",
      "The CIO: board report form written, how often yearly and to the board, before form oral, how often yearly and to the board.",
    ],
    [
      "services: [helpdesk, hosting]",
      "services: [hosting, backup]",
      "Acme IT: services now also backup and no longer helpdesk.",
    ],
    ["overseenBy: cio", "overseenBy: ceo", "Acme IT is now overseen by the CEO, no longer by the CIO."],
    [
      "chair: ceo",
      "chair: head-of-risk",
      "The risk committee is now chaired by the Head Of Risk, no longer by the CEO.",
    ],
    ["meets: quarterly", "meets: monthly", "The risk committee: meets monthly, before quarterly."],
    ["accountable: none", "accountable: ceo", "Accountable for change approval: the CEO, before nobody."],
    ["backup-run: {", "backup-run: none # {", "Backups: there is none any more."],
    ["  backup-run:", "  # backup-run:", "The file says nothing of backups any more."],
    ["gdpr: applies", "gdpr: planned", "GDPR: planned, before applies."],
    ["gdpr: applies", "gdpr: applies, dora: applies", "DORA: applies."],
    ["gdpr: applies", "gdpr: applies, rbi-it: { status: applies, as: [ucb] }", "RBI 2026: applies (as ucb)."],
    ["listed: no", "listed: yes", "The organization: listed yes, before no."],
    ["headcount: 300,", "", "The organization: headcount not said any more, before 300."],
    ["headcount: 300,", "headcount: 300-350,", "The organization: headcount 300 to 350, before 300."],
    ["background: technical", "background: business", "Bo Li: background business, before technical."],
    [
      "  Bo Li: {",
      "  Ann Ode: { employedBy: acme }\n  Bo Li: {",
      "Ann Ode: employed by Acme IT, which was not known before.",
    ],
    [
      "posts:\n",
      "posts:\n  cfo: { heldBy: Gus Hay, reportsTo: ceo }\n",
      "New in the file: the CFO, held by Gus Hay, reporting to the CEO.",
    ],
    ["posts:\n", "posts:\n  cto: none\n", "The CTO: there is none, which was not known before."],
    ["members: 4", "members: 5", "The Desk team: members 5, before 4."],
  ];
  for (const [from, to, wanted] of sentences)
    it(`says: ${wanted}`, () => {
      const all = change(from, to);
      assert.ok(all.includes(wanted), all.join("\n"));
      assert.equal(all.length, 1, all.join("\n"));
    });

  it("counts a question as answered where something stands there now", () => {
    const before = compared(client, client).questions.open;
    const { at } = before.find((one) => one.at === "organization.sector")!;
    const after = (value: string) => compared(client, client.replace("listed: no", `listed: no, sector: ${value}`));
    assert.ok(after("retail").questions.answered.some((one) => one.at === at));
    assert.ok(!after("unknown").questions.answered.some((one) => one.at === at), "nobody knew");
    assert.ok(after("not-asked").questions.open.some((one) => one.at === at));
  });

  it("writes Markdown, a page that may run nothing, and JSON into files, over nothing unasked", () => {
    const cwd = folderWith({
      "a.itorg.yaml": client,
      "b.itorg.yaml": client.replace("Di Fox", "Gus Hay"),
      "out.md": "mine",
    });
    const run = (...args: string[]) => itorg(["compare", "a.itorg.yaml", "b.itorg.yaml", ...day, ...args], { cwd });
    const refused = run("--out", "out.md");
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /out\.md is there already; --force writes over it/);
    assert.equal(run("--out", "out.md", "--force").stdout, "Wrote out.md: 1 change, 0 findings ended, 0 new.\n");
    assert.match(
      readFileSync(join(cwd, "out.md"), "utf8"),
      /^# Example\n\n.*\n\n## Posts\n\n- The Head Of Risk has another holder: Gus Hay, no longer Di Fox\.\n/,
    );
    assert.equal(run("--out", "out.html").status, 0);
    const page = readFileSync(join(cwd, "out.html"), "utf8");
    assert.equal(page, run("--format", "html").stdout);
    assert.match(page, /default-src 'none'; style-src 'sha256-/);
    assert.doesNotMatch(page, /<script|style=|\son\w+=|https?:/);
    assert.equal(run("--out", "out.json").status, 0);
    assert.equal(readFileSync(join(cwd, "out.json"), "utf8"), run("--format", "json", "--out", "-").stdout);
    assert.equal(styleHash, createHash("sha256").update(style).digest("base64"));
  });

  it("ends with 2 where it is called wrongly or a file cannot be read, with 1 where one is read in part", () => {
    const cwd = folderWith({
      "a.itorg.yaml": client,
      "c/x.itorg.yaml": client,
      "c/y.itorg.yaml": client,
      "d.itorg.yaml": `${client}  - [`,
    });
    const run = (...args: string[]) => itorg(["compare", ...args, ...day], { cwd, input: client });
    for (const [args, message] of [
      [["a.itorg.yaml"], /name two clients' files, AS-IS and TO-BE, not 1/],
      [["a.itorg.yaml", "a.itorg.yaml", "a.itorg.yaml"], /not 3/],
      [["-", "-"], /only one of the two/],
      [["a.itorg.yaml", "gone.itorg.yaml"], /there is no such file/],
      [["a.itorg.yaml", "c"], /there are 2 clients; name one: c\/x\.itorg\.yaml, c\/y\.itorg\.yaml/],
      [["a.itorg.yaml", "a.itorg.yaml", "--out", "x.pdf"], /the endings are \.json, \.md, \.html/],
      [["a.itorg.yaml", "a.itorg.yaml", "--out", "x.md", "--format", "html"], /contradict each other/],
    ] as const) {
      const { status, stdout, stderr } = run(...args);
      assert.deepEqual([status, stdout], [2, ""], args.join(" "));
      assert.match(stderr, message);
    }
    assert.equal(run("a.itorg.yaml", "-").status, 0);
    assert.equal(run("a.itorg.yaml", "d.itorg.yaml").status, 1);
  });

  it("leaves names out of every format, and calls the same person alike in both files", () => {
    const before = `itorg: 1
organization: { name: Quillfeather Holdings, headcount: 300 }
posts:
  ceo: { heldBy: Brunhilde Ottokar, reportsTo: board, notes: Brunhilde leaves }
  cio: { heldBy: Zebediah Quux, reportsTo: ceo }
  klops-office: { heldBy: Ferdinand Klops, title: Assistant to Brunhilde Ottokar, reportsTo: ceo }
activities: { it-strategy: { accountable: Zebediah Quux } }
`;
    const after = before
      .replace("heldBy: Brunhilde Ottokar", "heldBy: Wilhelmina Pflug")
      .replace("Brunhilde leaves", "Wilhelmina stays")
      .replace("accountable: Zebediah Quux", "accountable: Ferdinand Klops")
      .replace("klops-office", "klops-desk");
    const parts = ["Brunhilde", "Ottokar", "Zebediah", "Quux", "Ferdinand", "Klops", "Wilhelmina", "Pflug"].map(
      foldText,
    );
    for (const names of sampled(["initials", "codes", "none"], 2))
      for (const format of ["pretty", "json", "markdown", "html"]) {
        const text = foldText(compare(before, after, ["--format", format, "--names", names]).stdout);
        assert.deepEqual(
          parts.filter((part) => text.includes(part)),
          [],
          `${format} ${names}`,
        );
        assert.equal(text.includes("quillfeather"), names !== "none", `${format} ${names}`);
      }
    const coded = compare(before, after, ["--names", "codes"]).stdout;
    assert.match(coded, /The CEO has another holder: Person 4, no longer Person 1\./);
    assert.match(coded, /Accountable for IT strategy: Person 3, before Person 2\./);
    assert.match(compare(before, after, ["--names", "none"]).stdout, /The CEO has another holder\.\n/);
  });

  it("keeps naughty strings inside cells, elements and lines", () => {
    const strings = [
      ...(JSON.parse(readFileSync("test/data/blns/blns.json", "utf8")) as string[]),
      "a\r\nb\u0000\u001b[31m\u202e\ufffe",
      "<script>alert(1)</script> https://evil.example www.evil.example",
      "[a](https://evil.example) =cmd",
      // Some say what only a program would say where a value is missing.
    ].filter((text) => leakIn(text) === undefined);
    const quoted = (text: string) =>
      JSON.stringify(text).replace(
        /[\u007f-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    const fileOf = (turn: number) =>
      `itorg: 1\norganization: { name: ${quoted(strings[turn]!)} }\nposts:\n${strings
        .map((_, i) => {
          const text = strings[(i + turn) % strings.length]!;
          return `  p${i}: { title: ${quoted(text)}, heldBy: ${quoted(text)}, reportsTo: p0 }`;
        })
        .join("\n")}\n`;
    const [before, after] = [fileOf(0), fileOf(7)];
    assert.ok(compared(before, after).changes.length > 500);
    const page = compare(before, after, ["--format", "html"]).stdout;
    assert.deepEqual(
      [...new Set(page.match(/<\/?[a-z]\w*/gi))].sort(),
      [...new Set(allowed.flatMap((name) => [`<${name}`, `</${name}`]))]
        .filter((tag) => !["</meta"].includes(tag))
        .sort(),
    );
    const markdown = compare(before, after, ["--format", "markdown"]).stdout;
    assert.doesNotMatch(markdown, /(?<!\\)\]\(|(?<!\\):\/\/|<[a-z]/i);
    for (const line of markdown.split("\n")) assert.match(line, /^(?:# |## |- |$|.*, then )/);
    for (const format of ["pretty", "html", "markdown"])
      assert.doesNotMatch(compare(before, after, ["--format", format]).stdout, /[^\P{Cc}\n]|\u202e/u, format);
  });

  it("gives the same bytes in every time zone and locale", () => {
    const cwd = folderWith({ "a.itorg.yaml": client, "b.itorg.yaml": client.replace("Di Fox", "Gus Hay") });
    for (const format of ["json", "markdown", "html"]) {
      const places = [
        { TZ: "UTC", LC_ALL: "C" },
        { TZ: "Asia/Tokyo", LC_ALL: "de_DE.UTF-8" },
        { TZ: "America/St_Johns", LC_ALL: "tr_TR.UTF-8" },
      ];
      const outputs = sampled(places, 2).map((place) =>
        spawnSync(process.execPath, [cli, "compare", "a.itorg.yaml", "b.itorg.yaml", "--format", format, ...day], {
          cwd,
          env: { ...process.env, ...place },
        }).stdout.toString("latin1"),
      );
      assert.ok(outputs[0]!.length > 300);
      assert.equal(new Set(outputs).size, 1, format);
    }
  });
});

const allowed = ["html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li"];
