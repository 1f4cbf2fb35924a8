import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  InitializeResult,
  Location,
  LocationLink,
  Range,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { today } from "../kit/check-fixture.ts";
import { Client } from "../kit/lsp-client.ts";

const uri = "file:///clients/example.itorg.yaml";
const content = `itorg: 1
organization: { name: Example }
# The people
# whom we asked
posts:
  ceo: { heldBy: Ann Ode }
  cio:
    heldBy: Bo Li
    reportsTo: ceo
  ciso: { heldBy: Eve Roy, reportsTo: cio, dottedLineTo: [ceo] }
accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: small, approvedBy: ceo }
`;
const modern: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    rename: { prepareSupport: true },
  },
};

const clients: Client[] = [];
// A server that a failed test leaves behind would keep this process alive.
afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
});

async function withFile(
  capabilities: ClientCapabilities,
  body: (ask: <Result>(method: string, params?: object) => Promise<Result>, client: Client) => Promise<void>,
  check: (result: InitializeResult) => void = () => {},
): Promise<void> {
  const client = new Client(["dist/server.js", "--stdio"]);
  clients.push(client);
  check(await client.initialize(capabilities, { initializationOptions: { today, explainCommand: "itorg.explain" } }));
  await client.open(uri, content);
  await body(
    (method, params) => client.request(`textDocument/${method}`, { textDocument: { uri }, ...params }),
    client,
  );
  assert.deepEqual(client.logs, []);
  assert.equal(await client.end(), 0);
}

/** The position behind the first `|` in a line of the file, written as in "reportsTo: c|io". */
function at(marked: string): { position: { line: number; character: number } } {
  const text = marked.replace("|", "");
  const line = content.split("\n").findIndex((one) => one.includes(text));
  assert.ok(line >= 0, marked);
  return { position: { line, character: content.split("\n")[line]!.indexOf(text) + marked.indexOf("|") } };
}

/** A range as "9 cio": its line, from 0, and its text. */
const shown = ({ start, end }: Range): string =>
  `${start.line} ${TextDocument.create(uri, "itorg", 1, content).getText({ start, end })}`;

