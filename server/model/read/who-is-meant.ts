import type { RefTarget } from "../../knowledge/format.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Placeholder } from "../../knowledge/placeholders.ts";
import { type Fix, fix, set } from "../words/change.ts";
import { partsOfName } from "../words/person-name.ts";
import type { Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { foldText, type Ref } from "../words/values.ts";
import { joinedBy, person, quoted, type Sayable, type Words, words } from "../words/words.ts";
import { rolesByTitle, wordMeant } from "./misread-name.ts";
import { slugOf } from "./read-value.ts";
import type { Declared } from "./references.ts";

/** A text without quotes in a name's place that is more, or less, than one person's name. */
export interface Meant {
  /** Whom it means; nobody where the post is empty, or where `open` says what is not known. */
  readonly refs: readonly Ref[];
  /** `somebody`: there is one, not known who. `unknown`: not even that. */
  readonly open?: "somebody" | "unknown";
  /** It says so in a word that is not the format's own, and no error is to rest on it. */
  readonly isGuess: boolean;
  readonly problem: Problem;
}

/** What is needed of the names that a file declares. */
export type Names = Pick<Declared, "listed" | "posts" | "providerNames" | "operators">;

/** Undefined for what may be the name of one person. `targets` are what can stand at that place. */
export function whoIsMeant(
  text: string,
  at: Place,
  targets: readonly RefTarget[],
  names: Names,
  knowledge: Knowledge,
): Meant | undefined {
  if (!targets.includes("person") || names.listed.has(text)) return undefined;
  if (targets.some((target) => target === slugOf(text))) return undefined;
  if (targets.includes("post") && (names.posts.has(text) || names.posts.has(slugOf(text)))) return undefined;
  const provider = targets.includes("provider") ? names.providerNames.get(foldText(text)) : undefined;
  if (provider !== undefined && provider !== text) return ofProvider(text, at, provider);
  const placeholder = knowledge.placeholders.meaningOf(text);
  if (placeholder) return ofPlaceholder(text, at, placeholder, targets, names);
  return severalIn(text, at, knowledge) ?? forNow(text, at);
}

const slip = (at: Place, says: Sayable, fixes: readonly Fix[] = []): Problem => ({
  kind: "slip",
  at,
  part: "value",
  says,
  fixes,
});

/** A provider's id, which is a name as well. */
const idOf = (id: string): Words => [{ provider: id, name: id }];

/** A provider that somebody works for, by its name, or by its id in capitals. */
export function employerMeant(
  text: string,
  at: Place,
  { providerNames }: Names,
): { readonly id: string; readonly problem: Problem } | undefined {
  const id = providerNames.get(foldText(text));
  if (id === undefined || id === text) return undefined;
  const says = words`\`${quoted(text)}\` is a provider of this file, and is read as that. Write \`${idOf(id)}\`.`;
  const fixes = [
    fix(does("change-to-<item>", id), words`Write \`${idOf(id)}\``, [set(at, id)], { preferred: true, safe: true }),
  ];
  return { id, problem: slip(at, says, fixes) };
}

function ofProvider(text: string, at: Place, id: string): Meant {
  const says = words`\`${quoted(text)}\` is a provider of this file, and is read as that. Write \`provider:${idOf(id)}\`.`;
  const fixes = [
    fix(
      does("change-to-<item>", `provider:${id}`),
      words`Write \`provider:${idOf(id)}\``,
      [set(at, `provider:${id}`)],
      {
        preferred: true,
        safe: true,
      },
    ),
  ];
  return { refs: [{ to: "provider", id }], isGuess: false, problem: slip(at, says, fixes) };
}

function ofPlaceholder(
  text: string,
  at: Place,
  placeholder: Placeholder,
  targets: readonly RefTarget[],
  { operators }: Names,
): Meant {
  const name = words`\`${quoted(text)}\``;
  const [only] = operators;
  if (placeholder === "supplier" && only !== undefined && operators.length === 1 && targets.includes("provider")) {
    const says = words`${name} is read as the one provider that supplies operations. Write \`provider:${idOf(only)}\`.`;
    const fixes = [
      fix(
        does("change-to-<item>", `provider:${only}`),
        words`Write \`provider:${idOf(only)}\``,
        [set(at, `provider:${only}`)],
        {
          preferred: true,
        },
      ),
    ];
    return { refs: [{ to: "provider", id: only }], isGuess: true, problem: slip(at, says, fixes) };
  }
  if (placeholder === "held" || placeholder === "supplier") {
    const says = words`${name} is nobody's name. It is read as somebody of whom it is not known who it is. Write the name${targets.includes("provider") ? ", or `provider:` and an id" : ""}; \`declined\` if it was refused.`;
    return { refs: [], open: "somebody", isGuess: true, problem: slip(at, says) };
  }
  const isHolder = at.includes("heldBy");
  const isVacant = placeholder === "vacant" && isHolder;
  const word = placeholder === "vacant" ? (isVacant ? "vacant" : "none") : (wordMeant(text) ?? "unknown");
  // The words that stand in place of a fact say something about a whole list, so none can be an item of it.
  const isItem = typeof at.at(-1) === "number";
  const says = isItem
    ? words`${name} is nobody's name. Leave it out.`
    : words`${name} is nobody's name. Write \`${word}\`.`;
  const fixes = isItem
    ? []
    : [fix(does("change-to-<item>", word), `Write \`${word}\``, [set(at, word)], { preferred: true })];
  return { refs: [], ...(isVacant ? {} : { open: "unknown" }), isGuess: true, problem: slip(at, says, fixes) };
}

const between = /\s*[&/;]\s*|\s+(?:and|und|et)\s+/iu;
const firmWords =
  /^(?:partners?|co|sons|söhne|gmbh|ag|ltd|limited|llp|llc|inc|young|rechtsanwälte|team|group|gruppe|kg|plc)$/iu;

/** Several people in one text: a list where each part is a full name, else one holder of whom nothing is known. */
function severalIn(text: string, at: Place, knowledge: Knowledge): Meant | undefined {
  const outside = text.replace(/\([^()]*\)/gu, "");
  if (!between.test(outside)) return undefined;
  const parts = text.split(between).map((part) => part.trim());
  const titles = rolesByTitle(knowledge.roles);
  const isName = (part: string) => {
    const words = part.split(/[\s,]+/u);
    const isFirm = words.some((word) => firmWords.test(word.replace(/\.$/u, "")));
    return partsOfName(part).words.length > 1 && !isFirm && !titles.has(part.toLowerCase()) && !/[()]/u.test(part);
  };
  if (parts.every(isName)) {
    const written = words`[${joinedBy(
      parts.map((part) => person(part, part)),
      ", ",
    )}]`;
    const isList =
      typeof at.at(-1) !== "number" &&
      /^(?:heldBy|responsible|accountable|consulted|informed|members|invitees|overseenBy)$/u.test(String(at.at(-1)));
    const says = words`Several people stand in one text, which is read as ${written}. Write them as a list.`;
    const fixes = isList
      ? [fix(does("write-as-list"), words`Write ${written}`, [set(at, parts)], { preferred: true })]
      : [];
    return {
      refs: parts.map((name) => ({ to: "person", name })),
      isGuess: false,
      problem: { ...slip(at, says, fixes), severity: "warning" },
    };
  }
  const says = words`\`${quoted(text)}\` may be several people, or a firm; it is read as one holder of whom it is not known who it is. Write a list of full names, \`provider:\` and an id, or put it in quotes if it is one name.`;
  return { refs: [], open: "somebody", isGuess: true, problem: slip(at, says) };
}

/** "Ann Poe (acting)": the brackets say how the post is held, for which there is a field. */
function forNow(text: string, at: Place): Meant | undefined {
  const { isForNow, bare } = partsOfName(text);
  const isHolder = at[0] === "posts" && at[2] === "heldBy" && at.length === 3;
  if (!isForNow || !isHolder || bare === "") return undefined;
  const says = words`What stands in brackets behind ${quoted(bare)} says that the post is held for now. Write \`interim: yes\`.`;
  const changes = [set(at, bare), set([...at.slice(0, 2), "interim"], "yes")];
  return {
    refs: [{ to: "person", name: text }],
    isGuess: false,
    problem: slip(at, says, [
      fix(does("write-<item>", "interim"), "Write `interim: yes`", changes, { preferred: true }),
    ]),
  };
}
