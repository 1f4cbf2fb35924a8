import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import type {
  AnswerParams,
  AnswerResult,
  ChartTab,
  EditResult,
  ExportResult,
  FindingsTab,
  LocateResult,
  MatrixTab,
  OverviewResult,
  PlanTab,
  PreviewResult,
  PreviewTab,
  QuestionsTab,
  RemediesResult,
  ShownEdit,
} from "../../server/preview-protocol.ts";
import { exportKinds, exportNames, previewTabs } from "../../server/preview-protocol.ts";
import { Client } from "../kit/lsp-client.ts";

/** From the Big List of Naughty Strings (test/data/blns, MIT). */
const naughty = JSON.parse(readFileSync("test/data/blns/blns.json", "utf8")) as string[];

const uri = "file:///clients/example.itorg.yaml";
const file = `itorg: 1
organization: { name: Example, headcount: 300, sector: manufacturing }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo, deputy: not-asked }
  ciso: { heldBy: Cy Ho, reportsTo: cio } # kept
  it-director: not-asked
activities:
  security: { accountable: ciso, responsible: cio }
recommended:
  - { rule: ciso-in-it-line, at: posts.ciso.reportsTo, do: report-to-ceo, owner: ceo, due: 2027-03-31, status: agreed }
`;

let client: Client | undefined;
afterEach(() => client?.process.kill());

async function opened(text = file): Promise<Client> {
  client = new Client(["dist/server.js", "--stdio"]);
  await client.initialize({}, { initializationOptions: { today: "2026-11-22" } });
  await client.open(uri, text);
  return client;
}

async function shown(server: Client, tab: PreviewTab, more: object = {}) {
  const found = await server.request<PreviewResult>("itorg/preview", { textDocument: { uri }, tab, ...more });
  assert.ok(found);
  assert.equal(found.content.tab, tab);
  return found;
}

const answer = (server: Client, params: Omit<AnswerParams, "textDocument">) =>
  server.request<AnswerResult>("itorg/answer", { textDocument: { uri }, ...params });

function applied(text: string, result: AnswerResult | EditResult): string {
  assert.ok(result && "edits" in result, JSON.stringify(result));
  const of = new Text(text);
  const sorted = result.edits.toSorted(
    (a: ShownEdit, b: ShownEdit) => of.offsetAt(b.range.start) - of.offsetAt(a.range.start),
  );
  return sorted.reduce(
    (all, { range, newText }) => all.slice(0, of.offsetAt(range.start)) + newText + all.slice(of.offsetAt(range.end)),
    text,
  );
}

