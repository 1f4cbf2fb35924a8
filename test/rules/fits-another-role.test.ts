import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("fits-another-role", () => {
  const rule = "fits-another-role";
  const post = (id: string, facts: string, rest = "") =>
    file(`posts:\n  ${id}: { heldBy: Ann Ode, ${facts} }\n${rest}`);
  const isJudged = (id: string, facts: string, rest = "") => judged(rule, post(id, facts, rest));

  /** Each of the six roles that the sources define, described as another. */
  const described: [string, string, string, string][] = [
    ["cio", "reportsTo: cfo, level: tactical, focus: technology, background: technical", "", "an IT Director"],
    [
      "cto",
      "reportsTo: board, level: strategic, orientation: inward, objectives: mission, customers: internal, handsOn: no",
      "",
      "a CIO",
    ],
    [
      "ciso",
      "reportsTo: it-director, objectives: delivery, level: operational, focus: technology, handsOn: yes, governanceTraining: no",
      "",
      "an IT Manager",
    ],
    ["it-director", "reportsTo: ceo, level: strategic, focus: [people, process, projects], handsOn: no", "", "a CIO"],
    ["it-manager", "reportsTo: cto, level: tactical, focus: technology, background: technical", "", "an IT Director"],
    ["vcio", "level: operational, focus: technology, handsOn: yes, background: technical", "", "an IT Manager"],
    [
      "cio",
      "orientation: outward, objectives: revenue, customers: external, background: technical",
      "teams:\n  dev: { headedBy: cio, functions: [architecture] }\n",
      "a CTO",
    ],
    [
      "cto-internal",
      "reportsTo: cio, level: tactical, focus: technology, background: technical, orientation: inward, customers: internal",
      "",
      "an IT Director",
    ],
  ];
  for (const [id, facts, rest, other] of described) {
    it(`names the facts of ${id} that are those of ${other}`, () => {
      const text = post(id, facts, rest);
      const finding = only(rule, text);
      assert.deepEqual([finding.severity, placeToString(finding.at)], ["info", `posts.${id}`]);
      assert.ok(inFull(finding.says).endsWith(`, as ${other} does.`), inFull(finding.says));
      assert.ok(finding.citations.includes("S0-12"));
      assert.ok(finding.message.length <= 295, `${finding.message.length}: ${inFull(finding.message)}`);
      tryRemedies(rule, text);
    });
  }

  it("says which facts are met, which contradicted, and who says so", () => {
    const finding = only(
      rule,
      post("cio", "reportsTo: cfo, level: tactical, focus: technology, background: technical"),
    );
    assert.equal(
      inFull(finding.message),
      "The CIO works at the tactical level, attends to technology, has a technical background and reports to the CFO, as an IT Director does. Level, focus and reporting line do not fit a CIO. The sources disagree. (Roman; Mindfield; Cobb; CTO Academy)",
    );
    assert.deepEqual(
      finding.related.map((one) => inFull(one.message)),
      [
        "level: tactical; an IT Director's: tactical or operational; a CIO's: strategic",
        "focus: technology; an IT Director's: technology; a CIO's: people, process, projects and technology, or three of them",
        "background: technical; an IT Director's: technical",
        "reporting line: the CFO; an IT Director's: CIO, CTO, CFO, COO, Head of HR or General Counsel; a CIO's: CEO, COO, the board or the owner",
      ],
    );
    assert.ok(!finding.citations.includes("S3-18"), "a CTO's revenue has no part in it");
    const vague = only(rule, post("cto-internal", described.at(-1)![1]));
    assert.match(inFull(vague.reason), /do not fit a CIO or a CTO\.$/);
  });

  it("needs four facts met, none contradicted, and two of its own contradicted", () => {
    const facts = ["reportsTo: cfo", "level: tactical", "focus: technology", "background: technical"];
    assert.equal(isJudged("cio", facts.join(", ")), "info posts.cio");
    for (const left of facts)
      assert.doesNotMatch(isJudged("cio", facts.filter((one) => one !== left).join(", ")), /info/);
    assert.equal(isJudged("cio", facts.join(", ").replace("cfo", "ceo")), "silent", "one contradicted");
    assert.equal(
      isJudged("cio", facts.join(", ").replace("tactical", "[strategic, tactical]").replace("cfo", "coo")),
      "silent",
    );
    assert.equal(isJudged("it-director", facts.join(", ")), "silent", "it is one");
    assert.equal(isJudged("cto-internal", facts.join(", ")), "silent", "no CTO's fact is contradicted");
  });

  it("never reads a title", () => {
    assert.equal(isJudged("cio", "title: IT Director"), "silent");
    assert.equal(
      isJudged("x", "title: CIO, reportsTo: cfo, level: tactical, focus: technology, background: technical"),
      "silent",
    );
  });

  it("drops a step below 50 people", () => {
    const text = post("cio", "reportsTo: cfo, level: tactical, focus: technology, background: technical");
    assert.equal(judged(rule, text.replace("headcount: 120", "headcount: 40")), "hint posts.cio");
  });

  it("asks where something points that way, first what the consultant judges", () => {
    const asked = (facts: string, id = "cio") => isJudged(id, facts);
    assert.equal(asked("reportsTo: cfo, level: tactical, background: technical"), "asks posts.cio.focus");
    assert.equal(asked("reportsTo: cfo, background: technical"), "asks posts.cio.level, posts.cio.focus");
    assert.equal(asked("level: tactical, focus: technology"), "asks posts.cio.reportsTo, posts.cio.background");
    const questions = check(post("cio", "reportsTo: cfo, background: technical")).questions.filter((one) =>
      one.blocks.includes(rule),
    );
    assert.deepEqual(
      questions.map((one) => one.ask),
      [null, null],
    );
  });

  it("asks nothing where nothing points that way, or no answer could settle it", () => {
    for (const facts of [
      "daysPerWeek: 5",
      "reportsTo: ceo",
      "reportsTo: cfo",
      "level: tactical",
      "background: technical",
      "level: strategic, reportsTo: cfo, background: technical",
      "reportsTo: cfo, background: technical, level: declined, focus: declined",
      "reportsTo: ceo, level: tactical, background: technical",
    ])
      assert.equal(isJudged("cio", facts), "silent", facts);
    const manager = "reportsTo: cto, level: operational, handsOn: yes, governanceTraining: no, background: technical";
    assert.equal(isJudged("it-manager", manager), "silent");
  });

  it("keeps the title that the client uses, and offers no second CIO", () => {
    const facts = "reportsTo: cfo, level: tactical, focus: technology, background: technical";
    const own = only(rule, post("cio", facts));
    assert.deepEqual(titles(own.fixes), [
      "Declare the post as an IT Director's",
      "Declare the post as an IT Director's, and keep CIO as its title",
    ]);
    assert.match(applied(post("cio", facts), own.fixes[1]!), /role: it-director, title: CIO \}/);
    const titled = post("cio", `title: Chief of IT, ${facts}`);
    assert.deepEqual(titles(only(rule, titled).fixes), ["Declare the post as an IT Director's; it keeps its title"]);
    tryRemedies(rule, titled);
    const director = "reportsTo: ceo, level: strategic, focus: [people, process, projects], handsOn: no";
    assert.equal(only(rule, post("it-director", director)).fixes.length, 2);
    assert.equal(only(rule, post("it-director", director, "  cio: { heldBy: Bo Li }\n")).fixes.length, 0);
    assert.equal(only(rule, post("it-director", director, "  cio: vacant\n")).fixes.length, 2);
  });
});
