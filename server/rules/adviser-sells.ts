import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Activity,
  at,
  type Fix,
  type Org,
  type Provider,
  type Ref,
  type Related,
  rule,
  type Truth,
  verdict,
  type Words,
} from "./rule.ts";
import * as say from "./say.ts";

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
  rests: ["practice"],
  note: "No regulation that we know forbids this, and the finding does not say so. One article recommends virtual CIOs, the links of another do, and a third offers to act as its clients' CIO; the publishers of all three sell that service, and none of them names it as a conflict.",
  remedies: ["let-<post>-approve-purchases", "disclose-earnings"],
  absorbs: ["provider-concentration"],
  tells: ["provider-concentration"],
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
        fact.holds(provider.services, (own) => own.some((service) => services.includes(service)));
      const helpsToChoose = choices(org, today, provider);
      const vcioPosts = vcioPostsOf(org, provider);
      const advises = fact.any(supplies(advice), ...[...vcioPosts, ...helpsToChoose].map((one) => one.truth));
      const tied = ask.tiedTo(org, provider);
      const sells = (firm: Provider) =>
        fact.holds(firm.services, (own) => own.some((service) => [...sold, ...operated].includes(service)));
      const earns = fact.any(
        ...[provider, ...tied].map(sells),
        fact.holds(provider.earnsCommission, (yes) => yes),
      );
      // What a firm earns is asked only where it is known to advise, or nobody knows at all what it does.
      const inTurn = provider.services.is === "unknown" ? fact.all : fact.allInTurn;
      const violated = inTurn(provider.exists, advises, earns);
      const question = "Are those who advise and those who sell or run IT separate people there?";
      const [filled, chosen] = [vcioPosts, helpsToChoose].map((ways) => ways.filter((one) => one.truth === "yes"));
      yield verdict(at(provider, "services"), ask.unlessApart(provider, violated, question), () => ({
        says: say.words`${say.providerName(provider)} ${howItAdvises(provider, filled!.length > 0, chosen!.length > 0)}, and ${howItEarns(org, provider) === "" ? "" : `also ${howItEarns(org, provider)}`}${tiedWords(
          tied.filter((firm) => sells(firm) === "yes"),
          howItEarns(org, provider) === "",
        )}.`,
        related: [...[...filled!, ...chosen!].map(({ at, says }) => ({ at, says })), ...commission(provider)],
        fixes: firstSteps(org, provider),
      }));
    }
  },
});

/** ", as does Northwind, of the same group". */
function tiedWords(firms: readonly Provider[], isAll: boolean): Words {
  if (firms.length === 0) return [];
  const names = say.listOf(firms.map(say.providerName));
  return isAll
    ? say.words`${names}, of the same group, sells or runs IT`
    : say.words`, as does ${names}, of the same group`;
}

interface Choice extends Related {
  readonly truth: Truth;
}

/** A vCIO can be a provider's service, or a post that the provider, or somebody of it, holds. */
function vcioPostsOf(org: Org, provider: Provider): Choice[] {
  return org.posts("vcio").map((post) => ({
    at: at(post, "heldBy"),
    says: say.words`holds the ${say.postName(post)} post`,
    truth: fact.all(post.exists, ask.ofProvider(org, { to: "post", id: post.id }, provider.id)),
  }));
}

/** Every place where a provider, or somebody of it, may take part in choosing vendors. */
function choices(org: Org, today: string, provider: Provider): Choice[] {
  const ofIt = (ref: Ref) => ask.ofProvider(org, ref, provider.id);
  const entries = org.activities("vendor-selection");
  const duty = (activity: Activity, capacity: "responsible" | "accountable" | "consulted") => ({
    at: at(activity, capacity),
    says: `${capacity} for the choice of vendors`,
    truth: fact.all(
      activity.exists,
      fact.holds(activity[capacity], (refs) => fact.some(refs, ofIt)),
    ),
  });
  const active = [...org.data.committees.values()].filter((committee) => !ask.isDormant(committee, today));
  const committees = active.map((committee) => ({
    at: committee.at,
    says: "sits on the committee that oversees the choice of vendors",
    truth: fact.allInTurn(
      committee.exists,
      fact.holds(committee.oversees, (topics) => topics.includes("vendor-selection")),
      fact.any(
        fact.holds(committee.chair, (refs) => fact.some(refs, ofIt)),
        fact.holds(committee.members, (refs) => fact.some(refs, ofIt)),
      ),
    ),
  }));
  const place = ["activities", "vendor-selection"];
  const isTold = entries.length > 0 || org.isComplete("activities");
  const untold: Choice[] = isTold ? [] : [{ at: place, says: "", truth: fact.missing(place) }];
  return [
    ...entries.flatMap((entry) => [duty(entry, "accountable"), duty(entry, "responsible"), duty(entry, "consulted")]),
    ...committees,
    ...untold,
  ];
}

function howItAdvises({ services }: Provider, holdsPost: boolean, takesPart: boolean): string {
  const own = fact.itemsOf(services);
  const parts = [
    holdsPost || own.includes("vcio") ? "advises as vCIO" : "",
    own.includes("interim-management") ? "supplies interim managers" : "",
    takesPart ? "takes part in choosing vendors" : "",
  ];
  return say.listOf(parts.filter((part) => part !== ""));
}

function howItEarns({ knowledge }: Org, { services, earnsCommission }: Provider): string {
  const namesOf = (wanted: readonly string[]) =>
    say.listOf(
      fact
        .itemsOf(services)
        .flatMap((id) => (wanted.includes(id) ? [say.inSentence(knowledge.format.titleOf("service", id))] : [])),
    );
  const [sells, runs] = [namesOf(sold), namesOf(operated)];
  const earns = fact.given(earnsCommission) ? "earns commission" : "";
  return say.listOf([sells && `offers ${sells}`, runs && `runs ${runs}`, earns].filter((part) => part !== ""));
}

function commission(provider: Provider): Related[] {
  return fact.given(provider.earnsCommission)
    ? [{ at: at(provider, "earnsCommission"), says: "earns commission" }]
    : [];
}

/** Neither ends the conflict: somebody of the organization's own decides on purchases, or the stake is disclosed. */
function firstSteps(org: Org, provider: Provider): Fix[] {
  const disclose = mend.firstStep(
    mend.does("disclose-earnings"),
    say.words`First step: have ${say.providerName(provider)} disclose what it earns`,
    [],
  );
  const entries = org.activities("purchase-approve");
  if (
    entries.some(
      (activity) => fact.stated(activity.responsible) === "yes" || fact.stated(activity.accountable) === "yes",
    )
  )
    return [disclose];
  const cfo = org.posts("cfo").find((post) => post.written && ask.held(post) === "yes");
  const inside = cfo ? { id: cfo.id, name: say.thePost(cfo) } : ask.headOf(org);
  if (!inside) return [disclose];
  const place = entries[0]?.at ?? ["activities", "purchase-approve"];
  const assign = mend.firstStep(
    mend.does("let-<post>-approve-purchases", inside.id),
    say.words`First step: let ${inside.name} approve purchases`,
    [mend.set([...place, "responsible"], [inside.id])],
  );
  return [assign, disclose];
}
