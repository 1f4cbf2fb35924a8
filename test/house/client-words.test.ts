import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

const files = readdirSync("client", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("client", name));

/** A text in the code: what it says, and the code before it on the way from the last statement. */
interface Literal {
  readonly says: string;
  readonly before: string;
}

/** The texts of a file, comments left out; of a template the parts between its values. */
function literals(code: string): Literal[] {
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[=(,:!&|?]\s?)\/(?:\\.|\[(?:\\.|[^\]\n])*\]|[^/\\\n])+\/[a-z]*/g;
  return [...code.matchAll(token)]
    .filter(([text]) => /^["'`]/.test(text))
    .map(({ 0: text, index }) => ({
      says: text.slice(1, -1).replace(/\$\{[^{}]*\}/g, ""),
      before: code.slice(Math.max(0, index - 400), index),
    }));
}

/** Somebody would read it as words: two of letters with a blank between them. */
const areWords = (says: string): boolean => /\p{L}{2,}[,.;:]? \(?\p{L}{2,}/u.test(says);

/** It is the first of what is handed to the editor's own translation, or a text that this is filled with. */
const isTranslated = (before: string): boolean =>
  /(?:\bl10n\.|(?<![\w.]))t\(\s*(?:"(?:\\.|[^"\\\n])*"\s*,\s*)?$/.test(before);

/** A page's frame and its policy, in which no words of ours stand. */
const isMarkup = (says: string): boolean => /^(?:<!DOCTYPE html>|default-src )/.test(says);

const unspoken = (code: string): string[] =>
  literals(code)
    .filter(({ says, before }) => areWords(says) && !isMarkup(says) && !isTranslated(before))
    .map(({ says }) => says);

/**
 * No words of the interface: what a server's answer begins with or calls a kind, a line of a client's file, what a style
 * sheet reads, and an error that the page meets itself.
 */
const known = new Set([
  "Accept this risk...",
  "Law or standard",
  "  cio-hands-on: off",
  "translate(px, px) scale()",
  "input, button",
  "faint decides",
  "The picture is empty.",
]);

describe("words of the interface", () => {
  it("stand in no code by themselves, but in what the editor translates", () => {
    assert.ok(files.length > 10);
    const all: string[] = [];
    for (const file of files) {
      const found = unspoken(readFileSync(file, "utf8")).filter((says) => !known.has(says));
      all.push(...found.map((says) => `${file}: ${says}`));
    }
    assert.deepEqual(all, []);
  });

  it("are found where they do", () => {
    assert.deepEqual(unspoken('show("Open the file", tell("Which one?")); // not "this one"'), [
      "Open the file",
      "Which one?",
    ]);
    const value = ["$", "{n}"].join("");
    assert.deepEqual(unspoken(`show(\`${value} open questions\`)`), [" open questions"]);
    assert.deepEqual(
      unspoken('vscode.l10n.t("Open the file"); vscode.l10n.t("For {0}", "Pinecrest Dental Group");'),
      [],
    );
    assert.deepEqual(unspoken('import x from "../server/protocol.ts"; /it is none/.test("a-b c")'), []);
  });
});
