import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inFull } from "../kit/in-full.ts";
import { file, judged, only, titles, tryRemedies } from "../kit/judged.ts";

describe("no-deputy", () => {
  const rule = "no-deputy";
  const isJudged = (activities: string, posts = "cfo: { heldBy: Ann Ode, deputy: none }", rest = "") =>
    judged(rule, file(`posts: { ${posts} }\nactivities: { ${activities} }\n${rest}`));
  const own = (fields: string, ...ids: string[]) => ids.map((id) => `${id}: { ${fields} }`).join(", ");
  const three = ["invoice-approval", "purchase-approve", "contract-management"];
  const mine = "responsible: cfo";

  it("counts three activities of one person, each once", () => {
    assert.equal(isJudged(own(mine, ...three)), "info posts.cfo.deputy");
    assert.equal(isJudged(own(mine, ...three.slice(1))), "silent");
    assert.equal(isJudged(own("responsible: cfo, accountable: Ann Ode", ...three.slice(1))), "silent");
    assert.equal(
      isJudged(
        `${own("responsible: Ann Ode", three[0]!)}, ${own("accountable: ann ode", three[1]!)}, ${own(mine, three[2]!)}`,
      ),
      "info posts.cfo.deputy",
    );
    assert.equal(isJudged(own("responsible: [cfo, coo], accountable: ceo", ...three)), "silent");
    assert.equal(isJudged(`${own(mine, ...three.slice(1))}, patching: none`), "silent");
  });

  it("adds the activities up over a person's posts, and leaves out what is covered", () => {
    const two = (deputy: string) =>
      `cfo: { heldBy: Ann Ode, deputy: none }, head-hr: { heldBy: Ann Ode, deputy: ${deputy} }`;
    const split = `${own(mine, ...three.slice(1))}, ${own("responsible: head-hr", three[0]!)}`;
    assert.equal(isJudged(split, two("none")), "info posts.cfo.deputy");
    assert.equal(isJudged(split, two("Bo Li")), "silent");
    assert.equal(isJudged(split, two("not-asked")), "asks posts.head-hr.deputy");
    assert.equal(isJudged(`${own(mine, ...three.slice(1))}, ${own(`${mine}, deputy: Bo Li`, three[0]!)}`), "silent");
  });

  it("asks for the deputy of whoever is alone in three", () => {
    assert.equal(isJudged(own(mine, ...three), "cfo: { heldBy: Ann Ode }"), "asks posts.cfo.deputy");
    assert.equal(isJudged(own(mine, ...three), "cfo: { heldBy: Ann Ode, deputy: Bo Li }"), "silent");
    assert.equal(isJudged(own(mine, ...three.slice(1)), "cfo: { heldBy: Ann Ode }"), "silent");
  });

  it("takes several people in a post, a team and a provider's people for several", () => {
    assert.equal(isJudged(own(mine, ...three), "cfo: { heldBy: [Ann Ode, Bo Li], deputy: none }"), "silent");
    assert.equal(
      isJudged(own("responsible: team:desk", ...three), undefined, "teams: { desk: { headedBy: cfo } }"),
      "silent",
    );
    const outside = "people: { Ann Ode: { employedBy: x } }\nproviders: { x: { services: [vcio] } }";
    assert.equal(isJudged(own(mine, ...three), undefined, outside), "silent");
    assert.equal(isJudged(own("responsible: Dee Fox", ...three)), "silent");
  });

  it("joins what is found about the deputy of a leader of IT", () => {
    const text = file(
      `posts: { cio: { heldBy: Ann Ode, deputy: none } }\nactivities: { ${own("responsible: cio", ...three)} }`,
    );
    assert.equal(judged(rule, text), "silent");
    assert.deepEqual(only("key-person", text).absorbed, [rule]);
    const both = "cfo: { heldBy: Ann Ode, deputy: none }, ciso: { heldBy: Ann Ode, deputy: none }";
    assert.deepEqual(
      only("key-person", file(`posts: { ${both} }\nactivities: { ${own("responsible: Ann Ode", ...three)} }`)).absorbed,
      [rule],
    );
    assert.equal(isJudged(own(mine, ...three), both), "info posts.cfo.deputy");
  });

  it("names a deputy where that ends it", () => {
    const posts = "cfo: { heldBy: Ann Ode, deputy: none }, books: { heldBy: Bo Li, reportsTo: cfo }";
    const text = file(`posts: { ${posts} }\nactivities: { ${own(mine, ...three)} }`);
    tryRemedies(rule, text);
    assert.deepEqual(titles(only(rule, text).fixes), ["Let the Books deputize for the CFO"]);
    const settled = file(`posts: { ${posts} }\nactivities: { ${own(`${mine}, deputy: none`, ...three)} }`);
    assert.deepEqual(titles(only(rule, settled).fixes), []);
  });

  it("names a few of many activities", () => {
    const many = [...three, "risk-acceptance", "it-budget", "vendor-selection"];
    assert.match(
      inFull(
        only(rule, file(`posts: { cfo: { heldBy: Ann Ode, deputy: none } }\nactivities: { ${own(mine, ...many)} }`))
          .says,
      ),
      /contract management and 3 more activities, and nobody stands in\.$/,
    );
  });
});
