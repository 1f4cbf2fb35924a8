import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type NodeModule, TransportKind } from "vscode-languageclient/node";
import {
  copyQuestionsCommand,
  type ExplainParams,
  type ExplainResult,
  explainCommand,
  explainRequest,
  findingsCommand,
  type InitializationOptions,
  type ListFolderResult,
  listFolderRequest,
  type NewOrganizationParams,
  type NewOrganizationResult,
  newOrganizationCommand,
  newOrganizationRequest,
  type PageEntry,
  type PagesParams,
  pagesRequest,
  placesCommand,
  type QuestionsParams,
  type QuestionsResult,
  questionsRequest,
  type ReadFileResult,
  readFileRequest,
  type StartingChoices,
  type StartingChoicesParams,
  type StatusParams,
  type StatusResult,
  startingChoicesRequest,
  statusRequest,
} from "../server/protocol.ts";
import { listFolder, readFile } from "./files.ts";
import { showFindings, showPlaces } from "./lenses.ts";
import { newOrganization } from "./new-organization.ts";
import { showPage, showPages } from "./pages.ts";
import { copyQuestions } from "./questions.ts";
import { statusBar } from "./status-bar.ts";

let client: LanguageClient | undefined;

/** Starts the server, and the commands around it. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const server: NodeModule = { module: context.asAbsolutePath("dist/server.js"), transport: TransportKind.ipc };
  const started = new LanguageClient("itorg", "itorg", server, options());
  client = started;
  const explain = (id: string) => started.sendRequest<ExplainResult>(explainRequest, { id } satisfies ExplainParams);
  const entries = () => started.sendRequest<PageEntry[]>(pagesRequest, {} satisfies PagesParams);
  const questions = (uri: string) =>
    started.sendRequest<QuestionsResult>(questionsRequest, { textDocument: { uri } } satisfies QuestionsParams);
  const status = (uri: string) =>
    started.sendRequest<StatusResult>(statusRequest, { textDocument: { uri } } satisfies StatusParams);
  context.subscriptions.push(
    statusBar(status),
    vscode.commands.registerCommand(placesCommand, showPlaces),
    vscode.commands.registerCommand(findingsCommand, showFindings),
    showPages(explain),
    vscode.commands.registerCommand(explainCommand, (id?: unknown) => showPage(id, explain, entries)),
    vscode.commands.registerCommand(copyQuestionsCommand, (target?: unknown) => copyQuestions(target, questions)),
    vscode.commands.registerCommand(newOrganizationCommand, () =>
      newOrganization({
        choices: () => started.sendRequest<StartingChoices>(startingChoicesRequest, {} satisfies StartingChoicesParams),
        write: (answers: NewOrganizationParams) =>
          started.sendRequest<NewOrganizationResult>(newOrganizationRequest, answers),
      }),
    ),
    started.onRequest<ReadFileResult, void>(readFileRequest, readFile),
    started.onRequest<ListFolderResult, void>(listFolderRequest, listFolder),
    vscode.commands.registerCommand("itorg.restartServer", () => started.restart()),
  );
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.dispose();
}

function options(): LanguageClientOptions {
  return {
    // Not the other side of a comparison: nobody can change what a file was.
    documentSelector: ["itorg", "itorg-config"].flatMap((language) =>
      ["file", "untitled", "vscode-vfs"].map((scheme) => ({ language, scheme })),
    ),
    initializationOptions: (): InitializationOptions => ({
      explainCommand,
      readsFiles: true,
      suggestCommand: "editor.action.triggerSuggest",
      placesCommand,
      findingsCommand,
      today: vscode.workspace.getConfiguration("itorg").get("today", ""),
    }),
    diagnosticPullOptions: { onChange: true },
    // Links in hovers may call this one command and no other.
    markdown: { isTrusted: { enabledCommands: [explainCommand] } },
  };
}
