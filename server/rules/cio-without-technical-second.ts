import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, type Ref, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

const seconds = ["it-director", "cto", "cto-internal"] as const;

export const cioWithoutTechnicalSecond = rule({
  id: "cio-without-technical-second",
  category: "role",
  severity: "hint",
  title: "A CIO from the business without a technical second",
  reportTitle: "No technical post stands beside a CIO post filled from the business",
  why: "A CIO may be a leader from the business without technical skill, and that is no fault. But somebody at the same table then has to know what technology can do and what it costs, so that the CIO need not take the word of whoever sells it.",
  reason: "Nobody next to the CIO can then judge technical advice.",
  rests: ["S1-34"],
  ours: true,
  note: "The article says that such CIOs exist, and that they got the post for their feeling for what technology means to strategy and to the business; that they need a technical second is our conclusion. A second with a mixed background counts as technical, and so does any deputy of that kind, whatever the post.",
  remedies: ["add-post-<post>", "name-deputy-<post>"],
  avoid: "The CIO comes from business, and neither an IT director, a CTO nor a deputy comes from technical work.",
  prefer: "An IT director, a CTO or a deputy with a technical background stands beside the CIO.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
coverage: { itPosts: complete }
people:
  Dee Fox: { background: business }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, background: business, deputy: Dee Fox }
  #                                                 ^^^^^^^^ 💡 hint: cio-without-technical-second
  it-manager: { heldBy: Cy Ho, reportsTo: cio, background: technical }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
coverage: { itPosts: complete }
people:
  Dee Fox: { background: business }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, background: business, deputy: it-manager }
  it-manager: { heldBy: Cy Ho, reportsTo: cio, background: technical }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, background: business }
  it-director: { heldBy: Cy Ho, reportsTo: cio, background: technical }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, background: business }
  it-director: { heldBy: Cy Ho, reportsTo: cio }
`,
  },
  *check({ org }) {
    for (const cio of org.posts("cio")) {
      const fromBusiness = fact.holds(ask.backgroundOf(org, cio), (one) => one === "business");
      yield verdict(at(cio, "background"), fact.allInTurn(fromBusiness, fact.not(technicallyBacked(org, cio))), () => {
        const name = say.holderNames(org, cio);
        return {
          says: say.words`${say.sentence(say.thePost(cio))}${name ? say.aside(say.words`, ${name},`) : ""} comes from business, and no IT director, CTO or deputy comes from technical work.`,
          fixes: remedies(org, cio),
        };
      });
    }
  },
});

function technicallyBacked(org: Org, cio: Post): Truth {
  const unmentioned = seconds.filter((role) => org.declaredPosts(role).length === 0);
  const mayExist = fact.some(unmentioned, (role) => org.whole.exists(role));
  return fact.any(
    fact.some(
      seconds.flatMap((role) => org.declaredPosts(role)),
      (post) => fact.all(ask.held(post), technical(org, post)),
    ),
    ask.isOwnDeputy(org, cio) ? "no" : fact.holds(cio.deputy, (deputy) => technicalDeputy(org, deputy)),
    fact.asking(mayExist, ["posts", unmentioned[0] ?? ""], "Is there an IT director or a CTO beside the CIO?"),
  );
}

const technical = (org: Org, post: Post): Truth => fact.holds(ask.backgroundOf(org, post), (one) => one !== "business");

function technicalDeputy(org: Org, ref: Ref): Truth {
  const post = ref.to === "post" ? org.data.posts.get(ref.id) : undefined;
  if (post) return technical(org, post);
  const background = ask.backgroundOfHolder(org, ref);
  if (background) return fact.holds(background, (one) => one !== "business");
  if (ref.to !== "person") return fact.cannotTell();
  const question = say.words`Does ${say.refName(org, ref)} come from technical work, from business, or from both?`;
  return fact.cannotTell({ at: ["people", ref.name, "background"], why: "absent", question });
}

function remedies(org: Org, cio: Post): Fix[] {
  const second = mend.standIn(org, cio);
  const mayBeTechnical = second && technical(org, second) !== "no";
  return [
    ...(mayBeTechnical
      ? [
          mend.fix(
            mend.does("name-deputy-<post>", second.id),
            say.words`Let ${say.thePost(second)} deputize for ${say.thePost(cio)}`,
            [mend.set(at(cio, "deputy"), second.id)],
          ),
        ]
      : []),
    ...mend.firstStepVacant(ask.scopeOf(org, cio), "it-director"),
  ];
}
