import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { standard } from "../../server/knowledge/standard.ts";
import { placeToString } from "../../server/model/words/place.ts";
import { afterFix, file, judged, only, said } from "../kit/judged.ts";

const head = "itorg: 1\norganization: { name: Example, headcount: 85 }\n";

describe("undefined-title", () => {
  const known: readonly [string, string][] = [
    ["VP of IT", "cio it-director"],
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
  const four = "a: { title: VP of IT }, b: { title: Head of IT Security }, c: { title: IT Manager }, d: { title: CTO }";
  it("is one finding for more than three titles, with each as a part", () => {
    assert.equal(judged("undefined-title", file(`posts: { ${four} }`)), "hint posts");
    assert.deepEqual(
      only("undefined-title", file(`posts: { ${four} }`)).related.map(({ at }) => placeToString(at)),
      ["posts.a.title", "posts.b.title", "posts.c.title", "posts.d.title"],
    );
    assert.equal(
      judged("undefined-title", file(`posts: { ${four.replace(/, d.*/, "")} }`)),
      "hint posts.a.title; hint posts.b.title; hint posts.c.title",
    );
  });
  it("has one answer for all posts of a title", () => {
    const text = file("posts:\n  a: { title: IT Manager }\n  b: { title: IT manager }");
    assert.equal(judged("undefined-title", text), "hint posts.a.title");
    assert.equal(
      afterFix("undefined-title", text),
      file("posts:\n  a: { title: IT Manager, role: it-manager }\n  b: { title: IT manager, role: it-manager }"),
    );
  });
  it("says that a post is held for now, and does not record it", () => {
    const text = file("posts:\n  a: { title: Interim CIO }");
    assert.match(
      said("undefined-title", text)[0] ?? "",
      /“Interim CIO” may mean CIO, held for now \(`interim: yes`\)\./,
    );
    assert.doesNotMatch(afterFix("undefined-title", text), /interim: yes/);
  });
  for (const sector of ["financial-services", "insurance", "education"])
    it(`asks which CIO it is in ${sector}`, () => {
      const text = (title: string) => file(`posts:\n  a: { title: ${title} }`, `headcount: 120, sector: ${sector}`);
      assert.equal(judged("undefined-title", text("CIO")), "asks posts.a.role");
      assert.equal(judged("undefined-title", text("Chief Information Officer")), "hint posts.a.title");
    });
  it("suggests CIO elsewhere", () =>
    assert.equal(
      judged("undefined-title", file("posts:\n  a: { title: CIO }", "sector: retail")),
      "hint posts.a.title",
    ));
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
