// Runs dist/server-web.js as a browser's worker would, and lets a client of the tests speak with it over stdio.
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";

const reader = new StreamMessageReader(process.stdin);
const writer = new StreamMessageWriter(process.stdout);

// A realm of its own, with what workers have besides the language: whatever is Node's is missing here as it is there.
const worker = {
  TextDecoder,
  TextEncoder,
  atob,
  btoa,
  clearTimeout,
  console: { error: (...words) => process.stderr.write(`${words.join(" ")}\n`) },
  setTimeout,
  addEventListener: () => undefined,
  close: () => process.exit(0),
  postMessage: (message) => void writer.write(message),
};
worker.self = worker;
const realm = createContext(worker);
const evaluate = (source, filename) => new Script(source, { filename }).runInContext(realm);

if (evaluate("typeof process + typeof require + typeof Buffer") !== "undefined".repeat(3))
  throw new Error("Node shines through.");
evaluate(readFileSync("dist/server-web.js", "utf8"), "dist/server-web.js");

// What comes from another thread belongs to the worker's realm, and so do these copies.
const parse = evaluate("JSON.parse");
reader.listen((message) => worker.onmessage({ data: parse(JSON.stringify(message)) }));
