import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { ruleById } from "../kit/standard.ts";
import {
  allIn,
  type Citing,
  catalogue,
  claims,
  isCitation,
  oneOf,
  type Role,
  roleFiles,
  rolePairsFile,
  roles,
  sourcesFile,
  unique,
} from "./definitions.ts";

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
      for (const entry of [...role.neededBy!, ...role.responsibilities, ...role.worksWith]) {
        assert.ok(entry.claims.length + (entry.provisions?.length ?? 0) > 0, `${role.id}: ${JSON.stringify(entry)}`);
      }
    }
  });

  test("that one person should not hold together are pairs of the catalogue, each once, each with who says so", () => {
    const { pairs, rules } = rolePairsFile;
    unique(
      "a pair",
      pairs.map(({ one, other }) => [one, other].toSorted().join(" and ")),
    );
    for (const { one, other, rule, why, claims: says = [], provisions = [] } of pairs) {
      const name = `${one} and ${other}`;
      allIn(name, [one, other], (id) => roleIds.includes(id));
      allIn(name, says, (id) => claims.has(id));
      allIn(name, provisions, isCitation);
      if (why === undefined) assert.notEqual(rule, undefined, `${name} is neither checked nor on a page`);
      else assert.ok(says.length + provisions.length > 0, `${name} rests on somebody's word`);
      if (typeof why === "object") assert.deepEqual(Object.keys(why).toSorted(), [one, other].toSorted(), name);
      const family = rules.find(({ id }) => id === rule);
      if (family) assert.ok(family.posts.includes(one), `${name}: ${rule} looks at ${family.posts.join(", ")}`);
      else assert.ok(rule === undefined || rule === "dpo-conflict", `${name}: who reports ${rule}?`);
    }
    allIn(
      "role-pairs.yaml",
      rules.map(({ id }) => id),
      (id) => ruleById.has(id),
    );
    for (const { id, posts } of rules)
      for (const post of posts)
        assert.ok(
          pairs.some((pair) => pair.rule === id && pair.one === post),
          `${id} has no pair of ${post}`,
        );
  });

  test("conflict on both pages, in the words that are that page's own", () => {
    for (const { one, other, why } of rolePairsFile.pairs)
      for (const [role, second] of [
        [one, other],
        [other, one],
      ] as const) {
        const said = standard.roles.definitions.get(role)?.conflictsWith.find((entry) => entry.role === second);
        assert.equal(said?.why, typeof why === "object" ? why[role] : why, `${role} about ${second}`);
      }
  });

  for (const role of roles) {
    test(`${role.id}: every citation leads somewhere`, () => {
      const citing: Citing[] = [
        ...(role.neededBy ?? []),
        ...(role.interview ?? []),
        ...role.responsibilities,
        ...role.worksWith,
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
        role.worksWith.map((other) => other.role),
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
        if (known)
          allIn(
            `${role.id}.${fact.attribute}`,
            [...fact.value, ...(fact.contradictedOnlyBy ?? []), ...(fact.neutral ?? [])],
            known,
          );
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
      const [only] = of;
      const rank = only?.titleRank?.[title];
      // A title of one role that says the same as one of several: "Head of Information Systems" is the head of IT.
      if (of.length === 1 && only && rank !== undefined) {
        assert.ok(standard.roles.withTitle(title).length > 1, `"${title}" has a rank among several roles`);
        continue;
      }
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
