import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged, only, said, titles, tryRemedies } from "../kit/judged.ts";

describe("cio-below-executive", () => {
  const rule = "cio-below-executive";
  const isJudged = (reportsTo: string, rest = "") =>
    judged(rule, file(`posts:\n  cio: { heldBy: Ann Ode, reportsTo: ${reportsTo} }\n${rest}`));
  const below = "info posts.cio.reportsTo";

  it("accepts the executives, the board and what leads the organization", () => {
    for (const superior of ["ceo", "coo", "board", "board-chair", "agency-head", "owner"])
      assert.equal(isJudged(superior), "silent", superior);
    assert.equal(isJudged("exec", "committees: { exec: { type: executive } }"), "silent");
    assert.equal(isJudged("boss", "  boss: { role: ceo, title: Managing Director }"), "silent");
  });

  it("speaks of any other role or committee", () => {
    for (const superior of ["cfo", "cto", "general-counsel"]) assert.equal(isJudged(superior), below, superior);
    assert.equal(isJudged("it-steering", "committees: { it-steering: { chair: ceo } }"), below);
    assert.equal(isJudged("group", "  group: { role: none, title: Managing Director }"), below);
  });

  it("asks what a superior without a role is, whatever its title", () => {
    for (const title of ["Head of Everything", "Head of Logistics", "Vice President of Sales", "Permanent Secretary"])
      assert.equal(isJudged("boss", `  boss: { title: ${title} }`), "asks posts.boss.role", title);
    assert.equal(
      isJudged("executive-officer", "  executive-officer: { heldBy: Bo Li }"),
      "asks posts.executive-officer.role",
    );
    assert.equal(isJudged("boss", "  boss: { title: Managing Director }"), "silent", "a known title acquits");
    assert.equal(isJudged("boss", "  boss: { title: Geschäftsführerin }"), "silent");
    assert.equal(isJudged("boss", "  boss: { title: Landrat, reportsTo: board }"), "silent", "nobody stands above");
    assert.equal(isJudged("boss", "  boss: { title: Landrat, reportsTo: not-asked }"), "asks posts.boss.role");
    assert.equal(isJudged("club", "committees: { club: { chair: ceo } }"), "asks committees.club.type");
  });

  it("asks for a line that nobody asked about, and not for one that was refused", () => {
    assert.equal(isJudged("not-asked"), "asks posts.cio.reportsTo");
    assert.equal(isJudged("declined"), "silent");
    assert.equal(isJudged("none"), "silent");
  });

  it("looks at every CIO, but in a federal agency at the first alone", () => {
    const posts = `posts:
  cio: { heldBy: Ann Ode, reportsTo: agency-head }
  bureau-cio: { role: cio, heldBy: Bo Li, reportsTo: cfo }
`;
    assert.equal(judged(rule, file(posts)), "info posts.bureau-cio.reportsTo");
    assert.equal(judged(rule, file(`${posts}regimes: { us-federal: applies }`)), "silent");
    assert.equal(judged(rule, file(`${posts}regimes: { us-federal: planned }`)), "info posts.bureau-cio.reportsTo");
    assert.equal(judged(rule, file(posts.replace("reportsTo: cfo", "reportsTo: cio"))), "silent");
  });

  it("leads to whoever heads the organization", () => {
    const fixes = (rest: string) => titles(only(rule, file(`posts:\n  cio: { reportsTo: cfo }\n${rest}`)).fixes);
    assert.deepEqual(fixes(""), ["Let the CIO report to the CEO"]);
    assert.deepEqual(fixes("  agency-head: { heldBy: Ann Ode }"), ["Let the CIO report to the Agency Head"]);
    assert.deepEqual(fixes("  owner: { heldBy: Ann Ode }"), ["Let the CIO report to the owner"]);
    assert.deepEqual(fixes("  ceo: none"), ["Let the CIO report to the board"]);
    for (const rest of ["", "  owner: { heldBy: Ann Ode }", "  ceo: none"])
      tryRemedies(rule, file(`posts:\n  cio: { reportsTo: cfo }\n${rest}`));
  });
});

describe("cio-below-executive", () => {
  it("leaves a post that reports to itself to reporting-cycle", () => {
    assert.deepEqual(said("cio-below-executive", "posts: { cio: { heldBy: Bo Li, reportsTo: cio } }\n"), []);
  });
});
