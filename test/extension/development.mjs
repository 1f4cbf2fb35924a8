// The suite, with the extension as it is in this folder: what F5 starts.
import { folder, root } from "./context.mjs";
import { runSuite } from "./workbench.mjs";

/** What the built extension says of the sample, once the suite has run; the packed one is compared with it. */
export let developmentFindings;

export async function developmentPart({ browser }) {
  const { diagnostics } = await runSuite(browser, "suite", { home: folder("profile"), extension: root });
  developmentFindings = diagnostics;
}
