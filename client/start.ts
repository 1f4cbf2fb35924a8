import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import {
  type CompareParams,
  type CompareResult,
  compareCommand,
  compareRequest,
  copyQuestionsCommand,
  type ExplainParams,
  type ExplainResult,
  explainCommand,
  explainRequest,
  exportAgainCommand,
  exportReportCommand,
  findingsCommand,
  type InitializationOptions,
  insertSampleCommand,
  type ListFolderResult,
  lastCommitCommand,
  listFolderRequest,
  type NewOrganizationParams,
  type NewOrganizationResult,
  newOrganizationCommand,
  newOrganizationRequest,
  openConfigurationCommand,
  type PageEntry,
  type PagesParams,
  pagesRequest,
  placesCommand,
  previewCommand,
  type QuestionsParams,
  type QuestionsResult,
  questionsRequest,
  type ReadFileResult,
  type ReportParams,
  type ReportResult,
  readFileRequest,
  reportRequest,
  type Shown,
  type StartingChoices,
  type StartingChoicesParams,
  type StatusParams,
  type StatusResult,
  selectCommand,
  showFileFindingsCommand,
  showQuestionsCommand,
  startingChoicesRequest,
  statusRequest,
  type TargetParams,
  type TargetResult,
  targetRequest,
  writeTargetCommand,
} from "../server/protocol.ts";
import { actHere, fixAll } from "./actions.ts";
import { ActiveFile } from "./active-file.ts";
import { createConfiguration, insertSample, openConfiguration, openSample } from "./beginning.ts";
import { compareWith, compareWithLastCommit } from "./comparing.ts";
import { listFolder, readFile } from "./files.ts";
import { provideCodeLenses, resolveCodeLens, showFindings, showPlaces } from "./lenses.ts";
import { newOrganization } from "./new-organization.ts";
import { organizationView } from "./organization-view.ts";
import { showPage, showPages, showQuestions } from "./pages.ts";
import { previews } from "./preview/previews.ts";
import { copyQuestions } from "./questions.ts";
import { type Exporter, Reports } from "./report.ts";
import { select } from "./select.ts";
import { shownFiles } from "./shown.ts";
import { statusBar } from "./status-bar.ts";
import { writeTarget } from "./target.ts";

/** Starts the server and the commands around it: all that is the same wherever the extension runs. */
export function start(context: vscode.ExtensionContext, client: BaseLanguageClient, exporter: Exporter): void {
  const { extensionUri, subscriptions } = context;
  const file = new ActiveFile();
  const explain = (params: ExplainParams) => client.sendRequest<ExplainResult>(explainRequest, params);
  const entries = () => client.sendRequest<PageEntry[]>(pagesRequest, {} satisfies PagesParams);
  const questions = (uri: string) =>
    client.sendRequest<QuestionsResult>(questionsRequest, { textDocument: { uri } } satisfies QuestionsParams);
  const target = (uri: string) =>
    client.sendRequest<TargetResult>(targetRequest, { textDocument: { uri } } satisfies TargetParams);
  const compare = (params: CompareParams) => client.sendRequest<CompareResult>(compareRequest, params);
  const status = (uri: string) =>
    client.sendRequest<StatusResult>(statusRequest, { textDocument: { uri } } satisfies StatusParams);
  const server = {
    choices: () => client.sendRequest<StartingChoices>(startingChoicesRequest, {} satisfies StartingChoicesParams),
    write: (answers: NewOrganizationParams) =>
      client.sendRequest<NewOrganizationResult>(newOrganizationRequest, answers),
  };
  const command = (id: string, run: (...args: never[]) => unknown) =>
    subscriptions.push(vscode.commands.registerCommand(id, run));
  /** A command about a client file: the one that a menu names, or the one in the editor. */
  const onFile = (id: string, run: (document: vscode.TextDocument) => unknown) =>
    command(id, async (named?: unknown) => {
      const document = await file.document(named);
      if (document) await run(document);
    });
  subscriptions.push(
    file,
    statusBar(status),
    showPages(explain, async (uri) => {
      await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      return (await questions(uri))?.markdown;
    }),
    shownFiles(client),
    previews(context, client, file),
    organizationView(client),
    client.onRequest<ReadFileResult, void>(readFileRequest, readFile),
    client.onRequest<ListFolderResult, void>(listFolderRequest, listFolder),
  );
  command(placesCommand, showPlaces);
  command(findingsCommand, showFindings);
  command(selectCommand, select);
  command(explainCommand, (...args: unknown[]) => showPage(args, explain, entries));
  command(newOrganizationCommand, (into?: unknown) => newOrganization(server, uriOf(into)));
  command("itorg.openSample", () => openSample(extensionUri));
  command(insertSampleCommand, (uri?: unknown) => insertSample(extensionUri, uri));
  command("itorg.createConfiguration", (named?: unknown) => createConfiguration(named, file.current));
  command(openConfigurationCommand, openConfiguration);
  command("itorg.acceptRisk", () => actHere("accept"));
  command("itorg.recommend", () => actHere("recommend"));
  command("itorg.openWalkthrough", () =>
    vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
  );
  command("itorg.showOutput", () => client.outputChannel.show());
  command("itorg.restartServer", () => restart(client));
  onFile(showFileFindingsCommand, ({ uri }) => showFileFindings(uri));
  onFile(showQuestionsCommand, showQuestions);
  onFile(copyQuestionsCommand, async ({ uri }) => {
    const found = await questions(uri.toString());
    if (found) await copyQuestions(found, uri);
  });
  onFile("itorg.fixAll", fixAll);
  onFile(compareCommand, (document) => compareWith(document, compare));
  onFile(lastCommitCommand, (document) => compareWithLastCommit(document, compare));
  const report = (params: ReportParams) => client.sendRequest<ReportResult>(reportRequest, params);
  const reports = new Reports(context, report, exporter);
  onFile(exportReportCommand, (document) => reports.export(document));
  onFile(exportAgainCommand, (document) => reports.exportAgain(document));
  onFile(writeTargetCommand, (document) => writeTarget(document, target));
  // Not waited for: requests wait for it by themselves, and whoever opens a file must not wait for the server.
  client.start().catch((error: unknown) => client.error(vscode.l10n.t("The server did not start."), error, "force"));
}

/** A lens hands over its document as text, a menu as an address. */
const uriOf = (named: unknown): unknown => (typeof named === "string" ? vscode.Uri.parse(named) : named);

/** In the preview, which lists those of one file; where that is not to be had, in the panel of all problems. */
async function showFileFindings(uri: vscode.Uri): Promise<void> {
  const all = await vscode.commands.getCommands(true);
  if (all.includes(previewCommand)) await vscode.commands.executeCommand(previewCommand, uri, "findings");
  else await vscode.commands.executeCommand("workbench.actions.view.problems");
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
      lensCommands: {
        posts: showFileFindingsCommand,
        reports: placesCommand,
        duties: placesCommand,
        findings: findingsCommand,
        begin: newOrganizationCommand,
        example: insertSampleCommand,
      },
      selectCommand,
      today: vscode.workspace.getConfiguration("itorg").get("today", ""),
      // From the first answer on: what may not be on the screen must not be there for a moment.
      show: vscode.workspace.getConfiguration("itorg").get<Shown>("show", "openFiles"),
    }),
    diagnosticPullOptions: { onChange: true },
    middleware: { provideCodeLenses, resolveCodeLens },
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
