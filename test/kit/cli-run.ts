import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after } from "node:test";
import { Ajv } from "ajv";
import schema from "../../schemas/check-output.schema.json";
import { assertSound } from "./sound-texts.ts";

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
  const [stdout, stderr] = [String(result.stdout), String(result.stderr)];
  for (const text of [stdout, stderr]) assertSound(text, [...args, input].join(" "));
  return { status: result.status, stdout, stderr };
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

export const day = ["--today", "2026-11-22"];

/** A warning (ciso-in-it-line) and nothing worse. */
export const warned = `itorg: 1
organization: { name: Example, headcount: 300, sector: retail }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
`;

export interface Output {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly error?: string;
    readonly organization: string | null;
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly at: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
      readonly related: readonly { readonly range: object; readonly message: string }[];
      readonly fixes: readonly string[];
      readonly accepted: object | null;
    }[];
    readonly questions: readonly object[];
    readonly accepted: readonly object[];
  }[];
  readonly summary: Readonly<Record<string, number>>;
  readonly rulesOff: readonly string[];
}

const isValid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<Output>(schema);

/** The JSON output, held against its schema. */
export function checkJson(args: readonly string[], options: RunOptions = {}): Output & Omit<Ran, "stdout"> {
  const { status, stdout, stderr } = itorg(["check", "--format", "json", ...day, ...args], options);
  const output: unknown = JSON.parse(stdout);
  assert.ok(isValid(output), JSON.stringify(isValid.errors, null, 2));
  return { ...output, status, stderr };
}
