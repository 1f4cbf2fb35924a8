// What the extension must do inside the real editor. Runs in the extension host; see run.mjs for how it gets there.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as vscode from "vscode";
import { testComparing } from "./comparing.ts";
import {
  diagnostics,
  expect,
  hasRule,
  open,
  ruleOf,
  runTests,
  type Seen,
  seen,
  test,
  until,
  workspace,
} from "./harness.ts";
import { testMoving } from "./moving.ts";
import { testSaving } from "./saving.ts";

const pinecrest = () => vscode.Uri.joinPath(workspace(), "pinecrest.itorg.yaml");
let atFirst: Seen[] = [];

export function run(): Promise<void> {
  return runTests(() => ({ diagnostics: atFirst }));
}

test("opens a sample as language itorg and reports its findings", async () => {
  const document = await open(pinecrest());
  expect(document.languageId === "itorg", `The language is ${document.languageId}.`);
  const found = await diagnostics(document.uri, hasRule("ciso-is-it-head"), "ciso-is-it-head");
  atFirst = seen(document.uri);
  for (const each of found) {
    expect(each.source === "itorg", `The source of ${ruleOf(each)} is ${each.source}.`);
    expect(typeof each.code === "object", `${ruleOf(each)} has no link to its rule page.`);
    expect(each.code.target.toString().includes(ruleOf(each)), `${ruleOf(each)} links to ${each.code.target}.`);
  }
  const ciso = found.find((each) => ruleOf(each) === "ciso-is-it-head");
  expect(ciso?.severity === vscode.DiagnosticSeverity.Warning, "ciso-is-it-head is no warning.");
  expect(document.getText(ciso.range) === "Sam Okafor", `ciso-is-it-head marks "${document.getText(ciso.range)}".`);
});

test("explains a role on hover, with its source", async () => {
  const document = await open(pinecrest());
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    document.positionAt(document.getText().indexOf("  ciso:") + 3),
  );
  const text = hovers.flatMap((hover) => hover.contents.map((each) => (typeof each === "string" ? each : each.value)));
  expect(text.join().includes("Chief Information Security Officer"), `The hover says: ${text.join("\n") || "nothing"}`);
  expect(text.join().includes("Mindfield"), `The hover names no source: ${text.join("\n")}`);
});

test("a recommendation is put on record, a correction ends its finding, and undo takes both back", async () => {
  await fixAndUndo(await open(pinecrest()));
});

test("a file that ends in .itorg.yml is the same", async () => {
  const copy = await copyOfPinecrest("second.itorg.yml");
  const document = await open(copy);
  expect(document.languageId === "itorg", `The language is ${document.languageId}.`);
  await fixAndUndo(document);
  await discard(copy);
});

test("findings follow what is typed", async () => {
  const document = await open(pinecrest());
  const editor = vscode.window.activeTextEditor;
  expect(editor?.document === document, "The sample is not in the active editor.");
  await diagnostics(document.uri, hasRule("ciso-is-it-head"), "ciso-is-it-head before typing");
  const at = document.positionAt(document.getText().indexOf("ciso: { heldBy: ") + "ciso: { heldBy: ".length);
  await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, "Sam Okafor".length)), "Eve Li"));
  await diagnostics(document.uri, (now) => !hasRule("ciso-is-it-head")(now), "no ciso-is-it-head");
  await vscode.commands.executeCommand("undo");
  await diagnostics(document.uri, hasRule("ciso-is-it-head"), "ciso-is-it-head after undo");
});

test("deleting a file clears its findings", async () => {
  const doomed = await copyOfPinecrest("doomed.itorg.yaml");
  await open(doomed);
  await diagnostics(doomed, hasRule("ciso-is-it-head"), "ciso-is-it-head before deleting");
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(doomed);
  expect(await vscode.workspace.applyEdit(edit), "The file could not be deleted.");
  await diagnostics(doomed, (now) => now.length === 0, "no findings for the deleted file");
});

