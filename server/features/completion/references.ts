import type { FieldSpec, RefTarget } from "../../knowledge/format.ts";
import { committeeName, holderNames, postName, providerName } from "../../model/org/names.ts";
import { vacant } from "../../model/org/org.ts";
import type { Ref } from "../../model/words/values.ts";
import { full, listOf, spoken } from "../../model/words/words.ts";
import { renderInline } from "../../model/write/render.ts";
import type { Choice, ChoiceKind, Context } from "./choice.ts";
import { peopleIn } from "./people.ts";

/** Whoever a field may refer to, as it is to be written there; nobody refers to the entry itself. */
export function references(context: Context, { kind, targets }: FieldSpec): Choice[] {
  const order: readonly RefTarget[] =
    targets[0] === "person"
      ? ["person", "provider"]
      : ["post", "board", "committee", "person", "provider", "team", "unit", "company", "self", "external"];
  const choices = order
    .filter((target) => targets.includes(target))
    .flatMap((target) => byTarget[target](context, kind, targets));
  const [section, id] = context.cursor.place;
  const own = section === "activities" || section === "accepted" ? undefined : id;
  const all = targets.includes("post") ? [...choices, ...otherRoles(context)] : choices;
  return all.filter(({ label }) => label !== own && label.trim() !== "");
}

type Offer = (context: Context, kind: FieldSpec["kind"], targets: readonly RefTarget[]) => Choice[];

const byTarget: Readonly<Record<RefTarget, Offer>> = {
  post: ({ org }) =>
    [...org.data.posts.values()]
      .filter(({ exists, written }) => exists !== "no" && written)
      .map((post) => {
        const holders = spoken(holderNames(org, post) ?? (vacant(post) === "yes" ? "vacant" : ""), full);
        const name = spoken(postName(post), full);
        const detail = [name.toLowerCase() === post.id ? "" : name, holders].filter((part) => part !== "").join(": ");
        return choice(post.id, { to: "post", id: post.id }, "entity", detail);
      }),
  board: ({ org }) =>
    org.data.committees.has("board") || org.data.posts.has("board")
      ? []
      : [choice("board", { to: "board" }, "word", "Needs no entry")],
  committee: ({ org }) =>
    [...org.data.committees.values()]
      .filter(({ exists }) => exists !== "no")
      .map((committee) =>
        choice(committee.id, { to: "committee", id: committee.id }, "entity", committeeName(committee)),
      ),
  person: ({ org }) =>
    peopleIn(org).map(({ name, posts }) =>
      choice(name, { to: "person", name }, "person", spoken(listOf(posts.map(postName)), full)),
    ),
  provider: ({ org, cursor: { word } }, kind) =>
    [...org.data.providers.values()].map((provider) =>
      choice(
        kind === "employer" && !word.includes(":") ? provider.id : `provider:${provider.id}`,
        { to: "provider", id: provider.id },
        "entity",
        spoken(providerName(provider), full),
      ),
    ),
  team: ({ org }, _, targets) =>
    [...org.data.teams.keys()].map((id) =>
      choice(targets.includes("post") ? `team:${id}` : id, { to: "team", id }, "entity", "Team"),
    ),
  unit: ({ org }) => [...org.data.units.keys()].map((id) => choice(id, { to: "unit", id }, "entity", "Unit")),
  company: ({ org }) => org.companies().map(({ id }) => choice(id, { to: "unit", id }, "entity", "Company")),
  self: () => [choice("self", { to: "self" }, "word", "The organization as a whole")],
  external: () => [choice("external", { to: "external" }, "word", "Somebody from outside")],
};

/** A role of the catalogue needs no entry; one of which the file says that it does not exist is nobody to refer to. */
function otherRoles({ org }: Context): Choice[] {
  const named = new Set([...org.data.posts.values()].filter(({ written }) => written).map(({ id }) => id));
  return [...org.knowledge.format.catalogue("role").values()]
    .filter(({ id }) => !named.has(id))
    .map(
      ({ id, title }): Choice => ({
        label: id,
        kind: "value",
        detail: `${title}, not in the file yet`,
        about: { is: "role", id },
        insert: [id],
        last: true,
      }),
    );
}

function choice(label: string, ref: Ref, kind: ChoiceKind, detail: string): Choice {
  return { label, kind, detail, insert: [renderInline(label)], about: { is: "ref", ref } };
}
