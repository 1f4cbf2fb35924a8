import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ChartOptions, chartOf, postsOf } from "../../server/chart/build.ts";
import type { Box, Chart } from "../../server/chart/chart.ts";
import { chartFile } from "../kit/chart-file.ts";

const head = `itorg: 1
organization: { name: Example, headcount: 300 }
`;

const chartIn = (content: string, options: Partial<ChartOptions> = {}): Chart => {
  const { org, findings } = chartFile(head + content);
  return chartOf(org, findings, { names: "full", ...options });
};
const all = (boxes: readonly Box[]): Box[] => boxes.flatMap((box) => [box, ...all(box.rows), ...all(box.children)]);
const boxOf = (chart: Chart, id: string): Box => {
  const found = all([...chart.trees, ...chart.lineNotKnown, ...chart.notThere]).find(({ key }) => key === `post:${id}`);
  return found ?? assert.fail(`no box ${id}`);
};
/** A tree as indented titles. */
const outline = (boxes: readonly Box[], depth = 0): string =>
  boxes
    .map((box) => `${"  ".repeat(depth)}${box.title}\n${outline([...box.rows, ...box.children], depth + 1)}`)
    .join("");

describe("a chart", () => {
  it("says of each post who is in it, or that nobody is, or that nobody said", () => {
    const chart = chartIn(`people: { Bo Li: { employedBy: acme } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: [Bo Li, Cy Fox], reportsTo: ceo, interim: yes, until: 2027-03-31 }
  ciso: { heldBy: vacant, reportsTo: cio }
  dpo: { heldBy: Ann Ode, reportsTo: ceo }
  cfo: { reportsTo: ceo }
  it-manager: { heldBy: "provider:acme", reportsTo: cio }
providers:
  acme: { name: Acme, services: [helpdesk] }
`);
    const said = (id: string) => {
      const { holder, small, outside } = boxOf(chart, id);
      return [holder.is, holder.lines, small, outside];
    };
    assert.deepEqual(said("ceo"), ["held", ["Ann Ode"], ["also DPO"], false]);
    assert.deepEqual(said("cio"), ["held", ["Bo Li", "Cy Fox"], ["interim until 2027-03-31", "of Acme"], false]);
    assert.deepEqual(said("ciso"), ["vacant", ["vacant"], [], false]);
    assert.deepEqual(said("cfo"), ["not-known", ["not known"], [], false]);
    assert.deepEqual(said("it-manager"), ["held", ["Acme"], [], true]);
  });

  it("sets apart the posts whose line is not known, and never draws them as heads", () => {
    const chart = chartIn(`posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy }
  dpo: { heldBy: Dee Poe, reportsTo: none }
  cto: { heldBy: Tim Orr, reportsTo: unknown }
  vp: { title: VP, heldBy: Val Poe, reportsTo: cto }
`);
    assert.equal(outline(chart.trees), "CEO\n  CIO\nDPO\n");
    assert.equal(outline(chart.lineNotKnown), "CISO\nCTO\n  VP\n");
  });

  it("leaves out a post that is none, but where a finding says so", () => {
    const content = `coverage: { posts: complete }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: none
  ciso: none
`;
    const { org } = chartFile(head + content);
    const none = chartOf(org, [], { names: "full" });
    assert.equal(outline([...none.trees, ...none.notThere]), "Board\n  CEO\n");
    const finding = {
      rule: "made-up",
      at: ["posts", "ciso"],
      severity: "error",
      title: "T",
      settled: false,
      aboutPair: false,
      related: [],
    } as const;
    const found = chartOf(org, [finding], { names: "full" });
    assert.equal(outline(found.notThere), "CISO\n");
    assert.equal(found.notThere[0]?.holder.is, "not-there");
  });

  it("opens a circle at its head and says so there", () => {
    const chart = chartIn(`posts:
  a: { heldBy: Ann Ode, reportsTo: c }
  b: { heldBy: Bo Li, reportsTo: a }
  c: { heldBy: Cy Fox, reportsTo: b }
`);
    assert.equal(outline(chart.trees), "A\n  B\n    C\n");
    assert.deepEqual(boxOf(chart, "a").small, ["reports to C: closes a circle"]);
    assert.deepEqual(
      chart.otherLines.map(({ kind, from, to }) => [kind, from, to]),
      [["circle", "post:a", "post:c"]],
    );
  });

  it("gives committees letters, the board first, and their chairs a filled one", () => {
    const chart = chartIn(`posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
committees:
  it-steering: { chair: cio, members: [Ann Ode], meets: monthly }
  board: { chair: external }
`);
    assert.deepEqual(
      chart.committees.map(({ letter, title }) => `${letter} ${title}`),
      ["A Board", "B IT steering committee"],
    );
    assert.deepEqual(boxOf(chart, "cio").seats, [{ letter: "B", chairs: true }]);
    assert.deepEqual(boxOf(chart, "ceo").seats, [{ letter: "B", chairs: false }]);
    assert.deepEqual(chart.committees[1]?.lines, ["chair: CIO", "members: Ann Ode", "meets: monthly"]);
    assert.deepEqual(chart.committees[0]?.lines, [
      "chair: somebody from outside",
      "members: not known",
      "meets: not known",
    ]);
  });

  it("counts findings where they stand, a duty's at whoever answers for it", () => {
    const { org } = chartFile(`${head}posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
activities:
  it-budget: { accountable: Bo Li, responsible: [ceo] }
`);
    const at = (place: readonly string[], severity: "error" | "hint", settled = false) =>
      ({ rule: "made-up", at: place, severity, title: "T", settled, aboutPair: false, related: [] }) as const;
    const findings = [
      at(["posts", "ceo", "title"], "hint"),
      at(["activities", "it-budget"], "error"),
      at(["activities", "it-budget", "responsible"], "error", true),
      at(["organization"], "error"),
    ];
    const chart = chartOf(org, findings, { names: "full" });
    assert.deepEqual(boxOf(chart, "ceo").found.marks, { error: 0, warning: 0, info: 0, hint: 1, settled: 1 });
    assert.deepEqual(boxOf(chart, "cio").found.says, ["error: T"]);
    assert.deepEqual(chart.notes, ["On no box: 1 error."]);
  });

  it("puts more than six plain leaves of one superior into its box as lines", () => {
    const leaves = (count: number) =>
      Array.from({ length: count }, (_, i) => `  l${i}: { heldBy: P${i} Q, reportsTo: ceo }\n`).join("");
    const six = chartIn(`posts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\n${leaves(6)}`);
    assert.equal(boxOf(six, "ceo").rows.length, 0);
    const seven = chartIn(
      `posts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\n${leaves(7)}  cio: { reportsTo: ceo, dottedLineTo: [l3] }\n`,
    );
    assert.equal(boxOf(seven, "ceo").rows.length, 0, "six of the seven are plain: one has a dotted line");
    const eight = chartIn(
      `posts:\n  ceo: { heldBy: Ann Ode, reportsTo: board }\n${leaves(8)}  cio: { reportsTo: ceo, dottedLineTo: [l3] }\n`,
    );
    assert.deepEqual(
      boxOf(eight, "ceo").rows.map(({ title }) => title),
      ["L0", "L1", "L2", "L4", "L5", "L6", "L7"],
    );
    assert.deepEqual(
      boxOf(eight, "ceo").children.map(({ title }) => title),
      ["L3", "CIO"],
    );
  });

  it("frames a unit that is whole branches of one superior, and tags the boxes of any other", () => {
    const content = (
      line: string,
    ) => `units: { oslo: { name: Oslo works, kind: site }, legal: { name: Legal, kind: department } }
posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  a: { heldBy: A B, reportsTo: ceo, unit: oslo }
  z: { heldBy: Z Z, reportsTo: ceo, unit: legal }
  b: { heldBy: B C, reportsTo: a, unit: oslo }
  c: { heldBy: C D, reportsTo: ${line}, unit: oslo }
`;
    const whole = chartIn(content("ceo"));
    assert.deepEqual(
      whole.units.map(({ title, framed }) => [title, framed]),
      [["Oslo works", true]],
    );
    assert.deepEqual(
      boxOf(whole, "ceo").children.map(({ title, unit }) => `${title} ${unit}`),
      ["CIO undefined", "A oslo", "C oslo", "Z undefined"],
    );
    const scattered = chartIn(content("cio"));
    assert.deepEqual(
      scattered.units.map(({ framed }) => framed),
      [false],
    );
    assert.deepEqual(boxOf(scattered, "c").small, ["Oslo works"]);
    assert.deepEqual(boxOf(scattered, "z").small, []);
  });
});

