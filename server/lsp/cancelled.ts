import { type ConnectionStrategy, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** What is cancelled before its turn is answered at once, and not worked on. */
export const cancelUndispatched: NonNullable<ConnectionStrategy["cancelUndispatched"]> = ({ jsonrpc }) => ({
  jsonrpc,
  id: null,
  error: new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.").toJson(),
});
