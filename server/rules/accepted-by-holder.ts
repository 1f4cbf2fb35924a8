import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type AcceptanceUse,
  at,
  type Fix,
  type Org,
  type Post,
  type Ref,
  rule,
  type Verdict,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const acceptedByHolder = rule({
  id: "accepted-by-holder",
  category: "format",
  severity: "warning",
  title: "Approved by somebody whom the finding is about",
  reportTitle: "A risk was accepted by the post that it concerns",
  why: "Whoever approves an exception should be able to refuse it. Somebody who approves an exception for a post that he or she holds decides in an own matter, and the record protects nobody.",
  reason: "Somebody who does not hold the post should decide.",
  rests: [],
  note: "The decision still covers its finding.",
  mends: "record",
  remedies: ["ask-who-approves"],
  avoid: "The CISO approves that the CISO may report to the CIO.",
  prefer: "The superior of the post approves, or the board.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
  #                                 ^^^ 💡 accepted warning: ciso-in-it-line
accepted:
  - rule: ciso-in-it-line
    at: posts.ciso
    reason: until the new risk officer comes
    compensatingControl: weekly talk with the CEO
    approvedBy: ciso
    #           ^^^^ 💡 warning: accepted-by-holder
    until: 2027-06-30
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
  #                                 ^^^ 💡 warning: ciso-in-it-line
accepted:
  - rule: ciso-in-it-line
#   ^^^^^^^^^^^^^^^^^^^^^ hint: acceptance-lapsed
    at: posts.ciso
    reason: until the new risk officer comes
    compensatingControl: weekly talk with the CEO
    approvedBy: not-asked
    until: 2027-06-30
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
  #                                 ^^^ 💡 accepted warning: ciso-in-it-line
accepted:
  - rule: ciso-in-it-line
    at: posts.ciso
    reason: until the new risk officer comes
    compensatingControl: weekly talk with the CEO
    approvedBy: board
    until: 2027-06-30
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: unknown, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: it-director }
  it-director: { heldBy: unknown, reportsTo: ceo }
accepted:
  - rule: ciso-in-it-line
    at: posts.ciso
    reason: until the new risk officer comes
    compensatingControl: weekly talk with the CEO
    approvedBy: cio
    until: 2027-06-30
`,
  },
  *review({ org, acceptances }) {
    for (const use of acceptances) {
      const { acceptance } = use;
      const approver = fact.given(acceptance.approvedBy);
      // A decision that covers nothing needs no other approver; acceptance-lapsed says so.
      if (!approver || !use.inForce) continue;
      yield* approvedByProvider(org, use, approver);
      const concerned = concernedPosts(org, use);
      const approverHolds = (post: Post) => ask.inPost(org, approver, post);
      yield verdict(at({ at: acceptance.place }, "approvedBy"), fact.some(concerned, approverHolds), () => {
        const own = concerned.find((post) => approverHolds(post) === "yes")!;
        const is = approver.to === "post" && approver.id === own.id;
        return {
          says: is
            ? say.words`${say.sentence(say.thePost(own))} approved a decision about that very post.`
            : say.words`${say.sentence(say.refName(org, approver))} approved a decision about ${say.thePost(own)}, and holds that post.`,
          related: [{ at: own.at, says: "the decision concerns this post" }],
          fixes: [askWhoApproves(acceptance)],
        };
      });
    }
  },
});

/** A provider that lets its own conflict pass is no better an approver than the holder of a post. */
function* approvedByProvider(org: Org, use: AcceptanceUse, approver: Ref): Iterable<Verdict> {
  const place = at({ at: use.acceptance.place }, "approvedBy");
  for (const provider of concernedIn("providers", use).flatMap((id) => org.data.providers.get(id) ?? [])) {
    yield verdict(place, ask.ofProvider(org, approver, provider.id), () => {
      const name = say.providerName(provider);
      const who = say.refName(org, approver);
      return {
        says: say.words`${say.sentence(who)} approved a decision about ${say.sameWords(who, name) ? "its own services" : say.words`${name}, and belongs to it`}.`,
        reason: "Somebody inside the organization should decide.",
        related: [{ at: provider.at, says: "the decision concerns this provider" }],
        fixes: [askWhoApproves(use.acceptance)],
      };
    });
  }
}

const concernedPosts = (org: Org, use: AcceptanceUse): Post[] =>
  concernedIn("posts", use).flatMap((id) => org.data.posts.get(id) ?? []);

/** The entries of a section that an accepted finding speaks of. */
function concernedIn(section: "posts" | "providers", { matches }: AcceptanceUse): string[] {
  const places = matches.flatMap((match) => match.places);
  return [...new Set(places.flatMap(([name, id]) => (name === section && typeof id === "string" ? [id] : [])))];
}

/** Who else approved it, or would, the file cannot know. */
const askWhoApproves = ({ place }: AcceptanceUse["acceptance"]): Fix =>
  mend.fix(mend.does("ask-who-approves"), "Ask again who approves it", [
    mend.set(at({ at: place }, "approvedBy"), "not-asked"),
  ]);
