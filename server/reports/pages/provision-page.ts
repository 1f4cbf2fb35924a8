import { blocks, bold, code, escaped, link, list, table } from "../../base/markdown.ts";
import {
  asOf,
  type ConflictList,
  type Demand,
  type Effect,
  type Limit,
  type Provision,
  statusOf,
} from "../../knowledge/regimes.ts";
import { listOf, sentence } from "../../model/words/words.ts";
import { type Library, linked, notLegalAdvice, severityTitles } from "./page.ts";
import { checkedBy, ruleOnDemands, usesOf } from "./provision-uses.ts";
import { askAndAccept, avoidAndPrefer, section } from "./rule-page.ts";

/** One provision: what it asks in our words, whom, what is checked of it, and how sure we are of the text. */
export function provisionPage(provision: Provision, library: Library): string {
  const regime = library.knowledge.law.regimes.get(provision.regime);
  const own = library.ruleById.get(provision.id);
  const name = link(
    escaped(regime?.name ?? provision.regime),
    library.address({ kind: "regimes", id: provision.regime }),
  );
  return blocks(
    `# ${escaped(provision.short)}`,
    `${bold(escaped(provision.cite))}: ${escaped(provision.title)}`,
    section("What it asks for", escaped(provision.requires)),
    section("Whom it concerns", list([declaredBy(provision, name), ...limitsOf(provision, library)])),
    section("What is checked", ...whatIsChecked(provision, library)),
    ...(own ? avoidAndPrefer(own) : []),
    section("Who disagrees", list(contests(provision.id, library))),
    ...(own ? askAndAccept(own, library) : []),
    section("How sure we are", list(confidenceIn(provision, library))),
    `---\n\n${notLegalAdvice}`,
  ).concat("\n");
}

/** All provisions by law, as the front page of their folder. */
export function provisionsIndex(library: Library): string {
  const ofRegime = (id: string) =>
    [...library.knowledge.law.provisions.values()]
      .filter(({ regime }) => regime === id)
      .map((provision) => [
        linked(provision.id, provision.id, library),
        escaped(checkedBy(provision, library)),
        provision.confidence,
      ]);
  return blocks(
    "# Provisions",
    "Every provision that itorg knows, with what checks it and how sure we are of its text: H is high, M medium. What is M is switched off, exemptions excepted; `*` marks a condition.",
    ...[...library.knowledge.law.regimes.values()].flatMap(({ id, name }) => [
      `## ${escaped(name)}`,
      table(ofRegime(id), ["provision", "checked by", "sure"]) || "None yet.",
    ]),
    `---\n\n${notLegalAdvice}`,
  ).concat("\n");
}

const declaredBy = ({ regime }: Provision, name: string): string =>
  `Part of ${name}; in force for a file only where it says ${code(`regimes: { ${regime}: applies }`)}`;

function limitsOf(provision: Provision, library: Library): string[] {
  const { id, covers, exemptAs, exemptBelow, exempts, notUnder, weakerAs, neverExemptAs } = provision;
  const words = (values: readonly string[]) => listOf(values.map(code), "or");
  const excusing = library.knowledge.law.exemptionsFrom(id).map(({ id: other }) => linked(other, other, library));
  return [
    ...(covers?.as
      ? [`Only for those who are ${words(covers.as)}; where the file does not say, that is a question`]
      : []),
    ...(covers?.cardData ? [`Only where ${code("cardData")} is ${words(covers.cardData)}`] : []),
    ...(covers?.jurisdictions
      ? [`Not where the file names other jurisdictions than ${words(covers.jurisdictions)}`]
      : []),
    ...(covers?.namedIn ? [`Only where the file names ${words(covers.namedIn)} among its jurisdictions`] : []),
    ...(notUnder ? [`Not where the file says that ${words(notUnder)} applies, which takes its place`] : []),
    ...(covers?.listed ? ["Only for listed companies; where the file does not say, that is a question"] : []),
    ...(exemptAs ? [`Not for those who are ${words(exemptAs)}`] : []),
    ...(exemptBelow
      ? [`Not where ${listOf(exemptBelow.allOf.map(limitText))} and ${listOf(exemptBelow.anyOf.map(limitText), "or")}`]
      : []),
    ...(neverExemptAs ? [`Its size exempts nobody who is ${words(neverExemptAs)}`] : []),
    ...(weakerAs
      ? [
          `At most ${severityTitles[weakerAs.severity]} for those who are ${words(weakerAs.as)}, who may comply or explain`,
        ]
      : []),
    ...(excusing.length > 0 ? [`Small firms can be exempt: see ${listOf(excusing)}`] : []),
    ...(exempts
      ? [
          `Excuses from ${listOf(exempts.provisions.map((other) => linked(other, other, library)))} where ${listOf(exempts.anyOf.map(limitText), "or")}; any one of them is enough`,
        ]
      : []),
    ...(exemptBelow || excusing.length > 0 || exempts
      ? [
          'An exemption holds where declared facts prove it. An unknown amount, or one in another currency, is a question, and findings then say "unless exempt"',
        ]
      : []),
  ];
}

const limitText = ({ field, below, atMost, currency }: Limit): string =>
  `${code(`organization.${field}`)} is ${below === undefined ? "at most" : "below"} ${(below ?? atMost ?? 0).toLocaleString("en-US")}${currency ? ` ${currency}` : ""}`;

