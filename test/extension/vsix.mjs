// The packed extension in an empty profile must say exactly what the built one and the command line say.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { commandLineFindings, folder, packed } from "./context.mjs";
import { developmentFindings } from "./development.mjs";
import { check, expect } from "./tally.mjs";
import { installVsix, runSuite } from "./workbench.mjs";

export async function vsixPart({ browser }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  const file = packed();
  await check("the packed extension installs", async () => installVsix(file, { home, extensions }));
  // The workbench runs tests only beside an extension in development, so it gets one that does nothing.
  const bystander = folder("bystander");
  const manifest = { name: "bystander", publisher: "itorg-tests", version: "0.0.0", engines: { vscode: "*" } };
  writeFileSync(join(bystander, "package.json"), JSON.stringify(manifest));
  const { diagnostics } = await runSuite(browser, "collect", { home, extension: bystander, extensions });
  await check("the packed extension says what the command line says", async () =>
    same(diagnostics, commandLineFindings()),
  );
  if (developmentFindings) {
    await check("the packed extension says what the built one says", async () =>
      same(diagnostics, developmentFindings),
    );
  }
}

/** Fails unless two lists hold the same findings. */
export function same(actual, wanted) {
  const lines = [actual, wanted].map((findings) => findings.map(line).sort());
  const [missing, surplus] = [
    lines[1].filter((each) => !lines[0].includes(each)),
    lines[0].filter((each) => !lines[1].includes(each)),
  ];
  expect(isDeepStrictEqual(...lines), `Missing:\n${missing.join("\n")}\nNot wanted:\n${surplus.join("\n")}`);
}

function line({ rule, severity, range: { start, end } }) {
  return `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule}`;
}
