import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { parseAllDocuments } from "yaml";
import type { Analysis } from "../../server/analysis/check.ts";
import type { Finding } from "../../server/analysis/finding.ts";
import { applyEdits, Text } from "../../server/base/text.ts";
import { placeFromString, placeToString, samePlace } from "../../server/model/words/place.ts";
import { textEdits } from "../../server/model/write/edit.ts";
import { today } from "../kit/check-fixture.ts";
import { inFull } from "../kit/in-full.ts";
import { readFixture } from "../kit/notation.ts";
import { fc, runs, sampled } from "../kit/sample.ts";
import { assertSoundAnalysis } from "../kit/sound-texts.ts";
import { analyze, rules } from "../kit/standard.ts";

// Whatever a file holds, reading it ends, throws nothing, and says what is wrong at a place inside the text.

const head = "itorg: 1\norganization: { name: Example }\n";

/** Analyses a text and holds the result against what every result must be. */
function survive(content: string): Analysis {
  const text = new Text(content);
  const analysis = analyze(text, { today });
  assertSoundAnalysis(analysis, content);
  let last = 0;
  for (const { span, at, message, related } of analysis.findings) {
    assert.ok(span.start >= last, `in order: ${inFull(message)}`);
    last = span.start;
    for (const { start, end } of [span, ...related.map((one) => one.span)])
      assert.ok(0 <= start && start <= end && end <= content.length, `inside the text: ${inFull(message)}`);
    assert.ok(
      !inFull(message).includes("\n") && message.length < 600,
      `a short message: ${inFull(message).slice(0, 200)}`,
    );
    assert.ok(samePlace(placeFromString(placeToString(at)) ?? ["lost"], at), `a readable place: ${placeToString(at)}`);
  }
  return analysis;
}

const found = (content: string, rule = "yaml-syntax"): Finding[] =>
  survive(content).findings.filter((finding) => finding.rule === rule);

const says = (content: string, rule?: string): string[] => found(content, rule).map((finding) => inFull(finding.says));

/** Where the first syntax finding stands, as the text there. */
const marked = (content: string): string | undefined => {
  const [first] = found(content);
  return first && content.slice(first.span.start, first.span.end);
};

describe("files that are no organization", () => {
  for (const [name, content] of [
    ["empty", ""],
    ["blanks", "  \n\n  \n"],
    ["only comments", "# one\n# two\n"],
    ["a mark of a document", "---\n"],
    ["an empty value", "~\n"],
    ["a byte-order mark alone", "\ufeff"],
  ] as const) {
    it(`${name}: says what a file begins with`, () =>
      assert.deepEqual(
        survive(content)
          .findings.filter((finding) => finding.severity === "error")
          .map((finding) => placeToString(finding.at)),
        ["itorg", "organization.name"],
      ));
  }
  for (const [name, content, message] of [
    ["a list", "- a\n- b\n", /is a list\.$/],
    ["a list in brackets", "[a, b]", /is a list\.$/],
    ["a single value", "hello\n", /is a single value\.$/],
    ["several documents", `${head}---\n${head}`, /several documents/],
    ["a second document that is broken", `${head}---\n[}\n`, /several documents/],
  ] as const) {
    it(`${name}: one finding at the root`, () => {
      const findings = found(content);
      assert.match(inFull(findings[0]?.says) ?? "", message);
      assert.deepEqual(findings[0]?.at, []);
    });
  }
  it("above 10 MB: one finding, and nothing read", () => {
    const { findings, questions } = survive(`${head}x-a: ${"a".repeat(10_000_000)}\n`);
    assert.deepEqual(
      findings.map((finding) => finding.rule),
      ["yaml-syntax"],
    );
    assert.deepEqual(questions, []);
  });
});

