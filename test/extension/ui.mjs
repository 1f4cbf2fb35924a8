// What only a person's view shows: Problems panel, hover card, quick-fix menu, rule page; with a picture of each.
// Runs with the packed extension, as people have it.
import { commandLineFindings, folder, packed, workspace } from "./context.mjs";
import { hoverCards } from "./hover-cards.mjs";
import {
  hideSideBar,
  keyInEditor,
  nothingAsks,
  openSample,
  picture,
  pictureOfFailure,
  plainView,
  problemOf,
  quickFixMenu,
  sample,
  shownText,
  showProblems,
} from "./page.mjs";
import { check, expect } from "./tally.mjs";
import { installVsix, startServer } from "./workbench.mjs";

export async function uiPart({ browser, screenshots }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  installVsix(packed(), { home, extensions });
  const server = await startServer({ home, extensions, settings: plainView });
  const page = await openSample(browser, server, workspace(sample));
  const seen = (name, body) => check(name, body, () => pictureOfFailure(page, name));
  try {
    await drive(page, screenshots, seen);
    await hoverCards({ browser, server, screenshots });
  } finally {
    await page.close();
    server.stop();
  }
}

async function drive(page, screenshots, seen) {
  await seen("the editor opens with the Problems panel", async () => {
    await showProblems(page);
    await hideSideBar(page);
  });
  await seen("the Problems panel shows each finding's message", async () => {
    // Hints are dots under the text, and not in the panel.
    const filter = page.locator(".markers-panel-action-filter-container input, .panel .viewpane-filter input").first();
    for (const { rule, message } of commandLineFindings().filter(({ severity }) => severity !== "hint")) {
      // The list draws only what fits, so each finding is filtered into view.
      await filter.fill(rule);
      const row = problemOf(page, rule);
      await row.waitFor();
      const text = await row.textContent();
      expect(text.includes(message.split("\n")[0]), `The row of ${rule} says: ${text}\nand not: ${message}`);
    }
    await filter.fill("");
    await problemOf(page, "ciso-is-it-head").waitFor();
  });
  await seen("a hover card explains ciso, with its source", async () => {
    await keyInEditor(page, "ciso").hover();
    const card = page.locator(".monaco-hover:visible", { hasText: "Chief Information Security Officer" });
    await card.waitFor();
    const text = await card.textContent();
    expect(text.includes("Mindfield"), `The card says: ${text}`);
    await picture(page, screenshots, "problems-and-hover.png");
    await page.keyboard.press("Escape");
  });
  await seen("the quick-fix menu recommends, and corrects the record", async () => {
    const row = problemOf(page, "provider-unsupervised");
    // The row (not its link, which is in the middle) puts the cursor at the finding; the menu belongs to the cursor.
    await row.dblclick({ position: { x: 100, y: 10 } });
    await page.locator(".monaco-editor.focused .squiggly-warning").first().waitFor();
    const menu = await quickFixMenu(page);
    await picture(page, screenshots, "quick-fix.png");
    const first = await menu.locator(".monaco-list-row.action").first().textContent();
    expect(first.includes("Recommend: "), `First in the menu stands: ${first}`);
    await menu.locator(".monaco-list-row.action", { hasText: "Correct the record: " }).first().click();
    await row.waitFor({ state: "detached" });
  });
  await seen("a finding links to its rule's page, inside the editor", async () => {
    await problemOf(page, "ciso-is-it-head").locator("a", { hasText: "ciso-is-it-head" }).click();
    await shownText(page, "ciso-is-it-head");
    // The page is longer than the space above the panel.
    await page.keyboard.press("Control+J");
    await page.locator(".part.panel").waitFor({ state: "hidden" });
    await picture(page, screenshots, "rule-page.png");
  });
  await seen("nothing asks for attention", async () => {
    await nothingAsks(page);
  });
}
