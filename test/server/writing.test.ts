import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { CompletionItem, CompletionList, Diagnostic } from "vscode-languageserver-protocol/node";
import { TextEdit } from "vscode-languageserver-protocol/node";
import { Text } from "../../server/base/text.ts";
import { Client } from "../kit/lsp-client.ts";

const uri = "file:///clients/new.itorg.yaml";
let client: Client | undefined;
afterEach(() => client?.process.kill());

/** As much of an editor as it takes to write a file: typing, choosing from a list, going from stop to stop. */
class Editor {
  content = "";
  offset = 0;
  /** How many keys were pressed for text; a choice from a list counts as two, for its first letter and Enter. */
  pressed = 0;
  /** Every choice, with its place in the list. */
  readonly chosen: { readonly label: string; readonly rank: number }[] = [];
  readonly #client: Client;
  #version = 1;
  /** Where the user goes on, and what stands there until then. */
  #stops: { start: number; end: number }[] = [];
  /** The placeholder that the cursor has just come to; whatever is typed replaces it. */
  #selected: { start: number; end: number } | undefined;

  constructor(connected: Client) {
    this.#client = connected;
  }

  async type(text: string): Promise<void> {
    this.pressed += text.length;
    const { start, end } = this.#selected ?? { start: this.offset, end: this.offset };
    await this.#replace(start, end, text);
    this.offset = start + text.length;
  }

  /** Enter at the end of the line, with the indentation that the editor gives by itself; Backspace takes back a level. */
  async enter(outdent = 0): Promise<void> {
    const newline = this.content.indexOf("\n", this.offset);
    this.offset = newline < 0 ? this.content.length : newline;
    this.#stops = [];
    const line = this.content.slice(this.content.lastIndexOf("\n", this.offset - 1) + 1, this.offset);
    const indent = (/^ */.exec(line)?.[0].length ?? 0) + (/:\s*$/.test(line) ? 2 : 0) - 2 * outdent;
    this.pressed += outdent - indent;
    await this.type(`\n${" ".repeat(indent)}`);
  }

  async list(): Promise<CompletionItem[]> {
    const position = new Text(this.content).positionAt(this.offset);
    const params = { textDocument: { uri }, position };
    return (await this.#client.request<CompletionList>("textDocument/completion", params)).items;
  }

  async pick(label: string): Promise<void> {
    const items = await this.list();
    const item = items.find((one) => one.label.startsWith(label));
    const marked = `${this.content.slice(0, this.offset)}<|>${this.content.slice(this.offset)}`;
    assert.ok(item, `${label} in\n${marked}\namong ${items.map((one) => one.label).join(", ")}`);
    this.pressed += 2;
    this.chosen.push({ label, rank: items.indexOf(item) + 1 });
    await this.#insert(item);
  }

  /** To the next stop of what was inserted. */
  next(): void {
    this.pressed++;
    this.#selected = this.#stops.shift();
    this.offset = this.#selected?.end ?? this.offset;
  }

  async #insert({ textEdit, insertTextFormat }: CompletionItem): Promise<void> {
    assert.ok(TextEdit.is(textEdit));
    const text = new Text(this.content);
    const [start, end] = [text.offsetAt(textEdit.range.start), text.offsetAt(textEdit.range.end)];
    const stops: { order: number; start: number; end: number }[] = [];
    let plain = "";
    for (const part of insertTextFormat === 2 ? textEdit.newText.split(/(\$\{\d+(?::[^}]*)?\})/) : [textEdit.newText]) {
      const [, number, inside = ""] = /^\$\{(\d+)(?::([^}]*))?\}$/.exec(part) ?? [];
      const at = start + plain.length;
      if (number !== undefined) stops.push({ order: Number(number) || 99, start: at, end: at + inside.length });
      plain += number === undefined ? part.replace(/\\([\\$}])/g, "$1") : inside;
    }
    await this.#replace(start, end, plain);
    this.offset = start + plain.length;
    this.#stops = [...stops.sort((a, b) => a.order - b.order), ...this.#stops];
    if (stops.length > 0) this.next();
  }

  async #replace(start: number, end: number, text: string): Promise<void> {
    const before = new Text(this.content);
    const range = { start: before.positionAt(start), end: before.positionAt(end) };
    this.content = this.content.slice(0, start) + text + this.content.slice(end);
    const moved = (at: number) => (at >= end ? at + text.length - (end - start) : at);
    this.#stops = this.#stops.map((stop) => ({ start: moved(stop.start), end: moved(stop.end) }));
    this.#selected = undefined;
    await this.#client.change(uri, ++this.#version, [{ range, text }]);
  }
}

