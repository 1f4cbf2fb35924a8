import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { lensAnswer, lenses } from "../../server/features/lenses.ts";
import { today } from "../kit/check-fixture.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";

/** Each lens as "line key: title", with the lines and texts of the places that it counts. */
function shown(source: string): [string, string[]][] {
  const text = new Text(head + source);
  const snapshot = snapshotOf(text, today);
  const show = ({ start, end }: { start: number; end: number }) =>
    `${text.positionAt(start).line} ${text.content.slice(start, end)}`;
  return lenses(snapshot).map(({ post, about, span }) => {
    const answer = lensAnswer(snapshot, post, about) ?? assert.fail(`${post} ${about}`);
    return [`${show(span)}: ${answer.title}`, answer.places.map(show)];
  });
}

describe("code lenses", () => {
  it("count direct reports, duties and findings above each post that has any", () => {
    const found = shown(`posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio:
    heldBy: Bo Li
    reportsTo: ceo
  ciso: { heldBy: Eve Roy, reportsTo: cio }
  cfo: { heldBy: Paul Reyes, reportsTo: ceo }
activities:
  security: { responsible: [ciso, cio], accountable: cio }
  it-strategy: { accountable: cio, consulted: cfo }
`);
    assert.deepEqual(found, [
      ["3 ceo: 2 direct reports", ["4 cio", "8 cfo"]],
      ["4 cio: 1 direct report", ["7 ciso"]],
      ["4 cio: 2 duties", ["10 cio", "10 cio", "11 cio"]],
      ["7 ciso: 1 duty", ["10 ciso"]],
      ["7 ciso: 1 finding", ["7 cio"]],
    ]);
  });

  it("find a post by its role, and stand only above what is written and is there", () => {
    const found = shown(`posts:
  head-tech: { role: cio, heldBy: Bo Li }
  desk: { heldBy: Cy Ho, reportsTo: cio }
  network: { heldBy: Dee Fox, reportsTo: ceo }
  ghost: none
  phones: { heldBy: Gil Roe, reportsTo: ghost }
activities:
  it-strategy: { responsible: cio }
`).map(([title]) => title);
    assert.deepEqual(
      found.filter((title) => !title.includes("finding")),
      ["3 head-tech: 1 direct report", "3 head-tech: 1 duty"],
    );
    assert.ok(!found.some((title) => title.startsWith("6 ghost")));
  });

  it("leave out what is accepted, and what another post's merge key repeats", () => {
    const found = shown(`posts:
  cro: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li }
  ciso: { heldBy: Eve Roy, reportsTo: cio }
accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: small, approvedBy: cro, until: 2027-03-31 }
`).map(([title]) => title);
    assert.deepEqual(
      found.filter((title) => title.startsWith("5 ciso")),
      [],
    );
    assert.deepEqual(
      shown("x-more: &more { cio: { heldBy: Bo Li }, ciso: { reportsTo: cio } }\nposts: { <<: *more }\n"),
      [],
    );
  });

  it("have no answer for a post that has gone", () => {
    const snapshot = snapshotOf(new Text(`${head}posts: { cio: vacant }\n`), today);
    assert.equal(lensAnswer(snapshot, "cto", "reports"), undefined);
    assert.equal(lensAnswer(snapshot, "cio", "reports"), undefined);
  });
});
