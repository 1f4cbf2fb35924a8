// The hover card of each role that the sources define, as a person sees it; with a picture of each.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { workspace } from "./context.mjs";
import { hideSideBar, keyInEditor, openFile, picture } from "./page.mjs";
import { check, expect } from "./tally.mjs";

const roles = {
  cio: "Chief Information Officer",
  cto: "Chief Technology Officer",
  ciso: "Chief Information Security Officer",
  "it-director": "IT Director",
  "it-manager": "IT Manager",
  vcio: "Virtual Chief Information Officer",
};

/** One organization with all of them, and a decision on record. */
const file = `itorg: 1
organization: { name: Six Roles Ltd, headcount: 600 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, level: strategic }
  cto: { heldBy: Eve Roy, reportsTo: ceo, orientation: outward }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
  it-director: { heldBy: Di Fox, reportsTo: cio, level: tactical }
  it-manager: { heldBy: Ed May, reportsTo: it-director }
  vcio: { heldBy: "provider:north" }
providers:
  north: { name: North Advisers, services: [vcio], overseenBy: ceo }
accepted:
  - rule: ciso-in-it-line
    at: posts.ciso.reportsTo
    reason: a new risk officer comes in June
    compensatingControl: the CISO meets the audit committee alone, every quarter
    approvedBy: board
    until: 2027-06-30
`;

export async function hoverCards({ browser, server, screenshots }) {
  const folder = workspace();
  writeFileSync(join(folder, "roles.itorg.yaml"), file);
  const page = await openFile(browser, server, folder, "roles.itorg.yaml");
  try {
    await page.locator(".squiggly-warning, .squiggly-info, .squiggly-hint").first().waitFor();
    await hideSideBar(page);
    for (const [role, name] of Object.entries(roles)) {
      await check(`the hover card of ${role} begins with what it is and who says so`, () =>
        card(page, role, name, screenshots),
      );
    }
    await check("an accepted finding is faded, and says who approved it and until when", async () => {
      await page.locator(".squiggly-unnecessary, .squiggly-inline-unnecessary").first().waitFor();
      await page.locator(".squiggly-inline-unnecessary").first().hover();
      const hover = page.locator(".monaco-hover:visible", { hasText: "Accepted by board until 2027-06-30" });
      await hover.waitFor();
      await picture(page, screenshots, "accepted.png");
    });
  } finally {
    await page.close();
  }
}

async function card(page, role, name, screenshots) {
  await keyInEditor(page, role).hover();
  const hover = page.locator(".monaco-hover:visible", { hasText: name });
  await hover.waitFor();
  const text = await hover.textContent();
  const [purpose, file, table] = [text.indexOf("Mindfield"), text.indexOf("In this file"), text.indexOf("Who says so")];
  expect(purpose > 0 && purpose < file, `The purpose names no source: ${text.slice(0, 300)}`);
  expect(file < table, `What the file says comes after what the sources say: ${text}`);
  await picture(page, screenshots, `hover-${role}.png`);
  // Away from the card, so that the next one is not the same one moved.
  await page.keyboard.press("Escape");
  await page.mouse.move(1200, 20);
  await hover.waitFor({ state: "hidden" });
}
