import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  InsertTextMode,
  type MarkupContent,
  MarkupKind,
} from "vscode-languageserver";
import { plain } from "../base/markdown.ts";
import type { Text } from "../base/text.ts";
import {
  type About,
  type ChoiceKind,
  type Completion,
  completions,
  explained,
  type Insert,
} from "../features/completion.ts";
import type { Client } from "./client.ts";
import { type Here, hereIn, pagesFor } from "./feature.ts";
import type { Session } from "./session.ts";
import { toRange } from "./text.ts";

/** After these a value, a key or an item may follow; a blank also indents the line. */
export const triggerCharacters = [":", " ", "-", "{", "[", ","];

const kinds: Readonly<Record<ChoiceKind, CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  section: CompletionItemKind.Module,
  value: CompletionItemKind.EnumMember,
  word: CompletionItemKind.Keyword,
  entity: CompletionItemKind.Class,
  person: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
  text: CompletionItemKind.Text,
};

/** What is named has a picture of its kind, the same as in the list of symbols. */
const entityKinds: Readonly<Record<string, CompletionItemKind>> = {
  post: CompletionItemKind.Class,
  team: CompletionItemKind.Unit,
  provider: CompletionItemKind.Struct,
  committee: CompletionItemKind.Interface,
  unit: CompletionItemKind.Folder,
  role: CompletionItemKind.EnumMember,
  activityId: CompletionItemKind.Function,
  regime: CompletionItemKind.Constant,
  rule: CompletionItemKind.Event,
};

function kindOf({ kind, about }: Completion): CompletionItemKind {
  if (kind !== "entity" || !about) return kinds[kind];
  const what = about.is === "ref" ? about.ref.to : about.is === "entry" ? about.catalogue : about.is;
  return entityKinds[what] ?? kinds[kind];
}

/** What `completionItem/resolve` gets back. */
interface CompletionData {
  readonly uri: string;
  readonly about: About;
}

/** All that can stand at an offset; the client narrows it down while the user types on. */
export function completionList(
  { document, snapshot, client }: Here,
  offset: number,
  { context }: CompletionParams,
): CompletionList {
  const found = completions(snapshot, offset, context?.triggerCharacter);
  return {
    isIncomplete: false,
    items: found.map((choice, i) => toItem(document.uri, document.text, choice, i, client)),
  };
}

/** An item with its documentation. */
export function resolveCompletion(session: Session, item: CompletionItem): CompletionItem {
  const data: Partial<CompletionData> | undefined = item.data;
  const here = data?.uri === undefined ? undefined : hereIn(session, data.uri);
  const markdown = here && data?.about ? explained(here.snapshot, data.about, pagesFor(here)) : undefined;
  if (!here || !markdown) return item;
  const documentation = here.client.readsMarkdownInCompletion
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plain(markdown) };
  return { ...item, documentation };
}

function toItem(uri: string, text: Text, choice: Completion, index: number, client: Client): CompletionItem {
  const { label, kind, detail, insert, span, about, filter, again } = choice;
  const range = toRange(text, span);
  // Whoever takes no snippets inserts the text as it is; others indent it like the line, unless they are told not to.
  const isKept = client.insertsAsIs || !client.takesSnippets;
  const asIs = isKept ? insert : relative(insert, /^ */.exec(text.line(range.start.line))?.[0] ?? "");
  const hasStops = insert.some((part) => typeof part !== "string");
  const isSnippet = hasStops && client.takesSnippets;
  return {
    label,
    kind: kindOf(choice),
    ...(detail ? (client.showsLabelDetails ? { labelDetails: { description: detail } } : { detail }) : {}),
    sortText: String(index).padStart(4, "0"),
    filterText: filter ?? label,
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(client.insertsAsIs ? { insertTextMode: InsertTextMode.asIs } : {}),
    textEdit: { range, newText: isSnippet ? asSnippet(asIs) : asText(asIs) },
    ...(again && client.suggestCommand ? { command: { title: "Suggest", command: client.suggestCommand } } : {}),
    ...(about ? { data: { uri, about } satisfies CompletionData } : {}),
    ...(kind === "snippet" && !about ? { documentation: preview(asText(asIs), client) } : {}),
  };
}

/** What will stand in the file; without any documentation, VS Code would not open its explanations at such an item. */
const preview = (newText: string, { readsMarkdownInCompletion }: Client): MarkupContent =>
  readsMarkdownInCompletion
    ? { kind: MarkupKind.Markdown, value: `\`\`\`itorg\n${newText.trimEnd()}\n\`\`\`` }
    : { kind: MarkupKind.PlainText, value: newText.trimEnd() };

/** The client indents new lines like the line that the cursor is on. */
const relative = (insert: Insert, indent: string): Insert =>
  insert.map((part) => (typeof part === "string" ? part.replaceAll(`\n${indent}`, "\n") : part));

const asText = (insert: Insert): string => insert.map((part) => (typeof part === "string" ? part : part.text)).join("");

const asSnippet = (insert: Insert): string =>
  insert
    .map((part) => {
      if (typeof part === "string") return part.replace(/[\\$}]/g, "\\$&");
      return part.text === "" ? `\${${part.stop}}` : `\${${part.stop}:${part.text.replace(/[\\$}]/g, "\\$&")}}`;
    })
    .join("");
