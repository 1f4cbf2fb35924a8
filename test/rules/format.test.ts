import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { similarNames } from "../../server/base/similar-names.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { rolesForTitle } from "../../server/knowledge/roles.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { rules } from "../../server/rules/index.ts";
import { check, checkFixture } from "../kit/check-fixture.ts";
import { readFixture } from "../kit/notation.ts";

/** The findings of one rule: where each stands, and what it says. */
function of(rule: string, content: string): string[] {
  return check(content)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => `${placeToString(finding.at)}: ${finding.says}`);
}

const titles = (rule: string, content: string) =>
  check(content)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => finding.fixes.map((fix) => fix.title));

/** The text after the n-th fix of the first finding of a rule. */
function fixed(rule: string, content: string, n = 0): string {
  const { document, findings } = check(content);
  const fix = findings.find((finding) => finding.rule === rule)?.fixes[n];
  assert.ok(fix, "there is such a fix");
  return applyEdits(content, textEdits(document, fix.changes));
}

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("unknown-key", () => {
  it("stands at each key, at the top and inside, once for each text", () => {
    checkFixture(`
itorg: 1
organisation: { name: Example }
#^^^^^^^^^^^ 💡 warning: unknown-key
organization: { name: Example, headcont: 85 }
#                              ^^^^^^^^ 💡 warning: unknown-key
x-mine: &mine { hair: red }
#               ^^^^ 💡 warning: unknown-key
posts:
  ceo: *mine
  cfo: { <<: *mine, x-hair: red }
`);
  });
  it("offers the nearest key only where it is still free", () => {
    const content = `${head}posts:\n  cfo: { heldBy: Bo Li, heldby: Bo Li }\n`;
    assert.deepEqual(titles("unknown-key", content), [["Remove `heldby`"]]);
    assert.equal(fixed("unknown-key", content), `${head}posts:\n  cfo: { heldBy: Bo Li }\n`);
  });
  it("mends a template where it is written", () => {
    const content = `${head}x-t: &t\n  heldby: Bo Li\nposts:\n  cfo: { <<: *t }\n  cro: *t\n`;
    assert.equal(fixed("unknown-key", content), content.replace("heldby", "heldBy"));
  });
});

