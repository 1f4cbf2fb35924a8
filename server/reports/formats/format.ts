import type { Analysis } from "../../analysis/check.ts";
import type { Severity } from "../../knowledge/severity.ts";
import type { Naming } from "../../model/org/naming.ts";

/** One file that was asked for: what it holds, or why it could not be read. `path` is as it is to be printed. */
export type Checked =
  | { readonly path: string; readonly analysis: Analysis }
  | { readonly path: string; readonly error: string };

export const isRead = (file: Checked): file is Extract<Checked, { analysis: Analysis }> => "analysis" in file;

export type Style = "error" | "warning" | "info" | "hint" | "bold" | "dim";
/** Colours a text, or leaves it as it is where the output is no terminal. */
export type Paint = (style: Style, text: string) => string;
export const plain: Paint = (_, text) => text;

/** What was asked for beside the format. */
export interface Asked {
  readonly names: Naming;
  /** From which weight on a finding fails the call. */
  readonly failOn: Severity | "never";
  /** The path of a file from the root of the repository that holds it, with forward slashes; else as it is printed. */
  readonly pathInRepository: (path: string) => string;
  /** The version of this program. */
  readonly version: string;
}

/** Where nobody asks for anything else. */
export const usual: Asked = { names: "full", failOn: "error", pathInRepository: (path) => path, version: "0" };

/** One way to write what was checked. */
export interface Format {
  /** Whom or what it is for, in a few words behind its name in the help. */
  readonly says: string;
  /** Whether a program reads it: it is written even where there is nothing to check. */
  readonly isForPrograms: boolean;
  /** The whole output, its last line ended. */
  write(files: readonly Checked[], paint: Paint, asked?: Asked): string;
}

/** The formats of a command by the word behind `--format`; the first is the default. */
export type Formats = Readonly<Record<string, Format>>;

/** An output for other programs: the same value for the same files. */
export const jsonOf = (
  toValue: (files: readonly Checked[], asked: Asked) => object,
  says = "for other programs",
): Format => ({
  says,
  isForPrograms: true,
  write: (files, _, asked = usual) => `${JSON.stringify(toValue(files, asked), null, 2)}\n`,
});
