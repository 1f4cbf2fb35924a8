import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { type Change, type Effect, type Fix, type Mention, type Org, rule, verdict, type Words } from "./rule.ts";
import * as say from "./say.ts";

export const similarNamesRule = rule({
  id: "similar-names",
  category: "format",
  severity: "info",
  title: "Two names, perhaps one person",
  reportTitle: "A person may be written in two ways",
  why: "A person is known by the name alone. Written in two ways, one person becomes two, and whoever holds two posts seems to share them with somebody else: a conflict of interest goes unseen.",
  reason: "If both mean one person, the checks take that person for two.",
  rests: [],
  note: "Degrees, salutations, accents, hyphens and case are no part of a name: Dr. Jörg Müller and Joerg Mueller are read as one person, and the rule only says so. Names may be one person's when they differ in one letter inside a word of five or more, by initials, by the family's name in front, by a name in the middle, or by a first name cut short. Numbers never count as a slip: P-001 and P-002 are two people. It is a hint, at most five in a file, unless one person of both names would be in a conflict of interest. Two people who really have such names are both listed under `people`, and the rule is silent; two of the very same name are told apart by a number of staff in brackets, as in Wei Zhang (4711).",
  mends: "record",
  remedies: ["write-first-spelling", "write-later-spelling", "keep-both"],
  avoid: "Sam Okafor in one line, Sam Okafro in another.",
  prefer: "One spelling throughout; both names under `people` where they are two persons.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Jurgen Okafor }
  it-manager: { heldBy: Sam Okafor, reportsTo: ceo }
  ciso: { heldBy: Samuel Okafor, reportsTo: ceo }
  #               ^^^^^^^^^^^^^ 💡 info: similar-names
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Jurgen Okafor }
  it-manager: { heldBy: Sam Okafor, reportsTo: ceo }
  ciso: { heldBy: Sam Okafor, reportsTo: ceo }
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 85 }
people:
  Martin Weber: { background: business }
  Martina Weber: { background: business }
posts:
  ceo: { heldBy: Martin Weber }
  cfo: { heldBy: Martina Weber, reportsTo: ceo }
  head-hr: { heldBy: P-001, reportsTo: ceo }
  head-marketing: { heldBy: P-002, reportsTo: ceo }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Martin Weber }
  cfo: { heldBy: unknown, reportsTo: ceo }
`,
  },
  *check({ org }) {
    let hints = 0;
    for (const { later, earlier, isOne, matters } of alikeIn(org)) {
      if (!matters && hints++ >= mostHints) continue;
      yield verdict(later.mentions[0]!.at, "yes", () => ({
        severity: matters ? "info" : "hint",
        says: isOne
          ? say.words`${visible(later.text)} and ${visible(earlier.text)} are read as one person, written in two ways.`
          : say.words`${quoted(later.text)} and ${quoted(earlier.text)} may be one person.`,
        ...(isOne ? { reason: "One spelling throughout is easier to search for." } : {}),
        related: [{ at: earlier.mentions[0]!.at, says: say.words`here the name is ${visible(earlier.text)}` }],
        fixes: [
          useInstead(org, later, earlier, "write-first-spelling"),
          useInstead(org, earlier, later, "write-later-spelling"),
          ...(isOne
            ? []
            : [
                mend.fix(
                  mend.does("keep-both"),
                  "Record that they are two people: list both under `people`",
                  bothUnderPeople(org, earlier, later),
                ),
              ]),
        ],
      }));
    }
  },
});

/** More of what changes nothing would bury what does. */
const mostHints = 5;

interface Alike {
  readonly later: Spelling;
  readonly earlier: Spelling;
  /** The checks take the two for one. */
  readonly isOne: boolean;
  /** Taken for one they would be in a conflict, and nobody else can be meant. */
  readonly matters: boolean;
}

/** In the order of the file: names that are read as one, and names that may be. */
function* alikeIn(org: Org): Iterable<Alike> {
  const spellings = spellingsOf(org);
  const firstOf = new Map(spellings.toReversed().map((spelling) => [spelling.form, spelling]));
  const near = ask.similarNames(spellings);
  const others = ask.otherWritings(spellings);
  for (const later of spellings) {
    const first = firstOf.get(later.form);
    if (first && first !== later) {
      yield { later, earlier: first, isOne: true, matters: false };
      continue;
    }
    const candidates = new Map<string, Spelling>();
    for (const one of [near.get(later), ...(others.get(later) ?? [])])
      if (one && one.form !== later.form && !candidates.has(one.form)) candidates.set(one.form, one);
    const [earlier] = candidates.values();
    if (!earlier) continue;
    const matters = candidates.size === 1 && ask.wouldConflict(org, later.text, earlier.text);
    yield { later, earlier, isOne: false, matters };
  }
}

interface Spelling {
  readonly text: string;
  readonly isRegistered: boolean;
  /** Equal for the spellings that the checks take for one person. */
  readonly form: string;
  readonly words: readonly string[];
  readonly plain: string;
  readonly mentions: Mention[];
}

/** Each spelling with the places that use it, in the order of the file. */
function spellingsOf(org: Org): Spelling[] {
  const spellings = new Map<string, Spelling>();
  for (const mention of org.data.mentions) {
    const text = mention.name.normalize("NFC");
    const known = spellings.get(text);
    if (known) known.mentions.push(mention);
    else {
      const isRegistered = org.data.people.has(mention.name);
      spellings.set(text, { text, isRegistered, ...ask.formsOfName(mention.name), mentions: [mention] });
    }
  }
  return [...spellings.values()];
}

const quoted = (text: string, shown = text): Words =>
  say.words`“${say.person(text, shown.length > 60 ? `${shown.slice(0, 57)}…` : shown)}”`;

/** The same with signs for what nobody sees: which blank it is, and what is no blank at all. */
const visible = (text: string): Words =>
  quoted(
    text,
    text
      .replace(/ {2,}/gu, (blanks) => "␣".repeat(blanks.length))
      .replace(/[^\S ]/gu, "⍽")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "·"),
  );

/** Writes the one spelling wherever the other stands. An entry of `people` keeps what it says. */
function useInstead(org: Org, replaced: Spelling, kept: Spelling, which: Effect): Fix {
  const name = kept.mentions[0]!.name;
  const changes = replaced.mentions.flatMap(({ at, isKey }): Change[] => {
    if (isKey) return org.data.people.has(name) ? [] : [mend.rename(at, name)];
    return [ask.isReservedWord(name) ? mend.setQuoted(at, name) : mend.set(at, name)];
  });
  return mend.fix(
    mend.does(which),
    say.words`Record that both are one person: write ${visible(name)} everywhere`,
    changes,
  );
}

function bothUnderPeople(org: Org, ...both: readonly Spelling[]): Change[] {
  const missing = both.map((one) => one.mentions[0]!.name).filter((name) => !org.data.people.has(name));
  return missing.map((name) => mend.set(["people", name], null));
}
