// What new files begin with. Each is whole: it builds, and its tests run.

export const rule = (id, name, category) => `import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import { at, rule, verdict } from "./rule.ts";
import * as say from "./say.ts";

export const ${name} = rule({
  id: "${id}",
  category: "${category}",
  severity: "info",
  title: "Say: the fault in a few words, for the editor",
  reportTitle: "Say: the same as a sentence about posts, never about people, for the report",
  why: "Say: two or three sentences on why it matters.",
  reason: "Say: one short sentence, which every message ends with.",
  rests: ["practice"],
  remedies: ["let-<post>-head-teams"],
  avoid: "Say: what is better not done.",
  prefer: "Say: what is better done.",
  examples: {
    bad: \`
itorg: 1
organization: { name: Example, headcount: 120 }
teams:
  platform: { headedBy: none, members: 4 }
  #                     ^^^^ 💡 info: ${id}
\`,
    fixed: \`
itorg: 1
organization: { name: Example, headcount: 120 }
teams:
  platform: { headedBy: ceo, members: 4 }
\`,
    good: \`
itorg: 1
organization: { name: Example, headcount: 120 }
teams:
  platform: { headedBy: Bo Li, members: 4 }
\`,
    unknown: \`
itorg: 1
organization: { name: Example, headcount: 120 }
teams:
  platform: { headedBy: not-asked, members: 4 }
\`,
  },
  *check({ org }) {
    for (const team of org.data.teams.values())
      yield verdict(at(team, "headedBy"), fact.all(team.exists, fact.lacking(team.headedBy)), () => ({
        says: say.words\`Nobody heads the \${say.teamName(team.id)}.\`,
        fixes: [
          mend.fix(mend.does("let-<post>-head-teams", "ceo"), \`Let the CEO head the \${say.teamName(team.id)}\`, [
            mend.set(at(team, "headedBy"), "ceo"),
          ]),
        ],
      }));
  },
});
`;

export const ruleTest = (id) => `import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { judged, tryRemedies } from "../kit/judged.ts";

describe("${id}", () => {
  const rule = "${id}";
  const team = (headedBy: string) => \`teams: { platform: { headedBy: \${headedBy}, members: 4 } }\`;

  it("takes an answer, and asks for one", () => {
    assert.equal(judged(rule, team("none")), "info teams.platform.headedBy");
    assert.equal(judged(rule, team("Bo Li")), "silent");
    assert.equal(judged(rule, team("not-asked")), "asks teams.platform.headedBy");
    tryRemedies(rule, team("none"));
  });
});
`;

export const feature = (name, camel) => `import type { Snapshot } from "../analysis/snapshot.ts";
import type { Span } from "../base/text.ts";
import { extentOf } from "../model/find/extents.ts";
import { occurrenceAt } from "../model/find/where.ts";

/** A way from one place of a file to another: the text that leads there, all that it leads to, and the name in it. */
interface Way {
  readonly from: Span;
  readonly to: Span;
  readonly name: Span;
}

/** Answers the request "${name}": from a name at an offset (UTF-16) to the entry in which it stands. */
export function ${camel}({ analysis: { document } }: Snapshot, offset: number): Way[] {
  const here = occurrenceAt(document, offset);
  if (!here) return [];
  const entry = here.at.slice(0, 2);
  return [{ from: here.span, to: extentOf(document, entry), name: document.map.span(entry, "key") }];
}
`;

export const featureTest = (name, camel) => `import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ${camel} } from "../../server/features/${name}.ts";
import { today } from "../kit/check-fixture.ts";
import { readCursor } from "../kit/cursor.ts";
import { snapshotOf } from "../kit/standard.ts";

/** The names that the answer for the cursor's place leads to. */
function answered(source: string): string[] {
  const { text, start } = readCursor(source);
  return ${camel}(snapshotOf(text, today), start).map(({ name }) => text.content.slice(name.start, name.end));
}

describe("${name}", () => {
  it("leads to the key of the entry, and from nowhere to nothing", () => {
    assert.deepEqual(answered("itorg: 1\\nposts:\\n  cio: { heldBy: B<|>o Li }\\n"), ["cio"]);
    assert.deepEqual(answered("# a <|>comment\\nitorg: 1\\n"), []);
  });
});
`;

