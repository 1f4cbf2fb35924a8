import { matchesPath } from "../base/glob.ts";
import { Text } from "../base/text.ts";
import { type Config, configFrom, configName, usualConfig, type WrittenConfig } from "../firm/config.ts";
import type { Knowledge } from "../knowledge/knowledge.ts";
import { textOf } from "../model/read/document.ts";

/** Files and folders by their URIs, wherever they are: on a disk, or behind an editor. */
export interface Files {
  /** A file's bytes; undefined where there is none. Rejects with the reason where it cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** What is in a folder, in any order; nothing where there is no such folder. */
  list(uri: string): Promise<readonly FolderEntry[]>;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/** A configuration where it was found. `fault` says why it could not be read, in which case the standard counts. */
export interface FoundConfig extends WrittenConfig {
  readonly uri: string;
  readonly fault?: string;
}

/** By its name: a description of an organization. */
export const isOrgFile = (uri: string): boolean => isOrgPath(uri.replace(/[?#].*$/, ""));

/** The same of a path on a disk, in which every sign is part of a name. */
export const isOrgPath = (path: string): boolean => /[^/\\]\.itorg\.ya?ml$/i.test(path);

export const isConfigFile = (uri: string): boolean => uri.replace(/[?#].*$/, "").endsWith(`/${configName}`);

/** Editors and systems keep locks and shadows of files under names that begin with a dot. */
export const isPassedOver = (name: string): boolean => name.startsWith(".") || name === "node_modules";

/** Finds the configuration that counts for a file: the one in its folder, or the nearest in a folder above. */
export class Configs {
  /** What counts where no configuration is found. */
  readonly usual: Config;
  readonly #knowledge: Knowledge;
  readonly #read: Files["read"];
  readonly #name: (uri: string) => string;
  /** By folder: its own configuration, read or being read. */
  readonly #own = new Map<string, Promise<FoundConfig | undefined>>();

  /** `name`: how messages name a configuration. */
  constructor(knowledge: Knowledge, read: Files["read"], name: (uri: string) => string) {
    this.#knowledge = knowledge;
    this.usual = usualConfig(knowledge);
    this.#read = read;
    this.#name = name;
  }

  async ofFile(uri: string): Promise<Config> {
    const folder = folderOf(uri);
    return folder === undefined ? this.usual : this.ofFolder(folder);
  }

  async ofFolder(folder: string): Promise<Config> {
    return (await this.foundFor(folder))?.config ?? this.usual;
  }

  /** The configuration that counts in a folder, with the place where it was found; undefined where there is none. */
  async foundFor(folder: string): Promise<FoundConfig | undefined> {
    for (let at: string | undefined = asFolder(folder); at !== undefined; at = folderOf(at)) {
      const own = await this.#ownOf(at);
      if (own) return own;
    }
    return undefined;
  }

  /**
   * Reads a configuration again of which a change was heard. Gives whether anything is different: what is as it was
   * stays the same value, so that nothing is checked anew.
   */
  async changed(uri: string): Promise<boolean> {
    const folder = folderOf(uri) ?? uri;
    const before = this.#own.get(folder);
    if (before === undefined) return false;
    this.#own.delete(folder);
    const [old, now] = [await before, await this.#ownOf(folder)];
    if (old?.fault !== now?.fault || old?.document.text.content !== now?.document.text.content) return true;
    this.#own.set(folder, before);
    return false;
  }

  #ownOf(folder: string): Promise<FoundConfig | undefined> {
    const known = this.#own.get(folder);
    if (known) return known;
    const own = this.#load(`${folder}/${configName}`);
    this.#own.set(folder, own);
    return own;
  }

  async #load(uri: string): Promise<FoundConfig | undefined> {
    const where = { path: this.#name(uri), uri };
    try {
      const bytes = await this.#read(uri);
      return bytes && { uri, ...configFrom(textOf(bytes), this.#knowledge, where) };
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      return { uri, ...configFrom(new Text(""), this.#knowledge, where), fault };
    }
  }
}

/**
 * The organizations and configurations below a folder, without what its configurations exclude, folders with a dot before their names,
 * and `node_modules`. Folders are listed one after the other, so that a search can be stopped between two.
 */
export async function* filesBelow(root: string, files: Files, configs: Configs): AsyncGenerator<string> {
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const found = await configs.foundFor(folder);
    const entries = [...(await files.list(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
    const folders: string[] = [];
    for (const { name, kind } of entries) {
      const uri = `${folder}/${encoded(name)}`;
      if (isPassedOver(name) || isExcluded(found, uri)) continue;
      if (kind === "folder") folders.push(uri);
      else if (isOrgFile(uri) || isConfigFile(uri)) yield uri;
    }
    open.push(...folders.reverse());
  }
}

/** Whether a search from `root` comes by a file; what the search would not enter, it does not see either. */
export async function isFoundFrom(root: string, uri: string, configs: Configs): Promise<boolean> {
  if ((!isOrgFile(uri) && !isConfigFile(uri)) || !isBelow(uri, root)) return false;
  // Both are read alike, however the client spells the folder and the file.
  const names = keyOf(uri)
    .slice(keyOf(root).length + 1)
    .split("/")
    .map(encodeURIComponent);
  for (const [i, name] of names.entries()) {
    const folder = [root, ...names.slice(0, i)].join("/");
    if (isPassedOver(decoded(name)) || isExcluded(await configs.foundFor(folder), `${folder}/${name}`)) return false;
  }
  return true;
}

/** Whether the configuration that counts in an entry's folder excludes the entry. */
export function isExcluded(found: FoundConfig | undefined, uri: string): boolean {
  if (!found || found.config.exclude.length === 0) return false;
  const path = decoded(uri.slice((folderOf(found.uri) ?? "").length + 1));
  return found.config.exclude.some((pattern) => matchesPath(pattern, path));
}

export const isBelow = (uri: string, folder: string): boolean => keyOf(uri).startsWith(`${keyOf(folder)}/`);

/** Clients write one address in several ways. */
export const keyOf = (uri: string): string => {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
};

/** A folder's address without a slash at its end. */
export const asFolder = (uri: string): string => uri.replace(/([^/]|\/\/)\/$/, "$1");

/** The folder that something is in; undefined for the root of a disk, and for what lies in no folder. */
export function folderOf(uri: string): string | undefined {
  const root = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(uri)?.[0];
  if (root === undefined || uri.length <= root.length) return undefined;
  return uri.slice(0, Math.max(root.length, uri.lastIndexOf("/")));
}

/** As VS Code writes it; others know it by what it stands for. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
