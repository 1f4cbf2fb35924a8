import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import Ajv from "ajv";
import { parse } from "yaml";
import schema from "../../../schemas/itorg.schema.json";
import { Text } from "../../../server/base/text.ts";
import { isReservedWord } from "../../../server/model/words/values.ts";
import { inFull } from "../../kit/in-full.ts";
import { readFixture } from "../../kit/notation.ts";
import { fc, runs } from "../../kit/sample.ts";
import { readDocument, rules } from "../../kit/standard.ts";

// Other editors check a file against the schema, ours reads it with code of its own. A file that is fine in the one and
// wrong in the other would make one of the two a liar, so the two are compared on everything that we can think of.

const ajv = new Ajv({ strict: false, strictNumbers: true });
const validate = ajv.compile(schema);

const isValidForSchema = (content: string): boolean =>
  validate(parse(content, { version: "1.2", schema: "core", merge: true, maxAliasCount: -1, logLevel: "silent" }));

function problemsOf(content: string): string[] {
  return readDocument(new Text(content))
    .problems.filter((problem) => problem.kind === "value" || problem.kind === "key")
    .map((problem) => `${problem.kind} at ${problem.at.join(".")}: ${inFull(problem.says)}`);
}

function agree(content: string): void {
  const problems = problemsOf(content);
  const valid = isValidForSchema(content);
  const errors = valid ? "" : JSON.stringify(validate.errors?.map((error) => `${error.instancePath} ${error.message}`));
  assert.equal(problems.length === 0, valid, `${content}\nours: ${problems.join("; ")}\nthe schema's: ${errors}`);
}

const head = "itorg: 1\norganization: { name: Example }\n";

const good: readonly string[] = [
  "",
  "posts:\n",
  "posts: {}\n",
  "posts: none\nproviders: none\ncommittees: none\nactivities: none\nteams: none\nunits: none\npeople: none\n",
  "posts: not-asked\nregimes: unknown\ncoverage: declined\naccepted: none\ninterviews: not-asked\n",
  "asOf: 2026-11-20\n",
  "asOf: unknown\n",
  "x-mine: { anything: [1, { a: b }] }\n",
  "coverage: { posts: complete, itPosts: partial, x-note: 1 }\n",
  "units: { north: { name: North, kind: company }, south: none, west: }\n",
  "interviews: [{ date: 2026-11-20, with: A B, by: C D, note: long }]\n",
  "interviews: { date: 2026-11-20 }\n",
  "people: { A B: , C D: { employedBy: Some Bank, background: mixed, since: 2020-01-31, formerPosts: [cio, Chief Baker] } }\n",
  "people: { x-mine: 5 }\n",
  "regimes: { gdpr: applies, hipaa: { status: planned, as: [covered-entity], note: text }, own-law: exempt, x-law: 3, dora: , nis2: not-asked, csf: none }\n",
  "regimes: { dora: { status: not-applicable, as: simplified }, group-policy: { as: [subsidiary] } }\n",
  "posts: { cio: none, cto: vacant, ciso: unknown, cfo: not-asked, coo: declined, cro: not-applicable, ceo: }\n",
  "posts: { 007: { heldBy: A B } }\n",
  "posts: { a-1: { role: cio, title: Head, heldBy: [A B, 'provider:m'], interim: yes, until: none, daysPerWeek: 2.5 } }\nproviders: { m: }\n",
  "posts: { cio: { interim: true, handsOn: false, governanceTraining: yes, primaryDuty: no, contactPublished: unknown } }\n",
  "posts: { cio: { level: strategic, focus: [people, technology], objectives: none, customers: internal, orientation: inward } }\n",
  "posts: { cio: { appointment: in-writing, boardReport: { form: oral, cadence: yearly, to: board }, appointedBy: board, deputy: none } }\n",
  "posts: { cio: { boardReport: none, notes: 'many\\nlines', x-phone: 5 } }\n",
  "posts: { cio: { level: [], heldBy: [], daysPerWeek: 0 } }\n",
  "teams: { desk: { headedBy: cio, members: 9, functions: [helpdesk, own-thing], parent: , notes: text } }\n",
  "teams: { desk: { members: 5-9 }, lab: { members: [A B, cio] } }\n",
  "providers: { m: { name: M, services: helpdesk, levels: [strategic], overseenBy: [cio], earnsCommission: no, independent: yes } }\n",
  "committees: { board: { chair: external, members: [ceo], invitees: [], directors: 3, meets: quarterly, lastMet: 2026-01-01, oversees: [it, own-thing, log-review] } }\n",
  "committees: { council: { type: other, meets: never, independent: no, reportsTo: board } }\n",
  "activities: { log-review: none, own: { activity: vendor-selection, responsible: cio, accountable: [ceo], consulted: none, informed: [], deputy: A B, scope: [emergency, ERP system] } }\n",
  "accepted: [{ rule: key-person, at: posts.cio, reason: text, compensatingControl: none, approvedBy: ceo, until: 2027-01-01 }]\n",
  "accepted: { rule: , at: , reason: , approvedBy: }\n",
  "x-a: &a { level: strategic }\nposts: { cio: { <<: *a, heldBy: A B }, cto: *a }\n",
];

