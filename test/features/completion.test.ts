import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import schema from "../../schemas/itorg.schema.json";
import { Text } from "../../server/base/text.ts";
import { type Completion, completions, explained } from "../../server/features/completion.ts";
import { applied, choose, chosen, completionsAt, labelsAt, plainText, today } from "../kit/completion-at.ts";
import { readCursor } from "../kit/cursor.ts";
import { inFull } from "../kit/in-full.ts";
import { fc, runs, sampled } from "../kit/sample.ts";
import { readDocument, rules, snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";
const file = `${head}people:
  Cy Ash: { employedBy: acme }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: none
  ops: { role: it-manager, heldBy: vacant }
teams:
  desk: { headedBy: ops }
providers:
  acme: { name: Acme Ltd }
committees:
  audit: { chair: external }
units:
  north: { kind: company }
`;

/** The schema as it is written, so that what is offered is not compared with itself. */
interface Raw {
  readonly const?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Raw>>;
  readonly definitions?: Readonly<Record<string, Raw>>;
  readonly oneOf?: readonly Raw[];
  readonly anyOf?: readonly Raw[];
  readonly $ref?: string;
  readonly "x-kind"?: string;
  readonly "x-of"?: string;
  readonly "x-also"?: string;
  readonly "x-to"?: readonly string[];
  readonly "x-entity"?: string;
  readonly "x-items"?: string;
  readonly "x-keys"?: string;
  readonly "x-words"?: readonly string[];
  readonly "x-first"?: readonly string[];
}
const root = schema as unknown as Raw;
const definition = (name: string): Raw => root.definitions?.[name] ?? assert.fail(name);
const idsOf = (raw: Raw): string[] => [
  ...(typeof raw.const === "string" ? [raw.const] : []),
  ...(raw.$ref ? idsOf(definition(raw.$ref.replace("#/definitions/", ""))) : []),
  ...[...(raw.oneOf ?? []), ...(raw.anyOf ?? [])].flatMap(idsOf),
];
const fieldsOf = (name: string): [string, Raw][] => Object.entries(definition(name).properties ?? {});

/** Every group of the format: how to get to where its keys stand, in a block and in brackets. */
const groups: { name: string; block: string; flow: string }[] = Object.entries(root.properties ?? {}).flatMap(
  ([section, raw]): { name: string; block: string; flow: string }[] => {
    const of = raw["x-of"] ?? raw["x-items"];
    if (!of) return [];
    if (raw["x-items"]) return [{ name: of, block: `${section}:\n  - `, flow: `${section}:\n  - { ` }];
    const key = raw["x-entity"] === "regime" ? "hipaa" : "an-id";
    const at = raw["x-entity"] ? { block: `  ${key}:\n    `, flow: `  ${key}: { ` } : { block: "  ", flow: "" };
    const own = raw["x-entity"]
      ? { name: of, block: `${section}:\n${at.block}`, flow: `${section}:\n${at.flow}` }
      : { name: of, block: `${section}:\n  `, flow: `${section}: { ` };
    const inner = fieldsOf(of).filter(([, field]) => field["x-kind"] === "object");
    return [
      own,
      ...inner.map(([field, { "x-of": shape = "" }]) => ({
        name: shape,
        block: `${own.block}${field}:\n${own.block.slice(own.block.lastIndexOf("\n") + 1)}  `,
        flow: `${own.flow}${field}: { `,
      })),
    ];
  },
);

/** The file without the section under test, which stands at the end. */
function before({ block }: { block: string }): string {
  const section = block.slice(0, block.indexOf(":"));
  return file.replace(new RegExp(`^${section}:.*\\n(?:  .*\\n)*`, "m"), "");
}

/** What the schema says of a field's values, of which the fixture file has all that can be referred to. */
function expectedValues(raw: Raw, section: string): string[] {
  const to: Record<string, string[]> = {
    post: ["ceo", "cio", "ops", "cfo"],
    board: ["board"],
    committee: ["audit"],
    person: ["Ann Ode", "Bo Li", "Cy Ash"],
    provider: ["provider:acme"],
    team: [raw["x-to"]?.includes("post") ? "team:desk" : "desk"],
    unit: ["north"],
    external: ["external"],
  };
  // The section under test is cut out of the file, and what it declared with it.
  const lost: Record<string, string[]> = {
    people: ["Cy Ash"],
    posts: ["ceo", "cio", "ops", "Ann Ode", "Bo Li"],
    teams: ["desk", "team:desk"],
    providers: ["provider:acme"],
    committees: ["audit"],
    units: ["north"],
  };
  switch (raw["x-kind"]) {
    case "yes-no":
      return ["yes", "no"];
    case "choice":
    case "choices":
      if (raw["x-of"] === "regimeCapacity") return ["covered-entity", "business-associate"];
      return idsOf(definition(raw["x-of"] ?? ""));
    case "word":
    case "words":
      return [raw["x-of"], raw["x-also"]].flatMap((name) => (name ? idsOf(definition(name)) : []));
    case "reference":
    case "references":
    case "members":
      return (raw["x-to"] ?? [])
        .flatMap((target) => to[target] ?? [])
        .filter((label) => !lost[section]?.includes(label));
    case "employer":
      return ["acme"];
    case "date":
      return [
        raw === definition("post").properties?.until || raw === definition("acceptance").properties?.until
          ? "2027-11-22"
          : today,
      ];
    case "codes":
      return ["EU", "UK", "DE", "US-NY"];
    case "rule":
      return rules.filter(({ category }) => category !== "format").map(({ id }) => id);
    default:
      return [];
  }
}

const includes = (offered: readonly string[], wanted: readonly string[], where: string): void =>
  assert.deepEqual(
    wanted.filter((one) => !offered.includes(one)),
    [],
    `is missing at ${where}; offered: ${offered.join(", ")}`,
  );

describe("completion: what the schema says", () => {
  it("offers every section, required ones first, and none twice", () => {
    const sections = Object.keys(root.properties ?? {});
    assert.deepEqual(new Set(labelsAt("<|>")), new Set(["new organization", ...sections]));
    assert.deepEqual(labelsAt("<|>").slice(1, 3), ["itorg", "organization"]);
    const open = labelsAt(`${file}<|>`);
    assert.deepEqual(
      open,
      sections.filter((name) => !file.includes(`${name}:`)),
    );
  });

  for (const group of groups) {
    const { name, block, flow } = group;
    it(`offers the keys of ${block.replace(/\s+/g, " ")}as block and in brackets, required and first ones first`, () => {
      const fields = fieldsOf(name).map(([field]) => field);
      for (const start of [block, flow]) {
        const offered = completionsAt(`${before(group)}${start}<|>`).filter(({ kind }) => kind === "key");
        const labels = offered.map(({ label }) => label);
        assert.deepEqual(labels.toSorted(), fields.toSorted(), start);
        const required = definition(name).required ?? [];
        const first = [...required, ...(definition(name)["x-first"] ?? []).filter((one) => !required.includes(one))];
        assert.deepEqual(new Set(labels.slice(0, first.length)), new Set(first));
        for (const half of start === block ? fields : [])
          includes(labelsAt(`${before(group)}${start}${half.slice(0, 2)}<|>`), [half], `${start}${half.slice(0, 2)}`);
      }
    });

    for (const [field, raw] of sampled(fieldsOf(name), 4)) {
      it(`offers the values of ${name}.${field}`, () => {
        const wanted = expectedValues(raw, block.slice(0, block.indexOf(":")));
        for (const start of [block, flow]) {
          const text = `${before(group)}${start}${field}: `;
          const offered = labelsAt(`${text}<|>`);
          includes(offered, wanted, text);
          assert.equal(new Set(offered).size, offered.length, "nothing twice");
          if (wanted.length > 0) assert.deepEqual(labelsAt(`${text.trimEnd()}<|>`), offered, "without the blank");
          if (!/s$|members/.test(raw["x-kind"] ?? "") || raw["x-kind"] === "yes-no") continue;
          includes(labelsAt(`${text}[<|>`), wanted, "a list in brackets");
          const [one = "", ...others] = wanted;
          includes(labelsAt(`${text}[${one}, <|>]`), others, "the second item");
          assert.equal(labelsAt(`${text}[${one}, <|>]`).includes(one), false, "an item that is there already");
          if (start === flow) continue;
          const indent = " ".repeat(text.length - text.lastIndexOf("\n") - 1 - `${field}: `.length + 2);
          const dash = block.endsWith("- ") ? `${indent}` : indent;
          includes(labelsAt(`${text.trimEnd()}\n${dash}- <|>`), wanted, "an item behind a dash");
          includes(labelsAt(`${text.trimEnd()}\n${dash}-<|>`), wanted, "a dash without its blank");
        }
      });
    }
  }

  for (const [section, raw] of Object.entries(root.properties ?? {})) {
    const { "x-keys": catalogue, "x-words": words = [] } = raw;
    if (!raw["x-entity"]) continue;
    it(`offers the entries of ${section}, and the words in place of one`, () => {
      const start = `${before({ block: `${section}:` })}${section}:\n  `;
      if (catalogue) includes(labelsAt(`${start}<|>`), idsOf(definition(catalogue)), start);
      assert.ok(completionsAt(`${start}<|>`).length > 0, "something to begin with");
      includes(labelsAt(`${start}an-id: <|>`), words, `${start}an-id: `);
      includes(labelsAt(`${start.slice(0, -3)} <|>`), idsOf(definition("reservedWord")), section);
    });
  }
});

/** Unfinished files: each still knows where its cursor is. */
describe("completion: files that do not parse", () => {
  const posts = `${file}accepted:\n`.replace("accepted:\n", "");
  const at = (entry: string) => posts.replace("  cio: { heldBy: Bo Li, reportsTo: ceo }", entry);

  it("between brackets that nobody has closed", () => {
    includes(labelsAt(at("  cio: { heldBy: Bo Li, <|>")), ["reportsTo", "level"], "key");
    includes(labelsAt(at("  cio: { heldBy: Bo Li,<|>")), ["reportsTo"], "key behind a comma");
    includes(labelsAt(at("  cio: {<|>")), ["heldBy"], "first key");
    includes(labelsAt(at("  cio: { reportsTo: <|>")), ["ceo", "board", "audit"], "value");
    includes(labelsAt(at("  cio: { dottedLineTo: [ceo, <|>")), ["ops", "audit"], "item");
    includes(labelsAt(at("  cio: { boardReport: { form: written, ca<|>")), ["cadence", "to"], "inner key");
    includes(labelsAt(at("  cio: {\n    heldBy: Bo Li,\n    <|>")), ["reportsTo"], "on several lines");
    includes(labelsAt(at("  cio: { heldBy: [Bo Li] <|> }")), ["reportsTo"], "a comma is missing");
    assert.equal(
      choose(at("  cio: { heldBy: [Bo Li] re<|> }"), "reportsTo").includes("[Bo Li] , reportsTo: <|> }"),
      true,
    );
  });

  it("with half a key on a line", () => {
    includes(labelsAt(at("  ci<|>")), ["cio", "ciso"], "post");
    includes(labelsAt(at("  cio:\n    hel<|>")), ["heldBy"], "field");
    includes(labelsAt(at("  cio:\n    heldBy: Bo Li\n    rep<|>")), ["reportsTo"], "second field");
    assert.equal(labelsAt(at("  cio:\n    heldBy: Bo Li\n    rep<|>")).includes("heldBy"), false);
    includes(labelsAt(`${head}po<|>`), ["posts", "people"], "section");
    includes(labelsAt(`${head}po<|>\nteams:\n  desk:\n`), ["posts"], "section above another");
    assert.equal(labelsAt(`${head}po<|>\nteams:\n  desk:\n`).includes("teams"), false);
    includes(labelsAt(`${head}posts:\n  ce\n  ci<|>\n`), ["cio"], "below another half");
    includes(labelsAt(`${head}posts:\n  ceo: none\n  ce\n  ci<|>\n`), ["cio"], "below another half and a whole");
  });

  it("knows the rest of the file while a line is unfinished", () => {
    includes(labelsAt(at("  cio: { reportsTo: <|>")), ["ops"], "below in the section");
    includes(labelsAt(at("  cio: { deputy: <|>")), ["provider:acme", "team:desk"], "below in other sections");
    const taken = labelsAt(at("  c<|>"));
    for (const id of ["ceo", "cto"]) assert.equal(taken.includes(id), false, id);
    includes(
      labelsAt(file.replace("heldBy: Ann Ode }", 'heldBy: "Ann Ode }').replace("reportsTo: ceo", "reportsTo: <|>")),
      ["ops"],
      "a quote left open above",
    );
    includes(
      labelsAt(file.replace("heldBy: Ann Ode }", "heldBy: [Ann Ode").replace("reportsTo: ceo", "<|>")),
      ["reportsTo"],
      "a bracket left open above",
    );
  });

  it("in quotes, closed or not, without words that would be names there", () => {
    const open = at('  cio: { deputy: "An<|>, level: tactical }');
    assert.match(choose(open, "Ann Ode"), /deputy: "Ann Ode", level/);
    assert.match(choose(at("  cio: { deputy: '<|>' }"), "team:desk"), /deputy: 'team:desk' }/);
    assert.equal(labelsAt(at('  cio: { deputy: "<|>" }')).includes("none"), false);
    assert.deepEqual(labelsAt(at('  "ci<|>')), []);
  });
});

