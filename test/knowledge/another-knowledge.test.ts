import assert from "node:assert/strict";
import { describe, it } from "node:test";
import titles from "../../schemas/definitions/titles.yaml";
import schema from "../../schemas/itorg.schema.json";
import configSchema from "../../schemas/itorg-config.schema.json";
import { Text } from "../../server/base/text.ts";
import { completions } from "../../server/features/completion.ts";
import { hover } from "../../server/features/hover.ts";
import { usualConfig } from "../../server/firm/config.ts";
import type { Role } from "../../server/knowledge/catalogues.ts";
import { Format, type RawSchema } from "../../server/knowledge/format.ts";
import type { Knowledge } from "../../server/knowledge/knowledge.ts";
import { Profiles } from "../../server/knowledge/profiles.ts";
import { Law, type Provision } from "../../server/knowledge/regimes.ts";
import { Roles } from "../../server/knowledge/roles.ts";
import { Evidence } from "../../server/knowledge/sources.ts";
import { standard } from "../../server/knowledge/standard.ts";
import type { TitlesFile } from "../../server/knowledge/titles.ts";
import { pagesOf } from "../../server/reports/pages/pages.ts";
import { readCursor } from "../kit/cursor.ts";
import { inFull } from "../kit/in-full.ts";
import { snapshotOf, standardConfig, standardPages } from "../kit/standard.ts";

/*
 * Ours and a role and a law of somebody else's: whatever in the product knew of ours by itself would not know these.
 */
const today = "2026-11-30";
const owner = "acme-data-owner" as Role;

const demand: Provision = {
  id: "acme-4-2",
  regime: "acme-policy",
  cite: "Policy 4.2",
  short: "Acme policy 4.2",
  title: "Data has an owner",
  edition: "2026",
  at: `posts.${owner}`,
  requires: "Somebody answers for the data.",
  confidence: "H",
  reviewed: true,
  confirm: "ask the firm",
  demands: { roles: [owner], missing: "error", vacant: "warning", asks: "The policy wants an owner of data" },
};

function extended(): Knowledge {
  const { definitions } = schema;
  const role = { ...definitions.role, oneOf: [...definitions.role.oneOf, { const: owner, title: "Data Owner" }] };
  const read: unknown = { ...schema, definitions: { ...definitions, role } };
  const format = new Format(read as RawSchema, configSchema as unknown as RawSchema);
  const definition = {
    id: owner,
    name: "Data Owner",
    short: "Data Owner",
    titles: ["Owner of Data"],
    purpose: "Data.",
  };
  const roles = new Roles(
    [...standard.roles.definitions.values(), { ...definition, neededBy: [] }],
    format,
    standard.rolePairs,
    titles as TitlesFile,
  );
  const policy = { id: "acme-policy", name: "Acme policy", short: "Acme", publisher: "Acme", edition: "2026" };
  const { regimes, provisions } = standard.law;
  const law = new Law({
    regimes: [...regimes.values(), { ...policy, date: "2026", what: "What Acme asks of itself." }],
    provisions: [...provisions.values(), demand],
  });
  const { sources, standards, voices } = standard.evidence;
  const evidence = new Evidence(
    { sources: [...sources.values()], standards: [...standards.values()], voices: [...voices.values()] },
    law,
  );
  return { ...standard, format, roles, profiles: new Profiles(roles), law, evidence };
}

const knowledge = extended();
const config = usualConfig(knowledge);

const file = (data: string) => `itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { acme-policy: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  data: { title: Data Lead, ${data} }
`;

describe("another knowledge than ours", () => {
  it("is what a file is read by, and the same text by ours is read as ever", () => {
    const text = new Text(file(`role: ${owner}, heldBy: Bo Li, reportsTo: ceo`));
    const wrongBy = (by: typeof config) =>
      snapshotOf(text, today, by).analysis.findings.filter(({ rule }) => rule === "invalid-value").length;
    for (let again = 0; again < 2; again++) {
      assert.equal(wrongBy(config), 0);
      assert.equal(wrongBy(standardConfig), 1);
    }
  });

  it("has rules of its own, in its own words", () => {
    const { analysis } = snapshotOf(new Text(file("role: none, heldBy: Bo Li, reportsTo: ceo")), today, config);
    const none = snapshotOf(
      new Text(file("heldBy: Bo Li").replace("  data:", `  ${owner}: none\n  data:`)),
      today,
      config,
    );
    assert.deepEqual(analysis.faults, []);
    const found = none.analysis.findings.filter(({ rule }) => rule === demand.id);
    assert.deepEqual(
      found.map(({ severity, says }) => [severity, inFull(says)]),
      [["error", "There is no Data Owner."]],
    );
    assert.match(inFull(found[0]!.message), /Acme policy 4\.2/);
    assert.equal(standardConfig.ruleById.has(demand.id), false);
  });

  it("is what an editor explains and offers", () => {
    const at = (text: string) => {
      const { content, start } = readCursor(text);
      return [snapshotOf(new Text(content), today, config), start] as const;
    };
    assert.match(hover(...at(file(`role: acme-<|>data-owner`)))?.markdown ?? "", /\*\*Data Owner\*\*/);
    assert.match(hover(...at(file("heldBy: Bo Li").replace("acme-", "acme<|>-")))?.markdown ?? "", /What Acme asks/);
    const offered = completions(...at(file("role: <|>"))).map(({ label }) => label);
    assert.ok(offered.includes(owner) && offered.includes("cio"));
  });

  it("has pages", () => {
    const pages = pagesOf(config);
    for (const id of [owner, "acme-policy", demand.id]) {
      assert.match(pages.page(id)?.markdown ?? "", /Data Owner|Acme/, id);
      assert.equal(standardPages.page(id), undefined);
    }
  });
});
