import {
  CodeActionRequest,
  CodeActionResolveRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
} from "vscode-languageserver";
import { hover } from "../features/hover.ts";
import { docPage } from "../reports/pages.ts";
import { actionKinds, codeActions, resolveAction } from "./actions.ts";
import { atOffset, type Feature, ofDocument, ofSession } from "./feature.ts";
import { pulledFindings, reportOf } from "./findings.ts";
import { toHover } from "./hover.ts";
import { pages, questionsIn, requests } from "./requests.ts";

/** All that a client can ask for: the request, what we say about it in `initialize`, and who answers. */
export const features: readonly Feature[] = [
  ofDocument(
    DocumentDiagnosticRequest.type,
    ({ pullsDiagnostics }) =>
      pullsDiagnostics
        ? { diagnosticProvider: { identifier: "itorg", interFileDependencies: false, workspaceDiagnostics: false } }
        : {},
    pulledFindings,
    reportOf([]),
  ),
  atOffset(HoverRequest.type, { hoverProvider: true }, (here, offset) =>
    toHover(here, hover(here.snapshot, offset, here.client.page)),
  ),
  ofDocument(
    CodeActionRequest.type,
    ({ resolvesEdits }) => ({
      codeActionProvider: { codeActionKinds: Object.values(actionKinds), resolveProvider: resolvesEdits },
    }),
    codeActions,
    [],
  ),
  ofSession(CodeActionResolveRequest.type, {}, resolveAction),
  ofDocument(requests.questions, {}, questionsIn),
  ofSession(requests.explain, {}, (_, { id }) => docPage(String(id)) ?? null),
  ofSession(requests.pages, {}, () => pages),
];
