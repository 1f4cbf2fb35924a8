import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { unzipSync, zipSync } from "fflate";
import { Text } from "../../server/base/text.ts";
import { docx } from "../../server/exports/docx.ts";
import { pptx } from "../../server/exports/pptx.ts";
import { docxFrom } from "../../server/exports/template.ts";
import { foldText } from "../../server/model/words/values.ts";
import { deckOf } from "../../server/reports/client/deck.ts";
import { reportOf } from "../../server/reports/client/report.ts";
import { folderWith, itorg, type Ran } from "../kit/cli-run.ts";
import { namedClient, textIn, wordsOfNames } from "../kit/named-client.ts";
import { naughtyClient, naughtyStrings } from "../kit/naughty.ts";
import { officeParts, textOfPart } from "../kit/office.ts";
import { isLong, sampled } from "../kit/sample.ts";
import { analyze, configFrom, standardConfig } from "../kit/standard.ts";

const day = ["--today", "2026-11-30"];
const halden = readFileSync("samples/halden.itorg.yaml", "utf8");
/** A client of few posts, for what does not hang on how much there is to tell. */
const small = readFileSync("samples/pinecrest.itorg.yaml", "utf8");
const asset = (name: string): Uint8Array => new Uint8Array(readFileSync(`dist/assets/${name}`));
const assets = () => ({
  wasm: asset("resvg.wasm"),
  fonts: ["arimo-regular.ttf", "arimo-bold.ttf", "arimo-italic.ttf"].map(asset),
});
const report = (content: string, config = standardConfig) =>
  reportOf(analyze(new Text(content), { today: "2026-11-30", config }), { names: "full", file: "a.itorg.yaml" });
const reported = (folder: string, out: string, more: readonly string[] = [], env = {}): Ran =>
  itorg(["report", "a.itorg.yaml", "--out", out, ...day, ...more], { cwd: folder, env });

/** A Word file of a firm's, as small as one can be. */
function template(body: string, { styles = "", type = "document", more = {} } = {}): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    "word/styles.xml": `${head}<w:styles ${w}>${styles}</w:styles>`,
    "word/document.xml": `${head}<w:document ${w}><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417"/></w:sectPr></w:body></w:document>`,
    ...more,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  );
}
const line = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe("the report as a Word file", () => {
  it("has headings, contents with numbers, repeated heads, unbroken rows, and the chart as a picture with words for it", async () => {
    const bytes = await docx(report(halden).document, assets());
    const parts = officeParts(bytes);
    const document = parts.get("word/document.xml") ?? "";
    const headings = [...document.matchAll(/<w:pStyle w:val="Heading1"\/>.*?<w:t[^>]*>([^<]*)</g)].map(
      ([, text]) => text,
    );
    assert.deepEqual(headings, [
      "For the board",
      "Organization chart",
      "Findings",
      "Responsibility matrix",
      "Plan",
      "Risks accepted",
      "Open questions",
      "Appendix",
    ]);
    const contents = textOfPart(document)
      .split("\n")
      .flatMap((one) => /^(.*[a-z])(\d+)$/.exec(one)?.slice(1, 3) ?? [])
      .slice(0, 16);
    assert.equal(contents.length, 16, "each part has its number in the contents");
    const numbers = contents.filter((_, i) => i % 2 === 1).map(Number);
    assert.ok(numbers.every((number, i) => i === 0 || number >= numbers[i - 1]!) && numbers[0] === 2, String(numbers));
    const tables = document.split("<w:tbl>").slice(1);
    assert.ok(tables.length >= 5 && tables.every((table) => table.includes("<w:tblHeader")));
    assert.ok(
      tables.every(
        (table) => (table.match(/<w:tr>|<w:tr /g) ?? []).length === (table.match(/<w:cantSplit/g) ?? []).length,
      ),
    );
    assert.match(document, /<wp:docPr id="1" name="Chart 1" descr="[^"]*Halden Payments[^"]*"/);
    const names = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith("word/media/"));
    assert.ok(names.some((name) => name.endsWith(".svg")) && names.some((name) => name.endsWith(".png")), names.join());
    assert.match(document, /<w:pgSz[^>]*w:orient="landscape"/);
  });

  it("has a paragraph's properties once, and its style once", async () => {
    const document = officeParts(await docx(report(halden).document, assets())).get("word/document.xml") ?? "";
    const paragraphs = document.match(/<w:p>[\s\S]*?<\/w:p>/g) ?? [];
    assert.ok(paragraphs.length > 200);
    const twice = paragraphs.filter((one) => one.split("<w:pPr>").length > 2 || one.split("<w:pStyle ").length > 2);
    assert.deepEqual(
      twice.filter((one) => !one.includes("w:sectPr")),
      [],
    );
    const slides = officeParts(await pptx(deckOf(report(halden))));
    const onSlides = [...slides].filter(([name]) => name.startsWith("ppt/slides/slide"));
    const heads = onSlides.flatMap(([, xml]) => xml.match(/<a:p>[\s\S]*?<\/a:p>/g) ?? []);
    assert.ok(heads.length > 80);
    assert.deepEqual(
      heads.filter((one) => one.split(/<a:pPr\b/).length > 2),
      [],
    );
  });

  it("names the firm and the day, never the machine or the hour", async () => {
    const { config } = configFrom(new Text("report: { firm: Ortega & Co }"));
    const core = officeParts(await docx(report(halden, config).document, assets())).get("docProps/core.xml") ?? "";
    assert.match(core, /<dc:creator>Ortega &amp; Co<\/dc:creator>/);
    assert.deepEqual([...new Set(core.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g))], ["2026-11-30T00:00:00Z"]);
  });

  it("draws a box for a letter that no font has, lists it, and ends with 1", () => {
    const folder = folderWith({ "a.itorg.yaml": halden.replaceAll("Ingrid Voss", "Ingrid \u4e2d Voss") });
    const { status, stderr } = reported(folder, "a.docx");
    assert.equal(status, 1);
    assert.match(stderr, /drawn as \u25a1.*\n {2}CEO: \u4e2d/);
    assert.ok(existsSync(join(folder, "a.docx")));
  });
});

