import { memo } from "../../base/memo.ts";
import { isCertain, Spellings } from "../../base/spelling.ts";
import type { RefTarget } from "../../knowledge/format.ts";
import { type Fix, fix, set } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import { does } from "../words/remedy-id.ts";
import { isReservedWord, type Ref } from "../words/values.ts";
import { type Sayable, type Words, words } from "../words/words.ts";
import { slugOf } from "./read-value.ts";
import { superiorsApart } from "./slipped-values.ts";
import { entryWords } from "./slips.ts";

/** The names that a file declares, which every reference is looked up in. */
export interface Declared {
  readonly posts: ReadonlySet<string>;
  /** The only post of a role, for a reference by role to a post that has a key of its own. */
  readonly onlyPostOfRole: ReadonlyMap<string, string>;
  readonly roles: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
  readonly committees: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  /** The units that are companies of their own, or of which the file does not say what they are. */
  readonly companies: ReadonlySet<string>;
  /** Names as written in some `heldBy` or as keys of `people`. */
  readonly people: ReadonlySet<string>;
  /** The keys of `people`: each is a person, whatever it looks like. */
  readonly listed: ReadonlySet<string>;
  /** Names of which the file has a man and a woman. */
  readonly twoSexes: ReadonlySet<string>;
  /** Providers by what people write for them: their `name`, and their id in capitals. */
  readonly providerNames: ReadonlyMap<string, string>;
  /** The providers that supply operations. */
  readonly operators: readonly string[];
  /** The posts that a person holds, by the name as written. */
  readonly postsOfPerson: ReadonlyMap<string, readonly string[]>;
}

/** A reference as it is written, and the offset at which it stands in the text. */
export interface WrittenRef {
  readonly ref: Ref;
  readonly text: string;
  readonly at: Place;
  readonly start: number;
}

export const isIdForm = (text: string): boolean => /^[a-z0-9-]{1,64}$/.test(text);

/**
 * Reads a reference. A value in id form must be a post (or one of the other targets), unless some `heldBy` or key of
 * `people` spells exactly that; anything else is a person where a person can stand. Quoted, a reserved word is a name.
 */
export function resolveReference(
  text: string,
  isQuoted: boolean,
  targets: readonly RefTarget[],
  declared: Declared,
): Ref {
  const can = (target: RefTarget) => targets.includes(target);
  if (isQuoted && isReservedWord(text) && can("person")) return { to: "person", name: text };
  const prefixed = /^(provider|team):\s*(.+)$/.exec(text);
  if (prefixed) {
    const [kind, id] = [prefixed[1] === "team" ? "team" : "provider", prefixed[2] ?? ""] as const;
    const exists = kind === "provider" ? declared.providers.has(id) : declared.teams.has(id);
    return exists && can(kind) ? { to: kind, id } : { to: "nothing", text };
  }
  if (can("post") && declared.posts.has(text)) return { to: "post", id: text };
  if (can("board") && text === "board") return { to: "board" };
  if (can("external") && text === "external") return { to: "external" };
  if (can("committee") && declared.committees.has(text)) return { to: "committee", id: text };
  if (can("person") && declared.people.has(text)) return { to: "person", name: text };
  if (can("provider") && !isQuoted && declared.providers.has(text)) return { to: "nothing", text };
  if (can("post") && declared.roles.has(text)) return { to: "post", id: declared.onlyPostOfRole.get(text) ?? text };
  if (can("team") && !can("post") && declared.teams.has(text)) return { to: "team", id: text };
  if (can("self") && text === "self") return { to: "self" };
  if (can("company") && declared.companies.has(text)) return { to: "unit", id: text };
  if (can("unit") && declared.units.has(text)) return { to: "unit", id: text };
  if (can("person") && (!can("post") || !isIdForm(text))) return { to: "person", name: text };
  return { to: "nothing", text };
}

/** What a reference that leads nowhere could mean: the nearest ids first, then a stub for what is missing. */
export function fixesForUnresolved(at: Place, text: string, targets: readonly RefTarget[], declared: Declared): Fix[] {
  const prefix = /^(provider|team):\s*/.exec(text)?.[0].trim() ?? "";
  const id = text.slice(prefix.length).trim();
  // An entry does not refer to itself, but for the duties, whose ids are none of a post.
  if (prefix !== "" && !canHave(prefix, targets)) return [];
  const others = candidates(prefix, targets, declared);
  const own = at[0] === "activities" ? undefined : String(at[1]);
  const canBe = (one: string) => one !== own && others.has(one);
  const exact = [slugOf(id.replace(/^the /i, ""))].filter(canBe);
  const several = at[0] === "posts" && at.at(-1) === "reportsTo" ? text.split(/\s*[/&;]\s*|\s+and\s+/).map(slugOf) : [];
  if (several.length > 1 && several.every((one) => canBe(one) && one !== "")) return superiorsApart(several, at);
  const near = exact.length > 0 ? exact : others.nearest(id, own).slice(0, 3);
  const [word] = entryWords(id);
  // A word that stands for nobody is no reason to add somebody.
  if (word !== undefined && near.length === 0)
    return [fix(does("change-to-<item>", word), `Write \`${word}\``, [set(at, word)], { preferred: true })];
  const fixes = near.map((candidate, i) =>
    fix(
      does("change-to-<item>", prefix + candidate),
      words`Write \`${meantBy(prefix, candidate)}\``,
      [set(at, `${prefix}${candidate}`)],
      {
        preferred: i === 0,
        safe: isCertain(id, near),
      },
    ),
  );
  // Whoever leaves the prefix away means what bears that very name.
  const prefixed = [
    targets.includes("provider") && declared.providers.has(text) ? `provider:${text}` : "",
    targets.includes("post") && targets.includes("team") && declared.teams.has(text) ? `team:${text}` : "",
  ].filter((meant) => meant !== "");
  for (const meant of prefixed)
    fixes.unshift(
      fix(does("change-to-<item>", meant), words`Write \`${{ quoted: meant }}\``, [set(at, meant)], {
        preferred: true,
      }),
    );
  for (const post of declared.postsOfPerson.get(text) ?? []) {
    if (targets.includes("post"))
      fixes.push(
        fix(
          does("name-post-<post>", post),
          words`Name the post that ${{ person: text, spelling: text }} holds: \`${post}\``,
          [set(at, post)],
        ),
      );
  }
  if (isIdForm(id) && prefixed.length === 0) fixes.push(...stubs(prefix, id, targets));
  return fixes;
}

