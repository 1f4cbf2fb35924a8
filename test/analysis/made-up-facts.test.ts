import { describe, it } from "node:test";
import { applyEdits, Text } from "../../server/base/text.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { today } from "../kit/check-fixture.ts";
import { corpus } from "../kit/corpus.ts";
import { madeUpFacts } from "../kit/made-up-facts.ts";
import { runs } from "../kit/sample.ts";
import { assertSoundAnalysis } from "../kit/sound-texts.ts";
import { analyze } from "../kit/standard.ts";

// Whatever a file says or leaves out, no rule fails and no text shows what only a program would say.

function soundly(content: string): void {
  const analysis = analyze(new Text(content), { today });
  assertSoundAnalysis(analysis, content);
}

describe("facts that nobody wrote", () => {
  const count = runs({ short: 200, long: 20_000 });
  it(`are judged without a fault: ${count} files, with laws switched on`, () => {
    const fileOf = madeUpFacts(corpus());
    for (let number = 0; number < count; number++) soundly(fileOf(number));
  });

  it("are judged without a fault after each remedy", () => {
    const fileOf = madeUpFacts(corpus());
    for (let number = 0; number < count / 10; number++) {
      const content = fileOf(number);
      const { document, findings } = analyze(new Text(content), { today });
      for (const { changes } of findings.flatMap(({ fixes, firstSteps }) => [...fixes, ...firstSteps]))
        soundly(applyEdits(content, textEdits(document, changes)));
    }
  });
});

/** What was found in such files once, each cut down to what it took. */
const seeds: Record<string, string> = {
  "a leader in a post that nobody can hold": `
itorg: 1
organization: { name: Example, headcount: 120 }
coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: not-applicable, reportsTo: ceo }
  it-manager: { heldBy: Eve Roy, reportsTo: cio }
`,
  "teams that head each other": `
itorg: 1
organization: { name: Example, headcount: 120 }
regimes: { iso27001: applies }
posts: { ciso: { heldBy: Eve Roy } }
teams: { a: { headedBy: "team:b" }, b: { headedBy: "team:a" } }
activities: { independent-review: { responsible: "team:a" } }
`,
};

describe("what failed once", () => {
  for (const [name, content] of Object.entries(seeds)) it(name, () => soundly(content.trimStart()));
});
