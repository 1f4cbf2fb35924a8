import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../../server/model/words/place.ts";
import { foldName } from "../../../server/model/words/values.ts";
import { check } from "../../kit/check-fixture.ts";
import { afterFix, file, judged, said } from "../../kit/judged.ts";

/** A CISO and a CIO of these names: whether the checks take the two for one. */
const shared = (ciso: string, cio: string): boolean =>
  judged(
    "ciso-is-it-head",
    file(`posts:\n  cio: { heldBy: "${cio}", reportsTo: ceo }\n  ciso: { heldBy: "${ciso}", reportsTo: ceo }`),
  ) !== "silent";

describe("one person's name, written in two ways", () => {
  for (const [one, other] of [
    ["Ann Poe", "Dr. Ann Poe"],
    ["Ann Poe", "Ms Ann Poe"],
    ["Ann Poe", "Ann Poe, CISSP"],
    ["Ann Poe", "Ann Poe, Ph.D., MBA"],
    ["Ann Poe", "Prof. Dr.-Ing. Ann Poe"],
    ["Ann Poe", "Ann Poe (acting)"],
    ["Ann Poe", "Ann Poe (she/her)"],
    ["Jean-Luc Bo", "Jean Luc Bo"],
    ["Søren Øst", "Soren Ost"],
    ["Jörg Müller", "Joerg Mueller"],
    ["Straße Li", "STRASSE LI"],
    ["Bo Li", "Bo\u00a0Li"],
    ["Bo Li", "Bo\u200b Li"],
  ] as const)
    it(`${one}, ${other}: one`, () => {
      assert.equal(foldName(one), foldName(other));
      assert.ok(shared(one, other));
    });

  for (const [one, other] of [
    ["Wei Zhang", "Wei Zhang (4711)"],
    ["Ann Poe", "Ann Poe Jr"],
    ["Ann Poe", "Poe Ann"],
    ["Ann Poe", "Ann Poe (Berlin)"],
    ["Mr Kim Lee", "Ms Kim Lee"],
    ["Ann", "ann"],
    ["Yo Yo Ma", "Yo Yo"],
  ] as const)
    it(`${one}, ${other}: two`, () => assert.equal(shared(one, other), false));
});

describe("a text that names nobody", () => {
  const posts = (written: string) =>
    file(
      `posts:\n  ceo: { heldBy: Zoe Zed }\n  cio: { heldBy: ${written}, reportsTo: ceo }\n  it-manager: { heldBy: ${written}, reportsTo: cio }\n  ciso: { heldBy: ${written}, reportsTo: ceo }`,
    );
  const convicting = ["supervises-self", "overloaded-leader", "ciso-is-it-head"];
  for (const written of [
    ..."Vacant|VACANT|(vacant)|Vacancy|vacant - hiring|Vacant (recruiting)|Unfilled|Open position|To be hired|Nobody|vakant|unbesetzt|niemand|vacante|por cubrir|vacant(e)|à pourvoir|position frozen".split(
      "|",
    ),
    ..."N/D|not disclosed|Redacted|New hire|various|extern|external|outsourced".split("|"),
    ..."N/A|N.N.|NN|TBD|TBC|TBH|tba|Open|offen|personne|None|Unknown|Eliminated|k. A.|???|xxx|MSP|Systemhaus|IT provider".split(
      "|",
    ),
  ])
    it(`${written} convicts nobody, and is said to be no name`, () => {
      for (const rule of convicting) assert.doesNotMatch(judged(rule, posts(written)), /info|warning|error/);
      assert.ok(said("near-miss", posts(written)).length >= 3, said("near-miss", posts(written)).join("\n"));
      assert.ok(said("near-miss", posts(written)).every((line) => line.startsWith("hint ")));
    });

  const dpo = (written: string) =>
    file(
      `posts:\n  ceo: { heldBy: Zoe Zed }\n  dpo: { heldBy: ${written}, reportsTo: ceo }`,
      "headcount: 120, publicAuthority: yes",
      "gdpr: applies",
    );
  it("makes no error: it is asked whether the post is vacant", () => {
    assert.ok(check(dpo("vacant")).findings.some(({ severity }) => severity === "error"));
    const { findings, questions } = check(dpo("Vacancy"));
    assert.deepEqual(
      findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
      [],
    );
    assert.ok(questions.some(({ at }) => placeToString(at) === "posts.dpo.heldBy"));
  });

  it("in quotes, or as a key of people, is a name", () => {
    assert.match(judged("ciso-is-it-head", posts('"Open"')), /warning/);
    assert.match(judged("ciso-is-it-head", `${posts("Open")}people: { Open: { background: business } }\n`), /warning/);
  });

  it("that says somebody is there leaves no vacancy", () => {
    const text = file(
      "posts:\n  ceo: { heldBy: Zoe Zed }\n  it-manager: { heldBy: outsourced, reportsTo: ceo }\ncoverage: { posts: complete }",
    );
    assert.doesNotMatch(judged("no-it-leader", text), /info|warning/);
  });

  it("is the one firm that supplies operations", () => {
    const text = (providers: string) =>
      file(`providers: { ${providers} }\nposts:\n  it-manager: { heldBy: MSP, reportsTo: ceo }`);
    const one = "acme: { services: [helpdesk], overseenBy: it-manager }";
    assert.equal(judged("overseer-is-provider", text(one)).split(" ")[0], "warning");
    assert.doesNotMatch(judged("overseer-is-provider", text(`${one}, bolt: { services: [backup] }`)), /warning/);
  });
});

