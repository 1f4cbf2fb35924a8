import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { roleFitOf, type ShownFit } from "../../server/analysis/role-fit.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { file } from "../kit/judged.ts";

/** The fits of one post, by the role compared. */
function fits(text: string, id: string): Map<string, ShownFit> {
  const { org } = check(text).document;
  const shown = roleFitOf(org, org.data.posts.get(id) ?? assert.fail(`no post ${id}`));
  return new Map((shown ?? assert.fail(`${id} is compared`)).map((fit) => [fit.role, fit]));
}

/** How one fact of a definition compares with one declared fact: "met", or "met, not weighed". */
function compared(definition: string, facts: string, what: string, rest = ""): string {
  const text = file(`posts:\n  it: { role: ${definition}, heldBy: Ann Ode, ${facts} }\n${rest}`);
  const row = fits(text, "it")
    .get(definition)
    ?.rows.find((one) => one.what === what);
  if (!row) return "no such fact";
  return row.isWeighed ? row.result : `${row.result}, not weighed`;
}

describe("one fact beside one definition", () => {
  /** Every row of the table in rules.md: definition, what, and which declared values meet or contradict it. */
  const lists: [string, string, string, { met: string[]; contradicted: string[]; unknown?: string[] }][] = [
    ["cio", "level", "level", { met: ["strategic", "[strategic, operational]"], contradicted: ["tactical", "none"] }],
    ["cio", "orientation", "orientation", { met: ["inward"], contradicted: ["outward"] }],
    [
      "cio",
      "focus",
      "focus",
      {
        met: ["[people, process, projects]", "[people, process, projects, technology]"],
        contradicted: ["[technology]", "technology"],
        unknown: ["[people, process]", "[technology, information]", "[information]", "[]"],
      },
    ],
    [
      "cio",
      "objectives",
      "objectives",
      {
        met: ["mission", "profit", "delivery", "cost", "information-quality", "[revenue, cost]"],
        contradicted: ["revenue", "[security, compliance]", "uptime"],
      },
    ],
    ["cio", "customers", "customers", { met: ["internal", "[internal, external]"], contradicted: ["external"] }],
    ["cio", "handsOn", "technical work", { met: ["no", "none"], contradicted: ["yes"] }],
    ["cio", "governanceTraining", "training in governance", { met: ["yes"], contradicted: ["no"] }],
    ["cto", "orientation", "orientation", { met: ["outward"], contradicted: ["inward"] }],
    ["cto", "objectives", "objectives", { met: ["revenue", "[revenue, cost]"], contradicted: ["profit", "none"] }],
    ["cto", "customers", "customers", { met: ["external"], contradicted: ["internal"] }],
    ["cto", "background", "background", { met: ["technical", "mixed"], contradicted: ["business"] }],
    ["ciso", "objectives", "objectives", { met: ["security", "[compliance, cost]"], contradicted: ["delivery"] }],
    ["it-director", "level", "level", { met: ["tactical", "operational"], contradicted: ["strategic"] }],
    ["it-director", "focus", "focus", { met: ["technology", "[people, technology]"], contradicted: ["[people]"] }],
    ["it-director", "background", "background", { met: ["technical", "mixed"], contradicted: ["business"] }],
    ["it-manager", "level", "level", { met: ["operational"], contradicted: ["tactical", "[tactical, strategic]"] }],
    ["it-manager", "focus", "focus", { met: ["technology"], contradicted: ["[process]"] }],
    ["it-manager", "handsOn", "technical work", { met: ["yes"], contradicted: ["no"] }],
    ["it-manager", "background", "background", { met: ["technical"], contradicted: ["business"] }],
    ["it-manager", "governanceTraining", "training in governance", { met: ["no"], contradicted: ["yes"] }],
  ];
  for (const [definition, key, what, { met, contradicted, unknown = [] }] of lists) {
    it(`${definition}: ${what}`, () => {
      const is = (value: string) => compared(definition, `${key}: ${value}`, what);
      for (const value of met) assert.equal(is(value), "met", value);
      for (const value of contradicted) assert.equal(is(value), "contradicted", value);
      const silent = ["not-asked", "unknown", "declined", "not-applicable"];
      for (const value of [...unknown, ...silent]) assert.equal(is(value), "unknown", value);
      assert.equal(compared(definition, "daysPerWeek: 5", what), "unknown", "absent");
    });
  }

  it("reads the holder's background, unless the post gives its own", () => {
    const people = (background: string) => `people:\n  ann ode: { background: ${background} }\n`;
    assert.equal(compared("cto", "daysPerWeek: 5", "background", people("technical")), "met");
    assert.equal(compared("cto", "daysPerWeek: 5", "background", people("business")), "contradicted");
    assert.equal(compared("cto", "background: technical", "background", people("business")), "met");
  });

  const committees = `committees:
  exec: { type: executive }
  council: { type: board }
  steering: { type: it-steering }
  club: { chair: ceo }
`;
  const superiors: [string, { met: string[]; contradicted: string[]; open?: string[] }][] = [
    [
      "cio",
      {
        met: ["ceo", "coo", "board", "owner", "agency-head", "board-chair", "exec", "council"],
        contradicted: ["cfo", "cto", "steering", "none"],
      },
    ],
    // Each authority names another line outside IT, so only one within IT contradicts.
    [
      "ciso",
      {
        met: ["ceo", "owner", "agency-head", "exec", "cro", "board", "council"],
        contradicted: ["cio", "cto", "it-manager"],
        open: ["coo", "steering"],
      },
    ],
    [
      "it-director",
      {
        met: ["cio", "cto", "cto-internal", "vcio", "cfo", "coo", "head-hr", "general-counsel"],
        contradicted: ["board", "head-marketing", "it-manager"],
        open: ["ceo", "owner"],
      },
    ],
    [
      "it-manager",
      { met: ["it-director", "cio", "vcio", "cfo", "coo"], contradicted: ["cto", "board"], open: ["ceo", "owner"] },
    ],
  ];
  for (const [definition, { met, contradicted, open: neither = [] }] of superiors) {
    it(`${definition}: reporting line`, () => {
      const is = (superior: string) => compared(definition, `reportsTo: ${superior}`, "reporting line", committees);
      for (const superior of met) assert.equal(is(superior), "met", superior);
      for (const superior of contradicted) assert.equal(is(superior), "contradicted", superior);
      for (const open of ["not-asked", "club", ...neither]) assert.equal(is(open), "unknown", open);
      const boss = (facts: string) =>
        compared(definition, "reportsTo: boss", "reporting line", `  boss: { heldBy: Bo Li${facts} }\n`);
      assert.equal(boss(""), "unknown");
      assert.equal(boss(", title: CEO"), "unknown");
      assert.equal(boss(", role: head-engineering"), definition === "ciso" ? "unknown" : "contradicted");
    });
  }

  const carries: [string, string[], string[]][] = [
    [
      "cio",
      ["activities: { it-strategy: { accountable: it } }", "activities: { it-operations: { accountable: Ann Ode } }"],
      [
        "activities: { it-strategy: { responsible: it, accountable: ceo } }",
        "activities: { it-budget: { accountable: it } }",
      ],
    ],
    [
      "cto",
      ["software-development", "architecture", "product-owner"].map(
        (name) => `teams: { dev: { headedBy: it, functions: [${name}] } }`,
      ),
      [
        "teams: { dev: { headedBy: it, functions: [helpdesk] } }",
        "teams: { dev: { headedBy: ceo, functions: [architecture] } }",
      ],
    ],
    [
      "ciso",
      [
        "activities: { security: { accountable: it } }",
        "activities: { policy: { activity: security-policy, accountable: it } }",
      ],
      ["activities: { security: none }", "activities: { security-operations: { accountable: it } }"],
    ],
    [
      "it-director",
      ["activities: { it-delivery: { accountable: it } }", "activities: { it-delivery: { responsible: [ceo, it] } }"],
      ["activities: { it-delivery: { consulted: it } }"],
    ],
    [
      "it-manager",
      [
        "teams: { desk: { headedBy: it, functions: helpdesk } }",
        "teams: { desk: { headedBy: Ann Ode, functions: [infrastructure] } }",
        "activities: { it-operations: { responsible: it } }",
      ],
      ["activities: { it-operations: { accountable: it } }"],
    ],
  ];
  for (const [definition, met, unknown] of carries) {
    it(`${definition}: what it carries is met or unknown, never contradicted`, () => {
      const is = (rest: string) => compared(definition, "daysPerWeek: 5", "duties and teams", `${rest}\n`);
      for (const rest of met) assert.equal(is(rest), "met", rest);
      for (const rest of [...unknown, "coverage: { activities: complete }"]) assert.equal(is(rest), "unknown", rest);
    });
  }

  it("does not take for a post's own what its holder carries in another post", () => {
    const text = (who: string) =>
      file(`posts:
  cio: { heldBy: Ann Ode }
  it-manager: { heldBy: Ann Ode }
activities:
  it-strategy: { accountable: ${who} }
`);
    const isMet = (who: string, post: string) =>
      fits(text(who), post)
        .get("cio")
        ?.rows.find(({ what }) => what === "duties and teams")?.result;
    assert.deepEqual([isMet("cio", "cio"), isMet("cio", "it-manager")], ["met", "unknown"]);
    assert.deepEqual([isMet("Ann Ode", "cio"), isMet("Ann Ode", "it-manager")], ["unknown", "unknown"]);
  });

  it("shows what the sources dispute, and does not weigh it", () => {
    const disputed: [string, string, string, string][] = [
      ["cio", "background: technical", "background", "met, not weighed"],
      ["cto", "level: tactical", "level", "met, not weighed"],
      ["cto", "reportsTo: ceo", "reporting line", "contradicted, not weighed"],
      ["it-director", "handsOn: no", "technical work", "met, not weighed"],
    ];
    for (const [definition, fact, what, expected] of disputed) {
      assert.equal(compared(definition, fact, what), expected);
      const fit = fits(file(`posts:\n  ${definition}: { heldBy: Ann Ode, ${fact} }\n`), definition).get(definition)!;
      assert.deepEqual([fit.met, fit.contradicted], [0, 0]);
    }
  });
});

