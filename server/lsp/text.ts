import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Edit, Span, Text } from "../base/text.ts";
import type { OpenDocument } from "../base/text-store.ts";
import type { Client } from "./client.ts";

export function toRange(text: Text, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

export function toSpan(text: Text, range: Range): Span {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

export function toTextEdit(text: Text, { span, newText }: Edit): TextEdit {
  return { range: toRange(text, span), newText };
}

/** With the version that it was computed for, where the client can check that. */
export function toWorkspaceEdit(document: OpenDocument, edits: readonly Edit[], client: Client): WorkspaceEdit {
  const { uri, version, text } = document;
  const textEdits = edits.map((edit) => toTextEdit(text, edit));
  return client.takesDocumentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } };
}
