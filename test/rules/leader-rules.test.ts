import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("cio-below-executive", () => {
  const rule = "cio-below-executive";
  const isJudged = (reportsTo: string, rest = "") =>
    judged(rule, file(`posts:\n  cio: { heldBy: Ann Ode, reportsTo: ${reportsTo} }\n${rest}`));
  const below = "info posts.cio.reportsTo";

  it("accepts the executives, the board and what leads the organization", () => {
    for (const superior of ["ceo", "coo", "board", "board-chair", "agency-head", "owner"])
      assert.equal(isJudged(superior), "silent", superior);
    assert.equal(isJudged("exec", "committees: { exec: { type: executive } }"), "silent");
    assert.equal(isJudged("boss", "  boss: { role: ceo, title: Managing Director }"), "silent");
  });

  it("speaks of any other role or committee", () => {
    for (const superior of ["cfo", "cto", "general-counsel"]) assert.equal(isJudged(superior), below, superior);
    assert.equal(isJudged("it-steering", "committees: { it-steering: { chair: ceo } }"), below);
    assert.equal(isJudged("group", "  group: { role: none, title: Managing Director }"), below);
  });

  it("asks where the superior's role is unknown and its title may be a head's", () => {
    assert.equal(isJudged("boss", "  boss: { title: Managing Director }"), "asks posts.boss.role");
    assert.equal(isJudged("boss", "  boss: { title: Geschäftsführerin }"), "asks posts.boss.role");
    assert.equal(
      isJudged("executive-officer", "  executive-officer: { title: Head of Everything }"),
      "asks posts.executive-officer.role",
    );
    assert.equal(isJudged("boss", "  boss: { heldBy: Bo Li }"), "asks posts.boss.role");
    assert.equal(isJudged("boss", "  boss: { title: Head of Logistics }"), below);
    assert.equal(isJudged("boss", "  boss: { title: Vice President of Sales }"), below);
    assert.equal(isJudged("club", "committees: { club: { chair: ceo } }"), "asks committees.club.type");
  });

  it("asks for a line that nobody asked about, and not for one that was refused", () => {
    assert.equal(isJudged("not-asked"), "asks posts.cio.reportsTo");
    assert.equal(isJudged("declined"), "silent");
    assert.equal(isJudged("none"), "silent");
  });

  it("looks at every CIO, but in a federal agency at the first alone", () => {
    const posts = `posts:
  cio: { heldBy: Ann Ode, reportsTo: agency-head }
  bureau-cio: { role: cio, heldBy: Bo Li, reportsTo: cio }
`;
    assert.equal(judged(rule, file(posts)), "info posts.bureau-cio.reportsTo");
    assert.equal(judged(rule, file(`${posts}regimes: { us-federal: applies }`)), "silent");
    assert.equal(judged(rule, file(`${posts}regimes: { us-federal: planned }`)), "info posts.bureau-cio.reportsTo");
  });

  it("leads to whoever heads the organization", () => {
    const fixes = (rest: string) => titles(only(rule, file(`posts:\n  cio: { reportsTo: cfo }\n${rest}`)).fixes);
    assert.deepEqual(fixes(""), ["Let the CIO report to the CEO"]);
    assert.deepEqual(fixes("  agency-head: { heldBy: Ann Ode }"), ["Let the CIO report to the Agency Head"]);
    assert.deepEqual(fixes("  owner: { heldBy: Ann Ode }"), ["Let the CIO report to the owner"]);
    assert.deepEqual(fixes("  ceo: none"), ["Let the CIO report to the board"]);
    for (const rest of ["", "  owner: { heldBy: Ann Ode }", "  ceo: none"])
      tryRemedies(rule, file(`posts:\n  cio: { reportsTo: cfo }\n${rest}`));
  });
});

