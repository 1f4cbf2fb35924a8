import { parseArgs } from "node:util";
import { addTo } from "../base/group.ts";
import { nearest } from "../base/spelling.ts";

/** One word of `itorg WORD ...`. */
export interface Command {
  /** The whole text of `itorg WORD --help`. */
  readonly help: string;
  /** Gives the exit status; a `UsageError` is printed and ends with 2. */
  run(args: readonly string[]): Promise<number>;
}

/** The call cannot be carried out as it is written. The message says what to do. */
export class UsageError extends Error {}

/** An option of a command: one of some words, a day as YYYY-MM-DD, a number, or a text; or a switch without a value. */
export type OptionSpec =
  | { readonly is: "choice"; readonly of: readonly string[] }
  | { readonly is: "number"; readonly least: number; readonly most: number; readonly whole: boolean }
  | { readonly is: "day" | "text" | "switch" };

export interface Arguments {
  readonly positionals: readonly string[];
  /** The last value of each option. */
  readonly options: ReadonlyMap<string, string>;
  /** All values of an option that may be given several times, in their order. */
  readonly all: (option: string) => readonly string[];
}

/** Reads what stands behind the command's name. Throws a `UsageError` for anything that the command does not know. */
export function readArguments(args: readonly string[], specs: Readonly<Record<string, OptionSpec>>): Arguments {
  const types = Object.entries(specs).map(([name, spec]) => [
    name,
    { type: spec.is === "switch" ? ("boolean" as const) : ("string" as const) },
  ]);
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const positionals: string[] = [];
  const options = new Map<string, string>();
  const all = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const spec = specs[token.name];
    if (!spec || !Object.hasOwn(specs, token.name)) throw unknownOption(token.rawName, Object.keys(specs));
    const isNext = token.inlineValue === false && token.value?.startsWith("-") && token.value.length > 1;
    const value = valueFor(token.rawName, isNext ? undefined : token.value, spec);
    options.set(token.name, value);
    addTo(all, token.name, value);
  }
  return { positionals, options, all: (option) => all.get(option) ?? [] };
}

function unknownOption(name: string, known: readonly string[]): UsageError {
  const similar = nearest(name.replace(/^-+/, ""), known);
  const hint = similar[0]
    ? `did you mean --${similar[0]}?`
    : `the options are ${known.map((one) => `--${one}`).join(", ") || "none"}.`;
  const isPath = name.length === 2 && name !== "--" ? " A path that begins with a dash goes behind --." : "";
  return new UsageError(`there is no option ${name}; ${hint}${isPath}`);
}

function valueFor(name: string, value: string | undefined, spec: OptionSpec): string {
  if (spec.is === "switch") {
    if (value !== undefined) throw new UsageError(`${name} takes no value`);
    return "";
  }
  const expected = expectedOf(spec);
  if (value === undefined || value === "") throw new UsageError(`${name} needs ${expected}`);
  if (spec.is === "choice" && !spec.of.includes(value)) {
    throw new UsageError(`${name} is "${value}", but must be ${expected}`);
  }
  if ((spec.is === "day" && !isDay(value)) || (spec.is === "number" && !isNumber(value, spec)))
    throw new UsageError(`${name} is "${value}", but must be ${expected}`);
  return value;
}

function expectedOf(spec: OptionSpec): string {
  switch (spec.is) {
    case "choice":
      return `one of ${spec.of.join(", ")}`;
    case "day":
      return "a day, such as 2026-11-22";
    case "number":
      return `a ${spec.whole ? "whole " : ""}number from ${spec.least} to ${spec.most}`;
    default:
      return "a value";
  }
}

function isNumber(text: string, { least, most, whole }: Extract<OptionSpec, { is: "number" }>): boolean {
  const number = Number(text);
  return /^\d+(?:\.\d+)?$/.test(text) && number >= least && number <= most && (!whole || Number.isInteger(number));
}

/** A day that exists, written YYYY-MM-DD. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
