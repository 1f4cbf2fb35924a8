import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { ClientCapabilities, CompletionItem, CompletionList } from "vscode-languageserver-protocol/node";
import { MarkupContent, TextEdit } from "vscode-languageserver-protocol/node";
import { readCursor } from "../kit/cursor.ts";
import { Client } from "../kit/lsp-client.ts";

const today = "2026-11-22";
const uri = "file:///clients/example.itorg.yaml";
const head = "itorg: 1\norganization: { name: Example }\nposts:\n  ceo: { heldBy: Ann Ode }\n";

const able: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ["markdown", "plaintext"],
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
  },
};

let client: Client | undefined;
afterEach(() => client?.process.kill());

async function started(capabilities: ClientCapabilities, more: object = {}): Promise<Client> {
  client = new Client(["dist/server.js", "--stdio"]);
  await client.initialize(capabilities, { initializationOptions: { today, ...more } });
  return client;
}

async function listAt(source: string): Promise<{ list: CompletionList }> {
  const { content, text, start } = readCursor(source);
  await client?.open(uri, content);
  const list = await client!.request<CompletionList>("textDocument/completion", {
    textDocument: { uri },
    position: text.positionAt(start),
  });
  return { list };
}

function one({ items }: CompletionList, label: string): CompletionItem {
  return items.find((item) => item.label === label) ?? assert.fail(`${label} among ${items.map((item) => item.label)}`);
}

function newTextOf({ textEdit }: CompletionItem): string {
  return TextEdit.is(textEdit) ? textEdit.newText : assert.fail("a text edit");
}

describe("server: completion", () => {
  it("promises completion with its triggers, and documentation on demand", async () => {
    client = new Client(["dist/server.js", "--stdio"]);
    const { capabilities } = await client.initialize({ textDocument: { completion: {} } });
    assert.deepEqual(capabilities.completionProvider, {
      triggerCharacters: [":", " ", "-", "{", "[", ","],
      resolveProvider: true,
    });
    assert.equal(await client.end(), 0);
  });

  it("answers in a file that does not parse, in its own order, with snippets and a command for the next choice", async () => {
    await started(able, { suggestCommand: "suggest.again" });
    const { list } = await listAt(`${head}  cio: { heldBy: Bo Li, <|>\n  cfo: none\n`);
    assert.equal(list.isIncomplete, false);
    const sorted = list.items.toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
    assert.deepEqual(sorted, list.items);
    const key = one(list, "reportsTo");
    assert.equal(newTextOf(key), "reportsTo: $" + "{0}");
    assert.equal(key.insertTextFormat, 2);
    assert.equal(key.command?.command, "suggest.again");
    assert.equal(key.documentation, undefined);
    assert.equal(await client?.end(), 0);
  });

  it("documents an item when it is asked to", async () => {
    await started(able);
    const { list } = await listAt(`${head}  cio: { reportsTo: <|> }\n`);
    const item = one(list, "ceo");
    assert.equal(item.labelDetails?.description, "Ann Ode");
    const resolved = await client!.request<CompletionItem>("completionItem/resolve", item);
    assert.ok(MarkupContent.is(resolved.documentation), "Markdown");
    assert.match(resolved.documentation.value, /\*\*CEO\*\*[\s\S]*Held by Ann Ode/);
    assert.deepEqual({ ...resolved, documentation: undefined }, { ...item, documentation: undefined });
    // What a client makes up, or kept from a file that it has closed, has nothing to be documented.
    const strange = await client!.request<CompletionItem>("completionItem/resolve", { label: "x", data: { uri: 5 } });
    assert.deepEqual(strange, { label: "x", data: { uri: 5 } });
    const { list: whole } = await listAt("<|>");
    const { documentation } = one(whole, "new organization");
    assert.ok(MarkupContent.is(documentation), "what it writes");
    assert.match(documentation.value, /^```itorg\nitorg: 1\norganization:\n {2}name: Name of/);
    assert.equal(await client?.end(), 0);
  });

  it("writes plain text for a client without snippets, which inserts it as it is", async () => {
    await started({ textDocument: { completion: { completionItem: {} } } });
    const { list } = await listAt(`${head}accepted:\n  <|>`);
    const item = one(list, "new acceptance");
    assert.equal(item.insertTextFormat, undefined);
    assert.equal(item.command, undefined);
    assert.match(newTextOf(item), /^- rule: \n {4}at: \n {4}reason: \n/);
    assert.equal(item.detail?.includes("Rule"), true);
    const resolved = await client!.request<CompletionItem>("completionItem/resolve", one(list, "reason"));
    assert.equal(MarkupContent.is(resolved.documentation) && resolved.documentation.kind, "plaintext");
    assert.equal(await client?.end(), 0);
  });

  it("keeps the indentation as it is where the client can, and names no command that the client did not", async () => {
    await started(able);
    const { list } = await listAt(`${head}accepted:\n  <|>`);
    const item = one(list, "new acceptance");
    assert.equal(item.insertTextMode, 1);
    assert.match(newTextOf(item), /^- rule: \$\{1\}\n {4}at: \$\{2\}\n/);
    assert.equal(one(list, "rule").command, undefined);
    assert.equal(await client?.end(), 0);
  });

  it("escapes what snippets would read, and nothing for plain clients", async () => {
    const file = `${head.replace("Ann Ode", "A$1 Ode")}people:\n  <|>`;
    await started(able);
    assert.match(
      newTextOf(one((await listAt(file)).list, "A$1 Ode")),
      /^"A\\\$1 Ode": \{ employedBy: \$\{1\}, .* \\\}$/,
    );
    assert.equal(await client?.end(), 0);
    await started({ textDocument: { completion: {} } });
    assert.match(newTextOf(one((await listAt(file)).list, "A$1 Ode")), /^"A\$1 Ode": \{ employedBy: , /);
    assert.equal(await client?.end(), 0);
  });

  it("knows what made the client ask", async () => {
    await started(able);
    await listAt("posts:<|>");
    const ask = (context: object) =>
      client!.request<CompletionList>("textDocument/completion", {
        textDocument: { uri },
        position: { line: 0, character: 6 },
        context,
      });
    assert.deepEqual((await ask({ triggerKind: 2, triggerCharacter: ":" })).items, []);
    assert.ok((await ask({ triggerKind: 1 })).items.length > 0);
    assert.equal(await client?.end(), 0);
  });

  it("has no answer for a file that is not ours", async () => {
    await started(able);
    const other = "file:///clients/other.yaml";
    await client!.open(other, head, 1, "yaml");
    const answer = await client!.request("textDocument/completion", {
      textDocument: { uri: other },
      position: { line: 0, character: 0 },
    });
    assert.equal(answer, null);
    assert.equal(await client?.end(), 0);
  });
});
