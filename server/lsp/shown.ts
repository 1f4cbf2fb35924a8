import { keyOf } from "../workspace/workspace-files.ts";
import type { Session } from "./session.ts";

/**
 * Whether anything of a file may be on the screen, by the user's wish. A client without that setting shows whatever is
 * in the workspace; one that does not say what is looked at has only its open files.
 */
export function isShown({ settings, store, activeFile }: Session, uri: string): boolean {
  switch (settings.show) {
    case undefined:
    case "workspace":
      return true;
    case "openFiles":
      return store.get(uri) !== undefined;
    default:
      if (activeFile === undefined) return store.get(uri) !== undefined;
      return activeFile !== null && keyOf(activeFile) === keyOf(uri);
  }
}
