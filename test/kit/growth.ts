import { Session } from "node:inspector";
import { Text } from "../../server/base/text.ts";
import { today } from "./check-fixture.ts";
import { large } from "./large-organizations.ts";
import { analyzeDocument, readDocument } from "./standard.ts";

/** How the work on one kind of file grows with its entries: the exponents of reading and of judging it. */
export interface Growth {
  readonly kind: string;
  readonly reading: number;
  readonly judging: number;
  /** The functions whose calls grow fastest, with how often each is called in the larger file. */
  readonly fastest: readonly string[];
}

/**
 * Counts calls, which are the same on every machine however busy it is. A process of its own is to do this: the counts
 * are of everything that runs in it.
 */
export function growthOf(kind: string, few: number, many: number): Growth {
  const calls = callCounter();
  const counted = (entries: number) => {
    const text = new Text(large[kind]!(entries));
    calls();
    const document = readDocument(text);
    const reading = calls();
    analyzeDocument(document, { today });
    return { reading, judging: calls() };
  };
  // What is worked out once for all files is no part of either.
  counted(few);
  const [small, big] = [counted(few), counted(many)];
  const exponent = (a: number, b: number) => Math.log(b / Math.max(a, few)) / Math.log(many / few);
  const fastest = [...big.judging, ...big.reading]
    .map(([name, count]) => ({
      name,
      count,
      by: exponent((small.judging.get(name) ?? 0) + (small.reading.get(name) ?? 0), count),
    }))
    .filter(({ count, by }) => count > 3 * many && by > 1.2)
    .sort((a, b) => b.count - a.count)
    .map(({ name, count }) => `${name} ${count}`);
  return {
    kind,
    reading: exponent(sum(small.reading), sum(big.reading)),
    judging: exponent(sum(small.judging), sum(big.judging)),
    fastest: fastest.slice(0, 5),
  };
}

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((a, b) => a + b, 0);

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
    }[];
  }[];
}

/** Gives the calls of each function since it was last asked. */
function callCounter(): () => Map<string, number> {
  const session = new Session();
  session.connect();
  session.post("Profiler.enable");
  session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  return () => {
    const counts = new Map<string, number>();
    session.post("Profiler.takePreciseCoverage", (_error, taken: Coverage) => {
      for (const { url, functions } of taken.result)
        for (const { functionName, ranges } of url.startsWith("file:") ? functions : [])
          if (ranges[0] && ranges[0].count > 0) {
            const name = `${functionName || "callback"} at ${url.slice(url.lastIndexOf("/") + 1)}:${ranges[0].startOffset}`;
            counts.set(name, (counts.get(name) ?? 0) + ranges[0].count);
          }
    });
    return counts;
  };
}
