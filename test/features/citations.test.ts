import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { hover } from "../../server/features/hover.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { docPage, rules, snapshotOf } from "../kit/standard.ts";

const { regimes: regimeDefinitions } = standard.law;

describe("a citation in a hover", () => {
  const head = "itorg: 1\norganization: { name: Example }\n";
  /** The ids whose pages a hover leads to. */
  const led = (source: string): string[] => {
    const { text, start } = readCursor(head + source);
    const markdown = hover(snapshotOf(text, today), start, (id) => `page:${id}`)?.markdown ?? "";
    return [...markdown.matchAll(/\]\(page:([^)]+)\)/g)].map(([, id = ""]) => id);
  };

  it("leads to the page of the rule, the claims, the provisions and the law", () => {
    const rule = rules.find(({ id }) => id === "ciso-in-it-line")!;
    const cited = led("posts:\n  cio: {}\n  ciso: { reportsTo: c<|>io }\n");
    assert.ok(cited.includes(rule.id), cited.join());
    assert.ok(
      cited.some((id) => /^S\d-/.test(id) && rule.rests.includes(id)),
      cited.join(),
    );
    assert.ok(
      cited.some((id) => rule.contested?.includes(id)),
      cited.join(),
    );
    assert.ok(led("regimes: { gd<|>pr: applies }\n").includes("gdpr"));
    assert.ok(
      led("posts: { c<|>iso: {} }\n").some((id) => /^S\d-/.test(id)),
      "a role",
    );
    assert.ok(
      led("posts: { ciso: { level<|>: strategic } }\n").some((id) => /^S\d-/.test(id)),
      "a field",
    );
  });

  it("has a page to open, whatever a rule cites", () => {
    const cited = rules.flatMap(({ id, rests, contested = [] }) => [id, ...rests, ...contested]);
    const missing = [...cited, ...regimeDefinitions.keys()].filter((id) => docPage(id) === undefined);
    assert.deepEqual(missing, []);
  });
});

describe("what careful people do and no authority says", () => {
  it("rests on practice, and its page says so", () => {
    for (const id of ["adviser-sells", "key-person", "supervises-self", "lone-leader-under-business"]) {
      assert.deepEqual(rules.find((rule) => rule.id === id)?.rests, ["practice"], id);
      const page = docPage(id)?.markdown ?? assert.fail(id);
      assert.match(page, /Long-standing professional practice.*A rule that rests on practice says so openly/, id);
    }
  });
});
