import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient";
import type { LensData, PlacesArguments } from "../server/protocol.ts";
import { toPosition, toRange } from "./select.ts";

/** Gives a lens its words: the server says what it counts, and how many there are. */
export const resolveCodeLens: NonNullable<Middleware["resolveCodeLens"]> = async (lens, token, next) => {
  const resolved = await next(lens, token);
  if (resolved) name(resolved);
  return resolved;
};

/** The same for those that come with all that they say. */
export const provideCodeLenses: NonNullable<Middleware["provideCodeLenses"]> = async (document, token, next) => {
  const all = await next(document, token);
  for (const lens of all ?? []) name(lens);
  return all;
};

function name(lens: vscode.CodeLens): void {
  const data = dataOf(lens);
  if (lens.command && data) lens.command.title = titleOf(data);
}

/** The client library keeps what the server sent with a lens, and does not say so in its types. */
function dataOf(lens: vscode.CodeLens): LensData | undefined {
  if (!("data" in lens)) return undefined;
  const { data } = lens;
  return typeof data === "object" && data !== null && "about" in data ? (data as LensData) : undefined;
}

function titleOf({ about, counts = {} }: LensData): string {
  switch (about) {
    case "begin":
      return vscode.l10n.t("New Organization…");
    case "example":
      return vscode.l10n.t("Insert an Example");
    case "posts":
      return [postsOf(counts.posts), findingsOf(counts.findings), questionsOf(counts.questions)]
        .filter((part) => part !== "")
        .join(" · ");
    case "findings":
      return findingsOf(counts.findings);
    case "reports":
      return counts.reports === 1
        ? vscode.l10n.t("1 direct report")
        : vscode.l10n.t("{0} direct reports", counts.reports ?? 0);
    case "duties":
      return counts.duties === 1 ? vscode.l10n.t("1 duty") : vscode.l10n.t("{0} duties", counts.duties ?? 0);
  }
}

const postsOf = (count = 0): string => (count === 1 ? vscode.l10n.t("1 post") : vscode.l10n.t("{0} posts", count));

function findingsOf(count = 0): string {
  if (count === 0) return vscode.l10n.t("no findings");
  return count === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", count);
}

function questionsOf(count = 0): string {
  if (count === 0) return "";
  return count === 1 ? vscode.l10n.t("1 question") : vscode.l10n.t("{0} questions", count);
}

/** Shows all the places that a lens counts, in the list that the editor has for references. */
export async function showPlaces(...[uri, at, ranges]: PlacesArguments): Promise<void> {
  const document = vscode.Uri.parse(uri);
  const places = ranges.map((range) => new vscode.Location(document, toRange(range)));
  await vscode.commands.executeCommand("editor.action.showReferences", document, toPosition(at), places);
}

/** Goes to the first of the findings that a lens counts, and with the next click to the one behind it. */
export async function showFindings(...[uri, , ranges]: PlacesArguments): Promise<void> {
  const editor = await vscode.window.showTextDocument(vscode.Uri.parse(uri));
  const starts = ranges.map(({ start }) => toPosition(start));
  const next = starts.find((start) => start.isAfter(editor.selection.active)) ?? starts[0];
  if (!next) return;
  editor.selection = new vscode.Selection(next, next);
  editor.revealRange(new vscode.Range(next, next), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  // Not the editor's "next problem": in its order a graver one further down comes before the one at the cursor.
  await vscode.commands.executeCommand("editor.action.showHover", { focus: "noAutoFocus" });
}
