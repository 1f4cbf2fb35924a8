import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Fix, type Org, type Post, type Ref, type Role, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

const leadership: readonly (Role | undefined)[] = [
  "ceo",
  "cfo",
  "coo",
  "cro",
  "cio",
  "cto",
  "cto-internal",
  "ciso",
  "it-director",
  "it-manager",
  "dpo",
  "hipaa-security-official",
  "hipaa-privacy-official",
  "quebec-privacy-officer",
];
const most = 2;

export const overloadedLeader = rule({
  id: "overloaded-leader",
  category: "gap",
  severity: "info",
  title: "One person in three leadership posts or more",
  reportTitle: "Three or more posts of leadership are in one pair of hands",
  why: "Each of these posts comes with decisions that nobody else takes. Whoever holds three of them has to leave some for later, usually those that nobody asks for, and all three stand empty at once when that person is away.",
  reason: "Something is then left for later, and all of these posts are empty at once in an absence.",
  rests: ["S1-37", "S1-44"],
  ours: true,
  note: "It is a hint where one of the posts is filled for the time being. It counts posts at the head of the organization, of finance, operations, risk, technology, security and privacy. It is about time; whether two of the posts conflict is for other rules. What the article says of the leader of IT in a smaller organization we take to hold for the other posts.",
  remedies: ["add-deputy-post", "separate-post", "leave-to-others", "name-deputy-<post>"],
  avoid: "One person holds three or more of these posts.",
  prefer: "The posts are shared out, or stand vacant until they are; meanwhile somebody stands in.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  coo: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: Bo Li, reportsTo: ceo }
  #^^ 💡 info: overloaded-leader
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  coo: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: vacant, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  coo: { heldBy: Bo Li, reportsTo: ceo }
  head-hr: { heldBy: Bo Li, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
  coo: { heldBy: Bo Li, reportsTo: ceo }
  cro: { heldBy: not-asked, reportsTo: ceo }
`,
  },
  *check({ org }) {
    const posts = [...org.data.posts.values()].filter((post) => leadership.includes(ask.roleOf(post)));
    const open = fact.any(...posts.map(ask.held).filter(fact.isCannotTell));
    for (const { person, theirs } of byPerson(posts)) {
      if (theirs.length < most) continue;
      const latest = theirs.at(-1)!;
      yield verdict(latest.at, theirs.length > most ? "yes" : open, () => ({
        says: say.words`${say.refName(org, person)} holds ${say.listOf(theirs.map(say.postName))}.`,
        // Whoever fills posts for the time being does not keep them.
        severity: isForNow(theirs) ? "hint" : "info",
        related: theirs
          .slice(0, -1)
          .map((post) => ({ at: post.at, says: say.words`${say.postName(post)}, held by the same person` })),
        fixes: isForNow(theirs) ? mend.addDeputy(org, latest) : remedies(org, latest, person, theirs.length),
      }));
    }
  },
});

const isForNow = (posts: readonly Post[]): boolean => posts.some((post) => fact.given(post.interim) === true);

interface Held {
  readonly person: Ref;
  readonly theirs: Post[];
}

/** The people in these posts, each with theirs in the order of the file. A provider has more than one pair of hands. */
function byPerson(posts: readonly Post[]): Iterable<Held> {
  const people = new Map<string, Held>();
  for (const post of posts)
    for (const person of fact.itemsOf(post.heldBy)) {
      if (person.to !== "person") continue;
      const known = people.get(ask.refKey(person));
      if (!known) people.set(ask.refKey(person), { person, theirs: [post] });
      else if (known.theirs.at(-1) !== post) known.theirs.push(post);
    }
  return people.values();
}

/** With four posts or more, giving up one is a first step only. */
function remedies(org: Org, latest: Post, person: Ref, count: number): Fix[] {
  const separate = mend.separatePost(org, {
    post: latest,
    also: [],
    who: fact.itemsOf(latest.heldBy).filter((one) => ask.refKey(one) === ask.refKey(person)),
  });
  const ends = count === most + 1;
  const steps = separate.map(({ does, title, changes }) =>
    mend.firstStep(does, say.words`First step: ${say.inSentence(title)}`, changes),
  );
  return [...(ends ? separate : steps), ...mend.addDeputy(org, latest)];
}