/** Says what is missing, and where it would have to be declared. */
export function explainUnresolved(text: string, targets: readonly RefTarget[], declared: Declared): Sayable {
  const prefixed = /^(provider|team):\s*(.*)$/.exec(text);
  if (prefixed && !canHave(text, targets)) return `A ${prefixed[1]} cannot stand here. Only a ${namesOf(targets)} can.`;
  if (prefixed)
    return words`There is no ${prefixed[1]!} \`${{ quoted: prefixed[2]! }}\` in this file. Add it under \`${prefixed[1]!}s\`, or correct the name.`;
  const kinds = targets.filter((target) => target !== "external" && target !== "board" && target !== "person");
  if (targets.includes("company"))
    return declared.units.has(text)
      ? words`\`${{ quoted: text }}\` is no unit of kind \`company\`. A law applies to companies, or to the organization as a whole: \`self\`.`
      : words`There is no company \`${{ quoted: text }}\` under \`units\` in this file. Add it with \`kind: company\`, correct the name, or write \`self\` for the organization as a whole.`;
  const plain = kinds.filter((kind) => !(kinds.includes("post") && (kind === "provider" || kind === "team")));
  const what = namesOf(plain);
  for (const kind of ["provider", "team"] as const) {
    if (targets.includes(kind) && targets.includes("person") && declared[`${kind}s`].has(text))
      return words`\`${{ quoted: text }}\` is a ${kind}. Write \`${kind}:${{ quoted: text }}\`, so that it is not taken for ${targets.includes("post") ? "a post" : "a person"}.`;
  }
  const person = targets.includes("person")
    ? " A person's name is written as elsewhere in the file, with its capitals."
    : "";
  const seen = text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
  if (seen !== text && resolveReference(seen, false, targets, declared).to !== "nothing")
    return words`A sign that nobody sees stands in \`${{ quoted: seen }}\`, often from pasting. Leave it out.`;
  return words`There is no ${what} \`${{ quoted: text }}\` in this file. Add it, or correct the name.${person}`;
}

/** An id as it is written into a reference; a provider's may be its name. */
const meantBy = (prefix: string, id: string): Words =>
  prefix === "provider:" ? words`${prefix}${{ provider: id, name: id }}` : [prefix + id];

/** Whether a field takes what a reference's prefix says. */
const canHave = (text: string, targets: readonly RefTarget[]): boolean =>
  targets.some((target) => text.startsWith(`${target}:`));

function namesOf(targets: readonly RefTarget[]): string {
  const names = targets.filter((target) => target !== "external");
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} or ${names.at(-1)}` : (names[0] ?? "entry");
}

/** Made once for all references of one kind. */
function candidates(prefix: string, targets: readonly RefTarget[], declared: Declared): Spellings {
  const known = candidatesOf(declared);
  const key = [prefix, ...targets].join(" ");
  const found = known.get(key) ?? new Spellings(idsFor(prefix, targets, declared));
  known.set(key, found);
  return found;
}

const candidatesOf = memo((_declared: Declared) => new Map<string, Spellings>());

function idsFor(prefix: string, targets: readonly RefTarget[], declared: Declared): Iterable<string> {
  if (prefix === "provider:") return declared.providers;
  if (prefix === "team:") return declared.teams;
  const ids = targets.flatMap((target) => {
    if (target === "post") return [...declared.posts, ...declared.roles];
    if (target === "committee") return [...declared.committees];
    if (target === "board") return ["board"];
    if (target === "unit") return [...declared.units];
    if (target === "company") return [...declared.companies];
    if (target === "self") return ["self"];
    if (target === "team" && !targets.includes("post")) return [...declared.teams];
    return [];
  });
  return ids;
}

function stubs(prefix: string, id: string, targets: readonly RefTarget[]): Fix[] {
  const stub = (section: string, what: string, field: string) =>
    fix(does("add-stub-<item>", what), words`Add a ${what} \`${{ quoted: id }}\``, [
      set([section, id], { [field]: "not-asked" }),
    ]);
  if (prefix === "provider:") return [stub("providers", "provider", "name")];
  if (prefix === "team:") return [stub("teams", "team", "headedBy")];
  const fixes: Fix[] = [];
  if (targets.includes("post")) fixes.push(stub("posts", "post", "heldBy"));
  if (targets.includes("committee") && !targets.includes("person"))
    fixes.push(stub("committees", "committee", "chair"));
  if (targets.includes("unit")) fixes.push(stub("units", "unit", "name"));
  if (targets.includes("team") && !targets.includes("post")) fixes.push(stub("teams", "team", "headedBy"));
  return fixes;
}
