import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { maxBytes } from "../model/yaml/decode.ts";
import type { Files, FolderEntry } from "../workspace/workspace.ts";

/** The files of this machine. */
export const disk: Files = {
  async read(uri) {
    const path = pathOf(uri);
    if (path === undefined) return undefined;
    try {
      await refuseOthers(path);
      return await readUpToLimit(path);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw new Error(explain(error));
    }
  },
  async list(uri) {
    const path = pathOf(uri);
    if (path === undefined) return [];
    try {
      const entries = await readdir(path, { withFileTypes: true });
      const kinds = entries.map(async (entry): Promise<FolderEntry[]> => {
        if (entry.isDirectory()) return [{ name: entry.name, kind: "folder" }];
        // A linked folder may lead back up; whoever wants it searched names it.
        const isFile = entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(join(path, entry.name))));
        return isFile ? [{ name: entry.name, kind: "file" }] : [];
      });
      return (await Promise.all(kinds)).flat();
    } catch {
      return [];
    }
  },
};

/** A pipe, a device or a socket, which may never end; or a folder. */
class NoFile extends Error {
  constructor(isFolder: boolean) {
    super(isFolder ? "it is a folder" : "it is no file");
  }
}

/** What is named on the command line; undefined for standard input. Rejects where it is no file. */
export async function readNamed(file: string | undefined): Promise<Uint8Array> {
  if (file !== undefined) await refuseOthers(file);
  return readUpToLimit(file);
}

/** Whatever waits for somebody to write into it would be waited for without end. */
async function refuseOthers(path: string): Promise<void> {
  const status = await stat(path);
  if (!status.isFile()) throw new NoFile(status.isDirectory());
}

/** Reads no further than is needed to see that a file is too large, whatever kind of file it is. */
async function readUpToLimit(file: string | undefined): Promise<Uint8Array> {
  const stream = file === undefined ? process.stdin : createReadStream(file, { end: maxBytes });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? new TextEncoder().encode(chunk) : (chunk as Uint8Array);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maxBytes) break;
  }
  return Buffer.concat(chunks);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "there is no such file or folder",
  EACCES: "it may not be read (no permission)",
  EPERM: "it may not be read (no permission)",
  EISDIR: "it is a folder",
  ELOOP: "it is a link that leads back to itself",
};

/** Why a file cannot be read, in words. */
export function explain(error: unknown): string {
  if (error instanceof NoFile) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? `it cannot be read: ${message}`;
}

const isMissing = (error: unknown): boolean =>
  ["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "");

const leadsToFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (status) => status.isFile(),
    () => false,
  );

/** Undefined for an address that is none of this machine. */
function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
