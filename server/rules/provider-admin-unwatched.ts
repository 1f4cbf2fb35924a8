import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Activity,
  at,
  type Fix,
  type Found,
  type Org,
  type Place,
  type Provider,
  type Ref,
  rule,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const providerAdminUnwatched = rule({
  id: "provider-admin-unwatched",
  category: "provider",
  severity: "warning",
  title: "Provider with full rights whom nobody watches",
  reportTitle: "Nobody inside looks at what an outside administrator does",
  why: "Whoever administers systems, access or databases can read, change and erase almost anything, the traces included. The logs are what is left to see it by, and they help only when somebody else reads them.",
  reason: "Nobody else would see what is done with rights under which almost anything can be done.",
  rests: ["nist-800-53-au-9", "iso-27002-5-3"],
  absorbs: ["duties-system-admin-log-review"],
  note: "Whether a firm that hosts systems administers them too is asked, unless the file says who does; a cloud platform does not. It stands at the first such activity of a provider; the others are shown beside it.",
  remedies: ["let-<post>-review-logs", "find-somebody"],
  avoid:
    "A provider administers systems, access or databases, and the logs are read by nobody, or by that provider alone.",
  prefer: "A post of the organization's own, or another firm, reviews the logs.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [implementation], overseenBy: ceo }
activities:
#^^^^^^^^^ 💡 warning: activity-not-done
  db-admin: { responsible: [provider:northwind] }
# ^^^^^^^^ 💡 warning: provider-admin-unwatched
  log-review: none
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [implementation], overseenBy: ceo }
activities:
  db-admin: { responsible: [provider:northwind] }
  log-review: { responsible: [ciso] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [hosting], overseenBy: ceo }
activities:
  log-review: { responsible: [ciso], accountable: ciso }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [hosting], overseenBy: ceo }
