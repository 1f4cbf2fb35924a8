// The preview in the real workbench, with the packed extension: from box to file and back, a remedy, an interview that is
// taken back, the plan, and the window loaded again.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, packed, workspace } from "./context.mjs";
import { hideSideBar, openFile, picture, pictureOfFailure, plainView, reloadWindow, until } from "./page.mjs";
import { answered } from "./preview-checks.mjs";
import { check, expect } from "./tally.mjs";
import { serveFolders } from "./web.mjs";
import { developOnWeb, installVsix, startServer } from "./workbench.mjs";

const client = `itorg: 1
organization: { name: Example, headcount: not-asked, sector: not-asked, listed: not-asked, publicAuthority: not-asked }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, deputy: not-asked, level: not-asked, handsOn: not-asked }
  ciso: { heldBy: Eve Roy, reportsTo: cio, deputy: not-asked, primaryDuty: not-asked }
  it-manager: not-asked
committees:
  it-steering: { chair: not-asked, meets: not-asked }
`;
const name = "example.itorg.yaml";
// In a browser the workbench saves by itself a second after each change, unless it is told not to.
const settings = { ...plainView, "files.autoSave": "off" };

export async function previewPart({ browser, screenshots }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  installVsix(packed(), { home, extensions });
  const clients = workspace("pinecrest.itorg.yaml");
  writeFileSync(join(clients, name), client);
  const server = await startServer({ home, extensions, settings });
  const page = await openFile(browser, server, clients, name);
  // What follows builds on what went before, and a busy machine takes a minute to start the extension.
  page.setDefaultTimeout(120_000);
  const policy = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) policy.push(message.text());
  });
  const seen = (title, body) => check(`preview: ${title}`, body, () => pictureOfFailure(page, title));
  const given = { page, screenshots, server, clients, home, policy, file: join(clients, name) };
  try {
    for (const [title, body] of Object.entries(scenes)) await seen(title, () => body(given));
  } finally {
    await page.close();
    server.stop();
  }
}

/** The same extension in a browser's own host, where the server is a worker: drawn, answered, taken back. */
export async function previewWebPart({ browser, screenshots }) {
  const extensions = folder("extensions");
  installVsix(packed(), { home: folder("profile"), extensions });
  const [packedName] = readdirSync(extensions).filter((one) => one.startsWith("itorg.itorg-"));
  const site = await serveFolders({ "/itorg/": join(extensions, packedName) });
  const clients = workspace("pinecrest.itorg.yaml");
  writeFileSync(join(clients, name), client);
  const server = await startServer({ home: folder("profile"), settings });
  // The workbench's policy lets extensions come by https only, for which a test has no certificate.
  const page = await browser.newPage({ viewport: { width: 1280, height: 840 }, bypassCSP: true });
  page.setDefaultTimeout(120_000);
  const given = { page, screenshots, file: join(clients, name) };
  try {
    await developOnWeb(page, { extension: `${site.address}/itorg` });
    await page.goto(server.url(clients, { openFile: server.remote(join(clients, name)) }));
    for (const title of onWeb)
      await check(
        `preview in a browser's host: ${title}`,
        () => scenes[title](given),
        () => pictureOfFailure(page, `web ${title}`),
      );
    await check("preview in a browser's host: it is the worker that answers", async () => {
      const bundles = [...site.served].filter((path) => path.startsWith("/itorg/dist/")).sort();
      const wanted = ["extension-web.js", "preview.css", "preview.js", "server-web.js"].map(
        (one) => `/itorg/dist/${one}`,
      );
      expect(bundles.join() === wanted.join(), `It loaded ${bundles.join(", ")}.`);
    });
  } finally {
    await page.close();
    server.stop();
    site.stop();
  }
}

const onWeb = [
  "opens beside the file by its keys",
  "goes from a box to the file",
  "lights up the box of the post at the cursor",
  "writes fifteen answers and takes them back, by keyboard alone in the panel",
];

const frameOf = (page) => page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");

/** The frame itself, for what is asked of its document. */
async function innerOf(page) {
  await frameOf(page).locator("main").waitFor();
  for (const frame of page.frames()) {
    const isOurs = await frame.evaluate(() => document.querySelector("main#panel") !== null).catch(() => false);
    if (isOurs) return frame;
  }
  throw new Error("There is no frame of the preview.");
}

const onDisk = (file) => readFileSync(file, "utf8");

/** Waits until the cursor of the file stands in this line, also while the panel has the focus. */
const cursorLine = (page, number) =>
  page
    .locator(".editor-instance .line-numbers.active-line-number", { hasText: new RegExp(`^${number}$`) })
    .first()
    .waitFor();

const tab = (page, which) => frameOf(page).locator(`[data-id="tab|${which}"]`);

