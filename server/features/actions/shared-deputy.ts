import { postsHeldBy } from "../../model/org/holders.ts";
import { activityName, postName } from "../../model/org/names.ts";
import type { Org } from "../../model/org/org.ts";
import { type Change, set } from "../../model/words/change.ts";
import { given } from "../../model/words/fact.ts";
import type { Place } from "../../model/words/place.ts";
import { isReservedWord, type Ref, refKey } from "../../model/words/values.ts";
import { full, inSentence, listOf, spoken } from "../../model/words/words.ts";
import { textEdits } from "../../model/write/edit.ts";
import { freeId } from "../../remedies/remedies.ts";
import { type Assist, refactoring } from "./action.ts";

/**
 * A person who is named as the deputy in several places gets a post there: the one that the person holds, or a new one.
 * When somebody else takes over, one line changes.
 */
export const sharedDeputy: Assist = {
  examples: [
    {
      before: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Bo Li, reportsTo: ceo, deputy: De<|>e Fox } # on call
  ciso: { heldBy: Eve Roy, reportsTo: ceo, deputy: Dee Fox }
`,
      title: "Make Dee Fox's part a post of its own, deputy of the IT Director and the CISO",
      after: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Bo Li, reportsTo: ceo, deputy: deputy } # on call
  ciso: { heldBy: Eve Roy, reportsTo: ceo, deputy: deputy }
  deputy: { title: Deputy, heldBy: Dee Fox }
`,
    },
    {
      before: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Bo Li, reportsTo: ceo, deputy: Dee Fox }
  it-manager: { heldBy: Dee Fox, reportsTo: it-director }
activities:
  incident-response: { responsible: [it-director], accountable: ceo, deputy: <|>Dee Fox }
`,
      title: "Name the IT Manager as deputy in place of Dee Fox, in both places",
      after: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: { heldBy: Bo Li, reportsTo: ceo, deputy: it-manager }
  it-manager: { heldBy: Dee Fox, reportsTo: it-director }
activities:
  incident-response: { responsible: [it-director], accountable: ceo, deputy: it-manager }
`,
    },
  ],
  offers({ analysis: { document } }, { start }) {
    const { org, map } = document;
    const { place, part } = map.placeAt(start);
    const here = deputies(org).find(({ at }) => part === "value" && at.join("\0") === place.join("\0"));
    if (here?.ref.to !== "person") return [];
    const all = deputies(org).filter(({ ref }) => refKey(ref) === refKey(here.ref));
    const { name } = here.ref;
    const held = postsHeldBy(org, here.ref);
    if (all.length < 2 || held.length > 1 || isReservedWord(name)) return [];
    const [own] = held;
    const id = own?.id ?? freeId(org.data.posts, "deputy");
    const added: Change[] = own ? [] : [set(["posts", id], { title: "Deputy", heldBy: name })];
    const changes = [...all.map(({ at }) => set(at, id)), ...added];
    const places = all.length === 2 ? "both places" : `all ${all.length} places`;
    const title = own
      ? `Name the ${spoken(postName(own), full)} as deputy in place of ${name}, in ${places}`
      : `Make ${name}'s part a post of its own, deputy of ${listOf(all.map(({ of }) => of))}`;
    return [refactoring(own ? "rewrite" : "extract", title, () => textEdits(document, changes))];
  },
};

interface Deputy {
  readonly ref: Ref;
  readonly at: Place;
  /** Whom or what the deputy is for, as titles name it. */
  readonly of: string;
}

function deputies({ data }: Org): Deputy[] {
  const posts = [...data.posts.values()].map((post) => ({ entity: post, of: `the ${spoken(postName(post), full)}` }));
  const activities = [...data.activities.values()].map((activity) => ({
    entity: activity,
    of: inSentence(activityName(activity)),
  }));
  return [...posts, ...activities].flatMap(({ entity: { at, deputy }, of }) => {
    const ref = given(deputy);
    return ref ? [{ ref, at: [...at, "deputy"], of }] : [];
  });
}
