import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { sheets } from "../../server/analysis/asked.ts";
import { countOf, subjectOf } from "../../server/analysis/question-groups.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { set } from "../../server/model/words/change.ts";
import { type Place, placeToString, samePlace } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { newOrganization as begun } from "../../server/model/write/new-organization.ts";
import { plain } from "../../server/reports/formats/format.ts";
import { questionsMail } from "../../server/reports/formats/questions/markdown.ts";
import { prettyWith } from "../../server/reports/formats/questions/pretty.ts";
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
    assert.equal(ask("not-asked"), "ciso");
    assert.equal(ask("unknown"), "ceo");
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
  const pretty = prettyWith(false).write([{ path: "a.itorg.yaml", analysis: check(file) }], plain);
  const mail = questionsMail(check(file));

  it("names whom to ask, and says who was spoken with, and when", () => {
    assert.match(
      pretty,
      /^Spoken with so far: Ann Ode on 2026-11-18 \(by L\. Ortega\); Ann Ode, CEO on 2026-11-20\.$/m,
    );
    assert.match(
      pretty,
      /^Ask Ann Ode \(CEO\), again: spoken with on 2026-11-20\n {2}\d+\. Who stands in for the CISO\?$/m,
    );
    assert.match(pretty, /^Ask Cy Ho \(CISO\)\n {2}\d+\. Is the CISO in the post for good/m);
    assert.match(mail, /^## For Ann Ode \(CEO\)$/m);
    assert.ok(mail.indexOf("---") < mail.indexOf("Spoken with so far"), "that is for the consultant alone");
  });

  it("asks the same about several things in one go, of at most four", () => {
    const duties = ["log-review", "security-policy", "security-design", "penetration-test", "vendor-selection"]
      .map((id) => `  ${id}: { responsible: [it-director] }\n`)
      .join("");
    const text = prettyWith(true).write([{ path: "a", analysis: check(`${file}activities:\n${duties}`) }], plain);
    assert.match(text, /Who is accountable for each of log review, security policy, [a-z ]+ and [a-z ]+\?/);
    assert.doesNotMatch(text, /each of [^?]*,[^?]*,[^?]*,[^?]* and/);
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

describe("the sheets of five clients after a first interview", () => {
  const folder = "test/data/first-interview";
  for (const name of readdirSync(folder)) {
    const analysis = check(readFileSync(join(folder, name), "utf8"));
    const all = sheets(analysis);
    it(`${name}: at most ten questions a person, each of them once`, () => {
      const people = all.map(({ whom }) => whom.replace(/ \(.*/, ""));
      assert.deepEqual(people, [...new Set(people)]);
      assert.ok(all.length > 0 && all.every(({ now }) => now.length <= 10));
      const asked = all.flatMap(({ now }) => now.map(({ text }) => text));
      assert.deepEqual(asked, [...new Set(asked)]);
    });
    it(`${name}: can be read aloud to whoever is asked`, () => {
      for (const { text } of all.flatMap(({ ask, now, later }) => (ask === null ? [] : [...now, ...later]))) {
        assert.match(text, /\?$/);
        assert.ok(text.length <= 250, text);
        assert.ok((text.match(/\?/g) ?? []).length <= 4, text);
        assert.doesNotMatch(text, /\bthe client\b|[`_]|undefined|\b[a-z]+-[a-z]+-[a-z]+\b/, text);
      }
    });
  }
});

const sheetsOf = (content: string) => sheets(check(content));
const facts = (content: string) => check(content).questions;

describe("sheets for an interview", () => {
  const started = begun({ name: "Test Co" }, today);
  const large = `${head}posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li }
  it-director: { heldBy: Cy Ho }
  it-manager: { heldBy: Di Fox }
  ciso: { heldBy: Eve Roy }
  dpo: { heldBy: Gil Ash }
  cro: { heldBy: Hal Poe }
providers:
  north: { services: [helpdesk, vcio] }
  south: { services: [hosting] }
committees:
  steering: { type: it-steering }
activities:
  change-build: { responsible: [it-manager] }
  access-approve: { responsible: [it-manager] }
  purchase-order: { responsible: [it-manager] }
  backup-run: { responsible: [it-manager] }
`;

  it("hold at most ten questions of one person now, each of one subject and at most four facts", () => {
    for (const content of [large, started, head]) {
      const { org } = check(content).document;
      for (const { now, later } of sheetsOf(content)) {
        assert.ok(now.length <= 10);
        for (const { number } of [...now, ...later]) {
          const own = facts(content).filter(({ group }) => group === number);
          assert.ok(own.length >= 1 && own.length <= 4);
          assert.equal(new Set(own.map(({ at }) => subjectOf(org, at))).size, 1);
          assert.equal(new Set(own.map((one) => one.later)).size, 1);
        }
      }
    }
  });

  it("are one a person, whatever posts that person holds", () => {
    const shared = large.replace("heldBy: Eve Roy", "heldBy: Dr. Di Fox");
    const whom = sheetsOf(shared).map((sheet) => sheet.whom);
    assert.equal(whom.filter((name) => name.includes("Di Fox")).length, 1, whom.join("; "));
    assert.ok(
      whom.some((name) => /^Di Fox \((IT Manager and CISO|CISO and IT Manager)\)$/.test(name)),
      whom.join("; "),
    );
    assert.ok(sheetsOf(shared).every(({ now }) => now.length <= 10));
    const asked = facts(shared).filter(({ ask }) => ask === "ciso" || ask === "it-manager");
    assert.deepEqual([...new Set(asked.map(({ ask }) => ask))].sort(), ["ciso", "it-manager"], "JSON names the post");
    assert.ok(questionsMail(check(shared)).match(/^## For Di Fox/gm)?.length === 1);
  });

  it("number what is asked now without a gap, and what can wait behind it", () => {
    const asked = facts(large);
    const last = Math.max(...asked.filter(({ later }) => !later).map(({ group }) => group));
    assert.ok(asked.filter(({ later }) => later).every(({ group }) => group > last));
  });

  it("hold every fact once, and number the questions without a gap", () => {
    const asked = facts(large);
    assert.equal(new Set(asked.map(({ at }) => placeToString(at))).size, asked.length);
    const numbers = [...new Set(asked.map(({ group }) => group))].sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      numbers.map((_, i) => i + 1),
    );
    assert.deepEqual(countOf(asked).all, numbers.length);
    assert.ok(countOf(asked).now < numbers.length);
  });

  it("go to whoever can know, and to the head of the organization for what nobody else can", () => {
    const ask = (at: string, content = large) => facts(content).find((one) => placeToString(one.at) === at)?.ask;
    assert.equal(ask("posts.ciso.reportsTo"), "ciso");
    assert.equal(ask("posts.cio.reportsTo"), "cio");
    assert.equal(ask("providers.south.overseenBy"), "cio");
    assert.equal(ask("activities.change-deploy"), "cio");
    assert.equal(ask("organization.headcount", "itorg: 1\norganization: { name: X }\n"), "ceo");
  });

  it("pass by whoever was spoken with where somebody else can know", () => {
    const with_ = (who: string) => `${large}interviews:\n  - { date: 2026-11-20, with: ${who} }\n`;
    const ask = (content: string) =>
      facts(content).find(({ at }) => placeToString(at) === "posts.it-manager.deputy")?.ask;
    assert.equal(ask(large), "it-manager");
    assert.equal(ask(with_("Di Fox")), "cio");
  });

  it("keep what blocks only hints, and the consultant's own notes, for when there is time", () => {
    const later = facts(started).filter((one) => one.later);
    assert.deepEqual(
      later.map(({ at }) => placeToString(at)).filter((at) => at.startsWith("interviews")),
      ["interviews"],
    );
    const text = (all: boolean) => prettyWith(all).write([{ path: "a", analysis: check(started) }], plain);
    assert.doesNotMatch(text(false), /With whom was an interview held/);
    assert.match(text(false), /more if there is time: --all lists/);
    assert.match(text(true), /If there is time:[\s\S]*With whom was an interview held/);
  });

  it("ask for every slot that a new file has", () => {
    const asked = places(started);
    const slots = [
      "organization.itHeadcount",
      "organization.jurisdictions",
      "posts.ceo.heldBy",
      "posts.ciso",
      "providers",
      "committees",
      "activities.incident-response.deputy",
      "activities.security.accountable",
    ];
    assert.deepEqual(
      slots.filter((slot) => !asked.includes(slot)),
      [],
    );
    const leads = facts(started).map(({ question }) => inFull(question));
    assert.ok(leads.includes("Who leads IT: a CIO, an IT director, an IT manager, or nobody?"), leads.join("\n"));
  });

  it("do not offer what the file denies", () => {
    const asked = questions(`${head}posts: { cio: none, it-manager: none }\n`).map(({ question }) => question);
    assert.ok(asked.includes("Who leads IT: an IT director, or nobody?"), asked.join("\n"));
  });

  it("end with the laws to decide", () => {
    const content = head.replace("sector: retail", "sector: healthcare, jurisdictions: [US-OH, DE]");
    const asked = facts(content);
    const laws = asked.filter(({ blocks }) => blocks.includes("regime-undecided"));
    assert.ok(laws.length > 1);
    assert.deepEqual(asked.slice(-laws.length), laws);
    assert.ok(laws.every(({ question }) => /^Does .* apply to the organization\?$/.test(inFull(question))));
  });

  it("name of several in one post only who was spoken with", () => {
    const shared = `${head}interviews:\n  - { date: 2026-11-20, with: Bo Ray }\nposts:\n  owner: { heldBy: [Ann Lee, Bo Ray] }\n  ceo: none\n`;
    assert.ok(sheetsOf(shared).some(({ whom }) => whom === "Bo Ray (Owner)"));
  });

  it("ask a team of two for no other half of a pair", () => {
    const pair = (count: number) =>
      places(
        `${head.replace("sector", `itHeadcount: ${count}, sector`)}activities:\n  change-build: { responsible: [it-manager] }\n`,
      );
    assert.ok(pair(20).includes("activities.change-deploy"));
    assert.ok(!pair(2).includes("activities.change-deploy"));
  });
});
