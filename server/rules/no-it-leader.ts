import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { at, type Post, type Ref, rule, type Sayable, type Scope, type Service, verdict } from "./rule.ts";
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
  absorbs: ["required-post-vacant"],
  note: "It fires only where the file says of each post that could lead IT that there is none, or that it stands vacant. It is information where a deputy stands in for the vacant post. A CTO who answers for IT operations, or heads a team for helpdesk, infrastructure or network, leads IT too. The sources that recommend a vCIO sell one, and a vCIO without anybody inside to take up the advice does not end this finding.",
  remedies: ["add-post-<post>", "add-provider-<provider>", "let-<item>-fill-in"],
  avoid:
    "There is no CIO, IT director, IT manager or internal CTO, or nobody is in the post, and no other CTO runs internal IT.",
  prefer: "Somebody leads IT, if only for a part of the week or until the post is filled.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 35 }
coverage: { itPosts: complete }
posts:
#^^^^ warning: no-it-leader
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
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
providers:
  brightdesk: { name: Brightdesk, services: [helpdesk] }
activities:
  security: { accountable: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 35 }
coverage: { itPosts: complete }
posts:
#^^^^ sound: no-it-leader
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
      const vacant = ask.vacantLeaders(scope);
      const [only, ...others] = vacant;
      const place = only && others.length === 0 ? only.at : scope.at;
      yield verdict(
        place,
        ask.nobodyLeadsIt(scope),
        () => {
          const standIns = vacant.flatMap((post) => ask.deputiesOf(org, post));
          return {
            says: say.words`${whatIsMissing(scope, vacant)}${whoIsThere(scope, standIns)}.`,
            severity: standIns.length > 0 ? "info" : "warning",
            related: [
              ...vacant.filter(({ at }) => at !== place).map(({ at }) => ({ at, says: "vacant" })),
              ...say.ifThisIsIt(scope, ask.itLeadershipRoles),
            ],
            covers: vacant.map(({ at }) => at),
            fixes: [
              ...vacant.flatMap((post) => mend.fillForNow(org, post)),
              ...(vacant.length > 0 ? [] : mend.firstStepVacant(scope, "it-director")),
              ...mend.outsideVcio(scope),
            ],
          };
        },
        () => {
          const { post } = ask.headOfIt(scope);
          return post && ask.held(post) === "yes"
            ? { says: say.words`Somebody leads IT: ${say.thePost(post)}.`, facts: [at(post, "heldBy")] }
            : undefined;
        },
      );
    }
  },
});

function whatIsMissing(scope: Scope, vacant: readonly Post[]): Sayable {
  const where = scope.unit ? ` in ${scope.name}` : "";
  // Where companies have IT leaders of their own, what is missing is one above them.
  const apart = scope.unit
    ? []
    : scope.org.posts(...ask.itLeadershipRoles).filter((post) => !scope.allPosts().includes(post));
  if (vacant.length === 0 && apart.length > 0)
    return say.words`No post leads IT for the organization as a whole: ${say.listOf(apart.map(say.thePost))} ${apart.length > 1 ? "lead" : "leads"} it in ${apart.length > 1 ? "parts" : "a part"} of it only`;
  if (vacant.length === 0) return `No post leads IT${where}: there is no CIO, IT director or IT manager`;
  const posts = say.listOf(vacant.map(say.postName));
  return vacant.length > 1
    ? say.words`Nobody leads IT${where}: the posts of ${posts} are vacant`
    : say.words`Nobody leads IT${where}: the post of ${posts} is vacant`;
}

/** What there is instead: whoever stands in, else an adviser or a helpdesk, which do not lead. */
function whoIsThere(scope: Scope, standIns: readonly Ref[]): Sayable {
  const { org } = scope;
  const names = say.distinctWords(standIns.map((ref) => say.refName(org, ref)));
  if (names.length > 0) return say.words`; ${say.listOf(names)} ${names.length > 1 ? "stand" : "stands"} in`;
  const advisers = scope
    .posts("vcio")
    .map((post) => say.holderNames(org, post))
    .filter((names) => names !== undefined);
  const suppliers = (service: Service) => org.outsideService(service, scope.unit).providers.map(say.providerName);
  const vcios = say.distinctWords([...advisers, ...(advisers.length > 0 ? [] : suppliers("vcio"))]);
  const desks = suppliers("helpdesk");
  const outside = [
    ...(vcios.length > 0 ? [say.words`vCIO (${say.listOf(vcios)})`] : []),
    ...(desks.length > 0 ? [say.words`helpdesk (${say.listOf(desks)})`] : []),
  ];
  return outside.length > 0 ? say.words`; there is only an outside ${say.listOf(outside)}` : "";
}
