import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { allInTurn, isCannotTell, missing, type Truth } from "../../../server/model/words/fact.ts";

const told = (truth: Truth) =>
  isCannotTell(truth)
    ? `${truth.grounded ? "asks" : "would ask"} ${truth.needs.map(({ at }) => at.join(".")).join(", ")}`
    : truth;
const a = missing(["a"]);
const b = missing(["b"]);

describe("conditions in turn", () => {
  it("are true, false or left out as they are all together", () => {
    assert.equal(told(allInTurn("yes", "yes")), "yes");
    assert.equal(told(allInTurn(a, b, "no")), "no");
    assert.equal(told(allInTurn("left-out", a)), "left-out");
  });

  it("ask for the first that is open, and are worth asking for what holds before it", () => {
    assert.equal(told(allInTurn("yes", a, b)), "asks a");
    assert.equal(told(allInTurn(a, "yes", b)), "would ask a");
    assert.equal(told(allInTurn(allInTurn("yes", b), a)), "asks b");
  });
});