test("renaming a file moves its findings", async () => {
  const before = await copyOfPinecrest("before.itorg.yaml");
  const after = vscode.Uri.joinPath(workspace(), "after.itorg.yaml");
  await open(before);
  await diagnostics(before, hasRule("ciso-is-it-head"), "ciso-is-it-head before renaming");
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(before, after);
  expect(await vscode.workspace.applyEdit(edit), "The file could not be renamed.");
  await diagnostics(after, hasRule("ciso-is-it-head"), "ciso-is-it-head under the new name");
  await diagnostics(before, (now) => now.length === 0, "no findings under the old name");
  await discard(after);
});

test("closing a file outside the workspace clears its findings", async () => {
  const folder = mkdtempSync(join(tmpdir(), "itorg-outside-"));
  const outside = vscode.Uri.file(join(folder, "client.itorg.yaml"));
  try {
    await vscode.workspace.fs.copy(pinecrest(), outside);
    // Not by openTextDocument(), which keeps a document alive for minutes after its editor is closed.
    await vscode.commands.executeCommand("vscode.open", outside);
    await diagnostics(outside, hasRule("ciso-is-it-head"), "ciso-is-it-head outside the workspace");
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    await diagnostics(outside, (now) => now.length === 0, "no findings for the closed file");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a file that nobody opened has its findings, which follow what happens to it outside", async () => {
  const closed = vscode.Uri.joinPath(workspace(), "never-opened.itorg.yaml");
  const config = vscode.Uri.joinPath(workspace(), "itorg.config.yaml");
  const content = readFileSync(pinecrest().fsPath, "utf8");
  const rule = "ciso-is-it-head";
  const settings = vscode.workspace.getConfiguration("itorg");
  try {
    // Until somebody wants that, nothing is shown of a client whose file is not open.
    await settings.update("show", "workspace", vscode.ConfigurationTarget.Workspace);
    writeFileSync(closed.fsPath, content);
    await diagnostics(closed, hasRule(rule), `${rule} in a file that came`);
    writeFileSync(config.fsPath, `rules: { ${rule}: off, no-such-rule: off }\n`);
    await diagnostics(closed, (now) => now.length > 0 && !hasRule(rule)(now), `no ${rule} by the configuration`);
    await diagnostics(config, hasRule("unknown-key"), "the mistake in the configuration");
    rmSync(config.fsPath);
    await diagnostics(closed, hasRule(rule), `${rule} without the configuration`);
    writeFileSync(closed.fsPath, content.replace("posts:", "x-posts:"));
    await diagnostics(closed, (now) => !hasRule(rule)(now), `no ${rule} after a change`);
    rmSync(closed.fsPath);
    await diagnostics(closed, (now) => now.length === 0, "no findings of a file that went");
    expect(!vscode.workspace.textDocuments.some(({ uri }) => uri.path === closed.path), "The file was opened.");
  } finally {
    await settings.update("show", undefined, vscode.ConfigurationTarget.Workspace);
    for (const uri of [closed, config]) rmSync(uri.fsPath, { force: true });
  }
});

test("itorg.restartServer restarts, and the findings come back", async () => {
  expect(await hasCommand("itorg.restartServer"), "There is no command itorg.restartServer.");
  const { uri } = await open(pinecrest());
  const again = diagnostics(uri, hasRule("ciso-is-it-head"), "ciso-is-it-head after the restart", { fresh: true });
  await Promise.all([again, vscode.commands.executeCommand("itorg.restartServer")]);
});

test("itorg.explain opens the rule's page inside the editor", async () => {
  expect(await hasCommand("itorg.explain"), "There is no command itorg.explain.");
  const rule = "ciso-is-it-head";
  await open(pinecrest());
  const title = "CISO and head of IT in one person";
  const page = until(
    vscode.window.tabGroups.onDidChangeTabs,
    () => tabOf(title),
    () => `a page about ${rule}`,
  );
  const [tab] = await Promise.all([page, vscode.commands.executeCommand("itorg.explain", rule)]);
  expect(tab.group.viewColumn !== vscode.ViewColumn.One, "The page has taken the place of the client's file.");
  if (tab.input instanceof vscode.TabInputText) {
    const text = (await vscode.workspace.openTextDocument(tab.input.uri)).getText();
    expect(text.includes(rule), `The page says: ${text.slice(0, 200)}`);
  }
  await vscode.window.tabGroups.close(tab);
});

test("itorg.copyQuestions copies what to ask, and whom", async () => {
  const { uri } = await open(pinecrest());
  await vscode.env.clipboard.writeText("nothing yet");
  await vscode.commands.executeCommand("itorg.copyQuestions", uri);
  const fromMenu = await vscode.env.clipboard.readText();
  expect(fromMenu.startsWith("# Questions: Pinecrest Dental Group"), `The clipboard holds: ${fromMenu}`);
  expect(fromMenu.includes("## For Maria Chen (CEO)"), `Nobody is named: ${fromMenu}`);
  expect(fromMenu.includes("software and cloud purchasing"), `The first question is not there: ${fromMenu}`);
  await vscode.env.clipboard.writeText("nothing yet");
  await vscode.commands.executeCommand("itorg.copyQuestions");
  expect((await vscode.env.clipboard.readText()) === fromMenu, "The active editor's file is not what is copied.");
});

test("one lens stands above all posts; those above each count when they are wanted, and lead there", async () => {
  const document = await open(pinecrest());
  const settings = vscode.workspace.getConfiguration("itorg");
  const above = () =>
    vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document.uri, 100);
  const [summary, ...more] = await above();
  expect(
    /^5 posts · \d+ findings · \d+ questions$/.test(summary?.command?.title ?? "") && more.length === 0,
    `Above the posts stands: ${[summary, ...more].map((lens) => lens?.command?.title).join("; ")}`,
  );
  await settings.update("codeLens.posts", "all", vscode.ConfigurationTarget.Workspace);
  // The server asks for the settings when it hears of them, and answers by the old ones until it has them.
  for (let asked = 0; asked < 200 && (await above()).length < 2; asked++) await vscode.commands.getCommands();
  await diagnostics(document.uri, hasRule("ciso-is-it-head"), "ciso-is-it-head before looking at lenses");
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    "vscode.executeCodeLensProvider",
    document.uri,
    100, // So many are resolved.
  );
  const titles = lenses.map((lens) => `${document.lineAt(lens.range.start).text.trim()} ${lens.command?.title}`);
  const of = (post: string, title: RegExp) =>
    lenses.find(
      ({ range, command }) =>
        document.lineAt(range.start).text.includes(`  ${post}:`) && title.test(command?.title ?? ""),
    )?.command;
  const reports = of("ceo", /^\d+ direct reports?$/);
  expect(reports?.command === "itorg.showPlaces", `No lens counts whoever reports to the CEO: ${titles.join("; ")}`);
  await vscode.commands.executeCommand(reports.command, ...(reports.arguments ?? []));
  await vscode.commands.executeCommand("closeReferenceSearch");
  // Notes, that is; graver findings stand further down in the file, and are not the ones that were counted.
  const findings = of("it-manager", /^\d+ findings?$/);
  expect(findings?.command === "itorg.showFindings", `No lens counts what was found: ${titles.join("; ")}`);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  await vscode.commands.executeCommand(findings.command, ...(findings.arguments ?? []));
  const line = document.lineAt(editor.selection.active).text;
  expect(line.includes("it-manager") || line.includes("Sam Okafor"), `The cursor is in: ${line}`);
  await settings.update("codeLens.posts", undefined, vscode.ConfigurationTarget.Workspace);
});

