import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, it } from "node:test";
import { countOf } from "../../server/analysis/question-groups.ts";
import { type QuestionsResult, questionsRequest } from "../../server/protocol.ts";
import { plain } from "../../server/reports/formats/format.ts";
import { markdownWith } from "../../server/reports/formats/questions/markdown.ts";
import { check, today } from "../kit/check-fixture.ts";
import { Client } from "../kit/lsp-client.ts";

describe("server: questions", () => {
  it("are what the command line prints as Markdown, and none for a file that is not open", async () => {
    const client = new Client(["dist/server.js", "--stdio"]);
    // A server that a failed test leaves behind would keep this process alive.
    after(() => client.process.kill());
    await client.initialize({}, { initializationOptions: { today } });
    const content = readFileSync("samples/pinecrest.itorg.yaml", "utf8");
    const uri = "file:///clients/pinecrest.itorg.yaml";
    const ask = (textDocument: { uri: string }) => client.request<QuestionsResult>(questionsRequest, { textDocument });
    assert.equal(await ask({ uri }), null);
    await client.open(uri, content);
    const analysis = check(content);
    assert.deepEqual(await ask({ uri }), {
      markdown: markdownWith(false).write([{ path: "a", analysis }], plain),
      count: countOf(analysis.questions).all,
    });
    assert.equal(await client.end(), 0);
  });
});
