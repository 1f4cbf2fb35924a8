import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { foldText } from "../../server/model/words/values.ts";
import { day, folderWith, itorg } from "../kit/cli-run.ts";
import { sampled } from "../kit/sample.ts";

/** Names of which every word can be told from the words of the product. */
const client = `itorg: 1
organization: { name: Quillfeather Holdings, headcount: 300 }
interviews: [{ date: 2026-11-10, with: Zebediah Quux, by: Yolanda Xerxes, note: Zebediah was ill }]
people:
  Zebediah Quux: { employedBy: acme, formerPosts: [cio] }
  Wilhelmina Pflug: { background: technical }
posts:
  ceo: { heldBy: Brunhilde Ottokar, reportsTo: board, notes: Brunhilde leaves soon }
  cio: { heldBy: [Zebediah Quux, Wilhelmina Pflug], reportsTo: ceo, deputy: Ferdinand Klops }
  ciso: { heldBy: Zebediah Quux, reportsTo: cio }
  it-manager: { heldBy: Wilhelmina Pflug, reportsTo: cio, title: Assistant to Brunhilde Ottokar }
  dpo: { heldBy: vacant, reportsTo: ceo, unit: annex }
units: { annex: { name: Ottokar Annex, kind: site } }
providers:
  acme: { name: Acme and Klops, services: [helpdesk, ciso, the Knut service], overseenBy: Ferdinand Klops }
committees:
  it-steering: { chair: Zebediah Quux, members: [Brunhilde Ottokar, Ferdinand Klops] }
teams:
  desk: { headedBy: Ferdinand Klops, members: [Gisbert Knut] }
activities:
  it-strategy: { accountable: Zebediah Quux, responsible: [Ferdinand Klops], consulted: [Gisbert Knut] }
  change-build: { responsible: [Wilhelmina Pflug] }
  change-approve: { responsible: [Wilhelmina Pflug], accountable: Zebediah Quux }
  change-deploy: { responsible: [Wilhelmina Pflug], accountable: Zebediah Quux }
`;
const people = [
  "Zebediah Quux",
  "Yolanda Xerxes",
  "Wilhelmina Pflug",
  "Brunhilde Ottokar",
  "Ferdinand Klops",
  "Gisbert Knut",
];
const words = people.flatMap((name) => name.split(" ")).map(foldText);

const commands = [
  ["chart", "svg"],
  ["chart", "mmd"],
  ["chart", "csv"],
  ["matrix", "html"],
  ["matrix", "md"],
  ["matrix", "csv"],
  ["matrix", "xlsx"],
] as const;

/** Commands that print what is in their formats. */
const printing = ["questions", "plan", "check"].flatMap((command) =>
  ["pretty", "json", "markdown"].map((format) => [command, format] as const),
);

/** All that a file holds as text, its parts unpacked. */
function textIn(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith(".xlsx")) return bytes.toString("utf8");
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name} ${strFromU8(content)}`)
    .join("\n");
}

function written(command: string, ending: string, names: string): { readonly text: string; readonly said: string } {
  const folder = folderWith({ "client.itorg.yaml": client });
  const out = `out.${ending}`;
  const { status, stdout, stderr } = itorg([command, "client.itorg.yaml", "--out", out, "--names", names, ...day], {
    cwd: folder,
  });
  assert.equal(status, 0, stderr);
  return { text: textIn(`${folder}/${out}`), said: `${stdout}${stderr}` };
}

describe("names in what goes to others", () => {
  for (const [command, ending] of commands) {
    it(`are left out of ${command} .${ending}, every word of them`, () => {
      for (const names of sampled(["initials", "codes", "none"], 2)) {
        const { text, said } = written(command, ending, names);
        const leaked = words.filter((word) => foldText(text + said).includes(word));
        assert.deepEqual(leaked, [], names);
      }
      const full = written(command, ending, "full").text;
      assert.ok(full.includes("Zebediah Quux"), "names are there where they may be");
    });

    it(`leave the client's own name out of ${command} .${ending} where there are none`, () => {
      if (ending === "csv" || ending === "mmd") return;
      assert.match(written(command, ending, "codes").text, /Quillfeather/);
      assert.doesNotMatch(written(command, ending, "none").text, /Quillfeather/);
    });
  }

  it("become initials that tell people apart, and codes by first mention", () => {
    assert.match(written("chart", "csv", "initials").text, /^cio,CIO,cio,Z\. Q\.; W\. P\.,/m);
    assert.match(written("chart", "csv", "codes").text, /^cio,CIO,cio,Person \d; Person \d,/m);
    assert.match(written("chart", "csv", "none").text, /^cio,CIO,cio,,held,/m);
  });

  for (const [command, format] of printing) {
    it(`are left out of what ${command} prints as ${format}, every word of them`, () => {
      for (const names of sampled(["initials", "codes", "none"], 2)) {
        const call = [command, "-", "--format", format, "--names", names, ...day];
        const { stdout, stderr } = itorg(call, { input: client });
        const hidden = names === "none" ? [...words, "quillfeather"] : words;
        assert.deepEqual(
          hidden.filter((word) => foldText(stdout + stderr).includes(word)),
          [],
          `${names}:\n${stdout}`,
        );
        assert.ok(stdout.length > 100);
      }
      const { stdout } = itorg([command, "-", "--format", format, ...day], { input: client });
      // The questions alone name posts; who is to be asked stands beside them, by post.
      if (command !== "questions" || format !== "json") assert.match(stdout, /Zebediah Quux|Brunhilde Ottokar/);
    });
  }
});
