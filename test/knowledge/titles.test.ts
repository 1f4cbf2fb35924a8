import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../../server/knowledge/catalogues.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

const { definitions: roleDefinitions } = standard.roles;

/** The roles whose titles are worth a hint, because they name a leader of IT or of security. */
const hinting: ReadonlySet<Role> = new Set([
  ..."cio cto cto-internal ciso it-director it-manager vcio".split(" "),
  ..."hipaa-security-official qualified-individual cip-senior-manager".split(" "),
] as Role[]);

const hintFor = (title: string): string[] =>
  check(`itorg: 1
organization: { name: Example }
posts:
  a-post: { title: ${JSON.stringify(title)}, heldBy: Ann Ode }
`)
    .findings.filter(({ rule }) => rule === "undefined-title")
    .map(({ says }) => inFull(says));

describe("a known title", () => {
  const expected: readonly [string, string][] = [
    ["CTO", "cto cto-internal"],
    ["Chief Technology Officer", "cto cto-internal"],
    ["Internal CTO", "cto-internal"],
    ["CTO (internal IT)", "cto-internal"],
    ["Chief Technology Officer, Internal Systems", "cto-internal"],
    ["Technischer Leiter IT", "cto-internal"],
    ["Directeur technique des systèmes d'information", "cto-internal"],
    ["Director Técnico de Sistemas", "cto-internal"],
    ["社内CTO", "cto-internal"],
    ["Technical Director", "cto"],
    ["VP Engineering", "cto head-engineering"],
    ["CIO", "cio"],
    ["CISO", "ciso"],
    ["Head of IT", "it-director cio it-manager"],
    ["Director of Information Technology", "it-director"],
    ["VP of IT", "cio it-director"],
    ["HIPAA Security Officer", "hipaa-security-official"],
  ];
  for (const [title, roles] of expected) {
    it(`${title} may mean ${roles}`, () => assert.equal(standard.roles.leadingWithTitle(title).join(" "), roles));
  }

  it("of a leader of IT or security offers its own role", () => {
    for (const { id, titles } of roleDefinitions.values()) {
      if (!hinting.has(id)) continue;
      for (const title of titles) assert.ok(standard.roles.leadingWithTitle(title).includes(id), `${title}: ${id}`);
    }
  });

  it("of anybody else gives no hint, unless it is also a CTO's", () => {
    for (const { id, titles } of roleDefinitions.values()) {
      if (hinting.has(id)) continue;
      const hints = titles.filter((title) => standard.roles.leadingWithTitle(title).length > 0);
      const shared =
        id === "head-engineering" ? ["VP of Engineering", "Vice President of Engineering", "VP Engineering"] : [];
      assert.deepEqual(hints, shared, id);
    }
  });

  it("is known in five languages for those who lead IT", () => {
    const languages = [
      /^[\x20-\x7e]+$/,
      /\bLeiter|leiter|Informations|interne|auf Zeit/,
      /\bdes? |Responsable|informatique|temps partagé/,
      /\bDirector |Jefe|externo/,
      /[぀-ヿ一-鿿]/,
    ];
    for (const id of ["cio", "cto", "cto-internal", "ciso", "it-director", "it-manager", "vcio"]) {
      const { titles } = roleDefinitions.get(id)!;
      for (const language of languages)
        assert.ok(
          titles.some((title) => language.test(title)),
          `${id}: ${language}`,
        );
    }
  });

  it("makes the rule speak, and no other title does", () => {
    assert.deepEqual(hintFor("Chief Technology Officer"), [
      "“Chief Technology Officer” may mean CTO or CTO (internal IT).",
    ]);
    const silent = [
      "CEO",
      "Managing Director",
      "Finance Director",
      "COO",
      "Head of Risk",
      "Head of HR",
      "Owner",
      "DPO",
    ];
    for (const title of [
      ...silent,
      "Head of Internal Audit",
      "Chief Medical Officer",
      "General Counsel",
      "CIO Office Manager",
    ]) {
      assert.deepEqual(hintFor(title), [], title);
    }
  });
});