function whatIsChecked(provision: Provision, library: Library): string[] {
  const { id, at, demands, effects = [], conflictsWith = [], notChecked } = provision;
  if (notChecked !== undefined) return [`Nothing: ${escaped(notChecked)}`];
  const supports = usesOf(provision, library).flatMap((use) =>
    use.kind === "supports" ? ruleLink(use.rule, library) : [],
  );
  const isOff = statusOf(provision) === "off";
  return [
    isOff ? "Nothing yet: the text has not been read again at its source, so it is switched off. It would be:" : "",
    list([
      ...(demands ? demandText(demands, id, library) : []),
      ...effects.map((effect) => effectText(effect, library)),
      ...conflictsWith.map((one) => listText(one, library)),
      ...(supports.length > 0 ? [`Named by ${listOf(supports)}`] : []),
      ...(library.ruleById.has(id) ? [`A finding under its own id stands at ${code(at)}`] : []),
    ]),
  ];
}

function demandText(
  { roles, services, whenAny, missing, vacant, joins }: Demand,
  id: string,
  library: Library,
): string[] {
  const posts = listOf(
    roles.map((role) =>
      link(escaped(library.knowledge.roles.nameOf(role)), library.address({ kind: "roles", id: role })),
    ),
    "or",
  );
  const outside = services ? " and no provider that supplies one" : "";
  const facts = (whenAny ?? []).map(
    ({ field, atLeast }) =>
      `${code(`organization.${field}`)} is ${atLeast === undefined ? "yes" : `${atLeast} or more`}`,
  );
  const when = facts.length > 0 ? ` Only where ${listOf(facts, "or")}.` : "";
  const joined = joins ? ` Joins ${ruleLink(joins, library)} where that finds the same.` : "";
  return [
    ...(missing
      ? [`${sentence(severityTitles[missing] ?? "")}, as ${code(id)}: there is no ${posts}${outside}.${when}${joined}`]
      : []),
    `${sentence(severityTitles[vacant] ?? "")}, as ${ruleLink(ruleOnDemands(library), library)}: the post is there and vacant.${when}`,
  ];
}

function effectText(effect: Effect, library: Library): string {
  const severity = severityTitles[effect.severity ?? ""] ?? "";
  const when = effect.when ? ` Condition: ${escaped(effect.when)}` : "";
  const only = effect.as ? ` Only for those who are ${listOf(effect.as.map(code), "or")}.` : "";
  if (effect.own || effect.rule === undefined) return `${sentence(severity)}, under its own id.${when}${only}`;
  const name = effect.rule === "duties-*" ? "every pair of incompatible duties" : ruleLink(effect.rule, library);
  const cards = effect.cardSystems
    ? ` Not for activities whose scope has no ${code("card-data")}; without a scope, only where the organization handles card data.`
    : "";
  if (effect.cites)
    return `Named beside ${name}, which does not become graver: it speaks of something near.${when}${cards}`;
  if (effect.cancels) return `Cancels ${name}: it asks for what that rule warns of.${when}`;
  const scope = effect.scope ? ` Only for activities with the scope ${listOf(effect.scope.map(code), "or")}.` : "";
  const { relaxed } = effect;
  const less = relaxed
    ? ` ${severityTitles[relaxed.severity]} where IT has at most ${relaxed.itHeadcountAtMost} people${relaxed.compensatingControl ? " or a compensating control is on record" : ""}.`
    : "";
  return `Joins ${name}, which becomes ${severity} at least.${when}${only}${scope}${cards}${less}`;
}

function listText({ id, severity, cite: by, note }: ConflictList, { knowledge }: Library): string {
  const pairs = knowledge.rolePairs.pairs.filter(({ list }) => list === id);
  const posts = [
    ...pairs.flatMap(({ other, headOfIt }) => (headOfIt ? [] : code(other))),
    ...(pairs.some(({ headOfIt }) => headOfIt) ? ["the head of IT, whatever the role"] : []),
  ];
  const whose = by === undefined ? "itorg's own" : escaped(by);
  return `List ${id} (${whose}), ${severityTitles[severity] ?? ""}: ${posts.join(", ")}. ${escaped(note)}`;
}

function contests(id: string, library: Library): string[] {
  const against = library.rules
    .filter((rule) => rule.contested?.includes(id))
    .map((rule) => ruleLink(rule.id, library));
  return against.length > 0 ? [`It speaks against ${listOf(against)}`] : [];
}

function confidenceIn(
  { confidence, reviewed, edition, confirm, evidence, citedAs = [], regime }: Provision,
  library: Library,
): string[] {
  const checked = library.knowledge.law.regimes.get(regime)?.checked;
  return [
    `Edition: ${escaped(edition)}`,
    ...(checked === undefined ? [] : [escaped(asOf(checked))]),
    ...citedAs.map(({ as, short }) => `Numbered ${escaped(short)} for ${listOf(as.map(code))}`),
    ...(evidence === undefined ? [] : [escaped(evidence)]),
    confidence === "H" ? "Confidence: high" : "Confidence: medium; we are less sure of this text than of others",
    ...(reviewed ? [] : ["Not reviewed yet"]),
    `${confirm.charAt(0).toUpperCase()}${confirm.slice(1)}`,
  ];
}

function ruleLink(id: string, library: Library): string {
  return link(code(id), library.ruleById.has(id) ? library.address({ kind: "rules", id }) : undefined);
}
