import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only } from "../kit/judged.ts";

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;

const rule = "provider-concentration";

/** Whether it is found, also where a graver finding about the same firm took it in. */
const found = (text: string): string => {
  const { findings } = check(text);
  const own = findings.filter((one) => one.rule === rule || one.absorbed.includes(rule));
  return own.length > 0 ? own.map(({ at }) => placeToString(at)).join("; ") : judged(rule, text);
};

const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("provider-concentration", () => {
  const of = (services: string, more = "") => withProvider(`services: [${services}], overseenBy: ceo`, more);

  it("counts areas, not services", () => {
    const areas = [
      ["vcio", "ciso", "dpo", "interim-management"],
      ["helpdesk", "hosting", "backup", "network", "monitoring"],
      ["security-operations"],
      ["security-audit", "penetration-test"],
      ["hardware-resale", "licence-resale", "implementation"],
    ];
    for (const area of areas) assert.equal(found(of(area.join(", "))), "silent");
    for (const service of areas[1]!)
      assert.equal(found(of(`ciso, ${service}, security-audit`)), "providers.x.services");
    for (const service of areas[0]!)
      assert.equal(found(of(`${service}, backup, implementation`)), "providers.x.services");
    for (const service of areas[4]!)
      assert.equal(found(of(`${service}, security-operations, penetration-test`)), "providers.x.services");
    assert.equal(found(of("helpdesk, hosting, licence-resale")), "silent");
    assert.equal(found(of("helpdesk, licence-resale, software-development, quarterly-review")), "silent");
  });

  it("counts the posts of leadership that it fills", () => {
    for (const role of ["vcio", "ciso", "dpo"]) {
      for (const holder of ["Yu De", "provider:x"])
        assert.equal(
          found(of("helpdesk, licence-resale", `  ${role}: { heldBy: ${holder}, reportsTo: ceo }\n`)),
          "providers.x.services",
          `${role} ${holder}`,
        );
      assert.equal(found(of("helpdesk, licence-resale", `  ${role}: { heldBy: Cy Ho, reportsTo: ceo }\n`)), "silent");
    }
    const open = "  ciso: { heldBy: not-asked, reportsTo: ceo }\n";
    assert.equal(found(of("helpdesk, licence-resale", open)), "asks posts.ciso.heldBy");
    assert.equal(found(of("helpdesk", open)), "silent");
  });

  it("names the areas, and cites the Reserve Bank's directions where they apply", () => {
    const finding = only(
      rule,
      of(
        "helpdesk, security-audit, hardware-resale",
        "regimes: { rbi-it: { status: applies, as: [commercial-bank] } }\n",
      ),
    );
    assert.equal(inFull(finding.says), "Aegis serves in 3 areas: daily operations, security testing and supply.");
    assert.deepEqual(finding.citations, ["rbi-10"]);
    assert.equal(finding.severity, "info");
    assert.deepEqual(only(rule, of("helpdesk, security-audit, hardware-resale")).citations, []);
  });

  it("asks for the services of a provider of which nothing is known", () => {
    assert.equal(judged(rule, withProvider("overseenBy: ceo")), "asks providers.x.services");
  });
});
