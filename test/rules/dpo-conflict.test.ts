import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { provisionPage } from "../../server/reports/pages/provision-page.ts";
import { rulePage } from "../../server/reports/pages/rule-page.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";
import { library, ruleById } from "../kit/standard.ts";

const rule = "dpo-conflict";
const at = "posts.dpo.heldBy";
const settled = "coverage: { activities: complete }\n";
const applies = "regimes: { gdpr: applies }\n";

/** A DPO, Dee Fox, and whoever else is in the file; decisions on data are nobody's unless `more` says otherwise. */
const org = (lines: string, more = applies + settled) =>
  file(
    `posts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\n  dpo: { heldBy: Dee Fox, reportsTo: ceo }\n${lines}${more}`,
  );
const also = (...roles: readonly string[]) =>
  roles.map((role) => `  ${role}: { heldBy: Dee Fox, reportsTo: ceo }\n`).join("");
/** The questions that wait for the rule. */
const askingOf = (text: string) =>
  check(text)
    .questions.filter(({ blocks }) => blocks.includes(rule))
    .map(({ question }) => inFull(question))
    .join();
const alone = "coverage: { activities: complete, itPosts: complete }\n";

describe("dpo-conflict and the lists", () => {
  it("weighs each post as its list does, where the GDPR applies", () => {
    const severityOf = (role: string) => judged(rule, org(also(role))).split(" ")[0];
    for (const role of "agency-head owner coo cfo chief-medical-officer head-marketing head-hr cio".split(" "))
      assert.equal(severityOf(role), "warning", role);
    for (const role of ["head-compliance", "cro", "head-internal-audit"])
      assert.equal(severityOf(role), "warning", role);
    for (const role of ["ciso", "general-counsel"]) assert.equal(severityOf(role), "info", role);
    for (const role of ["enterprise-architect", "hipaa-privacy-official", "third-party-risk"])
      assert.equal(severityOf(role), "silent", role);
    assert.equal(judged(rule, org("").replace("Ann Ode", "Dee Fox")), `warning ${at}`, "the CEO");
  });

  it("is information where the law is not declared, is planned, does not apply or is unknown", () => {
    for (const state of ["planned", "exempt", "unknown", "not-applicable"])
      assert.equal(judged(rule, org(also("cfo"), `regimes: { gdpr: ${state} }\n${settled}`)), `info ${at}`, state);
    assert.equal(judged(rule, org(also("cfo"), settled)), `info ${at}`);
  });

  it("cites the provision where its law is in force or planned, and says how it appears", () => {
    const of = (state: string) => only(rule, org(also("cfo"), `regimes: { gdpr: ${state} }\n${settled}`));
    assert.deepEqual(of("applies").citations, ["gdpr-38-6"]);
    assert.deepEqual(of("planned").citations, ["gdpr-38-6"]);
    assert.deepEqual(of("unknown").citations, []);
    assert.match(
      inFull(of("applies").message),
      /^Dee Fox holds both DPO and CFO\. That appears to be .* case by case\. \(GDPR/,
    );
    assert.match(inFull(of("planned").message), /Once the law applies, that will appear to be/);
    assert.match(inFull(of("exempt").message), /decisions of their own\.$/);
    assert.match(inFull(only(rule, org(also("ciso"))).message), /our own reading of the provision; no authority/);
    for (const role of ["cfo", "cro", "ciso"]) assert.ok(only(rule, org(also(role))).message.length <= 250, role);
  });

  it("takes the gravest of several posts, and names them all", () => {
    const finding = only(rule, org(also("ciso", "cro", "cfo")));
    assert.equal(finding.severity, "warning");
    assert.equal(inFull(finding.says), "Dee Fox holds DPO, CFO, CRO and CISO.");
    assert.deepEqual(
      finding.related.map((one) => placeToString(one.at)),
      ["posts.cfo.heldBy", "posts.cro.heldBy", "posts.ciso.heldBy", "regimes.gdpr"],
    );
  });
});

describe("dpo-conflict and the head of IT", () => {
  const more = applies + alone;

  it("counts an IT director or IT manager only as the head of IT", () => {
    for (const role of ["cto-internal", "it-director", "it-manager"])
      assert.equal(judged(rule, org(also(role), more)), `warning ${at}`, role);
    const below = (post: string) => `${also("it-manager")}  ${post}: { heldBy: Bo Li, reportsTo: ceo }\n`;
    for (const higher of ["cio", "cto-internal", "it-director"])
      assert.equal(judged(rule, org(below(higher), more)), "silent", higher);
    assert.equal(judged(rule, org(`${also("it-manager")}  it-director: vacant\n`, more)), `warning ${at}`);
    assert.equal(judged(rule, org(`${also("it-manager")}  cio: none\n`, more)), `warning ${at}`);
  });

  it("cannot tell while a higher post of IT is unknown", () => {
    assert.match(judged(rule, org(also("it-manager"))), /^asks posts\./);
    assert.equal(
      judged(rule, org(`${also("it-director")}  cio: none\n  cto-internal: unknown\n`)),
      "asks posts.cto-internal",
    );
    assert.equal(
      judged(rule, org(`${also("it-manager")}  it-director: { reportsTo: ceo }\n`, more)),
      "asks posts.it-director.heldBy",
    );
    const titled = `${also("it-manager")}  boss: { title: Head of IT, heldBy: Bo Li, reportsTo: ceo }\n`;
    assert.equal(judged(rule, org(titled, more)), "asks posts.boss.role");
  });

  it("asks nothing about the head of IT where the DPO holds no such post", () => {
    assert.equal(judged(rule, org("  it-manager: { heldBy: Bo Li, reportsTo: ceo }\n")), "silent");
  });

  it("weighs a CTO as the head of IT where nobody else leads it, and else by our own list", () => {
    const operations = (who: string, coverage = alone) =>
      `${applies}${coverage}activities: { it-operations: { accountable: ${who} } }\n`;
    assert.equal(judged(rule, org(also("cto"), operations("cto"))), `warning ${at}`);
    assert.equal(judged(rule, org(also("cto"), operations("ceo"))), `info ${at}`);
    const lone = `${also("cto")}  it-manager: { heldBy: Bo Li, reportsTo: ceo }\n`;
    assert.equal(judged(rule, org(lone, operations("cto"))), `info ${at}`);
  });

  it("reads each company by itself, and no post of a mere site", () => {
    const north = (kind: string, coverage: string) =>
      org(
        "  it-north: { role: it-manager, heldBy: Dee Fox, unit: north, reportsTo: ceo }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n",
        `${applies}${coverage}units: { north: { kind: ${kind} } }\n`,
      );
    assert.equal(judged(rule, north("company", alone)), `warning ${at}`);
    assert.equal(judged(rule, north("company", settled)), "asks units.north");
    assert.equal(judged(rule, north("site", alone)), "silent");
  });
});

describe("dpo-conflict and decisions on data", () => {
  const deciding = (entry: string, lines = "", regimes = applies) =>
    org(lines, `${regimes}activities:\n  processing-purpose-decision: ${entry}\n`);

  it("is an error where the law applies, in both capacities and through whomever", () => {
    for (const entry of [
      "{ accountable: dpo }",
      "{ responsible: [ceo, dpo] }",
      "{ accountable: Dee Fox }",
      "{ responsible: [dee fox] }",
    ])
      assert.equal(judged(rule, deciding(entry)), `error ${at}`, entry);
    const through = deciding("{ accountable: head-engineering }", "  head-engineering: { heldBy: Dee Fox }\n");
    assert.equal(judged(rule, through), `error ${at}`);
    assert.equal(
      inFull(only(rule, through).says),
      "Dee Fox, the DPO, is accountable for decisions on the use of personal data.",
    );
    assert.deepEqual(only(rule, through).citations, ["gdpr-38-6"]);
    assert.equal(
      judged(rule, deciding("{ accountable: ceo, responsible: [ceo], consulted: [dpo], informed: [dpo] }")),
      "silent",
    );
  });

  it("is information elsewhere", () => {
    assert.equal(judged(rule, deciding("{ accountable: dpo }", "", "")), `info ${at}`);
    assert.equal(judged(rule, deciding("{ accountable: dpo }", "", "regimes: { gdpr: planned }\n")), `info ${at}`);
  });

  it("says no, not unknown, of an empty post, of nobody, and of an activity that is none", () => {
    assert.equal(judged(rule, deciding("{ accountable: dpo }").replace("heldBy: Dee Fox", "heldBy: vacant")), "silent");
    assert.equal(judged(rule, deciding("{ accountable: dpo }").replace("heldBy: Dee Fox, ", "")), `error ${at}`);
    assert.equal(judged(rule, deciding("none")), "silent");
    assert.equal(judged(rule, deciding("{ accountable: none, responsible: none }")), "silent");
    const where = "activities.processing-purpose-decision";
    assert.equal(judged(rule, deciding("not-asked")), `asks ${where}`);
    assert.equal(judged(rule, deciding("{ accountable: ceo }")), `asks ${where}.responsible`);
    assert.equal(judged(rule, org("", applies)), `asks ${where}`);
  });

  it("is one finding with the other posts, and still a question beside a weaker one", () => {
    const both = only(rule, deciding("{ accountable: cfo }", also("cfo")));
    assert.equal(both.severity, "error");
    assert.deepEqual(
      both.related.map((one) => placeToString(one.at)),
      ["posts.cfo.heldBy", "activities.processing-purpose-decision.accountable", "regimes.gdpr"],
    );
    assert.equal(judged(rule, org(also("cfo"), applies)), `warning ${at}`);
    assert.match(askingOf(org(also("cfo"), applies)), /what means, personal data is used/);
    assert.equal(askingOf(org(also("cfo"), "")), "", "without the law nothing would be graver");
  });
});

describe("dpo-conflict's remedies", () => {
  it("empties the post, or fills it from outside", () => {
    const text = org(also("cfo"));
    const { fixes, firstSteps } = only(rule, text);
    assert.deepEqual(titles(fixes), ["Make DPO a separate, vacant post", "Let an outside provider serve as DPO"]);
    assert.deepEqual(firstSteps, []);
    tryRemedies(rule, text);
    assert.match(
      applied(text, fixes[1]!),
      /dpo: \{ heldBy: provider:dpo, [\s\S]*providers:\n {2}dpo: \{ services: \[dpo\] \}/,
    );
  });

  it("takes a provider that supplies the service, unless it holds the other post", () => {
    const north = "providers: { north: { name: North, services: [dpo], overseenBy: ceo } }\n";
    const inside = org(also("cfo"), applies + settled + north);
    assert.ok(titles(only(rule, inside).fixes).includes("Let North serve as DPO"));
    tryRemedies(rule, inside);
    const both = org('  cfo: { heldBy: [Dee Fox, "provider:north"], reportsTo: ceo }\n', applies + settled + north);
    assert.ok(titles(only(rule, both).fixes).includes("Let an outside provider serve as DPO"));
    tryRemedies(rule, both);
  });

  it("moves the decisions where they are all there is to it", () => {
    const activities =
      "activities:\n  processing-purpose-decision: { accountable: dpo, responsible: [head-hr, dpo] }\n";
    const text = org("  head-hr: { heldBy: Bo Li, reportsTo: ceo }\n", applies + activities);
    const [first] = only(rule, text).fixes;
    assert.equal(inFull(first?.title), "Give decisions on the use of personal data to the CEO");
    assert.match(applied(text, first!), /\{ accountable: ceo, responsible: \[head-hr, ceo\] \}/);
    tryRemedies(rule, text);
    const both = org(also("cfo"), applies + activities);
    assert.match(titles(only(rule, both).firstSteps).join(), /^First step: give decisions/);
    tryRemedies(rule, both);
  });
});

describe("dpo-conflict's pages", () => {
  it("say whose each list is, and that the rule weighs the provision itself", () => {
    const text = provisionPage(standard.law.provisions.get("gdpr-38-6")!, library);
    for (const words of [/List L1 \(WP243 rev\.01/, /List L2 \(Belgian/, /List L3 \(itorg's own\)/])
      assert.match(text, words);
    const page = rulePage(ruleById.get(rule)!, library);
    assert.match(page, /GDPR Art\. 38\(6\) makes it at least an error/);
    assert.doesNotMatch(page, /does not raise it by itself yet/);
  });
});
