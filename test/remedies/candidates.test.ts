import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { candidates, type Wanted } from "../../server/remedies/candidates.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

const posts: Record<string, string> = {
  ceo: "{ heldBy: Ann Ode, reportsTo: board }",
  coo: "{ heldBy: Cat Doe, reportsTo: ceo }",
  cfo: "{ heldBy: Dee Fox, reportsTo: ceo }",
  cro: "{ heldBy: Hal Poe, reportsTo: ceo }",
  ciso: "{ heldBy: Eve Roy, reportsTo: cro }",
  cio: "{ heldBy: Bo Li, reportsTo: ceo }",
  "it-director": "{ heldBy: Bo Li, reportsTo: ceo }",
  "it-manager": "{ heldBy: Cy Ho, reportsTo: ceo }",
  "domain-lead": "{ title: Domain Manager Claims, heldBy: Ira Sol, reportsTo: it-manager }",
  sysadmin: "{ title: Systems Administrator, heldBy: Jo Kim, reportsTo: it-manager }",
  operations: "{ title: Operations Lead, heldBy: Lu Ray, reportsTo: cio }",
  development: "{ title: Development Lead, heldBy: Mo Day, reportsTo: cio }",
  analyst: "{ title: Security Analyst, heldBy: Vi Orr, reportsTo: ciso }",
  "office-manager": "{ title: Office Manager, heldBy: Sue Lay, reportsTo: ceo }",
  accounting: "{ title: Buchhaltung, heldBy: Nia Fry, reportsTo: cfo }",
  "head-internal-audit": "{ heldBy: Gil Ash, reportsTo: board }",
  dpo: "{ heldBy: Pia Elm, reportsTo: board }",
  vcio: "{ heldBy: Rex Oak, reportsTo: ceo }",
};

const providers: Record<string, string> = {
  msp: "{ name: Northwind, services: [helpdesk, hosting, backup] }",
  soc: "{ name: Watchtower, services: [security-operations] }",
  testers: "{ name: Probe, services: [penetration-test, security-audit], independent: yes }",
  sister: "{ name: Kin, services: [security-audit], independent: no }",
  seller: "{ name: Both, services: [security-audit, hardware-resale] }",
};

interface Situation {
  readonly situation: string;
  readonly there: string;
  readonly wanted: Wanted;
  /** The first and second candidate, or nobody. */
  readonly expected: readonly string[];
  readonly more?: string;
}

const post = (id: string) => ({ to: "post", id }) as const;
const provider = (id: string) => ({ to: "provider", id }) as const;
const doing = (duty: string, more: Partial<Wanted> = {}): Wanted => ({ duty, as: "responsible", ...more });
const answering = (duty: string, more: Partial<Wanted> = {}): Wanted => ({ duty, as: "accountable", ...more });

