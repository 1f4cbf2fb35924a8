import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const post = (id: string, holder: string, superior: string, more = "") =>
  `  ${id}: { heldBy: ${holder}, reportsTo: ${superior}${more} }\n`;

describe("cto-under-cio", () => {
  const rule = "cto-under-cio";
  const sells = "headcount: 120, sellsTechnology: yes";
  const cio = post("cio", "Bo Li", "ceo");
  const judge = (lines: string, profile = sells) => judged(rule, file(`posts:\n${ceo}${lines}`, profile));
  const at = "info posts.cto.reportsTo";

  it("follows the line, through posts and committees", () => {
    assert.equal(judge(cio + post("cto", "Cy Ho", "cio")), at);
    assert.equal(judge(cio + post("lead", "Eve Roy", "cio") + post("cto", "Cy Ho", "lead")), at);
    const board = `${cio}${post("cto", "Cy Ho", "it-steering")}committees: { it-steering: { chair: cio, reportsTo: cio } }\n`;
    assert.equal(judge(board), at);
    assert.equal(judge(cio + post("cto", "Cy Ho", "coo") + post("coo", "Dee Fox", "ceo")), "silent");
    assert.equal(judge(cio + post("cto", "Cy Ho", "ceo", ", dottedLineTo: [cio]")), "silent");
    assert.equal(judge(`  cio: vacant\n${post("cto", "Cy Ho", "cio")}`), at, "the post counts, whoever holds it");
  });

  it("speaks only of those who sell technology, and never of a CTO for internal IT", () => {
    const under = cio + post("cto", "Cy Ho", "cio");
    assert.equal(judge(under, "headcount: 120, sellsTechnology: no"), "silent");
    assert.equal(judge(under, "headcount: 120"), "asks organization.sellsTechnology");
    assert.equal(judge(under.replace("cto:", "cto-internal:")), "silent");
    assert.equal(judge(cio + post("cto", "Cy Ho", "not-asked")), "asks posts.cto.reportsTo");
    assert.equal(judge(cio + post("cto", "Cy Ho", "ceo"), "headcount: 120"), "silent");
    const titled = `  boss: { title: CIO, heldBy: Bo Li, reportsTo: ceo }\n${post("cto", "Cy Ho", "boss")}`;
    assert.equal(judge(titled), "asks posts.boss.role");
  });

  it("moves the CTO to the head of the organization, and never below itself", () => {
    const under = (holder: string) => file(`posts:\n${ceo}${cio}${post("cto", holder, "cio")}`, sells);
    assert.deepEqual(titles(only(rule, under("Cy Ho")).fixes), ["Let the CTO report to the CEO"]);
    assert.deepEqual(titles(only(rule, under("Ann Ode")).fixes), ["Let the CTO report to the board"]);
    tryRemedies(rule, under("Cy Ho"));
    assert.match(only(rule, under("Cy Ho")).message, /The sources disagree/);
  });
});

