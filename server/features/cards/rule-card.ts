import type { Analysis } from "../../analysis/check.ts";
import type { Finding } from "../../analysis/finding.ts";
import { askedElsewhere } from "../../analysis/law.ts";
import { blocks, bold, code, escaped, link, list } from "../../base/markdown.ts";
import { type Config, isIgnored } from "../../firm/config.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { type Severity, severities } from "../../knowledge/severity.ts";
import type { Org } from "../../model/org/org.ts";
import { isInside, type Place } from "../../model/words/place.ts";
import { full, listOf, spoken } from "../../model/words/words.ts";
import { type Card, citations, type Library, sellersAmong, type Telling } from "./card.ts";

const severityNames: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "information",
  hint: "hint",
};

/**
 * A rule: why it matters, who says so, who disagrees, and which law asks for the same without being declared. With a
 * finding, also the decision on record that covers it; with the client's organization, only law of its places and sector.
 */
export function ruleCard(config: Config, id: string, library: Library, org?: Org, finding?: Finding): Card {
  const { knowledge, page } = library;
  const rule = config.ruleById.get(id);
  if (!rule) return { head: escaped(`No rule is called ${id}.`) };
  const { accepted } = finding ?? {};
  const isFollowed = (source: string) => !isIgnored(config, source);
  const until = accepted?.until ? ` until ${escaped(accepted.until)}` : "";
  const grounds = rule.rests.filter(isFollowed);
  const inForce = finding?.hits.map((hit) => hit.id) ?? [];
  const isLaw = (source: string) => knowledge.law.provisions.has(source);
  const who = citations([...inForce, ...grounds.filter((source) => !isLaw(source))], library);
  const elsewhere = citations(org ? askedElsewhere(org, grounds) : grounds.filter(isLaw), library);
  const says = (finding?.ours ?? rule.ours) ? `Our conclusion, from ${who}` : `Who says so: ${who}`;
  const others = citations((rule.contested ?? []).filter(isFollowed), library);
  return {
    head: blocks(
      `${bold(escaped(rule.title))} · ${severityNames[finding?.severity ?? rule.severity]}`,
      accepted
        ? `Accepted by ${escaped(spoken(accepted.approvedBy, full))}${until}: ${escaped(spoken(accepted.reason, full))}`
        : "",
      escaped(rule.why),
      list([
        ...(rule.firm === undefined ? [] : [`Who says so: the firm itself, in ${code(rule.firm)}`]),
        ...(who ? [says] : []),
        ...(others ? [`Who says otherwise: ${others}`] : []),
        ...(elsewhere ? [`Elsewhere asked for by: ${elsewhere}`] : []),
      ]),
      finding ? sellers(finding, rule.rests, knowledge) : "",
      page(id) && link("The page of this rule, with examples", page(id)),
    ),
  };
}

/** Who recommends a virtual CIO and sells it, where one is offered as a remedy. */
function sellers({ fixes, firstSteps }: Finding, rests: readonly string[], { evidence }: Knowledge): string {
  const offers = [...fixes, ...firstSteps].some(({ changes }) => JSON.stringify(changes).includes('"vcio"'));
  const names = offers ? sellersAmong(rests, evidence) : [];
  return names.length === 0
    ? ""
    : `${bold("Seller's advice:")} a virtual CIO is offered here as a remedy. ${listOf(names)}, who recommend${names.length === 1 ? "s" : ""} it, also sell${names.length === 1 ? "s" : ""} it.`;
}

/** The gravest first, and last what somebody has accepted. */
const weight = ({ severity, accepted }: Finding): number => severities.indexOf(severity) + (accepted ? 10 : 0);

/** What was found about a place or anything inside it, one line each; not what is told beside it. */
export function findingLines({ findings, config }: Analysis, place: Place, { page, told }: Telling): string[] {
  return findings
    .filter((finding) => !told.includes(finding))
    .filter(({ at, related }) => isInside(at, place) || related.some((one) => isInside(one.at, place)))
    .sort((a, b) => weight(a) - weight(b))
    .map(({ rule, severity, accepted }) => {
      const title = escaped(config.ruleById.get(rule)?.title ?? rule);
      return `${bold(accepted ? "accepted" : severityNames[severity])}: ${title} (${link(rule, page(rule))})`;
    });
}