`,
  },
  *check({ org }) {
    const tasks = org.knowledge.activities.administrative.flatMap((id) => org.activities(id));
    // Whoever hosts systems may administer them or not, and only the client knows.
    const isTold = org.activities("system-admin").length > 0 || org.isComplete("activities");
    for (const provider of isTold ? [] : org.data.providers.values()) {
      const hosts = fact.all(
        provider.exists,
        fact.holds(provider.services, (ids) => ids.includes("hosting")),
      );
      const question = say.words`Who administers the systems at ${say.providerName(provider)}?`;
      if (hosts === "yes")
        yield verdict(provider.at, fact.missing(["activities", "system-admin"], question), () => ({ says: "" }));
    }
    if (tasks.length === 0) return;
    // Who does a task of which nobody is told may be any provider.
    const untold = tasks.map((task) => ({ task, truth: doneBy(task, (ref) => untoldHolder(org, ref)) }));
    const open = untold.filter(({ truth }) => truth !== "no");
    const anyOpen = fact.any("no", ...open.map(({ truth }) => truth));
    const openTasks = new Set(open.map(({ task }) => task));
    for (const provider of org.data.providers.values()) {
      const done = new Set(
        ask.dutiesOf(org, provider, org.knowledge.activities.administrative).map((one) => one.activity),
      );
      const cases = [...done].map((task) => ({ task, truth: unwatched(org, provider, task) }));
      const own = cases.filter(({ truth }) => truth === "yes").map(({ task }) => task);
      const isOpen = [...done].some((task) => openTasks.has(task));
      const others = isOpen ? open.filter(({ task }) => !done.has(task)) : open;
      const first = own[0] ?? cases.find(({ truth }) => truth !== "no")?.task ?? others[0]?.task;
      if (!first) continue;
      const otherwise = isOpen ? fact.any("no", ...others.map(({ truth }) => truth)) : anyOpen;
      const truth = fact.any(...cases.map((one) => one.truth), otherwise);
      yield verdict(placeOf(first, provider), fact.all(provider.exists, truth), () => describe(org, provider, own));
    }
  },
});

/** Whether a provider does an administrative task, and nobody else reads the logs of it. */
function unwatched(org: Org, provider: Provider, task: Activity): Truth {
  const reviewed = doneBy(task, (ref) => ask.ofProvider(org, ref, provider.id));
  if (reviewed !== "yes") return reviewed;
  const reviews = reviewsOf(org, task);
  const unread = fact.every(reviews, (review) =>
    fact.any(
      fact.not(review.exists),
      fact.lacking(review.responsible),
      fact.holds(review.responsible, (refs) => fact.every(refs, (ref) => ask.fromOutside(org, ref, provider.id))),
    ),
  );
  if (reviews.length > 0) return fact.all(reviewed, unread);
  return org.isComplete("activities") ? "yes" : fact.all(reviewed, fact.missing(["activities", "log-review"]));
}

/** Whether somebody of whom something holds is responsible for a task. */
const doneBy = (task: Activity, condition: (ref: Ref) => Truth): Truth =>
  fact.all(
    task.exists,
    fact.holds(task.responsible, (refs) => fact.some(refs, condition)),
  );

/** Cannot tell who is in a post of which nobody has said it. */
function untoldHolder(org: Org, ref: Ref): Truth {
  const heldBy = ask.handsOf(org, ref).post?.heldBy;
  return heldBy?.is === "unknown" ? fact.cannotTell({ at: heldBy.at, why: heldBy.why }) : "no";
}

const reviewsOf = (org: Org, task: Activity): Activity[] =>
  org.activities("log-review").filter((review) => ask.canMeet(task, review));

function describe(org: Org, provider: Provider, own: readonly Activity[]): Found {
  const reviews = [...new Set(own.flatMap((task) => reviewsOf(org, task)))];
  const isByItself = reviews.some(({ responsible }) => fact.itemsOf(responsible).length > 0);
  const tasks = say.listOf([...new Set(own.map((task) => say.inSentence(say.activityName(task))))]);
  const who = isByItself ? "nobody else reviews the logs" : "nobody reviews the logs";
  return {
    says: say.words`${say.providerName(provider)} is responsible for ${tasks}, and ${who}.`,
    related: [
      ...own.slice(1).map((task) => ({ at: placeOf(task, provider), says: "also in its hands" })),
      ...reviews.map((review) => ({ at: review.at, says: who })),
    ],
    covers: isByItself ? reviews.map((review) => review.at) : [],
    fixes: letInsideReview(org, own, reviews),
  };
}

/** What only a provider's services imply stands at those services. */
const placeOf = (activity: Activity, provider: Provider): Place =>
  activity.written
    ? activity.at
    : ask.placeOfShare({ activity, capacity: "responsible", index: 0, ref: { to: "provider", id: provider.id } });

/** Security, or a firm that watches over it already, where they have none of the work that the logs tell of. */
function letInsideReview(org: Org, own: readonly Activity[], reviews: readonly Activity[]): Fix[] {
  const done = own.flatMap((task) => fact.itemsOf(task.responsible));
  const administrators = org.knowledge.activities.administrative.flatMap((id) =>
    org.activities(id).map((one) => one.responsible),
  );
  const barred = [
    ...administrators.flatMap((refs) => fact.itemsOf(refs)),
    ...reviews.flatMap((review) => ask.barredFrom(org, review, "responsible")),
  ];
  const able = mend.candidates(org, { duty: "log-review", as: "responsible", stakes: done, taken: barred });
  if (able.length === 0) return [mend.findSomebody("review the logs")];
  return able.map((post) => {
    const changes = reviews.map((review) =>
      review.exists === "yes"
        ? mend.set(at(review, "responsible"), [post.id])
        : mend.set(review.at, { responsible: [post.id] }),
    );
    const added = mend.set(["activities", "log-review"], { responsible: [post.id] });
    return mend.fix(
      mend.does("let-<post>-review-logs", post.id),
      say.words`Let ${post.name} review the logs`,
      changes.length > 0 ? changes : [added],
    );
  });
}
