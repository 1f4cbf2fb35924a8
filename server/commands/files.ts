import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { analyzeBytes } from "../analysis/check.ts";
import { type Config, configName, usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import { describesTarget } from "../model/org/state.ts";
import { full, spoken } from "../model/words/words.ts";
import { type Checked, isRead } from "../reports/formats/format.ts";
import { Configs, type FoundConfig, folderOf, isExcluded, isOrgPath, isPassedOver } from "../workspace/workspace.ts";
import { UsageError } from "./arguments.ts";
import { disk, explain, readNamed } from "./disk.ts";
import { complain } from "./output.ts";

/** Something to check: `file` is its full path, undefined for standard input; `path` is how it is printed. */
type Target = { readonly path: string; readonly file?: string } | { readonly path: string; readonly error: string };

/**
 * Finds, reads and checks what the command line names, sorted by path, each by the configuration that counts for it.
 * What cannot be read is in the result with its error, and is complained of, as are mistakes in a configuration; the
 * rest is checked all the same. Throws a `UsageError` where there is nothing at all. `today` is YYYY-MM-DD. `take` gets
 * the bytes of each file that is read.
 */
export async function checkPaths(
  paths: readonly string[],
  today: string,
  take: (path: string, bytes: Uint8Array) => void = () => {},
): Promise<Checked[]> {
  const configs = new Configs(standard, disk.read, (uri) => shown(fileURLToPath(uri)));
  const used = new Set<FoundConfig>();
  const { targets, named, empty } = await findTargets(paths.length === 0 ? ["."] : paths, configs);
  const searched = empty.map(({ path, excludedBy }) =>
    excludedBy === undefined
      ? `${path} holds no *.itorg.yaml or *.itorg.yml file`
      : `${path} holds nothing that ${excludedBy} does not exclude`,
  );
  if (targets.length === 0) {
    throw new NothingToCheck(`nothing to check: ${searched.join("; ")}. Name a file, or another folder.`);
  }
  for (const note of searched) complain(note);
  const files: Checked[] = [];
  const leftOut: string[] = [];
  for (const target of targets) {
    const found = await configs.foundFor(folderOfTarget(target));
    if (found && !used.has(found)) complainOf(found);
    if (found) used.add(found);
    const file = await checkTarget(target, today, found, take);
    // What a client is to become is no client of a folder, but for those who ask for it by name.
    if (isRead(file) && describesTarget(file.analysis.document.org) && !named.has(file.path)) {
      leftOut.push(file.path);
      continue;
    }
    files.push(file);
    if (!isRead(file)) complain(`${file.path}: ${file.error}`);
    else
      for (const { rule, error } of file.analysis.faults)
        complain(`${file.path}: the rule ${rule} failed, which is our fault; everything else was checked. ${error}`);
  }
  if (files.length === 0 && leftOut.length > 0)
    throw new NothingToCheck(`nothing to check but the files of targets; name one to check it: ${leftOut.join(", ")}`);
  return files;
}

/** What counts in the current folder; mistakes in it are complained of. */
export async function configHere(): Promise<Config> {
  const configs = new Configs(standard, disk.read, (uri) => shown(fileURLToPath(uri)));
  const found = await configs.foundFor(pathToFileURL(process.cwd()).href);
  if (found) complainOf(found);
  return found?.config ?? usualConfig(standard);
}

/** An own class, since other programs still get their empty list. */
export class NothingToCheck extends UsageError {}

/** Whether all was read and every rule ran, so that the result can be relied on. */
export const isComplete = (files: readonly Checked[]): boolean =>
  files.every((file) => isRead(file) && file.analysis.faults.length === 0);

/** Standard input is checked as a file in the current folder would be. */
function folderOfTarget(target: Target): string {
  const file = "file" in target && target.file !== undefined ? target.file : join(process.cwd(), "-");
  return folderOf(pathToFileURL(file).href) ?? "";
}

/** Once a configuration, however many files it counts for. */
function complainOf({ config, document: { problems, map, text }, fault }: FoundConfig): void {
  if (fault !== undefined) complain(`${config.path}: ${fault}; files are checked without it`);
  const mistakes = problems.map(({ at, part, span = map.span(at, part), says }) => ({ start: span.start, says }));
  for (const { start, says } of mistakes.sort((a, b) => a.start - b.start)) {
    const { line, character } = text.positionAt(start);
    complain(`${config.path}:${line + 1}:${character + 1}: ${spoken(says, full)}`);
  }
}

async function checkTarget(
  target: Target,
  today: string,
  found: FoundConfig | undefined,
  take: (path: string, bytes: Uint8Array) => void,
): Promise<Checked> {
  const { path } = target;
  if ("error" in target) return { path, error: target.error };
  if (target.file !== undefined && basename(target.file) === configName)
    return { path, error: "it is a configuration; its mistakes are printed when a file that it counts for is checked" };
  try {
    const bytes = await readNamed(target.file);
    take(path, bytes);
    return { path, analysis: analyzeBytes(bytes, { today, config: found?.config ?? usualConfig(standard) }) };
  } catch (error) {
    return { path, error: explain(error) };
  }
}

/** A folder in which there is nothing to check. */
interface Empty {
  readonly path: string;
  readonly excludedBy: string | undefined;
}

/** Collects targets, each file once however often it is named or linked. */
class Search {
  readonly targets: Target[] = [];
  /** The files that are named themselves, as they are printed. */
  readonly named = new Set<string>(["-"]);
  readonly #configs: Configs;
  readonly #seen = new Set<string>();
  /** The configuration that last excluded something. */
  #excludedBy: string | undefined;
  /** Links to files are followed after everything else, so that a file is named by its own path where that is searched too. */
  readonly #links: string[] = [];

  constructor(configs: Configs) {
    this.#configs = configs;
  }

  add(target: Target, identity: string): void {
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.targets.push(target);
  }

  /** Gives a folder in which there is nothing to check, and the configuration that excludes what it holds, if one does. */
  async addNamed(path: string): Promise<Empty | undefined> {
    const full = resolve(path);
    const before = this.targets.length;
    this.#excludedBy = undefined;
    try {
      const status = await stat(full);
      const identity = await realpath(full);
      if (!status.isDirectory()) this.named.add(shown(full));
      if (this.#seen.has(identity)) return undefined;
      if (!status.isDirectory()) {
        this.add({ path: shown(full), file: full }, identity);
        return undefined;
      }
      await this.#addFolder(full);
      await this.#addLinks();
      return this.targets.length > before ? undefined : { path, excludedBy: this.#excludedBy };
    } catch (error) {
      this.add({ path: shown(full), error: explain(error) }, full);
      return undefined;
    }
  }

  async #addLinks(): Promise<void> {
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) {
      try {
        const status = await stat(link);
        // A linked folder may be another client's, or the whole disk, and the editor does not look into it either.
        if (status.isFile() && isOrgPath(link)) this.add({ path: shown(link), file: link }, await realpath(link));
      } catch (error) {
        if (isOrgPath(link)) this.add({ path: shown(link), error: explain(error) }, link);
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
    const found = await this.#configs.foundFor(pathToFileURL(folder).href);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = join(folder, entry.name);
      if (isPassedOver(entry.name)) continue;
      if (isExcluded(found, pathToFileURL(full).href)) {
        if (entry.isDirectory() || isOrgPath(full)) this.#excludedBy = found?.config.path;
        continue;
      }
      if (entry.isDirectory()) await this.#addFolder(full);
      else if (entry.isSymbolicLink()) this.#links.push(full);
      else if (entry.isFile() && isOrgPath(full)) this.add({ path: shown(full), file: full }, await identityOf(full));
    }
  }
}

interface Found {
  readonly targets: readonly Target[];
  readonly named: ReadonlySet<string>;
  readonly empty: readonly Empty[];
}

async function findTargets(paths: readonly string[], configs: Configs): Promise<Found> {
  const search = new Search(configs);
  const empty: Empty[] = [];
  for (const path of paths) {
    if (path === "-") {
      search.add({ path: "-" }, "-");
      continue;
    }
    if (path === "") throw new UsageError('a path is empty; use "." for the current folder');
    const nothing = await search.addNamed(path);
    if (nothing) empty.push(nothing);
  }
  search.targets.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { targets: search.targets, named: search.named, empty };
}

/** A file that went away while the folder was read is found missing when it is opened. */
const identityOf = (full: string): Promise<string> => realpath(full).catch(() => full);

/** Relative to the current folder, with forward slashes. A file called "-" is told from standard input. */
function shown(full: string): string {
  const path = (relative(process.cwd(), full) || ".").split(sep).join("/");
  return path === "-" ? "./-" : path;
}
