// What a consultant met in the editor and should not meet again, row by row: see test/data/editor-rows.md.
// With the packed extension, as people have it; pictures of what only the eye can judge.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, packed, workspace } from "./context.mjs";
import {
  keyInEditor,
  nothingAsks,
  openFolder,
  picture,
  pictureOfFailure,
  plainView,
  quickFixMenu,
  reloadWindow,
  runCommand,
  until,
} from "./page.mjs";
import { check, expect } from "./tally.mjs";
import { installVsix, startServer } from "./workbench.mjs";

const client = `itorg: 1
organization: { name: Fortescue Mills, headcount: 400, sector: manufacturing }
posts:
  ceo: { heldBy: Nora Weiss, reportsTo: board }
  cfo: { heldBy: Ola Lund, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio, deputy: none }
  it-manager: { heldBy: Sam Okafor, reportsTo: cio }
  dpo: vacant
providers:
  north: { name: North IT, services: [helpdesk], overseenBy: cio }
activities:
  access-approve: { responsible: it-manager, accountable: cio }
  access-provision: { responsible: it-manager, accountable: cio }
`;
const configuration = "rules: { cio-hands-on: off }\n";
const themes = { dark: "Dark Modern", light: "Light Modern", contrast: "Default High Contrast" };

export async function rowsPart({ browser, screenshots }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  installVsix(packed(), { home, extensions });
  const clients = workspace("pinecrest.itorg.yaml");
  writeFileSync(join(clients, "fortescue.itorg.yaml"), client);
  writeFileSync(join(clients, "empty.itorg.yaml"), "");
  writeFileSync(join(clients, "itorg.config.yaml"), configuration);
  const settings = {
    ...plainView,
    "files.autoSave": "off",
    "workbench.colorTheme": themes.dark,
    "breadcrumbs.enabled": true,
  };
  const server = await startServer({ home, extensions, settings });
  const page = await openFolder(browser, server, clients);
  const view = { page, screenshots, clients };
  // The first page of the editor's own preview, on a machine with much else to do.
  page.setDefaultTimeout(90_000);
  // Not by the page's address, which would open this file and nothing else again after a reload.
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "fortescue" }).first().dblclick();
  const row = (name, body) =>
    check(
      name,
      () => body(view),
      () => pictureOfFailure(page, name),
    );
  try {
    for (const [name, body] of rows) await row(name, body);
  } finally {
    await page.close();
    server.stop();
  }
}

const rows = [
  ["E7: one line above the posts, and none above each", oneLens],
  ["E15: the status bar has one number, on the right, and says what is off", statusBar],
  ["E8: breadcrumbs follow the cursor", breadcrumbs],
  ["E12, E13: reserved words and hints can be told from the file's text, in every theme", colours],
  ["E4: brackets and quotes close", closing],
  ["E9, E3: an acceptance is offered at its finding, and goes on where the reason is wanted", acceptance],
  ["E20: a card begins with what the file says", card],
  ["E18: the menus of explorer and editor offer what can be done", menus],
  ["E19, E5: a page opens beside the file, with its title, and is there after a reload", pages],
  ["E17: the questions are shown beside the file", questions],
  ["E22: an empty file says how to begin", emptyFile],
  ["E2, C6: Enter at every step of a new organization states nothing", wizard],
  ["E10, E11: the walkthrough's buttons work from the walkthrough", walkthrough],
  ["C3: what stands at the cursor is explained first", explain],
  ["T1: nothing asks for attention", ({ page }) => nothingAsks(page)],
];

async function oneLens({ page, screenshots }) {
  await page.locator(".squiggly-warning").first().waitFor();
  // The editor puts lenses off while nothing moves.
  await keyInEditor(page, "ceo").hover();
  await away(page);
  await page.locator(".codelens-decoration", { hasText: "findings" }).first().waitFor();
  const all = await page.locator(".codelens-decoration").allTextContents();
  expect(all.length === 1, `There are ${all.length}: ${all.join("; ")}`);
  expect(/^6 posts · \d+ findings · \d+ questions$/.test(all[0].replaceAll("\u00a0", " ")), `It says: ${all[0]}`);
  await picture(page, screenshots, "row-lens.png");
}

async function statusBar({ page, screenshots }) {
  const item = page.locator(".right-items .statusbar-item", { hasText: "finding" }).first();
  await item.waitFor();
  const text = (await item.textContent()).trim();
  expect(/^\d+ findings?$/.test(text), `It says: ${text}`);
  await item.hover();
  const tip = page.locator(".workbench-hover:visible, .monaco-hover:visible", { hasText: "Turned off by" });
  await tip.waitFor();
  expect((await tip.textContent()).includes("cio-hands-on"), `It says: ${await tip.textContent()}`);
  await picture(page, screenshots, "row-status-bar.png");
  await away(page);
}

