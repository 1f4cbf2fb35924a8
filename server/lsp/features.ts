import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentDiagnosticRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  WorkspaceDiagnosticRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver";
import { configHover } from "../features/config-hover.ts";
import { definition } from "../features/definition.ts";
import { folds } from "../features/folding.ts";
import { hover } from "../features/hover.ts";
import { links } from "../features/links.ts";
import { references } from "../features/references.ts";
import { status } from "../features/status.ts";
import { symbols } from "../features/symbols.ts";
import { actionCapability, codeActions, resolveAction } from "./actions.ts";
import { comparedIn, comparing } from "./comparing.ts";
import { completionList, resolveCompletion, triggerCharacters } from "./completion.ts";
import { atOffset, type Feature, ofDocument, ofSession, pagesFor } from "./feature.ts";
import { documentReport, workspaceReport } from "./findings.ts";
import { formattingCapability, layout } from "./formatting.ts";
import { incomingCalls, outgoingCalls, preparedHierarchy } from "./hierarchy.ts";
import { toHover } from "./hover.ts";
import { hints, hintsCapability, resolveHint } from "./inlay-hints.ts";
import { lensCapability, resolveLens, toLenses } from "./lenses.ts";
import { toDefinition, toHighlights, toReferences } from "./navigation.ts";
import { overviewOf, overviewType } from "./overview.ts";
import { answerIn, exportIn, locateIn, previewIn, previewRequests, remediesIn, statusChangeIn } from "./preview.ts";
import { selections, toFolds, toLinks } from "./regions.ts";
import { prepared, renameCapability, renamed } from "./rename.ts";
import { reportIn, reportType } from "./report.ts";
import { explained, pagesIn, questionsIn, requests, targetIn } from "./requests.ts";
import { tokens, tokensCapability } from "./semantic-tokens.ts";
import { startingChoices, startingRequests, writeOrganization } from "./starting.ts";
import { symbolsInWorkspace, toSymbols } from "./symbols.ts";

/** All that a client can ask for: the request, what we say about it in `initialize`, and who answers. */
export const features: readonly Feature[] = [
  ofSession(
    DocumentDiagnosticRequest.type,
    ({ pullsDiagnostics }) =>
      pullsDiagnostics
        ? { diagnosticProvider: { identifier: "itorg", interFileDependencies: false, workspaceDiagnostics: true } }
        : {},
    documentReport,
  ),
  ofSession(WorkspaceDiagnosticRequest.type, {}, workspaceReport),
  atOffset(HoverRequest.type, { hoverProvider: true }, (here, offset) =>
    toHover(here, (here.snapshot.is === "configuration" ? configHover : hover)(here.snapshot, offset, pagesFor(here))),
  ),
  atOffset(
    CompletionRequest.type,
    ({ completes }) => (completes ? { completionProvider: { triggerCharacters, resolveProvider: true } } : {}),
    completionList,
  ),
  ofSession(CompletionResolveRequest.type, {}, resolveCompletion),
  ofDocument(CodeActionRequest.type, actionCapability, codeActions, []),
  ofSession(CodeActionResolveRequest.type, {}, resolveAction),
  atOffset(DefinitionRequest.type, { definitionProvider: true }, (here, offset) =>
    toDefinition(here, definition(here.snapshot, offset)),
  ),
  atOffset(ReferencesRequest.type, { referencesProvider: true }, (here, offset, params) =>
    toReferences(here, references(here.snapshot, offset), params),
  ),
  atOffset(DocumentHighlightRequest.type, { documentHighlightProvider: true }, (here, offset) =>
    toHighlights(here, references(here.snapshot, offset)),
  ),
  atOffset(RenameRequest.type, renameCapability, (here, offset, { newName }) => renamed(here, offset, newName)),
  atOffset(PrepareRenameRequest.type, {}, prepared),
  ofDocument(DocumentSymbolRequest.type, { documentSymbolProvider: true }, (here) =>
    toSymbols(here, symbols(here.snapshot)),
  ),
  ofSession(WorkspaceSymbolRequest.type, { workspaceSymbolProvider: true }, symbolsInWorkspace),
  atOffset(CallHierarchyPrepareRequest.type, { callHierarchyProvider: true }, preparedHierarchy),
  ofSession(CallHierarchyIncomingCallsRequest.type, {}, (session, { item }) => incomingCalls(session, item)),
  ofSession(CallHierarchyOutgoingCallsRequest.type, {}, (session, { item }) => outgoingCalls(session, item)),
  ofDocument(FoldingRangeRequest.type, { foldingRangeProvider: true }, ({ snapshot }) => toFolds(folds(snapshot))),
  ofDocument(SelectionRangeRequest.type, { selectionRangeProvider: true }, selections),
  ofDocument(DocumentLinkRequest.type, { documentLinkProvider: {} }, (here) =>
    toLinks(here, links(here.snapshot, pagesFor(here))),
  ),
  ofDocument(CodeLensRequest.type, lensCapability, toLenses, []),
  ofSession(CodeLensResolveRequest.type, {}, resolveLens),
  ofDocument(InlayHintRequest.type, hintsCapability, hints, []),
  ofSession(InlayHintResolveRequest.type, {}, resolveHint),
  ofDocument(SemanticTokensRequest.type, tokensCapability, (here) => tokens(here)),
  ofDocument(SemanticTokensRangeRequest.type, {}, (here, { range }) => tokens(here, range)),
  ofDocument(DocumentFormattingRequest.type, formattingCapability, (here) => layout(here)),
  ofDocument(DocumentRangeFormattingRequest.type, {}, (here, { range }) => layout(here, range)),
  ofDocument(requests.status, {}, ({ snapshot }) => status(snapshot)),
  ofDocument(requests.questions, {}, questionsIn),
  ofDocument(requests.target, {}, targetIn),
  ofDocument(comparing, {}, comparedIn),
  ofDocument(reportType, {}, reportIn),
  ofDocument(previewRequests.preview, {}, previewIn),
  ofDocument(previewRequests.locate, {}, locateIn),
  ofDocument(previewRequests.answer, {}, answerIn),
  ofDocument(previewRequests.statusChange, {}, statusChangeIn),
  ofDocument(previewRequests.remedies, {}, remediesIn),
  ofDocument(previewRequests.export, {}, exportIn),
  ofSession(overviewType, {}, overviewOf),
  ofSession(requests.explain, {}, explained),
  ofSession(requests.pages, {}, pagesIn),
  ofSession(startingRequests.choices, {}, () => startingChoices),
  ofSession(startingRequests.write, {}, writeOrganization),
];
