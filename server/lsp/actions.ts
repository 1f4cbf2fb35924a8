import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
  type ServerCapabilities,
} from "vscode-languageserver";
import type { OpenDocument } from "../base/text-store.ts";
import { type Action, actions } from "../features/actions.ts";
import type { SelectArguments } from "../protocol.ts";
import type { Client } from "./client.ts";
import { solves, toDiagnostic } from "./diagnostic.ts";
import { type Here, hereIn } from "./feature.ts";
import type { Session } from "./session.ts";
import { toRange, toSpan, toWorkspaceEdit } from "./text.ts";

const actionKinds: Readonly<Record<Action["kind"], CodeActionKind>> = {
  fix: CodeActionKind.QuickFix,
  "fix-rule": CodeActionKind.QuickFix,
  // Where only this is offered at a finding, an editor would otherwise look for another finding's fix on the same line.
  "first-step": CodeActionKind.QuickFix,
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
  "fix-all": `${CodeActionKind.SourceFixAll}.itorg`,
};

/** What is promised in `initialize`. A client that knows only commands gets nothing, since there are none. */
export function actionCapability({ takesActions, resolvesEdits }: Client): ServerCapabilities {
  if (!takesActions) return {};
  const codeActionKinds = [...new Set(Object.values(actionKinds))];
  return { codeActionProvider: { codeActionKinds, resolveProvider: resolvesEdits } };
}

/** What `codeAction/resolve` gets back to find the action again. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly title: string;
  /** Two findings at that range can have remedies of one name. */
  readonly key: string | undefined;
}

/** The actions for a range; their edits come later where the client can ask for them. */
export function codeActions(here: Here, { range, context }: CodeActionParams): CodeAction[] {
  const { document, snapshot, client } = here;
  const until = performance.now() + patience;
  return actions(snapshot, toSpan(document.text, range), () => performance.now() < until)
    .filter((action) => client.resolvesEdits || !action.helps)
    .filter((action) => isWanted(document, action, context))
    .map((action) => {
      const lsp = toCodeAction(here, action, context.diagnostics);
      if (!client.resolvesEdits) return withEdit(here, lsp, action);
      const data: ActionData = {
        uri: document.uri,
        version: document.version,
        range,
        title: action.title,
        key: action.key,
      };
      return { ...lsp, data };
    });
}

/** An action with its edit. */
export function resolveAction(session: Session, lsp: CodeAction): CodeAction {
  const { uri, version, range, title, key }: ActionData = lsp.data;
  const here = hereIn(session, uri);
  const offered =
    here?.document.version === version
      ? actions(here.snapshot, toSpan(here.document.text, range), () => false)
      : undefined;
  const action = offered?.find((one) => one.title === title && one.key === key);
  if (!here || !action) throw new ResponseError(LSPErrorCodes.ContentModified, "The file has changed since.");
  if (action.helps && !action.helps())
    throw new ResponseError(LSPErrorCodes.RequestFailed, "Tried on a copy of the file, this would not help.");
  return withEdit(here, lsp, action);
}

/** In milliseconds: how long remedies are tried before they are shown. Those that are left are tried when chosen. */
const patience = 100;

function withEdit({ document, client }: Here, lsp: CodeAction, action: Action): CodeAction {
  const edits = action.edits();
  const withoutCommand = { ...lsp, edit: toWorkspaceEdit(document, edits, client) };
  const next = client.selectCommand === undefined ? undefined : action.goesOnAt?.();
  if (client.selectCommand === undefined || next === undefined) return withoutCommand;
  const args: SelectArguments = [document.uri, toRange(next.text, next.span)];
  return { ...withoutCommand, command: { title: action.title, command: client.selectCommand, arguments: [...args] } };
}

/**
 * Only what the client asks for: of these kinds, and fixes only for the diagnostics that it names, if it names any.
 * What is about the whole file is nobody's wish who only asks what can be done here.
 */
function isWanted({ text }: OpenDocument, action: Action, { only, diagnostics }: CodeActionContext): boolean {
  const kind = actionKinds[action.kind];
  if (only ? !only.some((wanted) => isOfKind(kind, wanted)) : action.kind === "fix-all") return false;
  const named = diagnostics.filter(({ source }) => source === "itorg");
  return (
    kind !== CodeActionKind.QuickFix ||
    named.length === 0 ||
    action.findings.some((finding) => named.some((one) => solves(text, finding, one)))
  );
}

const isOfKind = (kind: CodeActionKind, wanted: CodeActionKind): boolean =>
  wanted === CodeActionKind.Empty || kind === wanted || kind.startsWith(`${wanted}.`);

/** Without its edit. `shown` are the diagnostics that the client told; those that it solves are named by identity. */
function toCodeAction(here: Here, action: Action, shown: readonly Diagnostic[]): CodeAction {
  const { text } = here.document;
  const diagnostics = action.findings.map(
    (finding) => shown.find((one) => solves(text, finding, one)) ?? toDiagnostic(here.document, finding, here),
  );
  return {
    // A menu shows no Markdown: what is code elsewhere stands in quotation marks.
    title: action.title.replace(/`([^`]+)`/g, '"$1"'),
    kind: actionKinds[action.kind],
    ...(diagnostics.length > 0 && action.kind !== "fix-all" ? { diagnostics } : {}),
    ...(action.isPreferred ? { isPreferred: true } : {}),
  };
}