async function breadcrumbs({ page, screenshots }) {
  await keyInEditor(page, "it-manager").click();
  const shown = page.locator(".breadcrumbs-control .monaco-breadcrumb-item", { hasText: "it-manager" });
  await shown.waitFor();
  await picture(page, screenshots, "row-breadcrumbs.png");
}

async function colours({ page, screenshots, clients }) {
  for (const [name, theme] of Object.entries(themes)) {
    const settings = { "itorg.today": "2026-11-22", "workbench.colorTheme": theme };
    writeFileSync(join(clients, ".vscode", "settings.json"), JSON.stringify(settings));
    const wanted = { dark: "vs-dark", light: "vs", contrast: "hc-black" }[name];
    await page.locator(`.monaco-workbench.${wanted}`).waitFor();
    const colourOf = (word) => keyInEditor(page, word).evaluate((span) => getComputedStyle(span).color);
    let seen = "";
    const isDistinct = async () => {
      const [reserved, key, value] = [
        await colourOf("vacant"),
        await colourOf("heldBy"),
        await colourOf("Nora[\\s\\u00a0]Weiss"),
      ];
      seen = `vacant ${reserved}, heldBy ${key}, a name ${value}`;
      return reserved !== key && reserved !== value;
    };
    // What words mean is coloured a moment behind their form, also after a change of the theme.
    await until(isDistinct, () => `${theme}: ${seen}`);
    await page.getByText("(Bo Li)", { exact: true }).first().waitFor();
    await picture(page, screenshots, `row-colours-${name}.png`);
  }
}

async function closing({ page }) {
  await keyInEditor(page, "dpo").click();
  await page.keyboard.press("End");
  for (const [typed, shown] of [
    ["cdo: {", "cdo: {}"],
    ["x-a: [", "x-a: []"],
    ['x-b: "', 'x-b: ""'],
  ]) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(typed, { delay: 20 });
    await page.keyboard.press("Escape");
    await lineOf(page, shown).waitFor();
    await page.keyboard.press("End");
  }
  await undoAll(page);
}

async function acceptance({ page, screenshots }) {
  // The cursor behind `reportsTo: cio` of the CISO.
  await keyInEditor(page, "ciso").click();
  await page.keyboard.press("Home");
  for (let i = 0; i < "ciso: { heldBy: Eve Roy, reportsTo: c".length; i++) await page.keyboard.press("ArrowRight");
  const menu = await quickFixMenu(page);
  await picture(page, screenshots, "row-accept-menu.png");
  await menu.locator(".monaco-list-row.action", { hasText: "Accept this risk" }).first().click();
  await page.locator(".statusbar-item", { hasText: "(9 selected)" }).waitFor();
  await page.keyboard.type("small firm");
  await lineOf(page, "reason: small firm").waitFor();
  const text = await page.locator(".view-lines").first().textContent();
  expect(/approvedBy:[\s\u00a0]not-asked/.test(text), `The entry says: ${text}`);
  await picture(page, screenshots, "row-accepted-risk.png");
  await undoAll(page);
}

async function card({ page, screenshots }) {
  await keyInEditor(page, "ciso").hover();
  const shown = page.locator(".monaco-hover:visible", { hasText: "Chief Information Security Officer" });
  await shown.waitFor();
  const text = await shown.textContent();
  const [file, table] = [text.indexOf("In this file"), text.indexOf("By definition")];
  expect(file > 0 && file < table, `The card says: ${text}`);
  await picture(page, screenshots, "row-card.png");
  await away(page);
}

async function menus({ page, screenshots }) {
  await keyInEditor(page, "cio").click({ button: "right" });
  const editor = page.locator(".monaco-menu:visible", { hasText: "itorg" });
  await editor.first().waitFor();
  await editor.getByText("itorg", { exact: true }).first().hover();
  await page.locator(".monaco-menu:visible", { hasText: "Accept This Risk…" }).first().waitFor();
  await picture(page, screenshots, "row-editor-menu.png");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await page
    .locator(".explorer-folders-view .monaco-list-row", { hasText: "pinecrest" })
    .first()
    .click({ button: "right" });
  const explorer = page.locator(".monaco-menu:visible", { hasText: "itorg" });
  await explorer.getByText("itorg", { exact: true }).first().hover();
  await page.locator(".monaco-menu:visible", { hasText: "Show Interview Questions" }).first().waitFor();
  await picture(page, screenshots, "row-explorer-menu.png");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
}

