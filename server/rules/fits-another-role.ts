import type { Knowledge } from "../knowledge/knowledge.ts";
import * as ask from "./ask.ts";
import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  at,
  type CannotTell,
  type FactFit,
  type Fits,
  type Fix,
  type Found,
  type Need,
  type Org,
  type Post,
  type Role,
  type RoleFit,
  ruleFrom,
  type Sayable,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

/** So many facts of another role must be met, and so many of the own one contradicted. */
const enoughMet = 4;
const enoughContradicted = 2;

/** The articles' claims; the laws that also speak of a line have rules of their own. */
const sayings = (facts: readonly FactFit["fact"][], { evidence }: Knowledge): string[] =>
  facts.flatMap((fact) => fact.for.filter((id) => evidence.claims.has(id)));

export const fitsAnotherRole = ruleFrom((knowledge) => ({
  id: "fits-another-role",
  category: "role",
  severity: "info",
  title: "A post that fits another role better than its own",
  reportTitle: "A post is described as another role than the one it has",
  why: "In 2012 a chief executive asked what the difference is between a CIO and an IT director. The sources answer with facts: the level, what the post attends to, whom it reports to, what it answers for. Where the facts on record are another role's, people will expect from the post what it is not set up to give.",
  rests: [
    "S0-12",
    ...new Set(
      knowledge.profiles.all.flatMap(({ facts }) =>
        sayings(
          facts.filter((fact) => fact.weighed),
          knowledge,
        ),
      ),
    ),
  ],
  contested: ["S0-C11"],
  note: "It compares declared facts with the definitions of CIO, CTO, CISO, IT director and IT manager, and never a title. At least four facts of the other role must be met with none contradicted, and at least two of the post's own contradicted; what the sources dispute weighs nothing. A vCIO is compared as a CIO is; a CTO for internal IT must contradict both the CIO and the CTO. The descriptions hold better the larger the organization: below 50 people it is a hint.",
  remedies: ["declare-as-<item>", "declare-as-<item>-keeping-title"],
  avoid: "What is on record of a post meets four facts or more of another role, and contradicts two of its own.",
  prefer: "The post has the role that its facts describe, whatever its title; or the facts become those of its role.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: coo, level: [tactical], focus: [technology], background: technical }
  #^^ 💡 info: fits-another-role
  #                                                               ^^^^^^^^^^^^ 💡 info: cio-technology-only
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: coo, level: [tactical], focus: [technology], background: technical, role: it-director }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: coo, level: [strategic, tactical], focus: [technology, projects], background: technical }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  cio: { heldBy: Bo Li, reportsTo: coo, level: [tactical], background: technical }
`,
  },
  *check({ org }) {
    for (const post of org.allPosts) {
      const fits = ask.fitsOf(org, post);
      if (!fits) continue;
      const better = bestOther(fits);
      if (!better) continue;
      const isBetter = better.met.length >= enoughMet && isOwnContradicted(fits);
      yield verdict(post.at, isBetter ? "yes" : worthAsking(org, fits, better), () => found(org, post, fits, better));
    }
  },
}));

/** Of the roles that nothing contradicts, the one of which most is met; of equals, the first defined. */
const bestOther = ({ others }: Fits): RoleFit | undefined =>
  others.filter(({ contradicted }) => contradicted.length === 0).toSorted((a, b) => b.met.length - a.met.length)[0];

const isOwnContradicted = ({ own }: Fits): boolean =>
  own.every(({ contradicted }) => contradicted.length >= enoughContradicted);

/**
 * A question only where something points to the other role: a fact that contradicts the own one, and two that are met.
 * Asked is what may settle it, first what the consultant judges.
 */
function worthAsking(org: Org, { own }: Fits, better: RoleFit): CannotTell | "no" {
  const contradicted = Math.min(...own.map((fit) => fit.contradicted.length));
  if (contradicted === 0 || better.met.length < 2) return "no";
  const open = better.unknown.filter((fit) => fit.need);
  const telling = open.filter((fit) => own.every((mine) => mayContradict(mine, fit)));
  const isInReach = better.met.length + open.length >= enoughMet && contradicted + telling.length >= enoughContradicted;
  if (!isInReach) return "no";
  const wanted = Math.max(enoughMet - better.met.length, enoughContradicted - contradicted);
  const ordered = [...new Set([...judgedFirst(org, telling), ...judgedFirst(org, open)])].slice(0, wanted);
  return { needs: ordered.flatMap((fit): Need[] => (fit.need ? [fit.need] : [])), grounded: true };
}

/** Whether an answer that fits the other role would contradict this one. */
function mayContradict(own: RoleFit, { fact }: FactFit): boolean {
  const mine = own.unknown.find((fit) => fit.fact.attribute === fact.attribute);
  return mine !== undefined && fact.value.some((value) => ask.compare(mine.fact, [value]) === "contradicted");
}

function judgedFirst({ knowledge }: Org, fits: readonly FactFit[]): FactFit[] {
  const { fields } = knowledge.format.shape("post");
  const isJudged = ({ fact }: FactFit) => fields.get(fact.attribute)?.judge ?? false;
  return fits.toSorted((a, b) => Number(isJudged(b)) - Number(isJudged(a)));
}

function found(org: Org, post: Post, { own }: Fits, better: RoleFit): Found {
  const against = own.flatMap((fit) => fit.contradicted);
  const attributes = [...new Set(against.map(({ fact }) => fact.attribute))];
  const does = attributes.length > 1 ? "do" : "does";
  const phrases = mostTelling(better, attributes).map((fit) => say.declaredPhrase(org, post, fit));
  return {
    says: say.words`${say.sentence(say.thePost(post))} ${say.listOf(phrases)}, as ${a(org, better.role)} does.`,
    reason: `${say.sentence(say.listOf(attributes.map((one) => say.fitLabels[one])))} ${does} not fit ${say.listOf(
      own.map(({ role }) => a(org, role)),
      "or",
    )}.`,
    rests: [
      ...new Set([
        "S0-12",
        ...sayings(
          [...better.met, ...against].map(({ fact }) => fact),
          org.knowledge,
        ),
      ]),
    ],
    related: oneEach([...better.met, ...against]).map((fit) => ({
      at: fit.at,
      says: besideDefinitions(org, post, fit, [better, ...own]),
    })),
    fixes: useRole(org, post, better.role),
  };
}

/** As many as make the case, in the order of the definition; the related places carry all. */
function mostTelling({ met }: RoleFit, contradicted: readonly string[]): FactFit[] {
  const isTelling = ({ fact }: FactFit) => Number(contradicted.includes(fact.attribute));
  const chosen = met.toSorted((one, other) => isTelling(other) - isTelling(one)).slice(0, enoughMet);
  return met.filter((fit) => chosen.includes(fit));
}

const a = ({ knowledge }: Org, role: Role): string => say.withArticle(knowledge.roles.nameOf(role));

const oneEach = (fits: readonly FactFit[]): FactFit[] =>
  fits.filter(({ fact }, i) => fits.findIndex((other) => other.fact.attribute === fact.attribute) === i);

/** "level: tactical; an IT Director's: tactical or operational; a CIO's: strategic" */
function besideDefinitions(org: Org, post: Post, fit: FactFit, definitions: readonly RoleFit[]): Sayable {
  const theirs = definitions.flatMap(({ role, facts }) => {
    const fact = facts.find((other) => other.fact.attribute === fit.fact.attribute)?.fact;
    return fact?.weighed ? [`${a(org, role)}'s: ${say.expectedWords(org, fact)}`] : [];
  });
  const here = say.declaredWords(org, post, fit) ?? "not known";
  return say.words`${say.fitLabels[fit.fact.attribute]}: ${here}; ${theirs.join("; ")}`;
}

/** A second CIO would be no remedy. The title that the client uses stays, also where only the key has told it so far. */
function useRole(org: Org, post: Post, role: Role): Fix[] {
  const isTaken = ask
    .scopeOf(org, post)
    .posts(role)
    .some((other) => other !== post && ask.held(other) !== "no");
  if (role === "cio" && isTaken) return [];
  const use = mend.set(at(post, "role"), role);
  const name = say.postName(post);
  if (fact.given(post.title) !== undefined)
    return [
      mend.fix(mend.does("declare-as-<item>", role), `Declare the post as ${a(org, role)}'s; it keeps its title`, [
        use,
      ]),
    ];
  return [
    mend.fix(mend.does("declare-as-<item>", role), `Declare the post as ${a(org, role)}'s`, [use]),
    mend.fix(
      mend.does("declare-as-<item>-keeping-title", role),
      say.words`Declare the post as ${a(org, role)}'s, and keep ${name} as its title`,
      [use, mend.set(at(post, "title"), say.postTitle(post))],
    ),
  ];
}
