import { readdirSync, readFileSync } from "node:fs";
import { readFixture } from "./notation.ts";
import { rules } from "./standard.ts";
import { testFiles } from "./test-files.mjs";

export interface CorpusFile {
  readonly name: string;
  readonly content: string;
}

/** The samples, every example of every rule, and every whole file that stands in a test: each text once. */
export function corpus(): CorpusFile[] {
  const samples = readdirSync("samples")
    .filter((name) => name.endsWith(".itorg.yaml"))
    .map((name) => ({ name: `samples/${name}`, content: readFileSync(`samples/${name}`, "utf8") }));
  const examples = rules.flatMap(({ id, examples }) =>
    Object.entries(examples).map(([kind, example]) => ({
      name: `${id} (${kind})`,
      content: readFixture(example).text,
    })),
  );
  const fixtures = testFiles().flatMap((name) =>
    filesIn(readFileSync(name, "utf8")).map((content) => ({ name, content })),
  );
  const seen = new Set<string>();
  return [...samples, ...examples, ...fixtures].filter(({ content }) => !seen.has(content) && seen.add(content));
}

/** Template texts that are organizations and have nothing to be filled in. */
function filesIn(source: string): string[] {
  const texts = [...source.matchAll(/`(\s*itorg: 1\n[^`$\\]*)`/g)].map(([, text = ""]) => text.trimStart());
  return texts.map((text) => readFixture(`\n${text}`).text.replaceAll("<|>", ""));
}

/** The comments of a file, in no particular order. */
export const commentsOf = (content: string): string[] =>
  (content.match(/(?:^|\s)#.*$/gmu) ?? []).map((comment) => comment.trim()).sort();
