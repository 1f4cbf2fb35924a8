import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Role } from "../../server/knowledge/catalogues.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { check } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";

const { definitions: roleDefinitions } = standard.roles;

/** The roles whose titles are worth a hint, because they name a leader of IT or of security. */
const hinting: ReadonlySet<Role> = new Set([
  ..."cio cto cto-internal ciso it-director it-manager vcio".split(" "),
  ..."hipaa-security-official qualified-individual cip-senior-manager".split(" "),
] as Role[]);

const hintFor = (title: string): string[] =>
  check(`itorg: 1
organization: { name: Example }
posts:
  a-post: { title: ${JSON.stringify(title)}, heldBy: Ann Ode }
`)
    .findings.filter(({ rule }) => rule === "undefined-title")
    .map(({ says }) => inFull(says));

describe("a known title", () => {
  const expected: readonly [string, string][] = [
    ["CTO", "cto cto-internal"],
    ["Chief Technology Officer", "cto cto-internal"],
    ["Internal CTO", "cto-internal"],
    ["CTO (internal IT)", "cto-internal"],
    ["Chief Technology Officer, Internal Systems", "cto-internal"],
    ["Technischer Leiter IT", "cto-internal"],
    ["Directeur technique des systèmes d'information", "cto-internal"],
    ["Director Técnico de Sistemas", "cto-internal"],
    ["社内CTO", "cto-internal"],
    ["Technical Director", "cto"],
    ["VP Engineering", "cto head-engineering"],
    ["CIO", "cio"],
    ["CISO", "ciso"],
    ["Head of IT", "it-director cio it-manager"],
    ["Director of Information Technology", "it-director"],
    ["VP of IT", "cio it-director"],
    ["HIPAA Security Officer", "hipaa-security-official"],
  ];
  for (const [title, roles] of expected) {
    it(`${title} may mean ${roles}`, () => assert.equal(standard.roles.leadingWithTitle(title).join(" "), roles));
  }

  it("of a leader of IT or security offers its own role", () => {
    for (const { id, titles } of roleDefinitions.values()) {
      if (!hinting.has(id)) continue;
      for (const title of titles) assert.ok(standard.roles.leadingWithTitle(title).includes(id), `${title}: ${id}`);
    }
  });

  it("of anybody else gives no hint, unless it is also a CTO's", () => {
    for (const { id, titles } of roleDefinitions.values()) {
      if (hinting.has(id)) continue;
      const hints = titles.filter((title) => standard.roles.leadingWithTitle(title).length > 0);
      const shared =
        id === "head-engineering" ? ["VP of Engineering", "Vice President of Engineering", "VP Engineering"] : [];
      assert.deepEqual(hints, shared, id);
    }
  });

  it("is known in five languages for those who lead IT", () => {
    const languages = [
      /^[\x20-\x7e]+$/,
      /\bLeiter|leiter|Informations|interne|auf Zeit/,
      /\bdes? |Responsable|informatique|temps partagé/,
      /\bDirector |Jefe|externo/,
      /[぀-ヿ一-鿿]/,
    ];
    for (const id of ["cio", "cto", "cto-internal", "ciso", "it-director", "it-manager", "vcio"]) {
      const { titles } = roleDefinitions.get(id)!;
      for (const language of languages)
        assert.ok(
          titles.some((title) => language.test(title)),
          `${id}: ${language}`,
        );
    }
  });

  it("makes the rule speak, and no other title does", () => {
    assert.deepEqual(hintFor("Chief Technology Officer"), [
      "“Chief Technology Officer” may mean CTO or CTO (internal IT).",
    ]);
    const silent = [
      "CEO",
      "Managing Director",
      "Finance Director",
      "COO",
      "Head of Risk",
      "Head of HR",
      "Owner",
      "DPO",
    ];
    for (const title of [
      ...silent,
      "Head of Internal Audit",
      "Chief Medical Officer",
      "General Counsel",
      "CIO Office Manager",
    ]) {
      assert.deepEqual(hintFor(title), [], title);
    }
  });
});