const organizations: readonly string[] = [
  "name: X, headcount: 85, itHeadcount: 4-6, sector: energy, jurisdictions: [US-NY, EU, UK, DE]",
  "name: X, jurisdictions: CA-QC, listed: yes, publicAuthority: no, sellsTechnology: unknown, cardData: none",
  "name: X, annualRevenue: { amount: 12.5, currency: EUR }, totalAssets: unknown, consumerRecords: 0",
  "name: X, annualRevenue: { amount: declined }, legalName: , headcount: not-applicable, x-id: 5",
  "name: none",
  "name: X, headcount: 1e3, cloudPurchasing: mixed, personsProcessingPersonalData: 12, largeScaleMonitoring: true",
];

const bad: readonly string[] = [
  "posts: []\n",
  "posts: vacant\n",
  "posts: 5\n",
  "people: [A B]\n",
  "coverage: { post: complete }\n",
  "coverage: { posts: all }\n",
  "coverage: complete\n",
  "extra: 1\n",
  "asOf: 20 November\n",
  "asOf: 2026-13-01\n",
  "asOf: [2026-11-20]\n",
  "units: { North: { name: N } }\n",
  "units: { north: { kind: planet } }\n",
  "interviews: [5]\n",
  "interviews: [[]]\n",
  "interviews: [{ when: today }]\n",
  'people: { "": { background: mixed } }\n',
  "people: { A B: yes }\n",
  "people: { A B: { background: [mixed] } }\n",
  "regimes: { GDPR: applies }\n",
  "regimes: { gdpr: yes }\n",
  "regimes: { gdpr: { status: yes } }\n",
  "regimes: { gdpr: { as: The Boss } }\n",
  "regimes: { gdpr: { as: low } }\n",
  "regimes: { dora: { as: [covered-entity] } }\n",
  "regimes: { gdpr: [applies] }\n",
  "posts: { CIO: { heldBy: A B } }\n",
  "posts: { cio: A B }\n",
  "posts: { cio: [] }\n",
  "posts: { cio: { heldby: A B } }\n",
  "posts: { cio: { level: Strategic } }\n",
  "posts: { cio: { level: [none] } }\n",
  "posts: { cio: { level: { a: b } } }\n",
  "posts: { cio: { title: 5 } }\n",
  "posts: { cio: { title: ' ' } }\n",
  "posts: { cio: { title: '' } }\n",
  "posts: { cio: { handsOn: y } }\n",
  "posts: { cio: { handsOn: 1 } }\n",
  "posts: { cio: { until: soon } }\n",
  "posts: { cio: { daysPerWeek: 9 } }\n",
  "posts: { cio: { daysPerWeek: many } }\n",
  "posts: { cio: { reportsTo: [ceo] } }\n",
  "posts: { cio: { reportsTo: 5 } }\n",
  "posts: { cio: { boardReport: yes } }\n",
  "posts: { cio: { boardReport: { form: sung } } }\n",
  "posts: { cio: { role: boss } }\n",
  "posts: { cio: { heldBy: [5] } }\n",
  "posts: { cio: { heldBy: { a: b } } }\n",
  "posts: { cio: { heldBy: [[A B]] } }\n",
  `posts: { ${"a".repeat(65)}: {} }\n`,
  "teams: { desk: { members: -1 } }\n",
  "teams: { desk: { members: 1.5 } }\n",
  "teams: { desk: { functions: [Own Thing] } }\n",
  "providers: { m: { services: [none] } }\n",
  "providers: { m: { services: [Help Desk] } }\n",
  "committees: { board: { type: council } }\n",
  "committees: { board: { directors: -1 } }\n",
  "committees: { board: { directors: 2.5 } }\n",
  "committees: { board: { meets: daily } }\n",
  "activities: { log-review: yes }\n",
  "activities: { log-review: { activity: Log Review } }\n",
  "activities: { log-review: { responsible: 5 } }\n",
  "accepted: [{ rule: key-person }]\n",
  "accepted: [{ rule: 5, at: posts.cio, reason: text, approvedBy: ceo }]\n",
  "accepted: [one]\n",
  "accepted: yes\n",
];

