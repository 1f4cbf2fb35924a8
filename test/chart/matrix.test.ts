import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { type Matrix, matrixOf } from "../../server/chart/matrix.ts";
import { xlsx } from "../../server/exports/xlsx.ts";
import { csv } from "../../server/reports/formats/csv.ts";
import { rowsOfText } from "../../server/reports/formats/matrix/cells.ts";
import { style, styleHash } from "../../server/reports/formats/matrix/html.ts";
import { chartFile } from "../kit/chart-file.ts";
import { library } from "../kit/standard.ts";

const matrixIn = (content: string): Matrix => {
  const { org, findings } = chartFile(`itorg: 1\norganization: { name: Example, headcount: 300 }\n${content}`);
  return matrixOf(org, findings, "full");
};

describe("the responsibility matrix", () => {
  const content = `posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: vacant, reportsTo: cio }
teams: { desk: { headedBy: it-manager } }
providers: { acme: { name: Acme, services: [backup] } }
activities:
  our-own: { accountable: cio }
  backup-run: { accountable: unknown, responsible: "team:desk" }
  it-strategy: { accountable: Bo Li, responsible: [cio, Zoe Fay], consulted: [ceo], informed: ["provider:acme"] }
  change-build: { responsible: [it-manager], accountable: none }
  change-deploy: { responsible: [it-manager] }
  access-review: none
  patching: not-asked
`;

  it("has a column for each post with a duty, then teams, firms, and people without a post", () => {
    assert.deepEqual(
      matrixIn(content).columns.map(({ title, holder, is }) => [title, holder, is]),
      [
        ["CEO", "Ann Ode", "post"],
        ["CIO", "Bo Li", "post"],
        ["IT Manager", "vacant", "post"],
        ["Desk team", "", "team"],
        ["Acme", "", "provider"],
        ["Zoe Fay", "", "person"],
      ],
    );
  });

  it("has its rows by field in the catalogue's order, the organization's own last, and tells gaps apart", () => {
    const [, , ...rows] = rowsOfText(matrixIn(content));
    assert.deepEqual(
      rows.map(([field, title, ...cells]) => [field, title, cells.slice(0, -2).join("|"), cells.at(-2)]),
      [
        ["Strategy", "IT strategy", "C|R A|||I|R", ""],
        ["Changes", "Building of changes", "||R (1)|||", "nobody accountable"],
        ["Changes", "Deployment of changes", "||R (1)|||", "accountable: not asked"],
        ["Access", "Access review", "|||||", "nobody does it"],
        ["Operations", "Patching", "|||||", "not asked"],
        ["Continuity", "Backups", "|||R||", "accountable: not known"],
        ["Of its own", "Our Own", "|A||||", "responsible: not asked"],
      ],
    );
  });

  it("says which activities the file does not mention, and whether nobody does them", () => {
    const some = matrixIn("activities: { it-strategy: { accountable: ceo } }\n");
    assert.equal(some.complete, false);
    assert.ok(some.unmentioned.includes("Patching") && !some.unmentioned.includes("IT strategy"));
    assert.equal(matrixIn("coverage: { activities: complete }\n").complete, true);
  });

  it("has every activity of the catalogue in one field", () => {
    const { activities, format } = library.knowledge;
    const fields = activities.fields.flatMap((field) => field.activities);
    assert.deepEqual([...fields].sort(), [...format.catalogue("activityId").keys()].sort());
  });

  it("styles its page by what the page's policy lets through", () => {
    assert.equal(createHash("sha256").update(style).digest("base64"), styleHash);
  });
});

describe("a table in a spreadsheet", () => {
  it("is no formula, whatever stands in it", () => {
    const cells = ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "\t=1", "a,b", 'a"b'];
    const text = csv([cells]);
    for (const cell of ["'=cmd", "'+1", "'-1", "'@SUM", "'\t=1"]) assert.ok(text.includes(cell), cell);
    assert.ok(text.startsWith("\ufeff") && text.endsWith('"a,b","a""b"\r\n'));
  });

  it("is text in every cell of a workbook, and the same bytes every time", async () => {
    const sheet = {
      name: "Matrix",
      widths: [10],
      stickyRows: 1,
      stickyColumns: 0,
      rows: [[{ text: "=1+1" }], [{ text: "2-3" }]],
    };
    const bytes = await xlsx([sheet]);
    assert.deepEqual(await xlsx([sheet]), bytes);
    const parts = Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)] as const);
    const cells = parts.find(([name]) => name.endsWith("sheet1.xml"))?.[1] ?? "";
    assert.match(cells, /<c /);
    assert.doesNotMatch(cells, /<f>/);
    assert.ok(parts.some(([, text]) => text.includes("=1+1")));
  });
});
