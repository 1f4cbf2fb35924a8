import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { corpus } from "../kit/corpus.ts";
import { madeUpFacts } from "../kit/made-up-facts.ts";
import { slipped } from "../kit/mended.ts";
import { mutatedSamples } from "../kit/mutated-samples.ts";
import { audit } from "../kit/remedy-audit.ts";
import { reportedFaults } from "../kit/reported-faults.ts";
import { runs, sampled } from "../kit/sample.ts";

interface Tried {
  readonly name: string;
  readonly content: string;
}

/** Applies what is offered for each file, one by one, and says how much that was. */
function assertHarmless(files: Iterable<Tried>, isTried?: (number: number) => boolean): number {
  let [count, offered, tried, left] = [0, 0, 0, 0];
  for (const { name, content } of files) {
    const told = audit(content, isTried);
    count++;
    offered += told.offered;
    tried += told.tried;
    left += told.left;
    for (const { kind, rule, title, what, after } of told.faults)
      assert.fail(`${kind} of ${rule} in ${name}, by "${title}": ${what}\n${after}`);
  }
  console.log(
    `${count} files, ${offered} remedies offered, ${tried} applied one by one, ${left} left out since they would not help`,
  );
  return tried;
}

function* numbered(count: number, fileOf: (number: number) => Tried): Iterable<Tried> {
  for (let number = 0; number < count; number++) yield fileOf(number);
}

/** In the short run, of the remedies for findings about the organization every so manieth. */
const oneIn = (short: number) => (number: number) => number % runs({ short, long: 4 }) === 0;

describe("every remedy that the editor offers keeps comments and answers, invents none, and adds no error", () => {
  it("over the corpus", () => {
    const tried = assertHarmless(sampled(corpus(), 130));
    assert.ok(tried > runs({ short: 8, long: 1500 }), String(tried));
  });

  it("over what bug reports led to", () => {
    const faults = reportedFaults.map(({ kind, body }) => ({ name: kind, content: slipped(body) }));
    const tried = assertHarmless(sampled(faults, 10));
    assert.ok(tried > runs({ short: 5, long: 80 }), String(tried));
  });

  it("over samples with one slip", () => {
    const tried = assertHarmless(numbered(runs({ short: 3, long: 500 }), mutatedSamples()), oneIn(40));
    assert.ok(tried > runs({ short: 2, long: 1500 }), String(tried));
  });

  it("over facts that nobody wrote", () => {
    const fileOf = madeUpFacts(corpus());
    const files = numbered(runs({ short: 5, long: 500 }), (number) => ({
      name: `file ${number}`,
      content: fileOf(number),
    }));
    const tried = assertHarmless(files, oneIn(10));
    assert.ok(tried > runs({ short: 2, long: 1500 }), String(tried));
  });
});
