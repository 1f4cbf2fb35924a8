import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { blocks, code, escaped, link, list, plain, readable, table } from "../../server/base/markdown.ts";

describe("markdown", () => {
  it("lets nothing that a person wrote become markup", () => {
    assert.equal(escaped("a *b* _c_ `d` [e](f) <script>&"), "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) &lt;script>&");
    assert.equal(escaped("Ann & Bo &lt; &#60;"), "Ann & Bo &amp;lt; &amp;#60;");
    assert.equal(escaped("# no heading\n- no list"), "\\# no heading - no list");
    assert.equal(escaped("1. no list"), "1\\. no list");
    assert.equal(escaped("![x](y)"), "\\!\\[x\\](y)");
    assert.equal(escaped("Ann-Kathrin O. (acting)!"), "Ann-Kathrin O. (acting)!");
  });

  it("fences code with more backquotes than it holds", () => {
    assert.equal(code("a`b"), "``a`b``");
    assert.equal(code("`a"), "`` `a ``");
    assert.equal(code("ciso"), "`ciso`");
  });

  it("makes links, lists and tables", () => {
    assert.equal(link("page", "file:///a (1)/b.md"), "[page](file:///a%20%281%29/b.md)");
    assert.equal(link("page", undefined), "page");
    assert.equal(list(["a", "b"]), "- a\n- b");
    assert.equal(table([["a|b", "c"]], ["x", "y"]), "| x | y |\n| --- | --- |\n| a\\|b | c |");
    assert.equal(table([], ["x", "y"]), "");
    assert.equal(table([["a", "b"]]), "|  |  |\n| --- | --- |\n| a | b |");
    assert.equal(blocks("a", undefined, "", "b"), "a\n\nb");
  });

  it("gives the same words in plain text", () => {
    const markdown = blocks(
      "**CISO** · Chief `ciso`",
      `says ${escaped("a *b* _c_ [d](e) <f> & g")}`,
      "---",
      table([["Reports to", "CEO"]]),
      "see [the page](command:itorg.explain?%5B%22a%22%5D) and *more*",
    );
    const words = ["CISO · Chief ciso", "says a *b* _c_ [d](e) <f> & g", "Reports to: CEO", "see the page and more"];
    assert.equal(plain(markdown), words.join("\n\n"));
  });

  it("reads as it stands on a terminal, with code left alone", () => {
    const markdown = blocks(escaped("a *b* <c>"), "```yaml\na: \\* &lt;\n```", escaped("[d] & e"));
    assert.equal(readable(markdown), "a *b* <c>\n\n```yaml\na: \\* &lt;\n```\n\n[d] & e");
  });
});
