import type { Role } from "../../knowledge/catalogues.ts";
import { provisionInForce } from "../../model/org/in-force.ts";
import { itPostRoles, type Org } from "../../model/org/org.ts";
import { set } from "../../model/words/change.ts";
import { listOf } from "../../model/words/words.ts";
import { textEdits } from "../../model/write/edit.ts";
import { type Assist, refactoring } from "./action.ts";

/** The posts that a first interview asks about: those that the articles define, and the two they all report to. */
const standard: readonly Role[] = ["ceo", "cfo", "cio", "cto", "it-director", "it-manager", "ciso"];

/** Makes room for the posts that every client is asked about, and those that a declared law asks for. It adds no fact. */
export const standardPosts: Assist = {
  examples: [
    {
      before: `
itorg: 1
organization: { name: Example, headcount: 85, publicAuthority: yes }
regimes: { gdpr: applies }
<|>posts: # so far
  ceo: { heldBy: Ann Ode }
  head-of-it: { role: it-director, heldBy: Bo Li, reportsTo: ceo }
`,
      title: "Add the posts to ask about: CFO, CIO, CTO, IT Manager, CISO and DPO",
      after: `
itorg: 1
organization: { name: Example, headcount: 85, publicAuthority: yes }
regimes: { gdpr: applies }
posts: # so far
  ceo: { heldBy: Ann Ode }
  head-of-it: { role: it-director, heldBy: Bo Li, reportsTo: ceo }
  cfo: not-asked
  cio: not-asked
  cto: not-asked
  it-manager: not-asked
  ciso: not-asked
  dpo: not-asked
`,
    },
    {
      before: `
itorg: 1
<|>organization: { name: Example, headcount: 85 }
`,
      title: "Add the posts to ask about: CEO, CFO, CIO, CTO, IT Director, IT Manager and CISO",
      after: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: not-asked
  cfo: not-asked
  cio: not-asked
  cto: not-asked
  it-director: not-asked
  it-manager: not-asked
  ciso: not-asked
`,
    },
  ],
  offers({ analysis: { document }, is }, { start }) {
    const { org, map, syntax } = document;
    const { place, part } = map.placeAt(start);
    const word = org.data.sectionWords.get("posts");
    const isOpen =
      is === "organization" && syntax.problems.length === 0 && (word === undefined || word === "not-asked");
    const isHere = place.length === 1 && part === "key" && (place[0] === "posts" || !org.data.sections.has("posts"));
    const missing = isOpen && isHere ? missingPosts(org) : [];
    if (missing.length === 0) return [];
    const title = `Add the posts to ask about: ${listOf(missing.map((role) => org.knowledge.format.titleOf("role", role)))}`;
    const changes = missing.map((role) => set(["posts", role], "not-asked"));
    return [refactoring("rewrite", title, () => textEdits(document, changes))];
  },
};

/** Whoever has said that there are no other posts is not asked again. */
function missingPosts(org: Org): Role[] {
  if (org.isComplete("posts")) return [];
  const isSettled = (role: Role) => org.isComplete("itPosts") && itPostRoles.includes(role);
  const isThere = (role: Role) =>
    org.data.posts.get(role)?.written === true || org.whole.declared(role).some(({ written }) => written);
  const demanded = [...org.knowledge.law.provisions.values()].flatMap(({ id, demands }) =>
    demands && provisionInForce(org, id) !== "no" && !demands.roles.some(isThere) ? demands.roles.slice(0, 1) : [],
  );
  return [...new Set([...standard, ...demanded])].filter((role) => !isThere(role) && !isSettled(role));
}
