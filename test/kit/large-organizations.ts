import { readFileSync } from "node:fs";

// Organizations of any size, large in one section each: what grows faster than the file shows in one of them.

const { definitions } = JSON.parse(readFileSync("schemas/itorg.schema.json", "utf8")) as {
  readonly definitions: Readonly<Record<string, { readonly anyOf?: unknown; readonly enum?: readonly string[] }>>;
};

/** The words of the format of one kind, such as the roles. */
const wordsOf = (kind: string): string[] =>
  [...JSON.stringify(definitions[kind]).matchAll(/"const":"([a-z0-9-]+)"/g)].map((match) => match[1]!);

const roleIds = wordsOf("role");
const activityKinds = wordsOf("activityId");
const committeeKinds = wordsOf("committeeType");
const functionKinds = wordsOf("teamFunction");
const serviceKinds = wordsOf("service");
const regimeIds = wordsOf("regime");

const head = "itorg: 1\nasOf: 2026-11-20\norganization: { name: Large, headcount: 5000, itHeadcount: 900 }\n";

/** A few posts that everything else may name. */
const few = `  ceo: { heldBy: Ann Ode, reportsTo: board }
  cfo: { heldBy: Bea Lin, reportsTo: ceo }
  cio: { heldBy: Cy Ho, reportsTo: cfo, level: [strategic], objectives: [delivery, cost] }
  ciso: { heldBy: Dee Poe, reportsTo: cio }
  it-manager: { heldBy: Eli Roe, reportsTo: cio, level: [operational] }
`;

const laws =
  "regimes: { gdpr: applies, dora: applies, nis2: applies, nydfs-500: applies, pci-dss: applies, sox: planned }\n";

const times = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join("");

const pick = (list: readonly string[], i: number): string => list[i % list.length]!;

