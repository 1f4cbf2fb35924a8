import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RoleDefinition } from "../../server/knowledge/roles.ts";
import { type Strength, strengths } from "../../server/knowledge/sources.ts";
import { standard } from "../../server/knowledge/standard.ts";

const { definitions: roleDefinitions } = standard.roles;
const { claims } = standard.evidence;
const voices = (ids: readonly string[]): string[] => standard.evidence.speakers(ids);

// An article that says "often" is not quoted as if it had said "always". The words that weaken a sentence are listed
// here, apart from the data, so that a text and its claims are held against each other and not against themselves.

const weakening: Readonly<Record<Exclude<Strength, "always">, RegExp>> = {
  may: /\b(may|might|can|could|perhaps|sometimes|some|arguably|at times)\b/i,
  often: /\b(often|commonly|frequently|many|in many cases)\b/i,
  usually: /\b(usually|typically|typical|as a rule|in most cases|mostly|most|generally|likely|probably|rather)\b/i,
};

const rank = (strength: Strength): number => strengths.indexOf(strength);

/** How far a sentence goes: as far as its weakest word. */
const strengthOf = (text: string): Strength =>
  strengths.find((one) => one !== "always" && weakening[one].test(text)) ?? "always";

interface Saying {
  readonly where: string;
  readonly says: string;
  readonly cites: readonly string[];
  /** What the heading above it says already. */
  readonly heading?: Strength;
}

/** Every sentence that a role's definition puts into somebody's mouth; what is marked as ours is nobody's. */
function sayingsOf(role: RoleDefinition): Saying[] {
  type Entry = { readonly says: string; readonly claims: readonly string[]; readonly ours?: boolean };
  const part = (where: string, entries: readonly Entry[], heading?: Strength): Saying[] =>
    entries
      .filter(({ ours }) => !ours)
      .map(({ says, claims }) => ({
        where: `${role.id} ${where}`,
        says,
        cites: claims,
        ...(heading ? { heading } : {}),
      }));
  const relations = [...role.worksWith, ...role.conflictsWith].map((one) => ({ ...one, says: one.why }));
  return [
    ...part("purpose", [{ says: role.purpose, claims: role.purposeClaims ?? [] }]),
    ...part(
      "fact",
      role.facts.map((fact) => ({ ...fact, claims: fact.for })),
    ),
    ...part(
      "responsibility",
      role.responsibilities.map((one) => ({ ...one, says: one.what })),
    ),
    ...part("relation", relations),
    ...part("what is often still to be learned", role.developmentGaps, "often"),
    ...part("path", role.path),
    ...part("agreement", role.agreement),
    ...part(
      "position",
      role.disagreement.flatMap(({ positions }) => positions),
    ),
    ...part("recommendation", role.remedies),
    ...part("not followed", role.rejected),
    ...part("need", role.neededBy ?? []),
  ];
}

/** Undefined where the text keeps to what it cites; law and standards are cited for what they ask, whatever the words. */
function tooStrong({ where, says, cites, heading }: Saying): string | undefined {
  const cited = cites.flatMap((id) => claims.get(id) ?? []);
  if (cited.length === 0 || cited.length < cites.length) return undefined;
  const allowed = Math.max(...cited.map(({ strength }) => rank(strength)));
  const told = Math.min(rank(strengthOf(says)), rank(heading ?? "always"));
  return told <= allowed ? undefined : `${where}: "${says}" is stronger than ${cites.join(", ")}`;
}

describe("a text is not stronger than what it cites", () => {
  for (const role of roleDefinitions.values())
    it(role.id, () =>
      assert.deepEqual(
        sayingsOf(role).flatMap((one) => tooStrong(one) ?? []),
        [],
      ),
    );

  it("nor is a claim, told in our words, stronger than the article", () => {
    const wrong = [...claims.values()].filter(({ says, strength }) => rank(strengthOf(says)) > rank(strength));
    assert.deepEqual(
      wrong.map(({ id }) => id),
      [],
    );
  });

  it("is caught where it is: an article's often is nobody's always", () => {
    const seeded = { where: "it-manager fact", says: "Comes straight out of technical work.", cites: ["S1-21"] };
    assert.match(tooStrong(seeded) ?? "", /stronger than S1-21/);
    assert.equal(tooStrong({ ...seeded, says: "Often comes straight out of technical work." }), undefined);
    assert.equal(
      tooStrong({ ...seeded, says: "May come straight out of technical work." }),
      undefined,
      "weaker is fine",
    );
    assert.match(tooStrong({ ...seeded, says: "Usually comes straight out of technical work." }) ?? "", /stronger/);
    assert.equal(tooStrong({ ...seeded, heading: "often" }), undefined, "the heading says it");
  });
});

describe("what is ours", () => {
  it("cites whom it is concluded from, or nobody, and is no agreement of the sources", () => {
    for (const role of roleDefinitions.values())
      for (const entry of role.agreement) assert.notEqual(entry.ours, true, `${role.id}: ${entry.says}`);
  });

  it("counts voices only of those who say the thing itself", () => {
    const count = (role: string, words: RegExp) => {
      const entry = roleDefinitions.get(role)?.agreement.find(({ says }) => words.test(says));
      return voices((entry ?? assert.fail(`${role} ${words}`)).claims).length;
    };
    assert.equal(count("cio", /wider task/), 3, "Roman, a reader, Cobb");
    assert.equal(count("it-director", /wider task/), 3);
    assert.equal(count("cio", /Size has a part/), 2, "Mindfield, Cobb");
    assert.equal(count("cio", /work together/), 3);
    assert.equal(count("vcio", /bought in/), 2, "Mindfield, and Cobb in a link");
    const line = roleDefinitions.get("cto")?.facts.find(({ attribute }) => attribute === "reportsTo");
    assert.deepEqual([line?.for, line?.against], [["S2-05"], ["S1-10"]], "Cobb against Mindfield");
  });
});
