import { applyEdits, Text } from "../server/base/text.ts";
import { textEdits } from "../server/model/write/edit.ts";
import { today } from "./kit/check-fixture.ts";
import { corpus } from "./kit/corpus.ts";
import { madeUpFacts } from "./kit/made-up-facts.ts";
import { assertSoundAnalysis } from "./kit/sound-texts.ts";
import { analyze } from "./kit/standard.ts";

// npm run fuzz -- [files] [first number]: checks files of made-up facts, and prints each kind of failure once.

const [count = 20_000, first = 0] = process.argv.slice(2).map(Number);
const fileOf = madeUpFacts(corpus());
const failures = new Set<string>();
const started = performance.now();
let findings = 0;
for (let number = first; number < first + count; number++) {
  const content = fileOf(number);
  try {
    const analysis = analyze(new Text(content), { today });
    findings += analysis.findings.length;
    assertSoundAnalysis(analysis, content);
    for (const { fixes, firstSteps } of analysis.findings)
      for (const { changes } of number % 10 === 0 ? [...fixes, ...firstSteps] : []) {
        const after = applyEdits(content, textEdits(analysis.document, changes));
        assertSoundAnalysis(analyze(new Text(after), { today }), after);
      }
  } catch (error) {
    const { message, cause } = error as Error;
    const kind = message.split("\n")[0] ?? "";
    if (failures.has(kind)) continue;
    failures.add(kind);
    console.log(`file ${number}: ${kind}\n${String((cause as Error | undefined)?.stack ?? "")}\n${content}`);
  }
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${count} files from ${first}, ${findings} findings, ${failures.size} kinds of failure, ${seconds} s`);
process.exitCode = failures.size > 0 ? 1 : 0;