test("the holder's name is shown behind a post's id", async () => {
  const document = await open(pinecrest());
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    all,
  );
  const at = document.positionAt(document.getText().indexOf("reportsTo: cfo") + "reportsTo: cfo".length);
  const hint = hints.find(({ position }) => position.isEqual(at));
  expect(hint?.label === "(Paul Reyes)", `Behind "reportsTo: cfo" stands ${JSON.stringify(hint?.label)}.`);
});

test("names and reserved words have colours of their own", async () => {
  const document = await open(pinecrest());
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
    "vscode.provideDocumentSemanticTokensLegend",
    document.uri,
  );
  const { data } = await vscode.commands.executeCommand<vscode.SemanticTokens>(
    "vscode.provideDocumentSemanticTokens",
    document.uri,
  );
  const kinds = new Set(Array.from(data).flatMap((kind, i) => (i % 5 === 3 ? legend.tokenTypes[kind] : [])));
  for (const kind of ["post", "person", "provider", "reservedWord"])
    expect(kinds.has(kind), `There is no ${kind} among: ${[...kinds].join(", ")}`);
});

test("formatting lays a file out, and one undo brings it back", async () => {
  const copy = await copyOfPinecrest("loose.itorg.yaml");
  const document = await open(copy);
  const before = document.getText();
  const loosen = new vscode.WorkspaceEdit();
  const loose = before.replaceAll("{ ", "{").replaceAll(/^ +/gm, (blanks) => blanks.repeat(2));
  loosen.replace(copy, new vscode.Range(0, 0, document.lineCount, 0), loose);
  expect(await vscode.workspace.applyEdit(loosen), "The file could not be changed.");
  await vscode.commands.executeCommand("editor.action.formatDocument");
  expect(document.getText() === before, `Formatted, it is:\n${document.getText()}`);
  await vscode.commands.executeCommand("undo");
  expect(document.getText() === loose, "One undo does not bring back what was formatted.");
  await discard(copy);
});

