import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDefinedBySources } from "../../server/knowledge/roles.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { claimsTable, claimUses } from "../../server/reports/pages/claim-uses.ts";
import { docPage, standardConfig, standardPages } from "../kit/standard.ts";

const { definitions: roleDefinitions } = standard.roles;
const { claims, reprints } = standard.evidence;

const uses = claimUses(standardConfig);

describe("every claim of the articles", () => {
  it("is used, or is on the unused list with a reason, and never both", () => {
    const wrong = [...claims.values()].filter(({ id, unused }) => uses.has(id) === (unused !== undefined));
    assert.deepEqual(
      wrong.map(({ id }) => id),
      [],
    );
    for (const id of uses.keys()) assert.ok(claims.has(id) || !/^S\d-/.test(id), `${id} is no claim`);
  });

  it("is shown on a page where it is used: a rule's, a role's, or that of the list printed first", () => {
    const pageOf = { rule: "rules", role: "roles" };
    for (const [id, found] of uses) {
      if (!claims.has(id)) continue;
      for (const use of found) {
        if (use.in === "format") continue;
        const page = docPage(use.in === "claim" ? id : `${pageOf[use.in]}/${use.id}.md`)!.markdown;
        assert.ok(page.includes(id), `${use.in} ${use.id} shows ${id}`);
      }
    }
    // What a second article reprints stands beside the first wherever a page cites the first.
    assert.match(docPage("roles/cio.md")!.markdown, /S3-07\]\([^)]*\) \(the list that Anant prints too: \[S4-11\]/);
  });

  it("has a line in the table that `npm run claims` prints", () => {
    const lines = claimsTable(standardConfig).trimEnd().split("\n");
    assert.deepEqual(
      lines.map((line) => line.split(" ")[0]),
      [...claims.keys()],
    );
    for (const line of lines) assert.match(line, /^S\d-C?\d+ +\S/, line);
    assert.match(claimsTable(standardConfig), /^S1-13 .*rule ciso-is-it-head;.*role ciso \(.*conflicts with/m);
    assert.match(claimsTable(standardConfig), /^S1-56 .*unused: /m);
  });

  it("is shown as disputed, or as a reader's, wherever it is cited", () => {
    const disputed = [...claims.values()].filter(({ status }) => status === "disputed");
    assert.deepEqual(
      disputed.map(({ id }) => id),
      ["S0-C7"],
    );
    const readers = [...claims.values()].filter(({ id }) => /-C\d/.test(id));
    for (const path of standardPages.paths().filter((one) => one.startsWith("roles/"))) {
      for (const line of docPage(path)!.markdown.split("\n")) {
        for (const { id, status } of readers.filter((claim) => line.includes(`[${claim.id}]`))) {
          assert.match(line, /A reader of Roman/, `${path}: ${id}`);
          if (status === "disputed") assert.match(line, /whom others reject/, `${path}: ${id}`);
          if (status === "beside-disputed") assert.match(line, /others reject another part/, `${path}: ${id}`);
          if (status === "differs") assert.match(line, /who agrees, and yet describes it otherwise/, `${path}: ${id}`);
        }
      }
    }
    assert.match(docPage("sources/S0.md")!.markdown, /### S0-C7\n\n[^\n]*which other readers reject/);
  });
});

describe("voices", () => {
  const counted: readonly [string, readonly string[], number][] = [
    ["one article is one voice", ["S1-13", "S1-16", "S1-17"], 1],
    ["three articles are three", ["S0-07", "S1-30", "S2-03"], 3],
    ["the list that two articles print is one", ["S3-07", "S4-11"], 1],
    ["and so is its summary in both: inward and outward have two voices, not three", ["S1-09", "S3-02", "S4-03"], 2],
    ["what the two say besides it is their own", ["S3-01", "S4-04"], 2],
    ["a reader is no part of the article", ["S0-02", "S0-C1"], 2],
    ["but one reader is one voice", ["S0-C3", "S0-C4"], 1],
    ["and the author's own answer adds none", ["S0-02", "S0-C2"], 1],
    ["a law is one, however many provisions", ["gdpr-37-1", "gdpr-38-6"], 1],
    ["and a standard another", ["gdpr-37-1", "iia-7-1", "S1-17"], 3],
    ["what nothing has is none", ["S9-99", "nothing"], 0],
    ["nobody is none", [], 0],
  ];
  for (const [what, ids, count] of counted) {
    it(what, () =>
      assert.equal(standard.evidence.speakers(ids).length, count, standard.evidence.speakers(ids).join(" ")),
    );
  }

  it("are more than one wherever a role says that its sources agree", () => {
    for (const role of roleDefinitions.values()) {
      for (const entry of role.agreement) {
        assert.ok(standard.evidence.speakers(entry.claims).length > 1, `${role.id}: ${entry.says}`);
      }
    }
  });

  it("decide that a CTO faces outward, two to one, and never count a reprint against a fact", () => {
    const outward = roleDefinitions.get("cto")!.facts.find(({ attribute }) => attribute === "orientation")!;
    assert.deepEqual(
      [standard.evidence.speakers(outward.for).length, standard.evidence.speakers(outward.against).length],
      [2, 1],
    );
    assert.match(docPage("roles/cto.md")!.markdown, /Disputed, 2 voices to 1/);
    for (const role of roleDefinitions.values()) {
      for (const fact of role.facts.filter(({ weighed }) => weighed)) {
        assert.ok(
          standard.evidence.speakers(fact.for).length >= standard.evidence.speakers(fact.against).length,
          `${role.id}: ${fact.attribute}`,
        );
      }
    }
  });

  it("know each reprint by the claim that was printed first", () => {
    assert.equal(reprints.size, 16);
    assert.equal(reprints.get("S3-07")?.id, "S4-11");
  });
});

describe("the page of a role", () => {
  it("says openly where the articles do not define the role, and names who does", () => {
    const undefinedRoles = [...roleDefinitions.values()].filter((role) => !isDefinedBySources(role));
    assert.equal(undefinedRoles.length, 24);
    for (const { id } of undefinedRoles) {
      const page = docPage(`roles/${id}.md`)!.markdown;
      assert.match(page, /The five articles do not define this role\.\*\* It is here because[^\n]*\n\n- .*\]\(/, id);
    }
    assert.doesNotMatch(docPage("roles/cio.md")!.markdown, /do not define this role/);
    assert.match(
      docPage("roles/cio.md")!.markdown,
      /Who describes it:\*\* Roman; A reader of Roman; Mindfield, a vendor/,
    );
  });

  it("shows both camps on where a CTO sits", () => {
    for (const id of ["cto", "cto-internal"]) {
      const page = docPage(`roles/${id}.md`)!.markdown;
      const camps = page.split("**Where does the CTO sit?**")[1]!.split("What itorg does")[0]!;
      for (const name of ["Cobb", "Mindfield", "CTO Academy", "Anant", "RBI 2026, head of IT", "COBIT 2019"]) {
        assert.ok(camps.includes(name), `${id}: ${name}`);
      }
      assert.match(camps, /\*\*CTO Academy, a vendor\*\*; \*\*Anant, a vendor\*\* \(one voice\)/);
    }
  });

  it("quotes a survey with its year and sample, and calls none of them a ground", () => {
    for (const role of roleDefinitions.values()) {
      if (!role.surveys) continue;
      const page = docPage(`roles/${role.id}.md`)!.markdown;
      for (const { by, date, sample } of role.surveys) {
        assert.match(date, /\b20\d\d\b/, by);
        assert.ok(page.includes(`${date} (sample: ${sample})`), by);
      }
      assert.match(page, /no rule rests on one/);
    }
    assert.equal(roleDefinitions.get("ciso")?.surveys?.length, 5);
  });
});
