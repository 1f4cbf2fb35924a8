import * as vscode from "vscode";
import {
  copyQuestionsCommand,
  openConfigurationCommand,
  type StatusResult,
  showFileFindingsCommand,
  showQuestionsCommand,
} from "../server/protocol.ts";

type Status = (uri: string) => Promise<StatusResult>;
type Found = NonNullable<StatusResult>;

const linked = [showFileFindingsCommand, showQuestionsCommand, copyQuestionsCommand, openConfigurationCommand];

/** Shows how the file in the active editor stands, as long as one of ours is there and the user wants to see it. */
export function statusBar(status: Status): vscode.Disposable {
  // On the right stands what concerns the file in the editor. Before the editor's own, which are at 100 and below.
  const item = vscode.window.createStatusBarItem("itorg.status", vscode.StatusBarAlignment.Right, 101);
  item.name = vscode.l10n.t("itorg: findings and questions");
  item.command = showFileFindingsCommand;
  let asked = 0;
  const update = async () => {
    const mine = ++asked;
    const document = vscode.window.activeTextEditor?.document;
    const isWanted = vscode.workspace.getConfiguration("itorg").get("statusBar.enabled", true);
    const found = isWanted && document?.languageId === "itorg" ? await status(document.uri.toString()) : null;
    // Another file or another answer may have come in between.
    if (mine !== asked) return;
    if (!found) {
      item.hide();
      return;
    }
    item.text = `$(organization) ${textOf(found)}`;
    item.tooltip = tooltipOf(found);
    item.accessibilityInformation = { label: `itorg: ${inWords(found).join(", ")}` };
    item.show();
  };
  // A server that stops answers nothing, and starts with an answer; until then the last one stays.
  const refresh = () => void update().then(undefined, () => undefined);
  const isActive = (uri: vscode.Uri) => uri.toString() === vscode.window.activeTextEditor?.document.uri.toString();
  refresh();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isActive)) refresh();
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (isActive(uri)) refresh();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("itorg.statusBar")) refresh();
    }),
  );
}

/** One number: what is to be read. The rest is told to whoever points at it. */
function textOf({ error, warning, info, hint }: Found): string {
  const all = error + warning + info + hint;
  if (all === 0) return vscode.l10n.t("no findings");
  return all === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", all);
}

function tooltipOf(found: Found): vscode.MarkdownString {
  const { config, off, questions } = found;
  const link = (text: string, command: string, ...args: readonly string[]) =>
    `[${text}](command:${command}${args.length === 0 ? "" : `?${encodeURIComponent(JSON.stringify(args))}`})`;
  const links = [
    link(vscode.l10n.t("Show the findings"), showFileFindingsCommand),
    ...(questions > 0
      ? [
          link(vscode.l10n.t("Show the questions"), showQuestionsCommand),
          link(vscode.l10n.t("Copy the questions"), copyQuestionsCommand),
        ]
      : []),
  ];
  const tooltip = new vscode.MarkdownString(
    inWords(found)
      .map((line) => `- ${line}`)
      .join("\n"),
  );
  if (config) {
    const file = link(config.name, openConfigurationCommand, config.uri);
    const says =
      off.length === 0
        ? vscode.l10n.t("Checked by {0}.", file)
        : vscode.l10n.t("Turned off by {0}: {1}.", file, off.join(", "));
    tooltip.appendMarkdown(`\n\n${says}`);
  }
  tooltip.appendMarkdown(`\n\n${links.join(" · ")}`);
  tooltip.isTrusted = { enabledCommands: linked };
  return tooltip;
}

function inWords({ error, warning, info, hint, accepted, recommended, questions, questionsNow }: Found): string[] {
  const all = [
    error === 1 ? vscode.l10n.t("1 error") : counted(error, (n) => vscode.l10n.t("{0} errors", n)),
    warning === 1 ? vscode.l10n.t("1 warning") : counted(warning, (n) => vscode.l10n.t("{0} warnings", n)),
    counted(info, (n) => vscode.l10n.t("{0} information", n)),
    hint === 1 ? vscode.l10n.t("1 hint") : counted(hint, (n) => vscode.l10n.t("{0} hints", n)),
    accepted === 1
      ? vscode.l10n.t("1 accepted risk")
      : counted(accepted, (n) => vscode.l10n.t("{0} accepted risks", n)),
    counted(recommended, (n) => vscode.l10n.t("{0} of them with something agreed", n)),
    questions === 1
      ? vscode.l10n.t("1 open question ({0} now)", questionsNow)
      : counted(questions, (n) => vscode.l10n.t("{0} open questions ({1} now)", n, questionsNow)),
  ].filter((line) => line !== "");
  return all.length > 0 ? all : [vscode.l10n.t("Nothing found, and no question open")];
}

const counted = (count: number, say: (count: number) => string): string => (count === 0 ? "" : say(count));