describe("server: moving about", () => {
  it("goes to definitions, with where they start for those who show it", async () => {
    await withFile(modern, async (ask) => {
      const [link, ...more] = await ask<LocationLink[]>("definition", at("reportsTo: c|io"));
      assert.deepEqual(more, []);
      assert.equal(shown(link!.originSelectionRange!), "9 cio");
      assert.equal(shown(link!.targetSelectionRange), "6 cio");
      assert.deepEqual(link!.targetRange.end, { line: 8, character: 18 });
      assert.deepEqual(await ask("definition", at("name: Ex|ample")), []);
    });
    await withFile({}, async (ask) => {
      const found = await ask<Location[]>("definition", at("reportsTo: c|io"));
      assert.deepEqual(
        found.map(({ range }) => shown(range)),
        ["6 cio"],
      );
    });
  });

  it("finds references, with the entry where it is asked for, and highlights them", () =>
    withFile(modern, async (ask) => {
      const all = ["5 ceo", "8 ceo", "9 ceo", "11 ceo"];
      for (const includeDeclaration of [true, false]) {
        const found = await ask<Location[]>("references", {
          ...at("reportsTo: ce|o"),
          context: { includeDeclaration },
        });
        assert.deepEqual(
          found.map(({ range }) => shown(range)),
          includeDeclaration ? all : all.slice(1),
        );
      }
      const highlights = await ask<DocumentHighlight[]>("documentHighlight", at("reportsTo: ce|o"));
      assert.deepEqual(
        highlights.map(({ range, kind }) => [shown(range), kind]),
        all.map((one, i) => [one, i === 0 ? 3 : 2]),
      );
      assert.equal(await ask("documentHighlight", at("rule: ci|so-in")), null);
    }));

  it("renames, and says in words why not", () =>
    withFile(
      modern,
      async (ask) => {
        assert.deepEqual(await ask("prepareRename", at("reportsTo: c|io")), {
          range: { start: { line: 9, character: 38 }, end: { line: 9, character: 41 } },
          placeholder: "cio",
        });
        assert.equal(await ask("prepareRename", at("rule: ci|so-in")), null);
        const edit = await ask<WorkspaceEdit>("rename", { ...at("reportsTo: c|io"), newName: "head-tech" });
        const [change] = edit.documentChanges ?? [];
        assert.ok(change && "edits" in change && change.textDocument.version === 1);
        assert.deepEqual(
          change.edits.map((one) => "newText" in one && one.newText),
          ["head-tech", "head-tech", "\n    role: cio"],
        );
        await assert.rejects(ask("rename", { ...at("reportsTo: c|io"), newName: "ceo" }), {
          code: -32803,
          message: "There already is a post `ceo` in this file.",
        });
      },
      ({ capabilities }) => assert.deepEqual(capabilities.renameProvider, { prepareProvider: true }),
    ));

  it("lists the symbols of a file as a tree in the order of its text, or as a list", async () => {
    const tree = ({ name, detail, children = [] }: DocumentSymbol): unknown => [name, detail, children.map(tree)];
    await withFile(modern, async (ask) => {
      const found = await ask<DocumentSymbol[]>("documentSymbol");
      assert.deepEqual(found.map(tree), [
        ["organization", "Example", []],
        [
          "posts",
          undefined,
          [
            ["ceo", "Ann Ode", []],
            ["cio", "Bo Li", []],
            ["ciso", "Eve Roy", []],
          ],
        ],
        ["accepted", undefined, [["ciso-in-it-line", "posts.ciso", []]]],
      ]);
    });
    await withFile({}, async (ask) => {
      const found = await ask<SymbolInformation[]>("documentSymbol");
      assert.deepEqual(
        found.map(({ name, containerName }) => [name, containerName]),
        [
          ["organization", undefined],
          ["posts", undefined],
          ["ceo", "posts"],
          ["cio", "posts"],
          ["ciso", "posts"],
          ["accepted", undefined],
          ["ciso-in-it-line", "accepted"],
        ],
      );
    });
  });

  it("lists what stands in a configuration", async () => {
    await withFile(modern, async (_, client) => {
      const config = "file:///clients/itorg.config.yaml";
      await client.open(config, "rules: { cio-hands-on: off }\nthresholds:\n  small: 20\n  large: 600\n");
      const found = await client.request<DocumentSymbol[]>("textDocument/documentSymbol", {
        textDocument: { uri: config },
      });
      assert.deepEqual(
        found.map(({ name, children = [] }) => [name, children.map((child) => [child.name, child.range.start.line])]),
        [
          ["rules", [["cio-hands-on", 0]]],
          [
            "thresholds",
            [
              ["small", 2],
              ["large", 3],
            ],
          ],
        ],
      );
    });
  });

  it("finds posts and people in all files that are open, and in none that is not ours", () =>
    withFile(modern, async (_, client) => {
      const other = "file:///clients/other.itorg.yaml";
      await client.open(other, "itorg: 1\norganization: { name: Other }\nposts: { cio: { heldBy: Zoe Quill } }\n");
      await client.open("file:///compose.yaml", "posts: { cio: { heldBy: Zoe Quill } }\n", 1, "yaml");
      const found = await client.request<SymbolInformation[]>("workspace/symbol", { query: "CIo" });
      assert.deepEqual(
        found.map(({ name, containerName, location }) => [name, containerName, location.uri]),
        [
          ["cio", "Example", uri],
          ["ciso", "Example", uri],
          ["cio", "Other", other],
        ],
      );
      const people = await client.request<SymbolInformation[]>("workspace/symbol", { query: "zq" });
      assert.deepEqual(
        people.map(({ name, location }) => [name, location.range.start.line]),
        [["Zoe Quill", 2]],
      );
    }));

  it("follows the reporting lines, also where the text has changed in between", () =>
    withFile(modern, async (ask, client) => {
      const [cio] = await ask<CallHierarchyItem[]>("prepareCallHierarchy", at("reportsTo: c|io"));
      assert.deepEqual([cio!.name, cio!.detail, shown(cio!.selectionRange)], ["cio", "Bo Li", "6 cio"]);
      const incoming = (item: CallHierarchyItem) =>
        client.request<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", { item });
      const [ciso] = await incoming(cio!);
      assert.deepEqual([ciso!.from.name, ciso!.fromRanges.map(shown)], ["ciso", ["9 cio"]]);
      const above = await client.request<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", {
        item: ciso!.from,
      });
      assert.deepEqual(
        above.map(({ to, fromRanges }) => [to.name, fromRanges.map(shown)]),
        [
          ["cio", ["9 cio"]],
          ["ceo", ["9 ceo"]],
        ],
      );
      await client.change(uri, 2, [{ text: content.replace("  ciso:", "  # new\n  ciso:") }]);
      assert.equal((await incoming(cio!))[0]!.from.range.start.line, 10);
      assert.equal(await ask("prepareCallHierarchy", at("name: Ex|ample")), null);
      await client.close(uri);
      assert.equal(await client.request("callHierarchy/incomingCalls", { item: cio }), null);
    }));

  it("folds, grows a selection and links the rule of an accepted risk", () =>
    withFile(modern, async (ask) => {
      assert.deepEqual(await ask<FoldingRange[]>("foldingRange"), [
        { startLine: 2, endLine: 3, kind: "comment" },
        { startLine: 4, endLine: 9 },
        { startLine: 6, endLine: 8 },
        { startLine: 10, endLine: 11 },
      ]);
      const { position } = at("heldBy: B|o");
      const [selection] = await ask<SelectionRange[]>("selectionRange", { positions: [position] });
      const grown: string[] = [];
      for (let one: SelectionRange | undefined = selection; one; one = one.parent) grown.push(shown(one.range));
      assert.deepEqual(grown.slice(0, 4), [
        "7 Bo Li",
        "7 heldBy: Bo Li",
        "7 heldBy: Bo Li\n    reportsTo: ceo",
        "6 cio:\n    heldBy: Bo Li\n    reportsTo: ceo",
      ]);
      assert.equal(grown.at(-1), `0 ${content}`);
      const [link, ...more] = await ask<DocumentLink[]>("documentLink");
      assert.deepEqual(more, []);
      assert.equal(shown(link!.range), "11 ciso-in-it-line");
      assert.equal(link!.target, "command:itorg.explain?%5B%22ciso-in-it-line%22%5D");
    }));
});
