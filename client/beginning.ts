import * as vscode from "vscode";

const configName = "itorg.config.yaml";
const sample = ["samples", "pinecrest.itorg.yaml"];

/** Opens the configuration at an address; what it turns off is a decision that somebody may want to see. */
export async function openConfiguration(uri: unknown): Promise<void> {
  if (typeof uri === "string") await vscode.window.showTextDocument(vscode.Uri.parse(uri));
}

/**
 * Opens the configuration in the folder that a menu names, in that of the client file, or in the workspace's first
 * one; where there is none yet, it is written first.
 */
export async function createConfiguration(target: unknown, current: vscode.Uri | undefined): Promise<void> {
  const folder = (await folderFor(target, current)) ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!folder) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a folder first: the configuration stands in one."));
    return;
  }
  const uri = vscode.Uri.joinPath(folder, configName);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(configuration()) });
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri, { preview: false });
}

async function folderFor(target: unknown, current: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const uri = target instanceof vscode.Uri ? target : current;
  // A file that has never been saved is in no folder.
  if (!uri || uri.scheme === "untitled") return undefined;
  const { type } = await vscode.workspace.fs.stat(uri);
  return type & vscode.FileType.Directory ? uri : vscode.Uri.joinPath(uri, "..");
}

/** Only comments: a new configuration changes nothing until somebody says what. */
const configuration = (): string =>
  [
    vscode.l10n.t("How the client files in this folder, and in those below it, are checked."),
    vscode.l10n.t("Press Ctrl+Space at the beginning of a line to see what can stand here."),
    "rules:",
    "  cio-hands-on: off",
    "thresholds:",
    "  small: 20",
  ]
    .map((line) => `# ${line}\n`)
    .join("");

/** Opens the sample as a text of its own, which may be changed and thrown away. */
export async function openSample(extension: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "itorg", content: await sampleText(extension) });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Fills an empty file with the sample. */
export async function insertSample(extension: vscode.Uri, uri: unknown): Promise<void> {
  if (typeof uri !== "string") return;
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (document.getText().trim() !== "") return;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), await sampleText(extension));
  await vscode.workspace.applyEdit(edit);
}

async function sampleText(extension: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, ...sample));
  return new TextDecoder().decode(bytes);
}
