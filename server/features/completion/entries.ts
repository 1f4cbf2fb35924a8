import type { SectionSpec, Shape } from "../../knowledge/format.ts";
import { isDefinedBySources, type RoleDefinition } from "../../knowledge/roles.ts";
import { postName } from "../../model/org/names.ts";
import { unmentionedRegimes } from "../../model/org/suggested-regimes.ts";
import { full, listOf, spoken } from "../../model/words/words.ts";
import { renderInline } from "../../model/write/render.ts";
import { type About, type Choice, type Context, type Insert, newLine, stop } from "./choice.ts";
import { firstFields, inBraces, onLines } from "./groups.ts";
import { keyOnly } from "./keys.ts";
import { peopleIn } from "./people.ts";

/** The entries that a section can still have: what the file refers to already, what the catalogue has, one's own. */
export function entries(context: Context, section: SectionSpec): Choice[] {
  if (section.entity === "regime") return regimes(context);
  const { taken, hasColon, adopts } = context.cursor;
  const { format } = context.org.knowledge;
  const entity = format.shape(section.of ?? "");
  const known = new Map(section.keys ? [...format.catalogue(section.keys)] : []);
  const awaited = referredTo(context, section.name);
  const ids = [...new Set([...awaited, ...known.keys()])].filter((id) => !taken.has(id));
  const isWhole = !hasColon && !adopts;
  return [
    ...ids.map((id): Choice => {
      const entry = known.get(id);
      return {
        label: id,
        kind: "entity",
        detail: [entry?.title, awaited.has(id) ? "referred to" : ""].filter((part) => part).join(", "),
        ...(entry && section.keys ? { about: aboutEntry(section.keys, id) } : {}),
        ...keyOnly(context, id, () => wholeEntry(id, entity)),
      };
    }),
    ...(section.entity === "person" ? people(context, entity) : []),
    ...(isWhole && section.entity !== "person" ? [ownEntry(context, section, entity)] : []),
    ...(isWhole && section.entity === "post" ? fullPosts(context, entity) : []),
    ...(isWhole && section.entity === "activity" ? [raciLine(context, section, entity)] : []),
  ];
}

/** No list opens at its first stop: whoever goes on with Tab would put the first name of it into the file. */
const wholeEntry = (key: string, entity: Shape): Pick<Choice, "insert"> => ({
  insert: [`${key}: `, ...inBraces(firstFields(entity))],
});

const aboutEntry = (name: string, id: string): About =>
  name === "role" ? { is: "role", id } : { is: "entry", catalogue: name, id };

/** The ids that references in the file lead to, while no entry is there. */
function referredTo({ cursor: { document }, org }: Context, section: string): Set<string> {
  const implied = section === "posts" ? [...org.data.posts.values()].filter(({ written }) => !written) : [];
  const stubs = document.problems
    .filter(({ kind }) => kind === "reference")
    .flatMap(({ fixes = [] }) => fixes.flatMap(({ changes }) => changes))
    .filter((change) => change.do === "set" && change.at.length === 2 && change.at[0] === section)
    .map(({ at }) => String(at[1]));
  return new Set([...implied.map(({ id }) => id), ...stubs]);
}

/** Those who hold a post, or are named elsewhere, and have no entry of their own. */
function people(context: Context, entity: Shape): Choice[] {
  return peopleIn(context.org)
    .filter(({ name }) => !context.cursor.taken.has(name))
    .map(({ name, posts }): Choice => {
      const key = renderInline(name);
      return {
        label: name,
        kind: "person",
        detail: spoken(listOf(posts.map(postName)), full),
        about: { is: "ref", ref: { to: "person", name } },
        ...keyOnly(context, key, () => wholeEntry(key, entity)),
      };
    });
}

/** An entry under an id of one's own, with the field that says what it is. */
function ownEntry({ cursor: { taken } }: Context, { entity: kind = "", keys }: SectionSpec, entity: Shape): Choice {
  const what = [...entity.fields.values()].filter(({ of }) => of !== undefined && of === keys).map(({ name }) => name);
  const id = [`${kind}-id`, ...Array.from({ length: taken.size }, (_, i) => `${kind}-id-${i + 2}`)].find(
    (one) => !taken.has(one),
  );
  return {
    label: `new ${kind}`,
    kind: "snippet",
    detail: "Under an id of your own",
    insert: [stop(1, id), ": ", ...inBraces(firstFields(entity, what), 2)],
  };
}

/** The same for an activity with everybody who can have a part in it. */
function raciLine(context: Context, section: SectionSpec, entity: Shape): Choice {
  const parts = [...entity.fields.values()].filter(({ kind }) => kind === "references").map(({ name }) => name);
  const all = { ...entity, first: parts };
  return { ...ownEntry(context, section, all), label: "new RACI line", detail: "With all four parts" };
}

/** A post with all that tells its role from others, where the sources define the role. */
function fullPosts(context: Context, entity: Shape): Choice[] {
  const { taken, inFlow } = context.cursor;
  const defined = [...context.org.knowledge.roles.definitions.values()].filter(
    (role) => isDefinedBySources(role) && !taken.has(role.id),
  );
  return defined.map((role): Choice => {
    const fields = firstFields(entity, [...entity.first, ...tellingFields(role, entity)]);
    const group: Insert = inFlow ? [" ", ...inBraces(fields)] : [newLine(context), ...onLines(context, fields, 1)];
    return {
      label: `${role.id} in full`,
      kind: "snippet",
      detail: `With what tells the ${role.short} from other roles`,
      about: { is: "role", id: role.id },
      insert: [`${role.id}:`, ...group],
    };
  });
}

const tellingFields = ({ facts }: RoleDefinition, { fields }: Shape): string[] =>
  facts.filter(({ attribute, weighed }) => weighed && fields.has(attribute)).map(({ attribute }) => attribute);

/** Laws and standards, first those that the organization's profile suggests. */
function regimes(context: Context): Choice[] {
  const suggested = unmentionedRegimes(context.org)
    .filter(({ truth }) => truth === "yes")
    .map(({ regime }) => regime.id);
  const { format, law } = context.org.knowledge;
  const ids = [...new Set([...suggested, ...format.catalogue("regime").keys()])];
  return ids
    .filter((id) => !context.cursor.taken.has(id))
    .map((id): Choice => {
      const { short = id } = law.regimes.get(id) ?? {};
      return {
        label: id,
        kind: "entity",
        detail: suggested.includes(id) ? `${short}: suggested by the profile` : short,
        about: { is: "regime", id },
        ...keyOnly(context, id, () => ({ insert: [`${id}: `, stop(0)], again: true })),
      };
    });
}