describe("invalid-value", () => {
  const cases: readonly [string, string, string | undefined][] = [
    ["posts:\n  cfo: { level: Strategic }\n", "posts.cfo.level", "posts:\n  cfo: { level: strategic }\n"],
    [
      "posts:\n  cfo: { level: [strategic, tactcal] }\n",
      "posts.cfo.level[1]",
      "posts:\n  cfo: { level: [strategic, tactical] }\n",
    ],
    ["posts:\n  cfo: { handsOn: y }\n", "posts.cfo.handsOn", "posts:\n  cfo: { handsOn: yes }\n"],
    ["posts:\n  cfo: { title: 007 }\n", "posts.cfo.title", 'posts:\n  cfo: { title: "007" }\n'],
    ["posts:\n  cfo: { until: 2026-1-5 }\n", "posts.cfo.until", "posts:\n  cfo: { until: 2026-01-05 }\n"],
    ["posts:\n  cfo: { until: 2026-02-30 }\n", "posts.cfo.until", undefined],
    ["posts:\n  cfo: { daysPerWeek: 8 }\n", "posts.cfo.daysPerWeek", undefined],
    ["posts:\n  cfo: { reportsTo: [ceo] }\n", "posts.cfo.reportsTo", "posts:\n  cfo: { reportsTo: ceo }\n"],
    ["posts:\n  cfo: { reportsTo: [ceo, coo] }\n", "posts.cfo.reportsTo", undefined],
    ["posts:\n  cfo: { heldBy: [vacant, Bo Li] }\n", "posts.cfo.heldBy[0]", undefined],
    ["posts:\n  cfo: { heldBy: [Bo Li, none] }\n", "posts.cfo.heldBy[1]", undefined],
    ["posts:\n  cfo: { heldBy: [Bo Li, ] }\n  cro: { heldBy: { name: Bo } }\n", "posts.cro.heldBy", undefined],
    ["posts:\n  cfo: Bo Li\n", "posts.cfo", "posts:\n  cfo: { heldBy: Bo Li }\n"],
    ['posts:\n  cfo: "vacant"\n', "posts.cfo", "posts:\n  cfo: vacant\n"],
    ["posts: [cfo]\n", "posts", undefined],
    ["posts:\n  CFO: { heldBy: Bo Li }\n", "posts.CFO", "posts:\n  cfo: { heldBy: Bo Li }\n"],
    [
      "posts:\n  IT Head: {}\n  cfo: { reportsTo: IT Head }\nactivities:\n  log-review: { responsible: [IT Head] }\n",
      'posts["IT Head"]',
      "posts:\n  it-head: {}\n  cfo: { reportsTo: it-head }\nactivities:\n  log-review: { responsible: [it-head] }\n",
    ],
    [
      "providers:\n  MSP: {}\npeople:\n  A B: { employedBy: MSP }\nposts:\n  cfo: { heldBy: provider:MSP }\n",
      "providers.MSP",
      "providers:\n  msp: {}\npeople:\n  A B: { employedBy: msp }\nposts:\n  cfo: { heldBy: provider:msp }\n",
    ],
    ["regimes: { GDPR: applies }\n", "regimes.GDPR", "regimes: { gdpr: applies }\n"],
    ["regimes: { gdpr: yes }\n", "regimes.gdpr", undefined],
    [
      "activities:\n  log-review: { responsible: [provider: aegis] }\nproviders:\n  aegis: {}\n",
      "activities.log-review.responsible[0]",
      "activities:\n  log-review: { responsible: [provider:aegis] }\nproviders:\n  aegis: {}\n",
    ],
    ["teams:\n  desk: { members: -1 }\n", "teams.desk.members", undefined],
    ["coverage: { posts: all }\n", "coverage.posts", undefined],
    ["coverage: complete\n", "coverage", undefined],
    [
      "accepted:\n  - { rule: key-person, at: posts.cfo, reason: it is so }\nposts:\n  cfo: {}\n",
      "accepted[0].approvedBy",
      undefined,
    ],
    ["accepted: [one]\n", "accepted[0]", undefined],
    ["asOf: yesterday\n", "asOf", undefined],
  ];
  for (const [body, place, after] of cases) {
    it(`${JSON.stringify(body)} at ${place}`, () => {
      const found = of("invalid-value", head + body);
      assert.equal(found.length, 1, found.join("\n"));
      assert.ok(found[0]!.startsWith(`${place}: `), found[0]);
      if (after !== undefined) assert.equal(fixed("invalid-value", head + body), head + after);
    });
  }

  it("says what a file must begin with", () => {
    assert.deepEqual(
      of("invalid-value", "").map((line) => line.split(":")[0]),
      ["itorg", "organization.name"],
    );
    assert.deepEqual(of("invalid-value", fixedAll("")), []);
  });
  it("offers each value where there are five or fewer, the nearest first", () => {
    assert.deepEqual(titles("invalid-value", `${head}posts:\n  cfo: { background: buisness }\n`), [
      ["Change it to `business`", "Change it to `technical`", "Change it to `mixed`"],
    ]);
  });
  it("reads a range the wrong way round as a slip", () => {
    const content = "itorg: 1\norganization: { name: Example, headcount: 250-50 }\n";
    assert.equal(fixed("invalid-value", content), content.replace("250-50", "50-250"));
  });
});

/** Takes every first fix until nothing is left to fix. */
function fixedAll(content: string): string {
  let text = content;
  for (let step = 0; step < 10; step++) {
    const { document, findings } = check(text);
    const fix = findings.find((finding) => finding.rule === "invalid-value")?.fixes[0];
    if (!fix) return text;
    text = applyEdits(text, textEdits(document, fix.changes));
  }
  return text;
}

