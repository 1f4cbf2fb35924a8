import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { directSuperior, lineOf } from "../../../server/model/org/lines.ts";
import { handOver } from "../../../server/remedies/reassign.ts";
import { check } from "../../kit/check-fixture.ts";
import { file } from "../../kit/judged.ts";

const orgOf = (content: string) => check(file(content)).document.org;

/** A line as text: the ids upwards, and how it ends. */
function line(content: string, from: string): string {
  const org = orgOf(content);
  const { steps, end } = lineOf(org, org.data.posts.get(from)!);
  const ending = typeof end === "object" ? `? ${end.needs[0]?.at.join(".")} ${end.needs[0]?.why}` : end;
  return [...steps.map((step) => step.id), ending].join(" ");
}

describe("a reporting line", () => {
  it("runs through posts and committees up to the board", () => {
    const content =
      "posts:\n  cio: { reportsTo: steering }\n  coo: { reportsTo: board }\ncommittees:\n  steering: { reportsTo: coo }\n";
    assert.equal(line(content, "cio"), "steering coo board");
  });

  it("ends at a committee of the board, whatever that reports to", () => {
    const content = "posts:\n  cio: { reportsTo: council }\ncommittees:\n  council: { type: board, reportsTo: cio }\n";
    assert.equal(line(content, "cio"), "council board");
  });

  it("is not told where it has more layers than any organization", () => {
    const posts = Array.from({ length: 200 }, (_, i) => `  p${i}: { reportsTo: p${i + 1} }\n`).join("");
    assert.match(
      line(`posts:\n${posts}  p200: { reportsTo: board }\n`, "p0"),
      / p100 \? posts\.p100\.reportsTo unreadable$/,
    );
    assert.match(line(`posts:\n${posts}  p200: { reportsTo: board }\n`, "p150"), / p200 board$/);
  });

  it("ends at a repetition, and where there is no superior", () => {
    assert.equal(line("posts:\n  cio: { reportsTo: coo }\n  coo: { reportsTo: cio }\n", "cio"), "coo circle");
    assert.equal(line("posts:\n  cio: { reportsTo: cio }\n", "cio"), "circle");
    assert.equal(line("posts:\n  owner: { reportsTo: none }\n  cio: { reportsTo: owner }\n", "cio"), "owner top");
  });

  it("is not known beyond what the file says, or where the file contradicts itself", () => {
    assert.equal(line("posts:\n  cio: { reportsTo: ceo }\n", "cio"), "ceo ? posts.ceo.reportsTo absent");
    assert.equal(line("posts:\n  cio: { reportsTo: coo }\n  coo: none\n", "cio"), "? posts.cio.reportsTo unreadable");
    assert.equal(line("posts:\n  cio: { reportsTo: nobody-here }\n", "cio"), "? posts.cio.reportsTo unreadable");
    assert.equal(
      line("posts:\n  cio: { reportsTo: coo }\n  coo: not-asked\n", "cio"),
      "coo ? posts.coo.reportsTo absent",
    );
  });

  it("begins with a post only where no committee or board does", () => {
    const org = orgOf(
      "posts:\n  cio: { reportsTo: steering }\n  cto: { reportsTo: cio }\n  ceo: { reportsTo: board }\ncommittees:\n  steering: { reportsTo: ceo }\n",
    );
    const superior = (id: string) => directSuperior(org, org.data.posts.get(id)!)?.id;
    assert.deepEqual(["cio", "cto", "ceo"].map(superior), [undefined, "cio", undefined]);
  });
});

describe("a list with a name that leads nowhere", () => {
  it("is not known as a whole", () => {
    const { responsible, accountable } = orgOf(
      "activities:\n  log-review: { responsible: [Cy Ho, no-such-post], accountable: no-such-post }\n",
    ).data.activities.get("log-review")!;
    assert.deepEqual(
      [responsible, accountable].map((fact) => fact.is === "unknown" && fact.why),
      ["unreadable", "unreadable"],
    );
  });
});

describe("handing a duty over", () => {
  const org = orgOf(
    "posts:\n  cio: { heldBy: Bo Li }\nproviders:\n  dc: { services: [monitoring] }\nactivities:\n  log-review: { responsible: [Cy Ho, cio, Di Fox] }\n",
  );
  const cio = org.data.posts.get("cio")!;
  const changes = (activity: string, items: number[]) =>
    handOver(org.data.activities.get(activity)!, "responsible", items, cio);

  it("writes down a duty that was only implied", () => {
    assert.deepEqual(changes("monitoring", [0]), [
      { do: "set", at: ["activities", "monitoring", "responsible"], value: ["cio"] },
    ]);
    assert.deepEqual(changes("monitoring", []), []);
  });

  it("takes items out from the last to the first where the new holder is there already", () => {
    assert.deepEqual(
      changes("log-review", [0, 2]).map((change) => `${change.do} ${change.at.at(-1)}`),
      ["remove 2", "remove 0"],
    );
  });
});
