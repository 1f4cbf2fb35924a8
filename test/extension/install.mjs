// Installs what the editor tests need where VS Code itself cannot be downloaded: Debian packages, and the
// workbench and Node of ./package.json. Runs as often as one likes; with everything there it only looks.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const codeServer = join(modules, "code-server");
const nodePackage = join(modules, "node");

/** Node 24, which the workbench needs; the tests themselves run under whatever Node started them. */
export const node24 = join(nodePackage, "bin", "node");
export const serverMain = join(codeServer, "lib", "vscode", "out", "server-main.js");

// The workbench's native parts are compiled on the machine, and the browser is Debian's. Fonts: without one that
// has the usual characters the screenshots show boxes.
const libraries = ["libkrb5-dev", "libx11-dev", "libxkbfile-dev", "libsecret-1-dev"];
const compilers = ["pkg-config", "python3", "make", "g++"];
const view = ["chromium", "fonts-dejavu-core"];

/** The browser's path, or undefined: Debian's name first, then what other systems call it. */
export function findBrowser() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined;
}

/** True when nothing is left to install. */
export function installed() {
  return existsSync(node24) && existsSync(serverMain) && stampIsCurrent() && findBrowser() !== undefined;
}

/** Installs what is missing. Throws an Error whose message says what a person has to do. */
export function install() {
  if (installed()) return;
  debianPackages(stampIsCurrent() ? view : [...libraries, ...compilers, ...view]);
  if (!stampIsCurrent()) workbench();
  if (!findBrowser())
    throw new Error("No Chromium found. Install the package chromium, or put a Chromium on the PATH.");
}

// The stamp is written last, so that an interrupted install is repeated, and names the lockfile it was made from.
const stamp = join(modules, ".itorg-installed");
const wanted = () =>
  createHash("sha256")
    .update(readFileSync(join(here, "package-lock.json")))
    .digest("hex");
const stampIsCurrent = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted();

function debianPackages(names) {
  if (!existsSync("/usr/bin/dpkg-query")) {
    console.log(`Not a Debian system; assuming that these are there in some form: ${names.join(" ")}`);
    return;
  }
  const missing = names.filter((name) => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of dpkg-query.
    const asked = spawnSync("dpkg-query", ["-W", "-f=${db:Status-Status}", name], { encoding: "utf8" });
    return asked.stdout !== "installed";
  });
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error(`Please install, as root: apt-get install -y --no-install-recommends ${missing.join(" ")}`);
  }
  console.log(`Installing Debian packages: ${missing.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", "-qq"], { env });
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], { env });
}

function workbench() {
  console.log("Installing the VS Code workbench (code-server) and Node 24; compiling takes about two minutes.");
  // npm 11 refuses install scripts that are not approved, and cannot match approvals to a lockfile without registry
  // addresses; npm 10 knows no approvals. So both install without scripts, and the two scripts that matter are called
  // here. (The third, of argon2, serves code-server's password page, which is never started.)
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here });
  run(process.execPath, ["installArchSpecificPackage"], { cwd: nodePackage });
  // Under `npm run` the environment says which Node that npm has, and code-server believes it before it looks.
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE$|INIT_CWD$)/.test(name));
  const env = { ...Object.fromEntries(own), PATH: `${join(nodePackage, "bin")}${delimiter}${process.env.PATH}` };
  // Node's package brings the headers to compile against: nothing else is downloaded, and they are sure to match.
  const headers = join(nodePackage, "node_modules", `node-${process.platform}-${process.arch}`);
  if (existsSync(join(headers, "include"))) env.npm_config_nodedir = headers;
  run("npm", ["run", "postinstall", "--loglevel=error"], { cwd: codeServer, env });
  writeFileSync(stamp, wanted());
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: "inherit", ...options });
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed${done.error ? `: ${done.error.message}` : ""}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  console.log("The editor tests have all they need.");
}
