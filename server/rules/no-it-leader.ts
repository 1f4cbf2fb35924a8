import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { type Fix, rule, type Sayable, type Scope, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const noItLeader = rule({
  id: "no-it-leader",
  category: "gap",
  severity: "warning",
  basic: ["it-leader"],
  title: "Nobody leads IT",
  reportTitle: "No post leads IT",
  why: "Every organization depends on its systems, and somebody has to decide what they are for, what they may cost and how much risk is bearable. Where no post does, suppliers decide, or nobody. A bought-in helpdesk answers calls; it does not lead.",
  reason: "Suppliers, or nobody, then decide what IT is for, what it costs and how much risk is bearable.",
  rests: ["S1-39", "S1-45", "S1-47", "S2-17"],
  note: "It fires only where the file says of each post that could lead IT that there is none. A CTO who answers for IT operations, or heads a team for helpdesk, infrastructure or network, leads IT too. The sources that recommend a vCIO sell one, and a vCIO without anybody inside to take up the advice does not end this finding.",
  remedies: ["add-post-<post>", "add-provider-<provider>"],
  avoid: "There is no CIO, IT director, IT manager or internal CTO, and no other CTO runs internal IT.",
  prefer:
    "A post leads IT, if only for a part of its holder's time; a post that stands vacant at least says what is missing.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 35 }
coverage: { itPosts: complete }
posts:
#^^^^ 💡 warning: no-it-leader
  ceo: { heldBy: Ann Ode }
providers:
  brightdesk: { name: Brightdesk, services: [helpdesk] }
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 35 }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode }
  it-director: vacant
providers:
  brightdesk: { name: Brightdesk, services: [helpdesk] }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 35 }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
providers:
  brightdesk: { name: Brightdesk, services: [helpdesk, security-operations] }
activities:
  security: { accountable: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 35 }
posts:
  cio: none
  it-director: none
  it-manager: none
`,
  },
  *check({ org }) {
    for (const scope of org.scopes()) {
      yield verdict(scope.at, ask.noItLeadershipPost(scope), () => ({
        says: says(scope),
        fixes: [addDirector(scope), ...mend.outsideVcio(scope)],
      }));
    }
  },
});

function says(scope: Scope): Sayable {
  const where = scope.unit ? ` in ${scope.name}` : "";
  const { providers } = scope.org.outsideService("helpdesk", scope.unit);
  const fact = `No post leads IT${where}: there is no CIO, IT director or IT manager`;
  if (providers.length === 0) return `${fact}.`;
  return say.words`${fact}, only an outside helpdesk (${say.listOf(providers.map(say.providerName))}).`;
}

function addDirector(scope: Scope): Fix {
  const { id, change } = mend.newPost(scope, "it-director");
  return mend.fix(mend.does("add-post-<post>", id), "Add a vacant IT Director post", [change], { preferred: true });
}
