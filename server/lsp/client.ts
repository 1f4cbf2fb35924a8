import {
  DiagnosticTag,
  type InitializeParams,
  InsertTextMode,
  MarkupKind,
  PositionEncodingKind,
} from "vscode-languageserver";
import { isDay } from "../base/day.ts";
import { type Config, usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import {
  type InitializationOptions,
  type LensSubject,
  postLenses,
  type Settings,
  shown,
  switchable,
} from "../protocol.ts";
import { pagesOf } from "../reports/pages/pages.ts";

/** What a client can do with our answers, as it said in `initialize`. */
export interface Client {
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly showsCodeDescription: boolean;
  readonly showsRelated: boolean;
  readonly showsUnnecessary: boolean;
  /** It drops diagnostics of a version that it has left. */
  readonly comparesVersions: boolean;
  readonly readsMarkdown: boolean;
  readonly completes: boolean;
  readonly readsMarkdownInCompletion: boolean;
  readonly takesSnippets: boolean;
  readonly showsLabelDetails: boolean;
  /** It can leave the indentation of what is inserted as it is. */
  readonly insertsAsIs: boolean;
  /** Its command that asks for completion again. */
  readonly suggestCommand: string | undefined;
  readonly takesDocumentChanges: boolean;
  /** It knows code actions that are no commands. */
  readonly takesActions: boolean;
  readonly resolvesEdits: boolean;
  /** It shows where a definition is followed from. */
  readonly followsLinks: boolean;
  /** It shows symbols inside symbols. */
  readonly showsTrees: boolean;
  /** It asks what would be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  readonly showsLenses: boolean;
  readonly refreshesLenses: boolean;
  /** Its commands behind lenses. */
  readonly lensCommands: Readonly<Partial<Record<LensSubject, string>>>;
  /** Its command that selects a range of a document. */
  readonly selectCommand: string | undefined;
  readonly showsHints: boolean;
  readonly refreshesHints: boolean;
  /** It asks for what a hint tells on hover. */
  readonly resolvesHints: boolean;
  readonly showsTokens: boolean;
  readonly refreshesTokens: boolean;
  readonly formats: boolean;
  readonly formatsRanges: boolean;
  readonly hasFolders: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly tellsDeletes: boolean;
  readonly tellsRenames: boolean;
  readonly showsProgress: boolean;
  /** It reads files for the server where the server cannot. */
  readonly readsFiles: boolean;
  readonly namesUtf16: boolean;
  /** The address under which it can open the page of a rule or a role, if at all; of a firm's own rule, by its `config`. */
  page(id: string, config: Config): string | undefined;
}

/** `pageFile` gives the `file:` address of a packed page, for clients without a command of their own for it. */
export function toClient(params: InitializeParams, pageFile: (id: string) => string | undefined): Client {
  const { textDocument, workspace, general } = params.capabilities;
  const shown = [textDocument?.publishDiagnostics, textDocument?.diagnostic];
  const item = textDocument?.completion?.completionItem;
  const { explainCommand: command, suggestCommand, lensCommands, selectCommand } = optionsOf(params);
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    showsCodeDescription: shown.some((support) => support?.codeDescriptionSupport === true),
    showsRelated: shown.some((support) => support?.relatedInformation === true),
    showsUnnecessary: shown.some((support) => support?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary)),
    comparesVersions: textDocument?.publishDiagnostics?.versionSupport === true,
    readsMarkdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    completes: textDocument?.completion !== undefined,
    readsMarkdownInCompletion: item?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    takesSnippets: item?.snippetSupport === true,
    showsLabelDetails: item?.labelDetailsSupport === true,
    insertsAsIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    suggestCommand,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    takesActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes("edit") === true,
    followsLinks: textDocument?.definition?.linkSupport === true,
    showsTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    showsLenses: textDocument?.codeLens !== undefined,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    lensCommands: lensCommands ?? {},
    selectCommand,
    showsHints: textDocument?.inlayHint !== undefined,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    resolvesHints: textDocument?.inlayHint?.resolveSupport?.properties.includes("tooltip") === true,
    showsTokens: textDocument?.semanticTokens !== undefined,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    formats: textDocument?.formatting !== undefined,
    formatsRanges: textDocument?.rangeFormatting !== undefined,
    hasFolders: workspace?.workspaceFolders === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsDeletes: workspace?.fileOperations?.didDelete === true,
    tellsRenames: workspace?.fileOperations?.didRename === true,
    showsProgress: params.capabilities.window?.workDoneProgress === true,
    readsFiles: optionsOf(params).readsFiles === true,
    namesUtf16: general?.positionEncodings?.includes(PositionEncodingKind.UTF16) === true,
    page(id, { ruleById, uri }) {
      if (hasPage.has(id)) return command === undefined ? pageFile(id) : commandAddress(command, id);
      // A firm's own rule has no packed page; where there is no other, it is the configuration that explains it.
      if (uri === undefined || ruleById.get(id)?.firm === undefined) return undefined;
      return command === undefined ? uri : commandAddress(command, id, uri);
    },
  };
}

/** What the client said in its own words; anything else than an object says nothing. */
export function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
  return typeof initializationOptions === "object" && initializationOptions !== null ? initializationOptions : {};
}

/** What has a page wherever the product is. */
const hasPage: ReadonlySet<string> = new Set(pagesOf(usualConfig(standard)).explained.map(({ id }) => id));

/** An address that calls a command of the client's; its arguments are a list in JSON. */
function commandAddress(command: string, ...args: readonly string[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}

/** The settings that count, out of whatever a client sent under that name. */
export function settingsFrom(given: unknown): Settings {
  if (typeof given !== "object" || given === null) return {};
  const { today, show, ...others }: { readonly [name: string]: unknown } = { ...given };
  const off = switchable.filter((what) => isOff(others[what]));
  return {
    ...(typeof today === "string" && isDay(today) && today < "9999" ? { today } : {}),
    ...Object.fromEntries(off.map((what) => [what, { enabled: false }])),
    ...(off.includes("codeLens") ? {} : lensesFrom(others.codeLens)),
    ...(isOneOf(shown, show) ? { show } : {}),
  };
}

function lensesFrom(value: unknown): Settings {
  const posts = typeof value === "object" && value !== null && "posts" in value ? value.posts : undefined;
  return isOneOf(postLenses, posts) ? { codeLens: { posts } } : {};
}

const isOneOf = <Known extends string>(all: readonly Known[], value: unknown): value is Known =>
  all.some((one) => one === value);

const isOff = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "enabled" in value && value.enabled === false;
