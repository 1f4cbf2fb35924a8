import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";

interface Judged {
  readonly rule: string;
  readonly at: string;
  readonly severity: string;
  readonly judged: "right" | "noise" | "double" | "false";
}

const folder = "test/data/judged";
const judgement: Readonly<Record<string, readonly Judged[]>> = parse(readFileSync(`${folder}/judgement.yaml`, "utf8"));
const key = ({ rule, at, severity }: Omit<Judged, "judged">): string => `${severity} ${rule} ${at}`;

describe("clients whose findings were judged one by one", () => {
  for (const [name, judged] of Object.entries(judgement))
    it(`${name}: whatever is found above hint has been judged, and whatever was judged is found`, () => {
      const { findings } = check(readFileSync(`${folder}/${name}.itorg.yaml`, "utf8"));
      const found = findings
        .filter(({ severity }) => severity !== "hint")
        .map(({ rule, at, severity }) => key({ rule, at: placeToString(at), severity }));
      assert.deepEqual(found.toSorted(), judged.map(key).toSorted());
    });

  it("get at most two false findings in a hundred, and no error that is false or noise", () => {
    const all = Object.values(judgement).flat();
    const ofKind = (kind: Judged["judged"]) => all.filter(({ judged }) => judged === kind);
    assert.ok(all.length >= 50);
    assert.ok(ofKind("false").length * 50 <= all.length);
    assert.deepEqual(
      [...ofKind("false"), ...ofKind("noise")].filter(({ severity }) => severity === "error"),
      [],
    );
    assert.ok(ofKind("right").length >= 0.85 * all.length);
  });
});
