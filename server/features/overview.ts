import { sheets } from "../analysis/asked.ts";
import { planOf } from "../analysis/plan.ts";
import type { Snapshot } from "../analysis/snapshot.ts";
import { isWithinDays } from "../base/day.ts";
import { type Severity, severities } from "../knowledge/severity.ts";
import { clientName } from "../model/org/naming.ts";
import { placeToString } from "../model/words/place.ts";
import { full, sentence, spoken } from "../model/words/words.ts";

/** What is to be done at one client: what to ask whom, what was found, who does what, and which decisions end soon. */
export interface Overview {
  readonly title: string;
  readonly questions: readonly { readonly whom: string; readonly count: number; readonly at: string }[];
  readonly findings: readonly {
    readonly severity: Severity;
    readonly items: readonly {
      readonly rule: string;
      readonly at: string;
      readonly says: string;
      readonly title: string;
    }[];
  }[];
  readonly plan: readonly {
    readonly owner: string | null;
    readonly items: readonly {
      readonly place: string;
      readonly title: string;
      readonly due: string | null;
      readonly status: string;
      readonly isOverdue: boolean;
    }[];
  }[];
  readonly lapsing: readonly { readonly title: string; readonly at: string; readonly until: string }[];
}

/** So many days before its end a decision to live with a risk is worth another thought. */
const soon = 60;

/** Undefined for what is no file of a client. */
export function overview({ analysis, config, is }: Snapshot): Overview | undefined {
  if (is !== "organization") return undefined;
  const { document, findings, today } = analysis;
  const open = findings.filter(({ accepted }) => !accepted);
  const planned = planOf(analysis).recommended;
  const owners = [...new Set(planned.map(({ owner }) => (owner ? spoken(owner.named, full) : null)))];
  const titleOf = (rule: string) => config.ruleById.get(rule)?.title ?? rule;
  return {
    title: clientName(document.org, "full"),
    questions: sheets(analysis).flatMap(({ whom, now, later }) => {
      const all = [...now, ...later];
      const [first] = all.flatMap(({ facts }) => facts);
      return first ? [{ whom, count: all.length, at: placeToString(first.at) }] : [];
    }),
    findings: severities.flatMap((severity) => {
      const items = open
        .filter((one) => one.severity === severity)
        .map(({ rule, at, says }) => ({ rule, at: placeToString(at), says: spoken(says, full), title: titleOf(rule) }));
      return items.length > 0 ? [{ severity, items }] : [];
    }),
    plan: owners.map((owner) => ({
      owner,
      items: planned
        .filter((one) => (one.owner ? spoken(one.owner.named, full) : null) === owner)
        .map(({ place, title, due, status }) => ({
          place: placeToString(place),
          title: sentence(spoken(title, full)),
          due,
          status,
          isOverdue: due !== null && due < today && status !== "done",
        })),
    })),
    lapsing: analysis.accepted.flatMap(({ rule, at, until }) =>
      until !== null && isWithinDays(until, today, soon) ? [{ title: titleOf(rule), at, until }] : [],
    ),
  };
}