describe("slips in YAML", () => {
  const cases: readonly [string, string, string, string][] = [
    ["a tab as indentation", "posts:\n\tceo: { heldBy: A B }\n", "posts", "\t"],
    ["a quote left open", 'posts:\n  ceo: { heldBy: "A B }\n  cfo: { heldBy: C D }\n', "posts.ceo.heldBy", '"'],
    ["a bracket left open", "posts:\n  ceo: { heldBy: A B\n  cfo: { heldBy: C D }\n", "posts.ceo", "{"],
    ["a second colon", "posts:\n  ceo: heldBy: A B\n", "posts.ceo", "h"],
    ["a key twice", "posts:\n  ceo: { heldBy: A B }\n  ceo: { heldBy: C D }\n", "posts.ceo", "ceo"],
    ["a key twice in brackets", "posts: { ceo: , 'ceo': }\n", "posts.ceo", "'ceo'"],
    ["an alias without its anchor", "posts:\n  ceo: { heldBy: *boss }\n", "posts.ceo.heldBy", "*boss"],
    ["a value that begins with @", "posts:\n  ceo: { heldBy: @boss }\n", "posts.ceo.heldBy", "@"],
  ];
  for (const [name, body, at, text] of cases) {
    it(name, () => {
      const findings = found(head + body);
      assert.ok(findings.length > 0, "there is a finding");
      assert.ok(placeToString(findings[0]!.at).startsWith(at), placeToString(findings[0]!.at));
      assert.ok((marked(head + body) ?? "").startsWith(text), marked(head + body));
    });
  }
  it("leave what could be read standing", () => {
    const { document } = survive(`${head}posts:\n  ceo: { heldBy: A B }\n  cfo: { heldBy: [C D }\n`);
    assert.ok(document.org.data.posts.has("ceo"));
  });
  it("are at most a hundred a file", () =>
    assert.equal(found(`${head}posts:\n${"  ceo: {}\n".repeat(300)}`).length, 100));
  it("of a file with a byte-order mark or Windows line ends stand at the same lines", () => {
    const content = `${head}posts:\n  ceo: { heldby: A B }\n  ceo: {}\n`;
    const lines = (text: string) =>
      survive(text).findings.map(({ rule, span }) => `${rule} ${new Text(text).positionAt(span.start).line}`);
    assert.deepEqual(lines(content.replaceAll("\n", "\r\n")), lines(content));
    assert.deepEqual(lines(`\ufeff${content}`), lines(content));
  });
});

