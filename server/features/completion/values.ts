import { yearAfter } from "../../base/day.ts";
import type { CatalogueEntry, FieldSpec, Format, SectionSpec } from "../../knowledge/format.ts";
import { given } from "../../model/words/fact.ts";
import { isReservedWord } from "../../model/words/values.ts";
import { renderInline } from "../../model/write/render.ts";
import { acceptedPlaces, acceptedRules, recommendedRemedies } from "./acceptances.ts";
import type { Choice, Context } from "./choice.ts";
import { inShort } from "./in-short.ts";
import { peopleIn } from "./people.ts";
import { references } from "./references.ts";

/** The values that a field can have, the words that stand for the lack of one left aside. */
export function values(context: Context, field: FieldSpec): Choice[] {
  const { format } = context.org.knowledge;
  switch (field.kind) {
    case "yes-no":
      return ["yes", "no"].flatMap((word) => listed(format.catalogue("yesNo").get(word), "yesNo", field));
    case "choice":
    case "choices":
      return choices(context, field);
    case "word":
    case "words":
      return [field.of, field.also].flatMap((name) => (name ? fromCatalogue(name, field, format) : []));
    case "reference":
    case "references":
    case "members":
    case "employer":
      return references(context, field);
    case "date":
      return dates(context, field);
    case "codes":
      return codes(context, field);
    case "rule":
      return acceptedRules(context);
    case "place":
      return acceptedPlaces(context);
    case "remedy":
      return recommendedRemedies(context);
    case "text":
      return texts(context, field);
    default:
      return field.constant === undefined ? [] : [plain(field.constant)];
  }
}

/** The words that say something about the fact in place of a value, as far as they make sense for it. */
export function wordsFor(field: FieldSpec, { org: { knowledge } }: Context): Choice[] {
  const { format } = knowledge;
  const isAsked = field.question !== undefined;
  const words = [
    ...field.words.filter((word) => word === "vacant"),
    ...(mayBeNone(field, format) ? ["none"] : []),
    ...(isAsked ? ["not-asked", "unknown", ...(field.judge ? [] : ["declined"]), "not-applicable"] : []),
  ];
  return field.required ? [] : words.flatMap((id) => word(id, "reservedWord", format));
}

/** The words that can stand in place of a whole section, or of one of its entries, with what they mean there. */
export function entryWords(words: readonly string[], { entity }: SectionSpec, { org }: Context): Choice[] {
  const { format } = org.knowledge;
  const own = entity === "post" ? "postWord" : entity === "regime" ? "regimeStatus" : "reservedWord";
  return words.flatMap((id) => word(id, format.catalogue(own).has(id) ? own : "reservedWord", format));
}

/** `vacant` is a post's word also where it stands for its holder. */
function word(id: string, name: string, format: Format): Choice[] {
  const found = format.catalogue(name).has(id) ? name : "postWord";
  const entry = format.catalogue(found).get(id);
  const about = { is: "entry", catalogue: found, id } as const;
  return [{ label: id, kind: "word", detail: entry && inShort(id, entry), insert: [id], about }];
}

/** Where "there is none" is an answer, and not one that a value says already. */
function mayBeNone({ kind, question, examples, of }: FieldSpec, format: Format): boolean {
  if (of !== undefined && kind === "choice" && format.catalogue(of).has("none")) return false;
  const isList = ["references", "reference", "members", "words", "object"].includes(kind);
  return (isList && question !== undefined) || examples.includes("none");
}

function choices({ cursor: { place }, org }: Context, field: FieldSpec): Choice[] {
  const { format, law } = org.knowledge;
  const [section, id] = place;
  if (section !== "regimes" || field.name !== "as") return fromCatalogue(field.of ?? "", field, format);
  const capacities = law.regimes.get(String(id))?.capacities ?? [];
  return capacities.flatMap((word) => listed(format.catalogue(field.of ?? "").get(word), field.of ?? "", field));
}

const fromCatalogue = (name: string, field: FieldSpec, format: Format): Choice[] =>
  [...format.catalogue(name).values()].flatMap((entry) => listed(entry, name, field));

function listed(entry: CatalogueEntry | undefined, name: string, { name: field }: FieldSpec): Choice[] {
  if (!entry) return [];
  const { id } = entry;
  const about =
    name === "role" ? ({ is: "role", id } as const) : ({ is: "entry", catalogue: name, id, field } as const);
  return [{ label: id, kind: isReservedWord(id) ? "word" : "value", detail: inShort(id, entry), insert: [id], about }];
}

/** The current day; where something ends, the same day in a year. */
const dates = ({ snapshot: { analysis } }: Context, { name }: FieldSpec): Choice[] => [
  name === "until" ? plain(yearAfter(analysis.today), "In a year") : plain(analysis.today, "Today"),
];

/** Places that some law or standard speaks of, and those of the format's own examples. */
function codes({ org }: Context, { examples }: FieldSpec): Choice[] {
  const suggesting = new Map<string, string[]>();
  for (const { short, suggestedWhen } of org.knowledge.law.regimes.values()) {
    for (const code of suggestedWhen?.jurisdictions ?? [])
      suggesting.set(code, [...(suggesting.get(code) ?? []), short]);
  }
  const all = [...new Set([...suggesting.keys(), ...examples.flat().map(String)])]
    .filter((code) => code !== "EEA")
    .sort();
  return all.map((code) => {
    const laws = suggesting.get(code) ?? [];
    return plain(code, laws.length > 3 ? `${laws.slice(0, 3).join(", ")} and more` : laws.join(", "));
  });
}

/** Free text is the user's; but a title is often a known one, and a talk was with somebody whom the file names. */
function texts({ org, cursor: { place } }: Context, { name, of, examples, targets }: FieldSpec): Choice[] {
  if (of !== undefined) return examples.map((example) => plain(String(example)));
  if (targets.includes("person")) return peopleIn(org).map(({ name }) => plain(name, undefined, renderInline(name)));
  const post = name === "title" && place[0] === "posts" ? org.data.posts.get(String(place[1])) : undefined;
  const role = post && given(post.role);
  return role
    ? (org.knowledge.roles.definitions.get(role)?.titles ?? []).map((title) =>
        plain(title, undefined, renderInline(title)),
      )
    : [];
}

const plain = (label: string, detail?: string, text = label): Choice => ({
  label,
  kind: "text",
  detail,
  insert: [text],
});
