import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isLong, sampled } from "../kit/sample.ts";

const items = Array.from({ length: 60 }, (_, i) => ({ i, kind: `k${i % 7}` }));
const kindOf = ({ kind }: { kind: string }) => kind;

describe("a sample", { skip: isLong && "the long run takes all" }, () => {
  it("has a part of every kind, the same one each time", () => {
    const some = sampled(items, 4, kindOf);
    assert.equal(new Set(some.map(kindOf)).size, 7);
    assert.ok(some.length >= 14 && some.length <= 21, String(some.length));
    assert.deepEqual(sampled(items, 4, kindOf), some);
    assert.deepEqual(sampled(items.slice(0, 7), 100, kindOf), items.slice(0, 7), "one is enough for a kind");
  });

  it("begins elsewhere for each kind", () => {
    const first = (kind: string) =>
      items.filter((one) => one.kind === kind).indexOf(sampled(items, 4, kindOf).find((one) => one.kind === kind)!);
    assert.deepEqual(["k0", "k1", "k2", "k3"].map(first), [0, 1, 2, 3]);
  });
});
