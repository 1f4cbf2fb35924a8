// Lines of posts that slipped, as the light bulb mends them: what somebody sees who knows no YAML.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, packed, today } from "./context.mjs";
import { hideSideBar, openFile, picture, pictureOfFailure, plainView, problemOf, quickFixMenu } from "./page.mjs";
import { check, expect } from "./tally.mjs";
import { installVsix, startServer } from "./workbench.mjs";

const head = "itorg: 1\norganization: { name: Alder Clinic, headcount: 120 }\nposts:\n";
const ceo = "  ceo: { heldBy: Ida Berg, reportsTo: board }\n";
const cio = "  cio: { heldBy: Bo Li, reportsTo: ceo }\n";
const right = head + ceo + cio;

/** What slipped, the text with it, the rule that finds it, and the first entry of the menu. */
const slips = [
  ["column", `${head}${ceo}${cio.trimStart()}`, "unknown-key", "Indent `cio` below `posts`"],
  ["tab", `${head}${ceo}${cio.replace("  ", "\t")}`, "yaml-syntax", "Write blanks in place of tabs"],
  ["blank", `${head}${ceo}${cio.replaceAll("  ", "\u00a0\u00a0")}`, "yaml-syntax", "Write plain blanks"],
  [
    "colon",
    `${head}${ceo}${cio.replace("cio:", "cio")}`,
    "yaml-syntax",
    "Write `cio: { heldBy: Bo Li, reportsTo: ceo }`",
  ],
];

export async function slipsPart({ browser, screenshots }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  installVsix(packed(), { home, extensions });
  const server = await startServer({ home, extensions, settings: plainView });
  const clients = join(folder("workspace"), "clients");
  mkdirSync(join(clients, ".vscode"), { recursive: true });
  writeFileSync(
    join(clients, ".vscode", "settings.json"),
    JSON.stringify({ "itorg.today": today, "files.autoSave": "off" }),
  );
  try {
    for (const [name, content, rule, title] of slips) {
      const file = join(clients, `${name}.itorg.yaml`);
      writeFileSync(file, content);
      const page = await openFile(browser, server, clients, `${name}.itorg.yaml`);
      await check(
        `the light bulb mends a slipped ${name} by its first entry`,
        () => mend(page, file, { rule, title }, (shot) => picture(page, screenshots, `slip-${name}-${shot}.png`)),
        () => pictureOfFailure(page, `slip-${name}`),
      );
      await page.close();
    }
  } finally {
    server.stop();
  }
}

async function mend(page, file, { rule, title }, shoot) {
  await page.locator(".squiggly-warning, .squiggly-error").first().waitFor();
  await page.keyboard.press("Control+Shift+M");
  const row = problemOf(page, rule);
  await row.waitFor();
  await hideSideBar(page);
  // The row (not its link) puts the cursor at the finding; the menu belongs to the cursor.
  await row.dblclick({ position: { x: 100, y: 10 } });
  await page.locator(".monaco-editor.focused").first().waitFor();
  const menu = await quickFixMenu(page);
  await shoot("menu");
  const first = menu.locator(".monaco-list-row.action").first();
  const text = await first.textContent();
  // The menu shows the marks of code as quotes.
  expect(text.includes(title.replaceAll("`", '"')), `First in the menu stands: ${text}`);
  await first.click();
  await row.waitFor({ state: "detached" });
  await page.keyboard.press("Control+S");
  await page.locator(".tab.dirty").waitFor({ state: "detached" });
  const now = readFileSync(file, "utf8");
  expect(now === right, `The file is now:\n${now}`);
}
