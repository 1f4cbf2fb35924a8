/**
 * What public bug reports led to, kind by kind, and two or more of each kind that nobody reported: a slip, the remedy,
 * and the text after it. `title` is the first remedy of the first finding unless it says another one.
 */
export interface ReportedFault {
  readonly kind: string;
  readonly body: string;
  readonly title: string;
  readonly after: string;
}

const ceo = "posts:\n  ceo: { heldBy: Ann Poe }\n";
const own = (key: string) => `Keep it as your own: \`x-${key}\``;
const f = (kind: string, body: string, title: string, after: string): ReportedFault => ({ kind, body, title, after });

/** The remedy keeps a key that nobody knows, so nothing around it is touched. */
const kept = (kind: string, body: string, key: string): ReportedFault =>
  f(kind, body, own(key), body.replace(`${key}:`, `x-${key}:`));

export const reportedFaults: readonly ReportedFault[] = [
  // K1: an entry beside lists and groups in brackets.
  kept("K1", `${ceo}  cio: { heldBy: Cy Roe, focus: [people, process], phone: 123 }\n`, "phone"),
  kept("K1", `${ceo}  cio: { heldBy: Cy Roe, tags: [a, b] }\n`, "tags"),
  kept("K1", `${ceo}providers:\n  msp: { services: [helpdesk], phone: 123, overseenBy: ceo }\n`, "phone"),
  kept("K1", `${ceo}activities:\n  it-strategy: { responsible: [ceo], due: 2026-01-01, accountable: ceo }\n`, "due"),
  kept("K1", "{ itorg: 1, organization: { name: Acme }, zzz: 1 }\n", "zzz"),
  f(
    "K1",
    "posts:\n  cfo: { heldBy: Bob Fox, level: [strategic], reportsTo: coo }\n  coo: { heldBy: Dan Day, reportsTo: cfo }\n",
    "Record that the CFO does not report to the COO",
    "posts:\n  cfo: { heldBy: Bob Fox, level: [strategic], x-reportsTo: coo }\n  coo: { heldBy: Dan Day, reportsTo: cfo }\n",
  ),
  f(
    "K1",
    "posts:\n  ceo: { heldBy: Ann Ode, level: [strategic], reportsTo: ceo }\n",
    "Record that the CEO does not report to itself",
    "posts:\n  ceo: { heldBy: Ann Ode, level: [strategic], x-reportsTo: ceo }\n",
  ),
  f(
    "K1",
    `${ceo}  cio: { heldBy: Cy Roe, level: [strategic], reportsTo: ceo, dottedLineTo: [ceo] }\n`,
    "Leave out the dotted line to `ceo`",
    `${ceo}  cio: { heldBy: Cy Roe, level: [strategic], reportsTo: ceo }\n`,
  ),
  f(
    "K1",
    `${ceo}  cio: { dottedLineTo: [board, ceo], boardReport: { form: oral }, reportsTo: ceo }\n`,
    "Leave out the dotted line to `ceo`",
    `${ceo}  cio: { dottedLineTo: [board], boardReport: { form: oral }, reportsTo: ceo }\n`,
  ),
  // K2: comments between the commas.
  kept(
    "K2",
    `${ceo}  cfo: { heldBy: Bob Fox, # by phone\n    phone: 123, # from the card\n    reportsTo: ceo }\n`,
    "phone",
  ),
  kept(
    "K2",
    `${ceo}  cfo: { heldBy: Bob Fox, # by phone\n    phone: { home: 1, # old\n      work: 2 }, reportsTo: ceo }\n`,
    "phone",
  ),
  f(
    "K2",
    `${ceo}  cfo: { heldBy: Bob Fox, # by phone\n    dottedLineTo: ceo, # from the card\n    reportsTo: ceo }\n`,
    "Leave out the dotted line to `ceo`",
    `${ceo}  cfo: { heldBy: Bob Fox, # by phone\n    # from the card\n    reportsTo: ceo }\n`,
  ),
  f(
    "K2",
    `${ceo}  cfo: { heldBy: [Bob Fox, # first\n    Cy Roe, # second\n    Bob Fox], # third\n    reportsTo: ceo }\n`,
    "Leave out the second `Bob Fox`",
    `${ceo}  cfo: { heldBy: [Bob Fox, # first\n    Cy Roe # second\n    ], # third\n    reportsTo: ceo }\n`,
  ),
  // K3: lines in the wrong column.
  f(
    "K3",
    `${ceo}cio: { heldBy: Bob Fox, reportsTo: ceo }\nciso: { heldBy: Cy Roe, reportsTo: cio }\n`,
    "Indent `cio`, `ciso` below `posts`",
    `${ceo}  cio: { heldBy: Bob Fox, reportsTo: ceo }\n  ciso: { heldBy: Cy Roe, reportsTo: cio }\n`,
  ),
  f(
    "K3",
    "posts:\n  cio:\n→→heldBy: Bob Fox\n→→reportsTo: ceo\n",
    "Write blanks in place of tabs",
    "posts:\n  cio:\n    heldBy: Bob Fox\n    reportsTo: ceo\n",
  ),
  f(
    "K3",
    "posts:\n  cio:\nheldBy: Bob Fox\nreportsTo: ceo\n",
    "Indent `heldBy`, `reportsTo` below `cio`",
    "posts:\n  cio:\n    heldBy: Bob Fox\n    reportsTo: ceo\n",
  ),
  f(
    "K3",
    "providers:\n  msp:\nservices: [helpdesk]\noverseenBy: ceo\n",
    "Indent `services`, `overseenBy` below `msp`",
    "providers:\n  msp:\n    services: [helpdesk]\n    overseenBy: ceo\n",
  ),
  f(
    "K3",
    "activities:\n  security: { accountable: ceo }\npatching: { accountable: ceo }\nbackup-run: none\n",
    "Indent `patching`, `backup-run` below `activities`",
    "activities:\n  security: { accountable: ceo }\n  patching: { accountable: ceo }\n  backup-run: none\n",
  ),
  f(
    "K3",
    `${ceo}  helpdesk: { headedBy: ceo, members: 3 }\n`,
    "Move `helpdesk` below `teams`",
    `${ceo}teams:\n  helpdesk: { headedBy: ceo, members: 3 }\n`,
  ),
  f(
    "K3",
    "teams:\n  ops: { headedBy: ceo }\n  msp: { services: [helpdesk], overseenBy: ceo } # new\nregimes: { gdpr: applies }\n# the end\n",
    "Move `msp` below `providers`",
    "teams:\n  ops: { headedBy: ceo }\nregimes: { gdpr: applies }\n# the end\nproviders:\n  msp: { services: [helpdesk], overseenBy: ceo } # new\n",
  ),
  // K11: signs that look like others.
  f("K11", "posts:\n  ceo: { heldBy:⍽Ann Poe }\n", "Write a plain blank", "posts:\n  ceo: { heldBy: Ann Poe }\n"),
  f(
    "K11",
    "posts:\n  ciso:⍽{ heldBy: Bo Li, reportsTo: cio }\n",
    "Write a plain blank",
    "posts:\n  ciso: { heldBy: Bo Li, reportsTo: cio }\n",
  ),
  ...["\u2007", "\u202f", "\u3000"].map((blank) =>
    f("K11", `posts:\n  ceo:${blank}none\n`, "Write a plain blank", "posts:\n  ceo: none\n"),
  ),
  f("K11", "posts:\n  ceo： none\n", "Write a plain colon or comma", "posts:\n  ceo: none\n"),
  f(
    "K11",
    "posts:\n  ceo: { heldBy: Ann Poe， reportsTo: board }\n",
    "Write a plain colon or comma",
    "posts:\n  ceo: { heldBy: Ann Poe, reportsTo: board }\n",
  ),
  f(
    "K11",
    `${ceo}  cio: { heldBy: Bo Li, reportsTo: ceo\u200b }\n`,
    "Write `ceo`",
    `${ceo}  cio: { heldBy: Bo Li, reportsTo: ceo }\n`,
  ),
  f(
    "K11",
    "activities:\n  security:\u00a0{ accountable:\u00a0ceo }\n",
    "Write plain blanks",
    "activities:\n  security: { accountable: ceo }\n",
  ),
  f(
    "K11",
    `${ceo}  ciso: { heldBy: Cy Fox }\n  cio: { heldBy: cy fox }\n`,
    "Record that both are one person: write “Cy Fox” everywhere",
    `${ceo}  ciso: { heldBy: Cy Fox }\n  cio: { heldBy: Cy Fox }\n`,
  ),
  f(
    "K11",
    `${ceo}  ciso: { heldBy: Jan Straße }\n  cio: { heldBy: Jan Strasse }\n`,
    "Record that both are one person: write “Jan Strasse” everywhere",
    `${ceo}  ciso: { heldBy: Jan Strasse }\n  cio: { heldBy: Jan Strasse }\n`,
  ),
  // K15: fields beside their post, and colons that are missing.
  f(
    "K15",
    "posts:\n  cio:\n  heldBy: Bob Fox\n  reportsTo: ceo\n",
    "Indent `heldBy`, `reportsTo` below `cio`",
    "posts:\n  cio:\n    heldBy: Bob Fox\n    reportsTo: ceo\n",
  ),
  f(
    "K15",
    "posts:\n  ceo { heldBy: Ann Poe }\n",
    "Write `ceo: { heldBy: Ann Poe }`",
    "posts:\n  ceo: { heldBy: Ann Poe }\n",
  ),
  f(
    "K15",
    "committees:\n  audit:\n  chair: Ann Poe\n  members: [Bo Li]\n",
    "Indent `chair`, `members` below `audit`",
    "committees:\n  audit:\n    chair: Ann Poe\n    members: [Bo Li]\n",
  ),
  f(
    "K15",
    "providers:\n  msp { services: [helpdesk], overseenBy: ceo }\n",
    "Write `msp: { services: [helpdesk], overseenBy: ceo }`",
    "providers:\n  msp: { services: [helpdesk], overseenBy: ceo }\n",
  ),
  f(
    "K15",
    "posts:\n  ceo: { heldBy: Ann Poe, handsOn no }\n",
    "Write `handsOn: no`",
    "posts:\n  ceo: { heldBy: Ann Poe, handsOn: no }\n",
  ),
  // K16: carriage returns alone.
  f(
    "K16",
    "itorg: 1⏎organization: { name: Acme }⏎posts:⏎  ceo: { heldBy: Ann Poe }⏎",
    "Write plain line breaks",
    "itorg: 1\norganization: { name: Acme }\nposts:\n  ceo: { heldBy: Ann Poe }\n",
  ),
  f(
    "K16",
    "itorg: 1\norganization: { name: Acme }⏎posts:\n  ceo: { heldBy: Ann Poe }\n",
    "Write plain line breaks",
    "itorg: 1\norganization: { name: Acme }\nposts:\n  ceo: { heldBy: Ann Poe }\n",
  ),
  f("K16", `${ceo}# a note⏎  cio: none\n`, "Write plain line breaks", `${ceo}# a note\n  cio: none\n`),
  f(
    "K16",
    "posts:\n  ceo:\n    heldBy: Ann Poe⏎    reportsTo: board\n",
    "Write plain line breaks",
    "posts:\n  ceo:\n    heldBy: Ann Poe\n    reportsTo: board\n",
  ),
  // K17: one bracket too many.
  f(
    "K17",
    "posts:\n  ceo: { heldBy: Ann Poe }}\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  cfo: none\n",
    "Leave out one `}`",
    "posts:\n  ceo: { heldBy: Ann Poe }\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  cfo: none\n",
  ),
  f(
    "K17",
    `${ceo}  cio: { heldBy: Bo Li, level: [strategic]] }\n  cfo: none\n`,
    "Leave out one `]`",
    `${ceo}  cio: { heldBy: Bo Li, level: [strategic] }\n  cfo: none\n`,
  ),
  f(
    "K17",
    `${ceo}providers:\n  msp: {{ services: [helpdesk], overseenBy: ceo }\n  isp: { services: [network], overseenBy: ceo }\n`,
    "Leave out one `{`",
    `${ceo}providers:\n  msp: { services: [helpdesk], overseenBy: ceo }\n  isp: { services: [network], overseenBy: ceo }\n`,
  ),
  // K18: what something else repeats.
  kept("K18", "posts:\n  cfo:\n    phone: &a Some text\n    notes: *a\n", "phone"),
  kept("K18", "posts:\n  cfo: { tags: &t [a, b], x-more: *t }\n", "tags"),
  f(
    "K18",
    `${ceo}  cio: { heldBy: Bo Li, reportsTo: &top ceo, dottedLineTo: [*top] }\n`,
    "Leave out the dotted line to `ceo`",
    `${ceo}  cio: { heldBy: Bo Li, reportsTo: &top ceo }\n`,
  ),
  // K21: two superiors, and a superior by title.
  f(
    "K21",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: [ceo, cio] }\n",
    "Write `reportsTo: ceo`, and `cio` as `dottedLineTo`",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: ceo, dottedLineTo: [cio] }\n",
  ),
  f(
    "K21",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: ceo / cfo }\n`,
    "Write `reportsTo: cfo`, and `ceo` as `dottedLineTo`",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: cfo, dottedLineTo: [ceo] }\n`,
  ),
  f(
    "K21",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: Chief Executive Officer }\n`,
    "Write `ceo`",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: ceo }\n`,
  ),
  f(
    "K21",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: the board }\n`,
    "Write `board`",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: board }\n`,
  ),
  f(
    "K21",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: [cio, coo], dottedLineTo: [cfo] }\n",
    "Write `reportsTo: coo`, and `cio` as `dottedLineTo`",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: coo, dottedLineTo: [cfo, cio] }\n",
  ),
  f(
    "K21",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: Managing Director }\n`,
    "Write `ceo`",
    `${ceo}  cto: { heldBy: Bo Li, reportsTo: ceo }\n`,
  ),
  // K22: the small ones.
  f(
    "K22",
    "teams: { a: { parent: b }, b: { parent: a } }\n",
    "Record that the A team is no part of the B team",
    "teams: { a: { x-parent: b }, b: { parent: a } }\n",
  ),
  f(
    "K22",
    "teams:\n  a: { parent: a, headedBy: ceo }\n",
    "Record that the A team is no part of itself",
    "teams:\n  a: { x-parent: a, headedBy: ceo }\n",
  ),
  f(
    "K22",
    "teams:\n  a: { parent: b }\n  b: { parent: c } # up\n  c: { parent: a }\n  d: { parent: a }\n",
    "Record that the A team is no part of the B team",
    "teams:\n  a: { x-parent: b }\n  b: { parent: c } # up\n  c: { parent: a }\n  d: { parent: a }\n",
  ),
  f(
    "K22",
    '{ "itorg": 1, "organization": { "name": "Acme" }, "posts": { "ceo": { "heldBy": "Bo Li" }, "cto": { "heldBy": "Ann Poe", "reportsTo": "CEO" } } }\n',
    "Write `ceo`",
    '{ "itorg": 1, "organization": { "name": "Acme" }, "posts": { "ceo": { "heldBy": "Bo Li" }, "cto": { "heldBy": "Ann Poe", "reportsTo": "ceo" } } }\n',
  ),
  f(
    "K22",
    '{ "itorg": 1, "organization": { "name": "Acme" }, "posts": { "cto": { "heldBy": "Ann Poe", "reportsTo": ["ceo", "cio"] } } }\n',
    "Write `reportsTo: ceo`, and `cio` as `dottedLineTo`",
    '{ "itorg": 1, "organization": { "name": "Acme" }, "posts": { "cto": { "heldBy": "Ann Poe", "reportsTo": "ceo", "dottedLineTo": ["cio"] } } }\n',
  ),
  f(
    "K22",
    `${ceo}  cio: { heldBy: [Di Fox, Di Fox], reportsTo: ceo }\n`,
    "Leave out the second `Di Fox`",
    `${ceo}  cio: { heldBy: [Di Fox], reportsTo: ceo }\n`,
  ),
  f(
    "K22",
    `${ceo}  cio:\n    heldBy: Bo Li\n    reportsTo: ceo\n    dottedLineTo:\n      - board # asked\n      - ceo # as well\n`,
    "Leave out the dotted line to `ceo`",
    `${ceo}  cio:\n    heldBy: Bo Li\n    reportsTo: ceo\n    dottedLineTo:\n      - board # asked\n      # as well\n`,
  ),
];
