import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("provider-accountable", () => {
  const rule = "provider-accountable";
  const outside = (accountable: string, id = "patching", more = "") =>
    file(`${more}people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Yu De, reportsTo: ceo }
  vcio: { heldBy: provider:x, reportsTo: ceo }
  cro: { heldBy: [Bo Li, Yu De], reportsTo: ceo }
providers: { x: { name: Aegis, services: [monitoring], overseenBy: ceo } }
activities:
  ${id}: { responsible: [it-director], accountable: ${accountable} }`);

  it("takes a provider, its people, and the posts that they hold", () => {
    for (const who of ["provider:x", "Yu De", "ciso", "vcio", "[ceo, ciso]"])
      assert.equal(judged(rule, outside(who)), "warning activities.patching.accountable", who);
    for (const who of ["ceo", "it-director", "Cy Ho", "none", "unknown", "board"])
      assert.equal(judged(rule, outside(who)), "silent", who);
  });

  it("is satisfied where somebody of the organization's own shares the post", () => {
    assert.equal(judged(rule, outside("cro")), "silent");
  });

  it("takes an employer that is no provider of the file for nothing, and asks for one that nobody knew", () => {
    assert.equal(judged(rule, outside("ciso").replace("employedBy: x", "employedBy: Somebody Ltd")), "silent");
    assert.equal(
      judged(rule, outside("ciso").replace("employedBy: x", "employedBy: not-asked")),
      'asks people["Yu De"].employedBy',
    );
    assert.equal(judged(rule, outside("ciso").replace("heldBy: Yu De", "heldBy: not-asked")), "asks posts.ciso.heldBy");
    assert.equal(judged(rule, file("activities: { patching: { accountable: ceo } }")), "silent");
  });

  it("says who is of which provider", () => {
    const says = (who: string) => inFull(only(rule, outside(who)).says);
    assert.equal(says("provider:x"), "Aegis, an outside provider, is accountable for patching.");
    assert.equal(says("ciso"), "Yu De (CISO) of Aegis is accountable for patching.");
    assert.equal(says("vcio"), "Aegis (vCIO), an outside provider, is accountable for patching.");
    assert.equal(says("Yu De"), "Yu De of Aegis is accountable for patching.");
  });

  it("makes somebody inside accountable and the provider responsible", () => {
    assert.deepEqual(titles(only(rule, outside("provider:x")).fixes), [
      "Make the IT Director accountable, and Aegis responsible",
      "Make the CEO accountable, and Aegis responsible",
    ]);
    const text = outside("provider:x");
    assert.match(
      applied(text, only(rule, text).fixes[0]!),
      /responsible: \[it-director, provider:x\], accountable: it-director/,
    );
    for (const who of ["provider:x", "ciso", "vcio", "Yu De"])
      for (const id of ["patching", "log-review", "security", "risk-acceptance"]) tryRemedies(rule, outside(who, id));
    const security = titles(only(rule, outside("ciso", "security")).fixes);
    assert.deepEqual(security, [
      "Make the CRO accountable, and the CISO responsible",
      "Make the CEO accountable, and the CISO responsible",
    ]);
  });

  it("leaves those inside accountable who are so already", () => {
    const text = outside("[ciso, ceo]");
    assert.deepEqual(titles(only(rule, text).fixes), ["Make the CISO responsible instead of accountable"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /responsible: \[it-director, ciso\], accountable: \[ceo\]/);
    tryRemedies(rule, text);
  });

  it("contradicts an obligation for security under New York's and the FTC's rules, and nowhere else", () => {
    for (const [regime, provision] of [
      ["nydfs-500", "nydfs-500-4a2"],
      ["ftc-safeguards", "ftc-314-4a2"],
    ] as const) {
      const law = (state: string) => `regimes: { ${regime}: ${state} }\n`;
      const raised = only(rule, outside("ciso", "ict-risk", law("applies")));
      assert.equal(raised.severity, "error", regime);
      assert.ok(raised.citations.includes(provision));
      const other = only(rule, outside("ciso", "patching", law("applies")));
      assert.equal(other.severity, "warning");
      assert.ok(!other.citations.includes(provision));
      assert.equal(only(rule, outside("ciso", "ict-risk", law("exempt"))).severity, "warning");
      assert.equal(only(rule, outside("ciso", "ict-risk", law("planned"))).severity, "warning");
    }
    assert.equal(only(rule, outside("ciso", "ict-risk")).severity, "warning");
    const limited = "regimes: { nydfs-500: { status: applies, as: [limited-exempt] } }\n";
    assert.equal(only(rule, outside("ciso", "ict-risk", limited)).severity, "warning");
  });
});
