import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../server/analysis/check.ts";
import { Text } from "../../server/base/text.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { today } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { analyze, configFrom } from "../kit/standard.ts";

function check(config: string, content: string): Analysis {
  const read = configFrom(new Text(config));
  assert.deepEqual(read.document.problems, [], config);
  const analysis = analyze(new Text(content), { today, config: read.config });
  assert.deepEqual(analysis.faults, []);
  return analysis;
}

const found = (analysis: Analysis, rule: string): string[] =>
  analysis.findings
    .filter((finding) => finding.rule === rule)
    .map(({ severity, at, says }) => `${severity} ${placeToString(at)}: ${inFull(says)}`);

const head = "itorg: 1\norganization: { name: Example, headcount: 300 }\n";
const inLine = `${head}posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
`;
const severityOf = (analysis: Analysis, rule: string) => analysis.findings.find((one) => one.rule === rule)?.severity;

describe("configuration: weights", () => {
  it("take the place of a rule's own, for small organizations too", () => {
    assert.equal(severityOf(check("", inLine), "ciso-in-it-line"), "warning");
    const error = "rules: { ciso-in-it-line: error }";
    assert.equal(severityOf(check(error, inLine), "ciso-in-it-line"), "error");
    assert.equal(severityOf(check(error, inLine.replace("300", "20")), "ciso-in-it-line"), "error");
  });

  it("are raised by the law that a file declares", () => {
    const content = `${head}posts:
  cio: { heldBy: Bo Li }
  dpo: { heldBy: Bo Li }
`;
    const severity = (config: string, regimes: string) =>
      severityOf(check(config, `${content}${regimes}`), "dpo-conflict");
    const hint = "rules: { dpo-conflict: hint }";
    assert.equal(severity("", ""), "info");
    assert.equal(severity(hint, ""), "hint");
    assert.equal(severity("", "regimes: { gdpr: applies }\n"), "warning");
    assert.equal(severity(hint, "regimes: { gdpr: applies }\n"), "warning");
    assert.equal(severity(`${hint}\nregimes: { gdpr: applies }`, ""), "warning", "where it is assumed as well");
  });

  it("turn a rule off: no finding, no question, and no reproach for a decision about it", () => {
    const content = `${inLine}accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: agreed, compensatingControl: none, approvedBy: ceo }
`;
    const analysis = check("rules: { ciso-in-it-line: off, no-deputy: off, key-person: off }", content);
    assert.deepEqual(found(analysis, "ciso-in-it-line"), []);
    assert.deepEqual(found(analysis, "acceptance-lapsed"), []);
    assert.deepEqual(analysis.config.rulesOff, ["ciso-in-it-line", "key-person", "no-deputy"]);
    const before = check("", content).questions.filter(({ blocks }) => blocks.includes("key-person"));
    assert.notEqual(before.length, 0);
    assert.ok(!analysis.questions.some(({ blocks }) => blocks.includes("key-person")));
  });

  it("let what an absorbing rule took in stand by itself where that rule is off", () => {
    const content = `${head}posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Eve Roy, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: it-director }
`;
    assert.equal(severityOf(check("", content), "ciso-in-it-line"), undefined);
    assert.notEqual(severityOf(check("rules: { ciso-is-it-head: off }", content), "ciso-in-it-line"), undefined);
  });
});

describe("configuration: thresholds", () => {
  const reports = Array.from(
    { length: 7 },
    (_, i) => `  desk-${i}: { heldBy: Person Nr${i}, reportsTo: it-manager }\n`,
  ).join("");

  it("say what large is", () => {
    const content = `${head}posts:\n  cio: { heldBy: Bo Li, handsOn: yes }\n`;
    assert.equal(found(check("", content), "cio-hands-on").length, 1);
    assert.equal(found(check("thresholds: { large: 301 }", content), "cio-hands-on").length, 0);
    assert.equal(found(check("thresholds: { large: 300 }", content), "cio-hands-on").length, 1);
  });

  it("say what small is", () => {
    const content = `${head}posts:\n  cio: { heldBy: Bo Li, focus: [technology] }\n`;
    assert.equal(severityOf(check("", content), "cio-technology-only"), "info");
    assert.equal(severityOf(check("thresholds: { small: 301, large: 400 }", content), "cio-technology-only"), "hint");
  });

  it("say how many direct reports are many", () => {
    const content = `${head}posts:\n  it-manager: { heldBy: Ann Ode }\n${reports}`;
    assert.equal(found(check("", content), "span-too-wide").length, 0);
    assert.equal(found(check("thresholds: { span: 6 }", content), "span-too-wide").length, 1);
    assert.equal(found(check("thresholds: { span: 7 }", content), "span-too-wide").length, 0);
    const working = content.replace("Ann Ode }", "Ann Ode, handsOn: yes }");
    assert.equal(found(check("", working), "span-too-wide").length, 1);
    assert.equal(found(check("thresholds: { handsOnSpan: 7 }", working), "span-too-wide").length, 0);
  });
});

