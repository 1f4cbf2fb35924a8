import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type InitializeParams,
  type Hover as LspHover,
  MarkupKind,
  PositionEncodingKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Finding } from "./analysis/finding.ts";
import { plain } from "./base/markdown.ts";
import type { Edit, Span, Text } from "./base/text.ts";
import type { OpenDocument } from "./base/text-store.ts";
import type { Action } from "./features/actions.ts";
import type { Hover } from "./features/hover.ts";
import type { Severity } from "./knowledge/severity.ts";
import type { InitializationOptions, Settings } from "./protocol.ts";

/** The only translation between our types and those of LSP. */

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const actionKinds: Readonly<Record<Action["kind"], CodeActionKind>> = {
  fix: CodeActionKind.QuickFix,
  "first-step": CodeActionKind.RefactorRewrite,
};

/** What a client can do with our answers, as it said in `initialize`. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsCodeDescription: boolean;
  readonly showsRelated: boolean;
  readonly showsUnnecessary: boolean;
  /** It drops diagnostics of a version that it has left. */
  readonly comparesVersions: boolean;
  readonly readsMarkdown: boolean;
  readonly takesDocumentChanges: boolean;
  readonly resolvesEdits: boolean;
  readonly hasFolders: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly tellsDeletes: boolean;
  readonly tellsRenames: boolean;
  readonly namesUtf16: boolean;
  /** The address under which it can open the page of a rule or a role, if at all. */
  page(id: string): string | undefined;
}

/** `pageFile` gives the `file:` address of a packed page, for clients without a command of their own for it. */
export function toClient(params: InitializeParams, pageFile: (id: string) => string | undefined): Client {
  const { textDocument, workspace, general } = params.capabilities;
  const shown = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  const command = optionsOf(params).explainCommand;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsCodeDescription: shown.some((support) => support?.codeDescriptionSupport === true),
    showsRelated: shown.some((support) => support?.relatedInformation === true),
    showsUnnecessary: shown.some((support) => support?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary)),
    comparesVersions: textDocument?.publishDiagnostics?.versionSupport === true,
    readsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    hasFolders: workspace?.workspaceFolders === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsDeletes: workspace?.fileOperations?.didDelete === true,
    tellsRenames: workspace?.fileOperations?.didRename === true,
    namesUtf16: general?.positionEncodings?.includes(PositionEncodingKind.UTF16) === true,
    page: (id) => (command === undefined ? pageFile(id) : commandAddress(command, id)),
  };
}

/** What the client said in its own words; anything else than an object says nothing. */
export function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  return typeof initializationOptions === "object" && initializationOptions !== null ? initializationOptions : {};
}

/** An address that calls a command of the client's; its arguments are a list in JSON. */
function commandAddress(command: string, id: string): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify([id]))}`;
}

export function toRange(text: Text, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

export function toSpan(text: Text, range: Range): Span {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

export function toDiagnostic({ uri, text }: OpenDocument, finding: Finding, client: Client): Diagnostic {
  const page = client.page(finding.rule);
  const { accepted } = finding;
  return {
    range: toRange(text, finding.span),
    severity: accepted ? DiagnosticSeverity.Hint : severities[finding.severity],
    source: "itorg",
    code: finding.rule,
    ...(page !== undefined && client.showsCodeDescription ? { codeDescription: { href: page } } : {}),
    message: accepted ? `${finding.message} ${acceptance(accepted)}` : finding.message,
    ...(accepted && client.showsUnnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(finding.related.length > 0 && client.showsRelated
      ? {
          relatedInformation: finding.related.map(({ span, message }) => ({
            location: { uri, range: toRange(text, span) },
            message,
          })),
        }
      : {}),
  };
}

function acceptance({ approvedBy, until, reason }: NonNullable<Finding["accepted"]>): string {
  return `Accepted by ${approvedBy}${until ? ` until ${until}` : ""}: ${reason}`;
}

export function toHover(text: Text, { markdown, span }: Hover, client: Client): LspHover {
  const contents = client.readsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plain(markdown) };
  return { contents, range: toRange(text, span) };
}

export function toTextEdit(text: Text, { span, newText }: Edit): TextEdit {
  return { range: toRange(text, span), newText };
}

/** With the version that it was computed for, where the client can check that. */
export function toWorkspaceEdit(document: OpenDocument, edits: readonly Edit[], client: Client): WorkspaceEdit {
  const { uri, version, text } = document;
  const textEdits = edits.map((edit) => toTextEdit(text, edit));
  return client.takesDocumentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}

/** What `codeAction/resolve` gets back to find the action again. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly title: string;
  /** Its place among the actions of that range: two findings can have remedies of one name. */
  readonly index: number;
}

/** Without its edit. `shown` are the diagnostics that the client told; those that it solves are named by identity. */
export function toCodeAction(
  document: OpenDocument,
  action: Action,
  shown: readonly Diagnostic[],
  client: Client,
): CodeAction {
  const diagnostics = action.findings.map(
    (finding) => shown.find((one) => solves(document.text, finding, one)) ?? toDiagnostic(document, finding, client),
  );
  return {
    title: action.title,
    kind: actionKinds[action.kind],
    diagnostics,
    ...(action.isPreferred ? { isPreferred: true } : {}),
  };
}

/** Whether a diagnostic of the client's is this finding: the client may have moved it while the user typed. */
export function solves(text: Text, finding: Finding, diagnostic: Diagnostic): boolean {
  if (diagnostic.source !== "itorg" || diagnostic.code !== finding.rule) return false;
  const { start, end } = toSpan(text, diagnostic.range);
  return start <= finding.span.end && finding.span.start <= end;
}

/** The settings that count, out of whatever a client sent under that name. */
export function settingsFrom(given: unknown): Settings {
  const today = typeof given === "object" && given !== null && "today" in given ? given.today : undefined;
  return typeof today === "string" && /^\d{4}-\d{2}-\d{2}$/.test(today) ? { today } : {};
}

/** Whether the parts of a request that every answer reads are there; the rest is the answer's own to check. */
export function isReadable(params: unknown): boolean {
  if (!isObject(params) || !isObject(params.textDocument) || typeof params.textDocument.uri !== "string") return false;
  if ("position" in params && !isPosition(params.position)) return false;
  return (
    !("range" in params) || (isObject(params.range) && isPosition(params.range.start) && isPosition(params.range.end))
  );
}

const isPosition = (value: unknown): boolean =>
  isObject(value) && Number.isInteger(value.line) && Number.isInteger(value.character);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