describe("completion: where it stands, and what it replaces", () => {
  const posts = (entry: string) => `${head}posts:\n${entry}\n`;
  const result = (source: string, label: string, wanted: string) => assert.equal(choose(source, label), wanted);

  it("offers again what a merge key takes over, since it can be written anew", () => {
    const labels = labelsAt(
      `${head}posts:\n  cio: &all { heldBy: Ann Ode, level: tactical }\n  cto: { <<: *all, level: strategic, <|> }\n`,
    );
    assert.ok(labels.includes("heldBy"));
    assert.ok(!labels.includes("level"));
  });

  it("takes the indentation of the entry", () => {
    result("<|>", "itorg", "itorg: 1");
    result(`${head}<|>`, "posts", `${head}posts:\n  <|>`);
    result(
      "itorg: 1\n<|>",
      "organization",
      "itorg: 1\norganization:\n  name: Name of the organization\n  headcount: \n  sector: \n  jurisdictions: ",
    );
    result(posts("  <|>"), "cio", posts("  cio: { heldBy: , reportsTo:  }"));
    result(posts("    <|>"), "cio", posts("    cio: { heldBy: , reportsTo:  }"));
    result(
      `${head}accepted:\n    <|>`,
      "new acceptance",
      `${head}accepted:\n    - rule: \n      at: \n      reason: \n      compensatingControl: \n      approvedBy: \n      until: `,
    );
    result(`${head}interviews:\n  - <|>`, "new interview", `${head}interviews:\n  - date: \n    with: \n    by: `);
    result(posts("  cio:\n    <|>"), "boardReport", posts("  cio:\n    boardReport: { form: , cadence: , to:  }"));
    const full = choose(posts("  <|>"), "ciso in full");
    assert.match(full, /\n {2}ciso:\n {4}heldBy: \n {4}reportsTo: \n {4}\w+: \n/);
  });

  it("follows the lines below where the cursor stands on an empty line", () => {
    const middle = (blank: string) => posts(`  ceo: none\n${blank}<|>\n  cfo: none`);
    for (const blank of ["", " ", "  "])
      result(middle(blank), "cio", posts("  ceo: none\n  cio: { heldBy: , reportsTo:  }\n  cfo: none"));
    assert.deepEqual(labelsAt(middle("   ")), []);
    result(posts("  cio:\n<|>\n    level: tactical"), "heldBy", posts("  cio:\n    heldBy: <|>\n    level: tactical"));
    result(
      `${head}accepted:\n  - rule: key-person\n<|>\n  - rule: no-deputy\n`,
      "new acceptance",
      `${head}accepted:\n  - rule: key-person\n  - rule: \n    at: \n    reason: \n    compensatingControl: \n    approvedBy: \n    until: \n  - rule: no-deputy\n`,
    );
    assert.deepEqual(labelsAt(posts("  ceo: none\n <|>")), [], "between two levels");
    assert.deepEqual(labelsAt(posts("  ceo: none\n      <|>")), [], "below a word");
    assert.deepEqual(labelsAt(posts("  ceo: { heldBy: A B }\n    <|>")), [], "below a finished group");
  });

  it("writes a list's dash, where it is missing", () => {
    const field = (rest: string) => `${head}teams:\n  desk:\n    members:\n${rest}`;
    result(field("      <|>"), "ceo", field("      - ceo"));
    result(field("      - ceo\n      <|>"), "cfo", field("      - ceo\n      - cfo"));
    result(field("      -<|>"), "cfo", field("      - cfo"));
    result(field("      - c<|>"), "cfo", field("      - cfo"));
  });

  it("writes the blank behind a colon or a comma, and the comma before the next entry", () => {
    result(posts("  cio: { level:<|> }"), "tactical", posts("  cio: { level: tactical }"));
    result(posts("  cio: { level:<|>}"), "tactical", posts("  cio: { level: tactical }"));
    result(posts("  cio: {<|>}"), "level", posts("  cio: { level: <|> }"));
    result(posts("  cio: { <|>, heldBy: A }"), "level", posts("  cio: { level: <|>, heldBy: A }"));
    result(posts("  cio: { <|> heldBy: A }"), "level", posts("  cio: { level: <|>,  heldBy: A }"));
    result(posts("  cio: { heldBy: A,<|>}"), "level", posts("  cio: { heldBy: A, level: <|> }"));
    result(posts("  cio: { level: [tactical,<|>] }"), "strategic", posts("  cio: { level: [tactical, strategic] }"));
    result(`${head}asOf:<|>`, today, `${head}asOf: ${today}`);
  });

  it("replaces the whole word, and no more", () => {
    result(posts("  cio: { rep<|>ortsTo: ceo }"), "level", posts("  cio: { level: ceo }"));
    result(
      posts("  cio: { reportsTo: c<|>eo, level: tactical }"),
      "board",
      posts("  cio: { reportsTo: board, level: tactical }"),
    );
    result(
      posts("  cio:\n    reportsTo: c<|>eo # as of May"),
      "board",
      posts("  cio:\n    reportsTo: board # as of May"),
    );
    result(
      posts("  ceo: { heldBy: Ann Ode }\n  cio: { deputy: Ann O<|> }"),
      "Ann Ode",
      posts("  ceo: { heldBy: Ann Ode }\n  cio: { deputy: Ann Ode }"),
    );
    result(posts("  c<|>eo: { heldBy: A }"), "cfo", posts("  cfo: { heldBy: A }"));
    result(
      posts("  x:\n    deputy: provider:<|>\nproviders:\n  acme: { name: A }"),
      "provider:acme",
      posts("  x:\n    deputy: provider:acme\nproviders:\n  acme: { name: A }"),
    );
  });

  it("writes a key alone where lines below become its value", () => {
    result(`${head}<|>\n  ceo: none\n`, "posts", `${head}posts:\n  ceo: none\n`);
    result(
      posts("  ceo:\n    level: tactical\n  ct<|>\n    heldBy: Bo Li"),
      "cto",
      posts("  ceo:\n    level: tactical\n  cto:\n    heldBy: Bo Li"),
    );
  });

  it("knows its way in a file with the line breaks of Windows", () => {
    const crlf = (source: string) => source.replaceAll("\n", "\r\n");
    assert.match(choose(crlf(`${head}<|>`), "posts"), /\r\nposts:\n {2}<\|>$/);
    assert.match(choose(crlf(posts("  ceo: none\n<|>\n  cfo: none")), "cio"), /\r\n {2}cio: \{.*\}\r\n {2}cfo: none/);
    assert.match(choose(crlf(posts("  cio:\n    level: <|>\n    title: CIO")), "tactical"), /level: tactical\r\n/);
  });
});

