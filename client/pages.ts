import * as vscode from "vscode";
import type { ExplainResult, PageEntry } from "../server/protocol.ts";

/** Pages are documents of this scheme: the server writes them, nothing is loaded from anywhere. */
const scheme = "itorg";

type Explain = (id: string) => Promise<ExplainResult>;

/** Lets the editor read `itorg:/rules/ciso-is-it-head.md` and the like. */
export function showPages(explain: Explain): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => (await explain(path.slice(1)))?.markdown,
  });
}

/** Opens the page about `id`; without one, the user chooses. */
export async function showPage(id: unknown, explain: Explain, entries: () => Promise<PageEntry[]>): Promise<void> {
  const wanted = typeof id === "string" ? id : await choose(await entries());
  if (wanted === undefined) return;
  const page = await explain(wanted);
  if (!page) {
    void vscode.window.showInformationMessage(`itorg has no page about "${wanted}".`);
    return;
  }
  const address = vscode.Uri.from({ scheme, path: `/${page.path}`, fragment: page.anchor ?? "" });
  try {
    await vscode.commands.executeCommand("markdown.showPreview", address);
  } catch {
    // The built-in preview can be disabled; the page's own text reads well, too.
    await vscode.window.showTextDocument(address.with({ fragment: "" }), { preview: true });
  }
}

async function choose(entries: readonly PageEntry[]): Promise<string | undefined> {
  const items = entries.map(({ id, title, kind }) => ({ label: title, description: `${kind} ${id}`, id }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: "Explain rule",
    placeHolder: "A rule, a role, a source or a law",
    matchOnDescription: true,
  });
  return chosen?.id;
}
