import { occurrencesOf, type Target, type TargetSection } from "../find/occurrences.ts";
import { withArticle } from "../org/names.ts";
import type { Org } from "../org/org.ts";
import type { OrgDocument } from "../read/document.ts";
import { isIdForm } from "../read/references.ts";
import { type Change, set } from "../words/change.ts";
import { given } from "../words/fact.ts";
import { foldName, isReservedWord } from "../words/values.ts";
import { isGroup, isNothing, plainText } from "../yaml/written.ts";

/** What one entry of a section is called in a message. */
const nouns: Readonly<Record<TargetSection, string>> = {
  posts: "post",
  people: "person",
  teams: "team",
  providers: "provider",
  committees: "committee",
  activities: "activity",
  units: "unit",
  regimes: "law or standard",
};

/** Where the key of an entry also says what the entry is, as long as no field says it: the field, and its catalogue. */
const meanings: Readonly<Partial<Record<TargetSection, { field: string; catalogue: string }>>> = {
  posts: { field: "role", catalogue: "role" },
  committees: { field: "type", catalogue: "committeeType" },
  activities: { field: "activity", catalogue: "activityId" },
};

/** Why something must keep its name, whatever the new one would be, as a sentence. Undefined where it need not. */
export function whyFixed(document: OrgDocument, target: Target): string | undefined {
  const { section, id } = target;
  const { format } = document.org.knowledge;
  if (document.syntax.damaged)
    return "Part of this file cannot be read, and a name in that part would be missed. Correct the errors first.";
  if (section === "committees" && id === "board") return "The board goes by this name in every file.";
  if (section === "regimes" && format.catalogue("regime").has(id))
    return "The law or standard is known by this name, so it has to keep it.";
  if (section === "people") return undefined;
  if (!occurrencesOf(document, target).some(({ as }) => as === "declaration"))
    return `This file has no ${nouns[section]} \`${id}\`: the word means the role. Add the post first, under a name of your own.`;
  return keepMeaning(document, target) === undefined
    ? `With only a word behind it, this line is about “${format.titleOf(meanings[section]?.catalogue ?? "", id)}” as such. Describe it first, then it can have a name of its own.`
    : undefined;
}

/**
 * What has to be written so that an entry still is what it is under another key: `role: cio` for the post `cio`.
 * Undefined where nothing can be written, because only a word such as `none` stands there.
 */
export function keepMeaning({ map, org }: OrgDocument, { section, id }: Target): Change[] | undefined {
  const meaning = meanings[section];
  if (!meaning || !org.knowledge.format.catalogue(meaning.catalogue).has(id) || map.find([section, id, meaning.field]))
    return [];
  const { value } = map.find([section, id]) ?? {};
  if (section === "posts" && plainText(value) === "vacant")
    return [set([section, id], { [meaning.field]: id, heldBy: "vacant" })];
  if (value && !isGroup(value) && !isNothing(value)) return undefined;
  return [set([section, id, meaning.field], id)];
}

/** Why something cannot have a new name, as a sentence. Undefined where it can. */
export function whyBad(document: OrgDocument, target: Target, name: string): string | undefined {
  if (name === "") return "A name is missing.";
  if (isReservedWord(name))
    return `\`${name}\` has a meaning of its own in these files, so nothing can be called that.`;
  if (name.startsWith("x-")) return "What begins with x- is left alone by every check, so a name cannot begin so.";
  return target.section === "people" ? whyNoPerson(document, target, name) : whyNoId(document, target, name);
}

function whyNoPerson({ org: { data } }: OrgDocument, { id }: Target, name: string): string | undefined {
  if (/\p{Cc}/u.test(name) || name.length > 200)
    return "A name stands on one line, and is not longer than 200 letters.";
  if (/^(?:provider|team):/.test(name)) return "A person's name cannot begin like the name of a provider or a team.";
  if (isIdForm(name))
    return "Write a person's name with its capitals: in small letters alone it would be taken for a post.";
  const isTaken = data.mentions.some((mention) => foldName(mention.name) === foldName(name));
  return isTaken && foldName(name) !== foldName(id)
    ? `There already is somebody called ${name} in this file. One name would make them one person.`
    : undefined;
}

function whyNoId({ org }: OrgDocument, target: Target, name: string): string | undefined {
  const { data } = org;
  const { section, id } = target;
  if (!isIdForm(name))
    return "Use small letters, digits and hyphens, at most 64 of them: for example it-manager-north.";
  if (name === id) return undefined;
  if (data[section].has(name) && !(section === "posts" && data.posts.get(name)?.written === false))
    return `There already is a ${nouns[section]} \`${name}\` in this file.`;
  // Posts, committees and people are referred to without saying which of them is meant.
  if (section === "posts" || section === "committees") {
    if (name === "board" || name === "external") return `\`${name}\` has a meaning of its own where somebody is named.`;
    const other = section === "posts" ? "committees" : "posts";
    if (data[other].has(name))
      return `There already is a ${nouns[other]} \`${name}\` in this file, and a reference could mean either.`;
    if (data.mentions.some((mention) => mention.name.trim() === name))
      return `A person in this file is called ${name}, and a reference could mean either.`;
  }
  return meansAnother(org, target, name);
}

/** A key out of a catalogue says what the entry is, which the entry may not be. */
function meansAnother({ data, knowledge }: Org, { section, id }: Target, name: string): string | undefined {
  const meaning = meanings[section];
  const known = knowledge.format.catalogue(section === "regimes" ? "regime" : (meaning?.catalogue ?? "role")).get(name);
  if (!known || (!meaning && section !== "regimes")) return undefined;
  const is =
    section === "posts"
      ? data.posts.get(id)?.role
      : section === "committees"
        ? data.committees.get(id)?.type
        : data.activities.get(id)?.activity;
  return is && given<string>(is) === name
    ? undefined
    : `\`${name}\` is the name of ${withArticle(known.title)}, and would make this ${nouns[section]} one.`;
}
