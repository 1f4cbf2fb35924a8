import type { Range, ServerCapabilities, TextEdit } from "vscode-languageserver";
import { formatting } from "../features/formatting.ts";
import type { Client } from "./client.ts";
import type { Here } from "./feature.ts";
import { isOn } from "./switches.ts";
import { toSpan, toTextEdit } from "./text.ts";

export const formattingCapability = ({ formats, formatsRanges }: Client): ServerCapabilities => ({
  ...(formats ? { documentFormattingProvider: true } : {}),
  ...(formatsRanges ? { documentRangeFormattingProvider: true } : {}),
});

/** The layout of this format is always the same, whatever the client's options for blanks say. */
export function layout({ document: { text }, snapshot, settings }: Here, range?: Range): TextEdit[] {
  if (!isOn(settings, "format")) return [];
  return formatting(snapshot, range && toSpan(text, range)).map((edit) => toTextEdit(text, edit));
}
