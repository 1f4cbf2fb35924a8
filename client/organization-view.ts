import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ClientShown,
  type OverviewParams,
  type OverviewResult,
  overviewRequest,
} from "../server/preview-protocol.ts";
import { previewCommand, type Shown } from "../server/protocol.ts";

const viewId = "itorg.organization";

/** An entry of the tree; `go` is a place in the file, `tab` one of the preview's. */
interface Entry {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: vscode.ThemeIcon;
  readonly uri: string;
  readonly go?: string;
  readonly tab?: "questions" | "findings" | "plan";
  /** What the menu at it offers. */
  readonly context?: "client" | "question" | "finding";
  readonly rule?: string;
  readonly children?: readonly Entry[];
  readonly isOpen?: boolean;
}

/** The tree *IT organization* in the explorer: what there is to do at each client that may be on the screen. */
export function organizationView(client: BaseLanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (after = 500) => {
    clearTimeout(timer);
    timer = setTimeout(() => changed.fire(undefined), after);
  };
  const ask = () => client.sendRequest<OverviewResult>(overviewRequest, {} satisfies OverviewParams);
  const view = vscode.window.createTreeView<Entry>(viewId, {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: itemOf,
      getChildren: async (entry) => {
        if (entry) return [...(entry.children ?? [])];
        // A server that stops answers nothing; the tree is filled when it is there again.
        const clients = await ask().catch((): OverviewResult => []);
        return clients.map((one) => clientEntry(one, clients.length === 1));
      },
    },
    showCollapseAll: true,
  });
  const mode = () => vscode.workspace.getConfiguration("itorg").get<Shown>("show", "openFiles");
  const name = () => {
    view.description = {
      activeFile: vscode.l10n.t("active file"),
      openFiles: vscode.l10n.t("open files"),
      workspace: vscode.l10n.t("workspace"),
    }[mode()];
  };
  name();
  return vscode.Disposable.from(
    view,
    changed,
    { dispose: () => clearTimeout(timer) },
    vscode.languages.onDidChangeDiagnostics(() => refresh()),
    vscode.window.onDidChangeActiveTextEditor(() => refresh(100)),
    vscode.workspace.onDidOpenTextDocument(({ languageId }) => languageId === "itorg" && refresh()),
    vscode.workspace.onDidCloseTextDocument(({ languageId }) => languageId === "itorg" && refresh()),
    vscode.workspace.onDidChangeTextDocument(({ document }) => document.languageId === "itorg" && refresh()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("itorg.show")) return;
      name();
      refresh(200);
    }),
    client.onDidChangeState(() => refresh(0)),
    vscode.commands.registerCommand("itorg.show", () => chooseShown(mode())),
    vscode.commands.registerCommand("itorg.tree.preview", (entry?: Entry) => {
      if (entry) void vscode.commands.executeCommand(previewCommand, vscode.Uri.parse(entry.uri), entry.tab ?? "chart");
    }),
    vscode.commands.registerCommand("itorg.tree.explain", (entry?: Entry) => {
      if (entry?.rule !== undefined) void vscode.commands.executeCommand("itorg.explain", entry.rule);
    }),
  );
}

function clientEntry(one: ClientShown, isOnly: boolean): Entry {
  const { t } = vscode.l10n;
  const { uri, title } = one;
  const count = (all: readonly { readonly items: readonly unknown[] }[]) =>
    String(all.reduce((sum, { items }) => sum + items.length, 0));
  const group = (
    label: string,
    description: string,
    icon: string,
    tab: Entry["tab"],
    children: readonly Entry[],
  ): Entry[] =>
    children.length === 0
      ? []
      : [{ label, description, icon: new vscode.ThemeIcon(icon), uri, children, ...(tab ? { tab } : {}) }];
  const asked = one.questions.reduce((sum, { count: own }) => sum + own, 0);
  const children = [
    ...group(
      t("Questions"),
      String(asked),
      "question",
      "questions",
      one.questions.map((sheet) => questionEntry(uri, sheet)),
    ),
    ...group(
      t("Findings"),
      count(one.findings),
      "checklist",
      "findings",
      one.findings.map((found) => weightEntry(uri, found)),
    ),
    ...group(
      t("Plan"),
      count(one.plan),
      "calendar",
      "plan",
      one.plan.map((owned) => ownerEntry(uri, owned)),
    ),
    ...group(
      t("Decisions that end within 60 days"),
      String(one.lapsing.length),
      "clock",
      undefined,
      one.lapsing.map(({ title: label, at, until }) => ({ label, description: until, uri, go: at })),
    ),
  ];
  const nothing = { label: t("Nothing to do: nothing found, and nothing to ask"), uri };
  return {
    label: title,
    description: vscode.workspace.asRelativePath(vscode.Uri.parse(uri)),
    icon: new vscode.ThemeIcon("organization"),
    uri,
    context: "client",
    children: children.length > 0 ? children : [nothing],
    isOpen: isOnly,
  };
}

