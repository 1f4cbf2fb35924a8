import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../server/model/place.ts";
import { check } from "./check-fixture.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 120, sector: retail }\n";

function questions(content: string) {
  return check(content).questions.map(({ at, ask, question, blocks }) => ({
    at: placeToString(at),
    ask,
    question,
    blocks,
  }));
}

const places = (content: string) => questions(content).map((one) => one.at);

describe("questions for the next interview", () => {
  it("ask a bare file for headcount, sector, who leads IT and who answers for security", () => {
    const asked = questions("itorg: 1\norganization: { name: Example }\n");
    assert.deepEqual(asked.map((one) => one.at).sort(), [
      "organization.headcount",
      "organization.sector",
      "posts.cio",
      "posts.ciso",
    ]);
    assert.ok(asked.every((one) => one.ask === "ceo" && one.question.endsWith("?") && one.blocks.length > 0));
  });

  it("give no finding on a bare file but the open question", () => {
    const { findings } = check("itorg: 1\norganization: { name: Example }\n");
    assert.deepEqual(
      findings.map((finding) => finding.rule).filter((rule) => rule !== "open-question"),
      [],
    );
  });

  it("ask once for a fact that several rules need", () => {
    const asked = places(
      `${head}posts:\n  ceo: { heldBy: A B }\n  cio: { heldBy: C D, reportsTo: ceo }\n  ciso: { heldBy: E F }\n`,
    );
    assert.equal(asked.filter((at) => at === "posts.ciso.reportsTo").length, 1);
    assert.equal(new Set(asked).size, asked.length);
  });

  it("do not come back once a fact is given, declined or not applicable", () => {
    const file = (deputy: string) => `${head}posts:\n  ciso: { heldBy: E F, reportsTo: ceo${deputy} }\n`;
    assert.ok(places(file("")).includes("posts.ciso.deputy"));
    assert.ok(places(file(", deputy: not-asked")).includes("posts.ciso.deputy"));
    for (const answer of [", deputy: G H", ", deputy: none", ", deputy: declined", ", deputy: not-applicable"]) {
      assert.ok(!places(file(answer)).includes("posts.ciso.deputy"), answer);
    }
  });

  it("go to somebody else where the respondent did not know", () => {
    const ask = (deputy: string) =>
      questions(
        `${head}posts:\n  ceo: { heldBy: A B }\n  ciso: { heldBy: E F, reportsTo: ceo, deputy: ${deputy} }\n`,
      ).find((one) => one.at === "posts.ciso.deputy")?.ask;
    assert.equal(ask("not-asked"), "ceo");
    assert.equal(ask("unknown"), "ciso");
  });

  it("leave to the consultant what nobody can be asked", () => {
    const asked = questions(`${head}posts:\n  cio: { heldBy: C D, reportsTo: ceo }\n`).filter((one) =>
      /\.(focus|level|objectives)$/.test(one.at),
    );
    assert.ok(asked.length > 0);
    assert.ok(asked.every((one) => one.ask === null));
  });

  it("ask about a pair of duties only where one of them is in the file", () => {
    const about = (content: string) => places(content).filter((at) => at.startsWith("activities.change"));
    assert.deepEqual(about(head), []);
    assert.deepEqual(about(`${head}activities:\n  change-build: { responsible: [it-manager] }\n`), [
      "activities.change-deploy",
    ]);
  });

  it("come in the order of the severity that waits for them", () => {
    const asked = questions(
      `${head}posts:\n  ceo: { heldBy: A B }\n  cio: { heldBy: C D }\n  ciso: { heldBy: E F }\n`,
    ).map((one) => one.at);
    assert.ok(asked.indexOf("posts.ciso.reportsTo") < asked.indexOf("posts.cio.reportsTo"), asked.join(", "));
  });
});
