// A client's file written from nothing, by choosing from lists and by fixes: what a person without a manual can do.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findingsOf, folder, packed, today } from "./context.mjs";
import { hideSideBar, openFolder, picture, pictureOfFailure, plainView, problemOf, quickFixMenu } from "./page.mjs";
import { check, expect } from "./tally.mjs";
import { typist } from "./typist.mjs";
import { installVsix, startServer } from "./workbench.mjs";

const fileName = "alder.itorg.yaml";

/** Where the editor begins in the page while the side bar is hidden, below its tabs. */
const [left, top] = [52, 37];

const written = `itorg: 1
organization:
  name: Alder Clinic
  headcount: 120
  sector: healthcare
  jurisdictions: US-OH
posts:
  ceo: { heldBy: Ida Berg, reportsTo: board }
  cfo: { heldBy: Ola Lund, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ceo }
  head-internal-audit: { heldBy: Jan Vik, reportsTo: board }
  it-manager:
    heldBy: Kim Moe
    reportsTo: cio
    level: operational
    focus: technology
    handsOn: yes
    background: technical
    governanceTraining: no
providers:
  summit: { name: Summit IT, services: [helpdesk, backup], overseenBy: it-manager }
committees:
  it-steering: { chair: ceo, members: [cio, cfo, ciso], meets: quarterly }
activities:
  security: { responsible: ciso, accountable: ciso }
  it-budget: { responsible: cio, accountable: cfo }
  access-request: { responsible: it-manager, accountable: cio }
  access-approve: { responsible: it-manager, accountable: cio }
  backup-run: { responsible: provider:summit, accountable: it-manager }
regimes:
  hipaa: applies
interviews:
  - date: 2026-11-22
    with: Ida Berg
    by: L. Ortega
accepted:
  - rule: duties-access-request-approve
    at: activities.access-approve.responsible
    reason: IT has two pairs of hands in all
    compensatingControl: the CFO reads a list of new accounts every month
    approvedBy: Ida Berg
    until: 2027-11-22
`;

export async function writingPart({ browser, screenshots }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  installVsix(packed(), { home, extensions });
  const server = await startServer({ home, extensions, settings: plainView });
  const clients = folder("clients");
  mkdirSync(join(clients, ".vscode"));
  // Without saving by itself, the editor shows when it has saved.
  const settings = { "itorg.today": today, "files.autoSave": "off" };
  writeFileSync(join(clients, ".vscode", "settings.json"), JSON.stringify(settings));
  const page = await openFolder(browser, server, clients);
  try {
    await begin(page, screenshots);
    await write(page, clients, screenshots);
  } finally {
    await page.close();
    server.stop();
  }
}

/** The command that asks five questions, as the command palette offers it. */
export async function begin(page, screenshots) {
  const input = page.locator(".quick-input-widget:visible input").first();
  const answer = async (question, text) => {
    await page.locator(".quick-input-widget", { hasText: question }).waitFor();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  await seen(page, "New organization asks five questions and writes twenty lines", async () => {
    await page.keyboard.press("F1");
    await input.waitFor();
    await page.keyboard.type("itorg: New Organization");
    await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "New Organization" }).waitFor();
    await page.keyboard.press("Enter");
    await answer("(1/5)", "Birch Foods");
    await answer("(2/5)", "340");
    await page.locator(".quick-input-list .monaco-list-row.focused").waitFor();
    await picture(page, screenshots, "new-organization.png");
    await answer("(3/5)", "Manufact");
    await answer("(4/5)", "A CIO");
    await answer("(5/5)", "Tove Dahl");
    await lineOf(page, "heldBy: Tove Dahl").waitFor();
    await hideSideBar(page);
    await page.locator(".squiggly-hint").first().waitFor();
    await picture(page, screenshots, "walkthrough-new.png", { x: left, y: top, width: 880, height: 400 });
  });
}

