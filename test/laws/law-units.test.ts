import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { askedBy, citing, findingsOf } from "../kit/judged.ts";

/** A group with a company of its own, to which a law is limited by `units`. */
const group = (regimes: string, rest: string) => `itorg: 1
organization: { name: Example, headcount: 900 }
regimes: ${regimes}
units: { north: { name: North, kind: company }, south: { name: South, kind: company }, lab: { kind: site }, new: { kind: not-asked } }
coverage: { posts: complete, providers: complete }
${rest}`;
const pci = (units: string) => `{ pci-dss: { status: applies${units} } }`;
const posts = (more: string) => `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Cy Ho, reportsTo: ceo }
  north-it: { role: it-manager, heldBy: Bo Li, reportsTo: cio, unit: north }
${more}providers: none
`;
const verbal = (unit: string) => `  ciso: { heldBy: Eve Roy, reportsTo: ceo, appointment: verbal${unit} }\n`;

describe("a law that is asked of companies", () => {
  it("is asked of the organization as a whole where the file says nothing of companies", () => {
    assert.deepEqual(citing("pci-12-1-4", group(pci(""), posts(verbal("")))), [
      "warning pci-12-1-4 posts.ciso.appointment",
    ]);
    assert.deepEqual(citing("pci-12-1-4", group(pci(""), posts(""))), ["error pci-12-1-4 posts"]);
    assert.deepEqual(citing("pci-12-1-4", group(pci(", units: not-asked"), posts(""))), ["error pci-12-1-4 posts"]);
  });

  it("is in force for the posts of those companies only", () => {
    assert.deepEqual(citing("pci-12-1-4", group(pci(", units: [north]"), posts(verbal(", unit: north")))), [
      "warning pci-12-1-4 posts.ciso.appointment",
    ]);
    const south = group(pci(", units: south"), posts(verbal(", unit: north")));
    assert.deepEqual(citing("pci-12-1-4", south), []);
    assert.ok(askedBy("pci-12-1-4", south).includes("units.south"), "a company without any IT post");
  });

  it("makes a question of a post of the whole, and never an error", () => {
    const text = group(pci(", units: [north]"), posts(verbal("")));
    assert.deepEqual(citing("pci-12-1-4", text), []);
    assert.ok(askedBy("pci-12-1-4", text).includes("posts.ciso.unit"));
    assert.ok(check(text).questions.some(({ question }) => inFull(question) === "Is the CISO there for North too?"));
    assert.deepEqual(citing("pci-12-1-4", group(pci(", units: [north]"), posts(""))), ["error pci-12-1-4 units.north"]);
  });

  it("includes the organization as a whole where `self` stands there", () => {
    assert.deepEqual(citing("pci-12-1-4", group(pci(", units: [self, north]"), posts(verbal("")))), [
      "warning pci-12-1-4 posts.ciso.appointment",
    ]);
    assert.deepEqual(citing("pci-12-1-4", group(pci(", units: [self]"), posts(verbal(", unit: north")))), [
      "error pci-12-1-4 posts",
    ]);
  });

  it("is cited by the general rules in the same places", () => {
    const cited = (regimes: string, unit: string) =>
      citing("ffiec-mgmt", group(regimes, posts(`  ciso: { heldBy: Eve Roy, reportsTo: cio${unit} }\n`))).length;
    const law = (units: string) => `{ ffiec: { status: applies${units} } }`;
    assert.equal(cited(law(""), ""), 1);
    assert.equal(cited(law(", units: [north]"), ", unit: north"), 1);
    assert.equal(cited(law(", units: [north]"), ""), 0);
    assert.equal(cited(law(", units: [south]"), ", unit: north"), 0);
    assert.equal(cited(law(", units: [self]"), ""), 1);
  });

  it("names companies: anything else is unresolved", () => {
    const unresolved = (units: string) =>
      findingsOf("unresolved-reference", group(pci(`, units: ${units}`), posts(""))).map(({ message }) =>
        inFull(message),
      );
    assert.deepEqual(unresolved("[self, north, new]"), []);
    assert.deepEqual(unresolved("[lab]"), [
      "`lab` is no unit of kind `company`. A law applies to companies, or to the organization as a whole: `self`.",
    ]);
    assert.deepEqual(unresolved("[nowhere]"), [
      "There is no company `nowhere` under `units` in this file. Add it with `kind: company`, correct the name, or write `self` for the organization as a whole.",
    ]);
    assert.match(unresolved("[nort]")[0] ?? "", /There is no company `nort`/);
  });
});
