import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type ReferenceParams,
} from "vscode-languageserver";
import type { Definition } from "../features/definition.ts";
import type { Reference } from "../features/references.ts";
import type { Here } from "./feature.ts";
import { toRange } from "./text.ts";

/** With where they come from and all that they lead to, for a client that can show that. */
export function toDefinition({ document, client }: Here, found: readonly Definition[]): LocationLink[] | Location[] {
  const { uri, text } = document;
  if (!client.followsLinks) return found.map(({ name }) => ({ uri, range: toRange(text, name) }));
  return found.map(({ from, to, name }) => ({
    originSelectionRange: toRange(text, from),
    targetUri: uri,
    targetRange: toRange(text, to),
    targetSelectionRange: toRange(text, name),
  }));
}

export function toReferences(
  { document: { uri, text } }: Here,
  found: readonly Reference[] | undefined,
  { context }: ReferenceParams,
): Location[] | null {
  const wanted = found?.filter(({ isEntry }) => context.includeDeclaration || !isEntry);
  return wanted?.map(({ span }) => ({ uri, range: toRange(text, span) })) ?? null;
}

/** The key of an entry, which gives it the name, is shown as the place where the name is written. */
export function toHighlights(
  { document: { text } }: Here,
  found: readonly Reference[] | undefined,
): DocumentHighlight[] | null {
  const { Write, Read } = DocumentHighlightKind;
  return found?.map(({ span, isEntry }) => ({ range: toRange(text, span), kind: isEntry ? Write : Read })) ?? null;
}
