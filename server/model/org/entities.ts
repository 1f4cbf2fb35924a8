import type { CommitteeType, FileState, RegimeCapacity, Role } from "../../knowledge/catalogues.ts";
import type { Fact, Truth } from "../words/fact.ts";
import type { Place } from "../words/place.ts";
import type { Ref, ReservedWord } from "../words/values.ts";
import type {
  AcceptanceFields,
  ActivityFields,
  CommitteeFields,
  CoverageFields,
  InterviewFields,
  OrganizationFields,
  PersonFields,
  PostFields,
  ProviderFields,
  RecommendationFields,
  TeamFields,
  UnitFields,
} from "./fields.ts";

/** What every entity has: plain values and a place, never a position. */
interface Entity {
  /** Its key in its section. */
  readonly id: string;
  readonly at: Place;
  readonly exists: Truth;
  /** False for a post that the file only refers to, by the id of a role. */
  readonly written: boolean;
}

/** An entry whose key may be one of a catalogue. */
interface Catalogued {
  /** What the catalogue calls it; undefined where the key is the file's own. */
  readonly catalogueName: string | undefined;
}

export interface Post extends Entity, Catalogued, PostFields {
  readonly entity: "post";
  /** The roles that its title may mean, best guess first; none where it is not one of IT or security. */
  readonly titledAs: readonly Role[];
  /** What tells it from another post of the same name: its unit, or who holds it. Absent where the name is its own. */
  readonly beside?: { readonly unit: string } | { readonly person: string };
  /** Every role that its title may mean, read loosely; its key where it has none. */
  readonly mayBe: readonly Role[];
}
export interface Team extends Entity, TeamFields {
  readonly entity: "team";
}
export interface Provider extends Entity, ProviderFields {
  readonly entity: "provider";
}
export interface Committee extends Entity, Catalogued, CommitteeFields {
  readonly entity: "committee";
}
export interface Activity extends Entity, Catalogued, ActivityFields {
  readonly entity: "activity";
  /** What the catalogue calls the kind of activity that it is; undefined where that is the file's own. */
  readonly kindName: string | undefined;
}
export interface Person extends Entity, PersonFields {
  readonly entity: "person";
}
export interface Unit extends Entity, UnitFields {
  readonly entity: "unit";
}
/** `unknown`: it was asked whether the law applies, and nobody could say. */
export type RegimeState = "applies" | "planned" | "exempt" | "not-applicable" | "unknown";
export interface Regime {
  readonly entity: "regime";
  readonly id: string;
  readonly at: Place;
  readonly state: RegimeState;
  /** False where the file says nothing of it and the firm assumes it. */
  readonly written: boolean;
  readonly as: Fact<readonly RegimeCapacity[]>;
  /** The companies for which alone it is in force, and the whole where that is among them. */
  readonly units: Fact<readonly Ref[]>;
}
export interface Interview extends InterviewFields {
  readonly at: Place;
}
export interface Acceptance extends AcceptanceFields {
  readonly place: Place;
}

/** A remedy that is recommended for a finding, with where the entry stands; `at` is what it is about. */
export interface Recommendation extends RecommendationFields {
  readonly place: Place;
}

/** A place where the file names a person, with the spelling used there. */
export interface Mention {
  readonly name: string;
  readonly at: Place;
  /** The name is a key of `people`. */
  readonly isKey: boolean;
}

/** A reference to a post, wherever it stands. */
export interface PostReference {
  readonly id: string;
  readonly at: Place;
}

/** A reference to anybody or anything, with the text that stands there. */
export interface Reference {
  readonly ref: Ref;
  readonly text: string;
  readonly at: Place;
}

/** The organization as the file describes it. Read-only; the questions that rules ask of it are in org.ts and beside it. */
export interface OrgData {
  /** The day that the file describes, as YYYY-MM-DD. */
  readonly asOf: Fact<string>;
  /** Whether the file records what is, or describes the target. */
  readonly state: Fact<FileState>;
  readonly organization: OrganizationFields & { readonly at: Place };
  readonly posts: ReadonlyMap<string, Post>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly providers: ReadonlyMap<string, Provider>;
  readonly committees: ReadonlyMap<string, Committee>;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly people: ReadonlyMap<string, Person>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly regimes: ReadonlyMap<string, Regime>;
  readonly interviews: readonly Interview[];
  readonly accepted: readonly Acceptance[];
  readonly recommended: readonly Recommendation[];
  readonly coverage: CoverageFields;
  /** The top-level sections that the file writes, in its order. */
  readonly sections: ReadonlySet<string>;
  /** The sections that hold a reserved word in place of entries: `providers: none`. */
  readonly sectionWords: ReadonlyMap<string, ReservedWord>;
  readonly mentions: readonly Mention[];
  readonly postReferences: readonly PostReference[];
  /** Values that are read from a word which is not the format's own, such as "Vacancy": no error is to rest on them. */
  readonly guesses: readonly Place[];
  /** Every reference, in the order of the text. */
  readonly references: readonly Reference[];
}

export type { CommitteeType, Ref, Role };
