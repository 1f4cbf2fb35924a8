import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Naming, namesIn, namings } from "../../server/model/org/naming.ts";
import type { Org } from "../../server/model/org/org.ts";
import { given } from "../../server/model/words/fact.ts";
import { full, type Sayable, spoken } from "../../server/model/words/words.ts";
import { check } from "../kit/check-fixture.ts";
import { corpus } from "../kit/corpus.ts";

type Analysis = ReturnType<typeof check>;

const text = `itorg: 1
organization: { name: Acme Holding, headcount: 300, regimes: {} }
posts:
  ceo: { heldBy: Nora Wells, reportsTo: board }
  cio: { heldBy: Nils Winter, reportsTo: ceo, deputy: none }
  ciso: { heldBy: Sam Okafor, reportsTo: cio }
  it-manager: { heldBy: provider:northwind, reportsTo: cio }
people:
  Sam Okafor: { employedBy: southwind }
providers:
  southwind: { services: [hosting] }
  northwind: { name: North Wind GmbH, services: [helpdesk] }
activities:
  vendor-selection: { accountable: [Eve Roy, "nora  wells"] }
`.replace(", regimes: {}", "");

/** Everything that is said of a file: messages, places beside, titles of remedies, questions, decisions on record. */
const sayings = ({ findings, questions, accepted }: Analysis): Sayable[] => [
  ...findings.flatMap(({ says, message, reason, related, fixes, firstSteps }) => [
    says,
    message,
    reason,
    ...related.map((one) => one.message),
    ...[...fixes, ...firstSteps].map(({ title }) => title),
  ]),
  ...questions.flatMap(({ question, pattern }) => [question, ...(pattern ? [pattern.template, pattern.the] : [])]),
  ...accepted.flatMap(({ approvedBy, reason, compensatingControl }) => [approvedBy, reason, compensatingControl ?? ""]),
];

describe("names", () => {
  const { org } = check(text).document;
  const people = (style: Naming) =>
    ["Nora Wells", "Nils Winter", "Sam Okafor", "Eve Roy"].map((name) =>
      spoken([{ person: name }], namesIn(org, style)),
    );
  const providers = (style: Naming) =>
    ["southwind", "northwind"].map((provider) =>
      spoken([{ provider, name: provider === "northwind" ? "North Wind GmbH" : "Southwind" }], namesIn(org, style)),
    );

  it("are as the file has them", () => {
    assert.deepEqual(people("full"), ["Nora Wells", "Nils Winter", "Sam Okafor", "Eve Roy"]);
    assert.deepEqual(providers("full"), ["Southwind", "North Wind GmbH"]);
  });

  it("are initials, made unique by a number", () => {
    assert.deepEqual(people("initials"), ["N. W.", "N. W. 2", "S. O.", "E. R."]);
    assert.deepEqual(providers("initials"), ["S.", "N. W. G."]);
  });

  it("are codes in the order in which the file names them first", () => {
    assert.deepEqual(people("codes"), ["Person 1", "Person 2", "Person 3", "Person 4"]);
    assert.deepEqual(providers("codes"), ["Provider 2", "Provider 1"]);
    assert.equal(spoken([{ person: "NORA wells " }], namesIn(org, "codes")), "Person 1", "whatever the spelling");
    assert.equal(spoken([{ person: "Nora Wels", spelling: "Nora Wels" }], namesIn(org, "codes")), "somebody");
  });

  it("are left out: the post stands for whoever is in it", () => {
    assert.deepEqual(people("none"), ["the CEO", "the CIO", "the CISO", "somebody without a post"]);
    assert.deepEqual(providers("none"), ["Provider 2", "Provider 1"]);
    const sentence = [{ person: "Nora Wells", first: "capital" } as const, " decides."];
    assert.equal(spoken(sentence, namesIn(org, "none")), "The CEO decides.");
    const beside = ["the CIO", { aside: [", ", { person: "Nils Winter" }] }];
    assert.equal(spoken(beside, namesIn(org, "none")), "the CIO");
    assert.equal(spoken(beside, namesIn(org, "codes")), "the CIO, Person 2");
  });

  it("of the client are its own, unless there are none", () => {
    const client = namings.map((style) => spoken([{ client: "Acme Holding" }], namesIn(org, style)));
    assert.deepEqual(client, ["Acme Holding", "Acme Holding", "Acme Holding", "the client"]);
  });

  it("are nowhere in free text, nor in what the file calls its own, but with full", () => {
    for (const style of namings.slice(1)) {
      assert.equal(spoken([{ quoted: "ask Sam" }], namesIn(org, style)), "(left out)");
      assert.equal(spoken([{ note: "ask Sam" }], namesIn(org, style)), "(note left out)");
      assert.equal(spoken([{ label: "Deputy of Sam OKAFOR" }], namesIn(org, style)), "Deputy of … …");
    }
    assert.equal(spoken([{ quoted: "ask Sam" }, { label: " at Wells" }], full), "ask Sam at Wells");
  });

  it("stand in messages as asked", () => {
    const { findings } = check(text);
    const finding = findings.find(({ rule }) => rule === "key-person");
    const said = namings.map((style) => spoken(finding?.says ?? "", namesIn(org, style)));
    assert.deepEqual(said, [
      "Nobody stands in for the CIO, Nils Winter.",
      "Nobody stands in for the CIO, N. W. 2.",
      "Nobody stands in for the CIO, Person 2.",
      "Nobody stands in for the CIO.",
    ]);
  });
});

/**
 * A file with nonsense for every name in it, so that a word of a name is never a word of ours. Ids of providers are
 * names as well. `marks` are the words of the new names.
 */
function disguised(content: string, { data }: Org): { content: string; marks: RegExp } {
  const names = [
    ...data.mentions.map(({ name }) => name.trim()),
    ...[...data.providers.values()].map(({ name }) => given(name) ?? ""),
    given(data.organization.name) ?? "",
  ];
  const ids = [...data.providers.keys()];
  const longestFirst = [...new Set([...names, ...ids])]
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length);
  const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (escaped.length === 0) return { content, marks: /(?!)/ };
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}-])`, "gu");
  const nonsense = (name: string) => {
    const i = longestFirst.indexOf(name);
    return ids.includes(name) ? `qzxid${letters(i)}` : `Qzxa${letters(i)} Qzxo${letters(i)}`;
  };
  return { content: content.replace(pattern, nonsense), marks: /qzx\w*/i };
}

/** A number as letters: nearly equal names would be taken for one person. */
const letters = (i: number): string =>
  ["bako", "wumi", "tyre", "fels", "hond", "jirp"][i % 6]!.repeat(1 + Math.floor(i / 6));

describe("words of names, with any style but full,", () => {
  const files = corpus().map(({ name, content }) => {
    const { content: changed, marks } = disguised(content, check(content).document.org);
    return { name, analysis: check(changed), marks };
  });

  it("were in what is said of the files", () => {
    const named = files.filter(({ analysis, marks }) => sayings(analysis).some((one) => marks.test(spoken(one, full))));
    assert.ok(named.length > files.length / 10, `${named.length} of ${files.length}`);
  });

  for (const style of namings.slice(1)) {
    it(`are in nothing that is said: ${style}`, () => {
      const leaks = files.flatMap(({ name, analysis, marks }) => {
        const names = namesIn(analysis.document.org, style);
        const told = sayings(analysis).map((one) => spoken(one, names));
        return told.filter((one) => marks.test(one)).map((one) => `${name}: ${one}`);
      });
      assert.deepEqual(leaks, []);
    });
  }
});
