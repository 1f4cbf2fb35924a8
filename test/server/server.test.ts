import assert from "node:assert/strict";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { afterEach, describe, it } from "node:test";
import { createConnection } from "vscode-languageserver/node";
import type { ClientCapabilities, Diagnostic, Range, WorkspaceEdit } from "vscode-languageserver-protocol/node";
import {
  createMessageConnection,
  MarkupContent,
  RequestType0,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { applyEdits, Text } from "../../server/base/text.ts";
import { TextStore } from "../../server/base/text-store.ts";
import { type ExplainResult, explainRequest, type PageEntry, pagesRequest } from "../../server/protocol.ts";
import { serve } from "../../server/server.ts";
import { Client } from "../kit/lsp-client.ts";
import { fc } from "../kit/sample.ts";
import { analyze } from "../kit/standard.ts";

const today = "2026-11-22";
const uri = "file:///clients/example.itorg.yaml";
const example = `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
`;
const start = { line: 0, character: 0 };

/** What an editor of the newer kind can do. */
const pulling: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    fileOperations: { didDelete: true, didRename: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["", "quickfix", "refactor", "source.fixAll"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};
/** And one of the older kind. */
const pushed: ClientCapabilities = { textDocument: { publishDiagnostics: { versionSupport: true } } };

const options = { initializationOptions: { today } };

const clients: Client[] = [];

function startClient(...command: string[]): Client {
  const client = new Client(command.length > 0 ? command : ["dist/server.js", "--stdio"]);
  clients.push(client);
  return client;
}

// A server that a failed test leaves behind would keep this process alive.
afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
});

async function withClient(
  capabilities: ClientCapabilities,
  body: (client: Client) => Promise<void>,
  more: object = options,
): Promise<void> {
  const client = startClient();
  await client.initialize(capabilities, more);
  await body(client);
  assert.equal(await client.end(), 0);
}

/** A finding in as many words as a diagnostic has for it. */
function expected(content: string): string[] {
  const text = new Text(content);
  return analyze(text, { today }).findings.map(({ rule, severity, span, accepted }) => {
    const level = accepted ? 4 : { error: 1, warning: 2, info: 3, hint: 4 }[severity];
    return JSON.stringify([rule, level, { start: text.positionAt(span.start), end: text.positionAt(span.end) }]);
  });
}

const shown = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, severity, range }) => JSON.stringify([code, severity, range]));

function edited(content: string, edit: WorkspaceEdit): string {
  const text = new Text(content);
  const changes =
    edit.documentChanges?.flatMap((change) => ("edits" in change ? change.edits : [])) ?? edit.changes?.[uri] ?? [];
  return applyEdits(
    content,
    changes.map((change) => ({
      span: { start: text.offsetAt(change.range.start), end: text.offsetAt(change.range.end) },
      newText: "newText" in change ? change.newText : "",
    })),
  );
}

function ordered(range: Range, lineCount: number): Range {
  const [a, b] = [range.start, range.end].map(({ line, character }) => ({ line: line % lineCount, character }));
  const isOrdered = a!.line < b!.line || (a!.line === b!.line && a!.character <= b!.character);
  return isOrdered ? { start: a!, end: b! } : { start: b!, end: a! };
}

const find = (diagnostics: readonly Diagnostic[], rule: string): Diagnostic => {
  const found = diagnostics.find(({ code }) => code === rule);
  assert.ok(found, `${rule} is reported`);
  return found;
};