test("the language has its defaults for indentation and suggestions", async () => {
  const editor = vscode.workspace.getConfiguration("editor", { languageId: "itorg", uri: pinecrest() });
  expect(editor.get("insertSpaces") === true, "Tabs are on.");
  expect(editor.get("tabSize") === 2, `The tab size is ${editor.get("tabSize")}.`);
  const strings = editor.get<{ strings: unknown }>("quickSuggestions")?.strings;
  expect(strings === true || strings === "on", `Quick suggestions in strings: ${strings}.`);
});

testMoving();
testSaving();
testComparing();

async function fixAndUndo(document: vscode.TextDocument): Promise<void> {
  const rule = "provider-unsupervised";
  const before = document.getText();
  const found = await diagnostics(document.uri, hasRule(rule), `${rule} before the fix`);
  const finding = found.find((each) => ruleOf(each) === rule);
  expect(finding, `${rule} went away.`);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
    20, // So many are resolved: an edit may come only when it is asked for.
  );
  const titles = actions.map((action) => action.title).join("; ");
  // The editor passes on no diagnostics with an action, so it is known by how its title begins.
  const apply = async (kind: string, isSeen: (now: readonly vscode.Diagnostic[]) => boolean) => {
    const action = actions.find(({ title, edit }) => edit && title.startsWith(kind));
    expect(action?.edit, `No "${kind}" with an edit for ${rule}; the actions: ${titles || "none"}`);
    expect(await vscode.workspace.applyEdit(action.edit), `"${action.title}" could not be applied.`);
    await diagnostics(document.uri, isSeen, `what "${action.title}" does to ${rule}`);
    await vscode.commands.executeCommand("undo");
    expect(document.getText() === before, `One undo does not take "${action.title}" back.`);
    await diagnostics(document.uri, hasRule(rule), `${rule} after undo`);
  };
  const isProposed = (one: vscode.Diagnostic) => ruleOf(one) === rule && one.message.includes("Proposed: ");
  await apply("Recommend: ", (now) => now.some(isProposed));
  await apply("Correct the record: ", (now) => !hasRule(rule)(now));
}

async function copyOfPinecrest(name: string): Promise<vscode.Uri> {
  const copy = vscode.Uri.joinPath(workspace(), name);
  await vscode.workspace.fs.copy(pinecrest(), copy, { overwrite: true });
  return copy;
}

async function discard(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await vscode.workspace.fs.delete(uri);
}

async function hasCommand(id: string): Promise<boolean> {
  return (await vscode.commands.getCommands(true)).includes(id);
}

/** The tab that shows a rule's page, whatever kind of editor the page is in: its label is the page's title. */
function tabOf(title: string): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(({ label }) => label.includes(title));
}
