/**
 * What remedies do, each under the pattern of its id. `<post>`, `<provider>`, `<committee>` stand for an entry's key in
 * the file, `<item>` for a word of the finding's own. Whoever writes a recommendation uses these ids, so a pattern stays
 * once it is there (test/golden/remedies.txt holds the list).
 */
export const effects = {
  // How a file is written.
  "change-to-<item>": "Writes `<item>` in its place, also wherever the file refers to it.",
  "write-as-list": "Writes both words as a list.",
  "write-as-text": "Writes it as one text, in quotes.",
  "write-as-number": "Writes it as one number.",
  "write-as-entry": "Writes the word as an entry with a field of its own.",
  "write-<item>": "Writes `<item>` in its place.",
  "write-without-list": "Writes the word without the list around it.",
  "insert-<item>": "Writes the missing key `<item>`, with room for the answer.",
  "put-in-quotes": "Puts the text in quotes, so that it stays a text.",
  "name-post-<post>": "Names the post `<post>` in place of its holder.",
  "add-stub-<item>": "Adds a `<item>` of that name, about which nothing has been asked yet.",
  "remove-key": "Takes the empty key out.",
  "keep-as-own": "Keeps the key as one of the file's own, with `x-` before it.",
  "mend-text": "Mends how the text is written: a bracket, a colon, a blank, a quote.",
  "move-below-<item>": "Puts the lines where they belong, below `<item>`.",
  "leave-out-repetition": "Leaves out what stands twice in a list.",
  "report-to-<item>-others-dotted": "Leads the line to `<item>`, and dotted lines to the others.",
  // What only a person can know.
  "record-<item>-applies": "Records that `<item>` applies to the organization.",
  "record-<item>-exempt": "Records that the organization is exempt from `<item>`.",
  "record-<item>-unknown": "Records that nobody could say whether `<item>` applies.",
  "record-role-<item>": "Records that the post is that of `<item>`.",
  "record-end-at-<post>": "Records that the line ends at `<post>`.",
  "set-line-aside": "Records that the line is not as it is written; it stays, with `x-` before its key.",
  "write-first-spelling": "Records that both are one person, and writes the name as it is spelled first.",
  "write-later-spelling": "Records that both are one person, and writes the name as it is spelled later.",
  "keep-both": "Records that they are two people, below `people`.",
  "write-not-asked": "Makes room for the missing answers.",
  "ask-again": "Asks again who approves the decision, and until when.",
  "ask-who-approves": "Asks again who approves the decision.",
  "accept-this-risk": "Begins a decision on record to live with the finding. It covers nothing until it is complete.",
  "record-done": "Records that the recommendation is done.",
  "record-in-progress": "Records that the recommendation is still being carried out.",
  "ask-when": "Asks again by when it is to be done.",
  "remove-recommendation": "Takes the recommendation out.",
  // Lines.
  "report-to-<post>": "Leads the line of the post to `<post>`.",
  "let-<post>-report-to-<post>": "Leads the line of one post to another.",
  "let-both-report-to-<post>": "Leads the lines of both posts to `<post>`.",
  "draw-dotted-line-to-<post>": "Draws a dotted line to `<post>`.",
  // Posts.
  "add-post-<post>": "Adds the post `<post>`, with nobody in it yet.",
  "add-deputy-post": "Adds a post of deputy, with nobody in it yet.",
  "separate-post": "Frees the post, so that somebody else can hold it.",
  "leave-to-others": "Leaves it to those who are in it as well.",
  "name-deputy-<post>": "Names `<post>` as the deputy.",
  "let-<item>-fill-in": "Lets `<item>` fill the empty post for the time being.",
  "declare-as-<item>": "Gives the post the role `<item>`.",
  "declare-as-<item>-keeping-title": "Gives the post the role `<item>`, and keeps its name as a title.",
  "add-level-<item>-to-<post>": "Has `<post>` work at the `<item>` level too.",
  "widen-focus": "Has the post attend to people, processes and projects too.",
  "free-from-technical-work": "Takes technical work off the post.",
  "measure-by-<item>": "Measures the post by `<item>` instead.",
  "remove-<item>": "Takes `<item>` out of the objectives.",
  "appoint-in-writing": "Appoints the post in writing.",
  "let-<post>-approve-appointment": "Has `<post>` approve the appointment.",
  "publish-contact": "Publishes how to reach the post.",
  "give-board-report": "Has the post report to the top in the form and as often as asked for.",
  // Duties.
  "make-accountable-<post>": "Makes `<post>` accountable.",
  "make-accountable-and-responsible-<post>": "Makes `<post>` accountable and responsible.",
  "make-accountable-responsible": "Makes whoever is accountable responsible as well.",
  "make-responsible-instead": "Makes those from outside responsible instead of accountable.",
  "keep-accountable-<item>": "Keeps one accountable, and makes the others responsible.",
  "share-out-duties": "Shares the duties out to those whose field they are.",
  "give-<item>-to-<post>": "Gives `<item>` to `<post>`.",
  "let-<post>-review-logs": "Has `<post>` review the logs.",
  "let-<post>-review-security": "Has `<post>` review security.",
  "let-<post>-approve-purchases": "Has `<post>` approve purchases.",
  "let-<post>-head-teams": "Has `<post>` head the teams.",
  "leave-internal-it-to-<post>": "Leaves internal IT to `<post>`.",
  // Providers.
  "add-provider-<provider>": "Adds the provider `<provider>`.",
  "add-levels-to-<provider>": "Has `<provider>` cover the missing levels too.",
  "supply-<item>-from-outside": "Has an outside provider supply `<item>`.",
  "let-<post>-oversee-provider": "Has `<post>` oversee the provider.",
  "let-another-guard": "Leaves the post of guardian to another firm.",
  "let-another-assess": "Leaves the assessment to another firm.",
  "disclose-earnings": "Has the provider disclose what it earns by what it recommends.",
  // Committees.
  "add-committee-<committee>": "Adds the committee `<committee>`.",
  "add-member-<post>": "Makes `<post>` a member.",
  "seat-both-on-<committee>": "Makes both posts members of `<committee>`.",
  "invite-<post>": "Always invites `<post>`.",
  "let-<post>-chair": "Has `<post>` take the chair.",
  "let-<committee>-oversee-<item>": "Has `<committee>` oversee `<item>`.",
  "meet-quarterly": "Has the committee meet every quarter.",
  "meet-half-yearly": "Has the committee meet twice a year.",
  "seat-three-directors": "Has three directors sit on the committee.",
  "let-independent-director-chair": "Has an independent director take the chair.",
  "find-somebody": "Asks for somebody to be found; who, the file does not say.",
} as const;