describe("server: initialize", () => {
  it("promises a pulling client what it does", async () => {
    const client = startClient();
    const { capabilities, serverInfo } = await client.initialize(pulling, options);
    assert.equal(serverInfo?.name, "itorg");
    assert.match(serverInfo?.version ?? "", /^\d+\.\d+\.\d+$/);
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: "itorg",
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ["quickfix", "refactor.rewrite", "refactor.extract", "source.fixAll.itorg"],
      resolveProvider: true,
    });
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.positionEncoding, "utf-16");
    assert.deepEqual(Object.keys(capabilities.workspace?.fileOperations ?? {}), ["didDelete", "didRename"]);
    assert.equal(await client.end(), 0);
  });

  it("promises an old client no more than it can use", async () => {
    const client = startClient();
    const { capabilities } = await client.initialize({});
    assert.deepEqual(Object.keys(capabilities).sort(), [
      "callHierarchyProvider",
      "definitionProvider",
      "documentHighlightProvider",
      "documentLinkProvider",
      "documentSymbolProvider",
      "foldingRangeProvider",
      "hoverProvider",
      "referencesProvider",
      "renameProvider",
      "selectionRangeProvider",
      "textDocumentSync",
      "workspaceSymbolProvider",
    ]);
    assert.equal(capabilities.renameProvider, true);
    // There are no commands, which are all that it knows of code actions.
    assert.equal(capabilities.codeActionProvider, undefined);
    assert.equal(await client.end(), 0);
  });

  it("ends with 1 where nobody asked it to shut down", async () => {
    const client = startClient();
    await client.initialize(pushed);
    assert.equal(await client.exit(), 1);
  });

  it("ends with its client's side of the pipe", async () => {
    const client = startClient();
    await client.initialize(pushed);
    client.process.stdin?.end();
    const [code] = await once(client.process, "exit");
    assert.equal(code, 1);
  });

  it("answers requests before initialize and after shutdown with an error", async () => {
    const client = startClient();
    const params = { textDocument: { uri }, position: start };
    await assert.rejects(client.request("textDocument/hover", params), { code: -32002 });
    await client.initialize(pushed);
    await client.request("shutdown");
    await assert.rejects(client.request("textDocument/hover", params), { code: -32600 });
    assert.equal(await client.exit(), 0);
  });
});

describe("server: diagnostics", () => {
  it("are what the analysis finds, pulled", () =>
    withClient(pulling, async (client) => {
      await client.open(uri, example);
      assert.deepEqual(shown(await client.pull(uri)), expected(example));
      const finding = find(await client.pull(uri), "ciso-in-it-line");
      assert.equal(finding.source, "itorg");
      assert.match(String(finding.message), /The CISO reports to the CIO\..*Mindfield/);
      assert.deepEqual(finding.relatedInformation?.[0]?.location, {
        uri,
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } },
      });
    }));

  it("are the same, pushed, with the version", () =>
    withClient(pushed, async (client) => {
      await client.open(uri, example, 7);
      const diagnostics = await client.published(uri, ({ version }) => version === 7);
      assert.deepEqual(shown(diagnostics), expected(example));
      assert.ok(diagnostics.every((one) => !one.relatedInformation && !one.codeDescription && !one.tags));
    }));

  it("go when their cause goes, after an edit of one word", () =>
    withClient(pushed, async (client) => {
      await client.open(uri, example);
      await client.published(uri, ({ diagnostics }) => diagnostics.some(({ code }) => code === "ciso-in-it-line"));
      const range = { start: { line: 5, character: 38 }, end: { line: 5, character: 41 } };
      await client.change(uri, 2, [{ range, text: "ceo" }]);
      const diagnostics = await client.published(uri, ({ version }) => version === 2);
      assert.deepEqual(shown(diagnostics), expected(example.replace("reportsTo: cio", "reportsTo: ceo")));
    }));

  it("stand where they stand with CRLF, a byte-order mark and characters outside the basic plane", () =>
    withClient(pulling, async (client) => {
      for (const text of [
        example.replaceAll("\n", "\r\n"),
        `\uFEFF${example}`,
        `# 🏥🏥\n${example.replace("Eve Roy", "Eve 😀 Roy")}`,
      ]) {
        await client.open(uri, text);
        const diagnostics = await client.pull(uri);
        assert.deepEqual(shown(diagnostics), expected(text));
        const { range } = find(diagnostics, "ciso-in-it-line");
        assert.equal(TextDocument.create(uri, "itorg", 1, text).getText(range), "cio");
        await client.close(uri);
      }
    }));

  it("are given for files by their name, for others by their language", () =>
    withClient(pulling, async (client) => {
      await client.open("file:///a.itorg.yml", example, 1, "yaml");
      await client.open("untitled:Untitled-1", example, 1, "itorg");
      await client.open("file:///docker-compose.yaml", example, 1, "yaml");
      assert.equal((await client.pull("file:///a.itorg.yml")).length, expected(example).length);
      assert.equal((await client.pull("untitled:Untitled-1")).length, expected(example).length);
      assert.deepEqual(await client.pull("file:///docker-compose.yaml"), []);
      assert.deepEqual(await client.pull("file:///never-opened.itorg.yaml"), []);
    }));

  it("keep two documents apart", () =>
    withClient(pushed, async (client) => {
      const other = "file:///clients/other.itorg.yaml";
      const fixed = example.replace("reportsTo: cio", "reportsTo: ceo");
      await client.open(uri, example);
      await client.open(other, fixed);
      assert.deepEqual(shown(await client.published(other)), expected(fixed));
      assert.deepEqual(shown(await client.published(uri)), expected(example));
    }));

  it("show an accepted finding as a faded hint, until the day that the settings say has passed", async () => {
    const accepted = `${example}accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: Small team, compensatingControl: none, approvedBy: ceo, until: 2026-12-31 }
`;
    await withClient(pulling, async (client) => {
      client.configuration = { today };
      await client.open(uri, accepted);
      const diagnostics = await client.pull(uri);
      assert.deepEqual(shown(diagnostics), expected(accepted));
      const finding = find(diagnostics, "ciso-in-it-line");
      assert.match(String(finding.message), /Accepted by .* until 2026-12-31: Small team/);
      assert.deepEqual([finding.severity, finding.tags], [4, [1]]);
      client.configuration = { today: "2027-01-01" };
      await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
      // The answer to the server's own question comes before the answer to what is asked after the next one.
      for (let i = 0; i < 50 && client.refreshes === 0; i++) await client.hover(uri, 0, 0);
      assert.equal(client.refreshes > 0, true);
      assert.equal(find(await client.pull(uri), "ciso-in-it-line").severity, 2);
    });
  });

  it("link to the rule's page as the client can open it", async () => {
    const explained = { initializationOptions: { today, explainCommand: "itorg.explain" } };
    const body = (check: (href: string | undefined) => void) => async (client: Client) => {
      await client.open(uri, example);
      check(find(await client.pull(uri), "ciso-in-it-line").codeDescription?.href);
    };
    await withClient(
      pulling,
      body((href) => assert.equal(href, "command:itorg.explain?%5B%22ciso-in-it-line%22%5D")),
      explained,
    );
    await withClient(
      pulling,
      body((href) => assert.match(href ?? "", /^file:\/\/\/.*\/docs\/rules\/ciso-in-it-line\.md$/)),
    );
  });
});

