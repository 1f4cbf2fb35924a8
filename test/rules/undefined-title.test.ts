import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("undefined-title", () => {
  const known: readonly [string, string][] = [
    ["VP of IT", "cio it-director"],
    ["VP of IT Delivery", "cio it-director"],
    ["Vice President of Information Technology", "cio it-director"],
    ["Head of IT", "it-director cio it-manager"],
    ["ICT Manager", "it-manager"],
    ["Technical Director", "cto"],
    ["Director of Information Technology", "it-director"],
    ["Head of Security", "ciso"],
    ["head of information security", "ciso"],
    ["IT-Leiter", "it-director it-manager"],
  ];
  for (const [title, roles] of known)
    it(title, () => assert.equal(standard.roles.leadingWithTitle(title).join(" "), roles));
  for (const title of [
    "Project Manager",
    "IT Project Manager",
    "Data Analyst",
    "Director of Finance",
    "Head of Sales",
    "Security Guard",
    "Assistant to the CIO",
    "IT",
    "Manager",
    "",
  ])
    it(`${title || "no title"} is none of them`, () => assert.deepEqual(standard.roles.leadingWithTitle(title), []));
  it("is silent where the role or the key says what the post is", () => {
    assert.deepEqual(
      said(
        "undefined-title",
        `${head}posts:\n  cio: { title: VP of IT }\n  a: { title: VP of IT, role: it-director }\n  b: none\n  c: { title: VP of IT, role: unknown }\n`,
      ),
      [],
    );
  });
});
