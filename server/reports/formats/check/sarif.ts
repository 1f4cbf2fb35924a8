import type { Analysis } from "../../../analysis/check.ts";
import type { Finding } from "../../../analysis/finding.ts";
import { clean } from "../../../base/clean.ts";
import { home } from "../../../base/home.ts";
import type { Edit } from "../../../base/text.ts";
import type { Severity } from "../../../knowledge/severity.ts";
import { textEdits } from "../../../model/write/edit.ts";
import type { Rule } from "../../../rules/rule.ts";
import { type Asked, type Checked, type Format, isRead, jsonOf } from "../format.ts";
import { type Telling, tellingOf } from "../telling.ts";
import { recommendedJson } from "./json.ts";
import { fingerprintsOf, pageOf, type Region, regionOf, textOf } from "./result.ts";
import { rulesOffIn } from "./sums.ts";

/** SARIF 2.1.0 (OASIS Standard, March 2020), which code hosts and security tools read. */
export const sarif: Format = jsonOf(sarifLog, "SARIF 2.1.0, for code scanning");

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note", hint: "note" };
/** On a scale up to 100; only hints have one, to tell them from information. */
const rankOfHints = 10;
const root = "%SRCROOT%";

function sarifLog(files: readonly Checked[], asked: Asked): object {
  const read = files.filter(isRead);
  const rules = rulesWithFindings(read.map(({ analysis }) => analysis));
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "itorg",
            version: asked.version,
            informationUri: home,
            rules: rules.map(ruleOf),
          },
        },
        invocations: [invocationOf(files, asked)],
        originalUriBaseIds: {
          [root]: { description: { text: "The root of the repository, or the folder in which itorg was called." } },
        },
        columnKind: "utf16CodeUnits",
        results: read.flatMap(({ path, analysis }) =>
          resultsOf(asked.pathInRepository(path), analysis, indexes, asked),
        ),
      },
    ],
  };
}

/** By id; of rules of one id in several configurations, the first. */
function rulesWithFindings(analyses: readonly Analysis[]): Rule[] {
  const byId = new Map<string, Rule>();
  for (const { findings, config } of analyses)
    for (const { rule: id } of findings) {
      const rule = config.ruleById.get(id);
      if (rule && !byId.has(id)) byId.set(id, rule);
    }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function ruleOf(rule: Rule): object {
  const page = pageOf(rule);
  return {
    id: rule.id,
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why}\n\nAvoid: ${rule.avoid}\n\nPrefer: ${rule.prefer}` },
    ...(page === undefined ? {} : { helpUri: page }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { category: rule.category, tags: [rule.category] },
  };
}

/** What could not be read or judged, and the rules that a configuration turns off. */
function invocationOf(files: readonly Checked[], { pathInRepository }: Asked): object {
  const notifications = files.flatMap((file) =>
    isRead(file)
      ? file.analysis.faults.map(({ rule }) => ({
          level: "error",
          message: { text: `The rule ${rule} failed, which is a fault of itorg.` },
          locations: [{ physicalLocation: { artifactLocation: artifact(pathInRepository(file.path)) } }],
        }))
      : {
          level: "error",
          message: { text: `The file was not read: ${clean(file.error)}.` },
          locations: [{ physicalLocation: { artifactLocation: artifact(pathInRepository(file.path)) } }],
        },
  );
  const off = rulesOffIn(files);
  return {
    executionSuccessful: notifications.length === 0,
    toolExecutionNotifications: notifications,
    ...(off.length === 0
      ? {}
      : {
          ruleConfigurationOverrides: off.map((id) => ({ descriptor: { id }, configuration: { enabled: false } })),
        }),
  };
}

/** Each step of a path percent-encoded, as a relative address. */
const artifact = (path: string): object => ({
  uri: path.split("/").map(encodeStep).join("/"),
  uriBaseId: root,
});

const encodeStep = (step: string): string => encodeURIComponent(step.replace(/\p{Cs}/gu, "\ufffd"));

function resultsOf(path: string, analysis: Analysis, indexes: ReadonlyMap<string, number>, { names }: Asked): object[] {
  const telling = tellingOf(analysis, names);
  const fingerprints = fingerprintsOf(path, analysis);
  const place = (region: Region) => ({ artifactLocation: artifact(path), region });
  return analysis.findings.map((finding, i) => {
    const index = indexes.get(finding.rule);
    const fixes = telling.isFull ? fixesOf(path, analysis, finding) : [];
    const related = finding.related.map(({ at, span, message }, id) => ({
      id: id + 1,
      physicalLocation: place(regionOf(analysis, span)),
      logicalLocations: [{ fullyQualifiedName: clean(telling.at(at)) }],
      message: { text: clean(telling.says(message)) },
    }));
    return {
      ruleId: finding.rule,
      ...(index === undefined ? {} : { ruleIndex: index }),
      level: levels[finding.severity],
      ...(finding.severity === "hint" ? { rank: rankOfHints } : {}),
      message: { text: textOf(finding, telling) },
      locations: [
        {
          physicalLocation: place(regionOf(analysis, finding.span)),
          logicalLocations: [{ fullyQualifiedName: clean(telling.at(finding.at)) }],
        },
      ],
      ...(related.length === 0 ? {} : { relatedLocations: related }),
      partialFingerprints: { "itorg/v1": fingerprints[i] },
      ...(finding.accepted ? { suppressions: [suppression(finding.accepted, telling)] } : {}),
      ...(fixes.length === 0 ? {} : { fixes }),
      properties: propertiesOf(finding, telling),
    };
  });
}

function suppression(accepted: NonNullable<Finding["accepted"]>, telling: Telling): object {
  return {
    kind: "external",
    status: "accepted",
    justification: clean(`${telling.says(accepted.reason)} (approved by ${telling.says(accepted.approvedBy)})`),
  };
}

const propertiesOf = (finding: Finding, telling: Telling): object => ({
  category: finding.category,
  severity: finding.severity,
  citations: finding.citations,
  ...(finding.recommended.length === 0
    ? {}
    : { recommended: finding.recommended.map((entry) => recommendedJson(entry, telling)) }),
});

/** Only what mends how the file is written: any other remedy is for people to decide. */
function fixesOf(path: string, analysis: Analysis, { mends, fixes }: Finding): object[] {
  if (mends !== "repair") return [];
  return fixes.flatMap(({ title, changes }) => {
    const edits = textEdits(analysis.document, changes);
    if (edits.length === 0) return [];
    const telling = tellingOf(analysis, "full");
    return {
      description: { text: clean(telling.says(title)) },
      artifactChanges: [
        { artifactLocation: artifact(path), replacements: edits.map((edit) => replacement(analysis, edit)) },
      ],
    };
  });
}

const replacement = (analysis: Analysis, { span, newText }: Edit): object => ({
  deletedRegion: regionOf(analysis, span),
  ...(newText === "" ? {} : { insertedContent: { text: newText } }),
});
