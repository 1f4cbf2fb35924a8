import { clean } from "../base/clean.ts";
import type { Activity, Post } from "../model/org/entities.ts";
import { postsHeldBy } from "../model/org/holders.ts";
import { humanize } from "../model/org/names.ts";
import type { Naming } from "../model/org/naming.ts";
import { kindOf, type Org } from "../model/org/org.ts";
import { type Fact, given, isCannotTell, itemsOf } from "../model/words/fact.ts";
import type { Place } from "../model/words/place.ts";
import { type Ref, refKey } from "../model/words/values.ts";
import { Called, holdersOf } from "./called.ts";
import type { Found } from "./chart.ts";
import { type ChartFinding, foundIn } from "./found.ts";

/** Who is responsible, accountable, consulted and informed, activity by activity. */
export interface Matrix {
  readonly title: string;
  readonly subtitle: string;
  /** Posts in the order of the file, then teams, firms from outside, and people without a post. */
  readonly columns: readonly MatrixColumn[];
  /** The fields that have rows; the organization's own activities last. */
  readonly fields: readonly { readonly name: string; readonly rows: readonly MatrixRow[] }[];
  /** Duties in the same hands that should not be; the cells concerned have the number. */
  readonly pairs: readonly MatrixPair[];
  /** Activities of the catalogue that the file does not mention. */
  readonly unmentioned: readonly string[];
  /** Whether the file says that its activities are all there are, so that nobody does those. */
  readonly complete: boolean;
}

export interface MatrixColumn {
  readonly key: string;
  readonly is: "post" | "team" | "provider" | "person" | "other";
  readonly at: Place;
  readonly title: string;
  /** Who is in a post, in one line; empty where that is not to be said. */
  readonly holder: string;
}

export interface MatrixRow {
  readonly at: Place;
  readonly title: string;
  /** By the column's key. */
  readonly cells: ReadonlyMap<string, MatrixCell>;
  /** What is missing, as "nobody accountable" or "accountable: not asked". */
  readonly gaps: readonly string[];
  readonly found: Found;
}

export interface MatrixCell {
  /** In the order R, A, C, I. */
  readonly letters: readonly Letter[];
  /** Numbers of pairs. */
  readonly pairs: readonly number[];
}

export type Letter = "R" | "A" | "C" | "I";

export interface MatrixPair {
  readonly number: number;
  readonly title: string;
  readonly severity: ChartFinding["severity"];
  readonly settled: boolean;
}

const capacities = [
  ["responsible", "R"],
  ["accountable", "A"],
  ["consulted", "C"],
  ["informed", "I"],
] as const;

/** The matrix of an organization with these findings. The same input gives the same matrix. */
export function matrixOf(org: Org, findings: readonly ChartFinding[], names: Naming): Matrix {
  return new MatrixBuilder(org, findings, new Called(org, names)).matrix();
}

class MatrixBuilder {
  readonly #org: Org;
  readonly #findings: readonly ChartFinding[];
  readonly #called: Called;
  readonly #columns = new Map<string, MatrixColumn>();
  readonly #pairs: readonly (MatrixPair & { readonly places: readonly Place[] })[];

