import type { Analysis } from "../../../analysis/check.ts";
import type { Finding } from "../../../analysis/finding.ts";
import { clean } from "../../../base/clean.ts";
import { groupBy } from "../../../base/group.ts";
import { isAtLeast } from "../../../knowledge/severity.ts";
import { provisionInForce } from "../../../model/org/in-force.ts";
import { type Asked, type Checked, type Format, isRead, usual } from "../format.ts";
import { type Telling, tellingOf } from "../telling.ts";
import { xml } from "../xml.ts";
import { regionOf, textOf } from "./result.ts";

/** JUnit's XML as Jenkins reads it (junit-10.xsd of its xunit plugin): a suite a file, a case a rule that ran. */
export const junit: Format = {
  says: "JUnit XML, for test reports",
  isForPrograms: true,
  write(files, _, asked = usual) {
    const suites = files.map((file) => suiteOf(file, asked));
    const sum = (count: keyof Counts) => suites.reduce((all, suite) => all + suite.counts[count], 0);
    const attributes = `tests="${sum("tests")}" failures="${sum("failures")}" errors="${sum("errors")}" time="0"`;
    return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="itorg" ${attributes}>
${suites.map(({ text }) => `${text}\n`).join("")}</testsuites>
`;
  },
};

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

/** What became of one rule, with the element that says so; none where nothing was found. */
interface Case {
  readonly name: string;
  readonly is: "passed" | "failures" | "errors" | "skipped";
  readonly element: string;
}

function suiteOf(file: Checked, asked: Asked): { readonly text: string; readonly counts: Counts } {
  const cases: Case[] = isRead(file)
    ? casesOf(file.path, file.analysis, asked)
    : [{ name: "file-is-read", is: "errors", element: element("error", "unreadable", clean(file.error), []) }];
  const count = (is: Case["is"]) => cases.filter((one) => one.is === is).length;
  const counts = {
    tests: cases.length,
    failures: count("failures"),
    errors: count("errors"),
    skipped: count("skipped"),
  };
  const path = xml(clean(file.path));
  const attributes = Object.entries(counts).map(([name, number]) => `${name}="${number}"`);
  const lines = cases.map(({ name, element: inside }) => {
    const head = `    <testcase name="${xml(name)}" classname="${path}" time="0"`;
    return inside === "" ? `${head}/>` : `${head}>${inside}</testcase>`;
  });
  const text = [`  <testsuite name="${path}" ${attributes.join(" ")} time="0">`, ...lines, "  </testsuite>"].join("\n");
  return { text, counts };
}

function casesOf(path: string, analysis: Analysis, { names, failOn }: Asked): Case[] {
  const { config, document, faults, findings } = analysis;
  const telling = tellingOf(analysis, names);
  const byRule = groupBy(findings, ({ rule }) => rule);
  const ran = config.rules.filter(
    ({ provision }) => provision === undefined || provisionInForce(document.org, provision) !== "no",
  );
  const failed = new Set(faults.map(({ rule }) => rule));
  const ids = new Set([...ran.map(({ id }) => id), ...byRule.keys()]);
  return [...ids].sort().map((name): Case => {
    const own = byRule.get(name) ?? [];
    const says = own.map((finding) => lineOf(path, analysis, finding, telling));
    if (failed.has(name))
      return { name, is: "errors", element: element("error", "fault", "The rule failed, a fault of itorg.", says) };
    const open = own.filter(({ accepted }) => !accepted);
    const [worst] = open.filter(({ severity }) => failOn !== "never" && isAtLeast(severity, failOn));
    if (worst)
      return { name, is: "failures", element: element("failure", worst.severity, textOf(worst, telling), says) };
    if (own.length === 0) return { name, is: "passed", element: "" };
    if (open.length > 0) return { name, is: "passed", element: `<system-out>${xml(says.join("\n"))}</system-out>` };
    return { name, is: "skipped", element: element("skipped", "accepted", "Accepted as a risk on record.", says) };
  });
}

/** "clients/a.itorg.yaml:20:18: warning: The CISO ...", since a case of JUnit has no place for file and line. */
function lineOf(path: string, analysis: Analysis, finding: Finding, telling: Telling): string {
  const { startLine, startColumn } = regionOf(analysis, finding.span);
  const { accepted } = finding;
  const decision = accepted
    ? clean(` Accepted by ${telling.says(accepted.approvedBy)}: ${telling.says(accepted.reason)}`)
    : "";
  return `${clean(path)}:${startLine}:${startColumn}: ${finding.severity}: ${textOf(finding, telling)}${decision === "" ? "" : ` ${decision}`}`;
}

const element = (name: string, type: string, message: string, lines: readonly string[]): string =>
  `<${name} type="${type}" message="${xml(message)}">${xml(lines.join("\n"))}</${name}>`;
