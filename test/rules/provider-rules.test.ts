import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const base = `people: { Yu De: { employedBy: x } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
`;
const withProvider = (provider: string, more = "") =>
  file(`${base}${more}providers:\n  x: { name: Aegis, ${provider} }\n`);

describe("adviser-sells", () => {
  const rule = "adviser-sells";
  const of = (services: string, rest = "", more = "") =>
    withProvider(`services: [${services}], overseenBy: ceo${rest}`, more);

  it("takes each kind of advice with each kind of earning", () => {
    for (const advice of ["vcio", "interim-management"])
      for (const earns of [
        "hardware-resale",
        "licence-resale",
        "implementation",
        "helpdesk",
        "hosting",
        "network",
        "backup",
        "security-operations",
      ])
        assert.equal(judged(rule, of(`${advice}, ${earns}`)), "warning providers.x.services", `${advice} ${earns}`);
    assert.equal(judged(rule, of("vcio", ", earnsCommission: yes")), "warning providers.x.services");
    for (const other of ["monitoring", "quarterly-review", "security-audit", "ciso", "dpo"])
      assert.equal(judged(rule, of(`vcio, ${other}`, ", earnsCommission: no")), "silent", other);
  });

  it("takes a part in choosing vendors for advice, also through a person, a post or a committee", () => {
    const chosen = (entry: string) => `activities: { vendor-selection: ${entry} }\n`;
    for (const capacity of ["responsible", "accountable", "consulted"])
      for (const who of ["provider:x", "Yu De"])
        assert.equal(
          judged(rule, of("hosting", "", chosen(`{ ${capacity}: ["${who}"] }`))),
          "warning providers.x.services",
          `${capacity} ${who}`,
        );
    assert.equal(judged(rule, of("hosting", "", chosen('{ informed: ["provider:x"] }'))).startsWith("warning"), false);
    const sits = (seat: string, oversees: string) =>
      of(
        "hosting",
        "",
        `committees: { buying: { type: other, ${seat}, oversees: [${oversees}] } }\nactivities: { vendor-selection: none }\n`,
      );
    assert.equal(judged(rule, sits("members: [Yu De]", "vendor-selection")), "warning providers.x.services");
    assert.equal(judged(rule, sits("chair: Yu De, members: []", "vendor-selection")), "warning providers.x.services");
    assert.equal(judged(rule, sits("members: [Yu De]", "it")), "silent");
  });
});

describe("assesses-own-work", () => {
  const rule = "assesses-own-work";
  const of = (services: string, law = "") => withProvider(`services: [${services}], overseenBy: ceo`, law);

  it("takes each assessment with each kind of operation, and nothing else", () => {
    for (const assessed of ["security-audit", "penetration-test"]) {
      for (const run of ["security-operations", "hosting", "network"])
        assert.equal(judged(rule, of(`${run}, ${assessed}`)), "warning providers.x.services");
      for (const other of ["helpdesk", "backup", "monitoring", "ciso", "implementation"])
        assert.equal(judged(rule, of(`${other}, ${assessed}`)), "silent", other);
    }
    assert.equal(judged(rule, of("security-audit, penetration-test")), "silent");
  });

  it("is silent where two firms share the two", () => {
    assert.equal(judged(rule, `${of("hosting")}  y: { services: [penetration-test], overseenBy: ceo }\n`), "silent");
  });

  it("takes the assessments away, all of them", () => {
    const text = of("security-audit, hosting, penetration-test");
    assert.equal(only(rule, text).says, "Aegis supplies hosting, and also security audit and penetration testing.");
    assert.deepEqual(titles(only(rule, text).fixes), ["Let somebody else do security audit and penetration testing"]);
    tryRemedies(rule, text);
    assert.match(applied(text, only(rule, text).fixes[0]!), /services: \[hosting\]/);
  });

  it("cites the standard on independent assessors from the moderate baseline on", () => {
    const nist = (as: string) =>
      only(rule, of("hosting, penetration-test", `regimes: { nist-800-53: ${as} }\n`)).citations;
    assert.deepEqual(nist("applies"), ["nist-800-53-ca-2"]);
    assert.deepEqual(nist("{ status: applies, as: [high] }"), ["nist-800-53-ca-2"]);
    assert.deepEqual(nist("{ status: applies, as: [low] }"), []);
  });
});

