import * as ask from "./ask.ts";
import * as mend from "./mend.ts";
import { type Change, type Effect, type Fix, type Mention, type Org, rule, verdict } from "./rule.ts";

export const similarNamesRule = rule({
  id: "similar-names",
  category: "format",
  severity: "info",
  title: "Two names, perhaps one person",
  reportTitle: "A person may be written in two ways",
  why: "A person is known by the name alone. Written in two ways, one person becomes two, and whoever holds two posts seems to share them with somebody else: a conflict of interest goes unseen.",
  reason: "If both mean one person, the checks take that person for two.",
  rests: [],
  note: "Names differ suspiciously when only case, accents or blanks differ, or one letter inside a word of five or more. Numbers never count as a slip: P-001 and P-002 are two people. Two people who really have such names are both listed under `people`, and the rule is silent.",
  mends: "record",
  remedies: ["write-first-spelling", "write-later-spelling", "keep-both"],
  avoid: "Sam Okafor in one line, Sam Okafro in another.",
  prefer: "One spelling throughout; both names under `people` where they are two persons.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Jürgen Okafor }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
activities:
  contract-management: { responsible: [cfo], accountable: Jurgen Okafor }
  #                                                       ^^^^^^^^^^^^^ 💡 info: similar-names
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Jürgen Okafor }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
activities:
  contract-management: { responsible: [cfo], accountable: Jürgen Okafor }
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
    for (const [later, earlier] of ask.similarNames(spellingsOf(org))) {
      yield verdict(later.mentions[0]!.at, "yes", () => ({
        says: `${quoted(later.text)} and ${quoted(earlier.text)} may be one person.`,
        related: [{ at: earlier.mentions[0]!.at, says: `here the name is ${quoted(earlier.text)}` }],
        fixes: [
          useInstead(org, later, earlier, "write-first-spelling"),
          useInstead(org, earlier, later, "write-later-spelling"),
          mend.fix(
            mend.does("keep-both"),
            "Record that they are two people: list both under `people`",
            bothUnderPeople(org, earlier, later),
          ),
        ],
      }));
    }
  },
});

interface Spelling {
  readonly text: string;
  readonly isRegistered: boolean;
  readonly mentions: Mention[];
}

/** Each spelling with the places that use it, in the order of the file. */
function spellingsOf(org: Org): Spelling[] {
  const spellings = new Map<string, Spelling>();
  for (const mention of org.data.mentions) {
    const text = mention.name.normalize("NFC");
    const known = spellings.get(text);
    if (known) known.mentions.push(mention);
    else spellings.set(text, { text, isRegistered: org.data.people.has(mention.name), mentions: [mention] });
  }
  return [...spellings.values()];
}

const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`;

/** Writes the one spelling wherever the other stands. An entry of `people` keeps what it says. */
function useInstead(org: Org, replaced: Spelling, kept: Spelling, which: Effect): Fix {
  const name = kept.mentions[0]!.name;
  const changes = replaced.mentions.flatMap(({ at, isKey }): Change[] => {
    if (isKey) return org.data.people.has(name) ? [] : [mend.rename(at, name)];
    return [ask.isReservedWord(name) ? mend.setQuoted(at, name) : mend.set(at, name)];
  });
  return mend.fix(mend.does(which), `Record that both are one person: write ${quoted(name)} everywhere`, changes);
}

function bothUnderPeople(org: Org, ...both: readonly Spelling[]): Change[] {
  const missing = both.map((one) => one.mentions[0]!.name).filter((name) => !org.data.people.has(name));
  return missing.map((name) => mend.set(["people", name], null));
}
