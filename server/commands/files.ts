import { createReadStream, type Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { analyzeBytes, type Options } from "../analysis/check.ts";
import { maxBytes } from "../model/syntax.ts";
import { type Checked, isRead } from "../reports/json.ts";
import { UsageError } from "./arguments.ts";
import { complain } from "./output.ts";

/** Something to check: `file` is its full path, undefined for standard input; `path` is how it is printed. */
type Target = { readonly path: string; readonly file?: string } | { readonly path: string; readonly error: string };

/**
 * Finds, reads and checks what the command line names, sorted by path. What cannot be read is in the result with its
 * error, and is complained of; the rest is checked all the same. Throws a `UsageError` where there is nothing at all.
 */
export async function checkPaths(paths: readonly string[], options: Options): Promise<Checked[]> {
  const { targets, empty } = await findTargets(paths.length === 0 ? ["."] : paths);
  const searched = empty.map((folder) => `${folder} holds no *.itorg.yaml or *.itorg.yml file`);
  if (targets.length === 0) {
    throw new NothingToCheck(`nothing to check: ${searched.join("; ")}. Name a file, or another folder.`);
  }
  for (const note of searched) complain(note);
  const files: Checked[] = [];
  for (const target of targets) {
    const file = await checkTarget(target, options);
    files.push(file);
    if (!isRead(file)) complain(`${file.path}: ${file.error}`);
    else
      for (const { rule, error } of file.analysis.faults)
        complain(`${file.path}: the rule ${rule} failed, which is our fault; everything else was checked. ${error}`);
  }
  return files;
}

/** An own class, since other programs still get their empty list. */
export class NothingToCheck extends UsageError {}

/** Whether all was read and every rule ran, so that the result can be relied on. */
export const isComplete = (files: readonly Checked[]): boolean =>
  files.every((file) => isRead(file) && file.analysis.faults.length === 0);

async function checkTarget(target: Target, options: Options): Promise<Checked> {
  const { path } = target;
  if ("error" in target) return { path, error: target.error };
  try {
    const bytes = await readUpToLimit(target.file);
    return { path, analysis: analyzeBytes(bytes, options) };
  } catch (error) {
    return { path, error: explain(error) };
  }
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

/** Collects targets, each file once however often it is named or linked. */
class Search {
  readonly targets: Target[] = [];
  readonly #seen = new Set<string>();
  /** Links are followed after everything else, so that a file is named by its own path where that is searched too. */
  readonly #links: string[] = [];

  add(target: Target, identity: string): void {
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.targets.push(target);
  }

  /** Gives false for a folder in which there is nothing to check. */
  async addNamed(path: string): Promise<boolean> {
    const full = resolve(path);
    const before = this.targets.length;
    try {
      const status = await stat(full);
      const identity = await realpath(full);
      if (this.#seen.has(identity)) return true;
      if (!status.isDirectory()) {
        this.add({ path: shown(full), file: full }, identity);
        return true;
      }
      await this.#addFolder(full);
      await this.#addLinks();
      return this.targets.length > before;
    } catch (error) {
      this.add({ path: shown(full), error: explain(error) }, full);
      return true;
    }
  }

  async #addLinks(): Promise<void> {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      try {
        const status = await stat(link);
        if (status.isDirectory()) await this.#addFolder(link);
        else if (status.isFile() && isOrgFile(link)) this.add({ path: shown(link), file: link }, await realpath(link));
      } catch (error) {
        if (isOrgFile(link)) this.add({ path: shown(link), error: explain(error) }, link);
      }
    }
  }

  async #addFolder(folder: string): Promise<void> {
    const identity = await realpath(folder);
    // A folder that links to itself, or to one above it, is searched once.
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    let entries: Dirent[];
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      this.targets.push({ path: shown(folder), error: explain(error) });
      return;
    }
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(folder, entry.name);
      // Editors and systems keep locks and shadows of files under names that begin with a dot.
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) await this.#addFolder(full);
      else if (entry.isSymbolicLink()) this.#links.push(full);
      else if (entry.isFile() && isOrgFile(full)) this.add({ path: shown(full), file: full }, await identityOf(full));
    }
  }
}

async function findTargets(paths: readonly string[]): Promise<{ targets: Target[]; empty: string[] }> {
  const search = new Search();
  const empty: string[] = [];
  for (const path of paths) {
    if (path === "-") {
      search.add({ path: "-" }, "-");
      continue;
    }
    if (path === "") throw new UsageError('a path is empty; use "." for the current folder');
    if (!(await search.addNamed(path))) empty.push(path);
  }
  search.targets.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { targets: search.targets, empty };
}

/** A file that went away while the folder was read is found missing when it is opened. */
const identityOf = (full: string): Promise<string> => realpath(full).catch(() => full);

const isOrgFile = (path: string): boolean => /[^/\\]\.itorg\.ya?ml$/i.test(path);

/** Relative to the current folder, with forward slashes. A file called "-" is told from standard input. */
function shown(full: string): string {
  const path = (relative(process.cwd(), full) || ".").split(sep).join("/");
  return path === "-" ? "./-" : path;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "there is no such file or folder",
  EACCES: "it may not be read (no permission)",
  EPERM: "it may not be read (no permission)",
  EISDIR: "it is a folder",
  ELOOP: "it is a link that leads back to itself",
};

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? `it cannot be read: ${message}`;
}
