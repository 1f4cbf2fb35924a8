import { RequestType } from "vscode-languageserver";
import type { Files, FolderEntry } from "../analysis/workspace.ts";
import {
  type FileParams,
  type ListFolderResult,
  listFolderRequest,
  type ReadFileResult,
  readFileRequest,
} from "../protocol.ts";
import type { Session } from "./session.ts";

const requests = {
  read: new RequestType<FileParams, ReadFileResult, void>(readFileRequest),
  list: new RequestType<FileParams, ListFolderResult, void>(listFolderRequest),
};

/** Where the server can reach files by itself, it does; elsewhere the client reads them, if it can. */
export function filesOf(session: Session): Files {
  return {
    async read(uri) {
      const own = ownFiles(session, uri);
      if (own) return own.read(uri);
      const found = session.client.readsFiles ? await session.connection.sendRequest(requests.read, { uri }) : null;
      if (found === null) return undefined;
      if ("refused" in found) throw new Error(found.refused);
      return bytesOf(found.base64);
    },
    async list(uri): Promise<readonly FolderEntry[]> {
      const own = ownFiles(session, uri);
      if (own) return own.list(uri);
      return session.client.readsFiles ? session.connection.sendRequest(requests.list, { uri }) : [];
    },
  };
}

const ownFiles = ({ host }: Session, uri: string): Files | undefined =>
  uri.startsWith("file:") ? host.files : undefined;

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
