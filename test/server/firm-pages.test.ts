import assert from "node:assert/strict";
import { join } from "node:path";
import { afterEach, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import {
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type PageEntry,
  pagesRequest,
} from "../../server/protocol.ts";
import { folderWith } from "../kit/cli-run.ts";
import { Client } from "../kit/lsp-client.ts";

const today = "2026-11-22";
const pair = (title: string) =>
  `duties: { steward-approve: { first: data-stewardship, second: model-approval, title: ${title} } }\n`;
const client = `itorg: 1
organization: { name: Example, headcount: 300, itHeadcount: 25 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  it-manager: { heldBy: Cy Ho, reportsTo: ceo }
activities:
  data-stewardship: { responsible: it-manager }
  model-approval: { responsible: it-manager }
`;
const rule = "duties-steward-approve";

const clients: Client[] = [];
afterEach(() => {
  for (const one of clients.splice(0)) one.process.kill();
});

/** Two clients of one workspace, each by a configuration of its own with a pair of the same id. */
async function start(more: object) {
  const folder = folderWith({
    "one/itorg.config.yaml": pair("Kept apart at one"),
    "one/a.itorg.yaml": client,
    "two (2)/itorg.config.yaml": pair("Kept apart at two (2)"),
    "two (2)/a.itorg.yaml": client,
  });
  const uri = (path: string) => pathToFileURL(join(folder, path)).href;
  const server = new Client(["dist/server.js", "--stdio"]);
  clients.push(server);
  await server.initialize(
    {
      textDocument: {
        diagnostic: {},
        publishDiagnostics: { codeDescriptionSupport: true },
        hover: { contentFormat: ["markdown"] },
      },
    },
    { initializationOptions: { today, ...more }, workspaceFolders: [{ uri: uri(""), name: folder }] },
  );
  for (const one of ["one", "two (2)"]) await server.open(uri(`${one}/a.itorg.yaml`), client);
  const linkOf = async (one: string) => {
    const found = await server.pull(uri(`${one}/a.itorg.yaml`));
    return found.find(({ code }) => code === rule)?.codeDescription?.href ?? "";
  };
  return { server, uri, linkOf };
}

describe("server: pages of a firm's own rules", () => {
  it("are linked from findings and hovers, each by its own configuration, and are in the list", async () => {
    const { server, uri, linkOf } = await start({ explainCommand: "itorg.explain" });
    for (const one of ["one", "two (2)"]) {
      const config = uri(`${one}/itorg.config.yaml`);
      const link = await linkOf(one);
      assert.ok(link.startsWith("command:itorg.explain?"), link);
      assert.deepEqual(JSON.parse(decodeURIComponent(link.replace(/^.*?\?/, ""))), [rule, config]);
      const params: ExplainParams = { id: rule, config };
      const page = await server.request<ExplainResult>(explainRequest, params);
      assert.ok(page?.markdown.replaceAll("\\", "").startsWith(`# Kept apart at ${one}\n`), page?.markdown);
      assert.match(page?.markdown ?? "", /## Who says so\n\n- The firm itself, in `[^`]*itorg\.config\.yaml`/);
      // The page is read by its own address, too.
      const byPath = await server.request<ExplainResult>(explainRequest, { id: page?.path ?? "", config });
      assert.equal(byPath?.markdown, page?.markdown);
      const hover = JSON.stringify(await server.hover(uri(`${one}/a.itorg.yaml`), 7, 38));
      assert.ok(hover.includes(`(${link.replace("(", "%28").replace(")", "%29")})`), hover);
    }
    const pages = await server.request<PageEntry[]>(pagesRequest, {});
    assert.deepEqual(
      pages.filter(({ id }) => id === rule).map(({ title }) => title),
      ["Kept apart at one", "Kept apart at two (2)"],
    );
    assert.equal(
      await server.request(explainRequest, { id: "duties-no-such", config: uri("one/itorg.config.yaml") }),
      null,
    );
    assert.equal(await server.end(), 0);
  });

  it("are the configuration itself for a client that shows no pages", async () => {
    const { server, uri, linkOf } = await start({});
    assert.equal(await linkOf("one"), uri("one/itorg.config.yaml"));
    assert.equal(await server.end(), 0);
  });
});
