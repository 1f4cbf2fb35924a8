import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { analyze } from "../../server/analysis/check.ts";
import { Text } from "../../server/base/text.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { rule as declareRule, verdict } from "../../server/rules/rule.ts";
import { unownedCloudPurchasing } from "../../server/rules/unowned-cloud-purchasing.ts";
import { today } from "../kit/check-fixture.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 400";
const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("no-tactical-level", () => {
  const rule = "no-tactical-level";
  const isJudged = (posts: string, profile = large, rest = "providers: none") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, profile));
  const two = "cio: { heldBy: Ann Ode, level: strategic }, it-manager: { heldBy: Bo Li, level: operational }";

  it("needs a large organization, a CIO and an IT manager", () => {
    assert.equal(isJudged(`${two}, it-director: none`), "info posts.cio");
    assert.equal(isJudged(`${two}, it-director: none`, "headcount: 250"), "info posts.cio");
    assert.equal(isJudged(`${two}, it-director: none`, "headcount: 249"), "silent");
    assert.match(isJudged(`${two}, it-director: none`, "headcount: 200-300"), /^asks organization.headcount/);
    assert.equal(isJudged("cio: none, it-director: none, it-manager: { level: operational }"), "silent");
    assert.equal(isJudged("cio: { level: strategic }, it-director: none, it-manager: none"), "silent");
    assert.equal(isJudged("cio: { heldBy: Ann Ode, level: strategic }, it-director: none"), "asks posts.it-manager");
    assert.equal(
      isJudged("cio: vacant, it-director: none, it-manager: { level: operational }"),
      "asks posts.cio.level",
    );
  });

  it("asks for a director before it says that there is none, and for levels of the IT line", () => {
    assert.equal(isJudged(two), "asks posts.it-director");
    assert.equal(isJudged(`${two}, it-director: { heldBy: Cy Ho }`), "asks posts.it-director.level");
    assert.equal(isJudged(`${two}, it-director: { heldBy: Cy Ho, level: operational }`), "info posts.cio");
    assert.equal(isJudged(`${two}, it-director: { heldBy: Cy Ho, level: [tactical] }`), "silent");
    assert.equal(isJudged(`${two}, it-director: declined`), "silent");
  });

  it("counts any post that declares the level, and asks no other post for it", () => {
    const none = `${two}, it-director: none`;
    assert.equal(isJudged(`${none}, ops-lead: { heldBy: Cy Ho, level: [tactical] }`), "silent");
    assert.equal(isJudged(`${none}, ops-lead: { heldBy: Cy Ho }, ciso: { heldBy: Eve Roy }`), "info posts.cio");
  });

  it("counts providers, and asks those that supply leadership or run systems", () => {
    const asked = (providers: string) => isJudged(`${two}, it-director: none`, large, providers);
    assert.equal(asked(""), "asks providers");
    assert.equal(asked("providers: { x: { services: [helpdesk], levels: tactical } }"), "silent");
    assert.equal(asked("providers: { x: { services: [helpdesk], levels: operational } }"), "info posts.cio");
    assert.equal(asked("providers: { x: { services: [vcio] } }"), "asks providers.x.levels");
    assert.equal(asked("providers: { x: { services: [helpdesk] } }"), "asks providers.x.levels");
    assert.equal(asked("providers: { x: { services: [hardware-resale] } }"), "info posts.cio");
    assert.equal(asked("providers: { x: { services: [hardware-resale], levels: tactical } }"), "silent");
  });

  it("moves only the managers who report to the CIO", () => {
    const text = file(
      `
posts:
  cio: { heldBy: Ann Ode, level: strategic }
  it-director: none
  it-manager: { heldBy: Bo Li, reportsTo: cio, level: operational }
  desk: { role: it-manager, heldBy: Cy Ho, reportsTo: coo, level: operational }
providers: none
`,
      large,
    );
    tryRemedies(rule, text);
    const finding = only(rule, text);
    assert.match(finding.says, /the IT managers/);
    assert.deepEqual(
      finding.related.map((one) => placeToString(one.at)),
      ["posts.it-manager.reportsTo"],
    );
    const after = applied(text, finding.fixes[0]!);
    assert.match(after, /it-manager: \{ heldBy: Bo Li, reportsTo: it-director,/);
    assert.match(after, /reportsTo: coo/);
  });

  it("takes another key where a post of another role has the usual one", () => {
    const text = file(
      "coverage: { itPosts: complete }\nposts: { cio: { level: strategic }, it-director: { role: it-manager, reportsTo: cio, level: operational } }\nproviders: none",
      large,
    );
    tryRemedies(rule, text);
    const after = applied(text, only(rule, text).fixes[0]!);
    assert.match(after, /it-director: \{ role: it-manager, reportsTo: it-director-2,/);
    assert.match(after, /it-director-2: \{ role: it-director, heldBy: vacant, reportsTo: cio,/);
  });

  it("corrects the record of a director who is there, never as the preferred way", () => {
    const text = file(`posts: { ${two}, it-director: { level: operational } }\nproviders: none`, large);
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Correct the record: the IT Director works at the tactical level too",
    ]);
    assert.ok(only(rule, text).fixes.every((fix) => !fix.preferred && !fix.safe));
    tryRemedies(rule, text);
  });

  it("looks at each company of a group by itself", () => {
    const posts = `posts:
  director: { role: it-director, heldBy: Cy Ho, level: tactical }
  north-cio: { role: cio, unit: north, heldBy: Ann Ode, level: strategic }
  north-it: { role: it-manager, unit: north, reportsTo: north-cio, heldBy: Bo Li, level: operational }
`;
    const text = file(`${group}coverage: { posts: complete, providers: complete }\n${posts}`, large);
    assert.equal(judged(rule, text), "info units.north");
    tryRemedies(rule, text);
    assert.match(
      applied(text, only(rule, text).fixes[0]!),
      /north-it-director: \{ role: it-director, heldBy: vacant, reportsTo: north-cio, level: \[tactical\], unit: north \}/,
    );
  });
});

