import { type Connection, RequestType } from "vscode-languageserver";
import {
  type FileParams,
  type ListFolderResult,
  listFolderRequest,
  type ReadFileResult,
  readFileRequest,
} from "../protocol.ts";
import type { Files, FolderEntry } from "../workspace/workspace.ts";
import type { Client } from "./client.ts";

const requests = {
  read: new RequestType<FileParams, ReadFileResult, void>(readFileRequest),
  list: new RequestType<FileParams, ListFolderResult, void>(listFolderRequest),
};

/**
 * Where the server can reach files by itself (`own`), it does; elsewhere the client reads them, if it can. Who the
 * client is, it has not said yet when this is made.
 */
export function filesOf(connection: Connection, own: Files | undefined, client: () => Client): Files {
  const ownFor = (uri: string): Files | undefined => (uri.startsWith("file:") ? own : undefined);
  return {
    async read(uri) {
      const reached = ownFor(uri);
      if (reached) return reached.read(uri);
      const found = client().readsFiles ? await connection.sendRequest(requests.read, { uri }) : null;
      if (found === null) return undefined;
      if ("refused" in found) throw new Error(found.refused);
      return bytesOf(found.base64);
    },
    async list(uri): Promise<readonly FolderEntry[]> {
      const reached = ownFor(uri);
      if (reached) return reached.list(uri);
      return client().readsFiles ? connection.sendRequest(requests.list, { uri }) : [];
    },
  };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