describe("unresolved-reference", () => {
  it("creates what is missing", () => {
    const content = `${head}posts:\n  cfo: { reportsTo: head-of-things }\n`;
    assert.deepEqual(titles("unresolved-reference", content), [
      ["Add a post `head-of-things`", "Add a committee `head-of-things`"],
    ]);
    for (const n of [0, 1]) assert.deepEqual(of("unresolved-reference", fixed("unresolved-reference", content, n)), []);
    const provider = `${head}posts:\n  cfo: { heldBy: provider:counters }\n`;
    assert.deepEqual(of("unresolved-reference", fixed("unresolved-reference", provider)), []);
  });
  it("stands at each item", () => {
    checkFixture(`
itorg: 1
organization: { name: Example, headcount: 85 }
activities:
  contract-management: { responsible: [cfo, nobody, Bo Li], accountable: [ceo, team:desk] }
  #                                         ^^^^^^ 💡 error: unresolved-reference
  #                                                                            ^^^^^^^^^ 💡 error: unresolved-reference
`);
  });
  it("knows the post of the person who is named in its place", () => {
    const content = `${head}posts:\n  head-sales: { heldBy: bo }\n  cfo: { reportsTo: bo }\n`;
    assert.equal(fixed("unresolved-reference", content), content.replace("reportsTo: bo", "reportsTo: head-sales"));
  });
  it("is silent while the file cannot be read", () => {
    assert.deepEqual(
      of("unresolved-reference", `${head}posts:\n  cfo: { reportsTo: nobody }\n  cro: { heldBy: [}\n`),
      [],
    );
  });
});

