import type { CloudPurchasing } from "../knowledge/catalogues.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, type Change, type Fix, type Org, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const unownedCloudPurchasing = rule({
  id: "unowned-cloud-purchasing",
  category: "gap",
  severity: "info",
  title: "Nobody answers for bought cloud software",
  reportTitle: "Cloud software is bought in several places, and no post answers for it",
  why: "A cloud service takes a card and an afternoon. Whoever buys one for a department rarely sees what it means for security, for data or for the systems that it has to work with. Buying may stay where the need is, as long as one post knows of it and answers for it.",
  reason: "Nobody then sees what each purchase means for security, for data and for other systems.",
  rests: ["S1-46"],
  absorbs: ["no-accountable"],
  note: "It is a warning where purchases are uncontrolled, where no post leads IT, and from 250 people on. That departments buy for themselves is no fault by itself.",
  remedies: ["make-accountable-<post>"],
  avoid: "Departments buy cloud services themselves, and nobody is accountable for the purchase of software.",
  prefer: "One post answers for the purchase of software, wherever it is bought.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 120, cloudPurchasing: business-units }
#                                                               ^^^^^^^^^^^^^^ 💡 info: unowned-cloud-purchasing
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
activities:
  software-purchase: none
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 120, cloudPurchasing: business-units }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
activities:
  software-purchase: { accountable: it-manager }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 120, cloudPurchasing: business-units }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
activities:
  software-purchase: { accountable: cfo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 120, cloudPurchasing: business-units }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
`,
  },
  *check({ org }) {
    const { organization } = org.data;
    const spread = fact.holds(organization.cloudPurchasing, (how) => how !== "central");
    const violated = fact.all(spread, org.whole.withoutAccountable("software-purchase"));
    const entries = org.whole.activities("software-purchase");
    yield verdict(at(organization, "cloudPurchasing"), violated, () => ({
      says: `${whoBuys[fact.given(organization.cloudPurchasing)!]}, and nobody is accountable for it.`,
      severity: isWorse(org) ? "warning" : "info",
      related: entries.map((entry) => ({ at: entry.at, says: "nobody is accountable here" })),
      fixes: makeAccountable(org),
      covers: entries.map((entry) => entry.at),
    }));
  },
});

const whoBuys: Readonly<Record<CloudPurchasing, string>> = {
  central: "Cloud software is bought in one place",
  "business-units": "Departments buy cloud software themselves",
  mixed: "Cloud software is bought partly by the departments themselves",
  uncontrolled: "Cloud software is bought without any control",
};

const isWorse = (org: Org): boolean =>
  fact.given(org.data.organization.cloudPurchasing) === "uncontrolled" ||
  org.large() === "yes" ||
  ask.nobodyLeadsIt(org.whole) === "yes";

/** The head of IT; the head of the organization where IT has none, or nobody is in the post. */
function makeAccountable(org: Org): Fix[] {
  const leader = ask.headOfIt(org.whole).post;
  const isThere = leader && ask.held(leader) !== "no";
  const head = isThere ? { id: leader.id, name: say.thePost(leader) } : ask.headOf(org);
  if (!head) return [];
  const entries = org.whole.activities("software-purchase");
  const changes: Change[] = entries.map((entry) =>
    entry.exists === "yes" ? mend.set(at(entry, "accountable"), head.id) : mend.set(entry.at, { accountable: head.id }),
  );
  if (entries.length === 0) changes.push(mend.set(["activities", "software-purchase"], { accountable: head.id }));
  return [
    mend.fix(
      mend.does("make-accountable-<post>", head.id),
      say.words`Make ${head.name} accountable for software purchases`,
      changes,
      { preferred: true },
    ),
  ];
}
