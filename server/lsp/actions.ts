import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  LSPErrorCodes,
  type Range,
  ResponseError,
} from "vscode-languageserver";
import type { OpenDocument } from "../base/text-store.ts";
import { type Action, actions, editsOf } from "../features/actions.ts";
import type { Client } from "./client.ts";
import { solves, toDiagnostic } from "./diagnostic.ts";
import { type Here, hereIn } from "./feature.ts";
import type { Session } from "./session.ts";
import { toSpan, toWorkspaceEdit } from "./text.ts";

export const actionKinds: Readonly<Record<Action["kind"], CodeActionKind>> = {
  fix: CodeActionKind.QuickFix,
  "first-step": CodeActionKind.RefactorRewrite,
};

/** What `codeAction/resolve` gets back to find the action again. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly range: Range;
  readonly title: string;
  /** Its place among the actions of that range: two findings can have remedies of one name. */
  readonly index: number;
}

/** The actions for a range; their edits come later where the client can ask for them. */
export function codeActions(here: Here, { range, context }: CodeActionParams): CodeAction[] {
  const { document, snapshot, client } = here;
  return actions(snapshot, toSpan(document.text, range))
    .map((action, index) => ({ action, index }))
    .filter(({ action }) => isWanted(document, action, context))
    .map(({ action, index }) => {
      const lsp = toCodeAction(document, action, context.diagnostics, client);
      if (!client.resolvesEdits) return withEdit(here, lsp, action);
      const data: ActionData = { uri: document.uri, version: document.version, range, title: action.title, index };
      return { ...lsp, data };
    });
}

/** An action with its edit. */
export function resolveAction(session: Session, lsp: CodeAction): CodeAction {
  const { uri, version, range, title, index }: ActionData = lsp.data;
  const here = hereIn(session, uri);
  const action =
    here?.document.version === version ? actions(here.snapshot, toSpan(here.document.text, range))[index] : undefined;
  if (!here || action?.title !== title)
    throw new ResponseError(LSPErrorCodes.ContentModified, "The file has changed since.");
  return withEdit(here, lsp, action);
}

const withEdit = ({ document, snapshot, client }: Here, lsp: CodeAction, action: Action): CodeAction => ({
  ...lsp,
  edit: toWorkspaceEdit(document, editsOf(snapshot, action), client),
});

/** Only what the client asks for: of these kinds, and fixes only for the diagnostics that it names, if it names any. */
function isWanted({ text }: OpenDocument, action: Action, { only, diagnostics }: CodeActionContext): boolean {
  const kind = actionKinds[action.kind];
  if (only && !only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`))) return false;
  const named = diagnostics.filter(({ source }) => source === "itorg");
  return (
    action.kind !== "fix" ||
    named.length === 0 ||
    action.findings.some((finding) => named.some((one) => solves(text, finding, one)))
  );
}

/** Without its edit. `shown` are the diagnostics that the client told; those that it solves are named by identity. */
function toCodeAction(
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
