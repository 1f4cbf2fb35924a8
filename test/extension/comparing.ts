// What a file was in the last commit, by the editor's own Git extension.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { expect, open, test, until, workspace } from "./harness.ts";

const committed = `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
`;

interface Git {
  getAPI(version: 1): { openRepository(root: vscode.Uri): Promise<object | null> };
}

export function testComparing(): void {
  test("a file is compared with the last commit, as it stands in the editor", async () => {
    const folder = workspace().fsPath;
    const uri = vscode.Uri.joinPath(workspace(), "compared.itorg.yaml");
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: folder }).toString();
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(committed));
    try {
      const document = await open(uri);
      const before = pages().length;
      await vscode.commands.executeCommand("itorg.compareWithLastCommit", uri);
      expect(pages().length === before, "There is a comparison outside of any repository.");
      git("init", "-q");
      git("add", "compared.itorg.yaml");
      git("commit", "-qm", "first");
      const extension = vscode.extensions.getExtension<Git>("vscode.git");
      expect(extension, "The editor has no Git extension.");
      const api = (await extension.activate()).getAPI(1);
      expect(await api.openRepository(workspace()), "The repository could not be opened.");
      const edit = new vscode.WorkspaceEdit();
      const at = committed.indexOf("cio }\n", committed.indexOf("ciso:"));
      edit.replace(uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 3)), "ceo");
      expect(await vscode.workspace.applyEdit(edit), "The file could not be changed.");
      await vscode.commands.executeCommand("itorg.compareWithLastCommit", uri);
      const page = await until(
        vscode.workspace.onDidOpenTextDocument,
        () => pages()[before],
        () => `a comparison; open are ${vscode.workspace.textDocuments.map((one) => one.uri.path).join(", ")}`,
      );
      const text = page.getText();
      const hash = git("rev-parse", "HEAD").slice(0, 7);
      for (const wanted of [
        "The CISO now reports to the CEO, no longer to the CIO.",
        `(${hash}), then compared.itorg.yaml with unsaved changes: 1 change;`,
        "## Findings that have ended",
      ])
        expect(text.includes(wanted), `"${wanted}" is not in:\n${text}`);
    } finally {
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await vscode.workspace.fs.delete(uri);
      rmSync(join(folder, ".git"), { recursive: true, force: true });
    }
  });
}

const pages = (): vscode.TextDocument[] =>
  vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "itorg" && uri.path.startsWith("/comparisons/"));