export const format = (name, camel) => `import { placeToString } from "../../../model/words/place.ts";
import { full, spoken } from "../../../model/words/words.ts";
import { type Format, isRead } from "../format.ts";

/** The output of \`check --format ${name}\`: a line a finding, accepted ones left out. */
export const ${camel}: Format = {
  says: "Say: whom or what it is for",
  isForPrograms: true,
  write: (files) =>
    files
      .flatMap((file) =>
        isRead(file)
          ? file.analysis.findings
              .filter(({ accepted }) => !accepted)
              .map(({ severity, rule, at, message }) =>
                [file.path, placeToString(at), severity, rule, spoken(message, full)].join("\\t"),
              )
          : [[file.path, "", "error", "", file.error].join("\\t")],
      )
      .map((line) => \`\${line}\\n\`)
      .join(""),
};
`;

export const formatTest = (name, camel) => `import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ${camel} } from "../../server/reports/formats/check/${name}.ts";
import { plain } from "../../server/reports/formats/format.ts";
import { check } from "../kit/check-fixture.ts";
import { file } from "../kit/judged.ts";

describe("the format ${name}", () => {
  it("has a line for each finding, and one for a file that could not be read", () => {
    const analysis = check(file("posts: { cio: { heldBy: Bo Li, deputy: none } }\\ncoverage: { itPosts: complete }"));
    const files = [
      { path: "a.itorg.yaml", analysis },
      { path: "b.itorg.yaml", error: "It is not there." },
    ];
    const lines = ${camel}.write(files, plain).trimEnd().split("\\n");
    assert.equal(lines.length, analysis.findings.length + 1);
    assert.match(lines.find((line) => line.includes("key-person")) ?? "", /^a\\.itorg\\.yaml\\tposts\\.cio\\.deputy\\t/);
    assert.ok(lines.some((line) => line.endsWith("(professional practice)")), lines.join("\\n"));
    assert.equal(lines.at(-1), "b.itorg.yaml\\t\\terror\\t\\tIt is not there.");
  });
});
`;

export const duty = (id, first, second) => `
  - id: ${id}
    first: [${first}]
    second: [${second}]
    compareAccountables: false
    severity: warning
    rests: [practice]
    title: "Say: the fault in a few words, for the editor"
    reportTitle: "Say: the same as a sentence about duties, for the report"
    why: "Say: two or three sentences on why it matters."
    sameHands: "Say: one short sentence, which every message ends with."
    avoid: "Say: what is better not done."
    prefer: "Say: what is better done."
`;

export const provision = (regime, id, rule) => `  - id: ${id}
    regime: ${regime}
    cite: "Say: the full citation"
    short: "Say: the citation in a message"
    title: "Say: the provision's title"
    edition: "Say: the edition that was read"
    at: posts
    requires: "Say: what it asks for, in words of our own."
    confidence: H
    reviewed: true
    confirm: confirm at the official publisher
    effects:
      - { rule: ${rule}, severity: warning }
`;

export const lawTest = (regime, id, rule) => `import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { citing } from "../kit/judged.ts";
import { readFixture } from "../kit/notation.ts";
import { ruleById } from "../kit/standard.ts";

describe("${id}", () => {
  const found = readFixture(ruleById.get("${rule}")?.examples.bad ?? assert.fail("no such rule")).text;
  const under = (state: string) => citing("${id}", \`\${found}regimes: { ${regime}: \${state} }\\n\`);

  it("is cited where its law applies, and only there", () => {
    assert.notDeepEqual(under("applies"), []);
    assert.deepEqual(under("not-applicable"), []);
    assert.deepEqual(citing("${id}", found), []);
  });
});
`;
