import { type Planned, planOf, type Unplanned } from "../../analysis/plan.ts";
import type { Snapshot } from "../../analysis/snapshot.ts";
import { type Severity, severities } from "../../knowledge/severity.ts";
import { describesTarget } from "../../model/org/state.ts";
import { placeToString } from "../../model/words/place.ts";
import { imperative } from "../../model/words/remedy-words.ts";
import { full, sentence, spoken } from "../../model/words/words.ts";

export interface PlanTab {
  readonly tab: "plan";
  readonly statuses: readonly { readonly id: string; readonly title: string }[];
  readonly recommended: readonly ShownEntry[];
  readonly unplanned: readonly ShownUnplanned[];
  readonly isTarget: boolean;
}

interface ShownEntry {
  readonly place: string;
  readonly rule: string;
  readonly title: string;
  readonly about: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly isOverdue: boolean;
  readonly status: string;
  readonly severity: Severity | null;
  readonly stands: boolean;
}

interface ShownUnplanned {
  readonly rule: string;
  readonly at: string;
  readonly severity: Severity;
  readonly says: string;
  readonly first: string | null;
}

/** Who is to do what by when, and what nobody has planned yet with its first remedy. */
export function planTab({ analysis, config, knowledge: { format } }: Snapshot): PlanTab {
  const { recommended, unplanned } = planOf(analysis);
  const aboutOf = (rule: string) => config.ruleById.get(rule)?.title ?? rule;
  return {
    tab: "plan",
    statuses: [...format.catalogue("recommendationStatus").values()].map(({ id, title }) => ({ id, title })),
    recommended: recommended.map((one) => entryOf(one, aboutOf(one.rule), analysis.today)),
    unplanned: severities
      .flatMap((one) => unplanned.filter(({ finding }) => finding.severity === one))
      .map(withoutPlan),
    isTarget: describesTarget(analysis.document.org),
  };
}

const entryOf = (
  { place, rule, title, owner, due, status, severity, stands }: Planned,
  about: string,
  today: string,
): ShownEntry => ({
  place: placeToString(place),
  rule,
  title: sentence(spoken(title, full)),
  about,
  owner: owner && spoken(owner.named, full),
  due,
  isOverdue: due !== null && due < today && status !== "done",
  status,
  severity,
  stands,
});

const withoutPlan = ({ finding, first }: Unplanned): ShownUnplanned => ({
  rule: finding.rule,
  at: placeToString(finding.at),
  severity: finding.severity,
  says: spoken(finding.says, full),
  first: first ? sentence(spoken(imperative(first), full)) : null,
});
