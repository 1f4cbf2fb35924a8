import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type Fix,
  type Found,
  type Org,
  type Post,
  type Role,
  rule,
  type Truth,
  type Verdict,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const rivalItLeaders = rule({
  id: "rival-it-leaders",
  category: "gap",
  severity: "info",
  title: "Two leaders of IT and nobody above both",
  reportTitle: "Two posts of the same rank lead IT, and no post in IT stands above both",
  why: "Two leaders of equal rank each build what their own part needs. Without somebody in IT above both, systems that should fit together grow apart, and whoever settles their differences knows neither side's work.",
  reason: "Nobody who knows both sides can settle what should be one and the same for both.",
  rests: ["S1-40", "S1-42"],
  note: "It compares posts of one role within one unit, and only where both are held by different people and both lines are known to the top. That IT strategy and IT budget have nobody accountable makes it a warning. The sources describe the layers; that two heads without a common layer become rivals is our conclusion.",
  remedies: ["report-to-<post>", "let-<post>-report-to-<post>", "let-both-report-to-<post>", "add-post-<post>"],
  avoid: "Two IT directors report to two departments, and their lines meet in no post that leads IT.",
  prefer: "One reports to the other, or both report to one leader of IT.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  coo: { heldBy: Gil Roe, reportsTo: ceo }
  office-it: { role: it-director, heldBy: Bo Li, reportsTo: cfo, level: [strategic, tactical] }
  plant-it: { role: it-director, heldBy: Cy Ho, reportsTo: coo, level: [tactical] }
  #^^^^^^^ 💡 info: rival-it-leaders
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  coo: { heldBy: Gil Roe, reportsTo: ceo }
  office-it: { role: it-director, heldBy: Bo Li, reportsTo: cfo, level: [strategic, tactical] }
  plant-it: { role: it-director, heldBy: Cy Ho, reportsTo: office-it, level: [tactical] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Ann Ode, reportsTo: ceo }
  office-it: { role: it-director, heldBy: Bo Li, reportsTo: cio, level: [tactical] }
  plant-it: { role: it-director, heldBy: Cy Ho, reportsTo: cio, level: [tactical] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cfo: { heldBy: Ann Ode, reportsTo: ceo }
  office-it: { role: it-director, heldBy: Bo Li, reportsTo: cfo, level: [strategic, tactical] }
  plant-it: { role: it-director, heldBy: Cy Ho, reportsTo: not-asked, level: [tactical] }
`,
  },
  *check({ org }) {
    for (const role of ask.itLeadershipRoles) {
      const posts = org.posts(role).filter((post) => ask.held(post) !== "no" && post.unit.is !== "unknown");
      for (const unit of new Set(posts.map(ask.unitOf)))
        yield* compare(
          org,
          posts.filter((post) => ask.unitOf(post) === unit).map((post) => placed(org, post)),
        );
    }
  },
});

/** A leader, and where the line leads. Two lines meet in a post of IT if, and only if, they have the same apex. */
interface Placed {
  readonly post: Post;
  /** The topmost post of IT in its line, which may be the post itself. */
  readonly apex: Post;
  /** Posts in its line of which it cannot be told whether they are of IT. */
  readonly unsure: ReadonlyMap<Post, Truth>;
  /** What would settle who it is, and where its line ends; `no` where both are known. */
  readonly open: Truth;
}

function placed(org: Org, post: Post): Placed {
  const { steps, end } = ask.lineOf(org, post);
  const posts = steps.filter((step) => step.entity === "post");
  const judged = posts.map((step) => [step, ofIt(org, step)] as const);
  const apex = judged.findLast(([, truth]) => truth === "yes")?.[0] ?? post;
  const unsure = new Map(judged.filter(([, truth]) => fact.isCannotTell(truth)));
  // What stands above the head of the organization is not asked: no line leads back to IT from there.
  const line = posts.some(ask.isTop) || typeof end !== "object" ? "no" : end;
  const holder = ask.held(post);
  return { post, apex, unsure, open: fact.any(fact.isCannotTell(holder) ? holder : "no", line) };
}

const ofIt = (org: Org, post: Post): Truth =>
  ask.roleOf(post) === "cto" ? ask.worksInIt(org, post) : ask.inRole(post, ask.itLeadershipRoles);

/** Each leader with those before it in the file, one for each apex: below the same apex there are no rivals. */
function* compare(org: Org, leaders: readonly Placed[]): Iterable<Verdict> {
  const before = new Map<Post, Placed>();
  for (const leader of leaders) {
    const others = [...before.values()].filter(({ apex }) => apex !== leader.apex);
    const known = leader.open === "no" ? others.filter(({ open }) => open === "no") : [];
    const rival = known.find((other) => competes(org, leader, other) === "yes");
    const [other] = [rival, ...known, ...others].filter((one) => one !== undefined);
    yield verdict(leader.post.at, other ? competes(org, leader, other) : "no", () => {
      const rivals = known.filter((one) => competes(org, leader, one) === "yes");
      return found(org, leader.post, rival!.post, rivals.length);
    });
    if (!before.has(leader.apex)) before.set(leader.apex, leader);
  }
}

function competes(org: Org, one: Placed, other: Placed): Truth {
  const isShared = [...one.unsure].flatMap(([post, truth]) => (other.unsure.has(post) ? [truth] : []));
  return fact.all(
    fact.not(ask.shareHolder(org, one.post, other.post)),
    fact.not(fact.any(...isShared, one.open, other.open)),
  );
}

function found(org: Org, later: Post, rival: Post, rivals: number): Found {
  const role = org.knowledge.format.titleOf("role", ask.roleOf(later)!);
  const scope = ask.scopeOf(org, later);
  const isUnowned = fact.all(scope.withoutAccountable("it-strategy"), scope.withoutAccountable("it-budget")) === "yes";
  const worse = isUnowned ? ", and nobody is accountable for the strategy or the budget of IT" : "";
  return {
    says: say.words`${say.sentence(say.thePost(rival))} and ${say.thePost(later)} hold the rank of ${role}, and no post in IT stands above both${worse}.`,
    severity: isUnowned ? "warning" : "info",
    related: [{ at: rival.at, says: `also holds the rank of ${role}` }],
    fixes: remedies(org, later, rival).map((one) =>
      rivals === 1 ? one : mend.firstStep(one.does, say.words`First step: ${say.inSentence(one.title)}`, one.changes),
    ),
  };
}

const roleAbove: Partial<Record<Role, Role>> = {
  "it-manager": "it-director",
  "it-director": "cio",
  "cto-internal": "cio",
};

function remedies(org: Org, later: Post, rival: Post): Fix[] {
  const report = (post: Post, id: string) => mend.set(at(post, "reportsTo"), id);
  const direct = mend.fix(
    mend.does("report-to-<post>", rival.id),
    say.words`Let ${say.thePost(later)} report to ${say.thePost(rival)}`,
    [report(later, rival.id)],
  );
  const role = roleAbove[ask.roleOf(later)!];
  if (!role) return [direct];
  const both = [rival, later];
  const stepsOf = (post: Post) => ask.lineOf(org, post).steps;
  const above = ask
    .scopeOf(org, later)
    .posts(role)
    .find((post) => !stepsOf(post).some((step) => step === later || step === rival));
  if (above) {
    const outside = both.filter((post) => !stepsOf(post).includes(above));
    const who = outside.length > 1 ? say.words`both ${say.listOf(outside.map(say.thePost))}` : say.thePost(outside[0]!);
    const moves = outside.map((post) => report(post, above.id));
    const line =
      outside.length > 1
        ? mend.does("let-both-report-to-<post>", above.id)
        : outside[0] === later
          ? mend.does("report-to-<post>", above.id)
          : mend.does("let-<post>-report-to-<post>", outside[0]!.id, above.id);
    return [direct, mend.fix(line, say.words`Let ${who} report to ${say.thePost(above)}`, moves)];
  }
  const superior = ask.commonSuperior(org, later, rival).post?.id ?? ask.headOf(org, later)?.id;
  const { id, change } = mend.newPost(ask.scopeOf(org, later), role, superior ? { reportsTo: superior } : {});
  const moves = both.map((post) => report(post, id));
  return [
    direct,
    mend.fix(
      mend.does("add-post-<post>", id),
      `Add a vacant ${org.knowledge.format.titleOf("role", role)} post above both`,
      [...moves, change],
    ),
  ];
}
