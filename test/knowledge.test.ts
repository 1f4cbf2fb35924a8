import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import Ajv from "ajv";
import { parse } from "yaml";
import { tableOfRules } from "../server/knowledge/rule-table.ts";

// The definitions are data that every finding leans on: a citation that leads nowhere would be found by a client's
// board. So each file is held against its schema, and every id in it is followed to what it names.

const folder = join(process.cwd(), "schemas", "definitions");
const readText = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
const readYaml = (...path: string[]) => parse(readText(...path));
const readJson = (...path: string[]) => JSON.parse(readText(...path));

interface Claim {
  says: string;
  about: string[];
  attribute: string;
  status: string;
  voice?: string;
  sameAs?: string;
}
interface Source {
  id: string;
  sellsRemedy: boolean;
  claims: Record<string, Claim>;
}
interface Effect {
  rule?: string;
  severity?: string;
  cancels?: boolean;
  scope?: string[];
}
interface Provision {
  id: string;
  regime: string;
  confidence: string;
  reviewed: boolean;
  exemptAs?: string[];
  exempts?: { provisions: string[] };
  effects: Effect[];
  conflictsWith?: { id: string; roles: string[] }[];
}
interface Fact {
  attribute: string;
  value: string[];
  contradictedOnlyBy?: string[];
  for: string[];
  against: string[];
  weighed: boolean;
}
interface Citing {
  claims: string[];
  provisions?: string[];
  sellsRemedy?: string;
}
interface Role {
  id: string;
  titles: string[];
  titleRank?: Record<string, number>;
  fitAs?: string;
  neededBy?: Citing[];
  facts: Fact[];
  responsibilities: (Citing & { activity?: string })[];
  worksWith: (Citing & { role: string })[];
  conflictsWith: (Citing & { role: string })[];
  developmentGaps: Citing[];
  path: Citing[];
  agreement: Citing[];
  disagreement: { positions: (Citing & { sources?: string[] })[] }[];
  remedies: Citing[];
  rejected: Citing[];
  interview?: Citing[];
}
interface Pair {
  id: string;
  first: string[];
  second: string[];
  secondApproves: boolean;
  rests: string[];
}

const roleFiles = readdirSync(join(folder, "roles")).filter((name) => name.endsWith(".yaml"));
const sourcesFile: { voices: { id: string }[]; sources: Source[]; standards: { id: string }[] } =
  readYaml("sources.yaml");
const regimesFile: {
  regimes: {
    id: string;
    capacities?: string[];
    suggestedWhen?: { jurisdictions?: string[]; sectors?: string[]; cardData?: string[]; listed?: string };
  }[];
  provisions: Provision[];
} = readYaml("regimes.yaml");
const dutiesFile: { approving: string[]; pairs: Pair[] } = readYaml("duties.yaml");
/** A file leaves out what there is nothing to say about; the six that the articles define say all of it. */
const silent = Object.fromEntries(
  "facts responsibilities worksWith conflictsWith developmentGaps path agreement disagreement remedies rejected"
    .split(" ")
    .map((key) => [key, []]),
);
const roles: Role[] = roleFiles.map((name) => ({ ...silent, ...readYaml("roles", name) }));

const format = JSON.parse(readFileSync(join(folder, "..", "itorg.schema.json"), "utf8"));

/** The ids of a catalogue of the format: constants, also through references and alternatives. */
function catalogue(name: string): string[] {
  // biome-ignore lint/suspicious/noExplicitAny: a JSON Schema is read here as the plain data that it is
  const idsOf = (raw: any): string[] => [
    ...(typeof raw.const === "string" ? [raw.const] : []),
    ...(raw.enum ?? []).filter((value: unknown) => typeof value === "string"),
    ...(raw.$ref ? idsOf(format.definitions[raw.$ref.replace("#/definitions/", "")]) : []),
    ...[...(raw.oneOf ?? []), ...(raw.anyOf ?? [])].flatMap(idsOf),
  ];
  const ids = idsOf(format.definitions[name] ?? assert.fail(`the format has no catalogue "${name}"`));
  assert.ok(ids.length > 1, `the catalogue "${name}" is empty`);
  return ids;
}

const claims = new Map(sourcesFile.sources.flatMap((source) => Object.entries(source.claims)));
const provisionIds = new Set(regimesFile.provisions.map((provision) => provision.id));
const standardIds = new Set(sourcesFile.standards.map((standard) => standard.id));
const regimes = new Map(regimesFile.regimes.map((regime) => [regime.id, regime]));
const isCitation = (id: string) => claims.has(id) || provisionIds.has(id) || standardIds.has(id);

