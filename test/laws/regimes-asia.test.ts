import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedBy, citing } from "../kit/judged.ts";
import { ciso, holds, postsFile } from "../kit/laws.ts";

// Written from the rows of the specification, before the predicates.

describe("RBI directions", () => {
  const regime = "rbi-it: { status: applies, as: [commercial-bank] }";
  const planned = "rbi-it: { status: planned, as: [commercial-bank] }";
  const all = "coverage: { committees: complete }\n";
  const cio = "cio: { heldBy: Bo Li, reportsTo: ceo }";
  const cro = "cro: { heldBy: Hal Poe, reportsTo: ceo }";
  const under = (superior: string, more = "") => `ciso: { heldBy: Eve Roy, reportsTo: ${superior}${more} }`;
  const good = {
    "it-strategy":
      "{ chair: external, directors: 3, independent: yes, members: [ceo], invitees: [ciso], meets: quarterly }",
    "it-steering": "{ chair: ceo, members: [cio, cro], invitees: [ciso], meets: quarterly }",
    security: "{ chair: cro, members: [cio, ciso, cro], meets: quarterly }",
    audit: "{ chair: external, independent: yes, meets: quarterly, oversees: [is-audit, security] }",
  };
  const posts = [cio, cro, under("cro")];
  const bank = (committees: Partial<typeof good> = {}, more = "") => ({
    posts,
    more: `${all}committees:\n${Object.entries({ ...good, ...committees })
      .filter(([, entry]) => entry !== "")
      .map(([key, entry]) => `  ${key}: ${entry}\n`)
      .join("")}${more}`,
  });

  it("para 6: a committee on IT strategy, of directors, under an independent chair, every quarter", () => {
    const id = "rbi-6";
    const fires = (entry: string, as: readonly string[]) =>
      holds({ id, regime, fires: bank({ "it-strategy": entry }), as, satisfied: bank() });
    fires("none", ["error rbi-6 committees.it-strategy"]);
    fires("", ["error rbi-6 committees"]);
    const composed = ["error strategy-committee-composition committees.it-strategy"];
    fires("{ chair: external, directors: 2, independent: yes, invitees: [ciso], meets: quarterly }", composed);
    fires("{ chair: ceo, directors: 3, independent: no, invitees: [ciso], meets: quarterly }", composed);
    fires("{ chair: external, directors: 3, independent: yes, invitees: [ciso], meets: yearly }", [
      "error committee-meets-rarely committees.it-strategy.meets",
    ]);
    assert.deepEqual(askedBy(id, postsFile(regime, { posts })), ["committees.it-strategy"]);
    assert.deepEqual(citing(id, postsFile(planned, bank({ "it-strategy": "none" }))), [
      "info rbi-6 committees.it-strategy",
    ]);
  });

  it("para 7: a steering committee of IT and business, every quarter", () => {
    const id = "rbi-7";
    const fires = (entry: string, as: readonly string[]) =>
      holds({ id, regime, fires: bank({ "it-steering": entry }), as, satisfied: bank() });
    fires("none", ["error rbi-7 committees.it-steering"]);
    fires("{ chair: cio, members: [cio], invitees: [ciso], meets: quarterly }", [
      "error steering-all-it committees.it-steering.members",
    ]);
    fires("{ chair: ceo, members: [cio, cro], invitees: [ciso], meets: half-yearly }", [
      "error committee-meets-rarely committees.it-steering.meets",
    ]);
  });

  it("para 8: a head of IT, whatever the title", () => {
    const none = ["cio", "cto", "cto-internal", "it-director", "it-manager"].map((role) => `${role}: none`);
    holds({
      id: "rbi-8",
      regime,
      fires: { posts: none },
      as: ["error no-it-leader posts"],
      satisfied: { posts: ["it-manager: { heldBy: Bo Li, reportsTo: ceo }", ...none.slice(0, 4)] },
    });
    assert.deepEqual(citing("rbi-8", postsFile(regime, { posts: ["cio: vacant", ...none.slice(1)] })), [
      "error no-it-leader posts.cio",
    ]);
  });

  it("para 10: concentration on one provider is weighed", () => {
    const firm = (services: string) => ({
      posts: [cio],
      more: `providers:\n  north: { services: [${services}], overseenBy: cio }\n`,
    });
    holds({
      id: "rbi-10",
      regime,
      fires: firm("helpdesk, security-operations, licence-resale"),
      as: ["info provider-concentration providers.north.services"],
      satisfied: firm("helpdesk, hosting"),
    });
  });

  it("para 24(b): a security committee under a chair from risk, with the CISO on it", () => {
    const id = "rbi-24b";
    const fires = (entry: string, as: readonly string[]) =>
      holds({ id, regime, fires: bank({ security: entry }), as, satisfied: bank() });
    fires("{ chair: cio, members: [cio, ciso, cro], meets: quarterly }", [
      "error security-chaired-by-it committees.security.chair",
    ]);
    fires("{ chair: cro, members: [cio, cro], meets: quarterly }", ["error rbi-24b committees.security.members"]);
    fires("{ chair: cro, members: [cio, cro], invitees: [ciso], meets: quarterly }", [
      "error rbi-24b committees.security.members",
    ]);
    fires("none", ["error rbi-24b committees.security"]);
    const person = bank({ security: "{ chair: cro, members: [cio, Eve Roy], meets: quarterly }" });
    assert.deepEqual(citing(id, postsFile(regime, person)), [], "the CISO in person");
    assert.deepEqual(
      askedBy(id, postsFile(regime, bank({ security: "{ chair: cro, members: not-asked, meets: quarterly }" }))),
      ["committees.security.members"],
    );
  });

  it("para 24(c): no direct line to the head of IT, and no business targets", () => {
    const id = "rbi-24c";
    const satisfied = { posts };
    for (const [superior, line] of [
      ["cio", cio],
      ["cto", "cto: { heldBy: Bo Li, reportsTo: ceo }"],
    ] as const)
      holds({
        id,
        regime,
        fires: { posts: [line, cro, under(superior)] },
        as: ["error ciso-in-it-line posts.ciso.reportsTo"],
        satisfied,
      });
    const none = ["cio: none", "cto: none", "cto-internal: none"];
    const director = "it-director: { heldBy: Bo Li, reportsTo: ceo }";
    holds({
      id,
      regime,
      fires: { posts: [...none, director, cro, under("it-director")] },
      as: ["error ciso-in-it-line posts.ciso.reportsTo"],
      satisfied,
    });
    const lower = [cio, "it-director: { heldBy: Cy Ho, reportsTo: cio }", cro, under("it-director")];
    assert.deepEqual(citing(id, postsFile(regime, { posts: lower })), [], "the IT director is not the head of IT");
    const further = [cio, "risk-lead: { heldBy: Cy Ho, reportsTo: cio }", cro, under("risk-lead")];
    assert.deepEqual(citing(id, postsFile(regime, { posts: further })), [], "the line is not direct");
    for (const objective of ["revenue", "business-target"])
      holds({
        id,
        regime,
        fires: { posts: [cio, cro, under("cro", `, objectives: [security, ${objective}]`)] },
        as: ["error mixed-incentives posts.ciso.objectives[1]"],
        satisfied,
      });
    assert.deepEqual(
      citing(id, postsFile(regime, { posts: [cio, cro, under("cro", ", objectives: [security, uptime]")] })),
      [],
      "uptime is no business target",
    );
    assert.deepEqual(citing(id, postsFile(planned, { posts: [cio, cro, under("cio")] })), [
      "warning ciso-in-it-line posts.ciso.reportsTo",
    ]);
  });

  it("para 24(d): invited to both committees, under the executive for risk, a review every quarter", () => {
    const id = "rbi-24d";
    const satisfied = bank();
    const line = (superior: string, ...more: readonly string[]) => ({
      ...bank(),
      posts: [cio, ...more, under(superior)],
    });
    const coo = "coo: { heldBy: Dee Fox, reportsTo: ceo }";
    holds({
      id,
      regime,
      fires: line("coo", coo, cro),
      as: ["error rbi-24d posts.ciso.reportsTo"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: line("cio", cro),
      as: ["error ciso-in-it-line posts.ciso.reportsTo"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: line("ceo", cro),
      as: ["error rbi-24d posts.ciso.reportsTo"],
      satisfied: line("cro", cro),
    });
    // The text for co-operative banks alone says that the head will do where nobody is CRO.
    assert.deepEqual(citing(id, postsFile(regime, line("ceo", "cro: none"))), ["warning rbi-24d posts.ciso.reportsTo"]);
    const cooperative = "rbi-it: { status: applies, as: [ucb-level-4] }";
    assert.deepEqual(citing(id, postsFile(cooperative, line("ceo", "cro: none"))), []);
    assert.deepEqual(
      askedBy(id, postsFile(regime, { posts: [cio, under("ceo", ", boardReport: { cadence: monthly }")] })),
      ["posts.cro"],
    );
    const report = (entry: string) => ({ ...bank(), posts: [cio, cro, under("cro", `, boardReport: ${entry}`)] });
    holds({
      id,
      regime,
      fires: report("{ form: written, cadence: half-yearly, to: board }"),
      as: ["error rbi-24d posts.ciso.boardReport.cadence"],
      satisfied: report("{ form: written, cadence: quarterly, to: board }"),
    });
    assert.deepEqual(citing(id, postsFile(regime, report("none"))), ["error rbi-24d posts.ciso.boardReport"]);
    holds({
      id,
      regime,
      fires: bank({
        "it-strategy": "{ chair: external, directors: 3, independent: yes, members: [ceo], meets: quarterly }",
        "it-steering": "{ chair: ceo, members: [cio, cro], meets: quarterly }",
      }),
      as: ["error ciso-absent-from-committees committees.it-strategy.members"],
      satisfied,
    });
  });

  it("para 30: the audit committee oversees the audit of IT, and internal audit answers for it", () => {
    const id = "rbi-30";
    const audit = "head-internal-audit: { heldBy: Ruth Adler, reportsTo: audit }";
    const of = (accountable: string, committees: Partial<typeof good> = {}) => ({
      ...bank(
        committees,
        `activities: { is-audit: { accountable: ${accountable}, responsible: [head-internal-audit] } }\nproviders: { north: { services: [is-audit], overseenBy: ceo } }\n`,
      ),
      posts: [...posts, audit, "is-auditor: { heldBy: Ida Lo, reportsTo: head-internal-audit }"],
    });
    const satisfied = of("head-internal-audit");
    for (const who of ["cio", "provider:north", "Bo Li"])
      holds({ id, regime, fires: of(who), as: ["error rbi-30 activities.is-audit.accountable"], satisfied });
    for (const who of ["is-auditor", "Ruth Adler"]) assert.deepEqual(citing(id, postsFile(regime, of(who))), [], who);
    holds({
      id,
      regime,
      fires: of("head-internal-audit", {
        audit: "{ chair: external, independent: yes, meets: quarterly, oversees: [finance] }",
      }),
      as: ["error audit-omits-it committees.audit.oversees"],
      satisfied,
    });
    const below = {
      ...of("head-internal-audit"),
      posts: [...posts, "head-internal-audit: { heldBy: Ruth Adler, reportsTo: cro }"],
    };
    assert.deepEqual(
      citing(id, postsFile(regime, below)),
      [],
      "whom the head of internal audit reports to, it does not say",
    );
  });
});

describe("NCA ECC", () => {
  it("1-2-1: independent of IT, and best directly under the head of the organization", () => {
    const id = "nca-1-2-1";
    const regime = "nca-ecc: applies";
    const cio = "cio: { heldBy: Bo Li, reportsTo: ceo }";
    const coo = "coo: { heldBy: Dee Fox, reportsTo: ceo }";
    const satisfied = { posts: [cio, ciso()] };
    const under = (superior: string) => `ciso: { heldBy: Eve Roy, reportsTo: ${superior} }`;
    holds({
      id,
      regime,
      fires: { posts: [cio, under("cio")] },
      as: ["error ciso-in-it-line posts.ciso.reportsTo"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: { posts: ["cio: { heldBy: Eve Roy, reportsTo: ceo }", ciso()] },
      as: ["error ciso-is-it-head posts.ciso.heldBy"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: { posts: [cio, coo, under("coo")] },
      as: ["info nca-1-2-1 posts.ciso.reportsTo"],
      satisfied,
    });
    const further = { posts: [cio, "coo: { heldBy: Dee Fox, reportsTo: cio }", under("coo")] };
    assert.deepEqual(citing(id, postsFile(regime, further)), ["error ciso-in-it-line posts.ciso.reportsTo"]);
    assert.deepEqual(citing(id, postsFile("nca-ecc: planned", { posts: [cio, coo, under("coo")] })), [
      "info nca-1-2-1 posts.ciso.reportsTo",
    ]);
  });
});
