import type { Law } from "../../knowledge/regimes.ts";
import * as ask from "../ask.ts";
import * as fact from "../fact.ts";
import * as mend from "../mend.ts";
import {
  type Activity,
  at,
  type Fix,
  type Org,
  type Place,
  provisionRule,
  type Ref,
  type Role,
  type RulesFrom,
  type Sayable,
  type Truth,
  verdict,
} from "../rule.ts";
import * as say from "../say.ts";

const assigned = "pci-12-1-4";
const demandOf = ({ provisions }: Law) => provisions.get(assigned)!.demands!;
const programme = "pci-12-4-1";
const executives: readonly Role[] = ["ceo", "cfo", "coo", "cro", "cio", "cto", "ciso"];

const example = (profile: string, posts: string, more = "") => `
itorg: 1
organization: { name: Example, headcount: 300${profile} }
regimes: { pci-dss: applies }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  ${posts}
${more}`;
const withCiso = (more: string) => example("", `ciso: { heldBy: Eve Roy, reportsTo: ceo${more} }`);
const withProgramme = (entry: string) =>
  example(
    ", cardData: service-provider",
    "it-manager: { heldBy: Bo Li, reportsTo: ceo }",
    `activities:\n  pci-compliance: ${entry}\n`,
  );

export const pciDss: readonly RulesFrom[] = [
  provisionRule(({ law }) => ({
    id: assigned,
    title: "Security not formally assigned",
    reportTitle: "Responsibility for security is not formally in the hands of an executive",
    reason: `${demandOf(law).asks}; that appears to be missing.`,
    note: "Where there is no CISO it is an error, and where the CISO was appointed by word of mouth, or not at all, a warning. A provider that supplies a CISO counts as one.",
    remedies: ["appoint-in-writing", "supply-<item>-from-outside", "add-post-<post>"],
    avoid: "There is no CISO, or the CISO was appointed by word of mouth.",
    prefer: "A CISO has been appointed in writing.",
    examples: {
      bad: example(
        "",
        `ciso: { heldBy: Eve Roy, reportsTo: ceo, appointment: verbal }\n  #                                                     ^^^^^^ 💡 warning: ${assigned}`,
      ),
      fixed: withCiso(", appointment: in-writing"),
      good: withCiso(", appointment: in-writing"),
      unknown: withCiso(""),
    },
    *check({ org }) {
      const demand = demandOf(org.knowledge.law);
      for (const scope of ask.scopesAsked(org, assigned)) {
        yield verdict(ask.placeOfMissing(scope, demand.roles), ask.demandUnmet(scope, demand), () => ({
          says: `There is no CISO${scope.unit ? ` in ${scope.name}` : ""}.`,
          related: say.ifThisIsIt(scope, ["ciso"]),
          fixes: mend.fillDemand(scope, demand),
          joins: [{ rule: "security-unowned", at: scope.at }],
        }));
      }
      for (const ciso of org.posts("ciso")) {
        if (ask.held(ciso) === "no") continue;
        const informal = fact.any(
          fact.lacking(ciso.appointment),
          fact.holds(ciso.appointment, (how) => how !== "in-writing"),
        );
        yield verdict(at(ciso, "appointment"), informal, () => ({
          says: say.words`${say.sentence(say.thePost(ciso))} was appointed ${fact.lacking(ciso.appointment) === "yes" ? "without any formality" : "by word of mouth"}.`,
          reason: "The standard wants security assigned formally; a spoken word appears to fall short of that.",
          severity: "warning",
          fixes: [
            mend.fix(
              mend.does("appoint-in-writing"),
              say.words`Appoint ${say.thePost(ciso)} in writing`,
              [mend.set(at(ciso, "appointment"), "in-writing")],
              {
                preferred: true,
              },
            ),
          ],
        }));
      }
    },
  })),
  provisionRule({
    id: programme,
    title: "No executive answers for PCI compliance",
    reportTitle: "No executive answers for protecting card data",
    reason:
      "The standard has a service provider's executives answer for protecting card data; that appears to be missing.",
    note: "It speaks of service providers. As executives count CEO, CFO, COO, CRO, CIO, CTO and CISO, by the post or by the person in it.",
    remedies: ["make-accountable-<post>"],
    avoid: "Nobody answers for compliance with the standard, or somebody below the executives does.",
    prefer: "One of the executives is accountable for the compliance programme.",
    examples: {
      bad: withProgramme(
        `{ accountable: it-manager, responsible: [it-manager] }\n  #                              ^^^^^^^^^^ 💡 error: ${programme}`,
      ),
      fixed: withProgramme("{ accountable: ceo, responsible: [it-manager] }"),
      good: withProgramme("{ accountable: Ann Ode, responsible: [it-manager] }"),
      unknown: withProgramme("not-asked"),
    },
    *check({ org }) {
      const entries = org.activities("pci-compliance");
      if (entries.every(({ exists }) => exists === "no")) {
        yield verdict(ask.placeOfMissingActivity(org, "pci-compliance"), org.whole.notDone("pci-compliance"), () => ({
          says: "Nobody answers for compliance with the card standard.",
          fixes: answeredFor(org, entries[0]),
        }));
      }
      const answered = fact.some(entries, (entry) => fact.all(entry.exists, holdsExecutive(org, entry)));
      const [entry] = entries.filter(({ exists }) => exists !== "no");
      if (!entry) return;
      yield verdict(at(entry, "accountable"), fact.all(entry.exists, fact.not(answered)), () => ({
        says: say.words`${accountables(org, entry)} accountable for compliance with the card standard.`,
        fixes: answeredFor(org, entry),
      }));
    },
  }),
];

