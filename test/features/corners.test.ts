import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDay } from "../../server/base/day.ts";
import { Text } from "../../server/base/text.ts";
import { definition } from "../../server/features/definition.ts";
import { today } from "../kit/check-fixture.ts";
import { labelsAt } from "../kit/completion-at.ts";
import { toldOfForm } from "../kit/mended.ts";
import { snapshotOf } from "../kit/standard.ts";

describe("at the corners", () => {
  it("a day is one of the calendar", () => {
    assert.deepEqual(["2026-13-45", "2026-02-29", "26-01-01", "2028-02-29"].map(isDay), [false, false, false, true]);
  });

  it("a person whose name looks like a post's is not told to be written as it is", () => {
    for (const name of ["ciso", "cio"]) {
      const body = `people:\n  ${name}: { background: business }\nactivities:\n  security: { accountable: ${name} }\n`;
      assert.deepEqual(
        toldOfForm(body).flatMap(({ titles }) => titles),
        [],
      );
    }
  });

  it("a holder by a merge key is defined where the name stands", () => {
    const content =
      "itorg: 1\norganization: { name: A }\nx-kim: &kim { heldBy: Kim Lund }\nposts:\n  ceo: { <<: *kim }\nactivities:\n  security: { accountable: Kim Lund }\n";
    const found = definition(snapshotOf(new Text(content), today), content.lastIndexOf("Kim Lund"));
    assert.ok(found.length > 0);
    for (const { to, name } of found) assert.ok(to.start <= name.start && name.end <= to.end);
  });

  it("an entry without a name is not offered", () => {
    const labels = labelsAt('posts:\n  "": { heldBy: Ann Poe }\n  ceo: none\n  cfo: { reportsTo: <|> }\n');
    assert.ok(labels.length > 0);
    assert.ok(!labels.some((label) => label.trim() === ""));
  });
});
