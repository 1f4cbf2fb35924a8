import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Fix, type Org, type Post, type Role, rule, type Sayable, verdict } from "./rule.ts";
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
  note: "A title counts where a part of it has the words of a known one: in any order, without small words, with a rank or an extent in front, and with nothing else beside it. Whoever assists, advises or deputizes has another job. Security, audit and risk beside IT are another field. The title CIO alone is asked about in financial services, insurance and education, where investments have one too. More than three titles in a file are one finding.",
  avoid: "A post with the title VP of IT and nothing else.",
  prefer: "The same post with the role that it really has, whatever its title.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  vp-it: { title: VP of IT, heldBy: Bo Li, reportsTo: ceo }
  #               ^^^^^^^^ 💡 hint: undefined-title
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  vp-it: { title: VP of IT, heldBy: Bo Li, reportsTo: ceo, role: cio }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode, title: Managing Director }
  vp-it: { role: it-director, title: VP of IT, heldBy: Bo Li, reportsTo: ceo }
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
    const titles = undefinedTitles(org);
    const told: Titled[] = [];
    for (const titled of titles) {
      const asks = org.knowledge.roles.askedOfTitle(titled.title, fact.given(org.data.organization.sector));
      // In banks, insurers and schools investments have a CIO as well.
      if (asks === undefined) told.push(titled);
      else
        yield verdict(titled.posts[0]!.at, fact.all("yes", fact.missing(at(titled.posts[0]!, "role"), asks)), () => ({
          says: "",
        }));
    }
    if (told.length <= most) {
      for (const titled of told)
        yield verdict(at(titled.posts[0]!, "title"), "yes", () => ({
          says: say.words`${suggestion(org, titled)}.`,
          related: titled.posts.slice(1).map((post) => ({ at: at(post, "title"), says: "has the same title" })),
          fixes: fixesFor(org, titled),
        }));
      return;
    }
    yield {
      at: ["posts"],
      violated: "yes",
      parts: told.map((titled) => ({ at: at(titled.posts[0]!, "title"), says: suggestion(org, titled) })),
      found: (parts) => ({
        says: `${parts.length} ${parts.length === 1 ? "title sounds" : "titles sound"} like leading IT or security, and no role says what the posts are.`,
      }),
    };
  },
});

/** How many titles are told one by one. */
const most = 3;

/** One title, and the posts that have it: one answer serves them all. */
interface Titled {
  readonly title: string;
  readonly roles: readonly Role[];
  readonly posts: readonly Post[];
}

function undefinedTitles(org: Org): Titled[] {
  const found = new Map<string, { title: string; roles: readonly Role[]; posts: Post[] }>();
  for (const post of org.allPosts) {
    const { role, titledAs: roles } = post;
    if (role.is !== "unknown" || (role.why !== "absent" && role.why !== "not-asked") || roles.length === 0) continue;
    const title = fact.given(post.title)!;
    const known = found.get(title.toLowerCase());
    if (known) known.posts.push(post);
    else found.set(title.toLowerCase(), { title, roles, posts: [post] });
  }
  return [...found.values()];
}

function suggestion(org: Org, { title, roles }: Titled): Sayable {
  const names = say.listOf(
    roles.map((id) => org.knowledge.roles.nameOf(id)),
    "or",
  );
  const held = org.knowledge.roles.isForNow(title) ? ", held for now (`interim: yes`)" : "";
  return say.words`“${say.label(title)}” may mean ${names}${held}`;
}

const fixesFor = (org: Org, { roles, posts }: Titled): Fix[] =>
  roles.map((id) =>
    mend.fix(
      mend.does("record-role-<item>", id),
      posts.length === 1
        ? `Record that it has the role ${org.knowledge.roles.nameOf(id)}`
        : `Record that all ${posts.length} have the role ${org.knowledge.roles.nameOf(id)}`,
      posts.map((post) => mend.set(at(post, "role"), id)),
    ),
  );
