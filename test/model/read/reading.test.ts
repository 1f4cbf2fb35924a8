import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../../server/base/text.ts";
import type { Activity, Committee, OrgData, Post, Provider } from "../../../server/model/org/entities.ts";
import { type Fact, given, isCannotTell } from "../../../server/model/words/fact.ts";
import { type Ref, refKey } from "../../../server/model/words/values.ts";
import { inFull } from "../../kit/in-full.ts";
import { readDocument } from "../../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";

/** Reads a text that must be free of structural problems. */
function read(body: string, allowed: readonly string[] = []): OrgData {
  const document = readDocument(new Text(`${head}${body}`));
  const problems = document.problems.filter((problem) => !allowed.includes(problem.kind));
  assert.deepEqual(
    problems.map((problem) => `${problem.kind}: ${inFull(problem.says)}`),
    [],
  );
  return document.org.data;
}

const post = (body: string, id = "cio"): Post => read(`posts:\n  ${body}`).posts.get(id)!;
const activity = (body: string, id = "log-review"): Activity => read(`activities:\n  ${body}`).activities.get(id)!;

/** A fact in a few characters: its value, or why there is none. */
function brief(fact: Fact<unknown> | undefined): string {
  if (!fact) return "-";
  if (fact.is === "unknown") return `? ${fact.why}`;
  if (fact.is !== "known") return fact.is;
  const { value } = fact;
  if (Array.isArray(value)) return `[${value.map(briefValue).join(", ")}]`;
  return briefValue(value);
}

