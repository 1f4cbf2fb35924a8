import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { lensAnswer, lenses, type PostLenses } from "../../server/features/lenses.ts";
import { today } from "../kit/check-fixture.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";

/** Each lens as "line key: counts", with the lines and texts of the places that it counts. */
function shown(source: string, above: PostLenses = "all"): [string, string[]][] {
  const text = new Text(head + source);
  const snapshot = snapshotOf(text, today);
  const show = ({ start, end }: { start: number; end: number }) =>
    `${text.positionAt(start).line} ${text.content.slice(start, end)}`;
  return lenses(snapshot, above).map(({ post, about, span }) => {
    const answer = lensAnswer(snapshot, about, post) ?? assert.fail(`${post} ${about}`);
    const counts = Object.entries(answer.counts).map(([what, count]) => `${count} ${what}`);
    return [`${show(span)}: ${counts.join(", ")}`, answer.places.map(show)];
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
    assert.match(found[0]![0], /^2 posts: 4 posts, [1-9]\d* findings, [1-9]\d* questions$/);
    // The conflict stands at the CISO's line, and concerns the CIO as well: the card of either lists it.
    assert.deepEqual(found.slice(1), [
      ["3 ceo: 2 reports", ["4 cio", "8 cfo"]],
      ["4 cio: 1 reports", ["7 ciso"]],
      ["4 cio: 2 duties", ["10 cio", "11 cio"]],
      ["4 cio: 1 findings", ["7 cio"]],
      ["7 ciso: 1 duties", ["10 ciso"]],
      ["7 ciso: 1 findings", ["7 cio"]],
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
      ["3 head-tech: 1 reports", "3 head-tech: 1 duties"],
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

  it("count above a post what its card lists: also a conflict of its duties, and no slip of a half-typed line", () => {
    const duties = `posts:
  ceo: { heldBy: Ann Ode }
  it-manager: { heldBy: Bo Li, reportsTo: ceo }
activities:
  access-approve: { responsible: it-manager, accountable: ceo }
  access-provision: { responsible: it-manager, accountable: ceo }
`;
    const conflict = shown(duties, "findings").find(([title]) => title.includes("it-manager: ")) ?? assert.fail();
    assert.ok(
      conflict[1].some((place) => /^[78] /.test(place)),
      conflict.join(": "),
    );
    const typing = shown("posts:\n  ceo: { heldBy: Ann Ode }\n  cdo: { heldB }\n", "findings");
    assert.deepEqual(
      typing.filter(([title]) => title.includes("cdo: ")),
      [],
    );
  });

  it("stand above the posts alone where nobody wants more, and offer a beginning in an empty file", () => {
    const [all, ...more] = shown("posts:\n  ceo: { heldBy: Ann Ode }\n  cio: none\n", "none");
    assert.match(all?.[0] ?? "", /^2 posts: 1 posts, \d+ findings, \d+ questions$/);
    assert.deepEqual(more, []);
    for (const empty of ["", " \n\n"]) {
      const snapshot = snapshotOf(new Text(empty), today);
      assert.deepEqual(
        lenses(snapshot, "all").map(({ about }) => about),
        ["begin", "example"],
      );
    }
  });

  it("have no answer for a post that has gone", () => {
    const snapshot = snapshotOf(new Text(`${head}posts: { cio: vacant }\n`), today);
    assert.equal(lensAnswer(snapshot, "reports", "cto"), undefined);
    assert.equal(lensAnswer(snapshot, "reports", "cio"), undefined);
  });
});
