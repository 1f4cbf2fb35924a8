import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { recommendationEnding, shownSeverity } from "../../server/analysis/recommend.ts";
import { asCorrection, asRecommendation } from "../../server/model/words/remedy-words.ts";
import { checkJson } from "../../server/reports/formats/check/json.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { judged, said } from "../kit/judged.ts";

const file = (recommended: string, more = "", ciso = "cio") => `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ${ciso} }
${more}recommended:
${recommended}`;

const entry = (more = "", at = "posts.ciso.reportsTo", what = "report-to-ceo", rule = "ciso-in-it-line") =>
  `  - { rule: ${rule}, at: '${at}', do: ${what}${more} }\n`;

const finding = (text: string, rule = "ciso-in-it-line") => check(text).findings.find((one) => one.rule === rule)!;
const shown = (text: string, rule?: string) => {
  const one = finding(text, rule);
  return [one.severity, shownSeverity(one), inFull(recommendationEnding(one))];
};

describe("what is recommended for a finding", () => {
  it("is shown with it, by how far it has come", () => {
    assert.deepEqual(shown(file(entry())), ["warning", "info", "Proposed: let the CISO report to the CEO."]);
    assert.deepEqual(shown(file(entry(", status: agreed, owner: ceo, due: 2027-03-31"))), [
      "warning",
      "info",
      "Recommended: let the CISO report to the CEO (CEO, by 31 March 2027).",
    ]);
    assert.deepEqual(shown(file(entry(", status: in-progress, owner: Ann Ode"))), [
      "warning",
      "info",
      "Recommended: let the CISO report to the CEO (Ann Ode).",
    ]);
    assert.deepEqual(shown(file(entry(", status: done"))), ["warning", "warning", ""]);
    assert.deepEqual(shown(file(entry(", status: dropped"))), ["warning", "warning", ""]);
  });

  it("keeps an error an error until somebody has agreed", () => {
    const error = (more: string) =>
      shown(
        `itorg: 1
organization: { name: Example, headcount: 300 }
regimes: { gdpr: applies }
posts:
  ceo: { heldBy: Ann Ode }
  dpo: { heldBy: Cy Ho, reportsTo: ceo }
activities:
  processing-purpose-decision: { responsible: [dpo], accountable: ceo }
recommended:
${entry(more, "posts.dpo", "Let the CEO decide", "dpo-conflict")}`,
        "dpo-conflict",
      ).slice(0, 2);
    assert.deepEqual(error(""), ["error", "error"]);
    assert.deepEqual(error(", status: agreed"), ["error", "info"]);
  });

  it("may be plain words, said as they are", () => {
    assert.deepEqual(shown(file(entry("", "posts.ciso", "Talk to the owners first."))), [
      "warning",
      "info",
      "Proposed: Talk to the owners first.",
    ]);
  });

  it("is named by the first that is agreed or in progress, else the first that is proposed", () => {
    const [proposed, agreed] = [entry(", owner: cio"), entry(", status: agreed, owner: ceo")];
    assert.match(shown(file(proposed + agreed))[2]!, /\(CEO\)\.$/);
    assert.match(shown(file(proposed + entry(", owner: ceo")))[2]!, /\(CIO\)\.$/);
  });

  it("is matched by the rule, one that absorbs it and one that cites it, at the place, above it and with an item's number", () => {
    for (const at of ["posts.ciso.reportsTo", "posts.ciso", "posts", "posts.ciso.reportsTo[0]"])
      assert.equal(finding(file(entry("", at))).recommended.length, 1, at);
    for (const at of ["posts.ceo", "posts.ciso.heldBy"])
      assert.equal(finding(file(entry("", at))).recommended.length, 0, at);
    const both = file(entry("", "posts.ciso")).replace("Cy Ho", "Bo Li");
    assert.equal(finding(both, "ciso-is-it-head").recommended.length, 1);
    const listed = file(entry("", "posts.ciso.objectives[0]", "remove-delivery", "mixed-incentives"), "").replace(
      "heldBy: Cy Ho",
      "heldBy: Cy Ho, objectives: [delivery, security]",
    );
    assert.equal(finding(listed, "mixed-incentives").recommended.length, 1);
    assert.equal(finding(listed.replace("objectives[0]", "objectives"), "mixed-incentives").recommended.length, 1);
  });

  it("gives way to a decision to accept it", () => {
    const accepted =
      "accepted: [{ rule: ciso-in-it-line, at: posts.ciso, reason: r, compensatingControl: none, approvedBy: ceo }]\n";
    const text = file(entry(", status: agreed"), accepted);
    assert.deepEqual(shown(text), ["warning", "hint", ""]);
    assert.equal(finding(text).recommended.length, 1);
  });

  it("does not apply in the file of a target, of which nothing is asked either", () => {
    const target = `state: to-be\n${file(entry(", status: agreed, due: 2020-01-01"), "", "unknown")}`.replace(
      "headcount: 300",
      "headcount: unknown, jurisdictions: [DE]",
    );
    const { findings, questions, recommended } = check(target);
    assert.deepEqual([questions, recommended], [[], []]);
    const rules = findings
      .map(({ rule }) => rule)
      .filter((rule) => /recommendation|open-question|regime-und/.test(rule));
    assert.deepEqual(rules, []);
    assert.ok(check(target.replace("to-be", "as-is")).questions.length > 0);
  });

  it("is in JSON on the finding, on the file, and in the sums", () => {
    const analysis = check(
      file(entry(", status: agreed, owner: ceo, due: 2027-03-31") + entry("", "posts.cio", "x-y", "no-such")),
    );
    const json = JSON.parse(JSON.stringify(checkJson([{ path: "a", analysis }])));
    const expected = {
      rule: "ciso-in-it-line",
      at: "posts.ciso.reportsTo",
      do: "report-to-ceo",
      title: "let the CISO report to the CEO",
      owner: "ceo",
      due: "2027-03-31",
      status: "agreed",
    };
    const [file0] = json.files;
    const own = file0.findings.find(({ rule }: { rule: string }) => rule === "ciso-in-it-line");
    assert.deepEqual(own.recommended, [expected]);
    assert.equal(own.severity, "warning");
    assert.equal(file0.state, "as-is");
    assert.deepEqual(
      file0.recommended.map(({ do: what }: { do: string }) => what),
      ["report-to-ceo", "x-y"],
    );
    assert.equal(json.summary.recommended, 1);
    assert.ok(
      own.remedies.some(
        ({ id, kind }: { id: string; kind: string }) => id === "report-to-ceo" && kind === "recommendation",
      ),
    );
    assert.deepEqual(
      file0.findings.filter(({ recommended }: { recommended: unknown[] }) => recommended.length === 0).length,
      file0.findings.length - 1,
    );
  });
});

