import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type {
  ClientCapabilities,
  CodeLens,
  InlayHint,
  SemanticTokens,
  TextEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { StatusResult } from "../../server/protocol.ts";
import { Client } from "../kit/lsp-client.ts";

const today = "2026-11-22";
const uri = "file:///clients/example.itorg.yaml";
const content = `itorg: 1
organization: { name: Example }
posts:
    ceo: {heldBy: Ann Ode}
    cio: { heldBy: Bo Li, reportsTo: ceo }
    ciso: { heldBy: Eve Roy, reportsTo: cio }
`;
const able: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    hover: { contentFormat: ["markdown"] },
    codeLens: {},
    inlayHint: { resolveSupport: { properties: ["tooltip"] } },
    semanticTokens: {
      requests: { full: true, range: true },
      tokenTypes: [],
      tokenModifiers: [],
      formats: ["relative"],
    },
    formatting: {},
    rangeFormatting: {},
  },
};
const commands = {
  lensCommands: {
    posts: "show.file",
    reports: "show.places",
    duties: "show.places",
    findings: "show.findings",
    begin: "begin",
    example: "insert",
  },
};
const everything = { codeLens: { posts: "all" } };
const all = { start: { line: 0, character: 0 }, end: { line: 6, character: 0 } };

let client: Client;
afterEach(() => client?.process.kill());

async function started(capabilities: ClientCapabilities, more: object = {}, configuration: unknown = null) {
  client = new Client(["dist/server.js", "--stdio"]);
  client.configuration = configuration;
  const result = await client.initialize(capabilities, { initializationOptions: { today, ...more } });
  await client.open(uri, content);
  return result;
}

const ask = <Result>(method: string, params: object = {}): Promise<Result> =>
  client.request(`textDocument/${method}`, { textDocument: { uri }, ...params });

