import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type { Finding } from "../analysis/finding.ts";
import { recommendationEnding, shownSeverity } from "../analysis/recommend.ts";
import type { Text } from "../base/text.ts";
import type { OpenDocument } from "../base/text-store.ts";
import type { Severity } from "../knowledge/severity.ts";
import { full, spoken, type Words, words } from "../model/words/words.ts";
import type { Here } from "./feature.ts";
import { toRange, toSpan } from "./text.ts";

/** How a finding is shown whose rule has many of them: as one that stands for all, or as a hint. */
export type Shown = { readonly more: number } | "hint";

export function toDiagnostic(
  { uri, text }: Pick<OpenDocument, "uri" | "text">,
  finding: Finding,
  { client, snapshot, shown }: Pick<Here, "client" | "snapshot"> & { readonly shown?: Shown | undefined },
): Diagnostic {
  const page = client.page(finding.rule, snapshot.config);
  const { accepted } = finding;
  return {
    range: toRange(text, finding.span),
    // Where an empty file says how to begin, it is no fault of anybody's that it is empty.
    severity:
      severities[(client.lensCommands.begin && isEmpty(text)) || shown === "hint" ? "hint" : shownSeverity(finding)],
    source: "itorg",
    code: finding.rule,
    ...(page !== undefined && client.showsCodeDescription ? { codeDescription: { href: page } } : {}),
    message: `${spoken(ended(finding), full)}${typeof shown === "object" ? ` (and ${shown.more} more)` : ""}`,
    ...(accepted && client.showsUnnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related.length > 0 && client.showsRelated
      ? {
          relatedInformation: finding.related.map(({ span, message }) => ({
            location: { uri, range: toRange(text, span) },
            message: spoken(message, full),
          })),
        }
      : {}),
  };
}

const isEmpty = ({ content }: Text): boolean => content.trim() === "";

/** The message, and what has been decided about it. */
function ended(finding: Finding): Words {
  const ending = finding.accepted ? acceptance(finding.accepted) : recommendationEnding(finding);
  return ending.length === 0 ? finding.message : words`${finding.message} ${ending}`;
}

function acceptance({ approvedBy, until, reason }: NonNullable<Finding["accepted"]>): Words {
  return words`Accepted by ${approvedBy}${until ? ` until ${until}` : ""}: ${reason}`;
}

/** Whether a diagnostic of the client's is this finding: the client may have moved it while the user typed. */
export function solves(text: Text, finding: Finding, diagnostic: Diagnostic): boolean {
  if (diagnostic.source !== "itorg" || diagnostic.code !== finding.rule) return false;
  const { start, end } = toSpan(text, diagnostic.range);
  return start <= finding.span.end && finding.span.start <= end;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
