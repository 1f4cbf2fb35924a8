import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { askedBy, citing } from "../kit/judged.ts";
import { aegis, ciso, holds, postsFile } from "../kit/laws.ts";

// Written from the rows of the specification, before the predicates.

describe("HIPAA", () => {
  const regime = "hipaa: { status: applies, as: [covered-entity] }";
  const official = (role: string) => `${role}: { heldBy: Gil Roe, reportsTo: ceo }`;
  const complaints = "activities: { privacy-complaints: { accountable: ceo, responsible: [ceo] } }";

  it("164.308(a)(2): a security official, whom a CISO can be", () => {
    const id = "hipaa-164-308-a2";
    const none = ["hipaa-security-official: none", "ciso: none"];
    const owned = "providers: none\nactivities: { security: { accountable: ceo } }";
    for (const declared of ["hipaa: applies", "hipaa: { status: applies, as: [business-associate] }"])
      holds({
        id,
        regime: declared,
        fires: { posts: none, more: owned },
        as: ["error hipaa-164-308-a2 posts.hipaa-security-official"],
        satisfied: { posts: [official("hipaa-security-official"), "ciso: none"], more: owned },
      });
    assert.deepEqual(citing(id, postsFile("hipaa: applies", { posts: ["hipaa-security-official: none", ciso()] })), []);
    assert.deepEqual(citing(id, postsFile("hipaa: planned", { posts: none, more: owned })), [
      "info hipaa-164-308-a2 posts.hipaa-security-official",
    ]);
  });

  it("164.530(a)(1): a privacy official, and somebody who takes complaints", () => {
    const id = "hipaa-164-530-a1";
    const privacy = official("hipaa-privacy-official");
    const satisfied = { posts: [privacy], more: complaints };
    holds({
      id,
      regime,
      fires: { posts: ["hipaa-privacy-official: none"], more: complaints },
      as: ["error hipaa-164-530-a1 posts.hipaa-privacy-official"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: { posts: [privacy], more: "activities: { privacy-complaints: none }" },
      as: ["error hipaa-164-530-a1 activities.privacy-complaints"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: { posts: ["hipaa-privacy-official: vacant"], more: complaints },
      as: ["warning required-post-vacant posts.hipaa-privacy-official"],
      satisfied,
    });
    const neither = { posts: ["hipaa-privacy-official: none"], more: "activities: { privacy-complaints: none }" };
    assert.equal(citing(id, postsFile(regime, neither)).length, 2, "each limb is a fact of its own");
    assert.deepEqual(citing(id, postsFile("hipaa: { status: applies, as: [business-associate] }", neither)), []);
    assert.deepEqual(citing(id, postsFile("hipaa: applies", neither)), [], "in which capacity is a question");
    assert.ok(
      check(postsFile("hipaa: applies", neither)).questions.some(({ at }) =>
        placeToString(at).startsWith("regimes.hipaa"),
      ),
    );
    assert.deepEqual(
      citing(
        id,
        postsFile("hipaa: { status: planned, as: [covered-entity] }", { posts: [privacy], more: neither.more }),
      ),
      ["info hipaa-164-530-a1 activities.privacy-complaints"],
    );
  });

  it("164.530(a)(1) asks where the file does not say", () => {
    const places = askedBy("hipaa-164-530-a1", postsFile(regime, {}));
    assert.ok(places.includes("posts.hipaa-privacy-official"), places.join());
    assert.ok(places.includes("activities.privacy-complaints"), places.join());
  });

  it("164.530(a)(1) stands at the section where the file is complete and says nothing", () => {
    const silent = {
      more: `coverage: { posts: complete, activities: complete }\nactivities: { security: { accountable: ceo } }`,
    };
    assert.deepEqual(citing("hipaa-164-530-a1", postsFile(regime, silent)).toSorted(), [
      "error hipaa-164-530-a1 activities",
      "error hipaa-164-530-a1 posts",
    ]);
  });
});

describe("PCI DSS", () => {
  const regime = "pci-dss: applies";

  it("12.1.4: security is formally assigned", () => {
    const id = "pci-12-1-4";
    const satisfied = { posts: [ciso(", appointment: in-writing")] };
    holds({
      id,
      regime,
      fires: { posts: ["ciso: none"], more: "providers: none\nactivities: { security: { accountable: ceo } }" },
      as: ["error pci-12-1-4 posts.ciso"],
      satisfied,
    });
    for (const appointment of ["none", "verbal"])
      holds({
        id,
        regime,
        fires: { posts: [ciso(`, appointment: ${appointment}`)] },
        as: ["warning pci-12-1-4 posts.ciso.appointment"],
        satisfied,
      });
    const unowned = { posts: ["ciso: none"], more: "providers: none\nactivities: { security: none }" };
    assert.deepEqual(citing(id, postsFile(regime, unowned)), ["error security-unowned posts"]);
    assert.deepEqual(
      citing(id, postsFile(regime, { posts: ["ciso: none"], more: aegis("ceo") })),
      [],
      "a provider supplies one",
    );
    assert.deepEqual(citing(id, postsFile(regime, { posts: ["ciso: vacant"], more: "providers: none" })), [
      "warning required-post-vacant posts.ciso",
    ]);
    assert.deepEqual(citing(id, postsFile("pci-dss: planned", { posts: [ciso(", appointment: none")] })), [
      "info pci-12-1-4 posts.ciso.appointment",
    ]);
  });

  it("12.4.1: executive management answers for compliance, at service providers", () => {
    const id = "pci-12-4-1";
    const profile = "headcount: 300, cardData: service-provider";
    const of = (entry: string) => ({
      profile,
      posts: [ciso(), "it-manager: { heldBy: Bo Li, reportsTo: ceo }"],
      more: `activities: { pci-compliance: ${entry} }`,
    });
    for (const role of ["ceo", "cfo", "coo", "cro", "cio", "cto", "ciso", "Eve Roy"])
      holds({
        id,
        regime,
        fires: of("{ accountable: it-manager, responsible: [it-manager] }"),
        as: ["error pci-12-4-1 activities.pci-compliance.accountable"],
        satisfied: of(`{ accountable: ${role}, responsible: [it-manager] }`),
      });
    assert.deepEqual(citing(id, postsFile(regime, of("none"))), ["error pci-12-4-1 activities.pci-compliance"]);
    assert.deepEqual(citing(id, postsFile(regime, of("{ accountable: none }"))), [
      "error pci-12-4-1 activities.pci-compliance.accountable",
    ]);
    assert.deepEqual(
      citing(id, postsFile(regime, { ...of("none"), profile: "headcount: 300, cardData: merchant" })),
      [],
    );
    const open = postsFile(regime, { ...of("none"), profile: "headcount: 300" });
    assert.deepEqual(citing(id, open), []);
    assert.ok(check(open).questions.some(({ at }) => placeToString(at) === "organization.cardData"));
    assert.deepEqual(citing(id, postsFile("pci-dss: planned", of("none"))), [
      "info pci-12-4-1 activities.pci-compliance",
    ]);
  });

  it("12.1.3 and 12.5.3 are shown and cannot be checked", () => {
    for (const id of ["pci-12-1-3", "pci-12-5-3"]) assert.ok(standard.law.provisions.get(id)?.notChecked, id);
  });
});

describe("NERC CIP", () => {
  it("CIP-003 R3: one named CIP senior manager", () => {
    const id = "nerc-cip-003-r3";
    const regime = "nerc-cip: applies";
    const satisfied = { posts: ["cip-senior-manager: { heldBy: Gil Roe, reportsTo: ceo }"] };
    holds({
      id,
      regime,
      fires: { posts: ["cip-senior-manager: none"] },
      as: ["error nerc-cip-003-r3 posts.cip-senior-manager"],
      satisfied,
    });
    holds({
      id,
      regime,
      fires: { posts: ["cip-senior-manager: vacant"] },
      as: ["error required-post-vacant posts.cip-senior-manager"],
      satisfied,
    });
    assert.deepEqual(citing(id, postsFile("nerc-cip: planned", { posts: ["cip-senior-manager: none"] })), [
      "info nerc-cip-003-r3 posts.cip-senior-manager",
    ]);
  });
});

describe("laws of which nothing is reviewed", () => {
  it("do nothing", () => {
    const id = "mas-3-1";
    assert.equal(standard.law.provisions.get(id)?.confidence, "M");
    assert.equal(standard.law.provisions.get(id)?.reviewed, false);
    assert.deepEqual(citing(id, postsFile("mas-trm: applies", { posts: ["ciso: none", "cio: none"] })), []);
  });
});

describe("US federal agencies", () => {
  const regime = "us-federal: applies";
  const ceo = "agency-head: { heldBy: Ann Ode, reportsTo: board }";
  const cio = (reportsTo = "agency-head") => `cio: { heldBy: Bo Li, reportsTo: ${reportsTo} }`;
  const saiso = (reportsTo: string, more = "") => `ciso: { heldBy: Eve Roy, reportsTo: ${reportsTo}${more} }`;

  it("FISMA: the security officer stands under the CIO, and security is the main duty", () => {
    const id = "fisma-3554";
    const satisfied = { ceo, posts: [cio(), saiso("cio", ", primaryDuty: yes")] };
    holds({
      id,
      regime,
      fires: { ceo, posts: [cio(), saiso("agency-head", ", primaryDuty: yes")] },
      as: ["info fisma-3554 posts.ciso.reportsTo"],
      satisfied,
    });
    const through = [cio(), "it-director: { heldBy: Cy Ho, reportsTo: cio }", saiso("it-director")];
    assert.deepEqual(
      citing(id, postsFile(regime, { ceo, posts: through })),
      [],
      "further up the line is under the CIO, too",
    );
    holds({
      id,
      regime,
      fires: { ceo, posts: [cio(), saiso("cio", ", primaryDuty: no")] },
      as: ["error temporary-leader posts.ciso.primaryDuty"],
      satisfied,
    });
    assert.deepEqual(
      citing(id, postsFile("us-federal: planned", { ceo, posts: [cio(), saiso("cio", ", primaryDuty: no")] })),
      ["info temporary-leader posts.ciso.primaryDuty"],
    );
  });

  it("FISMA cancels the warning of a CISO in the IT line, once it applies", () => {
    const under = { ceo, posts: [cio(), saiso("cio", ", primaryDuty: yes")] };
    const isWarned = (declared: string) =>
      check(postsFile(declared, under)).findings.some(({ rule }) => rule === "ciso-in-it-line");
    assert.equal(isWarned(regime), false);
    assert.equal(isWarned("us-federal: planned"), true);
    assert.equal(isWarned(""), true);
  });

  it("44 USC 3506: the agency's CIO reports to the agency's head", () => {
    const id = "usc-44-3506";
    const satisfied = { ceo, posts: [cio()] };
    const cfo = "cfo: { heldBy: Dee Fox, reportsTo: agency-head }";
    holds({
      id,
      regime,
      fires: { ceo, posts: [cfo, cio("cfo")] },
      as: ["error cio-below-executive posts.cio.reportsTo"],
      satisfied,
    });
    const coo = "coo: { heldBy: Dee Fox, reportsTo: agency-head }";
    holds({
      id,
      regime,
      fires: { ceo, posts: [coo, cio("coo")] },
      as: ["error usc-44-3506 posts.cio.reportsTo"],
      satisfied,
    });
    assert.deepEqual(citing(id, postsFile(regime, { ceo, posts: [cio("board")] })), [
      "error usc-44-3506 posts.cio.reportsTo",
    ]);
    const component = "bureau-cio: { role: cio, heldBy: Cy Ho, reportsTo: bureau-head }";
    const bureau = "bureau-head: { heldBy: Di Ott, reportsTo: agency-head }";
    assert.deepEqual(
      citing(id, postsFile(regime, { ceo, posts: [cio(), bureau, component] })),
      [],
      "a component's CIO",
    );
    assert.deepEqual(citing(id, postsFile(regime, { ceo, posts: ["cio: vacant"] })), [
      "warning required-post-vacant posts.cio",
    ]);
    assert.deepEqual(citing(id, postsFile("us-federal: planned", { ceo, posts: [coo, cio("coo")] })), [
      "info usc-44-3506 posts.cio.reportsTo",
    ]);
  });

  it("FITARA: the agency's CIO approves the CIOs of components, in covered agencies", () => {
    const id = "fitara-11319";
    const covered = "us-federal: { status: applies, as: [covered-agency] }";
    const of = (appointedBy: string) => ({
      ceo,
      posts: [cio(), `bureau-cio: { role: cio, heldBy: Cy Ho, reportsTo: agency-head${appointedBy} }`],
    });
    const satisfied = of(", appointedBy: cio");
    holds({
      id,
      regime: covered,
      fires: of(", appointedBy: none"),
      as: ["warning fitara-11319 posts.bureau-cio.appointedBy"],
      satisfied,
    });
    // Somebody else makes the appointment, and the agency's CIO approves it.
    for (const by of ["agency-head", "board", "none"])
      holds({
        id,
        regime: covered,
        fires: of(`, appointedBy: agency-head, appointmentApprovedBy: ${by}`),
        as: ["warning fitara-11319 posts.bureau-cio.appointmentApprovedBy"],
        satisfied: of(", appointedBy: agency-head, appointmentApprovedBy: cio"),
      });
    assert.deepEqual(askedBy(id, postsFile(covered, of(", appointedBy: agency-head"))), [
      "posts.bureau-cio.appointmentApprovedBy",
    ]);
    const defense = "us-federal: { status: applies, as: [covered-agency, department-of-defense] }";
    assert.deepEqual(citing(id, postsFile(defense, of(", appointedBy: none"))), [], "not the Department of Defense");
    assert.deepEqual(askedBy(id, postsFile(covered, of(""))), ["posts.bureau-cio.appointmentApprovedBy"]);
    assert.deepEqual(
      citing(id, postsFile(regime, of(", appointedBy: none"))),
      [],
      "whether it is covered is a question",
    );
    assert.ok(
      check(postsFile(regime, of(", appointedBy: none"))).questions.some(({ at }) =>
        placeToString(at).startsWith("regimes.us-federal"),
      ),
    );
    assert.deepEqual(
      citing(id, postsFile("us-federal: { status: planned, as: [covered-agency] }", of(", appointedBy: none"))),
      ["info fitara-11319 posts.bureau-cio.appointedBy"],
    );
  });
});
