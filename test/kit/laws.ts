import assert from "node:assert/strict";
import { it } from "node:test";
import type { Finding } from "../../server/analysis/finding.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "./check-fixture.ts";
import { inFull } from "./in-full.ts";
import { applied, askedBy, citing, file } from "./judged.ts";

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

/** A firm of 300 people, which no size of a law leaves out, unless the profile says otherwise. */
export const lawFile = (regimes: string, body: string, profile = ""): string => {
  const size = profile.includes("headcount") ? [] : ["headcount: 300"];
  return file(body, [...size, ...(profile ? [profile] : [])].join(", "), regimes);
};

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
      assert.deepEqual(askedBy(id, text), []);
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

/** The parts of a small file that provisions about posts differ in. */
export interface Posts {
  readonly profile?: string;
  /** Lines of `posts`, beside a CEO. */
  readonly posts?: readonly string[];
  readonly ceo?: string;
  /** Other sections, as they stand in the file. */
  readonly more?: string;
}

export const postsFile = (regimes: string, { profile = "", posts = [], ceo, more = "" }: Posts): string => {
  const lines = [ceo ?? "ceo: { heldBy: Ann Ode, reportsTo: board }", ...posts];
  return lawFile(regimes, `posts:\n${lines.map((line) => `  ${line}\n`).join("")}${more.trim()}`, profile);
};

/** The messages of all findings that cite a provision, a line each. */
export const messagesCiting = (id: string, text: string): string =>
  check(text)
    .findings.filter((finding) => finding.citations.includes(id))
    .map(({ message }) => inFull(message))
    .join("\n");

export interface PostsCase {
  readonly id: string;
  readonly regime: string;
  readonly fires: Posts;
  readonly as: readonly string[];
  readonly satisfied: Posts;
}

/**
 * Fires where declared, is satisfied by the other file, and says nothing of the first one without a declaration. What
 * stands under the provision's own id can be read aloud, and its remedies do what they say.
 */
export function holds({ id, regime, fires, as, satisfied }: PostsCase): void {
  const content = postsFile(regime, fires);
  assert.deepEqual(citing(id, content), as, "fires");
  assert.deepEqual(foundOf(id, postsFile(regime, satisfied)), [], "is satisfied");
  assert.deepEqual(foundOf(id, postsFile("", fires)), [], "is silent where nothing is declared");
  const errors = countErrors(content);
  for (const finding of foundOf(id, content)) {
    assert.match(inFull(finding.message), /\bappears?\b/, inFull(finding.message));
    assert.ok(finding.message.length <= 250, `${finding.message.length} characters: ${inFull(finding.message)}`);
    for (const remedy of [...finding.fixes, ...finding.firstSteps]) {
      const result = applied(content, remedy);
      // Another case of the same provision may stand at the same place: the remedy is for this one.
      const isSame = (one: Finding) =>
        one.rule === finding.rule &&
        placeToString(one.at) === placeToString(finding.at) &&
        inFull(one.says) === inFull(finding.says);
      if (remedy.kind === "fix")
        assert.equal(check(result).findings.some(isSame), false, `after "${inFull(remedy.title)}":\n${result}`);
      assert.ok(countErrors(result) <= errors, `no new error after "${inFull(remedy.title)}":\n${result}`);
    }
  }
}

const foundOf = (id: string, content: string): Finding[] =>
  check(content).findings.filter(({ rule, citations }) => rule === id || citations.includes(id));

const countErrors = (content: string): number =>
  check(content).findings.filter(({ severity }) => severity === "error").length;

export const ciso = (more = "") => `ciso: { heldBy: Eve Roy, reportsTo: ceo${more} }`;
export const aegis = (overseenBy: string, more = "") =>
  `providers:\n  aegis: { services: [ciso], overseenBy: ${overseenBy} }\n${more}`;
