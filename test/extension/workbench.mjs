// Starts the VS Code workbench's server, and runs a test suite in its extension host through a headless browser.
import { spawn, spawnSync } from "node:child_process";
import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundle, cache, hasResults, readResults, workspace } from "./context.mjs";
import { node24, serverMain } from "./install.mjs";
import { count } from "./tally.mjs";

/** What the suites' own lines begin with (see say() in harness.ts). */
const mark = "[itorg] ";
const running = new Set();

/** Ends every server that is still there; safe to call at any time, also from an exit handler. */
export function stopServers() {
  for (const child of running) stop(child);
}

function stop(child) {
  running.delete(child);
  try {
    // The server starts extension hosts and watchers of its own: the whole process group goes.
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/**
 * A workbench server with its own empty profile in `home`.
 * @param {{ home: string, extensions?: string, trust?: boolean, env?: Record<string, string>, settings?: object }} options
 *   `trust`: whether VS Code asks about workspace trust, as it does for people. `settings`: the user's settings.
 * Gives `url(folder, payload)`, the page's address; `remote(path)`, a file's address in the page; and `stop()`.
 */
export async function startServer({ home, extensions = join(home, "extensions"), trust = false, env = {}, settings }) {
  mkdirSync(extensions, { recursive: true });
  const args = [serverMain, "--host", "127.0.0.1", "--port", "0", "--without-connection-token"];
  // The smoke-test driver is what makes the workbench honour the parameters for tests in its address.
  args.push("--enable-smoke-test-driver", "--accept-server-license-terms", "--telemetry-level", "off");
  args.push("--server-data-dir", home, "--extensions-dir", extensions);
  if (!trust) args.push("--disable-workspace-trust");
  if (settings) {
    const file = join(home, "data", "Machine", "settings.json");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, JSON.stringify(settings, null, 2));
  }
  const child = spawn(node24, args, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  running.add(child);
  const port = await listening(child);
  const authority = `127.0.0.1:${port}`;
  const url = (folder, payload = {}) => {
    const pairs = Object.entries({ skipWelcome: "true", ...payload });
    return `http://${authority}/?folder=${encodeURI(folder)}&payload=${encodeURIComponent(JSON.stringify(pairs))}`;
  };
  return { url, remote: (path) => `vscode-remote://${authority}${path}`, stop: () => stop(child) };
}

function listening(child) {
  return new Promise((resolve, reject) => {
    const seen = [];
    const read = (line) => {
      seen.push(line);
      const port = /listening on (\d+)|127\.0\.0\.1:(\d+)/.exec(line);
      if (port) resolve(Number(port[1] ?? port[2]));
    };
    createInterface({ input: child.stdout }).on("line", read);
    createInterface({ input: child.stderr }).on("line", (line) => seen.push(line));
    child.on("exit", (code) => reject(new Error(`The workbench server ended (${code}):\n${seen.join("\n")}`)));
    child.on("error", reject);
  });
}

/** Installs a packed extension into an extensions folder, as a person's "Install from VSIX" does. */
export function installVsix(file, { home, extensions }) {
  const args = [serverMain, "--install-extension", file, "--extensions-dir", extensions, "--server-data-dir", home];
  const done = spawnSync(node24, [...args, "--accept-server-license-terms"], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`Installing ${file} failed:\n${done.stdout}${done.stderr}`);
}

/**
 * Runs the suite `name` (a file of this folder that exports `run()`) in the extension host. Prints its lines, counts
 * its results and gives what it wrote. Ends the server.
 * @param {{ home: string, extension?: string, extensions?: string, web?: { extension: string, suite: string } }} options
 *   `extension`: the folder of the extension in development; the workbench runs tests only beside one. `web`: instead,
 *   the addresses of an extension and a bundled suite below it, for the web extension host.
 */
export async function runSuite(browser, name, { home, extension, extensions = join(home, "extensions"), web }) {
  const suite = web ? undefined : await bundle(name);
  const clients = workspace();
  const server = await startServer({ home, extensions, env: { ITORG_EXTENSIONS: extensions } });
  // The workbench's policy lets extensions come by https only, for which a test has no certificate.
  const page = await browser.newPage({ bypassCSP: web !== undefined });
  // The workbench has much to say about services that are not there: that goes to a file.
  const log = createWriteStream(join(cache, `${name}.log`));
  const write = (type, args) => {
    const line = args.map((each) => (typeof each === "string" ? each : JSON.stringify(each))).join(" ");
    if (line.startsWith(mark)) console.log(line.slice(mark.length));
    log.write(`${type} ${line}\n`);
  };
  let code;
  try {
    if (web) await developOnWeb(page, web);
    code = await untilEnd(page, write, () => {
      const extensionDevelopmentPath = web?.extension ?? server.remote(extension);
      const extensionTestsPath = web?.suite ?? server.remote(suite);
      return page.goto(server.url(clients, { extensionDevelopmentPath, extensionTestsPath, enableProposedApi: "" }));
    });
  } finally {
    await page.close();
    server.stop();
    log.end();
    if (hasResults(clients)) count(readResults(clients).results);
  }
  const written = readResults(clients);
  // A failed test ends the suite with another code than 0; so does what goes wrong around the tests.
  if (code !== 0 && written.results.every(({ error }) => error === undefined)) {
    throw new Error(`The suite ended with code ${code} although its tests passed. Its console is in ${cache}.`);
  }
  return written;
}

/** Names a web extension in the workbench's own page: one that its address names is looked for on the server only. */
export async function developOnWeb(page, { extension, suite }) {
  const components = (address) => {
    const { protocol, host, pathname } = new URL(address);
    return { scheme: protocol.slice(0, -1), authority: host, path: pathname };
  };
  const tests = suite === undefined ? {} : { extensionTestsPath: components(suite) };
  const developmentOptions = { extensions: [components(extension)], ...tests };
  // The page has been read then, and none of its scripts has run: they are modules.
  await page.addInitScript(
    (options) => {
      const tell = () => {
        const meta = document.getElementById("vscode-workbench-web-configuration");
        if (meta) meta.dataset.settings = JSON.stringify({ ...JSON.parse(meta.dataset.settings), ...options });
      };
      document.addEventListener("readystatechange", tell, { once: true });
    },
    { developmentOptions },
  );
}

/** The suite's exit code. The workbench calls two functions of a page that has them: for the console, and at the end. */
async function untilEnd(page, write, start) {
  let timer;
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction("codeAutomationExit", resolve).catch(reject);
    page.on("crash", () => reject(new Error("The browser's page crashed.")));
    timer = setTimeout(() => reject(new Error("The suite did not end within four minutes.")), 240_000);
  });
  await page.exposeFunction("codeAutomationLog", write);
  const [code] = await Promise.all([ended, start()]).finally(() => clearTimeout(timer));
  return code;
}
