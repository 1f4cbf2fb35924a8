import {
  type CancellationToken,
  ErrorCodes,
  type Position,
  type RequestType,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import type { Snapshot } from "../analysis/snapshot.ts";
import type { OpenDocument } from "../base/text-store.ts";
import type { PageAddress } from "../features/cards/card.ts";
import type { Settings } from "../protocol.ts";
import type { Client } from "./client.ts";
import { guarded } from "./guards.ts";
import { isOurs, type Session } from "./session.ts";

/** Something that the client can ask for, and what the server says in `initialize` about it. */
export interface Feature {
  capability(client: Client): ServerCapabilities;
  listen(session: Session): void;
}

/** What a request about a document is answered from. */
export interface Here {
  readonly document: OpenDocument;
  readonly snapshot: Snapshot;
  readonly client: Client;
  readonly settings: Settings;
}

type Capability = ServerCapabilities | ((client: Client) => ServerCapabilities);
type OfDocument = { readonly textDocument: TextDocumentIdentifier };

/** A request about a position in a document, which the answer gets as an offset (UTF-16). */
export function atOffset<Params extends OfDocument & { readonly position: Position }, Result, Fault>(
  type: RequestType<Params, Result | null, Fault>,
  capability: Capability,
  answer: (here: Here, offset: number, params: Params) => Result | null,
): Feature {
  return ofDocument(type, capability, (here, params) =>
    answer(here, here.document.text.offsetAt(params.position), params),
  );
}

/** A request about a document; `nothing` is the answer for one that is not ours or not open. */
export function ofDocument<Params extends OfDocument, Result, Fault>(
  type: RequestType<Params, Result | null, Fault>,
  capability: Capability,
  answer: (here: Here, params: Params) => Result | null | Promise<Result | null>,
  nothing: Result | null = null,
): Feature {
  return ofSession(type, capability, (session, params) => {
    requireDocument(nameOf(type.method), params);
    const { uri } = params.textDocument;
    const answered = () => {
      const here = hereIn(session, uri);
      return here && isFor(type.method, here) ? answer(here, params) : nothing;
    };
    const pending = session.prepare(uri);
    return pending ? pending.then(answered) : answered();
  });
}

/** A request about everything that is open, or one that names its document in its own way. */
export function ofSession<Params, Result, Fault>(
  type: RequestType<Params, Result, Fault>,
  capability: Capability,
  answer: (session: Session, params: Params, token: CancellationToken) => Result | Promise<Result>,
): Feature {
  return {
    capability: (client) => (typeof capability === "function" ? capability(client) : capability),
    listen(session) {
      // The library's type for a handler cannot be worked out while the result is a variable; `answer` has been checked.
      const anyResult: RequestType<Params, unknown, Fault> = type;
      const handler = guarded(session, nameOf(type.method), (params: Params, token) => answer(session, params, token));
      session.connection.onRequest(anyResult, handler);
    },
  };
}

/** A document as it is now. Undefined where it is not ours or not open. */
export function hereIn(session: Session, uri: string): Here | undefined {
  const document = session.store.get(uri);
  if (!document || !isOurs(document)) return undefined;
  return { document, snapshot: session.snapshot(document), client: session.client, settings: session.settings };
}

/** Where the client finds the page of what is named in a document. */
export const pagesFor =
  ({ client, snapshot }: Pick<Here, "client" | "snapshot">): PageAddress =>
  (id) =>
    client.page(id, snapshot.config);

/** What there is for a configuration, too; everything else speaks of an organization. */
const forConfigurations: ReadonlySet<string> = new Set([
  "textDocument/documentSymbol",
  "textDocument/hover",
  "textDocument/completion",
  "textDocument/codeAction",
  "textDocument/foldingRange",
  "textDocument/selectionRange",
  "textDocument/formatting",
  "textDocument/rangeFormatting",
  "itorg/status",
]);

const isFor = (method: string, { snapshot }: Here): boolean =>
  snapshot.is === "organization" || forConfigurations.has(method);

/** A request as a message names it: `textDocument/hover` is "hover". */
const nameOf = (method: string): string => method.replace(/^(?:textDocument|itorg)\//, "");

/** Refuses a request without the parts that its answer reads. */
export function requireDocument(name: string, params: unknown): void {
  if (!isReadable(params)) throw new ResponseError(ErrorCodes.InvalidParams, `${name} needs a document and a place.`);
}

/** Whether the parts of a request that every answer reads are there; the rest is the answer's own to check. */
function isReadable(params: unknown): boolean {
  if (!isObject(params) || !isObject(params.textDocument) || typeof params.textDocument.uri !== "string") return false;
  if ("position" in params && !isPosition(params.position)) return false;
  return (
    !("range" in params) || (isObject(params.range) && isPosition(params.range.start) && isPosition(params.range.end))
  );
}

const isPosition = (value: unknown): boolean =>
  isObject(value) && Number.isInteger(value.line) && Number.isInteger(value.character);

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