/** A name of letters alone, each of its own. */
const name = (i: number): string => {
  const letters = [...i.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join("");
  return `Per${letters} Son${letters}`;
};

const posts = (lines: string, more = ""): string => `${head}posts:\n${few}${lines}${more}`;
const beside = (section: string, lines: string, more = ""): string => posts("", `${section}:\n${lines}${more}`);

/** Kinds of files, each with as many entries of its section as are asked for. */
export const large: Readonly<Record<string, (n: number) => string>> = {
  "posts in a line": (n) =>
    posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: ${i === 0 ? "cio" : `p${i - 1}`} }\n`)),
  "posts below one": (n) => posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio }\n`)),
  "posts in a tree": (n) =>
    posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: ${i < 8 ? "it-manager" : `p${i >> 3}`} }\n`)),
  "posts in a circle": (n) => posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: p${(i + 1) % n} }\n`)),
  "posts without a line": (n) => posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)} }\n`)),
  "posts that nobody asked about": (n) =>
    posts(times(n, (i) => `  p${i}: { role: ${pick(roleIds, i)}, heldBy: not-asked }\n`)),
  "posts of every role": (n) =>
    posts(
      times(
        n,
        (i) =>
          `  p${i}: { role: ${pick(roleIds, i)}, title: Post ${i}, heldBy: ${name(i)}, reportsTo: ${i < 8 ? "ceo" : `p${i >> 3}`}, level: [${pick(["strategic", "tactical", "operational"], i)}], objectives: [delivery, revenue], handsOn: yes }\n`,
      ),
    ),
  "posts of every role, vacant": (n) =>
    posts(times(n, (i) => `  p${i}: { role: ${pick(roleIds, i)}, heldBy: vacant, reportsTo: ceo }\n`)),
  "posts of every role, one holder": (n) =>
    posts(times(n, (i) => `  p${i}: { role: ${pick(roleIds, i)}, heldBy: Ann Ode, reportsTo: ceo }\n`)),
  "posts of every role, by law": (n) =>
    posts(
      times(n, (i) => `  p${i}: { role: ${pick(roleIds, i)}, heldBy: ${name(i)}, reportsTo: cio }\n`),
      laws,
    ),
  "one post of many holders": (n) => posts(`  p0: { reportsTo: cio, heldBy: [${times(n, (i) => `${name(i)}, `)}] }\n`),
  "one post with many dotted lines": (n) =>
    posts(
      `${times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio }\n`)}  q: { heldBy: Q Q, reportsTo: cio, dottedLineTo: [${times(n, (i) => `p${i}, `)}] }\n`,
    ),
  "posts with titles alone": (n) =>
    posts(
      times(
        n,
        (i) =>
          `  p${i}: { title: ${pick(["IT Manager", "CISO", "Head of IT", "VP IT", "Director IT"], i)}, heldBy: ${name(i)}, reportsTo: ceo }\n`,
      ),
    ),
  "names nearly alike": (n) => posts(times(n, (i) => `  p${i}: { heldBy: Anna Mariasdottir${i}, reportsTo: cio }\n`)),
  "broken references": (n) => posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: q${i} }\n`)),
  "references nearly right": (n) =>
    posts(times(n, (i) => `  clerk-${i}: { heldBy: ${name(i)}, reportsTo: ${i === 0 ? "cio" : `clark-${i - 1}`} }\n`)),
  "faulty ids": (n) =>
    posts(times(n, (i) => `  P_${i}: { heldBy: ${name(i)}, reportsTo: ${i === 0 ? "cio" : `P_${i - 1}`} }\n`)),
  "unknown keys": (n) =>
    posts(
      "",
      times(n, (i) => `k${i}: 1\n`),
    ),
  "unknown keys in posts": (n) => posts(times(n, (i) => `  p${i}: { raportsTo: cio, k${i}: 1, heldBy: ${name(i)} }\n`)),
  "invalid values": (n) =>
    posts(
      times(
        n,
        (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio, level: [strategik], handsOn: maybe, until: soon }\n`,
      ),
    ),
  "posts with repeated keys": (n) =>
    posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio, reportsTo: ceo }\n`)),
  "posts with marks": (n) =>
    `${head}x-post: &post { reportsTo: cio, level: [operational] }\nposts:\n${few}${times(n, (i) => `  p${i}: { <<: *post, heldBy: ${name(i)} }\n`)}`,
  "posts in units": (n) =>
    posts(
      times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio, unit: u${i} }\n`),
      `units:\n${times(n, (i) => `  u${i}: { name: Unit ${i}, kind: department }\n`)}`,
    ),
  "companies with heads": (n) =>
    posts(
      times(
        n,
        (i) =>
          `  p${i}: { role: ${pick(["cio", "it-manager", "ciso"], i)}, heldBy: ${name(i)}, reportsTo: ceo, unit: u${i} }\n`,
      ),
      `units:\n${times(n, (i) => `  u${i}: { name: Unit ${i}, kind: company }\n`)}`,
    ),
  "companies without posts": (n) =>
    beside(
      "units",
      times(n, (i) => `  u${i}: { name: Unit ${i}, kind: company }\n`),
    ),
  people: (n) =>
    beside(
      "people",
      times(n, (i) => `  ${name(i)}: { background: technical, employedBy: acme }\n`),
      "providers: { acme: { name: Acme, services: [helpdesk] } }\n",
    ),
  teams: (n) =>
    beside(
      "teams",
      times(
        n,
        (i) =>
          `  t${i}: { headedBy: cio, members: 5, functions: [${pick(functionKinds, i)}], ${i > 8 ? `parent: t${i >> 3}` : ""} }\n`,
      ),
    ),
  "teams in a line": (n) =>
    beside(
      "teams",
      times(
        n,
        (i) => `  t${i}: { members: 5, functions: [${pick(functionKinds, i)}], ${i > 0 ? `parent: t${i - 1}` : ""} }\n`,
      ),
    ),
  "teams with heads": (n) =>
    posts(
      times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: ${i % 2 ? "cio" : "cfo"} }\n`),
      `teams:\n${times(n, (i) => `  t${i}: { headedBy: p${i}, members: 5, functions: [${pick(functionKinds, i)}] }\n`)}`,
    ),
  providers: (n) =>
    beside(
      "providers",
      times(
        n,
        (i) =>
          `  v${i}: { name: Vendor ${i}, services: [${pick(serviceKinds, i)}, ${pick(serviceKinds, i + 3)}], overseenBy: cio }\n`,
      ),
    ),
  "providers of all services": (n) =>
    beside(
      "providers",
      times(n, (i) => `  v${i}: { name: Vendor ${i}, services: [${serviceKinds.join(", ")}], levels: [strategic] }\n`),
    ),
  "providers by law": (n) =>
    beside(
      "providers",
      times(
        n,
        (i) =>
          `  v${i}: { name: Vendor ${i}, services: [vcio, ${pick(serviceKinds, i)}], levels: [strategic, tactical] }\n`,
      ),
      laws,
    ),
  "providers that hold posts": (n) =>
    posts(
      times(n, (i) => `  p${i}: { role: ${pick(roleIds, i)}, heldBy: 'provider:v${i}', reportsTo: cio }\n`),
      `providers:\n${times(n, (i) => `  v${i}: { name: Vendor ${i}, services: [${pick(serviceKinds, i)}], overseenBy: p${i} }\n`)}`,
    ),
  committees: (n) =>
    beside(
      "committees",
      times(
        n,
        (i) => `  c${i}: { type: ${pick(committeeKinds, i)}, chair: cio, members: [cio, ciso, cfo], meets: yearly }\n`,
      ),
    ),
  "committees by law": (n) =>
    beside(
      "committees",
      times(
        n,
        (i) => `  c${i}: { type: ${pick(committeeKinds, i)}, chair: cio, members: [cio, it-manager], meets: yearly }\n`,
      ),
      laws,
    ),
  "committees of security": (n) =>
    beside(
      "committees",
      times(n, (i) => `  c${i}: { type: security, chair: cio, members: [cio, it-manager] }\n`),
    ),
  "one committee of many members": (n) =>
    posts(
      times(n, (i) => `  p${i}: { role: it-manager, heldBy: ${name(i)}, reportsTo: cio }\n`),
      `committees: { c: { type: it-steering, chair: cio, members: [${times(n, (i) => `p${i}, `)}] } }\n`,
    ),
  "activities of our own": (n) =>
    beside(
      "activities",
      times(n, (i) => `  a${i}: { accountable: cio, responsible: [it-manager] }\n`),
    ),
  "activities that are one": (n) =>
    beside(
      "activities",
      times(
        n,
        (i) => `  a${i}: { activity: ${pick(activityKinds, i)}, accountable: cio, responsible: [it-manager] }\n`,
      ),
    ),
  "activities with their own hands": (n) =>
    posts(
      times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio }\n`),
      `activities:\n${times(n, (i) => `  a${i}: { activity: ${pick(activityKinds, i)}, accountable: cio, responsible: [p${i}, p${(i + 1) % n}] }\n`)}`,
    ),
  "activities of persons": (n) =>
    beside(
      "activities",
      times(
        n,
        (i) => `  a${i}: { activity: ${pick(activityKinds, i)}, responsible: [${name(i % 50)}, ${name(i % 7)}] }\n`,
      ),
    ),
  "activities by law": (n) =>
    beside(
      "activities",
      times(
        n,
        (i) =>
          `  a${i}: { activity: ${pick(activityKinds, i)}, accountable: [cio, ciso], responsible: [it-manager, ciso] }\n`,
      ),
      laws,
    ),
  "activities that nobody asked about": (n) =>
    beside(
      "activities",
      times(n, (i) => `  a${i}: { activity: ${pick(activityKinds, i)}, responsible: not-asked }\n`),
    ),
  "activities that nobody does": (n) =>
    beside(
      "activities",
      times(n, (i) => `  a${i}: { activity: ${pick(activityKinds, i)}, responsible: none }\n`),
    ),
  "activities in units": (n) =>
    posts(
      times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio, unit: u${i} }\n`),
      `units:\n${times(n, (i) => `  u${i}: { name: Unit ${i}, kind: company }\n`)}activities:\n${times(n, (i) => `  a${i}: { activity: ${pick(activityKinds, i)}, responsible: [p${i}], unit: u${i} }\n`)}`,
    ),
  "two activities of many hands": (n) =>
    posts(
      times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio }\n`),
      `activities:\n  change-build: { responsible: [${times(n, (i) => `p${i}, `)}] }\n  change-deploy: { responsible: [${times(n, (i) => `p${i}, `)}] }\n`,
    ),
  "two activities of many persons": (n) =>
    beside(
      "activities",
      `  change-build: { responsible: [${times(n, (i) => `${name(i)}, `)}] }\n  change-deploy: { responsible: [${times(n, (i) => `${name(i)}, `)}] }\n`,
    ),
  "one activity with many consulted": (n) =>
    posts(
      times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio }\n`),
      `activities: { it-strategy: { accountable: cio, consulted: [${times(n, (i) => `p${i}, `)}], informed: [${times(n, (i) => `p${i}, `)}] } }\n`,
    ),
  accepted: (n) =>
    beside(
      "accepted",
      times(
        n,
        (i) => `  - { rule: ciso-in-it-line, at: posts.ciso, reason: R${i}, approvedBy: ceo, until: 2027-03-31 }\n`,
      ),
    ),
  "accepted of real findings": (n) =>
    posts(
      times(n, (i) => `  p${i}: { role: ciso, heldBy: ${name(i)}, reportsTo: cio }\n`),
      `accepted:\n${times(n, (i) => `  - { rule: ciso-in-it-line, at: posts.p${i}, reason: R${i}, approvedBy: ceo, until: 2027-03-31 }\n`)}`,
    ),
  recommended: (n) =>
    posts(
      times(n, (i) => `  p${i}: { role: ciso, heldBy: ${name(i)}, reportsTo: cio }\n`),
      `recommended:\n${times(n, (i) => `  - { rule: ciso-in-it-line, at: posts.p${i}, do: report-to ceo, owner: ceo, due: 2026-03-31, status: ${pick(["proposed", "agreed", "done", "dropped"], i)} }\n`)}`,
    ),
  "recommended without an end": (n) =>
    beside(
      "recommended",
      times(n, (i) => `  - { rule: ciso-in-it-line, at: posts.ciso, do: Talk to person ${i}, status: proposed }\n`),
    ),
  interviews: (n) =>
    beside(
      "interviews",
      times(n, (i) => `  - { date: 2026-11-10, with: ${name(i)}, by: L. Ortega }\n`),
    ),
  regimes: (n) =>
    beside(
      "regimes",
      times(n, (i) => `  ${i < regimeIds.length ? regimeIds[i] : `law-${i}`}: applies\n`),
    ),
  comments: (n) => posts(times(n, (i) => `  # a comment of ${i}\n`)),
  "one long text": (n) => posts(`  p0: { heldBy: A B, reportsTo: cio, notes: "${"a b. ".repeat(n)}" }\n`),
  notes: (n) =>
    posts(
      times(
        n,
        (i) => `  p${i}:\n    heldBy: ${name(i)}\n    reportsTo: cio\n    notes: |\n      Line one\n      Line two\n`,
      ),
    ),
  "slips of punctuation": (n) => posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio\n`)),
  "stray brackets": (n) => posts(times(n, (i) => `  p${i}: { heldBy: ${name(i)}, reportsTo: cio } }\n`)),
};