/** The rules that a provision may touch; `duties-*` is every pair. */
const touchable = new Set([...tableOfRules, "duties-*"]);

function allIn(what: string, ids: Iterable<string>, known: (id: string) => boolean) {
  const lost = [...ids].filter((id) => !known(id));
  assert.deepEqual(lost, [], `${what} names what does not exist`);
}

function unique(what: string, ids: string[]) {
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
    `${what} twice`,
  );
}

describe("definitions", () => {
  const files: [string[], string][] = [
    [["sources.yaml"], "sources.schema.json"],
    [["regimes.yaml"], "regimes.schema.json"],
    [["duties.yaml"], "duties.schema.json"],
    ...roleFiles.map((name): [string[], string] => [["roles", name], "role.schema.json"]),
  ];
  for (const [path, schema] of files) {
    test(`${path.join("/")} is valid against ${schema}`, () => {
      const validate = new Ajv({ allErrors: true }).compile(readJson(schema));
      assert.ok(validate(readYaml(...path)), JSON.stringify(validate.errors, null, 2));
    });
  }
});

describe("sources", () => {
  test("hold every claim of the five articles, each once", () => {
    // The YAML parser refuses a key given twice, so within one source ids are unique already.
    const all = sourcesFile.sources.flatMap((source) => Object.keys(source.claims));
    unique("a claim", all);
    const counts = Object.fromEntries(sourcesFile.sources.map((s) => [s.id, Object.keys(s.claims).length]));
    assert.deepEqual(counts, { S0: 24, S1: 56, S2: 18, S3: 23, S4: 31 });
    assert.equal(all.length, 152);
    const number = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, "0")}`);
    assert.deepEqual(all, [
      ...number(12, "S0-"),
      ...Array.from({ length: 12 }, (_, index) => `S0-C${index + 1}`),
      ...number(56, "S1-"),
      ...number(18, "S2-"),
      ...number(23, "S3-"),
      ...number(31, "S4-"),
    ]);
  });

  test("claims stand under their own source and are about known roles", () => {
    const role = catalogue("role");
    for (const source of sourcesFile.sources) {
      allIn(source.id, Object.keys(source.claims), (id) => id.startsWith(`${source.id}-`));
    }
    for (const [id, claim] of claims) {
      allIn(id, claim.about, (about) => about === "organization" || role.includes(about));
    }
  });

  test("the list that two articles print is linked, and is one voice", () => {
    allIn(
      "sameAs",
      [...claims.values()].flatMap((claim) => claim.sameAs ?? []),
      (id) => claims.has(id),
    );
    for (let point = 4; point <= 19; point++) {
      const first = `S3-${String(point).padStart(2, "0")}`;
      const second = `S4-${String(point + 4).padStart(2, "0")}`;
      assert.equal(claims.get(second)?.sameAs, first);
      assert.equal(claims.get(second)?.says, claims.get(first)?.says);
      assert.deepEqual(claims.get(second)?.about, claims.get(first)?.about);
    }
    const inVoice = [...claims].filter(([, claim]) => claim.voice !== undefined);
    // The list's 32 points, and the three sentences with which the two articles sum it up.
    const inList = inVoice.filter(([, claim]) => claim.voice === "TR-list").map(([id]) => id);
    assert.equal(inList.length, 35);
    for (const id of ["S3-02", "S3-03", "S4-03"]) assert.ok(inList.includes(id), id);
    for (const [id, claim] of inVoice) {
      allIn(id, [claim.voice ?? ""], (voice) => sourcesFile.voices.some((known) => known.id === voice));
    }
  });

  test("ids of claims, provisions and standards do not collide", () => {
    unique("an id", [
      ...claims.keys(),
      ...regimesFile.provisions.map((provision) => provision.id),
      ...sourcesFile.standards.map((standard) => standard.id),
      ...regimes.keys(),
    ]);
  });
});

describe("regimes", () => {
  test("are those of the format", () => {
    assert.deepEqual([...regimes.keys()].sort(), catalogue("regime").sort());
    assert.equal(regimes.size, 26);
  });

  test("are suggested by values that the format knows", () => {
    const sectors = catalogue("sector");
    for (const regime of regimes.values()) {
      allIn(regime.id, regime.suggestedWhen?.sectors ?? [], (id) => sectors.includes(id));
    }
    const without = [...regimes.values()].filter((regime) => !regime.suggestedWhen).map((regime) => regime.id);
    assert.deepEqual(without, ["nis2-ir", "ccpa-audit", "iso27001", "csf", "nist-800-53", "cis", "soc2"]);
  });

  test("provisions name regimes, rules, capacities and provisions that exist", () => {
    for (const provision of regimesFile.provisions) {
      const regime = regimes.get(provision.regime) ?? assert.fail(`${provision.id}: no regime ${provision.regime}`);
      allIn(provision.id, provision.exemptAs ?? [], (id) => regime.capacities?.includes(id) ?? false);
      allIn(provision.id, provision.exempts?.provisions ?? [], (id) => provisionIds.has(id));
      allIn(
        provision.id,
        provision.effects.flatMap((effect) => effect.rule ?? []),
        (id) => touchable.has(id),
      );
      assert.equal(provision.reviewed, provision.confidence === "H", `${provision.id}: only sure texts are on`);
      assert.ok(provision.exempts || provision.effects.length > 0, `${provision.id} does nothing`);
    }
  });

  test("lists of conflicting posts name roles of the format, each once", () => {
    const role = catalogue("role");
    const listing = regimesFile.provisions.filter((provision) => provision.conflictsWith);
    assert.deepEqual(
      listing.map(({ id, conflictsWith }) => [id, conflictsWith?.map((list) => list.id)]),
      [["gdpr-38-6", ["L1", "L2", "L3"]]],
    );
    for (const { id, conflictsWith = [] } of listing) {
      const listed = conflictsWith.flatMap(({ roles }) => roles);
      allIn(id, listed, (one) => role.includes(one));
      unique(`${id} lists a role`, listed);
    }
  });

  test("only US federal law cancels a finding", () => {
    const cancelling = regimesFile.provisions.filter(({ effects }) => effects.some((effect) => effect.cancels));
    assert.deepEqual(
      cancelling.map((provision) => provision.id),
      ["fisma-3554"],
    );
  });
});

describe("duties", () => {
  test("name activities and authorities that exist", () => {
    const activity = catalogue("activityId");
    allIn("approving", dutiesFile.approving, (id) => activity.includes(id));
    for (const pair of dutiesFile.pairs) {
      allIn(pair.id, [...pair.first, ...pair.second], (id) => activity.includes(id));
      allIn(pair.id, pair.rests, isCitation);
      assert.equal(
        pair.secondApproves,
        pair.second.every((id) => dutiesFile.approving.includes(id)),
        `${pair.id}: secondApproves follows from the list`,
      );
    }
  });

  test("building is one side, whatever word is used", () => {
    const build = ["change-build", "code-write", "app-development"];
    assert.deepEqual(dutiesFile.pairs.find((pair) => pair.id === "duties-build-deploy")?.first, build);
  });
});

describe("roles", () => {
  const roleIds = catalogue("role");
  const activity = catalogue("activityId");
  const functions = catalogue("teamFunction");

  const six = ["cio", "ciso", "cto", "it-director", "it-manager", "vcio"];

  test("are all of the catalogue, and say which of them the articles define", () => {
    assert.deepEqual(roles.map((role) => `${role.id}.yaml`).sort(), [...roleFiles].sort());
    assert.deepEqual(roles.map((role) => role.id).sort(), roleIds.toSorted());
    const defined = roles.filter((role) => !role.neededBy);
    assert.deepEqual(defined.map((role) => role.id).sort(), six);
    for (const role of defined) assert.ok(role.titles.length >= 10, `${role.id}: known titles`);
  });

  test("that no article defines rest on what names them, and every relation of theirs on somebody's word", () => {
    for (const role of roles.filter((one) => one.neededBy)) {
      for (const entry of [...role.neededBy!, ...role.responsibilities, ...role.worksWith, ...role.conflictsWith]) {
        assert.ok(entry.claims.length + (entry.provisions?.length ?? 0) > 0, `${role.id}: ${JSON.stringify(entry)}`);
      }
    }
  });

  test("conflict both ways", () => {
    const conflicts = roles.flatMap((role) => role.conflictsWith.map((other) => [role.id, other.role]));
    const known = new Set(conflicts.map(([one, other]) => `${one} ${other}`));
    const oneSided = conflicts.filter(([one, other]) => !known.has(`${other} ${one}`));
    assert.deepEqual(oneSided, []);
  });

  for (const role of roles) {
    test(`${role.id}: every citation leads somewhere`, () => {
      const citing: Citing[] = [
        ...(role.neededBy ?? []),
        ...(role.interview ?? []),
        ...role.responsibilities,
        ...role.worksWith,
        ...role.conflictsWith,
        ...role.developmentGaps,
        ...role.path,
        ...role.agreement,
        ...role.disagreement.flatMap((question) => question.positions),
        ...role.remedies,
        ...role.rejected,
      ];
      allIn(
        role.id,
        citing.flatMap((entry) => entry.claims),
        (id) => claims.has(id),
      );
      allIn(
        role.id,
        citing.flatMap((entry) => entry.provisions ?? []),
        isCitation,
      );
      allIn(
        role.id,
        role.facts.flatMap((fact) => [...fact.for, ...fact.against]),
        isCitation,
      );
      for (const position of role.disagreement.flatMap((question) => question.positions)) {
        const named = position.claims.map((id) => id.slice(0, 2));
        allIn(role.id, named, (id) => position.sources?.includes(id) ?? false);
      }
    });

    test(`${role.id}: every role, activity and value exists`, () => {
      allIn(role.id, [role.id, ...(role.fitAs ? [role.fitAs] : [])], (id) => roleIds.includes(id));
      allIn(
        role.id,
        [...role.worksWith, ...role.conflictsWith].map((other) => other.role),
        (id) => roleIds.includes(id) && id !== role.id,
      );
      allIn(
        role.id,
        role.responsibilities.flatMap((entry) => entry.activity ?? []),
        (id) => activity.includes(id),
      );
      const values: Record<string, (value: string) => boolean> = {
        handsOn: (value) => ["yes", "no"].includes(value),
        governanceTraining: (value) => ["yes", "no"].includes(value),
        reportsTo: (value) => value === "board" || roleIds.includes(value),
        carries: (value) => {
          const [how, what = ""] = value.split(":");
          return how === "heads"
            ? functions.includes(what)
            : /^(accountable|responsible)$/.test(how ?? "") && activity.includes(what);
        },
      };
      for (const name of ["level", "orientation", "focus", "background"]) values[name] = oneOf(name);
      values.objectives = oneOf("objective");
      values.customers = oneOf("customer");
      for (const fact of role.facts) {
        const known = values[fact.attribute];
        if (known) allIn(`${role.id}.${fact.attribute}`, [...fact.value, ...(fact.contradictedOnlyBy ?? [])], known);
        else assert.ok(!fact.weighed, `${role.id}.${fact.attribute} is no field of a post, so it cannot be weighed`);
      }
    });

    test(`${role.id}: a remedy that an article sells says so`, () => {
      const sellers = sourcesFile.sources.filter((source) => source.sellsRemedy).map((source) => source.id);
      for (const remedy of role.remedies) {
        const sold = remedy.claims.some((id) => {
          const claim = claims.get(id);
          return claim?.attribute === "remedy" && claim.about.includes("vcio") && sellers.includes(id.slice(0, 2));
        });
        assert.equal(remedy.sellsRemedy !== undefined, sold, JSON.stringify(remedy));
      }
    });
  }

  test("a title that may mean several roles has one rank in each", () => {
    const holders = new Map<string, Role[]>();
    for (const role of roles) {
      for (const title of role.titles) holders.set(title, [...(holders.get(title) ?? []), role]);
      allIn(role.id, Object.keys(role.titleRank ?? {}), (title) => role.titles.includes(title));
    }
    for (const [title, of] of holders) {
      const ranks = of.map((role) => role.titleRank?.[title]).sort();
      const wanted = of.length === 1 ? [undefined] : of.map((_, index) => index + 1);
      assert.deepEqual(ranks, wanted, `ranks of "${title}"`);
    }
  });

  test("the weighed facts are the agreed table", () => {
    const weighed = Object.fromEntries(
      roles
        .filter((role) => role.facts.length > 0)
        .map((role) => [role.id, role.facts.filter((fact) => fact.weighed).map((fact) => fact.attribute)]),
    );
    assert.deepEqual(weighed, {
      cio: [..."level orientation focus objectives customers handsOn governanceTraining reportsTo carries".split(" ")],
      ciso: ["objectives", "reportsTo", "carries"],
      "cto-internal": [],
      cto: ["orientation", "objectives", "customers", "background", "carries"],
      "it-director": ["level", "focus", "background", "reportsTo", "carries"],
      "it-manager": ["level", "focus", "handsOn", "background", "governanceTraining", "reportsTo", "carries"],
      vcio: [],
    });
  });
});

/** Whether a value is in the format's list of that name; the list may be an `enum` of a field of a post. */
function oneOf(name: string): (value: string) => boolean {
  const ids = catalogue(name);
  return (value) => ids.includes(value);
}
