import { describe } from "node:test";
import { type LawCase, testLaw } from "../kit/laws.ts";

// Every case is written from the provision's row in the specification: what the text asks for, who is left out.

const byRegime: Readonly<Record<string, readonly LawCase[]>> = {
  caf: [
    {
      id: "caf-a1",
      what: "nobody answers for security",
      fires: "posts: { ciso: none }\nproviders: none\nactivities: { security: { accountable: none } }",
      finding: "warning security-unowned posts",
      satisfied: "posts: { ciso: { heldBy: Eve Roy } }\ncommittees: { board: { oversees: [security] } }",
    },
    {
      id: "caf-a1",
      what: "the board does not direct security",
      fires: "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [strategy] } }",
      finding: "warning no-board-oversight committees",
    },
  ],
  iso27001: [
    {
      id: "iso27001-5-3",
      what: "nobody answers for conformity",
      fires: "activities: { isms-conformity: none, isms-reporting: { accountable: ceo } }",
      finding: "warning iso27001-5-3 activities.isms-conformity",
      satisfied: "activities: { isms-conformity: { accountable: ciso }, isms-reporting: { accountable: ciso } }",
    },
    {
      id: "iso27001-5-3",
      what: "nobody answers for reporting to the top",
      fires:
        "activities: { isms-conformity: { accountable: ciso }, isms-reporting: { responsible: [ciso], accountable: none } }",
      finding: "warning iso27001-5-3 activities.isms-reporting",
    },
    {
      id: "iso27001-5-3",
      what: "a complete list of activities without the two",
      fires: "coverage: { activities: complete }\nactivities: { patching: { responsible: [cio], accountable: cio } }",
      finding: "warning iso27001-5-3 activities",
    },
    {
      id: "iso27001-a5-2",
      what: "nobody answers for security",
      fires: "posts: { ciso: none }\nproviders: none\nactivities: { security: { accountable: none } }",
      finding: "warning security-unowned posts",
      satisfied: "posts: { ciso: none }\nproviders: none\nactivities: { security: { accountable: ceo } }",
    },
    {
      id: "iso27001-a5-35",
      what: "nobody reviews security independently",
      fires: "activities: { independent-review: none }",
      finding: "info iso27001-a5-35 activities.independent-review",
      satisfied: `
posts: { ciso: { heldBy: Eve Roy, reportsTo: ceo }, head-internal-audit: { heldBy: Gil Roe, reportsTo: board } }
activities: { independent-review: { responsible: [head-internal-audit] } }`,
    },
    {
      id: "iso27001-a5-35",
      what: "the CISO's own people review it",
      fires: `
posts: { ciso: { heldBy: Eve Roy, reportsTo: ceo }, analyst: { heldBy: Kim Lo, reportsTo: ciso } }
activities: { independent-review: { responsible: [analyst, Eve Roy] } }`,
      finding: "info iso27001-a5-35 activities.independent-review.responsible",
      satisfied: `
posts: { ciso: { heldBy: Eve Roy, reportsTo: ceo }, analyst: { heldBy: Kim Lo, reportsTo: ciso } }
providers: { lighthouse: { services: [security-audit] } }
activities: { independent-review: { responsible: [analyst, "provider:lighthouse"] } }`,
    },
  ],
  csf: [
    {
      id: "csf-gv-rr",
      what: "nobody answers for security",
      fires: "posts: { ciso: none }\nproviders: none\nactivities: { security: { accountable: none } }",
      finding: "warning security-unowned posts",
      satisfied: "posts: { ciso: { heldBy: Eve Roy } }\ncommittees: { board: { oversees: [security] } }",
    },
    {
      id: "csf-gv-rr",
      what: "two answer for the response to incidents",
      fires: "activities: { incident-response: { responsible: [cio], accountable: [cio, ciso], deputy: ciso } }",
      finding: "warning several-accountable activities.incident-response.accountable",
      satisfied: "activities: { incident-response: { responsible: [cio], accountable: cio, deputy: ciso } }",
    },
    {
      id: "csf-gv-rr",
      what: "nobody decides on living with a risk",
      fires: "activities: { risk-acceptance: none }",
      finding: "warning activity-not-done activities",
      satisfied: "activities: { risk-acceptance: { responsible: [ceo], accountable: ceo } }",
    },
    {
      id: "csf-gv-rr",
      what: "the leadership does not oversee security",
      fires: "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [strategy] } }",
      finding: "warning no-board-oversight committees",
    },
    {
      id: "csf-gv-ov",
      what: "the board oversees IT, and nobody oversees security",
      fires: "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [it] } }",
      finding: "warning csf-gv-ov committees",
      satisfied: "committees: { security: { type: security, meets: quarterly, oversees: [security] } }",
    },
    {
      id: "csf-gv-ov",
      what: "nothing at the top oversees anything of it",
      fires: "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [strategy] } }",
      finding: "warning no-board-oversight committees",
    },
  ],
  "nist-800-53": [
    {
      id: "nist-800-53-pm-2",
      what: "nobody answers for security",
      fires: "posts: { ciso: none }\nproviders: none\nactivities: { security: { accountable: none } }",
      finding: "warning security-unowned posts",
      satisfied: "posts: { ciso: { heldBy: Eve Roy } }",
    },
    {
      id: "nist-800-53-pm-29",
      what: "no risk officer and no risk committee",
      fires: "coverage: { committees: complete }\nposts: { cro: none }\ncommittees: { board: { meets: quarterly } }",
      finding: "info nist-800-53-pm-29 posts.cro",
      satisfied: "coverage: { committees: complete }\nposts: { cro: none }\ncommittees: { risk: { meets: quarterly } }",
    },
    {
      id: "nist-800-53-pm-29",
      what: "a complete list of posts without a risk officer, and a risk committee that never meets",
      fires:
        "coverage: { posts: complete, committees: complete }\nposts: { ceo: { heldBy: Ann Ode } }\ncommittees: { risk: { meets: never } }",
      finding: "info nist-800-53-pm-29 posts",
      satisfied: "coverage: { committees: complete }\nposts: { cro: { heldBy: Cy Ho } }\ncommittees: none",
    },
    {
      id: "nist-800-53-sa-9",
      what: "nobody oversees a provider",
      fires: "providers: { northwind: { services: [helpdesk], overseenBy: none } }",
      finding: "warning provider-unsupervised providers.northwind.overseenBy",
      satisfied: "providers: { northwind: { services: [helpdesk], overseenBy: cio } }",
    },
  ],
  cis: [
    {
      id: "cis-17-1",
      what: "one person responds to incidents, and nobody stands in",
      fires:
        "posts: { cio: { heldBy: Bo Li } }\nactivities: { incident-response: { responsible: [cio], deputy: none } }",
      finding: "warning no-incident-backup activities.incident-response",
      satisfied:
        "posts: { cio: { heldBy: Bo Li } }\nactivities: { incident-response: { responsible: [cio], deputy: Cy Ho } }",
    },
    {
      id: "cis-17-1",
      what: "a provider responds, and nobody inside oversees it",
      fires: `
providers: { northwind: { services: [helpdesk], overseenBy: none } }
activities: { incident-response: { responsible: ["provider:northwind"], deputy: Cy Ho } }`,
      finding: "warning provider-unsupervised providers.northwind.overseenBy",
      satisfied: `
providers: { northwind: { services: [helpdesk], overseenBy: none } }
activities: { incident-response: { responsible: [cio], deputy: Cy Ho } }`,
    },
  ],
  soc2: [
    {
      id: "soc2-cc1-2",
      what: "the board does not oversee",
      fires: "coverage: { committees: complete }\ncommittees: { board: { meets: quarterly, oversees: [strategy] } }",
      finding: "info no-board-oversight committees",
      satisfied: "committees: { board: { meets: quarterly, oversees: [security] } }",
    },
    {
      id: "soc2-cc1-3",
      what: "nobody answers for security",
      fires: "posts: { ciso: none }\nproviders: none\nactivities: { security: { accountable: none } }",
      finding: "warning security-unowned posts",
      satisfied: "posts: { ciso: { heldBy: Eve Roy } }",
    },
  ],
};

for (const [regime, cases] of Object.entries(byRegime))
  describe(`law: ${regime}`, () => {
    for (const one of cases) testLaw(one, regime);
  });
