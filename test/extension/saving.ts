// What happens on saving: VS Code asks for the code actions that `editor.codeActionsOnSave` names.
import * as vscode from "vscode";
import { diagnostics, expect, hasRule, open, test, workspace } from "./harness.ts";

const misspelt = `itorg: 1 # kept
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldby: Bo Li, reportTo: ceo } # two slips
`;

export function testSaving(): void {
  test("saving mends what needs no judgement, where the user wants that", async () => {
    const uri = vscode.Uri.joinPath(workspace(), "saved.itorg.yaml");
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(misspelt));
    const editor = vscode.workspace.getConfiguration("editor");
    await editor.update("codeActionsOnSave", { "source.fixAll.itorg": "explicit" }, vscode.ConfigurationTarget.Global);
    try {
      const document = await open(uri);
      await diagnostics(uri, hasRule("unknown-key"), "unknown-key before saving");
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(0, misspelt.indexOf("\n")), ", too");
      expect(await vscode.workspace.applyEdit(edit), "The file could not be changed.");
      await vscode.commands.executeCommand("workbench.action.files.save");
      const wanted = misspelt.replace("kept", "kept, too").replace("heldby", "heldBy").replace("reportTo", "reportsTo");
      expect(document.getText() === wanted, `After saving, the file reads:\n${document.getText()}`);
      expect(!document.isDirty, "The file is not saved.");
      await diagnostics(uri, (now) => !hasRule("unknown-key")(now), "no unknown-key after saving");
    } finally {
      await editor.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
      await vscode.workspace.fs.delete(uri);
    }
  });
}
