import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

/** Who is offered the second duty of a pair that one IT manager has alone. */
function offered(first: string, second: string, posts: string): string[] {
  const { findings } = check(`
itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
${posts}  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
activities:
  ${first}: { responsible: it-manager }
  ${second}: { responsible: it-manager }
`);
  const own = findings.find(({ category }) => category === "duties");
  return (own?.fixes ?? []).map(({ title }) => inFull(title).replace(/^.* to the /, ""));
}

const posts = `
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  cro: { heldBy: Hal Poe, reportsTo: ceo }
  head-marketing: { heldBy: Gil Roe, reportsTo: ceo }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  lab-lead: { title: Lab Lead, heldBy: Ira Sol, reportsTo: it-director }
`.slice(1);

describe("a duty given to other hands", () => {
  it("goes to IT's own posts where it is work on systems", () => {
    assert.deepEqual(offered("change-build", "change-deploy", posts), ["IT Director", "Lab Lead"]);
  });

  it("goes to the business where it is buying, and not to those who weigh its risks", () => {
    assert.deepEqual(offered("vendor-selection", "invoice-approval", posts), ["CEO", "CFO"]);
  });

  it("goes to anybody of the field where it is an approval or a review", () => {
    assert.deepEqual(offered("access-request", "access-approve", posts), ["CEO", "IT Director", "CFO"]);
  });

  it("goes to whoever is there where nobody is suited, and never to another field", () => {
    const marketing = "  head-marketing: { heldBy: Gil Roe, reportsTo: ceo }\n";
    assert.deepEqual(offered("change-build", "change-deploy", marketing), ["CEO"]);
  });
});