describe("no-operational-level", () => {
  const rule = "no-operational-level";
  const isJudged = (posts: string, profile = large, rest = "providers: none") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, profile));
  const cio = "cio: { heldBy: Ann Ode, level: strategic }";

  it("needs a large organization, a head of IT, and nobody for daily work", () => {
    assert.equal(isJudged(`${cio}, it-manager: none`), "info posts.cio");
    assert.equal(isJudged(`${cio}, it-manager: none`, "headcount: 249"), "silent");
    assert.equal(isJudged(`${cio}, it-manager: vacant`), "silent");
    assert.equal(isJudged(`${cio}, it-manager: { level: strategic }`), "silent");
    assert.equal(isJudged(cio), "asks posts.it-manager");
    assert.equal(isJudged(`${cio}, it-manager: unknown`), "asks posts.it-manager");
    assert.equal(isJudged(`${cio}, it-manager: none, it-director: {}`), "asks posts.it-director.level");
    assert.equal(isJudged(`${cio}, it-manager: none, desk: { level: operational }`), "silent");
    assert.equal(
      isJudged(`${cio}, it-manager: none`, large, "providers: { x: { services: [helpdesk] } }"),
      "asks providers.x.levels",
    );
    assert.equal(isJudged("cio: { level: [strategic, operational] }, it-manager: none"), "silent");
  });

  it("does not apply without a head of IT, and cannot tell while a title may be his", () => {
    const settled = "coverage: { posts: complete, providers: complete }";
    assert.equal(isJudged("ceo: { heldBy: Ann Ode }", large, settled), "silent");
    assert.equal(isJudged("boss: { title: Head of IT, heldBy: Ann Ode }", large, settled), "asks posts.boss.role");
  });

  it("adds the manager below the director, where there is one", () => {
    const of = (posts: string) => {
      const text = file(`posts: { ${posts} }\nproviders: none`, large);
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes);
    };
    assert.deepEqual(of(`${cio}, it-manager: none`), ["Add a vacant IT Manager post below the CIO"]);
    assert.deepEqual(of(`${cio}, it-director: { level: tactical }, it-manager: none`), [
      "Add a vacant IT Manager post below the IT Director",
    ]);
    of("cio: none, it-manager: none, x: { role: it-director, level: tactical }");
  });

  it("looks at each company of a group by itself", () => {
    const posts = "posts: { desk: { role: it-manager }, north-cio: { role: cio, unit: north, level: strategic } }";
    const text = file(`${group}coverage: { posts: complete, providers: complete }\n${posts}`, large);
    assert.equal(judged(rule, text), "info units.north");
    assert.match(only(rule, text).says, /in North/);
    tryRemedies(rule, text);
  });
});

