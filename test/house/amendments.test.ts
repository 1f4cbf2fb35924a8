import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { rows, table } from "../amendments.mjs";

describe("the rows of the amendments", () => {
  const all = rows();

  it("name a test that is there, or say what is left", () => {
    const faults = all.flatMap(({ row, file, test, left }) => {
      if (left !== undefined) return file === undefined && test === undefined ? [] : [`${row}: held and left`];
      if (file === undefined || test === undefined || !existsSync(file)) return [`${row}: no file ${file}`];
      return readFileSync(file, "utf8").includes(test) ? [] : [`${row}: ${file} has no test “${test}”`];
    });
    assert.deepEqual(faults, []);
  });

  it("are there for sections 2 to 4, and each stands in the table", () => {
    for (const section of ["2", "3", "4"])
      assert.ok(all.filter((one) => one.section === section).length > 5, `section ${section}`);
    const written = table(all);
    for (const { row } of all) assert.ok(written.includes(row.replaceAll("|", "\\|")), row);
  });
});
