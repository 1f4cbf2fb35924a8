import { mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import { pagesOf } from "../reports/pages/pages.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { removeFile, writeWhole } from "./writing.ts";

/** `itorg docs`: writes the pages of the documentation. For those who work on itorg, and not in its help. */
export const docs: Command = {
  help: `Usage: itorg docs --out FOLDER

Writes all pages of the documentation; pages of what no longer exists are removed.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, { out: { is: "text" } });
    const out = options.get("out");
    if (out === undefined || positionals.length > 0) throw new UsageError("itorg docs needs --out FOLDER and no more");
    const all = pagesOf(usualConfig(standard));
    const pages = new Set(all.paths());
    for (const folder of new Set(all.paths().map((path) => dirname(path)))) {
      await mkdir(join(out, folder), { recursive: true });
      const stale = (await readdir(join(out, folder))).filter(
        (name) => name.endsWith(".md") && !pages.has(`${folder}/${name}`),
      );
      for (const name of stale) await removeFile(join(out, folder, name));
    }
    for (const path of pages) await writePage(join(out, path), all.page(path)!.markdown);
    return 0;
  },
};

/** A page that stays the same is not touched. */
async function writePage(path: string, markdown: string): Promise<void> {
  const before = await readFile(path, "utf8").catch(() => undefined);
  if (before !== markdown) await writeWhole(path, markdown, "anything");
}
