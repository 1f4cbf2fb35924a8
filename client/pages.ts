import * as vscode from "vscode";
import type { ExplainParams, ExplainResult, PageEntry } from "../server/protocol.ts";

/** Pages are documents of this scheme: the server writes them, nothing is loaded from anywhere. */
const scheme = "itorg";

type Explain = (params: ExplainParams) => Promise<ExplainResult>;

/** Lets the editor read `itorg:/rules/ciso-is-it-head.md` and the like. */
export function showPages(explain: Explain): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    // The query is the configuration in which a firm's own rule stands.
    provideTextDocumentContent: async ({ path, query }) =>
      (await explain({ id: path.slice(1), ...(query === "" ? {} : { config: query }) }))?.markdown,
  });
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
    void vscode.window.showInformationMessage(`itorg has no page about "${wanted.id}".`);
    return;
  }
  const query = wanted.config ?? "";
  const address = vscode.Uri.from({ scheme, path: `/${page.path}`, query, fragment: page.anchor ?? "" });
  try {
    await vscode.commands.executeCommand("markdown.showPreview", address);
  } catch {
    // The built-in preview can be disabled; the page's own text reads well, too.
    await vscode.window.showTextDocument(address.with({ fragment: "" }), { preview: true });
  }
}

async function choose(entries: readonly PageEntry[]): Promise<ExplainParams | undefined> {
  const items = entries.map(({ id, title, kind, config }) => ({
    label: title,
    description: `${kind} ${id}`,
    wanted: { id, ...(config === undefined ? {} : { config }) },
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: "Explain rule",
    placeHolder: "A rule, a role, a source or a law",
    matchOnDescription: true,
  });
  return chosen?.wanted;
}
