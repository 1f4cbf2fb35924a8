import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applied, file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`;

const withActivities = (...lines: string[]) =>
  file(`${posts}activities:\n${lines.map((line) => `  ${line}`).join("\n")}`);

describe("no-responsible", () => {
  const rule = "no-responsible";

  it("takes none and an empty list, and an answer only", () => {
    for (const none of ["none", "[]"])
      assert.equal(
        judged(rule, withActivities(`patching: { accountable: ceo, responsible: ${none} }`)),
        "warning activities.patching",
      );
    assert.equal(judged(rule, withActivities("patching: none")), "silent");
    assert.equal(judged(rule, withActivities("patching: { accountable: ceo, responsible: [team:a] }")), "silent");
  });

  it("asks only where somebody kept the slot", () => {
    assert.equal(judged(rule, withActivities("patching: { accountable: ceo }")), "silent");
    assert.equal(
      judged(rule, withActivities("patching: { accountable: ceo, responsible: unknown }")),
      "asks activities.patching.responsible",
    );
  });

  it("makes whoever answers for it responsible, where there is such a one", () => {
    const text = withActivities("patching: { accountable: it-director, responsible: none }");
    assert.deepEqual(titles(only(rule, text).fixes), ["Make the IT Director responsible for patching as well"]);
    tryRemedies(rule, text);
    assert.match(applied(text, only(rule, text).fixes[0]!), /responsible: \[it-director\]/);
    for (const other of ["none", "unknown"])
      assert.deepEqual(only(rule, text.replace("accountable: it-director", `accountable: ${other}`)).fixes, []);
    assert.deepEqual(
      only(rule, text.replace("it-director: { heldBy: Bo Li, reportsTo: ceo }", "it-director: none")).fixes,
      [],
    );
  });

  it("is satisfied by a duty that a provider's service implies", () => {
    assert.equal(
      judged(
        rule,
        `${withActivities("system-admin: { accountable: ceo }")}providers: { x: { services: [hosting], overseenBy: ceo } }\n`,
      ),
      "silent",
    );
  });
});
