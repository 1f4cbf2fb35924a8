import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { applyEdits, Text } from "../../server/base/text.ts";
import { hintCard, inlayHints } from "../../server/features/inlay-hints.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";

/** In these fixtures `«Ann Ode»` is a hint: taken out, the text gives exactly these hints. */
function checkHints(source: string): void {
  const text = new Text(head + source.replace(/«[^»]*»/g, ""));
  const all = inlayHints(snapshotOf(text, today), { start: 0, end: text.content.length });
  const shown = applyEdits(
    text.content,
    all.map(({ offset, label }) => ({ span: { start: offset, end: offset }, newText: `«${label}»` })),
  );
  assert.equal(shown, head + source);
}

describe("inlay hints", () => {
  it("name the holder behind every reference to a post", () =>
    checkHints(`posts:
  cfo: { heldBy: Paul Reyes, reportsTo: ceo }
  cio: { heldBy: Bo Li, reportsTo: cfo«Paul Reyes», dottedLineTo: [cfo«Paul Reyes», "ciso"«Eve Roy»], deputy: 'ciso'«Eve Roy» }
  ciso:
    heldBy: Eve Roy
    reportsTo: cio«Bo Li»
    boardReport: { form: oral, to: cfo«Paul Reyes» }
teams:
  desk: { headedBy: cio«Bo Li», members: 4 }
providers:
  north: { overseenBy: cio«Bo Li» }
committees:
  audit: { chair: cfo«Paul Reyes», members: [cfo«Paul Reyes», Ann Ode], invitees: ciso«Eve Roy», reportsTo: board }
activities:
  security: { responsible: ciso«Eve Roy», accountable: cio«Bo Li», consulted: [cfo«Paul Reyes»] }
accepted: [{ rule: ciso-in-it-line, at: posts.ciso, reason: small, approvedBy: cfo«Paul Reyes» }]
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
  ciso: { reportsTo: cfo«vacant», dottedLineTo: [coo«vacant», ceo«Ann Ode and Bo Li», cro«Ann Ode and 2 others», vcio«North IT», cio«Dee Fox»] }
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
    deputy: cro # that is PAUL REYES, by letter
    dottedLineTo: [cro] # Paul Reyes
    title: cro
    notes: cro
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