describe("near-miss", () => {
  const words = (section: string) => of("near-miss", head + section).map((line) => line.split(":")[0]);
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

describe("reporting-cycle", () => {
  it("finds each circle once, at its first post in the file", () => {
    checkFixture(`
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  outside: { reportsTo: coo }
  coo: { reportsTo: cfo }
  #                 ^^^ 💡 error: reporting-cycle
  cfo: { reportsTo: cro }
  cro: { reportsTo: coo }
  a: { reportsTo: a }
  #               ^ 💡 error: reporting-cycle
  b: { reportsTo: c }
  #               ^ 💡 error: reporting-cycle
committees:
  c: { reportsTo: b }
  d: { reportsTo: d }
  #               ^ 💡 error: reporting-cycle
`);
  });
  it("offers the owner where there is one and no board", () => {
    const posts = "posts:\n  owner: { heldBy: Ann Ode }\n  coo: { reportsTo: coo }\n";
    assert.deepEqual(titles("reporting-cycle", head + posts)[0]?.at(-1), "Let the COO report to the owner");
    assert.deepEqual(
      titles("reporting-cycle", `${head}${posts}committees:\n  board: {}\n`)[0]?.at(-1),
      "Let the COO report to the board",
    );
    const owner = "posts:\n  owner: { reportsTo: coo }\n  coo: { reportsTo: owner }\n";
    assert.deepEqual(titles("reporting-cycle", head + owner)[0]?.at(-1), "Let the Owner report to the board");
  });
  it("tells a long circle shortly", () => {
    const posts = Array.from({ length: 9 }, (_, i) => `  p${i}: { reportsTo: p${(i + 1) % 9} }\n`).join("");
    const [line] = of("reporting-cycle", `${head}posts:\n${posts}`);
    assert.equal(
      line,
      "posts.p0.reportsTo: The reporting line runs in a circle: the P0 reports to the P1, the P1 to the P2, the P2 to the P3, and so on through 6 more.",
    );
  });
});

describe("similar-names", () => {
  const pairs = (names: readonly string[], registered: readonly string[] = []) => {
    const named = names.map((text) => ({ text, isRegistered: registered.includes(text) }));
    return [...similarNames(named)].map(([later, earlier]) => `${later.text} < ${earlier.text}`);
  };
  const alike: readonly [string, string][] = [
    ["Sam Okafor", "sam okafor"],
    ["José Pérez", "Jose Perez"],
    ["Sam  Okafor", "Sam Okafor"],
    ["Mac Donald", "MacDonald"],
    ["Sam Okafor", "Sam Okafo"],
    ["Sam Okafor", "Sam Okafoor"],
    ["Sam Okafor", "Sam Okafro"],
    ["Sam Okafor", "Sam Okaför"],
    ["Sam Okafor", "Sam Okafar"],
    ["Okafor", "Okafor"],
    ["Strauß", "STRAUSS"],
    ["O'Brien", "OBrien"],
  ];
  for (const [one, other] of alike) {
    if (one === other) continue;
    it(`${one} and ${other}`, () => {
      assert.deepEqual(pairs([one, other]), [`${other} < ${one}`]);
      assert.deepEqual(pairs([other, one]), [`${one} < ${other}`]);
      assert.deepEqual(pairs([one, other], [one, other]), []);
      assert.deepEqual(pairs([one, other], [one]), [`${other} < ${one}`]);
    });
  }
  const different: readonly [string, string][] = [
    ["P-001", "P-002"],
    ["Person 001", "Person 002"],
    ["Person12", "Person21"],
    ["Station5", "Station"],
    ["Bo Li", "Bo Lu"],
    ["Anna Li", "Hanna Li"],
    ["Jan Smit", "Jan Smith"],
    ["Sam Okafor", "Sam Okfaro"],
    ["Samuel Okafor", "Samual Okafar"],
    ["Sam Okafor", "Tom Okafor"],
    ["Sam Okafor", "Okafor Sam"],
  ];
  for (const [one, other] of different) {
    it(`${one} and ${other} are two people`, () => {
      assert.deepEqual(pairs([one, other]), []);
      assert.deepEqual(pairs([other, one]), []);
    });
  }
  it("names the earliest of several", () =>
    assert.deepEqual(pairs(["Martin Weber", "Martina Weber", "Martins Weber"]), [
      "Martina Weber < Martin Weber",
      "Martins Weber < Martin Weber",
    ]));
  it("finds the one that is not registered behind one that is", () =>
    assert.deepEqual(pairs(["Martin Weber", "Martina Weber", "Martins Weber"], ["Martin Weber", "Martins Weber"]), [
      "Martina Weber < Martin Weber",
      "Martins Weber < Martina Weber",
    ]));
  it("goes through ten thousand names, few of them alike", () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `${word(i % 97)} ${word(100 + i)}`);
    assert.equal(pairs([...new Set(names)]).length, 0);
  });
  it("renames the key of people, and every place", () => {
    const content = `${head}posts:\n  cfo: { heldBy: Sam Okafor }\n  cro: { deputy: Sam Okafro, heldBy: [Sam Okafro] }\npeople:\n  Sam Okafro: { background: business }\n`;
    assert.deepEqual(of("similar-names", content).length, 1);
    assert.equal(fixed("similar-names", content), content.replaceAll("Okafro", "Okafor"));
    assert.equal(fixed("similar-names", content, 1), content.replaceAll("Okafor", "Okafro"));
    assert.deepEqual(of("similar-names", fixed("similar-names", content, 2)), []);
  });
  it("keeps a name that is a reserved word in quotes", () => {
    const content = `${head}posts:\n  cfo: { heldBy: "none" }\n  cro: { heldBy: None }\n`;
    assert.equal(fixed("similar-names", content), content.replace("heldBy: None", 'heldBy: "none"'));
  });
});

/** A pseudo-word that is more than one edit from those of other numbers: every letter stands three times. */
function word(n: number): string {
  return [...n.toString(26).padStart(3, "0")]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)).repeat(3))
    .join("");
}