/** Written before the choice was: what an expert would sign. The bad fixes of the first review are the first rows. */
const situations: readonly Situation[] = [
  {
    situation: "risk acceptance leaves IT, and the work stays",
    there: "ceo cro it-manager domain-lead",
    wanted: answering("risk-acceptance", { stakes: [post("it-manager")], from: [post("it-manager")] }),
    expected: ["ceo"],
  },
  {
    situation: "delivery is never moved",
    there: "ceo coo cio domain-lead it-manager",
    wanted: doing("it-delivery", { stakes: [post("it-manager")] }),
    expected: [],
  },
  {
    situation: "the COO bears risks where IT does not report there",
    there: "ceo coo cro cio",
    wanted: answering("risk-acceptance", { stakes: [post("cio")] }),
    expected: ["ceo", "coo"],
  },
  {
    situation: "the COO, to whom IT reports, does not",
    there: "ceo coo cro sysadmin",
    more: "  it-manager: { heldBy: Cy Ho, reportsTo: coo }\n",
    wanted: answering("risk-acceptance", { stakes: [post("it-manager")] }),
    expected: ["ceo"],
  },
  {
    situation: "an audit of security by IT's own goes to internal audit",
    there: "ceo cfo it-manager sysadmin head-internal-audit",
    wanted: doing("security-audit", { stakes: [post("it-manager")] }),
    expected: ["head-internal-audit"],
  },
  {
    situation: "or to a firm that supplies nothing else",
    there: "ceo it-manager sysadmin head-internal-audit msp testers sister seller",
    wanted: doing("security-audit", { stakes: [post("it-manager")] }),
    expected: ["head-internal-audit", "provider:testers"],
  },
  {
    situation: "never to an administrator, a seller or a sister firm",
    there: "ceo it-manager sysadmin msp sister seller",
    wanted: doing("security-audit", { stakes: [provider("msp")] }),
    expected: [],
  },
  {
    situation: "an audited firm does not audit itself",
    there: "ceo it-manager testers",
    wanted: doing("security-audit", { stakes: [provider("testers")] }),
    expected: [],
  },
  {
    situation: "what personal data is used for is decided by the business",
    there: "ceo cfo coo it-manager office-manager accounting dpo",
    wanted: doing("processing-purpose-decision", { stakes: [post("dpo")], from: [post("dpo")] }),
    expected: ["ceo", "coo"],
  },
  {
    situation: "and by its head where nobody else of rank is there",
    there: "ceo cfo it-manager office-manager accounting dpo",
    wanted: doing("processing-purpose-decision", { stakes: [post("dpo")], from: [post("dpo")] }),
    expected: ["ceo"],
  },
  {
    situation: "invoices are approved by whoever answers for money",
    there: "ceo coo cfo it-manager analyst ciso office-manager domain-lead",
    wanted: doing("invoice-approval", { stakes: [post("it-manager")], from: [post("it-manager")] }),
    expected: ["cfo", "coo"],
  },
  {
    situation: "and not by the CFO who chose the vendor, nor by accounting below",
    there: "ceo cfo it-manager accounting",
    wanted: doing("invoice-approval", { stakes: [post("cfo")], from: [post("cfo")] }),
    expected: ["ceo"],
  },
  {
    situation: "a review of access belongs to security",
    there: "ceo ciso cro it-manager",
    wanted: answering("access-review"),
    expected: ["ciso", "it-manager"],
  },
  {
    situation: "and to whoever leads IT where nobody guards security",
    there: "ceo cfo it-manager",
    wanted: answering("access-review"),
    expected: ["it-manager", "ceo"],
  },
  {
    situation: "a provider is overseen by the superior of its man",
    there: "ceo cio",
    more: "  applications: { title: Director Clinical Applications, heldBy: Rex Oak, reportsTo: cio }\n",
    wanted: { duty: "oversight", as: "overseer", stakes: [provider("msp")], from: [post("applications")] },
    expected: ["cio", "ceo"],
  },
  {
    situation: "by the head of the organization where its man leads IT",
    there: "ceo vcio msp",
    wanted: { duty: "oversight", as: "overseer", stakes: [provider("msp")], from: [post("vcio")] },
    expected: ["ceo"],
  },
  {
    situation: "a provider that guards is not overseen by the guarded",
    there: "ceo cio msp",
    wanted: { duty: "oversight", as: "overseer", stakes: [provider("msp")], services: ["dpo"] },
    expected: ["ceo"],
  },
  {
    situation: "the watch over security is overseen by the CISO",
    there: "ceo cio ciso cro soc",
    wanted: { duty: "oversight", as: "overseer", stakes: [provider("soc")], services: ["security-operations"] },
    expected: ["ciso", "cio"],
  },
  {
    situation: "the logs are read by security, and by the SOC that is there already",
    there: "ceo cfo coo accounting it-manager ciso cro msp soc",
    wanted: doing("log-review", { stakes: [provider("msp")] }),
    expected: ["ciso", "provider:soc"],
  },
  {
    situation: "and never by accounting, nor by the firm that they tell of",
    there: "ceo cfo coo accounting msp soc",
    wanted: doing("log-review", { stakes: [provider("msp"), provider("soc")] }),
    expected: [],
  },
  {
    situation: "program code is not written by the CEO",
    there: "ceo cfo it-manager",
    wanted: doing("app-development", { stakes: [post("it-manager")], from: [post("it-manager")] }),
    expected: [],
  },
  {
    situation: "work on systems goes to a colleague in IT before its head",
    there: "ceo cio operations development ciso cro",
    wanted: doing("change-deploy", { stakes: [post("development")], from: [post("development")] }),
    expected: ["operations", "cio"],
  },
  {
    situation: "never to somebody below whoever built it",
    there: "ceo it-manager sysadmin domain-lead",
    wanted: doing("change-deploy", { stakes: [post("it-manager")], from: [post("it-manager")] }),
    expected: [],
  },
  {
    situation: "approvals go up the line",
    there: "ceo coo cio operations development",
    wanted: doing("change-approve", { stakes: [post("development")], from: [post("development")] }),
    expected: ["cio"],
  },
  {
    situation: "a superior's change is not approved from below",
    there: "ceo it-manager sysadmin",
    wanted: doing("change-approve", { stakes: [post("it-manager")], from: [post("it-manager")] }),
    expected: ["ceo"],
  },
  {
    situation: "security is answered for above IT where there is no CISO",
    there: "ceo it-manager",
    wanted: answering("security"),
    expected: ["ceo"],
  },
  {
    situation: "nor by a CISO from outside",
    there: "ceo it-manager msp",
    more: "  ciso: { heldBy: provider:msp, reportsTo: ceo }\n",
    wanted: answering("security"),
    expected: ["ceo"],
  },
  {
    situation: "IT risk is managed by the risk officer",
    there: "ceo cro cio",
    wanted: answering("ict-risk", { stakes: [post("cio")] }),
    expected: ["cro", "ceo"],
  },
  {
    situation: "but not by one who reports to the head of IT",
    there: "ceo cio",
    more: "  cro: { heldBy: Hal Poe, reportsTo: cio }\n",
    wanted: answering("ict-risk", { stakes: [post("cio")] }),
    expected: ["ceo"],
  },
  {
    situation: "a vacant post takes nothing over",
    there: "ceo it-manager",
    more: "  head-internal-audit: vacant\n",
    wanted: doing("is-audit", { stakes: [post("it-manager")] }),
    expected: [],
  },
];

function file({ there, more = "" }: Situation): string {
  const named = there.split(" ");
  const lines = (of: Record<string, string>) => named.flatMap((id) => (of[id] ? `  ${id}: ${of[id]}\n` : [])).join("");
  const outside = lines(providers);
  const people = "people:\n  Rex Oak: { employedBy: msp }\n";
  const firms = `providers:\n${outside}${named.includes("msp") ? "" : `  msp: ${providers.msp}\n`}`;
  return `itorg: 1\norganization: { name: Example, headcount: 300, itHeadcount: 25 }\n${people}posts:\n${lines(posts)}${more}${firms}`;
}

describe("who could take a duty over", () => {
  for (const one of situations)
    it(`${one.situation} (${one.wanted.duty})`, () => {
      const { org } = check(file(one)).document;
      assert.deepEqual(
        candidates(org, one.wanted).map(({ id }) => id),
        one.expected,
      );
    });

  it("is at most two, and named as a sentence names them", () => {
    const { org } = check(file({ ...situations[5]! })).document;
    assert.deepEqual(
      candidates(org, situations[5]!.wanted).map(({ name }) => inFull(name)),
      ["the Head of Internal Audit", "Probe"],
    );
  });
});
