import assert from "node:assert/strict";
import { it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "./check-fixture.ts";

/** What a provision says of a small file, written from its row in the specification and not from its predicate. */
export interface LawCase {
  readonly id: string;
  readonly what: string;
  /** What stands under `regimes` where the law applies; `status` is put in its place for the other states. */
  readonly regimes?: (status: string) => string;
  /** More of `organization`; the headcount is 300 where this names none. */
  readonly profile?: string;
  /** The file's other sections where it falls short of the provision. */
  readonly fires: string;
  /** The finding that cites the provision, as "severity rule place"; several where it is a fact of several rules. */
  readonly finding: string | readonly string[];
  /** The same where it does not. Left out where another case of the same provision shows it. */
  readonly satisfied?: string;
  /** The profile where it does not, if that is what differs. */
  readonly satisfiedProfile?: string;
}

export const lawFile = (regimes: string, body: string, profile = "") => `itorg: 1
organization: { name: Example, ${[...(profile.includes("headcount") ? [] : ["headcount: 300"]), ...(profile ? [profile] : [])].join(", ")} }
${regimes ? `regimes: { ${regimes} }\n` : ""}${body.trim()}
`;

/** The findings that cite a provision in force, as "severity rule place". */
export const citing = (id: string, text: string): string[] =>
  check(text)
    .findings.filter((finding) => finding.citations.includes(id))
    .map((finding) => `${finding.severity} ${finding.rule} ${placeToString(finding.at)}`);

/** The questions that keep a provision's own rule from judging. */
export const openFor = (id: string, text: string): string[] =>
  check(text)
    .questions.filter(({ blocks }) => blocks.includes(id))
    .map(({ at }) => placeToString(at));

/** It fires, it is satisfied, it is silent where nobody declares it, and where it is planned it is information at most. */
export function testLaw(one: LawCase, regime: string): void {
  const { id, what, regimes = (status: string) => `${regime}: ${status}`, profile, fires } = one;
  const expected = [one.finding].flat();
  it(`${id}: ${what}`, () => {
    assert.deepEqual(citing(id, lawFile(regimes("applies"), fires, profile)), expected);
  });
  if (one.satisfied !== undefined)
    it(`${id} is satisfied: ${what}`, () => {
      const text = lawFile(regimes("applies"), one.satisfied!, one.satisfiedProfile ?? profile);
      assert.deepEqual(citing(id, text), []);
      assert.deepEqual(openFor(id, text), []);
    });
  it(`${id} is silent where it is not declared: ${what}`, () => {
    for (const regimesOrNone of ["", regimes("exempt"), regimes("not-applicable")]) {
      const text = lawFile(regimesOrNone, fires, profile);
      assert.deepEqual(citing(id, text), []);
      assert.deepEqual(
        check(text).findings.filter(({ rule }) => rule === id),
        [],
      );
    }
  });
  it(`${id} raises nothing where it is planned: ${what}`, () => {
    const without = check(lawFile("", fires, profile)).findings;
    const planned = expected.map((finding) => {
      const [, rule, place] = finding.split(" ");
      const generic = without.find((other) => other.rule === rule && placeToString(other.at) === place);
      return `${!generic || generic.severity === "hint" ? "info" : generic.severity} ${rule} ${place}`;
    });
    assert.deepEqual(citing(id, lawFile(regimes("planned"), fires, profile)), planned);
  });
}
