import { DidChangeConfigurationNotification, type DidChangeConfigurationParams } from "vscode-languageserver";
import { settingsFrom } from "./client.ts";
import type { Findings } from "./findings.ts";
import { taken } from "./guards.ts";
import type { Session } from "./session.ts";
import { refreshSwitched } from "./switches.ts";

/** Follows the client's settings. */
export class Configuration {
  readonly #session: Session;
  readonly #findings: Findings;

  constructor(session: Session, findings: Findings) {
    this.#session = session;
    this.#findings = findings;
  }

  listen(): void {
    this.#session.connection.onDidChangeConfiguration(
      taken(this.#session, "didChangeConfiguration", (params) => this.#configure(params)),
    );
  }

  async initialized(): Promise<void> {
    const { client, connection } = this.#session;
    if (client.registersConfiguration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: "itorg" });
    if (client.hasConfiguration) await this.#configure({ settings: null });
  }

  async #configure({ settings }: DidChangeConfigurationParams): Promise<void> {
    const { client, connection } = this.#session;
    const given: unknown = client.hasConfiguration
      ? await connection.workspace.getConfiguration("itorg")
      : settings?.itorg;
    const { today, settings: before } = this.#session;
    this.#session.settings = settingsFrom(given);
    const isOther = this.#session.today !== today || this.#session.settings.show !== before.show;
    if (isOther) await this.#findings.allChanged();
    await refreshSwitched(this.#session, before);
  }
}
