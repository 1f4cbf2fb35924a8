// A client's file written from nothing, by choosing from lists and by fixes: what a person without a manual can do.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findingsOf, folder, packed, today } from "./context.mjs";
import { openFolder, pictureOfFailure, plainView, quickFixMenu } from "./page.mjs";
import { check, expect } from "./tally.mjs";
import { typist } from "./typist.mjs";
import { installVsix, startServer } from "./workbench.mjs";

const fileName = "alder.itorg.yaml";

export async function writingPart({ browser }) {
  const home = folder("profile");
  const extensions = folder("extensions");
  installVsix(packed(), { home, extensions });
  const server = await startServer({ home, extensions, settings: plainView });
  const clients = folder("clients");
  mkdirSync(join(clients, ".vscode"));
  writeFileSync(join(clients, ".vscode", "settings.json"), JSON.stringify({ "itorg.today": today }));
  const page = await openFolder(browser, server, clients);
  try {
    await write(page, clients);
  } finally {
    await page.close();
    server.stop();
  }
}

export async function write(page, clients) {
  const seen = (name, body) => check(name, body, () => pictureOfFailure(page, name));
  const { choose, name, press, chosen } = typist(page);
  const D = async (w) => {
    await page.waitForTimeout(700);
    console.log(w, await page.evaluate(() => [...document.querySelectorAll(".editor-instance .view-line")].map(l => [parseInt(l.style.top), l.textContent.replaceAll("\u00a0", " ")]).sort((a,b)=>a[0]-b[0]).map(l=>l[1]).slice(13).join("\n")), await page.locator(".suggest-widget.visible .label-name").allTextContents());
  };
  const path = join(clients, fileName);

  await seen("a new file that ends in .itorg.yaml says what it lacks", async () => {
    await newFile(page, fileName);
    await page.locator(".squiggly-error").first().waitFor();
  });

  await seen("the organization and its head, from one choice", async () => {
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

  await seen("posts, each with its holder and superior", async () => {
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
    await press("Enter", "Backspace", "Backspace");
  });

  /** The next section, at the margin again. */
  const section = async (wanted) => {
    await press("Enter", "Backspace");
    await choose(wanted);
  };

  await seen("a provider with several services", async () => {
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
    await press("End");
    D("prov");
    await press("Enter");
  });

  await seen("a committee", async () => {
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
    await D("comm1");
    await press("Tab");
    await choose("quarterly");
    await D("comm");
    await press("End");
  });

  const duty = async (activity, responsible, accountable) => {
    await choose(activity);
    await choose(responsible);
    await press("Tab");
    await choose(accountable);
    await press("End", "Enter");
  };

  await seen("duties", async () => {
    await section("activities");
    await duty("security", "ciso", "ciso");
    await duty("it-budget", "cio", "cfo");
    await duty("access-request", "it-manager", "cio");
    await duty("access-approve", "it-manager", "cio");
    await duty("backup-run", "provider:summit", "it-manager");
    await press("Backspace");
    await D("duties");
  });

  await seen("laws, and the interview", async () => {
    await choose("regimes");
    await choose("hipaa");
    await choose("applies");
    await section("interviews");
    await D("interviews");
    await choose("new interview");
    await D("interviews");
  });
}

async function newFile(page, wanted) {
  const explorer = page.locator(".part.sidebar");
  await explorer.hover();
  await explorer.locator(".codicon-new-file").click();
  const input = explorer.locator(".monaco-inputbox input");
  await input.waitFor();
  await page.keyboard.type(wanted);
  await page.keyboard.press("Enter");
  await page.locator(".tab.active", { hasText: wanted }).waitFor();
  await page.locator(".monaco-editor.focused").waitFor();
}
