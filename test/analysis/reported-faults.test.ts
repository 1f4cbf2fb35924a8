import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { firstFixOf, fixAll } from "../../server/analysis/fix-all.ts";
import { offersFor } from "../../server/analysis/offers.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { actions } from "../../server/features/actions.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { questionsMail } from "../../server/reports/formats/questions/markdown.ts";
import { check, today } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { mended, slipped, toldOfForm } from "../kit/mended.ts";
import { reportedFaults } from "../kit/reported-faults.ts";
import { snapshotOf } from "../kit/standard.ts";

const ceo = "posts:\n  ceo: { heldBy: Ann Poe }\n";

/** Everything found but questions, as "rule: what it says". */
const found = (body: string): string[] =>
  check(slipped(body))
    .findings.filter(({ rule }) => rule !== "open-question" && rule !== "regime-undecided")
    .map(({ rule, says }) => `${rule}: ${inFull(says)}`);

const rulesIn = (body: string): string[] => found(body).map((one) => one.slice(0, one.indexOf(":")));

/** What the light bulb has at any place of a file, but for room for what nobody has asked yet. */
const offered = (body: string): string[] => {
  const content = slipped(body);
  return actions(snapshotOf(new Text(content), today), { start: 0, end: content.length })
    .map(({ title }) => title)
    .filter((title) => !title.startsWith("Write the "));
};

describe("a fault that a bug report led to", () => {
  for (const { kind, body, title, after } of reportedFaults)
    it(`${kind}: ${JSON.stringify(body)}`, () => assert.equal(mended(body, title), after));
});

