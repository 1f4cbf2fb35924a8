import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, askedBy, citing, only, titles } from "../kit/judged.ts";
import { lawFile } from "../kit/laws.ts";

const unwatched = "coverage: { posts: complete }\nactivities: { third-party-ict-monitoring: none }";
const inOneHand = "posts: { cio: { heldBy: Bo Li, reportsTo: ceo } }\nactivities: { ict-risk: { accountable: cio } }";
const unseen = `
coverage: { committees: complete }
committees: { board: { meets: quarterly, oversees: [it] } }`;

/** Every fix ends its finding, every first step leaves it, and neither adds an error. */
function tryRemedies(rule: string, text: string): void {
  const finding = only(rule, text);
  const errors = (content: string) => check(content).findings.filter(({ severity }) => severity === "error").length;
  for (const remedy of [...finding.fixes, ...finding.firstSteps]) {
    const after = applied(text, remedy);
    const left = check(after).findings.filter((one) => one.rule === rule && inFull(one.says) === inFull(finding.says));
    assert.equal(left.length, remedy.kind === "fix" ? 0 : 1, `after "${inFull(remedy.title)}":\n${after}`);
    assert.ok(errors(after) <= errors(text), `an error is new after "${inFull(remedy.title)}":\n${after}`);
  }
}

describe("whom DORA leaves out", () => {
  const small = (money: string) => `headcount: 8, ${money}`;
  const euros = "annualRevenue: { amount: 1500000, currency: EUR }";

  it("firms under the simplified framework: of all that is checked here", () => {
    const simplified = "dora: { status: applies, as: [simplified] }";
    assert.deepEqual(citing("dora-5-3", lawFile(simplified, unwatched)), []);
    assert.deepEqual(citing("dora-6-4", lawFile(simplified, inOneHand)), []);
    assert.deepEqual(citing("dora-5-2", lawFile(simplified, unseen)), []);
  });

  it("microenterprises, by their own word: of two of the three", () => {
    const micro = "dora: { status: applies, as: [microenterprise] }";
    assert.deepEqual(citing("dora-5-3", lawFile(micro, unwatched)), []);
    assert.deepEqual(citing("dora-6-4", lawFile(micro, inOneHand)), []);
    assert.deepEqual(citing("dora-5-2", lawFile(micro, unseen)), ["warning dora-5-2 committees"]);
  });

  it("microenterprises, by their size: fewer than ten people, and two million euros at most", () => {
    for (const [id, body] of [
      ["dora-5-3", unwatched],
      ["dora-6-4", inOneHand],
    ] as const) {
      assert.deepEqual(citing(id, lawFile("dora: applies", body, small(euros))), []);
      assert.deepEqual(askedBy(id, lawFile("dora: applies", body, small(euros))), []);
      assert.equal(
        citing(
          id,
          lawFile(
            "dora: applies",
            body,
            small(euros.replace("15", "25")).concat(", totalAssets: { amount: 9000000, currency: EUR }"),
          ),
        ).length,
        1,
      );
      assert.equal(citing(id, lawFile("dora: applies", body, `headcount: 10, ${euros}`)).length, 1);
    }
  });

  it("an unknown amount, or one in another currency, holds nothing back and is asked for", () => {
    for (const money of ["listed: no", "annualRevenue: { amount: 1500000, currency: USD }"]) {
      const text = lawFile("dora: applies", unwatched, small(money));
      assert.deepEqual(citing("dora-5-3", text), ["error dora-5-3 activities.third-party-ict-monitoring"]);
      assert.match(inFull(only("dora-5-3", text).message), /unless exempt/);
      assert.ok(askedBy("dora-5-3", text).includes("organization.annualRevenue"), askedBy("dora-5-3", text).join());
    }
    assert.doesNotMatch(inFull(only("dora-5-3", lawFile("dora: applies", unwatched)).message), /unless exempt/);
  });
});

