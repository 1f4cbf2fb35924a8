import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { file, judged } from "../kit/judged.ts";

/*
 * What a consultant was told, each as a client may put it: by posts and who holds them, by duties and who has them, by
 * an outside firm and what it does. Honest files do not come out clean because of the words that were used.
 */

const ceo = "  ceo: { heldBy: Ann Ode, reportsTo: board }\n";
const manager = "  it-manager: { heldBy: Sam Fox, reportsTo: ceo, objectives: [uptime, cost] }\n";
const msp = (services: string) => `providers:\n  msp: { name: Northwind, services: [${services}], overseenBy: ceo }\n`;

type Finds = readonly (readonly [rule: string, finding: string])[];
const situations: readonly (readonly [
  name: string,
  ways: Readonly<Record<string, readonly [text: string, finds: Finds]>>,
])[] = [
  [
    "whoever runs IT guards its security",
    {
      "as a post": [
        `posts:\n${ceo}${manager}  ciso: { heldBy: Sam Fox, reportsTo: ceo }\n`,
        [["ciso-is-it-head", "warning posts.ciso.heldBy"]],
      ],
      "as a post that a law names": [
        `posts:\n${ceo}${manager}  hipaa-security-official: { heldBy: Sam Fox, reportsTo: ceo }\n`,
        [["ciso-is-it-head", "warning posts.hipaa-security-official.heldBy"]],
      ],
      "as a duty": [
        `posts:\n${ceo}${manager}  ciso: none\nactivities:\n  security: { responsible: [it-manager], accountable: it-manager }\n`,
        [
          ["ciso-is-it-head", "warning activities.security.accountable"],
          ["mixed-incentives", "warning posts.it-manager.objectives[0]"],
        ],
      ],
      "as an outside firm": [
        `posts:\n${ceo}  it-manager: { heldBy: provider:msp, reportsTo: ceo }\n  ciso: none\nactivities:\n  security: { accountable: provider:msp }\n${msp("helpdesk")}`,
        [["ciso-is-it-head", "warning activities.security.accountable"]],
      ],
    },
  ],
  [
    "an outside guardian also runs or sells",
    {
      "as a post": [
        `posts:\n${ceo}  dpo: { heldBy: provider:msp, reportsTo: ceo }\n${msp("hosting, helpdesk")}`,
        [["guardian-supplies", "warning providers.msp.services"]],
      ],
      "as a duty": [
        `posts:\n${ceo}  ciso: none\n${msp("licence-resale")}activities:\n  security: { accountable: provider:msp }\n  it-operations: { responsible: [provider:msp], accountable: ceo }\n`,
        [["guardian-supplies", "warning providers.msp.services"]],
      ],
      "as an outside firm": [
        `posts:\n${ceo}${msp("ciso, hosting, hardware-resale")}`,
        [["guardian-supplies", "warning providers.msp.services"]],
      ],
    },
  ],
  [
    "whoever examines also does the work",
    {
      "as a post": [
        `posts:\n${ceo}  head-internal-audit: { heldBy: Sam Fox, reportsTo: ceo }\n${manager}`,
        [["auditor-is-audited", "warning posts.head-internal-audit.heldBy"]],
      ],
      "as a duty": [
        `posts:\n${ceo}${msp("advice")}activities:\n  security-operations: { responsible: [provider:msp] }\n  penetration-test: { responsible: [provider:msp] }\n`,
        [["assesses-own-work", "warning providers.msp.services"]],
      ],
      "as an outside firm": [
        `posts:\n${ceo}${msp("hosting, security-audit")}`,
        [["assesses-own-work", "warning providers.msp.services"]],
      ],
      "as a sister firm": [
        `posts:\n${ceo}providers:\n  msp: { services: [hosting], overseenBy: ceo, group: north }\n  test: { services: [penetration-test], overseenBy: ceo, group: north }\n`,
        [["assesses-own-work", "warning providers.test.services"]],
      ],
    },
  ],
  [
    "nobody does what nobody can do without",
    {
      "as a duty": [
        `posts:\n${ceo}activities: { disaster-recovery: none, log-review: none, patching: none, backup-run: none }\n`,
        [["activity-not-done", "warning activities"]],
      ],
      "as a duty that a complete list leaves out": [
        `posts:\n${ceo}activities: { it-budget: { responsible: [ceo], accountable: ceo } }\ncoverage: { activities: complete }\n`,
        [["activity-not-done", "warning activities"]],
      ],
      "with an outside firm that does something else": [
        `posts:\n${ceo}${msp("helpdesk")}activities: { backup-run: none }\n`,
        [["activity-not-done", "warning activities"]],
      ],
    },
  ],
  [
    "what should control IT stands below it",
    {
      "as a post": [
        `posts:\n${ceo}${manager}  cro: { heldBy: Lu Nye, reportsTo: it-manager }\n`,
        [["control-below-it", "warning posts.cro.reportsTo"]],
      ],
      "as a chair": [
        `posts:\n${ceo}${manager}committees: { audit: { chair: it-manager, oversees: [is-audit] } }\n`,
        [["control-committee-chaired-by-it", "warning committees.audit.chair"]],
      ],
      "as an outside firm": [
        `posts:\n${ceo}${manager}  dpo: { heldBy: provider:msp, reportsTo: it-manager }\n${msp("dpo")}`,
        [["control-below-it", "warning posts.dpo.reportsTo"]],
      ],
    },
  ],
];

describe("a situation is found however it is written", () => {
  for (const [name, ways] of situations)
    for (const [way, [text, finds]] of Object.entries(ways))
      it(`${name}, ${way}`, () => {
        for (const [rule, finding] of finds) assert.equal(judged(rule, file(text)), finding, rule);
      });
});
