import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  allIn,
  type Citing,
  catalogue,
  claims,
  isCitation,
  oneOf,
  type Role,
  regimesFile,
  roleFiles,
  roles,
  sourcesFile,
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
      for (const entry of [...role.neededBy!, ...role.responsibilities, ...role.worksWith, ...role.conflictsWith]) {
        assert.ok(entry.claims.length + (entry.provisions?.length ?? 0) > 0, `${role.id}: ${JSON.stringify(entry)}`);
      }
    }
  });

  test("that conflict with a data protection officer are those of the lists, and the head of IT whatever the role", () => {
    const lists = regimesFile.provisions.find(({ id }) => id === "gdpr-38-6")?.conflictsWith ?? [];
    const listed = new Set([
      ...lists.flatMap((list) => list.roles),
      "cio",
      "cto-internal",
      "it-director",
      "it-manager",
    ]);
    const conflicts = roles.find(({ id }) => id === "dpo")?.conflictsWith.map(({ role }) => role) ?? [];
    assert.deepEqual(conflicts.toSorted(), [...listed].sort());
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
