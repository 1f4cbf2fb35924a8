import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { inFull } from "../kit/in-full.ts";
import { file, findingsOf, judged, only, said, titles, tryRemedies } from "../kit/judged.ts";

const group = "units: { north: { name: North, kind: company }, lab: { kind: site } }\n";

describe("activity-not-done", () => {
  const rule = "activity-not-done";
  const isJudged = (activities: string, rest = "") => judged(rule, file(`activities: { ${activities} }\n${rest}`));

  const grave = [
    ...["security", "security-policy", "incident-response", "backup-run", "disaster-recovery", "log-review"],
    ...["patching", "vulnerability-management", "access-revoke"],
  ];
  const lesser = [
    ...[
      "access-review",
      "risk-acceptance",
      "it-strategy",
      "it-budget",
      "business-continuity",
      "monitoring",
      "ict-risk",
    ],
    ...["third-party-ict-monitoring", "change-approve", "contract-management", "security-operations"],
    ...["data-protection-monitoring", "ai-governance"],
  ];

  it("weighs each activity, and less of them below 50 people", () => {
    for (const id of grave) assert.equal(isJudged(`${id}: none`), "warning activities", id);
    for (const id of lesser) assert.equal(isJudged(`${id}: none`), "info activities", id);
    const inSmall = (id: string) => judged(rule, file(`activities: { ${id}: none }`, "headcount: 49"));
    const still = ["backup-run", "patching", "access-revoke", "incident-response", "security"];
    for (const id of [...grave, ...lesser])
      assert.equal(inSmall(id), `${still.includes(id) ? "warning" : "info"} activities`, id);
    assert.equal(isJudged("own-thing: none, code-review: none"), "silent");
    assert.equal(
      isJudged("security: unknown, it-strategy: not-applicable, it-budget: { accountable: none }"),
      "silent",
    );
  });

  it("is one finding with a part for each, and a decision about one takes that one out", () => {
    const many = "log-review: none, patching: none, it-budget: none";
    const finding = only(rule, file(`activities: { ${many} }`));
    assert.equal(inFull(finding.says), "Nobody is charged with patching, log review or IT budget.");
    assert.deepEqual(finding.parts.map(placeToString).toSorted(), [
      "activities.it-budget",
      "activities.log-review",
      "activities.patching",
    ]);
    assert.deepEqual(
      finding.related.map(({ at }) => placeToString(at)).toSorted(),
      finding.parts.map(placeToString).toSorted(),
    );
    const accepted = `accepted: [{ rule: activity-not-done, at: activities.patching, reason: no systems, compensatingControl: none of our own, approvedBy: ceo }]\nposts: { ceo: { heldBy: Ann Ode } }`;
    const split = findingsOf(rule, file(`activities: { ${many} }\n${accepted}`));
    assert.deepEqual(split.map((one) => `${one.accepted ? "accepted " : ""}${inFull(one.says)}`).toSorted(), [
      "Nobody is charged with log review or IT budget.",
      "accepted Nobody is charged with patching.",
    ]);
    const all = only(rule, file(`activities: { ${[...grave, ...lesser].map((id) => `${id}: none`).join(", ")} }`));
    assert.match(inFull(all.says), /and \d+ others\.$/);
    assert.equal(all.parts.length, grave.length + lesser.length);
  });

  it("asks what others patch and recover where nothing is run inside", () => {
    const hosted = (activities: string, itHeadcount = 0) =>
      file(
        `providers: { x: { services: [hosting] } }\nactivities: { ${activities} }`,
        `headcount: 120, itHeadcount: ${itHeadcount}`,
      );
    assert.equal(judged(rule, hosted("patching: none")), "asks activities.patching");
    assert.equal(judged(rule, hosted("disaster-recovery: none")), "asks activities.disaster-recovery");
    assert.equal(judged(rule, hosted("patching: none", 3)), "warning activities");
    assert.equal(judged(rule, hosted("log-review: none")), "warning activities");
  });

  it("leaves security to the finding that nobody answers for it, where that stands", () => {
    const text = file(
      "posts: { ceo: { heldBy: Ann Ode }, ciso: none }\nproviders: none\nactivities: { security: none, security-policy: { accountable: none }, patching: none }",
    );
    assert.equal(judged("security-unowned", text), "warning posts");
    assert.deepEqual(said(rule, text), ["warning activities: Nobody is charged with patching."]);
    assert.equal(judged("no-accountable", text), "silent");
    assert.deepEqual(only("security-unowned", text).absorbed.toSorted(), ["activity-not-done", "no-accountable"]);
    const alone = file("posts: { ciso: none }\nproviders: none\nactivities: { security: none }");
    assert.equal(judged(rule, alone), "silent");
    assert.equal(isJudged("security: { accountable: ceo }, security-policy: none"), "warning activities");
  });

  it("looks at restore tests where backups are made", () => {
    assert.equal(isJudged("restore-test: none, backup-run: { responsible: it-manager }"), "warning activities");
    assert.equal(isJudged("restore-test: none", "providers: { x: { services: [backup] } }"), "warning activities");
    assert.equal(
      inFull(only(rule, file("activities: { restore-test: none, backup-run: none }")).says),
      "Nobody is charged with backups.",
    );
    assert.equal(isJudged("restore-test: none, backup-run: { responsible: none }"), "silent");
    assert.equal(isJudged("restore-test: none"), "asks activities.backup-run");
  });

  it("names what a complete list leaves out as well", () => {
    const done = [...grave, ...lesser].filter((id) => id !== "incident-response" && id !== "it-budget");
    const others = [...done, "restore-test"].map((id) => `${id}: { accountable: ceo }`).join(", ");
    const complete = "coverage: { activities: complete }";
    assert.equal(isJudged(`${others}, incident-response: { accountable: ceo }`, complete), "info activities");
    const finding = only(rule, file(`activities: { ${others} }\n${complete}`));
    assert.equal(inFull(finding.says), "Nobody is charged with incident response or IT budget.");
    assert.equal(finding.severity, "warning");
    assert.equal(isJudged(`${others}, incident-response: none`, complete), "warning activities");
    assert.equal(
      isJudged(`${others}, incident-response: { accountable: ceo }, it-budget: not-asked`, complete),
      "silent",
    );
    const firms = "providers: none";
    assert.equal(
      only(rule, file(`${complete}\n${firms}`))
        .parts.map(placeToString)
        .includes("activities.contract-management"),
      false,
    );
    assert.equal(only(rule, file(complete)).parts.map(placeToString).includes("activities.contract-management"), true);
  });

  it("leaves out what somebody does under a name of its own", () => {
    assert.equal(isJudged("it-strategy: none, group-strategy: { activity: it-strategy, accountable: ceo }"), "silent");
    const north = "north-strategy: { activity: it-strategy, unit: north, accountable: ceo }";
    assert.equal(isJudged(`it-strategy: none, ${north}`, group), "info activities");
  });

  it("assigns each to whoever has it as a rule, and never to a provider's people", () => {
    const fixes = (posts: string, activity: string, rest = "") => {
      const text = file(`posts: { ${posts} }\nactivities: { ${activity}: none }\n${rest}`);
      tryRemedies(rule, text);
      return titles(only(rule, text).fixes)[0];
    };
    const posts = "ceo: { heldBy: Ann Ode }, cio: { heldBy: Bo Li }, ciso: { heldBy: Eve Roy }";
    const to = (who: string, what: string) => `Make the ${who} responsible and accountable for ${what}`;
    assert.equal(fixes(posts, "incident-response"), to("CISO", "incident response"));
    assert.equal(fixes(posts, "it-budget"), to("CIO", "IT budget"));
    assert.equal(fixes(posts, "risk-acceptance"), to("CEO", "risk acceptance"));
    const outside = "people: { Eve Roy: { employedBy: x } }\nproviders: { x: { services: [ciso] } }";
    assert.equal(fixes(posts, "incident-response", outside), to("CIO", "incident response"));
    assert.equal(fixes("cio: vacant", "it-budget"), to("CEO", "IT budget"));
    assert.deepEqual(
      titles(only(rule, file("posts: { ceo: none, cio: vacant }\nactivities: { it-budget: none }")).fixes),
      [],
    );
    const all = file(`posts: { ${posts} }\ncoverage: { activities: complete }`);
    tryRemedies(rule, all);
    const some = file(
      `posts: { ${posts} }\nactivities: { incident-response: none, it-budget: none, risk-acceptance: none }`,
    );
    tryRemedies(rule, some);
    assert.deepEqual(titles(only(rule, some).fixes), ["Share all of them out to the CISO, the CEO and the CIO"]);
  });
});
