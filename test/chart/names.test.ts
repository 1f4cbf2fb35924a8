import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldText } from "../../server/model/words/values.ts";
import { day, folderWith, itorg } from "../kit/cli-run.ts";
import { namedClient as client, textIn, wordsOfNames as words } from "../kit/named-client.ts";
import { sampled } from "../kit/sample.ts";

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
