import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import type { Analysis } from "../../server/analysis/check.ts";
import { type Document, plainText } from "../../server/base/document.ts";
import { Text } from "../../server/base/text.ts";
import type { Naming } from "../../server/model/org/naming.ts";
import { html } from "../../server/reports/client/html.ts";
import { markdown } from "../../server/reports/client/markdown.ts";
import { reportOf } from "../../server/reports/client/report.ts";
import { naughtyClient, naughtyStrings } from "../kit/naughty.ts";
import { readHtml } from "../kit/read-html.ts";
import { sampled } from "../kit/sample.ts";
import { analyze, configFrom, standardConfig } from "../kit/standard.ts";

const today = "2026-11-30";
const checked = (content: string, config = standardConfig): Analysis => analyze(new Text(content), { today, config });
const sample = (name: string): string => readFileSync(`samples/${name}.itorg.yaml`, "utf8");
const reported = (content: string, names: Naming = "full", config = standardConfig): Document =>
  reportOf(checked(content, config), { names, file: "a.itorg.yaml" }).document;
const partOf = ({ parts }: Document, id: string) => parts.find((part) => part.id === id) ?? assert.fail(id);

/** A part as text, a line a block or an item. */
function textOf(document: Document, id: string): string {
  return partOf(document, id)
    .blocks.flatMap((block) => {
      switch (block.is) {
        case "heading":
          return [`# ${block.text}`];
        case "paragraph":
          return [plainText(block.text)];
        case "list":
          return block.items.map((item) => `- ${plainText(item)}`);
        case "table":
          return block.rows.map(({ cells }) => cells.map(({ text }) => plainText(text)).join(" | "));
        case "card":
          return [
            `${block.label}: ${block.title}`,
            ...block.lines.map(({ label, text }) => `  ${label}: ${plainText(text)}`),
          ];
        default:
          return [block.alt, block.caption];
      }
    })
    .join("\n");
}

describe("the report", () => {
  it("has its parts in their order, those alone that the firm wants", () => {
    const all = ["board", "chart", "findings", "matrix", "plan", "accepted", "questions", "appendix"];
    const halden = sample("halden");
    assert.deepEqual(
      reported(halden).parts.map(({ id }) => id),
      all,
    );
    const { config, document } = configFrom(
      new Text('report: { parts: [findings, board], firm: Ortega Advisory, accent: "#AA3300", footer: Draft }'),
    );
    assert.deepEqual(document.problems, []);
    const own = reported(halden, "full", config);
    assert.deepEqual(
      own.parts.map(({ id }) => id),
      ["board", "findings"],
    );
    assert.deepEqual(
      [own.cover, own.accent, own.footer, own.properties.firm],
      [undefined, "#aa3300", "Draft · Halden Payments", "Ortega Advisory"],
    );
  });

  it("says what is wrong with a firm's settings, and does without them", () => {
    const { config, document } = configFrom(new Text("report: { accent: red, parts: [front], template: house.docx }"));
    assert.equal(document.problems.length, 2);
    assert.equal(config.report.accent, standardConfig.report.accent);
    assert.equal(config.report.parts.size, 9);
    assert.equal(config.report.template, "house.docx");
  });

  it("tells the board posts and no people, no rule's id, and each number with what it counts", () => {
    for (const name of ["halden", "larkspur", "lighthouse", "marlow", "pinecrest", "tamarind", "vogel", "zeebries"]) {
      const analysis = checked(sample(name));
      const text = textOf(reportOf(analysis, { names: "full", file: name }).document, "board");
      const { mentions } = analysis.document.org.data;
      const people = mentions.filter((one) => text.includes(one.name)).map((one) => one.name);
      assert.deepEqual(people, [], name);
      const ids = [...analysis.config.ruleById.keys()].filter((id) => id.includes("-") && text.includes(id));
      assert.deepEqual(ids, [], name);
      for (const head of ["What is wrong", "What is sound", "What nobody could say yet", "What to decide now"])
        assert.ok(text.includes(`# ${head}`), `${name}: ${head}`);
    }
  });

  it("praises nothing of a kind that it finds fault with in the same post, and says where too little is known", () => {
    const board = textOf(reported(sample("larkspur")), "board");
    assert.match(board, /One person holds both HIPAA Security Official and IT Manager\./);
    assert.doesNotMatch(board, /Security does not report to IT/);
    const empty = textOf(reported("itorg: 1\norganization: { name: Example }\n"), "board");
    assert.match(empty, /Too little is known yet to call anything sound\./);
    assert.match(empty, /Nothing was found that calls for action\./);
    assert.match(empty, /No interview is on record/);
  });

  it("tells what was asked and nobody knew from what was not asked", () => {
    const board = textOf(reported(sample("halden")), "board");
    assert.match(board, /Asked, and nobody could say: Does Aegis Security earn a commission/);
    assert.match(board, /Not asked yet: Who handles/);
  });

  it("holds the law before standards before articles, vendors marked, and those who disagree", () => {
    const findings = textOf(reported(sample("halden")), "findings");
    assert.match(
      findings,
      /Worth acting on: The CISO reports to the CIO\.\n.*\n {2}Who says so: DORA Art\. 6\(4\); Mindfield, a vendor \(S1-13, S1-17\)\n {2}Who disagrees: FISMA/,
    );
    assert.ok(findings.indexOf("Must be mended") < findings.indexOf("Worth knowing"), "worst first");
    assert.doesNotMatch(findings, /Changes built and put into production/);
  });

  it("shows by the plan what ends, what stays, and what cannot be carried out", () => {
    const planned = `${sample("halden")}recommended:
  - { rule: ciso-in-it-line, at: posts.ciso.reportsTo, do: report-to-ceo, owner: ceo, due: 2027-03-31, status: agreed }
  - { rule: mixed-incentives, at: posts.ciso.objectives, do: Talk to Yusuf Demir. }
`;
    const document = reported(planned);
    const plan = textOf(document, "plan");
    assert.match(plan, /CEO \| 31 March 2027 \| Let the CISO report to the CEO \| agreed/);
    assert.match(plan, /the plan ends one; .* stay, and no new one comes with it/);
    assert.match(plan, /Ended by the plan:\n- The CISO reports to the CIO\./);
    assert.match(plan, /Talk to Yusuf Demir: it says in words what is to be done\./);
    assert.match(textOf(document, "chart"), /As it is.*\n(?:.*\n)*.*As it is to become/);
    const hidden = textOf(reported(planned, "codes"), "plan");
    assert.doesNotMatch(hidden, /Yusuf|Demir/);
  });

  it("puts lapsed decisions first, and says what an entry does not cover", () => {
    const marlow = textOf(reported(sample("marlow")), "accepted");
    assert.match(marlow, /^.*; lapsed$/m);
    const pending = `${sample("halden")}  - { rule: ciso-in-it-line, at: posts.ciso, reason: not-asked, approvedBy: not-asked }\n`;
    assert.match(textOf(reported(pending), "accepted"), /pending, it covers nothing yet/);
  });

  it("is the same bytes each time", async () => {
    const [first, second] = [reported(sample("halden")), reported(sample("halden"))];
    assert.equal(await html(first), await html(second));
    assert.equal(markdown(first), markdown(second));
  });
});

