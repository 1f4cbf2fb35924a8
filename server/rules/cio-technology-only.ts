import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Post, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const cioTechnologyOnly = rule({
  id: "cio-technology-only",
  category: "role",
  severity: "info",
  title: "A CIO who attends to technology alone",
  reportTitle: "The CIO post attends to technology alone",
  why: "What sets a CIO apart is the whole: people, processes, projects and technology, joined for what the organization wants to achieve. A post that attends to technology alone does the work of an IT director, whatever it is called, and the rest is left without anybody.",
  reason: "People, processes and projects may then be left to nobody; technology first is an IT director's profile.",
  rests: ["S0-02", "S0-03"],
  contested: ["S0-C3", "S0-C11"],
  note: "One reader describes IT directors who work from business aims, another sees no difference between the two posts: hence information at most, and only on a declared focus, never on a title. Below 50 people it is a hint.",
  remedies: ["declare-as-<item>", "widen-focus"],
  avoid: "The CIO's declared focus is technology and nothing else.",
  prefer:
    "The CIO attends to people, processes and projects as well; or the post is declared as the IT director's that it is.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, focus: [technology] }
  #                                            ^^^^^^^^^^^^ 💡 info: cio-technology-only
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, focus: [technology], role: it-director }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo, focus: [technology, information] }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
`,
  },
  *check({ org }) {
    for (const cio of org.posts("cio")) {
      const technologyOnly = fact.holds(
        cio.focus,
        (focus) => focus.length > 0 && focus.every((one) => one === "technology"),
      );
      yield verdict(at(cio, "focus"), technologyOnly, () => ({
        says: say.words`${say.sentence(say.thePost(cio))} attends to technology alone.`,
        fixes: remedies(cio),
      }));
    }
  },
});

function remedies(cio: Post): Fix[] {
  const wider = ["people", "process", "projects"].map((focus) => mend.add(at(cio, "focus"), focus));
  return [
    mend.fix(mend.does("declare-as-<item>", "it-director"), "Declare the post as an IT Director's", [
      mend.set(at(cio, "role"), "it-director"),
    ]),
    mend.fix(
      mend.does("widen-focus"),
      say.words`Correct the record: ${say.thePost(cio)} attends to people, processes and projects too`,
      wider,
      { advice: say.words`Let ${say.thePost(cio)} attend to people, processes and projects too` },
    ),
  ];
}
