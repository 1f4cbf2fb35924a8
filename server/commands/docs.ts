import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Address, PageKind } from "../reports/page.ts";
import { allPages } from "../reports/pages.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";

/** `itorg docs`: writes the pages of the documentation. For those who work on itorg, and not in its help. */
export const docs: Command = {
  help: `Usage: itorg docs --out FOLDER

Writes all pages of the documentation; pages of what no longer exists are removed.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, { out: { is: "text" } });
    const out = options.get("out");
    if (out === undefined || positionals.length > 0) throw new UsageError("itorg docs needs --out FOLDER and no more");
    for (const folder of folders) await rm(join(out, folder), { recursive: true, force: true });
    for (const [path, markdown] of docsFiles()) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await writeFile(join(out, path), markdown);
    }
    return 0;
  },
};

const folders: readonly PageKind[] = ["rules", "roles", "sources", "regimes"];

/** Every page by its path below the folder of the documentation. */
export function docsFiles(): ReadonlyMap<string, string> {
  const from = (folder: PageKind): Address => {
    return ({ kind, id, anchor }) =>
      `${kind === folder ? "" : `../${kind}/`}${id}.md${anchor === undefined ? "" : `#${anchor}`}`;
  };
  return new Map(allPages(from).map(({ page, markdown }) => [`${page.kind}/${page.id}.md`, markdown]));
}