describe("server: text", () => {
  it("is the same after edits of parts as after the whole, whatever the edits", () => {
    // Where LSP says what a position means: on a line that there is, at most behind its end.
    const position = fc.record({ line: fc.nat(12), character: fc.nat(50) });
    const change = fc.record({
      range: fc.option(fc.record({ start: position, end: position }), { nil: undefined, freq: 8 }),
      text: fc.constantFrom("", "x", "\n", "\r\n", "\r", "é😀", "  cio: { heldBy: Bo }\n"),
    });
    fc.assert(
      fc.property(fc.constantFrom("\n", "\r\n"), fc.array(change, { maxLength: 12 }), (eol, changes) => {
        const content = example.replaceAll("\n", eol);
        const reference = TextDocument.create(uri, "itorg", 1, content);
        const store = new TextStore();
        store.open({ uri, languageId: "itorg", version: 1, text: content });
        for (const { range, text } of changes) {
          const one = range ? { range: ordered(range, reference.lineCount), text } : { text };
          TextDocument.update(reference, [one], 2);
          store.change(uri, 2, [one]);
        }
        assert.equal(store.get(uri)?.text.content, reference.getText());
      }),
    );
  });

  it("of several changes in one message is read in their order", () =>
    withClient(pulling, async (client) => {
      await client.open(uri, "");
      const at = (line: number, character: number): Range => ({ start: { line, character }, end: { line, character } });
      await client.change(uri, 2, [
        { range: at(0, 0), text: "itorg: 1\nposts:\n" },
        { range: at(1, 0), text: "organization: { name: Example }\n" },
        { range: at(3, 0), text: "  ciso: { reportsTo: cio }\n" },
      ]);
      const content = "itorg: 1\norganization: { name: Example }\nposts:\n  ciso: { reportsTo: cio }\n";
      assert.deepEqual(shown(await client.pull(uri)), expected(content));
    }));
});

