import * as vscode from "vscode";
import type { ExplainParams, ExplainResult, PageEntry } from "../server/protocol.ts";

/** Pages are documents of this scheme: the server writes them, nothing is loaded from anywhere. */
const scheme = "itorg";

type Explain = (params: ExplainParams) => Promise<ExplainResult>;
type Questions = (uri: string) => Promise<string | undefined>;

/** What a page's address says beside its path, which is what the editor's tab shows. */
interface Query {
  /** What is explained, where the path is its title. */
  readonly id?: string;
  /** Of a firm's own rule: the address of its configuration. */
  readonly config?: string;
  /** The client file whose questions are on the page. */
  readonly questions?: string;
  /** The number of a text that was handed in, and is kept until the window is loaded again. */
  readonly held?: number;
}

const held: string[] = [];

/** Keeps a text for as long as the window lives, to be read under a path of our scheme, and by nobody written. */
export function hold(path: string, text: string): vscode.Uri {
  const query: Query = { held: held.push(text) - 1 };
  return vscode.Uri.from({ scheme, path, query: JSON.stringify(query) });
}

const heldText = (number: number): string =>
  held[number] ?? vscode.l10n.t("This was made before the window was loaded again; compare once more.");

/** Lets the editor read `itorg:/rules/ciso-is-it-head.md` and the like, also pages that were open before a restart. */
export function showPages(explain: Explain, questions: Questions): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const shown = new Map<string, vscode.Uri>();
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => {
        const { id = uri.path.slice(1), config, questions: file, held: number } = queryOf(uri);
        if (number !== undefined) return heldText(number);
        if (file === undefined) return (await explain({ id, ...(config === undefined ? {} : { config }) }))?.markdown;
        shown.set(file, uri);
        return questions(file);
      },
    }),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) {
        const page = shown.get(uri.toString());
        if (page) changed.fire(page);
      }
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const { questions: file } = uri.scheme === scheme ? queryOf(uri) : {};
      if (file !== undefined) shown.delete(file);
    }),
  );
}

function queryOf({ query }: vscode.Uri): Query {
  try {
    const read: unknown = query === "" ? {} : JSON.parse(query);
    return typeof read === "object" && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** Opens the page about an id, of a firm's own rule by its configuration; without one, the user chooses. */
export async function showPage(
  [id, config]: readonly unknown[],
  explain: Explain,
  entries: () => Promise<PageEntry[]>,
): Promise<void> {
  const wanted =
    typeof id === "string" ? { id, ...(typeof config === "string" ? { config } : {}) } : await choose(await entries());
  if (wanted === undefined) return;
  const page = await explain(wanted);
  if (!page) {
    void vscode.window.showInformationMessage(vscode.l10n.t('itorg has no page about "{0}".', wanted.id));
    return;
  }
  const title = /^# (.+)$/m.exec(page.markdown)?.[1] ?? wanted.id;
  const folder = page.path.slice(0, page.path.lastIndexOf("/") + 1);
  const query: Query = { id: page.path, ...(wanted.config === undefined ? {} : { config: wanted.config }) };
  await beside(folder, title, query, page.anchor);
}

/** The questions about a client, beside its file; they follow what is written there. */
export async function showQuestions({ uri }: vscode.TextDocument): Promise<void> {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1).replace(/\.itorg\.ya?ml$/, "");
  await beside("questions/", vscode.l10n.t("Questions, {0}", name), { questions: uri.toString() });
}

/** A page that was handed in, beside the file that it is about. */
export async function showHeld(folder: string, title: string, markdown: string): Promise<void> {
  await beside(folder, title, { held: held.push(markdown) - 1 });
}

/** Reads a page beside the file that it is about, so that both can be seen. */
async function beside(folder: string, title: string, query: Query, fragment = ""): Promise<void> {
  // The name is what the tab shows. Links between pages are relative, so that it stands in the folder of its kind.
  const path = `/${folder}${title.replace(/[\\/]/g, " ").replace(/[\\`*]/g, "")}.md`;
  const address = vscode.Uri.from({ scheme, path, query: JSON.stringify(query), fragment });
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", address);
  } catch {
    // The built-in preview can be disabled; the page's own text reads well, too.
    const document = await vscode.workspace.openTextDocument(address.with({ fragment: "" }));
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}

interface Choice extends vscode.QuickPickItem {
  readonly wanted?: ExplainParams;
}

/** What stands at the cursor comes first, then the rest of the file's findings, then everything by its kind. */
async function choose(entries: readonly PageEntry[]): Promise<ExplainParams | undefined> {
  const found = rulesFound();
  const group = (label: string, all: readonly PageEntry[]): Choice[] =>
    all.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...all.map(toChoice)];
  const named = (ids: readonly string[]) => ids.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  const rest = (kind: string, isForm = false) =>
    entries.filter((entry) => entry.kind === kind && (entry.isAboutForm ?? false) === isForm);
  const items = [
    ...group(vscode.l10n.t("At the cursor"), named(found.here)),
    ...group(vscode.l10n.t("In this file"), named(found.elsewhere)),
    ...group(vscode.l10n.t("Rules"), rest("Rule")),
    ...group(vscode.l10n.t("Roles"), rest("Role")),
    ...group(vscode.l10n.t("Laws and standards"), rest("Law or standard")),
    ...group(vscode.l10n.t("Sources"), rest("Source")),
    ...group(vscode.l10n.t("The file's form"), rest("Rule", true)),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Explain"),
    placeHolder: vscode.l10n.t("A rule, a role, a source or a law"),
    matchOnDescription: true,
  });
  return chosen?.wanted;
}

const pictures: Readonly<Record<string, string>> = {
  Rule: "law",
  Role: "account",
  Source: "book",
  "Law or standard": "briefcase",
};

const toChoice = ({ id, title, kind, config }: PageEntry): Choice => ({
  label: title,
  description: id,
  iconPath: new vscode.ThemeIcon(pictures[kind] ?? "book"),
  wanted: { id, ...(config === undefined ? {} : { config }) },
});

/** The rules of the findings in the active file: those at the cursor, and the others. */
function rulesFound(): { here: string[]; elsewhere: string[] } {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return { here: [], elsewhere: [] };
  const all = vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === "itorg");
  const rules = (some: readonly vscode.Diagnostic[]) => [
    ...new Set(some.map(({ code }) => String(typeof code === "object" ? code.value : code))),
  ];
  const here = rules(all.filter(({ range }) => range.contains(editor.selection.active)));
  return { here, elsewhere: rules(all).filter((rule) => !here.includes(rule)) };
}