describe("contradiction", () => {
  it("reads the upper end of a headcount, and leaves a provider's people out", () => {
    const posts =
      "people:\n  Cy Ho: { employedBy: msp }\n  Di Wu: { employedBy: unknown }\nposts:\n  ceo: { heldBy: Ann Ode }\n  cfo: { heldBy: [ann ode, Cy Ho, Di Wu] }\n  cro: { heldBy: Eve Roy }\n  coo: { heldBy: provider:msp }\nproviders:\n  msp: {}\n";
    const withHeadcount = (count: string) =>
      of("contradiction", `itorg: 1\norganization: { name: X, headcount: ${count} }\n${posts}`);
    assert.deepEqual(withHeadcount("2"), []);
    assert.deepEqual(withHeadcount("0-2"), []);
    assert.deepEqual(withHeadcount("1"), [
      "organization.headcount: 2 people hold posts, but the organization is said to have only 1 person.",
    ]);
    assert.deepEqual(withHeadcount("0-1").length, 1);
  });
  it("finds references to a post that is none, but for those who answer for a duty", () => {
    const content = `${head}posts:\n  coo: none\n  cfo: { reportsTo: coo, dottedLineTo: [coo] }\nactivities:\n  contract-management: { accountable: coo, responsible: [coo] }\n`;
    assert.deepEqual(
      of("contradiction", content).map((line) => line.split(":")[0]),
      ["posts.cfo.reportsTo", "posts.cfo.dottedLineTo[0]", "activities.contract-management.responsible[0]"],
    );
  });
  it("stands at the later of coverage and entry", () => {
    const before = `${head}coverage: { posts: complete }\nposts:\n  cfo: not-asked\n  cro: not-asked\n  coo: unknown\n`;
    assert.deepEqual(
      of("contradiction", before).map((line) => line.split(":")[0]),
      ["posts.cfo", "posts.cro"],
    );
    const after = `${head}posts:\n  cfo: not-asked\n  cro: not-asked\n  coo: unknown\ncoverage: { posts: complete }\n`;
    assert.deepEqual(of("contradiction", after), [
      "coverage.posts: It says that the posts are said to be complete, but nobody has asked about the CFO, the CRO yet.",
    ]);
  });
  it("reads `itPosts` for its own posts alone", () => {
    const content = `${head}coverage: { itPosts: complete }\nposts:\n  cfo: not-asked\n  head: not-asked\n  ciso: not-asked\n`;
    assert.deepEqual(
      of("contradiction", content).map((line) => line.split(":")[0]),
      ["posts.ciso"],
    );
  });
});

describe("undefined-title", () => {
  const known: readonly [string, string][] = [
    ["VP of IT", "cio it-director"],
    ["VP of IT Delivery", "cio it-director"],
    ["Vice President of Information Technology", "cio it-director"],
    ["Head of IT", "it-director cio it-manager"],
    ["ICT Manager", "it-manager"],
    ["Technical Director", "cto"],
    ["Director of Information Technology", "it-director"],
    ["Head of Security", "ciso"],
    ["head of information security", "ciso"],
    ["IT-Leiter", "it-director it-manager"],
  ];
  for (const [title, roles] of known) it(title, () => assert.equal(rolesForTitle(title).join(" "), roles));
  for (const title of [
    "Project Manager",
    "IT Project Manager",
    "Data Analyst",
    "Director of Finance",
    "Head of Sales",
    "Security Guard",
    "Assistant to the CIO",
    "IT",
    "Manager",
    "",
  ])
    it(`${title || "no title"} is none of them`, () => assert.deepEqual(rolesForTitle(title), []));
  it("is silent where the role or the key says what the post is", () => {
    assert.deepEqual(
      of(
        "undefined-title",
        `${head}posts:\n  cio: { title: VP of IT }\n  a: { title: VP of IT, role: it-director }\n  b: none\n  c: { title: VP of IT, role: unknown }\n`,
      ),
      [],
    );
  });
});