const badOrganizations: readonly string[] = [
  "headcount: 5",
  "name: ",
  "name: 5",
  "name: X, headcount: many",
  "name: X, headcount: -5",
  "name: X, headcount: 5 - 9",
  "name: X, headcount: 2.5",
  "name: X, headcount: .inf",
  "name: X, sector: banking",
  "name: X, jurisdictions: [us]",
  "name: X, jurisdictions: [none]",
  "name: X, listed: maybe",
  "name: X, annualRevenue: 5",
  "name: X, annualRevenue: { amount: 5, currency: euro }",
  "name: X, annualRevenue: { amount: 1.000.000 }",
  "name: X, consumerRecords: 1.5",
  "name: X, size: 5",
];

const broken: readonly string[] = [
  "",
  "# only a comment\n",
  "~\n",
  "organization: { name: X }\n",
  "itorg: 2\norganization: { name: X }\n",
  'itorg: "1"\norganization: { name: X }\n',
  "itorg: 1\n",
  "itorg: 1\norganization: X\n",
  "itorg: 1\norganization: none\n",
  "itorg: 1\norganization: [X]\n",
];

/**
 * What a plain schema cannot say, and ours does. Each is on purpose; the schema lets it pass, unless `strict` says that
 * it is the schema that refuses.
 */
const differences: readonly { readonly why: string; readonly file: string; readonly strict?: "schema" }[] = [
  { why: "a schema does not see quotes: quoted, a reserved word is no post", file: 'posts: { cio: "none" }\n' },
  { why: "the same of `vacant`", file: 'posts: { cio: "vacant" }\n' },
  { why: "quoted, a reserved word is no section", file: 'providers: "none"\n' },
  { why: "quoted, it is no yes or no", file: 'posts: { cio: { handsOn: "unknown" } }\n' },
  { why: "quoted, it is no level", file: 'posts: { cio: { level: "none" } }\n' },
  {
    why: "a reserved word says something of a whole list, but a reference may be any text",
    file: "posts: { cio: { heldBy: [none] } }\n",
  },
  { why: "so does `vacant`", file: "posts: { cio: { heldBy: [vacant, A B] } }\n" },
  { why: "the same among scopes", file: "activities: { log-review: { scope: [unknown] } }\n" },
  { why: "the same among former posts", file: "people: { A B: { formerPosts: [none] } }\n" },
  { why: "the ends of a range are compared by ours alone", file: "teams: { desk: { members: 9-5 } }\n" },
  { why: "a pattern takes the 30th of February for a date", file: "asOf: 2026-02-30\n" },
  {
    why: "a place has a form of its own",
    file: "accepted: [{ rule: key-person, at: 'posts..cio', reason: text, approvedBy: ceo }]\n",
  },
  {
    why: "a schema refuses what is quoted and looks like a reserved word in a list of words",
    file: 'providers: { m: { services: ["none"] } }\n',
    strict: "schema",
  },
];

