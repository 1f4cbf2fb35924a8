// What the preview's page does, in a real Chromium: drawn, walked through by keyboard, and what an interview writes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./context.mjs";
import { picture } from "./page.mjs";
import { previewPage } from "./preview-page.mjs";
import { check, expect } from "./tally.mjs";

const tabs = ["chart", "matrix", "findings", "questions", "plan"];
const sample = (name) => readFileSync(join(root, "samples", `${name}.itorg.yaml`), "utf8");
const focusOf = (page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute("data-id") ?? document.activeElement?.getAttribute("data-at"),
  );

export async function pagePart({ browser, screenshots }) {
  for (const theme of ["light", "dark", "contrast"])
    await check(`every tab is drawn in ${theme}, and no policy complains`, () => drawn(browser, screenshots, theme));
  await check("what hostile strings say is text, and nothing of it runs", () => hostile(browser));
  await check("the chart is one stop for Tab, and its boxes are walked with the arrows", () => walked(browser));
  await check("a broken file keeps its last picture, dimmed, and says so", () => broken(browser));
  await check("a reload finds tab, zoom, selection and half-typed answers", () => reloaded(browser));
  await check("the plan changes a status, and takes in what nobody has planned", () => planned(browser));
  await check("fifteen answers by keyboard alone, taken back fifteen times", () => interviewed(browser));
  await check("a finding's row opens its place, and its remedies", () => opened(browser));
}

async function drawn(browser, screenshots, theme) {
  const shown = await previewPage(browser, sample("halden"), { theme });
  for (const tab of tabs) {
    await shown.page.locator(`[data-id="tab|${tab}"]`).click();
    await shown.page.locator(`main.${tab} > *`).first().waitFor();
    await picture(shown.page, screenshots, `preview-${tab}-${theme}.png`);
  }
  expect(shown.complaints.length === 0, shown.complaints.join("\n"));
  await shown.close();
}

async function hostile(browser) {
  const strings = JSON.parse(readFileSync(join(root, "test/data/blns/blns.json"), "utf8"));
  const json = (text) =>
    JSON.stringify(text).replace(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  const posts = strings.map(
    (one, i) => `  p${i}: { title: ${json(one)}, heldBy: ${json(one)}, reportsTo: ceo, deputy: not-asked }`,
  );
  const text = `itorg: 1\norganization: { name: ${json(strings[40])} }\nposts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\n${posts.join("\n")}
activities:\n${strings
    .slice(0, 60)
    .map((one, i) => `  a${i}: { accountable: ${json(one)}, responsible: [${json(one)}] }`)
    .join("\n")}
recommended:\n${strings
    .slice(0, 60)
    .map((one) => `  - { rule: no-deputy, at: posts.ceo, do: ${json(one)}, owner: ${json(one)} }`)
    .join("\n")}\n`;
  const shown = await previewPage(browser, text);
  for (const tab of tabs) {
    await shown.page.locator(`[data-id="tab|${tab}"]`).click();
    await shown.page.locator(`main.${tab} > *`).first().waitFor();
    const foreign = await shown.page.evaluate(() => {
      const main = document.querySelector("main");
      const all = [...main.querySelectorAll("*")];
      const odd = all.filter((one) =>
        /^(script|iframe|img|object|embed|foreignobject|a|style|link)$/i.test(one.tagName),
      );
      const listening = all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith("on")));
      return [...odd, ...listening].map((one) => one.outerHTML.slice(0, 100));
    });
    expect(foreign.length === 0, `${tab}: ${foreign.join("\n")}`);
  }
  expect(shown.complaints.length === 0, shown.complaints.join("\n"));
  const title = await shown.page.evaluate(() => [window.xss, document.title].join());
  expect(title === ",", `The page has another title or a variable: ${title}`);
  await shown.close();
}

