import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { parseDocument } from "yaml";
import { Text } from "../server/base/text.ts";
import { analyze } from "./kit/standard.ts";

// `npm run bench`: how long a check takes, as a ratio to the least that any checker of YAML files must do in the same
// run, which is to parse the file with the same parser and validate it against the same JSON Schema.

const schema = JSON.parse(readFileSync("schemas/itorg.schema.json", "utf8")) as object;
const validate = new Ajv({ strict: false }).compile(schema);
const sample = readFileSync("samples/halden.itorg.yaml", "utf8");

/** The sample with many more posts below it: a group of companies in one file. */
function enlarged(posts: number): string {
  const lines = Array.from(
    { length: posts },
    (_, i) => `  clerk-${i}: { heldBy: Person Nr${i.toString(36)}, reportsTo: ${i < 8 ? "cfo" : `clerk-${i >> 3}`} }`,
  );
  return sample.replace("\nteams:", `\n${lines.join("\n")}\nteams:`);
}

function peer(content: string): void {
  validate(parseDocument(content, { uniqueKeys: false }).toJS());
}

function ours(content: string): void {
  analyze(new Text(content), { today: "2026-11-22" });
}

function median(run: (content: string) => void, content: string, times: number): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run(content);
    return performance.now() - start;
  });
  return taken.sort((a, b) => a - b)[times >> 1]!;
}

console.log("file                 parse and validate     check    ratio   (medians, milliseconds)");
for (const [posts, times] of [
  [0, 60],
  [100, 40],
  [1000, 12],
  [10000, 3],
] as const) {
  const content = enlarged(posts);
  for (const run of [peer, ours]) median(run, content, Math.max(2, times >> 2));
  const base = median(peer, content, times);
  const full = median(ours, content, times);
  const name = posts === 0 ? "halden" : `halden + ${posts} posts`;
  console.log(
    `${name.padEnd(24)} ${base.toFixed(1).padStart(14)} ${full.toFixed(1).padStart(9)} ${(full / base).toFixed(2).padStart(8)}`,
  );
}
