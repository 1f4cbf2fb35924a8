import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("near-miss", () => {
  const words = (section: string) =>
    said("near-miss", head + section).map((line) => line.split(":")[0]?.replace("hint ", ""));
  it("reads activities, services, functions, what committees oversee, and laws", () => {
    assert.deepEqual(words("activities:\n  log-reviw: {}\n  own: { activity: acess-review }\n"), [
      "activities.log-reviw",
      "activities.own.activity",
    ]);
    assert.deepEqual(words("providers:\n  a: { services: [helpdsk, own-thing] }\n"), ["providers.a.services[0]"]);
    assert.deepEqual(words("teams:\n  a: { functions: [infrastructur, own-thing] }\n"), ["teams.a.functions[0]"]);
    assert.deepEqual(words("committees:\n  a: { oversees: [vendor-selection, vendor-selecton, own-thing] }\n"), [
      "committees.a.oversees[1]",
    ]);
    assert.deepEqual(words("regimes: { gpdr: applies, nydfs500: planned }\n"), ["regimes.gpdr", "regimes.nydfs500"]);
  });
  it("takes short words and other numbers for words of their own", () => {
    assert.deepEqual(
      words(
        "regimes: { cra: applies, pdpa: applies, lgpd: applies, iso27701: applies, iso9001: planned, soc1: planned, hitrust: planned }\n",
      ),
      [],
    );
    assert.deepEqual(words("committees:\n  a: { oversees: [ot, ai, hr, risk] }\n"), []);
    assert.deepEqual(
      words("activities:\n  erp-selection: { activity: vendor-selection }\n  crane-inspection: {}\n"),
      [],
    );
  });
  it("leaves scopes, titles and former posts alone", () => {
    assert.deepEqual(
      words(
        "activities:\n  log-review: { scope: [emergncy] }\npeople:\n  A B: { promotedFrom: it-manger, formerPosts: [cioo] }\n",
      ),
      [],
    );
  });
});
