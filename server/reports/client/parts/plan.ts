import type { Analysis } from "../../../analysis/check.ts";
import type { Finding } from "../../../analysis/finding.ts";
import { type Planned, planOf } from "../../../analysis/plan.ts";
import type { Target } from "../../../analysis/target.ts";
import { dayInWords } from "../../../base/day.ts";
import type { Block, Row } from "../../../base/document.ts";
import { severities } from "../../../knowledge/severity.ts";
import { given } from "../../../model/words/fact.ts";
import { placeToString } from "../../../model/words/place.ts";
import { forClient, type Said, severityWords, spelled, statusWords } from "../said.ts";

/** What the plan leads to: the target's text as written, checked. */
export interface After {
  readonly target: Target;
  readonly analysis: Analysis;
}

/** Who does what until when, what nobody has planned, and what ends by it. */
export function plan(said: Said, after: After | undefined): Block[] {
  const { recommended, unplanned } = planOf(said.analysis);
  const open = unplanned.filter(({ finding }) => forClient([finding]).length > 0);
  return [
    ...(recommended.length === 0
      ? [{ is: "paragraph" as const, text: "Nothing is recommended in the file yet." }]
      : [planned(said, recommended)]),
    ...(after ? beforeAndAfter(said, after) : []),
    ...(open.length === 0 ? [] : [{ is: "heading" as const, text: "Not planned yet" }, notPlanned(said, open)]),
  ];
}

function planned(said: Said, entries: readonly Planned[]): Block {
  const rows = entries.map(({ owner, due, title, status, stands }): Row => {
    const cells = [
      owner ? said.sentence(owner.named) : "Nobody yet",
      due === null ? "No day" : dayInWords(due),
      said.sentence(title),
      `${statusWords[status] ?? status}${stands ? "" : "; not found any more"}`,
    ];
    return { cells: cells.map((text) => ({ text })) };
  });
  const columns = [
    { title: "Who", width: 18 },
    { title: "By", width: 16 },
    { title: "What", width: 50 },
    { title: "Status", width: 16 },
  ];
  return { is: "table", about: "Who does what until when", columns, rows };
}

function notPlanned(said: Said, open: ReturnType<typeof planOf>["unplanned"]): Block {
  const inOrder = open.toSorted(
    (a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity),
  );
  const rows = inOrder.map(({ finding }): Row => {
    const cells = [
      severityWords[finding.severity],
      said.sentence(finding.says),
      said.remedies(finding)[0] ?? "To be found",
    ];
    return { cells: cells.map((text) => ({ text })) };
  });
  const columns = [
    { title: "Weight", width: 18 },
    { title: "What was found", width: 44 },
    { title: "First remedy", width: 38 },
  ];
  return { is: "table", about: "What was found and is not planned yet", columns, rows };
}

/** What ends, what stays and what comes, once the plan is carried out. */
function beforeAndAfter(said: Said, { target, analysis }: After): Block[] {
  const [before, later] = [open(said.analysis), open(analysis)];
  const keys = (some: readonly Finding[]) => new Set(some.map(keyOf));
  const [old, now] = [keys(before), keys(later)];
  const ended = before.filter((one) => !now.has(keyOf(one)));
  const remaining = before.filter((one) => now.has(keyOf(one)));
  const fresh = later.filter((one) => !old.has(keyOf(one)));
  const told = (title: string, some: readonly Finding[]): Block[] =>
    some.length === 0
      ? []
      : [
          { is: "paragraph", text: [{ text: title, strong: true }] },
          { is: "list", items: some.map((one) => said.sentence(one.says)) },
        ];
  const left = target.left.map(
    ({ entry, why }) => `${said.sentence([{ quoted: given(entry.do) ?? "" }]).replace(/[.]$/, "")}: ${why}.`,
  );
  return [
    { is: "heading", text: "Before and after" },
    {
      is: "paragraph",
      text: `Of ${spelled(before.length, "finding")} the plan ends ${counts(ended)}; ${counts(remaining)} ${remaining.length === 1 ? "stays" : "stay"}, and ${fresh.length === 0 ? "no new one comes" : `${spelled(fresh.length, "new one comes", "new ones come")}`} with it.`,
    },
    ...told("Ended by the plan:", ended),
    ...told("Still there:", remaining),
    ...told("New:", fresh),
    ...(left.length === 0
      ? []
      : [
          { is: "paragraph" as const, text: [{ text: "Not carried into the target:", strong: true }] },
          { is: "list" as const, items: left },
        ]),
  ];
}

const counts = (some: readonly Finding[]): string => spelled(some.length, "", "").trim();

const open = ({ findings }: Analysis): Finding[] =>
  forClient(findings).filter(({ accepted, severity }) => !accepted && severity !== "hint");

const keyOf = ({ rule, at }: Finding): string => `${rule} ${placeToString(at)}`;
