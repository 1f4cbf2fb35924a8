import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Text } from "../../server/base/text.ts";
import { type Naming, namesIn } from "../../server/model/org/naming.ts";
import { spoken, words } from "../../server/model/words/words.ts";
import { readDocument } from "../kit/standard.ts";

const { org } = readDocument(
  new Text(`itorg: 1
organization: { name: Quill Holdings }
posts:
  ceo: { heldBy: Nora Wren, reportsTo: board }
  cio: { heldBy: Nils Wolf, reportsTo: ceo }
  dpo: { heldBy: Nils Wolf, reportsTo: ceo }
committees: { it-steering: { members: [Zoe Fay] } }
`),
);
const said = (naming: Naming) => {
  const sentence = words`${[{ person: "Nils Wolf" }]}, ${[{ person: "nora wren" }]}, ${[{ person: "Zoe Fay" }]}; ${[{ client: "Quill Holdings" }]}; ${[{ label: "Office of Nora Wren" }]}; ${[{ note: "Nora said" }]}`;
  return spoken(sentence, namesIn(org, naming));
};

describe("how names are said", () => {
  it("is as the file has them, by initials, by codes, or by posts", () => {
    assert.equal(said("full"), "Nils Wolf, nora wren, Zoe Fay; Quill Holdings; Office of Nora Wren; Nora said");
    assert.equal(said("initials"), "N. W. 2, N. W., Z. F.; Quill Holdings; Office of \u2026 \u2026; (note left out)");
    assert.equal(
      said("codes"),
      "Person 2, Person 1, Person 3; Quill Holdings; Office of \u2026 \u2026; (note left out)",
    );
    assert.equal(
      said("none"),
      "the CIO, the CEO, somebody without a post; the client; Office of \u2026 \u2026; (note left out)",
    );
  });
});
