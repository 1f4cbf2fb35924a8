import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { posts, withCommittees } from "../kit/committees.ts";
import { judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

describe("security-chaired-by-it", () => {
  const rule = "security-chaired-by-it";
  const chaired = (chair: string, more = posts, regimes = "") =>
    withCommittees(`{ security: { chair: ${chair}, members: [cio, ciso, cro], meets: quarterly } }`, { more, regimes });
  const at = "committees.security.chair";

  it("fires where the chair is in the IT line", () => {
    for (const chair of ["cio", "it-director", "Bo Li"])
      assert.equal(judged(rule, chaired(chair)), `info ${at}`, chair);
    for (const chair of ["cro", "ciso", "ceo", "external", "none"])
      assert.equal(judged(rule, chaired(chair)), "silent", chair);
  });

  it("fires for whoever leads IT beside another post", () => {
    const more = `${posts}  it-manager: { heldBy: Dee Fox }\n`;
    assert.equal(judged(rule, chaired("Dee Fox", more)), `info ${at}`);
    assert.equal(judged(rule, chaired("cfo", more)), "silent");
  });

  it("asks who the chair is, and leaves a dormant committee alone", () => {
    assert.equal(judged(rule, chaired("unknown")), `asks ${at}`);
    assert.equal(judged(rule, withCommittees("{ security: { chair: cio, meets: never } }")), "silent");
    assert.equal(judged(rule, withCommittees("{ architecture: { chair: cio, meets: monthly } }")), "silent");
  });

  it("is an error under RBI", () => {
    assert.equal(
      judged(rule, chaired("cio", posts, "rbi-it: { status: applies, as: [commercial-bank] }")),
      `error ${at}`,
    );
    assert.deepEqual(provisionsOf(rule, chaired("cio", posts, "rbi-it: { status: applies, as: [commercial-bank] }")), [
      "rbi-24b",
    ]);
  });

  it("lets the CRO or the CEO chair it", () => {
    tryRemedies(rule, chaired("cio"));
    assert.deepEqual(titles(only(rule, chaired("cio")).fixes), [
      "Let the CRO chair the security committee",
      "Let the CEO chair the security committee",
    ]);
    const withoutRisk =
      "posts: { ceo: { heldBy: Ann Ode }, cio: { heldBy: Bo Li }, ciso: { heldBy: Eve Roy }, cro: { heldBy: Bo Li } }\n";
    assert.deepEqual(titles(only(rule, chaired("cio", withoutRisk)).fixes), [
      "Let the CEO chair the security committee",
    ]);
  });
});
