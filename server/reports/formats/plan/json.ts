import { type Planned, planOf, type Unplanned } from "../../../analysis/plan.ts";
import type { Left, Target } from "../../../analysis/target.ts";
import { type Naming, namesIn } from "../../../model/org/naming.ts";
import { given } from "../../../model/words/fact.ts";
import { placeToString } from "../../../model/words/place.ts";
import { imperative } from "../../../model/words/remedy-words.ts";
import { full, type Names, spoken } from "../../../model/words/words.ts";
import { type Checked, type Format, isRead, jsonOf } from "../format.ts";
import { doSaid, organizationSaid } from "./names.ts";

/** Its shape is a contract: schemas/plan-output.schema.json. */
export const jsonWith = (naming: Naming): Format => jsonOf((files) => planJson(files, naming));

/** The plans of some clients; with the target of one, what has not gone into it. */
export function planJson(files: readonly Checked[], naming: Naming, target?: Target): object {
  return {
    version: 1,
    files: files.map((file) => {
      if (!isRead(file))
        return { path: file.path, error: file.error, organization: null, recommended: [], unplanned: [] };
      const names = namesIn(file.analysis.document.org, naming);
      const { recommended, unplanned } = planOf(file.analysis);
      return {
        path: naming === "none" ? "the client" : file.path,
        organization: organizationSaid(file.analysis, naming),
        recommended: recommended.map((one) => planned(one, names)),
        unplanned: unplanned.map((one) => without(one, names)),
      };
    }),
    ...(target ? { left: target.left.map((one) => leftOut(one, namesOf(files, naming))) } : {}),
  };
}

const planned = (
  { rule, at, do: what, title, owner, due, status, severity, stands }: Planned,
  names: Names,
): object => ({
  rule,
  at: names.label(at),
  do: doSaid(what, names),
  title: spoken(title, names),
  owner: owner && spoken(owner.written, names),
  due,
  status,
  severity,
  stands,
});

const without = ({ finding, first }: Unplanned, names: Names): object => ({
  rule: finding.rule,
  at: names.label(placeToString(finding.at)),
  severity: finding.severity,
  first: first ? { do: first.does.id, title: spoken(imperative(first), names) } : null,
});

/** A target is that of one client. */
const namesOf = ([file]: readonly Checked[], naming: Naming): Names =>
  file && isRead(file) ? namesIn(file.analysis.document.org, naming) : full;

const leftOut = ({ entry, why }: Left, names: Names): object => ({
  rule: given(entry.rule) ?? "",
  at: names.label(given(entry.at) ?? ""),
  do: doSaid(given(entry.do) ?? "", names),
  why,
});
