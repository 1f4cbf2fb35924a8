import * as vscode from "vscode";

/** What the last commit has of a file; or in a sentence why that cannot be said. */
export type LastCommit =
  | { readonly text: string; readonly hash: string; readonly day: string }
  | { readonly refused: string };

/** The part of version 1 of the Git extension's interface that is used here (extensions/git/src/api/git.d.ts). */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: vscode.Event<"uninitialized" | "initialized">;
  getRepository(uri: vscode.Uri): Repository | null;
}
interface Repository {
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
  };
  show(ref: string, path: string): Promise<string>;
  getCommit(ref: string): Promise<{ readonly hash: string; readonly commitDate?: Date; readonly authorDate?: Date }>;
}
interface Change {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
}

/** Reads what a file was in the last commit, by the editor's own Git extension: nothing else runs. */
export async function lastCommitOf({ uri, isUntitled }: vscode.TextDocument): Promise<LastCommit> {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  if (isUntitled) return { refused: vscode.l10n.t("Save this file first: what has no name is in no commit.") };
  if (!vscode.workspace.isTrusted)
    return {
      refused: vscode.l10n.t(
        "Git does not run in a workspace that is not trusted. Trust it to compare with the last commit.",
      ),
    };
  const extension = vscode.extensions.getExtension<GitExtension>("vscode.git");
  if (!extension)
    return {
      refused: vscode.l10n.t("The editor's Git extension is not here, so that nobody can read the last commit."),
    };
  const git = extension.isActive ? extension.exports : await extension.activate();
  if (!git.enabled)
    return { refused: vscode.l10n.t("Git is switched off in the settings of the editor (git.enabled).") };
  const api = git.getAPI(1);
  if (api.state === "uninitialized") await initialized(api);
  const repository = api.getRepository(uri);
  if (!repository) return { refused: vscode.l10n.t("{0} lies in no Git repository that is open in the editor.", name) };
  if (repository.state.HEAD?.commit === undefined)
    return { refused: vscode.l10n.t("There is no commit in this repository yet.") };
  const { indexChanges, workingTreeChanges } = repository.state;
  const renamed = [...indexChanges, ...workingTreeChanges].find(
    ({ originalUri, renameUri }) =>
      renameUri?.toString() === uri.toString() && originalUri.toString() !== uri.toString(),
  );
  if (renamed) {
    const before = renamed.originalUri.path;
    return {
      refused: vscode.l10n.t("{0} was called {1} in the last commit.", name, before.slice(before.lastIndexOf("/") + 1)),
    };
  }
  try {
    const [text, { hash, commitDate, authorDate }] = await Promise.all([
      repository.show("HEAD", uri.fsPath),
      repository.getCommit("HEAD"),
    ]);
    return { text, hash: hash.slice(0, 7), day: dayOf(commitDate ?? authorDate) };
  } catch {
    return { refused: vscode.l10n.t("{0} is not in the last commit.", name) };
  }
}

const initialized = (api: GitApi): Promise<void> =>
  new Promise((resolve) => {
    const listening = api.onDidChangeState(() => {
      listening.dispose();
      resolve();
    });
  });

/** YYYY-MM-DD where the consultant sits; empty where the commit has no day. */
function dayOf(date: Date | undefined): string {
  if (!date) return "";
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
