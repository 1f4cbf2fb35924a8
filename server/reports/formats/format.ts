import type { Analysis } from "../../analysis/check.ts";

/** One file that was asked for: what it holds, or why it could not be read. `path` is as it is to be printed. */
export type Checked =
  | { readonly path: string; readonly analysis: Analysis }
  | { readonly path: string; readonly error: string };

export const isRead = (file: Checked): file is Extract<Checked, { analysis: Analysis }> => "analysis" in file;

export type Style = "error" | "warning" | "info" | "hint" | "bold" | "dim";
/** Colours a text, or leaves it as it is where the output is no terminal. */
export type Paint = (style: Style, text: string) => string;
export const plain: Paint = (_, text) => text;

/** One way to write what was checked. */
export interface Format {
  /** Whom or what it is for, in a few words behind its name in the help. */
  readonly says: string;
  /** Whether a program reads it: it is written even where there is nothing to check. */
  readonly isForPrograms: boolean;
  /** The whole output, its last line ended. */
  write(files: readonly Checked[], paint: Paint): string;
}

/** The formats of a command by the word behind `--format`; the first is the default. */
export type Formats = Readonly<Record<string, Format>>;

/** An output for other programs: the same value for the same files. */
export const jsonOf = (toValue: (files: readonly Checked[]) => object): Format => ({
  says: "for other programs",
  isForPrograms: true,
  write: (files) => `${JSON.stringify(toValue(files), null, 2)}\n`,
});