const scenes = {
  async "opens beside the file by its keys"({ page, screenshots }) {
    await page.locator(".squiggly-warning, .squiggly-info").first().waitFor();
    await hideSideBar(page);
    await page.locator(".monaco-editor .view-lines").first().click();
    await page.keyboard.press("Control+K");
    await page.keyboard.press("v");
    await frameOf(page).locator('[data-at="posts.ciso"]').first().waitFor();
    await picture(page, screenshots, "preview-workbench.png");
  },

  async "goes from a box to the file"({ page }) {
    await frameOf(page).locator('[data-at="posts.ciso"]').first().click();
    await cursorLine(page, 6);
  },

  async "lights up the box of the post at the cursor"({ page }) {
    await page.locator(".view-line", { hasText: "heldBy: Bo Li" }).first().click();
    await frameOf(page).locator('[data-at="posts.cio"].marked').first().waitFor();
  },

  async "offers remedies at a box, by keyboard, and carries one out"({ page, screenshots, file }) {
    const inner = await innerOf(page);
    await inner.evaluate(() => document.querySelector('[data-at="posts.ciso"]').focus());
    await frameOf(page).locator('[data-at="posts.ciso"]').first().focus();
    await page.keyboard.press("Shift+F10");
    const entry = page.locator(".monaco-menu .action-label", { hasText: "Remedies" }).first();
    await entry.waitFor();
    await picture(page, screenshots, "preview-menu.png");
    await entry.click();
    const pick = page.locator(".quick-input-widget:visible");
    await pick.locator(".monaco-list-row").first().waitFor();
    // Of several findings in the box, the one about the line.
    const first = await pick.locator(".monaco-list-row").first().textContent();
    if (!first.includes("Recommend")) {
      await page.keyboard.type("reports to the CIO");
      await page.keyboard.press("Enter");
      await pick.locator(".monaco-list-row", { hasText: "Recommend: " }).first().waitFor();
    }
    await picture(page, screenshots, "preview-remedies.png");
    await page.keyboard.press("Enter");
    await frameOf(page).locator('[data-id="tab|plan"] .badge', { hasText: "1" }).waitFor();
    expect(onDisk(file) === client, "It was saved unasked.");
    await tab(page, "plan").click();
    const status = frameOf(page).locator(".plan select").first();
    await status.selectOption("agreed");
    await page.locator(".view-line", { hasText: "status: agreed" }).first().waitFor();
    await picture(page, screenshots, "preview-plan-workbench.png");
    // Both are taken back without leaving the panel.
    await status.focus();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !document.querySelector(".view-lines")?.textContent.includes("agreed"));
    await frameOf(page)
      .locator(".plan select, .plan .empty")
      .first()
      .focus()
      .catch(() => undefined);
    await page.keyboard.press("Control+z");
    await frameOf(page).locator(".plan .empty").waitFor();
  },

  async "writes fifteen answers and takes them back, by keyboard alone in the panel"({ page, screenshots, file }) {
    await tab(page, "questions").click();
    const inner = await innerOf(page);
    await frameOf(page).locator(".fact").first().waitFor();
    await tab(page, "questions").focus();
    const isInFact = () =>
      inner.evaluate(() => document.activeElement?.closest(".fact")?.getAttribute("data-fact") ?? null);
    for (let i = 0; i < 20 && (await isInFact()) === null; i++) await page.keyboard.press("Tab");
    const counts = [];
    for (let i = 0; i < 15; i++) {
      const at = await isInFact();
      expect(at !== null, `After ${i} answers the focus is in no question.`);
      counts.push({ at, keys: await answered(inner, page.keyboard, at) });
      const said = frameOf(page).locator("footer", { hasText: /written/i });
      await said.waitFor();
      expect((await said.textContent()).startsWith("Written: "), `${at}: ${await said.textContent()}`);
      await inner.evaluate(() => document.querySelector("footer").replaceChildren());
      if (i === 4) await picture(page, screenshots, "preview-interview.png");
    }
    const sorted = counts.map(({ keys }) => keys).sort((a, b) => a - b);
    console.log(`  keys per answer: ${counts.map(({ at, keys }) => `${at} ${keys}`).join(", ")}; median ${sorted[7]}`);
    expect(sorted[7] <= 3, `The median is ${sorted[7]} keys.`);
    await page.keyboard.press("Control+s");
    await until(() => onDisk(file).includes("heldBy: Di Ng"), "The answers are not on disk.");
    // Whether the panel has the focus again makes no difference: in the editor, the key is the editor's own.
    for (let i = 0; i < 15; i++) {
      await page.keyboard.press("Control+z");
      await until(() => inner.evaluate(() => document.hasFocus()), "The panel has not got the focus back.");
    }
    await page.locator(".view-line", { hasText: "headcount: not-asked" }).first().waitFor();
    await page.keyboard.press("Control+s");
    await until(
      () => onDisk(file) === client,
      () => `The file says:\n${onDisk(file)}`,
    );
  },

  async "is drawn in every theme, and no policy complains"({ page, screenshots, home, policy }) {
    await tab(page, "chart").click();
    for (const [theme, kind] of [
      ["Dark Modern", "vscode-dark"],
      ["Default High Contrast", "vscode-high-contrast"],
      ["Default High Contrast Light", "vscode-high-contrast-light"],
      ["Light Modern", "vscode-light"],
    ]) {
      const machine = join(home, "data", "Machine", "settings.json");
      writeFileSync(machine, JSON.stringify({ ...settings, "workbench.colorTheme": theme }, null, 2));
      await frameOf(page).locator(`body.${kind} svg`).first().waitFor();
      await picture(page, screenshots, `preview-${kind}.png`);
    }
    expect(policy.length === 0, policy.join("\n"));
  },

  async "is there again after the window was loaded anew"({ page, screenshots, server, clients }) {
    // An address that names a file opens that one, and nothing else; so first without.
    await page.goto(server.url(clients));
    await page.locator(".tab", { hasText: "Preview" }).first().click();
    await tab(page, "findings").click();
    await frameOf(page).locator(".findings .filter").fill("CISO");
    const rows = await frameOf(page).locator(".findings .row").count();
    await reloadWindow(page);
    await page.locator(".tab", { hasText: "Preview" }).first().click();
    await frameOf(page).locator(".findings .row").first().waitFor();
    expect((await frameOf(page).locator(".findings .filter").inputValue()) === "CISO", "The filter is gone.");
    expect((await frameOf(page).locator(".findings .row").count()) === rows, "Other findings are shown.");
    await picture(page, screenshots, "preview-restored.png");
  },
};
