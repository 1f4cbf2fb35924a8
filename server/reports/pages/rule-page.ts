import { type Analysis, analyze } from "../../analysis/check.ts";
import type { Question } from "../../analysis/finding.ts";
import { blocks, code, escaped, link, list } from "../../base/markdown.ts";
import { type Mark, readFixture } from "../../base/marks.ts";
import { Text } from "../../base/text.ts";
import { usualConfig } from "../../firm/config.ts";
import type { Effect } from "../../knowledge/regimes.ts";
import { placeToString } from "../../model/words/place.ts";
import { effects } from "../../model/words/remedy-id.ts";
import { full, spoken } from "../../model/words/words.ts";
import type { Rule } from "../../rules/rule.ts";
import { authorities, categoryTitles, type Library, notLegalAdvice, severityTitles } from "./page.ts";

/** Examples are checked as of one day, so that a page does not change from day to day. */
const exampleDay = "2026-01-01";

/** A rule's documentation as Markdown. */
export function rulePage(rule: Rule, library: Library): string {
  const { law } = library.knowledge;
  const effects = law.effectsOn(rule.id);
  const against = new Set(rule.contested);
  const grounds = [...new Set([...rule.rests, ...effects.map((entry) => entry.provision.id)])].filter(
    (id) => !against.has(id),
  );
  const namesLaw = [...grounds, ...against].some((id) => law.provisions.has(id));
  return blocks(
    `# ${escaped(rule.title)}`,
    `${code(rule.id)} · ${categoryTitles[rule.category]} · ${severityTitles[rule.severity]}`,
    section("What", `${rule.reportTitle}.`),
    section("Why", rule.why),
    section("Severity", severityOf(rule, library)),
    ...avoidAndPrefer(rule),
    section("Who says so", rule.ours ? "Our conclusion, from what these say:" : "", whoSaysSo(rule, grounds, library)),
    section("Who disagrees", list(authorities([...against], library))),
    section("Limits", rule.note),
    ...askAndAccept(rule, library),
    namesLaw ? `---\n\n${notLegalAdvice}` : "",
  ).concat("\n");
}

/** What to avoid and what to prefer, each with an example; and what can be done. */
export const avoidAndPrefer = (rule: Rule): string[] => [
  section("Avoid", rule.avoid, yaml(pointOut(rule))),
  section("Prefer", rule.prefer, yaml(readFixture(rule.examples.fixed).text)),
  section("What can be done", list(remediesOf(rule))),
];

/** Each remedy by the pattern of its id, as entries of `recommended` name it, and what it does. */
const remediesOf = ({ remedies = [], mends }: Rule): string[] =>
  remedies.map((pattern) => `${code(pattern)}: ${effects[pattern]}${mends === undefined ? "" : ` (${mends})`}`);

/** What it asks where it cannot tell, and how a decision to live with the finding is put on record. */
export const askAndAccept = (rule: Rule, library: Library): string[] => [
  section("What it asks", list(questionsOf(rule, library))),
  section("To accept the risk", ...howToAccept(rule, library)),
];

/** All rules by category, as the front page of their folder. */
export function rulesIndex(library: Library): string {
  // What is one provision's alone stands with the laws.
  const general = library.rules.filter((rule) => rule.provision === undefined);
  const categories = [...new Set(general.map((rule) => rule.category))];
  const ordered = (Object.keys(categoryTitles) as Rule["category"][]).filter((category) =>
    categories.includes(category),
  );
  const line = (rule: Rule) =>
    `${link(code(rule.id), library.address({ kind: "rules", id: rule.id }))}: ${escaped(rule.title)} (${severityTitles[rule.severity]})`;
  return blocks(
    "# The rules",
    "What itorg looks for. An error means that the file is broken, or that it contradicts a declared obligation; nothing here is legal advice.",
    ...ordered.flatMap((category) => [
      `## ${categoryTitles[category]}`,
      list(
        general
          .filter((rule) => rule.category === category)
          .sort((a, b) => (a.id < b.id ? -1 : 1))
          .map(line),
      ),
    ]),
  ).concat("\n");
}

export function section(title: string, ...parts: readonly (string | undefined)[]): string {
  const body = blocks(...parts);
  return body === "" ? "" : `## ${title}\n\n${body}`;
}

function severityOf(rule: Rule, library: Library): string {
  const usual = `Usually ${article(severityTitles[rule.severity]!)}.`;
  const weight = library.weightOf(rule.id);
  const firms =
    weight && `By ${code(weight.path)}: ${weight.is === "off" ? "turned off" : article(severityTitles[weight.is]!)}.`;
  const small =
    rule.category === "role" && rule.severity !== "hint"
      ? " One step weaker in an organization of fewer than 50 people, which the descriptions of roles fit less well."
      : rule.category === "duties" && rule.severity !== "hint"
        ? " One step weaker where IT has three people or fewer, who cannot divide the work. For a team that has both duties, and for those who only answer for both, information at most unless said otherwise below."
        : "";
  const { law } = library.knowledge;
  const changes = law.effectsOn(rule.id).map(({ provision: { short, regime, id }, effect }) => {
    const name = link(escaped(short), library.address({ kind: "provisions", id }));
    const declared = `Where ${escaped(law.regimes.get(regime)?.short ?? regime)} is declared`;
    if (effect.cites)
      return `${declared}, it names ${name} as well, which speaks of something near and raises nothing.`;
    if (effect.cancels) return `${declared}: none, because ${name} asks for what this rule warns of.`;
    const when = effect.when ? ` Condition: ${escaped(effect.when)}` : "";
    const scope = effect.scope ? ` Only for activities with the scope ${effect.scope.map(code).join(" or ")}.` : "";
    const as = effect.as ? ` Only for those who declare themselves ${effect.as.map(code).join(" or ")}.` : "";
    const severity = article(severityTitles[effect.severity ?? ""] ?? "");
    return `${declared}, ${name} makes it at least ${severity}.${when}${as}${scope}${relaxation(effect)}`;
  });
  return blocks(`${usual}${small}`, firms, list(changes), joins(rule, library));
}

