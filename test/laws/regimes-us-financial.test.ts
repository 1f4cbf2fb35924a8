import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { askedBy, citing } from "../kit/judged.ts";
import { aegis, ciso, holds, messagesCiting, postsFile } from "../kit/laws.ts";

// Written from the rows of the specification, before the predicates.

describe("NYDFS 500", () => {
  const regime = "nydfs-500: applies";

  it("500.4(a): a CISO is designated, inside or outside", () => {
    const owned = "providers: none\nactivities: { security: { accountable: ceo } }";
    holds({
      id: "nydfs-500-4a",
      regime,
      fires: { posts: ["ciso: none"], more: owned },
      as: ["error nydfs-500-4a posts.ciso"],
      satisfied: { posts: ["ciso: none"], more: aegis("ceo") },
    });
    holds({
      id: "nydfs-500-4a",
      regime,
      fires: { posts: ["ciso: vacant"], more: owned },
      as: ["error required-post-vacant posts.ciso"],
      satisfied: { posts: [ciso()] },
    });
    const unowned = postsFile(regime, {
      posts: ["ciso: none"],
      more: "providers: none\nactivities: { security: none }",
    });
    assert.deepEqual(citing("nydfs-500-4a", unowned), ["error security-unowned posts"]);
  });

  it("500.4(a)(1)-(3): a CISO from a provider is overseen by a senior member of the firm's own staff", () => {
    const id = "nydfs-500-4a2";
    const outside = "ciso: { heldBy: provider:aegis, reportsTo: ceo }";
    const satisfied = { posts: [outside], more: aegis("ceo") };
    holds({
      id,
      regime,
      fires: { posts: [outside], more: aegis("none") },
      as: ["error provider-unsupervised providers.aegis.overseenBy"],
      satisfied,
    });
    const employed = "people:\n  Eve Roy: { employedBy: aegis }\n";
    const anything = "providers:\n  aegis: { services: [monitoring], overseenBy: none }\n";
    assert.deepEqual(citing(id, postsFile(regime, { posts: [ciso()], more: employed + anything })), [
      "error provider-unsupervised providers.aegis.overseenBy",
    ]);
    assert.deepEqual(
      citing(id, postsFile(regime, { posts: [ciso()], more: anything })),
      [],
      "it does not supply the CISO",
    );
    holds({
      id,
      regime,
      fires: { posts: [ciso()], more: employed + aegis("ciso") },
      as: ["error overseer-is-provider providers.aegis.overseenBy"],
      satisfied: { posts: [ciso()], more: employed + aegis("ceo") },
    });
    const other = "people:\n  Zed Orr: { employedBy: zenith }\n";
    holds({
      id,
      regime,
      fires: {
        posts: [outside, "cro: { heldBy: Zed Orr, reportsTo: ceo }"],
        more: other + aegis("cro", "  zenith: { services: [monitoring], overseenBy: ceo }\n"),
      },
      as: ["error nydfs-500-4a2 providers.aegis.overseenBy"],
      satisfied: { posts: [outside, "cro: { heldBy: Hal Poe, reportsTo: ceo }"], more: aegis("cro") },
    });
    holds({
      id,
      regime,
      fires: {
        posts: [outside],
        more: aegis("none", "activities: { incident-response: { accountable: provider:aegis, responsible: [ceo] } }"),
      },
      as: ["error provider-accountable providers.aegis", "error provider-unsupervised providers.aegis.overseenBy"],
      satisfied,
    });
  });

  it("500.4(b)-(d): the CISO reports in writing, yearly at least", () => {
    const id = "nydfs-500-4b";
    const satisfied = { posts: [ciso(", boardReport: { form: written, cadence: half-yearly, to: board }")] };
    for (const report of ["none", "{ form: oral, cadence: yearly, to: board }", "{ form: written, cadence: rarer }"]) {
      const fires = { posts: [ciso(`, boardReport: ${report}`)] };
      const as = ["error no-security-board-report posts.ciso.boardReport"];
      holds({ id, regime, fires, as, satisfied });
    }
  });

  it("500.2(c): a class A company has its security audited by others", () => {
    const id = "nydfs-500-2c";
    const classA = "nydfs-500: { status: applies, as: [class-a] }";
    const audit = (who: string) => ({
      posts: [ciso(), "head-internal-audit: { heldBy: Ruth Adler, reportsTo: board }"],
      more: `activities: { security-audit: ${who} }`,
    });
    const satisfied = audit("{ responsible: [head-internal-audit] }");
    holds({
      id,
      regime: classA,
      fires: audit("{ responsible: [ciso] }"),
      as: ["warning nydfs-500-2c activities.security-audit.responsible"],
      satisfied,
    });
    holds({
      id,
      regime: classA,
      fires: audit("none"),
      as: ["warning nydfs-500-2c activities.security-audit"],
      satisfied,
    });
    assert.deepEqual(
      citing(id, postsFile("nydfs-500: applies", audit("none"))),
      [],
      "whether it is class A is a question",
    );
    assert.deepEqual(askedBy(id, postsFile("nydfs-500: applies", audit("none"))), ["regimes.nydfs-500.as"]);
  });

  it("500.19(a): any one of three limits exempts", () => {
    const file = (profile: string) => ({
      profile,
      posts: ["ciso: none"],
      more: "providers: none\nactivities: { security: { accountable: ceo } }",
    });
    const of = (profile: string) => citing("nydfs-500-4a", postsFile(regime, file(profile)));
    const big = "headcount: 300, annualRevenue: { amount: 90000000, currency: USD }";
    const fires = ["error nydfs-500-4a posts.ciso"];
    assert.deepEqual(of("headcount: 19"), []);
    assert.deepEqual(of("headcount: 20"), fires);
    assert.deepEqual(of("headcount: 300, annualRevenue: { amount: 7400000, currency: USD }"), []);
    assert.deepEqual(of(`${big}, totalAssets: { amount: 14000000, currency: USD }`), []);
    assert.deepEqual(of(`${big}, totalAssets: { amount: 15000000, currency: USD }`), fires);
    const declared = postsFile("nydfs-500: { status: applies, as: [limited-exempt] }", file(big));
    assert.deepEqual(citing("nydfs-500-4a", declared), []);
  });

  it("500.19(a) covers all of 500.4", () => {
    const posts = ["ciso: { heldBy: provider:aegis, reportsTo: ceo, boardReport: none }"];
    const small = { profile: "headcount: 12", posts, more: aegis("none") };
    assert.deepEqual(citing("nydfs-500-4a2", postsFile(regime, small)), []);
    assert.deepEqual(citing("nydfs-500-4b", postsFile(regime, small)), []);
    const large = { ...small, profile: "headcount: 120" };
    assert.equal(citing("nydfs-500-4a2", postsFile(regime, large)).length, 1);
    assert.equal(citing("nydfs-500-4b", postsFile(regime, large)).length, 1);
  });

  it("500.19(a): an amount that is unknown, or in another currency, is a question", () => {
    const id = "nydfs-500-4b";
    const of = (profile: string) => postsFile(regime, { profile, posts: [ciso(", boardReport: none")] });
    const unknown = of("headcount: 300");
    assert.match(messagesCiting(id, unknown), /unless exempt/);
    const asked = check(unknown).questions.map(({ at }) => placeToString(at));
    for (const place of ["organization.annualRevenue", "organization.totalAssets"]) assert.ok(asked.includes(place));
    const euros = of(
      "headcount: 300, annualRevenue: { amount: 1000000, currency: EUR }, totalAssets: { amount: 90000000, currency: USD }",
    );
    assert.match(messagesCiting(id, euros), /unless exempt/);
    assert.ok(
      check(euros).questions.some(({ question }) => /annual revenue below 7,500,000 USD/.test(inFull(question))),
    );
    const known = of(
      "headcount: 300, annualRevenue: { amount: 90000000, currency: USD }, totalAssets: { amount: 90000000, currency: USD }",
    );
    assert.doesNotMatch(messagesCiting(id, known), /unless exempt/);
  });

  it("planned raises nothing above information", () => {
    const file = { posts: [ciso(", boardReport: { form: oral, cadence: yearly }")] };
    assert.deepEqual(citing("nydfs-500-4b", postsFile("nydfs-500: planned", file)), [
      "info no-security-board-report posts.ciso.boardReport",
    ]);
    assert.match(messagesCiting("nydfs-500-4b", postsFile("nydfs-500: planned", file)), /will appear/);
  });
});

