import type { ActivityId } from "../knowledge/catalogues.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Fix,
  type Found,
  type Org,
  type Place,
  rule,
  type Severity,
  type Top,
  type Truth,
  verdict,
} from "./rule.ts";
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
  note: "It looks at what every organization needs, and says nothing about other activities. What nobody can recover from without it is a warning: security as a whole, its policy, incidents, backups and the test of them, recovery, patches, holes, logs, and the access of people who left; the rest is information. Below 50 people only security, incidents, backups, patches and the access of people who left are warnings. Where nobody works in IT and everything runs at providers, patches and recovery are asked about. All of it is one finding with a part for each activity; where the list of activities is complete, what it leaves out counts too.",
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
#^^^^^^^^^ 💡 warning: activity-not-done
  restore-test: none
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
  crane-inspection: none
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
    const judged = tasks.map((task) => ({ task, truth: ofTask(org, task) }));
    for (const { task, truth } of judged)
      for (const entry of org.activities(task.id))
        if (truth !== "yes") yield verdict(entry.at, fact.all(fact.not(entry.exists), truth), () => ({ says: "" }));
    const gaps = judged.filter(({ truth }) => truth === "yes").map(({ task }) => ({ task, at: placeOf(org, task) }));
    if (gaps.length === 0) return;
    yield {
      at: ["activities"],
      violated: "yes",
      parts: gaps.map(({ task, at }) => ({ at, says: `nobody is charged with ${nameOf(org, task)}` })),
      found: (parts) => {
        const told = new Set(parts.map(({ at }) => say.placeToString(at)));
        return describe(
          org,
          gaps.filter(({ at }) => told.has(say.placeToString(at))).map(({ task }) => task),
        );
      },
    };
  },
});

/** What is written of it, which says that nobody does it; what a complete list leaves out has no place of its own. */
const placeOf = (org: Org, { id }: Task): Place => org.whole.activities(id)[0]?.at ?? ["activities", id];

function describe(org: Org, gaps: readonly Task[]): Found {
  const [first] = gaps;
  return {
    says: `Nobody is charged with ${listed(gaps.map((task) => nameOf(org, task)))}.`,
    reason: gaps.length === 1 && first ? first.without : "That leaves it to chance.",
    severity: strongestOf(gaps.map((task) => severityOf(org, task))),
    cases: casesOf(org, gaps),
    fixes: assign(org, gaps),
  };
}

/** The gravest six by name; who reads it aloud does not get further. */
function listed(names: readonly string[]): string {
  const most = 6;
  const rest = names.length - most;
  return say.listOf(rest > 1 ? [...names.slice(0, most), `${rest} others`] : names, rest > 1 ? "and" : "or");
}

const strongestOf = (severities: readonly Severity[]): Severity =>
  severities.includes("warning") ? "warning" : "info";

/** In a small organization only what nobody can do without. */
const severityOf = (org: Org, { severity, inSmall }: Task): Severity =>
  org.small() === "yes" && !inSmall ? "info" : severity;

/** Not done, where there is anything to do; of a firm without systems of its own it is asked what others do for it. */
function ofTask(org: Org, task: Task): Truth {
  const isWithoutFirms = org.isComplete("providers") && org.data.providers.size === 0;
  if (task.onProviders && isWithoutFirms) return "no";
  const notDone = undone(org, task);
  if (notDone !== "yes" || !task.onOwnSystems || !ownsNoSystems(org)) return notDone;
  const question = `Who handles ${nameOf(org, task)} of what runs at your providers?`;
  return { ...fact.cannotTell({ at: ["activities", task.id], why: "absent", question }), grounded: true };
}

/** Nobody works in IT, and what runs, runs at providers. */
function ownsNoSystems(org: Org): boolean {
  const isHosted = [...org.data.providers.values()].some(({ services }) =>
    fact.itemsOf(services).some((one) => one === "hosting" || one === "cloud-platform"),
  );
  return isHosted && fact.given(org.data.organization.itHeadcount)?.max === 0;
}

/** A framework may speak of security alone. */
const casesOf = ({ knowledge }: Org, absent: readonly Task[]): string[] =>
  absent.some(({ id }) => knowledge.activities.security.includes(id)) ? ["security"] : [];

interface Task {
  readonly id: ActivityId;
  readonly severity: Severity;
  /** As grave in a small organization. */
  readonly inSmall?: true;
  /** Makes sense where outside firms work. */
  readonly onProviders?: true;
  /** Makes sense where systems of one's own are run. */
  readonly onOwnSystems?: true;
  /** What follows where nobody does it. */
  readonly without: string;
}

