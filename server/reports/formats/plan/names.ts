import type { Analysis } from "../../../analysis/check.ts";
import { type Naming, namesIn } from "../../../model/org/naming.ts";
import { given } from "../../../model/words/fact.ts";
import { isRemedyId } from "../../../model/words/remedy-id.ts";
import type { Names } from "../../../model/words/words.ts";

// What a plan says of names that is no sentence: the client's own, and what is to be done.

/** The client's name; null where the file does not give it. */
export function organizationSaid({ document: { org } }: Analysis, naming: Naming): string | null {
  const name = given(org.data.organization.name);
  return name === undefined ? null : namesIn(org, naming).client(name);
}

/** The id of a remedy; plain words may name anybody, and are free text of the file. */
export const doSaid = (what: string, names: Names): string => (isRemedyId(what) ? names.label(what) : names.note(what));
