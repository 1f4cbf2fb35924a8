import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { usualConfig } from "../../server/firm/config.ts";
import { standard } from "../../server/knowledge/standard.ts";
import { toClient } from "../../server/lsp/client.ts";
import { pagesOf } from "../../server/reports/pages/pages.ts";
import { rulesOf } from "../../server/rules/index.ts";

describe("the code of a finding", () => {
  const config = usualConfig(standard);
  const params = { processId: null, rootUri: null, capabilities: {} };
  const rules = rulesOf(standard);

  it("leads to a page, whatever the rule, those about one provision included", () => {
    const paths = new Set(pagesOf(config).explained.map(({ id }) => id));
    const byFile = toClient(params, (id) => (paths.has(id) ? `file:///pages/${id}.md` : undefined));
    const explaining = { ...params, initializationOptions: { explainCommand: "itorg.explain" } };
    const byCommand = toClient(explaining, () => undefined);
    for (const { id } of rules) {
      assert.equal(byFile.page(id, config), `file:///pages/${id}.md`, id);
      assert.equal(byCommand.page(id, config), `command:itorg.explain?${encodeURIComponent(JSON.stringify([id]))}`);
    }
    assert.ok(rules.filter(({ provision }) => provision !== undefined).length > 20);
    assert.equal(byCommand.page("no-such-rule", config), undefined);
  });
});
