import {
  all,
  at,
  commonSuperior,
  type Fix,
  fix,
  given,
  headOf,
  held,
  isTop,
  leadsItOrTechnology,
  nearest,
  not,
  type Org,
  type Post,
  rule,
  sentence,
  set,
  shareHolder,
  thePost,
  verdict,
} from "./rule.ts";

export const noNeutralArbiter = rule({
  id: "no-neutral-arbiter",
  category: "conflict",
  severity: "info",
  title: "CIO and CISO without a neutral superior",
  reportTitle: "Nobody at the top hears both IT and security",
  why: "How much risk a useful system is worth is a question for the whole organization. It is decided well where one person with no stake in either side hears the CIO and the CISO. If the first superior whom they share runs one department, that department's interest decides.",
  reason: "Choosing between useful and safe concerns the whole organization, not one department.",
  rests: ["S1-17"],
  note: "One article says so, and names the chief executive. A committee of executives or the board counts as neutral, too. Where the CISO stands within the IT line, that is a finding of its own.",
  avoid: "The CIO and the CISO both end up below the head of finance or of operations, or the CIO below the CISO.",
  prefer: "Both report to the chief executive, or to the board.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: coo }
  ciso: { heldBy: Eve Roy, reportsTo: coo }
  #                                   ^^^ 💡 info: no-neutral-arbiter
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: coo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  coo: { heldBy: Dee Fox, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: coo }
  ciso: { heldBy: Eve Roy, reportsTo: not-asked }
`,
  },
  *check({ org }) {
    for (const ciso of org.posts("ciso")) {
      const cio = nearest(org, ciso, "cio");
      if (!cio) continue;
      const { post: arbiter, known } = commonSuperior(org, cio, ciso);
      const apart = all(held(cio), held(ciso), not(shareHolder(org, cio, ciso)));
      const partial = !arbiter ? known : isTop(arbiter) ? "no" : not(leadsItOrTechnology(arbiter));
      yield verdict(at(ciso, "reportsTo"), all(apart, partial), () => ({
        says:
          arbiter === ciso
            ? `${sentence(thePost(cio))} stands below ${thePost(ciso)}, who is party to the questions between the two.`
            : `The first superior whom ${thePost(cio)} and ${thePost(ciso)} share is ${thePost(arbiter!)}.`,
        related: [arbiter!, cio]
          .filter((post) => post.written && post !== ciso)
          .map((post) => ({
            at: post === cio ? at(cio, "reportsTo") : post.at,
            says: post === cio ? "the other line begins here" : "stands above both",
          })),
        fixes: bothToTheTop(org, cio, ciso),
      }));
    }
  },
});

function bothToTheTop(org: Org, cio: Post, ciso: Post): Fix[] {
  const head = headOf(org, ciso);
  if (!head) return [];
  const below = [cio, ciso].filter((post) => {
    const superior = given(post.reportsTo);
    return !(superior?.to === "post" && superior.id === head.id);
  });
  const who = below.length === 2 ? `both ${thePost(cio)} and ${thePost(ciso)}` : thePost(below[0]!);
  const changes = below.map((post) => set(at(post, "reportsTo"), head.id));
  return [fix(`Let ${who} report to ${head.name}`, changes, { preferred: true })];
}
