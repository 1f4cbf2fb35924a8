import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { posts, provisionsOf, withCommittees } from "../kit/committee-files.ts";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("no-board-oversight", () => {
  const rule = "no-board-oversight";
  const blind = "{ board: { meets: quarterly, oversees: [strategy, audit] } }";

  it("fires where no board, executive, audit or risk committee oversees security, ICT risk or IT", () => {
    assert.equal(judged(rule, withCommittees(blind, { all: true })), "info committees");
    assert.equal(judged(rule, file(`${posts}committees: none`)), "info committees");
    assert.equal(judged(rule, file(`coverage: { committees: complete }\n${posts}`)), "info committees");
    const others = "{ board: { oversees: none }, executive: none, audit: none, risk: none }";
    assert.equal(judged(rule, withCommittees(others)), "info committees");
    const lower = "{ it-steering: { oversees: [it] }, security: { oversees: [security] } }";
    assert.equal(judged(rule, withCommittees(lower, { all: true })), "info committees");
  });

  for (const type of ["board", "executive", "audit", "risk"])
    for (const subject of ["security", "ict-risk", "it"])
      it(`is satisfied by one of type ${type} that oversees ${subject}`, () => {
        const text = withCommittees(`{ council: { type: ${type}, oversees: [finance, ${subject}] } }`, { all: true });
        assert.equal(judged(rule, text), "silent");
      });

  it("does not count a committee that is dormant, or that belongs to a company of the group", () => {
    const dormant = "{ board: { meets: quarterly, lastMet: 2025-09-01, oversees: [security] } }";
    assert.equal(judged(rule, withCommittees(dormant, { all: true })), "info committees");
    assert.deepEqual(
      only(rule, withCommittees(dormant, { all: true })).related.map((one) => one.message),
      ["does not meet, so it counts as absent"],
    );
    const owned = "{ north-board: { type: board, unit: north, oversees: [security] } }";
    const units = "units: { north: { name: North, kind: company } }\n";
    assert.equal(judged(rule, withCommittees(owned, { all: true, more: units + posts })), "info committees");
  });

  it("cannot tell, and asks, where such a committee may still be there or its tasks are not known", () => {
    assert.equal(judged(rule, withCommittees(blind)), "asks committees");
    const open = "{ board: { meets: quarterly } }";
    assert.equal(judged(rule, withCommittees(open, { all: true })), "asks committees.board.oversees");
  });

  it("asks a file without committees only where a declared law or standard wants to know", () => {
    assert.equal(judged(rule, file(posts)), "silent");
    assert.equal(judged(rule, file(`regimes: { dora: applies }\n${posts}`)), "asks committees");
  });

  const raised: [string, string, string[]][] = [
    ["dora: applies", "warning", ["dora-5-2"]],
    ["nis2: applies", "warning", ["nis2-20"]],
    ["us-bank: applies", "error", ["glba-iii-a"]],
    ["csf: applies", "warning", ["csf-gv-rr", "csf-gv-ov"]],
    ["caf: applies", "warning", ["caf-a1"]],
    ["soc2: applies", "info", ["soc2-cc1-2"]],
    ["us-bank: planned", "info", ["glba-iii-a"]],
    ["us-bank: exempt", "info", []],
    ["dora: { status: applies, as: [simplified] }", "info", []],
    ["nis2: applies, us-bank: applies", "error", ["nis2-20", "glba-iii-a"]],
  ];
  for (const [regimes, severity, provisions] of raised)
    it(`is ${severity} under ${regimes}`, () => {
      const text = withCommittees(blind, { regimes, all: true });
      assert.equal(judged(rule, text), `${severity} committees`);
      assert.deepEqual(provisionsOf(rule, text).sort(), [...provisions].sort());
    });

  it("names no law beside the one that is declared", () => {
    const tail = (regimes: string) =>
      only(rule, withCommittees(blind, { regimes, all: true })).message.match(/\([^)]*Art\. 5\(2\).*\)$/)?.[0];
    assert.equal(tail("dora: applies, nis2: exempt"), "(appears to fall short of DORA Art. 5(2))");
    assert.match(tail("nis2: unknown") ?? "", /^\(DORA Art\. 5\(2\); NIS2 Art\. 20; /);
    assert.match(tail("nis2: exempt") ?? "", /^\(DORA Art\. 5\(2\); Interagency /);
  });

  it("cites that results are reviewed only where no committee that meets oversees security", () => {
    const text = withCommittees("{ security: { meets: monthly, oversees: [security] } }", {
      regimes: "csf: applies",
      all: true,
    });
    assert.deepEqual(provisionsOf(rule, text), ["csf-gv-rr"]);
  });

  it("extends what a committee oversees, the board's first", () => {
    const text = withCommittees(
      "{ audit: { meets: quarterly, oversees: [audit, is-audit] }, board: { oversees: none } }",
      {
        all: true,
      },
    );
    tryRemedies(rule, text);
    assert.deepEqual(titles(only(rule, text).fixes), [
      "Let the board oversee security",
      "Let the audit committee oversee security",
    ]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /board: \{ oversees: \[security\] \}/);
  });

  it("adds ICT risk under DORA, and a board where there is no such committee", () => {
    const dora = withCommittees(blind, { regimes: "dora: applies", all: true });
    assert.deepEqual(titles(only(rule, dora).fixes), ["Let the board oversee security and ICT risk"]);
    tryRemedies(rule, dora);
    for (const text of [file(`${posts}committees: none`), file(`coverage: { committees: complete }\n${posts}`)]) {
      assert.deepEqual(titles(only(rule, text).fixes), ["Add a board that oversees security"]);
      tryRemedies(rule, text);
    }
    const dormant = withCommittees("{ board: { meets: never, oversees: [security] } }", { all: true });
    assert.deepEqual(titles(only(rule, dormant).fixes), ["Add an executive committee that oversees security"]);
    tryRemedies(rule, dormant);
  });
});

describe("no-security-board-report", () => {
  const rule = "no-security-board-report";
  const withReport = (report: string, regimes = "", organization = "headcount: 120") =>
    file(
      `${regimes === "" ? "" : `regimes: { ${regimes} }\n`}posts: { ceo: { heldBy: Ann Ode }, ciso: { heldBy: Eve Roy, reportsTo: ceo${report === "" ? "" : `, boardReport: ${report}`} } }`,
      organization,
    );
  const at = "posts.ciso.boardReport";
  const oral = "{ form: oral, cadence: yearly, to: board }";
  const rare = "{ form: written, cadence: rarer, to: board }";
  const good = "{ form: written, cadence: yearly, to: board }";

  it("fires where the CISO does not report to the board", () => {
    assert.equal(judged(rule, withReport("none")), `info ${at}`);
    assert.equal(judged(rule, withReport(good)), "silent");
    assert.equal(judged(rule, file("posts: { ciso: none }")), "silent");
  });

  it("minds how and how often only where a declared regime does", () => {
    for (const report of [oral, rare]) {
      assert.equal(judged(rule, withReport(report)), "silent");
      for (const regime of ["nis2-ir", "sec", "dora"])
        assert.equal(judged(rule, withReport(report, `${regime}: applies`)), "silent", regime);
      for (const regime of ["nydfs-500", "ftc-safeguards"])
        assert.equal(judged(rule, withReport(report, `${regime}: applies`)), `error ${at}`, regime);
      assert.equal(judged(rule, withReport(report, "nydfs-500: planned")), `info ${at}`);
    }
    for (const cadence of ["weekly", "monthly", "quarterly", "half-yearly", "yearly"])
      assert.equal(judged(rule, withReport(`{ form: written, cadence: ${cadence} }`, "nydfs-500: applies")), "silent");
    assert.equal(judged(rule, withReport("{ form: written, cadence: never }", "nydfs-500: applies")), `error ${at}`);
  });

  it("asks whether there is a report, and under such a regime how and how often", () => {
    assert.equal(judged(rule, withReport("")), `asks ${at}`);
    assert.equal(judged(rule, withReport("declined")), "silent");
    assert.equal(judged(rule, withReport("{ to: board }")), "silent");
    assert.equal(judged(rule, withReport("{ to: board }", "nydfs-500: applies")), `asks ${at}.form, ${at}.cadence`);
    assert.equal(judged(rule, withReport("{ form: oral }", "nydfs-500: applies")), `error ${at}`);
    assert.equal(judged(rule, file("posts: { ciso: vacant }")), "silent");
  });

  const raised: [string, string, string[]][] = [
    ["nydfs-500: applies", "error", ["nydfs-500-4b"]],
    ["ftc-safeguards: applies", "error", ["ftc-314-4i"]],
    // The CISO reports to the head of the organization, as that provision wants: it weighs more, and is not held up.
    ["nis2-ir: applies", "warning", []],
    ["nis2-ir: planned", "info", []],
    ["sec: applies", "info", ["sec-106c"]],
    ["nydfs-500: applies, ftc-safeguards: applies, sec: applies", "error", ["nydfs-500-4b", "ftc-314-4i", "sec-106c"]],
    ["nydfs-500: { status: applies, as: [limited-exempt] }", "info", []],
    ["ftc-safeguards: { status: applies, as: [under-5000-consumers] }", "info", []],
  ];
  for (const [regimes, severity, provisions] of raised)
    it(`is ${severity} under ${regimes}`, () => {
      const text = withReport("none", regimes, "headcount: 120, listed: yes");
      assert.equal(judged(rule, text), `${severity} ${at}`);
      assert.deepEqual(provisionsOf(rule, text).sort(), [...provisions].sort());
    });

  it("names NIS 2 where the CISO reports to nobody at the top either", () => {
    const text = withReport("none", "nis2-ir: applies").replace(/(ciso: .*reportsTo: )ceo/, "$1cro");
    assert.notEqual(text, withReport("none", "nis2-ir: applies"));
    assert.equal(judged(rule, text), `warning ${at}`);
    assert.deepEqual(provisionsOf(rule, text), ["nis2-ir-1-2-3"]);
  });

  it("leaves small firms out, by any one of the limits", () => {
    for (const fact of ["headcount: 19", "headcount: 120, totalAssets: { amount: 14000000, currency: USD }"])
      assert.equal(judged(rule, withReport(oral, "nydfs-500: applies", fact)), "silent", fact);
    assert.equal(judged(rule, withReport(oral, "nydfs-500: applies", "headcount: 20")), `error ${at}`);
    const consumers = (count: number) =>
      judged(rule, withReport(oral, "ftc-safeguards: applies", `headcount: 120, consumerRecords: ${count}`));
    assert.equal(consumers(4999), "silent");
    assert.equal(consumers(5000), `error ${at}`);
  });

  it("counts the report of the qualified individual under the FTC's rule", () => {
    const ftc = (ciso: string, individual: string) =>
      judged(
        rule,
        file(`regimes: { ftc-safeguards: applies }
posts:
  ceo: { heldBy: Ann Ode }
  ciso: { heldBy: Eve Roy, boardReport: ${ciso} }
  qualified-individual: { heldBy: Gil Roe, boardReport: ${individual} }`),
      );
    assert.equal(ftc(oral, good), "silent");
    assert.equal(ftc(good, oral), "silent");
    assert.equal(ftc(oral, oral), "error posts.qualified-individual.boardReport");
    assert.equal(ftc("none", good), `info ${at}`);
    assert.equal(ftc(good, "none"), "silent");
    const alone = "posts: { qualified-individual: { heldBy: Gil Roe, boardReport: none } }";
    assert.equal(
      judged(rule, file(`regimes: { ftc-safeguards: applies }\n${alone}`)),
      "error posts.qualified-individual.boardReport",
    );
    assert.equal(judged(rule, file(alone)), "silent");
  });

  it("is mended by a written report once a year", () => {
    const nydfs = "nydfs-500: applies";
    for (const text of [
      withReport("none"),
      withReport(oral, nydfs),
      withReport(rare, nydfs),
      withReport("none", nydfs),
    ])
      tryRemedies(rule, text);
    const text = withReport(oral, nydfs);
    assert.deepEqual(titles(only(rule, text).fixes), ["Let the CISO report to the board in writing once a year"]);
    assert.match(applied(text, only(rule, text).fixes[0]!), /\{ form: written, cadence: yearly, to: board \}/);
    assert.match(
      applied(withReport(rare, nydfs), only(rule, withReport(rare, nydfs)).fixes[0]!),
      /\{ form: written, cadence: yearly, to: board \}/,
    );
  });

  it("looks at each CISO of a group", () => {
    const text = file(`units: { north: { name: North, kind: company } }
posts:
  ciso: { heldBy: Eve Roy, boardReport: ${good} }
  north-ciso: { role: ciso, heldBy: Kim Po, unit: north, boardReport: none }`);
    assert.equal(judged(rule, text), "info posts.north-ciso.boardReport");
  });
});