describe("where a provision looks", () => {
  it("posts are asked for in the companies that the file names, and of the group's own it asks whether they stand for them", () => {
    const both = "cro: { heldBy: Cy Ho, reportsTo: ceo }\n  third-party-risk: { heldBy: Pia Sol, reportsTo: cro }";
    const group = (dora: string, nist: string, own = "ceo: { heldBy: Ann Ode }", limits = "north") => `itorg: 1
organization: { name: Example, headcount: 900 }
regimes: { dora: { status: applies, units: [${limits}] }, nist-800-53: { status: applies, units: [${limits}] } }
coverage: { posts: complete, committees: complete, activities: complete }
units: { north: { name: North Bank, kind: company }, desk: { kind: department } }
posts:
  ${own}
  north-ceo: { role: ceo, heldBy: Lea Orr, reportsTo: board, unit: north }${dora}${nist}
`;
    const at = (rule: string, text: string) =>
      check(text)
        .findings.filter((one) => one.rule === rule)
        .map((one) => placeToString(one.at));
    assert.deepEqual(at("dora-5-3", group("", "")), ["units.north"]);
    assert.deepEqual(at("nist-800-53-pm-29", group("", "")), ["units.north"]);
    const filled = group(
      "\n  north-vendors: { role: third-party-risk, heldBy: Al Po, unit: north }",
      "\n  north-risk: { role: cro, heldBy: Di Xu, unit: north }",
    );
    assert.deepEqual(at("dora-5-3", filled), []);
    assert.deepEqual(at("nist-800-53-pm-29", filled), []);
    tryRemedies("dora-5-3", group("", ""));
    tryRemedies("nist-800-53-pm-29", group("", ""));
    assert.deepEqual(at("dora-5-3", group("", "", both)), []);
    assert.deepEqual(at("nist-800-53-pm-29", group("", "", both)), []);
    assert.ok(askedBy("dora-5-3", group("", "", both)).includes("posts.third-party-risk.unit"));
    assert.ok(askedBy("nist-800-53-pm-29", group("", "", both)).includes("posts.cro.unit"));
    assert.deepEqual(at("dora-5-3", group("", "", undefined, "self, north")), ["organization", "units.north"]);
  });

  it("a missing activity stands at its section, and without one at the organization", () => {
    const where = (body: string) => citing("dora-5-3", lawFile("dora: applies", body)).map((one) => one.split(" ")[2]);
    assert.deepEqual(
      where("coverage: { posts: complete, activities: complete }\nactivities: { patching: { accountable: cio } }"),
      ["activities"],
    );
    assert.deepEqual(where("coverage: { posts: complete, activities: complete }"), ["organization"]);
  });

  it("a denied committee stands at its own key", () => {
    const text = lawFile(
      "nis2: applies",
      "coverage: { committees: complete }\ncommittees: { board: none, risk: { meets: quarterly, oversees: [it] } }",
    );
    assert.deepEqual(citing("nis2-20", text), ["warning nis2-20 committees.board"]);
  });
});

describe("what a provision cannot tell", () => {
  it("in Quebec somebody is always in charge, so a missing post is a question", () => {
    for (const body of ["posts: { ceo: { heldBy: Ann Ode } }", "posts: { quebec-privacy-officer: none }"]) {
      const text = lawFile("quebec-law25: applies", body);
      assert.deepEqual(citing("quebec-3-1", text), []);
      assert.deepEqual(askedBy("quebec-3-1", text), ["posts.quebec-privacy-officer"]);
    }
  });

  it("a superior of whom nobody knows the role may head the organization", () => {
    const text = lawFile(
      "gdpr: applies",
      "posts: { principal: { heldBy: Ann Ode }, dpo: { heldBy: Gil Roe, reportsTo: principal } }",
    );
    assert.deepEqual(citing("gdpr-38-3", text), []);
    assert.deepEqual(askedBy("gdpr-38-3", text), ["posts.principal.role"]);
  });

  it("a line to nobody is known, and reaches no top", () => {
    const text = lawFile(
      "gdpr: applies",
      "posts: { dpo: { heldBy: Gil Roe, reportsTo: none, dottedLineTo: none, boardReport: none } }",
    );
    assert.deepEqual(citing("gdpr-38-3", text), ["warning gdpr-38-3 posts.dpo.reportsTo"]);
  });

  it("whether the other accountable is the head of IT is asked, although the line is known", () => {
    const text = lawFile(
      "dora: applies",
      `posts: { cio: { heldBy: not-asked, reportsTo: ceo }, desk: { heldBy: Cy Ho, reportsTo: cio } }
activities: { ict-risk: { accountable: desk } }`,
    );
    assert.deepEqual(citing("dora-6-4", text), ["warning dora-6-4 activities.ict-risk.accountable"]);
    assert.deepEqual(askedBy("dora-6-4", text), ["posts.cio.heldBy"]);
  });

  it("a CISO whom a provider supplies may report to the top", () => {
    const text = lawFile("nis2-ir: applies", "posts: { ciso: none }\nproviders: { shield: { services: [ciso] } }");
    assert.deepEqual(citing("nis2-ir-1-2-3", text), []);
    assert.equal(askedBy("nis2-ir-1-2-3", text).length, 1);
  });

  it("who reviews security is asked where the list of activities is open", () => {
    const text = lawFile("iso27001: applies", "posts: { ciso: { heldBy: Eve Roy } }");
    assert.deepEqual(citing("iso27001-a5-35", text), []);
    assert.deepEqual(askedBy("iso27001-a5-35", text), ["activities.independent-review"]);
  });

  it("the half of a provision that is open is asked where the other half is violated", () => {
    const text = lawFile("iso27001: applies", "activities: { isms-conformity: none }");
    assert.deepEqual(citing("iso27001-5-3", text), ["warning iso27001-5-3 activities.isms-conformity"]);
    assert.deepEqual(askedBy("iso27001-5-3", text), ["activities.isms-reporting"]);
  });
});

