import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedBy, file, judged, said, tryRemedies } from "../kit/judged.ts";

const text = (fields: string) =>
  file(`posts:\n  ceo: { heldBy: Ann Ode }\n  cio: { heldBy: Dan Day, reportsTo: ceo, ${fields} }`, "headcount: 400");

describe("term-over", () => {
  it("is said at the end of the term, and no other interim finding or question stands beside it", () => {
    const over = text("interim: yes, until: 2025-12-31");
    assert.deepEqual(said("term-over", over), [
      "warning posts.cio.until: The term for which Dan Day fills the post of CIO ended on 31 December 2025.",
    ]);
    assert.equal(judged("temporary-leader", over), "silent");
    assert.deepEqual(askedBy("temporary-leader", over), []);
    tryRemedies("term-over", over);
  });
  it("is silent where the term runs, has no end, or the post is not interim or empty", () => {
    for (const fields of [
      "interim: yes, until: 2027-12-31",
      "interim: yes, until: none",
      "interim: no, until: 2025-12-31",
      "until: 2025-12-31",
    ])
      assert.equal(judged("term-over", text(fields)), "silent", fields);
    assert.equal(judged("term-over", text("interim: yes, until: 2025-12-31").replace("Dan Day", "vacant")), "silent");
  });
});
