import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activeCommittees, overseen, rarerThan, someCommittee } from "../../../server/model/org/committees.ts";
import { seatOfIt } from "../../../server/model/org/seats.ts";
import { every, isCannotTell, itemsOf, some, type Truth } from "../../../server/model/words/fact.ts";
import { check, today } from "../../kit/check-fixture.ts";
import { file } from "../../kit/judged.ts";

const orgOf = (body: string) => check(file(body)).document.org;
const told = (truth: Truth) => (isCannotTell(truth) ? truth.needs.map(({ at }) => at.join(".")).join(", ") : truth);

function overseer(body: string): string {
  return told(overseen(orgOf(body).whole, today, ["board", "risk"], ["security"], "Who oversees security?"));
}

describe("committees that oversee something", () => {
  it("are found by type and subject", () => {
    assert.equal(overseer("committees: { board: { oversees: [strategy, security] } }"), "yes");
    assert.equal(overseer("committees: { council: { type: board, oversees: security } }"), "yes");
  });

  it("are absent where the file says so", () => {
    assert.equal(overseer("committees: none"), "no");
    assert.equal(overseer("coverage: { committees: complete }"), "no");
    assert.equal(overseer("coverage: { committees: complete }\ncommittees: { board: { oversees: none } }"), "no");
    assert.equal(overseer("committees: { board: { oversees: [strategy] }, risk: none }"), "no");
  });

  it("may be there where the file is silent", () => {
    assert.equal(overseer(""), "committees");
    assert.equal(overseer("committees: { board: { oversees: [strategy] } }"), "committees");
    assert.equal(
      overseer("coverage: { committees: complete }\ncommittees: { board: {} }"),
      "committees.board.oversees",
    );
    const untyped = "coverage: { committees: complete }\ncommittees: { council: { oversees: [security] } }";
    assert.equal(overseer(untyped), "committees.council.type");
  });

  it("count as absent once they have not met for a year", () => {
    const board = (facts: string) =>
      overseer(`coverage: { committees: complete }\ncommittees: { board: { oversees: [security], ${facts} } }`);
    assert.equal(board("meets: never"), "no");
    assert.equal(board("meets: quarterly, lastMet: 2025-11-21"), "no");
    assert.equal(board("meets: quarterly, lastMet: 2025-11-22"), "yes");
  });

  it("of a company do not stand for the organization, nor its for the company", () => {
    const units = (kind: string) => `coverage: { committees: complete }
units: { north: { kind: ${kind} } }
committees: { north-board: { type: board, unit: north, oversees: [security] } }`;
    assert.equal(overseer(units("company")), "no");
    assert.equal(overseer(units("department")), "yes");
    assert.equal(overseer(units("unknown")), "units.north.kind");
    const { org } = check(file(units("company"))).document;
    const [whole, north] = org.scopes();
    assert.deepEqual(activeCommittees(whole!, today, "board"), []);
    assert.equal(activeCommittees(north!, today, "board").length, 1);
  });

  it("can be asked for anything else", () => {
    const org = orgOf("committees: { it-strategy: none }");
    assert.equal(
      someCommittee(org.whole, today, ["it-strategy"], () => "yes", "Is there one?"),
      "no",
    );
  });
});

describe("a cadence", () => {
  it("is compared with the one asked", () => {
    const meets = (word: string) => {
      const [committee] = orgOf(`committees: { board: { meets: ${word} } }`).data.committees.values();
      return told(rarerThan(committee!.meets, "quarterly"));
    };
    const words = ["monthly", "quarterly", "half-yearly", "never", "none", "unknown"];
    assert.deepEqual(words.map(meets), ["no", "no", "yes", "yes", "yes", "committees.board.meets"]);
  });
});

describe("a seat on a committee", () => {
  const seat = (member: string, counting = every): string => {
    const org = orgOf(`
people: { Vi Ode: { employedBy: msp } }
posts:
  cfo: { heldBy: Dee Fox }
  cio: { heldBy: Bo Li }
  it-manager: { heldBy: [Dee Fox, Sam Roe], reportsTo: cio }
  ciso: { heldBy: Sam Roe, reportsTo: cio }
  vcio: { heldBy: Vi Ode }
  liaison: { heldBy: Al Ito, reportsTo: it-manager }
  plant: { heldBy: Kim Po, reportsTo: cfo }
teams: { desk: { headedBy: it-manager }, books: { headedBy: cfo } }
providers: { msp: { services: [hosting] } }
committees: { it-steering: { members: [${member}] } }`);
    const committee = org.data.committees.get("it-steering")!;
    return told(seatOfIt(org, committee, itemsOf(committee.members)[0]!, counting));
  };

  it("is IT's by its post, and security's is not", () => {
    assert.deepEqual(
      ["cio", "it-manager", "team:desk"].map((one) => seat(one)),
      ["yes", "yes", "yes"],
    );
    assert.deepEqual(
      ["ciso", "cfo", "plant", "team:books", "external"].map((one) => seat(one)),
      Array(5).fill("no"),
    );
  });

  it("is IT's by the posts of whoever is named", () => {
    assert.deepEqual([seat("Bo Li"), seat("Kim Po")], ["yes", "no"]);
    assert.deepEqual([seat("Dee Fox"), seat("Dee Fox", some)], ["no", "yes"]);
  });

  it("is nobody's in particular where a provider has it", () => {
    assert.deepEqual(
      ["provider:msp", "vcio", "Vi Ode"].map((one) => seat(one)),
      Array(3).fill("left-out"),
    );
  });

  it("is asked about where the file does not say", () => {
    assert.deepEqual([seat("liaison"), seat("Zoe Nu")], ["posts.liaison.role", "people.Zoe Nu"]);
  });
});
