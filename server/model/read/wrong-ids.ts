import { groupBy } from "../../base/group.ts";
import { memo } from "../../base/memo.ts";
import { type Change, fix, rename, set } from "../words/change.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { isReservedWord, type Ref } from "../words/values.ts";
import { quoted, words } from "../words/words.ts";
import { slugOf } from "./read-value.ts";
import type { WrittenRef } from "./references.ts";
import { isIdForm } from "./references.ts";
import { lacksBlank } from "./unknown-key.ts";

/** The sections whose keys are ids, and what a reference to one of their entries is called. */
const kinds: Readonly<Record<string, Ref["to"] | undefined>> = {
  posts: "post",
  providers: "provider",
  committees: "committee",
  teams: "team",
  units: "unit",
  activities: undefined,
  regimes: undefined,
};

/**
 * Keys that cannot be ids. A new key takes all references along, so that none of them breaks. `meant`: the word of a
 * catalogue that a key means which is written in another way.
 */
export function wrongIds(
  section: string,
  ids: readonly string[],
  references: readonly WrittenRef[],
  meant: (id: string) => string | undefined,
): Problem[] {
  const reserved = section in kinds ? ids.filter((id) => meansNoEntry(section, id)) : [];
  return [
    ...ids.filter((id) => !isAllowed(section, id)).map((id) => problemOf(section, id, new Set(ids), references, meant)),
    ...reserved.map((id) => reservedProblem(section, id, new Set(ids))),
  ];
}

function isAllowed(section: string, id: string): boolean {
  return section in kinds ? isIdForm(id) : id.trim() !== "";
}

/** Whether a key is a word that a reference never reads as an entry. A committee may be the board. */
export const meansNoEntry = (section: string, id: string): boolean =>
  isReservedWord(id) || id === "external" || (id === "board" && section !== "committees");

/** The entry is read, but whoever writes the word elsewhere means something else. */
function reservedProblem(section: string, id: string, taken: ReadonlySet<string>): Problem {
  const suffix = section === "posts" ? "post" : (kinds[section] ?? section);
  const free = `${id}-${suffix}`;
  return {
    kind: "value",
    severity: "warning",
    at: [section, id],
    part: "key",
    says: `\`${id}\` is a word of the format, so nothing can refer to this entry by it. Give it another key.`,
    fixes: taken.has(free)
      ? []
      : [fix(does("change-to-<item>", free), `Write \`${free}\``, [rename([section, id], free)], { preferred: true })],
  };
}

function problemOf(
  section: string,
  id: string,
  taken: ReadonlySet<string>,
  references: readonly WrittenRef[],
  meant: (id: string) => string | undefined,
): Problem {
  const at = [section, id];
  const joined = /^([a-z0-9-]+):\S/.exec(id)?.[1];
  if (joined !== undefined && section in kinds) return { kind: "value", at, part: "key", says: lacksBlank(joined) };
  if (id.startsWith("*")) {
    const says = words`A repetition such as \`${quoted(id)}\` cannot be a key here. Write the word that it stands for.`;
    return { kind: "value", at, part: "key", says };
  }
  const slug = meant(id) ?? slugOf(id);
  const changes = moved(section, id, slug, references);
  const canRename = section in kinds && slug !== "" && !taken.has(slug);
  return {
    kind: "value",
    at,
    part: "key",
    says:
      id.trim() === ""
        ? "A key is missing before this colon."
        : words`\`${quoted(id)}\` cannot be a key here: small letters, digits and hyphens, at most 64. A name in full belongs in a field below.`,
    fixes: canRename
      ? [
          fix(
            does("change-to-<item>", slug),
            words`Write \`${{ quoted: slug }}\`${changes.length > 0 ? ", and every reference to it" : ""}`,
            [rename(at, slug), ...changes],
            { preferred: true },
          ),
        ]
      : [],
  };
}

const byMeaning = memo((references: readonly WrittenRef[]) =>
  groupBy(references, ({ ref }) => ("id" in ref ? `${ref.to}:${ref.id}` : undefined)),
);

function moved(section: string, id: string, slug: string, references: readonly WrittenRef[]): Change[] {
  const kind = kinds[section];
  const meaning = kind === undefined ? [] : (byMeaning(references).get(`${kind}:${id}`) ?? []);
  return meaning.map(({ text, at }) => set(at, text.trim().slice(0, -id.length) + slug));
}
