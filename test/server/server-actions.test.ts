import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { ClientCapabilities, CodeAction, Range } from "vscode-languageserver-protocol/node";
import { applyEdits, Text } from "../../server/base/text.ts";
import { Client } from "../kit/lsp-client.ts";

const uri = "file:///clients/example.itorg.yaml";
const misspelt = `itorg: 1
organization: { name: Example, headcount: 85 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldby: Bo Li, reportTo: ceo } # two slips
  it-director: { heldBy: Cy Ho, reportsTo: ceo }
providers:
  aegis: { services: [hosting], overseenBy: none }
  north: { services: [backup], overseenBy: none }
`;
const whole: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source"] } } };
const eager: ClientCapabilities = { textDocument: { codeAction: literals } };
const lazy: ClientCapabilities = {
  textDocument: { codeAction: { ...literals, dataSupport: true, resolveSupport: { properties: ["edit"] } } },
};

let client: Client | undefined;
afterEach(() => client?.process.kill());

async function opened(capabilities: ClientCapabilities, text = misspelt): Promise<Client> {
  client = new Client(["dist/server.js", "--stdio"]);
  await client.initialize(capabilities, { initializationOptions: { today: "2026-11-22" } });
  await client.open(uri, text);
  return client;
}

function edited(content: string, { edit, title }: CodeAction): string {
  const text = new Text(content);
  const edits = edit?.changes?.[uri] ?? assert.fail(`${title} has no edit`);
  return applyEdits(
    content,
    edits.map(({ range, newText }) => ({
      span: { start: text.offsetAt(range.start), end: text.offsetAt(range.end) },
      newText,
    })),
  );
}

const kindsOf = (actions: readonly CodeAction[]) => [...new Set(actions.map(({ kind }) => kind))].sort();

describe("server: code actions", () => {
  it("fix all of a file on saving, in one go and to the end", async () => {
    for (const capabilities of [eager, lazy]) {
      const server = await opened(capabilities);
      for (const only of [["source.fixAll.itorg"], ["source.fixAll"], ["source"]]) {
        const [action, ...more] = await server.actions(uri, whole, [], only);
        assert.deepEqual(more, []);
        assert.equal(action?.kind, "source.fixAll.itorg");
        const ready = action.edit ? action : await server.request<CodeAction>("codeAction/resolve", action);
        const result = edited(misspelt, ready);
        assert.equal(result, misspelt.replace("heldby", "heldBy").replace("reportTo", "reportsTo"));
      }
      await server.change(uri, 2, [{ text: misspelt.replace("heldby", "heldBy").replace("reportTo", "reportsTo") }]);
      assert.deepEqual(await server.actions(uri, whole, [], ["source.fixAll.itorg"]), []);
      assert.equal(await server.end(), 0);
    }
  });

  it("offer what is about the whole file only to whom asks for that", async () => {
    const server = await opened(lazy);
    assert.ok(!kindsOf(await server.actions(uri, whole)).includes("source.fixAll.itorg"));
    assert.deepEqual(await server.actions(uri, whole, [], ["source.fixAll.eslint"]), []);
    assert.deepEqual(await server.actions(uri, whole, [], ["source.organizeImports"]), []);
    assert.deepEqual(kindsOf(await server.actions(uri, whole, [], ["quickfix"])), ["quickfix"]);
    assert.deepEqual(kindsOf(await server.actions(uri, whole, [], [""])), ["quickfix", "source.fixAll.itorg"]);
    assert.equal(await server.end(), 0);
  });

  it("fix all findings of one rule, at one of them", async () => {
    const target = misspelt.replace("\n", "\nstate: to-be\n");
    const server = await opened(lazy, target);
    const line = target.slice(0, target.indexOf("overseenBy")).split("\n").length - 1;
    const character = target.split("\n")[line]!.indexOf("none");
    const at = { start: { line, character }, end: { line, character } };
    const all = await server.actions(uri, at, [], ["quickfix"]);
    const titles = all.map(({ title, isPreferred }) => (isPreferred ? `${title} (preferred)` : title));
    assert.deepEqual(titles, [
      "Let the IT Director oversee Aegis (preferred)",
      "Let the CEO oversee Aegis",
      "Fix all: Provider whom nobody oversees",
      // A quick fix as well: an editor that finds none at a finding offers that of another one on the line.
      "Accept this risk... (Provider whom nobody oversees)",
    ]);
    const ready = await server.request<CodeAction>("codeAction/resolve", all.at(-2));
    assert.equal(edited(target, ready), target.replaceAll("overseenBy: none", "overseenBy: it-director"));
    assert.deepEqual(
      ready.diagnostics?.map(({ code }) => code),
      ["provider-unsupervised"],
    );
    assert.equal(await server.end(), 0);
  });

  it("put the cursor where the next word is wanted, behind what leaves it to a person", async () => {
    const text = `itorg: 1
organization: { name: Example, headcount: 600 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
`;
    for (const [title, selected, line] of [
      ["Accept this risk... (CISO inside the IT line)", "not-asked", /^ +reason: not-asked$/],
      ["Recommend: let the CISO report to the CEO", "", /^ +status: proposed$/],
    ] as const) {
      client = new Client(["dist/server.js", "--stdio"]);
      await client.initialize(lazy, { initializationOptions: { today: "2026-11-22", selectCommand: "go" } });
      await client.open(uri, text);
      const at = new Text(text).positionAt(text.indexOf("reportsTo: cio") + "reportsTo: ".length);
      const all = await client.actions(uri, { start: at, end: at }, [], ["quickfix"]);
      const wanted = all.find((one) => one.title === title) ?? assert.fail(all.map((one) => one.title).join("; "));
      const ready = await client.request<CodeAction>("codeAction/resolve", wanted);
      assert.equal(ready.command?.command, "go");
      const [where, range]: [string, Range] = ready.command.arguments as [string, Range];
      assert.equal(where, uri);
      const after = new Text(edited(text, ready));
      assert.match(after.line(range.start.line), line);
      assert.equal(after.content.slice(after.offsetAt(range.start), after.offsetAt(range.end)), selected);
      if (selected === "") assert.equal(range.end.character, after.line(range.end.line).length);
      const corrected = all.find((one) => one.title.startsWith("Correct the record"));
      assert.equal((await client.request<CodeAction>("codeAction/resolve", corrected)).command, undefined);
      assert.equal(await client.end(), 0);
    }
  });

  it("are not promised to a client that knows only commands", async () => {
    client = new Client(["dist/server.js", "--stdio"]);
    const { capabilities } = await client.initialize({ textDocument: { codeAction: {} } });
    assert.equal(capabilities.codeActionProvider, undefined);
    assert.equal(await client.end(), 0);
  });
});
