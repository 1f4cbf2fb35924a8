import {
  all,
  any,
  at,
  directSuperior,
  type Fix,
  fix,
  given,
  holds,
  isHeld,
  isOfRole,
  isVacant,
  lineMeets,
  lineOf,
  listOf,
  not,
  type Org,
  type Post,
  postName,
  refName,
  rule,
  sentence,
  set,
  shareHolder,
  some,
  type Truth,
  thePost,
  truth,
  unitOf,
  type Verdict,
  verdict,
} from "./rule.ts";

export const skippedLayer = rule({
  id: "skipped-layer",
  category: "reporting",
  severity: "info",
  title: "A line past the layer between",
  reportTitle: "A reporting line leads past a layer of IT leadership",
  why: "An IT director joins the managers who keep operations going to the CIO who sets the course. Where a line leads past one of these layers, plans and complaints travel beside the person who should weigh them, and two people steer the same work.",
  reason: "The layer between the two then steers work of which it hears too late.",
  rests: ["S1-24", "S2-09"],
  note: "It compares posts of one unit, and only where somebody holds the CIO's post. A director below a CTO is in order, since one article places the director there. A director's post that stands vacant is no layer.",
  avoid: "An IT manager reports to the CIO beside an IT director, or an IT director reports past the CIO.",
  prefer: "IT managers report to an IT director, and IT directors to the CIO or to a CTO.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-director: { heldBy: Cy Ho, reportsTo: cio }
  it-manager: { heldBy: Dee Fox, reportsTo: cio }
  #                                         ^^^ 💡 info: skipped-layer
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-director: { heldBy: Cy Ho, reportsTo: cio }
  it-manager: { heldBy: Dee Fox, reportsTo: it-director }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300, sellsTechnology: yes }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  cto: { heldBy: Gil Roe, reportsTo: ceo, dottedLineTo: [cio] }
  it-director: { heldBy: Cy Ho, reportsTo: cto }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  it-director: { heldBy: Cy Ho, reportsTo: not-asked }
  it-manager: { heldBy: Dee Fox, reportsTo: cio }
`,
  },
  *check({ org }) {
    const directors = org.posts("it-director").filter((director) => isVacant(director) !== "yes");
    for (const manager of org.posts("it-manager")) yield besideADirector(org, manager, directors);
    for (const director of directors) yield pastTheCio(org, director);
  },
});

function besideADirector(org: Org, manager: Post, directors: readonly Post[]): Verdict {
  const cios = org.posts("cio").filter((cio) => areTwo(org, manager, cio));
  const own = directors.filter((one) => unitOf(one) === unitOf(manager) && areTwo(org, manager, one));
  const isSkipped = own.map((director) =>
    some(cios, (cio) =>
      all(truth(areTwo(org, director, cio)), reportsTo(manager, cio), reportsTo(director, cio), isHeld(cio)),
    ),
  );
  return verdict(at(manager, "reportsTo"), any(...isSkipped), () => {
    const layer = own.filter((_, i) => isSkipped[i] === "yes");
    const cio = thePost(directSuperior(org, manager)!);
    return {
      says: `${sentence(thePost(manager))} reports to ${cio} beside ${listOf(layer.map(thePost))}, the layer between.`,
      related: layer.map((one) => ({ at: at(one, "reportsTo"), says: `${postName(one)} reports to ${cio}, too` })),
      fixes: layer.map((director) => lineTo(manager, director, layer)),
    };
  });
}

function pastTheCio(org: Org, director: Post): Verdict {
  const cios = org
    .posts("cio")
    .filter((cio) => unitOf(cio) === unitOf(director) && areTwo(org, director, cio))
    .filter((cio) => !lineOf(org, cio).steps.includes(director));
  return verdict(at(director, "reportsTo"), all(some(cios, isHeld), leadsPast(org, director)), () => {
    const passed = cios.filter((cio) => isHeld(cio) === "yes");
    const superior = given(director.reportsTo);
    const whom = superior ? refName(org, superior) : "nobody";
    return {
      says: `${sentence(thePost(director))} reports to ${whom}, past ${listOf(passed.map(thePost))}.`,
      related: passed.map((cio) => ({ at: cio.at, says: `the line of ${thePost(director)} does not lead here` })),
      fixes: passed.map((cio) => lineTo(director, cio, passed)),
    };
  });
}

/** One person in both posts skips nobody. */
const areTwo = (org: Org, a: Post, b: Post): boolean => shareHolder(org, a, b) !== "yes";

const reportsTo = (post: Post, superior: Post): Truth =>
  holds(post.reportsTo, (ref) => ref.to === "post" && ref.id === superior.id);

/** A line that runs in a circle leads nowhere, which is a fault of its own. */
function leadsPast(org: Org, director: Post): Truth {
  if (director.reportsTo.is === "not-applicable") return "left-out";
  if (lineOf(org, director).end === "circle") return "no";
  return not(lineMeets(org, director, (post) => isOfRole(post, ["cio", "cto", "cto-internal"])));
}

const lineTo = (post: Post, layer: Post, layers: readonly Post[]): Fix =>
  fix(`Let ${thePost(post)} report to ${thePost(layer)}`, [set(at(post, "reportsTo"), layer.id)], {
    preferred: layer === layers[0],
  });
