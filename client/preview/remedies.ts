import * as vscode from "vscode";
import type { FindingShown, RemedyShown } from "../../server/preview-protocol.ts";
import type { Ask } from "./ask.ts";
import { applied, columnOf } from "./panel-edit.ts";

type About = { readonly rule?: string; readonly at: string };

/** A list of a finding's remedies, as the light bulb has them; of a box with several findings, these first. */
export async function pickRemedy(ask: Ask, uri: vscode.Uri, about: About, only?: RemedyShown["does"]): Promise<void> {
  const finding = await findingOf(ask, uri, about);
  const found = finding && (await ask.remedies(uri, finding.rule, finding.at));
  if (!finding) return;
  const all = found?.remedies.filter(({ does }) => only === undefined || does === only) ?? [];
  if (!found || all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no remedy of that kind for this finding."));
    return;
  }
  const items = all.map((remedy) => ({
    label: remedy.title,
    ...(remedy.isPreferred ? { description: vscode.l10n.t("first choice") } : {}),
    remedy,
  }));
  const chosen =
    only === "accept" && items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, {
          title: finding.says,
          placeHolder: vscode.l10n.t("What is to be done about it?"),
        });
  if (chosen) await carryOut(uri, found.version, chosen.remedy);
}

/** Puts the first remedy of a finding into the plan. */
export async function recommendFirst(
  ask: Ask,
  uri: vscode.Uri,
  { rule, at }: { rule: string; at: string },
): Promise<void> {
  const found = await ask.remedies(uri, rule, at);
  const [first] = found?.remedies.filter(({ does }) => does === "recommend") ?? [];
  if (found && first) await carryOut(uri, found.version, first);
}

/** The finding that is meant: of several that stand in one entry, the user says which. */
async function findingOf(ask: Ask, uri: vscode.Uri, { rule, at }: About): Promise<FindingShown | undefined> {
  const shown = await ask.preview(uri, "findings");
  const all = shown?.content.tab === "findings" ? shown.content.findings : [];
  const own =
    rule === undefined
      ? all.filter((one) => isWithin(one.at, at) && one.state !== "accepted")
      : all.filter((one) => one.rule === rule && one.at === at);
  if (own.length === 0) void vscode.window.showInformationMessage(vscode.l10n.t("Nothing was found there."));
  if (own.length < 2) return own[0];
  const items = own.map((finding) => ({ label: finding.says, description: finding.title, finding }));
  const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t("Which of these findings?") });
  return chosen?.finding;
}

const isWithin = (at: string, entry: string): boolean =>
  at === entry || at.startsWith(`${entry}.`) || at.startsWith(`${entry}[`);

async function carryOut(uri: vscode.Uri, version: number, remedy: RemedyShown): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const isWritten = document.version === version && (await applied(document, remedy.edits));
  if (!isWritten) {
    void vscode.window.showWarningMessage(vscode.l10n.t("Not written: the file has just changed. Try again."));
    return;
  }
  if (remedy.does === "accept") await goToFirstSlot(document, remedy);
}

/** A decision is on record only once somebody says who made it and why: the cursor goes where that is wanted. */
async function goToFirstSlot(document: vscode.TextDocument, { edits }: RemedyShown): Promise<void> {
  const start = edits[0]?.range.start;
  if (!start) return;
  const from = document.offsetAt(new vscode.Position(start.line, start.character));
  const slot = document.getText().indexOf("not-asked", from);
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(document.uri) ?? vscode.ViewColumn.One,
    preview: false,
  });
  if (slot < 0) return;
  const range = new vscode.Range(document.positionAt(slot), document.positionAt(slot + "not-asked".length));
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