describe("vcio-strategic-only", () => {
  const rule = "vcio-strategic-only";
  const of = (levels: string, posts: string, more = "") =>
    file(`coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
${posts}providers:
  x: { name: Aegis, services: [vcio], levels: ${levels}, overseenBy: ceo, earnsCommission: no }
${more}`);
  const manager = (level: string) => `  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: ${level} }\n`;

  it("needs a level below that nobody covers", () => {
    assert.equal(judged(rule, of("[strategic]", "")), "warning providers.x.levels");
    assert.equal(judged(rule, of("strategic", manager("[operational]"))), "warning providers.x.levels");
    assert.equal(judged(rule, of("[strategic]", manager("[tactical]"))), "warning providers.x.levels");
    assert.equal(judged(rule, of("[strategic]", manager("[tactical, operational]"))), "silent");
    assert.equal(judged(rule, of("[strategic, tactical]", manager("[tactical]"))), "silent");
    assert.equal(judged(rule, of("[strategic]", manager("not-asked"))), "asks posts.it-manager.level");
    assert.equal(judged(rule, of("not-asked", "")), "asks providers.x.levels");
  });

  it("counts another provider and any post that declares the level", () => {
    const other = "  y: { services: [helpdesk], levels: [operational, tactical], overseenBy: ceo }\n";
    assert.equal(judged(rule, of("[strategic]", "", other)), "silent");
    assert.equal(
      judged(rule, of("[strategic]", "  office-manager: { heldBy: Bo Li, level: [tactical, operational] }\n")),
      "silent",
    );
  });

  it("reads the post of the vCIO where there is one", () => {
    const post = (level: string) => `  vcio: { heldBy: provider:x, reportsTo: ceo${level} }\n`;
    assert.equal(judged(rule, of("[strategic]", post(", level: [strategic]"))), "warning posts.vcio.level");
    assert.equal(judged(rule, of("[strategic]", post(", level: [strategic, tactical, operational]"))), "silent");
    assert.equal(judged(rule, of("[strategic]", post(""))), "warning providers.x.levels");
    assert.equal(judged(rule, of("[strategic]", "  vcio: { heldBy: Cy Ho, level: [strategic] }\n")), "silent");
  });

  it("does not concern a provider that is no vCIO", () => {
    assert.equal(judged(rule, of("[strategic]", "").replace("[vcio]", "[quarterly-review]")), "silent");
  });

  it("adds the missing levels, or a post for them where there is no IT manager", () => {
    const bare = of("[strategic]", "");
    assert.deepEqual(titles(only(rule, bare).fixes), [
      "Correct the record: Aegis covers the tactical and operational levels too",
      "Add a vacant IT Manager post at the tactical and operational levels",
    ]);
    const managed = of("[strategic]", manager("[operational]"));
    assert.deepEqual(titles(only(rule, managed).fixes), ["Correct the record: Aegis covers the tactical level too"]);
    assert.ok(only(rule, bare).fixes.every((one) => !one.preferred && !one.safe));
    for (const text of [bare, managed]) tryRemedies(rule, text);
    assert.match(applied(bare, only(rule, bare).fixes[0]!), /levels: \[strategic, tactical, operational\]/);
  });
});

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

  it("knows what hosting implies, unless the file names somebody else", () => {
    assert.equal(judged(rule, of("log-review: none", "hosting")), "warning providers.x.services");
    assert.equal(
      judged(rule, of("system-admin: { responsible: [it-director] }\nlog-review: none", "hosting")),
      "silent",
    );
    assert.equal(judged(rule, of("system-admin: none\nlog-review: none", "hosting")), "silent");
  });

  it("is satisfied by another provider's review", () => {
    const text = of("log-review: { responsible: [provider:y] }", "hosting");
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
      assert.deepEqual(titles(only(rule, text).fixes), ["Let the CEO review the logs"], review);
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
      only(rule, of("log-review: none", "hosting", `regimes: { nist-800-53: ${as} }\n`)).citations;
    assert.deepEqual(nist("applies"), ["nist-800-53-au-9"]);
    assert.deepEqual(nist("{ status: applies, as: [low] }"), []);
  });
});

describe("provider-concentration", () => {
  const rule = "provider-concentration";
  const of = (services: string, more = "") => withProvider(`services: [${services}], overseenBy: ceo`, more);

  it("counts areas, not services", () => {
    const areas = [
      ["vcio", "ciso", "dpo", "interim-management"],
      ["helpdesk", "hosting", "backup", "network", "monitoring"],
      ["security-operations"],
      ["security-audit", "penetration-test"],
      ["hardware-resale", "licence-resale", "implementation"],
    ];
    for (const area of areas) assert.equal(judged(rule, of(area.join(", "))), "silent");
    for (const service of areas[1]!)
      assert.equal(judged(rule, of(`ciso, ${service}, security-audit`)), "info providers.x.services");
    for (const service of areas[0]!)
      assert.equal(judged(rule, of(`${service}, backup, implementation`)), "info providers.x.services");
    for (const service of areas[4]!)
      assert.equal(judged(rule, of(`${service}, security-operations, penetration-test`)), "info providers.x.services");
    assert.equal(judged(rule, of("helpdesk, hosting, licence-resale")), "silent");
    assert.equal(judged(rule, of("helpdesk, licence-resale, software-development, quarterly-review")), "silent");
  });

  it("counts the posts of leadership that it fills", () => {
    for (const role of ["vcio", "ciso", "dpo"]) {
      for (const holder of ["Yu De", "provider:x"])
        assert.equal(
          judged(rule, of("helpdesk, licence-resale", `  ${role}: { heldBy: ${holder}, reportsTo: ceo }\n`)),
          "info providers.x.services",
          `${role} ${holder}`,
        );
      assert.equal(
        judged(rule, of("helpdesk, licence-resale", `  ${role}: { heldBy: Cy Ho, reportsTo: ceo }\n`)),
        "silent",
      );
    }
    const open = "  ciso: { heldBy: not-asked, reportsTo: ceo }\n";
    assert.equal(judged(rule, of("helpdesk, licence-resale", open)), "asks posts.ciso.heldBy");
    assert.equal(judged(rule, of("helpdesk", open)), "silent");
  });

  it("names the areas, and cites the Reserve Bank's directions where they apply", () => {
    const finding = only(rule, of("helpdesk, vcio, hardware-resale", "regimes: { rbi-it: applies }\n"));
    assert.equal(finding.says, "Aegis serves in 3 areas: leadership, daily operations and supply.");
    assert.deepEqual(finding.citations, ["rbi-10"]);
    assert.equal(finding.severity, "info");
    assert.deepEqual(only(rule, of("helpdesk, vcio, hardware-resale")).citations, []);
  });

  it("asks for the services of a provider of which nothing is known", () => {
    assert.equal(judged(rule, withProvider("overseenBy: ceo")), "asks providers.x.services");
  });
});
