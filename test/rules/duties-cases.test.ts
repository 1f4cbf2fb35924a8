import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedBy, said } from "../kit/judged.ts";

const access = "duties-access-request-approve";

const posts = `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Pa Rey, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-manager: { heldBy: Cy Ho, reportsTo: cio }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
  desk-lead: { heldBy: Di Fox, reportsTo: cio }
`;

const duties = (first: string, second: string, more = "") =>
  `${posts}${more}activities:\n  access-request: ${first}\n  access-approve: ${second}\n`;

const by = (who: string) => `{ responsible: ${who} }`;

describe("duties that cannot be told", () => {
  it("are a question where one side is in the file", () => {
    assert.deepEqual(askedBy(access, duties(by("it-manager"), "not-asked")), ["activities.access-approve"]);
    assert.deepEqual(askedBy(access, duties("{ accountable: cio }", "{ responsible: it-manager, accountable: ceo }")), [
      "activities.access-request.responsible",
    ]);
    const one = (activity: string) => `${posts}activities:\n  ${activity}: { responsible: [it-manager] }\n`;
    assert.deepEqual(askedBy(access, one("access-approve")), ["activities.access-request"]);
    assert.deepEqual(askedBy(access, one("access-request")), ["activities.access-approve"]);
    assert.deepEqual(askedBy(access, one("it-strategy")), []);
    assert.deepEqual(askedBy(access, `coverage: { activities: complete }\n${one("access-approve")}`), []);
    assert.deepEqual(askedBy(access, duties("none", by("it-manager"))), [], "nobody asks for access");
    assert.deepEqual(askedBy(access, duties(by("none"), by("it-manager"))), [], "asked, and nobody does");
  });

  it("are asked about, where only those who answer for both are known, which is nothing to report", () => {
    const file = duties("{ accountable: cio }", "{ accountable: cio, responsible: it-manager }");
    assert.deepEqual(said(access, file), []);
    assert.deepEqual(askedBy(access, file), ["activities.access-request.responsible"]);
    const settled = file.replace("access-request: { accountable: cio", "$&, responsible: ceo");
    assert.deepEqual(said(access, settled), []);
    assert.deepEqual(askedBy(access, settled), []);
  });

  it("need who holds the posts, where there are two", () => {
    const open = duties(by("it-manager"), "{ responsible: desk-lead, accountable: cio }").replace("Di Fox", "unknown");
    assert.deepEqual(said(access, open), []);
    assert.deepEqual(askedBy(access, open), ["posts.desk-lead.heldBy"]);
    const empty = open.replace("it-manager: { heldBy: Cy Ho", "it-manager: { heldBy: vacant");
    assert.deepEqual(askedBy(access, empty), [], "an empty post settles it");
  });
});

describe("emergency changes", () => {
  const emergency = "duties-emergency-approve-deploy";
  const file = (approve: string, deploy: string, who = "it-manager") =>
    `${posts}activities:\n  change-approve: { responsible: it-manager, accountable: ceo${approve} }\n  change-deploy: { responsible: ${who}${deploy} }\n`;
  const scope = (words: string) => `, scope: ${words}`;

  it("are those that the deployment covers, or the approval where the deployment has no scope of its own", () => {
    const at = (approve: string, deploy: string) =>
      said(emergency, file(approve, deploy)).map((one) => one.split(":")[0]);
    const here = ["warning activities.change-deploy.responsible"];
    assert.deepEqual(at("", scope("emergency")), here);
    assert.deepEqual(at("", scope("[erp, emergency]")), here);
    assert.deepEqual(at(scope("emergency"), ""), here);
    assert.deepEqual(at(scope("emergency"), scope("emergency")), here);
    assert.deepEqual(at(scope("emergency"), scope("erp")), [], "nothing in common");
    assert.deepEqual(at(scope("[emergency, erp]"), scope("erp")), []);
    assert.deepEqual(at("", scope("erp")), []);
    assert.deepEqual(at("", ""), []);
  });

  it("are found beside the approval of changes in general, both published", () => {
    const text = file("", scope("emergency"));
    assert.equal(said(emergency, text).length, 1);
    assert.equal(said("duties-change-approve-own", text).length, 1);
  });

  it("are asked about only where the same hands approve and deploy", () => {
    assert.deepEqual(askedBy(emergency, file("", "")), ["activities.change-deploy.scope"]);
    assert.deepEqual(askedBy(emergency, file("", "", "cio")), []);
    assert.deepEqual(askedBy(emergency, file("", scope("erp"))), []);
    assert.deepEqual(askedBy(emergency, file("", "", "not-asked")), ["activities.change-deploy.responsible"]);
  });
});

describe("a pair about who answers", () => {
  const rule = "duties-risk-accept-deliver";
  const file = (accept: string, deliver: string) =>
    `${posts}activities:\n  risk-acceptance: { ${accept} }\n  it-delivery: { ${deliver} }\n`;

  it("counts accountable in both, and responsible in both, in full", () => {
    assert.deepEqual(
      said(rule, file("accountable: cio, responsible: ciso", "accountable: cio, responsible: desk-lead")),
      [
        "warning activities.it-delivery.accountable: Bo Li (CIO) is accountable for both risk acceptance and IT delivery.",
      ],
    );
    assert.equal(said(rule, file("responsible: it-manager", "responsible: ciso"))[0]?.split(" ")[0], "warning");
    assert.deepEqual(said(rule, file("accountable: cio", "responsible: cio, accountable: ceo")), []);
  });

  it("asks who is accountable", () => {
    assert.deepEqual(askedBy(rule, file("accountable: cio, responsible: cfo", "responsible: it-manager")), [
      "activities.it-delivery.accountable",
    ]);
  });
});
