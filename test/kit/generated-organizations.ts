import { Text } from "../../server/base/text.ts";
import type { ChartFinding } from "../../server/chart/found.ts";
import { severities } from "../../server/knowledge/severity.ts";
import type { Org } from "../../server/model/org/org.ts";
import { readDocument } from "./standard.ts";

export interface Generated {
  readonly text: string;
  readonly org: Org;
  readonly findings: readonly ChartFinding[];
}

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const titleWords =
  "Head of Director Manager Information Security Operations Platform Regional Services Data Protection Continuity and Global Infrastructure-Engineering Rechtsabteilung".split(
    " ",
  );
const firstNames = ["Ann", "Bo", "Chidi", "Dörte", "Eve", "Farhan", "Grace", "Hélène", "Ivo", "Jun"];
const lastNames = [
  "Adler",
  "Brandt",
  "Cole",
  "Demir-Scholz",
  "Eze",
  "Fontaine",
  "Guhathakurta",
  "Hollingsworth",
  "Ito",
];
const roles = ["ceo", "cfo", "cio", "ciso", "cto", "it-director", "dpo", "head-internal-audit"];

/**
 * An organization with everything that a chart must hold: lines at random, units, dotted lines, circles, job shares,
 * vacancies, titles of 80 letters, committees of 15, every kind of mark.
 */
export function generated(seed: number, posts = 5 + ((seed * 7) % 150)): Generated {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)]!;
  const chance = (percent: number) => random(100) < percent;
  const ids = Array.from({ length: posts }, (_, i) => (i < roles.length && chance(80) ? roles[i]! : `post-${i}`));
  const name = () => `${pick(firstNames)} ${pick(lastNames)}`;
  const isFlat = chance(30);
  const lines = ids.map((id, i) => {
    const fields: string[] = [];
    const title = titleOf(pick, chance(15) ? 80 : 10 + random(40));
    if (!roles.includes(id) || chance(20)) fields.push(`title: ${title}`);
    const holders = chance(8) ? Array.from({ length: 2 + random(4) }, name) : [name()];
    fields.push(
      chance(10) ? "heldBy: vacant" : chance(8) ? "heldBy: provider:acme" : `heldBy: [${holders.join(", ")}]`,
    );
    if (i > 0 && !chance(4))
      fields.push(
        `reportsTo: ${isFlat && chance(70) ? ids[Math.floor(i / 20)] : chance(4) ? "board" : ids[random(i)]}`,
      );
    else if (chance(10) && i > 0) fields.push(`reportsTo: ${ids[posts - 1]}`);
    if (chance(6)) fields.push(`dottedLineTo: [${pick(ids)}, ${pick(ids)}]`);
    if (chance(4)) fields.push("interim: yes, until: 2027-03-31");
    if (chance(isFlat ? 5 : 15)) fields.push(`unit: ${pick(["berlin", "oslo", "subsidiary", "legal"])}`);
    return `  ${id}: { ${fields.join(", ")} }`;
  });
  // A whole branch of one unit, so that there is a frame.
  const last = ids.at(-1);
  const branch = [0, 1, 2].map(
    (i) => `  site-${i}: { heldBy: ${name()}, reportsTo: ${i === 2 ? "site-1" : last}, unit: harbour }`,
  );
  // A circle of its own.
  const circle = chance(40)
    ? [
        `  loop-a: { heldBy: ${name()}, reportsTo: loop-c }`,
        "  loop-b: { heldBy: vacant, reportsTo: loop-a }",
        "  loop-c: { reportsTo: loop-b }",
      ]
    : [];
  const members = Array.from({ length: 15 }, () => pick(ids));
  const text = `itorg: 1
asOf: 2026-11-30
organization: { name: Generated ${seed}, headcount: 300 }
units:
  berlin: { name: Berlin works, kind: site }
  oslo: { name: Oslo works, kind: site }
  harbour: { name: Harbour office, kind: site }
  subsidiary: { name: A subsidiary with a rather long name, kind: company }
  legal: { name: Legal, kind: department }
posts:
${[...lines, ...branch, ...circle].join("\n")}
providers:
  acme: { name: Acme Managed Services, services: [helpdesk, backup, security-operations], overseenBy: ${ids[1]} }
committees:
  board: { type: board, chair: external, meets: quarterly }
  it-steering: { type: it-steering, chair: ${ids[0]}, members: [${[...new Set(members)].join(", ")}], meets: monthly }
${Array.from({ length: random(10) }, (_, i) => `  committee-${i}: { type: other, chair: ${pick(ids)}, members: [${pick(ids)}] }`).join("\n")}
`;
  const { org } = readDocument(new Text(text));
  const findings = ids.flatMap((id) =>
    chance(30)
      ? Array.from({ length: 1 + random(12) }, () => finding(["posts", id], severities[random(4)]!, chance(20)))
      : [],
  );
  const elsewhere = [
    finding(["committees", "it-steering"], "warning", false),
    finding(["organization"], "hint", false),
  ];
  return { text, org, findings: [...findings, ...elsewhere] };
}

const finding = (at: readonly string[], severity: ChartFinding["severity"], settled: boolean): ChartFinding => ({
  rule: "made-up",
  at,
  severity,
  title: "Made up",
  settled,
  aboutPair: false,
  related: [],
});

function titleOf(pick: <Item>(items: readonly Item[]) => Item, length: number): string {
  let title = pick(titleWords);
  while (title.length < length) title += ` ${pick(titleWords)}`;
  return title.slice(0, length).trim();
}