/** A step at a stop: a label to choose, or (in quotes of its own) a text to type. */
async function fill(editor: Editor, ...steps: readonly string[]): Promise<void> {
  for (const [i, step] of steps.entries()) {
    if (i > 0) editor.next();
    for (const part of step.split(/(?<=\])|(?=, )/)) {
      if (part.startsWith("'")) await editor.type(part.slice(1, -1));
      else if (part.startsWith(", ")) {
        await editor.type(", ");
        await editor.pick(part.slice(2));
      } else await editor.pick(part);
    }
  }
}

describe("a file written by completion", () => {
  it("takes names and figures from the keyboard, and all else from the lists", async () => {
    client = new Client(["dist/server.js", "--stdio"]);
    const completionItem = { snippetSupport: true, insertTextModeSupport: { valueSet: [1 as const] } };
    await client.initialize(
      { textDocument: { completion: { completionItem }, diagnostic: {} } },
      { initializationOptions: { today: "2026-11-22" } },
    );
    await client.open(uri, "");
    const editor = new Editor(client);
    const entry = async (label: string, ...steps: readonly string[]) => {
      await editor.pick(label);
      await fill(editor, ...steps);
      await editor.enter();
    };
    const section = async (label: string, levels = 1) => {
      await editor.enter(levels);
      await editor.pick(label);
    };
    await editor.pick("new organization");
    await fill(editor, "'Pinecrest Dental Group'", "'85'", "healthcare", "'US-OH'", "'Maria Chen'", "board");
    editor.next();
    await entry("cfo", "'Dan Wolfe'", "ceo");
    await entry("it-manager", "'Sam Okafor'", "cfo");
    await entry("ciso", "Sam Okafor", "it-manager");
    await editor.type("cio:");
    await editor.pick("none");
    await section("providers");
    await entry("new provider", "'northstar'", "'NorthStar MSP'", "[ ]helpdesk, vcio, hardware-resale", "none");
    await section("committees");
    await entry("it-steering", "ceo", "[ ]ceo, cfo", "quarterly");
    await entry(
      "new committee",
      "'change-board'",
      "change-advisory",
      "it-manager",
      "[ ]it-manager, provider:northstar",
      "weekly",
    );
    await editor.enter(1);
    await editor.pick("activities");
    await entry("security", "it-manager", "ceo");
    await entry("it-strategy", "provider:northstar", "ceo");
    await entry("software-purchase", "[ ]Sam Okafor, provider:northstar", "cfo");
    await entry("new activity", "'erp-selection'", "vendor-selection", "it-manager", "cfo");
    await editor.type("log-review:");
    await editor.pick("none");
    await section("regimes");
    await editor.pick("hipaa");
    await editor.pick("{ }");
    await fill(editor, "applies", "covered-entity", "'counsel confirms'");
    await editor.enter();
    await editor.pick("pci-dss");
    await editor.pick("unknown");
    await section("coverage");
    await editor.pick("itPosts");
    await editor.pick("complete");
    await editor.type(", ");
    await editor.pick("providers");
    await editor.pick("complete");
    await editor.enter();
    await editor.pick("interviews");
    await editor.pick("new interview");
    await fill(editor, "2026-11-22", "Maria Chen", "'L. Ortega'");
    await section("people", 2);
    await entry("Sam Okafor", "not-asked", "technical");
    await section("accepted");
    await editor.pick("ciso-is-it-head");
    await fill(editor, "'until a CISO is hired'", "'monthly review by the CFO'", "'ceo'", "'2027-06-30'");
    assert.ok(editor.content.split("\n").length >= 40, editor.content);
    assert.ok(editor.pressed * 3 < editor.content.length, `${editor.pressed} keys for\n${editor.content}`);
    assert.equal(editor.content.includes("ciso: { heldBy: Sam Okafor, reportsTo: it-manager }"), true);
    const findings: Diagnostic[] = await client.pull(uri);
    const about = findings.map(({ code }) => code);
    for (const rule of ["yaml-syntax", "unknown-key", "invalid-value", "unresolved-reference", "near-miss"])
      assert.equal(about.includes(rule), false, `${rule} in\n${editor.content}`);
    const accepted = findings.find(({ code }) => code === "ciso-is-it-head");
    assert.match(String(accepted?.message), /Accepted by ceo until 2027-06-30/);
    // What is chosen stands near the top: whoever has to go on scrolling would rather type.
    const far = editor.chosen.filter(({ rank }) => rank > 15).map(({ label }) => label);
    assert.deepEqual(far, ["[ ]", "new activity"]);
    assert.equal(await client.end(), 0);
  });
});
