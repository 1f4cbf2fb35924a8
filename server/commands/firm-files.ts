import { readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Logo } from "../base/document.ts";
import type { Config } from "../firm/config.ts";
import { logoFrom } from "../reports/client/logo.ts";
import { UsageError } from "./arguments.ts";
import { explain } from "./disk.ts";

/** A template larger than this is no letter paper. */
const mostBytes = 10_000_000;

/** The firm's picture for the cover, if it has one. Throws a `UsageError` where it cannot be had. */
export async function readLogo(config: Config): Promise<Logo | undefined> {
  const { logo } = config.report;
  if (logo === undefined) return undefined;
  const found = logoFrom(await readBeside(config, "logo", logo, mostBytes));
  if (typeof found === "string") throw new UsageError(`${config.path}: the logo ${logo}: ${found}`);
  return found;
}

/** The firm's Word file, if it has one. Throws a `UsageError` where it cannot be had. */
export async function readTemplate(config: Config): Promise<Uint8Array | undefined> {
  const { template } = config.report;
  if (template === undefined) return undefined;
  if (!/\.(?:docx|dotx)$/i.test(template))
    throw new UsageError(`${config.path}: the template ${template}: it must be a .docx or .dotx file`);
  return readBeside(config, "template", template, mostBytes);
}

/** A file that a configuration names, seen from its folder. A link inside that folder must not lead out of it. */
async function readBeside(config: Config, what: string, path: string, most: number): Promise<Uint8Array> {
  const refuse = (why: string) => new UsageError(`${config.path}: the ${what} ${path}: ${why}`);
  const folder = dirname(fileURLToPath(config.uri ?? ""));
  const full = resolve(folder, path);
  try {
    const real = await realpath(full);
    if (isBelow(full, folder) && !isBelow(real, await realpath(folder)))
      throw refuse("it is a link that leads elsewhere");
    const { size } = await stat(real);
    if (size > most) throw refuse(`it is larger than ${most / 1_000_000} MB`);
    return await readFile(real);
  } catch (error) {
    throw error instanceof UsageError ? error : refuse(explain(error));
  }
}

function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && !way.startsWith("..") && !isAbsolute(way);
}