export async function write(page, clients, screenshots) {
  const { choose, name, press, list } = typist(page);
  const path = join(clients, fileName);

  /** The keys that are left, with what the first one means: opened by Ctrl+Space, and once more. */
  const look = async () => {
    await page.keyboard.press("Control+Space");
    await page.locator(".suggest-widget.visible .monaco-list-row.focused").waitFor();
    await page.keyboard.press("Control+Space");
    const details = page.locator(".suggest-details-container");
    await details.locator(".docs", { hasText: /\w/ }).waitFor();
    await pictureAround(page, screenshots, "walkthrough-write.png", list, details);
    await page.keyboard.press("Control+Space");
    await details.waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
  };

  await seen(page, "a new file that ends in .itorg.yaml says how to begin, and is no error", async () => {
    await newFile(page, fileName);
    await hideSideBar(page);
    await page.locator(".codelens-decoration a", { hasText: "New Organization…" }).first().waitFor();
    const errors = await page.locator(".squiggly-error").count();
    if (errors > 0) throw new Error("An empty file is underlined as an error.");
  });

  await seen(page, "the organization and its head, from one choice", async () => {
    await choose("new organization");
    await name("Alder Clinic");
    await press("Tab");
    await name("120");
    await press("Tab");
    await choose("healthcare");
    await press("Tab");
    await choose("US-OH");
    await press("Tab");
    await name("Ida Berg");
    await press("Tab");
    await choose("board");
    await press("Tab");
  });

  const post = async (role, holder, superior) => {
    await choose(role);
    await name(holder);
    await press("Tab");
    await choose(superior);
    await press("End", "Enter");
  };

  await seen(page, "posts, each with its holder and superior", async () => {
    await post("cfo", "Ola Lund", "ceo");
    await post("cio", "Bo Li", "ceo");
    await post("ciso", "Eve Roy", "cio");
    await post("head-internal-audit", "Jan Vik", "ceo");
    await choose("it-manager in full");
    await name("Kim Moe");
    for (const value of ["cio", "operational", "technology", "yes", "technical", "no"]) {
      await press("Tab");
      await choose(value);
    }
    await press("Enter");
    await look();
    await press("Backspace", "Backspace");
  });

  /** The next section, at the margin again. */
  const section = async (wanted) => {
    await press("Enter", "Backspace");
    await choose(wanted);
  };

  await seen(page, "a provider with several services", async () => {
    await choose("providers");
    await choose("new provider");
    await name("summit");
    await press("Tab");
    await name("Summit IT");
    await press("Tab");
    await choose("[ ]");
    await choose("helpdesk");
    await press(",");
    await choose("backup");
    await press("Tab");
    await choose("it-manager");
    await press("End", "Enter");
  });

  await seen(page, "a committee", async () => {
    await press("Backspace");
    await choose("committees");
    await choose("it-steering");
    await choose("ceo");
    await press("Tab");
    await choose("[ ]");
    await choose("cio");
    await press(",");
    await choose("cfo");
    await press("Tab");
    await choose("quarterly");
    await press("End");
  });

  const duty = async (activity, responsible, accountable) => {
    await choose(activity);
    await choose(responsible);
    await press("Tab");
    await choose(accountable);
    await press("End", "Enter");
  };

  await seen(page, "duties", async () => {
    await section("activities");
    await duty("security", "ciso", "ciso");
    await duty("it-budget", "cio", "cfo");
    await duty("access-request", "it-manager", "cio");
    await duty("access-approve", "it-manager", "cio");
    await duty("backup-run", "provider:summit", "it-manager");
    await press("Backspace");
  });

  await seen(page, "laws, and the interview", async () => {
    await choose("regimes");
    await choose("hipaa");
    await choose("applies");
    await section("interviews");
    await choose("new interview");
    await choose(today);
    await press("Tab");
    await choose("Ida Berg");
    await press("Tab");
    await name("L. Ortega");
  });

  await seen(page, "three findings end by the light bulb", async () => {
    await page.keyboard.press("Control+Shift+M");
    for (const [rule, fix] of [
      ["ciso-in-it-line", "Correct the record: the CISO reports to the CEO"],
      ["audit-not-independent", "Correct the record: the Head of Internal Audit reports to the board"],
      ["ciso-absent-from-committees", "Correct the record: the CISO is a member of the IT steering committee"],
    ]) {
      await settle(page, rule, fix);
      await problemOf(page, rule).waitFor({ state: "detached" });
    }
  });

  await seen(page, "a finding that the client lives with is put on record", async () => {
    const rule = "duties-access-request-approve";
    await settle(page, rule, "Accept this risk", (menu) =>
      pictureAround(page, screenshots, "walkthrough-fix.png", menu),
    );
    await page.keyboard.press("Control+J");
    await page.locator(".part.panel").waitFor({ state: "hidden" });
    for (const [field, words] of [
      ["reason", "IT has two pairs of hands in all"],
      ["compensatingControl", "the CFO reads a list of new accounts every month"],
      ["approvedBy", "Ida Berg"],
      ["until", "2027-11-22"],
    ]) {
      // Whoever clicks twice on a word has it selected, and types over it.
      await lineOf(page, `${field}: not-asked`).getByText("not-asked").dblclick();
      await name(words);
    }
    await page.locator(".squiggly-inline-unnecessary").first().waitFor();
  });

  await seen(page, "the file has what was meant, forty lines of it, and no error", async () => {
    await page.keyboard.press("Control+S");
    await page.locator(".tab.active:not(.dirty)", { hasText: fileName }).waitFor();
    const text = readFileSync(path, "utf8");
    expect(text.trimEnd() === written.trimEnd(), `The file says:\n${text}`);
    const findings = findingsOf(path).map(({ rule, accepted }) => (accepted ? `${rule} accepted` : rule));
    const left = ["open-question", "duties-access-request-approve accepted"];
    expect(findings.join() === left.join(), `Found in it: ${findings.join(", ")}`);
  });
}

/** Puts the cursor at a finding, through the Problems panel, and takes a remedy from the menu of the light bulb. */
async function settle(page, rule, fix, look) {
  await problemOf(page, rule).dblclick({ position: { x: 100, y: 10 } });
  const menu = await quickFixMenu(page);
  await look?.(menu);
  await menu.locator(".monaco-list-row.action", { hasText: fix }).first().click();
}

/** A picture for the walkthrough: the editor from its left edge, with these popups and some lines above them. */
async function pictureAround(page, screenshots, name, ...popups) {
  const boxes = await Promise.all(popups.map((popup) => popup.first().boundingBox()));
  const y = Math.max(top, Math.min(...boxes.map((box) => box.y)) - 150);
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + 12;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + 12;
  await picture(page, screenshots, name, { x: left, y, width: right - left, height: bottom - y });
}

/** A line of the editor by what it says; its words are in elements of their own. */
function lineOf(page, text) {
  return page.locator(".editor-instance .view-line", { hasText: new RegExp(text.replaceAll(" ", "[ \\u00a0]")) });
}

const seen = (page, name, body) => check(name, body, () => pictureOfFailure(page, name));

async function newFile(page, wanted) {
  const explorer = page.locator(".part.sidebar");
  if (!(await explorer.isVisible())) await page.keyboard.press("Control+B");
  await explorer.hover();
  await explorer.locator(".codicon-new-file").click();
  const input = explorer.locator(".monaco-inputbox input");
  await input.waitFor();
  await page.keyboard.type(wanted);
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: wanted }).waitFor();
  await page.locator(".monaco-editor.focused").waitFor();
}
