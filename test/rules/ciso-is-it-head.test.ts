import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { afterRemedy, askedBy, findingsOf, remediesOf, said } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

describe("ciso-is-it-head", () => {
  const rule = "ciso-is-it-head";
  const both = (ciso: string, manager: string, more = "") =>
    posts(`  it-manager: { heldBy: ${manager}, reportsTo: ceo }\n  ciso: { heldBy: ${ciso}, reportsTo: ceo }\n${more}`);

  it("reads names as a person does", () => {
    for (const other of ["Cy Ho", "cy ho", "CY  HO", '"Cy Ho "', "[Bo Li, Cy Ho]"])
      assert.equal(said(rule, both("Cy Ho", other)).length, 1, other);
    assert.equal(said(rule, both("Günter Straße", "GÜNTER STRASSE")).length, 1);
    assert.equal(said(rule, both('"none"', '"none"')).length, 1, "a person of that name");
    assert.deepEqual(said(rule, both("Cy Ho", "Cy Hoe")), []);
  });

  it("follows aliases to the name", () => {
    const aliased = posts(
      "  it-manager: { heldBy: &head Cy Ho, reportsTo: ceo }\n  ciso: { heldBy: *head, reportsTo: ceo }\n",
    );
    assert.equal(said(rule, aliased).length, 1);
    assert.match(afterRemedy(rule, aliased, "Make CISO a separate, vacant post"), /ciso: \{ heldBy: vacant,/);
  });

  it("needs one person in both, and two people are two", () => {
    assert.deepEqual(said(rule, both("[Eve Roy, Gil Roe]", "[Bo Li, Cy Ho]")), []);
    assert.deepEqual(said(rule, both("vacant", "vacant")), []);
    assert.deepEqual(said(rule, both("vacant", "not-asked")), []);
    assert.deepEqual(askedBy(rule, both("vacant", "not-asked")), [], "nobody in one of them settles it");
    assert.deepEqual(askedBy(rule, both("Cy Ho", "not-asked")), ["posts.it-manager.heldBy"]);
  });

  it("takes a provider and its people for one, and two of its people for two", () => {
    const outside =
      "people:\n  Cy Ho: { employedBy: north }\n  Bo Li: { employedBy: north }\nproviders:\n  north: { name: North, overseenBy: ceo }\n";
    assert.equal(said(rule, both("Cy Ho", '"provider:north"', outside)).length, 1);
    assert.equal(said(rule, both('"provider:north"', '"provider:north"', outside)).length, 1);
    assert.deepEqual(said(rule, both("Cy Ho", "Bo Li", outside)), []);
    assert.deepEqual(
      said(
        rule,
        both(
          "Cy Ho",
          '"provider:north"',
          "people:\n  Cy Ho: { employedBy: Some Bank }\nproviders:\n  north: { name: North }\n",
        ),
      ),
      [],
    );
  });

  it("names every post of IT that is involved", () => {
    const three = both(
      "Cy Ho",
      "Cy Ho",
      "  cio: { heldBy: Cy Ho, reportsTo: ceo }\n  ciso-eu: { role: ciso, heldBy: Bo Li, reportsTo: ceo }\n",
    );
    assert.deepEqual(said(rule, three), ["warning posts.ciso.heldBy: Cy Ho holds CISO, CIO and IT Manager."]);
    assert.deepEqual(
      findingsOf(rule, three)[0]?.related.map(({ at, message }) => `${at.join(".")} ${inFull(message)}`),
      ["posts.cio.heldBy also holds CIO", "posts.it-manager.heldBy also holds IT Manager"],
    );
  });

  it("does not speak of a CTO, and does of one for internal technology", () => {
    const cto = (id: string) =>
      posts(`  ${id}: { heldBy: Cy Ho, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: ceo }\n`);
    assert.deepEqual(said(rule, cto("cto")), []);
    assert.equal(said(rule, cto("cto-internal")).length, 1);
  });

  it("leaves a shared post to those who are in it alone", () => {
    const shared = both("[Cy Ho, Eve Roy]", "Cy Ho");
    assert.deepEqual(remediesOf(rule, shared).slice(0, 2), [
      "Leave CISO to Eve Roy",
      "Make CISO a separate, vacant post",
    ]);
    assert.match(afterRemedy(rule, shared, "Leave CISO to Eve Roy"), /ciso: \{ heldBy: \[Eve Roy\],/);
  });

  it("takes in what the line says of the same post, with its sources and acceptances", () => {
    const line = posts(
      "  it-manager: { heldBy: Cy Ho, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: it-manager }\n",
    );
    const [finding] = findingsOf(rule, line);
    assert.deepEqual(finding?.absorbed.toSorted(), ["ciso-in-it-line", "supervises-self"]);
    assert.deepEqual(finding?.citations, ["S1-12", "S1-13", "S1-16", "S1-17"]);
    assert.deepEqual([...said("ciso-in-it-line", line), ...said("supervises-self", line)], []);
    for (const accepted of [rule, "ciso-in-it-line", "supervises-self"]) {
      const entry = `accepted:\n  - { rule: ${accepted}, at: posts.it-manager, reason: small team, compensatingControl: yearly audit, approvedBy: ceo }\n`;
      assert.match(said(rule, line + entry)[0] ?? "", /^accepted warning/, accepted);
    }
  });
});
