import assert from "node:assert/strict";
import { applyEdits } from "../../server/base/text.ts";
import { full, spoken } from "../../server/model/words/words.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { check } from "./check-fixture.ts";

const head = "itorg: 1\norganization: { name: Acme, headcount: 120 }\n";

/** A whole file, or what follows a small one's head. `⍽` stands for a no-break blank, `→` for a tab, `⏎` for a lone CR. */
export const slipped = (body: string): string =>
  (/^itorg:|^\{/.test(body) ? body : head + body).replaceAll("⍽", "\u00a0").replaceAll("→", "\t").replaceAll("⏎", "\r");

/** What is told of the form of a file: the rule's id, the message, and the titles of the remedies. */
export const toldOfForm = (body: string): { rule: string; says: string; titles: string[] }[] =>
  check(slipped(body))
    .findings.filter(({ category, rule }) => category === "format" && rule !== "open-question")
    .map(({ rule, says, fixes }) => ({
      rule,
      says: spoken(says, full),
      titles: fixes.map(({ title }) => spoken(title, full)),
    }));

/** The text after the remedy of a title, which must be there; the file must be no worse for it. */
export function mended(body: string, title: string): string {
  const content = slipped(body);
  const before = check(content);
  const fixes = before.findings.flatMap((finding) => finding.fixes);
  const fix = fixes.find((one) => spoken(one.title, full) === title);
  assert.ok(fix, `no "${title}" among\n${fixes.map((one) => spoken(one.title, full)).join("\n")}`);
  const after = applyEdits(content, textEdits(before.document, fix.changes));
  const syntax = (text: string) => check(text).findings.filter(({ rule }) => rule === "yaml-syntax").length;
  assert.ok(syntax(after) <= syntax(content), after);
  return after.startsWith(head) && !/^itorg:|^\{/.test(body) ? after.slice(head.length) : after;
}
