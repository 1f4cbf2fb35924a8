import {
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { Outline } from "../features/symbols.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import type { Here } from "./feature.ts";
import { allFiles } from "./findings.ts";
import type { Session } from "./session.ts";
import { isShown } from "./shown.ts";
import { toRange } from "./text.ts";

/** By section: editors show each kind with a picture of its own. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  section: SymbolKind.Module,
  posts: SymbolKind.Class,
  people: SymbolKind.Variable,
  teams: SymbolKind.Array,
  providers: SymbolKind.Struct,
  committees: SymbolKind.Interface,
  activities: SymbolKind.Function,
  units: SymbolKind.Namespace,
  regimes: SymbolKind.Constant,
  accepted: SymbolKind.Event,
  recommended: SymbolKind.Event,
  interviews: SymbolKind.Event,
};

/** As a tree, or for a client that shows none as a list. */
export function toSymbols(here: Here, found: readonly Outline[]): DocumentSymbol[] | SymbolInformation[] {
  return here.client.showsTrees ? found.map((one) => toTree(here, one)) : found.flatMap((one) => toList(here, one));
}

function toTree(here: Here, { name, detail, kind, span, nameSpan, children }: Outline): DocumentSymbol {
  const { text } = here.document;
  return {
    name: nameOf(name),
    ...(detail === "" ? {} : { detail }),
    kind: kindOf(kind),
    range: toRange(text, span),
    selectionRange: toRange(text, nameSpan),
    ...(children.length > 0 ? { children: children.map((child) => toTree(here, child)) } : {}),
  };
}

function toList(here: Here, { name, kind, span, children }: Outline, containerName?: string): SymbolInformation[] {
  const { uri, text } = here.document;
  const own = { name: nameOf(name), kind: kindOf(kind), location: { uri, range: toRange(text, span) } };
  return [
    containerName === undefined ? own : { ...own, containerName },
    ...children.flatMap((child) => toList(here, child, name)),
  ];
}

/** What is named in the files of the workspace, and in those that the client has open. */
export async function symbolsInWorkspace(
  session: Session,
  { query }: WorkspaceSymbolParams,
): Promise<SymbolInformation[]> {
  await session.searched();
  const all = allFiles(session).filter(({ uri }) => isShown(session, uri));
  for (const { uri } of all) await session.prepare(uri);
  const snapshots = all.map((file) => [session.snapshot(file), file.uri] as const);
  const uris = new Map(snapshots.filter(([{ is }]) => is === "organization"));
  const files = [...uris.keys()];
  return workspaceSymbols(files, query).map(({ file, name, kind, span, organization }) => ({
    name: nameOf(name),
    kind: kindOf(kind),
    location: { uri: uris.get(file)!, range: toRange(file.text, span) },
    ...(organization === "" ? {} : { containerName: organization }),
  }));
}

const kindOf = (kind: string): SymbolKind => kinds[kind] ?? SymbolKind.Object;

/** An editor takes no symbol without a name, such as a key that is still to be typed. */
const nameOf = (name: string): string => (name.trim() === "" ? "(no name)" : name);
