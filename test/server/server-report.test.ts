import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, describe, it } from "node:test";
import { Worker } from "node:worker_threads";
import type { Deck } from "../../server/base/deck.ts";
import type { Document } from "../../server/base/document.ts";
import { day, folderWith, itorg, warned } from "../kit/cli-run.ts";
import { Client } from "../kit/lsp-client.ts";
import { officeParts } from "../kit/office.ts";

const uri = "file:///clients/example.itorg.yaml";
let client: Client | undefined;
afterEach(() => client?.process.kill());

type Found = { text?: string; document?: Document; deck?: Deck; letters: string[] } | null;
const asked = (server: Client, format: string, unsaved = false) =>
  server.request<Found>("itorg/report", { textDocument: { uri }, format, unsaved });

const asset = (name: string): Uint8Array => new Uint8Array(readFileSync(`dist/assets/${name}`));
const assets = () => ({
  wasm: asset("resvg.wasm"),
  fonts: ["arimo-regular.ttf", "arimo-bold.ttf", "arimo-italic.ttf"].map(asset),
});

/** The exports' bundle of a browser in a thread that has of a browser's what it asks for. */
async function made(request: object): Promise<Uint8Array> {
  const shim = `
    const { parentPort, workerData } = require("node:worker_threads");
    globalThis.self = globalThis;
    globalThis.postMessage = (message) => parentPort.postMessage(message);
    new Function("require", "process", "module", workerData.code)(undefined, undefined, undefined);
    parentPort.on("message", (data) => globalThis.onmessage({ data }));
  `;
  const worker = new Worker(shim, { eval: true, workerData: { code: readFileSync("dist/exports-web.js", "utf8") } });
  try {
    const { result, error } = await new Promise<{ result?: Uint8Array; error?: string }>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.postMessage({ id: 1, ...request });
    });
    return result ?? assert.fail(error);
  } finally {
    await worker.terminate();
  }
}

describe("server: the report", () => {
  it("is that of the text in the editor, and a browser's worker makes the command line's files of it", async () => {
    client = new Client(["dist/server.js", "--stdio"]);
    await client.initialize({}, { initializationOptions: { today: "2026-11-22" } });
    await client.open(uri, warned);
    const folder = folderWith({ "example.itorg.yaml": warned });
    const written = (name: string) => {
      const { status, stderr } = itorg(["report", "example.itorg.yaml", "--out", name, ...day], { cwd: folder });
      assert.equal(status, 0, stderr);
      return readFileSync(`${folder}/${name}`);
    };
    assert.equal((await asked(client, "md"))?.text, written("a.md").toString());
    assert.equal((await asked(client, "html"))?.text, written("a.html").toString());
    const word = await made({ what: "docx", document: (await asked(client, "docx"))?.document, assets: assets() });
    assert.ok(written("a.docx").equals(word), "the same bytes");
    const slides = await made({ what: "pptx", deck: (await asked(client, "pptx"))?.deck });
    assert.ok(written("a.pptx").equals(slides), "the same bytes");
    assert.equal(officeParts(slides).has("ppt/slides/slide6.xml"), true);
    assert.match((await asked(client, "md", true))?.text ?? "", /with unsaved changes/);
    assert.equal(await client.end(), 0);
  });
});
