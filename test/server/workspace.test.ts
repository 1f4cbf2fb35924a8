import assert from "node:assert/strict";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import type {
  ClientCapabilities,
  Diagnostic,
  PreviousResultId,
  WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol/node";
import { folderWith, warned } from "../kit/cli-run.ts";
import { Client } from "../kit/lsp-client.ts";

const today = "2026-11-22";
const fixed = warned.replace("reportsTo: cio", "reportsTo: ceo");

const both: ClientCapabilities = {
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    fileOperations: { didDelete: true, didRename: true },
  },
  window: { workDoneProgress: true },
};
const pulling: ClientCapabilities = { ...both, textDocument: { diagnostic: {} } };
const pushed: ClientCapabilities = { ...both, textDocument: { publishDiagnostics: {} } };

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
});

const uriOf = (folder: string, path = ""): string => pathToFileURL(join(folder, path)).href;

/** A client whose workspace are these folders. */
async function start(capabilities: ClientCapabilities, folders: readonly string[], more: object = {}): Promise<Client> {
  const client = new Client(["dist/server.js", "--stdio"]);
  clients.push(client);
  await client.initialize(capabilities, {
    initializationOptions: { today, ...more },
    workspaceFolders: folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
    trace: "messages",
  });
  return client;
}

const end = async (client: Client) => assert.equal(await client.end(), 0);

const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => String(code));
const has = (diagnostics: readonly Diagnostic[], rule: string): boolean => codes(diagnostics).includes(rule);
const rule = "ciso-in-it-line";
const isFound = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) => has(diagnostics, rule);
const isNotFound = (params: { diagnostics: readonly Diagnostic[] }) => !isFound(params);
const isClear = ({ diagnostics }: { diagnostics: readonly Diagnostic[] }) => diagnostics.length === 0;

function itemsOf(report: WorkspaceDiagnosticReport): Map<string, readonly Diagnostic[] | "unchanged"> {
  return new Map(report.items.map((item) => [item.uri, item.kind === "full" ? item.items : "unchanged"]));
}

const idsOf = ({ items }: WorkspaceDiagnosticReport): PreviousResultId[] =>
  items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));

