import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Post, rule, type Sayable, type Scope, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const noStrategicLevel = rule({
  id: "no-strategic-level",
  category: "gap",
  severity: "info",
  basic: ["it-leader", "headcount"],
  title: "Nobody leads IT at the strategic level",
  reportTitle: "IT is led, but nobody sets its long-term direction",
  why: "Keeping systems running and deciding where they should take the organization are two different jobs. Where nobody does the second, IT follows its own taste in technology, and what it is good at drifts away from what the organization needs.",
  reason: "What IT builds may then drift away from what the organization needs.",
  rests: ["S0-12", "S0-06", "S1-30", "S3-20"],
  note: "A held CIO covers strategy; so does an IT leader, or a vCIO, whose declared level includes it (S2-02: director and CIO can at times be the same kind of person). One reader holds that the two posts never differ (S0-C11). From 250 people on, the finding is a warning. The sources that recommend a vCIO sell one.",
  absorbs: ["no-governance-training"],
  remedies: ["add-post-<post>", "add-level-<item>-to-<post>", "add-provider-<provider>"],
  avoid:
    "IT has a leader, there is no CIO in office, and neither an IT leader nor a vCIO works at the strategic level.",
  prefer: "A CIO, an IT leader with time for it, or an outside adviser sets the long-term direction.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cio: none
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [tactical] }
  #^^^^^^^^^^ 💡 info: no-strategic-level
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational] }
providers:
  datafort: { name: Datafort, services: [hosting] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cio: none
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [tactical] }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational] }
providers:
  datafort: { name: Datafort, services: [hosting] }
  vcio: { services: [vcio], levels: [strategic] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cio: none
  it-director: { heldBy: Bo Li, reportsTo: ceo, level: [strategic, tactical] }
  it-manager: { heldBy: Cy Ho, reportsTo: it-director, level: [operational] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  cio: none
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  datafort: { name: Datafort, services: [hosting] }
`,
  },
  *check({ org }) {
    for (const scope of org.scopes()) {
      const head = ask.headOfIt(scope).post;
      const violated = fact.all(ask.itLed(scope), scope.noneOrVacant("cio"), fact.not(ask.strategyCovered(scope)));
      yield verdict(scope.unit || !head ? scope.at : head.at, violated, () => ({
        says: says(scope, head),
        severity: org.large() === "yes" ? "warning" : "info",
        related: scope.unit && head ? [{ at: head.at, says: "is the highest post in IT here" }] : [],
        covers: head ? [head.at] : [],
        fixes: head ? remedies(scope, head) : [],
      }));
    }
  },
});

function says(scope: Scope, head: Post | undefined): Sayable {
  const cio = scope.posts("cio").length > 0 ? "the CIO post is vacant" : "there is no CIO";
  const names = head && say.holderNames(scope.org, head);
  const leader = head
    ? say.words`${say.sentence(say.thePost(head))}${names ? say.aside(say.words`, ${names},`) : ""} leads IT`
    : "IT has a leader";
  return say.words`${leader}${scope.unit ? ` in ${scope.name}` : ""}, ${cio}, and nobody works at the strategic level.`;
}

function remedies(scope: Scope, head: Post): Fix[] {
  const levels = fact.given(head.level);
  const corrected = mend.fix(
    mend.does("add-level-<item>-to-<post>", "strategic", head.id),
    say.words`Correct the record: ${say.thePost(head)} works at the strategic level too`,
    [mend.add(at(head, "level"), "strategic")],
    { advice: say.words`Let ${say.thePost(head)} work at the strategic level too` },
  );
  return [
    ...mend.outsideVcio(scope, ["strategic"]),
    ...(levels ? [corrected] : []),
    ...mend.firstStepVacant(scope, "cio"),
  ];
}