describe("technology-seller-without-cto", () => {
  const rule = "technology-seller-without-cto";
  const place = "info organization.sellsTechnology";
  const isJudged = (posts: string, sells = "yes", rest = "") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, `sellsTechnology: ${sells}`));

  it("needs that it sells technology, has no CTO, and that nobody looks outward", () => {
    assert.equal(isJudged("cto: none"), place);
    assert.equal(isJudged("cto: vacant"), "silent");
    assert.equal(isJudged("cto: none", "no"), "silent");
    assert.equal(isJudged("cto: none", "unknown"), "asks organization.sellsTechnology");
    assert.equal(isJudged("ceo: { heldBy: Ann Ode }"), "asks posts.cto");
    assert.equal(isJudged("ceo: { heldBy: Ann Ode }", "unknown"), "silent");
    assert.equal(isJudged("cto-internal: { orientation: inward }", "yes", "coverage: { itPosts: complete }"), place);
  });

  it("asks the IT line and vCIOs for their orientation, others not", () => {
    assert.equal(isJudged("cto: none, cio: { heldBy: Ann Ode }"), "asks posts.cio.orientation");
    assert.equal(isJudged("cto: none, cio: vacant"), place);
    assert.equal(isJudged("cto: none, vcio: { heldBy: Ann Ode }"), "asks posts.vcio.orientation");
    assert.equal(isJudged("cto: none, cio: { heldBy: Ann Ode, orientation: outward }"), "silent");
    assert.equal(isJudged("cto: none, head-engineering: { heldBy: Ann Ode }"), place);
    assert.equal(isJudged("cto: none, head-engineering: { heldBy: Ann Ode, orientation: outward }"), "silent");
  });

  it("takes a CTO of a company for the organization's only where customers are looked to", () => {
    const posts = (orientation: string) =>
      `cto: none, north-cto: { role: cto, unit: north, orientation: ${orientation} }`;
    assert.equal(isJudged(posts("outward"), "yes", group), "silent");
    assert.equal(isJudged(posts("inward"), "yes", group), place);
  });

  it("adds a vacant CTO post", () => {
    tryRemedies(rule, file("posts: { cto: none }", "sellsTechnology: yes"));
    assert.deepEqual(titles(only(rule, file("posts: { cto: none }", "sellsTechnology: yes")).fixes), [
      "Add a vacant CTO post",
    ]);
  });
});

