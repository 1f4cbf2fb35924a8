import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("one-person-it", () => {
  const rule = "one-person-it";
  const isJudged = (posts: string, profile?: string, rest = "") =>
    judged(rule, file(`posts: { ${posts} }\n${rest}`, profile));
  const two = "it-manager: { heldBy: Ann Ode, level: [tactical, operational] }";

  it("looks at 10 to 249 people, and at a range only where all of it is", () => {
    assert.equal(isJudged(two, "headcount: 10"), "info posts.it-manager");
    assert.equal(isJudged(two, "headcount: 249"), "info posts.it-manager");
    assert.equal(isJudged(two, "headcount: 9"), "silent");
    assert.equal(isJudged(two, "headcount: 250"), "silent");
    assert.equal(isJudged(two, "headcount: 50-200"), "info posts.it-manager");
    assert.equal(isJudged(two, "headcount: 5-20"), "asks organization.headcount");
    assert.equal(isJudged(two, "sector: retail"), "asks organization.headcount");
  });

  it("reads the levels of one post, as far as they are declared", () => {
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode, level: operational }"), "silent");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode, level: [operational, operational] }"), "silent");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode }"), "asks posts.it-manager.level");
  });

  it("takes several posts of one person for several levels, unless all are declared as one", () => {
    const both = "cio: { heldBy: ann  ode }, it-manager: { heldBy: Ann Ode }";
    assert.equal(isJudged(both), "info posts.cio");
    assert.deepEqual(
      only(rule, file(`posts: { ${both} }`)).related.map((one) => placeToString(one.at)),
      ["posts.it-manager"],
    );
    assert.equal(
      isJudged(
        "a: { role: it-manager, heldBy: Ann Ode, level: operational }, b: { role: it-manager, heldBy: Ann Ode, level: operational }",
      ),
      "silent",
    );
    assert.equal(
      isJudged(
        "a: { role: it-manager, heldBy: Ann Ode, level: operational }, b: { role: it-manager, heldBy: Ann Ode }",
      ),
      "info posts.a",
    );
  });

  it("is silent where somebody else leads too, from inside or outside", () => {
    assert.equal(isJudged(`${two}, it-director: { heldBy: Bo Li }`), "silent");
    assert.equal(
      isJudged(
        `${two}, it-director: { heldBy: 'provider:x' }`,
        undefined,
        "providers: { x: { services: [helpdesk] } }",
      ),
      "silent",
    );
    assert.equal(isJudged("it-manager: { heldBy: [Ann Ode, Bo Li], level: [tactical, operational] }"), "silent");
    assert.equal(
      isJudged(
        "it-manager: { heldBy: 'provider:x', level: [tactical, operational] }",
        undefined,
        "providers: { x: { services: [helpdesk] } }",
      ),
      "silent",
    );
    assert.equal(
      isJudged(two, undefined, "providers: { x: { services: [helpdesk] } }\npeople: { Ann Ode: { employedBy: x } }"),
      "silent",
    );
  });

  it("does not count a vacant post, and cannot tell with an unknown holder", () => {
    assert.equal(isJudged(`${two}, cio: vacant, it-director: none`), "info posts.it-manager");
    assert.equal(isJudged(`${two}, it-director: { reportsTo: ceo }`), "asks posts.it-director.heldBy");
    assert.equal(isJudged(`${two}, it-director: unknown`), "asks posts.it-director");
    assert.equal(isJudged(`${two}, ciso: { heldBy: Cy Ho, reportsTo: cio }`), "asks posts.cio.heldBy");
    assert.equal(isJudged("it-manager: { heldBy: declined, level: [tactical, operational] }"), "silent");
  });

  it("offers first steps only", () => {
    const finding = only(rule, file(`posts: { ${two} }`));
    assert.deepEqual(titles(finding.fixes), []);
    assert.equal(finding.firstSteps.length, 2);
    tryRemedies(rule, file(`posts: { ${two} }`));
    const withReport = file(`posts: { ${two}, desk-lead: { heldBy: Bo Li, reportsTo: it-manager } }`);
    assert.equal(
      titles(only(rule, withReport).firstSteps)[0],
      "First step: let the Desk Lead deputize for the IT Manager",
    );
    tryRemedies(rule, withReport);
  });

  it("joins a finding about the same person's deputy, in that post or in another, which tells of it", () => {
    const text = file(`posts: { ${two.replace(" }", ", deputy: none }")} }`);
    assert.equal(judged(rule, text), "silent");
    const merged = only("key-person", text);
    assert.deepEqual(merged.absorbed, [rule]);
    assert.equal(merged.severity, "warning");
    assert.ok(merged.citations.includes("S1-43"));
    assert.equal(isJudged(`${two}, ciso: { heldBy: Ann Ode, deputy: none }`), "silent");
    const other = only("key-person", file(`posts: { ${two}, ciso: { heldBy: Ann Ode, deputy: none } }`));
    assert.equal(placeToString(other.at), "posts.ciso.deputy");
    assert.match(other.related.map(({ message }) => inFull(message)).join(), /nobody else leads IT/);
    assert.equal(isJudged(`${two}, ciso: { heldBy: Bo Li, deputy: none }`), "info posts.it-manager");
  });
});
