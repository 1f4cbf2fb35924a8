import type { Analysis } from "../../analysis/check.ts";
import { clientName, type Naming, namesIn } from "../../model/org/naming.ts";
import { given } from "../../model/words/fact.ts";
import { type Place, placeFromString, placeToString } from "../../model/words/place.ts";
import { type Sayable, spoken } from "../../model/words/words.ts";

/** How what was found in one file is told, with the names that are asked for. */
export interface Telling {
  /** Whether names are as the file has them: only then may its own text be shown. */
  readonly isFull: boolean;
  says(said: Sayable): string;
  /** A place, as the JSON contract writes it. */
  at(place: Place): string;
  /** The same of one that an entry of the file names, which may be no place at all. */
  written(at: string): string;
  /** What the file calls something of its own: the id of a post, or of a remedy with one in it. */
  id(id: string): string;
  /** Null where the file gives no name. */
  readonly organization: string | null;
}

/** `names` are those of several files, where the file is told together with others. */
export function tellingOf(
  { document: { org } }: Pick<Analysis, "document">,
  naming: Naming,
  names = namesIn(org, naming),
): Telling {
  const isFull = naming === "full";
  const step = (section: string | number | undefined, id: string) =>
    section === "people" ? names.person(id) : section === "providers" ? names.provider(id, id) : names.label(id);
  const at = (place: Place): string =>
    placeToString(
      isFull
        ? place
        : place.map((key, i) => (i === 0 || typeof key === "number" ? key : step(i === 1 ? place[0] : "", key))),
    );
  return {
    isFull,
    says: (said) => spoken(said, names),
    at,
    written(text) {
      const place = isFull ? undefined : placeFromString(text);
      return place === undefined ? names.quoted(text) : at(place);
    },
    id: (id) => names.label(id),
    organization: given(org.data.organization.name) === undefined ? null : clientName(org, naming),
  };
}