describe("a provider by its name", () => {
  const text = (employer: string) =>
    file(
      `providers:\n  msp: { name: Brightwater IT Ltd, services: [helpdesk], overseenBy: it-manager }\npeople:\n  Dan Day: { employedBy: ${employer} }\nposts:\n  ceo: { heldBy: Zoe Zed }\n  it-manager: { heldBy: Dan Day, reportsTo: ceo }`,
    );
  for (const written of ["Brightwater IT Ltd", "brightwater it ltd", "MSP"])
    it(`${written} is read as that provider`, () => {
      assert.match(judged("overseer-is-provider", text(written)), /^warning/);
      assert.equal(said("near-miss", text(written)).length, 1);
      assert.equal(afterFix("near-miss", text(written)), text("msp"));
    });
  it("holds a post, and has duties", () => {
    const held = (written: string) =>
      file(
        `providers: { acme: { name: Acme IT, services: [helpdesk] } }\nposts:\n  it-manager: { heldBy: ${written}, reportsTo: ceo }`,
      );
    assert.equal(afterFix("near-miss", held("Acme IT")), held("provider:acme"));
  });
});

describe("several people in one text", () => {
  const text = (written: string) =>
    file(
      `posts:\n  cio: { heldBy: [Ann Poe, Bob Fox], reportsTo: ceo }\n  it-manager: { heldBy: ${written}, reportsTo: cio }`,
    );
  for (const written of [
    "Ann Poe & Bob Fox",
    "Ann Poe and Bob Fox",
    "Ann Poe / Bob Fox",
    "Ann Poe; Bob Fox",
    "Ann Poe und Bob Fox",
    "Ann Poe et Bob Fox",
  ])
    it(`${written} is a list`, () => {
      assert.match(judged("supervises-self", text(written)), /warning/);
      assert.match(judged("near-miss", text(written)), /^warning/);
      assert.equal(afterFix("near-miss", text(written)), text("[Ann Poe, Bob Fox]"));
    });
  for (const written of ["Fox & Partner", "Ann & Bob", "Fox & Sons Ltd", "Ann Poe & Young", "CIO / CFO"])
    it(`${written} is one holder of whom nobody knows`, () => {
      assert.doesNotMatch(judged("supervises-self", text(written)), /warning|info/);
      assert.match(judged("near-miss", text(written)), /^hint/);
    });
  it("y never splits", () => assert.equal(judged("near-miss", text("Ana Ruiz y Lopez")), "silent"));
  it("is split in a duty's list as well", () => {
    const duty = file(
      "posts: { ceo: { heldBy: Zoe Zed } }\nactivities:\n  change-build: { responsible: [Ann Poe & Bob Fox] }\n  change-deploy: { responsible: [Bob Fox] }",
    );
    assert.match(judged("duties-build-deploy", duty), /warning/);
  });
});

describe("brackets that say how a post is held", () => {
  it("are a field of its own", () => {
    const text = (written: string, more = "") => file(`posts:\n  cio: { heldBy: ${written}, reportsTo: ceo${more} }`);
    assert.equal(judged("near-miss", text("Ann Poe (acting)")), "hint posts.cio.heldBy");
    assert.equal(afterFix("near-miss", text("Ann Poe (acting)")), text("Ann Poe", ", interim: yes"));
  });
});

describe("a key that is a word of the format", () => {
  for (const [section, word] of [
    ["posts", "unknown"],
    ["posts", "vacant"],
    ["posts", "board"],
    ["posts", "external"],
    ["providers", "none"],
    ["committees", "external"],
    ["units", "declined"],
  ] as const)
    it(`${section}.${word} is warned of, and read`, () => {
      const text = file(`${section}: { ${word}: {} }`);
      assert.equal(judged("invalid-value", text), `warning ${section}.${word}`);
      assert.equal(judged("invalid-value", afterFix("invalid-value", text)), "silent");
    });
  it("is not what a reference to the word means", () => {
    const posts = "posts:\n  board: { heldBy: Ann Ode }\n  cio: { heldBy: Bo Li, reportsTo: board }";
    assert.equal(judged("cio-below-executive", file(posts)), "silent");
    assert.deepEqual(check(file(posts)).document.org.data.posts.get("cio")?.reportsTo, {
      is: "known",
      value: { to: "board" },
    });
  });
  it("may be a committee's, where that is the board", () =>
    assert.equal(judged("invalid-value", file("committees: { board: { chair: external } }")), "silent"));
});

describe("two posts of one name", () => {
  const bureaus = (fields: (n: number) => string) =>
    file(
      `posts:\n  ceo: { heldBy: Ann Ode }\n  cfo: { heldBy: Cy Ho, reportsTo: ceo }\n${[1, 2].map((n) => `  cio-${n}: { role: cio, title: Bureau CIO, reportsTo: cfo, ${fields(n)} }`).join("\n")}\nunits: { radio: { kind: department }, film: { kind: department } }`,
    );
  it("are told apart by their holders", () =>
    assert.deepEqual(
      said(
        "cio-below-executive",
        bureaus((n) => `heldBy: ${["Dan Day", "Eve Roy"][n - 1]}`),
      ).map((line) => line.replace(/\.$/, "")),
      [
        "info posts.cio-1.reportsTo: The Bureau CIO (Dan Day) reports to the CFO",
        "info posts.cio-2.reportsTo: The Bureau CIO (Eve Roy) reports to the CFO",
      ],
    ));
  it("are told apart by their units where those differ", () =>
    assert.deepEqual(
      said(
        "cio-below-executive",
        bureaus((n) => `heldBy: vacant, unit: ${["radio", "film"][n - 1]}`),
      ).map((line) => line.replace(/\.$/, "")),
      [
        "info posts.cio-1.reportsTo: The Bureau CIO (Radio) reports to the CFO",
        "info posts.cio-2.reportsTo: The Bureau CIO (Film) reports to the CFO",
      ],
    ));
});