describe("files made to exhaust a reader", () => {
  const posts = (body: string) => `${head}posts: ${body}`;
  const deep: readonly [string, string][] = [
    ["5,000 nested brackets", posts(`${"[".repeat(5000)}${"]".repeat(5000)}\n`)],
    ["20,000 brackets left open", posts("[".repeat(20_000))],
    ["20,000 nested braces", posts("{a: ".repeat(20_000))],
    ["20,000 nested dashes", posts(`\n${"- ".repeat(20_000)}x\n`)],
    ["20,000 question marks", `${head}${"? ".repeat(20_000)}`],
    ["1,000 nested keys", posts(`\n${Array.from({ length: 1000 }, (_, i) => `${" ".repeat(i + 1)}a:\n`).join("")}`)],
  ];
  for (const [name, content] of deep) it(name, () => assert.match(says(content)[0] ?? "", /deeper than 100 levels/));

  it("an alias bomb is no organization, and no more than its own text", () => {
    const levels = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]\n`).join("");
    const { findings } = survive(`${head}a0: &a0 lol\n${levels}posts: *a40\n`);
    assert.equal(findings.filter((finding) => finding.rule === "unknown-key").length, 41);
    assert.equal(findings.filter((finding) => finding.rule === "invalid-value").length, 1);
  });
  it("aliases that repeat a long list in many posts", () => {
    const list = Array.from({ length: 5000 }, (_, i) => `Name ${i}`).join(", ");
    const many = Array.from({ length: runs({ short: 60, long: 500 }) }, (_, i) => `  p${i}: { heldBy: *list }\n`).join(
      "",
    );
    assert.match(says(`${head}x-list: &list [${list}]\nposts:\n${many}`)[0] ?? "", /repeat so much/);
  });
  it("aliases that repeat many unknown keys report each of them once", () => {
    const keys = Array.from({ length: 50 }, (_, i) => `k${i}: 1`).join(", ");
    const many = Array.from({ length: 500 }, (_, i) => `  p${i}: *keys\n`).join("");
    assert.equal(says(`${head}x-keys: &keys { ${keys} }\nposts:\n${many}`, "unknown-key").length, 50);
  });
  it("merge keys that double at each step", () => {
    const chain = Array.from(
      { length: 100 },
      (_, i) => `x-${i + 1}: &x${i + 1} { <<: [*x${i}, *x${i}], x-a${i}: 1 }\n`,
    ).join("");
    assert.deepEqual(says(`${head}x-0: &x0 { x-a: 1 }\n${chain}posts: { ceo: *x100 }\n`), []);
  });
  it("merge keys in a long chain, each with all before it", () => {
    const chain = Array.from({ length: 2000 }, (_, i) => `x-${i + 1}: &x${i + 1} { <<: *x${i}, x-a${i}: 1 }\n`).join(
      "",
    );
    assert.match(
      says(`${head}x-0: &x0 { x-a: 1 }\n${chain}posts: { ceo: *x2000 }\n`)[0] ?? "",
      /Merge keys .* repeat so many/,
    );
  });
  it("what contains itself", () => {
    for (const body of [
      "posts: &p\n  ceo: *p\n",
      "posts: &p\n  <<: *p\n  ceo: &c { <<: *c, heldBy: A B }\n",
      "posts:\n  ceo: &c { heldBy: [*c], reportsTo: *c, boardReport: *c }\n",
      "activities: &a { log-review: { responsible: *a } }\naccepted: &b [*b]\n",
    ])
      survive(head + body);
    survive("&a [*a]");
    survive("&a { ? *a : *a }");
  });
  it("very many posts, and lines as long as all of them", () => {
    const length = runs({ short: 6000, long: 100_000 });
    const many = Array.from({ length }, (_, i) => `  p${i}: { reportsTo: p${i + 1} }\n`).join("");
    const { document } = survive(`${head}posts:\n${many}  p${length}:\n`);
    assert.equal(document.org.data.posts.size, length + 1);
  });
  it("one circle of thousands of posts is one finding", () => {
    const length = runs({ short: 1500, long: 10_000 });
    const many = Array.from({ length }, (_, i) => `  p${i}: { reportsTo: p${(i + 1) % length} }\n`).join("");
    assert.equal(says(`${head}posts:\n${many}`, "reporting-cycle").length, 1);
  });
  it("thousands of broken references, unknown keys and names", () => {
    const length = runs({ short: 1000, long: 3000 });
    const lines = Array.from(
      { length },
      (_, i) => `  p${i}: { reportsTo: q${i}, k${i}: 1, heldBy: Nam${i}e Person }\n`,
    ).join("");
    const { findings } = survive(`${head}posts:\n${lines}`);
    assert.equal(findings.filter((finding) => finding.rule === "unresolved-reference").length, length);
  });
});

describe("words that mean something to JavaScript", () => {
  const words = ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "then"];
  for (const word of words) {
    it(word, () => {
      const id = word.toLowerCase().replaceAll("_", "-");
      survive(`${word}: 1\n${head}`);
      const { document } = survive(
        `${head}posts:\n  ${word}: { heldBy: ${word}, ${word}: 1, reportsTo: ${word}, level: ${word}, boardReport: { ${word}: 1 } }\n  ${id}: { reportsTo: ${id}, handsOn: ${word} }\npeople: { ${word}: { employedBy: ${word} } }\nactivities: { ${word}: , ${id}: { responsible: [${word}, team:${word}] } }\nregimes: { ${word}: applies }\nproviders: { ${word}: { services: [${word}] } }\ncoverage: { ${word}: complete }\naccepted: [{ rule: ${word}, at: posts.${word}, reason: ${word}, approvedBy: ${word} }]\n`,
      );
      assert.ok(document.org.data.posts.has(word) && document.org.data.people.has(word));
      assert.equal(Object.getPrototypeOf({}), Object.prototype);
      assert.equal(({} as Record<string, unknown>).heldBy, undefined);
    });
  }
});

/** Test data of others that the project does not carry along: read where it lies beside the repository. */
const data = join(process.cwd(), "..", "shared", "data");
const filesIn = (...path: string[]): string[] => {
  const folder = join(data, ...path);
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
};
const nasty = filesIn("blns")
  .filter((file) => file.endsWith("blns.json"))
  .flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as string[]);
const corpus = [
  ...filesIn("adversarial-yaml").filter((file) => /\.ya?ml$/.test(file)),
  ...filesIn("yaml-test-suite-src", "src"),
].map((file) => readFileSync(file, "utf8"));
/** The cases inside the official suite's files, with its signs for blanks and line ends put back. */
const cases = corpus.flatMap((file) => {
  if (!file.includes("  yaml: |")) return [];
  return (parseAllDocuments(file).flatMap((document) => document.toJS() as unknown) as { yaml?: string }[]).flatMap(
    ({ yaml }) =>
      yaml === undefined
        ? []
        : [
            yaml
              .replace(/␣/g, " ")
              .replace(/—*»/g, "\t")
              .replace(/←/g, "\r")
              .replace(/⇔/g, "\ufeff")
              .replace(/↵/g, "")
              .replace(/∎\n$/, ""),
          ],
  );
});

describe("what others found to break", () => {
  it("files that broke other readers, and the official cases of YAML", () => {
    for (const content of sampled([...corpus, ...cases], 6)) {
      survive(content);
      survive(`${head}posts:\n  ceo:\n${content.replace(/^/gm, "    ")}\n`);
    }
  });
  it("names of many lines and of great length", () => {
    const name = JSON.stringify(`Ann\nOde ${"very ".repeat(50_000)}long`);
    survive(
      `${head}posts:\n  cio: { heldBy: ${name}, title: ${name}, reportsTo: coo, deputy: none }\n  ciso: { heldBy: ${name}, reportsTo: cio }\n  ${name}: { heldBy: ${name}, reportsTo: cio }\n  coo: { title: ${name}, reportsTo: coo }\nproviders: { m: { name: ${name}, services: [vcio, helpdesk], overseenBy: none } }\nactivities: { ${name}: { responsible: [${name}] }, access-request: { responsible: [${name}] }, access-approve: { responsible: [${name}] } }\n`,
    );
  });
  it("naughty strings as names, keys, titles and ids", () => {
    for (const string of sampled(nasty, 6)) {
      const quoted = JSON.stringify(string);
      survive(
        `${head}posts:\n  ceo: { heldBy: ${quoted}, title: ${quoted}, ${quoted}: 1, reportsTo: ${quoted} }\n  ${quoted}: { level: ${quoted} }\npeople: { ${quoted}: }\nactivities: { log-review: { responsible: [${quoted}, "provider:a"] } }\n`,
      );
      survive(`${head}posts:\n  ceo: { heldBy: ${string} }\n`);
      survive(`${head}posts:\n  ceo:\n    heldBy: ${string}\n    title: |\n      ${string}\n`);
    }
  });
});

const examples = rules.flatMap((rule) => Object.values(rule.examples).map((example) => readFixture(example).text));
const samples = readdirSync("samples")
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => readFileSync(`samples/${name}`, "utf8"));

/** A file with some chunks taken out, doubled, or strewn with signs that mean something in YAML. */
const mangled = (texts: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(
        fc.record({
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          length: fc.nat(40),
          kind: fc.constantFrom("delete", "double", "insert"),
          sign: fc.constantFrom(
            ":",
            "-",
            "[",
            "]",
            "{",
            "}",
            ",",
            '"',
            "'",
            "\n",
            "\n  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "<<: *a",
            "|",
            ">",
            "? ",
            "%",
            "@",
            "`",
            "!!str ",
            "!x ",
            "---\n",
            "\r",
            "\u2028",
            "none",
            "~",
            "\ud800",
            "é",
          ),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    )
    .map(([text, changes]) =>
      changes.reduce((current, { at, length, kind, sign }) => {
        const start = Math.floor(at * current.length);
        const chunk = current.slice(start, start + length);
        if (kind === "delete") return current.slice(0, start) + current.slice(start + length);
        return (
          current.slice(0, start) +
          (kind === "double" ? chunk + chunk : sign) +
          current.slice(kind === "double" ? start + length : start)
        );
      }, text),
    );

describe("whatever happens to a file", () => {
  it("analysis throws nothing, and its findings stand inside the text in order", () => {
    fc.assert(
      fc.property(mangled([...examples, ...samples]), (content) => void survive(content)),
      { numRuns: runs({ short: 66, long: 400 }) },
    );
  });

  it("every fix can be applied, and what comes out can be read", () => {
    fc.assert(
      fc.property(mangled(examples), (content) => {
        const { document, findings } = survive(content);
        for (const remedy of findings.flatMap((finding) => [...finding.fixes, ...finding.firstSteps]).slice(0, 5))
          survive(applyEdits(content, textEdits(document, remedy.changes)));
      }),
      { numRuns: runs({ short: 16, long: 100 }) },
    );
  });

  it("no wording of the YAML library reaches the user", () => {
    const check = (content: string) => {
      const documents = parseAllDocuments(content, { prettyErrors: false, uniqueKeys: false });
      const theirs = new Set(
        (Array.isArray(documents) ? documents : []).flatMap((one) =>
          [...one.errors, ...one.warnings].map((error) => error.message),
        ),
      );
      for (const { message } of survive(content).findings)
        for (const wording of theirs)
          assert.ok(!inFull(message).includes(wording), `${inFull(message)} repeats the library's "${wording}"`);
    };
    for (const content of sampled(cases, 6)) check(content);
    fc.assert(fc.property(mangled(examples), check), { numRuns: runs({ short: 33, long: 200 }) });
  });
});
