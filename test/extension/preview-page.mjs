// The page of the preview in a real Chromium, with the real server behind it and the policy that it has in the editor.
// What the editor does between them is done here: it hands on requests, and applies edits with an undo.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root, today } from "./context.mjs";

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require("vscode-jsonrpc/node");

/** Colours as the editor's own themes have them: what the page's style reads, and no more. */
const themes = {
  light: {
    class: "vscode-light",
    "editor-background": "#ffffff",
    foreground: "#3b3b3b",
    focusBorder: "#005fb8",
    "button-background": "#005fb8",
    "button-foreground": "#ffffff",
    "button-secondaryBackground": "#e5e5e5",
    "button-secondaryForeground": "#3b3b3b",
    "badge-background": "#cccccc",
    "badge-foreground": "#3b3b3b",
    "input-background": "#ffffff",
    "input-foreground": "#3b3b3b",
    "input-border": "#cecece",
    "input-placeholderForeground": "#767676",
    "dropdown-background": "#ffffff",
    "dropdown-foreground": "#3b3b3b",
    "list-activeSelectionBackground": "#e8e8e8",
    "list-activeSelectionForeground": "#000000",
  },
  dark: {
    class: "vscode-dark",
    "editor-background": "#1f1f1f",
    foreground: "#cccccc",
    focusBorder: "#0078d4",
    "button-background": "#0078d4",
    "button-foreground": "#ffffff",
    "button-secondaryBackground": "#313131",
    "button-secondaryForeground": "#cccccc",
    "badge-background": "#616161",
    "badge-foreground": "#f8f8f8",
    "input-background": "#313131",
    "input-foreground": "#cccccc",
    "input-border": "#3c3c3c",
    "input-placeholderForeground": "#989898",
    "dropdown-background": "#313131",
    "dropdown-foreground": "#cccccc",
    "list-activeSelectionBackground": "#04395e",
    "list-activeSelectionForeground": "#ffffff",
  },
  contrast: {
    class: "vscode-high-contrast",
    "editor-background": "#000000",
    foreground: "#ffffff",
    focusBorder: "#f38518",
    contrastBorder: "#6fc3df",
    "button-background": "#000000",
    "button-foreground": "#ffffff",
    "button-border": "#6fc3df",
    "button-secondaryForeground": "#ffffff",
    "badge-background": "#000000",
    "badge-foreground": "#ffffff",
    "input-background": "#000000",
    "input-foreground": "#ffffff",
    "input-border": "#6fc3df",
    "input-placeholderForeground": "#ffffffb3",
    "dropdown-background": "#000000",
    "dropdown-foreground": "#ffffff",
  },
};

const uri = "file:///clients/client.itorg.yaml";

/**
 * A page with this text. `text()` is what the file says now, `undo()` takes back its last edit, `asked` are the messages
 * of the page, `complaints` what the browser says of policy and scripts, `state()` what a reload would give back.
 */
