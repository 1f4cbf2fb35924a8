import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { inFull } from "../kit/in-full.ts";
import { file, findingsOf, judged } from "../kit/judged.ts";

const { roles } = standard;

describe("words of a title that may mean a role", () => {
  const mayBe = (title: string, role: string) => (roles.mayMean(title) as string[]).includes(role);

  it("stand in it as whole words, in any order", () => {
    assert.ok(mayBe("Head of Group IT", "it-director"));
    assert.ok(mayBe("IT & Digital Lead", "cio"));
    assert.ok(mayBe("Privacy Lead", "dpo"));
    assert.ok(mayBe("Koordinatorin Datenschutz", "dpo"));
    assert.ok(mayBe("Group Information Security Officer", "ciso"));
    assert.ok(mayBe("Director of Technology", "cto"));
    assert.ok(mayBe("Patient Privacy and Compliance", "hipaa-privacy-official"));
    assert.ok(mayBe("Responsable des renseignements personnels", "quebec-privacy-officer"));
    assert.ok(!mayBe("Head of Facilities", "it-director"));
    assert.ok(!mayBe("Editor in Chief", "it-manager"), "IT is a word of its own");
    assert.ok(!mayBe("Auditorium Manager", "head-internal-audit"));
  });

  it("do not stand behind an assistant, an office, a deputy, or what is done to somebody", () => {
    assert.ok(!mayBe("Assistant to the CIO", "cio"));
    assert.ok(!mayBe("Office of the CISO", "ciso"));
    assert.ok(!mayBe("Deputy Head of IT", "it-director"));
    assert.ok(!mayBe("Liaison to the DPO", "dpo"));
    assert.ok(mayBe("Privacy Office Lead", "dpo"), "what stands in front of the office counts");
  });
});

/** Each "there is no X": what fires, and whose title may be X's. */
const cases: readonly { rule: string; title: string; key: string; text: (posts: string) => string }[] = [
  {
    rule: "gdpr-37-1",
    title: "Data Protection Officer",
    key: "dpo",
    text: (posts) => file(posts, "headcount: 300, publicAuthority: yes", "gdpr: applies"),
  },
  {
    rule: "hipaa-164-530-a1",
    title: "HIPAA Privacy Officer",
    key: "hipaa-privacy-official",
    text: (posts) => file(posts, "headcount: 300", "hipaa: { status: applies, as: [covered-entity] }"),
  },
  {
    rule: "technology-seller-without-cto",
    title: "Chief Technology Officer",
    key: "cto",
    text: (posts) => file(posts, "headcount: 300, sellsTechnology: yes"),
  },
  { rule: "no-it-leader", title: "IT Lead", key: "it-manager", text: (posts) => file(posts, "headcount: 300") },
];

describe("there is no X", () => {
  for (const { rule, title, key, text } of cases) {
    const lead = `  some-lead: { title: ${title}, heldBy: Ann Ode }\n`;
    const complete = (posts: string) =>
      text(`coverage: { posts: complete, providers: complete }\nposts:\n  owner: { heldBy: Zoe Zed }\n${posts}`);

    it(`${rule}: follows from coverage, but not past a post that may be it`, () => {
      assert.notEqual(judged(rule, complete("")), "silent");
      assert.doesNotMatch(judged(rule, complete("")), /^asks/);
      assert.match(judged(rule, complete(lead)), /^asks posts\.some-lead\.role\b/);
      assert.doesNotMatch(judged(rule, complete(lead.replace("Ann Ode", "vacant"))), /^asks/, "nobody is in it");
      assert.doesNotMatch(judged(rule, complete(lead.replace("title", "role: cfo, title"))), /^asks/, "it has a role");
    });

    it(`${rule}: stands where ${key} was denied, and names the post`, () => {
      const denied = complete(`  ${key}: none\n${rule === "no-it-leader" ? others : ""}${lead}`);
      const [found] = findingsOf(rule, denied);
      const said = found!.related
        .filter(({ at }) => at.join(".") === "posts.some-lead")
        .map((one) => inFull(one.message));
      assert.equal(said.length, 1, "one line for the post");
      assert.match(said[0]!, /^if this is the .*, give it the role$/);
    });
  }
});

const others = "  cio: none\n  cto: none\n  cto-internal: none\n  it-director: none\n";