describe("completion: nothing where nothing fits", () => {
  for (const [what, source] of [
    ["a comment", `${head}# po<|>`],
    ["a comment behind a value", `${head}asOf: 2026-01-01 # se<|>`],
    ["free text", `${head}posts:\n  cio: { notes: he is <|> }`],
    ["an empty note", `${head}posts:\n  cio: { notes: <|> }`],
    ["a text of several lines", `${head}posts:\n  cio:\n    notes: |\n      le<|>\n`],
    ["a key of the user's own", `${head}x-mine: <|>`],
    ["below a key of the user's own", `${head}x-mine:\n  <|>`],
    ["a number", `${head.replace("Example", "Example, headcount: 5<|>")}`],
    ["behind a closing bracket", `${head}posts:\n  cio: { level: tactical } <|>`],
    ["before a group", `${head}posts:\n  cio: <|>{ level: tactical }`],
    ["an alias", `${head}posts:\n  cio: &a { level: tactical }\n  cto: *<|>`],
    ["the client's name", "itorg: 1\norganization: { name: <|> }"],
    ["a second word", `${head}posts:\n  cio: { level: strategic <|> }`],
    ["a list at the top", "- <|>"],
    ["an unknown section", `${head}extra:\n  <|>`],
    ["an item of a field that takes one value", `${head}posts:\n  cio: { reportsTo: [<|>] }`],
  ] as const)
    it(what, () => assert.deepEqual(labelsAt(source), []));

  it("opens no list behind a colon that Enter may follow, unless it is asked for", () => {
    const typing = (source: string) => {
      const { text, start } = readCursor(source);
      return completions(snapshotOf(text, today), start, ":").map(({ label }) => label);
    };
    for (const source of ["posts:<|>", "posts:\n  ceo:<|>", "posts:\n  ceo:\n    focus:<|>", "accepted:<|>"]) {
      assert.deepEqual(typing(head + source), [], source);
      assert.ok(labelsAt(head + source).length > 0, source);
    }
    includes(typing(`${head}posts:\n  cio: { reportsTo:<|>`), ["board"], "a single value");
    includes(
      typing(`${head}posts:\n  cio: { deputy: provider:<|> }\nproviders:\n  acme:`),
      ["provider:acme"],
      "a prefix",
    );
  });

  it("is at hand in free text only for a word that says why there is none", () => {
    assert.deepEqual(
      labelsAt(`${head}posts:\n  cio: { title: n<|> }`).filter((label) => /^no/.test(label)),
      [],
    );
    includes(labelsAt(`${head}accepted:\n  - compensatingControl: <|>`), ["none"], "a control");
    assert.deepEqual(labelsAt(`${head}accepted:\n  - compensatingControl: we <|>`), []);
  });
});

