import { clean } from "../../../base/clean.ts";
import type { Severity } from "../../../knowledge/severity.ts";
import { type Format, isRead, usual } from "../format.ts";
import { tellingOf } from "../telling.ts";
import { regionOf, textOf } from "./result.ts";

const commands: Readonly<Record<Exclude<Severity, "hint">, string>> = {
  error: "error",
  warning: "warning",
  info: "notice",
};

/**
 * Workflow commands, which a job of GitHub Actions shows at the lines of the file. Hints and accepted findings are left
 * out. (docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands)
 */
export const github: Format = {
  says: "annotations for GitHub Actions",
  isForPrograms: true,
  write(files, _, { names, pathInRepository } = usual) {
    const lines = files.flatMap((file) => {
      const path = pathInRepository(file.path);
      if (!isRead(file)) return [command("error", { file: path, title: "itorg" }, clean(file.error))];
      const telling = tellingOf(file.analysis, names);
      return file.analysis.findings.flatMap((finding) => {
        const { severity, rule, accepted, span } = finding;
        if (accepted || severity === "hint") return [];
        const { startLine, startColumn, endLine, endColumn } = regionOf(file.analysis, span);
        const title = file.analysis.config.ruleById.get(rule)?.title ?? rule;
        const onLine = startLine === endLine && endColumn > startColumn;
        const place = { line: startLine, endLine, col: startColumn, ...(onLine ? { endColumn: endColumn - 1 } : {}) };
        return command(
          commands[severity],
          { file: path, ...place, title: `${title} (${rule})` },
          textOf(finding, telling),
        );
      });
    });
    return lines.map((line) => `${line}\n`).join("");
  },
};

/** Whatever stands in the file stays inside the one command: a line break would begin another. */
function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const parts = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${parts.join(",")}::${escapedData(message)}`;
}

const escapedData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapedProperty = (text: string): string => escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
