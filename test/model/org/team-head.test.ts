import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ofInternalAudit } from "../../../server/model/org/internal-audit.ts";
import { seatOfIt } from "../../../server/model/org/seats.ts";
import { teamLine } from "../../../server/model/org/team-head.ts";
import { isCannotTell, some } from "../../../server/model/words/fact.ts";
import type { Ref } from "../../../server/model/words/values.ts";
import { check } from "../../kit/check-fixture.ts";
import { file, said } from "../../kit/judged.ts";

const posts =
  "posts:\n  ceo: { heldBy: Ann Ode }\n  ciso: { heldBy: Eve Roy, reportsTo: ceo }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n";
const orgOf = (teams: string) =>
  check(file(`${posts}committees: { it-steering: { chair: ceo } }\n${teams}`)).document.org;
const a: Ref = { to: "team", id: "a" };

const chain = orgOf('teams: { a: { headedBy: "team:b" }, b: { headedBy: "team:c" }, c: { headedBy: cio } }');
const circle = orgOf('teams: { a: { headedBy: "team:b" }, b: { headedBy: "team:c" }, c: { headedBy: "team:b" } }');
const own = orgOf('teams: { a: { headedBy: "team:a" } }');

describe("the head of a team", () => {
  it("is whoever heads the last of the teams that head each other", () => {
    const { teams, head } = teamLine(chain, "a");
    assert.deepEqual(
      [teams.map(({ id }) => id), head],
      [["a", "b", "c"], { is: "known", value: { to: "post", id: "cio" } }],
    );
  });

  it("is not known in a circle, and nobody is asked", () => {
    for (const org of [circle, own]) {
      const { head } = teamLine(org, "a");
      assert.equal(head.is === "unknown" && head.why, "unreadable");
    }
  });

  it("is nobody where there is no such team", () => {
    assert.deepEqual(teamLine(chain, "z"), { teams: [], head: { is: "none" } });
  });

  it("speaks for the team on a committee and in audit, and cannot where it is a circle", () => {
    const seat = (org: typeof chain) => seatOfIt(org, org.data.committees.get("it-steering")!, a, some);
    assert.deepEqual([seat(chain), ofInternalAudit(chain, a)], ["yes", "no"]);
    for (const org of [circle, own]) assert.ok([seat(org), ofInternalAudit(org, a)].every(isCannotTell));
  });

  it("decides whether a review is security's own, and a circle is nobody's", () => {
    const review = (teams: string) =>
      said(
        "iso27001-a5-35",
        file(
          `regimes: { iso27001: applies }\n${posts}teams: ${teams}\nactivities: { independent-review: { responsible: "team:a" } }\n`,
        ),
      ).length;
    assert.equal(review('{ a: { headedBy: "team:b" }, b: { headedBy: ciso } }'), 1);
    assert.equal(review('{ a: { headedBy: "team:b" }, b: { headedBy: cio, functions: [security] } }'), 1);
    assert.equal(review('{ a: { headedBy: "team:b" }, b: { headedBy: cio } }'), 0);
    assert.equal(review('{ a: { headedBy: "team:b" }, b: { headedBy: "team:a" } }'), 0);
  });
});