describe("remedies under law", () => {
  const withDpo = (profile: string) =>
    lawFile(
      "gdpr: applies",
      "posts: { cfo: { heldBy: Dee Fox, reportsTo: ceo }, dpo: { heldBy: Dee Fox, reportsTo: ceo } }\nproviders: none",
      profile,
    );
  const empties = (text: string) =>
    titles(only("dpo-conflict", text).fixes).includes("Make DPO a separate, vacant post");

  it("no post is emptied that a law wants filled", () => {
    assert.equal(empties(withDpo("publicAuthority: no, largeScaleMonitoring: no, largeScaleSensitiveData: no")), true);
    assert.equal(empties(withDpo("publicAuthority: yes")), false);
    assert.equal(
      empties(withDpo("publicAuthority: yes").replace("providers: none", "providers: { shield: { services: [dpo] } }")),
      true,
    );
    tryRemedies("dpo-conflict", withDpo("publicAuthority: yes"));
  });

  it("one remedy ends what the regulation and the framework miss, and stays a fix where they join the general finding", () => {
    const text = lawFile(
      "dora: applies, csf: applies",
      "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [strategy] } }",
    );
    const finding = only("no-board-oversight", text);
    assert.deepEqual([...finding.citations].sort(), ["csf-gv-ov", "csf-gv-rr", "dora-5-2"]);
    assert.deepEqual(titles(finding.fixes), ["Let the board oversee security and ICT risk"]);
    tryRemedies("no-board-oversight", text);
  });

  it("a line for the CISO stays a fix where DORA joins it", () => {
    const text = lawFile(
      "dora: applies",
      `posts: { cio: { heldBy: Bo Li, reportsTo: ceo }, ciso: { heldBy: Eve Roy, reportsTo: cio } }
activities: { ict-risk: { accountable: ciso } }`,
    );
    assert.deepEqual(titles(only("ciso-in-it-line", text).fixes), [
      "Let the CISO report to the CEO",
      "Let the CISO report to the board",
    ]);
    tryRemedies("ciso-in-it-line", text);
  });

  const cases: readonly (readonly [string, string, string])[] = [
    ["gdpr-37-6", "gdpr", "posts: { dpo: { heldBy: Gil Roe, reportsTo: board, contactPublished: no } }"],
    [
      "gdpr-38-3",
      "gdpr",
      "posts: { cfo: { heldBy: Dee Fox, reportsTo: ceo }, dpo: { heldBy: Gil Roe, reportsTo: cfo, dottedLineTo: none, boardReport: none } }",
    ],
    ["dora-6-4", "dora", inOneHand],
    ["dora-5-2", "dora", unseen],
    ["csf-gv-ov", "csf", unseen],
    ["nis2-ir-1-2-3", "nis2-ir", "posts: { ciso: { heldBy: Eve Roy, reportsTo: cfo, boardReport: none } }"],
    ["nis2-ir-1-2-3", "nis2-ir", "posts: { ciso: none }\nproviders: none"],
    ["iso27001-5-3", "iso27001", "coverage: { activities: complete }"],
    [
      "iso27001-a5-35",
      "iso27001",
      "coverage: { activities: complete }\nposts: { head-internal-audit: { heldBy: Gil Roe, reportsTo: board } }",
    ],
    ["nist-800-53-pm-29", "nist-800-53", "coverage: { posts: complete, committees: complete }"],
  ];
  for (const [id, regime, body] of cases)
    it(`of ${id} end it: ${body.slice(0, 40).trim()}`, () => tryRemedies(id, lawFile(`${regime}: applies`, body)));
});

describe("professional practice", () => {
  it("needs no declaration, is named in messages and is no citation", () => {
    const text = lawFile(
      "",
      "posts: { cfo: { heldBy: Dee Fox }, head-internal-audit: { heldBy: Gil Roe, reportsTo: cfo } }",
    );
    const finding = only("audit-not-independent", text);
    assert.match(inFull(finding.message), /IIA 7\.1/);
    assert.deepEqual(finding.citations, []);
  });

  it("the Belgian guide is named in Belgium alone, and cited nowhere", () => {
    const text = (country: string) =>
      lawFile(
        "",
        "posts: { cio: { heldBy: Bo Li, reportsTo: ceo }, ciso: { heldBy: Eve Roy, reportsTo: cio } }",
        `jurisdictions: [${country}]`,
      );
    const [here, there] = ["BE", "NL"].map((country) => only("ciso-in-it-line", text(country)));
    assert.match(inFull(here!.message), /CCB guide/);
    assert.doesNotMatch(inFull(there!.message), /CCB guide/);
    assert.deepEqual(here!.citations, there!.citations);
    assert.equal(here!.severity, there!.severity);
  });
});