/** When a provision asks for less, as a sentence with a blank before it. */
function relaxation({ relaxed }: Effect): string {
  if (!relaxed) return "";
  const control = relaxed.compensatingControl ? " or a compensating control is on record" : "";
  return ` Only ${article(severityTitles[relaxed.severity] ?? "")} where IT has at most ${relaxed.itHeadcountAtMost} people${control}.`;
}

const article = (severity: string): string =>
  severity === "information"
    ? "information"
    : /^[aeiouh]/.test(severity) && severity !== "hint"
      ? `an ${severity}`
      : `a ${severity}`;

/** One fact is one finding: which rules join which. */
function joins(rule: Rule, library: Library): string {
  const name = (id: string) => link(code(id), library.address({ kind: "rules", id }));
  // What joins a provision stands on that provision's page.
  const absorbing = library.rules
    .filter((other) => other.provision === undefined && other.absorbs?.includes(rule.id))
    .map((other) => name(other.id));
  const absorbed = (rule.absorbs ?? []).filter((id) => library.ruleById.has(id)).map(name);
  return [
    ...(absorbed.length > 0 ? [`Where ${absorbed.join(" or ")} states the same fact, it joins this finding.`] : []),
    ...(absorbing.length > 0 ? [`Where ${absorbing.join(" or ")} states the same fact, this joins that finding.`] : []),
  ].join(" ");
}

const yaml = (text: string): string => `\`\`\`yaml\n${text.trim()}\n\`\`\``;

/** The bad example with what this rule finds pointed out at the end of the line. */
function pointOut(rule: Rule): string {
  const { text, marks } = readFixture(rule.examples.bad);
  const own = marks.filter((mark) => mark.note.endsWith(` ${rule.id}`));
  return text
    .split("\n")
    .map((line, number) => {
      const names = own.filter((mark) => mark.line === number).map((mark) => marked(line, mark));
      return names.length === 0 ? line : `${line}  # <- ${names.join(", ")}`;
    })
    .join("\n");
}

function marked(line: string, { start, end }: Mark): string {
  const words = line.slice(start, end).trim();
  return words === "" || words.length > 30 ? "here" : words;
}

function whoSaysSo({ firm }: Rule, ids: readonly string[], library: Library): string {
  const own = firm === undefined ? [] : [`The firm itself, in ${code(firm)}.`];
  const entries = [...own, ...authorities(ids, library)];
  return entries.length === 0 ? "It is about the file itself and needs no authority." : list(entries);
}

/** What the rule would ask in its example of an interview that left the matter open. */
function questionsOf(rule: Rule, library: Library): string[] {
  const { text } = readFixture(rule.examples.unknown);
  const { questions } = exampleOf(text, rule, library);
  const own = questions.filter(({ blocks }) => blocks.includes(rule.id));
  return [...new Set(own.map((question) => escaped(inGeneral(question, library))))];
}

/** A question without the names of the example, whom the reader has not met there: "Whom does the post report to?" */
function inGeneral({ at, question, pattern }: Question, { knowledge }: Library): string {
  const [section = "", key = ""] = at;
  const isKnown = section === "posts" && knowledge.format.catalogue("role").has(String(key));
  const kind = kinds[String(section)];
  return pattern === undefined || isKnown || kind === undefined
    ? spoken(question, full)
    : spoken(pattern.template, full)
        .replace("{the}", kind)
        .replace(/^./, (first) => first.toUpperCase());
}

const kinds: Readonly<Record<string, string>> = {
  posts: "the post",
  people: "the person",
  teams: "the team",
  providers: "the provider",
  units: "the unit",
};

/** A fault of the file is corrected; anything else can be a decision of the client. */
function howToAccept(rule: Rule, library: Library): string[] {
  if (rule.category === "format") return [];
  const { text } = readFixture(rule.examples.bad);
  const found = exampleOf(text, rule, library).findings.find((finding) => finding.rule === rule.id);
  if (!found) return [];
  return [
    "Record the decision in the file: who approved it, why, with which compensating control, until when.",
    yaml(`accepted:
  - rule: ${rule.id}
    at: ${yamlText(placeToString(found.at))}
    reason: why the organization accepts it
    compensatingControl: what stands in for it, or none
    approvedBy: ceo
    until: 2027-12-31`),
  ];
}

/** An example as it is read where no firm says otherwise; a firm's own rule runs beside the product's. */
function exampleOf(text: string, rule: Rule, { knowledge }: Library): Analysis {
  const config = usualConfig(knowledge);
  const rules = rule.firm === undefined ? config.rules : [...config.rules, rule];
  return analyze(new Text(text), { today: exampleDay, config, rules });
}

/** A place with brackets would read as a list. */
const yamlText = (text: string): string => (/^[\w.-]+$/.test(text) ? text : JSON.stringify(text));
