import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { askedBy, citing } from "../kit/judged.ts";
import { ciso, holds, messagesCiting, postsFile } from "../kit/laws.ts";

// Law as of November 2026, written from the review of law and not from the predicates: for each provision that it fires,
// is satisfied, is silent where nobody declares it, and what each capacity and exemption does.

const cio = "cio: { heldBy: Bo Li, reportsTo: ceo }";
const cto = "cto: { heldBy: Ed Ro, reportsTo: ceo }";
const cro = "cro: { heldBy: Di Om, reportsTo: ceo }";
const rbi = (...as: readonly string[]) => `rbi-it: { status: applies, as: [${as.join(", ")}] }`;
const errors = (content: string) =>
  check(content)
    .findings.filter(({ severity }) => severity === "error")
    .map(({ rule, at }) => `${rule} ${placeToString(at)}`);

describe("RBI directions of 2026, by class of entity", () => {
  const wrong = {
    posts: [cio, cro, "ciso: { heldBy: Cy Ho, reportsTo: cio, boardReport: none }"],
    more: "coverage: { committees: complete }\ncommittees: { it-strategy: none, it-steering: none, security: none, audit: { meets: quarterly, oversees: [finance] } }",
  };

  it("fire nothing where the class is not declared, and ask for it", () => {
    assert.deepEqual(errors(postsFile("rbi-it: applies", wrong)), []);
    for (const id of ["rbi-6", "rbi-24c", "rbi-30", "rbi-nbfc-15"])
      assert.deepEqual(citing(id, postsFile("rbi-it: applies", wrong)), [], id);
    assert.deepEqual(askedBy("rbi-6", postsFile("rbi-it: applies", wrong)), ["regimes.rbi-it.as"]);
  });

  const numbers: readonly (readonly [string, string])[] = [
    ["commercial-bank", "RBI 2026 para 27"],
    ["payments-bank", "RBI 2026 para 26"],
    ["aifi", "RBI 2026 para 26"],
    ["nbfc-middle", "RBI 2026 para 81"],
    ["ucb-level-4", "RBI 2026 para 175"],
  ];
  for (const [as, cited] of numbers)
    it(`${as}: cite the paragraph of its own text, ${cited}`, () => {
      assert.ok(
        messagesCiting("rbi-24c", postsFile(rbi(as), wrong)).includes(cited),
        messagesCiting("rbi-24c", postsFile(rbi(as), wrong)),
      );
      assert.deepEqual(citing("rbi-24c", postsFile(rbi(as), wrong)), ["error ciso-in-it-line posts.ciso.reportsTo"]);
    });

  it("show no number that is only inferred", () => {
    for (const as of ["small-finance-bank", "credit-information"]) {
      const said = check(postsFile(rbi(as), wrong)).findings.map(({ message }) => inFull(message));
      assert.ok(
        said.some((message) => message.includes("RBI 2026, CISO")),
        as,
      );
      for (const message of said) assert.doesNotMatch(message, /RBI 2026 paras? \d/, as);
    }
  });

  it("ask of all banks and of NBFCs of the middle layer a strategy committee, of the others none", () => {
    for (const as of [
      "commercial-bank",
      "small-finance-bank",
      "payments-bank",
      "aifi",
      "credit-information",
      "nbfc-middle",
    ])
      assert.deepEqual(citing("rbi-6", postsFile(rbi(as), wrong)), ["error rbi-6 committees.it-strategy"], as);
    for (const as of ["nbfc-base", "nbfc-small", "ucb-level-4", "ucb"])
      assert.deepEqual(citing("rbi-6", postsFile(rbi(as), wrong)), [], as);
  });

  it("ask nothing of small NBFCs, core investment companies and lower co-operative banks", () => {
    for (const as of ["nbfc-small", "ucb"]) {
      assert.deepEqual(errors(postsFile(rbi(as), wrong)), [], as);
      const nobody = ["cio", "cto", "cto-internal", "it-director", "it-manager"].map((role) => `${role}: none`);
      assert.deepEqual(errors(postsFile(rbi(as), { ...wrong, posts: nobody })), [], as);
    }
  });

  it("let a branch of a foreign bank comply or explain", () => {
    for (const id of ["rbi-6", "rbi-7", "rbi-24b", "rbi-24c", "rbi-24d"]) {
      const found = citing(id, postsFile(rbi("foreign-branch"), wrong));
      assert.ok(found.length > 0, id);
      for (const one of found) assert.match(one, /^warning /, one);
    }
    assert.deepEqual(errors(postsFile(rbi("commercial-bank", "foreign-branch"), wrong)), []);
  });

  it("let anybody chair the security committee of a co-operative bank of level IV, and want the CISO on it", () => {
    const chaired = {
      posts: [cio, cro, "ciso: { heldBy: Cy Ho, reportsTo: cro }"],
      more: "committees: { security: { chair: cio, members: [cio, ciso], meets: quarterly } }",
    };
    assert.deepEqual(citing("rbi-24b", postsFile(rbi("ucb-level-4"), chaired)), []);
    assert.deepEqual(citing("rbi-24b", postsFile(rbi("commercial-bank"), chaired)), [
      "error security-chaired-by-it committees.security.chair",
    ]);
    const without = { ...chaired, more: "committees: { security: { chair: cro, members: [cio], meets: quarterly } }" };
    assert.deepEqual(citing("rbi-24b", postsFile(rbi("ucb-level-4"), without)), [
      "error rbi-24b committees.security.members",
    ]);
  });

  it("leave a base-layer NBFC alone that keeps its own chapter (the review's false errors)", () => {
    const file = {
      posts: [
        cro,
        cio,
        cto,
        "security-lead: { role: ciso, heldBy: Cy Ho, reportsTo: cro, appointment: in-writing, objectives: [security], boardReport: { form: written, cadence: yearly, to: board } }",
      ],
      more: "committees:\n  it-strategy: { chair: external, independent: yes, directors: 1, members: [cio, cto], meets: half-yearly }",
    };
    assert.deepEqual(errors(postsFile(rbi("nbfc-base"), file)), []);
    assert.deepEqual(errors(postsFile(rbi("nbfc-middle"), file)).length > 0, true, "and not one of the middle layer");
  });

  it("leave a core investment company of twenty people with a chief executive alone", () => {
    const none = ["cio", "cto", "cto-internal", "it-director", "it-manager", "ciso"].map((role) => `${role}: none`);
    const file = { profile: "headcount: 20", posts: none, more: "coverage: { posts: complete, committees: complete }" };
    assert.deepEqual(errors(postsFile(rbi("nbfc-small"), file)), []);
  });
});