describe("recommendation-overdue", () => {
  it("waits until the day has passed, and speaks of what is awaited only", () => {
    const due = (day: string, status: string) =>
      judged("recommendation-overdue", file(entry(`, due: ${day}, status: ${status}`)));
    assert.equal(due("2026-11-21", "agreed"), "info recommended[0].due");
    assert.equal(due("2026-11-21", "in-progress"), "info recommended[0].due");
    for (const [day, status] of [
      ["2026-11-22", "agreed"],
      ["2026-11-21", "proposed"],
      ["2026-11-21", "done"],
      ["2026-11-21", "dropped"],
    ] as const)
      assert.equal(due(day, status), "silent", `${day} ${status}`);
    assert.equal(
      judged("recommendation-overdue", file(entry(", due: 2020-01-01, status: agreed"), "", "ceo")),
      "silent",
    );
  });
});

describe("recommendation-unfulfilled", () => {
  it("warns where the remedy would end what is found still, and hints where it need not", () => {
    const done = (what: string, ciso?: string) =>
      judged("recommendation-unfulfilled", file(entry(", status: done", "posts.ciso", what), "", ciso));
    assert.equal(done("report-to-ceo"), "warning recommended[0].status");
    assert.equal(done("Talk to the owners"), "hint recommended[0].status");
    assert.equal(done("report-to-ceo", "ceo"), "silent");
  });
});

