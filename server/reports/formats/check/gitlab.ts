import { clean } from "../../../base/clean.ts";
import { hashOf } from "../../../base/hash.ts";
import type { Severity } from "../../../knowledge/severity.ts";
import { type Asked, type Checked, type Format, isRead, jsonOf } from "../format.ts";
import { tellingOf } from "../telling.ts";
import { fingerprintsOf, regionOf, textOf } from "./result.ts";

/**
 * A code quality report of GitLab, shown in its merge requests; accepted findings are left out.
 * (docs.gitlab.com/ci/testing/code_quality, "Code Quality report format")
 */
export const gitlab: Format = jsonOf(issuesOf, "a code quality report of GitLab");

const severities: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  info: "minor",
  hint: "info",
};

function issuesOf(files: readonly Checked[], { names, pathInRepository }: Asked): object[] {
  return files.flatMap((file) => {
    const path = pathInRepository(file.path);
    if (!isRead(file)) return [unread(path, file.error)];
    const { analysis } = file;
    const telling = tellingOf(analysis, names);
    const fingerprints = fingerprintsOf(path, analysis);
    return analysis.findings.flatMap((finding, i) => {
      if (finding.accepted) return [];
      const { startLine, endLine } = regionOf(analysis, finding.span);
      return {
        description: textOf(finding, telling),
        check_name: finding.rule,
        fingerprint: fingerprints[i],
        severity: severities[finding.severity],
        location: { path, lines: { begin: startLine, end: endLine } },
      };
    });
  });
}

const unread = (path: string, error: string): object => ({
  description: `The file was not read: ${clean(error)}.`,
  check_name: "file-is-read",
  fingerprint: hashOf(JSON.stringify([path, "file-is-read"])),
  severity: "blocker",
  location: { path, lines: { begin: 1, end: 1 } },
});
