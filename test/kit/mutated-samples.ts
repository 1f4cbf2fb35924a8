import { readdirSync, readFileSync } from "node:fs";
import type { CorpusFile } from "./corpus.ts";
import { randomFrom } from "./made-up-facts.ts";

/*
 * Samples with one slip of the kinds that people make: in the punctuation, in the column, in a word, by pasting. Each
 * changes one line; the same number gives the same file as long as the samples are the same.
 */

type Pick = <T>(items: readonly T[]) => T;
type Slip = (line: string, pick: Pick, lines: readonly string[]) => string | undefined;

const shifted =
  (by: number): Slip =>
  (line) =>
    by > 0 ? " ".repeat(by) + line : line.startsWith(" ".repeat(-by)) ? line.slice(-by) : undefined;

/** Replaces one match of a pattern, wherever in the line it is. */
const instead =
  (pattern: RegExp, by: (found: string, pick: Pick) => string): Slip =>
  (line, pick) => {
    const found = [...line.replace(/#.*/, "").matchAll(pattern)];
    if (found.length === 0) return undefined;
    const { 0: text, index } = pick(found);
    return line.slice(0, index) + by(text, pick) + line.slice(index + text.length);
  };

const slips: readonly Slip[] = [
  instead(/[{}[\]:,"']/g, () => ""),
  instead(/[{}[\]]/g, (sign) => sign + sign),
  ...[1, 2, 3, -1, -2, -4].map(shifted),
  (line) => (/^ +/.test(line) ? line.replace(/^ +/, (blanks) => "\t".repeat(Math.ceil(blanks.length / 2))) : undefined),
  (line) => (/^ +/.test(line) ? line.replace(/^ +/, (blanks) => "\u00a0".repeat(blanks.length)) : undefined),
  instead(/: /g, () => ":\u00a0"),
  instead(/: /g, () => " "),
  instead(/: /g, () => ":"),
  instead(/: /g, () => " = "),
  instead(/, /g, () => " "),
  instead(/(?<=[\s{])[A-Za-z]{5,}(?=:)/g, (key) => key.slice(0, 2) + key[3] + key[2] + key.slice(4)),
  instead(/(?<=[\s{])[A-Za-z]{4,}(?=:)/g, (key) => key.toLowerCase().replace(/^./, (first) => first.toUpperCase())),
  instead(/(?<=: |\[|, )[a-z-]{4,}(?=[,\]} ]|$)/g, (word) => word.slice(0, -2) + word.slice(-1)),
  instead(/(?<=: |\[|, )[a-z-]{3,}(?=[,\]} ]|$)/g, (word) => word.toUpperCase()),
  instead(/(?<=: )[^,{}[\]#]{3,}(?=[,}\n]|$)/g, (_, pick) =>
    pick([
      "n/a",
      "TBD",
      "None",
      "“none”",
      "-",
      "?",
      "vakant",
      "2,5",
      "1.800",
      "12.11.2026",
      "ceo / cfo",
      "not known yet",
    ]),
  ),
  instead(/(?<=: )[^,{}[\]#]{3,}(?=[,}\n]|$)/g, (value) => `[${value}, ${value}]`),
  instead(/(?<=: )[^,{}[\]#]{3,}(?=[,}\n]|$)/g, (value) => `“${value.trim()}”`),
  instead(/(?<=: )[^,{}[\]#]{3,}(?=[,}\n]|$)/g, (value) => `${value.trim()} #2 of them`),
  (line, pick, lines) => `${line}\n${pick(lines)}`,
  (line) => `${line} }`,
  (line) => line.replace(/^( *)(?=\S)/, "$1• "),
  (line) => line.replace(/^( *)(?=\S)/, "$1- "),
  (line, pick) => `${line}\n${pick(["Name\tRole\nJan Huber\tCFO", "=====", "see the card", "  note: asked twice"])}`,
];

/** The sample of a number with one slip. */
export function mutatedSamples(): (number: number) => CorpusFile {
  const samples = readdirSync("samples")
    .filter((name) => name.endsWith(".itorg.yaml"))
    .map((name) => ({ name, content: readFileSync(`samples/${name}`, "utf8") }));
  return (number) => {
    const random = randomFrom(number);
    const pick: Pick = (items) => items[Math.floor(random() * items.length)]!;
    const { name, content } = pick(samples);
    const lines = content.split("\n");
    for (;;) {
      const at = Math.floor(random() * lines.length);
      const line = lines[at]!;
      if (/^\s*(?:#|$)/.test(line)) continue;
      const slipped = pick(slips)(line, pick, lines);
      if (slipped !== undefined && slipped !== line)
        return { name: `${name}:${at + 1} (${number})`, content: lines.with(at, slipped).join("\n") };
    }
  };
}
