import { firmRuleId } from "../../firm/read-config.ts";
import type { FieldSpec, Shape } from "../../knowledge/format.ts";
import { type Choice, type Context, newLine, stop } from "./choice.ts";
import { firstFields, inBraces } from "./groups.ts";
import { inShort } from "./in-short.ts";
import { keyOnly, keys } from "./keys.ts";
import { values } from "./values.ts";

/** What can be written at the cursor in a firm's configuration. */
export function configChoices(context: Context): Choice[] {
  const { place, part, hasColon, ownLine, quote } = context.cursor;
  const [name, ...inner] = place;
  // Where a value stands on a line of its own, it may as well become a group of keys.
  const isKey = part === "key" || hasColon || (ownLine && typeof place.at(-1) !== "number");
  if (quote && isKey) return [];
  if (name === undefined) return sectionKeys(context);
  const { format } = context.org.knowledge;
  const section = format.configSections.get(String(name));
  if (!section) return [];
  const group = section.of === undefined ? undefined : format.shape(section.of);
  if (!section.keyed) return group ? inGroup(context, group, inner, isKey) : [];
  if (inner.length === 0) return isKey ? entryKeys(context, String(name), group) : [];
  const rest = inner.slice(1);
  const value = section.value && rest.every((step) => typeof step === "number") ? valuesOf(context, section.value) : [];
  const isGroup = group !== undefined && (isKey || rest.length > 0);
  return isGroup && !(isKey && rest.length === 0 && !ownLine && part !== "key")
    ? inGroup(context, group, rest, isKey)
    : value;
}

/** The keys of a group, or the values of one of its fields. */
function inGroup(context: Context, group: Shape, inner: readonly (string | number)[], isKey: boolean): Choice[] {
  const [name] = inner;
  if (name === undefined) return isKey ? keys(context, group) : [];
  const field = group.fields.get(String(name));
  return field && !(isKey && inner.length > 1 && !context.cursor.ownLine) ? valuesOf(context, field) : [];
}

function valuesOf(context: Context, field: FieldSpec): Choice[] {
  const { ownLine, taken, place } = context.cursor;
  const isItem = typeof place.at(-1) === "number";
  const found = values(context, field).filter(({ label }) => !isItem || !taken.has(label));
  if (!ownLine || isItem) return found;
  const isList = field.kind === "choices" || field.kind === "words";
  return isList ? found.map((choice) => ({ ...choice, insert: ["- ", ...choice.insert] })) : [];
}

function sectionKeys(context: Context): Choice[] {
  const { taken, inFlow } = context.cursor;
  return [...context.org.knowledge.format.configSections.values()]
    .filter(({ name }) => !taken.has(name))
    .map(({ name, title, description, keyed, of }): Choice => {
      const isBelow = !inFlow && (keyed || of !== undefined);
      return {
        label: name,
        kind: "section",
        detail: inShort(name, { title, description }),
        about: { is: "section", name },
        ...keyOnly(context, name, () => ({
          insert: [`${name}:${isBelow ? newLine(context) : " "}`, stop(0)],
          again: isBelow,
        })),
      };
    });
}

/** The keys that a section can still have: rules, laws and sources by their ids, and the firm's own. */
function entryKeys(context: Context, section: string, group: Shape | undefined): Choice[] {
  const { taken, hasColon, adopts } = context.cursor;
  const entry = (id: string, detail: string, more: Partial<Choice> = {}): Choice => ({
    label: id,
    kind: "entity",
    detail,
    ...more,
    ...keyOnly(context, id, () => ({ insert: [`${id}: `, stop(0)], again: true })),
  });
  if (section === "duties" && group && !hasColon && !adopts) {
    const insert = [stop(1, freeId(taken)), ": ", ...inBraces(firstFields(group), 2)];
    return [{ label: "new pair", kind: "snippet", detail: "Under an id of your own", insert }];
  }
  return known(context, section)
    .filter(({ id }) => !taken.has(id))
    .map(({ id, detail, about }) => entry(id, detail, about ? { about } : {}));
}

interface Known {
  readonly id: string;
  readonly detail: string;
  readonly about?: Choice["about"];
}

function known({ snapshot }: Context, section: string): Known[] {
  const { format, evidence } = snapshot.knowledge;
  if (section === "rules") {
    const own = snapshot.analysis.document.map.keysIn(["duties"]).filter((id) => !id.startsWith("x-"));
    return [
      ...snapshot.analysis.config.rules
        .filter(({ always }) => !always)
        .map(({ id, title }): Known => ({ id, detail: title, about: { is: "rule", id } })),
      ...own.map((pair): Known => {
        const id = firmRuleId(pair);
        const rule = snapshot.config.ruleById.get(id);
        return rule ? { id, detail: rule.title, about: { is: "rule", id } } : { id, detail: "The firm's own pair" };
      }),
    ];
  }
  if (section === "regimes")
    return [...format.catalogue("regime").values()].map(({ id, title }) => ({
      id,
      detail: title,
      about: { is: "entry", catalogue: "regime", id },
    }));
  if (section !== "sources") return [];
  return [...evidence.sources.values(), ...evidence.standards.values()].map(({ id, short, title }) => ({
    id,
    detail: `${short}: ${title}`,
  }));
}

const freeId = (taken: ReadonlySet<string>): string =>
  ["pair", ...Array.from({ length: taken.size }, (_, i) => `pair-${i + 2}`)].find((id) => !taken.has(id)) ?? "pair";
