import { type Range, type SemanticTokens, SemanticTokensBuilder, type ServerCapabilities } from "vscode-languageserver";
import { semanticTokens, tokenKinds } from "../features/semantic-tokens.ts";
import type { Client } from "./client.ts";
import type { Here } from "./feature.ts";
import { isOn } from "./switches.ts";
import { toSpan } from "./text.ts";

const declaration = 1;

export const tokensCapability = ({ showsTokens }: Client): ServerCapabilities =>
  showsTokens
    ? {
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenKinds], tokenModifiers: ["declaration"] },
          full: true,
          range: true,
        },
      }
    : {};

/** Of a range, or of all of the document. */
export function tokens({ document: { text }, snapshot, settings }: Here, range?: Range): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const within = range ? toSpan(text, range) : { start: 0, end: text.content.length };
  const found = isOn(settings, "semanticTokens") ? semanticTokens(snapshot, within) : [];
  for (const { span, kind, isEntry } of found) {
    const [start, end] = [text.positionAt(span.start), text.positionAt(span.end)];
    // Not every client takes a token of several lines, and a name that is written on two is rare.
    if (start.line !== end.line) continue;
    const modifiers = isEntry ? declaration : 0;
    builder.push(start.line, start.character, span.end - span.start, tokenKinds.indexOf(kind), modifiers);
  }
  return builder.build();
}
