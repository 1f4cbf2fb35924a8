import * as vscode from "vscode";
import type { ChartArrangement, PreviewTab, ShownEdit } from "../../server/preview-protocol.ts";
import { newOrganizationCommand, writeTargetCommand } from "../../server/protocol.ts";
import { pageWords } from "../words.ts";
import type { Ask } from "./ask.ts";
import { exportShown, savePicture } from "./export.ts";
import type { FromPage, ToPage } from "./messages.ts";
import { applied, besides, columnOf, goTo } from "./panel-edit.ts";
import { pickRemedy, recommendFirst } from "./remedies.ts";

/** The kind of panel, by which the window finds it again and keys know it. */
export const previewType = "itorg.preview";

/** In milliseconds: keys that follow each other so fast are shown together. */
const pause = 30;
/** What is found without a key pressed, as when the day or the configuration changes, may wait. */
const longPause = 400;

/** One panel with one file: it asks the server what the page is to show, and does what the page wishes. */
export class PreviewPanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #ask: Ask;
  readonly #disposables: vscode.Disposable[] = [];
  #uri: vscode.Uri | undefined;
  #tab: PreviewTab;
  #arrangement: ChartArrangement | undefined;
  #isLocked: boolean;
  #isReady = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cursorTimer: ReturnType<typeof setTimeout> | undefined;
  #updating: Promise<void> | undefined;
  #isStale = false;
  #doing: Promise<void> = Promise.resolve();
  /** How many keys are still to be done, and whether one of them has taken the focus out of the panel. */
  #waiting = 0;
  #isAway = false;

  constructor(
    panel: vscode.WebviewPanel,
    root: vscode.Uri,
    ask: Ask,
    begin: { readonly uri: vscode.Uri | undefined; readonly tab: PreviewTab; readonly isLocked: boolean },
  ) {
    this.panel = panel;
    this.#ask = ask;
    this.#uri = begin.uri;
    this.#tab = begin.tab;
    this.#isLocked = begin.isLocked;
    panel.webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(root, "dist")] };
    panel.iconPath = vscode.Uri.joinPath(root, "images", "icon.png");
    this.#listen();
    panel.webview.html = pageOf(panel.webview, root);
    this.#name();
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  get uri(): vscode.Uri | undefined {
    return this.#uri;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#cursorTimer);
    for (const one of this.#disposables) one.dispose();
  }

  /** Shows another file, or another tab of the same. */
  show(uri: vscode.Uri | undefined, tab?: PreviewTab): void {
    if (uri && uri.toString() !== this.#uri?.toString()) {
      this.#uri = uri;
      this.#arrangement = undefined;
      this.#name();
    }
    if (tab !== undefined && tab !== this.#tab) {
      this.#tab = tab;
      this.#post({ is: "tab", tab });
    }
    this.#schedule(0);
  }

  /** A key of the window's, pressed in the page: whose it is, the page knows. */
  key(key: "undo" | "redo" | "save"): void {
    if (key === "save") void this.#behind(() => this.#save());
    else this.#post({ is: "key", key });
  }

  /** Puts the cursor where something stands in the file. */
  go(at: string): void {
    void this.#go(at, false);
  }

  #post(message: ToPage): void {
    if (this.#isReady) void this.panel.webview.postMessage(message);
  }

  #listen(): void {
    const { webview } = this.panel;
    const isOurs = (uri: vscode.Uri) => uri.toString() === this.#uri?.toString();
    this.#disposables.push(
      webview.onDidReceiveMessage((message: FromPage) => this.#take(message)),
      this.panel.onDidChangeViewState(() => {
        if (this.panel.visible && this.#isStale) this.#schedule(0);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!isOurs(document.uri)) return;
        if (contentChanges.length > 0) this.#schedule(pause);
        this.#told(document);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (isOurs(document.uri)) this.#told(document);
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some(isOurs)) this.#schedule(longPause);
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (!isOurs(textEditor.document.uri)) return;
        clearTimeout(this.#cursorTimer);
        const [selection] = selections;
        if (selection) this.#cursorTimer = setTimeout(() => void this.#cursor(selection.active), 60);
      }),
    );
  }

  #name(): void {
    const document = this.#document();
    const name = this.#uri?.path.split("/").at(-1) ?? "itorg";
    this.panel.title = `${document?.isDirty ? "\u25cf " : ""}${vscode.l10n.t("Preview {0}", name)}`;
  }

  #document(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === this.#uri?.toString());
  }

  #told({ isDirty }: vscode.TextDocument): void {
    this.#name();
    this.#post({ is: "saved", isUnsaved: isDirty, isLocked: this.#isLocked });
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), after);
  }

  /** One request at a time; what changed meanwhile is asked for behind it. */
  #update(): void {
    this.#isStale = true;
    if (!this.#isReady || !this.panel.visible || this.#updating) return;
    this.#isStale = false;
    this.#updating = this.#shown()
      // A server that stops answers nothing; the last picture stays until it is there again.
      .catch(() => undefined)
      .then(() => {
        this.#updating = undefined;
        if (this.#isStale) this.#update();
      });
  }

  async #shown(): Promise<void> {
    if (!this.#uri) {
      this.#post({ is: "nothing" });
      return;
    }
    const document = await opened(this.#uri);
    const tab = this.#tab;
    const preview = document && (await this.#ask.preview(document.uri, tab, this.#arrangement));
    if (!document || !preview) {
      this.#post({ is: "nothing" });
      return;
    }
    // Of an older text, or for another tab: what is asked next is on its way.
    if (preview.version !== document.version || tab !== this.#tab) {
      this.#isStale = true;
      return;
    }
    const { content } = preview;
    if (content.tab === "chart") this.#arrangement = content.arrangement;
    const file = vscode.workspace.asRelativePath(document.uri);
    const { isDirty: isUnsaved } = document;
    this.#post({ is: "show", uri: document.uri.toString(), file, isUnsaved, isLocked: this.#isLocked, preview });
  }

  async #cursor(position: vscode.Position): Promise<void> {
    if (!this.#uri || !this.panel.visible) return;
    const found = await this.#ask.locate(this.#uri, {
      position: { line: position.line, character: position.character },
    });
    this.#post({ is: "cursor", at: found?.at ?? null });
  }

  async #take(message: FromPage): Promise<void> {
    switch (message.is) {
      case "hello":
        await this.panel.webview.postMessage({ is: "words", words: pageWords() } satisfies ToPage);
        return;
      case "ready":
      case "tab":
        this.#isReady = true;
        this.#tab = message.tab;
        this.#arrangement = message.arrangement ?? this.#arrangement;
        this.#schedule(0);
        return;
      case "go":
        return this.#go(message.at, message.keepFocus);
      case "back":
        return this.#go(undefined, false);
      case "answer":
        return this.#answer(message);
      case "status":
        return this.#apply(message.place, (uri) => this.#ask.statusChange(uri, message.place, message.status));
      case "recommend":
        if (this.#uri) await recommendFirst(this.#ask, this.#uri, message);
        return;
      case "remedies":
        if (this.#uri) await pickRemedy(this.#ask, this.#uri, message);
        return;
      case "key":
        return this.#behind(() => (message.key === "save" ? this.#save() : this.#inEditor(message.key)));
      case "do":
        return this.#do(message.what);
      case "drawn":
      case "not-copied":
        if (this.#uri) await savePicture(this.#uri, message.base64);
        return;
      case "copied":
        return;
    }
  }

  async #do(what: Extract<FromPage, { is: "do" }>["what"]): Promise<void> {
    if (what === "lock") {
      this.#isLocked = !this.#isLocked;
      const document = this.#document();
      if (document) this.#told(document);
      return;
    }
    if (what === "new") return vscode.commands.executeCommand(newOrganizationCommand);
    if (!this.#uri) return;
    if (what === "target") return vscode.commands.executeCommand(writeTargetCommand, this.#uri);
    if (what === "export")
      return exportShown(this.#ask, this.#uri, (svg) => this.#post({ is: "draw", svg, as: "file" }));
    const picture = await this.#ask.export(this.#uri, "chart.svg", "full");
    if (picture) this.#post({ is: "draw", svg: picture.content, as: "copy" });
  }

  async #answer({ answer, says }: Extract<FromPage, { is: "answer" }>): Promise<void> {
    const at = answer.at ?? "note";
    if (!this.#uri) return;
    const result = await this.#ask.answer(this.#uri, answer).catch(() => null);
    if (!result || "refused" in result) {
      this.#post({ is: "refused", at, why: result?.refused ?? "place", says: result?.says ?? "" });
      return;
    }
    const isWritten = await this.#write(result.version, result.edits);
    // The next question stands there before the page says that this one is done: what is typed then belongs to it.
    if (isWritten) await this.#shown().catch(() => undefined);
    this.#post(isWritten ? { is: "written", at, says } : { is: "refused", at, why: "file", says: "" });
  }

  async #apply(
    at: string,
    ask: (uri: vscode.Uri) => Promise<{ version: number; edits: readonly ShownEdit[] } | null>,
  ): Promise<void> {
    if (!this.#uri) return;
    const result = await ask(this.#uri).catch(() => null);
    if (!result) this.#post({ is: "refused", at, why: "place", says: "" });
    else if (!(await this.#write(result.version, result.edits)))
      this.#post({ is: "refused", at, why: "file", says: "" });
  }

  /** Only into the version that the edits were made for; the file stands open in an editor from then on. */
  async #write(version: number, edits: readonly ShownEdit[]): Promise<boolean> {
    const document = this.#document();
    if (!document || document.version !== version) return false;
    return applied(document, edits, this.panel.viewColumn);
  }

  async #go(at: string | undefined, keepFocus: boolean): Promise<void> {
    if (this.#uri) await goTo(this.#ask, this.#uri, at, { panel: this.panel.viewColumn, keepFocus });
  }

  /** One after the other: a key that is pressed again at once must not find the focus on its way. */
  #behind(act: () => Promise<void>): Promise<void> {
    this.#waiting += 1;
    this.#doing = this.#doing
      .then(act)
      .catch(() => undefined)
      .then(() => {
        this.#waiting -= 1;
        if (this.#waiting > 0 || !this.#isAway) return;
        this.#isAway = false;
        this.panel.reveal(undefined, false);
        // The window forgets to hand it on where the page told only then that it had lost it.
        this.#post({ is: "focus" });
      });
    return this.#doing;
  }

  /** The editor's own undo needs the focus, which the panel gets back behind the last of the keys. */
  async #inEditor(key: "undo" | "redo"): Promise<void> {
    const document = this.#document();
    if (!document) return;
    const viewColumn = columnOf(document.uri) ?? besides(this.panel.viewColumn);
    const { version } = document;
    this.#isAway = true;
    // Once more where somebody else took the focus just then.
    for (let i = 0; i < 2 && document.version === version; i++) {
      await vscode.window.showTextDocument(document, { viewColumn, preview: false });
      await vscode.commands.executeCommand(key);
    }
  }

  async #save(): Promise<void> {
    await this.#document()?.save();
  }
}

/** The server knows open files only. Undefined for one that is not there any more. */
const opened = (uri: vscode.Uri): Promise<vscode.TextDocument | undefined> =>
  Promise.resolve(vscode.workspace.openTextDocument(uri)).catch(() => undefined);

/** Nothing from elsewhere, and no script or style but ours. */
function pageOf(webview: vscode.Webview, root: vscode.Uri): string {
  const of = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(root, "dist", name)).toString();
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${of("preview.css")}">
</head>
<body>
<script nonce="${nonce}" src="${of("preview.js")}"></script>
</body>
</html>`;
}
