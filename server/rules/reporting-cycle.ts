import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, rule, type Sayable, type Superior, type Team, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const reportingCycle = rule({
  id: "reporting-cycle",
  category: "format",
  severity: "error",
  title: "Reporting line in a circle",
  reportTitle: "A reporting line runs in a circle",
  why: "Whoever follows the line upwards must come to somebody who answers for the whole. In a circle nobody does, and every check that walks the line ends without an answer. Nearly always one of the lines was written down wrongly.",
  reason: "Such a line never reaches anybody who answers for the whole.",
  rests: [],
  note: "A post that reports to itself is a circle of one. Lines through committees count, and so do teams that are parts of one another.",
  mends: "record",
  remedies: ["set-line-aside", "report-to-<post>"],
  avoid: "Two posts that report to each other, directly or by way of others.",
  prefer: "Lines that end at the board, the owner or the head of the organization.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  coo: { heldBy: Bo Li, reportsTo: cfo }
  #                                ^^^ 💡 error: reporting-cycle
  cfo: { heldBy: Cy Ho, reportsTo: coo }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  coo: { heldBy: Bo Li, x-reportsTo: cfo }
  cfo: { heldBy: Cy Ho, reportsTo: coo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Bo Li, reportsTo: ceo, dottedLineTo: [cfo] }
  cfo: { heldBy: Cy Ho, reportsTo: ceo, dottedLineTo: [coo] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  coo: { heldBy: Bo Li, reportsTo: cfo }
  cfo: { heldBy: Cy Ho, reportsTo: unknown }
`,
  },
  *check({ org }) {
    const superiors = [...org.data.posts.values(), ...org.data.committees.values()];
    for (const circle of circlesOf<Superior>(superiors, (one) => superiorOf(org, one))) {
      const [first, ...others] = circle as [Superior, ...Superior[]];
      yield verdict(at(first, "reportsTo"), "yes", () => ({
        says: describe(org, circle),
        related: others.map((one) => ({
          at: at(one, "reportsTo"),
          says: say.words`${say.sentence(nameOf(one))} is in the circle`,
        })),
        fixes: waysOut(org, first, circle),
      }));
    }
    for (const circle of teamCircles(org)) {
      const [first, ...others] = circle as [Team, ...Team[]];
      yield verdict(at(first, "parent"), "yes", () => ({
        says: describeTeams(org, circle),
        reason: "No team is a part of itself.",
        related: others.map((one) => ({ at: at(one, "parent"), says: `the ${say.teamName(one.id)} is in the circle` })),
        fixes: [
          mend.fix(
            mend.does("set-line-aside"),
            `Record that the ${say.teamName(first.id)} is no part of ${others.length === 0 ? "itself" : `the ${say.teamName(parentOf(org, first)!.id)}`}`,
            [mend.rename(at(first, "parent"), "x-parent")],
          ),
        ],
      }));
    }
  },
});

const parentOf = (org: Org, team: Team): Team | undefined => {
  const ref = fact.given(team.parent);
  return ref?.to === "team" ? org.data.teams.get(ref.id) : undefined;
};

/** The same of teams that are parts of one another. */
const teamCircles = (org: Org): Team[][] => circlesOf([...org.data.teams.values()], (team) => parentOf(org, team));

function describeTeams(org: Org, circle: readonly Team[]): string {
  const [first] = circle as [Team];
  if (circle.length === 1) return `The ${say.teamName(first.id)} is a part of itself.`;
  const steps = circle.slice(0, 3).map((one, i) => {
    const verb = i === 0 ? " is a part of" : " of";
    return `the ${say.teamName(one.id)}${verb} the ${say.teamName(parentOf(org, one)!.id)}`;
  });
  const rest = circle.length - steps.length;
  return `Teams are parts of one another in a circle: ${rest > 0 ? `${steps.join(", ")}, and so on through ${rest} more` : say.listOf(steps)}.`;
}

/** Every circle once, beginning with its first entry in the file. Each entry is walked over only once. */
function circlesOf<T>(order: readonly T[], above: (one: T) => T | undefined): T[][] {
  const position = new Map<T, number>(order.map((one, index) => [one, index]));
  const walkOf = new Map<T, T>();
  const circles: T[][] = [];
  for (const start of order) {
    const path: T[] = [];
    let next: T | undefined = start;
    while (next && !walkOf.has(next)) {
      walkOf.set(next, start);
      path.push(next);
      next = above(next);
    }
    if (!next || walkOf.get(next) !== start) continue;
    const circle = path.slice(path.indexOf(next));
    const first = circle.reduce((a, b) => (position.get(a)! <= position.get(b)! ? a : b));
    const cut = circle.indexOf(first);
    circles.push([...circle.slice(cut), ...circle.slice(0, cut)]);
  }
  return circles;
}

function superiorOf(org: Org, one: Superior): Superior | undefined {
  const ref = fact.given(one.reportsTo);
  return ref && ask.superiorAt(org, ref);
}

const nameOf = (one: Superior): Sayable => (one.entity === "post" ? say.thePost(one) : `the ${say.committeeName(one)}`);

function describe(org: Org, circle: readonly Superior[]): Sayable {
  const [first] = circle as [Superior];
  if (circle.length === 1) return say.words`${say.sentence(nameOf(first))} reports to itself.`;
  const steps: Sayable[] = circle.slice(0, 3).map((one, i) => {
    const verb = i === 0 ? " reports" : "";
    return say.words`${nameOf(one)}${verb} to ${nameOf(superiorOf(org, one)!)}`;
  });
  const rest = circle.length - steps.length;
  if (rest > 0) steps.push(`and so on through ${rest} more`);
  const told = rest > 0 ? say.joinedBy(steps, ", ") : say.listOf(steps);
  return say.words`The reporting line runs in a circle: ${told}.`;
}

function waysOut(org: Org, first: Superior, circle: readonly Superior[]): Fix[] {
  const place = at(first, "reportsTo");
  const superior = superiorOf(org, first)!;
  const owner = org.posts("owner").find((post) => post.written && !circle.includes(post) && !superiorOf(org, post));
  const hasBoard = [...org.data.committees.values()].some((one) => fact.given(one.type) === "board");
  const top =
    owner && !hasBoard
      ? mend.fix(
          mend.does("report-to-<post>", owner.id),
          say.words`Record that ${nameOf(first)} reports to the owner`,
          [mend.set(place, owner.id)],
        )
      : mend.fix(mend.does("report-to-<post>", "board"), say.words`Record that ${nameOf(first)} reports to the board`, [
          mend.set(place, "board"),
        ]);
  const target = superior === first ? "itself" : nameOf(superior);
  return [
    mend.fix(mend.does("set-line-aside"), say.words`Record that ${nameOf(first)} does not report to ${target}`, [
      mend.rename(place, "x-reportsTo"),
    ]),
    top,
  ];
}
