import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { type Link, reportsOf, stationsAt, superiorsOf } from "../../server/features/hierarchy.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { snapshotOf } from "../kit/standard.ts";

const content = `itorg: 1
organization: { name: Example }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio:
    heldBy: [Bo Li, provider:north]
    reportsTo: ceo
    dottedLineTo: [audit, ceo, cfo]
  ciso: &below { reportsTo: cio, dottedLineTo: cio }
  dpo: { <<: *below, heldBy: Bo Li, reportsTo: audit }
  vp: { <<: *below, title: VP }
  ring: { reportsTo: ring }
providers: { north: { name: North Ltd } }
committees:
  audit: { chair: external, reportsTo: board }
`;
const snapshot = snapshotOf(new Text(content), today);
const text = ({ start, end }: { start: number; end: number }) => content.slice(start, end);

/** "cio (Bo Li and North Ltd): ceo, ceo": a station and the references that draw the line. */
const shown = ({ station: { target, detail }, references }: Link): string =>
  `${target.id}${detail === "" ? "" : ` (${detail})`}: ${references.map(text).join(", ")}`;
const post = (id: string) => ({ section: "posts", id }) as const;
const committee = (id: string) => ({ section: "committees", id }) as const;

function at(marked: string): string[] {
  const { start } = readCursor(content.replace(marked.replace("<|>", ""), marked));
  return stationsAt(snapshot, start).map(
    ({ target, span, nameSpan }) => `${target.section} ${target.id} ${text(nameSpan)} ${text(span).length}`,
  );
}

describe("the hierarchy of posts and committees", () => {
  it("begins at a key, a reference, a person's name, or anywhere in an entry", () => {
    const cio = `posts cio cio ${content.slice(content.indexOf("cio:"), content.indexOf("\n  ciso")).length}`;
    assert.deepEqual(at("  c<|>io:\n"), [cio]);
    assert.deepEqual(at("reportsTo: ci<|>o,"), [cio]);
    assert.deepEqual(at("    dotted<|>LineTo: ["), [cio]);
    assert.deepEqual(
      at("heldBy: [Bo<|> Li").map((one) => one.split(" ")[1]),
      ["cio", "dpo"],
    );
    assert.deepEqual(at("[au<|>dit, ceo"), ["committees audit audit 44"]);
    assert.deepEqual(at("ceo, cf<|>o]"), ["posts cfo cfo 3"], "a post without an entry stands where it is named");
    assert.deepEqual(at("Ode, reportsTo: bo<|>ard"), ["committees board board 5"]);
    assert.deepEqual(at("name: Ex<|>ample"), []);
    assert.deepEqual(at("name: North<|> Ltd"), []);
  });

  it("has those who report to it below it", () => {
    assert.deepEqual(reportsOf(snapshot, post("ceo")).map(shown), ["cio (Bo Li and North Ltd): ceo"]);
    assert.deepEqual(reportsOf(snapshot, post("cio")).map(shown), ["ciso: cio", "vp: cio"]);
    assert.deepEqual(reportsOf(snapshot, committee("audit")).map(shown), ["dpo (Bo Li): audit"]);
    assert.deepEqual(reportsOf(snapshot, committee("board")).map(shown), ["ceo (Ann Ode): board", "audit: board"]);
    assert.deepEqual(reportsOf(snapshot, post("ring")).map(shown), ["ring: ring"]);
    assert.deepEqual(reportsOf(snapshot, post("nobody")), []);
  });

  it("has its superior and its dotted lines above it, each once", () => {
    assert.deepEqual(superiorsOf(snapshot, post("cio")).map(shown), [
      "ceo (Ann Ode): ceo, ceo",
      "audit: audit",
      "cfo: cfo",
    ]);
    assert.deepEqual(superiorsOf(snapshot, post("vp")).map(shown), ["cio (Bo Li and North Ltd): cio, cio"]);
    assert.deepEqual(superiorsOf(snapshot, post("dpo")).map(shown), ["audit: audit", "cio (Bo Li and North Ltd): cio"]);
    assert.deepEqual(superiorsOf(snapshot, committee("audit")).map(shown), ["board: board"]);
    assert.deepEqual(superiorsOf(snapshot, post("cfo")), []);
    assert.deepEqual(superiorsOf(snapshot, post("nobody")), []);
  });
});
