import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, findingsOf, judged, only } from "../kit/judged.ts";

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";

/** What one finding takes in, and that nothing of it is left beside it. */
function takesIn(rule: string, taken: readonly string[], text: string): void {
  assert.deepEqual(only(rule, text).absorbed.toSorted(), taken.toSorted());
  for (const other of taken) assert.deepEqual(findingsOf(other, text), [], other);
}

describe("one fact, one finding", () => {
  it("a DPO who decides, and reports to a post of their own", () =>
    takesIn(
      "dpo-conflict",
      ["duties-privacy-monitor-decide", "supervises-self"],
      file(
        `posts:\n${ceo}  cfo: { heldBy: Dee Fox, reportsTo: ceo }\n  dpo: { heldBy: Dee Fox, reportsTo: cfo }\nactivities:\n  data-protection-monitoring: { accountable: dpo }\n  processing-purpose-decision: { accountable: dpo }\n`,
      ),
    ));

  it("an administrator from outside who reads the own logs", () => {
    const text = (readers: string) =>
      file(
        `posts:\n${ceo}providers: { msp: { services: [helpdesk], overseenBy: ceo } }\nactivities:\n  system-admin: { responsible: [provider:msp] }\n  log-review: { responsible: [${readers}] }\n`,
      );
    takesIn("provider-admin-unwatched", ["duties-system-admin-log-review"], text("provider:msp"));
    const shared = text("provider:msp, ceo");
    assert.equal(judged("provider-admin-unwatched", shared), "silent");
    assert.equal(findingsOf("duties-system-admin-log-review", shared).length, 1);
  });

  it("IT without a strategic level and without training", () =>
    takesIn(
      "no-strategic-level",
      ["no-governance-training"],
      file(
        `posts:\n${ceo}  cfo: { heldBy: Dee Fox, reportsTo: ceo }\n  it-manager: { heldBy: Bo Li, reportsTo: cfo, level: [operational], governanceTraining: no }\nproviders: none\ncoverage: { itPosts: complete }\n`,
      ),
    ));
});
