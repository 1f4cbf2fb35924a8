import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, said, titles, tryRemedies } from "../kit/judged.ts";

describe("key-person", () => {
  const rule = "key-person";
  const isJudged = (posts: string, profile?: string) => judged(rule, file(`posts: { ${posts} }`, profile));
  const other = "it-manager: { heldBy: Bo Li, deputy: Dee Fox }";

  it("looks at the leaders of IT and at the CISO, where it was asked", () => {
    assert.equal(isJudged(`it-director: { heldBy: Ann Ode, deputy: none }, ${other}`), "info posts.it-director.deputy");
    assert.equal(isJudged("ciso: { heldBy: Ann Ode, deputy: none }"), "info posts.ciso.deputy");
    assert.equal(isJudged("cfo: { heldBy: Ann Ode, deputy: none }"), "silent");
    assert.equal(isJudged("ciso: { heldBy: Ann Ode }"), "asks posts.ciso.deputy");
    assert.equal(isJudged("ciso: { heldBy: Ann Ode, deputy: declined }"), "silent");
    assert.equal(isJudged("ciso: { heldBy: Ann Ode, deputy: 'Dee Fox' }"), "silent");
    assert.equal(isJudged("ciso: { heldBy: vacant, deputy: none }"), "silent");
    assert.equal(isJudged("ciso: { heldBy: unknown, deputy: none }"), "info posts.ciso.deputy");
    assert.equal(isJudged("ciso: { heldBy: Ann Ode, deputy: not-applicable }"), "silent");
  });

  it("looks at a CTO only as the head of IT", () => {
    const cto = "posts: { cto: { heldBy: Ann Ode, deputy: none } }\ncoverage: { itPosts: complete }\n";
    assert.equal(
      judged(rule, file(`${cto}activities: { it-operations: { accountable: cto } }`)),
      "warning posts.cto.deputy",
    );
    assert.equal(judged(rule, file(`${cto}activities: { it-operations: none }`)), "silent");
  });

  it("is a warning for hands-on holders, in large organizations, and where nobody else leads IT", () => {
    const director = (more: string) => `it-director: { heldBy: Ann Ode, deputy: none${more} }`;
    assert.equal(isJudged(`${director(", handsOn: yes")}, ${other}`), "warning posts.it-director.deputy");
    assert.equal(isJudged(`${director(", handsOn: no")}, ${other}`), "info posts.it-director.deputy");
    assert.equal(isJudged(`${director("")}, ${other}`, "headcount: 250"), "warning posts.it-director.deputy");
    assert.equal(isJudged(`${director("")}, ${other}`, "headcount: 200-300"), "info posts.it-director.deputy");
    assert.equal(isJudged(director("")), "warning posts.it-director.deputy");
    assert.equal(isJudged(`${director("")}, cio: vacant`), "warning posts.it-director.deputy");
    assert.equal(isJudged(`${director("")}, cio: {}`), "info posts.it-director.deputy");
    assert.equal(isJudged("ciso: { heldBy: Ann Ode, deputy: none }"), "info posts.ciso.deputy");
  });

  it("names somebody who reports to the post, keeping security and IT apart", () => {
    const fixes = (posts: string) =>
      titles(only(rule, file(`posts: { it-director: { heldBy: Ann Ode, deputy: none }, ${posts} }`)).fixes);
    const report = (id: string, holder: string) =>
      `${id}: { heldBy: ${holder}, reportsTo: it-director, deputy: Dee Fox }`;
    assert.deepEqual(fixes(report("it-manager", "Bo Li")), ["Let the IT Manager deputize for the IT Director"]);
    assert.deepEqual(fixes(`${report("desk-lead", "Cy Ho")}, ${report("it-manager", "Bo Li")}`), [
      "Let the IT Manager deputize for the IT Director",
    ]);
    assert.deepEqual(fixes(report("it-manager", "Ann Ode")), []);
    assert.deepEqual(fixes(report("it-manager", "vacant")), []);
    assert.deepEqual(fixes(report("ciso", "Bo Li")), []);
    tryRemedies(
      rule,
      file(`posts: { it-director: { heldBy: Ann Ode, deputy: none }, ${report("it-manager", "Bo Li")} }`),
    );
  });
});

