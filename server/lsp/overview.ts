import { RequestType } from "vscode-languageserver";
import { overview } from "../features/overview.ts";
import { type ClientShown, type OverviewParams, type OverviewResult, overviewRequest } from "../preview-protocol.ts";
import { allFiles } from "./findings.ts";
import type { Session } from "./session.ts";
import { isShown } from "./shown.ts";

export const overviewType = new RequestType<OverviewParams, OverviewResult, void>(overviewRequest);

/** In milliseconds: whoever types meanwhile is answered after as long. */
const slice = 20;

/** Every client that may be on the screen, in the order of their names. */
export async function overviewOf(session: Session): Promise<OverviewResult> {
  if (session.settings.show === "workspace") await session.searched();
  const clients: ClientShown[] = [];
  let end = Date.now() + slice;
  for (const file of allFiles(session)) {
    if (!isShown(session, file.uri)) continue;
    await session.prepare(file.uri);
    const found = overview(session.snapshot(file));
    if (found) clients.push({ uri: file.uri, ...found });
    if (Date.now() < end) continue;
    await new Promise((resume) => setTimeout(resume, 0));
    end = Date.now() + slice;
  }
  return clients.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.uri < b.uri ? -1 : 1));
}
