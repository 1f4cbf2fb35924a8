// Writes in the workbench's editor as somebody does who knows no key and no word of the format: chooses from lists with
// the arrows, types names and figures, and goes on with Tab and Enter. Nothing is pasted.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./context.mjs";
import { expect } from "./tally.mjs";

/** What the hands may press beside letters; no colon and no bracket. */
const keys = new Set([
  "Enter",
  "Tab",
  "Backspace",
  "ArrowUp",
  "ArrowDown",
  "Home",
  "End",
  "Control+Home",
  "Control+End",
  ",",
]);

/** @param page the workbench, with the cursor in the editor. */
export function typist(page) {
  const words = wordsOfTheFormat();
  const chosen = [];
  const list = page.locator(".suggest-widget.visible");
  const focused = list.locator(".monaco-list-row.focused");
  const label = focused.locator(".label-name");

  return {
    /** The labels that were taken from the list, in their order. */
    chosen,
    list,

    /** Types what only the user knows. A word of the format is refused: that one has to be offered. */
    async name(text) {
      for (const word of text.split(/\s+/)) expect(!words.has(word), `"${word}" is a word of the format.`);
      await page.keyboard.type(text);
    },

    async press(...pressed) {
      for (const key of pressed) {
        expect(keys.has(key), `${key} writes something.`);
        await page.keyboard.press(key);
      }
    },

    /** Takes an item of the list, which opens by itself after the first letters, and otherwise with Ctrl+Space. */
    async choose(wanted, letters = "") {
      expect(wanted.startsWith(letters) && letters.length < 4, `Typing "${letters}" is not choosing.`);
      if (letters) await page.keyboard.type(letters);
      else if (!(await list.isVisible())) await page.keyboard.press("Control+Space");
      await focused.waitFor();
      const size = Number(await focused.getAttribute("aria-setsize"));
      for (let row = Number(await focused.getAttribute("data-index")); (await label.textContent()) !== wanted; row++) {
        expect(row + 1 < size, `The list does not offer ${wanted}; its last item is ${await label.textContent()}.`);
        await page.keyboard.press("ArrowDown");
        await list.locator(`.monaco-list-row.focused[data-index="${row + 1}"]`).waitFor();
      }
      await page.keyboard.press("Enter");
      chosen.push(wanted);
    },
  };
}

/** Every key and every listed value of the format. */
function wordsOfTheFormat() {
  const words = new Set();
  const read = (node) => {
    if (Array.isArray(node)) return node.forEach(read);
    if (typeof node !== "object" || node === null) return;
    for (const name of Object.keys(node.properties ?? {})) words.add(name);
    for (const value of [node.const, ...(Array.isArray(node.enum) ? node.enum : [])]) words.add(String(value));
    for (const value of Object.values(node)) read(value);
  };
  read(JSON.parse(readFileSync(join(root, "schemas", "itorg.schema.json"), "utf8")));
  expect(
    ["heldBy", "ciso", "healthcare", "helpdesk"].every((word) => words.has(word)),
    "The schema reads otherwise now.",
  );
  return words;
}
