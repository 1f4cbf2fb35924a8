import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import { Client } from "../kit/lsp-client.ts";

const uri = "file:///clients/example.itorg.yaml";
const file = `itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
`;
const names = { here: "example.itorg.yaml with unsaved changes", other: "other.itorg.yaml" };

let client: Client | undefined;
afterEach(() => client?.process.kill());

async function comparing(text: string, other: string) {
  client = new Client(["dist/server.js", "--stdio"]);
  await client.initialize({}, { initializationOptions: { today: "2026-11-22" } });
  await client.open(uri, text);
  const found = await client.request<unknown>("itorg/compare", { textDocument: { uri }, other, names });
  assert.equal(await client.end(), 0);
  return found as { markdown: string; changes: number; ended: number; new: number; isOtherLater: boolean };
}

describe("server: a file and another", () => {
  it("are compared, the other as what was before", async () => {
    const other = file.replace("heldBy: Cy Ho, reportsTo: cio", "heldBy: Di Fox, reportsTo: ceo");
    const found = await comparing(file, other);
    assert.equal(found.changes, 2);
    assert.equal(found.new, 1, found.markdown);
    assert.equal(found.isOtherLater, false);
    assert.match(
      found.markdown,
      /^# Example\n\nother\.itorg\.yaml, then example\.itorg\.yaml with unsaved changes: 2 changes; /,
    );
    assert.match(found.markdown, /^- The CISO has another holder: Cy Ho, no longer Di Fox\.$/m);
    assert.match(found.markdown, /^- The CISO now reports to the CIO, no longer to the CEO\.$/m);
    assert.match(
      found.markdown,
      /^## New findings\n\n- warning: The CISO reports to the CIO\. \\\[ciso-in-it-line\\\]$/m,
    );
  });

  it("are put in the order of a target, whichever is open", async () => {
    const target = file.replace("itorg: 1\n", "itorg: 1\nstate: to-be\n").replace("reportsTo: cio", "reportsTo: ceo");
    const found = await comparing(file, target);
    assert.equal(found.isOtherLater, true);
    assert.match(found.markdown, /^- The CISO now reports to the CEO, no longer to the CIO\.$/m);
    assert.equal(found.ended, 1);
  });

  it("may be the same, or no file of a client at all", async () => {
    assert.equal((await comparing(file, file)).changes, 0);
    assert.ok((await comparing(file, "%PDF-1.4\n\u0000")).changes > 0);
  });
});
