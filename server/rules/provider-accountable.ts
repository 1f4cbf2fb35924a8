import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Activity,
  at,
  type Change,
  type Fix,
  type Found,
  type Org,
  type Provider,
  type Ref,
  type Related,
  type Role,
  rule,
  type Sayable,
  type Top,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const providerAccountable = rule({
  id: "provider-accountable",
  category: "raci",
  severity: "info",
  title: "Outside provider accountable",
  reportTitle: "An outside provider answers for an activity of the organization",
  why: "Work can be bought, and so can advice. What cannot be bought is somebody who answers for the result to the board, the customers and the authorities: when it goes wrong, they come to the organization and not to its provider.",
  reason: "Work can be handed out, but somebody inside has to answer for it.",
  rests: ["nydfs-500-4a2", "ftc-314-4a2", "practice"],
  note: "One finding a provider, with all that it answers for. It concerns providers, the people whom they employ, and posts that only such people hold. Of somebody whose employer is not given it is taken that the organization is. A data protection officer, a CISO or a vCIO from outside is there to answer for that field, and is left out for it where somebody inside oversees the provider. It is information from practice; laws that keep the organization answerable for all that it hands out make it a warning. The two laws cited speak of outside heads of security whom nobody inside oversees.",
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
  #^^^^^^^^ 💡 info: provider-accountable
activities:
  patching: { responsible: [it-director], accountable: provider:northwind }
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
    const byProvider = new Map<string, Duty[]>();
    for (const activity of org.data.activities.values()) {
      // Who is accountable is asked for another rule's sake.
      if (activity.accountable.is === "unknown") continue;
      for (const ref of fact.itemsOf(activity.accountable)) {
        const outside = fact.all(activity.exists, ask.isAssumedHead(org, ref) ? "no" : ask.fromOutside(org, ref));
        const employers = outside === "yes" ? employersOf(org, ref) : [];
        for (const id of employers) ask.addTo(byProvider, id, { activity, ref });
        if (fact.isCannotTell(outside)) yield verdict(at(activity, "accountable"), outside, () => ({ says: "" }));
      }
    }
    for (const [id, duties] of byProvider) {
      const provider = org.data.providers.get(id);
      const overseen = provider ? overseenInside(org, provider) : "no";
      const judged = duties.map((duty) => {
        const stands = standing(org, provider, overseen, duty.activity);
        return { ...duty, stands: provider ? ask.unlessApart(provider, stands, separate) : stands };
      });
      const told = judged.filter(({ stands }) => stands === "yes");
      const place = ["providers", id];
      const parts = told.map(({ activity }) => ({
        at: at(activity, "accountable"),
        says: say.words`accountable for ${say.inSentence(say.activityName(activity))}`,
      }));
      const found = (some: readonly Related[]): Found => {
        const left = told.filter((_, i) => some.some((part) => part.at === parts[i]!.at));
        const isSecurity = left.some(({ activity }) => ask.isOfSecurity(org, activity));
        return {
          says: says(org, left),
          severity: answersInside(org) ? "warning" : "info",
          cases: isSecurity && overseen === "no" ? ["security"] : [],
          related: [...some, ...left.flatMap(({ ref }) => whoHolds(org, ref))],
          fixes: answerInside(org, left),
        };
      };
      if (told.length > 0) yield { at: place, violated: "yes", parts, found };
      for (const { stands, activity } of judged)
        if (fact.isCannotTell(stands)) yield verdict(at(activity, "accountable"), stands, () => found([]));
      // Whether somebody inside oversees it settles how grave it is where a law asks.
      if (told.some(({ activity }) => ask.isOfSecurity(org, activity)) && fact.isCannotTell(overseen))
        yield verdict(place, ask.isCaseDeclared(org, "provider-accountable", "security") ? overseen : "no", () =>
          found([]),
        );
    }
  },
});

/** A firm of the client's own group: that is one of its own, as long as nobody checks there what they do themselves. */
const separate = "Are those who answer for this work and those who do it separate people there?";

interface Duty {
  readonly activity: Activity;
  readonly ref: Ref;
}

const employersOf = (org: Org, ref: Ref): string[] => [
  ...new Set(ask.handsOf(org, ref).refs.flatMap((one) => ask.employerOf(org, one) ?? [])),
];

/** A regime under which the organization stays answerable for all that it hands out. */
const answersInside = (org: Org): boolean =>
  ask
    .regimesInForce(org)
    .some(({ id, answersInside: asks }) => asks === true && org.data.regimes.get(id)?.state === "applies");

/** Whether somebody of the organization's own oversees a provider. */
const overseenInside = (org: Org, { overseenBy }: Provider): Truth =>
  fact.holds(overseenBy, (refs) => fact.some(refs, (ref) => fact.not(ask.fromOutside(org, ref))));

