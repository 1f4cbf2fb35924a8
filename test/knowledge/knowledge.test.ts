import assert from "node:assert/strict";
import { describe, test } from "node:test";
import Ajv from "ajv";
import { standard } from "../../server/knowledge/standard.ts";
import {
  allIn,
  catalogue,
  claims,
  dutiesFile,
  isCitation,
  provisionIds,
  readJson,
  readYaml,
  regimes,
  regimesFile,
  roleFiles,
  rolePairsFile,
  sourcesFile,
  touchable,
  unique,
} from "./definitions.ts";

const { pairs: dutyPairs } = standard.duties;

// The definitions are data that every finding leans on: a citation that leads nowhere would be found by a client's
// board. So each file is held against its schema, and every id in it is followed to what it names.

describe("definitions", () => {
  const files: [string[], string][] = [
    [["sources.yaml"], "sources.schema.json"],
    [["regimes.yaml"], "regimes.schema.json"],
    [["duties.yaml"], "duties.schema.json"],
    [["role-pairs.yaml"], "role-pairs.schema.json"],
    [["placeholders.yaml"], "placeholders.schema.json"],
    [["titles.yaml"], "titles.schema.json"],
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
    assert.deepEqual(counts, { S0: 24, S1: 56, S2: 18, S3: 23, S4: 32 });
    assert.equal(all.length, 153);
    const number = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => `${prefix}${String(index + 1).padStart(2, "0")}`);
    assert.deepEqual(all, [
      ...number(12, "S0-"),
      ...Array.from({ length: 12 }, (_, index) => `S0-C${index + 1}`),
      ...number(56, "S1-"),
      ...number(18, "S2-"),
      ...number(23, "S3-"),
      ...number(32, "S4-"),
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
    assert.equal(regimes.size, 30);
  });

  test("are suggested by values that the format knows", () => {
    const sectors = catalogue("sector");
    for (const regime of regimes.values()) {
      allIn(regime.id, regime.suggestedWhen?.sectors ?? [], (id) => sectors.includes(id));
    }
    const without = [...regimes.values()].filter((regime) => !regime.suggestedWhen).map((regime) => regime.id);
    assert.deepEqual(without, ["nis2-ir", "iso27001", "csf", "nist-800-53", "cis", "soc2"]);
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
      if (provision.confidence === "H" || !provision.reviewed)
        assert.equal(provision.reviewed, provision.confidence === "H", `${provision.id}: sure texts are on`);
      else {
        assert.ok(provision.evidence, `${provision.id}: is on and less sure, so it says what it was read in`);
        for (const effect of provision.effects)
          assert.notEqual(effect.severity, "error", `${provision.id}: what is less sure is no error`);
      }
      const works = [provision.exempts, provision.demands, provision.effects[0]].some((one) => one !== undefined);
      assert.equal(works, provision.notChecked === undefined, `${provision.id} does something, or says why not`);
    }
  });

  test("every list of conflicting posts has its pairs, and every pair that names one its list", () => {
    const listing = regimesFile.provisions.filter((provision) => provision.conflictsWith);
    assert.deepEqual(
      listing.map(({ id, conflictsWith }) => [id, conflictsWith?.map((list) => list.id)]),
      [
        ["gdpr-38-6", ["L1", "L2", "L3"]],
        ["uk-gdpr-38-6", ["L1", "L2", "L3"]],
      ],
    );
    const named = rolePairsFile.pairs.flatMap(({ list }) => list ?? []);
    assert.deepEqual([...new Set(named)], ["L1", "L2", "L3"]);
  });

  test("only US federal law, and the milder chapter for base-layer NBFCs, cancel a finding", () => {
    const cancelling = regimesFile.provisions.filter(({ effects }) => effects.some((effect) => effect.cancels));
    assert.deepEqual(
      cancelling.map((provision) => provision.id),
      ["fisma-3554", "rbi-nbfc-15"],
    );
  });
});

describe("duties", () => {
  test("name activities and authorities that exist", () => {
    const activity = catalogue("activityId");
    allIn("approving", [...dutiesFile.approving, ...dutiesFile.alike.flat()], (id) => activity.includes(id));
    for (const pair of dutiesFile.pairs) {
      allIn(pair.id, [...pair.first, ...pair.second], (id) => activity.includes(id));
      allIn(pair.id, pair.rests, isCitation);
    }
  });

  test("stand for a pair each, in words of its own", () => {
    for (const words of ["title", "reportTitle", "why", "sameHands", "avoid", "prefer"] as const)
      unique(
        words,
        dutiesFile.pairs.map((pair) => pair[words]),
      );
    unique(
      "a pair",
      dutiesFile.pairs.map((pair) => pair.id),
    );
  });

  test("are raised by law only in cases that the rule itself tells apart", () => {
    const effects = regimesFile.provisions.flatMap(({ id, effects }) => effects.map((effect) => ({ id, ...effect })));
    const bare = effects.filter(({ rule, when }) => rule?.startsWith("duties-") && !when).map(({ id }) => id);
    assert.deepEqual(bare, [], "without a condition, the engine would also raise accountable in both");
  });

  test("building is one side in every pair, whatever word is used", () => {
    const build = ["change-build", "code-write", "app-development"];
    const sides = dutyPairs.flatMap(({ first, second }) => [first, second]);
    const building = sides.filter((side) => side.some((id) => build.includes(id)));
    assert.equal(building.length, 7);
    for (const side of building) allIn("a side", build, (id) => side.some((one) => one === id));
  });
});
