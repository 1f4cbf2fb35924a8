// Moving about in a file, through the commands behind which the editor's own menus and keys stand.
import * as vscode from "vscode";
import { diagnostics, expect, hasRule, open, test, workspace } from "./harness.ts";

const pinecrest = () => vscode.Uri.joinPath(workspace(), "pinecrest.itorg.yaml");

export function testMoving(): void {
  test("goes from a reference to its entry, and finds all references", async () => {
    const document = await open(pinecrest());
    const at = positionIn(document, "reportsTo: it-manager", "it-manager");
    const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document.uri,
      at,
    );
    const lines = found.map((one) =>
      "targetRange" in one ? (one.targetSelectionRange ?? one.targetRange) : one.range,
    );
    expect(
      lines.length === 1 && document.getText(lines[0]) === "it-manager" && lines[0]?.start.character === 2,
      `The definition of it-manager: ${JSON.stringify(found)}`,
    );
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      "vscode.executeReferenceProvider",
      document.uri,
      at,
    );
    const texts = references.map(({ range }) => document.getText(range));
    expect(texts.length === 5 && texts.every((text) => text === "it-manager"), `The references: ${texts.join(", ")}`);
  });

  test("renames a post everywhere, and one undo takes it back", async () => {
    const document = await open(pinecrest());
    const before = document.getText();
    const at = positionIn(document, "reportsTo: it-manager", "it-manager");
    await diagnostics(document.uri, hasRule("ciso-is-it-head"), "ciso-is-it-head before renaming");
    const rename = (name: string) =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        "vscode.executeDocumentRenameProvider",
        document.uri,
        at,
        name,
      );
    const refused = await rename("ciso").then(
      () => "not refused",
      (error: unknown) => String(error),
    );
    expect(refused.includes("There already is a post"), `A name that is taken: ${refused}`);
    expect(await vscode.workspace.applyEdit(await rename("ops-lead")), "The rename could not be applied.");
    const renamed = document.getText();
    expect(renamed.includes("reportsTo: ops-lead") && renamed.includes("role: it-manager"), renamed);
    await diagnostics(document.uri, hasRule("ciso-is-it-head"), "ciso-is-it-head under the new name");
    await vscode.commands.executeCommand("undo");
    expect(document.getText() === before, "One undo does not restore the text.");
  });

  test("lists posts in the order of the file, so that the list follows the cursor", async () => {
    const document = await open(pinecrest());
    const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      document.uri,
    );
    const posts = found.find(({ name }) => name === "posts")?.children ?? [];
    const names = posts.map(({ name }) => name).join();
    expect(names === "ceo,cfo,cio,it-manager,ciso,hipaa-privacy-official", `The posts: ${names}`);
    const at = positionIn(document, "  it-manager:", "it-manager");
    const around = posts.filter(({ range }) => range.contains(at)).map(({ name }) => name);
    expect(around.join() === "it-manager", `Around the IT manager: ${around.join()}`);
    const people = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "Sam Oka",
    );
    expect(
      people.some(({ name, location }) => name === "Sam Okafor" && location.uri.toString() === document.uri.toString()),
      `Somebody called Sam Oka...: ${people.map(({ name }) => name).join(", ") || "nobody"}`,
    );
  });

  test("follows the reporting lines in both directions", async () => {
    const document = await open(pinecrest());
    const [cfo] = await vscode.commands.executeCommand<vscode.CallHierarchyItem[]>(
      "vscode.prepareCallHierarchy",
      document.uri,
      positionIn(document, "  cfo:", "cfo"),
    );
    expect(cfo?.name === "cfo", `The hierarchy begins at ${cfo?.name}.`);
    const below = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      "vscode.provideIncomingCalls",
      cfo,
    );
    const above = await vscode.commands.executeCommand<vscode.CallHierarchyOutgoingCall[]>(
      "vscode.provideOutgoingCalls",
      cfo,
    );
    const names = [...below.map(({ from }) => from.name), ...above.map(({ to }) => to.name)];
    expect(names.join() === "it-manager,ceo", `Below and above the CFO: ${names.join()}`);
  });
}

/** Inside a word, at the first place where it stands in this context. */
function positionIn(document: vscode.TextDocument, context: string, word: string): vscode.Position {
  const start = document.getText().indexOf(context);
  expect(start >= 0, `"${context}" is not in the file.`);
  return document.positionAt(start + context.indexOf(word) + 1);
}
