import { chartFindings } from "../../analysis/chart-findings.ts";
import type { Finding } from "../../analysis/finding.ts";
import { planOf } from "../../analysis/plan.ts";
import { clean } from "../../base/clean.ts";
import { dayInWords } from "../../base/day.ts";
import type { Chart, Columns, Deck, Rows, Slide } from "../../base/deck.ts";
import type { Inline, Row } from "../../base/document.ts";
import { chartOf } from "../../chart/build.ts";
import { onPaper } from "../../chart/pages.ts";
import { severities } from "../../knowledge/severity.ts";
import {
  decisionItem,
  decisionsFor,
  gravest,
  nothingOpen,
  nothingSound,
  nothingToDecide,
  openFor,
  soundFor,
  toldOf,
  whatItRestsOn,
} from "./parts/board.ts";
import type { Report } from "./report.ts";
import { forClient, type Said, severityWords, statusWords, subjectOf } from "./said.ts";
import { shapesOf, signsInWords } from "./shapes.ts";

/** What a slide has room for. */
const mostFindings = 5;
const mostRows = 9;
const mostDecisions = 8;
/** Of a chart on a slide, in millimetres. */
const room = { width: 312, height: 138, margin: 0 };

/** Six slides for the board: the client, what we saw, the chart, five findings, the plan, the decisions asked for. */
export function deckOf({ document, said }: Report): Deck {
  const { accent, footer, properties, logo } = document;
  const { analysis } = said;
  const asOf = analysis.document.org.data.asOf;
  const groups = gravest(said);
  const decisions = decisionsFor(said, groups);
  const slides: Slide[] = [
    {
      title: said.client(),
      notes: whatItRestsOn(said),
      body: {
        is: "front",
        lines: [
          "Review of the IT organization",
          ...(properties.firm === "" ? [] : [properties.firm]),
          ...(asOf.is === "known" ? [`As of ${dayInWords(asOf.value)}`] : []),
        ],
        confidential: "Confidential",
        logo,
      },
    },
    { title: "What we saw", notes: whatItRestsOn(said), body: whatWeSaw(said, groups) },
    { title: "The organization", notes: signsInWords, body: chartSlide(said) },
    { title: "What matters most", notes: "", body: mattersMost(said, groups.flat()) },
    { title: "The plan", notes: "", body: planSlide(said) },
    {
      title: "Decisions asked for",
      notes: "",
      body: {
        is: "columns",
        columns: [
          [
            {
              head: "",
              items: decisions.length === 0 ? [nothingToDecide] : decisions.slice(0, mostDecisions).map(decisionItem),
            },
          ],
        ],
      },
    },
  ];
  return { slides, accent, footer, properties };
}

function whatWeSaw(said: Said, groups: readonly Finding[][]): Columns {
  const wrong = toldOf(groups).map(
    ([first]): Inline => [
      { text: `${subjectOf[first!.category]}: `, strong: true },
      { text: said.forBoard(first!.says) },
    ],
  );
  const sound = soundFor(said);
  const { told } = openFor(said);
  return {
    is: "columns",
    columns: [
      [{ head: "What is wrong", items: wrong.length === 0 ? ["Nothing was found that calls for action."] : wrong }],
      [
        { head: "What is sound", items: sound.length === 0 ? [nothingSound] : sound },
        { head: "What nobody could say yet", items: told.length === 0 ? [nothingOpen] : told },
      ],
    ],
  };
}

function chartSlide({ analysis, naming }: Said): Chart {
  const findings = chartFindings(analysis);
  const chart = chartOf(analysis.document.org, findings, { names: naming });
  const pages = onPaper(chart, room);
  const { drawing } = pages[0]!;
  const left = pages.length - 1;
  return {
    is: "chart",
    width: drawing.width,
    height: drawing.height,
    alt: `${drawing.title}. ${drawing.description}`,
    shapes: shapesOf(chart, drawing),
    note: `${signsInWords}.${left === 0 ? "" : " The rest of the chart stands in the report."}`,
  };
}

function mattersMost(said: Said, grave: readonly Finding[]): Rows {
  const small = forClient(said.analysis.findings).filter((one) => !one.accepted && one.severity === "info");
  const all = [...grave, ...small].toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
  const rows = all.slice(0, mostFindings).map((finding): Row => {
    const cells = [
      severityWords[finding.severity],
      said.forBoard(finding.says),
      said.forBoard(finding.reason),
      said.whoSays(finding),
    ];
    return { cells: cells.map((text) => ({ text })) };
  });
  const columns = [
    { title: "Weight", width: 14 },
    { title: "What was found", width: 34 },
    { title: "Why it matters", width: 30 },
    { title: "Who says so", width: 22 },
  ];
  const left = all.length - rows.length;
  return {
    is: "rows",
    table: { is: "table", about: "The gravest findings", columns, rows },
    note: rows.length === 0 ? "Nothing was found." : left > 0 ? `${left} more stand in the report.` : "",
  };
}

function planSlide(said: Said): Rows {
  const { recommended, unplanned } = planOf(said.analysis);
  const planned = recommended.map(({ owner, due, title, status }) => [
    owner ? said.sentence(owner.named) : "Nobody yet",
    due === null ? "No day" : dayInWords(due),
    said.sentence(title),
    statusWords[status] ?? status,
  ]);
  const open = unplanned
    .filter(({ finding }) => forClient([finding]).length > 0 && said.remedies(finding).length > 0)
    .toSorted((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity))
    .map(({ finding }) => ["Nobody yet", "No day", said.remedies(finding)[0] ?? "", "not planned"]);
  const all = [...planned, ...open];
  const rows = all.slice(0, mostRows).map((cells): Row => ({ cells: cells.map((text) => ({ text: clean(text) })) }));
  const columns = [
    { title: "Who", width: 18 },
    { title: "By", width: 16 },
    { title: "What", width: 50 },
    { title: "Status", width: 16 },
  ];
  const left = all.length - rows.length;
  return {
    is: "rows",
    table: { is: "table", about: "Who does what until when", columns, rows },
    note: rows.length === 0 ? "Nothing is recommended yet." : left > 0 ? `${left} more stand in the report.` : "",
  };
}