describe("inverted-levels", () => {
  const rule = "inverted-levels";
  const isJudged = (own: string, above: string) =>
    judged(
      rule,
      file(
        `posts:\n  it-manager: { heldBy: Ann Ode, reportsTo: it-director${own} }\n  it-director: { heldBy: Bo Li${above} }`,
      ),
    );

  it("compares the highest of each", () => {
    assert.equal(
      isJudged(", level: strategic", ", level: [tactical, operational]"),
      "warning posts.it-manager.reportsTo",
    );
    assert.equal(
      isJudged(", level: [operational, tactical]", ", level: operational"),
      "warning posts.it-manager.reportsTo",
    );
    assert.equal(isJudged(", level: [operational, tactical]", ", level: tactical"), "silent");
    assert.equal(isJudged(", level: operational", ", level: strategic"), "silent");
  });

  it("compares only what is declared", () => {
    assert.equal(isJudged(", level: strategic", ""), "asks posts.it-director.level");
    assert.equal(isJudged("", ", level: operational"), "asks posts.it-manager.level");
    assert.equal(isJudged(", level: operational", ", level: none"), "silent");
    assert.equal(isJudged("", ""), "silent");
  });

  it("asks only the posts that lead IT for their level", () => {
    const posts = "cfo: { heldBy: Bo Li }, it-manager: { heldBy: Ann Ode, reportsTo: cfo, level: strategic }";
    assert.equal(judged(rule, file(`posts: { ${posts} }`)), "silent");
    assert.equal(
      judged(rule, file(`posts: { ${posts.replace("Bo Li", "Bo Li, level: tactical")} }`)),
      "warning posts.it-manager.reportsTo",
    );
  });

  it("offers no fix, since either the line or a level is wrong", () => {
    const finding = only(rule, file("posts: { a: { level: strategic, reportsTo: b }, b: { level: operational } }"));
    assert.deepEqual([...finding.fixes, ...finding.firstSteps], []);
    assert.deepEqual(
      finding.related.map((one) => placeToString(one.at)),
      ["posts.b.level"],
    );
  });

  it("leaves a post that reports to itself to another rule", () => {
    assert.equal(judged(rule, file("posts: { it-manager: { level: strategic, reportsTo: it-manager } }")), "silent");
  });
});

describe("cio-technology-only", () => {
  const rule = "cio-technology-only";
  const isJudged = (focus: string, profile?: string) =>
    judged(rule, file(`posts: { cio: { heldBy: Ann Ode, focus: ${focus} } }`, profile));

  it("reads the declared focus", () => {
    assert.equal(isJudged("technology"), "info posts.cio.focus");
    assert.equal(isJudged("[technology, people]"), "silent");
    assert.equal(isJudged("[people]"), "silent");
    assert.equal(isJudged("none"), "silent");
    assert.equal(isJudged("unknown"), "asks posts.cio.focus");
    assert.equal(isJudged("not-applicable"), "silent");
  });

  it("weighs less where all of the headcount is below 50", () => {
    assert.equal(isJudged("technology", "headcount: 49"), "hint posts.cio.focus");
    assert.equal(isJudged("technology", "headcount: 20-60"), "info posts.cio.focus");
    assert.equal(isJudged("technology", "sector: retail"), "info posts.cio.focus");
  });

  it("says that the sources disagree, and has two ways out", () => {
    const text = file("posts:\n  cio:\n    heldBy: Ann Ode\n    focus:\n      - technology  # as she said\n");
    const finding = only(rule, text);
    assert.match(finding.message, /The sources disagree/);
    assert.equal(
      finding.fixes.some((fix) => fix.preferred || fix.safe),
      false,
    );
    tryRemedies(rule, text);
    assert.match(
      applied(text, finding.fixes[1]!),
      /- technology {2}# as she said\n {6}- people\n {6}- process\n {6}- projects/,
    );
  });
});

