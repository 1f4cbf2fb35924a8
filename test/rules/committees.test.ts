import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeToString } from "../../server/model/words/place.ts";
import { check } from "../kit/check-fixture.ts";
import { withCommittees } from "../kit/committees.ts";

describe("all committee rules together", () => {
  it("are silent on well-composed committees, whatever law is declared", () => {
    const text = withCommittees(
      `
  board: { chair: external, independent: yes, meets: quarterly, oversees: [strategy, security, ict-risk, it] }
  audit: { chair: external, meets: quarterly, oversees: [audit, is-audit] }
  it-strategy: { chair: external, independent: yes, directors: 3, members: [ceo, cio], invitees: [ciso], meets: quarterly }
  it-steering: { chair: ceo, members: [cio, cfo], invitees: [ciso], meets: monthly }
  security: { chair: cro, members: [cio, ciso, cfo], meets: quarterly, oversees: [security] }
`,
      {
        regimes:
          "rbi-it: { status: applies, as: [commercial-bank] }, dora: applies, nis2: applies, us-bank: applies, csf: applies, nydfs-500: applies",
        all: true,
      },
    );
    const found = check(text).findings.filter((one) => one.category === "committee");
    assert.deepEqual(
      found.map((one) => `${one.rule} ${placeToString(one.at)}`),
      [],
    );
  });
});
