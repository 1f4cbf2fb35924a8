import {
  LSPErrorCodes,
  type PrepareRenameResult,
  ResponseError,
  type ServerCapabilities,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { prepareRename, rename } from "../features/rename.ts";
import type { Client } from "./client.ts";
import type { Here } from "./feature.ts";
import { toRange, toWorkspaceEdit } from "./text.ts";

export const renameCapability = ({ preparesRename }: Client): ServerCapabilities => ({
  renameProvider: preparesRename ? { prepareProvider: true } : true,
});

/** The name that can be changed; why it cannot, as an error for the user to read. */
export function prepared({ document, snapshot }: Here, offset: number): PrepareRenameResult | null {
  const found = prepareRename(snapshot, offset);
  if (!found) return null;
  if ("refused" in found) throw refusal(found.refused);
  return { range: toRange(document.text, found.span), placeholder: found.name };
}

export function renamed({ document, snapshot, client }: Here, offset: number, newName: string): WorkspaceEdit | null {
  const found = rename(snapshot, offset, newName);
  if (!found) return null;
  if ("refused" in found) throw refusal(found.refused);
  return toWorkspaceEdit(document, found.edits, client);
}

const refusal = (sentence: string) => new ResponseError(LSPErrorCodes.RequestFailed, sentence);
