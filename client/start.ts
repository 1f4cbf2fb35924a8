import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
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
  selectCommand,
  startingChoicesRequest,
  statusRequest,
  type TargetParams,
  type TargetResult,
  targetRequest,
  writeTargetCommand,
} from "../server/protocol.ts";
import { listFolder, readFile } from "./files.ts";
import { showFindings, showPlaces } from "./lenses.ts";
import { newOrganization } from "./new-organization.ts";
import { showPage, showPages } from "./pages.ts";
import { copyQuestions } from "./questions.ts";
import { select } from "./select.ts";
import { statusBar } from "./status-bar.ts";
import { writeTarget } from "./target.ts";

/** Starts the server and the commands around it: all that is the same wherever the extension runs. */
export async function start(context: vscode.ExtensionContext, client: BaseLanguageClient): Promise<void> {
  const explain = (params: ExplainParams) => client.sendRequest<ExplainResult>(explainRequest, params);
  const entries = () => client.sendRequest<PageEntry[]>(pagesRequest, {} satisfies PagesParams);
  const questions = (uri: string) =>
    client.sendRequest<QuestionsResult>(questionsRequest, { textDocument: { uri } } satisfies QuestionsParams);
  const target = (uri: string) =>
    client.sendRequest<TargetResult>(targetRequest, { textDocument: { uri } } satisfies TargetParams);
  const status = (uri: string) =>
    client.sendRequest<StatusResult>(statusRequest, { textDocument: { uri } } satisfies StatusParams);
  context.subscriptions.push(
    statusBar(status),
    vscode.commands.registerCommand(placesCommand, showPlaces),
    vscode.commands.registerCommand(findingsCommand, showFindings),
    vscode.commands.registerCommand(selectCommand, select),
    showPages(explain),
    vscode.commands.registerCommand(explainCommand, (...args: unknown[]) => showPage(args, explain, entries)),
    vscode.commands.registerCommand(copyQuestionsCommand, (target?: unknown) => copyQuestions(target, questions)),
    vscode.commands.registerCommand(writeTargetCommand, (file?: unknown) => writeTarget(file, target)),
    vscode.commands.registerCommand(newOrganizationCommand, () =>
      newOrganization({
        choices: () => client.sendRequest<StartingChoices>(startingChoicesRequest, {} satisfies StartingChoicesParams),
        write: (answers: NewOrganizationParams) =>
          client.sendRequest<NewOrganizationResult>(newOrganizationRequest, answers),
      }),
    ),
    client.onRequest<ReadFileResult, void>(readFileRequest, readFile),
    client.onRequest<ListFolderResult, void>(listFolderRequest, listFolder),
    vscode.commands.registerCommand("itorg.restartServer", () => restart(client)),
  );
  await client.start();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  // One that hangs fails to stop, and is what this command is most needed for.
  await client.stop().catch(() => undefined);
  await client.start();
}

/** What the client is told when it is made, wherever that is. */
export function clientOptions(): LanguageClientOptions {
  return {
    documentSelector: ["itorg", "itorg-config"].flatMap((language) =>
      schemes().map((scheme) => ({ language, scheme })),
    ),
    initializationOptions: (): InitializationOptions => ({
      explainCommand,
      readsFiles: true,
      suggestCommand: "editor.action.triggerSuggest",
      placesCommand,
      findingsCommand,
      selectCommand,
      today: vscode.workspace.getConfiguration("itorg").get("today", ""),
    }),
    diagnosticPullOptions: { onChange: true },
    // Links in hovers may call this one command and no other.
    markdown: { isTrusted: { enabledCommands: [explainCommand] } },
  };
}

/**
 * Where files lie that somebody can change: on a disk, in a repository that the editor reads from afar, on the machine
 * behind a browser, in whatever else is open as a workspace. The other side of a comparison is none of these.
 */
function schemes(): string[] {
  const opened = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme);
  return [...new Set(["file", "untitled", "vscode-vfs", "vscode-remote", ...opened])];
}