describe("how a post fits the roles", () => {
  const directorlike = "reportsTo: coo, level: [tactical], focus: [technology], background: technical";
  const order = (text: string, id: string) =>
    [...fits(text, id).values()].map((one) => `${one.role} ${one.met}-${one.contradicted}-${one.unknown}`);

  it("puts the best first, its own role first among equals, and counts what weighs", () => {
    const text = file(`posts:\n  cio: { heldBy: Ann Ode, ${directorlike} }\n`);
    assert.deepEqual(order(text, "cio"), [
      "it-director 4-0-1",
      "it-manager 3-1-3",
      "cto 1-0-4",
      "ciso 0-0-3",
      "cio 1-2-6",
    ]);
    assert.equal(order(file("posts:\n  it-manager: { heldBy: Ann Ode }\n"), "it-manager")[0], "it-manager 0-0-7");
  });

  it("gives each row its value here, in the definition, and who says so", () => {
    const text = file(`posts:\n  cio: { heldBy: Ann Ode, reportsTo: cfo, focus: [people, process] }\n`);
    const rows = fits(text, "cio").get("cio")!.rows;
    const row = (what: string) => {
      const found = rows.find((one) => one.what === what);
      return found && { ...found, declared: found.declared && inFull(found.declared) };
    };
    assert.deepEqual(row("reporting line"), {
      what: "reporting line",
      declared: "the CFO",
      expected: "CEO, COO, the board or the owner",
      result: "contradicted",
      isWeighed: true,
      sources: ["S1-40", "S2-03"],
      ours: true,
      against: [],
    });
    assert.equal(row("focus")?.declared, "people and process");
    assert.equal(row("focus")?.expected, "people, process, projects and technology, or three of them");
    assert.equal(row("level")?.declared, undefined);
    assert.deepEqual(row("level")?.against, ["S3-05"]);
    assert.equal(row("duties and teams")?.expected, "answers for IT strategy or answers for IT operations");
  });

  it("compares a vCIO as a CIO, a CTO for internal IT as both, and no other role", () => {
    const own = (role: string) =>
      [...fits(file(`posts:\n  ${role}: { heldBy: Ann Ode }\n`), role).values()]
        .filter(({ isOwn }) => isOwn)
        .map((fit) => fit.role);
    assert.deepEqual(own("vcio"), ["cio"]);
    assert.deepEqual(own("cto-internal").sort(), ["cio", "cto"]);
    for (const role of ["cio", "cto", "ciso", "it-director", "it-manager"]) assert.deepEqual(own(role), [role]);
    const { org } = check(
      file("posts:\n  ceo: { heldBy: Ann Ode }\n  dpo: { heldBy: Bo Li }\n  cio: none\n  x: { title: CIO }\n"),
    ).document;
    for (const id of ["ceo", "dpo", "cio", "x"]) assert.equal(roleFitOf(org, org.data.posts.get(id)!), undefined, id);
  });
});
