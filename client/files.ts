import * as vscode from "vscode";
import type { FileParams, ListFolderResult, ReadFileResult } from "../server/protocol.ts";

/** Reads a file for the server where that cannot: on the web, and in virtual workspaces. */
export async function readFile({ uri }: FileParams): Promise<ReadFileResult> {
  try {
    return { base64: toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true))) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return null;
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** What is in a folder; links to folders are left out, since they may lead back up. */
export async function listFolder({ uri }: FileParams): Promise<ListFolderResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true));
    return entries.flatMap(([name, type]) => {
      if (type & vscode.FileType.File) return { name, kind: "file" as const };
      return type === vscode.FileType.Directory ? { name, kind: "folder" as const } : [];
    });
  } catch {
    return [];
  }
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
