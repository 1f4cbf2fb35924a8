import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Analysis } from "../../server/analysis/check.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { actions } from "../../server/features/actions.ts";
import { placeToString, samePlace } from "../../server/model/words/place.ts";
import { checkJson } from "../../server/reports/formats/check/json.ts";
import { inFull } from "../kit/in-full.ts";
import { readFixture } from "../kit/notation.ts";
import { isLong, runs, sampled } from "../kit/sample.ts";
import { analyze, rules, snapshotOf } from "../kit/standard.ts";

const today = "2026-11-22";
const isAcceptance = ({ title }: { readonly title: string }) => title.startsWith("Accept this risk...");

/** The file after each acceptance that is offered anywhere in it, with the finding that it is for. */
function acceptancesOf(content: string, snapshot = snapshotOf(new Text(content), today)) {
  return actions(snapshot, { start: 0, end: content.length })
    .filter(isAcceptance)
    .map((action) => ({ ...action, after: applyEdits(content, action.edits()) }));
}

/** What a person writes into the slots of the newest entry. */
const filledIn = (content: string) =>
  content
    .replace("reason: not-asked", "reason: decided")
    .replace("Control: not-asked", "Control: a yearly audit")
    .replace("approvedBy: not-asked", "approvedBy: external")
    .replace("until: not-asked", "until: 2027-11-22");

const isOfRecord = (rule: string) => rule === "acceptance-lapsed" || rule === "accepted-by-holder";
const recordOf = ({ findings }: Analysis) =>
  findings.filter(({ rule }) => isOfRecord(rule)).map(({ says }) => inFull(says));

const file = (accepted: string) => `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, level: strategic }
  ciso: { heldBy: Cy Ho, reportsTo: cio } # kept
${accepted}`;

const entry = `  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    reason: not-asked
    compensatingControl: not-asked
    approvedBy: not-asked
    until: not-asked
`;