describe("server: hover and code actions", () => {
  it("hovers in Markdown, or in plain text for those who read no other", async () => {
    for (const [capabilities, kind] of [
      [pulling, "markdown"],
      [pushed, "plaintext"],
    ] as const) {
      await withClient(capabilities, async (client) => {
        await client.open(uri, example);
        const hover = await client.hover(uri, 5, 3);
        assert.ok(hover && MarkupContent.is(hover.contents));
        assert.equal(hover.contents.kind, kind);
        assert.match(hover.contents.value, /Chief Information Security Officer/);
        assert.equal(hover.contents.value.includes("**"), kind === "markdown");
        assert.deepEqual(hover.range, { start: { line: 5, character: 2 }, end: { line: 5, character: 6 } });
        assert.equal(await client.hover(uri, 5, 0), null);
      });
    }
  });

  it("do what they say, at once or when resolved: a recommendation is put on record, a correction ends the finding", async () => {
    for (const capabilities of [pulling, pushed]) {
      await withClient(capabilities, async (client) => {
        await client.open(uri, example);
        const diagnostic =
          capabilities === pulling
            ? find(await client.pull(uri), "ciso-in-it-line")
            : find(await client.published(uri, ({ diagnostics }) => diagnostics.length > 0), "ciso-in-it-line");
        const actions = await client.actions(uri, diagnostic.range, [diagnostic], ["quickfix"]);
        // Whoever cannot resolve an edit later is offered only what has been tried within a tenth of a second.
        if (capabilities === pulling) assert.ok(actions.length > 1);
        assert.ok(actions.filter(({ isPreferred }) => isPreferred).length <= (actions.length > 0 ? 1 : 0));
        for (const action of actions) {
          assert.deepEqual(action.diagnostics, [diagnostic]);
          assert.equal(action.kind, "quickfix");
          assert.equal(action.edit === undefined, capabilities === pulling);
          const { edit } = action.edit ? action : await client.request<typeof action>("codeAction/resolve", action);
          assert.ok(edit);
          if (capabilities === pulling)
            assert.deepEqual(
              edit.documentChanges?.map((one) => "textDocument" in one && one.textDocument),
              [{ uri, version: 1 }],
            );
          const { findings } = analyze(new Text(edited(example, edit)), { today });
          const left = findings.filter(({ rule }) => rule === "ciso-in-it-line");
          const isRecommended = action.title.startsWith("Recommend: ");
          // What nobody has approved yet covers nothing.
          const isThere = isRecommended || action.title.startsWith("Accept this risk... ");
          assert.equal(left.length, isThere ? 1 : 0, action.title);
          assert.equal(left[0]?.recommended.length, isRecommended ? 1 : isThere ? 0 : undefined, action.title);
        }
      });
    }
  });

  it("are refused for a text that has changed", () =>
    withClient(pulling, async (client) => {
      await client.open(uri, example);
      const { range } = find(await client.pull(uri), "ciso-in-it-line");
      const [action] = await client.actions(uri, range);
      await client.change(uri, 2, [{ range: { start, end: start }, text: "# new\n" }]);
      await assert.rejects(client.request("codeAction/resolve", action), { code: -32801 });
    }));

  it("are of the wanted kind, for the named diagnostics", () =>
    withClient(pulling, async (client) => {
      await client.open(uri, example);
      const diagnostics = await client.pull(uri);
      const { range } = find(diagnostics, "ciso-in-it-line");
      const all = await client.actions(uri, range);
      assert.ok(all.some(({ kind }) => kind === "quickfix"));
      assert.deepEqual(await client.actions(uri, range, [], ["source.fixAll"]), []);
      assert.deepEqual(
        (await client.actions(uri, range, [], ["refactor"])).filter(({ kind }) => kind === "quickfix"),
        [],
      );
      const other: Diagnostic = { range, message: "", source: "itorg", code: "another-rule" };
      assert.deepEqual(await client.actions(uri, range, [other], ["quickfix"]), []);
      assert.deepEqual(await client.actions(uri, { start, end: start }, [], ["quickfix"]), []);
    }));
});