describe("FTC Safeguards", () => {
  const regime = "ftc-safeguards: applies";
  const qi = (more = "") => `qualified-individual: { heldBy: Gil Roe, reportsTo: ceo${more} }`;
  const nobody = ["qualified-individual: none", "ciso: none"];
  const owned = "providers: none\nactivities: { security: { accountable: ceo } }";

  it("314.4(a): one qualified individual, in small firms too", () => {
    for (const profile of ["headcount: 300", "headcount: 8, consumerRecords: 400"])
      holds({
        id: "ftc-314-4a",
        regime,
        fires: { profile, posts: nobody, more: owned },
        as: ["error ftc-314-4a posts.qualified-individual"],
        satisfied: { profile, posts: [qi(), "ciso: none"], more: owned },
      });
    assert.deepEqual(citing("ftc-314-4a", postsFile(regime, { posts: ["qualified-individual: none", ciso()] })), []);
    assert.deepEqual(citing("ftc-314-4a", postsFile(regime, { posts: nobody, more: aegis("ceo") })), []);
  });

  it("314.4(a)(1)-(3): as for the CISO of New York", () => {
    const id = "ftc-314-4a2";
    const outside = "qualified-individual: { heldBy: provider:aegis, reportsTo: ceo }";
    const firm = (overseenBy: string) => `providers:\n  aegis: { services: [monitoring], overseenBy: ${overseenBy} }\n`;
    holds({
      id,
      regime,
      fires: { posts: [outside], more: firm("none") },
      as: ["error provider-unsupervised providers.aegis.overseenBy"],
      satisfied: { posts: [outside], more: firm("ceo") },
    });
    holds({
      id,
      regime,
      fires: { posts: [outside], more: firm("qualified-individual") },
      as: ["error overseer-is-provider providers.aegis.overseenBy"],
      satisfied: { posts: [qi()], more: firm("none") },
    });
    const zed = "people:\n  Zed Orr: { employedBy: zenith }\n";
    holds({
      id,
      regime,
      fires: {
        posts: [outside, "cro: { heldBy: Zed Orr, reportsTo: ceo }"],
        more: `${zed}${firm("cro")}  zenith: { services: [monitoring], overseenBy: ceo }\n`,
      },
      as: ["error ftc-314-4a2 providers.aegis.overseenBy"],
      satisfied: { posts: [outside], more: `${zed}${firm("[Zed Orr, ceo]")}` },
    });
    assert.match(
      citing(
        id,
        postsFile(regime, { profile: "headcount: 8, consumerRecords: 400", posts: [outside], more: firm("none") }),
      ).join(),
      /error/,
    );
  });

  it("314.4(i): the qualified individual reports in writing, yearly at least", () => {
    const id = "ftc-314-4i";
    const profile = "headcount: 300, consumerRecords: 5000";
    const written = ", boardReport: { form: written, cadence: yearly, to: board }";
    for (const report of ["none", "{ form: oral, cadence: yearly }", "{ form: written, cadence: rarer }"]) {
      holds({
        id,
        regime,
        fires: { profile, posts: [qi(`, boardReport: ${report}`), "ciso: none"] },
        as: ["error no-security-board-report posts.qualified-individual.boardReport"],
        satisfied: { profile, posts: [qi(written), "ciso: none"] },
      });
      holds({
        id,
        regime,
        fires: { profile, posts: ["qualified-individual: none", ciso(`, boardReport: ${report}`)] },
        as: ["error no-security-board-report posts.ciso.boardReport"],
        satisfied: { profile, posts: ["qualified-individual: none", ciso(written)] },
      });
    }
  });

  it("314.6: below five thousand consumers only the report falls away", () => {
    const of = (profile: string) => postsFile(regime, { profile, posts: [qi(", boardReport: none"), "ciso: none"] });
    const id = "ftc-314-4i";
    assert.deepEqual(citing(id, of("headcount: 300, consumerRecords: 4999")), []);
    assert.equal(citing(id, of("headcount: 300, consumerRecords: 5000")).length, 1);
    assert.match(messagesCiting(id, of("headcount: 300")), /unless exempt/);
    assert.ok(
      check(of("headcount: 300")).questions.some(({ at }) => placeToString(at) === "organization.consumerRecords"),
    );
    const declared = "ftc-safeguards: { status: applies, as: [under-5000-consumers] }";
    assert.deepEqual(citing(id, postsFile(declared, { posts: [qi(", boardReport: none"), "ciso: none"] })), []);
  });

  it("planned raises nothing above information", () => {
    const file = { posts: nobody, more: owned };
    assert.deepEqual(citing("ftc-314-4a", postsFile("ftc-safeguards: planned", file)), [
      "info ftc-314-4a posts.qualified-individual",
    ]);
  });
});