export async function previewPage(browser, text, { theme = "light", state, width = 900, height = 800 } = {}) {
  const server = spawn(process.execPath, [join(root, "dist/server.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const params = { processId: process.pid, rootUri: null, workspaceFolders: null, capabilities: {} };
  await connection.sendRequest("initialize", { ...params, initializationOptions: { today } });
  await connection.sendNotification("initialized", {});
  const page = await browser.newPage({ viewport: { width, height } });
  const complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  const file = { text, version: 1, before: [], saved: text };
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "itorg", version: 1, text },
  });
  const asked = [];
  const textDocument = { uri };
  const view = { tab: "chart", arrangement: undefined };
  const tell = (message) => page.evaluate((data) => window.postMessage(data, "*"), message);
  const show = async () => {
    const preview = await connection.sendRequest("itorg/preview", { textDocument, ...view });
    const shown = {
      is: "show",
      uri,
      file: "client.itorg.yaml",
      isUnsaved: file.text !== file.saved,
      isLocked: false,
      preview,
    };
    await tell(shown);
    return preview;
  };
  const write = async (next) => {
    file.text = next;
    file.version += 1;
    await connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version: file.version },
      contentChanges: [{ text: next }],
    });
    await show();
  };
  const apply = async ({ edits }) => {
    file.before.push(file.text);
    const lines = file.text.split("\n");
    const offset = ({ line, character }) =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
    const next = sorted.reduce(
      (all, { range, newText }) => all.slice(0, offset(range.start)) + newText + all.slice(offset(range.end)),
      file.text,
    );
    await write(next);
  };
  const undo = async () => {
    const before = file.before.pop();
    if (before !== undefined) await write(before);
  };
  const take = async (message) => {
    asked.push(message);
    if (message.is === "hello") await tell({ is: "words", words: wordsOfPage() });
    if (message.is === "ready" || message.is === "tab") {
      view.tab = message.tab;
      view.arrangement = message.arrangement;
      await show();
    }
    if (message.is === "answer") {
      const { answer, says } = message;
      const result = await connection.sendRequest("itorg/answer", { textDocument, ...answer });
      if ("refused" in result)
        await tell({ is: "refused", at: answer.at ?? "note", why: result.refused, says: result.says });
      else {
        await apply(result);
        await tell({ is: "written", at: answer.at ?? "note", says });
      }
    }
    if (message.is === "status") {
      const { place, status } = message;
      await apply(await connection.sendRequest("itorg/statusChange", { textDocument, place, status }));
    }
    if (message.is === "recommend") {
      const { rule, at } = message;
      const { remedies } = await connection.sendRequest("itorg/remedies", { textDocument, rule, at });
      await apply(remedies.find(({ does }) => does === "recommend"));
    }
    if (message.is === "key" && message.key === "undo") await undo();
    if (message.is === "key" && message.key === "save") file.saved = file.text;
  };
  await page.exposeFunction("toHost", take);
  await page.exposeFunction("keepState", (kept) => {
    view.state = kept;
  });
  const { class: name, ...colours } = themes[theme];
  const address = "http://preview.invalid/";
  const served = { "": pageText(name, state), "preview.js": readFileSync(join(root, "dist/preview.js"), "utf8") };
  const variables = Object.entries(colours).map(([key, value]) => `--vscode-${key}:${value}`);
  const fonts = "--vscode-font-family:Arial,'Liberation Sans',sans-serif;--vscode-font-size:13px";
  served["preview.css"] =
    `:root{${variables.join(";")};${fonts}}\n${readFileSync(join(root, "dist/preview.css"), "utf8")}`;
  served["host.js"] = hostScript(state);
  await page.route(`${address}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice(1);
    const contentType = path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html";
    return route.fulfill({ body: served[path] ?? "", contentType: `${contentType}; charset=utf-8` });
  });
  await page.goto(address);
  await page.locator("[role=tab]").first().waitFor();
  /**
   * Types so many letters into the title of the organization; gives the medians of the time from the key to the
   * findings, from there to the painted preview, and of the second divided by the first.
   */
  const measure = async (keys) => {
    const times = [];
    for (let i = 0; i < keys; i++) {
      const text = file.text.replace(/(organization: \{ name: )([^,]*)/, `$1$2${"abcdefghij"[i % 10]}`);
      const contentChanges = [{ text }];
      file.text = text;
      file.version += 1;
      const start = performance.now();
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri, version: file.version },
        contentChanges,
      });
      await connection.sendRequest("textDocument/diagnostic", { textDocument });
      const found = performance.now();
      await show();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))));
      times.push([found - start, performance.now() - found]);
    }
    const median = (all) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
    return {
      findings: median(times.map(([one]) => one)),
      painted: median(times.map(([, two]) => two)),
      ratio: median(times.map(([one, two]) => two / one)),
    };
  };
  return {
    page,
    measure,
    asked,
    complaints,
    tell,
    undo,
    write,
    text: () => file.text,
    state: () => view.state,
    async close() {
      await page.close();
      connection.dispose();
      server.kill();
    },
  };
}

/** The policy is the panel's own, read from its source, so that a change of it is tested. */
function pageText(name) {
  const source = readFileSync(join(root, "client/preview/panel.ts"), "utf8");
  const policy = /const policy = `([^`]+)`/.exec(source)[1];
  const given = policy
    .replace(/nonce-[^']+/, "nonce-test")
    .replace(/style-src [^;]+/, "style-src http://preview.invalid");
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${given}">
<link rel="stylesheet" href="preview.css"></head><body class="${name}"><script nonce="test" src="host.js"></script>
<script nonce="test" src="preview.js"></script></body></html>`;
}

const hostScript = (state) => `let kept = ${JSON.stringify(state ?? null)} ?? undefined;
window.acquireVsCodeApi = () => ({
  getState: () => kept,
  setState: (state) => { kept = state; window.keepState(state); },
  postMessage: (message) => window.toHost(message),
});`;

/** The table of words as the editor has it in English, read from where it stands. */
function wordsOfPage() {
  const source = readFileSync(join(root, "client/words.ts"), "utf8");
  const body = source.slice(source.indexOf("return {") + "return ".length, source.indexOf("\n  };\n}") + 4);
  const plain = body.replace(/ as Readonly<Record<string, string>>/g, "");
  return new Function("t", `return ${plain}`)((text) => text);
}
