import { type Planned, planOf, type Unplanned } from "../../../analysis/plan.ts";
import type { Left, Target } from "../../../analysis/target.ts";
import { given } from "../../../model/words/fact.ts";
import { placeToString } from "../../../model/words/place.ts";
import { imperative } from "../../../model/words/remedy-words.ts";
import { full, spoken } from "../../../model/words/words.ts";
import { type Checked, type Format, isRead, jsonOf } from "../format.ts";
import { organizationOf } from "../questions/json.ts";

/** Its shape is a contract: schemas/plan-output.schema.json. */
export const json: Format = jsonOf((files) => planJson(files));

/** The plans of some clients; with the target of one, what has not gone into it. */
export function planJson(files: readonly Checked[], target?: Target): object {
  return {
    version: 1,
    files: files.map((file) => {
      if (!isRead(file))
        return { path: file.path, error: file.error, organization: null, recommended: [], unplanned: [] };
      const { recommended, unplanned } = planOf(file.analysis);
      return {
        path: file.path,
        organization: organizationOf(file.analysis),
        recommended: recommended.map(planned),
        unplanned: unplanned.map(without),
      };
    }),
    ...(target ? { left: target.left.map(leftOut) } : {}),
  };
}

const planned = ({ rule, at, do: what, title, owner, due, status, severity, stands }: Planned): object => ({
  rule,
  at,
  do: what,
  title: spoken(title, full),
  owner: owner && spoken(owner.written, full),
  due,
  status,
  severity,
  stands,
});

const without = ({ finding, first }: Unplanned): object => ({
  rule: finding.rule,
  at: placeToString(finding.at),
  severity: finding.severity,
  first: first ? { do: first.does.id, title: spoken(imperative(first), full) } : null,
});

const leftOut = ({ entry, why }: Left): object => ({
  rule: given(entry.rule) ?? "",
  at: given(entry.at) ?? "",
  do: given(entry.do) ?? "",
  why,
});
