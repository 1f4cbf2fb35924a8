import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedBy, findingsOf, remediesOf, said } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const posts = (lines: string) => `posts:\n${ceo}${lines}`;

describe("ciso-in-it-line", () => {
  const rule = "ciso-in-it-line";
  const ciso = "  ciso: { heldBy: Eve Roy, reportsTo: cio }\n";

  it("follows the line upwards, and through committees", () => {
    const line = posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  risk-lead: { heldBy: Cy Ho, reportsTo: security }\n  ciso: { heldBy: Eve Roy, reportsTo: risk-lead }\ncommittees:\n  security: { chair: cio, reportsTo: cio }\n",
    );
    assert.deepEqual(said(rule, line), [
      "warning posts.ciso.reportsTo: The CISO reports, further up the line, to the CIO.",
    ]);
  });

  it("stops at the head of the organization, at the board and at a committee of the board", () => {
    const above = (superior: string, more = "") =>
      posts(
        `  cio: { heldBy: Bo Li, reportsTo: ceo }\n  owner: { heldBy: Di Fox, reportsTo: cio }\n  ciso: { heldBy: Eve Roy, reportsTo: ${superior} }\ncommittees:\n  directors: { type: board, reportsTo: cio }\n${more}`,
      );
    for (const superior of ["ceo", "owner", "board", "directors"])
      assert.deepEqual(said(rule, above(superior)), [], superior);
  });

  it("leaves dotted lines alone", () => {
    const dotted = posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: ceo, dottedLineTo: [cio] }\n",
    );
    assert.deepEqual(said(rule, dotted), []);
  });

  it("counts a superior post in which nobody sits, and one that the file only names", () => {
    assert.equal(said(rule, posts(`  cio: vacant\n${ciso}`)).length, 1);
    assert.equal(said(rule, posts(ciso)).length, 1);
    assert.deepEqual(findingsOf(rule, posts(ciso))[0]?.related, [], "what is not written is no place to point at");
  });

  it("cannot tell where the file contradicts itself, or goes by a title alone", () => {
    assert.deepEqual(said(rule, posts(`  cio: none\n${ciso}`)), []);
    const titled = posts(
      "  boss-of-it: { title: IT Director, heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: boss-of-it }\n",
    );
    assert.deepEqual(said(rule, titled), []);
    assert.ok(askedBy(rule, titled).includes("posts.boss-of-it.role"));
    assert.equal(said(rule, titled.replace("title:", "role: it-director, title:")).length, 1);
  });

  it("leaves a post that reports to itself to its own rule", () => {
    assert.deepEqual(said(rule, posts("  ciso: { heldBy: Eve Roy, reportsTo: ciso }\n")), []);
  });

  it("is information below 50 people, where all of the range is", () => {
    const at = (headcount: string) =>
      said(rule, `itorg: 1\norganization: { name: X, headcount: ${headcount} }\n${posts(ciso)}`)[0]?.split(" ")[0];
    assert.deepEqual(["49", "20-49", "40-60", "50", "not-asked"].map(at), [
      "info",
      "info",
      "warning",
      "warning",
      "warning",
    ]);
  });

  it("gives way to US federal law once the file declares it", () => {
    const federal = (state: string) => said(rule, `${posts(ciso)}regimes: { us-federal: ${state} }\n`).length;
    assert.equal(federal("applies"), 0);
    assert.equal(federal("planned"), 1);
    assert.equal(federal("unknown"), 1);
  });

  it("looks at each CISO, names it by its title, and keeps the fix for a unit's inside the unit", () => {
    const two = `${posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: ceo }\n  ciso-north: { role: ciso, title: Security Lead, heldBy: Gil Roe, reportsTo: cio-north, unit: north }\n  cio-north: { role: cio, heldBy: Jo Day, unit: north, reportsTo: ceo-north }\n  ceo-north: { role: ceo, title: Managing Director, heldBy: Kit Orr, unit: north }\n  cro-south: { role: cro, heldBy: Lu Nye, unit: south, reportsTo: ceo }\n",
    )}units:\n  north: { name: North, kind: company }\n  south: { name: South, kind: company }\n`;
    assert.deepEqual(said(rule, two), [
      "warning posts.ciso-north.reportsTo: The Security Lead reports to the CIO North.",
    ]);
    assert.deepEqual(remediesOf(rule, two), [
      "Let the Security Lead report to the Managing Director",
      "Let the Security Lead report to the board",
    ]);
  });

  it("offers nobody who stands within IT, and nobody the CISO is already", () => {
    const line = posts(
      "  cio: { heldBy: Bo Li, reportsTo: ceo }\n  cro: { heldBy: Eve Roy, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: cio }\n",
    );
    const titles = ["Let the CISO report to the CEO", "Let the CISO report to the board"];
    assert.deepEqual(remediesOf(rule, line), titles);
    assert.deepEqual(
      remediesOf(rule, line.replace("cro: { heldBy: Eve Roy, reportsTo: ceo", "cro: { reportsTo: cio")),
      titles,
    );
  });
});