describe("configuration: the firm's own", () => {
  it("pairs of duties are rules, with activities of its own too", () => {
    const config = `duties:
  sign-and-pay:
    first: contract-signing
    second: invoice-approval
    title: Contracts signed and paid by the same hands
    reason: Whoever signs a contract would also approve its bills.
`;
    const content = `${head}posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li }
activities:
  contract-signing: { responsible: cfo }
  invoice-approval: { responsible: cfo }
`;
    const analysis = check(config, content);
    const [finding] = analysis.findings.filter(({ rule }) => rule === "duties-sign-and-pay");
    assert.equal(placeToString(finding?.at ?? []), "activities.invoice-approval.responsible");
    assert.equal(finding?.severity, "warning");
    assert.match(inFull(finding?.message) ?? "", /Whoever signs a contract would also approve its bills\.$/);
    assert.notEqual(finding?.fixes.length, 0);
    assert.match(
      inFull(finding?.message) ?? "",
      /responsible for both contract signing and invoice approval\. /,
      "each name once",
    );
    const accepted = `${content}accepted:
  - { rule: duties-sign-and-pay, at: activities.invoice-approval, reason: r, compensatingControl: none, approvedBy: ceo }
`;
    const decided = check(config, accepted);
    assert.notEqual(decided.findings.find(({ rule }) => rule === "duties-sign-and-pay")?.accepted, null);
    assert.deepEqual(found(decided, "acceptance-lapsed"), []);
    assert.equal(found(check("", accepted), "acceptance-lapsed").length, 1, "elsewhere nobody knows the pair");
    const off = check(`${config}rules: { duties-sign-and-pay: off }\n`, content);
    assert.deepEqual(off.config.rulesOff, ["duties-sign-and-pay"]);
    assert.deepEqual(found(off, "duties-sign-and-pay"), []);
    assert.equal(
      severityOf(check(`${config}rules: { duties-sign-and-pay: hint }\n`, content), "duties-sign-and-pay"),
      "hint",
    );
  });

  it("titles give hints before the known ones do", () => {
    const content = `${head}posts:
  lead: { title: Chief Magic Officer North, heldBy: Bo Li }
  head: { title: Head of IT, heldBy: Cy Ho }
`;
    const config = "titles: { Chief Magic Officer: [cto-internal, dpo], Head of IT: it-manager }";
    assert.deepEqual(found(check(config, content), "undefined-title"), [
      "hint posts.lead.title: “Chief Magic Officer North” may mean CTO (internal IT) or DPO.",
      "hint posts.head.title: “Head of IT” may mean IT Manager.",
    ]);
    const asked = (analysis: Analysis) => analysis.questions.some(({ at }) => placeToString(at) === "posts.lead.role");
    const alone = `${head}coverage: { itPosts: complete }\nposts:\n  lead: { title: Chief Magic Officer, heldBy: Bo Li }\n`;
    assert.ok(!asked(check("", alone)));
    assert.ok(asked(check(config, alone)), "whether nobody leads IT cannot be told then");
  });
});

describe("configuration: assumed laws", () => {
  const content = `${head.replace("300", "300, jurisdictions: [DE], publicAuthority: yes")}posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  dpo: { heldBy: vacant, reportsTo: ceo }
providers: none
`;
  const config = "regimes: { gdpr: applies }";
  const law = (regimes: string) => found(check(config, `${content}${regimes}`), "required-post-vacant").length;

  it("count where a file does not mention them", () => {
    assert.equal(found(check("", content), "required-post-vacant").length, 0);
    assert.equal(law(""), 1);
    assert.equal(law("regimes: not-asked\n"), 1);
    assert.equal(law("regimes: { dora: exempt }\n"), 1);
    const [finding] = check(config, content).findings.filter(({ rule }) => rule === "required-post-vacant");
    assert.ok(
      finding?.related.some(({ message }) => inFull(message).startsWith("GDPR applies, as the firm assumes: ")),
      JSON.stringify(finding?.related),
    );
  });

  it("give way to every word of the file's", () => {
    assert.equal(law("regimes: { gdpr: exempt }\n"), 0);
    assert.equal(law("regimes: { gdpr: unknown }\n"), 0);
    assert.equal(law("regimes: { gdpr: }\n"), 0);
    assert.equal(law("regimes: none\n"), 0);
    assert.equal(law("regimes: unknown\n"), 0);
  });

  it("do not count where the file could not be read in full", () => {
    assert.equal(law('regimes: { gdpr: "exempt }\n'), 0);
  });

  it("are not asked about any more", () => {
    const suggested = (analysis: Analysis) => found(analysis, "regime-undecided").join();
    assert.match(suggested(check("", content)), /GDPR/);
    assert.doesNotMatch(suggested(check(config, content)), /GDPR/);
  });
});

describe("configuration: sources", () => {
  it("that are not followed take rules with them that rest on nothing else", () => {
    const { config } = check("sources: { mckinsey-2017-12: not-followed }", head);
    assert.deepEqual(config.rulesOff, ["span-too-wide"]);
  });

  it("that are not followed are not cited", () => {
    const [finding] = check("sources: { S1: not-followed }", inLine).findings.filter(
      ({ rule }) => rule === "ciso-in-it-line",
    );
    assert.ok(finding, "regulators ask for it as well");
    assert.deepEqual(finding.citations, []);
    assert.doesNotMatch(inFull(finding.message), /Mindfield/);
  });

  it("that object, and are not followed, leave nothing to disagree about", () => {
    const content = `${head.replace("300", "300, sellsTechnology: yes")}posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Cy Ho, reportsTo: cio }
`;
    const message = (config: string) =>
      inFull(check(config, content).findings.find(({ rule }) => rule === "cto-under-cio")?.message) ?? "";
    assert.match(message(""), /The sources disagree\./);
    assert.match(message("sources: { S2: not-followed }"), /reports to the CIO/);
    assert.doesNotMatch(message("sources: { S2: not-followed }"), /disagree/);
  });
});
