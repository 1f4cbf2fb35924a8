import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;

const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("overseer-is-provider", () => {
  const rule = "overseer-is-provider";
  const more = "  ciso: { heldBy: Yu De, reportsTo: ceo }\n  vcio: { heldBy: provider:x, reportsTo: ceo }\n";
  const of = (overseer: string, law = "", services = "ciso") =>
    withProvider(`services: [${services}], overseenBy: ${overseer}`, `${more}${law}`);

  it("takes the provider, its people and their posts, where nobody else oversees it", () => {
    for (const one of ["ciso", "vcio", "Yu De", "provider:x", "[ciso, Yu De]"])
      assert.equal(judged(rule, of(one)), "warning providers.x.overseenBy", one);
    for (const one of ["ceo", "[ciso, ceo]", "Cy Ho", "none", "unknown"])
      assert.equal(judged(rule, of(one)), "silent", one);
    assert.equal(judged(rule, withProvider("services: [ciso]")), "silent");
  });

  it("is silent where another provider's people oversee it", () => {
    const other = of("coo").replace("  ciso:", "  coo: { heldBy: provider:y, reportsTo: ceo }\n  ciso:");
    assert.equal(
      judged(rule, `${other}  y: { name: Other, services: [interim-management], overseenBy: ceo }\n`),
      "silent",
    );
  });

  it("asks who is in the overseeing post", () => {
    assert.equal(judged(rule, of("ciso").replace("heldBy: Yu De", "heldBy: not-asked")), "asks posts.ciso.heldBy");
  });

  it("says who works for whom, and lets the CEO oversee it", () => {
    assert.equal(inFull(only(rule, of("ciso")).says), "Aegis is overseen by Yu De (CISO), who works for it.");
    assert.equal(inFull(only(rule, of("vcio")).says), "Aegis is to oversee itself, as the vCIO.");
    assert.equal(inFull(only(rule, of("provider:x")).says), "Aegis is to oversee itself.");
    assert.deepEqual(titles(only(rule, of("ciso")).fixes), ["Let the CEO oversee Aegis"]);
    for (const one of ["ciso", "provider:x", "[ciso, Yu De]"]) tryRemedies(rule, of(one));
  });

  it("offers no CEO who is the provider's, too", () => {
    const text = of("ciso").replace("heldBy: Ann Ode", "heldBy: Yu De");
    assert.deepEqual(only(rule, text).fixes, []);
  });

  it("contradicts an obligation where the provider supplies the CISO", () => {
    const nydfs = "regimes: { nydfs-500: applies }\n";
    assert.equal(only(rule, of("ciso", nydfs, "helpdesk")).severity, "error");
    assert.deepEqual(only(rule, of("ciso", nydfs)).citations, ["nydfs-500-4a2"]);
    assert.equal(only(rule, of("ciso", "regimes: { ftc-safeguards: applies }\n")).severity, "error");
    assert.equal(only(rule, of("ciso", "regimes: { gdpr: applies }\n")).severity, "warning");
    const helpdesk = of("provider:x", nydfs, "helpdesk").replace("heldBy: Yu De", "heldBy: Cy Ho");
    assert.equal(only(rule, helpdesk).severity, "warning");
  });
});