/** The gravest first. */
const tasks: readonly Task[] = [
  {
    id: "security",
    severity: "warning",
    inSmall: true,
    without: "Nobody then weighs what protecting systems and data is worth.",
  },
  {
    id: "security-policy",
    severity: "warning",
    without: "Everybody then decides alone what is allowed.",
  },
  {
    id: "incident-response",
    severity: "warning",
    inSmall: true,
    without: "An incident then finds everybody unprepared.",
  },
  {
    id: "backup-run",
    severity: "warning",
    inSmall: true,
    without: "Whatever is lost or encrypted is then lost for good.",
  },
  {
    id: "restore-test",
    severity: "warning",
    without: "Whether a backup can be restored then shows only when it is needed.",
  },
  {
    id: "disaster-recovery",
    severity: "warning",
    onOwnSystems: true,
    without: "How systems are brought back is then found out during the outage.",
  },
  {
    id: "patching",
    severity: "warning",
    inSmall: true,
    onOwnSystems: true,
    without: "Holes that everybody knows of then stay open to whoever tries them.",
  },
  {
    id: "vulnerability-management",
    severity: "warning",
    without: "Which holes there are is then found out by whoever comes through them.",
  },
  {
    id: "access-revoke",
    severity: "warning",
    inSmall: true,
    without: "People who left can then still come in.",
  },
  {
    id: "log-review",
    severity: "warning",
    without: "Somebody in the systems then stays unseen.",
  },
  {
    id: "access-review",
    severity: "info",
    without: "People then keep rights that their work no longer needs.",
  },
  {
    id: "risk-acceptance",
    severity: "info",
    without: "Risks are then taken without anybody having decided to.",
  },
  {
    id: "ict-risk",
    severity: "info",
    without: "Nobody then says which risks there are to decide on.",
  },
  {
    id: "it-strategy",
    severity: "info",
    without: "What IT is to become is then decided one project at a time.",
  },
  {
    id: "it-budget",
    severity: "info",
    without: "What IT may cost is then decided one bill at a time.",
  },
  {
    id: "business-continuity",
    severity: "info",
    without: "How to work without the systems is then found out during the outage.",
  },
  {
    id: "monitoring",
    severity: "info",
    without: "The users then are the first to notice an outage.",
  },
  {
    id: "security-operations",
    severity: "info",
    without: "An attack then goes on until it can be felt.",
  },
  {
    id: "change-approve",
    severity: "info",
    without: "What goes live is then decided by whoever can put it there.",
  },
  {
    id: "third-party-ict-monitoring",
    severity: "info",
    onProviders: true,
    without: "What providers do badly then shows only when it fails.",
  },
  {
    id: "contract-management",
    severity: "info",
    onProviders: true,
    without: "Contracts then renew themselves, and nobody holds anybody to them.",
  },
  {
    id: "data-protection-monitoring",
    severity: "info",
    without: "What becomes of personal data is then known to nobody.",
  },
  {
    id: "ai-governance",
    severity: "info",
    without: "Everybody then decides alone what may be given to an AI.",
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
  if (known.length === 0) return [];
  const changes = gaps.flatMap(({ id }, i) => {
    const owner = owners[i];
    return owner ? [mend.set(["activities", id], { responsible: [owner.id], accountable: owner.id })] : [];
  });
  const names = say.listOf(say.distinctWords(known.map((owner) => owner.name)));
  const title =
    gaps.length === 1
      ? say.words`Make ${names} responsible and accountable for ${nameOf(org, gaps[0]!)}`
      : say.words`Share ${known.length < gaps.length ? "them" : "all of them"} out to ${names}`;
  const effect =
    gaps.length === 1 && known.length === 1
      ? mend.does("make-accountable-and-responsible-<post>", known[0]!.id)
      : mend.does("share-out-duties");
  // What nobody in the file could take over stays undone.
  return [known.length < gaps.length ? mend.firstStep(effect, title, changes) : mend.fix(effect, title, changes)];
}

const ownerOf = (org: Org, { id }: Task): Top | undefined =>
  mend.candidates(org, { duty: id, as: "accountable" }).find(({ id: post }) => isInside(org, post));

/** Somebody of the organization's own is in the post, or heads the organization as far as the file says. */
function isInside(org: Org, id: string): boolean {
  const post = org.data.posts.get(id);
  return !post?.written || ask.held(post) === "yes";
}
