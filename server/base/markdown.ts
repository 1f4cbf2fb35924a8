import { unsafe } from "./columns.ts";

/** Builds Markdown out of parts. What a person wrote goes through `escaped` or `code`, so that it is never markup. */

/** Text as it is, on one line: nothing in it is read as Markdown or HTML. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(unsafe, "\ufffd")
    .replace(/[\\`*_{}[\]()#+\-.!|~>]/g, (sign, at: number, whole: string) =>
      isMarkup(sign, at, whole) ? `\\${sign}` : sign,
    )
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;");
}

/** Inside a word or at the end of a sentence these signs mean nothing, and a backslash would show in plain text. */
function isMarkup(sign: string, at: number, whole: string): boolean {
  if (!"+-.!()#{}>".includes(sign)) return true;
  if (sign === "!") return whole[at + 1] === "[";
  // A list, a heading or a quotation begins only at the start of a line, behind digits at most.
  return "+-#>".includes(sign)
    ? at === 0
    : sign === "."
      ? /^\d+$/.test(whole.slice(0, at))
      : sign === ")" && /^\d+$/.test(whole.slice(0, at));
}

/** The same, where addresses in the text are not to become links either, as they do by themselves in many places. */
export const inert = (text: string): string =>
  escaped(text)
    .replaceAll("://", "\\://")
    .replace(/(?<=\bwww)\./giu, "\\.")
    .replace(/(?<=[\w.+-])@(?=\w)/gu, "\\@");

/** The same of a text of our own, in which what stands between backquotes is code. */
export const prose = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part, i) => (i % 2 === 1 ? code(part.slice(1, -1)) : part === "" ? "" : kept(part)))
    .join("");

/** Escaped, with the blanks around it: code stands in the middle of a sentence. */
const kept = (text: string): string =>
  `${/^\s/.test(text) ? " " : ""}${escaped(text.trim())}${/\S\s+$/.test(text) ? " " : ""}`;

/** Text in the fixed-width face, with a fence that is longer than any run of backquotes in it. */
export function code(text: string): string {
  const flat = text.replace(/\s+/gu, " ").replace(unsafe, "\ufffd");
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = flat.startsWith("`") || flat.endsWith("`") ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** A link, or only its text (which is Markdown already) where there is no address. */
export function link(text: string, address: string | undefined): string {
  return address === undefined
    ? text
    : `[${text}](${address.replace(/[()\s]/g, encodeURIComponent).replace(/[()]/g, percent)})`;
}

const percent = (sign: string): string => (sign === "(" ? "%28" : "%29");

export const bold = (text: string): string => `**${text}**`;

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join("\n");

/** A table, without header text where none is given; the cells are Markdown. Nothing where it has no rows. */
export function table(rows: readonly (readonly string[])[], header?: readonly string[]): string {
  if (rows.length === 0) return "";
  const width = Math.max(header?.length ?? 0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, i) => (cells[i] ?? "").replace(/(?<!\\)\|/g, "\\|").replace(/\n/g, " ")).join(" | ")} |`;
  return [line(header ?? []), `|${" --- |".repeat(width)}`, ...rows.map(line)].join("\n");
}

/** Blocks with an empty line between them; empty ones are left out. */
export const blocks = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join("\n\n");

/** For clients that show no Markdown: the same words without the signs. */
export function plain(markdown: string): string {
  return markdown
    .replace(/^\|(?: --- \|)+\n/gm, "")
    .replace(/^\|(?:\s*\|)+\n/gm, "")
    .replace(/^\| (.*) \|$/gm, (_, row: string) =>
      row
        .split(/ (?<!\\)\| /)
        .filter((cell) => cell !== "")
        .join(": "),
    )
    .replace(/(?<!\\)\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1")
    .replace(/^---$/gm, "")
    .replace(/(?<!\\)(?:\*\*|`+)|(?<![\\\w])[*_](?=\S)|(?<=[^\\\s])[*_](?!\w)/g, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, "$1")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Markdown for reading as it stands, as on a terminal: headings and lists stay, escapes go, but for those in code. */
export const readable = (markdown: string): string =>
  markdown
    .split(/(^```[^`\n]*\n.*?^```$)/ms)
    .map((part, i) => (i % 2 === 1 ? part : unescaped(part)))
    .join("");

const unescaped = (markdown: string): string =>
  markdown
    .replace(/\\([\\`*_{}[\]()#+\-.!|~>])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