describe("the schema and the reader", () => {
  it("compiles", () => assert.equal(typeof validate, "function"));

  for (const file of good)
    it(`both take ${JSON.stringify(file)}`, () => {
      agree(head + file);
      assert.deepEqual(problemsOf(head + file), []);
    });
  for (const fields of organizations)
    it(`both take an organization with ${fields}`, () => {
      const file = `itorg: 1\norganization: { ${fields} }\n`;
      agree(file);
      assert.deepEqual(problemsOf(file), []);
    });
  for (const file of bad)
    it(`both refuse ${JSON.stringify(file)}`, () => {
      agree(head + file);
      assert.notDeepEqual(problemsOf(head + file), []);
    });
  for (const fields of badOrganizations)
    it(`both refuse an organization with ${fields}`, () => {
      const file = `itorg: 1\norganization: { ${fields} }\n`;
      agree(file);
      assert.notDeepEqual(problemsOf(file), []);
    });
  for (const file of broken)
    it(`both refuse the file ${JSON.stringify(file)}`, () => {
      agree(file);
      assert.notDeepEqual(problemsOf(file), []);
    });
  for (const { why, file, strict } of differences)
    it(`differ where ${why}`, () => {
      assert.equal(isValidForSchema(head + file), strict !== "schema");
      assert.equal(problemsOf(head + file).length > 0, strict !== "schema", problemsOf(head + file).join("\n"));
    });
  it("leaves references to another rule: the schema sees no ids", () =>
    agree(`${head}posts: { cio: { reportsTo: nobody } }\n`));

  for (const rule of rules) {
    // What YAML itself refuses, and a key written twice, never reaches the schema.
    if (rule.id === "yaml-syntax") continue;
    for (const [name, example] of Object.entries(rule.examples))
      it(`agree on ${rule.id}, ${name}`, () => agree(readFixture(example).text));
  }
  for (const name of readdirSync("samples").filter((file) => file.endsWith(".yaml")))
    it(`agree on ${name}`, () => agree(readFileSync(`samples/${name}`, "utf8")));

  it("agree on organizations that the schema describes, and on what a slip makes of them", () => {
    fc.assert(
      fc.property(organization(), fc.array(slip(), { maxLength: 2 }), (file, slips) => {
        const changed = slips.reduce((value, change) => change(value), file as unknown);
        agree(
          JSON.stringify(changed).replaceAll(/"(none|unknown|not-asked|declined|not-applicable|vacant)"(?!:)/g, "$1"),
        );
      }),
      { numRuns: runs({ short: 66, long: 400 }) },
    );
  });

  it("has the TypeScript side that belongs to it", () => {
    const stale = () =>
      execFileSync(process.execPath, ["schemas/generate.mjs", "--check"], { encoding: "utf8", stdio: "pipe" });
    assert.doesNotThrow(stale);
  });
});

interface Raw {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly type?: string | readonly string[];
  readonly anyOf?: readonly Raw[];
  readonly oneOf?: readonly Raw[];
  readonly allOf?: readonly Raw[];
  readonly items?: Raw;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Raw>>;
  readonly additionalProperties?: Raw | boolean;
  readonly propertyNames?: Raw;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

const root = schema as unknown as Raw & { readonly definitions: Readonly<Record<string, Raw>> };

/** Files that the schema describes, as data. */
const organization = (): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(Object.entries(root.properties ?? {}).map(([name, raw]) => [name, madeBy(raw)])), {
    requiredKeys: ["itorg", "organization"],
  });

const texts = [
  "Ann Ode",
  "Bo Li",
  "cio",
  "ceo",
  "board",
  "external",
  "provider:m",
  "team:a",
  "2026-11-20",
  "50-250",
  "7",
  "yes",
  "own-thing",
];
const patterns: Readonly<Record<string, readonly string[]>> = {
  "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": ["2026-11-20", "2024-02-29"],
  "^[0-9]+-[0-9]+$": ["50-250", "7-7"],
  "^[a-z0-9-]{1,64}$": ["own-thing", "m", "a", "cio"],
  "^[A-Z]{3}$": ["EUR"],
  "^(EU|UK|[A-Z]{2}(-[A-Z0-9]{1,3})?)$": ["EU", "US-NY"],
  "^x-": ["x-mine"],
};

