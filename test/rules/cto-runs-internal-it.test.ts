import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const large = "headcount: 300";

describe("cto-runs-internal-it", () => {
  const rule = "cto-runs-internal-it";
  const posts = (more = "") => `posts:\n  cto: { heldBy: Ann Ode, reportsTo: ceo }\n${more}`;
  const desk = (head = "cto") => `teams:\n  desk: { headedBy: ${head}, functions: [helpdesk] }\n`;
  const director = "  it-director: { heldBy: Bo Li, reportsTo: ceo }\n";

  it("speaks of each kind of internal team, and of IT operations", () => {
    for (const name of ["helpdesk", "infrastructure", "network"]) {
      const teams = `teams:\n  desk: { headedBy: cto, functions: [data, ${name}] }\n`;
      assert.equal(judged(rule, file(posts(director) + teams)), "info teams.desk.headedBy", name);
    }
    const operations = (who: string) => `activities:\n  it-operations: { accountable: ${who} }\n`;
    assert.equal(judged(rule, file(posts(director) + operations("cto"))), "info activities.it-operations.accountable");
    assert.equal(
      judged(rule, file(posts(director) + operations("[ceo, Ann Ode]"))),
      "info activities.it-operations.accountable[1]",
    );
    assert.equal(judged(rule, file(posts(director) + operations("it-director"))), "silent");
    const other = "teams:\n  dev: { headedBy: cto, functions: [software-development, database] }\n";
    assert.equal(judged(rule, file(posts(director) + other + operations("none"))), "silent");
  });

  it("needs somebody else who leads IT, or a large organization", () => {
    assert.equal(judged(rule, file(posts() + desk(), large)), "info teams.desk.headedBy");
    const none = "  cio: none\n  it-director: none\n";
    assert.equal(judged(rule, file(posts(none) + desk())), "silent");
    assert.equal(judged(rule, file(posts("  cio: vacant\n  it-director: none\n") + desk())), "silent");
    assert.equal(
      judged(rule, file(posts("  cio: Ann Ode\n").replace("cio: Ann Ode", "cio: { heldBy: Cy Ho }") + desk())),
      "info teams.desk.headedBy",
    );
    assert.equal(judged(rule, file(posts() + desk())), "asks posts.cio");
    assert.equal(judged(rule, file(posts(none) + desk(), "headcount: 200-300")), "asks organization.headcount");
  });

  it("drops a step below 50 people", () => {
    assert.equal(judged(rule, file(posts(director) + desk(), "headcount: 40")), "hint teams.desk.headedBy");
  });

  it("asks who answers for IT operations where that would settle it", () => {
    assert.equal(judged(rule, file(posts(director))), "asks activities.it-operations.accountable");
    assert.equal(judged(rule, file(`coverage: { activities: complete }\n${posts(director)}`)), "silent");
    const declined = "activities:\n  it-operations: { accountable: declined }\n";
    assert.equal(judged(rule, file(posts(director) + declined)), "silent");
  });

  it("does not take the CIO's team for the CTO's where one person is both", () => {
    const both = "  cio: { heldBy: Ann Ode, reportsTo: ceo }\n";
    const settled = "activities:\n  it-operations: { accountable: cio }\n";
    assert.equal(judged(rule, file(posts(both) + desk("cio") + settled)), "silent");
    assert.equal(judged(rule, file(posts(both) + desk("Ann Ode") + settled)), "silent");
    assert.equal(judged(rule, file(posts(both) + desk("cto") + settled)), "info teams.desk.headedBy");
  });

  it("is one finding a CTO, with the other places beside it, and moves them all", () => {
    const text = file(
      `${posts(director)}teams:
  desk: { headedBy: cto, functions: [helpdesk] }
  net: { headedBy: Ann Ode, functions: [network] }
activities:
  it-operations: { accountable: [cto] }
`,
    );
    const finding = only(rule, text);
    assert.equal(
      inFull(finding.says),
      "The CTO, Ann Ode, heads the Desk team, heads the Net team and answers for IT operations, although there is the IT Director.",
    );
    assert.deepEqual(
      finding.related.map((one) => inFull(one.message)),
      ["CTO heads the Net team", "CTO answers for IT operations"],
    );
    assert.deepEqual(titles(finding.fixes), [
      "Leave internal IT to the IT Director",
      "Declare the post as a CTO for internal IT",
    ]);
    tryRemedies(rule, text);
    assert.match(applied(text, finding.fixes[0]!), /net: \{ headedBy: it-director.*accountable: \[it-director\]/s);
    const alone = file(posts() + desk(), large);
    assert.deepEqual(titles(only(rule, alone).fixes), ["Declare the post as a CTO for internal IT"]);
    tryRemedies(rule, alone);
  });

  it("looks for the other leader in the CTO's own company", () => {
    const units = (leader: string) => `units:
  uk: { kind: company }
  us: { kind: company }
posts:
  uk-cto: { role: cto, heldBy: Ann Ode, unit: uk }
  ${leader}
teams:
  desk: { headedBy: uk-cto, functions: [helpdesk] }
`;
    const at = "info teams.desk.headedBy";
    assert.equal(judged(rule, file(units("uk-cio: { role: cio, heldBy: Bo Li, unit: uk }"))), at);
    assert.notEqual(judged(rule, file(units("us-cio: { role: cio, heldBy: Bo Li, unit: us }"))), at);
  });
});
