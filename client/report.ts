import * as vscode from "vscode";
import { type ReportFormat, type ReportParams, type ReportResult, reportFormats } from "../server/protocol.ts";

/** Makes a file of a request to the exports' worker; undefined where it was cancelled. Rejects with why it cannot. */
export type Exporter = (request: object, isCancelled: vscode.CancellationToken) => Promise<Uint8Array | undefined>;

type Ask = (params: ReportParams) => Promise<ReportResult>;

/** Where the last report of a client went. */
interface Last {
  readonly format: ReportFormat;
  readonly uri: string;
}

/** Writes reports of the file as it stands in the editor. */
export class Reports {
  readonly #context: vscode.ExtensionContext;
  readonly #ask: Ask;
  readonly #exporter: Exporter;

  constructor(context: vscode.ExtensionContext, ask: Ask, exporter: Exporter) {
    this.#context = context;
    this.#ask = ask;
    this.#exporter = exporter;
  }

  /** Asks in which format and where to; Escape leaves everything as it was. */
  async export(document: vscode.TextDocument): Promise<void> {
    const last = this.#lastOf(document);
    const format = await chooseFormat(last?.format);
    if (!format) return;
    const named = last?.format === format ? vscode.Uri.parse(last.uri, true) : usualPlace(document, format);
    const uri = await vscode.window.showSaveDialog({
      defaultUri: named,
      filters: { [nameOf(format)]: [format] },
      title: vscode.l10n.t("Export Report"),
    });
    if (uri) await this.#write(document, { format, uri: uri.toString() });
  }

  /** The same again, without a question. */
  async exportAgain(document: vscode.TextDocument): Promise<void> {
    const last = this.#lastOf(document);
    await (last ? this.#write(document, last) : this.export(document));
  }

  #lastOf = ({ uri }: vscode.TextDocument): Last | undefined =>
    this.#context.workspaceState.get<Last>(`report ${uri.toString()}`);

  async #write(document: vscode.TextDocument, last: Last): Promise<void> {
    const uri = vscode.Uri.parse(last.uri, true);
    const { isDirty } = document;
    const title = vscode.l10n.t("Writing the report");
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    try {
      const made = await vscode.window.withProgress(options, async (_, token) => {
        const bytes = await this.#bytes(document, last.format, token);
        if (!bytes || token.isCancellationRequested) return undefined;
        await vscode.workspace.fs.writeFile(uri, bytes.content);
        return bytes;
      });
      if (!made) return;
      await this.#context.workspaceState.update(`report ${document.uri.toString()}`, last);
      await this.#tell(uri, [...made.notes, ...(isDirty ? [vscode.l10n.t("It has changes that are not saved.")] : [])]);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const isOpen = /EBUSY|EPERM/.test(why);
      void vscode.window.showErrorMessage(
        isOpen
          ? vscode.l10n.t("{0} is open in another program; close it, or choose another name.", fileName(uri))
          : vscode.l10n.t("The report was not written: {0}", why),
      );
    }
  }

  async #bytes(
    document: vscode.TextDocument,
    format: ReportFormat,
    token: vscode.CancellationToken,
  ): Promise<{ readonly content: Uint8Array; readonly notes: readonly string[] } | undefined> {
    const textDocument = { uri: document.uri.toString() };
    const found = await this.#ask({ textDocument, format, unsaved: document.isDirty });
    if (!found) return undefined;
    const notes = [
      ...(found.letters.length === 0
        ? []
        : [vscode.l10n.t("No font has these letters, so boxes stand for them: {0}.", found.letters.join(" "))]),
      ...(found.usesFiles ? [vscode.l10n.t("The firm's logo and template are put in by itorg report.")] : []),
    ];
    if ("text" in found) return { content: new TextEncoder().encode(found.text), notes };
    const request =
      "deck" in found
        ? { id: 1, what: "pptx", deck: found.deck }
        : { id: 1, what: "docx", document: found.document, assets: await this.#assets() };
    const content = await this.#exporter(request, token);
    return content && { content, notes };
  }

  /** What the chart's picture is drawn with. */
  async #assets(): Promise<object> {
    const read = (name: string) =>
      vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#context.extensionUri, "dist", "assets", name));
    const names = ["resvg.wasm", "arimo-regular.ttf", "arimo-bold.ttf", "arimo-italic.ttf"];
    const [wasm, ...fonts] = await Promise.all(names.map(read));
    return { wasm, fonts };
  }

  async #tell(uri: vscode.Uri, notes: readonly string[]): Promise<void> {
    // In a browser there is no program of the system's to open it with.
    const canOpen = uri.scheme === "file" && vscode.env.uiKind === vscode.UIKind.Desktop;
    const open = vscode.l10n.t("Open");
    const said = [vscode.l10n.t("Wrote {0}.", fileName(uri)), ...notes].join(" ");
    const chosen = await vscode.window.showInformationMessage(said, ...(canOpen ? [open] : []));
    if (chosen === open) await vscode.env.openExternal(uri);
  }
}

function nameOf(format: ReportFormat): string {
  switch (format) {
    case "docx":
      return vscode.l10n.t("Word");
    case "pptx":
      return vscode.l10n.t("PowerPoint: six slides for the board");
    case "html":
      return vscode.l10n.t("Web page, to print on A4 or Letter");
    default:
      return vscode.l10n.t("Markdown");
  }
}

/** The one that was chosen last stands first. */
async function chooseFormat(last: ReportFormat | undefined): Promise<ReportFormat | undefined> {
  const inOrder = reportFormats.toSorted((a, b) => Number(b === last) - Number(a === last));
  const items = inOrder.map((format) => ({ label: nameOf(format), description: `.${format}`, format }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("In which format?") });
  return chosen?.format;
}

/** Beside the client's file, under its name; of a text without a file, in the first folder. */
function usualPlace({ uri, isUntitled }: vscode.TextDocument, format: ReportFormat): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (isUntitled) return vscode.Uri.joinPath(folder?.uri ?? vscode.Uri.file("/"), `report.${format}`);
  return uri.with({ path: `${uri.path.replace(/\.itorg\.ya?ml$/i, "")}.${format}` });
}

const fileName = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf("/") + 1);