/** Titles of people who lead IT or its security, in the writings that real lists have. */
const right = [
  "Chief Information Officer",
  "CIO",
  "Group CIO",
  "Interim CIO",
  "Interim Chief Information Officer",
  "Executive Vice President and CIO",
  "Senior Vice President, Chief Information Officer",
  "SVP & CIO",
  "EVP, Chief Information Officer",
  "Global Chief Information Officer",
  "Government Chief Information Officer",
  "Agency CIO",
  "Director General, Chief Information Officer",
  "Executive Director - CIO",
  "Director of Change & CIO",
  "Director of Transformation (and CIO)",
  "CFO/CIO",
  "Chief Digital & Information Officer",
  "CDIO",
  "Corporate Chief Information Officer",
  "CIO of the Northern Region",
  "Acting CIO",
  "Regional CIO",
  "Chief Information Officer (EMEA)",
  "Vice President, Information Technology",
  "VP IT",
  "VP of IT",
  "Vice President IT",
  "Vice President of Information Systems",
  "Senior Vice President of IT",
  "Director IT",
  "IT Director",
  "Director, IT",
  "Director - IT",
  "Director of ICT",
  "ICT Director",
  "Director ICT & Estates",
  "Director of Finance & IT",
  "Director of Information Technology",
  "Information Technology Director",
  "Information Systems Director",
  "Director, Information Systems",
  "Director of IS",
  "MIS Director",
  "Group IT Director",
  "Senior Director, IT",
  "Global Head of IT",
  "Head IT",
  "Head of IT",
  "Head of ICT",
  "IT Head",
  "Deputy Director, Head of IT",
  "Deputy Director, Head of Information Systems",
  "Head of Information Technology",
  "Head of IT, Germany",
  "Group IT Manager",
  "IT Manager",
  "Manager IT",
  "Manager, Information Technology",
  "Information Systems Manager",
  "MIS Manager",
  "ICT Manager",
  "Manager of Information Technology",
  "Senior IT Manager",
  "IT Manager (Berlin)",
  "Technology Manager",
  "Founder and CTO",
  "CTO",
  "Chief Technology Officer",
  "Chief Technology Officer, Internal Systems",
  "VP Technology",
  "CEO, Co-Founder and CTO",
  "Interim CTO",
  "CISO",
  "Interim CISO",
  "Group CISO",
  "Chief Information Security Officer",
  "Head of IT Security",
  "Head of Information Security",
  "Director of IT Security",
  "Director, Information Security",
  "Information Security Director",
  "VP of IT Security",
  "VP Information Security",
  "Information Security Manager",
  "ICT Security Manager",
  "IT Security Manager",
  "Cyber Security Manager",
  "Cybersecurity Manager",
  "Director of Cyber Security",
  "Head of Cybersecurity",
  "Head of Cyber",
  "Head of Security and Cyber",
  "BISO",
  "Leiter IT",
  "Leiterin IT",
  "IT-Leiterin",
  "IT-Leiter",
  "IT-Leitung",
  "Leitung IT",
  "Leiter der IT",
  "Leiterin der IT",
  "Leiter EDV",
  "Leiter EDV/IT",
  "EDV-Leiter",
  "Leiter Geschäftsbereich IT",
  "Hauptabteilungsleiter IT",
  "Bereichsleiterin IT",
  "Leiter Informatik",
  "Leiter Informationstechnologie",
  "Leiter IT-Sicherheit",
  "Bereichsleiter IT-Sicherheit",
  "Leiterin Informationssicherheit",
  "Informationssicherheitsbeauftragte",
  "Informationssicherheitsbeauftragter",
  "IT-Sicherheitsbeauftragte",
  "IT-Sicherheitsbeauftragter",
  "IT-Verantwortliche",
  "Directrice informatique",
  "Directeur informatique",
  "Directrice des systèmes d'information",
  "Directeur du système d'information",
  "Directeur des systèmes d'information",
  "Directeur SI",
  "DSI",
  "Responsable SI",
  "Responsable informatique",
  "Chef informatique",
  "Responsable IT groupe",
  "IT Directeur - France",
  "RSSI",
  "Gerente de TI",
  "Gerente de Sistemas",
  "Director de Sistemas",
  "Directora de Sistemas",
  "Jefe de Sistemas",
  "Jefa de Sistemas",
  "Jefa de Informática",
  "Director de Tecnologías de la Información",
  "Directora de TI",
  "Director de TI",
  "Responsable de Informática",
  "Virtual CIO",
  "Fractional CIO",
];

