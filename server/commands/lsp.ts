import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Command, readArguments, UsageError } from "./arguments.ts";

/** `itorg lsp`: the language server, for editors that start it by this name. */
export const lsp: Command = {
  help: `Usage: itorg lsp --stdio

Starts the language server. An editor does this; it speaks the Language Server Protocol
over standard input and output.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, { stdio: { is: "switch" } });
    if (!options.has("stdio") || positionals.length > 0) throw new UsageError("itorg lsp needs --stdio and no more");
    // A bundle of its own beside this one: it starts on loading, and ends the process when the editor leaves.
    await import(pathToFileURL(join(__dirname, "server.js")).href);
    return new Promise<never>(() => {});
  },
};
