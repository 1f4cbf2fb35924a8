import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { version } from "../package.json";
import { currentDay } from "./base/day.ts";
import { disk } from "./commands/disk.ts";
import { cancelUndispatched } from "./lsp/cancelled.ts";
import { serve } from "./server.ts";

// The entry of dist/server.js. It starts on loading, so that `itorg lsp --stdio` only has to load it.

const transports = ["--stdio", "--node-ipc"];

if (!process.argv.some((argument) => transports.includes(argument))) {
  process.stderr.write(`The itorg language server speaks with an editor. Start it with ${transports.join(" or ")}.\n`);
  process.exit(2);
}

const connection = createConnection({ cancelUndispatched });

serve(connection, { version, today: currentDay, pageFile, files: disk });

/** The pages lie beside the bundle, in the repository and in the npm package. */
function pageFile(id: string): string | undefined {
  if (!/^[\w-]+$/.test(id)) return undefined;
  const paths = ["rules", "roles"].map((folder) => join(__dirname, "..", "docs", folder, `${id}.md`));
  const found = paths.find((path) => existsSync(path));
  return found && pathToFileURL(found).href;
}