describe("server: pages", () => {
  it("are given by id or path, with the heading where the id is only a part of one", () =>
    withClient(pulling, async (client) => {
      const rule = await client.request<ExplainResult>(explainRequest, { id: "ciso-in-it-line" });
      assert.equal(rule?.path, "rules/ciso-in-it-line.md");
      assert.match(rule.markdown, /^# CISO inside the IT line/);
      assert.deepEqual(await client.request(explainRequest, { id: rule.path }), rule);
      const claim = await client.request<ExplainResult>(explainRequest, { id: "S1-13" });
      assert.deepEqual([claim?.path, claim?.anchor], ["sources/S1.md", "s1-13"]);
      assert.equal(await client.request(explainRequest, { id: "no-such-thing" }), null);
      const entries = await client.request<PageEntry[]>(pagesRequest, {});
      for (const { id } of entries) assert.ok(await client.request(explainRequest, { id }), id);
      assert.ok(entries.some(({ id, kind }) => id === "ciso" && kind === "Role"));
    }));

  it("can be had from itorg lsp --stdio as well", async () => {
    const client = startClient("dist/cli.js", "lsp", "--stdio");
    await client.initialize(pulling, options);
    await client.open(uri, example);
    assert.deepEqual(shown(await client.pull(uri)), expected(example));
    assert.equal(await client.end(), 0);
  });
});

describe("server: faults", () => {
  it("answers garbage with an error, and goes on", () =>
    withClient(pulling, async (client) => {
      await client.open(uri, example);
      for (const params of [
        {},
        null,
        { textDocument: {} },
        { textDocument: { uri }, position: "here" },
        { textDocument: { uri: 3 } },
      ])
        await assert.rejects(client.request("textDocument/hover", params), /./);
      await assert.rejects(
        client.request("textDocument/codeAction", { textDocument: { uri }, range: {}, context: {} }),
        { code: -32602 },
      );
      await assert.rejects(client.request("codeAction/resolve", { title: "x" }), { code: -32603 });
      await assert.rejects(client.request("itorg/no-such-thing", {}), { code: -32601 });
      for (const method of ["itorg/explain", "itorg/pages", "textDocument/hover", "textDocument/diagnostic"]) {
        // As a client writes it that has no parameters to send.
        await assert.rejects(client.connection.sendRequest(new RequestType0(method)), { code: -32602 });
      }
      assert.equal(await client.request("itorg/explain", {}), null);
      await client.connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: "file:///x", version: 2 },
        contentChanges: [],
      });
      await client.connection.sendNotification("textDocument/didOpen", { textDocument: { uri: 5 } });
      await client.connection.sendNotification("textDocument/didClose", {});
      assert.equal(await client.hover("file:///x", 0, 0), null);
      assert.equal(await client.hover(uri, 9999, 9999), null);
      assert.notEqual((await client.pull(uri)).length, 0);
      assert.ok(
        client.logs.some((line) => line.includes("file:///x is not open")),
        client.logs.join("\n"),
      );
    }));

  it("answers a fault of its own with an error, logs it, and goes on", async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    let isBroken = true;
    const host = {
      version: "0.0.0",
      pageFile: () => undefined,
      today: () => {
        if (isBroken) throw new Error("The clock is broken.");
        return today;
      },
    };
    serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), host);
    const client = createMessageConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const logs: string[] = [];
    client.onNotification("window/logMessage", ({ message }) => void logs.push(message));
    client.listen();
    await client.sendRequest("initialize", { processId: null, rootUri: null, capabilities: pulling });
    await client.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "itorg", version: 1, text: example },
    });
    const pull = () => client.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
    await assert.rejects(pull(), { code: -32603, message: "diagnostic failed: The clock is broken." });
    assert.match(logs.join("\n"), /diagnostic failed: Error: The clock is broken\.\n\s+at /);
    isBroken = false;
    assert.ok(await pull());
    client.dispose();
  });

  it("survives texts that were made to hurt", () =>
    withClient(pulling, async (client) => {
      const bomb = `a: &a [x,x]\n${"bcdefghij"
        .split("")
        .map((key, i) => `${key}: &${key} [*${"abcdefghi"[i]},*${"abcdefghi"[i]}]`)
        .join("\n")}`;
      for (const text of [
        "",
        "# only a comment",
        "- a\n- b",
        "[".repeat(5000),
        bomb,
        "a: &a [*a]",
        "__proto__: 1\nconstructor: 2",
        "\t- x",
        "a: 1\na: 2\n---\nb: 1",
      ]) {
        await client.open(uri, text);
        assert.deepEqual(shown(await client.pull(uri)), expected(text));
        for (const line of [0, 1, 2]) await client.hover(uri, line, 1);
        await client.actions(uri, { start, end: { line: 99, character: 0 } });
        await client.close(uri);
      }
    }));

  it("answers what is cancelled as cancelled", () =>
    withClient(pulling, async (client) => {
      await client.open(uri, example);
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () => client.cancelled("textDocument/diagnostic", { textDocument: { uri } })),
      );
      const codes = outcomes.map((outcome) => (outcome.status === "rejected" ? outcome.reason.code : "answered"));
      assert.ok(codes.includes(-32800), codes.join());
      assert.ok(
        codes.every((code) => code === -32800 || code === "answered"),
        codes.join(),
      );
    }));

  it("says how it is started where it is not", async () => {
    const { spawnSync } = await import("node:child_process");
    const { status, stderr } = spawnSync(process.execPath, ["dist/server.js"], { encoding: "utf8" });
    assert.equal(status, 2);
    assert.match(stderr, /--stdio or --node-ipc/);
  });
});
