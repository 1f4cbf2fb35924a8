import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { type Activity, at, type Fix, type Org, type Ref, rule, type Truth, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const noIncidentBackup = rule({
  id: "no-incident-backup",
  category: "continuity",
  severity: "warning",
  title: "Nobody stands in for incident response",
  reportTitle: "The response to incidents rests on one, and nobody stands in",
  why: "Incidents happen at night, on holidays, and while the one person who knows what to do is ill. The first hours decide how much is lost. A second person who knows the plan, and may decide, costs little beforehand.",
  reason: "An incident does not wait until somebody is back.",
  rests: ["cis-17-1"],
  note: "A deputy for the activity is enough, and so is one for the post behind it. Two people in one post stand in for each other, and so does a team. Of a provider or a team that responds alone it is asked who inside is in charge.",
  remedies: ["name-deputy-<post>"],
  avoid: "One post or one person responds to incidents, and it was asked who stands in: nobody.",
  prefer: "A second person is named who knows the plan and may decide.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
  desk-lead: { heldBy: Cy Ho, reportsTo: it-manager }
activities:
  incident-response: { responsible: [it-manager], accountable: ceo, deputy: none }
  #^^^^^^^^^^^^^^^^ 💡 warning: no-incident-backup
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
  desk-lead: { heldBy: Cy Ho, reportsTo: it-manager }
activities:
  incident-response: { responsible: [it-manager], accountable: ceo, deputy: desk-lead }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational], deputy: Cy Ho }
activities:
  incident-response: { responsible: [it-manager], accountable: ceo }
# ^^^^^^^^^^^^^^^^^ sound: no-incident-backup
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120 }
posts:
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
activities:
  incident-response: { responsible: [it-manager], accountable: ceo }
`,
  },
  *check({ org }) {
    for (const entry of org.activities("incident-response")) {
      const inCharge = whoIsInCharge(org, entry);
      if (inCharge !== "no") yield verdict(entry.at, inCharge, () => ({ says: "" }));
      const alone = fact.holds(entry.responsible, (refs) =>
        refs.length === 1 ? standsAlone(org, entry, refs[0]!) : "no",
      );
      yield verdict(
        entry.at,
        fact.all(entry.exists, alone),
        () => {
          const [ref] = fact.itemsOf(entry.responsible);
          return {
            says: say.words`${say.sentence(say.refName(org, ref!))} alone responds to incidents, and nobody stands in${say.whyNobody(org, entry, ref!)}.`,
            related: ask
              .postsBehind(org, ref!)
              .flatMap((post) => (post.written ? [{ at: post.at, says: "responds to incidents" }] : [])),
            fixes: nameStandIn(org, entry, ref!),
          };
        },
        () => {
          const deputy = fact.given(entry.deputy);
          const posts = fact.itemsOf(entry.responsible).flatMap((ref) => ask.postsBehind(org, ref));
          const [post] = posts.filter((one) => one.deputy.is === "known");
          const ref = deputy ?? (post && fact.given(post.deputy));
          return ref
            ? {
                says: say.words`Somebody stands in where an incident happens: ${say.refName(org, ref)}.`,
                facts: [deputy || !post ? at(entry, "deputy") : at(post, "deputy")],
              }
            : undefined;
        },
      );
    }
  },
});

/** A firm is never ill. What is worth knowing of one that responds is who inside is in charge; never a finding. */
function whoIsInCharge(org: Org, { exists, responsible, accountable, at }: Activity): Truth {
  const [ref, ...others] = fact.itemsOf(responsible);
  if (exists !== "yes" || !ref || others.length > 0 || !isFirmOrTeam(org, ref)) return "no";
  const question = say.words`Who inside is in charge when ${say.refName(org, ref)} responds to an incident?`;
  return accountable.is === "unknown" ? fact.missing([...at, "accountable"], question) : "no";
}

/** A provider, a post that only providers hold, or a team. */
const isFirmOrTeam = (org: Org, ref: Ref): boolean => {
  const { refs } = ask.handsOf(org, ref);
  return ref.to === "team" || (refs.length > 0 && refs.every(({ to }) => to === "provider"));
};

/** Several people in one post, in a team or in a firm stand in for each other. */
function standsAlone(org: Org, entry: Activity, ref: Ref): Truth {
  const post = ref.to === "post" ? org.data.posts.get(ref.id) : undefined;
  const isShared = isFirmOrTeam(org, ref) || (post !== undefined && fact.itemsOf(post.heldBy).length > 1);
  return fact.all(fact.truth(!isShared), ask.withoutDeputy(org, entry, ref));
}

function nameStandIn(org: Org, entry: Activity, ref: Ref): Fix[] {
  const [person] = ask.postsBehind(org, ref).flatMap((post) => mend.standIn(org, post) ?? []);
  if (!person) return [];
  return [
    mend.fix(
      mend.does("name-deputy-<post>", person.id),
      say.words`Let ${say.thePost(person)} stand in for incident response`,
      [mend.set(at(entry, "deputy"), person.id)],
    ),
  ];
}
