import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, rule, type Truth, type Verdict, verdict } from "./rule.ts";
import * as say from "./say.ts";

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
  remedies: ["report-to-<post>"],
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
    const directors = org.posts("it-director").filter((director) => ask.vacant(director) !== "yes");
    const layers = layersOf(org, directors);
    for (const manager of org.posts("it-manager")) yield besideADirector(org, manager, layers);
    for (const director of directors) yield pastTheCio(org, director);
  },
});

/** A department or a site is a part of the organization, and its posts belong to the same lines. */
const companyOf = (org: Org, post: Post): string | undefined => ask.scopeOf(org, post).unit?.id;

/** The directors of a company who report to one superior, or of whom nobody knows to whom they report. */
type Layers = (unit: string | undefined, superior: string | undefined) => readonly Post[];

function layersOf(org: Org, directors: readonly Post[]): Layers {
  const groups = new Map<string, Post[]>();
  const keyOf = (...parts: readonly (string | undefined)[]) => JSON.stringify(parts);
  for (const director of directors) {
    const { reportsTo } = director;
    const superior = fact.given(reportsTo);
    if (superior ? superior.to !== "post" : reportsTo.is !== "unknown") continue;
    ask.addTo(groups, keyOf(companyOf(org, director), superior?.to === "post" ? superior.id : undefined), director);
  }
  return (unit, superior) => groups.get(keyOf(unit, superior)) ?? [];
}

function besideADirector(org: Org, manager: Post, layers: Layers): Verdict {
  const cios = org.posts("cio").filter((cio) => reportsTo(manager, cio) !== "no" && areTwo(org, manager, cio));
  const layerBelow = (cio: Post, superior: string | undefined) =>
    fewOf(layers(companyOf(org, manager), superior), (one) => areTwo(org, manager, one) && areTwo(org, one, cio));
  const standsBeside = (cio: Post) =>
    fact.some([...layerBelow(cio, cio.id), ...layerBelow(cio, undefined)], (director) => reportsTo(director, cio));
  const skipped = fact.some(cios, (cio) => fact.all(reportsTo(manager, cio), standsBeside(cio), ask.held(cio)));
  return verdict(at(manager, "reportsTo"), skipped, () => {
    const superior = ask.directSuperior(org, manager)!;
    const layer = layerBelow(superior, superior.id);
    const cio = say.thePost(superior);
    return {
      says: say.words`${say.sentence(say.thePost(manager))} reports to ${cio} beside ${say.listOf(layer.map(say.thePost))}, the layer between.`,
      related: layer.map((one) => ({
        at: at(one, "reportsTo"),
        says: say.words`${say.postName(one)} reports to ${cio}, too`,
      })),
      fixes: layer.map((director) => lineTo(manager, director, layer)),
    };
  });
}

function pastTheCio(org: Org, director: Post): Verdict {
  const isApart = (cio: Post) => areTwo(org, director, cio) && !ask.lineOf(org, cio).steps.includes(director);
  const isOwn = (cio: Post) => companyOf(org, cio) === companyOf(org, director) && isApart(cio);
  const cios = fewOf(org.posts("cio"), (cio) => ask.held(cio) !== "no" && isOwn(cio));
  return verdict(at(director, "reportsTo"), fact.all(fact.some(cios, ask.held), leadsPast(org, director)), () => {
    const passed = cios.filter((cio) => ask.held(cio) === "yes");
    const superior = fact.given(director.reportsTo);
    const whom = superior ? say.refName(org, superior) : "nobody";
    return {
      says: say.words`${say.sentence(say.thePost(director))} reports to ${whom}, past ${say.listOf(passed.map(say.thePost))}.`,
      related: passed.map((cio) => ({
        at: cio.at,
        says: say.words`the line of ${say.thePost(director)} does not lead here`,
      })),
      fixes: passed.map((cio) => lineTo(director, cio, passed)),
    };
  });
}

/** The first three: nobody chooses among more, and a chart may have thousands. */
function fewOf(posts: readonly Post[], test: (post: Post) => boolean): Post[] {
  const few: Post[] = [];
  for (const post of posts) {
    if (test(post)) few.push(post);
    if (few.length === 3) break;
  }
  return few;
}

/** One person in both posts skips nobody. */
const areTwo = (org: Org, a: Post, b: Post): boolean => ask.shareHolder(org, a, b) !== "yes";

const reportsTo = (post: Post, superior: Post): Truth =>
  fact.holds(post.reportsTo, (ref) => ref.to === "post" && ref.id === superior.id);

/** A line that runs in a circle leads nowhere, which is a fault of its own. */
function leadsPast(org: Org, director: Post): Truth {
  if (director.reportsTo.is === "not-applicable") return "left-out";
  if (ask.lineOf(org, director).end === "circle") return "no";
  return fact.not(ask.lineMeets(org, director, (post) => ask.inRole(post, ["cio", "cto", "cto-internal"])));
}

const lineTo = (post: Post, layer: Post, layers: readonly Post[]): Fix =>
  mend.fix(
    mend.does("report-to-<post>", layer.id),
    say.words`Let ${say.thePost(post)} report to ${say.thePost(layer)}`,
    [mend.set(at(post, "reportsTo"), layer.id)],
    {
      preferred: layer === layers[0],
    },
  );
