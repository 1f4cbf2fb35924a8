import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { given } from "../model/words/fact.ts";
import type { PageAddress } from "./cards/card.ts";

/** A text that leads to a page. */
export interface Link {
  readonly span: Span;
  readonly address: string;
  /** What the page is about, for the words that an editor shows on it. */
  readonly about: "rule" | "law or standard";
}

/** The rules of accepted risks and recommendations, and the laws and standards, each with the page that explains it, where there is one. */
export function links({ analysis: { document, config }, knowledge: { law } }: Snapshot, page: PageAddress): Link[] {
  const { map, org } = document;
  const { accepted, recommended, regimes } = org.data;
  const rules = [...accepted, ...recommended].map(({ place, rule }) => ({
    id: given(rule),
    span: map.span([...place, "rule"]),
    about: "rule" as const,
  }));
  const laws = [...regimes.values()].map(({ id, at }) => ({
    id,
    span: map.span(at, "key"),
    about: "law or standard" as const,
  }));
  return [...laws, ...rules].flatMap(({ id, span, about }) => {
    const address = id === undefined || !(law.regimes.has(id) || config.ruleById.has(id)) ? undefined : page(id);
    return address === undefined ? [] : { span, address, about };
  });
}
