import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Ajv from "ajv";
import schema from "../../schemas/itorg.schema.json";
import { regimeDefinitions } from "../../server/knowledge/regimes.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { afterRemedy, foundBy, remediesOf } from "../kit/findings-of.ts";

const north =
  "providers:\n  north: { name: North, services: [vcio, helpdesk] }\npeople: { Cy Ho: { employedBy: north } }\n";
const accepted = (by: string, more = "") =>
  `${north}accepted:\n  - { rule: adviser-sells, at: providers.north, reason: r, compensatingControl: c, approvedBy: ${by}${more} }\n`;

describe("accepted-by-holder", () => {
  const rule = "accepted-by-holder";

  it("warns where a provider, or somebody of it, lets its own conflict pass", () => {
    assert.deepEqual(foundBy(rule, accepted("'provider:north'")), [
      "warning accepted[0].approvedBy: North approved a decision about its own services.",
    ]);
    assert.deepEqual(foundBy(rule, accepted("Cy Ho")), [
      "warning accepted[0].approvedBy: Cy Ho approved a decision about North, and belongs to it.",
    ]);
    assert.deepEqual(foundBy(rule, accepted("ceo")), []);
  });

  it("says nothing of a decision that covers nothing", () => {
    const lapsed = accepted("'provider:north'", ", until: 2020-01-01");
    assert.deepEqual(foundBy(rule, lapsed), []);
    assert.equal(foundBy("acceptance-lapsed", lapsed).length, 1);
  });
});

describe("capacities of a regime", () => {
  const faults = (regimes: string) => foundBy("invalid-value", `regimes: { ${regimes} }\n`);

  it("are those of that regime", () => {
    assert.deepEqual(
      faults("dora: { status: applies, as: [simplified] }, hipaa: { status: applies, as: covered-entity }"),
      [],
    );
    assert.deepEqual(faults("dora: { status: applies, as: [covered-entity] }"), [
      "error regimes.dora.as[0]: `covered-entity` is not one of the values known here: simplified, microenterprise.",
    ]);
    assert.deepEqual(faults("gdpr: { status: applies, as: controller }"), [
      "error regimes.gdpr.as: `controller` means nothing here: there is no value to choose from.",
    ]);
  });

  it("are the same in the schema, for every regime and every word", () => {
    const validate = new Ajv({ strict: false }).compile(schema);
    const words = [...regimeDefinitions.values()].flatMap((regime) => regime.capacities ?? []);
    assert.ok(words.length > 5);
    for (const regime of [...regimeDefinitions.keys(), "group-policy"])
      for (const word of [...words, "subsidiary"])
        for (const as of [word, [word], []]) {
          const isFine = validate({ itorg: 1, organization: { name: "X" }, regimes: { [regime]: { as } } });
          const own = faults(`${regime}: { as: ${JSON.stringify(as)} }`);
          assert.equal(own.length === 0, isFine, `${regime} as ${JSON.stringify(as)}: ${own.join()}`);
        }
  });

  it("are any words for a regime of the user's own", () => {
    assert.deepEqual(faults("group-policy: { status: applies, as: [subsidiary] }"), []);
  });
});

describe("jurisdictions", () => {
  it("are countries that there are", () => {
    const faults = (codes: string) =>
      check(`itorg: 1\norganization: { name: X, jurisdictions: [${codes}] }\n`)
        .findings.filter((finding) => finding.rule === "invalid-value")
        .map((finding) => placeToString(finding.at));
    assert.deepEqual(faults("DE, EU, UK, GB, NO, US-NY, CA-QC, XK"), []);
    assert.deepEqual(
      faults("DE, XX, ZZ, UX, UX-NY"),
      [1, 2, 3, 4].map((i) => `organization.jurisdictions[${i}]`),
    );
  });
});

describe("what stands in place of an entry", () => {
  it("is no name where it is a word about the entry", () => {
    assert.deepEqual(remediesOf("invalid-value", 'posts: { cio: "none" }\n'), ["Change it to `none`"]);
    assert.deepEqual(remediesOf("invalid-value", "activities: { security: vacant }\n"), ["Change it to `none`"]);
    assert.equal(
      afterRemedy("invalid-value", "activities: { security: vacant }\n", "Change it to `none`"),
      "activities: { security: none }\n",
    );
    assert.deepEqual(remediesOf("invalid-value", "posts: { cio: Bo Li }\n"), ["Write it as { heldBy: Bo Li }"]);
  });
});

describe("a merge key", () => {
  it("needs keys to take over", () => {
    const found = (value: string) =>
      foundBy("yaml-syntax", `x-a: &a { heldBy: Bo Li }\nposts:\n  cio:\n    <<: ${value}\n`);
    assert.deepEqual(found("*a"), []);
    assert.deepEqual(found("[*a]"), []);
    for (const value of ["a", "3", "", "[*a, b]"])
      assert.deepEqual(found(value), [
        "error posts.cio.<<: `<<` takes over the keys of a group that is marked above: write `<<: *` and its mark.",
      ]);
    assert.equal(found("*b").length, 1);
  });
});

describe("open-question", () => {
  it("writes nothing into a file of which a part cannot be read", () => {
    assert.deepEqual(remediesOf("open-question", "posts:\n  ciso: { reportsTo: cio\n"), []);
    assert.equal(remediesOf("open-question", "posts:\n  ciso: { reportsTo: cio }\n").length, 1);
  });
});

describe("reporting-cycle", () => {
  it("names a post that reports to itself once in its remedy", () => {
    const [title] = remediesOf("reporting-cycle", "posts: { coo: { heldBy: Bo Li, reportsTo: coo } }\n");
    assert.equal(title, "Remove the line from the COO to itself");
  });
});

describe("cio-below-executive", () => {
  it("leaves a post that reports to itself to reporting-cycle", () => {
    assert.deepEqual(foundBy("cio-below-executive", "posts: { cio: { heldBy: Bo Li, reportsTo: cio } }\n"), []);
  });
});

describe("a post whose role nobody could name", () => {
  it("may lead IT, or answer for security", () => {
    const file = (role: string) =>
      `coverage: { posts: complete, providers: complete, activities: complete }\nposts: { head: { role: ${role}, heldBy: Bo Li } }\n`;
    const rules = ["no-it-leader", "security-unowned"];
    const found = (role: string) => rules.flatMap((rule) => foundBy(rule, file(role))).length;
    assert.equal(found("unknown"), 0);
    assert.equal(found("cheif"), 0);
    assert.equal(found("cfo"), 2);
  });
});
