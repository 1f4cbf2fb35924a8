import { describe } from "node:test";
import { type LawCase, testLaw } from "../kit/laws.ts";

// Every case is written from the provision's row in the specification: what the text asks for, who is left out.

const byRegime: Readonly<Record<string, readonly LawCase[]>> = {
  gdpr: [
    {
      id: "gdpr-37-1",
      what: "a public authority without a data protection officer",
      profile: "publicAuthority: yes",
      fires: "posts: { ceo: { heldBy: Ann Ode }, dpo: none }\nproviders: none",
      finding: "error gdpr-37-1 posts.dpo",
      satisfied: "posts: { ceo: { heldBy: Ann Ode }, dpo: { heldBy: Gil Roe, reportsTo: ceo } }",
    },
    {
      id: "gdpr-37-1",
      what: "the post is vacant where people are watched on a large scale",
      profile: "largeScaleMonitoring: yes",
      fires: "posts: { dpo: { heldBy: vacant, reportsTo: ceo } }\nproviders: none",
      finding: "error required-post-vacant posts.dpo",
      satisfied: "posts: { dpo: none }\nproviders: { shield: { services: [dpo] } }",
    },
    {
      id: "gdpr-37-1",
      what: "sensitive data on a large scale",
      profile: "publicAuthority: no, largeScaleMonitoring: no, largeScaleSensitiveData: yes",
      fires: "posts: { dpo: none }\nproviders: none",
      finding: "error gdpr-37-1 posts.dpo",
      satisfied: "posts: { dpo: none }\nproviders: none",
      satisfiedProfile: "publicAuthority: no, largeScaleMonitoring: no, largeScaleSensitiveData: no",
    },
    {
      id: "gdpr-37-6",
      what: "nobody published how to reach the officer",
      fires: "posts: { dpo: { heldBy: Gil Roe, reportsTo: board, contactPublished: no } }",
      finding: "warning gdpr-37-6 posts.dpo.contactPublished",
      satisfied: "posts: { dpo: { heldBy: Gil Roe, reportsTo: board, contactPublished: yes } }",
    },
    {
      id: "gdpr-38-3",
      what: "the officer answers to the finance chief",
      fires:
        "posts: { cfo: { heldBy: Dee Fox, reportsTo: ceo }, dpo: { heldBy: Gil Roe, reportsTo: cfo, dottedLineTo: none, boardReport: none } }",
      finding: "warning gdpr-38-3 posts.dpo.reportsTo",
      satisfied: "posts: { ceo: { heldBy: Ann Ode, reportsTo: board }, dpo: { heldBy: Gil Roe, reportsTo: ceo } }",
    },
    {
      id: "gdpr-38-3",
      what: "the officer answers to a committee below the top",
      fires:
        "posts: { dpo: { heldBy: Gil Roe, reportsTo: projects, dottedLineTo: none, boardReport: none } }\ncommittees: { projects: { type: project } }",
      finding: "warning gdpr-38-3 posts.dpo.reportsTo",
      satisfied: "posts: { dpo: { heldBy: Gil Roe, reportsTo: top } }\ncommittees: { top: { type: executive } }",
    },
    {
      id: "gdpr-38-6",
      what: "the finance chief is the officer (list L1)",
      fires: `
coverage: { posts: complete }
posts: { cfo: { heldBy: Dee Fox, reportsTo: ceo }, dpo: { heldBy: Dee Fox, reportsTo: board } }
activities: { processing-purpose-decision: { accountable: ceo, responsible: [ceo] } }`,
      finding: "warning dpo-conflict posts.dpo.heldBy",
      satisfied: `
coverage: { posts: complete }
posts: { cfo: { heldBy: Dee Fox, reportsTo: ceo }, dpo: { heldBy: Gil Roe, reportsTo: board } }
activities: { processing-purpose-decision: { accountable: cfo, responsible: [cfo] } }`,
    },
    {
      id: "gdpr-38-6",
      what: "the head of compliance is the officer (list L2)",
      fires: "posts: { head-compliance: { heldBy: Dee Fox }, dpo: { heldBy: Dee Fox, reportsTo: board } }",
      finding: "warning dpo-conflict posts.dpo.heldBy",
    },
    {
      id: "gdpr-38-6",
      what: "the security officer is the officer (list L3)",
      fires: "posts: { ciso: { heldBy: Dee Fox, reportsTo: ceo }, dpo: { heldBy: Dee Fox, reportsTo: board } }",
      finding: "info dpo-conflict posts.dpo.heldBy",
    },
    {
      id: "gdpr-38-6",
      what: "the officer settles what data is used for",
      fires: `
posts: { dpo: { heldBy: Gil Roe, reportsTo: board } }
activities: { processing-purpose-decision: { accountable: dpo, responsible: [ceo] } }`,
      finding: "error dpo-conflict posts.dpo.heldBy",
    },
  ],
  bdsg: [
    {
      id: "bdsg-38",
      what: "twenty people at work on personal data and no officer",
      profile: "personsProcessingPersonalData: 20",
      fires: "posts: { dpo: none }\nproviders: none",
      finding: "error bdsg-38 posts.dpo",
      satisfied: "posts: { dpo: none }\nproviders: none",
      satisfiedProfile: "personsProcessingPersonalData: 19",
    },
    {
      id: "bdsg-38",
      what: "the post is vacant",
      profile: "personsProcessingPersonalData: 45",
      fires: "posts: { dpo: vacant }\nproviders: none",
      finding: "error required-post-vacant posts.dpo",
      satisfied: "posts: { dpo: { heldBy: Gil Roe } }\nproviders: none",
    },
  ],
  "quebec-law25": [
    {
      id: "quebec-3-1",
      what: "appointed by word of mouth",
      fires: "posts: { ceo: { heldBy: Ann Ode }, quebec-privacy-officer: { heldBy: Lea Roy, appointment: verbal } }",
      finding: "warning quebec-3-1 posts.quebec-privacy-officer.appointment",
      satisfied:
        "posts: { ceo: { heldBy: Ann Ode }, quebec-privacy-officer: { heldBy: Lea Roy, appointment: in-writing } }",
    },
    {
      id: "quebec-3-1",
      what: "never appointed",
      fires: "posts: { ceo: { heldBy: Ann Ode }, quebec-privacy-officer: { heldBy: Lea Roy, appointment: none } }",
      finding: "warning quebec-3-1 posts.quebec-privacy-officer.appointment",
      // Whoever has the highest authority is in charge without any appointment.
      satisfied: "posts: { ceo: { heldBy: Ann Ode }, quebec-privacy-officer: { heldBy: Ann Ode, appointment: none } }",
    },
    {
      id: "quebec-3-1",
      what: "the post is vacant",
      fires: "posts: { quebec-privacy-officer: { heldBy: vacant, appointment: in-writing } }",
      finding: "warning required-post-vacant posts.quebec-privacy-officer",
    },
  ],
  dora: [
    {
      id: "dora-5-2",
      what: "a risk committee oversees ICT risk, and the managing body does not",
      fires: `
coverage: { committees: complete }
committees: { board: { meets: quarterly, oversees: [strategy] }, risk: { meets: quarterly, oversees: [ict-risk] } }`,
      finding: "warning dora-5-2 committees",
      satisfied: "committees: { board: { meets: quarterly, oversees: [strategy, ict-risk] } }",
    },
    {
      id: "dora-5-2",
      what: "nothing at the top oversees IT or its risks",
      fires: "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [strategy] } }",
      finding: "warning no-board-oversight committees",
      satisfied: "committees: { top: { type: executive, meets: monthly, oversees: [ict-risk] } }",
    },
    {
      id: "dora-5-2",
      what: "the board oversees ICT risk and never meets",
      fires: `
coverage: { committees: complete }
committees: { board: { meets: never, oversees: [ict-risk] }, audit: { meets: quarterly, oversees: [it] } }`,
      finding: "warning dora-5-2 committees",
    },
    {
      id: "dora-5-3",
      what: "nobody watches over ICT providers",
      fires: "coverage: { posts: complete }\nactivities: { third-party-ict-monitoring: none }",
      finding: "error dora-5-3 activities.third-party-ict-monitoring",
      satisfied: "posts: { cro: { heldBy: Cy Ho } }\nactivities: { third-party-ict-monitoring: { accountable: cro } }",
    },
    {
      id: "dora-5-3",
      what: "nobody is accountable for it, and the post is denied",
      fires: `
posts: { third-party-risk: none }
activities: { third-party-ict-monitoring: { responsible: [Bo Li], accountable: none } }`,
      finding: "error dora-5-3 activities.third-party-ict-monitoring",
      satisfied: "posts: { third-party-risk: { heldBy: Bo Li } }\nactivities: { third-party-ict-monitoring: none }",
    },
    {
      id: "dora-6-4",
      what: "the head of IT is accountable for ICT risk",
      fires: `
posts: { ceo: { heldBy: Ann Ode }, cio: { heldBy: Bo Li, reportsTo: ceo } }
activities: { ict-risk: { accountable: cio } }`,
      finding: "error dora-6-4 activities.ict-risk.accountable",
      satisfied: `
posts: { ceo: { heldBy: Ann Ode, reportsTo: board }, cio: { heldBy: Bo Li, reportsTo: ceo }, cro: { heldBy: Cy Ho, reportsTo: ceo } }
activities: { ict-risk: { accountable: cro } }`,
    },
    {
      id: "dora-6-4",
      what: "the same person through another post",
      fires: `
posts: { cio: { heldBy: Bo Li, reportsTo: ceo }, risk-desk: { heldBy: Bo Li, reportsTo: ceo } }
activities: { ict-risk: { accountable: risk-desk } }`,
      finding: "error dora-6-4 activities.ict-risk.accountable",
    },
    {
      id: "dora-6-4",
      what: "whoever is accountable for ICT risk reports to the head of IT",
      fires: `
posts: { it-director: { heldBy: Bo Li, reportsTo: ceo }, risk-desk: { heldBy: Cy Ho, reportsTo: it-director } }
activities: { ict-risk: { accountable: risk-desk } }`,
      finding: "warning dora-6-4 activities.ict-risk.accountable",
    },
    {
      id: "dora-6-4",
      what: "the CISO is accountable for ICT risk and reports to the head of IT",
      fires: `
posts: { cio: { heldBy: Bo Li, reportsTo: ceo }, ciso: { heldBy: Eve Roy, reportsTo: cio } }
activities: { ict-risk: { accountable: ciso } }`,
      finding: "warning ciso-in-it-line posts.ciso.reportsTo",
    },
    {
      id: "dora-6-4",
      what: "the head of internal audit is the CISO",
      fires:
        "posts: { ciso: { heldBy: Eve Roy, reportsTo: ceo }, head-internal-audit: { heldBy: Eve Roy, reportsTo: board } }",
      finding: "error auditor-is-audited posts.head-internal-audit.heldBy",
    },
    {
      id: "dora-6-4",
      what: "the risk officer is the head of IT",
      fires: "posts: { cio: { heldBy: Bo Li, reportsTo: ceo }, cro: { heldBy: Bo Li, reportsTo: ceo } }",
      finding: "error risk-head-is-it-head posts.cro.heldBy",
    },
  ],
  nis2: [
    {
      id: "nis2-20",
      what: "a risk committee oversees security, and the managing body does not",
      fires: `
coverage: { committees: complete }
committees: { board: { meets: quarterly, oversees: [it] }, risk: { meets: quarterly, oversees: [security] } }`,
      finding: "warning nis2-20 committees",
      satisfied: "committees: { board: { meets: quarterly, oversees: [security] } }",
    },
    {
      id: "nis2-20",
      what: "nothing at the top oversees IT or security",
      fires: "committees: none\ncoverage: { committees: complete }",
      finding: "warning no-board-oversight committees",
      satisfied: "committees: { executive: { meets: monthly, oversees: [security] } }",
    },
  ],
  "nis2-ir": [
    {
      id: "nis2-ir-1-2-3",
      what: "the CISO reports to nobody at the top",
      fires: `
posts:
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cfo, boardReport: { form: oral, cadence: yearly, to: cfo } }`,
      finding: "error nis2-ir-1-2-3 posts.ciso.reportsTo",
      satisfied: "posts: { ceo: { heldBy: Ann Ode }, ciso: { heldBy: Eve Roy, reportsTo: ceo } }",
    },
    {
      id: "nis2-ir-1-2-3",
      what: "two security posts, and neither line goes to the top",
      fires: `
posts:
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cfo, boardReport: { to: cfo } }
  qualified-individual: { heldBy: Cy Ho, reportsTo: ciso, boardReport: none }`,
      finding: "error nis2-ir-1-2-3 posts.ciso.reportsTo",
      satisfied: `
posts:
  cfo: { heldBy: Dee Fox, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cfo, boardReport: { form: oral, cadence: yearly, to: board } }`,
    },
    {
      id: "nis2-ir-1-2-3",
      what: "there is nobody for security at all",
      fires: "posts: { ceo: { heldBy: Ann Ode }, ciso: none }\nproviders: none",
      finding: "error nis2-ir-1-2-3 posts.ciso",
      satisfied:
        "posts: { ciso: none, hipaa-security-official: { heldBy: Eve Roy, reportsTo: board } }\nproviders: none",
    },
  ],
};

for (const [regime, cases] of Object.entries(byRegime))
  describe(`law: ${regime}`, () => {
    for (const one of cases) testLaw(one, regime);
  });
