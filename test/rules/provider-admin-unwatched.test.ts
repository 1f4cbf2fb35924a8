import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;

const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("provider-admin-unwatched", () => {
  const rule = "provider-admin-unwatched";
  const of = (activities: string, services = "implementation", more = "") =>
    withProvider(
      `services: [${services}], overseenBy: ceo`,
      `${more}activities:\n${activities.replace(/^/gmu, "  ")}\n`,
    );

  it("takes each administrative activity, with a review that is none, without anybody, or the provider's own", () => {
    for (const id of ["system-admin", "access-admin", "db-admin"])
      for (const review of [
        "none",
        "{ responsible: none }",
        "{ responsible: [provider:x] }",
        "{ responsible: [Yu De, provider:x] }",
      ])
        assert.equal(
          judged(rule, of(`${id}: { responsible: [provider:x] }\nlog-review: ${review}`)),
          `warning activities.${id}`,
          `${id} ${review}`,
        );
    assert.equal(judged(rule, of("patching: { responsible: [provider:x] }\nlog-review: none")), "silent");
    assert.equal(
      judged(rule, of("system-admin: { responsible: [Yu De] }\nlog-review: none")),
      "warning activities.system-admin",
    );
    assert.equal(judged(rule, of("system-admin: { responsible: [it-director] }\nlog-review: none")), "silent");
    assert.equal(
      judged(rule, of("system-admin: { responsible: [provider:x] }\nlog-review: { responsible: [provider:x, ceo] }")),
      "silent",
    );
    assert.equal(
      judged(rule, of("system-admin: { responsible: [provider:x] }\nlog-review: { responsible: [ceo] }")),
      "silent",
    );
  });

  it("asks who administers what is hosted, unless the file says so, and nothing of a cloud platform", () => {
    assert.equal(judged(rule, of("log-review: none", "hosting")), "asks activities.system-admin");
    assert.ok(
      check(of("log-review: none", "hosting")).questions.some(
        ({ question }) => inFull(question) === "Who administers the systems at Aegis?",
      ),
    );
    assert.equal(judged(rule, of("log-review: none", "cloud-platform")), "silent");
    assert.equal(
      judged(rule, of("system-admin: { responsible: [it-director] }\nlog-review: none", "hosting")),
      "silent",
    );
    assert.equal(judged(rule, of("system-admin: none\nlog-review: none", "hosting")), "silent");
  });

  it("is satisfied by another provider's review", () => {
    const text = of(
      "system-admin: { responsible: [provider:x] }\nlog-review: { responsible: [provider:y] }",
      "hosting",
    );
    assert.equal(judged(rule, `${text}  y: { services: [security-operations], overseenBy: ceo }\n`), "silent");
  });

  it("asks about the review, once, and only where a provider administers something", () => {
    assert.equal(judged(rule, of("system-admin: { responsible: [provider:x] }")), "asks activities.log-review");
    assert.equal(
      judged(rule, of("system-admin: { responsible: [provider:x] }\nlog-review: { accountable: ceo }")),
      "asks activities.log-review.responsible",
    );
    assert.equal(judged(rule, of("system-admin: { responsible: [it-director] }")), "silent");
    assert.equal(judged(rule, withProvider("services: [helpdesk], overseenBy: ceo")), "silent");
    const complete = "coverage: { activities: complete }\n";
    assert.equal(
      judged(rule, of("system-admin: { responsible: [provider:x] }", "implementation", complete)),
      "warning activities.system-admin",
    );
  });

  it("compares only what can be about the same systems", () => {
    const scoped = "system-admin: { responsible: [provider:x], scope: [erp] }\n";
    assert.equal(
      judged(rule, of(`${scoped}log-review: { responsible: [provider:x], scope: [web] }`)),
      "asks activities.log-review",
    );
    assert.equal(
      judged(rule, of(`${scoped}log-review: { responsible: none, scope: [erp, web] }`)),
      "warning activities.system-admin",
    );
  });

  it("finds a provider once, whatever it administers", () => {
    const text = of(
      "db-admin: { responsible: [provider:x] }\nsystem-admin: { responsible: [provider:x] }\nlog-review: none",
    );
    assert.equal(judged(rule, text), "warning activities.system-admin");
    assert.ok(only(rule, text).related.some((one) => placeToString(one.at) === "activities.db-admin"));
  });

  it("lets somebody inside review who administers nothing", () => {
    for (const review of ["none", "{ responsible: [provider:x], accountable: ceo }", "{ responsible: none }"]) {
      const text = of(
        `system-admin: { responsible: [provider:x] }\ndb-admin: { responsible: [it-director] }\nlog-review: ${review}`,
      );
      assert.deepEqual(
        titles(only(rule, text).firstSteps),
        ["First step: find somebody independent to review the logs, inside or from outside"],
        review,
      );
      tryRemedies(rule, text);
    }
    const complete = of(
      "system-admin: { responsible: [provider:x] }",
      "implementation",
      "  ciso: { heldBy: Eve Roy, reportsTo: ceo }\ncoverage: { activities: complete }\n",
    );
    assert.equal(titles(only(rule, complete).fixes)[0], "Let the CISO review the logs");
    tryRemedies(rule, complete);
  });

  it("cites the standard on audit information from the moderate baseline on", () => {
    const nist = (as: string) =>
      only(
        rule,
        of(
          "system-admin: { responsible: [provider:x] }\nlog-review: none",
          "hosting",
          `regimes: { nist-800-53: ${as} }\n`,
        ),
      ).citations;
    assert.deepEqual(nist("applies"), ["nist-800-53-au-9"]);
    assert.deepEqual(nist("{ status: applies, as: [low] }"), []);
  });
});
