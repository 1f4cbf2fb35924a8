import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { Client } from "../kit/lsp-client.ts";

const uri = "file:///clients/example.itorg.yaml";
const file = `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio } # kept
recommended:
  - { rule: ciso-in-it-line, at: posts.ciso, do: report-to-ceo, owner: ceo, due: 2027-03-31, status: agreed }
  - { rule: ciso-in-it-line, at: posts.ciso, do: Talk to the owners }
`;

let client: Client | undefined;
afterEach(() => client?.process.kill());

async function opened(text: string): Promise<Client> {
  client = new Client(["dist/server.js", "--stdio"]);
  await client.initialize({}, { initializationOptions: { today: "2026-11-22" } });
  await client.open(uri, text);
  return client;
}

const target = (server: Client) => server.request<unknown>("itorg/target", { textDocument: { uri } });

describe("server: what is recommended", () => {
  it("is carried out in the file of the target", async () => {
    const server = await opened(file);
    const found = (await target(server)) as { content: string; applied: number; left: string[] };
    assert.match(found.content, /^state: to-be$/m);
    assert.match(found.content, /ciso: \{ heldBy: Cy Ho, reportsTo: ceo \} # kept/);
    assert.deepEqual([found.applied, found.left], [1, []], "the second is in place by then");
    assert.equal(await server.end(), 0);
  });

  it("leads to no target of a target, or of what cannot be read", async () => {
    const server = await opened(file.replace("\n", "\nstate: to-be\n"));
    assert.deepEqual(await target(server), { refused: "This file is that of a target already." });
    await server.change(uri, 2, [{ text: `${file}: [` }]);
    assert.deepEqual(await target(server), { refused: "Put right what cannot be read in this file first." });
    assert.equal(await server.end(), 0);
  });

  it("is said at the finding, which is shown as information", async () => {
    const server = await opened(file);
    const diagnostics = await server.published(uri);
    const own = diagnostics.find(({ code }) => code === "ciso-in-it-line");
    assert.equal(own?.severity, 3);
    assert.match(String(own?.message), / Recommended: let the CISO report to the CEO \(CEO, by 31 March 2027\)\.$/);
    assert.equal(await server.end(), 0);
  });
});
