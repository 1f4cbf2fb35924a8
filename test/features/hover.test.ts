import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { type Hover, hover } from "../../server/features/hover.ts";
import { readCursor } from "../kit/cursor.ts";
import { snapshotOf } from "../kit/standard.ts";

const today = "2026-11-22";

function hoverAt(source: string, page?: (id: string) => string): (Hover & { text: string }) | undefined {
  const { content, text, start } = readCursor(source);
  const found = hover(snapshotOf(text, today), start, page);
  return found && { ...found, text: content.slice(found.span.start, found.span.end) };
}

/** Checks what a hover says, and on which word. */
function says(source: string, word: string, ...parts: (string | RegExp)[]): void {
  const found = hoverAt(source);
  assert.ok(found, "there is a hover");
  assert.equal(found.text, word);
  for (const part of parts) {
    const isThere = typeof part === "string" ? found.markdown.includes(part) : part.test(found.markdown);
    assert.ok(isThere, `${part} is in:\n${found.markdown}`);
  }
}

const head = `itorg: 1
organization: { name: Example, headcount: 300 }
`;

describe("hover", () => {
  it("explains a role at its key: definition, sources, disagreement, and what the file says", () => {
    says(
      `${head}posts:
  cio: { heldBy: Bo Li, reportsTo: ceo }
  c<|>iso: { heldBy: Bo Li, reportsTo: cio }
  it-manager: { heldBy: Ed May, reportsTo: ciso }
activities:
  security: { accountable: ciso, responsible: [Eve Roy] }
`,
      "ciso",
      "**CISO** · Chief Information Security Officer",
      "Held by Bo Li, who also holds CIO",
      "Reports to the CIO",
      "Reporting to it: IT Manager",
      "Accountable for: Information security as a whole",
      /\*\*warning\*\*: CISO/,
      "puts protection and compliance first (Mindfield, a vendor).",
      /\| \*\*Reports to\*\* \| Stands outside the IT line \| FFIEC; RBI 2026; NCA ECC; CCB guide; Mindfield, a vendor; \*against:\* FISMA \|/,
      "Where the sources disagree",
      /Must security stand outside the IT line\?\n\n- \*\*Mindfield, a vendor\*\*: Yes/,
      /To whom does the CISO's line go\?.*\*\*RBI 2026, place of the CISO\*\*: To the executive who oversees risk/s,
      /- \*\*FISMA, 44 USC 3554\*\*: No/,
      "**Works with**",
      "**Conflicts with**",
      /Heidrick.*2022 \(sample: 327 CISOs\): 38%/,
    );
  });

  it("puts the short part first: what it is and what the file says, then four facts with who says so", () => {
    for (const role of ["cio", "cto", "ciso", "it-director", "it-manager", "vcio"]) {
      const { markdown } = hoverAt(`${head}posts:\n  <|>${role}: { heldBy: Bo Li, reportsTo: ceo }\n`)!;
      const [first = "", ...rest] = markdown.split("\n\n---\n\n");
      assert.ok(first.split("\n").length <= 12, first);
      assert.doesNotMatch(first, /^\|/m, "what the sources say comes after what the file says");
      const table =
        rest.find((part) => part.startsWith("| What | By definition | Who says so |")) ?? assert.fail(markdown);
      assert.ok(table.split("\n").length <= 6, table);
      assert.match(first, /\n\n[^\n]+\((Roman; )?Mindfield, a vendor[^\n]*\)\.\n/, "the purpose says who says so");
      assert.match(first, /\*\*In this file\*\*/);
      assert.match(rest.join(), /Works with/);
    }
  });

  it("says what a role still has to learn, and marks who sells what they recommend", () => {
    const manager = `${head}posts:\n  it-<|>manager: { heldBy: Bo Li }\n`;
    says(manager, "it-manager", "**Often still to be learned**", "- IT governance (Mindfield, a vendor).", "**Path**");
    says(manager, "it-manager", "**Seller's advice:** Mindfield sells virtual CIOs.");
    const nobody = `itorg: 1
organization: { name: E, headcount: 100 }
coverage: { itPosts: complete, providers: complete }
po<|>sts:
  ceo: { heldBy: A B }
`;
    says(nobody, "posts", "**Seller's advice:**", /Mindfield and Cobb, who recommend it, also sell it/);
  });

  it("lets marks travel: a vendor, in a link, whom others reject, against the article", () => {
    const cio = `${head}posts:\n  ci<|>o: { heldBy: Bo Li }\n`;
    says(cio, "cio", /a reader of Roman, whom others reject\*\*: Only in whether the company is listed/);
    says(
      cio,
      "cio",
      /\*\*Reports to\*\* \| Answers to the top[^|]*\| our conclusion, from Mindfield, a vendor; Cobb, a vendor/,
    );
    says(cio, "cio", "**CTO Academy, a vendor; Anant, a vendor** (one voice): A higher profit.");
    says(`${head}posts:\n  vc<|>io: { heldBy: Bo Li }\n`, "vcio", /Cobb, a vendor, in a link\*\*: Everybody\./);
  });

  it("says who asks for a post in a line of its own, and puts no sentence of ours into a law's mouth", () => {
    const { markdown } = hoverAt(`${head}posts:\n  dp<|>o: { heldBy: Bo Li }\n`)!;
    assert.match(markdown, /without taking orders in that work\.\n\nAsked for by GDPR Art\. 37\(1\); BDSG s\. 38; /);
  });

  it("names law that nobody declared below the rule, and only of the client's places and sector", () => {
    const file = (organization: string, regimes = "") =>
      `itorg: 1\norganization: { name: E, headcount: 300${organization} }\n${regimes}posts:\n  cio: { heldBy: Bo Li }\n  ciso: { heldBy: Eve Roy, reportsTo: c<|>io }\n`;
    const line = (organization: string, regimes = "") =>
      hoverAt(file(organization, regimes))!.markdown.match(/Elsewhere asked for by: [^\n]*/)?.[0];
    assert.match(line("") ?? "", /FFIEC Management booklet; RBI 2026, CISO; NCA ECC 1-2-1/);
    assert.equal(line(", jurisdictions: [SA]"), "Elsewhere asked for by: NCA ECC 1-2-1");
    assert.equal(
      line(", jurisdictions: [US-OH], sector: healthcare"),
      undefined,
      "the examiners of banks ask it of banks",
    );
    assert.match(line(", jurisdictions: [US-OH], sector: financial-services") ?? "", /FFIEC/);
    assert.equal(line(", jurisdictions: [SA]", "regimes: { nca-ecc: exempt }\n"), undefined);
    const declared = hoverAt(file(", jurisdictions: [SA]", "regimes: { nca-ecc: applies }\n"))!.markdown;
    assert.match(declared, /Who says so: NCA ECC 1-2-1; /);
  });

  it("says of a law as of which day its text was looked for", () => {
    says(
      `itorg: 1\norganization: { name: E }\nregimes:\n  nis<|>2: applies\n`,
      "nis2",
      "Text as of 30 November 2026; confirm at the publisher",
      /Germany since 6 December 2025/,
    );
  });

  it("attributes a reader's comment to the reader, and not to the article", () => {
    says(
      `${head}posts:\n  ci<|>o: { heldBy: Bo Li }\n`,
      "cio",
      /a reader of Roman, against the article\*\*: No, only the word differs/,
    );
  });

  it("says of a title which roles it may mean, and where the sources disagree between them", () => {
    const titled = (title: string) => `${head}posts:\n  x: { title: <|>${title} }\n`;
    says(
      titled("Head of IT"),
      "Head of IT",
      "best guess first",
      /- \*\*IT Director\*\*: .*\(Mindfield, a vendor; Cobb, a vendor\)/,
    );
    says(titled("Head of IT"), "Head of IT", "Do CIO and IT director really differ?", "never a verdict");
    says(titled("Chief Security Officer"), "Chief Security Officer", "May mean this role", "**CISO**");
    const { markdown } = hoverAt(titled("Head of Catering"))!;
    assert.equal(/May mean/.test(markdown), false, markdown);
  });

  it("says of a value what it means, who says so and of which role", () => {
    const post = (field: string) => `${head}posts:\n  cio: { ${field} }\n`;
    says(
      post("level: tac<|>tical"),
      "tactical",
      "(Mindfield, a vendor).",
      "**CTO**: Cobb, a vendor",
      /\*\*IT Director\*\*: Mindfield, a vendor; Cobb, a vendor/,
    );
    says(post("orientation: out<|>ward"), "outward", /\*\*CTO\*\*: .*against:\* Cobb/);
    // Who says both stands by itself, and not on either side.
    says(
      post("level: strat<|>egic"),
      "strategic",
      /\*\*CIO\*\*: (?!.*CTO Academy.*CTO Academy).*both ways:\* CTO Academy/,
    );
    says(post("focus: [tech<|>nology]"), "technology", /\*\*IT Director\*\*: Roman/);
    says(post("le<|>vel: tactical"), "level", "(Mindfield, a vendor)");
    says(`${head}providers:\n  a: { services: vc<|>io }\n`, "vcio", "(Mindfield, a vendor)");
    says(`${head}activities:\n  it-str<|>ategy: {}\n`, "it-strategy", "(Mindfield, a vendor)", "Whose task", "**CIO**");
  });

  it("holds a post's facts against the roles that the sources define", () => {
    const { markdown } = hoverAt(
      `${head}posts:\n  c<|>io: { heldBy: Bo Li, reportsTo: cfo, level: [tactical], focus: [technology], background: technical }\n`,
    )!;
    const [first = "", ...rest] = markdown.split("\n\n---\n\n");
    // Told in full below the card, and so not in it once more.
    assert.doesNotMatch(first, /A post that fits another role better than its own/);
    assert.equal(markdown.split("A post that fits another role better than its own").length, 2);
    const fit = rest.find((part) => part.includes("Which role its facts describe")) ?? assert.fail(markdown);
    for (const part of [
      /^- IT Director: 4 met, 1 not known\n/m,
      /^- \*\*CIO\*\* \(its role\): 0 met, 3 contradicted, 6 not known$/m,
      /^\| ✓ level \| tactical \| tactical or operational \| Mindfield, a vendor; Cobb, a vendor; \*against:\* a reader of Roman, who agrees, and yet describes it otherwise \|$/m,
      /^\| ✗ reporting line \| the CFO \| CEO, COO, the board or the owner \| our conclusion, from Mindfield, a vendor; Cobb, a vendor \|$/m,
      /^\| \? customers \| not known \| internal \| CTO Academy, a vendor \|$/m,
      /^\| technical work, disputed \| not known \| no \|/m,
    ])
      assert.match(fit, part);
    assert.doesNotMatch(fit, /revenue/, "a table for the best role and the own one, counts for the rest");
    assert.ok(fit.indexOf("IT Director**, fact") < fit.indexOf("CIO**, fact"));
  });

  it("lists the findings of a post by their weight, and shows code as code", () => {
    const { markdown } = hoverAt(
      `${head}posts:\n  cio: { heldBy: Bo Li, reportsTo: cfo, level: [tactical] }\n  ci<|>so: { heldBy: Bo Li, reportsTo: cio, deputy: none }\n`,
    )!;
    const weights = [...markdown.matchAll(/^- \*\*(error|warning|information|hint)\*\*: /gm)].map(([, one]) => one);
    const order = ["error", "warning", "information", "hint"];
    assert.ok(weights.length > 1, markdown);
    assert.deepEqual(
      weights,
      weights.toSorted((a, b) => order.indexOf(a!) - order.indexOf(b!)),
    );
    const field = hoverAt(`${head}posts:\n  cio: { held<|>By: Bo Li }\n`)!.markdown;
    assert.match(field, / `provider:` and /);
    assert.doesNotMatch(field, /\\`/);
  });

  it("holds nothing against them where nothing is on record, or no source describes the role", () => {
    for (const post of ["<|>cio: { heldBy: Bo Li }", "<|>ceo: { heldBy: Bo Li, level: [strategic] }", "<|>cio: none"])
      assert.doesNotMatch(hoverAt(`${head}posts:\n  ${post}\n`)!.markdown, /facts describe/, post);
  });

  it("says of a post of the user's own what it holds", () => {
    says(
      `${head}posts:\n  it-op<|>s: { role: it-manager, title: Head of Platforms, heldBy: vacant }\n`,
      "it-ops",
      "Head of Platforms",
      "**IT Manager**",
      "Vacant",
    );
    says(`${head}posts:\n  <|>cio: none\n`, "cio", "There is no such post");
    says(`${head}posts:\n  <|>ceo:\n`, "ceo", "Who holds it is not known");
    says(`${head}posts:\n  ops: { role: it-man<|>ager }\n`, "it-manager", "**IT Manager**", "Who says so");
  });

  it("follows references to posts, providers, people, teams, committees and the board", () => {
    const file = (field: string) => `${head}people: { Bo Li: { employedBy: acme } }
posts:
  cio: { heldBy: Bo Li, ${field} }
  cto: { heldBy: Bo Li }
providers:
  acme: { name: Acme Ltd, services: [helpdesk, backup], overseenBy: cio }
teams:
  desk: { headedBy: cio, functions: [helpdesk] }
committees:
  board: { chair: external, members: [cio], meets: quarterly }
activities:
  log-review: { responsible: [provider:acme] }
`;
    says(file("reportsTo: c<|>to"), "cto", "**CTO**", "Held by Bo Li, who also holds CIO");
    says(
      file("deputy: provider:ac<|>me"),
      "provider:acme",
      "**Acme Ltd**",
      "Supplies Helpdesk and Backup",
      "Overseen by the CIO",
      /Responsible for: Log review/,
    );
    says(file("deputy: team:de<|>sk"), "team:desk", "Desk", "Headed by the CIO");
    says(file("reportsTo: bo<|>ard"), "board", /Board/i);
    says(file("x-a: b").replace("heldBy: Bo Li, x-a", "heldBy: Bo <|>Li, x-a"), "Bo Li", "person", "Holds CIO and CTO");
  });

  it("describes keys and values out of the format's schema", () => {
    says(`itorg: 1\norganization: { name: E, head<|>count: 3 }\n`, "headcount", "`headcount`");
    says(`itorg: 1\norganization: { name: E, headcount: <|>3 }\n`, "3", "`headcount`");
    says(`itorg: 1\norganization: { name: E, sector: health<|>care }\n`, "healthcare", "**Health care**");
    says(`${head}posts:\n  cio: { lev<|>el: strategic }\n`, "level", "`level`");
    says(`${head}posts:\n  cio: { level: [stra<|>tegic] }\n`, "strategic", "**Strategic**");
    says(`${head}posts:\n  cio: { boardReport: { cad<|>ence: yearly } }\n`, "cadence", "`cadence`");
    says(`${head}providers:\n  a: { services: help<|>desk }\n`, "helpdesk", "**Helpdesk**");
    says(`${head}committees:\n  c: { oversees: [access-re<|>view] }\n`, "access-review", "Access review");
    says(`${head}pos<|>ts: {}\n`, "posts", "`posts`");
    says(`${head}activities:\n  access-<|>review: none\n`, "access-review", "Access review", "Nobody does it");
    says(`${head}regimes:\n  gd<|>pr: applies\n`, "gdpr", "**GDPR**");
    says(
      `${head}regimes:\n  nydfs<|>-500: applies\nposts:\n  ciso: none\nproviders: none\n`,
      "nydfs-500",
      "New York cybersecurity regulation",
      "As amended on 1 November 2023",
      "Not legal advice",
      "**NYDFS 500.4(a)**: Chief information security officer (1 finding)",
    );
    says(`${head}regimes:\n  hou<|>se-rules: applies\n`, "house-rules", "checks nothing of it");
    says(`${head}regimes:\n  gdpr: app<|>lies\n`, "applies", "**Applies**");
    says(`${head}posts:\n  cio: <|>none\n`, "none", "`none`");
    says(`${head}posts:\n  cio: { heldBy: "no<|>ne" }\n`, `"none"`, "**none** · person");
  });

  it("explains the rule of a finding, who says so and who says otherwise", () => {
    says(
      `${head}posts:\n  ceo: { heldBy: A }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  ciso: { heldBy: Eve Roy, reportsTo: c<|>io }\n`,
      "cio",
      "**CISO inside the IT line** · warning",
      /Who says so: .*Mindfield/,
      /Who says otherwise: FISMA/,
    );
  });

  it("explains the rule that an acceptance names, and the acceptance at the finding", () => {
    const file = (rule: string, line: string) => `${head}posts:
  ceo: { heldBy: A }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Eve Roy, reportsTo: ${line} }
accepted:
  - { rule: ${rule}, at: posts.ciso, reason: Small *team*, compensatingControl: none, approvedBy: ceo, until: 2026-12-31 }
`;
    says(file("ciso-in-<|>it-line", "cio"), "ciso-in-it-line", "**CISO inside the IT line**");
    says(file("ciso-in-it-line", "c<|>io"), "cio", "Accepted by", "until 2026-12-31: Small \\*team\\*");
    says(file("no-su<|>ch-rule", "cio"), "no-such-rule", "No rule is called no-such-rule");
  });

  it("links to pages only where the client can open them", () => {
    const source = `${head}posts:\n  c<|>iso: { heldBy: Eve Roy, reportsTo: cio }\n`;
    assert.equal(/\]\(/.test(hoverAt(source)!.markdown), false);
    const linked = hoverAt(source, (id) => `command:itorg.explain?%5B%22${id}%22%5D`)!.markdown;
    assert.match(linked, /\]\(command:itorg\.explain\?%5B%22ciso%22%5D\)/);
    assert.match(linked, /\]\(command:itorg\.explain\?%5B%22ciso-in-it-line%22%5D\)/);
  });

  it("lets nothing that the user wrote become markup or a link", () => {
    const { markdown } = hoverAt(`${head}posts:\n  c<|>io: { heldBy: "[x](command:evil) <b>*y*" }\n`)!;
    assert.equal(/[^\\]\[x\]\(|<b>|[^\\]\*y/.test(markdown), false, markdown);
  });

  it("says nothing in comments, blanks and punctuation", () => {
    for (const source of [
      `${head}posts:\n  cio: { heldBy: Bo Li } # comm<|>ent\n`,
      `${head}posts:\n <|> cio: { heldBy: Bo Li }\n`,
      `${head}posts:\n  cio: <|>{ heldBy: Bo Li }\n`,
    ])
      assert.equal(hoverAt(source), undefined, source);
  });

  it("has an answer or none at every offset of the samples", () => {
    for (const name of ["pinecrest", "halden"]) {
      const text = new Text(readFileSync(`samples/${name}.itorg.yaml`, "utf8"));
      const snapshot = snapshotOf(text, today);
      for (let offset = 0; offset <= text.content.length; offset++) {
        const found = hover(snapshot, offset);
        if (!found) continue;
        assert.ok(found.span.start <= offset && offset <= found.span.end);
        assert.equal(/undefined(?!-title)|\[object|NaN/.test(found.markdown), false, found.markdown);
      }
    }
  });
});