describe("server: the preview", () => {
  it("says of every tab what it is of, and how much there is", async () => {
    const server = await opened();
    for (const tab of previewTabs) {
      const found = await shown(server, tab);
      assert.deepEqual([found.version, found.title, found.isWhole], [1, "Example", true]);
      assert.equal(found.counts.plan, 1);
      assert.ok(found.counts.findings > 0 && found.counts.questions > 0);
    }
    await assert.rejects(shown(server, "news" as PreviewTab), /There is no tab "news"/);
    assert.equal(await server.end(), 0);
  });

  it("draws the chart in the colours of the page, and keeps its arrangement", async () => {
    const server = await opened();
    const chart = (await shown(server, "chart")).content as ChartTab;
    assert.match(chart.svg, /data-at="posts\.ciso"[^>]* role="treeitem" tabindex="-1" aria-level="4"/);
    assert.match(chart.svg, /fill="var\(--itorg-box\)"/);
    assert.doesNotMatch(chart.svg, /#[0-9a-f]{6}|<style|<script| style=/);
    const kept = (await shown(server, "chart", { arrangement: { hangFrom: 0, columns: 1 } })).content as ChartTab;
    assert.deepEqual(kept.arrangement, { hangFrom: 0, columns: 1 });
    const odd = (await shown(server, "chart", { arrangement: { hangFrom: -1, columns: "many" } })).content as ChartTab;
    assert.deepEqual(odd.arrangement, chart.arrangement);
    assert.equal(await server.end(), 0);
  });

  it("shows a finding that somebody has agreed to end as settled, in the chart and in the list", async () => {
    const server = await opened();
    const chart = (await shown(server, "chart")).content as ChartTab;
    const box = chart.svg.split("<g ").find((one) => one.startsWith('data-at="posts.ciso"'));
    assert.match(box ?? "", /settled: CISO inside the IT line/);
    const { findings } = (await shown(server, "findings")).content as FindingsTab;
    const own = findings.find(({ rule }) => rule === "ciso-in-it-line");
    assert.equal(own?.state, "recommended");
    assert.match(own?.settled ?? "", /^Recommended: let the CISO report to the CEO \(CEO, by 31 March 2027\)\.$/);
    assert.ok((own?.sources.length ?? 0) > 0);
    assert.equal(await server.end(), 0);
  });

  it("says that a text is not whole, so that an earlier picture can stay", async () => {
    const server = await opened(`${file}teams: { a: [\n`);
    assert.equal((await shown(server, "chart")).isWhole, false);
    await server.change(uri, 2, [{ text: file }]);
    const after = await shown(server, "chart");
    assert.deepEqual([after.isWhole, after.version], [true, 2]);
    assert.equal(await server.end(), 0);
  });

  it("has nothing to show of what is not open or not ours", async () => {
    const server = await opened();
    const other = { textDocument: { uri: "file:///clients/other.itorg.yaml" }, tab: "chart" };
    assert.equal(await server.request("itorg/preview", other), null);
    const config = "file:///clients/itorg.config.yaml";
    await server.open(config, "itorg: 1\n", 1, "itorg-config");
    assert.equal(await server.request("itorg/preview", { textDocument: { uri: config }, tab: "plan" }), null);
    assert.equal(await server.end(), 0);
  });

  it("gives each cell of the matrix the place where it is written", async () => {
    const server = await opened();
    const matrix = (await shown(server, "matrix")).content as MatrixTab;
    const [row] = matrix.fields.flatMap(({ rows }) => rows);
    const cells = row?.cells.map((cell) => cell && [cell.letters, cell.at]);
    assert.deepEqual(
      matrix.columns.map(({ at }) => at),
      ["posts.cio", "posts.ciso"],
    );
    assert.deepEqual(cells, [
      ["R", "activities.security.responsible"],
      ["A", "activities.security.accountable"],
    ]);
    assert.equal(await server.end(), 0);
  });

  it("finds the text of a place, and the entry around a position", async () => {
    const server = await opened();
    const locate = (params: object) =>
      server.request<LocateResult>("itorg/locate", { textDocument: { uri }, ...params });
    const ciso = await locate({ at: "posts.ciso.reportsTo" });
    assert.deepEqual(ciso?.range.start, { line: 5, character: 36 });
    assert.deepEqual(await locate({ position: { line: 5, character: 20 } }).then((found) => found?.at), "posts.ciso");
    assert.equal(await locate({ position: { line: 0, character: 0 } }), null);
    assert.equal(await locate({ at: "posts[" }), null);
    assert.equal(await server.end(), 0);
  });
});

describe("server: remedies and the plan", () => {
  it("are those of the light bulb, in its order and with its first choice", async () => {
    const server = await opened(file.slice(0, file.indexOf("recommended:")));
    const params = { textDocument: { uri }, rule: "ciso-in-it-line", at: "posts.ciso.reportsTo" };
    const found = await server.request<RemediesResult>("itorg/remedies", params);
    const located = await server.request<LocateResult>("itorg/locate", { textDocument: { uri }, at: params.at });
    const diagnostics = await server.published(uri);
    const own = diagnostics.filter(({ code }) => code === "ciso-in-it-line");
    const bulb = await server.actions(uri, located!.range, own);
    const titles = found?.remedies.map(({ title }) => title) ?? [];
    const shownThere = bulb.filter(({ diagnostics: of }) => of?.some(({ code }) => code === "ciso-in-it-line"));
    assert.ok(titles.length > 2);
    assert.deepEqual(
      titles,
      shownThere.map(({ title }) => title).filter((title) => titles.includes(title)),
    );
    assert.deepEqual(
      found?.remedies.map(({ isPreferred }) => isPreferred),
      titles.map((title) => bulb.find((one) => one.title === title)?.isPreferred ?? false),
    );
    assert.equal(found?.remedies[0]?.does, "recommend");
    assert.ok(found?.remedies.some(({ does, title }) => does === "accept" && title.startsWith("Accept this risk")));
    assert.ok(found?.remedies.some(({ does, title }) => does === "other" && title.startsWith("Correct the record")));
    assert.equal(await server.request("itorg/remedies", { ...params, rule: "no-such-rule" }), null);
    assert.equal(await server.end(), 0);
  });

  it("change the status of an entry, and nothing else", async () => {
    const server = await opened();
    const plan = (await shown(server, "plan")).content as PlanTab;
    const [entry] = plan.recommended;
    assert.deepEqual(
      [entry?.place, entry?.title, entry?.owner, entry?.due, entry?.isOverdue, entry?.status, entry?.stands],
      ["recommended[0]", "Let the CISO report to the CEO", "CEO", "2027-03-31", false, "agreed", true],
    );
    const change = (place: string, status: string) =>
      server.request<EditResult | null>("itorg/statusChange", { textDocument: { uri }, place, status });
    assert.equal(applied(file, await change("recommended[0]", "done")), file.replace("status: agreed", "status: done"));
    assert.equal(await change("recommended[0]", "perhaps"), null);
    assert.equal(await change("recommended[1]", "done"), null);
    assert.ok(plan.unplanned.every(({ rule }) => rule !== "ciso-in-it-line"));
    assert.equal(await server.end(), 0);
  });
});

describe("server: answers", () => {
  const questions = async (server: Client) => ((await shown(server, "questions")).content as QuestionsTab).sheets;
  const factAt = async (server: Client, at: string) =>
    (await questions(server))
      .flatMap((sheet) => sheet.questions.flatMap(({ facts }) => facts))
      .find((one) => one.at === at);

  it("are asked for with the control that fits the field", async () => {
    const server = await opened();
    const deputy = await factAt(server, "posts.cio.deputy");
    assert.deepEqual(
      deputy?.parts.map(({ key, kind, own }) => [key, kind, own]),
      [["", "one", true]],
    );
    const { lists } = (await shown(server, "questions")).content as QuestionsTab;
    const [part] = deputy?.parts ?? [];
    assert.ok(lists[part?.list ?? ""]?.some(({ id, title }) => id === "ciso" && title === "CISO (Cy Ho)"));
    assert.equal(part?.except, "cio", "nobody stands in for himself");
    assert.deepEqual(deputy?.words, ["none", "unknown", "declined", "not-applicable"]);
    const director = await factAt(server, "posts.it-director");
    assert.deepEqual(
      director?.parts.map(({ key }) => key),
      ["heldBy"],
    );
    assert.deepEqual(director?.words, ["vacant", "none", "unknown", "declined", "not-applicable"]);
    assert.equal(await server.end(), 0);
  });

  it("are one smallest edit each", async () => {
    const server = await opened();
    const deputy = await answer(server, { at: "posts.cio.deputy", values: { "": "ciso" } });
    assert.equal(applied(file, deputy), file.replace("deputy: not-asked", "deputy: ciso"));
    const nobody = await answer(server, { at: "posts.cio.deputy", word: "unknown" });
    assert.equal(applied(file, nobody), file.replace("deputy: not-asked", "deputy: unknown"));
    const held = await answer(server, { at: "posts.it-director", values: { heldBy: "Di Ng" } });
    assert.equal(applied(file, held), file.replace("it-director: not-asked", "it-director: { heldBy: Di Ng }"));
    const vacant = await answer(server, { at: "posts.it-director", word: "vacant" });
    assert.equal(applied(file, vacant), file.replace("it-director: not-asked", "it-director: vacant"));
    assert.equal(await server.end(), 0);
  });

  it("put the talk on record with the first of a person and day", async () => {
    const server = await opened();
    const first = await answer(server, {
      at: "posts.cio.deputy",
      values: { "": "ciso" },
      interview: { with: "Bo Li", by: "L. Ortega" },
    });
    const written = applied(file, first);
    assert.match(written, /\ninterviews:\n {2}- date: 2026-11-22\n {4}with: Bo Li\n {4}by: L. Ortega\n/);
    await server.change(uri, 2, [{ text: written }]);
    const second = await answer(server, { at: "posts.it-director", word: "none", interview: { with: "Bo Li" } });
    assert.equal(applied(written, second), written.replace("it-director: not-asked", "it-director: none"));
    const note = await answer(server, { interview: { with: "Bo Li", note: "In a hurry: call again" } });
    assert.match(applied(written, note), /by: L. Ortega\n {4}note: "In a hurry: call again"\n/);
    assert.equal(await server.end(), 0);
  });

  it("that cannot stand there are not written, and say why", async () => {
    const server = await opened();
    const bad = await answer(server, { at: "posts.cio.deputy", values: { "": "no-such-post" } });
    assert.ok(bad && "refused" in bad && bad.refused === "value", JSON.stringify(bad));
    assert.match(bad.says, /no-such-post/);
    assert.deepEqual(await answer(server, { at: "posts.cio.deputy", word: "perhaps" }), { refused: "place", says: "" });
    assert.deepEqual(await answer(server, { at: "posts.cio.deputy", values: {} }), { refused: "place", says: "" });
    assert.deepEqual(await answer(server, { at: "][", word: "none" }), { refused: "place", says: "" });
    assert.equal(await server.end(), 0);
  });

  it("that are names stay names, whatever is in them", async () => {
    const server = await opened();
    const none = await answer(server, { at: "posts.it-director", values: { heldBy: "none" } });
    assert.match(applied(file, none), /it-director: \{ heldBy: "none" \}/);
    for (const text of naughty) {
      // Not by the client's own request, which takes an "undefined" for a leak of ours.
      const params = { textDocument: { uri }, at: "posts.it-director", values: { heldBy: text } };
      const result = await server.connection.sendRequest<AnswerResult>("itorg/answer", params);
      if (result && "edits" in result)
        assert.ok(applied(file, result).startsWith(file.slice(0, file.indexOf("  it-director"))), text);
      else assert.ok(result && "refused" in result, text);
    }
    assert.equal(await server.end(), 0);
  });
});

describe("server: what there is to do at each client", () => {
  const other = "file:///clients/other.itorg.yaml";
  const overview = (server: Client) => server.request<OverviewResult>("itorg/overview", {});

  it("is counted by person, severity and owner, with the decisions that end soon", async () => {
    const server = await opened(`${file.replace("deputy: not-asked", "deputy: none")}accepted:
  - { rule: key-person, at: posts.cio.deputy, reason: small, approvedBy: ceo, until: 2027-01-15, compensatingControl: none }
  - { rule: ciso-in-it-line, at: posts.ciso.reportsTo, reason: small, approvedBy: ceo, until: 2027-06-01, compensatingControl: none }
`);
    const [client, ...more] = await overview(server);
    assert.ok(client);
    assert.deepEqual(more, []);
    const sheets = ((await shown(server, "questions")).content as QuestionsTab).sheets;
    assert.deepEqual(
      client.questions.map(({ whom, count }) => [whom, count]),
      sheets.map(({ whom, questions }) => [whom, questions.length]),
    );
    const { findings } = (await shown(server, "findings")).content as FindingsTab;
    const open = findings.filter(({ state }) => state !== "accepted");
    assert.deepEqual(
      client.findings.flatMap(({ severity, items }) => items.map(({ says }) => [severity, says])),
      open.map(({ severity, says }) => [severity, says]),
    );
    assert.deepEqual(
      client.plan.map(({ owner, items }) => [owner, items.map(({ title, due }) => [title, due])]),
      [["CEO", [["Let the CISO report to the CEO", "2027-03-31"]]]],
    );
    const inForce = findings.filter(({ state }) => state === "accepted").map(({ rule }) => rule);
    assert.deepEqual(
      client.lapsing.map(({ until }) => until),
      ["2027-01-15"],
    );
    assert.ok(inForce.includes("key-person"), "the decision is in force");
    assert.equal(await server.end(), 0);
  });

  it("is said of no client that is not to be on the screen", async () => {
    client = new Client(["dist/server.js", "--stdio"]);
    await client.initialize({}, { initializationOptions: { today: "2026-11-22", show: "activeFile" } });
    await client.open(uri, file);
    await client.open(other, file.replace("Example", "Quillfeather"));
    await client.connection.sendNotification("itorg/activeFile", { uri });
    assert.deepEqual(
      (await overview(client)).map(({ title }) => title),
      ["Example"],
    );
    await client.connection.sendNotification("itorg/activeFile", { uri: other });
    const seen = await overview(client);
    assert.deepEqual(
      seen.map(({ title }) => title),
      ["Quillfeather"],
    );
    assert.ok(!JSON.stringify(seen).includes("Example"));
    assert.equal(await client.end(), 0);
  });
});

describe("server: exports", () => {
  it("say no word of a name where names are not to be said", async () => {
    const text = readFileSync("samples/halden.itorg.yaml", "utf8");
    const server = await opened(text);
    const names = [...text.matchAll(/(?:heldBy|with|by): (?:\[)?([A-Z][\p{L}'.]+(?: [A-Z][\p{L}'.-]+)+)/gu)].map(
      ([, name = ""]) => name,
    );
    const words = new Set(names.flatMap((name) => name.match(/[\p{L}]{3,}/gu) ?? []).map((word) => word.toLowerCase()));
    assert.ok(words.size > 10);
    for (const kind of exportKinds)
      for (const how of exportNames) {
        const params = { textDocument: { uri }, kind, names: how };
        const content = (await server.request<ExportResult>("itorg/export", params))?.content ?? "";
        assert.ok(content.length > 100, kind);
        // Somebody there is called Lang, which is a word of HTML as well.
        const shownText = content.replace('<html lang="en">', "");
        const said = new Set((shownText.match(/[\p{L}]{3,}/gu) ?? []).map((word) => word.toLowerCase()));
        const leaks = [...words].filter((word) => said.has(word));
        if (how === "full") assert.ok(leaks.length > 5, `${kind} names people in full`);
        else assert.deepEqual(leaks, [], `${kind}, ${how}`);
      }
    await assert.rejects(
      server.request("itorg/export", { textDocument: { uri }, kind: "constructor", names: "full" }),
      /There is no export/,
    );
    assert.equal(await server.end(), 0);
  });
});
