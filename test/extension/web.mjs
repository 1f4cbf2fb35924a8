// The packed extension in the web extension host, as on vscode.dev: from a web server, into workers of the browser.
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, normalize } from "node:path";
import { bundle, cache, commandLineFindings, folder, packed } from "./context.mjs";
import { check, expect } from "./tally.mjs";
import { same } from "./vsix.mjs";
import { installVsix, runSuite } from "./workbench.mjs";

export async function webPart({ browser }) {
  const extensions = folder("extensions");
  installVsix(packed(), { home: folder("profile"), extensions });
  const [name] = readdirSync(extensions).filter((one) => one.startsWith("itorg.itorg-"));
  await bundle("web", "browser");
  const site = await serveFolders({ "/itorg/suite/": cache, "/itorg/": join(extensions, name) });
  try {
    const { diagnostics } = await runSuite(browser, "web", {
      home: folder("profile"),
      // The workbench runs a suite in the host of the extension that it lies below.
      web: { extension: `${site.address}/itorg`, suite: `${site.address}/itorg/suite/web.cjs` },
    });
    await check("in a browser the extension says what the command line says", async () =>
      same(diagnostics, commandLineFindings()),
    );
    await check("the browser loads the two bundles for it and not those for Node", async () => {
      const loaded = [...site.served].filter((path) => path.startsWith("/itorg/dist/")).sort();
      expect(
        loaded.join() === "/itorg/dist/extension-web.js,/itorg/dist/server-web.js",
        `It loaded ${loaded.join(", ") || "nothing"}.`,
      );
    });
  } finally {
    site.stop();
  }
}

/** Serves files below folders, by the beginnings of their paths; the first that fits counts. */
export async function serveFolders(folders) {
  const served = new Set();
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const prefix = Object.keys(folders).find((one) => path.startsWith(one));
    const file = prefix && join(folders[prefix], path.slice(prefix.length));
    // The workbench comes from another port, which to a browser is another site.
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (!file || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    served.add(path);
    const type = { js: "text/javascript", cjs: "text/javascript", json: "application/json", css: "text/css" }[
      file.split(".").pop()
    ];
    response.writeHead(200, { "Content-Type": type ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  // By this name the workbench allows scripts without TLS.
  return { address: `http://localhost:${server.address().port}`, served, stop: () => server.close() };
}
