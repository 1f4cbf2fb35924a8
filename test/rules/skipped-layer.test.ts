import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";

const post = (id: string, holder: string, superior: string, more = "") =>
  `  ${id}: { heldBy: ${holder}, reportsTo: ${superior}${more} }\n`;

describe("skipped-layer", () => {
  const rule = "skipped-layer";
  const cio = post("cio", "Bo Li", "ceo");
  const director = post("it-director", "Cy Ho", "cio");
  const manager = post("it-manager", "Dee Fox", "cio");
  const text = (lines: string) => file(`posts:\n${ceo}${lines}`);
  const judge = (lines: string) => judged(rule, text(lines));
  const managerAt = "info posts.it-manager.reportsTo";
  const directorAt = "info posts.it-director.reportsTo";

  it("finds a manager beside a director below one CIO", () => {
    assert.equal(judge(cio + director + manager), managerAt);
    assert.equal(judge(cio + director + post("it-manager", "Dee Fox", "it-director")), "silent");
    assert.equal(judge(cio + manager), "silent", "there is no layer between");
    const second = post("cio-b", "Gil Roe", "ceo", ", role: cio");
    assert.equal(judge(cio + second + director + post("it-manager", "Dee Fox", "cio-b")), "silent", "another CIO");
    assert.equal(judge(cio + post("it-director", "Cy Ho", "cto") + post("it-manager", "Dee Fox", "cio")), "silent");
  });

  it("needs somebody in the CIO's post, and a director in office", () => {
    assert.equal(judge(`  cio: { heldBy: vacant, reportsTo: ceo }\n${director}${manager}`), "silent");
    assert.equal(judge(`  cio: { reportsTo: ceo }\n${director}${manager}`), "asks posts.cio.heldBy");
    assert.equal(judge(cio + post("it-director", "vacant", "cio") + manager), "silent");
    assert.equal(judge(cio + director + post("it-manager", "vacant", "cio")), managerAt);
    assert.equal(judge(cio + director + post("it-manager", "Dee Fox", "not-asked")), "asks posts.it-manager.reportsTo");
    assert.equal(judge(cio + post("it-director", "Cy Ho", "not-asked") + manager), "asks posts.it-director.reportsTo");
  });

  it("compares posts of one company, of which departments and sites are a part", () => {
    const units = "units: { north: { kind: company }, site: { kind: site }, south: { kind: company } }\n";
    const north = (line: string) => line.replace(" }", ", unit: north }");
    assert.equal(judge(cio + director + north(manager) + units), "silent");
    assert.equal(judge(cio + north(director) + north(manager) + units), managerAt);
    const past = post("it-director", "Cy Ho", "ceo");
    assert.equal(judge(cio + past), directorAt);
    assert.equal(judge(cio + north(past) + units), "silent");
  });

  it("takes one person in two posts for no layer", () => {
    assert.equal(judge(cio + post("it-director", "Bo Li", "cio") + manager), "silent");
    assert.equal(judge(cio + director + post("it-manager", "Cy Ho", "cio")), "silent");
    assert.equal(judge(cio + post("it-director", "Bo Li", "ceo")), "silent");
  });

  it("finds a director whose line passes the CIO, unless it leads to a CTO", () => {
    assert.equal(judge(cio + post("it-director", "Cy Ho", "cfo")), "asks posts.cfo.reportsTo");
    assert.equal(judge(cio + post("it-director", "Cy Ho", "cfo") + post("cfo", "Eve Roy", "ceo")), directorAt);
    assert.equal(judge(cio + post("it-director", "Cy Ho", "none")), directorAt);
    for (const cto of ["cto", "cto-internal"])
      assert.equal(judge(cio + post("it-director", "Cy Ho", cto) + post(cto, "Eve Roy", "ceo")), "silent", cto);
    const through = post("it-director", "Cy Ho", "lead") + post("lead", "Eve Roy", "cio");
    assert.equal(judge(cio + through), "silent");
    assert.equal(judge(post("it-director", "Cy Ho", "ceo")), "silent", "nobody is passed");
    assert.equal(judge(`  cio: none\n${post("it-director", "Cy Ho", "ceo")}`), "silent");
  });

  it("leaves circles, and a CIO below the director, to other rules", () => {
    assert.equal(judge(cio + post("it-director", "Cy Ho", "it-director")), "silent");
    assert.equal(judge(post("cio", "Bo Li", "it-director") + post("it-director", "Cy Ho", "ceo")), "silent");
  });

  it("goes through thousands of managers and directors, and offers three of them", () => {
    const many = (role: string) =>
      Array.from({ length: 2000 }, (_, i) => post(`${role}-${i}`, `${role} ${i}`, "cio", `, role: ${role}`)).join("");
    const { findings } = check(text(cio + many("it-director") + many("it-manager")));
    const own = findings.filter((finding) => finding.rule === rule);
    assert.equal(own.length, 2000);
    assert.equal(own[0]?.fixes.length, 3);
  });

  it("offers each layer between, or the CIO", () => {
    const second = post("it-director-b", "Gil Roe", "cio", ", role: it-director");
    const two = text(cio + director + second + manager);
    assert.deepEqual(titles(only(rule, two).fixes), [
      "Let the IT Manager report to the IT Director",
      "Let the IT Manager report to the IT Director B",
    ]);
    assert.deepEqual(
      only(rule, two).related.map((one) => placeToString(one.at)),
      ["posts.it-director.reportsTo", "posts.it-director-b.reportsTo"],
    );
    tryRemedies(rule, two);
    const past = text(cio + post("it-director", "Cy Ho", "ceo"));
    assert.deepEqual(titles(only(rule, past).fixes), ["Let the IT Director report to the CIO"]);
    assert.equal(inFull(only(rule, past).says), "The IT Director reports to the CEO, past the CIO.");
    tryRemedies(rule, past);
  });
});
