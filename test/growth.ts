import { growthOf } from "./kit/growth.ts";
import { large } from "./kit/large-organizations.ts";

// npm run growth -- [entries] [more entries] [kind ...]: how the work grows with a file's entries, as exponents of the
// number of calls: 1 for twice the work for twice the entries, 2 for four times. With --json for a program.

const given = process.argv.slice(2).filter((one) => one !== "--json");
const [few, many] = [Number(given[0] ?? 1000), Number(given[1] ?? 5000)];
const kinds = given.length > 2 ? given.slice(2) : Object.keys(large);
const isJson = process.argv.includes("--json");
if (!isJson) console.log(`${`from ${few} to ${many} entries`.padEnd(36)} reading  judging`);
const grown = kinds.map((kind) => {
  const growth = growthOf(kind, few, many);
  const { reading, judging, fastest } = growth;
  const isFast = Math.max(reading, judging) > 1.2;
  if (!isJson)
    console.log(
      `${kind.padEnd(36)} ${reading.toFixed(2).padStart(7)} ${judging.toFixed(2).padStart(8)}${isFast ? `  ${fastest.join(", ")}` : ""}`,
    );
  return growth;
});
if (isJson) console.log(JSON.stringify(grown));
process.exitCode = grown.some(({ reading, judging }) => Math.max(reading, judging) > 1.2) ? 1 : 0;
