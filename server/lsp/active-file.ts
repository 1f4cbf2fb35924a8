import { type ActiveFileParams, activeFileNotification } from "../protocol.ts";
import type { Findings } from "./findings.ts";
import { taken } from "./guards.ts";
import type { Session } from "./session.ts";

/** Follows what the user looks at, where nothing else may be shown. */
export function listenForActiveFile(session: Session, findings: Findings): void {
  session.connection.onNotification(
    activeFileNotification,
    taken(session, "activeFile", async ({ uri }: ActiveFileParams) => {
      const before = session.activeFile;
      session.activeFile = typeof uri === "string" ? uri : null;
      if (session.settings.show === "activeFile" && session.activeFile !== before) await findings.allChanged();
    }),
  );
}