describe("Accept this risk...", () => {
  it("is offered at warnings and information, and covers them once its slots are filled in: every rule's bad example", () => {
    let offered = 0;
    for (const { id, examples } of sampled(rules, 12, ({ category }) => category)) {
      const content = readFixture(examples.bad).text;
      const snapshot = snapshotOf(new Text(content), today);
      const before = snapshot.analysis;
      const all = acceptancesOf(content, snapshot);
      for (const finding of before.findings) {
        const isOpen = finding.accepted === null && ["warning", "info"].includes(finding.severity);
        const own = all.filter((action) => action.findings.includes(finding)).length;
        if (finding.category === "format") assert.equal(own, 0, `${finding.rule} is mended, not accepted`);
        else assert.equal(own, isOpen ? 1 : 0, `${finding.rule} in ${id}`);
      }
      for (const { findings, after } of all) {
        offered++;
        const [finding] = findings;
        const slots = analyze(new Text(after), { today });
        assert.ok(
          !slots.findings.some(({ rule, accepted }) => rule === finding?.rule && accepted),
          "slots cover nothing",
        );
        const done = analyze(new Text(filledIn(after)), { today });
        const same = done.findings.find(({ rule, at }) => rule === finding?.rule && samePlace(at, finding.at));
        assert.equal(same?.accepted?.until, "2027-11-22", `${finding?.rule}:\n${filledIn(after)}`);
        assert.deepEqual(
          recordOf(done).filter((says) => !recordOf(before).includes(inFull(says))),
          [],
          filledIn(after),
        );
      }
    }
    assert.ok(offered > runs({ short: 4, long: 30 }), String(offered));
  });

  it("writes the entry into a file without any, below a list, into brackets, and beside a single group", () => {
    const line = "{ rule: key-person, at: posts.cio, reason: he is young, compensatingControl: none, approvedBy: ceo }";
    const block = "rule: key-person\n    at: posts.cio # which\n\n    reason: he is young";
    const inline = entry.trim().slice(2).split(/\n\s+/).join(", ");
    const cases = [
      ["", `accepted:\n${entry}`],
      ["accepted:\n", `accepted:\n${entry}`],
      ["accepted: none\n", `accepted:\n${entry}`],
      ["accepted: []\n", `accepted: [{ ${inline} }]\n`],
      ["accepted: {}\n", `accepted:\n${entry}`],
      [`accepted:\n  - ${line} # his\n`, `accepted:\n  - ${line} # his\n${entry}`],
      [`accepted: [${line}]\n`, `accepted: [${line}, { ${inline} }]\n`],
      [`accepted: ${line}\n`, `accepted: [${line}, { ${inline} }]\n`],
      [`accepted:\n  ${block.replaceAll("\n    ", "\n  ")}\n`, `accepted:\n  - ${block}\n${entry}`],
    ] as const;
    for (const [i, [accepted, expected]] of cases.entries()) {
      for (const eol of isLong ? ["\n", "\r\n"] : [i % 2 === 0 ? "\n" : "\r\n"]) {
        const content = file(accepted).replaceAll("\n", eol);
        const after = acceptancesOf(content).find(({ title }) => title.includes("CISO inside the IT line"))?.after;
        assert.equal(after, file(expected).replaceAll("\n", eol));
      }
    }
  });

  it("counts as accepted in the summary, and as nothing else", () => {
    const analysis = analyze(new Text(filledIn(file(`accepted:\n${entry}`))), { today });
    const { summary } = checkJson([{ path: "a", analysis }]) as { summary: Record<string, number> };
    const open = analysis.findings.filter(({ accepted }) => !accepted);
    assert.equal(summary.accepted, 1);
    assert.equal(summary.warning, open.filter(({ severity }) => severity === "warning").length);
    assert.ok(!open.some(({ rule }) => rule === "ciso-in-it-line"));
  });

  it("is not offered again while an entry speaks of the finding, whatever is still missing in it", () => {
    assert.deepEqual(
      acceptancesOf(file(`accepted:\n${entry}`)).filter(({ title }) => title.includes("CISO inside")),
      [],
    );
  });
});

describe("decisions on record", () => {
  const judged = (content: string, day = today) => {
    const { findings } = analyze(new Text(content), { today: day });
    return findings
      .filter(({ rule }) => rule === "ciso-in-it-line" || isOfRecord(rule))
      .map(({ rule, accepted, at }) => `${accepted ? "accepted " : ""}${rule} ${placeToString(at)}`);
  };
  const decided = filledIn(file(`accepted:\n${entry}`));

  it("hold on their last day, and lapse on the next", () => {
    assert.deepEqual(judged(decided, "2027-11-22"), ["accepted ciso-in-it-line posts.ciso.reportsTo"]);
    assert.deepEqual(judged(decided, "2027-11-23"), [
      "ciso-in-it-line posts.ciso.reportsTo",
      "acceptance-lapsed accepted[0]",
    ]);
  });

  it("cover and warn where the holder approved them, and warn no more once lapsed than they must", () => {
    const own = decided.replace("approvedBy: external", "approvedBy: Cy Ho");
    assert.deepEqual(judged(own), [
      "accepted ciso-in-it-line posts.ciso.reportsTo",
      "accepted-by-holder accepted[0].approvedBy",
    ]);
    assert.deepEqual(
      judged(own, "2027-11-23").filter((one) => !one.startsWith("accepted-by-holder")),
      ["ciso-in-it-line posts.ciso.reportsTo", "acceptance-lapsed accepted[0]"],
    );
  });

  it("cover and warn without a word about the control", () => {
    assert.deepEqual(judged(decided.replace("compensatingControl: a yearly audit", "compensatingControl: not-asked")), [
      "accepted ciso-in-it-line posts.ciso.reportsTo",
      "acceptance-lapsed accepted[0]",
    ]);
  });
});