describe("what of a chart is shown", () => {
  const large = (count: number) => `posts:
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  service: { title: Head of Desks, heldBy: Di Moe, reportsTo: cio }
  sales: { title: Head of Sales, heldBy: Sal Moe, reportsTo: ceo }
${Array.from({ length: count }, (_, i) => `  s${i}: { heldBy: N${i} M, reportsTo: ${i < 6 ? "sales" : `s${Math.floor(i / 6) - 1}`} }`).join("\n")}
`;

  it("folds branches without IT, findings and duties from 120 boxes on, and counts them", () => {
    const { org } = chartFile(head + large(200));
    const chart = chartOf(org, [], { names: "full" });
    assert.equal(outline(chart.trees), "Board\n  CEO\n    CIO\n");
    assert.equal(boxOf(chart, "ceo").folded?.posts, 201);
    assert.equal(boxOf(chart, "cio").folded?.posts, 1);
    assert.equal(chart.trees[0]?.posts, 204);
    assert.match(chart.notes.join(), /^Folded: branches without/);
    const unfolded = chartOf(org, [], { names: "full", unfold: true });
    assert.equal(all(unfolded.trees).length, 205);
    const small = chartFile(head + large(100));
    assert.equal(all(chartOf(small.org, [], { names: "full" }).trees).length, 105);
  });

  it("keeps a branch with a finding, and folds those with the least above 1,500 boxes, unfolded or not", () => {
    const { org } = chartFile(head + large(2000));
    const at = (id: string, severity: "error" | "hint") =>
      ({
        rule: "made-up",
        at: ["posts", id],
        severity,
        title: "T",
        settled: false,
        aboutPair: false,
        related: [],
      }) as const;
    const few = chartOf(org, [at("s1999", "hint")], { names: "full" });
    assert.equal(boxOf(few, "s1999").title, "S1999");
    const findings = Array.from({ length: 2000 }, (_, i) => at(`s${i}`, i === 1999 ? "error" : "hint"));
    for (const unfold of [true, false]) {
      const many = chartOf(org, findings, { names: "full", unfold });
      assert.ok(all(many.trees).length <= 1500, String(all(many.trees).length));
      assert.equal(boxOf(many, "s1999").title, "S1999", "what has an error stays");
      assert.match(many.notes.join(), /^Too large to be drawn in full/);
      assert.equal(many.trees[0]?.posts, 2004);
    }
  });

  it("begins at a post, goes so many layers down, or shows IT and those above it", () => {
    const { org, findings } = chartFile(head + large(20));
    assert.equal(outline(chartOf(org, findings, { names: "full", root: "cio" }).trees), "CIO\n  Head of Desks\n");
    const shallow = chartOf(org, [], { names: "full", depth: 2 });
    assert.equal(outline(shallow.trees), "Board\n  CEO\n    CIO\n    Head of Sales\n");
    assert.equal(boxOf(shallow, "sales").folded?.posts, 20);
    const it_ = chartOf(org, [], { names: "full", only: "it" });
    assert.equal(outline(it_.trees), "Board\n  CEO\n    CIO\n      Head of Desks\n");
    assert.match(it_.notes.join(), /^Shown: the posts of IT, and those above them\. 21 other posts are left out\./);
    assert.deepEqual(
      postsOf(org, [], { names: "full", only: "it" }).map(([id]) => id),
      ["post", "ceo", "cio", "service"],
    );
  });
});
