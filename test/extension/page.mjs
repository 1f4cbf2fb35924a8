// The workbench as a person sees it: how to start the browser, and where in the page things are.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { cache } from "./context.mjs";
import { findBrowser } from "./install.mjs";

export function launch() {
  return chromium.launch({ executablePath: findBrowser() });
}

/** Settings for pictures: light, and nothing on the screen that has nothing to do with the product. */
export const plainView = {
  "breadcrumbs.enabled": false,
  "chat.disableAIFeatures": true,
  "editor.fontSize": 13,
  "editor.minimap.enabled": false,
  "extensions.ignoreRecommendations": true,
  "security.workspace.trust.startupPrompt": "never",
  "window.commandCenter": false,
  "workbench.colorTheme": "Light Modern",
  "workbench.layoutControl.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/** A page with the sample open in the editor, before any of its findings need be there. */
export const openSample = (browser, server, workspace) => openFile(browser, server, workspace, sample);
export const sample = "pinecrest.itorg.yaml";

/** The same with a file of this name in the workspace. */
export function openFile(browser, server, workspace, name) {
  return openAt(browser, server.url(workspace, { openFile: server.remote(join(workspace, name)) }));
}

/** A page with the workspace and no editor. */
export async function openFolder(browser, server, workspace) {
  const page = await openAt(browser, server.url(workspace));
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  return page;
}

async function openAt(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 840 }, deviceScaleFactor: 1 });
  await page.goto(address);
  return page;
}

/** Opens the Problems panel once the editor has something to show there. */
export async function showProblems(page) {
  await page.locator(".squiggly-warning").first().waitFor();
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row").first().waitFor();
}

export async function hideSideBar(page) {
  const sideBar = page.locator(".part.sidebar");
  await sideBar.waitFor();
  await page.keyboard.press("Control+B");
  await sideBar.waitFor({ state: "hidden" });
}

/** The row of the Problems panel that reports `rule`. */
export function problemOf(page, rule) {
  return page.locator(".markers-panel .monaco-list-row", { has: page.getByText(rule, { exact: true }) }).first();
}

/** A key of the file, as the editor shows it: the first token that is just this word. */
export function keyInEditor(page, word) {
  // The editor writes indentation as no-break spaces into the same element as the word.
  return page.locator(".view-line span span", { hasText: new RegExp(`^[\\s\\u00a0]*${word}$`) }).first();
}

/** Resolves when an editor or a preview inside the workbench shows `text`. */
export function shownText(page, text) {
  const preview = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  const places = [preview.locator("body"), page.locator(".editor-instance .view-lines")];
  return Promise.any(places.map((place) => place.filter({ hasText: text }).first().waitFor()));
}

/** @param clip the part of the page to keep: `{ x, y, width, height }`; all of it where it is left out. */
export async function picture(page, folder, name, clip) {
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, name), animations: "disabled", caret: "hide", clip });
}

/** Keeps what the page looked like when a check failed, beside the suites' logs and not among the pictures. */
export function pictureOfFailure(page, name) {
  return picture(page, join(cache, "failed"), `${name.replace(/\W+/g, "-")}.png`);
}

/** Opens the quick-fix menu at the cursor. Findings that arrive just then close it again, so it is asked for anew. */
export async function quickFixMenu(page) {
  const menu = page.locator(".action-widget");
  const first = menu.locator(".monaco-list-row.action").first();
  await page
    .locator(".lightBulbWidget, .codicon-gutter-lightbulb, .codicon-gutter-lightbulb-auto-fix")
    .first()
    .waitFor();
  for (let attempt = 1; attempt < 5; attempt++) {
    await page.keyboard.press("Control+.");
    const opened = await first.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (opened) return menu;
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Control+.");
  await first.waitFor();
  return menu;
}

/** Runs a command as a person does, by its title in the palette. */
export async function runCommand(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget:visible input").first().waitFor();
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title.replace(/^\w+: /, "") }).waitFor();
  await page.keyboard.press("Enter");
}

/** Loads the window anew as people do it: what the workbench knows of its editors is written before the window goes. */
export async function reloadWindow(page) {
  const reloaded = page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame());
  await runCommand(page, "Developer: Reload Window");
  await reloaded;
}

/**
 * Fails where something is in the list of notifications. Under the driver of these tests the workbench shows none of
 * them in its corner, so that counting there finds nothing whatever happens.
 */
export async function nothingAsks(page) {
  await runCommand(page, "Notifications: Show Notifications");
  await page.locator(".notifications-center").waitFor();
  const all = await page.locator(".notifications-center .notification-list-item").allTextContents();
  if (all.length > 0) throw new Error(`The editor says: ${all.join("; ")}`);
}

/** Asks again for twenty seconds; `otherwise` is what to say then, or gives it. For what no locator can wait for. */
export async function until(isSo, otherwise) {
  for (let i = 0; i < 100; i++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(typeof otherwise === "string" ? otherwise : otherwise());
}
