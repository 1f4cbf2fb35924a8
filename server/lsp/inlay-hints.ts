import {
  type InlayHintParams,
  type InlayHint as LspHint,
  type MarkupContent,
  MarkupKind,
  type ServerCapabilities,
} from "vscode-languageserver";
import { plain } from "../base/markdown.ts";
import { hintCard, inlayHints } from "../features/inlay-hints.ts";
import type { Client } from "./client.ts";
import { type Here, hereIn, pagesFor } from "./feature.ts";
import type { Session } from "./session.ts";
import { isOn } from "./switches.ts";
import { toSpan } from "./text.ts";

/** What `inlayHint/resolve` gets back. */
interface HintData {
  readonly uri: string;
  readonly post: string;
}

export const hintsCapability = ({ showsHints, resolvesHints }: Client): ServerCapabilities =>
  showsHints ? { inlayHintProvider: { resolveProvider: resolvesHints } } : {};

/** What they tell on hover comes with them only where the client does not ask for it later. */
export function hints(here: Here, { range }: InlayHintParams): LspHint[] {
  const { document, snapshot, client, settings } = here;
  if (!isOn(settings, "inlayHints")) return [];
  return inlayHints(snapshot, toSpan(document.text, range)).map(({ offset, label, post }) => {
    const data: HintData = { uri: document.uri, post };
    const hint: LspHint = { position: document.text.positionAt(offset), label, paddingLeft: true };
    return client.resolvesHints ? { ...hint, data } : withTooltip(here, hint, post);
  });
}

export function resolveHint(session: Session, hint: LspHint): LspHint {
  const data: Partial<HintData> | undefined = hint.data;
  const here = data?.uri === undefined ? undefined : hereIn(session, data.uri);
  return here && data?.post ? withTooltip(here, hint, data.post) : hint;
}

function withTooltip(here: Here, hint: LspHint, post: string): LspHint {
  const { snapshot, client } = here;
  const card = hintCard(snapshot, post, pagesFor(here));
  if (!card) return hint;
  const tooltip: MarkupContent = client.readsMarkdown
    ? { kind: MarkupKind.Markdown, value: card.head }
    : { kind: MarkupKind.PlainText, value: plain(card.head) };
  return { ...hint, tooltip };
}