describe("skipped-layer", () => {
  const rule = "skipped-layer";
  const cio = post("cio", "Bo Li", "ceo");
  const director = post("it-director", "Cy Ho", "cio");
  const manager = post("it-manager", "Dee Fox", "cio");
  const text = (lines: string) => file(`posts:\n${ceo}${lines}`);
  const judge = (lines: string) => judged(rule, text(lines));
  const managerAt = "info posts.it-manager.reportsTo";
  const directorAt = "info posts.it-director.reportsTo";

  it("finds a manager beside a director below one CIO", () => {
    assert.equal(judge(cio + director + manager), managerAt);
    assert.equal(judge(cio + director + post("it-manager", "Dee Fox", "it-director")), "silent");
    assert.equal(judge(cio + manager), "silent", "there is no layer between");
    const second = post("cio-b", "Gil Roe", "ceo", ", role: cio");
    assert.equal(judge(cio + second + director + post("it-manager", "Dee Fox", "cio-b")), "silent", "another CIO");
    assert.equal(judge(cio + post("it-director", "Cy Ho", "cto") + post("it-manager", "Dee Fox", "cio")), "silent");
  });

  it("needs somebody in the CIO's post, and a director in office", () => {
    assert.equal(judge(`  cio: { heldBy: vacant, reportsTo: ceo }\n${director}${manager}`), "silent");
    assert.equal(judge(`  cio: { reportsTo: ceo }\n${director}${manager}`), "asks posts.cio.heldBy");
    assert.equal(judge(cio + post("it-director", "vacant", "cio") + manager), "silent");
    assert.equal(judge(cio + director + post("it-manager", "vacant", "cio")), managerAt);
    assert.equal(judge(cio + director + post("it-manager", "Dee Fox", "not-asked")), "asks posts.it-manager.reportsTo");
    assert.equal(judge(cio + post("it-director", "Cy Ho", "not-asked") + manager), "asks posts.it-director.reportsTo");
  });

  it("compares posts of one unit", () => {
    const units = "units: { north: { kind: department }, south: { kind: company } }\n";
    const north = (line: string) => line.replace(" }", ", unit: north }");
    assert.equal(judge(cio + director + north(manager) + units), "silent");
    assert.equal(judge(cio + north(director) + north(manager) + units), managerAt);
    const past = post("it-director", "Cy Ho", "ceo");
    assert.equal(judge(cio + past), directorAt);
    assert.equal(judge(cio + north(past) + units), "silent");
  });

  it("takes one person in two posts for no layer", () => {
    assert.equal(judge(cio + post("it-director", "Bo Li", "cio") + manager), "silent");
    assert.equal(judge(cio + director + post("it-manager", "Cy Ho", "cio")), "silent");
    assert.equal(judge(cio + post("it-director", "Bo Li", "ceo")), "silent");
  });

  it("finds a director whose line passes the CIO, unless it leads to a CTO", () => {
    assert.equal(judge(cio + post("it-director", "Cy Ho", "cfo")), "asks posts.cfo.reportsTo");
    assert.equal(judge(cio + post("it-director", "Cy Ho", "cfo") + post("cfo", "Eve Roy", "ceo")), directorAt);
    assert.equal(judge(cio + post("it-director", "Cy Ho", "none")), directorAt);
    for (const cto of ["cto", "cto-internal"])
      assert.equal(judge(cio + post("it-director", "Cy Ho", cto) + post(cto, "Eve Roy", "ceo")), "silent", cto);
    const through = post("it-director", "Cy Ho", "lead") + post("lead", "Eve Roy", "cio");
    assert.equal(judge(cio + through), "silent");
    assert.equal(judge(post("it-director", "Cy Ho", "ceo")), "silent", "nobody is passed");
    assert.equal(judge(`  cio: none\n${post("it-director", "Cy Ho", "ceo")}`), "silent");
  });

  it("leaves circles, and a CIO below the director, to other rules", () => {
    assert.equal(judge(cio + post("it-director", "Cy Ho", "it-director")), "silent");
    assert.equal(judge(post("cio", "Bo Li", "it-director") + post("it-director", "Cy Ho", "ceo")), "silent");
  });

  it("goes through thousands of managers and directors, and offers three of them", () => {
    const many = (role: string) =>
      Array.from({ length: 2000 }, (_, i) => post(`${role}-${i}`, `${role} ${i}`, "cio", `, role: ${role}`)).join("");
    const { findings } = check(text(cio + many("it-director") + many("it-manager")));
    const own = findings.filter((finding) => finding.rule === rule);
    assert.equal(own.length, 2000);
    assert.equal(own[0]?.fixes.length, 3);
  });

  it("offers each layer between, or the CIO", () => {
    const second = post("it-director-b", "Gil Roe", "cio", ", role: it-director");
    const two = text(cio + director + second + manager);
    assert.deepEqual(titles(only(rule, two).fixes), [
      "Let the IT Manager report to the IT Director",
      "Let the IT Manager report to the IT Director B",
    ]);
    assert.deepEqual(
      only(rule, two).related.map((one) => placeToString(one.at)),
      ["posts.it-director.reportsTo", "posts.it-director-b.reportsTo"],
    );
    tryRemedies(rule, two);
    const past = text(cio + post("it-director", "Cy Ho", "ceo"));
    assert.deepEqual(titles(only(rule, past).fixes), ["Let the IT Director report to the CIO"]);
    assert.equal(only(rule, past).says, "The IT Director reports to the CEO, past the CIO.");
    tryRemedies(rule, past);
  });
});

