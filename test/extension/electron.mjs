// The suite in a VS Code that @vscode/test-electron downloads: where that is possible and wanted.
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { bundle, folder, hasResults, readResults, root, workspace } from "./context.mjs";
import { count } from "./tally.mjs";

// VS Code's sandbox refuses to start as root.
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export async function electronPart() {
  const clients = workspace();
  try {
    await runTests({
      cachePath: join(root, ".vscode-test"),
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundle("suite"),
      launchArgs: [clients, "--disable-extensions", `--user-data-dir=${folder("data")}`, "--skip-welcome", ...sandbox],
    });
  } catch (error) {
    // A failed test ends VS Code with an error, too; without results it is a failure to download or to start.
    if (!hasResults(clients)) throw new Error("VS Code did not run.", { cause: error });
  }
  count(readResults(clients).results);
}