describe("what bug reports found wrongly said", () => {
  it("K11: two spellings that are read as one person's are told as such, with signs for what nobody sees", () => {
    const told = (one: string, other: string) =>
      found(`${ceo}  cio: { heldBy: "${one}", reportsTo: ceo }\n  ciso: { heldBy: "${other}", reportsTo: ceo }\n`);
    for (const [one, other, shown] of [
      ["Cy Fox", "cy fox", "“cy fox” and “Cy Fox”"],
      ["Bo Li", "Bo  Li", "“Bo␣␣Li” and “Bo Li”"],
      ["Bo Li", "Bo\u00a0Li", "“Bo⍽Li” and “Bo Li”"],
      ["Jan Strasse", "Jan Straße", "“Jan Straße” and “Jan Strasse”"],
      ["Bo Li", "Bo\u200b Li", "“Bo· Li” and “Bo Li”"],
      ["Søren Øst", "Soren Ost", "“Soren Ost” and “Søren Øst”"],
    ] as const) {
      const all = told(one, other);
      assert.ok(all.includes(`similar-names: ${shown} are read as one person, written in two ways.`), all.join("\n"));
      assert.ok(
        rulesIn(`${ceo}  cio: { heldBy: "${one}" }\n  ciso: { heldBy: "${other}" }\n`).includes("ciso-is-it-head"),
      );
    }
  });

  it("K11: nobody is asked to keep two spellings of one person apart, and the titles differ", () => {
    const { analysis } = snapshotOf(
      new Text(slipped(`${ceo}  cio: { heldBy: Bo Li }\n  ciso: { heldBy: "Bo\u00a0Li" }\n`)),
      today,
    );
    const [similar] = analysis.findings.filter(({ rule }) => rule === "similar-names");
    assert.deepEqual(
      offersFor(analysis, similar!).map(({ title }) => inFull(title)),
      ["Bo Li", "Bo⍽Li"].map((name) => `Record that both are one person: write “${name}” everywhere`),
    );
  });

  it("K11: an invisible sign in a reference is what is told, not that there is no such post", () => {
    for (const sign of ["\u200b", "\u2060", "\u00ad"])
      assert.deepEqual(found(`${ceo}  cio: { heldBy: Bo Li, reportsTo: "ceo${sign}" }\n`), [
        "unresolved-reference: A sign that nobody sees stands in `ceo`, often from pasting. Leave it out.",
      ]);
    assert.match(found(`${ceo}  cio: { heldBy: Bo Li, reportsTo: "coe\u200b" }\n`)[0] ?? "", /There is no post/);
  });

  it("K14: what ends all findings of a rule leaves none of them, and takes no decision out", () => {
    const entry = (rule: string, more = "") =>
      `  - { rule: ${rule}, at: posts.ceo, reason: x, approvedBy: board, compensatingControl: none${more} }\n`;
    const unknown = `${ceo}accepted:\n${entry("aaa")}${entry("bbb")}${entry("ccc")}`;
    const expired = `${ceo}accepted:\n${["key-person", "no-deputy", "one-person-it"].map((rule) => entry(rule, ", until: 2026-01-01")).join("")}`;
    assert.equal(rulesIn(unknown).filter((rule) => rule === "acceptance-lapsed").length, 3);
    assert.deepEqual(offered(unknown), []);
    assert.deepEqual([...new Set(offered(expired))], ["Ask again"]);
    const block = expired.replaceAll(
      / {2}- \{ (.*) \}/g,
      (_, fields: string) => `  - ${fields.replaceAll(", ", "\n    ")}`,
    );
    assert.deepEqual([...new Set(offered(block))], ["Ask again"]);
  });

  it("K14: all of a rule's repairs are made at once, whatever stands between them", () => {
    const after = (body: string, title: string) => {
      const content = slipped(body);
      const all = actions(snapshotOf(new Text(content), today), { start: 0, end: content.length });
      const action = all.find((one) => one.title === title);
      assert.ok(action, all.map((one) => one.title).join("\n"));
      return action
        .edits()
        .toSorted((a, b) => b.span.start - a.span.start)
        .reduce((text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end), content);
    };
    const keys = `${ceo}  cio: { heldby: Bo Li, reportto: ceo }\n  cto: { heldby: Cy Ho, reportto: ceo }\n`;
    assert.ok(!rulesIn(after(keys, "Fix all: Unknown key")).includes("unknown-key"));
    const values = `${ceo}  cio: { heldBy: Bo Li, handsOn: Yes, level: [Strategic, Tactical] }\n`;
    assert.ok(!rulesIn(after(values, "Fix all: Value not allowed here")).includes("invalid-value"));
    const lost = `${ceo}cio: none\nproviders: none\ncfo: none\n`;
    assert.ok(!rulesIn(after(lost, "Fix all: Unknown key")).includes("unknown-key"));
  });

  it("K17: one bracket too many is one error, and the rest is read", () => {
    for (const slip of ["ceo: { heldBy: Ann Poe }}", "ceo: { heldBy: Ann Poe }]", "ceo: { heldBy: [Ann Poe]] }"]) {
      const content = slipped(`posts:\n  ${slip}\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  cfo: none\n`);
      const { findings, document } = check(content);
      assert.equal(findings.filter(({ severity }) => severity === "error").length, 1, slip);
      assert.deepEqual([...document.org.data.posts.keys()], ["ceo", "cio", "cfo"], slip);
    }
  });

  it("K22: a key that repeats a word stands for it", () => {
    const { document } = check(slipped(`x-name: &name cio\n${ceo}  *name : { heldBy: Bo Li, reportsTo: ceo }\n`));
    assert.deepEqual([...document.org.data.posts.keys()], ["ceo", "cio"]);
    assert.deepEqual(found(`x-id: &id gdpr\nregimes: { *id : applies }\n${ceo}`), []);
    assert.deepEqual(rulesIn(`x-name: &name ceo\n${ceo}  *name : { heldBy: Bo Li }\n`), ["yaml-syntax"]);
    assert.match(found(`${ceo}  *name : none\n`).join("\n"), /nothing before it is marked so/);
  });

  it("K22: a line of dots ends a file, and is named as such", () => {
    for (const rest of ["more text\n", "posts: {}\n", "---\nposts: {}\n"])
      assert.match(found(`${ceo}...\n${rest}`)[0] ?? "", /A line `\.\.\.` ends the file|several documents/);
  });

  it("K22: posts of two companies are no pair, as duties are none", () => {
    const two = (one: string, other: string) =>
      rulesIn(
        `units: { de: { kind: company }, fr: { kind: company } }\n${ceo}  cio: { heldBy: Di Roe, reportsTo: ceo }\n` +
          `  cio-de: { role: cio, heldBy: Bob Fox, unit: ${one}, reportsTo: ceo }\n` +
          `  ciso-fr: { role: ciso, heldBy: Bob Fox, unit: ${other}, reportsTo: ceo }\n`,
      ).includes("ciso-is-it-head");
    assert.deepEqual([two("de", "fr"), two("fr", "de"), two("de", "de")], [false, false, true]);
  });

  it("K22: a key with a country's code is named as people write it, and nobody twice in a sentence", () => {
    const shared = found(
      `${ceo}  cio-de: { role: cio, heldBy: Bo Li, reportsTo: ceo }\n  ciso-fr: { role: ciso, heldBy: Bo Li, reportsTo: ceo }\n`,
    );
    assert.ok(shared.includes("ciso-is-it-head: Bo Li holds both CISO FR and CIO DE."), shared.join("\n"));
    const hands = (list: string) =>
      found(
        `${ceo}  it-manager: { heldBy: Dan Day, reportsTo: ceo }\nactivities:\n` +
          `  change-build: { responsible: [${list}], accountable: ceo }\n` +
          `  change-deploy: { responsible: [${list}], accountable: ceo }\n`,
      ).find((one) => one.startsWith("duties-build-deploy"));
    const told = "are each responsible for both building of changes and deployment of changes.";
    assert.equal(hands("Cy Ho, Dan Day, it-manager"), `duties-build-deploy: Cy Ho and Dan Day (IT Manager) ${told}`);
    assert.equal(hands("it-manager, Dan Day, Cy Ho"), `duties-build-deploy: Dan Day (IT Manager) and Cy Ho ${told}`);
  });

  it("K22: dotted lines that say nothing are told, and those to somebody else are not", () => {
    const dotted = (to: string) =>
      found(`${ceo}  cio: { heldBy: Bo Li, reportsTo: ceo, dottedLineTo: ${to} }\n`).filter((one) =>
        /dotted/.test(one),
      );
    assert.deepEqual(dotted("cio"), [
      "near-miss: This dotted line leads from `cio` to itself. Write to whom it leads.",
    ]);
    const twice = ["near-miss: The line of this post leads to `ceo` already, so a dotted line there says nothing."];
    assert.deepEqual(
      [dotted("ceo"), dotted("[board, ceo]"), dotted("[board]"), dotted("board")],
      [twice, twice, [], []],
    );
  });

  it("K22: no control sign of a file gets into the questions for a mail", () => {
    for (const sign of ["\u0001", "\u0007", "\u001b[2J", "\u202e", "\u009b31m"]) {
      const { analysis } = snapshotOf(
        new Text(`itorg: 1\norganization: { name: "Ac${JSON.stringify(sign).slice(1, -1)}me", headcount: 12 }\n`),
        today,
      );
      const mail = questionsMail(analysis, true);
      assert.match(mail, /^# Questions: Ac\ufffd/);
      assert.doesNotMatch(mail.replaceAll("\n", ""), /[\p{Cc}\u202e]/u);
    }
  });
});

describe("words that are usual elsewhere", () => {
  const provider = (services: string) => `${ceo}providers:\n  msp: { services: [${services}], overseenBy: ceo }\n`;

  it("are named as they are called here, with the repair", () => {
    assert.equal(mended(provider("pentest"), "Write `penetration-test`"), provider("penetration-test"));
    assert.equal(mended(provider("SOC"), "Write `security-operations`"), provider("security-operations"));
    assert.equal(mended(provider("soc"), "Write `security-operations`"), provider("security-operations"));
    assert.equal(mended(provider("service-desk"), "Write `helpdesk`"), provider("helpdesk"));
    const activity = (key: string) => `${ceo}activities:\n  ${key}: { accountable: ceo }\n`;
    assert.equal(mended(activity("Pentest"), "Write `penetration-test`"), activity("penetration-test"));
    assert.equal(mended(activity("pen-test"), "Write `penetration-test`"), activity("penetration-test"));
    assert.deepEqual(
      toldOfForm(provider("pentest"))[0]?.says,
      "`pentest` is a word of your own; penetration testing is known here as `penetration-test`. Only the latter is checked.",
    );
  });

  it("are left alone where the known word stands beside them, and where nobody can know what is meant", () => {
    const both = `${ceo}activities:\n  soc: { accountable: ceo }\n  security-operations: { accountable: ceo }\n`;
    assert.deepEqual(toldOfForm(both), []);
    assert.deepEqual(toldOfForm(provider("support")), []);
  });
});

describe("a word processor's quotes", () => {
  it("around a name or a title are told, and left out by the first remedy", () => {
    const file = (name: string, title: string) =>
      `itorg: 1\norganization: { name: ${name} }\nposts:\n  ceo: { heldBy: Ann Poe, title: ${title} }\n`;
    assert.equal(mended(file("„Acme“", "Chief"), "Write `Acme`"), file("Acme", "Chief"));
    assert.equal(mended(file("Acme", "«Chief»"), "Write `Chief`"), file("Acme", "Chief"));
    assert.equal(
      mended(file("Acme", "{ }").replace("{ }", "“Chief, all”"), 'Write it as "Chief, all"'),
      file("Acme", '"Chief, all"'),
    );
    assert.deepEqual(toldOfForm(file('"„Acme“"', "Chief")), []);
  });

  it("around a number or a day are no part of it", () => {
    const file = (headcount: string, until: string) =>
      `itorg: 1\norganization: { name: Acme, headcount: ${headcount} }\nposts:\n  ceo: { heldBy: Ann Poe, until: ${until} }\n`;
    assert.equal(mended(file("“120”", "2027-01-01"), "Write 120"), file("120", "2027-01-01"));
    assert.equal(mended(file("120", "„1.2.2027“"), "Write 2027-02-01"), file("120", "2027-02-01"));
  });

  it("around what somebody said are that person's", () =>
    assert.deepEqual(toldOfForm(`${ceo}  cio: { heldBy: Bo Li, notes: “Nobody ever tested it” }\n`), []));
});

describe("posts that slipped", () => {
  const rest = "  cfo: { heldBy: Di Fox, reportsTo: ceo }\n";
  const right = `${ceo}  cio: { heldBy: Bo Li, reportsTo: ceo }\n  cto: { heldBy: Cy Ho, reportsTo: ceo }\n`;
  const slipped4 = {
    column: right.replace("  cio", "cio").replace("  cto", "cto"),
    tab: right.replace("  cio", "\tcio").replace("  cto", "\tcto"),
    blank: right.replace("  cio", "\u00a0\u00a0cio").replace("  cto", "\u00a0\u00a0cto"),
    colon: right.replace("cio:", "cio").replace("cto:", "cto"),
  };
  for (const [name, body] of Object.entries(slipped4))
    it(`by a ${name} are mended by the first remedy of each, and all at once by one that ends all`, () => {
      const analysis = snapshotOf(new Text(slipped(body)), today).analysis;
      const [first] = analysis.findings.filter(
        ({ category, severity }) => category === "format" && severity !== "hint",
      );
      const { after } = fixAll(analysis, firstFixOf(first!.rule, false));
      assert.equal(after.document.text.content, slipped(right));
      assert.equal(offersFor(analysis, first!)[0]?.isPreferred, true);
    });

  it("in all four ways in one file are mended by what the light bulb puts first, one after the other", () => {
    const ways = [
      "cio: { heldBy: Bo Li, reportsTo: ceo }\n",
      "\u00a0\u00a0coo: { heldBy: Ed Ash, reportsTo: ceo }\n",
      "  cro { heldBy: Fay Orr, reportsTo: ceo }\n",
    ];
    const tabbed = "providers:\n\tmsp: { services: [helpdesk], overseenBy: cio }\n";
    let content = slipped(ceo + ways.join("") + rest + tabbed);
    for (let step = 0; step < 6; step++) {
      const { analysis } = snapshotOf(new Text(content), today);
      const offer = analysis.findings
        .filter(({ category, severity }) => category === "format" && severity !== "hint")
        .flatMap((finding) => offersFor(analysis, finding))[0];
      if (!offer) break;
      content = applyEdits(content, textEdits(analysis.document, offer.changes));
    }
    const mendedAll = ways.map((way) => `  ${way.trimStart().replace("cro {", "cro: {")}`);
    assert.equal(content, slipped(ceo + mendedAll.join("") + rest + tabbed.replace("\t", "  ")));
  });
});
