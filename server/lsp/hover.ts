import { type Hover as LspHover, MarkupKind } from "vscode-languageserver";
import { plain } from "../base/markdown.ts";
import type { Hover } from "../features/hover.ts";
import type { Here } from "./feature.ts";
import { toRange } from "./text.ts";

export function toHover({ document, client }: Here, found: Hover | undefined): LspHover | null {
  if (!found) return null;
  const { markdown, span } = found;
  const contents = client.readsMarkdown
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plain(markdown) };
  return { contents, range: toRange(document.text, span) };
}
