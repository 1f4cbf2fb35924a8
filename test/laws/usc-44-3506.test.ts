import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { citing, file, judged, remediesOf } from "../kit/judged.ts";

const id = "usc-44-3506";

const agency = (posts: readonly string[], more = "") =>
  file(
    `${more}posts:\n${posts.map((post) => `  ${post}\n`).join("")}`,
    "headcount: 900, sector: federal-agency",
    "us-federal: applies",
  );
const complete = "coverage: { posts: complete }\n";
const chair = "board-chair: { heldBy: Ann Ode, reportsTo: board }";
const cio = (line: string) => `cio: { heldBy: Bo Li, reportsTo: ${line} }`;

describe("usc-44-3506", () => {
  it("takes a board or commission, and its chair, for the head where nobody else is", () => {
    for (const line of ["board", "board-chair"])
      assert.deepEqual(citing(id, agency([chair, cio(line)], complete)), [], line);
    assert.deepEqual(
      citing(
        id,
        agency(["agency-head: none", chair, cio("commission")], "committees: { commission: { type: board } }\n"),
      ),
      [],
    );
    assert.deepEqual(citing(id, agency(["agency-head: { heldBy: Al Day }", chair, cio("board")])), [
      `error ${id} posts.cio.reportsTo`,
    ]);
    assert.equal(judged(id, agency([chair, cio("board-chair")])), "asks posts.agency-head", "nobody has denied a head");
  });

  it("does not convict a superior without a role", () => {
    const under = (boss: string) => agency(["agency-head: { heldBy: Al Day }", boss, cio("boss")]);
    assert.equal(judged(id, under("boss: { title: Under Secretary, reportsTo: agency-head }")), "asks posts.boss.role");
    assert.deepEqual(citing(id, under("boss: { title: Commissioner }")), [], "a known title of the head's");
  });

  it("names whoever stands at the top of the file's lines, and nobody who is not there", () => {
    const coo = "coo: { heldBy: Dee Fox, reportsTo: boss }";
    const under = (...posts: readonly string[]) => agency([coo, cio("coo"), ...posts]);
    assert.deepEqual(remediesOf(id, under("boss: { title: Director, heldBy: Al Day }")), [
      "Let the CIO report to the Director",
    ]);
    assert.deepEqual(remediesOf(id, under("boss: { role: agency-head, heldBy: Al Day }")), [
      "Let the CIO report to the Boss",
    ]);
    assert.deepEqual(remediesOf(id, agency(["coo: { heldBy: Dee Fox }", cio("coo")])), []);
    const headed = agency(["coo: { heldBy: Dee Fox, reportsTo: board }", chair, cio("coo")], complete);
    assert.deepEqual(remediesOf(id, headed), ["Let the CIO report to the board"]);
  });
});
