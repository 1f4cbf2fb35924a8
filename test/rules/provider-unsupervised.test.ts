import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { askedBy, file, judged, only, remediesOf, said, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;

const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("provider-unsupervised", () => {
  const rule = "provider-unsupervised";
  const north = (overseenBy: string, more = "") =>
    `${posts(more)}providers:\n  north: { name: North, services: [helpdesk], overseenBy: ${overseenBy} }\npeople:\n  Cy Ho: { employedBy: north }\n`;

  it("fires where it was asked and nobody does", () => {
    assert.equal(said(rule, north("none")).length, 1);
    assert.equal(said(rule, north("[]")).length, 1);
    for (const other of ["ceo", "Bo Li", "[]".replace("[]", "not-asked"), "declined", "not-applicable"])
      assert.deepEqual(said(rule, north(other)), [], other);
    assert.deepEqual(askedBy(rule, north("not-asked")), ["providers.north.overseenBy"]);
  });

  it("does not speak of a provider that is none", () => {
    assert.deepEqual(said(rule, `${posts("")}providers: { north: none }\n`), []);
  });

  it("cannot tell where the overseer is misspelt", () => {
    assert.deepEqual(said(rule, north("[nobody-here]")), []);
  });

  it("offers the head of IT only where that is neither the provider nor empty", () => {
    const manager = (holder: string) =>
      remediesOf(rule, north("none", `  it-manager: { heldBy: ${holder}, reportsTo: ceo }\n`));
    const byCeo = "Let the CEO oversee North";
    assert.deepEqual(manager("Bo Li"), ["Let the IT Manager oversee North", byCeo]);
    for (const holder of ["vacant", "Cy Ho", '"provider:north"']) assert.deepEqual(manager(holder), [byCeo], holder);
  });
});

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
