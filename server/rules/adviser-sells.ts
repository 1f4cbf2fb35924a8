import { titleOf } from "../knowledge/format.ts";
import {
  type Activity,
  accept,
  all,
  any,
  at,
  type Fix,
  firstStep,
  given,
  headOf,
  held,
  holds,
  inSentence,
  isDormant,
  itemsOf,
  listOf,
  missing,
  type Org,
  ofProvider,
  type Provider,
  postName,
  providerName,
  type Ref,
  type Related,
  rule,
  set,
  some,
  stated,
  type Truth,
  thePost,
  verdict,
} from "./rule.ts";

const advice = ["vcio", "interim-management"];
const sold = ["hardware-resale", "licence-resale", "implementation"];
const operated = ["helpdesk", "hosting", "network", "backup", "security-operations"];

export const adviserSells = rule({
  id: "adviser-sells",
  category: "provider",
  severity: "warning",
  title: "Adviser who also sells",
  reportTitle: "An outside adviser earns from what it advises",
  why: "An adviser who also sells or runs what is chosen has a stake in the answer, however honest the advice. The organization can still take it, if it knows of the stake and somebody of its own decides what is bought.",
  reason: "Its advice can bring it business, so somebody inside should decide what is bought.",
  rests: ["S2-15", "S4-01", "practice"],
  note: "No regulation that we know forbids this, and the finding does not say so. Three of the five articles recommend virtual CIOs, and the publishers of all three sell that service; none of them names it as a conflict.",
  avoid:
    "A provider that acts as virtual CIO, or helps to choose vendors, also resells, installs, hosts or supports, or earns commission.",
  prefer:
    "The adviser sells nothing else; or it discloses what it earns, and a post of the organization's own approves every purchase.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [vcio, licence-resale], levels: [strategic], overseenBy: ceo }
  #                                       ^^^^^^^^^^^^^^^^^^^^^^ warning: adviser-sells
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [vcio], levels: [strategic], overseenBy: ceo, earnsCommission: no }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [vcio, quarterly-review], levels: [strategic], overseenBy: ceo, earnsCommission: no }
  southwind: { name: Southwind, services: [helpdesk], overseenBy: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
providers:
  northwind: { name: Northwind, services: [vcio], levels: [strategic], overseenBy: ceo, earnsCommission: unknown }
`,
  },
  *check({ org, today }) {
    for (const provider of org.data.providers.values()) {
      const supplies = (services: readonly string[]) =>
        holds(provider.services, (own) => own.some((service) => services.includes(service)));
      const helpsToChoose = choices(org, today, provider);
      const vcioPosts = vcioPostsOf(org, provider);
      const advises = any(supplies(advice), ...[...vcioPosts, ...helpsToChoose].map((one) => one.truth));
      const earns = any(
        supplies([...sold, ...operated]),
        holds(provider.earnsCommission, (yes) => yes),
      );
      const [filled, chosen] = [vcioPosts, helpsToChoose].map((ways) => ways.filter((one) => one.truth === "yes"));
      yield verdict(at(provider, "services"), all(provider.exists, advises, earns), () => ({
        says: `${providerName(provider)} ${howItAdvises(provider, filled!.length > 0, chosen!.length > 0)}, and also ${howItEarns(provider)}.`,
        related: [...[...filled!, ...chosen!].map(({ at, says }) => ({ at, says })), ...commission(provider)],
        fixes: firstSteps(org, provider, today),
      }));
    }
  },
});

interface Choice extends Related {
  readonly truth: Truth;
}

/** A vCIO can be a provider's service, or a post that the provider, or somebody of it, holds. */
function vcioPostsOf(org: Org, provider: Provider): Choice[] {
  return org.posts("vcio").map((post) => ({
    at: at(post, "heldBy"),
    says: `holds the ${postName(post)} post`,
    truth: all(post.exists, ofProvider(org, { to: "post", id: post.id }, provider.id)),
  }));
}

/** Every place where a provider, or somebody of it, may take part in choosing vendors. */
function choices(org: Org, today: string, provider: Provider): Choice[] {
  const ofIt = (ref: Ref) => ofProvider(org, ref, provider.id);
  const entries = org.activities("vendor-selection");
  const duty = (activity: Activity, capacity: "responsible" | "accountable" | "consulted") => ({
    at: at(activity, capacity),
    says: `${capacity} for the choice of vendors`,
    truth: all(
      activity.exists,
      holds(activity[capacity], (refs) => some(refs, ofIt)),
    ),
  });
  const active = [...org.data.committees.values()].filter((committee) => !isDormant(committee, today));
  const committees = active.map((committee) => ({
    at: committee.at,
    says: "sits on the committee that oversees the choice of vendors",
    truth: all(
      committee.exists,
      holds(committee.oversees, (topics) => topics.includes("vendor-selection")),
      any(
        holds(committee.chair, ofIt),
        holds(committee.members, (refs) => some(refs, ofIt)),
      ),
    ),
  }));
  const place = ["activities", "vendor-selection"];
  const isTold = entries.length > 0 || org.isComplete("activities");
  const untold: Choice[] = isTold ? [] : [{ at: place, says: "", truth: missing(place) }];
  return [
    ...entries.flatMap((entry) => [duty(entry, "accountable"), duty(entry, "responsible"), duty(entry, "consulted")]),
    ...committees,
    ...untold,
  ];
}

function howItAdvises({ services }: Provider, holdsPost: boolean, takesPart: boolean): string {
  const own = itemsOf(services);
  const parts = [
    holdsPost || own.includes("vcio") ? "advises as vCIO" : "",
    own.includes("interim-management") ? "supplies interim managers" : "",
    takesPart ? "takes part in choosing vendors" : "",
  ];
  return listOf(parts.filter((part) => part !== ""));
}

function howItEarns({ services, earnsCommission }: Provider): string {
  const namesOf = (wanted: readonly string[]) =>
    listOf(itemsOf(services).flatMap((id) => (wanted.includes(id) ? [inSentence(titleOf("service", id))] : [])));
  const [sells, runs] = [namesOf(sold), namesOf(operated)];
  const earns = given(earnsCommission) ? "earns commission" : "";
  return listOf([sells && `offers ${sells}`, runs && `runs ${runs}`, earns].filter((part) => part !== ""));
}

function commission(provider: Provider): Related[] {
  return given(provider.earnsCommission) ? [{ at: at(provider, "earnsCommission"), says: "earns commission" }] : [];
}

/** Neither ends the conflict: somebody of the organization's own decides on purchases, or the stake is disclosed. */
function firstSteps(org: Org, provider: Provider, today: string): Fix[] {
  const concerns: Ref[] = [{ to: "provider", id: provider.id }];
  const entry = { rule: "adviser-sells", at: at(provider), concerns };
  const disclose = firstStep("First step: have it disclose what it earns, and accept that on record", [
    accept(org, today, entry),
  ]);
  const entries = org.activities("purchase-approve");
  if (entries.some((activity) => stated(activity.responsible) === "yes" || stated(activity.accountable) === "yes"))
    return [disclose];
  const cfo = org.posts("cfo").find((post) => post.written && held(post) === "yes");
  const inside = cfo ? { id: cfo.id, name: thePost(cfo) } : headOf(org);
  if (!inside) return [disclose];
  const place = entries[0]?.at ?? ["activities", "purchase-approve"];
  const assign = firstStep(`First step: let ${inside.name} approve purchases`, [
    set([...place, "responsible"], [inside.id]),
  ]);
  return [assign, disclose];
}
