import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

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
  remedies: ["report-to-<post>", "let-<post>-report-to-<post>", "let-both-report-to-<post>"],
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
    for (const ciso of ask.leadingGuards(org)) {
      const cio = ask.nearest(org, ciso, "cio");
      if (!cio) continue;
      const { post: arbiter, known } = ask.commonSuperior(org, cio, ciso);
      const apart = fact.all(ask.held(cio), ask.held(ciso), fact.not(ask.shareHolder(org, cio, ciso)));
      const partial = !arbiter ? known : ask.isTop(arbiter) ? "no" : neither(org, arbiter);
      yield verdict(at(ciso, "reportsTo"), fact.all(apart, partial), () => ({
        says:
          arbiter === ciso
            ? say.words`${say.sentence(say.thePost(cio))} stands below ${say.thePost(ciso)}, who is party to the questions between the two.`
            : say.words`The first superior whom ${say.thePost(cio)} and ${say.thePost(ciso)} share is ${say.thePost(arbiter!)}.`,
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

/** Whether a superior is neither of IT, which other rules speak of, nor the head of the organization. */
const neither = (org: Org, arbiter: Post): Truth =>
  fact.all(fact.not(ask.leadsItOrTechnology(arbiter)), fact.not(ask.ofRoles(org, arbiter, ask.managingRoles)));

function bothToTheTop(org: Org, cio: Post, ciso: Post): Fix[] {
  const head = ask.headOf(org, ciso);
  if (!head) return [];
  const below = [cio, ciso].filter((post) => {
    const superior = fact.given(post.reportsTo);
    return !(superior?.to === "post" && superior.id === head.id);
  });
  const [first] = below;
  if (!first) return [];
  const who = below.length === 2 ? say.words`both ${say.thePost(cio)} and ${say.thePost(ciso)}` : say.thePost(first);
  const changes = below.map((post) => mend.set(at(post, "reportsTo"), head.id));
  const line =
    below.length === 2
      ? mend.does("let-both-report-to-<post>", head.id)
      : first === ciso
        ? mend.does("report-to-<post>", head.id)
        : mend.does("let-<post>-report-to-<post>", first.id, head.id);
  return [mend.fix(line, say.words`Let ${who} report to ${head.name}`, changes, { preferred: true })];
}
