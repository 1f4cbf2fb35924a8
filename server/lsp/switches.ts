import { CodeLensRefreshRequest } from "vscode-languageserver";
import type { Settings, Switchable } from "../protocol.ts";
import type { Session } from "./session.ts";

export const isOn = (settings: Settings, what: Switchable): boolean => settings[what]?.enabled !== false;

/** Has the client ask again for what was switched on or off. */
export async function refreshSwitched(session: Session, before: Settings): Promise<void> {
  const { client, connection, settings } = session;
  const isSwitched = (what: Switchable) => isOn(settings, what) !== isOn(before, what);
  if (isSwitched("codeLens") || settings.codeLens?.posts !== before.codeLens?.posts) await refreshLenses(session);
  if (isSwitched("inlayHints") && client.refreshesHints) await connection.languages.inlayHint.refresh();
  if (isSwitched("semanticTokens") && client.refreshesTokens) await connection.languages.semanticTokens.refresh();
}

/** Lenses count findings, so they follow whatever these depend on. */
export async function refreshLenses({ client, connection }: Session): Promise<void> {
  if (client.refreshesLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
}
