import process from "node:process";
import { printable } from "../base/columns.ts";
import type { Paint, Style } from "../reports/formats/format.ts";

/** What a person, or another program, reads. */
export function print(text: string): void {
  process.stdout.write(text);
}

/** The same beside standard output, where that is a file. */
export function tell(text: string): void {
  process.stderr.write(text);
}

/** Problems with the call. */
export function complain(text: string): void {
  process.stderr.write(`itorg: ${text.split("\n").map(printable).join("\n")}\n`);
}

/** A reader that closes early, as `head` does, is no fault; whatever else keeps output from being written is one. */
export function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      process.exitCode = 2;
      if (stream === process.stdout) complain(`the output cannot be written: ${error.message}`);
    });
  }
}

const codes: Readonly<Record<Style, number>> = { error: 31, warning: 33, info: 34, hint: 36, bold: 1, dim: 2 };

/** Colours for a terminal. `NO_COLOR` with any value turns them off, `FORCE_COLOR` (but for 0) on. */
export function paintFor(stream: { readonly isTTY?: boolean }): Paint {
  return isColoured(stream) ? (style, text) => `\u001b[${codes[style]}m${text}\u001b[0m` : (_, text) => text;
}

function isColoured(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return stream.isTTY === true && TERM !== "dumb";
}