describe("server: at a glance", () => {
  it("promises each to a client that can show it", async () => {
    const { capabilities } = await started(able);
    assert.deepEqual(capabilities.codeLensProvider, { resolveProvider: true });
    assert.deepEqual(capabilities.inlayHintProvider, { resolveProvider: true });
    assert.equal(capabilities.documentFormattingProvider, true);
    assert.equal(capabilities.documentRangeFormattingProvider, true);
    const { semanticTokensProvider: tokens } = capabilities;
    assert.ok(tokens && tokens.full === true && tokens.range === true);
    assert.deepEqual(tokens.legend.tokenModifiers, ["declaration"]);
    assert.equal(await client.end(), 0);
  });

  it("has lenses without titles, and titles with the client's own commands on demand", async () => {
    await started(able, { ...commands, ...everything }, everything);
    const found = await ask<CodeLens[]>("codeLens");
    // The one above all posts comes whole: it would leave an empty line until it is asked for.
    assert.deepEqual(
      found.map(({ command }) => command === undefined),
      found.map((_, i) => i > 0),
    );
    const resolved = await Promise.all(found.map((lens) => client.request<CodeLens>("codeLens/resolve", lens)));
    const shown = resolved.map(({ range, command }) => [range.start.line, command?.title, command?.command]);
    assert.match(String(shown[0]?.[1]), /^3 posts · [1-9]\d* findings? · [1-9]\d* questions?$/);
    assert.deepEqual(shown.slice(1, 3), [
      [3, "1 direct report", "show.places"],
      [4, "1 direct report", "show.places"],
    ]);
    assert.deepEqual(shown.at(-1), [5, "1 finding", "show.findings"]);
    // The words are the editor's own: what is counted comes with the lens.
    assert.deepEqual(resolved[1]?.data.counts, { reports: 1 });
    const [document, at, places] = resolved[1]?.command?.arguments ?? [];
    assert.equal(document, uri);
    assert.deepEqual(at, { line: 3, character: 4 });
    assert.deepEqual(places, [{ start: { line: 4, character: 4 }, end: { line: 4, character: 7 } }]);
    assert.equal(await client.end(), 0);
  });

  it("has lenses that only count for a client without these commands, and none for what has gone", async () => {
    await started(able, everything, everything);
    const [, first] = await ask<CodeLens[]>("codeLens");
    const resolved = await client.request<CodeLens>("codeLens/resolve", first);
    assert.deepEqual(resolved.command, { title: "1 direct report", command: "" });
    await client.change(uri, 2, [{ text: "itorg: 1\n" }]);
    const gone = await client.request<CodeLens>("codeLens/resolve", first);
    assert.deepEqual(gone.command, { title: "", command: "" });
    assert.equal(await client.end(), 0);
  });

  it("has hints for the range asked for, and what they tell on demand or at once", async () => {
    await started(able);
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 50 } };
    const [hint, ...more] = await ask<InlayHint[]>("inlayHint", { range });
    assert.deepEqual(more, []);
    assert.deepEqual([hint?.label, hint?.position, hint?.tooltip], ["(Bo Li)", { line: 5, character: 43 }, undefined]);
    const { tooltip } = await client.request<InlayHint>("inlayHint/resolve", hint);
    assert.ok(typeof tooltip === "object" && tooltip.kind === "markdown");
    assert.match(tooltip.value, /Held by Bo Li/);
    assert.equal(await client.end(), 0);
    await started({ textDocument: { inlayHint: {} } });
    const [plain] = await ask<InlayHint[]>("inlayHint", { range });
    assert.ok(typeof plain?.tooltip === "object" && plain.tooltip.kind === "plaintext");
    assert.match(plain.tooltip.value, /Held by Bo Li/);
    assert.equal(await client.end(), 0);
  });

  it("has tokens for all of a file and for a range", async () => {
    const { capabilities } = await started(able);
    const { tokenTypes } = capabilities.semanticTokensProvider!.legend;
    const { data } = await ask<SemanticTokens>("semanticTokens/full");
    // ceo and Ann Ode, Bo Li below them: line and column from the token before, length, kind, entry or not.
    assert.deepEqual(data.slice(0, 10), [
      3,
      4,
      3,
      tokenTypes.indexOf("post"),
      1,
      0,
      14,
      7,
      tokenTypes.indexOf("person"),
      0,
    ]);
    const range = { start: { line: 5, character: 0 }, end: { line: 5, character: 50 } };
    const part = await ask<SemanticTokens>("semanticTokens/range", { range });
    assert.deepEqual(part.data.slice(0, 2), [5, 4]);
    assert.equal(part.data.length, 15);
    assert.equal(await client.end(), 0);
  });

  it("lays out a file, or some of its lines", async () => {
    await started(able);
    const options = { tabSize: 4, insertSpaces: true };
    const document = TextDocument.create(uri, "itorg", 1, content);
    const edits = await ask<TextEdit[]>("formatting", { options });
    const done = content.replaceAll("    ", "  ").replace("{heldBy: Ann Ode}", "{ heldBy: Ann Ode }");
    assert.equal(TextDocument.applyEdits(document, edits), done);
    const line = { start: { line: 3, character: 6 }, end: { line: 3, character: 8 } };
    const some = await ask<TextEdit[]>("rangeFormatting", { options, range: line });
    assert.equal(TextDocument.applyEdits(document, some), content.replace("{heldBy: Ann Ode}", "{ heldBy: Ann Ode }"));
    assert.equal(await client.end(), 0);
  });

  it("says how a file stands", async () => {
    await started(able);
    const found = await client.request<StatusResult>("itorg/status", { textDocument: { uri } });
    assert.ok(found);
    const { warning, questions, ...others } = found;
    assert.ok(warning > 0 && questions > 0);
    assert.deepEqual(Object.keys(others).sort(), [
      "accepted",
      "error",
      "hint",
      "info",
      "off",
      "questionsNow",
      "recommended",
    ]);
    assert.equal(await client.request("itorg/status", { textDocument: { uri: "file:///other.yaml" } }), null);
    assert.equal(await client.end(), 0);
  });

  it("says of an empty file how to begin, and holds nothing against it", async () => {
    await started({ ...able, textDocument: { ...able.textDocument, diagnostic: {} } }, commands);
    await client.change(uri, 2, [{ text: "\n" }]);
    const found = await ask<CodeLens[]>("codeLens");
    const titles = await Promise.all(found.map((lens) => client.request<CodeLens>("codeLens/resolve", lens)));
    assert.deepEqual(
      titles.map(({ command }) => command?.command),
      ["begin", "insert"],
    );
    const { items } = await ask<{ items: { severity: number }[] }>("diagnostic");
    assert.ok(items.length > 0 && items.every(({ severity }) => severity === 4), JSON.stringify(items));
    assert.equal(await client.end(), 0);
  });

  it("shows nothing of a file that is not looked at, where the user says so", async () => {
    const capabilities = { ...able, textDocument: { ...able.textDocument, diagnostic: {} } };
    await started(capabilities, { show: "activeFile" }, { show: "activeFile" });
    const other = "file:///clients/other.itorg.yaml";
    await client.open(other, content);
    const counts = async () => {
      const all = [uri, other].map((one) =>
        client.request<{ items: unknown[] }>("textDocument/diagnostic", { textDocument: { uri: one } }),
      );
      return (await Promise.all(all)).map(({ items }) => items.length > 0);
    };
    const symbols = async () => {
      const found = await client.request<{ location: { uri: string } }[]>("workspace/symbol", { query: "ciso" });
      return [...new Set(found.map(({ location }) => location.uri))];
    };
    for (const active of [uri, other]) {
      await client.connection.sendNotification("itorg/activeFile", { uri: active });
      assert.deepEqual(await counts(), [active === uri, active === other]);
      assert.deepEqual(await symbols(), [active]);
    }
    await client.connection.sendNotification("itorg/activeFile", { uri: null });
    assert.deepEqual(await counts(), [false, false]);
    assert.equal(await client.end(), 0);
  });

  it("switches each off and on again at once", async () => {
    await started(able, commands);
    // Once at the beginning, when it is known what files there are.
    await client.until(() => client.asked.includes("workspace/codeLens/refresh"), "the first refresh");
    const look = async () => [
      (await ask<CodeLens[]>("codeLens")).length > 0,
      (await ask<InlayHint[]>("inlayHint", { range: all })).length > 0,
      (await ask<SemanticTokens>("semanticTokens/full")).data.length > 0,
      (await ask<TextEdit[]>("formatting", { options: { tabSize: 2, insertSpaces: true } })).length > 0,
    ];
    assert.deepEqual(await look(), [true, true, true, true]);
    const off = { enabled: false };
    const configure = async (configuration: unknown, refreshed: readonly string[]) => {
      client.asked.length = 0;
      client.configuration = configuration;
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      await client.until(() => refreshed.every((method) => client.asked.includes(method)), "refreshes");
      assert.deepEqual(client.asked.filter((method) => method.endsWith("refresh")).sort(), [...refreshed].sort());
    };
    const refreshes = ["codeLens", "inlayHint", "semanticTokens"].map((what) => `workspace/${what}/refresh`);
    await configure({ codeLens: off, inlayHints: off, semanticTokens: off, format: off }, refreshes);
    assert.deepEqual(await look(), [false, false, false, false]);
    await configure({ codeLens: off, inlayHints: { enabled: true } }, refreshes.slice(1));
    assert.deepEqual(await look(), [false, true, true, true]);
    // Lenses count findings, which depend on the day.
    await configure({ codeLens: off, today: "2027-01-01" }, refreshes.slice(0, 1));
    assert.equal(await client.end(), 0);
  });

  it("begins with what is switched off", async () => {
    await started({ textDocument: { codeLens: {} } }, { codeLens: { enabled: false } });
    assert.deepEqual(await ask("codeLens"), []);
    assert.equal(await client.end(), 0);
  });
});
