import { acceptanceStep } from "../../analysis/acceptance-step.ts";
import type { Finding } from "../../analysis/finding.ts";
import type { Value } from "../../model/words/change.ts";
import { given } from "../../model/words/fact.ts";
import { isInside, nearestKey, placeFromString, placeToString, samePlace } from "../../model/words/place.ts";
import { imperative } from "../../model/words/remedy-words.ts";
import { full, spoken } from "../../model/words/words.ts";
import { renderInline } from "../../model/write/render.ts";
import { type Choice, type Context, type Insert, newLine, stop } from "./choice.ts";

/** Entries that accept what is found in the file now, one for each finding that can be accepted. */
export function acceptances(context: Context): Choice[] {
  const { analysis } = context.snapshot;
  const { ruleById } = analysis.config;
  return analysis.findings.flatMap((finding): Choice[] => {
    const [change] = acceptanceStep(analysis, finding)?.changes ?? [];
    if (change?.do !== "add" || !isGroup(change.value)) return [];
    const at = placeToString(finding.at);
    return [
      {
        label: `${finding.rule} at ${at}`,
        kind: "snippet",
        detail: ruleById.get(finding.rule)?.title,
        about: { is: "rule", id: finding.rule },
        insert: entry(context, change.value),
      },
    ];
  });
}

/** The rules of what is found in the file first, then all others. */
export function acceptedRules(context: Context): Choice[] {
  const { ruleById } = context.snapshot.analysis.config;
  const at = valueBeside(context, "at");
  const place = at === undefined ? undefined : placeFromString(at);
  const found = acceptable(context).filter(
    (finding) => !place || placesOf(finding).some((one) => samePlace(one, place)),
  );
  const first = new Set(found.map(({ rule }) => rule));
  return [
    ...first,
    ...[...ruleById.keys()].filter((id) => !first.has(id) && ruleById.get(id)?.category !== "format"),
  ].map((id) => ({
    label: id,
    kind: "value",
    detail: first.has(id) ? `${ruleById.get(id)?.title} (found here)` : ruleById.get(id)?.title,
    insert: [id],
    about: { is: "rule", id },
  }));
}

/** Where the rule of the same entry found something; where it says none, where anything was found. */
export function acceptedPlaces(context: Context): Choice[] {
  const { ruleById } = context.snapshot.analysis.config;
  const rule = valueBeside(context, "rule");
  const found = acceptable(context).filter((finding) => rule === undefined || finding.rule === rule);
  const places = found.flatMap((finding) => placesOf(finding).map((place) => ({ at: placeToString(place), finding })));
  return [...new Map(places.map((one) => [one.at, one])).values()].map(({ at, finding }) => ({
    label: at,
    kind: "value",
    detail: ruleById.get(finding.rule)?.title,
    insert: [renderInline(at)],
    about: { is: "rule", id: finding.rule },
  }));
}

const acceptable = ({ snapshot: { analysis } }: Context): Finding[] =>
  analysis.findings.filter(({ category, at }) => category !== "format" && at.length > 0);

/** The finding's own place, and the whole entry that it is about. */
const placesOf = ({ at }: Finding) => (at.length > 2 ? [at, at.slice(0, 2)] : [at]);

/** What can be done about what is found where the entry says, by its rule; where it says neither, about anything. */
export function recommendedRemedies(context: Context): Choice[] {
  const { config } = context.snapshot.analysis;
  const rule = valueBeside(context, "rule");
  const at = placeFromString(valueBeside(context, "at") ?? "");
  const found = acceptable(context).filter(
    (finding) =>
      (rule === undefined || [finding.rule, ...finding.absorbed, ...finding.hits.map(({ id }) => id)].includes(rule)) &&
      (at === undefined || at.length === 0 || placesOf(finding).some((one) => isInside(one, nearestKey(at)))),
  );
  const remedies = found.flatMap((finding) =>
    [...finding.fixes, ...finding.firstSteps].map((fix) => ({ finding, fix })),
  );
  return [...new Map(remedies.map((one) => [one.fix.does.id, one])).values()].map(({ finding, fix }) => ({
    label: fix.does.id,
    kind: "value",
    detail: spoken(imperative(fix), full),
    insert: [fix.does.id],
    about: { is: "rule", id: config.ruleById.has(finding.rule) ? finding.rule : (rule ?? finding.rule) },
  }));
}

/** What the same entry of `accepted` or `recommended` says already. */
function valueBeside({ cursor: { place }, org }: Context, field: "rule" | "at"): string | undefined {
  const index = typeof place[1] === "number" ? place[1] : 0;
  const entries = place[0] === "recommended" ? org.data.recommended : org.data.accepted;
  const entry = entries.find((one) => one.place[1] === index || one.place.length === 1);
  return entry && given(entry[field]);
}

const isGroup = (value: Value): value is { readonly [key: string]: Value } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function entry(context: Context, group: { readonly [key: string]: Value }): Insert {
  const { inFlow } = context.cursor;
  const pairs = Object.entries(group).flatMap(([key, value], i): Insert => {
    const before = i === 0 ? "" : inFlow ? ", " : newLine(context, 0);
    const text = renderInline(value);
    return [`${before}${key}: `, ...(key === "rule" || key === "at" ? [text] : [stop(i, text)])];
  });
  return inFlow ? ["{ ", ...pairs, " }"] : pairs;
}
