import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, Text } from "../../server/base/text.ts";
import { set } from "../../server/model/words/change.ts";
import { type Place, placeToString, samePlace } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { plain } from "../../server/reports/formats/format.ts";
import { questionsMail } from "../../server/reports/formats/questions/markdown.ts";
import { pretty as format } from "../../server/reports/formats/questions/pretty.ts";
import { check, today } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { readFixture } from "../kit/notation.ts";
import { sampled } from "../kit/sample.ts";
import { analyze, rules } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 120, sector: retail }\n";

function questions(content: string) {
  return check(content).questions.map(({ at, ask, question, blocks }) => ({
    at: placeToString(at),
    ask,
    question: inFull(question),
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
    assert.ok(asked.every((one) => one.ask === "ceo" && inFull(one.question).endsWith("?") && one.blocks.length > 0));
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
      "activities.change-approve",
      "activities.change-test",
    ]);
  });

  it("come in the order of the severity that waits for them", () => {
    const asked = questions(
      `${head}posts:\n  ceo: { heldBy: A B }\n  cio: { heldBy: C D }\n  ciso: { heldBy: E F }\n`,
    ).map((one) => one.at);
    assert.ok(asked.indexOf("posts.ciso.reportsTo") < asked.indexOf("posts.cio.reportsTo"), asked.join(", "));
  });
});

describe("an answer", () => {
  const examples = rules.flatMap(({ id, examples }) =>
    [examples.unknown, examples.bad].map((example) => ({ id, content: readFixture(example).text })),
  );
  const asked = examples.flatMap(({ id, content }) => {
    const before = analyze(new Text(content), { today });
    return before.questions.map(({ at, ask, question }) => ({ id, before, at, ask, question: inFull(question) }));
  });
  const kindOf = (at: Place) => [at[0], at[2]].join(".");

  it("that was refused, or makes no sense, does not bring its question back: every rule's examples", () => {
    const all = asked.flatMap((one) => ["declined", "not-applicable"].map((word) => ({ ...one, word })));
    for (const { id, before, at, question, word } of sampled(all, 12, ({ at, word }) => `${kindOf(at)} ${word}`)) {
      const after = applyEdits(before.document.text.content, textEdits(before.document, [set(at, word)]));
      const again = analyze(new Text(after), { today }).questions.map((one) => placeToString(one.at));
      assert.ok(!again.includes(placeToString(at)), `${id}: "${inFull(question)}" comes back:\n${after}`);
    }
    const seen = new Set(asked.map(({ at }) => kindOf(at)));
    assert.ok(seen.size > 20, [...seen].join(" "));
  });

  it("that was not known goes to somebody else, or to nobody in particular: every rule's examples", () => {
    const ofSomebody = asked.filter((one) => one.ask !== null);
    for (const { id, before, at, ask } of sampled(ofSomebody, 12, (one) => kindOf(one.at))) {
      const { content } = before.document.text;
      const after = applyEdits(content, textEdits(before.document, [set(at, "unknown")]));
      const again = analyze(new Text(after), { today }).questions.find((one) => samePlace(one.at, at));
      const wasUnknown = content.includes(": unknown");
      if (again && !wasUnknown) assert.notEqual(again.ask, ask, `${id}: ${placeToString(at)}\n${after}`);
    }
  });
});

describe("the list to take along", () => {
  const file = `${head}interviews:
  - { date: 2026-11-18, with: Ann Ode, by: L. Ortega }
  - { date: 2026-11-20, with: "Ann Ode, CEO" }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical], governanceTraining: yes }
  ciso: { heldBy: Cy Ho, reportsTo: ceo, deputy: unknown }
  it-manager: { heldBy: Ed May, reportsTo: it-director, level: operational }
`;
  const pretty = format.write([{ path: "a.itorg.yaml", analysis: check(file) }], plain);
  const mail = questionsMail(check(file));

  it("names whom to ask, and says who was spoken with, and when", () => {
    assert.match(
      pretty,
      /^Spoken with so far: Ann Ode on 2026-11-18 \(by L\. Ortega\); Ann Ode, CEO on 2026-11-20\.$/m,
    );
    assert.match(pretty, /^Ask Ann Ode \(CEO\), spoken with on 2026-11-20$/m);
    assert.match(pretty, /^Ask Cy Ho \(CISO\)\n {2}\d+\. Who stands in for the CISO\?$/m);
    assert.match(mail, /^## For Ann Ode \(CEO\)$/m);
    assert.ok(mail.indexOf("---") < mail.indexOf("Spoken with so far"), "that is for the consultant alone");
  });

  it("asks the same about several posts in one go", () => {
    assert.match(pretty, /Who stands in for each of the IT Director and the IT Manager\?/);
    assert.match(mail, /Who stands in for each of the IT Director and the IT Manager\?/);
    assert.equal(
      check(file).questions.filter(({ at }) => at[2] === "deputy").length,
      3,
      "the list of facts is complete",
    );
  });

  it("stays short enough for one interview after a first one", () => {
    const draft = `itorg: 1
organization: { name: Baytown Clinics, headcount: 140, sector: healthcare, jurisdictions: [US-TX] }
regimes: { hipaa: { status: applies, as: [covered-entity] } }
interviews:
  - { date: 2026-11-20, with: Maria Chen }
posts:
  ceo: { heldBy: Maria Chen }
  cfo: { heldBy: Paul Reyes, reportsTo: ceo }
  it-director: { heldBy: Sam Okafor, reportsTo: cfo, title: Director of IT }
  it-manager: { heldBy: Jo Park, reportsTo: it-director }
  ciso: { heldBy: Sam Okafor }
  hipaa-privacy-official: { heldBy: Maria Chen }
providers:
  bluewave: { name: BlueWave, services: [helpdesk, hosting, hardware-resale] }
activities:
  software-purchase: { responsible: it-director }
`;
    const asked =
      questionsMail(check(draft))
        .split("---")[0]
        ?.match(/^\d+\. /gm) ?? [];
    assert.ok(asked.length >= 5 && asked.length <= 11, questionsMail(check(draft)));
  });
});
