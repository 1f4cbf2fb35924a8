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
      assert.equal(judged(rule, outside(who)), "info providers.x", who);
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
      for (const id of ["patching", "access-review", "risk-acceptance"]) tryRemedies(rule, outside(who, id));
    const unseen = outside("ciso", "security").replace("overseenBy: ceo", "overseenBy: none");
    tryRemedies(rule, unseen);
    const security = titles(only(rule, unseen).fixes);
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

  it("contradicts an obligation for security under New York's and the FTC's rules, where nobody inside oversees", () => {
    for (const [regime, provision] of [
      ["nydfs-500", "nydfs-500-4a2"],
      ["ftc-safeguards", "ftc-314-4a2"],
    ] as const) {
      const law = (state: string) => `regimes: { ${regime}: ${state} }\n`;
      const unseen = (id: string, state: string) =>
        only(rule, outside("ciso", id, law(state)).replace("overseenBy: ceo", "overseenBy: none"));
      const raised = unseen("ict-risk", "applies");
      assert.equal(raised.severity, "error", regime);
      assert.ok(raised.citations.includes(provision));
      assert.equal(unseen("patching", "applies").severity, "info");
      assert.ok(!unseen("patching", "applies").citations.includes(provision));
      assert.equal(unseen("ict-risk", "exempt").severity, "info");
      assert.equal(unseen("ict-risk", "planned").severity, "info");
      const seen = outside("provider:x", "ict-risk", law("applies")).replace(
        "heldBy: Yu De, reports",
        "heldBy: Bo Li, reports",
      );
      assert.equal(judged(rule, seen), "info providers.x", "somebody inside oversees");
    }
    const limited = "regimes: { nydfs-500: { status: applies, as: [limited-exempt] } }\n";
    assert.equal(
      only(rule, outside("ciso", "ict-risk", limited).replace("overseenBy: ceo", "overseenBy: none")).severity,
      "info",
    );
  });

  it("is a warning under DORA", () => {
    assert.equal(
      judged(rule, outside("provider:x", "patching", "regimes: { dora: applies }\n")),
      "warning providers.x",
    );
    assert.equal(judged(rule, outside("provider:x", "patching", "regimes: { dora: planned }\n")), "info providers.x");
  });

  it("is one finding a provider, with all its duties beside it", () => {
    const text = `${outside("provider:x").trimEnd()}
  backup-run: { responsible: [it-director], accountable: Yu De }
  access-review: { responsible: [it-director], accountable: vcio }
`;
    const found = only(rule, text);
    assert.equal(
      inFull(found.says),
      "Aegis, Yu De of Aegis and Aegis (vCIO) are accountable for patching, backups and access review.",
    );
    const places = found.related.map(({ at }) => at.join("."));
    for (const id of ["patching", "backup-run", "access-review"])
      assert.ok(places.includes(`activities.${id}.accountable`), places.join());
    tryRemedies(rule, text);
  });

  it("leaves a guardian's own field alone where somebody inside oversees, and asks where nobody knows", () => {
    const guardian = (service: string, id: string, overseenBy = "ceo") =>
      file(`
posts: { ceo: { heldBy: Ann Ode, reportsTo: board } }
providers: { ext: { name: DSB, services: [${service}], overseenBy: ${overseenBy} } }
activities: { ${id}: { responsible: [ceo], accountable: "provider:ext" } }`);
    const own: readonly (readonly [string, string])[] = [
      ["dpo", "data-protection-monitoring"],
      ["dpo", "privacy-complaints"],
      ["ciso", "security-policy"],
      ["ciso", "incident-response"],
      ["vcio", "it-strategy"],
    ];
    for (const [service, id] of own) {
      assert.equal(judged(rule, guardian(service, id)), "silent", id);
      assert.equal(judged(rule, guardian(service, id, "none")), "info providers.ext", id);
      assert.equal(judged(rule, guardian(service, id, "not-asked")), "asks providers.ext.overseenBy", id);
    }
    assert.equal(judged(rule, guardian("ciso", "risk-acceptance")), "info providers.ext", "a risk is the firm's own");
    assert.equal(judged(rule, guardian("dpo", "patching")), "info providers.ext");
    assert.equal(judged(rule, guardian("vcio", "it-budget")), "info providers.ext");
  });

  it("asks of a firm of the client's own group whether its people are apart, and raises nothing before", () => {
    const own = (more: string) =>
      file(`
posts: { ceo: { heldBy: Ann Ode, reportsTo: board } }
providers: { ssc: { name: Shared Services, services: [hosting], overseenBy: ceo, group: own${more} } }
activities: { patching: { responsible: [ceo], accountable: "provider:ssc" } }`);
    assert.equal(judged(rule, own("")), "asks providers.ssc.independent");
    assert.equal(judged(rule, own(", independent: yes")), "silent");
    assert.equal(judged(rule, own(", independent: no")), "info providers.ssc");
    assert.equal(judged(rule, own("").replace("group: own", "group: north")), "info providers.ssc");
  });
});
