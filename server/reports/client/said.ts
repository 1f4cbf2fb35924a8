import type { Analysis } from "../../analysis/check.ts";
import type { Finding, Recommended } from "../../analysis/finding.ts";
import { clean } from "../../base/clean.ts";
import { dayInWords } from "../../base/day.ts";
import { Called } from "../../chart/called.ts";
import type { Severity } from "../../knowledge/severity.ts";
import { postsHeldBy } from "../../model/org/holders.ts";
import { postName } from "../../model/org/names.ts";
import { type Naming, namesIn } from "../../model/org/naming.ts";
import type { Org } from "../../model/org/org.ts";
import { imperative } from "../../model/words/remedy-words.ts";
import type { Ref } from "../../model/words/values.ts";
import { listOf, type Names, type Sayable, sentence, spoken, wordsOf } from "../../model/words/words.ts";
import type { Category } from "../../rules/rule.ts";

/** How one report says what is known of one file: the one place where its words become texts. */
export class Said {
  readonly analysis: Analysis;
  readonly org: Org;
  readonly naming: Naming;
  readonly called: Called;
  readonly #names: Names;
  readonly #boards: Names;

  constructor(analysis: Analysis, naming: Naming) {
    this.analysis = analysis;
    this.org = analysis.document.org;
    this.naming = naming;
    this.called = new Called(this.org, naming);
    this.#names = namesIn(this.org, naming);
    this.#boards = this.#boardNames();
  }

  text = (said: Sayable): string => clean(spoken(said, this.#names));
  sentence = (said: Sayable): string => sentence(this.text(said));
  /** Free text of the file: only where names are given in full. */
  note = (text: string): string => clean(this.#names.note(text));
  client = (): string => clean(this.called.client()) || "Name not known";
  ref = (ref: Ref): string => clean(this.called.ref(ref));
  refs = (refs: readonly Ref[]): string => listOf(refs.map(this.ref));
  get names(): Names {
    return this.#names;
  }

  /** For those who are in the room: people by their posts, firms by their names. */
  forBoard(said: Sayable): string {
    const text = sentence(clean(spoken(said, this.#boards)));
    return text
      .replace(/\b([Tt]he) ([^().,]+) \((?=[^()]*\b\2\b)[^()]*\)/gu, "$1 $2")
      .replace(/^The (.+?) holds both\b/u, "One person holds both")
      .replace(/\bsomebody without a post\b/giu, (found) => (found.startsWith("S") ? "Somebody" : "somebody else"));
  }

  #boardNames(): Names {
    const nobody = namesIn(this.org, "none");
    const person = (name: string): string => {
      const [post] = postsHeldBy(this.org, { to: "person", name });
      return post
        ? `the ${spoken(postName(post), { ...nobody, label: this.#names.label })}`
        : "somebody without a post";
    };
    return { ...this.#names, person, asides: false };
  }

  /** What a finding says of law, then of standards, then of articles. */
  whoSays({ rests, hits, ours }: Finding): string {
    const { law, evidence } = this.org.knowledge;
    const fallsShort = hits.filter(({ citesOnly }) => !citesOnly);
    const inForce = fallsShort.map(({ short, state, unlessExempt }) => {
      const when = state === "planned" ? "will apply" : "";
      const notes = [when, unlessExempt ? "unless exempt" : ""].filter((one) => one !== "");
      return `${short}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`;
    });
    const named = hits.filter(({ citesOnly }) => citesOnly).map(({ short }) => short);
    const others = evidence.citedNames(rests.filter((id) => !law.provisions.has(id)));
    const said = ours && others.length > 0 ? [`our conclusion, from ${listOf(others)}`] : others;
    return [...new Set([...inForce, ...named, ...said])].join("; ");
  }

  whoDisagrees = ({ against }: Finding): string => this.org.knowledge.evidence.shortSpeakers(against).join("; ");

  /** "Let the CISO report to the CEO (CEO, by 31 March 2027; agreed)" */
  recommendation({ title, owner, due, status }: Recommended): string {
    const when = due === null ? [] : [`by ${dayInWords(due)}`];
    const who = owner === null ? [] : [this.text(owner.named)];
    const whoAndWhen = [...who, ...when].join(", ");
    const more = [whoAndWhen, statusWords[status] ?? status].filter((part) => part !== "").join("; ");
    return `${this.sentence(title).replace(/[.\s]+$/, "")} (${more})`;
  }

  /** What would end a finding, the best first; nothing for what only corrects the file. */
  remedies({ fixes, firstSteps, mends }: Finding): string[] {
    if (mends !== undefined) return [];
    return [...fixes, ...firstSteps].map((fix) => this.sentence(wordsOf(imperative(fix))));
  }
}

export const statusWords: Readonly<Record<string, string>> = {
  proposed: "proposed",
  agreed: "agreed",
  "in-progress": "in progress",
  done: "done",
  dropped: "dropped",
};

export const severityWords: Readonly<Record<Severity, string>> = {
  error: "Must be mended",
  warning: "Worth acting on",
  info: "Worth knowing",
  hint: "Worth a thought",
};

/** The subjects under which a client reads what was found. */
export const subjectOf: Readonly<Record<Category, string>> = {
  format: "The notes themselves",
  gap: "Posts and tasks that are missing",
  conflict: "Conflicts of interest",
  reporting: "Reporting lines",
  role: "How posts are filled",
  duties: "Work and its control in the same hands",
  raci: "Who answers for what",
  provider: "Outside firms",
  committee: "Board and committees",
  span: "Span of control",
  continuity: "When somebody is away",
  regime: "What laws and standards ask for",
};

/** In the order in which a client reads them. */
export const subjects = Object.keys(subjectOf) as Category[];

/** What a client reads: not how the file is written, and nobody's open decision of the consultant's. */
export const forClient = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ category }) => category !== "format");

/** "one interview", "three findings": as it is read aloud. */
export const spelled = (count: number, one: string, more = `${one}s`): string =>
  `${numbers[count] ?? count} ${count === 1 ? one : more}`;

const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
