// The pictures of the walkthrough, dark and light, near enough to be read: node test/extension/walkthrough.mjs DIR
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { folder, packed, removeFolders, workspace } from "./context.mjs";
import { hideSideBar, keyInEditor, launch, openFile, picture, plainView, quickFixMenu, runCommand } from "./page.mjs";
import { installVsix, startServer } from "./workbench.mjs";

const client = `itorg: 1
organization: { name: Birch Foods, headcount: 340 }
posts:
  ceo: { heldBy: Nora Weiss, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
  dpo: vacant
`;
const started = `itorg: 1
asOf: 2026-11-22
organization:
  name: Birch Foods
  headcount: 340
  itHeadcount: not-asked
  sector: not-asked
posts:
  ceo: { heldBy: not-asked, reportsTo: not-asked }
  cio: { heldBy: Tove Dahl, reportsTo: not-asked }
  ciso: not-asked
committees: not-asked
`;
const themes = { light: "Light Modern", dark: "Dark Modern" };
const clip = { x: 48, y: 37, width: 600, height: 330 };
const target = resolve(process.argv[2] ?? "images");

const browser = await launch();
const home = folder("profile");
const extensions = folder("extensions");
installVsix(packed(), { home, extensions });
for (const [name, theme] of Object.entries(themes)) {
  const clients = workspace("pinecrest.itorg.yaml");
  writeFileSync(join(clients, "birch.itorg.yaml"), client);
  writeFileSync(join(clients, "new.itorg.yaml"), started);
  const look = { "editor.fontSize": 14, "editor.stickyScroll.enabled": false, "editor.hover.sticky": true };
  const settings = { ...plainView, ...look, "workbench.colorTheme": theme, "files.autoSave": "off" };
  const server = await startServer({ home, extensions, settings });
  const shoot = (page, what) => picture(page, target, `walkthrough-${what}-${name}.png`, clip);
  try {
    const first = await openFile(browser, server, clients, "new.itorg.yaml");
    await hideSideBar(first);
    await first.locator(".codelens-decoration", { hasText: "questions" }).first().waitFor();
    await shoot(first, "new");
    await first.close();
    const page = await openFile(browser, server, clients, "birch.itorg.yaml");
    page.setDefaultTimeout(90_000);
    await hideSideBar(page);
    await page.locator(".squiggly-warning").first().waitFor();
    await page.locator(".squiggly-warning").first().hover();
    await page.locator(".monaco-hover:visible", { hasText: "Who says so" }).first().waitFor();
    await shoot(page, "findings");
    await page.keyboard.press("Escape");
    await page.mouse.move(900, 600);
    await keyInEditor(page, "ciso").click();
    await page.keyboard.press("Home");
    for (let i = 0; i < "ciso: { heldBy: Eve Roy, reportsTo: c".length; i++) await page.keyboard.press("ArrowRight");
    await quickFixMenu(page);
    await shoot(page, "fix");
    await page.keyboard.press("Escape");
    await keyInEditor(page, "dpo").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("cfo: { ", { delay: 40 });
    await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
    await shoot(page, "write");
    await page.keyboard.press("Escape");
    for (let i = 0; i < 10; i++) await page.keyboard.press("Control+Z");
    await runCommand(page, "itorg: Show Interview Questions");
    const preview = page.frameLocator("iframe.webview.ready").first().frameLocator("#active-frame");
    await preview.locator("h1", { hasText: "Questions" }).first().waitFor();
    await runCommand(page, "View: Move Editor into Previous Group");
    await preview.locator("h1", { hasText: "Questions" }).first().waitFor();
    await shoot(page, "ask");
    await page.close();
  } finally {
    server.stop();
  }
}
await browser.close();
removeFolders();
process.exit(0);