describe("a firm's Word template", () => {
  const names = "client firm date cover board chart findings matrix plan accepted questions appendix".split(" ");

  it("gets what its placeholders name, and keeps those that are none of ours", () => {
    const config = `report: { firm: Ortega, template: house.docx }\n`;
    const body = names.map((name) => line(`{{${name}}}`)).join("") + line("{{whatever}}");
    const folder = folderWith({ "a.itorg.yaml": halden, "itorg.config.yaml": config, "house.docx": template(body) });
    const { status, stderr } = reported(folder, "a.docx");
    assert.deepEqual(
      [status, stderr],
      [1, "itorg: the template's placeholder {{whatever}} is none of ours and stays\n"],
    );
    const text = textOfPart(officeParts(readFileSync(join(folder, "a.docx"))).get("word/document.xml") ?? "");
    const left = names.filter((name) => text.includes(`{{${name}}}`));
    assert.deepEqual(left, []);
    for (const one of ["Halden Payments", "Ortega", "30 November 2026", "What is wrong", "Appendix", "{{whatever}}"])
      assert.ok(text.includes(one), one);
  });

  it("gets the report behind its content where it has no placeholder, by the styles it has under other names", async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="U2"><w:name w:val="Überschrift 2"/></w:style>';
    const filled = await docxFrom(
      template(line("Our letter paper"), { styles, type: "template" }),
      report(halden).document,
      assets(),
    );
    assert.ok("bytes" in filled);
    const parts = officeParts(filled.bytes);
    const document = parts.get("word/document.xml") ?? "";
    assert.ok(document.indexOf("Our letter paper") < document.indexOf("For the board"));
    assert.match(document, /<w:pStyle w:val="berschrift1"\/>/);
    assert.match(document, /<w:pStyle w:val="U2"\/>/);
    assert.doesNotMatch(document, /<w:pStyle w:val="Heading[12]"\/>/);
    assert.match(parts.get("word/styles.xml") ?? "", /w:styleId="Heading3"/);
    assert.match(parts.get("[Content_Types].xml") ?? "", /document\.main\+xml/);
    assert.doesNotMatch(parts.get("[Content_Types].xml") ?? "", /template\.main\+xml/);
  });

  it("is refused with macros, and where it is no Word file", async () => {
    const { document } = report(halden);
    const macros = template(line("x"), { more: { "word/vbaProject.bin": "x" } });
    assert.deepEqual(await docxFrom(macros, document, assets()), { refused: "it holds macros; save it without them" });
    assert.deepEqual(await docxFrom(new TextEncoder().encode("no"), document, assets()), {
      refused: "it is no Word file",
    });
  });

  it("does not take a client's text for a placeholder", async () => {
    const filled = await docxFrom(
      template(line("{{client}}") + line("{{report}}")),
      report(halden.replace("Halden Payments", '"{{report}} {{firm}}"')).document,
      assets(),
    );
    assert.ok("bytes" in filled);
    const text = textOfPart(officeParts(filled.bytes).get("word/document.xml") ?? "");
    assert.equal(text.split("For the board").length, 2);
  });
});

