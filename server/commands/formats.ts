import process from "node:process";
import { currentDay } from "../base/day.ts";
import { type Asked, type Checked, type Format, type Formats, usual } from "../reports/formats/format.ts";
import type { Arguments, OptionSpec } from "./arguments.ts";
import { checkPaths, NothingToCheck } from "./files.ts";
import { paintFor, print } from "./output.ts";

/** Formats of a command, whatever they write, by the word behind `--format`. */
type Listed = Readonly<Record<string, Pick<Format, "says">>>;

/** `--format`, with what a command has to offer behind it. */
export const formatOption = (formats: Listed): OptionSpec => ({ is: "choice", of: Object.keys(formats) });

/** As it stands in the first line of a command's help: `[--format pretty|json]`. */
export const formatUsage = (formats: Listed): string => `[--format ${Object.keys(formats).join("|")}]`;

/** The lines of a command's help about `--format`, a format each, ending in a line break. */
export function formatHelp(formats: Listed): string {
  const width = Math.max(...Object.keys(formats).map((name) => name.length));
  return Object.entries(formats)
    .map(([name, { says }], i) => {
      const head = i === 0 ? "  --format FORMAT   " : " ".repeat(20);
      return `${head}${name.padEnd(width)}  ${says}${i === 0 ? "; the default" : ""}\n`;
    })
    .join("");
}

/**
 * Checks what is named and prints it in the format that is asked for; gives what was checked. `beside` gets it before it
 * is printed. Throws a `UsageError` where there is nothing to check.
 */
export async function printChecked(
  formats: Formats,
  { positionals, options }: Arguments,
  beside: (files: readonly Checked[]) => void = () => {},
  asked: Asked = usual,
): Promise<Checked[]> {
  const { write, isForPrograms } = chosen(formats, options.get("format"));
  try {
    const files = await checkPaths(positionals, options.get("today") ?? currentDay());
    beside(files);
    print(write(files, paintFor(process.stdout), asked));
    return files;
  } catch (error) {
    // Whoever reads the output as JSON gets JSON, whatever else happens.
    if (isForPrograms && error instanceof NothingToCheck) print(write([], paintFor(process.stdout), asked));
    throw error;
  }
}

function chosen(formats: Formats, name: string | undefined): Format {
  const format = name === undefined ? Object.values(formats)[0] : formats[name];
  if (!format) throw new Error(`no format ${name}`);
  return format;
}