const holdsExecutive = (org: Org, { accountable }: Activity): Truth =>
  fact.holds(accountable, (refs) => fact.some(refs, (ref) => ranksAsExecutive(org, ref)));

/** An executive's post, or somebody who holds one. Of a person in no post of the file nobody knows what that person is. */
function ranksAsExecutive(org: Org, ref: Ref): Truth {
  const { post } = ask.handsOf(org, ref);
  if (post) {
    const isOpen = post.role.is === "unknown" && ask.readsLikeHead(post);
    const own = isOpen ? fact.missing([...post.at, "role"]) : ask.inRole(post, executives);
    if (own === "yes") return own;
    return fact.any(own, holdsOne(org, ref));
  }
  const isPlaced = org.allPosts.some((one) => ask.inPost(org, ref, one) === "yes");
  const isKnown = ref.to !== "person" || isPlaced || org.isComplete("posts");
  return fact.any(
    holdsOne(org, ref),
    isKnown ? "no" : fact.missing(["people", ref.name], say.words`Which post does ${say.refName(org, ref)} hold?`),
  );
}

const holdsOne = (org: Org, ref: Ref): Truth => fact.some(org.posts(...executives), (one) => ask.inPost(org, ref, one));

function accountables(org: Org, { accountable }: Activity): Sayable {
  const refs = fact.itemsOf(accountable);
  if (refs.length === 0) return "Nobody is";
  return say.words`Only ${say.listOf(refs.map((ref) => say.refName(org, ref)))} ${refs.length > 1 ? "are" : "is"}`;
}

/** The CISO, or the head of the organization. */
function answeredFor(org: Org, entry: Activity | undefined): Fix[] {
  const [ciso] = org.posts("ciso").filter((post) => ask.held(post) === "yes" && post.unit.is === "none");
  const head = ask.headOf(org);
  const who = [ciso && { id: ciso.id, name: say.thePost(ciso) }, head].filter((one) => one !== undefined);
  const place: Place = entry?.at ?? ["activities", mend.freeId(org.data.activities, "pci-compliance")];
  return who.map(({ id, name }, i) =>
    mend.fix(
      mend.does("make-accountable-<post>", id),
      say.words`Make ${name} accountable for PCI compliance`,
      [entry?.exists === "yes" ? mend.set([...place, "accountable"], id) : mend.set(place, { accountable: id })],
      { preferred: i === 0 },
    ),
  );
}
