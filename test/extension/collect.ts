// Reports what the installed extension says about the sample: the packed one must say what the built one does.
import * as vscode from "vscode";
import { diagnostics, expect, hasRule, open, runTests, type Seen, seen, test, workspace } from "./harness.ts";

let collected: Seen[] = [];

export function run(): Promise<void> {
  return runTests(() => ({ diagnostics: collected }));
}

test("the packed extension is the one that is active, and reports findings", async () => {
  const { uri } = await open(vscode.Uri.joinPath(workspace(), "pinecrest.itorg.yaml"));
  await diagnostics(uri, hasRule("ciso-is-it-head"), "ciso-is-it-head");
  collected = seen(uri);
  const extension = vscode.extensions.getExtension("itorg.itorg");
  expect(extension?.isActive, "The extension itorg.itorg is not active.");
  const installed = process.env.ITORG_EXTENSIONS ?? "?";
  expect(extension.extensionPath.startsWith(installed), `It comes from ${extension.extensionPath}.`);
});
