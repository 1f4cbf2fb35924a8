import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Activity, at, type Fix, type Org, type Ref, type Related, rule, type Sayable, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const providerAccountable = rule({
  id: "provider-accountable",
  category: "raci",
  severity: "warning",
  title: "Outside provider accountable",
  reportTitle: "An outside provider answers for an activity of the organization",
  why: "Work can be bought, and so can advice. What cannot be bought is somebody who answers for the result to the board, the customers and the authorities: when it goes wrong, they come to the organization and not to its provider.",
  reason: "Work can be handed out, but somebody inside has to answer for it.",
  rests: ["nydfs-500-4a2", "ftc-314-4a2", "practice"],
  note: "It concerns providers, the people whom they employ, and posts that only such people hold. Of somebody whose employer is not given it is taken that the organization is. The two laws speak of outside heads of security only; without them it is a warning from practice.",
  remedies: ["make-accountable-<post>", "make-responsible-instead"],
  avoid: "A provider, or a person whom it employs, is accountable for an activity.",
  prefer: "A post of the organization's own is accountable, and the provider is responsible for the work.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk], overseenBy: it-director }
activities:
  patching: { responsible: [it-director], accountable: provider:northwind }
  #                                                    ^^^^^^^^^^^^^^^^^^ 💡 warning: provider-accountable
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk], overseenBy: it-director }
activities:
  patching: { responsible: [it-director, provider:northwind], accountable: it-director }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-director: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [helpdesk], overseenBy: it-director }
activities:
  patching: { responsible: [provider:northwind], accountable: it-director }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
people:
  Bo Li: { employedBy: unknown }
posts:
  it-director: { heldBy: Bo Li, reportsTo: ceo }
activities:
  patching: { responsible: [it-director], accountable: it-director }
`,
  },
  *check({ org }) {
    for (const activity of org.data.activities.values()) {
      // Who is accountable is asked for another rule's sake.
      if (activity.accountable.is === "unknown") continue;
      const comesFromOutside = (ref: Ref) => (ask.isAssumedHead(org, ref) ? "no" : ask.fromOutside(org, ref));
      const violated = fact.all(
        activity.exists,
        fact.holds(activity.accountable, (refs) => fact.some(refs, comesFromOutside)),
      );
      yield verdict(at(activity, "accountable"), violated, () => {
        const outside = fact.itemsOf(activity.accountable).filter((ref) => comesFromOutside(ref) === "yes");
        const are = outside.length > 1 ? "are" : "is";
        return {
          says: say.words`${say.sentence(say.listOf(outside.map((ref) => describe(org, ref))))} ${are} accountable for ${say.inSentence(say.activityName(activity))}.`,
          cases: ask.isOfSecurity(org, activity) ? ["security"] : [],
          related: outside.flatMap((ref) => whoIsOutside(org, ref)),
          fixes: answerInside(org, activity, outside),
        };
      });
    }
  },
});

/** "Aegis, an outside provider,", "Yusuf Demir (CISO) of Aegis". */
function describe(org: Org, ref: Ref): Sayable {
  if (ref.to === "provider") return say.words`${say.refName(org, ref)}, an outside provider,`;
  const { refs, post } = ask.handsOf(org, ref);
  const names = say.listOf(refs.map((one) => say.refName(org, one)));
  const title = post ? say.words` (${say.postName(post)})` : "";
  if (refs.every((one) => one.to === "provider")) return say.words`${names}${title}, an outside provider,`;
  return say.words`${names}${title} of ${say.listOf(say.distinctWords(refs.map((one) => employerName(org, one))))}`;
}

function employerName(org: Org, ref: Ref): Sayable {
  const id = ask.employerOf(org, ref) ?? "";
  const provider = org.data.providers.get(id);
  return provider ? say.providerName(provider) : say.humanize(id);
}

function whoIsOutside(org: Org, ref: Ref): Related[] {
  if (ref.to === "provider") return [{ at: ["providers", ref.id], says: "an outside provider" }];
  const { refs, post } = ask.handsOf(org, ref);
  const holder = post
    ? [{ at: at(post, "heldBy"), says: say.words`held by ${say.listOf(refs.map((one) => say.refName(org, one)))}` }]
    : [];
  const employers = [...new Set(refs.flatMap((one) => ask.employerOf(org, one) ?? []))];
  return [...holder, ...employers.map((id) => ({ at: ["providers", id], says: "employs the holder" }))];
}

/** Those inside who are accountable already stay so; otherwise somebody inside becomes it. */
function answerInside(org: Org, activity: Activity, outside: readonly Ref[]): Fix[] {
  const place = at(activity, "accountable");
  const refs = fact.itemsOf(activity.accountable);
  const isLeft = refs.length > outside.length;
  const who = outside.length > 1 ? "the outsiders" : say.refName(org, outside[0]!);
  const moved = mend.makeResponsible(activity, outside);
  if (isLeft) {
    const removals = refs.flatMap((ref, i) => (outside.includes(ref) ? [mend.remove([...place, i])] : [])).reverse();
    return [
      mend.fix(mend.does("make-responsible-instead"), say.words`Make ${who} responsible instead of accountable`, [
        ...removals,
        ...moved,
      ]),
    ];
  }
  return mend
    .ownersOf(org, activity)
    .map((owner) =>
      mend.fix(
        mend.does("make-accountable-<post>", owner.id),
        say.words`Make ${owner.name} accountable, and ${who} responsible`,
        [mend.set(place, owner.id), ...moved],
      ),
    );
}
