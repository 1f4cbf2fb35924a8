import { Text } from "../../base/text.ts";
import type { Value } from "../words/change.ts";
import { sourceMap } from "../yaml/source-map.ts";
import { plainText } from "../yaml/written.ts";

/** Which texts stand in quotes that need none: all values, or keys as well. */
export type Quotes = boolean | "all";

/** Writes a value on one line, as it can stand anywhere in YAML, also inside brackets. */
export function renderInline(value: Value, quoted: Quotes = false): string {
  if (value === null) return "null";
  if (typeof value === "string") return quoted ? JSON.stringify(value) : renderText(value);
  if (typeof value === "number") return String(value);
  if (isList(value)) return `[${value.map((item) => renderInline(item, quoted)).join(", ")}]`;
  const pairs = Object.entries(value).map(
    ([key, item]) => `${quoted === "all" ? JSON.stringify(key) : renderText(key)}: ${renderInline(item, quoted)}`,
  );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/**
 * Writes what follows `key:` in indented style: sections and lists of groups on lines of their own, an entity on one
 * line, as the format recommends. `indent` is the indentation of the key; the result begins with a blank or a line break.
 */
export function renderBlock(value: Value, indent: string, depth: number, eol: string, quoted: Quotes = false): string {
  if (value === null) return "";
  const inner = `${indent}  `;
  if (typeof value === "object" && isList(value) && value.some((item) => typeof item === "object" && item !== null)) {
    return value.map((item) => `${eol}${inner}- ${renderItem(item, `${inner}  `, eol)}`).join("");
  }
  if (typeof value === "object" && !isList(value) && depth === 0 && Object.keys(value).length > 0) {
    const lines = Object.entries(value).map(
      ([key, item]) => `${eol}${inner}${renderText(key)}:${renderBlock(item, inner, depth + 1, eol, quoted)}`,
    );
    return lines.join("");
  }
  return ` ${renderInline(value, quoted)}`;
}

/** Writes a list's item: a group of keys one below the other, anything else on one line. */
export function renderItem(value: Value, indent: string, eol: string): string {
  if (typeof value !== "object" || value === null || isList(value)) return renderInline(value);
  return Object.entries(value)
    .map(([key, item]) => `${renderText(key)}:${item === null ? "" : ` ${renderInline(item)}`}`)
    .join(`${eol}${indent}`);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** Text without quotes where that is safe in every position, otherwise in double quotes. */
function renderText(text: string): string {
  const isSimple =
    /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._@/&'()+-]|:(?=[\p{L}\p{N}]))*$/u.test(text) && !text.endsWith(" ");
  return isSimple && readsAsText(text) ? text : JSON.stringify(text);
}

function readsAsText(text: string): boolean {
  const { problems, root } = sourceMap(new Text(text));
  return problems.every(({ whole }) => whole) && plainText(root) === text;
}
