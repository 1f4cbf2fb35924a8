import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;

const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("assesses-own-work", () => {
  const rule = "assesses-own-work";
  const of = (services: string, law = "") => withProvider(`services: [${services}], overseenBy: ceo`, law);

  it("takes each assessment with each kind of operation, and nothing else", () => {
    for (const assessed of ["security-audit", "penetration-test"]) {
      for (const run of ["security-operations", "hosting", "network"])
        assert.equal(judged(rule, of(`${run}, ${assessed}`)), "warning providers.x.services");
      for (const other of ["helpdesk", "backup", "monitoring", "ciso", "implementation"])
        assert.equal(judged(rule, of(`${other}, ${assessed}`)), "silent", other);
    }
    assert.equal(judged(rule, of("security-audit, penetration-test")), "silent");
  });

  it("is silent where two firms share the two", () => {
    assert.equal(judged(rule, `${of("hosting")}  y: { services: [penetration-test], overseenBy: ceo }\n`), "silent");
  });

  it("takes the assessments away, all of them", () => {
    const text = of("security-audit, hosting, penetration-test");
    assert.equal(
      inFull(only(rule, text).says),
      "Aegis supplies hosting, and also security audit and penetration testing.",
    );
    assert.deepEqual(titles(only(rule, text).fixes), ["Let somebody else do security audit and penetration testing"]);
    tryRemedies(rule, text);
    assert.match(applied(text, only(rule, text).fixes[0]!), /services: \[hosting\]/);
  });

  it("cites the standard on independent assessors from the moderate baseline on", () => {
    const nist = (as: string) =>
      only(rule, of("hosting, penetration-test", `regimes: { nist-800-53: ${as} }\n`)).citations;
    assert.deepEqual(nist("applies"), ["nist-800-53-ca-2"]);
    assert.deepEqual(nist("{ status: applies, as: [high] }"), ["nist-800-53-ca-2"]);
    assert.deepEqual(nist("{ status: applies, as: [low] }"), []);
  });
});

describe("assesses-own-work, however it is written", () => {
  const rule = "assesses-own-work";
  const place = "providers.x.services";
  const firm = (provider: string, more = "") =>
    file(
      `posts:\n  ceo: { heldBy: Ann Ode }\nproviders:\n  x: { name: Kestrel, overseenBy: ceo, ${provider} }\n${more}`,
    );
  const duties =
    "activities:\n  security-operations: { responsible: [provider:x], accountable: ceo }\n  security-audit: { responsible: [provider:x], accountable: ceo }\n";

  it("reads activities as well as services, and takes the pair of duties in", () => {
    const text = firm("services: [advice]", duties);
    assert.equal(judged(rule, text), `warning ${place}`);
    assert.equal(judged("duties-security-operate-audit", text), "silent");
    assert.deepEqual(only(rule, text).absorbed, ["duties-security-operate-audit"]);
    tryRemedies(rule, text);
    const mixed = firm(
      "services: [security-operations]",
      "activities: { penetration-test: { responsible: [provider:x] } }\n",
    );
    assert.equal(judged(rule, mixed), `warning ${place}`);
    tryRemedies(rule, mixed);
    const others = duties.replace(
      "security-audit: { responsible: [provider:x]",
      "security-audit: { responsible: [provider:x, Eve Roy]",
    );
    assert.equal(judged("duties-security-operate-audit", firm("services: [advice]", others)).split(" ")[0], "warning");
  });

  it("counts a firm that is not independent, and one of the same group", () => {
    assert.equal(judged(rule, firm("services: [penetration-test], independent: no")), `warning ${place}`);
    assert.equal(judged(rule, firm("services: [penetration-test], independent: yes")), "silent");
    const sister = "  y: { name: Orion, services: [hosting], group: k }\n";
    assert.equal(judged(rule, firm("services: [penetration-test], group: k", sister)), `warning ${place}`);
    assert.equal(
      judged(rule, firm("services: [penetration-test], group: own", "  y: { services: [hosting], group: own }\n")),
      "silent",
    );
    assert.equal(
      judged(rule, firm("services: [penetration-test, hosting], group: own")),
      "asks providers.x.independent",
    );
  });
});
