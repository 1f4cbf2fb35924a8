import {
  accept,
  any,
  at,
  type Fix,
  firstStep,
  fix,
  itemsOf,
  itLeadershipRoles,
  listOf,
  type Org,
  type Post,
  postName,
  type Ref,
  refName,
  remove,
  rule,
  set,
  sharedHolders,
  shareHolder,
  verdict,
} from "./rule.ts";

export const cisoIsItHead = rule({
  id: "ciso-is-it-head",
  category: "conflict",
  severity: "warning",
  title: "CISO and head of IT in one person",
  reportTitle: "Security and IT operations are in one pair of hands",
  why: "Running IT means keeping systems useful, on time and within the budget; guarding it means sometimes saying no to all three. Whoever does both settles every such question alone, and nobody else hears that there was one. It is often done, and it is still a conflict.",
  reason: "Whoever protects the data would also answer for keeping IT running on time and on budget.",
  rests: ["S1-12", "S1-13", "S1-16", "ffiec-mgmt", "nca-1-2-1"],
  note: "That security is often merged into a post of IT is a fact that the same article reports before it advises against it. Where the two cannot be separated, record who accepted that, and which control makes up for it.",
  absorbs: ["ciso-in-it-line", "supervises-self"],
  avoid: "The CIO, an IT director, an IT manager or a CTO for internal technology is also the CISO.",
  prefer: "Security is a post of its own, even where it is vacant for now or filled for a few days a week.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
  #               ^^^^^ 💡 warning: ciso-is-it-head
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: vacant, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: not-asked, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: ceo }
`,
  },
  *check({ org, today }) {
    const leaders = org.posts(...itLeadershipRoles);
    for (const ciso of org.posts("ciso")) {
      const isShared = leaders.map((leader) => shareHolder(org, ciso, leader));
      yield verdict(at(ciso, "heldBy"), any(...isShared), () => {
        const also = leaders.filter((_, i) => isShared[i] === "yes");
        const holders = itemsOf(ciso.heldBy);
        const both = holders.filter((one) => also.some((post) => sharedHolders(org, ciso, post).includes(one)));
        const posts = [ciso, ...also].map(postName);
        const hold = both.length > 1 ? "hold" : posts.length > 2 ? "holds" : "holds both";
        return {
          says: `${listOf(both.map((ref) => refName(org, ref)))} ${hold} ${listOf(posts)}.`,
          related: also.map((leader) => ({ at: at(leader, "heldBy"), says: `also holds ${postName(leader)}` })),
          fixes: [
            ...withoutThem(org, ciso, both),
            fix(`Make ${postName(ciso)} a separate, vacant post`, [set(at(ciso, "heldBy"), "vacant")]),
            firstStep("First step: accept this risk, with a reason and a compensating control", [
              accept(org, today, { rule: "ciso-is-it-head", at: at(ciso), concerns: both }),
            ]),
          ],
        };
      });
    }
  },
});

/** Where others hold the post as well, it need not stand empty. */
function withoutThem(org: Org, ciso: Post, both: readonly Ref[]): Fix[] {
  const holders = itemsOf(ciso.heldBy);
  const left = holders.filter((one) => !both.includes(one)).map((ref) => refName(org, ref));
  if (left.length === 0) return [];
  // The last goes first, so that the indexes of those before it still hold.
  const gone = holders.flatMap((one, i) => (both.includes(one) ? [i] : [])).reverse();
  return [
    fix(
      `Leave ${postName(ciso)} to ${listOf(left)}`,
      gone.map((i) => remove(at(ciso, "heldBy", i))),
    ),
  ];
}
