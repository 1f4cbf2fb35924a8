import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { version } from "../package.json";
import { currentDay } from "./base/day.ts";
import { cancelUndispatched } from "./lsp/cancelled.ts";
import { serve } from "./server.ts";

// The entry of dist/server-web.js: the server as a worker in a browser. It reads no file and has no pages beside it;
// the client has both.

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), {
  cancelUndispatched,
});

connection.onExit(() => self.close());
serve(connection, { version, today: currentDay, pageFile: () => undefined });