describe("workspace: a client that asks", () => {
  it("gets the findings of every file, open or not, and hears once what stays", async () => {
    const folder = folderWith({
      "a.itorg.yaml": warned,
      "deep/b (1).itorg.yml": warned,
      "node_modules/c.itorg.yaml": warned,
      ".hidden/d.itorg.yaml": warned,
      "other.yaml": warned,
    });
    const client = await start(pulling, [folder]);
    const first = await client.pullAll();
    const [a, b] = [uriOf(folder, "a.itorg.yaml"), `${uriOf(folder, "deep")}/b%20%281%29.itorg.yml`];
    assert.deepEqual([...itemsOf(first).keys()], [a, b]);
    assert.ok(has(itemsOf(first).get(a) as Diagnostic[], rule));
    assert.deepEqual([...itemsOf(await client.pullAll(idsOf(first))).values()], ["unchanged", "unchanged"]);
    await end(client);
  });

  it("hears of what changed on the disk, came and went", async () => {
    const folder = folderWith({ "a.itorg.yaml": warned, "b.itorg.yaml": warned });
    const client = await start(pulling, [folder]);
    const first = await client.pullAll();
    const [a, b, c] = ["a", "b", "c"].map((name) => uriOf(folder, `${name}.itorg.yaml`)) as [string, string, string];
    writeFileSync(join(folder, "a.itorg.yaml"), fixed);
    rmSync(join(folder, "b.itorg.yaml"));
    writeFileSync(join(folder, "c.itorg.yaml"), warned);
    const before = client.refreshes;
    await client.watched({ [a]: 2, [b]: 3, [c]: 1 });
    await client.until(() => client.refreshes > before, "asked to ask again");
    const now = itemsOf(await client.pullAll(idsOf(first)));
    assert.ok(!has(now.get(a) as Diagnostic[], rule));
    assert.deepEqual(now.get(b), [], "taken back");
    assert.ok(has(now.get(c) as Diagnostic[], rule));
    assert.equal(now.size, 3);
    await end(client);
  });

  it("is looked after anew each time where it reports no changes", async () => {
    const folder = folderWith({ "a.itorg.yaml": warned });
    const client = await start({ textDocument: { diagnostic: {} } }, [folder]);
    const first = await client.pullAll();
    writeFileSync(join(folder, "a.itorg.yaml"), fixed);
    writeFileSync(join(folder, "b.itorg.yaml"), fixed);
    const now = itemsOf(await client.pullAll(idsOf(first)));
    assert.ok(!has(now.get(uriOf(folder, "a.itorg.yaml")) as Diagnostic[], rule));
    assert.equal(now.size, 2);
    await end(client);
  });

  it("gets what stands in the editor for an open file, and what lies on the disk after it is closed", async () => {
    const folder = folderWith({ "a.itorg.yaml": fixed });
    const client = await start(pulling, [folder]);
    const a = uriOf(folder, "a.itorg.yaml");
    await client.open(a, warned, 7);
    const [item] = (await client.pullAll()).items;
    assert.equal(item?.version, 7);
    assert.ok(has(await client.pull(a), rule));
    await client.close(a);
    assert.ok(!has(await client.pull(a), rule), "a client asks a last time when it closes a file");
    assert.equal((await client.pullAll()).items[0]?.version, null);
    await end(client);
  });

  it("is told that a file outside has nothing more, although it asked about it only while it was open", async () => {
    const folder = folderWith({ "in/a.itorg.yaml": warned, "out/b.itorg.yaml": warned });
    const client = await start(pulling, [join(folder, "in")]);
    const b = uriOf(folder, "out/b.itorg.yaml");
    const first = await client.pullAll();
    await client.open(b, warned);
    assert.ok(has(await client.pull(b), rule));
    await client.close(b);
    const now = itemsOf(await client.pullAll(idsOf(first)));
    assert.deepEqual(
      [...now],
      [
        [b, []],
        [uriOf(folder, "in/a.itorg.yaml"), "unchanged"],
      ],
    );
    await end(client);
  });

  it("has 200 files checked once, with progress shown, and not again when one is opened", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`clients/${i}.itorg.yaml`, warned.replace("Example", `Example ${i}`)]),
    );
    const folder = folderWith(files);
    const client = await start(pulling, [folder]);
    const checked = () => client.traced.filter((line) => line.startsWith("Checked "));
    const first = await client.pullAll();
    assert.equal(checked().length, 200);
    assert.equal(client.progress[0], "itorg: checking the workspace");
    assert.equal(client.progress.at(-1), "end");
    const one = uriOf(folder, "clients/17.itorg.yaml");
    await client.open(one, files["clients/17.itorg.yaml"] ?? "");
    assert.ok(has(await client.pull(one), rule));
    const again = itemsOf(await client.pullAll(idsOf(first)));
    assert.equal([...again.values()].filter((one) => one === "unchanged").length, 200);
    assert.equal(checked().length, 200, "nothing is checked anew, not even the file that says the same");
    await client.change(one, 2, [{ text: fixed }]);
    assert.ok(!has(await client.pull(one), rule));
    assert.equal(checked().length, 201);
    const last = itemsOf(await client.pullAll(idsOf(first)));
    assert.equal([...last.values()].filter((one) => one === "unchanged").length, 199);
    await end(client);
  });
});

