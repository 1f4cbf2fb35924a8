import { currentDay } from "../base/day.ts";
import { fileNameFor, newOrganization } from "../model/write/new-organization.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { complain, print } from "./output.ts";
import { NotWritten, writeWhole } from "./writing.ts";

/** `itorg init`: the first file about a client. Never writes over a file that is there, but for `--force`. */
export const init: Command = {
  help: `Usage: itorg init NAME [--force]

Writes the first twenty lines about a client into the current folder: NAME "Pinecrest
Dental Group" goes to pinecrest-dental-group.itorg.yaml. What nobody has asked about yet
is marked, and itorg questions lists it.

  NAME      the organization's name
  --force   write over a file of that name

Exit status: 0 done; 2 wrong call, or the file is there already or cannot be written.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, { force: { is: "switch" } });
    const name = positionals.join(" ").trim();
    if (name === "") throw new UsageError("what is the organization called?");
    const file = fileNameFor(name);
    try {
      const content = newOrganization({ name }, currentDay());
      await writeWhole(file, content, options.has("force") ? "anything" : "nothing");
    } catch (error) {
      if (!(error instanceof NotWritten)) throw error;
      if (error.isThere) throw new UsageError(`${file} is there already; --force writes over it`);
      complain(`${file}: not written: ${error.message}`);
      return 2;
    }
    print(`Wrote ${file}. What to ask next: itorg questions ${file}\n`);
    return 0;
  },
};
