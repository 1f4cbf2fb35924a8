import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { securityActivities } from "../../server/knowledge/activity-kinds.ts";
import { check } from "../kit/check-fixture.ts";
import { foundBy } from "../kit/findings-of.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`;
const withActivities = (...lines: string[]) =>
  file(`${posts}activities:\n${lines.map((line) => `  ${line}`).join("\n")}`);

describe("no-accountable", () => {
  const rule = "no-accountable";

  it("is a warning for every security activity and for the choice of vendors, information elsewhere", () => {
    for (const id of [...securityActivities, "vendor-selection"])
      assert.equal(judged(rule, withActivities(`${id}: { accountable: none }`)), `warning activities.${id}`);
    for (const id of ["patching", "it-budget", "monitoring", "print-service"])
      assert.equal(judged(rule, withActivities(`${id}: { accountable: none }`)), `info activities.${id}`);
    assert.equal(securityActivities.length, 11);
  });

  it("reads what an entry is about, not what it is called", () => {
    const entry = "crm: { activity: vendor-selection, accountable: [] }";
    assert.equal(judged(rule, withActivities(entry)), "warning activities.crm");
  });

  it("leaves out an activity that nobody does, and one of which nobody was asked", () => {
    assert.equal(judged(rule, withActivities("patching: none")), "silent");
    assert.equal(judged(rule, withActivities("patching: not-asked")), "silent");
    assert.equal(judged(rule, withActivities("patching: { accountable: not-applicable }")), "silent");
    assert.equal(judged(rule, withActivities("patching: { accountable: declined }")), "silent");
  });

  it("asks once who is accountable, where that weighs or the slot is kept, and nothing of implied duties", () => {
    const text = withActivities("log-review: { responsible: [it-director] }");
    assert.equal(judged(rule, text), "asks activities.log-review.accountable");
    assert.equal(judged(rule, withActivities("patching: { responsible: [it-director] }")), "silent");
    assert.equal(
      judged(rule, withActivities("patching: { responsible: [it-director], accountable: not-asked }")),
      "asks activities.patching.accountable",
    );
    const question = check(text).questions.find((one) => one.blocks.includes(rule));
    assert.deepEqual(question?.blocks, [rule]);
    assert.equal(judged(rule, file("providers: { x: { services: [hosting, backup], overseenBy: ceo } }")), "silent");
  });

  it("offers the CISO for security and the head of IT elsewhere, and then the head of the organization", () => {
    const of = (line: string) => titles(only(rule, withActivities(line)).fixes);
    assert.deepEqual(of("security: { accountable: none }"), [
      "Make the CISO accountable for information security as a whole",
      "Make the CEO accountable for information security as a whole",
    ]);
    assert.deepEqual(of("patching: { accountable: none }"), [
      "Make the IT Director accountable for patching",
      "Make the CEO accountable for patching",
    ]);
    tryRemedies(rule, withActivities("log-review: { responsible: [ciso], accountable: none }"));
  });

  it("offers neither an empty post nor somebody from outside", () => {
    const body = (ciso: string) =>
      file(`people: { Eve Roy: { employedBy: x } }
posts: { ceo: { heldBy: Ann Ode }, ciso: ${ciso} }
providers: { x: { services: [ciso], overseenBy: ceo } }
activities: { security: { accountable: none } }`);
    for (const ciso of ["vacant", "{ heldBy: Eve Roy }", "{ heldBy: provider:x }"])
      assert.deepEqual(
        titles(only(rule, body(ciso)).fixes),
        ["Make the CEO accountable for information security as a whole"],
        ciso,
      );
  });

  it("offers nobody who would then approve their own work, or answer for both sides of a pair", () => {
    const approve = withActivities(
      "access-request: { responsible: [it-director] }",
      "access-approve: { responsible: [ceo], accountable: none }",
    );
    assert.deepEqual(titles(only(rule, approve).fixes), ["Make the CEO accountable for access approval"]);
    const risk = withActivities(
      "it-delivery: { accountable: ciso }",
      "risk-acceptance: { responsible: [ceo], accountable: none }",
    );
    assert.deepEqual(titles(only(rule, risk).fixes), ["Make the CEO accountable for risk acceptance"]);
  });

  it("joins the finding about cloud software that nobody answers for", () => {
    const text = file(
      `${posts}activities: { software-purchase: { accountable: none } }`,
      "headcount: 120, cloudPurchasing: mixed",
    );
    assert.equal(judged(rule, text), "silent");
    const merged = only("unowned-cloud-purchasing", text);
    assert.deepEqual(merged.absorbed, [rule]);
    assert.equal(judged(rule, text.replace("mixed", "central")), "info activities.software-purchase");
  });
});