describe("unowned-cloud-purchasing", () => {
  const rule = "unowned-cloud-purchasing";
  const isJudged = (activities: string, profile = "headcount: 120, cloudPurchasing: mixed", rest = "") =>
    judged(rule, file(`activities: { ${activities} }\n${rest}`, profile));
  const none = "software-purchase: none";

  it("needs purchases in several places and nobody accountable", () => {
    const at = "organization.cloudPurchasing";
    assert.equal(isJudged(none), `info ${at}`);
    assert.equal(isJudged("software-purchase: { accountable: none }"), `info ${at}`);
    assert.equal(isJudged("software-purchase: { accountable: cfo }"), "silent");
    assert.equal(isJudged("software-purchase: { responsible: cfo }"), "asks activities.software-purchase.accountable");
    assert.equal(isJudged("security: { accountable: ceo }"), "asks activities.software-purchase");
    assert.equal(isJudged(none, "cloudPurchasing: central"), "silent");
    assert.equal(isJudged(none, "cloudPurchasing: none"), "silent");
    assert.equal(isJudged(none, "sector: retail"), `asks ${at}`);
    assert.equal(isJudged("security: { accountable: ceo }", "sector: retail"), "silent");
    assert.equal(
      isJudged("", "headcount: 120, cloudPurchasing: mixed", "coverage: { activities: complete }"),
      `info ${at}`,
    );
  });

  it("is a warning where uncontrolled, large, or where nobody leads IT", () => {
    const warning = "warning organization.cloudPurchasing";
    assert.equal(isJudged(none, "headcount: 10, cloudPurchasing: uncontrolled"), warning);
    assert.equal(isJudged(none, "headcount: 250, cloudPurchasing: business-units"), warning);
    assert.equal(isJudged(none, undefined, "coverage: { itPosts: complete }"), warning);
    assert.match(isJudged(none, "cloudPurchasing: business-units"), /^info/);
  });

  it("makes the head of IT accountable, or whoever heads the organization", () => {
    const fixes = (posts: string, activities = none) => {
      const text = file(`posts: { ${posts} }\nactivities: { ${activities} }`, "cloudPurchasing: mixed");
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes);
    };
    assert.deepEqual(fixes("cio: { heldBy: Ann Ode }"), ["Make the CIO accountable for software purchases"]);
    assert.deepEqual(fixes("cio: vacant"), ["Make the CEO accountable for software purchases"]);
    assert.deepEqual(fixes("owner: { heldBy: Ann Ode }", "software-purchase: { accountable: none }"), [
      "Make the owner accountable for software purchases",
    ]);
    tryRemedies(rule, file("coverage: { activities: complete }", "cloudPurchasing: mixed"));
  });

  it("takes in what is found about the missing accountability itself", () => {
    const noAccountable = declareRule({
      ...unownedCloudPurchasing,
      id: "no-accountable",
      absorbs: [],
      rests: ["S1-11"],
      *check({ org }) {
        for (const entry of org.data.activities.values())
          yield verdict(entry.at, "yes", () => ({ says: `Nobody answers for ${entry.id}.`, severity: "warning" }));
      },
    });
    const text = (accepted = "") =>
      new Text(
        file(
          `activities: { software-purchase: { accountable: none }, security: { accountable: none } }\n${accepted}`,
          "cloudPurchasing: mixed",
        ),
      );
    const rules = [unownedCloudPurchasing, noAccountable];
    const { findings } = analyze(text(), { today, rules });
    assert.deepEqual(
      findings.map((one) => `${one.severity} ${one.rule} ${placeToString(one.at)} ${one.citations.join(" ")}`),
      [
        "warning unowned-cloud-purchasing organization.cloudPurchasing S1-46 S1-11",
        "warning no-accountable activities.security S1-11",
      ],
    );
    const decision =
      "accepted: [{ rule: no-accountable, at: activities.software-purchase, reason: small, compensatingControl: none, approvedBy: ceo, until: 2027-01-01 }]";
    const accepted = analyze(text(decision), { today, rules }).findings.filter((one) => one.accepted);
    assert.deepEqual(
      accepted.map((one) => one.rule),
      [rule],
    );
  });
});

