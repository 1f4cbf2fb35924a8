// What the extension must do in a browser. Runs in the web extension host; see web.mjs for how it gets there.
import * as vscode from "vscode";
import {
  diagnostics,
  expect,
  hasRule,
  open,
  ruleOf,
  rulesAt,
  runTests,
  type Seen,
  seen,
  test,
  workspace,
} from "./harness.ts";
import { memoryFiles } from "./memory-files.ts";

const pinecrest = () => vscode.Uri.joinPath(workspace(), "pinecrest.itorg.yaml");
let atFirst: Seen[] = [];

export function run(): Promise<void> {
  return runTests(() => ({ diagnostics: atFirst }));
}

test("this is the web extension host, and the extension is in it", async () => {
  expect(typeof process === "undefined", "There is a process: this is Node.");
  expect("importScripts" in globalThis, "This is no worker.");
  expect(vscode.env.uiKind === vscode.UIKind.Web, "The workbench is not in a browser.");
  const extension = vscode.extensions.getExtension("itorg.itorg");
  expect(extension, "itorg is not there.");
  expect(extension.extensionUri.scheme === "http", `It comes from ${extension.extensionUri}.`);
  await open(pinecrest());
  await extension.activate();
});

test("reports a sample's findings", async () => {
  const document = await open(pinecrest());
  expect(document.uri.scheme === "vscode-remote", `The sample is at ${document.uri}.`);
  await diagnostics(document.uri, hasRule("ciso-is-it-head"), "ciso-is-it-head");
  atFirst = seen(document.uri);
});

test("reports files that nobody has opened", async () => {
  const closed = vscode.Uri.joinPath(workspace(), "halden.itorg.yaml");
  const settings = vscode.workspace.getConfiguration("itorg");
  await settings.update("show", "workspace", vscode.ConfigurationTarget.Global);
  await diagnostics(closed, (now) => now.length > 0, "findings of a closed file");
  expect(!vscode.workspace.textDocuments.some(({ uri }) => uri.path === closed.path), "It is open.");
  await settings.update("show", undefined, vscode.ConfigurationTarget.Global);
});

test("explains a role on hover, with a link that the editor may follow", async () => {
  const document = await open(pinecrest());
  const at = document.positionAt(document.getText().indexOf("  ciso:") + 3);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, at);
  const text = hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === "string" ? one : one.value)))
    .join();
  expect(text.includes("Chief Information Security Officer"), `The hover says: ${text || "nothing"}`);
  expect(text.includes("command:itorg.explain"), `The hover has no link to its page: ${text}`);
});

test("completes the keys of a post", async () => {
  const document = await vscode.workspace.openTextDocument({
    language: "itorg",
    content: "itorg: 1\norganization: { name: Example }\nposts:\n  ceo:\n    \n",
  });
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    new vscode.Position(4, 4),
  );
  const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
  expect(labels.includes("heldBy") && labels.includes("reportsTo"), `Offered: ${labels.join(", ") || "nothing"}`);
});

test("a correction of the record ends its finding", async () => {
  const document = await open(pinecrest());
  const rule = "provider-unsupervised";
  const finding = (await diagnostics(document.uri, hasRule(rule), rule)).find((one) => ruleOf(one) === rule);
  expect(finding, `${rule} went away.`);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );
  const fix = actions.find(({ title, edit }) => edit && title.startsWith("Correct the record: "));
  expect(fix?.edit, `No correction with an edit: ${actions.map(({ title }) => title).join("; ")}`);
  expect(await vscode.workspace.applyEdit(fix.edit), `"${fix.title}" could not be applied.`);
  await diagnostics(document.uri, (now) => !hasRule(rule)(now), `no ${rule} after "${fix.title}"`);
  await vscode.commands.executeCommand("undo");
  await diagnostics(document.uri, hasRule(rule), `${rule} after undo`);
});

test("follows a configuration that comes, changes and goes", async () => {
  const { uri } = await open(pinecrest());
  const config = vscode.Uri.joinPath(workspace(), "itorg.config.yaml");
  const write = (text: string) => vscode.workspace.fs.writeFile(config, new TextEncoder().encode(text));
  await diagnostics(uri, hasRule("ciso-is-it-head"), "ciso-is-it-head without a configuration");
  await write("rules: { ciso-is-it-head: off }\n");
  await diagnostics(uri, (now) => !hasRule("ciso-is-it-head")(now), "no ciso-is-it-head while it is off");
  await write("rules: { ciso-is-it-head: error }\n");
  const isError = (one: vscode.Diagnostic) =>
    ruleOf(one) === "ciso-is-it-head" && one.severity === vscode.DiagnosticSeverity.Error;
  await diagnostics(uri, (now) => now.some(isError), "ciso-is-it-head as an error");
  await vscode.workspace.fs.delete(config);
  await diagnostics(
    uri,
    (now) => hasRule("ciso-is-it-head")(now) && !now.some(isError),
    "ciso-is-it-head as a warning",
  );
});

test("reads a repository that is on no machine, and the configuration in it", async () => {
  const root = vscode.Uri.parse("vscode-vfs://github/example/clients");
  const at = (path: string) => vscode.Uri.joinPath(root, path);
  const text = await vscode.workspace.fs.readFile(pinecrest());
  const files = memoryFiles({
    [at("plain/pinecrest.itorg.yaml").path]: text,
    [at("firm/itorg.config.yaml").path]: new TextEncoder().encode("rules: { ciso-is-it-head: off }\n"),
    [at("firm/pinecrest.itorg.yaml").path]: text,
  });
  const provider = vscode.workspace.registerFileSystemProvider("vscode-vfs", files, { isReadonly: true });
  try {
    const [plain, firm] = [at("plain/pinecrest.itorg.yaml"), at("firm/pinecrest.itorg.yaml")];
    await open(plain);
    await diagnostics(plain, hasRule("ciso-is-it-head"), "ciso-is-it-head in a virtual file");
    await open(firm);
    await diagnostics(firm, (now) => now.length > 0, "findings beside a virtual configuration");
    expect(!rulesAt(firm).includes("ciso-is-it-head"), "The virtual configuration does not count.");
  } finally {
    provider.dispose();
  }
});

test("itorg.restartServer starts another worker, and the findings come back", async () => {
  const { uri } = await open(pinecrest());
  const again = diagnostics(uri, hasRule("ciso-is-it-head"), "ciso-is-it-head after the restart", { fresh: true });
  await Promise.all([again, vscode.commands.executeCommand("itorg.restartServer")]);
});

test("itorg.explain opens a page, though no page lies anywhere", async () => {
  await vscode.commands.executeCommand("itorg.explain", "ciso-is-it-head");
  const page = await vscode.workspace.openTextDocument(vscode.Uri.parse("itorg:/rules/ciso-is-it-head.md"));
  expect(page.getText().includes("ciso-is-it-head"), `The page says: ${page.getText().slice(0, 200)}`);
});
