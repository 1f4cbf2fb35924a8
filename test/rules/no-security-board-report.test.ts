import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied, file, judged, only, provisionsOf, titles, tryRemedies } from "../kit/judged.ts";

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
    assert.equal(judged(rule, file(alone)), "info posts.qualified-individual.boardReport", "it stands for the CISO");
    const beside =
      "posts: { ciso: { heldBy: Eve Roy, boardReport: { form: written, cadence: yearly } }, qualified-individual: { heldBy: Gil Roe, boardReport: none } }";
    assert.equal(judged(rule, file(beside)), "silent");
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