async function walked(browser) {
  const { page, asked, complaints, close } = await previewPage(browser, sample("halden"));
  await page.locator("main.chart svg").waitFor();
  const stops = await page.locator('main.chart [role=treeitem][tabindex="0"]').count();
  expect(stops === 1, `${stops} boxes are stops for Tab.`);
  // From the tabs by the toolbar into the chart.
  await page.locator('[data-id="tab|chart"]').focus();
  let presses = 0;
  while (!(await page.evaluate(() => document.activeElement?.getAttribute("role") === "treeitem")) && presses++ < 20)
    await page.keyboard.press("Tab");
  expect(presses < 12, `The chart was reached after ${presses} keys.`);
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  expect((await focusOf(page)) === "posts.ceo", `Below the board stands ${await focusOf(page)}.`);
  await page.keyboard.type("ciso");
  expect((await focusOf(page)) === "posts.ciso", `Typing "ciso" went to ${await focusOf(page)}.`);
  await page.keyboard.press("Enter");
  expect(
    asked.some(({ is, at, keepFocus }) => is === "go" && at === "posts.ciso" && keepFocus === false),
    "Enter asked for nothing.",
  );
  const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  expect(/CISO; Yusuf Demir; .*reports to CIO.*error/.test(label), `The box says: ${label}`);
  await page.keyboard.press("Escape");
  expect(
    asked.some(({ is }) => is === "back"),
    "Escape did not go back.",
  );
  await page.locator('[data-at="posts.cio"]').first().click();
  expect(
    asked.some(({ is, at, keepFocus }) => is === "go" && at === "posts.cio" && keepFocus),
    "A click asked for nothing.",
  );
  expect(complaints.length === 0, complaints.join("\n"));
  await close();
}

async function broken(browser) {
  const text = sample("pinecrest");
  const shown = await previewPage(browser, text);
  const { page } = shown;
  await page.locator("main.chart svg").waitFor();
  const before = await page.locator("main.chart svg").innerHTML();
  await shown.write(`${text}\nteams: { a: [\n`);
  await page.locator("main.dimmed").waitFor();
  expect((await page.locator("main.chart svg").innerHTML()) === before, "The picture is another one.");
  const note = await page.locator(".note").textContent();
  expect(note.includes("last picture"), `The note says: ${note}`);
  await shown.write(text.replace("Pinecrest Dental Group", "Pinecrest Dental"));
  await page.locator("main:not(.dimmed) svg text", { hasText: /^Pinecrest Dental$/ }).waitFor();
  expect((await page.locator(".note").textContent()) === "", "The note is still there.");
  await shown.close();
}

async function reloaded(browser) {
  const shown = await previewPage(browser, sample("halden"));
  const { page } = shown;
  await page.locator('[data-at="posts.ciso"]').first().click();
  await page.locator("[aria-label='Zoom in']").click();
  const transform = await page.locator(".canvas").evaluate((one) => one.style.transform);
  await page.locator('[data-id="tab|questions"]').click();
  const field = page.locator(".fact input").first();
  await field.fill("Half a na");
  const state = shown.state();
  await shown.close();
  const again = await previewPage(browser, sample("halden"), { state });
  const typed = again.page.locator(".fact input").first();
  await typed.waitFor();
  expect((await typed.inputValue()) === "Half a na", `The field says: ${await typed.inputValue()}`);
  await again.page.locator('[data-id="tab|chart"]').click();
  await again.page.locator("main.chart .marked").waitFor();
  const now = await again.page.locator(".canvas").evaluate((one) => one.style.transform);
  expect(now === transform, `The chart is at ${now} and was at ${transform}.`);
  await again.close();
}

async function planned(browser) {
  const shown = await previewPage(browser, sample("halden"), {
    state: { tab: "plan", scroll: {}, filter: "", whom: "", by: "", drafts: {} },
  });
  const { page } = shown;
  const before = shown.text();
  await page
    .locator(".plan .row button", { hasText: /^Recommend$/ })
    .first()
    .click();
  await page.locator(".plan select").first().waitFor();
  expect(/^recommended:/m.test(shown.text()) && shown.text().includes("status: proposed"), "Nothing was recommended.");
  await page.locator(".plan select").first().selectOption("agreed");
  await page.waitForFunction(() => document.querySelector(".plan select")?.value === "agreed");
  expect(shown.text().includes("status: agreed"), "The status is as it was.");
  await shown.undo();
  await shown.undo();
  expect(shown.text() === before, "Taken back twice, the file is another one.");
  await shown.close();
}