describe("regime-undecided", () => {
  const suggests = (organization: string, more = "") =>
    of("regime-undecided", `itorg: 1\norganization: { name: X, ${organization} }\n${more}`)[0]?.replace(
      /^.*asking whether | appl(y|ies)\.$/g,
      "",
    );
  it("names what known facts suggest", () => {
    assert.equal(suggests("jurisdictions: [DE]"), "GDPR and BDSG");
    assert.equal(suggests("jurisdictions: [NO]"), "GDPR");
    assert.equal(suggests("jurisdictions: [GB], sector: energy"), "CAF");
    assert.equal(suggests("jurisdictions: [CA-QC]"), "Quebec Law 25");
    assert.equal(suggests("cardData: merchant"), "PCI DSS");
    assert.equal(suggests("jurisdictions: [US], listed: yes"), "SEC item 106 and SOX");
    assert.equal(suggests("jurisdictions: [FR], sector: energy, headcount: 60"), "GDPR and NIS2");
    assert.equal(suggests("jurisdictions: [FR], sector: energy, headcount: 40-60"), "GDPR");
  });
  it("is silent on facts that are not known, and on what is mentioned in any way", () => {
    assert.equal(suggests("jurisdictions: unknown, sector: healthcare"), undefined);
    assert.equal(suggests("jurisdictions: [US], sector: retail"), undefined);
    assert.equal(suggests("jurisdictions: [DE]", "regimes: { gdpr: , bdsg: exempt }\n"), undefined);
    assert.equal(suggests("jurisdictions: [DE]", "regimes: none\n"), undefined);
  });
  it("offers three answers for each of the first three", () => {
    const content = "itorg: 1\norganization: { name: X, jurisdictions: [US-NY], sector: financial-services }\n";
    assert.equal(titles("regime-undecided", content)[0]?.length, 9);
  });
});

