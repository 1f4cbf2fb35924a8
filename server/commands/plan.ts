import process from "node:process";
import { type Target, targetOf } from "../analysis/target.ts";
import { currentDay } from "../base/day.ts";
import { type Naming, namesIn, namings } from "../model/org/naming.ts";
import { describesTarget } from "../model/org/state.ts";
import { given } from "../model/words/fact.ts";
import type { Names } from "../model/words/words.ts";
import type { Checked, Formats } from "../reports/formats/format.ts";
import { isRead } from "../reports/formats/format.ts";
import { jsonWith, planJson } from "../reports/formats/plan/json.ts";
import { doSaid } from "../reports/formats/plan/names.ts";
import { markdownWith, prettyWith } from "../reports/formats/plan/pretty.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { checkPaths, isComplete } from "./files.ts";
import { formatHelp, formatOption, formatUsage } from "./formats.ts";
import { oneClient, Unreadable, writeOut } from "./out.ts";
import { complain, paintFor, print } from "./output.ts";

const formatsWith = (naming: Naming): Formats => ({
  pretty: prettyWith(naming),
  json: jsonWith(naming),
  markdown: markdownWith(naming),
});
const formats = formatsWith("full");

/** `itorg plan`: what is recommended, and the target that it leads to. */
export const plan: Command = {
  help: `Usage: itorg plan PATH... ${formatUsage(formats)} [OPTION...]
       itorg plan PATH --out TO-BE.itorg.yaml [--force]

Lists what is recommended, by who is to do it and by when, and what is found and not
planned yet. With --out, writes the target organization: the file with its
recommendations carried out, as state: to-be. Comments stay.

  PATH              a client's file, a folder, or - for standard input; with --out one
                    client
${formatHelp(formats)}  --out FILE        a file that ends in .itorg.yaml; - is standard output
  --force           write over a file that is there
  --names HOW       how people, providers and the client are named in what is printed:
                    full (the default), initials, codes or none; the target has them as
                    they are
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given

Exit status: 0 done; 1 done, but something of the plan could not be applied and is
listed; 2 wrong call, an unreadable file, the file of a target, or nothing written.
`,
  async run(args) {
    const call = readArguments(args, {
      format: formatOption(formats),
      out: { is: "text" },
      force: { is: "switch" },
      names: { is: "choice", of: namings },
      today: { is: "day" },
    });
    const { positionals, options } = call;
    const today = options.get("today") ?? currentDay();
    const out = options.get("out");
    if (out !== undefined) return await writeTarget(positionals, today, out, call.options);
    const files = await checkPaths(positionals, today);
    const plans = files.filter((file) => !isTarget(file));
    for (const { path } of files.filter(isTarget)) complain(`${path} is the file of a target already, and has no plan`);
    const naming = (options.get("names") ?? "full") as Naming;
    const { write } = formatsWith(naming)[options.get("format") ?? "pretty"]!;
    if (plans.length > 0) print(write(plans, paintFor(process.stdout)));
    return plans.length < files.length || !isComplete(files) ? 2 : 0;
  },
};

const isTarget = (file: Checked): boolean => isRead(file) && describesTarget(file.analysis.document.org);

async function writeTarget(
  paths: readonly string[],
  today: string,
  out: string,
  options: ReadonlyMap<string, string>,
): Promise<number> {
  if (out !== "-" && !/\.itorg\.ya?ml$/.test(out))
    throw new UsageError(`--out "${out}": the target is a client's file; the ending is .itorg.yaml`);
  try {
    const client = await oneClient(paths, today);
    if (isTarget(client)) throw new UsageError(`${client.path} is the file of a target already`);
    if (!client.isWhole) throw new UsageError(`${client.path}: put right what cannot be read first`);
    const target = targetOf(client.analysis);
    const path = out === "-" ? undefined : out;
    await writeOut([{ path, content: target.content }], options.has("force") ? "anything" : "nothing");
    const naming = (options.get("names") ?? "full") as Naming;
    if (path !== undefined)
      print(
        options.get("format") === "json"
          ? `${JSON.stringify(planJson([client], naming, target), null, 2)}\n`
          : report(out, target, namesIn(client.analysis.document.org, naming)),
      );
    return target.left.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof Unreadable) return 2;
    throw error;
  }
}

/** What was written, and what was left out. */
function report(path: string, { applied, inPlace, left }: Target, names: Names): string {
  const name = (entry: Target["applied"][number]) =>
    `${doSaid(given(entry.do) ?? "", names)} [${given(entry.rule)} at ${names.label(given(entry.at) ?? "")}]`;
  return [
    `Wrote ${path}: ${applied.length} applied, ${inPlace.length} in place already, ${left.length} not applied.`,
    ...applied.map((entry) => `  applied: ${name(entry)}`),
    ...inPlace.map((entry) => `  in place already: ${name(entry)}`),
    ...left.map(({ entry, why }) => `  not applied: ${name(entry)}: ${why}`),
  ]
    .join("\n")
    .concat("\n");
}