describe("workspace: a client that is pushed to", () => {
  it("sees closed files, and what changes in them on the disk", async () => {
    const folder = folderWith({ "a.itorg.yaml": warned, "b.itorg.yaml": fixed });
    const client = await start(pushed, [folder]);
    const [a, b] = [uriOf(folder, "a.itorg.yaml"), uriOf(folder, "b.itorg.yaml")];
    await client.published(a, isFound);
    await client.published(b, isNotFound);
    writeFileSync(join(folder, "b.itorg.yaml"), warned);
    await client.watched({ [b]: 2 });
    await client.published(b, isFound);
    rmSync(join(folder, "b.itorg.yaml"));
    await client.watched({ [b]: 3 });
    await client.published(b, isClear);
    await end(client);
  });

  it("sees a folder go of which only the folder is named", async () => {
    const folder = folderWith({ "one/deep/a.itorg.yaml": warned, "b.itorg.yaml": warned });
    const client = await start(pushed, [folder]);
    const a = uriOf(folder, "one/deep/a.itorg.yaml");
    await client.published(a, isFound);
    rmSync(join(folder, "one"), { recursive: true });
    await client.watched({ [uriOf(folder, "node_modules")]: 3, [uriOf(folder, "one")]: 3 });
    await client.published(a, isClear);
    assert.ok(isFound({ diagnostics: await client.published(uriOf(folder, "b.itorg.yaml")) }));
    await end(client);
  });

  it("has one address for a file, the client's own, however else it could be written", async () => {
    const name = "Smith & Co (draft)'s + 1.itorg.yaml";
    const folder = folderWith({ [name]: warned });
    const client = await start(pushed, [folder]);
    const sign = (one: string) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`;
    const ours = `${uriOf(folder)}/${encodeURIComponent(name).replace(/[!'()*]/g, sign)}`;
    const theirs = `${uriOf(folder)}/${encodeURI(name)}`;
    assert.notEqual(ours, theirs);
    await client.published(ours, isFound);
    await client.open(theirs, warned);
    await client.published(theirs, isFound);
    await client.published(ours, isClear);
    await client.change(theirs, 2, [{ text: fixed }]);
    await client.published(theirs, isNotFound);
    writeFileSync(join(folder, name), fixed);
    await client.watched({ [theirs]: 2 });
    await client.close(theirs);
    rmSync(join(folder, name));
    await client.watched({ [theirs]: 3 });
    await client.published(theirs, isClear);
    await end(client);
  });

  it("finds symbols of closed files too", async () => {
    const folder = folderWith({ "a.itorg.yaml": warned });
    const client = await start(pushed, [folder]);
    const found = await client.request<readonly { name: string; location: { uri: string } }[]>("workspace/symbol", {
      query: "eve roy",
    });
    assert.deepEqual(
      found.map(({ name, location }) => [name, location.uri]),
      [["Eve Roy", uriOf(folder, "a.itorg.yaml")]],
    );
    await end(client);
  });

  it("keeps a closed file's findings inside the workspace, as the disk has it, and loses them outside", async () => {
    const folder = folderWith({ "in/a.itorg.yaml": warned, "out/b.itorg.yaml": warned });
    const client = await start(pushed, [join(folder, "in")]);
    const [a, b] = [uriOf(folder, "in/a.itorg.yaml"), uriOf(folder, "out/b.itorg.yaml")];
    await client.published(a, isFound);
    await client.open(a, fixed);
    await client.published(a, isNotFound);
    await client.open(b, warned);
    await client.published(b, isFound);
    await client.close(a);
    await client.close(b);
    await client.published(a, isFound);
    await client.published(b, isClear);
    await end(client);
  });

  it("sees files and folders that are renamed, moved and deleted", async () => {
    const folder = folderWith({ "a.itorg.yaml": warned, "old/b.itorg.yaml": warned, "old/deep/c.itorg.yaml": warned });
    const client = await start(pushed, [folder]);
    const uri = (path: string) => uriOf(folder, path);
    await client.published(uri("old/deep/c.itorg.yaml"), isFound);
    renameSync(join(folder, "a.itorg.yaml"), join(folder, "z.itorg.yaml"));
    const renamed = { oldUri: uri("a.itorg.yaml"), newUri: uri("z.itorg.yaml") };
    await client.connection.sendNotification("workspace/didRenameFiles", { files: [renamed] });
    await client.published(uri("z.itorg.yaml"), isFound);
    await client.published(uri("a.itorg.yaml"), isClear);
    renameSync(join(folder, "old"), join(folder, "new"));
    const moved = { oldUri: uri("old"), newUri: uri("new") };
    await client.connection.sendNotification("workspace/didRenameFiles", { files: [moved] });
    await client.published(uri("new/deep/c.itorg.yaml"), isFound);
    await client.published(uri("old/deep/c.itorg.yaml"), isClear);
    await client.published(uri("old/b.itorg.yaml"), isClear);
    rmSync(join(folder, "new"), { recursive: true });
    await client.connection.sendNotification("workspace/didDeleteFiles", { files: [{ uri: uri("new") }] });
    await client.published(uri("new/b.itorg.yaml"), isClear);
    await client.published(uri("new/deep/c.itorg.yaml"), isClear);
    await client.open(uri("new/b.itorg.yaml"), warned);
    await client.published(uri("new/b.itorg.yaml"), isFound);
    await end(client);
  });

  it("sees folders that join the workspace and leave it, each file once", async () => {
    const folder = folderWith({ "one/a.itorg.yaml": warned, "two/b.itorg.yaml": warned });
    const client = await start(pushed, [join(folder, "one")]);
    const [a, b] = [uriOf(folder, "one/a.itorg.yaml"), uriOf(folder, "two/b.itorg.yaml")];
    await client.published(a, isFound);
    const two = { uri: uriOf(folder, "two"), name: "two" };
    const change = (event: object) =>
      client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
    await change({ added: [two, { uri: uriOf(folder), name: "both" }], removed: [] });
    await client.published(b, isFound);
    assert.equal(client.traced.filter((line) => line === `Checked ${b}`).length, 1);
    await change({ added: [], removed: [two] });
    await change({ added: [], removed: [{ uri: uriOf(folder), name: "both" }] });
    await client.published(b, isClear);
    assert.ok(isFound({ diagnostics: await client.published(a) }));
    await end(client);
  });

  it("is shown progress where there is much to check", async () => {
    const files = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}.itorg.yaml`, warned]));
    const folder = folderWith(files);
    const client = await start(pushed, [folder]);
    await client.until(() => client.progress.includes("end"), "the end of the progress");
    assert.equal(client.progress[0], "itorg: checking the workspace");
    await client.published(uriOf(folder, "149.itorg.yaml"), isFound);
    await end(client);
  });
});

describe("workspace: its configurations", () => {
  const off = `rules: { ${rule}: off }\n`;

  it("count for what they govern, and are told about", async () => {
    const folder = folderWith({
      "a.itorg.yaml": warned,
      "quiet/itorg.config.yaml": off,
      "quiet/b.itorg.yaml": warned,
    });
    const client = await start(pulling, [folder]);
    const items = itemsOf(await client.pullAll());
    assert.ok(has(items.get(uriOf(folder, "a.itorg.yaml")) as Diagnostic[], rule));
    assert.ok(!has(items.get(uriOf(folder, "quiet/b.itorg.yaml")) as Diagnostic[], rule));
    assert.ok(client.logs.includes(`Turned off by quiet/itorg.config.yaml: ${rule}.`), client.logs.join());
    await client.open("untitled:Untitled-1", warned);
    assert.ok(has(await client.pull("untitled:Untitled-1"), rule));
    await end(client);
  });

  it("that change have what they govern checked again, and nothing else", async () => {
    const folder = folderWith({
      "a.itorg.yaml": warned,
      "firm/itorg.config.yaml": off,
      "firm/b.itorg.yaml": warned,
    });
    const client = await start(pushed, [folder]);
    const [a, b] = [uriOf(folder, "a.itorg.yaml"), uriOf(folder, "firm/b.itorg.yaml")];
    const config = uriOf(folder, "firm/itorg.config.yaml");
    await client.published(a, isFound);
    await client.published(b, isNotFound);
    writeFileSync(join(folder, "firm/itorg.config.yaml"), "rules:\n");
    await client.watched({ [config]: 2 });
    await client.published(b, isFound);
    rmSync(join(folder, "firm/itorg.config.yaml"));
    writeFileSync(join(folder, "itorg.config.yaml"), off);
    await client.watched({ [config]: 3, [uriOf(folder, "itorg.config.yaml")]: 1 });
    await client.published(b, isNotFound);
    await client.published(a, isNotFound);
    assert.equal(client.traced.filter((line) => line === `Checked ${a}`).length, 2);
    await end(client);
  });

  it("that exclude files take their findings away, but for those that are open", async () => {
    const folder = folderWith({ "old/a.itorg.yaml": warned, "old/b.itorg.yaml": warned });
    const client = await start(pushed, [folder]);
    const [a, b] = [uriOf(folder, "old/a.itorg.yaml"), uriOf(folder, "old/b.itorg.yaml")];
    await client.published(a, isFound);
    await client.published(b, isFound);
    await client.open(b, warned);
    writeFileSync(join(folder, "itorg.config.yaml"), "exclude: [old]\n");
    await client.watched({ [uriOf(folder, "itorg.config.yaml")]: 1 });
    await client.published(a, isClear);
    await client.change(b, 2, [{ text: fixed }]);
    await client.published(b, (params) => isNotFound(params) && !isClear(params));
    await client.close(b);
    await client.published(b, isClear);
    await end(client);
  });

  it("above the workspace count as well, and are read again when a file is opened", async () => {
    const folder = folderWith({ "itorg.config.yaml": off, "clients/one/a.itorg.yaml": warned });
    const client = await start(pushed, [join(folder, "clients/one")]);
    const a = uriOf(folder, "clients/one/a.itorg.yaml");
    await client.published(a, isNotFound);
    writeFileSync(join(folder, "itorg.config.yaml"), "rules:\n");
    await client.open(a, warned);
    await client.published(a, isFound);
    await end(client);
  });

  it("have their mistakes shown where they stand, open or not, with fixes", async () => {
    const folder = folderWith({ "itorg.config.yaml": "rules:\n  key-persn: off\n", "a.itorg.yaml": warned });
    const client = await start(pulling, [folder]);
    const config = uriOf(folder, "itorg.config.yaml");
    const items = itemsOf(await client.pullAll());
    assert.deepEqual(codes(items.get(config) as Diagnostic[]), ["unknown-key"]);
    await client.open(config, "rules:\n  key-person: of\n", 1, "yaml");
    const [mistake] = await client.pull(config);
    assert.equal(mistake?.code, "invalid-value");
    assert.deepEqual(mistake?.range, { start: { line: 1, character: 14 }, end: { line: 1, character: 16 } });
    const actions = await client.actions(config, mistake.range, [mistake]);
    assert.ok(
      actions.some(({ title }) => title === 'Write "off"'),
      actions.map(({ title }) => title).join("; "),
    );
    assert.equal(
      await client.request("textDocument/definition", {
        textDocument: { uri: config },
        position: { line: 0, character: 1 },
      }),
      null,
    );
    await end(client);
  });
});

describe("workspace: where the server reaches no files", () => {
  it("asks the client for them", async () => {
    const root = "vscode-vfs://github/firm/clients";
    const files: Readonly<Record<string, string>> = {
      [`${root}/itorg.config.yaml`]: `rules: { ${rule}: hint }\n`,
      [`${root}/a.itorg.yaml`]: warned,
      [`${root}/deep/b.itorg.yaml`]: warned,
    };
    const folders: Readonly<Record<string, readonly object[]>> = {
      [root]: [
        { name: "itorg.config.yaml", kind: "file" },
        { name: "a.itorg.yaml", kind: "file" },
        { name: "deep", kind: "folder" },
      ],
      [`${root}/deep`]: [{ name: "b.itorg.yaml", kind: "file" }],
    };
    const client = new Client(["dist/server.js", "--stdio"]);
    clients.push(client);
    const uriIn = (params: unknown) => (params as { uri: string }).uri;
    client.answers.set("itorg/readFile", (params) => {
      const content = files[uriIn(params)];
      return content === undefined ? null : { base64: Buffer.from(content).toString("base64") };
    });
    client.answers.set("itorg/listFolder", (params) => folders[uriIn(params)] ?? []);
    await client.initialize(pulling, {
      initializationOptions: { today, readsFiles: true },
      workspaceFolders: [{ uri: root, name: "clients" }],
    });
    const items = itemsOf(await client.pullAll());
    assert.deepEqual([...items.keys()].sort(), Object.keys(files).sort());
    const found = (items.get(`${root}/deep/b.itorg.yaml`) as Diagnostic[]).find(({ code }) => code === rule);
    assert.equal(found?.severity, 4);
    await end(client);
  });

  it("finds nothing, and says nothing, where nobody can read", async () => {
    const client = new Client(["dist/server.js", "--stdio"]);
    clients.push(client);
    await client.initialize(pulling, { workspaceFolders: [{ uri: "vscode-vfs://github/firm/clients", name: "c" }] });
    assert.deepEqual((await client.pullAll()).items, []);
    await end(client);
  });
});
