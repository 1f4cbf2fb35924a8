import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type PreviewTab, previewTabs } from "../../server/preview-protocol.ts";
import { explainCommand, previewCommand } from "../../server/protocol.ts";
import { type ActiveFile, isClient } from "../active-file.ts";
import { asking } from "./ask.ts";
import { exportShown } from "./export.ts";
import type { PageState } from "./messages.ts";
import { PreviewPanel, previewType } from "./panel.ts";
import { goTo } from "./panel-edit.ts";
import { pickRemedy } from "./remedies.ts";

/** What the native menu knows of the box or finding under it. */
interface MenuContext {
  readonly rule?: unknown;
  readonly at?: unknown;
}

/** The previews of a window: one that follows the active file, and those that somebody has locked. */
export function previews(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  file: ActiveFile,
): vscode.Disposable {
  const ask = asking(client);
  const all = new Set<PreviewPanel>();

  const attach = (panel: vscode.WebviewPanel, uri: vscode.Uri | undefined, tab: PreviewTab, isLocked: boolean) => {
    const preview = new PreviewPanel(panel, context.extensionUri, ask, { uri, tab, isLocked });
    all.add(preview);
    panel.onDidDispose(() => {
      all.delete(preview);
      preview.dispose();
    });
    return preview;
  };
  const open = (uri: vscode.Uri | undefined, tab: PreviewTab | undefined) => {
    const following = [...all].find(({ isLocked }) => !isLocked);
    if (following) {
      following.show(uri, tab);
      following.panel.reveal(undefined, false);
      return;
    }
    const column = vscode.window.activeTextEditor ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const title = vscode.l10n.t("Preview");
    const options = { enableFindWidget: true };
    attach(vscode.window.createWebviewPanel(previewType, title, column, options), uri, tab ?? "chart", false);
  };
  const fileOf = async (target: unknown) => (await file.document(target))?.uri;
  const current = () => [...all].find(({ panel }) => panel.active) ?? [...all].find(({ panel }) => panel.visible);
  const key = (name: "undo" | "redo" | "save") => () => current()?.key(name);
  const menu = (does: (uri: vscode.Uri, about: { rule?: string; at: string }) => unknown) => (about: MenuContext) => {
    const uri = current()?.uri;
    if (!uri || typeof about?.at !== "string") return undefined;
    return does(uri, { at: about.at, ...(typeof about.rule === "string" ? { rule: about.rule } : {}) });
  };
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(previewCommand, async (target?: unknown, tab?: unknown) =>
      open(
        await fileOf(target),
        previewTabs.find((one) => one === tab),
      ),
    ),
    registerCommand("itorg.interview", async (target?: unknown) => open(await fileOf(target), "questions")),
    registerCommand("itorg.export", async (target?: unknown) => {
      const uri = await fileOf(target);
      if (uri) await exportShown(ask, uri);
    }),
    registerCommand("itorg.goTo", async (uri?: unknown, at?: unknown) => {
      if (typeof uri === "string" && typeof at === "string") await goTo(ask, vscode.Uri.parse(uri), at);
    }),
    registerCommand("itorg.previewUndo", key("undo")),
    registerCommand("itorg.previewRedo", key("redo")),
    registerCommand("itorg.previewSave", key("save")),
    registerCommand("itorg.previewGoTo", (about: MenuContext) => {
      if (typeof about?.at === "string") current()?.go(about.at);
    }),
    registerCommand(
      "itorg.previewExplain",
      menu((_, { rule }) => rule !== undefined && vscode.commands.executeCommand(explainCommand, rule)),
    ),
    registerCommand(
      "itorg.previewRemedies",
      menu((uri, about) => pickRemedy(ask, uri, about)),
    ),
    registerCommand(
      "itorg.previewRecommend",
      menu((uri, about) => pickRemedy(ask, uri, about, "recommend")),
    ),
    registerCommand(
      "itorg.previewAccept",
      menu((uri, about) => pickRemedy(ask, uri, about, "accept")),
    ),
    vscode.window.registerWebviewPanelSerializer(previewType, {
      deserializeWebviewPanel: async (panel, state: Partial<PageState> | undefined) => {
        const uri = typeof state?.uri === "string" ? vscode.Uri.parse(state.uri) : file.current;
        attach(panel, uri, previewTabs.find((one) => one === state?.tab) ?? "chart", state?.isLocked === true);
      },
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (!editor || !isClient(editor.document)) return;
      for (const preview of all) if (!preview.isLocked) preview.show(editor.document.uri);
    }),
    // The panels themselves stay: a window that is loaded again finds them.
    {
      dispose: () => {
        for (const one of all) one.dispose();
      },
    },
  );
}
