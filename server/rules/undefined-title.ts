import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const undefinedTitle = rule({
  id: "undefined-title",
  category: "format",
  severity: "hint",
  title: "Title without a role",
  reportTitle: "A title leaves open what the post is",
  why: "Titles in IT mean different things in different firms, so no check decides by one. A post whose title sounds like leading IT or security, and which has no role, takes no part in the checks for that role.",
  reason: "A title alone decides nothing; the role says what the post is.",
  rests: ["S1-01", "S0-C11"],
  ours: true,
  mends: "record",
  remedies: ["record-role-<item>"],
  avoid: "A post with the title VP of IT and nothing else.",
  prefer: "The same post with the role that it really has, whatever its title.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  vp-it: { title: VP of IT Delivery, heldBy: Bo Li, reportsTo: ceo }
  #               ^^^^^^^^^^^^^^^^^ 💡 hint: undefined-title
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  vp-it: { title: VP of IT Delivery, heldBy: Bo Li, reportsTo: ceo, role: cio }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode, title: Managing Director }
  vp-it: { role: it-director, title: VP of IT Delivery, heldBy: Bo Li, reportsTo: ceo }
  pmo: { title: IT Project Manager, heldBy: Cy Ho, reportsTo: vp-it }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  vp-it: { title: unknown, heldBy: Bo Li, reportsTo: ceo }
`,
  },
  *check({ org }) {
    for (const post of org.allPosts) {
      const { title, role } = post;
      if (role.is !== "unknown" || (role.why !== "absent" && role.why !== "not-asked")) continue;
      const roles = post.titledAs;
      if (roles.length === 0) continue;
      yield verdict(at(post, "title"), "yes", () => ({
        says: `“${fact.given(title)}” may mean ${say.listOf(
          roles.map((id) => org.knowledge.roles.nameOf(id)),
          "or",
        )}.`,
        fixes: roles.map((id) =>
          mend.fix(
            mend.does("record-role-<item>", id),
            `Record that it has the role ${org.knowledge.roles.nameOf(id)}`,
            [mend.set(at(post, "role"), id)],
          ),
        ),
      }));
    }
  },
});
