import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../../server/base/text.ts";
import { readDocument } from "../../kit/standard.ts";

function responsibleFor(activity: string, content: string) {
  const { org } = readDocument(new Text(`itorg: 1\norganization: { name: X }\n${content}`));
  return org.data.activities.get(activity)?.responsible;
}

const provider = "providers:\n  dc: { services: [hosting, backup] }\n";
const isTheProvider = { is: "known", value: [{ to: "provider", id: "dc" }] };

describe("duties that a provider's services imply", () => {
  it("count as declared", () => {
    assert.deepEqual(responsibleFor("backup-run", provider), isTheProvider);
    assert.deepEqual(responsibleFor("backup-run", provider), isTheProvider);
    assert.equal(responsibleFor("change-build", provider), undefined);
  });

  it("fill in an entry that does not say who is responsible", () => {
    assert.deepEqual(
      responsibleFor("backup-run", `${provider}activities:\n  backup-run: { accountable: cio }\n`),
      isTheProvider,
    );
  });

  it("hold where an entry only keeps the slot", () => {
    for (const entry of ["not-asked", ""]) {
      const content = `${provider}activities:\n  backup-run: ${entry}\n`;
      assert.deepEqual(responsibleFor("backup-run", content), isTheProvider);
    }
    const { org } = readDocument(
      new Text(`itorg: 1\norganization: { name: X }\n${provider}activities: { backup-run: unknown }\n`),
    );
    assert.equal(org.data.activities.get("backup-run")?.responsible.is, "unknown");
  });

  it("give way to what the file says", () => {
    const given = responsibleFor("backup-run", `${provider}activities:\n  backup-run: { responsible: [Bo Li] }\n`);
    assert.deepEqual(given, { is: "known", value: [{ to: "person", name: "Bo Li" }] });
    const nobody = readDocument(
      new Text(`itorg: 1\norganization: { name: X }\n${provider}activities:\n  backup-run: none\n`),
    );
    assert.equal(nobody.org.data.activities.get("backup-run")?.exists, "no");
    const refused = responsibleFor("backup-run", `${provider}activities:\n  backup-run: { responsible: declined }\n`);
    assert.equal(refused?.is, "unknown");
  });

  it("join where two providers supply the same service", () => {
    const both = responsibleFor("backup-run", `${provider}  b2: { services: backup }\n`);
    assert.equal(both?.is === "known" && both.value.length, 2);
  });
});