/** Titles near to them, of people who do neither. */
const wrong = [
  "Head of IT Audit",
  "Head of IT Risk",
  "Director IT Risk",
  "IT Audit Manager",
  "IT Risk Manager",
  "Head of IT Procurement",
  "Head of IT Recruitment",
  "Head of IT Projects",
  "Head of IT Strategy",
  "Leiter IT-Revision",
  "Leiter IT-Infrastruktur",
  "Leiter IT-Projekte",
  "VP of IT Sales",
  "VP of IT Projects",
  "CIO Office Manager",
  "CIO-North-Head",
  "CIO Adviser",
  "Assistant to the CIO",
  "PA to the CIO",
  "EA to CIO",
  "Executive Assistant to the Chief Information Officer",
  "Office of the CIO",
  "Deputy CIO",
  "Deputy Head of IT",
  "Deputy Chief Information Officer",
  "Assistant IT Director",
  "Assistant Director, IT",
  "Associate Director of IT",
  "Associate Vice President",
  "Former CIO",
  "Advisor, CIO",
  "Head of Security of HMP North",
  "Head of Security Energy Supply",
  "Security Manager",
  "Head of Physical Security",
  "Chief Engineer of the Fleet",
  "Chief Engineer",
  "Director Técnico de Arte",
  "Director Técnico de Personajes",
  "IT Analyst",
  "IT Coordinator",
  "IT Specialist",
  "IT Project Manager",
  "IT Procurement Manager",
  "IT Service Desk Analyst",
  "Director of Operations",
  "Director General",
  "Executive Director",
  "Head of Risk",
  "Head of Internal Audit",
  "Head of Technology Delivery",
  "CIO Senior Manager",
  "Chief of Staff to the CIO",
  "stellvertretender IT-Leiter",
  "Stellvertretende Leiterin IT",
  "Assistenz der IT-Leitung",
  "Referent IT",
  "Directeur adjoint informatique",
  "Subdirector de Sistemas",
  "Information Security Analyst",
  "Information Security Specialist",
  "Cyber Security Risk Manager",
  "IT Risk and Security Manager",
  "IT Auditor",
  "Leiter IT-Risikomanagement",
  "Director of IT Audit and Security",
  "Security Risk Director",
  "IT Compliance Manager",
  "IT Sales Director",
  "Director of IT Sales",
  "IT Recruitment Manager",
  "Health Information Systems Analyst",
  "Geographic Information Systems Manager",
  "Director of Health Information Management",
];

const guards = /secur|sicherheit|cyber|CISO|RSSI|BISO/iu;

describe("a title of a list", () => {
  for (const title of right)
    it(`${title} suggests a role${guards.test(title) ? " of security" : ""}`, () => {
      const roles = standard.roles.leadingWithTitle(title);
      assert.ok(roles.length > 0);
      assert.equal(
        roles.every((role) => role === "ciso"),
        guards.test(title),
        roles.join(" "),
      );
    });
  for (const title of wrong)
    it(`${title} suggests none`, () => assert.deepEqual(standard.roles.leadingWithTitle(title), []));
});
