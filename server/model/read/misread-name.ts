import { addTo } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import type { RefTarget } from "../../knowledge/format.ts";
import type { Roles } from "../../knowledge/roles.ts";
import { fix, set } from "../words/change.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { isReservedWord } from "../words/values.ts";
import { quoted, words } from "../words/words.ts";
import { foreignQuotes } from "./foreign-quotes.ts";
import { slugOf } from "./read-value.ts";
import type { Declared } from "./references.ts";

/**
 * What is told of a text without quotes that is taken for a person's name and hardly is one: `CIO` where the post is
 * `cio`. Undefined for any other name. `targets` are what can stand at that place.
 */
export function misreadName(
  name: string,
  at: Place,
  targets: readonly RefTarget[],
  declared: Declared,
  roles: Roles,
): Problem | undefined {
  const inQuotes = foreignQuotes(name, at);
  if (inQuotes) return inQuotes;
  const id = idMeant(name, targets, declared, rolesByTitle(roles));
  if (id === name) return undefined;
  if (id !== undefined) return problem(at, name, `If the ${nounOf(id)} is meant, write \`${id}\`.`, id);
  const isTitle = rolesByTitle(roles).has(name.toLowerCase());
  return isTitle ? problem(at, name, "Write who that is, or put it in quotes.") : undefined;
}

function problem(at: Place, name: string, advice: string, meant?: string): Problem {
  const says = words`\`${quoted(name)}\` is read as the name of a person. ${advice}`;
  const fixes =
    meant === undefined
      ? []
      : [fix(does("change-to-<item>", meant), `Write \`${meant}\``, [set(at, meant)], { preferred: true })];
  return { kind: "slip", at, part: "value", says, fixes };
}

const nounOf = (id: string): string => (id === "board" ? "board" : id === "external" ? "outside chair" : "post");

/** The word of the format for one that people write in its stead: nobody has asked yet, or it is a word misspelt. */
export function wordMeant(name: string): string | undefined {
  if (/^(?:tb[acdh]|to be (?:announced|confirmed|decided|determined|defined)|\?+|-+|x+)$/i.test(name))
    return "not-asked";
  const word = slugOf(name);
  return isReservedWord(word) ? word : undefined;
}

function idMeant(
  name: string,
  targets: readonly RefTarget[],
  declared: Declared,
  byTitle: ReadonlyMap<string, readonly string[]>,
): string | undefined {
  const word = slugOf(name);
  if (targets.some((target) => target === word && (target === "board" || target === "external"))) return word;
  if (!targets.includes("post")) return undefined;
  if (declared.posts.has(word)) return word;
  const roles = byTitle.get(name.toLowerCase()) ?? [];
  const held = roles.flatMap((role) => declared.onlyPostOfRole.get(role) ?? []);
  return held[0] ?? (roles.length === 1 ? roles[0] : undefined);
}

/** Roles by their names and by the titles that mean them, in small letters. */
export const rolesByTitle = memo(({ definitions }: Roles): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id, name, short, titles } of definitions.values()) {
    for (const title of new Set([id, name, short, ...titles].map((text) => text.toLowerCase())))
      addTo(found, title, id);
  }
  return found;
});