describe("RBI directions for NBFCs of the base layer", () => {
  const regime = rbi("nbfc-base");
  const committee = (entry: string) => ({
    posts: [cio, cto],
    more: `coverage: { committees: complete }\ncommittees: { it-strategy: ${entry} }`,
  });
  const good = committee("{ chair: external, independent: yes, members: [cio, cto], meets: half-yearly }");

  it("para 15: a strategy committee with an independent chair, CIO and CTO, twice a year", () => {
    const id = "rbi-nbfc-15";
    const fires = (entry: string, ...as: readonly string[]) =>
      holds({ id, regime, fires: committee(entry), as, satisfied: good });
    fires("none", "error rbi-nbfc-15 committees.it-strategy");
    fires(
      "{ chair: ceo, independent: no, members: [cio, cto], meets: half-yearly }",
      "error rbi-nbfc-15 committees.it-strategy.independent",
    );
    fires(
      "{ chair: external, independent: yes, members: [cto], meets: half-yearly }",
      "error rbi-nbfc-15 committees.it-strategy.members",
    );
    fires(
      "{ chair: external, independent: yes, members: [cio, cto], meets: yearly }",
      "error rbi-nbfc-15 committees.it-strategy.meets",
    );
    assert.deepEqual(
      askedBy(
        id,
        postsFile(regime, committee("{ chair: external, independent: yes, members: not-asked, meets: monthly }")),
      ),
      ["committees.it-strategy.members"],
    );
    assert.deepEqual(
      citing(id, postsFile(rbi("commercial-bank"), committee("none"))),
      [],
      "banks have another paragraph",
    );
  });

  it("para 59: business continuity in the CIO's hands", () => {
    const id = "rbi-nbfc-59";
    const by = (entry: string, ...posts: readonly string[]) => ({
      posts: [...posts, "coo: { heldBy: Dee Fox, reportsTo: ceo }"],
      more: `activities: { business-continuity: ${entry} }`,
    });
    holds({
      id,
      regime,
      fires: by("{ accountable: coo, responsible: [coo] }", cio),
      as: ["error rbi-nbfc-59 activities.business-continuity.accountable"],
      satisfied: by("{ accountable: coo, responsible: [cio] }", cio),
    });
    const silent = (file: ReturnType<typeof by>) => assert.deepEqual(citing(id, postsFile(regime, file)), []);
    silent(by("{ accountable: cio, responsible: [coo] }", cio));
    silent(by("none", cio));
    silent(by("{ accountable: coo, responsible: [coo] }", "cio: none"));
    assert.deepEqual(askedBy(id, postsFile(regime, by("{ accountable: coo, responsible: not-asked }", cio))), [
      "activities.business-continuity.responsible",
    ]);
    assert.deepEqual(
      citing(id, postsFile(rbi("commercial-bank"), by("{ accountable: coo, responsible: [coo] }", cio))),
      [],
    );
  });

  it("para 18: somebody leads IT", () => {
    const none = ["cio", "cto", "cto-internal", "it-director", "it-manager"].map((role) => `${role}: none`);
    holds({
      id: "rbi-nbfc-18",
      regime,
      fires: { posts: none },
      as: ["error no-it-leader posts"],
      satisfied: { posts: [cio] },
    });
  });

  it("para 21(2): security apart from IT", () => {
    const id = "rbi-nbfc-21";
    const satisfied = { posts: [cio, ciso()] };
    holds({
      id,
      regime,
      fires: { posts: [cio, "ciso: { heldBy: Eve Roy, reportsTo: cio }"] },
      as: ["error ciso-in-it-line posts.ciso.reportsTo"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: { posts: [cio, "ciso: { heldBy: Bo Li, reportsTo: ceo }"] },
      as: ["error ciso-is-it-head posts.ciso.heldBy"],
      satisfied,
    });
  });

  it("para 21(3) and (6): two pairs of hands, and no single person", () => {
    const id = "rbi-nbfc-21-6";
    const of = (approver: string) => ({
      posts: [cio, "cfo: { heldBy: Dee Fox, reportsTo: ceo }"],
      more: `activities: { purchase-request: { responsible: [cio] }, purchase-approve: { responsible: [${approver}] } }`,
    });
    holds({
      id,
      regime,
      fires: of("cio"),
      as: ["error duties-purchase-request-approve activities.purchase-approve.responsible[0]"],
      satisfied: of("cfo"),
    });
    holds({
      id,
      regime,
      fires: { posts: ["cio: { heldBy: Bo Li, reportsTo: ceo, deputy: none }"] },
      as: ["warning key-person posts.cio.deputy"],
      satisfied: {
        posts: ["cio: { heldBy: Bo Li, reportsTo: ceo, deputy: cfo }", "cfo: { heldBy: Dee Fox, reportsTo: ceo }"],
      },
    });
  });

  it("paras 49, 51 and 55: internal audit answers for the audit of IT", () => {
    const of = (who: string) => ({
      posts: [cio, "head-internal-audit: { heldBy: Ruth Adler, reportsTo: board }"],
      more: `activities: { is-audit: { accountable: ${who} } }`,
    });
    assert.match(messagesCiting("rbi-30", postsFile(regime, of("cio"))), /RBI 2026 paras 49, 51 and 55/);
    assert.deepEqual(citing("rbi-30", postsFile(regime, of("head-internal-audit"))), []);
  });
});

describe("CCPA audit rules", () => {
  const id = "ccpa-7122";
  const due = "ccpa-audit: { status: applies, as: [audit-due] }";
  const audit = (reportsTo: string, more = "") => ({
    posts: [
      cio,
      ciso(),
      "cfo: { heldBy: Dee Fox, reportsTo: ceo }",
      `head-internal-audit: { heldBy: Ruth Adler, reportsTo: ${reportsTo}${more} }`,
    ],
    more: "committees: { audit: { chair: external, meets: quarterly, oversees: [is-audit] } }\nactivities: { security: { accountable: ciso, responsible: [ciso] } }",
  });

  it("7122(a)(3): the in-house auditor answers to an executive who is not in charge of security", () => {
    for (const superior of ["ciso", "cio"])
      holds({
        id,
        regime: due,
        fires: audit(superior),
        as: ["error ccpa-7122 posts.head-internal-audit.reportsTo"],
        satisfied: audit("cfo"),
      });
    assert.deepEqual(citing(id, postsFile("ccpa-audit: applies", audit("ciso"))), [
      "info ccpa-7122 posts.head-internal-audit.reportsTo",
    ]);
    assert.deepEqual(
      askedBy(id, postsFile(due, { posts: [cio, ciso(), "head-internal-audit: { heldBy: Ruth Adler }"] })),
      ["posts.head-internal-audit.reportsTo"],
    );
  });

  it("is information where the line goes to the audit committee alone, and met by a second line to an executive", () => {
    assert.deepEqual(citing(id, postsFile(due, audit("audit", ", dottedLineTo: none"))), [
      "info ccpa-7122 posts.head-internal-audit.reportsTo",
    ]);
    assert.deepEqual(citing(id, postsFile(due, audit("audit", ", dottedLineTo: [cfo]"))), []);
  });

  it("reads whoever leads the audit inside, and says nothing of an outside firm", () => {
    const by = (who: string) => ({
      posts: [cio, ciso(), "auditor: { heldBy: Ida Lo, reportsTo: ciso }"],
      more: `providers: { lamp: { services: [security-audit], overseenBy: ceo } }\nactivities: { security-audit: { responsible: ["${who}"] } }`,
    });
    assert.deepEqual(citing(id, postsFile(due, by("auditor"))), ["error ccpa-7122 posts.auditor.reportsTo"]);
    assert.deepEqual(citing(id, postsFile(due, by("provider:lamp"))), []);
  });
});

describe("NIS2 and the acts of Germany and Austria", () => {
  const unseen = {
    more: "coverage: { committees: complete }\ncommittees: { board: { chair: external, meets: quarterly, oversees: [strategy] }, risk: { chair: external, meets: quarterly, oversees: [security] } }",
  };
  const nobody = {
    more: "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [finance] } }",
  };
  const within = (file: typeof unseen, ...places: readonly string[]) => ({
    ...file,
    profile: `headcount: 900, jurisdictions: [${places.join(", ")}]`,
  });

  it("are one finding, under the act that binds", () => {
    const found = (regimes: string, file: Parameters<typeof postsFile>[1]) =>
      check(postsFile(regimes, file))
        .findings.filter(({ category, rule }) => category === "regime" || rule === "no-board-oversight")
        .map(({ severity, rule, citations }) => `${severity} ${rule}: ${[...citations].sort().join(" ")}`);
    assert.deepEqual(found("nis2: applies", within(unseen, "DE")), ["warning bsig-38: bsig-38 nis2-20"]);
    assert.deepEqual(found("nis2: applies", within(unseen, "AT")), ["warning nisg-31: nis2-20 nisg-31"]);
    assert.deepEqual(found("nis2: applies", within(unseen, "DE", "AT")), ["warning bsig-38: bsig-38 nis2-20 nisg-31"]);
    assert.deepEqual(found("nis2: applies", within(unseen, "FR")), ["warning nis2-20: nis2-20"]);
    assert.deepEqual(found("nis2: applies", within(unseen, "EU")), ["warning nis2-20: nis2-20"], "which state is open");
    assert.deepEqual(found("nis2: applies", within(nobody, "DE")), ["warning no-board-oversight: bsig-38 nis2-20"]);
  });

  it("leave out firms under DORA", () => {
    for (const id of ["nis2-20", "bsig-38", "nisg-31"])
      assert.deepEqual(citing(id, postsFile("nis2: applies, dora: applies", within(nobody, "DE", "AT"))), [], id);
    assert.deepEqual(citing("dora-5-2", postsFile("nis2: applies, dora: applies", within(nobody, "DE"))), [
      "warning no-board-oversight committees",
    ]);
    assert.equal(citing("nis2-20", postsFile("nis2: applies, dora: exempt", within(nobody, "DE"))).length, 1);
  });

  it("are kept where the head of the organization answers for security or ICT risk", () => {
    for (const regimes of ["nis2: applies", "dora: applies"])
      for (const activity of ["security", "ict-risk"])
        for (const file of [unseen, nobody]) {
          const answered = {
            ...within(file, "DE"),
            more: `${file.more}\nactivities: { ${activity}: { accountable: ceo } }`,
          };
          const rules = check(postsFile(regimes, answered)).findings.map(({ rule }) => rule);
          for (const rule of ["no-board-oversight", "nis2-20", "bsig-38", "dora-5-2"])
            assert.ok(!rules.includes(rule), `${regimes} ${activity}: ${rule}`);
        }
    const empty = {
      ...within(nobody, "DE"),
      ceo: "ceo: vacant",
      more: `${nobody.more}\nactivities: { security: { accountable: ceo } }`,
    };
    assert.equal(citing("bsig-38", postsFile("nis2: applies", empty)).length, 1, "an empty post answers for nothing");
    const other = {
      ...within(nobody, "DE"),
      posts: [cio],
      more: `${nobody.more}\nactivities: { security: { accountable: cio } }`,
    };
    assert.equal(citing("bsig-38", postsFile("nis2: applies", other)).length, 1, "the head of IT is not the head");
    const both = { ...within(nobody, "DE"), more: `${nobody.more}\nactivities: { security: { accountable: ceo } }` };
    assert.deepEqual(citing("csf-gv-rr", postsFile("nis2: applies, csf: applies", both)), [
      "warning no-board-oversight committees",
    ]);
  });
});

describe("UK GDPR", () => {
  const regime = "uk-gdpr: applies";
  it("asks what the EU's asks", () => {
    const dpo = (more: string) => ({
      posts: ["cfo: { heldBy: Dee Fox, reportsTo: ceo }", `dpo: { heldBy: Gil Roe, ${more} }`],
    });
    holds({
      id: "uk-gdpr-38-3",
      regime,
      fires: dpo("reportsTo: cfo, dottedLineTo: none, boardReport: none"),
      as: ["warning uk-gdpr-38-3 posts.dpo.reportsTo"],
      satisfied: dpo("reportsTo: ceo"),
    });
    holds({
      id: "uk-gdpr-37-6",
      regime,
      fires: dpo("reportsTo: ceo, contactPublished: no"),
      as: ["warning uk-gdpr-37-6 posts.dpo.contactPublished"],
      satisfied: dpo("reportsTo: ceo, contactPublished: yes"),
    });
    const hospital = (post: string) => ({
      profile: "headcount: 900, largeScaleSensitiveData: yes",
      posts: [post],
      more: "providers: none",
    });
    holds({
      id: "uk-gdpr-37-1",
      regime,
      fires: hospital("dpo: none"),
      as: ["error uk-gdpr-37-1 posts.dpo"],
      satisfied: hospital("dpo: { heldBy: Gil Roe, reportsTo: ceo }"),
    });
    const twice = (holder: string) => ({
      posts: ["cfo: { heldBy: Dee Fox, reportsTo: ceo }", `dpo: { heldBy: ${holder}, reportsTo: ceo }`],
    });
    holds({
      id: "uk-gdpr-38-6",
      regime,
      fires: twice("Dee Fox"),
      as: ["warning dpo-conflict posts.dpo.heldBy"],
      satisfied: twice("Gil Roe"),
    });
    assert.match(messagesCiting("uk-gdpr-38-6", postsFile(regime, twice("Dee Fox"))), /which does not bind here/);
  });

  it("is suggested for the United Kingdom, as the other new laws are for theirs", () => {
    const suggestion = (profile: string) =>
      inFull(
        check(postsFile("", { profile: `headcount: 900, ${profile}` })).findings.find(
          ({ rule }) => rule === "regime-undecided",
        )?.says,
      );
    for (const place of ["UK", "GB"]) assert.match(suggestion(`jurisdictions: [${place}]`), /UK GDPR/, place);
    assert.doesNotMatch(suggestion("jurisdictions: [FR]"), /UK GDPR/);
    assert.match(suggestion("jurisdictions: [US-OH], sector: insurance"), /NAIC 668/);
    assert.match(suggestion("jurisdictions: [AU], sector: financial-services"), /CPS 234/);
    assert.match(suggestion("jurisdictions: [US-CA]"), /CCPA audits/);
    assert.match(
      suggestion("jurisdictions: [US], sector: manufacturing"),
      /CMMC.*Does the organization supply the US Department/,
    );
    for (const sector of ["manufacturing", "software", "other"])
      assert.match(
        suggestion(`jurisdictions: [DE], sector: ${sector}`),
        /NIS2.*Is the organization in a NIS2 sector\?/,
        sector,
      );
    assert.doesNotMatch(suggestion("jurisdictions: [DE], sector: energy"), /Is the organization in a NIS2 sector/);
    assert.match(suggestion("jurisdictions: [DE], sector: energy"), /NIS2/);
    assert.doesNotMatch(suggestion("jurisdictions: [DE], sector: nonprofit"), /NIS2/);
  });
});

describe("NAIC Insurance Data Security Model Law", () => {
  const regime = "naic-668: applies";
  it("4(C)(1): somebody answers for the programme", () => {
    holds({
      id: "naic-668-4c1",
      regime,
      fires: { posts: ["ciso: none"], more: "providers: none\nactivities: { security: none }" },
      as: ["error security-unowned posts"],
      satisfied: { posts: ["ciso: none"], more: "providers: none\nactivities: { security: { accountable: ceo } }" },
    });
  });
  it("4(E): a written report to the board once a year", () => {
    for (const report of [
      "none",
      "{ form: oral, cadence: yearly, to: board }",
      "{ form: written, cadence: rarer, to: board }",
    ])
      holds({
        id: "naic-668-4e",
        regime,
        fires: { posts: [ciso(`, boardReport: ${report}`)] },
        as: ["error no-security-board-report posts.ciso.boardReport"],
        satisfied: { posts: [ciso(", boardReport: { form: written, cadence: yearly, to: board }")] },
      });
  });
  it("4(F): providers are overseen", () => {
    const of = (overseer: string) => ({
      more: `providers: { msp: { services: [helpdesk], overseenBy: ${overseer} } }`,
    });
    holds({
      id: "naic-668-4f",
      regime,
      fires: of("none"),
      as: ["warning provider-unsupervised providers.msp.overseenBy"],
      satisfied: of("ceo"),
    });
    assert.deepEqual(
      citing("naic-668-4f", postsFile("naic-668: exempt", of("none"))),
      [],
      "the state's own exemption is declared",
    );
  });
});

describe("CMMC", () => {
  const regime = "cmmc-2: applies";
  const pair = (approver: string) => ({
    posts: [cio, "cfo: { heldBy: Dee Fox, reportsTo: ceo }"],
    more: `activities: { change-build: { responsible: [cio] }, change-test: { responsible: [${approver}] } }`,
  });
  it("3.1.4: duties are separated, at level 2", () => {
    holds({
      id: "cmmc-2-3-1-4",
      regime,
      fires: pair("cio"),
      as: ["warning duties-build-test activities.change-test.responsible[0]"],
      satisfied: pair("cfo"),
    });
    const level = (as: string) =>
      citing("cmmc-2-3-1-4", postsFile(`cmmc-2: { status: applies, as: [${as}] }`, pair("cio")));
    assert.equal(level("level-2").length, 1);
    assert.deepEqual(level("level-1"), []);
  });
  it("170.22: a senior official affirms, at level 1 too", () => {
    const id = "cmmc-2-170-22";
    const satisfied = { posts: ["cmmc-affirming-official: { heldBy: Gil Roe, reportsTo: ceo }"] };
    for (const level of [regime, "cmmc-2: { status: applies, as: [level-1] }"])
      holds({
        id,
        regime: level,
        fires: { posts: ["cmmc-affirming-official: none"] },
        as: ["error cmmc-2-170-22 posts.cmmc-affirming-official"],
        satisfied,
      });
    assert.deepEqual(citing(id, postsFile(regime, { posts: ["cmmc-affirming-official: vacant"] })), [
      "error required-post-vacant posts.cmmc-affirming-official",
    ]);
    assert.deepEqual(askedBy(id, postsFile(regime, {})), ["posts.cmmc-affirming-official"]);
  });
});

describe("APRA CPS 234", () => {
  const regime = "cps-234: applies";
  it("13: the board answers; in a branch the officer abroad stands in for it", () => {
    const board = (oversees: string) => ({
      more: `coverage: { committees: complete }\ncommittees: { board: { chair: external, meets: quarterly, oversees: [${oversees}] } }`,
    });
    holds({
      id: "cps-234-13",
      regime,
      fires: board("strategy"),
      as: ["error no-board-oversight committees"],
      satisfied: board("security"),
    });
    assert.deepEqual(
      citing("cps-234-13", postsFile("cps-234: { status: applies, as: [overseas-branch] }", board("strategy"))),
      [],
    );
  });
  it("14: who answers for what in security is defined", () => {
    const of = (accountable: string) => ({
      posts: [ciso()],
      more: `activities: { log-review: { accountable: ${accountable}, responsible: [ciso] } }`,
    });
    holds({
      id: "cps-234-14",
      regime,
      fires: of("none"),
      as: ["error no-accountable activities.log-review"],
      satisfied: of("ciso"),
    });
    holds({
      id: "cps-234-14",
      regime,
      fires: of("[ciso, ceo]"),
      as: ["error several-accountable activities.log-review.accountable"],
      satisfied: of("ciso"),
    });
  });
  it("29: weaknesses are told to the top", () => {
    holds({
      id: "cps-234-29",
      regime,
      fires: { posts: [ciso(", boardReport: none")] },
      as: ["info no-security-board-report posts.ciso.boardReport"],
      satisfied: { posts: [ciso(", boardReport: { form: oral, cadence: yearly, to: board }")] },
    });
  });
  it("30: controls are tested by others", () => {
    const of = (tester: string) => ({
      posts: [ciso(), "tester: { heldBy: Tia Roe, reportsTo: ceo }"],
      more: `activities: { security-design: { responsible: [ciso] }, penetration-test: { responsible: [${tester}] } }`,
    });
    holds({
      id: "cps-234-30",
      regime,
      fires: of("ciso"),
      as: ["error duties-security-design-test activities.penetration-test.responsible[0]"],
      satisfied: of("tester"),
    });
  });
  it("32 to 34: internal audit looks at security", () => {
    const of = (oversees: string) => ({
      more: `committees: { audit: { chair: external, meets: quarterly, oversees: [${oversees}] } }`,
    });
    holds({
      id: "cps-234-32",
      regime,
      fires: of("finance"),
      as: ["error audit-omits-it committees.audit.oversees"],
      satisfied: of("finance, is-audit"),
    });
  });
});

describe("DORA's microenterprises", () => {
  it("are never trading venues, counterparties or repositories", () => {
    const tiny = {
      profile: "headcount: 8, annualRevenue: { amount: 900000, currency: EUR }",
      posts: ["third-party-risk: none"],
      more: "activities: { third-party-ict-monitoring: none }",
    };
    assert.deepEqual(citing("dora-5-3", postsFile("dora: applies", tiny)), []);
    assert.deepEqual(citing("dora-5-3", postsFile("dora: { status: applies, as: [market-infrastructure] }", tiny)), [
      "error dora-5-3 activities.third-party-ict-monitoring",
    ]);
  });
});