  constructor(org: Org, findings: readonly ChartFinding[], called: Called) {
    this.#org = org;
    this.#findings = findings;
    this.#called = called;
    const pairs = findings.map((finding) => ({ finding, places: duties([finding.at, ...finding.related]) }));
    const together = pairs.filter(({ finding, places }) => finding.aboutPair && places.length > 1);
    this.#pairs = together.map(({ finding: { title, severity, settled }, places }, i) => {
      return { number: i + 1, title, severity, settled, places };
    });
  }

  matrix(): Matrix {
    const { data, knowledge } = this.#org;
    const activities = [...data.activities.values()];
    const rows = new Map(activities.map((activity) => [activity, this.#row(activity)]));
    const order = knowledge.activities.fields.flatMap((field) =>
      field.activities.map((id) => ({ field: field.name, id })),
    );
    const fieldOf = new Map<string, string>(order.map(({ field, id }) => [id, field]));
    const place = new Map<string, number>(order.map(({ id }, i) => [id, i]));
    const inOrder = activities.toSorted(
      (a, b) => (place.get(kindOf(a)) ?? order.length) - (place.get(kindOf(b)) ?? order.length),
    );
    const names = [...knowledge.activities.fields.map(({ name }) => name), "Of its own"];
    const fields = names.map((name) => ({
      name,
      rows: inOrder.filter((one) => (fieldOf.get(kindOf(one)) ?? "Of its own") === name).map((one) => rows.get(one)!),
    }));
    const mentioned = new Set(activities.map(kindOf));
    const asOf = given(data.asOf);
    return {
      title: this.#called.client(),
      subtitle: asOf === undefined ? "" : `as of ${asOf}`,
      columns: this.#columnsInOrder(),
      fields: fields.filter((field) => field.rows.length > 0),
      pairs: this.#pairs.map(({ places: _, ...pair }) => pair),
      unmentioned: order.filter(({ id }) => !mentioned.has(id)).map(({ id }) => this.#kindName(id)),
      complete: this.#org.isComplete("activities"),
    };
  }

  #row(activity: Activity): MatrixRow {
    const cells = new Map<string, { letters: Letter[]; pairs: number[] }>();
    for (const [capacity, letter] of capacities) {
      for (const [i, ref] of itemsOf(activity[capacity]).entries()) {
        const column = this.#columnOf(ref, [...activity.at, capacity, i]);
        const cell = cells.get(column.key) ?? { letters: [], pairs: [] };
        if (!cell.letters.includes(letter)) cell.letters.push(letter);
        for (const number of this.#pairsAt(activity.id, capacity, i))
          if (!cell.pairs.includes(number)) cell.pairs.push(number);
        cells.set(column.key, cell);
      }
    }
    const found = foundIn(this.#findings.filter(({ at }) => at[0] === "activities" && at[1] === activity.id));
    return { at: activity.at, title: this.#title(activity), cells, gaps: gapsOf(activity), found };
  }

  #title(activity: Activity): string {
    const kind = this.#kindName(kindOf(activity));
    return kindOf(activity) === activity.id ? kind : `${kind} (${clean(humanize(activity.id)) || activity.id})`;
  }

  #kindName(id: string): string {
    const { format } = this.#org.knowledge;
    return clean(format.catalogue("activityId").has(id) ? format.titleOf("activityId", id) : humanize(id)) || id;
  }

  /** A list named as a whole concerns everybody in it. */
  #pairsAt(id: string, capacity: string, item: number): number[] {
    const isMeant = ([, other, field, index]: Place) =>
      other === id && field === capacity && (index === undefined || index === item);
    return this.#pairs.filter(({ places }) => places.some(isMeant)).map(({ number }) => number);
  }

  #columnOf(ref: Ref, at: Place): MatrixColumn {
    const column = this.#newColumn(ref, at);
    const known = this.#columns.get(column.key);
    if (!known) this.#columns.set(column.key, column);
    return known ?? column;
  }

  /** Somebody who is in a post stands in its column, in that of the first where there are several. */
  #newColumn(ref: Ref, at: Place): MatrixColumn {
    const post =
      ref.to === "post"
        ? this.#org.data.posts.get(ref.id)
        : ref.to === "person"
          ? postsHeldBy(this.#org, ref)[0]
          : undefined;
    if (post)
      return {
        key: `post:${post.id}`,
        is: "post",
        at: post.at,
        title: this.#called.post(post),
        holder: this.#holder(post),
      };
    const title = this.#called.ref(ref);
    const { data } = this.#org;
    const own =
      ref.to === "team"
        ? data.teams.get(ref.id)?.at
        : ref.to === "provider"
          ? data.providers.get(ref.id)?.at
          : undefined;
    const is = ref.to === "team" || ref.to === "provider" || ref.to === "person" ? ref.to : "other";
    return { key: refKey(ref), is, at: own ?? at, title, holder: "" };
  }

  #holder(post: Post): string {
    if (post.exists === "no") return "none";
    if (isCannotTell(post.exists) || post.heldBy.is === "unknown") return "not known";
    if (post.heldBy.is === "none" || itemsOf(post.heldBy).length === 0) return "vacant";
    return holdersOf(this.#called, post)
      .filter((name) => name !== undefined)
      .join(", ");
  }

  #columnsInOrder(): MatrixColumn[] {
    const posts = [...this.#org.data.posts.keys()].map((id) => `post:${id}`);
    const kinds = ["post", "team", "provider", "other", "person"];
    const place = ({ key, is }: MatrixColumn) =>
      is === "post" ? posts.indexOf(key) : posts.length * kinds.indexOf(is) + posts.length;
    return [...this.#columns.values()].toSorted((a, b) => place(a) - place(b));
  }
}

/** The places of duties among these, where they are of two activities or more. */
function duties(places: readonly Place[]): Place[] {
  const found = places.filter(([section, , field]) => section === "activities" && field !== undefined);
  return new Set(found.map(([, id]) => id)).size > 1 ? found : [];
}

/** What is missing, told apart: nobody does it, nobody answers for it, or nobody has said. */
function gapsOf({ exists, responsible, accountable }: Activity): string[] {
  if (exists === "no") return ["nobody does it"];
  if (exists === "left-out") return ["not applicable"];
  if (isCannotTell(exists)) return [unsaid(exists.needs[0]?.why ?? "absent")];
  return [...gap("responsible", responsible), ...gap("accountable", accountable)];
}

function gap(name: string, fact: Fact<readonly Ref[]>): string[] {
  if (fact.is === "none" || (fact.is === "known" && fact.value.length === 0)) return [`nobody ${name}`];
  return fact.is === "unknown" ? [`${name}: ${unsaid(fact.why)}`] : [];
}

function unsaid(why: string): string {
  if (why === "unknown") return "not known";
  return why === "declined" ? "declined to say" : why === "unreadable" ? "not readable" : "not asked";
}
