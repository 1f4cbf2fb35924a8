import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseDocument, visit } from "yaml";
import { type Offer, offersFor } from "../../server/analysis/offers.ts";
import { doesHelp } from "../../server/analysis/tried.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { today } from "../kit/check-fixture.ts";
import { commentsOf, corpus } from "../kit/corpus.ts";
import { inFull } from "../kit/in-full.ts";
import { runs, sampled } from "../kit/sample.ts";
import { snapshotOf } from "../kit/standard.ts";

/** Every scalar of a file, keys and values, in no particular order. */
function scalarsOf(content: string): string[] {
  const found: string[] = [];
  visit(parseDocument(content, { uniqueKeys: false, logLevel: "silent" }), {
    Scalar: (_, { value }) => {
      found.push(String(value));
    },
  });
  return found.sort();
}

/** What of the one is not in the other, each as often as it is missing. */
function missing(before: readonly string[], after: readonly string[]): string[] {
  const left = [...after];
  return before.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The slots that only people can fill, and what an edit puts into them. */
function answersIn(content: string): string[] {
  const found: string[] = [];
  visit(parseDocument(content, { uniqueKeys: false, logLevel: "silent" }), {
    Pair: (_, { key, value }) => {
      if (/^(?:reason|approvedBy|until|meets|name)$/.test(String(key))) found.push(`${key}: ${value}`);
    },
  });
  return found.sort();
}

const addsEntry = ({ changes }: Offer) => changes.every(({ do: what }) => what === "add");
/** The committees that a law demands meet as often as the law says, which is what the title says. */
const saysHowOften = (title: string) => /every (?:quarter|half)|half-year|quarter|report/.test(title);

describe("every remedy that the editor offers", () => {
  it("keeps comments and answers, adds no word of ours where people answer, and no error", () => {
    let [offered, tried, left] = [0, 0, 0];
    for (const { name, content } of sampled(corpus(), 40)) {
      const snapshot = snapshotOf(new Text(content), today);
      const { analysis } = snapshot;
      if (analysis.document.syntax.problems.length > 0) continue;
      for (const finding of analysis.findings) {
        for (const offer of offersFor(analysis, finding)) {
          offered++;
          if (!doesHelp(snapshot, finding, offer)) {
            left++;
            continue;
          }
          tried++;
          const title = inFull(offer.title);
          const after = applyEdits(content, textEdits(analysis.document, offer.changes));
          const where = `${finding.rule} in ${name}, after "${title}":\n${after}`;
          assert.deepEqual(missing(commentsOf(content), commentsOf(after)), [], `comments: ${where}`);
          const lost = missing(scalarsOf(content), scalarsOf(after)).filter((one) => one !== "none" && one !== "null");
          if (addsEntry(offer) && offer.changes[0]?.at[0] !== "posts") {
            const entry = offer.changes[0]?.at[0] === "recommended" || offer.changes[0]?.at[0] === "accepted";
            assert.deepEqual(entry ? lost : [], [], `answers: ${where}`);
          }
          const ours = missing(answersIn(after), answersIn(content)).filter(
            (one) => !/: (?:not-asked|none|null)$/.test(one),
          );
          const isSaid = (answer: string) =>
            finding.mends === "repair" || saysHowOften(title) || title.includes(answer.split(": ")[1]!);
          assert.deepEqual(
            ours.filter((answer) => !isSaid(answer)),
            [],
            `invented: ${where}`,
          );
          // Acceptances and recommendations are no facts; the file says the same of the organization as before.
          if (title.startsWith("Recommend: ") || title.startsWith("Accept this risk"))
            assert.deepEqual(
              missing(content.split("\n"), after.split("\n")).filter(
                (line) => !/^(?:accepted|recommended):/.test(line),
              ),
              [],
              where,
            );
        }
      }
    }
    console.log(`${offered} remedies offered, ${tried} applied one by one, ${left} left out since they would not help`);
    assert.ok(tried > runs({ short: 30, long: 1500 }), String(tried));
  });
});
