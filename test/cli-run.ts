import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after } from "node:test";

/** The built program: `npm run build` makes it, and `npm test` does so before the tests. */
export const cli = resolve("dist/cli.js");

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs `itorg` as its own process, with nothing of this one's colours. */
export function itorg(args: readonly string[], { cwd, input = "", env = {} }: RunOptions = {}): Ran {
  const { NO_COLOR, FORCE_COLOR, ...rest } = process.env;
  const result = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    env: { ...rest, ...env },
    maxBuffer: 100_000_000,
  });
  return { status: result.status, stdout: String(result.stdout), stderr: String(result.stderr) };
}

/** A folder with these files (paths and contents) that is gone after the tests of this file. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "itorg-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
