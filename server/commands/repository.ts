import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/**
 * The path of a file, given from the current folder, from the root of the repository that holds it (the nearest folder
 * with a `.git`), with forward slashes; as it is given where there is none.
 */
export function pathInRepository(path: string): string {
  if (path === "-") return path;
  const full = resolve(path);
  const root = rootAbove(dirname(full));
  return root === undefined ? path : relative(root, full).split(sep).join("/");
}

/** A work tree has a folder of that name, a linked one and a submodule a file. */
function rootAbove(folder: string): string | undefined {
  if (existsSync(join(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : rootAbove(above);
}