describe("a deputy's post that is empty", () => {
  const text = (deputy: string) =>
    `itorg: 1\norganization: { name: Example, headcount: 120 }\nposts:\n  ceo: { heldBy: Zoe Zed }\n  it-manager: { heldBy: Dan Day, reportsTo: ceo, handsOn: yes, deputy: it-deputy }\n  it-deputy: ${deputy}\n`;
  it("counts as none, with that reason", () => {
    const [found = ""] = said("key-person", text("vacant"));
    assert.match(found, /^warning posts\.it-manager\.deputy: .*: the deputy's post is empty/);
    assert.deepEqual(said("key-person", text("{ heldBy: Bo Li }")), []);
  });
});

describe("the duties of a person without a deputy", () => {
  const related = (duties: string) =>
    only(
      "key-person",
      file(`
posts:
  it-manager: { heldBy: Bo Li, deputy: none }
  sysadmin: { heldBy: Cy Ho }
activities: { ${duties} }`),
    ).related;
  const rests = (duties: string) => related(duties).map(({ at }) => placeToString(at));
  const done = (who: string) =>
    ["patching", "monitoring", "contract-management"]
      .map((id) => `${id}: { responsible: ${who}, accountable: it-manager }`)
      .join(", ");

  it("stand beside the finding only where nobody else is responsible", () => {
    assert.deepEqual(rests(done("it-manager")), [
      "activities.patching",
      "activities.monitoring",
      "activities.contract-management",
    ]);
    assert.deepEqual(rests(done("none")).length, 3);
    assert.deepEqual(rests(done("[sysadmin]")), []);
    assert.deepEqual(rests(done("[it-manager, sysadmin]")), []);
    assert.deepEqual(rests(done("not-asked")).length, 3);
    const words = (who: string) => related(done(who)).map(({ message }) => inFull(message))[0];
    assert.equal(words("it-manager"), "rests on the same person alone");
    assert.equal(words("not-asked"), "answered for by the same person alone");
  });
});

describe("one person who leads IT alone, without a deputy", () => {
  const findings = (posts: string) =>
    check(file(`posts: { ${posts} }`))
      .findings.filter(({ rule }) => rule === "key-person" || rule === "one-person-it")
      .map(({ rule, at, absorbed }) => `${rule} ${placeToString(at)}${absorbed.length > 0 ? ` with ${absorbed}` : ""}`);

  it("is one finding, in whichever of the posts the deputy is missing", () => {
    const two = (first: string, second: string) =>
      findings(`it-manager: { heldBy: Bo Li${second} }, it-director: { heldBy: Bo Li${first} }`);
    assert.deepEqual(two(", deputy: none", ""), ["key-person posts.it-director.deputy with one-person-it"]);
    assert.deepEqual(two("", ", deputy: none"), ["key-person posts.it-manager.deputy with one-person-it"]);
    assert.deepEqual(two("", ""), ["one-person-it posts.it-director"]);
    assert.deepEqual(two(", deputy: Dee Fox", ", deputy: Dee Fox"), ["one-person-it posts.it-director"]);
    assert.deepEqual(two(", deputy: none", ", deputy: none"), [
      "key-person posts.it-manager.deputy",
      "key-person posts.it-director.deputy with one-person-it",
    ]);
    assert.deepEqual(findings("it-manager: { heldBy: Bo Li }, it-director: { heldBy: Cy Ho, deputy: none }"), [
      "key-person posts.it-director.deputy",
    ]);
  });

  it("is not said to be without a substitute where somebody stands in", () => {
    const reason = (deputy: string) =>
      inFull(
        only("one-person-it", file(`posts: { it-manager: { heldBy: Bo Li, level: [tactical, operational]${deputy} } }`))
          .reason,
      );
    assert.match(reason(""), /nobody else can take over/);
    assert.equal(reason(", deputy: Dee Fox"), "Whatever is not urgent tends to be left undone.");
  });
});
