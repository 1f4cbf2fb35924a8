import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkFixture } from "../kit/check-fixture.ts";
import { fixesOf, remediesOf, said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("reporting-cycle", () => {
  it("finds each circle once, at its first post in the file", () => {
    checkFixture(`
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  outside: { reportsTo: coo }
  coo: { reportsTo: cfo }
  #                 ^^^ 💡 error: reporting-cycle
  cfo: { reportsTo: cro }
  cro: { reportsTo: coo }
  a: { reportsTo: a }
  #               ^ 💡 error: reporting-cycle
  b: { reportsTo: c }
  #               ^ 💡 error: reporting-cycle
committees:
  c: { reportsTo: b }
  d: { reportsTo: d }
  #               ^ 💡 error: reporting-cycle
`);
  });
  it("offers the owner where there is one and no board", () => {
    const posts = "posts:\n  owner: { heldBy: Ann Ode }\n  coo: { reportsTo: coo }\n";
    assert.deepEqual(fixesOf("reporting-cycle", head + posts)[0]?.at(-1), "Record that the COO reports to the owner");
    assert.deepEqual(
      fixesOf("reporting-cycle", `${head}${posts}committees:\n  board: {}\n`)[0]?.at(-1),
      "Record that the COO reports to the board",
    );
    const owner = "posts:\n  owner: { reportsTo: coo }\n  coo: { reportsTo: owner }\n";
    assert.deepEqual(fixesOf("reporting-cycle", head + owner)[0]?.at(-1), "Record that the Owner reports to the board");
  });
  it("tells a long circle shortly", () => {
    const posts = Array.from({ length: 9 }, (_, i) => `  p${i}: { reportsTo: p${(i + 1) % 9} }\n`).join("");
    const [line] = said("reporting-cycle", `${head}posts:\n${posts}`);
    assert.equal(
      line,
      "error posts.p0.reportsTo: The reporting line runs in a circle: the P0 reports to the P1, the P1 to the P2, the P2 to the P3, and so on through 6 more.",
    );
  });
});

describe("reporting-cycle", () => {
  it("names a post that reports to itself once in its remedy", () => {
    const [title] = remediesOf("reporting-cycle", "posts: { coo: { heldBy: Bo Li, reportsTo: coo } }\n");
    assert.equal(title, "Record that the COO does not report to itself");
  });
});
