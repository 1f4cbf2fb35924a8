import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;
const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("provider-unsupervised", () => {
  const rule = "provider-unsupervised";
  const of = (services: string, more = "") => withProvider(`services: [${services}], overseenBy: none`, more);

  it("takes an answer, and asks for one", () => {
    assert.equal(judged(rule, of("helpdesk")), "warning providers.x.overseenBy");
    assert.equal(judged(rule, of("helpdesk").replace("none", "[]")), "warning providers.x.overseenBy");
    assert.equal(judged(rule, of("helpdesk").replace("none", "ceo")), "silent");
    assert.equal(judged(rule, withProvider("services: [helpdesk]")), "asks providers.x.overseenBy");
    tryRemedies(rule, of("helpdesk"));
  });

  it("contradicts an obligation where the provider supplies the CISO", () => {
    const nydfs = "regimes: { nydfs-500: applies }\n";
    const severity = (text: string) => only(rule, text).severity;
    assert.equal(severity(of("ciso", nydfs)), "error");
    assert.equal(severity(of("helpdesk", nydfs)), "warning");
    assert.equal(severity(of("ciso")), "warning");
    const person = of("helpdesk", "  ciso: { heldBy: Yu De, reportsTo: ceo }\nregimes: { nydfs-500: applies }\n");
    assert.equal(severity(person), "error");
    assert.deepEqual(only(rule, person).citations, ["nydfs-500-4a2"]);
    assert.equal(severity(person.replace("heldBy: Yu De", "heldBy: Cy Ho")), "warning");
    assert.equal(
      severity(of("ciso", "regimes: { nydfs-500: { status: applies, as: [limited-exempt] } }\n")),
      "warning",
    );
    assert.equal(severity(of("ciso", "regimes: { nydfs-500: planned }\n")), "warning");
  });

  it("counts the qualified individual under the FTC's rule alone", () => {
    const individual = (regime: string) =>
      only(
        rule,
        of("helpdesk", `  qualified-individual: { heldBy: Yu De, reportsTo: ceo }\nregimes: { ${regime}: applies }\n`),
      );
    assert.equal(individual("ftc-safeguards").severity, "error");
    assert.deepEqual(individual("ftc-safeguards").citations, ["ftc-314-4a2"]);
    assert.equal(individual("nydfs-500").severity, "warning");
    assert.equal(only(rule, of("ciso", "regimes: { ftc-safeguards: applies }\n")).severity, "error");
  });

  it("asks who the CISO is where that decides how grave it is", () => {
    const open = "  ciso: { heldBy: not-asked, reportsTo: ceo }\n";
    const asks = (text: string) =>
      check(text).questions.some((one) => one.blocks.includes(rule) && placeToString(one.at) === "posts.ciso.heldBy");
    assert.ok(asks(of("helpdesk", `${open}regimes: { nydfs-500: applies }\n`)));
    assert.ok(!asks(of("helpdesk", open)));
    assert.ok(
      !asks(of("helpdesk", `${open}regimes: { nydfs-500: applies }\n`).replace("overseenBy: none", "overseenBy: ceo")),
    );
  });

  it("cites standards of outside services, and of incidents where the provider handles them", () => {
    const both = "regimes: { nist-800-53: applies, cis: applies }\n";
    assert.deepEqual(only(rule, of("helpdesk", both)).citations, ["nist-800-53-sa-9"]);
    const incidents = `activities: { incident-response: { responsible: [provider:x] } }\n${both}`;
    assert.deepEqual(only(rule, of("helpdesk", incidents)).citations.toSorted(), ["cis-17-1", "nist-800-53-sa-9"]);
    assert.equal(only(rule, of("helpdesk", incidents)).severity, "warning");
  });
});

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
    assert.equal(only(rule, of("ciso")).says, "Aegis is overseen by Yu De (CISO), who works for it.");
    assert.equal(only(rule, of("vcio")).says, "Aegis is to oversee itself, as the vCIO.");
    assert.equal(only(rule, of("provider:x")).says, "Aegis is to oversee itself.");
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
