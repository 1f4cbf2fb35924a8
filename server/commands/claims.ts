import { usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import { claimsTable } from "../reports/pages/claim-uses.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { print } from "./output.ts";

/** `itorg claims`: where each claim of the articles is used. For those who work on itorg, and not in its help. */
export const claims: Command = {
  help: `Usage: itorg claims

Prints every claim of the articles and where it is used, or why it is not.
`,
  async run(args) {
    if (readArguments(args, {}).positionals.length > 0) throw new UsageError("itorg claims takes nothing more");
    print(claimsTable(usualConfig(standard)));
    return 0;
  },
};
