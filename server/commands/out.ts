import { extname } from "node:path";
import type { Analysis } from "../analysis/check.ts";
import { isRead } from "../reports/formats/format.ts";
import { type Arguments, UsageError } from "./arguments.ts";
import { checkPaths } from "./files.ts";
import { complain, print } from "./output.ts";
import { NotWritten, type Over, writeWhole } from "./writing.ts";

/** Where a command writes what it makes: a file, whose ending is its format, or standard output. */
export interface Out<Format extends string> {
  readonly format: Format;
  /** Undefined for standard output. */
  readonly path: string | undefined;
  /** What may stand in the file's place. */
  readonly over: Over;
}

/**
 * Reads `--out`, `--format` and `--force`. `formats` are the endings that a command knows, and whether each is text;
 * standard output takes the text that `--format` names, else the first. Throws a `UsageError` that names the endings.
 */
export function outOf<Format extends string>(
  { options }: Arguments,
  formats: Readonly<Record<Format, "text" | "bytes">>,
): Out<Format> {
  const names = Object.keys(formats) as Format[];
  const isKnown = (name: string): name is Format => Object.hasOwn(formats, name);
  const known = `the endings are ${names.map((name) => `.${name}`).join(", ")}`;
  const path = options.get("out");
  const wanted = options.get("format");
  if (path === undefined) throw new UsageError(`--out FILE is missing; ${known}`);
  const over = options.has("force") ? "anything" : "nothing";
  if (path === "-") {
    const format = wanted !== undefined && isKnown(wanted) ? wanted : names.find((name) => formats[name] === "text")!;
    if (formats[format] !== "text") throw new UsageError(`--out - writes text, and .${format} is none`);
    return { format, path: undefined, over };
  }
  const ending = extname(path).slice(1).toLowerCase();
  if (!isKnown(ending))
    throw new UsageError(`--out "${path}": ${ending === "" ? "it has no ending" : `no such ending`}; ${known}`);
  if (wanted !== undefined && wanted !== ending)
    throw new UsageError(`--format ${wanted} and the ending .${ending} contradict each other`);
  return { format: ending, path, over };
}

/**
 * Writes one or several files, or to standard output, and throws a `UsageError` where one is not written. Nothing is
 * written before all of them are made.
 */
export async function writeOut(
  files: readonly { readonly path: string | undefined; readonly content: string | Uint8Array }[],
  over: Over,
): Promise<void> {
  for (const { path, content } of files) {
    if (path === undefined) {
      print(typeof content === "string" ? content : new TextDecoder().decode(content));
      continue;
    }
    try {
      await writeWhole(path, content, over);
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      const why = error.isThere ? "is there already; --force writes over it" : `: not written: ${error.message}`;
      throw new UsageError(`${path}${error.isThere ? " " : ""}${why}`);
    }
  }
}

/** One client's file, checked, and whether all of it could be read and every rule ran. */
export interface Client {
  readonly path: string;
  readonly analysis: Analysis;
  readonly isWhole: boolean;
}

/** The one client that is named, or that is in the folder named. Throws a `UsageError` where there are several, or none. */
export async function oneClient(paths: readonly string[], today: string): Promise<Client> {
  if (paths.length > 1) throw new UsageError(`name one client, not ${paths.length}`);
  const files = await checkPaths(paths, today);
  if (files.length > 1) {
    const names = files.map(({ path }) => path).join(", ");
    throw new UsageError(`there are ${files.length} clients; name one: ${names}`);
  }
  const file = files[0]!;
  if (!isRead(file)) throw new Unreadable();
  const isParsed = !file.analysis.document.problems.some(({ kind }) => kind === "syntax");
  if (!isParsed)
    complain(`${file.path} could not be read in full, so something may be missing: see itorg check ${file.path}`);
  return { path: file.path, analysis: file.analysis, isWhole: isParsed && file.analysis.faults.length === 0 };
}

/** The file has been complained of already. */
export class Unreadable extends Error {}
