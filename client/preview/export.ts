import * as vscode from "vscode";
import { type ExportKind, type ExportNames, exportNames } from "../../server/preview-protocol.ts";
import type { Ask } from "./ask.ts";

/** Writes a chart or a matrix to a file of the user's choice. `draw`: a PNG is drawn by the page, with its fonts. */
export async function exportShown(ask: Ask, uri: vscode.Uri, draw?: (svg: string) => void): Promise<void> {
  const kind = await pickKind(draw !== undefined);
  const names = kind && (await pickNames());
  if (!kind || !names) return;
  const found = await ask.export(uri, kind.kind, names);
  if (!found) return;
  if (kind.isPng) draw?.(found.content);
  else await save(uri, kind.kind.split(".")[1] ?? "", new TextEncoder().encode(found.content));
}

export async function savePicture(uri: vscode.Uri, base64: string): Promise<void> {
  await save(
    uri,
    "png",
    Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
  );
}

async function pickKind(canDraw: boolean): Promise<{ kind: ExportKind; isPng?: boolean } | undefined> {
  const { t } = vscode.l10n;
  const chart = t("Chart");
  const matrix = t("Matrix");
  const of = (what: string, format: string, kind: ExportKind, detail: string, isPng?: boolean) => ({
    label: t("{0} as {1}", what, format),
    description: detail,
    wanted: { kind, ...(isPng ? { isPng } : {}) },
  });
  const items = [
    of(chart, "SVG", "chart.svg", t("a picture that stays sharp at any size")),
    ...(canDraw ? [of(chart, "PNG", "chart.svg", t("a picture for every program"), true)] : []),
    of(chart, "Mermaid", "chart.mmd", t("a diagram for a wiki")),
    of(chart, "CSV", "chart.csv", t("the posts as a list")),
    of(matrix, "HTML", "matrix.html", t("a page to print or to send")),
    of(matrix, "Markdown", "matrix.md", t("for a wiki")),
    of(matrix, "CSV", "matrix.csv", t("for a spreadsheet")),
  ];
  return (await vscode.window.showQuickPick(items, { placeHolder: t("What is to be exported?") }))?.wanted;
}

async function pickNames(): Promise<ExportNames | undefined> {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<ExportNames, readonly [string, string]>> = {
    full: [t("Names in full"), ""],
    initials: [t("Initials"), "N. W."],
    codes: [t("Codes"), t("Person 1")],
    none: [t("No names"), t("posts alone, and \u201cthe client\u201d")],
  };
  const items = exportNames.map((names) => ({ label: labels[names][0], description: labels[names][1], names }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: t("How are people named in it?") });
  return chosen?.names;
}

async function save(uri: vscode.Uri, ending: string, bytes: Uint8Array): Promise<void> {
  const name = (uri.path.split("/").at(-1) ?? "client").replace(/\.itorg\.ya?ml$/, "");
  const folder =
    uri.scheme === "untitled" ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, "..");
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}.${ending}`) } : {}),
    filters: { [ending.toUpperCase()]: [ending] },
  });
  if (!target) return;
  try {
    await vscode.workspace.fs.writeFile(target, bytes);
    void vscode.window.showInformationMessage(vscode.l10n.t("Wrote {0}.", vscode.workspace.asRelativePath(target)));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t("{0} could not be written: {1}", vscode.workspace.asRelativePath(target), why),
    );
  }
}
