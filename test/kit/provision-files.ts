import assert from "node:assert/strict";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "./check-fixture.ts";
import { applied } from "./judged.ts";

/** Small files for the fixtures of laws, which are written from the rows of the specification. */

export interface File {
  readonly profile?: string;
  /** Lines of `posts`, beside a CEO. */
  readonly posts?: readonly string[];
  readonly ceo?: string;
  /** Other sections, as they stand in the file. */
  readonly more?: string;
}

export const text = (regimes: string, { profile = "headcount: 300", posts = [], ceo, more = "" }: File): string =>
  [
    "itorg: 1",
    `organization: { name: Example, ${profile} }`,
    ...(regimes === "" ? [] : [`regimes: { ${regimes} }`]),
    "posts:",
    `  ${ceo ?? "ceo: { heldBy: Ann Ode, reportsTo: board }"}`,
    ...posts.map((line) => `  ${line}`),
    more.trim(),
    "",
  ].join("\n");

/** What a provision has to do with a file: findings under its own id, and those that cite it. */
export function hits(id: string, content: string): string[] {
  return check(content)
    .findings.filter((finding) => finding.rule === id || finding.citations.includes(id))
    .map(({ severity, rule, at }) => `${severity} ${rule} ${placeToString(at)}`);
}

export const messages = (id: string, content: string): string =>
  check(content)
    .findings.filter((finding) => finding.citations.includes(id))
    .map(({ message }) => message)
    .join("\n");

export const asks = (id: string, content: string): string[] =>
  check(content)
    .questions.filter(({ blocks }) => blocks.includes(id))
    .map(({ at }) => placeToString(at));

export interface Case {
  readonly id: string;
  readonly regime: string;
  readonly fires: File;
  readonly as: readonly string[];
  readonly satisfied: File;
}

/**
 * Fires where declared, is satisfied by the other file, and says nothing of the first one without a declaration. What
 * stands under the provision's own id can be read aloud, and its remedies do what they say.
 */
export function holds({ id, regime, fires, as, satisfied }: Case): void {
  const content = text(regime, fires);
  assert.deepEqual(hits(id, content), as, "fires");
  assert.deepEqual(hits(id, text(regime, satisfied)), [], "is satisfied");
  assert.deepEqual(hits(id, text("", fires)), [], "is silent where nothing is declared");
  const { findings } = check(content);
  const errors = countErrors(content);
  for (const finding of findings.filter(({ citations }) => citations.includes(id))) {
    assert.match(finding.message, /\bappears?\b/, finding.message);
    assert.ok(finding.message.length <= 250, `${finding.message.length} characters: ${finding.message}`);
    for (const remedy of [...finding.fixes, ...finding.firstSteps]) {
      const result = applied(content, remedy);
      const isSame = (one: (typeof findings)[number]) =>
        one.rule === finding.rule && placeToString(one.at) === placeToString(finding.at) && one.says === finding.says;
      const isLeft = check(result).findings.some(isSame);
      if (remedy.kind === "fix") assert.equal(isLeft, false, `after "${remedy.title}":\n${result}`);
      assert.ok(countErrors(result) <= errors, `no new error after "${remedy.title}":\n${result}`);
    }
  }
}

const countErrors = (content: string): number =>
  check(content).findings.filter(({ severity }) => severity === "error").length;

export const ciso = (more = "") => `ciso: { heldBy: Eve Roy, reportsTo: ceo${more} }`;
export const aegis = (overseenBy: string, more = "") =>
  `providers:\n  aegis: { services: [ciso], overseenBy: ${overseenBy} }\n${more}`;