describe("a report of naughty strings", () => {
  const content = naughtyClient([...sampled(naughtyStrings.slice(0, -11), 8), ...naughtyStrings.slice(-11)]);
  const { config } = configFrom(new Text(`report: { firm: "A & B </style><b>", footer: "</style> \\"; } \\\\" }`));
  const document = reported(content, "full", config);

  it("is a page of ours and nothing else, without an address of the file's", async () => {
    const page = await html(document);
    const { links, sources, text } = readHtml(page);
    assert.deepEqual(
      links.filter((link) => !link.startsWith("#")),
      [],
    );
    assert.deepEqual(sources, []);
    assert.ok(text.includes("A & B </style><b>"));
    const policy = /content="(default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:)"/;
    assert.match(page, policy);
    assert.equal(page.match(/<style>/g)?.length, 1);
    // The hash is that of the style which stands there, or nothing would be laid out.
    const style = /<style>([^<]*)<\/style>/.exec(page)?.[1] ?? "";
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
    assert.ok(page.includes(`'sha256-${Buffer.from(digest).toString("base64")}'`));
    assert.ok(style.includes("</style>") === false && !/content:"[^"]*[<>;}]/.test(style.replaceAll('" / "', "")));
  });

  it("is Markdown in which no string is a link, a heading, a tag or an address", () => {
    const text = markdown(document).replace(/```mermaid\n[\s\S]*?\n```/g, "");
    assert.doesNotMatch(text, /(?<!\\)\]\(/, "a link");
    assert.doesNotMatch(text, /<\w/, "a tag");
    assert.doesNotMatch(text, /\w:\/\/|\bwww\.|\w@\w/, "an address that readers would make a link of");
    const heads = text.split("\n").filter((line) => /^#/.test(line));
    assert.ok(heads.every((line) => /^#{1,4} \S/.test(line)));
    assert.doesNotMatch(text.replaceAll("\n", ""), /[\p{Cc}\p{Cs}]/u);
  });
});
