import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { boardOf, headOf } from "../../../server/model/org/top.ts";
import { check } from "../../kit/check-fixture.ts";
import { inFull } from "../../kit/in-full.ts";

const orgOf = (text: string) => check(`itorg: 1\norganization: { name: Example }\n${text}`).document.org;
const head = (text: string, near?: string) => {
  const org = orgOf(text);
  const found = headOf(org, near === undefined ? undefined : org.data.posts.get(near));
  return found && inFull(found.name);
};
const board = (text: string) => inFull(boardOf(orgOf(text)).name);

describe("the head of the organization", () => {
  it("is the CEO, also where the file does not mention one", () => {
    assert.equal(head(""), "the CEO");
    assert.equal(head("posts: { owner: { heldBy: Ann Ode }, ceo: vacant }"), "the CEO");
  });

  it("is the agency head or the owner where there is no CEO", () => {
    assert.equal(head("posts: { owner: { heldBy: Ann Ode } }"), "the owner");
    assert.equal(head("posts: { agency-head: { heldBy: Ann Ode }, owner: { heldBy: Bo Li } }"), "the Agency Head");
  });

  it("is nobody where the file says that there is none", () => {
    assert.equal(head("posts: { ceo: none }"), undefined);
    assert.equal(head("coverage: { posts: complete }"), undefined);
  });

  it("goes by the title where the post has a key of its own", () => {
    assert.equal(head("posts: { boss: { role: ceo, title: Managing Director } }"), "the Managing Director");
  });

  it("is a unit's own head for a unit's post", () => {
    const group = `
units: { north: { kind: company }, south: { kind: company } }
posts:
  north-head: { role: ceo, unit: north }
  ceo: { heldBy: Ann Ode }
  cio-north: { role: cio, unit: north }
  cio-south: { role: cio, unit: south }
`;
    assert.equal(head(group), "the CEO");
    assert.equal(head(group, "cio-north"), "the North Head");
    assert.equal(head(group, "cio-south"), "the CEO");
  });

  it("is the agency head of a federal agency", () => {
    const text = "itorg: 1\norganization: { name: Example, sector: federal-agency }\n";
    assert.equal(headOf(check(text).document.org)?.id, "agency-head");
  });
});

describe("the top of a line", () => {
  it("is the board, unless there is an owner and no board", () => {
    assert.equal(board(""), "the board");
    assert.equal(board("posts: { owner: { heldBy: Ann Ode } }"), "the owner");
    assert.equal(
      board("posts: { owner: { heldBy: Ann Ode } }\ncommittees: { it-steering: { chair: owner } }"),
      "the owner",
    );
  });

  it("stays the board where the file speaks of one", () => {
    assert.equal(
      board("posts: { owner: { heldBy: Ann Ode } }\ncommittees: { board: { chair: external } }"),
      "the board",
    );
    assert.equal(board("posts: { owner: { heldBy: Ann Ode }, ceo: { reportsTo: board } }"), "the board");
    assert.equal(board("posts: { owner: { heldBy: Ann Ode }, board-chair: { heldBy: Bo Li } }"), "the board");
  });
});