describe("several-accountable", () => {
  const rule = "several-accountable";
  const of = (accountable: string, id = "patching") =>
    withActivities(`${id}: { responsible: [ceo], accountable: ${accountable} }`);

  it("counts posts, a post and its holder once", () => {
    assert.equal(judged(rule, of("[ceo, ciso]")), "info activities.patching.accountable");
    assert.equal(judged(rule, of("[ceo, ciso]", "log-review")), "warning activities.log-review.accountable");
    assert.equal(
      judged(rule, of("[ceo, ciso]", "vendor-selection")),
      "warning activities.vendor-selection.accountable",
    );
    assert.equal(judged(rule, of("[cro, Cy Ho]")), "info activities.patching.accountable");
    for (const one of ["ceo", "[ceo]", "[ceo, ceo]", "[ceo, Ann Ode]", "[eve roy, ciso]", "none", "unknown"])
      assert.equal(judged(rule, of(one)), "silent", one);
  });

  it("counts two posts in one pair of hands as two", () => {
    const text = of("[it-director, ciso]").replace("Eve Roy", "Bo Li");
    assert.equal(judged(rule, text), "info activities.patching.accountable");
  });

  it("does not count a post that there is not", () => {
    assert.equal(
      judged(rule, of("[ceo, ciso]").replace("ciso: { heldBy: Eve Roy, reportsTo: ceo }", "ciso: none")),
      "silent",
    );
  });

  it("offers to keep each, the others becoming responsible, with those inside first", () => {
    const text = of("[ceo, it-director, Cy Ho]");
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Keep the CEO accountable, and make the others responsible",
      "Keep the IT Director accountable, and make the others responsible",
      "Keep Cy Ho accountable, and make the others responsible",
    ]);
    assert.match(
      applied(text, only(rule, text).fixes[1]!),
      /responsible: \[ceo, Cy Ho\], accountable: \[it-director\]/,
    );
    tryRemedies(rule, text);
    tryRemedies(rule, withActivities("patching: { accountable: [ceo, ciso] }"));
    const outside = `${of("[provider:x, ceo]")}providers: { x: { services: [helpdesk], overseenBy: ceo } }\n`;
    assert.deepEqual(titles(only(rule, outside).fixes), [
      "Keep the CEO accountable, and make X responsible",
      "Keep X accountable, and make the CEO responsible",
    ]);
    tryRemedies(rule, outside);
  });

  it("keeps the quotes of a person whose name is a word of the format", () => {
    const text = withActivities('patching: { accountable: [ceo, "none"] }');
    assert.match(applied(text, only(rule, text).fixes[0]!), /accountable: \[ceo\], responsible: \["none"\]/);
  });
});

describe("no-responsible", () => {
  const rule = "no-responsible";

  it("takes none and an empty list, and an answer only", () => {
    for (const none of ["none", "[]"])
      assert.equal(
        judged(rule, withActivities(`patching: { accountable: ceo, responsible: ${none} }`)),
        "warning activities.patching",
      );
    assert.equal(judged(rule, withActivities("patching: none")), "silent");
    assert.equal(judged(rule, withActivities("patching: { accountable: ceo, responsible: [team:a] }")), "silent");
  });

  it("asks only where somebody kept the slot", () => {
    assert.equal(judged(rule, withActivities("patching: { accountable: ceo }")), "silent");
    assert.equal(
      judged(rule, withActivities("patching: { accountable: ceo, responsible: unknown }")),
      "asks activities.patching.responsible",
    );
  });

  it("makes whoever answers for it responsible, where there is such a one", () => {
    const text = withActivities("patching: { accountable: it-director, responsible: none }");
    assert.deepEqual(titles(only(rule, text).fixes), ["Make the IT Director responsible for patching as well"]);
    tryRemedies(rule, text);
    assert.match(applied(text, only(rule, text).fixes[0]!), /responsible: \[it-director\]/);
    for (const other of ["none", "unknown"])
      assert.deepEqual(only(rule, text.replace("accountable: it-director", `accountable: ${other}`)).fixes, []);
    assert.deepEqual(
      only(rule, text.replace("it-director: { heldBy: Bo Li, reportsTo: ceo }", "it-director: none")).fixes,
      [],
    );
  });

  it("is satisfied by a duty that a provider's service implies", () => {
    assert.equal(
      judged(
        rule,
        `${withActivities("system-admin: { accountable: ceo }")}providers: { x: { services: [hosting], overseenBy: ceo } }\n`,
      ),
      "silent",
    );
  });
});

