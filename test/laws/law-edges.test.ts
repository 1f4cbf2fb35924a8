import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only } from "../kit/judged.ts";

const law = (regimes: string, body: string, profile?: string) =>
  file(`regimes: { ${regimes} }\n${body}`, profile ?? "headcount: 120");

describe("posts that a law demands, where no provider is mentioned", () => {
  it("takes an empty post for what it is", () => {
    const vacant = (regime: string, post: string) =>
      judged("required-post-vacant", law(`${regime}: applies`, `posts: { ${post}: vacant }`, "publicAuthority: yes"));
    assert.equal(vacant("gdpr", "dpo"), "error posts.dpo");
    assert.equal(
      judged(
        "required-post-vacant",
        law("rbi-it: { status: applies, as: [commercial-bank] }", "posts: { ciso: vacant }"),
      ),
      "warning posts.ciso",
    );
    assert.equal(vacant("nydfs-500", "ciso"), "error posts.ciso");
  });

  it("asks whether one that is mentioned serves, and takes its word", () => {
    const with_ = (services: string) =>
      law(
        "gdpr: applies",
        `providers: { msp: { services: ${services} } }\nposts: { dpo: vacant }`,
        "publicAuthority: yes",
      );
    assert.equal(judged("required-post-vacant", with_("[dpo]")), "silent");
    assert.equal(judged("required-post-vacant", with_("unknown")), "asks providers.msp.services");
  });

  it("takes no DPO for none, and asks for a CISO from outside", () => {
    const dpo = law("gdpr: applies", "posts: { dpo: none }", "publicAuthority: yes");
    assert.equal(judged("gdpr-37-1", dpo), "error posts.dpo");
    assert.equal(judged("nydfs-500-4a", law("nydfs-500: applies", "posts: { ciso: none }")), "asks providers");
  });
});

describe("provisions of one country", () => {
  const german = (jurisdictions: string) =>
    judged(
      "bdsg-38",
      law(
        "bdsg: applies",
        "posts: { dpo: none }",
        `personsProcessingPersonalData: 20${jurisdictions && `, jurisdictions: ${jurisdictions}`}`,
      ),
    );
  const quebec = (jurisdictions: string) =>
    judged(
      "quebec-3-1",
      law(
        "quebec-law25: applies",
        "posts: { quebec-privacy-officer: { heldBy: Lea Roy, appointment: none } }",
        `jurisdictions: ${jurisdictions}`,
      ),
    );

  it("are silent where the file names other countries alone", () => {
    assert.equal(german("[FR, US-NY]"), "silent");
    assert.equal(quebec("[CA-ON]"), "silent");
  });

  it("hold there, in a part of it, and where the file leaves it open", () => {
    for (const place of ["", "[DE]", "[DE-BY, FR]", "[EU]", "unknown"])
      assert.equal(german(place), "error posts.dpo", place);
    for (const place of ["[CA-QC]", "[CA]"])
      assert.equal(quebec(place), "warning posts.quebec-privacy-officer.appointment", place);
  });
});

describe("lines and duties of which only part is known", () => {
  it("finds a line that is not direct, wherever it goes on", () => {
    const line = (superior: string) =>
      judged(
        "nca-1-2-1",
        law("nca-ecc: applies", `posts: { ciso: { heldBy: Eve Roy, reportsTo: ${superior} } }`, "headcount: 120"),
      );
    assert.equal(line("cfo"), "info posts.ciso.reportsTo");
    assert.equal(line("cio"), "silent");
    assert.equal(line("ceo"), "silent");
  });

  it("takes a post with a role of its own for one outside internal audit", () => {
    const answered = (who: string) =>
      judged(
        "rbi-30",
        law(
          "rbi-it: { status: applies, as: [commercial-bank] }",
          `posts: { cio: { heldBy: Bo Li } }\nactivities: { is-audit: { accountable: ${who} } }`,
        ),
      );
    assert.equal(answered("cio"), "error activities.is-audit.accountable");
    assert.equal(answered("head-internal-audit"), "silent");
  });

  it("finds no seat for the CISO where the holders of other seats are unknown", () => {
    const body = "posts: { ciso: { heldBy: Eve Roy } }\ncommittees: { security: { chair: cro, members: [cio] } }";
    assert.equal(
      judged("rbi-24b", law("rbi-it: { status: applies, as: [commercial-bank] }", body)),
      "error committees.security.members",
    );
  });
});

describe("decisions on what joined another finding", () => {
  const entry = (rule: string, at: string) =>
    `accepted:\n  - { rule: ${rule}, at: ${at}, reason: small, compensatingControl: yearly review, approvedBy: board }`;

  it("count where the finding that joined stood", () => {
    const posts = "posts:\n  cio: { heldBy: Bo Li }\n  ciso: { heldBy: Bo Li, reportsTo: cio }\n";
    const found = only("ciso-is-it-head", file(posts + entry("ciso-in-it-line", "posts.ciso.reportsTo")));
    assert.equal(found.accepted?.rule, "ciso-in-it-line");
    assert.equal(only("ciso-is-it-head", file(posts + entry("ciso-in-it-line", "posts.cfo"))).accepted, null);
  });

  it("put a control on record by the provision's name as well", () => {
    const card = ", scope: [card-data]";
    const duties = `activities:\n  change-build: { responsible: Bo Li${card} }\n  change-deploy: { responsible: Bo Li${card} }\n`;
    const severityOf = (rule: string) =>
      only("duties-build-deploy", law("pci-dss: applies", duties + entry(rule, "activities.change-deploy"))).severity;
    assert.equal(severityOf("pci-6-5-4"), "warning");
    assert.equal(severityOf("duties-build-deploy"), "warning");
    assert.equal(severityOf("duties-build-test"), "error");
  });
});