const questionEntry = (uri: string, { whom, count, at }: ClientShown["questions"][number]): Entry => ({
  label: whom,
  description: String(count),
  icon: new vscode.ThemeIcon("person"),
  uri,
  go: at,
  tab: "questions",
  context: "question",
});

function weightEntry(uri: string, { severity, items }: ClientShown["findings"][number]): Entry {
  const { t } = vscode.l10n;
  const names = { error: t("Errors"), warning: t("Warnings"), info: t("Information"), hint: t("Hints") };
  const icons = { error: "error", warning: "warning", info: "info", hint: "lightbulb" };
  const colours = {
    error: "list.errorForeground",
    warning: "list.warningForeground",
    info: undefined,
    hint: undefined,
  };
  const colour = colours[severity];
  const icon = new vscode.ThemeIcon(icons[severity], colour === undefined ? undefined : new vscode.ThemeColor(colour));
  const children = items.map(
    ({ rule, at, says, title }): Entry => ({
      label: says,
      description: title,
      tooltip: says,
      icon,
      uri,
      go: at,
      tab: "findings",
      context: "finding",
      rule,
    }),
  );
  return { label: names[severity], description: String(items.length), icon, uri, tab: "findings", children };
}

function ownerEntry(uri: string, { owner, items }: ClientShown["plan"][number]): Entry {
  const { t } = vscode.l10n;
  const children = items.map(({ place, title, due, status, isOverdue }): Entry => {
    const when = due === null ? status : isOverdue ? t("{0}, overdue since {1}", status, due) : `${status}, ${due}`;
    return { label: title, description: when, tooltip: title, uri, go: place, tab: "plan" };
  });
  return {
    label: owner ?? t("Nobody yet"),
    description: String(items.length),
    icon: new vscode.ThemeIcon("person"),
    uri,
    tab: "plan",
    children,
  };
}

function itemOf(entry: Entry): vscode.TreeItem {
  const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(entry.label, entry.children ? (entry.isOpen ? Expanded : Collapsed) : None);
  if (entry.description !== undefined) item.description = entry.description;
  if (entry.tooltip !== undefined) item.tooltip = entry.tooltip;
  if (entry.icon) item.iconPath = entry.icon;
  if (entry.context) item.contextValue = entry.context;
  item.id = [entry.uri, entry.context ?? "", entry.tab ?? "", entry.rule ?? "", entry.go ?? "", entry.label].join("\n");
  item.accessibilityInformation = { label: [entry.label, entry.description].filter(Boolean).join(", ") };
  if (entry.go !== undefined)
    item.command = { command: "itorg.goTo", title: entry.label, arguments: [entry.uri, entry.go] };
  return item;
}

/** Which clients may be on the screen: for Problems, tree, status and symbols alike. */
async function chooseShown(now: Shown): Promise<void> {
  const { t } = vscode.l10n;
  const labels: readonly (readonly [Shown, string, string])[] = [
    ["activeFile", t("Active file"), t("nothing of another client can be seen by whoever looks on")],
    ["openFiles", t("Open files"), t("the clients whose files are open")],
    ["workspace", t("Workspace"), t("every client in the folder")],
  ];
  const items = labels.map(([shown, label, detail]) => ({
    label: shown === now ? `$(check) ${label}` : label,
    description: detail,
    shown,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    placeHolder: t("Whose findings and names may be on the screen?"),
  });
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  if (chosen) await vscode.workspace.getConfiguration("itorg").update("show", chosen.shown, target);
}
