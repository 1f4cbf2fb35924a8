import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const termOver = rule({
  id: "term-over",
  category: "continuity",
  severity: "warning",
  title: "An interim term that has ended",
  reportTitle: "The time for which a post was filled is over",
  why: "A post that is filled for a time has an end, so that somebody decides in time what comes after it. Once that day is past, either somebody decides without a mandate, or somebody else is in the post already and the record is old.",
  reason: "Either the mandate has run out, or the record is older than the post.",
  rests: [],
  mends: "record",
  remedies: ["write-not-asked"],
  avoid: "An acting head of IT whose term ended months ago, and nobody knows who holds the post.",
  prefer: "The new end, or whoever holds the post for good.",
  note: "It reads `until` of posts with `interim: yes`. The last day itself is still part of the term.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Dan Day, reportsTo: ceo, interim: yes, until: 2025-12-31 }
  #                                                            ^^^^^^^^^^ 💡 warning: term-over
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Dan Day, reportsTo: ceo, interim: yes, until: not-asked }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Dan Day, reportsTo: ceo, interim: yes, until: 2027-06-30 }
  it-manager: { heldBy: Bo Li, reportsTo: cio, interim: no, until: 2025-12-31 }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Dan Day, reportsTo: ceo, interim: yes, until: unknown }
`,
  },
  *check({ org, today }) {
    for (const post of org.allPosts) {
      if (!ask.isTermOver(post, today)) continue;
      const until = fact.given(post.until)!;
      const name = say.holderNames(org, post);
      yield verdict(at(post, "until"), "yes", () => ({
        says: say.words`The term for which ${name ?? "somebody"} ${name && fact.itemsOf(post.heldBy).length > 1 ? "fill" : "fills"} the post of ${say.postName(post)} ended on ${ask.dayInWords(until)}.`,
        fixes: [
          mend.fix(mend.does("write-not-asked"), "Record that it is to be asked until when", [
            mend.set(at(post, "until"), "not-asked"),
          ]),
        ],
      }));
    }
  },
});
