import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { messageOf, type Session } from "./session.ts";

/** A request's handler. What goes wrong in it is the request's answer; an unexpected fault is logged as well. */
export function guarded<Params, Result>(
  session: Session,
  name: string,
  answer: (params: Params, token: CancellationToken) => Result | Promise<Result>,
) {
  return (params: Params, token: CancellationToken): Result | Promise<Result> => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
    if (session.isShutDown) throw new ResponseError(ErrorCodes.InvalidRequest, "The server has been shut down.");
    // A client that has not said what it can do is told so, whatever it asks.
    session.client;
    const fault = (error: unknown): never => {
      if (error instanceof ResponseError) throw error;
      session.log(`${name} failed`, error);
      throw new ResponseError(ErrorCodes.InternalError, `${name} failed: ${messageOf(error)}`);
    };
    try {
      const result = answer(params, token);
      return result instanceof Promise ? result.catch(fault) : result;
    } catch (error) {
      return fault(error);
    }
  };
}

/** A notification's handler. What goes wrong in it is logged: nobody waits for an answer. */
export function taken<Params>(session: Session, name: string, take: (params: Params) => void | Promise<void>) {
  return (params: Params): void => attempt(session, name, () => take(params));
}

/** Does something now, and logs what goes wrong, also later. */
export function attempt(session: Session, name: string, body: () => void | Promise<void>): void {
  const log = (error: unknown) => session.log(`${name} failed`, error);
  try {
    Promise.resolve(body()).catch(log);
  } catch (error) {
    log(error);
  }
}