describe("recommendation-lapsed", () => {
  const lapsed = (text: string) => said("recommendation-lapsed", text);
  it("hints where nothing is found any more, and where nobody has the rule or the remedy", () => {
    assert.match(lapsed(file(entry(), "", "ceo"))[0] ?? "", /^hint recommended\[0\]: .* speaks of nothing any more/);
    assert.match(lapsed(file(entry("", "posts.ciso", "report-to-ceo", "ciso-in-it-lane")))[0] ?? "", /no check called/);
    assert.match(
      lapsed(file(entry("", "posts.ciso", "dance-on-the-table")))[0] ?? "",
      /No remedy of `ciso-in-it-line`/,
    );
    assert.deepEqual(lapsed(file(entry("", "posts.ciso", "Dance on the table"))), []);
  });
  it("hints at nothing that is done or dropped, off, or cannot be told", () => {
    for (const status of ["done", "dropped"])
      assert.deepEqual(lapsed(file(entry(`, status: ${status}`), "", "ceo")), [], status);
    assert.deepEqual(lapsed(file(entry(), "", "unknown")), []);
  });
});

describe("a recommendation about how the file is written", () => {
  it("is an invalid value, since that is put right in the file", () => {
    assert.equal(
      judged("invalid-value", file(entry("", "posts.ciso", "x", "unknown-key"))),
      "error recommended[0].rule",
    );
    assert.deepEqual(said("recommendation-lapsed", file(entry("", "posts.ciso", "x", "unknown-key"))), []);
  });
});

describe("remedies in words", () => {
  it("recommend, and correct the record", () => {
    const fixes = finding(file("")).fixes;
    assert.deepEqual(
      fixes.map((fix) => inFull(asRecommendation(fix))),
      ["Recommend: let the CISO report to the CEO", "Recommend: let the CISO report to the board"],
    );
    assert.deepEqual(
      fixes.map((fix) => inFull(asCorrection(fix))),
      ["Correct the record: the CISO reports to the CEO", "Correct the record: the CISO reports to the board"],
    );
  });
});

describe("a finding made of parts", () => {
  const done = "{ responsible: [cio], accountable: ceo }";
  const gaps = (more: string) => `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: none
  log-review: none
  backup-run: none
  security: ${done}
${more}`;
  const found = (more: string) =>
    check(gaps(more))
      .findings.filter(({ rule }) => rule === "activity-not-done")
      .map(({ accepted, recommended, parts, at }) =>
        [
          at.join("."),
          accepted ? "accepted" : "open",
          recommended.length,
          parts.map((part) => part.join(".")).join(" "),
        ].join(" | "),
      );
  const accepted = (at: string) =>
    `accepted: [{ rule: activity-not-done, at: ${at}, reason: r, compensatingControl: none, approvedBy: board }]\n`;

  it("stands at its section from the first part on", () => {
    assert.deepEqual(found(""), [
      "activities | open | 0 | activities.backup-run activities.patching activities.log-review",
    ]);
  });

  it("loses a part that is accepted or recommended, which is a finding of its own", () => {
    assert.deepEqual(found(accepted("activities.patching")).sort(), [
      "activities | accepted | 0 | activities.patching",
      "activities | open | 0 | activities.backup-run activities.log-review",
    ]);
    const agreed =
      "recommended: [{ rule: activity-not-done, at: activities.log-review, do: Hire somebody, status: agreed }]\n";
    assert.deepEqual(found(agreed).sort(), [
      "activities | open | 0 | activities.backup-run activities.patching",
      "activities | open | 1 | activities.log-review",
    ]);
  });

  it("is covered as a whole by an entry at its own place", () => {
    assert.deepEqual(found(accepted("activities")), [
      "activities | accepted | 0 | activities.backup-run activities.patching activities.log-review",
    ]);
  });
});
