import type { ActivityId } from "../knowledge/catalogues.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Fix, type Org, rule, type Severity, type Top, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const activityNotDone = rule({
  id: "activity-not-done",
  category: "gap",
  severity: "info",
  title: "Nobody does an activity that needs somebody",
  reportTitle: "Tasks of governance and security that no post is charged with",
  why: "Some tasks are missed only when it is too late: who acts in an incident, whether a backup can be restored, who may decide to live with a risk. They need little time, but somebody has to be charged with them beforehand.",
  reason: "What nobody is charged with is left to chance.",
  rests: ["csf-gv-rr", "practice"],
  note: "It looks at nine activities and says nothing about the others. Security as a whole, its policy, the response to incidents, and the test of backups that are made are warnings; the others are information. Where the list of activities is complete, those that it leaves out are one finding.",
  remedies: ["make-accountable-and-responsible-<post>", "share-out-duties"],
  avoid: "It was asked who does an activity that every organization needs, and the answer was nobody.",
  prefer: "Each such activity has somebody who does it and somebody who answers for it, even if both are one.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
activities:
  restore-test: none
  #^^^^^^^^^^^ 💡 warning: activity-not-done
  patching: none
providers:
  datafort: { name: Datafort, services: [backup] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
activities:
  restore-test: { responsible: [it-manager], accountable: it-manager }
  patching: none
providers:
  datafort: { name: Datafort, services: [backup] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
activities:
  restore-test: { responsible: [it-manager], accountable: it-manager }
  incident-response: { responsible: [it-manager, Cy Ho], accountable: ceo }
  patching: none
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
activities:
  restore-test: none
  incident-response: not-asked
`,
  },
  *check({ org }) {
    for (const task of tasks)
      for (const entry of org.activities(task.id))
        yield verdict(entry.at, fact.all(fact.not(entry.exists), undone(org, task)), () => ({
          says: `Nobody is charged with ${nameOf(org, task)}.`,
          reason: task.without,
          severity: task.severity,
          cases: casesOf(org, [task]),
          fixes: assign(org, [task]),
        }));
    const absent = tasks.filter((task) => org.activities(task.id).length === 0 && undone(org, task) === "yes");
    if (absent.length === 0) return;
    yield verdict(["activities"], "yes", () => ({
      says: `Nobody is charged with ${say.listOf(
        absent.map((task) => nameOf(org, task)),
        "or",
      )}.`,
      reason: "That leaves it to chance.",
      severity: absent.some((task) => task.severity === "warning") ? "warning" : "info",
      cases: casesOf(org, absent),
      fixes: assign(org, absent),
    }));
  },
});

/** A framework may speak of security alone. */
const casesOf = ({ knowledge }: Org, absent: readonly Task[]): string[] =>
  absent.some(({ id }) => knowledge.activities.security.includes(id)) ? ["security"] : [];

interface Task {
  readonly id: ActivityId;
  readonly severity: Severity;
  /** What follows where nobody does it. */
  readonly without: string;
  /** Whose it is as a rule; risks and outages concern more than IT. */
  readonly of: "security" | "it" | "top";
}

const tasks: readonly Task[] = [
  {
    id: "security",
    severity: "warning",
    of: "security",
    without: "Nobody then weighs what protecting systems and data is worth.",
  },
  {
    id: "security-policy",
    severity: "warning",
    of: "security",
    without: "Everybody then decides alone what is allowed.",
  },
  {
    id: "incident-response",
    severity: "warning",
    of: "security",
    without: "An incident then finds everybody unprepared.",
  },
  {
    id: "restore-test",
    severity: "warning",
    of: "it",
    without: "Whether a backup can be restored then shows only when it is needed.",
  },
  {
    id: "access-review",
    severity: "info",
    of: "security",
    without: "People then keep rights that their work no longer needs.",
  },
  {
    id: "risk-acceptance",
    severity: "info",
    of: "top",
    without: "Risks are then taken without anybody having decided to.",
  },
  {
    id: "it-strategy",
    severity: "info",
    of: "it",
    without: "What IT is to become is then decided one project at a time.",
  },
  { id: "it-budget", severity: "info", of: "it", without: "What IT may cost is then decided one bill at a time." },
  {
    id: "business-continuity",
    severity: "info",
    of: "top",
    without: "How to work without the systems is then found out during the outage.",
  },
];

const nameOf = ({ knowledge }: Org, { id }: Task): string => say.inSentence(knowledge.format.titleOf("activityId", id));

/** Nobody does it for the organization as a whole; a restore is tested only where backups are made. */
function undone(org: Org, { id }: Task): Truth {
  const notDone = org.whole.notDone(id);
  return id === "restore-test" ? fact.allInTurn(notDone, backupsMade(org)) : notDone;
}

function backupsMade(org: Org): Truth {
  const entries = org.activities("backup-run");
  if (entries.length === 0) return fact.not(org.whole.notDone("backup-run"));
  return fact.some(entries, (entry) =>
    fact.all(entry.exists, fact.lacking(entry.responsible) === "yes" ? "no" : "yes"),
  );
}

/** Each to whoever has it as a rule, else to the head of the organization. */
function assign(org: Org, gaps: readonly Task[]): Fix[] {
  const owners = gaps.map((task) => ownerOf(org, task));
  const known = owners.filter((owner) => owner !== undefined);
  if (known.length < gaps.length) return [];
  const changes = gaps.map(({ id }, i) =>
    mend.set(["activities", id], { responsible: [known[i]!.id], accountable: known[i]!.id }),
  );
  const names = say.listOf(say.distinctWords(known.map((owner) => owner.name)));
  const title =
    gaps.length === 1
      ? say.words`Make ${names} responsible and accountable for ${nameOf(org, gaps[0]!)}`
      : say.words`Share all of them out to ${names}`;
  const effect =
    gaps.length === 1 && known.length === 1
      ? mend.does("make-accountable-and-responsible-<post>", known[0]!.id)
      : mend.does("share-out-duties");
  return [mend.fix(effect, title, changes)];
}

const ownerOf = (org: Org, { id }: Task): Top | undefined =>
  mend.candidates(org, { duty: id, as: "accountable" }).find(({ id: post }) => isInside(org, post));

/** Somebody of the organization's own is in the post, or heads the organization as far as the file says. */
function isInside(org: Org, id: string): boolean {
  const post = org.data.posts.get(id);
  return !post?.written || ask.held(post) === "yes";
}