/** Fifteen questions of a new client: what each wants, the keys for it; what is typed in words does not count. */
async function interviewed(browser) {
  const text = `itorg: 1
organization: { name: Example, headcount: not-asked, sector: not-asked, listed: not-asked, publicAuthority: not-asked }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: not-asked, deputy: not-asked, level: not-asked, handsOn: not-asked }
  ciso: { heldBy: not-asked, reportsTo: not-asked, deputy: not-asked, primaryDuty: not-asked }
  it-manager: not-asked
committees:
  it-steering: { chair: not-asked, meets: not-asked }
`;
  const state = { tab: "questions", scroll: {}, filter: "", whom: "", by: "", drafts: {} };
  const shown = await previewPage(browser, text, { state, height: 1000 });
  const { page } = shown;
  await page.locator(".fact").first().waitFor();
  await page.locator('[data-id="tab|questions"]').focus();
  while ((await page.evaluate(() => document.activeElement?.closest(".fact"))) === null)
    await page.keyboard.press("Tab");
  const counts = [];
  for (let i = 0; i < 15; i++) {
    const at = await page.evaluate(() => document.activeElement?.closest(".fact")?.getAttribute("data-fact"));
    expect(at, `After ${i} answers the focus is in no question, but at ${await focusOf(page)}.`);
    counts.push({ at, keys: await answered(page, page.keyboard, at) });
    await page.waitForFunction(() => document.querySelector("footer")?.textContent !== "");
    const said = await page.locator("footer").textContent();
    expect(said.startsWith("Written: "), `${at}: ${said}`);
    await page.evaluate(() => document.querySelector("footer").replaceChildren());
  }
  const sorted = counts.map(({ keys }) => keys).sort((a, b) => a - b);
  console.log(`  keys per answer: ${counts.map(({ at, keys }) => `${at} ${keys}`).join(", ")}; median ${sorted[7]}`);
  expect(sorted[7] <= 3, `The median is ${sorted[7]} keys.`);
  expect(shown.text() !== text, "Nothing was written.");
  for (let i = 0; i < 15; i++) await shown.undo();
  expect(shown.text() === text, `Taken back, the file says:\n${shown.text()}`);
  expect(shown.complaints.length === 0, shown.complaints.join("\n"));
  await shown.close();
}

/** Answers as somebody does who has the keyboard alone; gives how many keys that took beside the words. */
export async function answered(frame, keyboard, at) {
  const name = at.split(".").at(-1);
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await keyboard.press(key);
  };
  const { kind } = await fieldWithFocus(frame);
  if (kind === "combobox" && words[name]) await keyboard.type(words[name]);
  else if (kind === "combobox") await press("ArrowDown");
  else if (kind !== "button") await keyboard.type(words[kind]);
  // A list, or an answer of several parts, wants another Enter or two.
  for (let i = 0; i < 6; i++) {
    const { sends } = await fieldWithFocus(frame);
    await press("Enter");
    if (sends) return keys;
  }
  throw new Error(`${at} is not written with six keys.`);
}

/** What is typed, by the field that is asked about or by what its placeholder says. */
const words = {
  heldBy: "Cy Ho",
  reportsTo: "CEO",
  deputy: "Ann Ode",
  "it-manager": "Di Ng",
  chair: "CEO",
  members: "CEO",
  responsible: "CIO",
  accountable: "CEO",
  date: "2026-11-01",
  number: "300",
  text: "Acme Hosting",
};

/** What has the focus, and whether Enter sends an answer there: a button does, and a field that is all of it. */
const fieldWithFocus = (frame) =>
  frame.evaluate(() => {
    const { activeElement: field } = document;
    if (field.localName === "button") return { kind: "button", sends: true };
    const hint = field.placeholder ?? "";
    const role = field.getAttribute("role");
    const plain = hint.includes("year-month-day") ? "date" : hint.includes("number") ? "number" : "text";
    const fact = field.closest(".fact");
    const isOne = fact.querySelectorAll(".part").length === 1;
    return { kind: role ?? plain, sends: isOne && (role !== "combobox" || !fact.querySelector(".write")) };
  });

async function opened(browser) {
  const { page, asked, close } = await previewPage(browser, sample("halden"));
  await page.locator('[data-id="tab|findings"]').click();
  const row = page.locator(".findings .row").first();
  await row.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const second = await page.locator(".findings .row").nth(1).getAttribute("data-at");
  const went = asked.findLast(({ is }) => is === "go");
  expect(went?.at.startsWith(second), `Enter went to ${went?.at}, and the row is about ${second}.`);
  const menu = JSON.parse(await row.getAttribute("data-vscode-context"));
  expect(menu.webviewSection === "finding" && menu.rule && menu.at, "The native menu knows nothing.");
  await row.locator("button").click();
  const remedies = asked.findLast(({ is }) => is === "remedies");
  expect(remedies?.rule === menu.rule && remedies.at === menu.at, "The button asked for another finding's remedies.");
  await page.locator(".filter").fill("no such words at all");
  await page.locator(".findings .empty").waitFor();
  await close();
}