describe("it-outside-it-line", () => {
  const rule = "it-outside-it-line";
  const isJudged = (posts: string, team: string, profile?: string) =>
    judged(rule, file(`posts: { ${posts} }\nteams: { plant: { ${team} } }`, profile));
  const base = "cio: { heldBy: Ann Ode, reportsTo: ceo }, coo: { heldBy: Gil Roe, reportsTo: ceo }";
  const plant = (fields: string) => `${base}, plant-head: { heldBy: Bo Li, ${fields} }`;
  const network = "headedBy: plant-head, functions: [network]";
  const place = "teams.plant.headedBy";

  it("needs a head whose line and dotted lines are known and lead nowhere near IT", () => {
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: none"), network), `info ${place}`);
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: []"), network, large), `warning ${place}`);
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: [coo]"), network), `info ${place}`);
    assert.equal(isJudged(plant("reportsTo: coo"), network), "asks posts.plant-head.dottedLineTo");
    assert.equal(isJudged(plant("dottedLineTo: none"), network), "asks posts.plant-head.reportsTo");
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: declined"), network), "silent");
  });

  it("takes a line to the head of IT, a CISO or a CTO, straight or dotted", () => {
    for (const fields of [
      "reportsTo: cio, dottedLineTo: none",
      "reportsTo: coo, dottedLineTo: [cio]",
      "reportsTo: cto, dottedLineTo: none",
      "reportsTo: coo, dottedLineTo: [ciso]",
    ])
      assert.equal(isJudged(plant(fields), network), "silent", fields);
    const through = `${plant("reportsTo: coo, dottedLineTo: [desk]")}, desk: { heldBy: Cy Ho, reportsTo: cio }`;
    assert.equal(isJudged(through, network), "silent");
    assert.equal(isJudged(base, "headedBy: cio, functions: [network]"), "silent");
    assert.equal(isJudged(plant("reportsTo: coo, dottedLineTo: none").replace("Bo Li", "Ann Ode"), network), "silent");
  });

  it("looks at five functions, and only where a post or a person heads the team", () => {
    const outside = plant("reportsTo: coo, dottedLineTo: none");
    for (const of of ["helpdesk", "infrastructure", "network", "database", "security"])
      assert.equal(isJudged(outside, `headedBy: plant-head, functions: [${of}]`), `info ${place}`);
    assert.equal(isJudged(outside, "headedBy: plant-head, functions: [software-development, data]"), "silent");
    assert.equal(isJudged(outside, "headedBy: plant-head"), "asks teams.plant.functions");
    assert.equal(isJudged(outside, "headedBy: none, functions: [network]"), "silent");
    assert.equal(isJudged(outside, "headedBy: external, functions: [network]"), "silent");
    assert.equal(isJudged(outside, "functions: [network]"), `asks ${place}`);
    assert.equal(isJudged(outside, "headedBy: Bo Li, functions: [network]"), `info ${place}`);
    assert.equal(isJudged(outside, "headedBy: Dee Fox, functions: [network]"), `asks ${place}`);
  });

  it("needs a head of IT", () => {
    const posts = "plant-head: { heldBy: Bo Li, reportsTo: coo, dottedLineTo: none }, coo: { reportsTo: ceo }";
    assert.equal(isJudged(posts, network), "silent");
    assert.equal(isJudged(`${posts}, boss: { title: Head of IT, heldBy: Cy Ho }`, network), "asks posts.boss.role");
  });

  it("takes the head of IT of the team's own company, or the group's", () => {
    const of = (reportsTo: string, north = "north-it: { role: it-manager, unit") =>
      judged(
        rule,
        file(`${group}posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo }
  ${north}: north, heldBy: Cy Ho, reportsTo: ceo }
  plant-head: { heldBy: Bo Li, unit: north, reportsTo: ${reportsTo}, dottedLineTo: none }
teams: { plant: { headedBy: plant-head, unit: north, functions: [network] } }`),
      );
    assert.equal(of("north-it"), "silent");
    assert.equal(of("cio"), "silent");
    assert.equal(of("ceo"), `info ${place}`);
    assert.equal(of("ceo", "north-it: { title: Head of IT, unit"), "asks posts.north-it.role");
  });

  it("draws a dotted line to the head of IT", () => {
    for (const dotted of ["none", "[]", "[coo]", "coo"])
      tryRemedies(
        rule,
        file(`posts: { ${plant(`reportsTo: coo, dottedLineTo: ${dotted}`)} }\nteams: { plant: { ${network} } }`),
      );
    const text = file(`posts: { ${plant("reportsTo: coo, dottedLineTo: none")} }\nteams: { plant: { ${network} } }`);
    assert.deepEqual(titles(only(rule, text).fixes), ["Draw a dotted line from the Plant Head to the CIO"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /dottedLineTo: \[?cio\]?[ ,]/);
  });
});

describe("activity-not-done", () => {
  const rule = "activity-not-done";
  const isJudged = (activities: string, rest = "") => judged(rule, file(`activities: { ${activities} }\n${rest}`));

  it("looks at nine activities, each with its severity", () => {
    for (const id of ["incident-response", "security-policy", "security"])
      assert.equal(isJudged(`${id}: none`), `warning activities.${id}`);
    for (const id of ["access-review", "risk-acceptance", "it-strategy", "it-budget", "business-continuity"])
      assert.equal(isJudged(`${id}: none`), `info activities.${id}`);
    assert.equal(isJudged("third-party-ict-monitoring: none, patching: none, own-thing: none"), "silent");
    assert.equal(
      isJudged("security: unknown, it-strategy: not-applicable, it-budget: { accountable: none }"),
      "silent",
    );
  });

  it("looks at restore tests where backups are made", () => {
    assert.equal(
      isJudged("restore-test: none, backup-run: { responsible: it-manager }"),
      "warning activities.restore-test",
    );
    assert.equal(
      isJudged("restore-test: none", "providers: { x: { services: [backup] } }"),
      "warning activities.restore-test",
    );
    assert.equal(isJudged("restore-test: none, backup-run: none"), "silent");
    assert.equal(isJudged("restore-test: none, backup-run: { responsible: none }"), "silent");
    assert.equal(isJudged("restore-test: none"), "asks activities.backup-run");
  });

  it("names what a complete list leaves out in one finding", () => {
    const others =
      "security: { accountable: ceo }, security-policy: { accountable: ceo }, access-review: { accountable: ceo }, risk-acceptance: { accountable: ceo }, it-strategy: { accountable: ceo }, business-continuity: { accountable: ceo }";
    const complete = "coverage: { activities: complete }";
    assert.equal(isJudged(`${others}, incident-response: { accountable: ceo }`, complete), "info activities");
    assert.equal(isJudged(`${others}`, complete), "warning activities");
    const finding = only(rule, file(`activities: { ${others} }\n${complete}`));
    assert.equal(finding.says, "Nobody is charged with incident response or IT budget.");
    assert.equal(
      isJudged(`${others}, incident-response: none, it-budget: none`, complete),
      "warning activities.incident-response; info activities.it-budget",
    );
    assert.equal(
      isJudged(`${others}, incident-response: { accountable: ceo }, it-budget: not-asked`, complete),
      "silent",
    );
    assert.equal(
      only(rule, file("providers: { x: { services: [backup] } }\ncoverage: { activities: complete }")).says.includes(
        "restore testing",
      ),
      true,
    );
    assert.equal(only(rule, file("coverage: { activities: complete }")).says.includes("restore testing"), false);
    assert.ok(
      only(rule, file("providers: { x: { services: [backup] } }\ncoverage: { activities: complete }")).message.length <=
        340,
    );
  });

  it("leaves out what somebody does under a name of its own", () => {
    assert.equal(isJudged("it-strategy: none, group-strategy: { activity: it-strategy, accountable: ceo }"), "silent");
    const north = "north-strategy: { activity: it-strategy, unit: north, accountable: ceo }";
    assert.equal(isJudged(`it-strategy: none, ${north}`, group), "info activities.it-strategy");
  });

  it("assigns each to whoever has it as a rule, and never to a provider's people", () => {
    const fixes = (posts: string, activity: string, rest = "") => {
      const text = file(`posts: { ${posts} }\nactivities: { ${activity}: none }\n${rest}`);
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes)[0];
    };
    const posts = "ceo: { heldBy: Ann Ode }, cio: { heldBy: Bo Li }, ciso: { heldBy: Eve Roy }";
    const to = (who: string, what: string) => `Make the ${who} responsible and accountable for ${what}`;
    assert.equal(fixes(posts, "incident-response"), to("CISO", "incident response"));
    assert.equal(fixes(posts, "it-budget"), to("CIO", "IT budget"));
    assert.equal(fixes(posts, "risk-acceptance"), to("CEO", "risk acceptance"));
    const outside = "people: { Eve Roy: { employedBy: x } }\nproviders: { x: { services: [ciso] } }";
    assert.equal(fixes(posts, "incident-response", outside), to("CEO", "incident response"));
    assert.equal(fixes("cio: vacant", "it-budget"), to("CEO", "IT budget"));
    assert.deepEqual(
      titles(only(rule, file("posts: { ceo: none, cio: vacant }\nactivities: { it-budget: none }")).fixes),
      [],
    );
    const all = file(`posts: { ${posts} }\ncoverage: { activities: complete }`);
    tryRemedies(rule, all);
    assert.deepEqual(titles(only(rule, all).fixes), ["Share all of them out to the CISO, the CEO and the CIO"]);
  });
});
