import type { Analysis } from "../../analysis/check.ts";
import { blocks, bold, escaped, link, list } from "../../base/markdown.ts";
import { asOf, type Provision, statusOf } from "../../knowledge/regimes.ts";
import { standingOf } from "../../model/org/in-force.ts";
import { listOf } from "../../model/words/words.ts";
import { type Card, heading, type PageAddress } from "./card.ts";

/** A law or standard: what it is, its edition, what of it is checked in this file, and what a file cannot show. */
export function regimeCard(analysis: Analysis, id: string, page: PageAddress): Card {
  const { law } = analysis.document.org.knowledge;
  const regime = law.regimes.get(id);
  if (!regime)
    return { head: blocks(heading(id), "Listed as declared. itorg does not know it and checks nothing of it.") };
  const own = [...law.provisions.values()].filter((provision) => provision.regime === id);
  const checked = own.filter((provision) => statusOf(provision) === "checked");
  const others = own.filter((provision) => ["off", "not-checked"].includes(statusOf(provision)));
  const line = (provision: Provision) => {
    const short = standingOf(analysis.document.org, provision.id)?.short ?? provision.short;
    const name = link(escaped(short), page(provision.id));
    return `${bold(name)}: ${escaped(provision.title)}${stateOf(analysis, provision)}`;
  };
  return {
    head: blocks(
      heading(regime.short, regime.name),
      escaped(regime.what),
      escaped(`${regime.publisher}, ${regime.edition}.`),
      escaped(`${regime.checked === undefined ? "" : `${asOf(regime.checked)}. `}Not legal advice.`),
      checked.length === 0 ? "Nothing of it is checked yet." : bold("Checked here"),
      list(checked.map(line)),
    ),
    rest: blocks(
      regime.note === undefined ? "" : escaped(regime.note),
      others.length > 0 ? `${bold("Not checked")}: ${listOf(others.map(({ short }) => escaped(short)))}` : "",
      page(id) && link("The page of this law, with all that it asks for", page(id)),
    ),
  };
}

function stateOf({ document: { org }, findings }: Analysis, { id, regime }: Provision): string {
  const count = findings.filter(({ hits }) => hits.some((hit) => hit.id === id)).length;
  if (count > 0) return ` (${count === 1 ? "1 finding" : `${count} findings`})`;
  return org.isInForce(regime) && standingOf(org, id) === undefined ? " (does not apply: exempt)" : "";
}