describe("cto-without-product", () => {
  const rule = "cto-without-product";
  const neither = "headcount: 120, sellsTechnology: no, customerFacingTechnology: no";
  const isJudged = (cto: string, profile = neither) => judged(rule, file(`posts: { cto: ${cto} }`, profile));
  const held = "{ heldBy: Ann Ode }";

  it("needs a CTO in office and two answers of no", () => {
    assert.equal(isJudged(held), "info posts.cto");
    assert.equal(isJudged(held, neither.replaceAll(": no", ": none")), "info posts.cto");
    assert.equal(isJudged("vacant"), "silent");
    assert.equal(isJudged("none"), "silent");
    assert.equal(isJudged("{}"), "asks posts.cto.heldBy");
    assert.equal(isJudged(held, "headcount: 120, sellsTechnology: no"), "asks organization.customerFacingTechnology");
    assert.equal(isJudged(held, "headcount: 120, sellsTechnology: no, customerFacingTechnology: declined"), "silent");
    assert.equal(isJudged(held, "headcount: 120, sellsTechnology: yes, customerFacingTechnology: no"), "silent");
    assert.equal(isJudged(held, neither.replace("120", "30")), "hint posts.cto");
  });

  it("offers the CIO's role only where nobody can be in such a post", () => {
    const fixes = (posts: string) => titles(only(rule, file(`posts: { cto: ${held}${posts} }`, neither)).fixes);
    const internal = "Declare the post as a CTO for internal IT";
    assert.deepEqual(fixes(""), [internal, "Declare the post as a CIO's"]);
    assert.deepEqual(fixes(", cio: vacant"), [internal, "Declare the post as a CIO's"]);
    assert.deepEqual(fixes(", cio: { heldBy: Bo Li }"), [internal]);
    assert.deepEqual(fixes(", cio: {}"), [internal]);
    tryRemedies(rule, file(`posts: { cto: ${held} }`, neither));
  });
});

describe("no-governance-training", () => {
  const rule = "no-governance-training";
  const isJudged = (posts: string, profile?: string) => judged(rule, file(`posts: { ${posts} }`, profile));
  const untrained = "{ heldBy: Ann Ode, governanceTraining: no }";

  it("looks at the head of IT, where that is a manager or a director", () => {
    assert.equal(isJudged(`it-manager: ${untrained}`), "info posts.it-manager.governanceTraining");
    assert.equal(
      isJudged(`it-director: ${untrained}, it-manager: ${untrained}`),
      "info posts.it-director.governanceTraining",
    );
    assert.equal(isJudged(`cio: ${untrained}`), "silent");
    assert.equal(isJudged(`cio: { heldBy: Bo Li }, it-manager: ${untrained}`), "silent");
    assert.equal(isJudged(`cio: vacant, it-manager: ${untrained}`), "info posts.it-manager.governanceTraining");
    assert.equal(isJudged("it-manager: { heldBy: vacant, governanceTraining: no }"), "silent");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode }"), "asks posts.it-manager.governanceTraining");
    assert.equal(isJudged("it-manager: { heldBy: Ann Ode, governanceTraining: yes }"), "silent");
    assert.equal(isJudged(`it-manager: ${untrained}`, "headcount: 1-49"), "hint posts.it-manager.governanceTraining");
  });

  it("is not sure who heads IT while a leader's title has no role", () => {
    assert.equal(isJudged(`vp-it: { title: VP of IT, heldBy: Bo Li }, it-manager: ${untrained}`), "silent");
  });

  it("offers a vCIO as a first step, unless there is one", () => {
    const text = file(`posts: { it-manager: ${untrained} }`);
    assert.deepEqual(titles(only(rule, text).fixes), []);
    tryRemedies(rule, text);
    const supplied = `${text}providers: { x: { services: [vcio] } }\n`;
    assert.deepEqual(only(rule, supplied).firstSteps, []);
  });

  it("looks at a company's head of IT too", () => {
    const units = "units: { north: { kind: company } }\n";
    const text = file(
      `${units}posts: { cio: { heldBy: Bo Li }, north-it: { role: it-manager, unit: north, heldBy: Cy Ho, governanceTraining: no } }`,
    );
    assert.equal(judged(rule, text), "info posts.north-it.governanceTraining");
    tryRemedies(rule, text);
  });
});

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