describe("accountable-overload", () => {
  const rule = "accountable-overload";
  const ids = [
    "it-strategy",
    "it-budget",
    "it-delivery",
    "patching",
    "security",
    "monitoring",
    "ai-governance",
    "it-operations",
  ];
  const share = (...accountable: string[]) =>
    `${posts}activities:\n${accountable.map((who, i) => `  ${ids[i]}: ${who === "-" ? "none" : `{ accountable: ${who} }`}`).join("\n")}`;
  const isJudged = (...accountable: string[]) => judged(rule, file(share(...accountable), "headcount: 300"));

  it("fires over half of six or more, at the last of them", () => {
    const over = ["it-director", "it-director", "it-director", "it-director", "ceo", "ciso"];
    assert.equal(isJudged(...over), "info activities.patching");
    assert.equal(isJudged("it-director", "it-director", "it-director", "ceo", "ceo", "ciso"), "silent");
    assert.equal(
      isJudged("it-director", "it-director", "it-director", "ceo", "Bo Li", "ciso"),
      "info activities.security",
    );
    assert.equal(isJudged("it-director", "it-director", "it-director", "it-director", "it-director"), "silent");
  });

  it("looks at large organizations only, and asks where the size is open", () => {
    const body = share("it-director", "it-director", "it-director", "it-director", "ceo", "ciso");
    assert.equal(judged(rule, file(body, "headcount: 249")), "silent");
    assert.equal(judged(rule, file(body, "headcount: 200-300")), "asks organization.headcount");
    assert.equal(judged(rule, file(body, "headcount: 250")), "info activities.patching");
  });

  it("counts neither activities without an accountable, nor those not done, nor those unknown", () => {
    const over = ["it-director", "it-director", "it-director", "it-director", "ceo"];
    for (const other of ["none", "-", "unknown"]) assert.equal(isJudged(...over, other), "silent", other);
    assert.equal(isJudged(...over, "ciso", "none", "-"), "info activities.patching");
  });

  it("counts a person through every post, and each activity once", () => {
    const body = share("it-director", "ciso", "[it-director, ciso]", "Bo Li", "ceo", "ceo").replace("Eve Roy", "Bo Li");
    assert.deepEqual(foundBy(rule, file(body, "headcount: 300")), [
      "info activities.patching: Bo Li is accountable for 4 of 6 activities.",
    ]);
  });

  it("cannot tell while somebody unknown may be the same person", () => {
    const body = share("it-director", "it-director", "it-director", "cfo", "ceo", "ciso").replace(
      "posts:",
      "posts:\n  cfo: { reportsTo: ceo }",
    );
    assert.equal(judged(rule, file(body, "headcount: 300")), "asks posts.cfo.heldBy");
  });
});

describe("too-many-consulted", () => {
  const rule = "too-many-consulted";
  const of = (consulted: string) =>
    judged(rule, withActivities(`it-strategy: { accountable: ceo, consulted: ${consulted} }`));

  it("fires above five different ones, and asks nothing", () => {
    assert.equal(of("[cfo, coo, cro, cto, ciso, head-hr]"), "hint activities.it-strategy.consulted");
    assert.equal(of("[cfo, coo, cro, cto, ciso]"), "silent");
    assert.equal(of("[cfo, coo, cro, cto, ciso, cfo]"), "silent");
    for (const word of ["none", "unknown", "not-asked"]) assert.equal(of(word), "silent");
    assert.equal(judged(rule, withActivities("it-strategy: { accountable: ceo }")), "silent");
  });
});

describe("RACI findings", () => {
  it("leave out an activity that is itself none", () => {
    const text = withActivities("patching: none", "monitoring: none");
    const raci = check(text).findings.filter((one) => one.category === "raci");
    assert.deepEqual(raci, []);
    assert.ok(!check(text).questions.some((one) => one.at[0] === "activities" && one.at[1] === "patching"));
  });

  it("put no question for what a list of duties leaves out, but for who answers for security", () => {
    const text = withActivities(
      "patching: { responsible: [it-director] }",
      "monitoring: { accountable: ciso }",
      "ict-risk: { responsible: [ciso] }",
    );
    const asked = check(text).questions.filter((one) => one.at[0] === "activities");
    assert.deepEqual(
      asked.map((one) => one.at.join(".")),
      ["activities.ict-risk.accountable"],
    );
  });

  it("cite the cybersecurity framework for security where it is declared", () => {
    const csf = (id: string) =>
      only("no-accountable", `${withActivities(`${id}: { accountable: none }`)}regimes: { csf: applies }\n`);
    assert.ok(csf("security-policy").citations.includes("csf-gv-rr"));
    assert.ok(!csf("patching").citations.includes("csf-gv-rr"));
    assert.equal(csf("patching").severity, "info");
  });
});
