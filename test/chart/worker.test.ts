import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Worker } from "node:worker_threads";
import { chartOf } from "../../server/chart/build.ts";
import { draw } from "../../server/chart/draw.ts";
import { onScreen } from "../../server/chart/pages.ts";
import { chartFile } from "../kit/chart-file.ts";
import { day, folderWith, itorg } from "../kit/cli-run.ts";

const sample = readFileSync("samples/pinecrest.itorg.yaml", "utf8");
const asset = (name: string): Uint8Array => new Uint8Array(readFileSync(`dist/assets/${name}`));

/** The browser's bundle in a worker that has of a browser's what it asks for: `self` with messages. */
async function asked(
  request: object,
): Promise<{ readonly id: number; readonly result?: unknown; readonly error?: string }> {
  const shim = `
    const { parentPort, workerData } = require("node:worker_threads");
    globalThis.self = globalThis;
    globalThis.postMessage = (message) => parentPort.postMessage(message);
    new Function("require", "process", "module", workerData.code)(undefined, undefined, undefined);
    parentPort.on("message", (data) => globalThis.onmessage({ data }));
  `;
  const worker = new Worker(shim, { eval: true, workerData: { code: readFileSync("dist/exports-web.js", "utf8") } });
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.postMessage(request);
    });
  } finally {
    await worker.terminate();
  }
}

describe("the exports' worker for a browser", () => {
  it("draws the picture that the command line draws, byte for byte", async () => {
    const { org, findings } = chartFile(sample);
    const svg = draw(onScreen(chartOf(org, findings, { names: "full" })), { theme: "light" });
    const fonts = ["arimo-regular.ttf", "arimo-bold.ttf", "arimo-italic.ttf"].map(asset);
    const { id, result, error } = await asked({
      id: 7,
      what: "png",
      svg,
      scale: 2,
      assets: { wasm: asset("resvg.wasm"), fonts },
    });
    assert.deepEqual([id, error], [7, undefined]);
    const folder = folderWith({ "a.itorg.yaml": sample });
    assert.equal(itorg(["chart", "a.itorg.yaml", "--out", "a.png", ...day], { cwd: folder }).status, 0);
    const { bytes, scale } = result as { bytes: Uint8Array; scale: number };
    assert.equal(scale, 2);
    assert.ok(Buffer.from(bytes).equals(readFileSync(`${folder}/a.png`)));
  });

  it("lowers the scale of a picture that would be too large", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="100" viewBox="0 0 20000 100"></svg>';
    const { result } = await asked({
      id: 1,
      what: "png",
      svg,
      scale: 2,
      assets: { wasm: asset("resvg.wasm"), fonts: [] },
    });
    assert.equal((result as { scale: number }).scale, 0.8);
  });

  it("writes workbooks, reads the letters of a font, and says what went wrong", async () => {
    const sheets = [{ name: "A", rows: [[{ text: "x" }]], widths: [9], stickyRows: 0, stickyColumns: 0 }];
    assert.ok((await asked({ id: 2, what: "xlsx", sheets })).result instanceof Uint8Array);
    const letters = (await asked({ id: 3, what: "letters", font: asset("arimo-regular.ttf") })).result as Set<number>;
    assert.ok(letters.has(0x25a1) && letters.has(0x416) && !letters.has(0x4e00));
    const { error } = await asked({
      id: 4,
      what: "png",
      svg: "no picture",
      scale: 1,
      assets: { wasm: asset("resvg.wasm"), fonts: [] },
    });
    assert.notEqual(error ?? "", "");
  });
});
