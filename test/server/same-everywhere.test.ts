import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import type { ClientCapabilities, Diagnostic, WorkspaceDiagnosticReport } from "vscode-languageserver-protocol/node";
import { disk } from "../../server/commands/disk.ts";
import { type FileParams, listFolderRequest, readFileRequest } from "../../server/protocol.ts";
import { checkJson, folderWith, type Output } from "../kit/cli-run.ts";
import { Client } from "../kit/lsp-client.ts";
import { sampled } from "../kit/sample.ts";

// One engine: what a consultant sees while typing, what an editor is told, and what a pipeline prints are the same.

const names = readdirSync("samples").filter((name) => /\.itorg\.ya?ml$/.test(name));
const shows = { relatedInformation: true };
const workspace = { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } };
const pulling: ClientCapabilities = { workspace, textDocument: { diagnostic: shows } };
const pushed: ClientCapabilities = {
  workspace,
  textDocument: { publishDiagnostics: { ...shows, versionSupport: true } },
};

const node = ["dist/server.js", "--stdio"];
const web = ["test/kit/web-worker.mjs"];

/** Every kind of setting, so that none of them is read in one place only. */
const config = `rules: { ciso-is-it-head: error, key-person: off, open-question: warning, no-deputy: hint }
thresholds: { small: 100, large: 120, span: 3, handsOnSpan: 2 }
duties:
  budget-and-run: { first: it-budget, second: [it-operations, it-strategy], severity: info, reason: They told us so. }
titles: { Chief Executive: it-director }
regimes: { dora: applies, csf: planned }
sources: { S2: not-followed, mckinsey-2017-12: not-followed }
`;

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.process.kill();
});

async function start(capabilities: ClientCapabilities, folder: string, command = node): Promise<Client> {
  const client = new Client(command);
  clients.push(client);
  await client.initialize(capabilities, {
    initializationOptions: { today: "2026-11-22", readsFiles: command === web },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "clients" }],
  });
  return client;
}

/** A finding in as many words as an editor and the JSON output both have for it. */
const seen = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, severity, range, message, relatedInformation = [] }) =>
    JSON.stringify([
      code,
      severity,
      range,
      String(message).replace(/ Accepted by .*$/s, ""),
      relatedInformation.map((one) => [one.location.range, one.message]),
    ]),
  );

const printed = (output: Output, name: string): string[] => {
  const file = output.files.find(({ path }) => path === name);
  assert.ok(file, name);
  return file.findings.map(({ rule, severity, range, message, related, accepted }) => {
    const level = accepted ? 4 : { error: 1, warning: 2, info: 3, hint: 4 }[severity];
    return JSON.stringify([rule, level, range, message, related.map((one) => [one.range, one.message])]);
  });
};

for (const [what, settings] of [["without a configuration"], ["with one", config]] as const) {
  describe(`the same findings everywhere, ${what}`, () => {
    const folder = folderWith({});
    for (const name of names) cpSync(join("samples", name), join(folder, name));
    if (settings !== undefined) writeFileSync(join(folder, "itorg.config.yaml"), settings);
    const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;
    const output = checkJson(["."], { cwd: folder });

    it("has something to compare, and no mistake in the configuration", () => {
      assert.equal(output.stderr, "");
      assert.ok(output.files.length >= 5);
      assert.deepEqual(output.rulesOff, settings === undefined ? [] : ["span-too-wide", "key-person"]);
      const plain = checkJson(["samples"]);
      const total = (all: Output) =>
        all.files
          .flatMap(({ findings }) => findings)
          .map(({ rule }) => rule)
          .join();
      assert.equal(total(output) === total(plain), settings === undefined);
    });

    it("pulled, open and closed", async () => {
      const client = await start(pulling, folder);
      const { items } = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds: [],
      });
      const closed = new Map(items.map((item) => [item.uri, item.kind === "full" ? item.items : []]));
      for (const name of names) {
        const uri = uriOf(name);
        assert.deepEqual(seen(closed.get(uri) ?? []), printed(output, name), name);
        await client.open(uri, readFileSync(join(folder, name), "utf8"));
        assert.deepEqual(seen(await client.pull(uri)), printed(output, name), name);
      }
      assert.equal(await client.end(), 0);
    });

    it("pushed, closed and open", async () => {
      const client = await start(pushed, folder);
      for (const name of names) {
        const uri = uriOf(name);
        assert.deepEqual(seen(await client.published(uri)), printed(output, name), name);
        await client.open(uri, `${readFileSync(join(folder, name), "utf8")}\n`, 3);
        assert.deepEqual(
          seen(await client.published(uri, ({ version }) => version === 3)),
          printed(output, name),
          name,
        );
      }
      assert.equal(await client.end(), 0);
    });

    it("in a browser, where the client reads the files", async () => {
      const client = await start(pulling, folder, web);
      const asked: string[] = [];
      for (const [method, read] of Object.entries({ [readFileRequest]: disk.read, [listFolderRequest]: disk.list })) {
        client.answers.set(method, async (params) => {
          const { uri } = params as FileParams;
          asked.push(uri);
          const found = await read(uri);
          return found instanceof Uint8Array ? { base64: Buffer.from(found).toString("base64") } : (found ?? null);
        });
      }
      const { items } = await client.request<WorkspaceDiagnosticReport>("workspace/diagnostic", {
        previousResultIds: [],
      });
      const closed = new Map(items.map((item) => [item.uri, item.kind === "full" ? item.items : []]));
      for (const name of names) {
        const uri = uriOf(name);
        assert.deepEqual(seen(closed.get(uri) ?? []), printed(output, name), name);
        await client.open(uri, readFileSync(join(folder, name), "utf8"));
        assert.deepEqual(seen(await client.pull(uri)), printed(output, name), name);
        assert.ok(asked.includes(uri), name);
      }
      assert.equal(await client.end(), 0);
    });

    it("of one file alone, and of standard input", () => {
      for (const name of sampled(names, 6)) {
        assert.deepEqual(printed(checkJson([name], { cwd: folder }), name), printed(output, name));
        const input = readFileSync(join(folder, name));
        assert.deepEqual(printed(checkJson(["-"], { cwd: folder, input }), "-"), printed(output, name));
      }
    });
  });
}