describe("a firm's logo", () => {
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  const config = "report: { firm: Ortega, logo: logo.png }\n";

  it("stands on the cover of every format that has pictures", () => {
    const folder = folderWith({ "a.itorg.yaml": halden, "itorg.config.yaml": config, "logo.png": png });
    assert.equal(reported(folder, "a.html").status, 0);
    assert.match(
      readFileSync(join(folder, "a.html"), "utf8"),
      /<img src="data:image\/png;base64,iVBOR[^"]*" alt="Ortega"\/>/,
    );
    for (const name of ["a.docx", "a.pptx"]) {
      assert.equal(reported(folder, name).status, 0);
      const media = Object.entries(unzipSync(readFileSync(join(folder, name)))).filter(([part]) =>
        /media\/.*png$/.test(part),
      );
      assert.ok(
        media.some(([, bytes]) => png.equals(bytes)),
        name,
      );
    }
  });

  it("is refused where it is no picture of ours, or a link that leads elsewhere", () => {
    const folder = folderWith({ "in/a.itorg.yaml": halden, "in/itorg.config.yaml": config, "secret.png": png });
    const own = join(folder, "in");
    writeFileSync(join(own, "logo.png"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const said = () => itorg(["report", "a.itorg.yaml", "--out", "b.html", ...day], { cwd: own });
    assert.match(said().stderr, /the logo logo\.png: it is neither PNG nor JPEG/);
    writeFileSync(join(own, "logo.png"), Buffer.concat([png, Buffer.alloc(1_000_001)]));
    assert.match(said().stderr, /it is larger than 1 MB/);
    mkdirSync(join(own, "x"));
    writeFileSync(join(own, "itorg.config.yaml"), "report: { logo: x/logo.png }\n");
    symlinkSync(join(folder, "secret.png"), join(own, "x", "logo.png"));
    const { status, stderr } = said();
    assert.equal(status, 2);
    assert.match(stderr, /it is a link that leads elsewhere/);
    assert.ok(!existsSync(join(own, "b.html")));
  });
});

describe("the report as slides", () => {
  it("are six, with titles, native tables and a chart of shapes", async () => {
    const parts = officeParts(await pptx(deckOf(report(halden))));
    const slides = [...parts].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    assert.equal(slides.length, 6);
    const texts = slides.map(([, xml]) => textOfPart(xml));
    for (const [i, title] of [
      "Halden Payments",
      "What we saw",
      "The organization",
      "What matters most",
      "The plan",
      "Decisions asked for",
    ].entries())
      assert.ok(texts[i]?.includes(title), title);
    assert.ok((slides[2]?.[1].match(/prst="rect"/g) ?? []).length >= 13, "a shape for each post");
    assert.match(texts[2] ?? "", /Ingrid Voss/);
    assert.match(slides[3]?.[1] ?? "", /<a:tbl>/);
    assert.match(slides[1]?.[1] ?? "", /<p:ph\s[^>]*type="title"/);
  });
});

describe("all formats of a report", () => {
  it("hold naughty strings as text: every part is well-formed", async () => {
    const content = naughtyClient([...sampled(naughtyStrings.slice(0, -11), 24), ...naughtyStrings.slice(-11)]);
    const { config } = configFrom(
      new Text('report: { firm: "A & B <x> \\u0001", footer: "=cmd|\'/c calc\'!A1 & <b>" }'),
    );
    const made = report(content, config);
    for (const bytes of [await docx(made.document, assets()), await pptx(deckOf(made))]) {
      const parts = officeParts(bytes);
      const all = [...parts.values()].join("\n");
      assert.doesNotMatch(all.replace(/[\t\r\n]/g, ""), /[\p{Cc}\p{Cs}\ufffe\uffff]/u);
      assert.ok(
        [...parts.values()].some((xml) => textOfPart(xml).includes("=cmd|'/c calc'!A1 & <b>")),
        "as it is written",
      );
      assert.doesNotMatch(all, /TargetMode="External"/);
    }
  });

  it("are the same bytes twice in one process", async () => {
    const made = [report(small), report(small)] as const;
    const [one, other] = [await docx(made[0].document, assets()), await docx(made[1].document, assets())];
    assert.ok(Buffer.from(one).equals(Buffer.from(other)), differing(one, other));
    const [slides, again] = [await pptx(deckOf(made[0])), await pptx(deckOf(made[1]))];
    assert.ok(Buffer.from(slides).equals(Buffer.from(again)), differing(slides, again));
  });

  it("are the same bytes in other processes, time zones and locales", () => {
    const folder = folderWith({ "a.itorg.yaml": small });
    const places = [
      { TZ: "UTC", LANG: "C", LC_ALL: "C" },
      { TZ: "Asia/Tokyo", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
      { TZ: "America/St_Johns", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    ];
    for (const ending of ["html", "md", "docx", "pptx"]) {
      const all = sampled(places, 2).map((env, i) => {
        assert.equal(reported(folder, `${i}.${ending}`, [], env).status, 0);
        return readFileSync(join(folder, `${i}.${ending}`));
      });
      for (const one of all.slice(1))
        assert.ok(one.equals(all[0]!), `${ending} ${ending.endsWith("x") ? differing(one, all[0]!) : ""}`);
    }
  });

  it("name nobody but as they are asked to: no word of a name in any part, property or file", () => {
    const client = `${namedClient}accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: Brunhilde said so, compensatingControl: Gisbert looks, approvedBy: Brunhilde Ottokar, until: 2027-01-01 }
recommended:
  - { rule: key-person, at: posts.it-manager, do: Let Gisbert Knut stand in., owner: Zebediah Quux, due: 2027-02-01, note: ask Ferdinand }
`;
    const folder = folderWith({ "zebediah.itorg.yaml": client });
    const endings = ["html", "md", "docx", "pptx"];
    for (const ending of endings) {
      // Each way of naming in one format at least; all of them in every format in the long run.
      const ways = ["initials", "codes", "none"];
      for (const names of isLong ? ways : [ways[endings.indexOf(ending) % ways.length]!]) {
        const out = `${names}.${ending}`;
        const { status, stderr } = itorg(["report", "zebediah.itorg.yaml", "--out", out, "--names", names, ...day], {
          cwd: folder,
        });
        assert.equal(status, 0, stderr);
        const text = foldText(textIn(join(folder, out)));
        assert.deepEqual(
          wordsOfNames.filter((word) => text.includes(word)),
          [],
          out,
        );
        assert.equal(text.includes("quillfeather"), names !== "none", out);
      }
      const out = `full.${ending}`;
      assert.equal(itorg(["report", "zebediah.itorg.yaml", "--out", out, ...day], { cwd: folder }).status, 0);
      assert.match(textIn(join(folder, out)), /Zebediah Quux/);
    }
  });
});

/** The parts in which two files differ, for the message of a test. */
function differing(one: Uint8Array, other: Uint8Array): string {
  const [a, b] = [unzipSync(one), unzipSync(other)];
  return Object.keys(a)
    .filter((name) => !b[name] || !Buffer.from(a[name]!).equals(Buffer.from(b[name])))
    .join(", ");
}
