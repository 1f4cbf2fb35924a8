/*
 * What two writings of one name have in common, and what is no part of a name at all. The lists are closed on purpose: a
 * word that is not in them may be somebody's name.
 */

const inFront: ReadonlySet<string> = new Set(["dr", "prof", "dipling", "ing", "mag", "lic", "rev"]);
const behind: ReadonlySet<string> = new Set("phd mba cissp cism cisa cpa esq llm msc bsc ma ba".split(" "));
const salutations: ReadonlyMap<string, "man" | "woman" | "person"> = new Map([
  ...["mr", "herr", "hr", "m", "sr", "don"].map((word) => [word, "man"] as const),
  ...["mrs", "ms", "miss", "frau", "fr", "mme", "mlle", "sra", "dona"].map((word) => [word, "woman"] as const),
  ["mx", "person"],
]);

/** What brackets behind a name say of a post that is held for now. */
const forNow = /^(?:acting|interim|ad interim|a\.? ?i\.?|komm\.?|kommissarisch)$/iu;
/** What brackets behind a name say that is no part of it: who can apply, and how somebody is spoken of. */
const aside = /^(?:[mwfdx](?:\/[mwfdx]){1,3}|(?:she|he|they|sie|er|elle|il|ella|él)(?:\/\p{L}+){1,2})$/iu;
/** A number of staff tells two people of one name apart; a year or a share of time does not. */
const staffNumber = /^(?=[^)]*\d)(?!(?:19|20)\d\d$)[\p{L}\p{N}-]+$/u;

interface NameParts {
  /** The words of the name, without what is no part of it. */
  readonly words: readonly string[];
  readonly sex: "man" | "woman" | "person" | undefined;
  /** Whether brackets say that the post is held for now. */
  readonly isForNow: boolean;
  /** The text without brackets that are no part of the name. */
  readonly bare: string;
}

/** A name taken apart. A text that is all salutation or degree is left as it is. */
export function partsOfName(name: string): NameParts {
  const clean = name.normalize("NFKC").replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  let isForNow = false;
  const bare = clean
    .replace(/\s*\(([^()]*)\)/gu, (whole, inside: string) => {
      const text = inside.trim();
      if (forNow.test(text)) isForNow = true;
      return forNow.test(text) || aside.test(text) ? "" : whole;
    })
    .trim();
  const number = /\(([^()]*)\)$/u.exec(bare)?.[1]?.trim();
  const tokens = bare.split(/\s+/u);
  const numbered = number !== undefined && staffNumber.test(number);
  let end = tokens.length - (numbered ? number.split(/\s+/u).length : 0);
  while (end > 1 && isDegree(tokens[end - 1]!, tokens[end - 2]!)) end--;
  let start = 0;
  let sex: NameParts["sex"];
  for (; start < end - 1; start++) {
    const greeting = salutations.get(plain(tokens[start]!));
    if (greeting) sex = greeting;
    else if (!isTitle(tokens[start]!)) break;
  }
  const words = tokens
    .slice(start, end)
    .join(" ")
    .replace(/,+$/u, "")
    .split(/[\s.\p{Pd}]+/u);
  const kept = words.filter((word) => word !== "").map(letters);
  return { words: numbered ? [...kept, `(${letters(number)})`] : kept, sex, isForNow, bare };
}

/** Letters as names are compared by: without case, without accents, ü as ue and ø as o. */
export function letters(text: string): string {
  const folded = text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
  const spelled = folded.replace(/[äöüæœøåłđ]/gu, (letter) => spelledOut[letter]!);
  return spelled
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC");
}

const spelledOut: Readonly<Record<string, string>> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  æ: "ae",
  œ: "oe",
  ø: "o",
  å: "a",
  ł: "l",
  đ: "d",
};

const plain = (token: string): string => letters(token).replace(/[.,\p{Pd}]/gu, "");

/** "Dr.", "Dipl.-Ing.", "Prof.Dr." */
function isTitle(token: string): boolean {
  const parts = letters(token)
    .split(/[.,\p{Pd}]+/u)
    .filter((part) => part !== "");
  return inFront.has(plain(token)) || (parts.length > 0 && parts.every((part) => inFront.has(part)));
}

/** Ma is a family's name, and MA a degree: in capitals, with dots or behind a comma. */
function isDegree(token: string, before: string): boolean {
  const word = plain(token);
  if (!behind.has(word)) return false;
  return word.length > 2 || before.endsWith(",") || /^M\.?A\.?,?$|^B\.?A\.?,?$/u.test(token);
}