describe("open-question", () => {
  it("stands at posts where that key is written, else at itorg", () => {
    assert.match(of("open-question", head)[0] ?? "", /^itorg: /);
    assert.match(of("open-question", `${head}posts:\n`)[0] ?? "", /^posts: /);
  });
  it("writes the slots down and touches nothing else", () => {
    const content = `${head}posts:\n  ceo: { heldBy: Ann Ode } # the founder\n  ciso: vacant\n  cio: unknown\n`;
    const { document, findings } = check(content);
    const step = findings.find((finding) => finding.rule === "open-question")?.firstSteps[0];
    assert.ok(step);
    const after = applyEdits(content, textEdits(document, step.changes));
    assert.match(after, /ceo: \{ heldBy: Ann Ode \} # the founder\n/);
    assert.match(after, / {2}ciso: vacant\n {2}cio: unknown\n/);
    assert.match(after, /sector: not-asked/);
    assert.deepEqual(
      check(after).findings.filter((finding) => finding.severity === "error"),
      [],
    );
  });
});

describe("acceptance-lapsed", () => {
  const posts =
    "posts:\n  ceo: { heldBy: Ann Ode }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: cio }\n";
  const whole = {
    rule: "ciso-in-it-line",
    at: "posts.ciso",
    reason: "it is so",
    compensatingControl: "none",
    approvedBy: "ceo",
    until: "2027-01-01",
  };
  const entry = (changes: Partial<Record<keyof typeof whole, string>>) => {
    const fields = Object.entries({ ...whole, ...changes }).filter(([, value]) => value !== "");
    return `itorg: 1\norganization: { name: Example, headcount: 300 }\n${posts}accepted:\n  - { ${fields.map(([key, value]) => `${key}: ${value}`).join(", ")} }\n`;
  };
  const lapsed = (changes: Parameters<typeof entry>[0]) =>
    of("acceptance-lapsed", entry(changes))[0]?.replace("accepted[0]: ", "");
  const isCovered = (changes: Parameters<typeof entry>[0]) =>
    check(entry(changes)).findings.find((finding) => finding.rule === "ciso-in-it-line")?.accepted !== null;

  it("holds until the end of its last day", () => {
    assert.equal(lapsed({}), undefined);
    assert.equal(lapsed({ until: "2026-11-22" }), undefined);
    assert.equal(lapsed({ until: "" }), undefined);
    assert.equal(lapsed({ until: "2026-11-21" }), "This decision ran out on 2026-11-21 and covers nothing any more.");
    assert.deepEqual([isCovered({}), isCovered({ until: "2026-11-21" })], [true, false]);
  });
  it("is renewed for a year", () => {
    const content = entry({ until: "2026-06-30" });
    assert.equal(fixed("acceptance-lapsed", content), content.replace("2026-06-30", "2027-11-22"));
    assert.deepEqual(titles("acceptance-lapsed", content), [
      ["Renew the decision until 2027-11-22", "Remove the decision"],
    ]);
  });
  it("needs a rule, a place, a reason and an approver", () => {
    for (const field of ["rule", "at", "reason", "approvedBy"] as const) {
      assert.match(lapsed({ [field]: "" }) ?? "", /covers nothing: it lacks /, field);
      assert.match(lapsed({ [field]: "unknown" }) ?? "", /covers nothing: it lacks /, field);
      assert.equal(isCovered({ [field]: "" }), false);
    }
  });
  it("knows the checks and the provisions, and no others", () => {
    assert.equal(
      lapsed({ rule: "ciso-in-it-lane" }),
      "There is no check called `ciso-in-it-lane`, so this decision covers nothing.",
    );
    const nothingThere = "This decision covers nothing: no such finding stands at that place.";
    for (const rule of ["dora-5-3", "ccpa-7122", "ffiec-mgmt"]) assert.equal(lapsed({ rule }), nothingThere, rule);
  });
  it("wants a word on the control, of which `none` is one", () => {
    for (const word of ["", "unknown", "not-asked", "declined"]) {
      assert.match(lapsed({ compensatingControl: word }) ?? "", /does not say what is done instead/, word);
      assert.equal(isCovered({ compensatingControl: word }), true);
    }
    assert.equal(lapsed({ compensatingControl: "a weekly talk" }), undefined);
  });
  it("says so where nothing is found there", () => {
    assert.equal(lapsed({ at: "posts.ceo" }), "This decision covers nothing: no such finding stands at that place.");
    assert.deepEqual(titles("acceptance-lapsed", entry({ at: "posts.ceo", until: "2020-01-01" })), [
      ["Remove the decision"],
    ]);
  });
});

describe("accepted-by-holder", () => {
  const file = (approver: string, more = "") =>
    `itorg: 1\norganization: { name: Example, headcount: 300 }\nposts:\n  ceo: { heldBy: Ann Ode }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Cy Ho, reportsTo: cio }\n${more}accepted:\n  - { rule: ciso-in-it-line, at: posts.ciso, reason: it is so, compensatingControl: none, approvedBy: ${approver}, until: 2027-01-01 }\n`;
  const found = (approver: string, more?: string) =>
    of("accepted-by-holder", file(approver, more))[0]?.replace("accepted[0].approvedBy: ", "");
  it("reads the post, its holder, and another post of the holder", () => {
    assert.equal(found("ciso"), "The CISO approved a decision about that very post.");
    assert.equal(found("Cy Ho"), "Cy Ho approved a decision about the CISO, and holds that post.");
    assert.equal(
      found("cro", "  cro: { heldBy: cy ho }\n"),
      "The CRO approved a decision about the CISO, and holds that post.",
    );
  });
  it("is silent on others, and where it cannot be told", () => {
    for (const approver of ["ceo", "board", "Ann Ode", "cfo"]) assert.equal(found(approver), undefined, approver);
    assert.equal(found("cro", "  cro: { heldBy: unknown }\n"), undefined);
  });
  it("offers the first superior who holds none of the posts", () => {
    assert.deepEqual(titles("accepted-by-holder", file("ciso")), [["Let the CEO approve it"]]);
    assert.deepEqual(titles("accepted-by-holder", file("ciso").replace("Ann Ode", "Cy Ho")), [[]]);
    assert.deepEqual(
      titles("accepted-by-holder", file("ciso").replace("{ heldBy: Ann Ode }", "{ heldBy: Cy Ho, reportsTo: board }")),
      [["Let the board approve it"]],
    );
  });
});

describe("every rule of category format", () => {
  const ours = rules.filter((rule) => rule.category === "format");
  it("is there", () => assert.equal(ours.length, 13));
  it("says what it says on one line, in at most about 250 characters", () => {
    for (const rule of ours) {
      for (const { message, rule: id } of check(readFixture(rule.examples.bad).text).findings) {
        if (id !== rule.id) continue;
        assert.ok(message.length <= 280 && !message.includes("\n"), message);
      }
    }
  });
  it("stands inside the text", () => {
    for (const rule of ours) {
      const text = new Text(readFixture(rule.examples.bad).text);
      for (const { span } of check(text.content).findings)
        assert.ok(span.end <= text.content.length && span.start <= span.end);
    }
  });
});
