import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type Fix,
  type Level,
  type Org,
  type Post,
  type Provider,
  rule,
  type Scope,
  type Truth,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const vcioStrategicOnly = rule({
  id: "vcio-strategic-only",
  category: "provider",
  severity: "warning",
  title: "vCIO for strategy alone, and nobody for the rest",
  reportTitle: "An outside vCIO plans, and no post carries the plans out",
  why: "Most virtual CIOs help with direction and leave it there. Plans then need somebody to turn them into projects, and somebody to keep the systems running. Where neither is there, the organization has paid for advice that nobody can follow.",
  reason: "Most vCIO services stop at strategy; what is missing has to be bought or built beside it.",
  rests: ["S1-49", "S1-51"],
  note: "A level counts as covered where a post, a vCIO or a provider declares it, also a post that stands vacant. The source of the claim sells vCIO services.",
  remedies: ["add-post-<post>", "add-levels-to-<provider>"],
  avoid: "The vCIO covers the strategic level alone, and nobody works at the tactical or at the operational one.",
  prefer: "The missing levels are part of the service, or a post of the organization's own covers them.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 60 }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [vcio], levels: [strategic], overseenBy: ceo, earnsCommission: no }
  #                                                       ^^^^^^^^^^^ 💡 warning: vcio-strategic-only
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 60 }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [vcio], levels: [strategic, tactical], overseenBy: ceo, earnsCommission: no }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 60 }
coverage: { itPosts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo, level: [operational] }
  office-manager: { heldBy: Cy Ho, reportsTo: ceo, level: [tactical] }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [vcio], levels: [strategic], overseenBy: ceo, earnsCommission: no }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 60 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
providers:
  northwind: { name: Northwind, services: [vcio], levels: [strategic], overseenBy: ceo, earnsCommission: no }
`,
  },
  *check({ org }) {
    for (const provider of org.data.providers.values()) {
      for (const { place, vcio, levels, unit } of vciosOf(org, provider)) {
        const company = org.data.units.get(unit ?? "");
        const scope = company ? org.scopeWithin(company) : org.whole;
        const strategyOnly = fact.holds(levels, (own) => own.length > 0 && own.every((level) => level === "strategic"));
        const oneVcio = fact.all(provider.exists, vcio);
        if (oneVcio === "no" || strategyOnly === "no") continue;
        const below = lower.map((level) => ({ level, truth: fact.not(ask.levelCovered(scope, level)) }));
        const missed = fact.any(...below.map(({ truth }) => truth));
        yield verdict(place, fact.allInTurn(oneVcio, strategyOnly, missed), () => {
          const missing = below.filter(({ truth }) => truth === "yes").map(({ level }) => level);
          return {
            says: say.words`${say.providerName(provider)} covers strategy alone as vCIO, and nobody works at the ${levelWords(missing, "or")}.`,
            fixes: cover(scope, provider, place, missing),
          };
        });
      }
    }
  },
});

const lower = ["tactical", "operational"] as const satisfies readonly Level[];

const levelWords = (levels: readonly Level[], word = "and"): string =>
  `${say.listOf(levels, word)} level${levels.length > 1 && word === "and" ? "s" : ""}`;

interface Vcio {
  /** Where its levels stand, or would. */
  readonly place: Post["at"];
  readonly vcio: Truth;
  readonly levels: Post["level"];
  readonly unit: string | undefined;
}

/** The vCIO posts that the provider fills; only where nobody names a post, its service. */
function vciosOf(org: Org, provider: Provider): Vcio[] {
  const posts = org.posts("vcio");
  const service = { place: at(provider, "levels"), levels: provider.levels };
  if (posts.length === 0) {
    const vcio = fact.holds(provider.services, (services) => services.includes("vcio"));
    return [{ ...service, vcio, unit: ask.unitOf(provider) }];
  }
  const own = new Set(ask.postsOf(org, { to: "provider", id: provider.id }));
  return posts
    .filter((post) => own.has(post) || post.heldBy.is === "unknown")
    .map((post) => ({
      ...(post.level.is === "known" ? { place: at(post, "level"), levels: post.level } : service),
      vcio: ask.ofProvider(org, { to: "post", id: post.id }, provider.id),
      unit: ask.unitOf(post),
    }));
}

function cover(scope: Scope, provider: Provider, place: Post["at"], missing: readonly Level[]): Fix[] {
  const { org } = scope;
  const more = mend.fix(
    mend.does("add-levels-to-<provider>", provider.id),
    say.words`Correct the record: ${say.providerName(provider)} covers the ${levelWords(missing)} too`,
    missing.map((level) => mend.add(place, level)),
    { advice: say.words`Let ${say.providerName(provider)} cover the ${levelWords(missing)} too` },
  );
  if (scope.posts("it-manager").length > 0) return [more];
  const head = ask.headOf(org, scope.unit);
  const { id, change } = mend.newPost(scope, "it-manager", { ...(head ? { reportsTo: head.id } : {}), level: missing });
  return [
    more,
    mend.fix(mend.does("add-post-<post>", id), `Add a vacant IT Manager post at the ${levelWords(missing)}`, [change]),
  ];
}
