import process from "node:process";
import { version } from "../package.json";
import { nearest } from "./base/spelling.ts";
import { type Command, UsageError } from "./commands/arguments.ts";
import { chart } from "./commands/chart.ts";
import { check } from "./commands/check.ts";
import { claims } from "./commands/claims.ts";
import { compare } from "./commands/compare.ts";
import { docs } from "./commands/docs.ts";
import { explain } from "./commands/explain.ts";
import { NothingToCheck } from "./commands/files.ts";
import { fix } from "./commands/fix.ts";
import { init } from "./commands/init.ts";
import { lsp } from "./commands/lsp.ts";
import { matrix } from "./commands/matrix.ts";
import { complain, print, surviveClosedPipes } from "./commands/output.ts";
import { plan } from "./commands/plan.ts";
import { questions } from "./commands/questions.ts";
import { report } from "./commands/report.ts";

const commands: ReadonlyMap<string, Command> = new Map([
  ["check", check],
  ["explain", explain],
  ["questions", questions],
  ["chart", chart],
  ["matrix", matrix],
  ["plan", plan],
  ["report", report],
  ["compare", compare],
  ["fix", fix],
  ["init", init],
  ["lsp", lsp],
  ["docs", docs],
  ["claims", claims],
]);

/** Commands for those who work on itorg, which its help leaves out. */
const hidden: ReadonlySet<string> = new Set(["docs", "claims"]);

const help = `Usage: itorg COMMAND

Checks how an organization runs its IT, from a file that says who does what.

  itorg init NAME           a first file about a client
  itorg check [PATH...]     findings, with why and who says so
  itorg questions [PATH...] what to ask in the next interview, and whom
  itorg chart PATH          the organization as a picture, a diagram or a list
  itorg matrix PATH         who answers for what, as a table
  itorg plan PATH           what is recommended, by whom and when; the target as a file
  itorg report PATH         the report for the client, and the pages for its board
  itorg compare A B         what is between two files about a client
  itorg fix PATH...         mends what needs no judgement in how a file is written
  itorg explain ID          a rule, role, article, claim, law or provision; or FILE#PLACE
  itorg lsp --stdio         the language server, for editors

  itorg COMMAND --help      all that a command can do
  itorg --version           the version
`;

surviveClosedPipes();
// Output may still be on its way when this is done, so the status is set and the process ends by itself.
void main(process.argv.slice(2)).then((status) => {
  process.exitCode ||= status;
});

async function main([name, ...args]: readonly string[]): Promise<number> {
  try {
    if (name === "--help" || name === "-h" || name === "help") print(help);
    else if (name === "--version" || name === "-v") print(`${version}\n`);
    else return await run(name, args);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) complain(`${error.message}${seeHelp(name, error)}`);
    else complain(`this should not happen; please report it.\n${error instanceof Error ? error.stack : String(error)}`);
    return 2;
  }
}

async function run(name: string | undefined, args: readonly string[]): Promise<number> {
  if (name === undefined) throw new UsageError(`a command is missing.\n\n${help.trimEnd()}`);
  const command = commands.get(name);
  if (!command) throw new UsageError(unknownCommand(name));
  const own = args.includes("--") ? args.slice(0, args.indexOf("--")) : args;
  if (own.includes("--help") || own.includes("-h")) {
    print(command.help);
    return 0;
  }
  return command.run(args);
}

/** Where the call as such was right, its help would not help. */
const seeHelp = (name: string | undefined, error: UsageError): string =>
  name === undefined || !commands.has(name) || error instanceof NothingToCheck ? "" : `\nSee itorg ${name} --help.`;

function unknownCommand(name: string): string {
  const visible = [...commands.keys()].filter((one) => !hidden.has(one));
  const similar = nearest(name, visible)[0];
  const hint = similar ? `did you mean itorg ${similar}?` : `the commands are ${visible.join(", ")}`;
  const isFile = /\.ya?ml$/i.test(name) ? `. To check a file: itorg check ${name}` : "";
  return `there is no command "${name}"; ${hint}${isFile}`;
}