export type Effect = keyof typeof effects;

/** What a remedy does: the pattern, and the id that it gives with the file's own words in it. */
export interface Does {
  readonly pattern: Effect;
  readonly id: string;
}

/** The id of a remedy: its pattern, with these in the place of `<post>` and the like, in turn. */
export function does(pattern: Effect, ...values: readonly string[]): Does {
  let next = 0;
  return { pattern, id: pattern.replace(placeholder, () => asId(values[next++] ?? "")) };
}

const placeholder = /<[a-z]+>/g;

/** What an id may hold: small letters, digits and hyphens. */
const asId = (value: string): string =>
  value
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60) || "it";

/** Whether a text is the id of a remedy, known or not; any other is plain words. */
export const isRemedyId = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/** Whether an id is of this pattern. */
export const isOfPattern = (id: string, pattern: Effect): boolean => matcher(pattern).test(id);

/** What a remedy of this id does, in a sentence: the effect that leaves the least of the id to the file's own words. */
export function effectOf(
  id: string,
  among: readonly Effect[] = patterns,
): { pattern: Effect; says: string } | undefined {
  const [pattern] = among
    .filter((one) => isOfPattern(id, one))
    .sort((a, b) => b.replace(placeholder, "").length - a.replace(placeholder, "").length);
  if (pattern === undefined) return undefined;
  const values = matcher(pattern).exec(id)!.slice(1);
  const names = pattern.match(placeholder) ?? [];
  const says = names.reduce((text, name, i) => text.replaceAll(name, values[i] ?? ""), effects[pattern] as string);
  return { pattern, says };
}

/** The entries of the file that a remedy's id names, each with where its name begins in the id. */
export function namesInRemedy(
  id: string,
): { section: "posts" | "providers" | "committees"; id: string; start: number }[] {
  const pattern = effectOf(id)?.pattern;
  if (pattern === undefined) return [];
  const values = matcher(pattern).exec(id)!.slice(1);
  const names = pattern.match(placeholder) ?? [];
  let start = 0;
  return names.flatMap((name, i) => {
    const value = values[i]!;
    start = id.indexOf(value, start);
    const found = { id: value, start };
    start += value.length;
    const section = ({ "<post>": "posts", "<provider>": "providers", "<committee>": "committees" } as const)[name];
    return section === undefined ? [] : [{ section, ...found }];
  });
}

const patterns = Object.keys(effects) as Effect[];

const matchers = new Map<Effect, RegExp>();
function matcher(pattern: Effect): RegExp {
  const known = matchers.get(pattern) ?? new RegExp(`^${pattern.replace(placeholder, "([a-z0-9]+(?:-[a-z0-9]+)*)")}$`);
  matchers.set(pattern, known);
  return known;
}
