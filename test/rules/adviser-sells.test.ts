import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { afterRemedy, askedBy, file, findingsOf, judged, remediesOf, said } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;

const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("adviser-sells", () => {
  const rule = "adviser-sells";
  const north = (fields: string, more = "") =>
    `${posts("")}providers:\n  north: { name: North, ${fields}, overseenBy: ceo }\n${more}`;
  const finds = (fields: string, more = "") => said(rule, north(fields, more)).length;

  it("needs advice and a stake in it", () => {
    assert.equal(finds("services: [vcio, hosting]"), 1);
    assert.equal(finds("services: [interim-management, implementation]"), 1);
    assert.equal(finds("services: [vcio], earnsCommission: yes"), 1);
    assert.equal(finds("services: [vcio, quarterly-review, security-audit], earnsCommission: no"), 0);
    assert.equal(finds("services: [hosting, licence-resale]", "activities: { vendor-selection: none }\n"), 0);
  });

  it("counts a vCIO post that the provider, or somebody of it, holds", () => {
    const held = (by: string, more = "") =>
      said(rule, north("services: [helpdesk]", more).replace("posts:\n", `posts:\n  vcio: { heldBy: ${by} }\n`));
    assert.deepEqual(held("'provider:north'"), [
      "warning providers.north.services: North advises as vCIO, and also runs helpdesk.",
    ]);
    assert.equal(held("Cy Ho", "people: { Cy Ho: { employedBy: north } }\n").length, 1);
    assert.deepEqual(held("Cy Ho"), []);
    assert.deepEqual(held("vacant"), []);
  });

  it("says what the two are, and blames nobody", () => {
    assert.deepEqual(said(rule, north("services: [vcio, hardware-resale, helpdesk], earnsCommission: yes")), [
      "warning providers.north.services: North advises as vCIO, and also offers hardware resale, runs helpdesk and earns commission.",
    ]);
  });

  it("counts a part in choosing vendors, in whatever capacity and through whomever", () => {
    const people = "people:\n  Cy Ho: { employedBy: north }\n";
    const through = (capacity: string, who: string) =>
      finds(
        "services: [hosting]",
        `${people}activities:\n  erp: { activity: vendor-selection, ${capacity}: ${who} }\n`,
      );
    assert.equal(through("responsible", "[ceo, provider:north]"), 1);
    assert.equal(through("accountable", "Cy Ho"), 1);
    assert.equal(through("consulted", "[Cy Ho]"), 1);
    assert.equal(through("informed", "[Cy Ho]"), 0);
    const post = north(
      "services: [hosting]",
      `${people}activities: { vendor-selection: { responsible: [it-manager] } }\n`,
    );
    assert.equal(
      said(rule, post.replace("posts:\n", 'posts:\n  it-manager: { heldBy: "provider:north" }\n')).length,
      1,
    );
  });

  it("counts a seat on the committee that oversees it", () => {
    const seat = (committee: string) => finds("services: [hosting]", `committees:\n  buying: { ${committee} }\n`);
    assert.equal(seat('chair: ceo, members: [ceo, "provider:north"], oversees: [vendor-selection]'), 1);
    assert.equal(seat('chair: "provider:north", oversees: [vendor-selection, projects]'), 1);
    assert.equal(seat('chair: ceo, members: ["provider:north"], oversees: [projects]'), 0);
  });

  it("asks for a commission only where nothing else is sold", () => {
    const asked = (fields: string) => askedBy(rule, north(fields)).filter((place) => place.startsWith("providers"));
    assert.deepEqual(asked("services: [vcio]"), ["providers.north.earnsCommission"]);
    assert.deepEqual(asked("services: [vcio, hosting]"), []);
    assert.deepEqual(asked("services: not-asked"), ["providers.north.services", "providers.north.earnsCommission"]);
    assert.deepEqual(askedBy(rule, north("services: [hosting]")), ["activities.vendor-selection"]);
  });

  it("offers first steps, since nothing that is added ends it", () => {
    const title = "First step: have North disclose what it earns";
    const open = north("services: [vcio, hosting]");
    assert.deepEqual(findingsOf(rule, open)[0]?.fixes, []);
    assert.deepEqual(remediesOf(rule, open), ["First step: let the CEO approve purchases", title]);
    assert.deepEqual(
      remediesOf(
        rule,
        north("services: [vcio, hosting]", "activities: { purchase-approve: { responsible: [cfo] } }\n"),
      ),
      [title],
    );
    assert.match(
      afterRemedy(rule, open, "First step: let the CEO approve purchases"),
      /activities:\n {2}purchase-approve: \{ responsible: \[ceo\] \}\n$/,
    );
  });
});

describe("adviser-sells", () => {
  const rule = "adviser-sells";
  const of = (services: string, rest = "", more = "") =>
    withProvider(`services: [${services}], overseenBy: ceo${rest}`, more);

  it("takes each kind of advice with each kind of earning", () => {
    for (const advice of ["vcio", "interim-management"])
      for (const earns of [
        "hardware-resale",
        "licence-resale",
        "implementation",
        "helpdesk",
        "hosting",
        "network",
        "backup",
        "security-operations",
      ])
        assert.equal(judged(rule, of(`${advice}, ${earns}`)), "warning providers.x.services", `${advice} ${earns}`);
    assert.equal(judged(rule, of("vcio", ", earnsCommission: yes")), "warning providers.x.services");
    for (const other of ["monitoring", "quarterly-review", "security-audit", "ciso", "dpo"])
      assert.equal(judged(rule, of(`vcio, ${other}`, ", earnsCommission: no")), "silent", other);
  });

  it("takes a part in choosing vendors for advice, also through a person, a post or a committee", () => {
    const chosen = (entry: string) => `activities: { vendor-selection: ${entry} }\n`;
    for (const capacity of ["responsible", "accountable", "consulted"])
      for (const who of ["provider:x", "Yu De"])
        assert.equal(
          judged(rule, of("hosting", "", chosen(`{ ${capacity}: ["${who}"] }`))),
          "warning providers.x.services",
          `${capacity} ${who}`,
        );
    assert.equal(judged(rule, of("hosting", "", chosen('{ informed: ["provider:x"] }'))).startsWith("warning"), false);
    const sits = (seat: string, oversees: string) =>
      of(
        "hosting",
        "",
        `committees: { buying: { type: other, ${seat}, oversees: [${oversees}] } }\nactivities: { vendor-selection: none }\n`,
      );
    assert.equal(judged(rule, sits("members: [Yu De]", "vendor-selection")), "warning providers.x.services");
    assert.equal(judged(rule, sits("chair: Yu De, members: []", "vendor-selection")), "warning providers.x.services");
    assert.equal(judged(rule, sits("members: [Yu De]", "it")), "silent");
  });
});