describe("completion: what the file knows", () => {
  const detail = (source: string, label: string) => chosen(source, label).detail;

  it("shows who is behind a reference", () => {
    const reports = file.replace("reportsTo: ceo", "reportsTo: <|>");
    assert.equal(detail(reports, "ceo"), "Ann Ode");
    assert.match(detail(reports, "ops") ?? "", /vacant/);
    assert.equal(labelsAt(reports).includes("cio"), false, "nobody reports to himself");
    assert.equal(labelsAt(reports).includes("cto"), false, "a post that does not exist");
    assert.equal(labelsAt(reports).indexOf("ceo"), 0);
    assert.ok(
      labelsAt(reports).indexOf("cfo") > labelsAt(reports).indexOf("board"),
      "what the file does not have comes last",
    );
    assert.equal(detail(file.replace("reportsTo: ceo", "deputy: <|>"), "Ann Ode"), "CEO");
    assert.equal(detail(file.replace("reportsTo: ceo", "deputy: <|>"), "provider:acme"), "Acme Ltd");
  });

  it("offers last what an entry is, where its key says it", () => {
    assert.equal(labelsAt(`${head}posts:\n  cio:\n    <|>`).at(-1), "role");
    assert.notEqual(labelsAt(`${head}posts:\n  it-east:\n    <|>`).at(-1), "role");
  });

  it("says beside a key what it is about, where its title would only repeat it", () => {
    assert.equal(detail("itorg: 1\n<|>", "posts"), "The posts of the organization, one line each");
    assert.equal(detail(`${head}posts:\n  cio:\n    <|>`, "heldBy"), "Who holds the post");
    assert.equal(detail("itorg: 1\norganization:\n  <|>", "itHeadcount")?.includes("work in IT"), true);
    assert.equal(detail("itorg: 1\norganization:\n  <|>", "name")?.endsWith(" (required)"), true);
    assert.equal(detail("itorg: 1\n<|>", "regimes"), "Laws and standards");
  });

  it("offers people who have no entry, and ids that are referred to", () => {
    assert.deepEqual(labelsAt(file.replace("  Cy Ash:", "  <|>\n  Cy Ash:")), ["Ann Ode", "Bo Li"]);
    const referring = `${head}posts:\n  cio: { heldBy: provider:north-it, reportsTo: ceo, unit: uk }\n`;
    assert.equal(labelsAt(`${referring}providers:\n  <|>`)[0], "north-it");
    assert.equal(labelsAt(`${referring}units:\n  <|>`)[0], "uk");
    assert.equal(detail(`${referring}  <|>`, "ceo"), "CEO, referred to");
    assert.equal(labelsAt(`${referring}  <|>`)[0], "ceo");
  });

  it("puts a name in quotes where YAML needs it", () => {
    const named = `${head}posts:\n  ceo: { heldBy: "O: X, Y" }\n`;
    assert.match(choose(`${named}  cio: { deputy: <|> }\n`, "O: X, Y"), /deputy: "O: X, Y" }/);
    assert.match(choose(`${named}interviews: [{ with: <|> }]\n`, "O: X, Y"), /with: "O: X, Y" }/);
    assert.match(choose(`${named}people:\n  <|>`, "O: X, Y"), /\n {2}"O: X, Y": \{ employedBy/);
    assert.match(
      choose(`${named}people: { A B: { employedBy: provider:<|> } }\nproviders: { acme: }\n`, "provider:acme"),
      /: provider:acme }/,
    );
  });

  it("suggests laws by the profile, and their capacities", () => {
    const profile =
      "itorg: 1\norganization: { name: E, headcount: 85, sector: healthcare, jurisdictions: [US-OH] }\nregimes:\n";
    assert.equal(labelsAt(`${profile}  <|>`)[0], "hipaa");
    assert.match(detail(`${profile}  <|>`, "hipaa") ?? "", /suggested/);
    includes(labelsAt(`${profile}  hipaa: <|>`), ["applies", "planned", "exempt", "{ }"], "states");
    assert.deepEqual(labelsAt(`${profile}  dora: { as: [<|>] }`), [
      "simplified",
      "microenterprise",
      "market-infrastructure",
    ]);
    assert.equal(labelsAt(`${profile}  hipaa: none\n  <|>`).includes("hipaa"), false);
  });

  it("offers titles that go with the role", () => {
    includes(labelsAt(`${head}posts:\n  x: { role: it-director, title: <|> }`), ["Head of IT"], "title");
  });

  const risky = `itorg: 1
organization: { name: E, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
`;

  it("offers what can be accepted, with the rule and the place", () => {
    const label = labelsAt(`${risky}accepted:\n  <|>`)[0] ?? "";
    assert.match(label, /^ciso-in-it-line at posts\.ciso/);
    const after = choose(`${risky}accepted:\n  <|>`, label);
    assert.match(after, /\n {2}- rule: ciso-in-it-line\n {4}at: posts\.ciso\S*\n {4}reason: not-asked\n/);
    assert.equal(
      snapshotOf(
        new Text(
          after.replace("reason: not-asked", "reason: small").replace("approvedBy: not-asked", "approvedBy: ceo"),
        ),
        today,
      ).analysis.accepted.length,
      1,
    );
    assert.match(choose(`${risky}accepted: [<|>]`, label), /\[\{ rule: ciso-in-it-line, at: posts\.ciso\S*, reason: /);
  });

  it("offers the rules of what is found, and the places where it is", () => {
    assert.equal(labelsAt(`${risky}accepted:\n  - rule: <|>`)[0], "ciso-in-it-line");
    const places = labelsAt(`${risky}accepted:\n  - rule: ciso-in-it-line\n    at: <|>`);
    includes(places, ["posts.ciso", "posts.ciso.reportsTo"], "places");
    assert.equal(labelsAt(`${risky}accepted:\n  - rule: key-person\n    at: <|>`).includes("posts.ciso"), false);
  });

  it("writes whole entries with stops, and fills in nothing that nobody has said", () => {
    for (const [source, label] of [
      [`${head}posts:\n  <|>`, "new post"],
      [`${head}providers:\n  <|>`, "new provider"],
      [`${head}committees:\n  <|>`, "new committee"],
      [`${head}activities:\n  <|>`, "new activity"],
      [`${head}activities:\n  <|>`, "new RACI line"],
      [`${head}teams:\n  <|>`, "new team"],
      [`${head}units:\n  <|>`, "new unit"],
    ] as const) {
      const { insert } = chosen(source, label);
      const stops = insert.filter((part) => typeof part !== "string");
      assert.ok(stops.length >= 3, label);
      assert.deepEqual(
        stops.filter(({ text }) => text !== "" && !/-id$/.test(text)),
        [],
      );
    }
    assert.match(choose(`${head}posts:\n  post-id: none\n  <|>`, "new post"), /post-id-2: \{ role: /);
    const raci = choose(`${head}activities:\n  <|>`, "new RACI line");
    assert.match(raci, /: \{ activity: , responsible: , accountable: , consulted: , informed: {2}\}$/);
  });
});

describe("completion: documentation, when it is asked for", () => {
  const docAt = (source: string, label: string) => {
    const choice = chosen(source, label);
    const snapshot = snapshotOf(new Text(source.replace("<|>", "")), today);
    return choice.about && explained(snapshot, choice.about);
  };

  it("explains keys, values, roles, laws, rules and whoever is referred to", () => {
    assert.match(docAt("<|>", "posts") ?? "", /posts of the organization/i);
    assert.match(
      docAt(`${head}posts:\n  cio: { <|> }`, "heldBy") ?? "",
      /Who holds the post[\s\S]*Example: `heldBy: Maria Chen`/,
    );
    assert.match(docAt(`${head}posts:\n  cio: { level: <|> }`, "tactical") ?? "", /\*\*Tactical\*\*/);
    assert.match(docAt(`${head}posts:\n  cio: { interim: <|> }`, "unknown") ?? "", /did not know/);
    assert.match(docAt(`${head}posts:\n  <|>`, "ciso") ?? "", /Chief Information Security Officer/);
    assert.match(docAt(`${head}regimes:\n  <|>`, "dora") ?? "", /Digital Operational Resilience Act/);
    assert.match(docAt(`${head}accepted:\n  - rule: <|>`, "key-person") ?? "", /Who says so|warning|information/);
    assert.match(docAt(file.replace("reportsTo: ceo", "reportsTo: <|>"), "ceo") ?? "", /Held by Ann Ode/);
    assert.match(docAt(`${head}committees:\n  <|>`, "audit") ?? "", /\w/);
  });

  it("has a documentation for every choice that stands for something", () => {
    const snapshot = snapshotOf(new Text(file), today);
    for (const source of [
      `${file}<|>`,
      `${head}posts:\n  <|>`,
      `${head}activities:\n  <|>`,
      `${head}regimes:\n  <|>`,
      `${head}posts:\n  cio: { <|> }`,
      file.replace("reportsTo: ceo", "deputy: <|>"),
    ])
      for (const { label, about } of completionsAt(source)) if (about) assert.ok(explained(snapshot, about), label);
  });
});

/** Whether a completion spoils a file, or writes what the format does not know. Undefined where all is well. */
function harm(content: string, choice: Completion): string | undefined {
  const after = applied(content, choice);
  const document = readDocument(new Text(after));
  const wasFine = readDocument(new Text(content)).syntax.problems.length === 0;
  if (wasFine && document.syntax.problems.length > 0)
    return `no YAML any more: ${inFull(document.syntax.problems[0]?.message)}`;
  const { start } = choice.span;
  const end = start + plainText(choice).length;
  const wrong = document.problems
    .filter(({ kind }) => kind !== "syntax")
    .map((problem) => ({ ...problem, ...(problem.span ?? document.map.span(problem.at, problem.part)) }))
    // What is still to be written is no harm: an empty item, a required key.
    .filter(
      ({ says }) => !/needs a value|is missing here|an empty entry|`` is none|must (?:say|begin)/.test(inFull(says)),
    )
    .find((problem) => problem.start < end && problem.end > start);
  return wrong && `${wrong.kind}: ${inFull(wrong.says)}`;
}

describe("completion: at any place of any sample", () => {
  const samples = readdirSync("samples")
    .filter((name) => name.endsWith(".itorg.yaml"))
    .map((name) => readFileSync(`samples/${name}`, "utf8"));
  const place = fc.record({
    sample: fc.constantFrom(...samples),
    at: fc.nat(),
    ends: fc.constantFrom("here", "with the line", "nowhere"),
    pick: fc.nat(),
  });

  it("never spoils a file, and writes only what the format knows", () => {
    fc.assert(
      fc.property(place, ({ sample, at, ends, pick }) => {
        const offset = at % (sample.length + 1);
        const lineEnd = sample.indexOf("\n", offset);
        const rest =
          ends === "here" ? "" : sample.slice(ends === "nowhere" ? offset : lineEnd < 0 ? sample.length : lineEnd);
        const content = sample.slice(0, offset) + rest;
        const found = completions(snapshotOf(new Text(content), today), offset);
        assert.equal(new Set(found.map(({ label }) => label)).size, found.length, "no label twice");
        for (const choice of found) {
          const { start, end } = choice.span;
          assert.ok(start <= offset && offset <= end && !content.slice(start, end).includes("\n"), "around the cursor");
        }
        for (let i = 0; i < Math.min(4, found.length); i++) {
          const choice = found[(pick + i * 7) % found.length]!;
          const marked = `${content.slice(Math.max(0, offset - 80), offset)}<|>${content.slice(offset, offset + 30)}`;
          assert.equal(harm(content, choice), undefined, `${choice.label} at\n${marked}\n=> ${plainText(choice)}`);
        }
      }),
      { numRuns: runs({ short: 10, long: 60 }) },
    );
  });

  it("has an answer in any text, however broken", () => {
    const bits = [
      "{",
      "}",
      "[",
      "]",
      '"',
      "'",
      ":",
      ": ",
      "- ",
      "-",
      "\n",
      "\n  ",
      "#",
      "&a",
      "*a",
      "|",
      "\t",
      "\r\n",
      "---",
      "<<: ",
      "? ",
      ",",
      "a",
    ];
    const piece = fc.oneof(
      fc.constantFrom(...bits, "posts:\n", "  cio: ", "accepted:\n  - ", "provider:"),
      fc
        .record({ sample: fc.constantFrom(...samples), from: fc.nat(), length: fc.nat(300) })
        .map(({ sample, from, length }) => sample.slice(from % sample.length, (from % sample.length) + length)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.nat(), (pieces, at) => {
        const content = pieces.join("");
        const offset = at % (content.length + 1);
        const snapshot = snapshotOf(new Text(content), today);
        for (const { span, about } of completions(snapshot, offset)) {
          assert.ok(span.start <= offset && offset <= span.end && !content.slice(span.start, span.end).includes("\n"));
          if (about?.is === "ref") explained(snapshot, about);
        }
      }),
      { numRuns: runs({ short: 25, long: 150 }) },
    );
  });
});
