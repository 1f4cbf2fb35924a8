import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, Text } from "../../server/base/text.ts";
import { hintCard, inlayHints } from "../../server/features/inlay-hints.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";

/** In these fixtures `«Ann Ode»` is a hint "(Ann Ode)": taken out, the text gives exactly these hints. */
function checkHints(source: string): void {
  const text = new Text(head + source.replace(/«[^»]*»/g, ""));
  const all = inlayHints(snapshotOf(text, today), { start: 0, end: text.content.length });
  const shown = applyEdits(
    text.content,
    all.map(({ offset, label }) => ({
      span: { start: offset, end: offset },
      newText: `«${label.replace(/^\((.*)\)$/, "$1")}»`,
    })),
  );
  assert.equal(shown, head + source);
}

describe("inlay hints", () => {
  it("name the holder where one asks who that is: in lines, in accountability and in the chair", () =>
    checkHints(`posts:
  cfo: { heldBy: Paul Reyes, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: cfo«Paul Reyes», dottedLineTo: [cfo, "ciso"], deputy: 'ciso' }
  ciso:
    heldBy: Eve Roy
    reportsTo: cio«Bo Li»
    boardReport: { form: oral, to: cfo }
teams:
  desk: { headedBy: cio, members: 4 }
providers:
  north: { overseenBy: cio }
committees:
  audit: { chair: cfo«Paul Reyes», members: [cfo, Ann Ode], invitees: ciso, reportsTo: board }
activities:
  security: { responsible: ciso, accountable: cio«Bo Li», consulted: [cfo] }
accepted: [{ rule: ciso-in-it-line, at: posts.ciso, reason: small, approvedBy: cfo }]
`));

  it("say that a post is vacant, held by several, by a provider, or held under another name than its role", () =>
    checkHints(`providers:
  north: { name: North IT }
posts:
  cfo: vacant
  coo: { heldBy: vacant }
  ceo: { heldBy: [Ann Ode, Bo Li] }
  cro: { heldBy: [Ann Ode, Bo Li, Cy Ho] }
  vcio: { heldBy: provider:north }
  head-tech: { role: cio, heldBy: Dee Fox }
committees:
  a: { chair: cfo«vacant», reportsTo: coo«vacant» }
  b: { chair: ceo«Ann Ode and Bo Li», reportsTo: cro«Ann Ode and 2 others» }
  c: { chair: vcio«North IT», reportsTo: cio«Dee Fox» }
`));

  it("say nothing of who is not known, nor where the name stands already", () =>
    checkHints(
      `posts:
  ceo: none
  cfo:
  cio: { heldBy: unknown, reportsTo: ceo }
  cro: { heldBy: Paul Reyes }
  ciso: { heldBy: Eve Roy, reportsTo: cio, deputy: coo, dottedLineTo: [cfo, board] } # Paul Reyes
  dpo:
    heldBy: Eve Roy
    reportsTo: cro«Paul Reyes» # not Paul
  cto: { reportsTo: cro } # that is PAUL REYES, by letter
  vcio: { title: cro, notes: cro }
committees:
  a: { reportsTo: cro«Paul Reyes», chair: cro }
  b:
    reportsTo: cro«Paul Reyes»
    chair: cro«Paul Reyes»
`,
    ));

  it("stand once where an alias repeats what is written", () =>
    checkHints(`posts:
  cfo: { heldBy: Paul Reyes }
  cio: &lead { heldBy: Bo Li, reportsTo: &top cfo«Paul Reyes» }
  cto: { <<: *lead, role: cto }
  ciso: { reportsTo: *top }
`));

  it("come only for the lines asked for", () => {
    const { text, start, end } = readCursor(
      `${head}posts:\n  cfo: { heldBy: Paul Reyes }\n  cio: { reportsTo: cfo }\n<|>  cto: { reportsTo: cfo }\n  dpo: { reportsTo: cfo }\n`,
    );
    assert.equal(start, end);
    const line = { start, end: text.content.indexOf("\n", start) };
    const found = inlayHints(snapshotOf(text, today), line);
    assert.deepEqual(
      found.map(({ offset }) => offset),
      [text.content.indexOf("cfo }", start) + 3],
    );
  });

  it("tell on hover what the post is and what the file says of it", () => {
    const text = new Text(`${head}posts:\n  cfo: { heldBy: Paul Reyes, reportsTo: ceo }\n  cio: { reportsTo: cfo }\n`);
    const card = hintCard(snapshotOf(text, today), "cfo", () => undefined);
    assert.match(card?.head ?? "", /Held by Paul Reyes[\s\S]*Reporting to it: CIO/);
  });
});