async function pages({ page, screenshots }) {
  await keyInEditor(page, "cio").click();
  await runCommand(page, "itorg: Explain");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "open-question" }).first().waitFor();
  await page.keyboard.type("ciso-in-it-line");
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "ciso-in-it-line" }).waitFor();
  await page.keyboard.press("Enter");
  const tab = page.locator(".tab", { hasText: "CISO inside the IT line" });
  await tab.first().waitFor();
  await keyInEditor(page, "cio").waitFor();
  await previewed(page, "CISO inside the IT line");
  await picture(page, screenshots, "row-page-beside.png");
  await reloadWindow(page);
  await tab.first().waitFor();
  await previewed(page, "CISO inside the IT line");
  await picture(page, screenshots, "row-page-restored.png");
  await tab.first().click();
  await page.keyboard.press("Control+F4");
}

async function questions({ page, screenshots }) {
  await keyInEditor(page, "cio").click();
  await runCommand(page, "itorg: Show Interview Questions");
  await page.locator(".tab", { hasText: "Questions, fortescue" }).first().waitFor();
  await previewed(page, "Questions: Fortescue Mills");
  await picture(page, screenshots, "row-questions.png");
  await page.locator(".tab", { hasText: "Questions, fortescue" }).first().click();
  await page.keyboard.press("Control+F4");
}

async function emptyFile({ page, screenshots }) {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "empty" }).first().dblclick();
  const begin = page.locator(".codelens-decoration a", { hasText: "New Organization…" }).first();
  await begin.waitFor();
  expect((await page.locator(".squiggly-error").count()) === 0, "An empty file is underlined as an error.");
  await picture(page, screenshots, "row-empty.png");
  await page.locator(".codelens-decoration a", { hasText: "Insert an Example" }).first().click();
  await lineOf(page, "name: Pinecrest Dental Group").waitFor();
  await page.keyboard.press("Control+S");
  await page.locator(".tab.dirty").waitFor({ state: "detached" });
}

async function wizard({ page, screenshots }) {
  await runCommand(page, "itorg: New Organization");
  const step = (text) => page.locator(".quick-input-widget:visible", { hasText: text }).first().waitFor();
  await step("(1/5)");
  await page.keyboard.type("Acme");
  for (const number of ["2/5", "3/5", "4/5"]) {
    await page.keyboard.press("Enter");
    await step(`(${number})`);
    if (number === "3/5") {
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Nobody has asked yet" }).waitFor();
      await picture(page, screenshots, "row-wizard.png");
    }
  }
  await page.keyboard.press("Enter");
  await lineOf(page, "name: Acme").waitFor();
  const text = (await page.locator(".view-lines").last().textContent()).replaceAll("\u00a0", " ");
  for (const part of [/headcount: not-asked/, /sector: not-asked/, /ceo: \{ heldBy: not-asked, reportsTo:\s+not-asked/])
    expect(part.test(text), `It does not say ${part}: ${text}`);
  await picture(page, screenshots, "row-new-file.png");
}

async function walkthrough({ page, screenshots }) {
  await runCommand(page, "View: Close All Editor Groups");
  await runCommand(page, "itorg: Open Walkthrough");
  const step = page.locator(".getting-started-step", { hasText: "Take the questions along" }).first();
  await step.waitFor();
  await step.click();
  await picture(page, screenshots, "row-walkthrough.png");
  await page
    .locator(".getting-started-step button, .getting-started-step a", { hasText: "Show Interview Questions" })
    .first()
    .click();
  await page.locator(".tab", { hasText: "Questions, " }).first().waitFor();
}

async function explain({ page, screenshots }) {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "fortescue" }).first().dblclick();
  await keyInEditor(page, "ciso").click();
  await runCommand(page, "itorg: Explain");
  await page.locator(".quick-input-list-separator", { hasText: "In this file" }).first().waitFor();
  await picture(page, screenshots, "row-explain.png");
  await page.keyboard.press("Escape");
}

const lineOf = (page, text) =>
  page
    .locator(".view-line", {
      hasText: new RegExp(
        text
          .replace(/[{}[\]]/g, "\\$&")
          .replaceAll('"', ".")
          .replaceAll(" ", "[\\s\\u00a0]+"),
      ),
    })
    .first();

/** Resolves when a page beside the file has this heading. */
const previewed = (page, heading) =>
  page
    .frameLocator("iframe.webview.ready")
    .first()
    .frameLocator("#active-frame")
    .locator("h1", { hasText: heading })
    .first()
    .waitFor();

async function undoAll(page) {
  for (let i = 0; i < 60 && (await page.locator(".tab.active.dirty").count()) > 0; i++)
    await page.keyboard.press("Control+Z");
}

async function away(page) {
  await page.keyboard.press("Escape");
  await page.mouse.move(1200, 20);
}
