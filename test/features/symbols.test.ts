import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { type Outline, symbols } from "../../server/features/symbols.ts";
import { workspaceSymbols } from "../../server/features/workspace-symbols.ts";
import { today } from "../kit/check-fixture.ts";
import { snapshotOf } from "../kit/standard.ts";

const head = "itorg: 1\norganization: { name: Example }\n";
const snapshot = (content: string) => snapshotOf(new Text(content), today);

/** The symbols as an editor lists them: one a line, each further to the right than what it is in. */
function listed(content: string): string {
  const lines = ({ name, detail, children }: Outline, indent: string): string[] => [
    `${indent}${name}${detail === "" ? "" : ` (${detail})`}`,
    ...children.flatMap((child) => lines(child, `${indent}  `)),
  ];
  return symbols(snapshot(content))
    .flatMap((one) => lines(one, ""))
    .join("\n");
}

const all = (found: readonly Outline[]): Outline[] => found.flatMap((one) => [one, ...all(one.children)]);

describe("document symbols", () => {
  it("list the sections with their entries, in the order of the text", () => {
    const content = `itorg: 1
asOf: 2026-11-20
organization: { name: Example }
regimes: { gdpr: applies, nis2: { status: planned } }
interviews: [{ date: 2026-11-02, with: Ann Ode }]
people: { Ann Ode: { background: business } }
units: { east: { name: East GmbH } }
posts:
  ciso: { heldBy: Eve Roy, reportsTo: cio }
  vp-it: { reportsTo: cio }
  ceo: { heldBy: Ann Ode, reportsTo: board }
  cio: { heldBy: [Bo Li, Cy Fox], reportsTo: ceo }
  dpo: { heldBy: provider:north, reportsTo: audit }
  coo: none
  cfo: vacant
  cro: { reportsTo: head-hr }
teams: { desk: { headedBy: cio } }
providers: { north: { name: North Ltd } }
committees: { audit: { chair: external }, crisis: { type: other } }
activities: { it-strategy: { accountable: cio, responsible: ceo }, monitoring: none }
accepted: [{ rule: ciso-in-it-line, at: posts.ciso, reason: small, approvedBy: ceo }]
x-mine: { a: b }
`;
    assert.equal(
      listed(content),
      `organization (Example)
regimes
  gdpr (applies)
  nis2 (planned)
interviews
  Ann Ode (2026-11-02)
people
  Ann Ode (ceo)
units
  east (East GmbH)
posts
  ciso (Eve Roy)
  vp-it
  ceo (Ann Ode)
  cio (Bo Li and Cy Fox)
  dpo (North Ltd)
  coo (none)
  cfo (vacant)
  cro
teams
  desk (headed by the CIO)
providers
  north (North Ltd)
committees
  audit
  crisis (Other committee)
activities
  it-strategy (the CIO)
  monitoring (none)
accepted
  ciso-in-it-line (posts.ciso)`,
    );
  });

  it("hold their names, and only what is theirs: so a list follows the cursor", () => {
    const content = `${head}posts:
  ceo: { heldBy: Ann Ode }
  cio:
    reportsTo: ceo
  # the two below
  ciso: { reportsTo: cio }
  cto: { reportsTo: ceo }
  vp: { reportsTo: cio }
`;
    const found = new Map(all(symbols(snapshot(content))).map((one) => [one.name, one]));
    const text = (name: string) => content.slice(found.get(name)!.span.start, found.get(name)!.span.end);
    assert.equal(text("ceo"), "ceo: { heldBy: Ann Ode }");
    assert.match(text("cio"), /^cio:\n {4}reportsTo: ceo$/);
    assert.equal(text("ciso"), "ciso: { reportsTo: cio }");
    assert.equal(text("vp"), "vp: { reportsTo: cio }");
    assert.ok(text("posts").endsWith("vp: { reportsTo: cio }"));
    for (const { name, span, nameSpan } of found.values()) {
      assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end, name);
      assert.equal(content.slice(nameSpan.start, nameSpan.end), name);
    }
  });

  it("are there for what can be read of a broken file, and for what is taken over by aliases", () => {
    assert.equal(
      listed(
        `${head}posts:\n  ceo: { heldBy: Ann Ode\n  cio: { reportsTo: ceo }\nteams: { desk: { members: 3 } }\n`,
      ).split("\n")[0],
      "organization (Example)",
    );
    assert.equal(
      listed(`${head}x-pool: &pool\n  cio: { heldBy: Bo Li }\nposts:\n  <<: *pool\n  ciso: { reportsTo: cio }\n`),
      "organization (Example)\nposts\n  cio (Bo Li)\n  ciso",
    );
    assert.equal(listed(""), "");
    assert.equal(listed("posts: none\nteams: [a]\n"), "posts (none)\nteams");
  });
});

describe("workspace symbols", () => {
  const files = [
    snapshot(
      `${head}posts: { cio: { heldBy: Bo Li, reportsTo: ceo } }\npeople: { Ann Ode: { background: business } }\n`,
    ),
    snapshot(
      "itorg: 1\nposts: { head-tech: { role: cio, heldBy: [ANN ODE, Bo Li] } }\nactivities: { it-strategy: { responsible: Bo Li } }\n",
    ),
  ];
  const found = (query: string) =>
    workspaceSymbols(files, query).map(({ file, name, kind, organization, span }) => {
      assert.equal(file.text.content.slice(span.start, span.end), name);
      return `${files.indexOf(file)} ${organization} ${kind} ${name}`;
    });

  it("find entries and people by some of their letters, in all files", () => {
    assert.deepEqual(found("BL"), ["0 Example people Bo Li", "1  people Bo Li"]);
    assert.deepEqual(found("o d"), ["0 Example people Ann Ode", "1  people ANN ODE"]);
    assert.deepEqual(found("hdtc"), ["1  posts head-tech"]);
    assert.deepEqual(found("cioo"), []);
    assert.equal(found("").length, 7);
  });

  it("are not more than anybody reads", () => {
    const posts = Array.from({ length: 1500 }, (_, i) => `  p${i}: none\n`).join("");
    assert.equal(workspaceSymbols([snapshot(`${head}posts:\n${posts}`)], "p").length, 1000);
  });
});