describe("cio-cto-unlinked", () => {
  const rule = "cio-cto-unlinked";
  const complete = "coverage: { posts: complete, committees: complete }\n";
  const text = (cio: string, cto: string, more = complete) =>
    file(
      `posts:\n${ceo}  cfo: { heldBy: Dee Fox, reportsTo: ceo }\n  cio: { heldBy: Bo Li, ${cio} }\n  cto: { heldBy: Cy Ho, ${cto} }\n${more}`,
    );
  const judge = (cio: string, cto: string, more?: string) => judged(rule, text(cio, cto, more));
  const apart = ["reportsTo: cfo", "reportsTo: ceo"] as const;
  const with_ = (committee: string) => `${complete}committees: { ${committee} }\n`;

  it("is a hint at the CTO's post where nothing joins the two", () => {
    assert.equal(judge(...apart), "hint posts.cto");
    assert.equal(
      judge(...apart, with_("risk: { chair: cio, members: [ceo] }, it-steering: { chair: cto }")),
      "hint posts.cto",
    );
  });

  it("counts a line and a dotted line, either way", () => {
    assert.equal(judge("reportsTo: cto", "reportsTo: ceo"), "silent");
    assert.equal(judge("reportsTo: ceo", "reportsTo: cio"), "silent");
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [cto]", "reportsTo: ceo"), "silent");
    assert.equal(judge("reportsTo: cfo", "reportsTo: ceo, dottedLineTo: [ceo, cio]"), "silent");
    assert.equal(judge("reportsTo: cfo, dottedLineTo: [ceo]", "reportsTo: ceo"), "hint posts.cto");
  });

  it("counts a committee in which both sit, in any seat and by name or post", () => {
    for (const seats of [
      "chair: cio, members: [cto]",
      "chair: ceo, members: [Bo Li, ceo], invitees: [cy ho]",
      "chair: cto, invitees: [cio]",
    ])
      assert.equal(judge(...apart, with_(`it-steering: { ${seats} }`)), "silent", seats);
    assert.equal(judge(...apart, with_("it-steering: none")), "hint posts.cto");
  });

  it("counts no committee that has fallen asleep", () => {
    const meeting = (rhythm: string) =>
      judge(...apart, with_(`it-steering: { chair: cio, members: [cto], ${rhythm} }`));
    assert.equal(meeting("meets: never"), "hint posts.cto");
    assert.equal(meeting("lastMet: 2025-11-21"), "hint posts.cto");
    assert.equal(meeting("lastMet: 2025-11-22"), "silent");
    assert.equal(meeting("meets: rarer"), "silent");
  });

  it("needs two people in the posts", () => {
    assert.equal(judged(rule, text(...apart).replace("Cy Ho", "Bo Li")), "silent");
    assert.equal(judged(rule, text(...apart).replace("Cy Ho", "vacant")), "silent");
    assert.equal(judged(rule, text(...apart).replace("Cy Ho", "not-asked")), "asks posts.cto.heldBy");
    assert.equal(judged(rule, text(...apart).replace("heldBy: Bo Li", "heldBy: vacant")), "silent");
  });

  it("asks one question, not one for each list that is not written", () => {
    const open = "committees:\n  risk: { chair: ceo }\n  security: { chair: not-asked }\n  audit: {}\n";
    const asked = check(text(...apart, open)).questions.filter(({ blocks }) => blocks.includes(rule));
    assert.deepEqual(
      asked.map((one) => one.question),
      ["Where do the CTO and the CIO work together: in a committee, or by a dotted line?"],
    );
    assert.equal(judge("reportsTo: not-asked", "reportsTo: ceo"), "asks posts.cio.reportsTo");
    const refused = "reportsTo: cfo, dottedLineTo: declined";
    assert.equal(judge(refused, "reportsTo: ceo, dottedLineTo: declined"), "silent", "a refusal is no finding");
  });

  it("seats both on the steering committee, or joins them by a dotted line", () => {
    const steering = text(...apart, with_("it-steering: { chair: ceo, members: [ceo] }"));
    const { fixes } = only(rule, steering);
    assert.deepEqual(titles(fixes), [
      "Make both the CIO and the CTO members of the IT steering committee",
      "Draw a dotted line from the CTO to the CIO",
    ]);
    assert.match(applied(steering, fixes[0]!), /members: \[ceo, cio, cto\]/);
    tryRemedies(rule, steering);
    const half = text(...apart, with_("it-steering: { chair: cio }"));
    assert.equal(titles(only(rule, half).fixes)[0], "Make the CTO a member of the IT steering committee");
    tryRemedies(rule, half);
    tryRemedies(rule, text(...apart));
    assert.equal(only(rule, text(...apart)).fixes.length, 1);
  });

  it("looks to the CIO of the same unit first", () => {
    const units = `${complete}units: { north: { kind: company } }\n`;
    const two = text(...apart, units).replace(
      "  cto: {",
      "  cio-north: { role: cio, unit: north, heldBy: Eve Roy, reportsTo: ceo }\n  cto-north: { role: cto, unit: north, heldBy: Gil Roe, reportsTo: cio-north }\n  cto: {",
    );
    assert.equal(judged(rule, two), "hint posts.cto");
  });
});

describe("cto-marketing-unlinked", () => {
  const rule = "cto-marketing-unlinked";
  const complete = "coverage: { posts: complete, committees: complete }\n";
  const text = (marketing: string, more = complete) =>
    file(
      `posts:\n${ceo}${post("cto", "Cy Ho", "ceo")}  head-marketing: { heldBy: ${marketing}, reportsTo: ceo }\n${more}`,
    );

  it("is a hint where two people hold the posts and nothing joins them", () => {
    assert.equal(judged(rule, text("Dee Fox")), "hint posts.cto");
    for (const holder of ["vacant", "Cy Ho"]) assert.equal(judged(rule, text(holder)), "silent", holder);
    assert.equal(judged(rule, text("not-asked")), "asks posts.head-marketing.heldBy");
    assert.equal(judged(rule, text("Dee Fox", "")), "asks posts.cto.dottedLineTo");
    const joined = `${complete}committees: { product: { type: other, chair: Dee Fox, members: [cto] } }\n`;
    assert.equal(judged(rule, text("Dee Fox", joined)), "silent");
  });

  it("draws a dotted line, and seats nobody on a committee", () => {
    const steering = text("Dee Fox", `${complete}committees: { it-steering: { chair: ceo, members: [cto] } }\n`);
    assert.deepEqual(titles(only(rule, steering).fixes), ["Draw a dotted line from the CTO to the Head of Marketing"]);
    tryRemedies(rule, steering);
  });
});