function madeBy(raw: Raw): fc.Arbitrary<unknown> {
  if (raw.$ref) return madeBy(root.definitions[raw.$ref.replace("#/definitions/", "")]!);
  if (raw.const !== undefined) return fc.constant(raw.const);
  const choices = raw.anyOf ?? raw.oneOf;
  if (choices) {
    const { anyOf: _, ...section } = raw;
    const isSection = raw.additionalProperties !== undefined;
    const parts = choices.map((part) => madeBy({ ...(isSection && part.type ? section : bounds(raw)), ...part }));
    return fc.oneof(...parts);
  }
  if (raw.allOf) return madeBy(raw.allOf[0]!);
  if (Array.isArray(raw.type)) return fc.oneof(...raw.type.map((type: string) => madeBy({ ...raw, type })));
  switch (raw.type) {
    case "null":
      return fc.constant(null);
    case "integer":
      return fc.integer({ min: raw.minimum ?? 0, max: raw.maximum ?? 2000 });
    case "number":
      return fc.constantFrom(0, 1, 2.5);
    case "array":
      return fc.array(madeBy(raw.items ?? {}), { maxLength: 3 });
    case "object":
      return objectOf(raw);
    case "string":
      return fc.constantFrom(...(patterns[raw.pattern ?? ""] ?? texts));
    default:
      return fc.constant("text");
  }
}

const bounds = ({ minimum, maximum }: Raw): Raw => ({
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum }),
});

function objectOf(raw: Raw): fc.Arbitrary<unknown> {
  // What a place looks like is one of the listed differences.
  if (raw.properties?.compensatingControl)
    raw = { ...raw, properties: { ...raw.properties, at: { const: "posts.cio" } } };
  if (raw.properties)
    return fc.record(Object.fromEntries(Object.entries(raw.properties).map(([name, part]) => [name, madeBy(part)])), {
      requiredKeys: [...(raw.required ?? [])],
    });
  const values = typeof raw.additionalProperties === "object" ? madeBy(raw.additionalProperties) : fc.constant(1);
  return fc.dictionary(madeBy(raw.propertyNames ?? { type: "string" }) as fc.Arbitrary<string>, values, {
    maxKeys: 3,
  });
}

/** One change somewhere in a value: another value, a key misspelt or taken out, a list around it. */
function slip(): fc.Arbitrary<(value: unknown) => unknown> {
  return fc.tuple(fc.nat(1000), fc.constantFrom("misspell", "drop", "wrap", "capital", "number", "null", "group")).map(
    ([where, kind]) =>
      (value) =>
        changeAt(value, where, kind),
  );
}

function changeAt(value: unknown, where: number, kind: string): unknown {
  const copy = structuredClone(value);
  const spots: { holder: Record<string, unknown>; key: string }[] = [];
  const walk = (holder: unknown): void => {
    if (typeof holder !== "object" || holder === null) return;
    for (const key of Object.keys(holder)) {
      spots.push({ holder: holder as Record<string, unknown>, key });
      walk((holder as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const spot = spots[where % Math.max(1, spots.length)];
  if (!spot) return copy;
  const { holder, key } = spot;
  const old = holder[key];
  if (kind === "drop" || kind === "misspell") delete holder[key];
  if (Array.isArray(holder) && (kind === "drop" || kind === "misspell")) return structuredClone(value);
  if (kind === "misspell") holder[`${key}q`] = old;
  // A reserved word as an item of a list is one of the listed differences.
  if (kind === "wrap" && !isReservedWord(String(old))) holder[key] = [old];
  if (kind === "capital" && typeof old === "string") holder[key] = old.toUpperCase();
  if (kind === "number") holder[key] = -3;
  if (kind === "null") holder[key] = null;
  if (kind === "group") holder[key] = { a: old };
  return copy;
}
