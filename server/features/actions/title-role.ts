import { editsBetween } from "../../base/diff.ts";
import { applyEdits, type Edit } from "../../base/text.ts";
import type { Role } from "../../knowledge/catalogues.ts";
import type { Post } from "../../model/org/entities.ts";
import { type OrgDocument, readInstead } from "../../model/read/document.ts";
import { remove, set } from "../../model/words/change.ts";
import { given } from "../../model/words/fact.ts";
import { textEdits } from "../../model/write/edit.ts";
import { renaming } from "../../model/write/rename.ts";
import { type Action, type Assist, refactoring } from "./action.ts";
import { namedEntry } from "./named-entry.ts";

/** A post that is known by its title alone becomes one of a role, under its own key or under the role's. */
export const titleRole: Assist = {
  examples: [
    {
      before: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  fin<|>ance: { title: Finance Director, heldBy: Bo Li, reportsTo: ceo } # since May
  it-manager: { heldBy: Cy Ho, reportsTo: finance }
`,
      title: "Give it the role CFO, which its title means",
      after: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  finance: { title: Finance Director, heldBy: Bo Li, reportsTo: ceo, role: cfo } # since May
  it-manager: { heldBy: Cy Ho, reportsTo: finance }
`,
    },
    {
      before: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  vp-it: { title: VP<|> of IT, heldBy: Bo Li, reportsTo: ceo } # since May
  helpdesk-lead: { heldBy: Cy Ho, reportsTo: vp-it }
providers:
  aegis: { services: [hosting], overseenBy: vp-it }
`,
      title: "Make it the post `cio`, wherever it is named",
      after: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { title: VP of IT, heldBy: Bo Li, reportsTo: ceo } # since May
  helpdesk-lead: { heldBy: Cy Ho, reportsTo: cio }
providers:
  aegis: { services: [hosting], overseenBy: cio }
`,
    },
  ],
  offers({ analysis: { document } }, range) {
    const { place } = document.map.placeAt(range.start);
    const [section, id, field] = place;
    const isOnTitle = section === "posts" && field === "title";
    const entry = isOnTitle ? { section, id: String(id) } : namedEntry(document, range);
    const post = entry?.section === "posts" ? document.org.data.posts.get(entry.id) : undefined;
    if (!post || document.syntax.problems.length > 0 || !isWithoutRole(post)) return [];
    const known =
      post.titledAs.length > 0 ? post.titledAs : document.org.knowledge.roles.withTitle(given(post.title) ?? "");
    // At the title of a leader of IT, a finding of its own offers the roles.
    const isOffered = isOnTitle && post.titledAs.length > 0;
    return known.flatMap((role) => [
      ...(isOffered ? [] : [withRole(document, post, role)]),
      ...asPost(document, post, role),
    ]);
  },
};

const isWithoutRole = ({ role, exists }: Post): boolean =>
  exists === "yes" && role.is === "unknown" && (role.why === "absent" || role.why === "not-asked");

function withRole(document: OrgDocument, post: Post, role: Role): Action {
  const change = set([...post.at, "role"], role);
  const title = `Give it the role ${document.org.knowledge.roles.nameOf(role)}, which its title ${post.titledAs.length > 1 ? "may mean" : "means"}`;
  return refactoring("rewrite", title, () => textEdits(document, [change]));
}

/** Only where the role's own key is free, and nothing else would change its meaning. */
function asPost(document: OrgDocument, post: Post, role: Role): Action[] {
  if (document.org.data.posts.get(role)?.written) return [];
  // With the role, the post may have its key; with the key, it needs no role.
  const given = changed(document, textEdits(document, [set([...post.at, "role"], role)]));
  const renamed = renaming(given, { section: "posts", id: post.id }, role);
  if ("refused" in renamed) return [];
  const named = changed(given, renamed.edits);
  const wasWritten = document.map.find([...post.at, "role"]) !== undefined;
  const bare = changed(named, wasWritten ? [] : textEdits(named, [remove(["posts", role, "role"])]));
  const edits = editsBetween(document.text.content, bare.text.content);
  return [refactoring("rewrite", `Make it the post \`${role}\`, wherever it is named`, () => edits)];
}

const changed = (document: OrgDocument, edits: readonly Edit[]): OrgDocument =>
  readInstead(document, applyEdits(document.text.content, edits));