describe("US banks, FFIEC, SEC", () => {
  const all = "coverage: { committees: complete }\n";

  it("Guidelines III.A: the board or a committee of it oversees the security programme", () => {
    const id = "glba-iii-a";
    const regime = "us-bank: applies";
    const of = (body: string) => ({ posts: [ciso()], more: `${all}committees:\n${body}` });
    const satisfied = of("  risk: { chair: external, meets: quarterly, oversees: [security] }\n");
    holds({
      id,
      regime,
      fires: of("  board: { chair: external, meets: quarterly, oversees: [strategy] }\n"),
      as: ["error no-board-oversight committees"],
      satisfied,
    });
    const alone = [
      "  board: { chair: external, meets: quarterly, oversees: [it] }\n",
      "  executive: { chair: ceo, meets: quarterly, oversees: [security] }\n",
    ];
    for (const body of alone) holds({ id, regime, fires: of(body), as: ["error glba-iii-a committees"], satisfied });
    assert.deepEqual(citing(id, postsFile(regime, { posts: [ciso()], more: `${all}committees: none` })), [
      "error no-board-oversight committees",
    ]);
    assert.deepEqual(citing(id, postsFile("us-bank: planned", of(alone[0]!))), ["info glba-iii-a committees"]);
  });

  it("Guidelines III.F are not reviewed, so they do nothing", () => {
    assert.equal(standard.law.provisions.get("glba-iii-f")?.reviewed, false);
    assert.deepEqual(citing("glba-iii-f", postsFile("us-bank: applies", { posts: [ciso(", boardReport: none")] })), []);
  });

  it("FFIEC: the security officer stays out of the IT line, and apart from those who run IT", () => {
    const id = "ffiec-mgmt";
    const regime = "ffiec: applies";
    const satisfied = { posts: ["cio: { heldBy: Bo Li, reportsTo: ceo }", ciso()] };
    const line = ["cio: { heldBy: Bo Li, reportsTo: ceo }", "ciso: { heldBy: Eve Roy, reportsTo: cio }"];
    holds({ id, regime, fires: { posts: line }, as: ["warning ciso-in-it-line posts.ciso.reportsTo"], satisfied });
    const small = { profile: "headcount: 20", posts: line };
    assert.deepEqual(citing(id, postsFile(regime, small)), ["warning ciso-in-it-line posts.ciso.reportsTo"]);
    const same = ["it-manager: { heldBy: Eve Roy, reportsTo: ceo }", ciso()];
    holds({ id, regime, fires: { posts: same }, as: ["warning ciso-is-it-head posts.ciso.heldBy"], satisfied });
    assert.deepEqual(citing(id, postsFile("ffiec: planned", small)), ["info ciso-in-it-line posts.ciso.reportsTo"]);
  });

  it("SEC item 106(c): what a listed company would have to say of board and management", () => {
    const id = "sec-106c";
    const regime = "sec: applies";
    const listed = "headcount: 300, listed: yes";
    const board = (oversees: string) =>
      `${all}committees:\n  board: { chair: external, meets: quarterly, oversees: [${oversees}] }\n`;
    const report = ", boardReport: { form: written, cadence: yearly, to: board }";
    const satisfied = { profile: listed, posts: [ciso(report)], more: board("security") };
    holds({
      id,
      regime,
      fires: { profile: listed, posts: [ciso(", boardReport: none")], more: board("security") },
      as: ["info no-security-board-report posts.ciso.boardReport"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: { profile: listed, posts: [ciso(report)], more: board("strategy") },
      as: ["info sec-106c committees"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: {
        profile: listed,
        posts: ["ciso: none"],
        more: `${board("security")}providers: none\nactivities: { security: none }\n`,
      },
      as: ["info sec-106c posts.ciso"],
      satisfied: {
        profile: listed,
        posts: ["ciso: none"],
        more: `${board("security")}providers: none\nactivities: { security: { accountable: ceo } }\n`,
      },
    });
    const of = (profile: string) =>
      postsFile(regime, { profile, posts: [ciso(", boardReport: none")], more: board("security") });
    assert.deepEqual(citing(id, of("headcount: 300, listed: no")), []);
    assert.deepEqual(citing(id, of("headcount: 300")), [], "whether it is listed is a question");
    assert.ok(check(of("headcount: 300")).questions.some(({ at }) => placeToString(at) === "organization.listed"));
    assert.deepEqual(
      citing(id, postsFile("sec: planned", { profile: listed, posts: [ciso(report)], more: board("strategy") })),
      ["info sec-106c committees"],
    );
  });
});
