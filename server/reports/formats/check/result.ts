import type { Analysis } from "../../../analysis/check.ts";
import type { Finding } from "../../../analysis/finding.ts";
import { recommendationEnding } from "../../../analysis/recommend.ts";
import { clean } from "../../../base/clean.ts";
import { hashOf } from "../../../base/hash.ts";
import { pageAddress } from "../../../base/home.ts";
import type { Span } from "../../../base/text.ts";
import { placeToString } from "../../../model/words/place.ts";
import type { Rule } from "../../../rules/rule.ts";
import type { Telling } from "../telling.ts";

/** What a finding says, and what is recommended for it, on one line that steers no terminal. */
export function textOf(finding: Finding, telling: Telling): string {
  const ending = telling.says(recommendationEnding(finding));
  return clean(`${telling.says(finding.message)}${ending === "" ? "" : ` ${ending}`}`);
}

/** Where something stands, counted from 1, in UTF-16 units; the end is behind the last. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function regionOf({ document: { text } }: Analysis, { start, end }: Span): Region {
  const [from, to] = [text.positionAt(start), text.positionAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/**
 * Tells the findings of a file apart in every run: by the file, the rule and the place, and where several agree in these,
 * by their order. No line is in it, so that it stays when lines move.
 */
export function fingerprintsOf(path: string, { findings }: Analysis): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, at }) => {
    const key = JSON.stringify([path, rule, placeToString(at)]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return hashOf(`${key} ${occurrence}`);
  });
}

/** The page that explains a rule; undefined for a firm's own. */
export const pageOf = (rule: Rule): string | undefined =>
  rule.firm === undefined
    ? pageAddress(rule.provision === undefined ? `rules/${rule.id}.md` : `provisions/${rule.id}.md`)
    : undefined;