/** What a guardian from outside is there to answer for, where somebody inside oversees the provider. */
const fields: readonly { readonly role: Role; readonly isOwn: (org: Org, activity: Activity) => boolean }[] = [
  { role: "dpo", isOwn: (_, one) => ["data-protection-monitoring", "privacy-complaints"].includes(ask.kindOf(one)) },
  { role: "ciso", isOwn: isOfGuardian },
  { role: "qualified-individual", isOwn: isOfGuardian },
  { role: "vcio", isOwn: (_, one) => ask.kindOf(one) === "it-strategy" },
];

function isOfGuardian(org: Org, activity: Activity): boolean {
  return ask.isOfSecurity(org, activity) && ask.kindOf(activity) !== "risk-acceptance";
}

/** Whether that a provider answers for an activity is one to tell of. */
function standing(org: Org, provider: Provider | undefined, overseen: Truth, activity: Activity): Truth {
  if (!provider) return "yes";
  const own = fields.filter(({ isOwn }) => isOwn(org, activity));
  const guards = fact.any("no", ...own.map(({ role }) => ask.suppliesPost(org, provider, role)));
  return fact.not(fact.allInTurn(guards, overseen));
}

/** "Aegis, an outside provider, is accountable for patching.", "Yusuf Demir (CISO) of Aegis is accountable for ..." */
function says(org: Org, duties: readonly Duty[]): Sayable {
  const refs = ask.distinct(duties.map(({ ref }) => ref));
  const who = refs.map((ref) => describe(org, ref, refs.length === 1));
  const what = duties.map(({ activity }) => say.inSentence(say.activityName(activity)));
  const shown = what.length > most ? [...what.slice(0, most), `${what.length - most} more`] : what;
  return say.words`${say.sentence(say.listOf(who))} ${who.length > 1 ? "are" : "is"} accountable for ${say.listOf(shown)}.`;
}

/** So many activities fit in a sentence; the related places have them all. */
const most = 6;

/** "Aegis, an outside provider,", "Yusuf Demir (CISO) of Aegis". In a list, that the provider is one is left out. */
function describe(org: Org, ref: Ref, isAlone: boolean): Sayable {
  const what = isAlone ? ", an outside provider," : "";
  if (ref.to === "provider") return say.words`${say.refName(org, ref)}${what}`;
  const { refs, post } = ask.handsOf(org, ref);
  const names = say.listOf(refs.map((one) => say.refName(org, one)));
  const title = post ? say.words` (${say.postName(post)})` : "";
  if (refs.every((one) => one.to === "provider")) return say.words`${names}${title}${what}`;
  return say.words`${names}${title} of ${say.listOf(say.distinctWords(refs.map((one) => employerName(org, one))))}`;
}

function employerName(org: Org, ref: Ref): Sayable {
  const id = ask.employerOf(org, ref) ?? "";
  const provider = org.data.providers.get(id);
  return provider ? say.providerName(provider) : say.humanize(id);
}

function whoHolds(org: Org, ref: Ref): Related[] {
  const { refs, post } = ask.handsOf(org, ref);
  const names = say.listOf(refs.map((one) => say.refName(org, one)));
  return post ? [{ at: at(post, "heldBy"), says: say.words`held by ${names}` }] : [];
}

/** Somebody inside becomes accountable for all of it, and the provider responsible. */
function answerInside(org: Org, duties: readonly Duty[]): Fix[] {
  const activities = [...new Set(duties.map(({ activity }) => activity))];
  const [first] = activities;
  if (!first) return [];
  const changesFor = (activity: Activity, owner: Top | undefined): Change[] | undefined => {
    const outside = duties.filter((duty) => duty.activity === activity).map(({ ref }) => ref);
    const refs = fact.itemsOf(activity.accountable);
    const moved = mend.makeResponsible(activity, outside);
    const place = at(activity, "accountable");
    if (refs.length > outside.length)
      return [
        ...refs.flatMap((ref, i) => (outside.includes(ref) ? [mend.remove([...place, i])] : [])).reverse(),
        ...moved,
      ];
    return owner ? [mend.set(place, owner.id), ...moved] : undefined;
  };
  const who = say.refName(org, duties[0]!.ref);
  const alone = activities.map((activity) => changesFor(activity, undefined));
  if (alone.every((changes) => changes !== undefined))
    return [
      mend.fix(
        mend.does("make-responsible-instead"),
        say.words`Make ${who} responsible instead of accountable`,
        alone.flat(),
      ),
    ];
  const ownersOf = activities.map((activity) => mend.ownersOf(org, activity));
  const inAll = ownersOf[0]!.filter((owner) => ownersOf.every((all) => all.some(({ id }) => id === owner.id)));
  return inAll.slice(0, 2).map((owner) =>
    mend.fix(
      mend.does("make-accountable-<post>", owner.id),
      say.words`Make ${owner.name} accountable, and ${who} responsible`,
      activities.flatMap((activity) => changesFor(activity, owner) ?? []),
    ),
  );
}