function briefValue(value: unknown): string {
  if (typeof value === "object" && value !== null && "to" in value) return refKey(value as Ref);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

describe("a post's own value", () => {
  const cases: readonly [string, string, string][] = [
    ["cio: none", "no", "? absent"],
    ["cio: vacant", "yes", "[]"],
    ["cio: unknown", "cannot tell: unknown", "? absent"],
    ["cio: not-asked", "cannot tell: not-asked", "? absent"],
    ["cio: declined", "cannot tell: declined", "? absent"],
    ["cio: not-applicable", "left-out", "? absent"],
    ["cio:", "yes", "? absent"],
    ["cio: {}", "yes", "? absent"],
    ["cio: { heldBy: vacant }", "yes", "[]"],
    ["cio: { heldBy: none }", "yes", "[]"],
    ["cio: { heldBy: }", "yes", "? not-asked"],
    ["cio: { heldBy: unknown }", "yes", "? unknown"],
    ["cio: { heldBy: declined }", "yes", "? declined"],
    ["cio: { heldBy: not-applicable }", "yes", "not-applicable"],
    ['cio: { heldBy: "none" }', "yes", "[person:none]"],
    ["cio: { heldBy: 'vacant' }", "yes", "[person:vacant]"],
    ["cio: { heldBy: Bo Li }", "yes", "[person:bo li]"],
    ["cio: { heldBy: [Bo Li, Cy Ho] }", "yes", "[person:bo li, person:cy ho]"],
    ["cio: { heldBy: [] }", "yes", "[]"],
    ["cio: { heldBy: bo }", "yes", "[person:bo]"],
  ];
  for (const [body, exists, holders] of cases) {
    it(body, () => {
      const cio = post(body);
      const truth = isCannotTell(cio.exists) ? `cannot tell: ${cio.exists.needs[0]?.why}` : cio.exists;
      assert.equal(truth, exists);
      assert.equal(brief(cio.heldBy), holders);
    });
  }
});

describe("values", () => {
  const cases: readonly [string, keyof Post, string][] = [
    ["cio: { level: strategic }", "level", "[strategic]"],
    ["cio: { level: [strategic, tactical] }", "level", "[strategic, tactical]"],
    ["cio: { level: none }", "level", "[]"],
    ["cio: { handsOn: yes }", "handsOn", "true"],
    ["cio: { handsOn: no }", "handsOn", "false"],
    ["cio: { handsOn: true }", "handsOn", "true"],
    ["cio: { handsOn: none }", "handsOn", "false"],
    ["cio: { until: 2027-01-31 }", "until", "2027-01-31"],
    ["cio: { until: none }", "until", "none"],
    ["cio: { deputy: none }", "deputy", "none"],
    ["cio: { deputy: ceo }", "deputy", "post:ceo"],
    ["cio: { deputy: Bo Li }", "deputy", "person:bo li"],
    ['cio: { deputy: "none" }', "deputy", "person:none"],
    ["cio: { boardReport: none }", "boardReport", "none"],
    ["cio: { reportsTo: board }", "reportsTo", "board"],
    ["cio: { reportsTo: ceo }", "reportsTo", "post:ceo"],
    ["cio: { title: none }", "title", "none"],
    ["cio: {}", "unit", "none"],
    ["cio: {}", "role", "cio"],
    ["cio: { role: it-director }", "role", "it-director"],
    ["cio: { daysPerWeek: 2.5 }", "daysPerWeek", "2.5"],
  ];
  for (const [body, field, expected] of cases) {
    it(`${body} has ${field} ${expected}`, () => assert.equal(brief(post(body)[field] as Fact<unknown>), expected));
  }

  it("a headcount may be a range", () => {
    const organization = readDocument(
      new Text("itorg: 1\norganization: { name: X, headcount: 50-250, itHeadcount: 4 }"),
    ).org.data.organization;
    assert.deepEqual(given(organization.headcount), { min: 50, max: 250 });
    assert.deepEqual(given(organization.itHeadcount), { min: 4, max: 4 });
  });

  it("a team's members are a count or names", () => {
    const { teams } = read("teams:\n  a: { members: 9 }\n  b: { members: 5-9 }\n  c: { members: [Bo Li, cio] }\n");
    assert.deepEqual(given(teams.get("a")!.members), { min: 9, max: 9 });
    assert.deepEqual(given(teams.get("b")!.members), { min: 5, max: 9 });
    assert.equal(brief(teams.get("c")!.members), "[person:bo li, post:cio]");
  });

  it("YAML 1.1 is never read, whatever the file asks for", () => {
    const document = readDocument(
      new Text("%YAML 1.1\n---\nitorg: 1\norganization: { name: Example, jurisdictions: [NO], listed: no }\n"),
    );
    assert.equal(brief(document.org.data.organization.jurisdictions), "[NO]");
    assert.equal(brief(document.org.data.organization.listed), "false");
  });
});

describe("references", () => {
  const who = (value: string, more = "") =>
    brief(
      read(`${more}activities:\n  log-review: { accountable: ${value} }\n`).activities.get("log-review")!.accountable,
    );

  it("a role of the catalogue needs no entry", () => {
    assert.equal(who("cfo"), "[post:cfo]");
    assert.equal(read("posts:\n  cio: { reportsTo: ceo }\n").posts.get("ceo")?.written, false);
  });
  it("a role with one post under another key means that post", () =>
    assert.equal(who("cio", "posts:\n  head: { role: cio }\n"), "[post:head]"));
  it("a name is a person, and one in id form only where a holder or `people` spells it so", () => {
    assert.equal(who("Bo Li"), "[person:bo li]");
    assert.equal(who("bo", "posts:\n  cfo: { heldBy: bo }\n"), "[person:bo]");
    assert.equal(who("bo", "people:\n  bo:\n"), "[person:bo]");
    const document = readDocument(new Text(`${head}activities:\n  log-review: { accountable: bo }\n`));
    assert.deepEqual(
      document.problems.map((problem) => problem.kind),
      ["reference"],
    );
    assert.equal(brief(document.org.data.activities.get("log-review")!.accountable), "? unreadable");
  });
  it("a quoted reserved word is a person, also in a reference", () => assert.equal(who('["none"]'), "[person:none]"));
  it("providers and teams have a prefix", () =>
    assert.equal(
      who("[provider:msp, 'team:desk']", "providers:\n  msp: { name: M }\nteams:\n  desk: { members: 3 }\n"),
      "[provider:msp, team:desk]",
    ));
  it("an employer is a provider with or without prefix, or somebody outside the file", () => {
    const { people } = read(
      "providers:\n  msp: { name: M }\npeople:\n  A B: { employedBy: msp }\n  C D: { employedBy: provider:msp }\n  E F: { employedBy: Some Bank }\n",
    );
    assert.deepEqual(
      [...people.values()].map((person) => brief(person.employedBy)),
      ["provider:msp", "provider:msp", "nothing:Some Bank"],
    );
  });
  it("names come in the order of the text", () => {
    const { mentions } = read(
      "activities:\n  log-review: { accountable: One Person }\nposts:\n  cio: { deputy: Two Person, heldBy: Three Person }\npeople:\n  Four Person:\n",
    );
    assert.deepEqual(
      mentions.map((mention) => mention.name),
      ["One Person", "Two Person", "Three Person", "Four Person"],
    );
  });
});

describe("sections", () => {
  it("a section that is none is complete and empty", () => {
    const document = readDocument(new Text(`${head}providers: none\nposts: none\n`));
    assert.deepEqual(document.problems, []);
    assert.ok(document.org.isComplete("providers") && document.org.isComplete("posts"));
    assert.equal(document.org.whole.exists("cio"), "no");
  });
  it("a section that was not asked for is merely unknown", () => {
    const document = readDocument(new Text(`${head}providers: not-asked\nposts: unknown\nteams:\n`));
    assert.deepEqual(document.problems, []);
    assert.ok(!document.org.isComplete("providers"));
  });
  it("a duty, a committee or a provider without a value has not been asked about", () => {
    const data = read("activities:\n  log-review:\ncommittees:\n  audit:\nproviders:\n  msp:\n");
    const entries = [data.activities.get("log-review")!, data.committees.get("audit")!, data.providers.get("msp")!];
    for (const { exists } of entries) assert.equal(isCannotTell(exists) && exists.needs[0]?.why, "not-asked");
  });
  it("keys that begin with x- are left alone everywhere", () => {
    const data = read(
      "x-a: [1]\nposts:\n  x-template: 5\n  cio: { x-b: { deep: [] } }\npeople:\n  x-c: 1\nregimes: { x-d: 3 }\nactivities:\n  x-e: 4\n",
    );
    assert.deepEqual([...data.posts.keys()], ["cio"]);
    assert.deepEqual([data.people.size, data.regimes.size, data.activities.size], [0, 0, 0]);
  });
  it("anchors, aliases and merge keys work", () => {
    const { posts } = read(
      "x-head: &head { level: strategic, reportsTo: ceo }\nposts:\n  cio: &cio { <<: *head, heldBy: &bo Bo Li }\n  cfo: *cio\n  cro: { <<: [*head, { background: business }], heldBy: *bo, level: tactical }\n",
    );
    assert.deepEqual(
      ["cio", "cfo", "cro"].map((id) => `${brief(posts.get(id)!.level)} ${brief(posts.get(id)!.heldBy)}`),
      ["[strategic] [person:bo li]", "[strategic] [person:bo li]", "[tactical] [person:bo li]"],
    );
    assert.equal(brief(posts.get("cro")!.background), "business");
  });
});

describe("what a list and a complete section say about what is left out", () => {
  const committee = (body: string, more = ""): Committee =>
    read(`${more}committees:\n  audit: ${body}\n`).committees.get("audit")!;

  it("given members leave nobody to invite", () => assert.equal(brief(committee("{ members: [ceo] }").invitees), "[]"));
  it("unknown members leave the invitees unknown", () => {
    assert.equal(brief(committee("{ members: unknown }").invitees), "? absent");
    assert.equal(brief(committee("{ members: [ceo], invitees: unknown }").invitees), "? unknown");
  });
  it("in complete committees, members and invitees left out are none", () => {
    const complete = committee("{ chair: ceo }", "coverage: { committees: complete }\n");
    assert.deepEqual([brief(complete.members), brief(complete.invitees)], ["[]", "[]"]);
  });
  it("in complete posts, dotted lines left out are none", () => {
    const { posts } = read("coverage: { posts: complete }\nposts:\n  cio: {}\n  cfo: { dottedLineTo: unknown }\n");
    assert.deepEqual(
      [brief(posts.get("cio")!.dottedLineTo), brief(posts.get("cfo")!.dottedLineTo)],
      ["[]", "? unknown"],
    );
  });
  it("in partial ones they are unknown", () => assert.equal(brief(post("cio: {}").dottedLineTo), "? absent"));
  it("and nothing is settled while part of the text cannot be read", () => {
    const { org } = readDocument(
      new Text(
        `${head}coverage: { committees: complete, posts: complete }\ncommittees:\n  audit: { members: [ceo] }\nposts:\n  cio: {}\n  cfo: [}\n`,
      ),
    );
    assert.equal(brief(org.data.committees.get("audit")!.invitees), "? absent");
    assert.equal(brief(org.data.posts.get("cio")!.dottedLineTo), "? absent");
  });
});

describe("defaults", () => {
  it("activities and committees take their kind from the key", () => {
    assert.equal(brief(activity("log-review: {}").activity), "log-review");
    assert.equal(brief(activity("erp: { activity: vendor-selection }", "erp").activity), "vendor-selection");
    assert.equal(brief(read("committees:\n  audit: {}\n").committees.get("audit")!.type), "audit");
    assert.equal(brief(read("committees:\n  council: {}\n").committees.get("council")!.type), "? absent");
  });
  it("providers keep their services in one value or a list", () => {
    const services = (body: string) => read(`providers:\n  msp: ${body}\n`).providers.get("msp") as Provider;
    assert.equal(brief(services("{ services: helpdesk }").services), "[helpdesk]");
    assert.equal(brief(services("{ services: [helpdesk, moonwatch] }").services), "[helpdesk, moonwatch]");
    assert.equal(brief(services("{ services: none }").services), "[]");
  });
});
