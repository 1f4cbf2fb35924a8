import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mended, toldOfForm } from "../../kit/mended.ts";

/** A slip, the only thing told of it (the beginning of the message), the remedy, and the text after it. */
type Slip = readonly [name: string, body: string, says: string, title: string, after: string];

const ceo = "posts:\n  ceo: { heldBy: Ann Poe }\n";

const slips: readonly Slip[] = [
  // Lines in the wrong column.
  [
    "posts at the margin",
    `${ceo}cio: { heldBy: Bob Fox, reportsTo: ceo }\nciso: { heldBy: Cy Roe, reportsTo: cio }\n`,
    "`cio` belongs below `posts`.",
    "Indent `cio`, `ciso` below `posts`",
    `${ceo}  cio: { heldBy: Bob Fox, reportsTo: ceo }\n  ciso: { heldBy: Cy Roe, reportsTo: cio }\n`,
  ],
  [
    "one of them, above posts in their place",
    "posts:\n  ceo: { heldBy: Ann Lee }\ncfo: { heldBy: Bo Ray }\n  cio: { heldBy: Cy Fox }\n",
    "`cfo` stands further left than the lines below it.",
    "Indent `cfo` like the lines below it",
    "posts:\n  ceo: { heldBy: Ann Lee }\n  cfo: { heldBy: Bo Ray }\n  cio: { heldBy: Cy Fox }\n",
  ],
  [
    "a post with keys on lines of its own",
    `${ceo}# asked in May\nciso:\n  heldBy: Cy Roe\n  reportsTo: ceo\n`,
    "`ciso` belongs below `posts`.",
    "Indent `ciso` below `posts`",
    `${ceo}# asked in May\n  ciso:\n    heldBy: Cy Roe\n    reportsTo: ceo\n`,
  ],
  [
    "a post behind another section",
    `${ceo}providers:\n  msp: { services: [helpdesk], overseenBy: ceo }\ncio: none\n`,
    "`cio` belongs below `posts`, not here.",
    "Move `cio` below `posts`",
    `${ceo}  cio: none\nproviders:\n  msp: { services: [helpdesk], overseenBy: ceo }\n`,
  ],
  [
    "posts without their section",
    "providers:\n  msp: { services: [helpdesk], overseenBy: cio }\ncio: none\n",
    "`cio` belongs below `posts`, not here.",
    "Move `cio` below `posts`",
    "providers:\n  msp: { services: [helpdesk], overseenBy: cio }\nposts:\n  cio: none\n",
  ],
  [
    "fields at the margin",
    "posts:\n  cio:\nheldBy: Bob Fox\nreportsTo: ceo\n",
    "`heldBy` belongs to `cio`. Begin its line with four blanks.",
    "Indent `heldBy`, `reportsTo` below `cio`",
    "posts:\n  cio:\n    heldBy: Bob Fox\n    reportsTo: ceo\n",
  ],
  [
    "fields beside their post",
    "posts:\n  cio:\n  heldBy: Bob Fox\n  reportsTo: ceo\n",
    "`heldBy` belongs to `cio`. Begin its line with four blanks.",
    "Indent `heldBy`, `reportsTo` below `cio`",
    "posts:\n  cio:\n    heldBy: Bob Fox\n    reportsTo: ceo\n",
  ],
  [
    "fields beside their activity",
    "activities:\n  security:\n  accountable: ceo\n",
    "`accountable` belongs to `security`.",
    "Indent `accountable` below `security`",
    "activities:\n  security:\n    accountable: ceo\n",
  ],
  [
    "a team below posts",
    `${ceo}  helpdesk: { headedBy: ceo, members: 3 }\nteams:\n  ops: { headedBy: ceo }\n`,
    "`helpdesk` belongs below `teams`, not here.",
    "Move `helpdesk` below `teams`",
    `${ceo}teams:\n  ops: { headedBy: ceo }\n  helpdesk: { headedBy: ceo, members: 3 }\n`,
  ],
  [
    "three blanks",
    `${ceo}   cfo: { heldBy: Bo Li }\n  coo: none\n`,
    "This line is not indented like the lines it belongs with.",
    "Line it up with its neighbours",
    `${ceo}  cfo: { heldBy: Bo Li }\n  coo: none\n`,
  ],
  [
    "one blank",
    `${ceo} cfo: { heldBy: Bo Li }\n  coo: none\n`,
    "This line is not indented like the lines it belongs with.",
    "Line it up with its neighbours",
    `${ceo}  cfo: { heldBy: Bo Li }\n  coo: none\n`,
  ],
  // Tabs and signs that only look like others.
  [
    "tabs before fields",
    "posts:\n  cio:\n→→heldBy: Bob Fox\n→→reportsTo: ceo\n",
    "A tab stands at the beginning of this line.",
    "Write blanks in place of tabs",
    "posts:\n  cio:\n    heldBy: Bob Fox\n    reportsTo: ceo\n",
  ],
  [
    "tabs before posts",
    "posts:\n→cio: { heldBy: Bob Fox }\n→cto: none\n",
    "A tab stands at the beginning of this line.",
    "Write blanks in place of tabs",
    "posts:\n  cio: { heldBy: Bob Fox }\n  cto: none\n",
  ],
  [
    "a no-break blank behind a colon",
    "posts:\n  ceo: { heldBy:⍽Ann Poe }\n",
    "A blank stands here that is none to YAML",
    "Write a plain blank",
    "posts:\n  ceo: { heldBy: Ann Poe }\n",
  ],
  [
    "a no-break blank before a brace",
    "posts:\n  ciso:⍽{ heldBy: Bo Li, reportsTo: cio }\n",
    "A blank stands here that is none to YAML",
    "Write a plain blank",
    "posts:\n  ciso: { heldBy: Bo Li, reportsTo: cio }\n",
  ],
  [
    "no-break blanks before a line",
    `${ceo}⍽⍽cfo: { heldBy: Bo Li }\n`,
    "A blank stands here that is none to YAML",
    "Write plain blanks",
    `${ceo}  cfo: { heldBy: Bo Li }\n`,
  ],
  [
    "wide blanks",
    "posts:\n  ceo:\u3000none\n",
    "A blank stands here that is none to YAML",
    "Write a plain blank",
    "posts:\n  ceo: none\n",
  ],
  [
    "wide colons and commas",
    "posts:\n  ceo: { heldBy： Ann Poe， reportsTo: board }\n",
    "A colon or comma of another script stands here.",
    "Write a plain colon or comma",
    "posts:\n  ceo: { heldBy: Ann Poe, reportsTo: board }\n",
  ],
  [
    "a word processor's bullet",
    `${ceo}  • cio: none\n`,
    "A `•` stands at the beginning of this line",
    "Leave out the `•`",
    `${ceo}  cio: none\n`,
  ],
  [
    "a dash as a word processor writes it",
    `${ceo}  – cio: none\n`,
    "A `–` stands at the beginning of this line",
    "Leave out the `–`",
    `${ceo}  cio: none\n`,
  ],
  [
    "line breaks of old programs",
    "itorg: 1⏎organization: { name: Acme }⏎posts:⏎  ceo: none⏎",
    "The lines of this file end as old programs wrote them",
    "Write plain line breaks",
    "itorg: 1\norganization: { name: Acme }\nposts:\n  ceo: none\n",
  ],
  [
    "one line break of an old program",
    "itorg: 1\norganization: { name: Acme }⏎posts:\n  ceo: none\n",
    "The lines of this file end as old programs wrote them",
    "Write plain line breaks",
    "itorg: 1\norganization: { name: Acme }\nposts:\n  ceo: none\n",
  ],
  // What is missing, and what is too many.
  [
    "no colon before a brace",
    "posts:\n  ceo { heldBy: Ann Poe }\n",
    "A colon is missing behind `ceo`.",
    "Write `ceo: { heldBy: Ann Poe }`",
    "posts:\n  ceo: { heldBy: Ann Poe }\n",
  ],
  [
    "no colon before a word",
    `${ceo}  cio none\n  coo: none\n`,
    "A colon is missing behind `cio`.",
    "Write `cio: none`",
    `${ceo}  cio: none\n  coo: none\n`,
  ],
  [
    "an equals sign",
    `${ceo}  cio = none\n  coo: none\n`,
    "A colon is missing behind `cio`.",
    "Write `cio: none`",
    `${ceo}  cio: none\n  coo: none\n`,
  ],
  [
    "no colon inside braces",
    "teams:\n  desk: { headedBy: ceo, members 9 }\n",
    "A colon is missing behind `members`.",
    "Write `members: 9`",
    "teams:\n  desk: { headedBy: ceo, members: 9 }\n",
  ],
  [
    "no blank behind a colon",
    "posts:\n  ceo:\n    heldBy:Ana Ruiz\n    reportsTo: board\n",
    "A blank is missing behind the colon of `heldBy`.",
    "Write `heldBy: Ana Ruiz`",
    "posts:\n  ceo:\n    heldBy: Ana Ruiz\n    reportsTo: board\n",
  ],
  [
    "one brace too many",
    "posts:\n  ceo: { heldBy: Ann Poe }}\n  cio: none\n",
    "There is one `}` too many here.",
    "Leave out one `}`",
    "posts:\n  ceo: { heldBy: Ann Poe }\n  cio: none\n",
  ],
  [
    "one bracket too many",
    "posts:\n  ceo: { heldBy: Ann Poe, level: [[strategic] }\n  cio: none\n",
    "There is one `[` too many here.",
    "Leave out one `[`",
    "posts:\n  ceo: { heldBy: Ann Poe, level: [strategic] }\n  cio: none\n",
  ],
  [
    "no brace at the beginning",
    "posts:\n  cio: heldBy: Bo Li, reportsTo: ceo, level: [strategic] }\n  p0: none\n",
    "A `{` is missing here.",
    "Insert the missing `{`",
    "posts:\n  cio: { heldBy: Bo Li, reportsTo: ceo, level: [strategic] }\n  p0: none\n",
  ],
  [
    "no brace at the end",
    "posts:\n  cio: { heldBy: Bo Li, reportsTo: ceo\n  p0: none\n",
    "This bracket is not closed.",
    "Insert the missing `}`",
    "posts:\n  cio: { heldBy: Bo Li, reportsTo: ceo }\n  p0: none\n",
  ],
  [
    "no quote at the end",
    'posts:\n  ceo: { heldBy: "Ann Poe, reportsTo: board }\n  p0: none\n',
    "A quote is opened here and not closed.",
    'Insert the missing `"`',
    'posts:\n  ceo: { heldBy: "Ann Poe", reportsTo: board }\n  p0: none\n',
  ],
  [
    "a second colon",
    "itorg: 1\norganization:\n  name: Kestrel: Foods\n  headcount: 12\n",
    "A value with a colon",
    'Write `"Kestrel: Foods"`',
    'itorg: 1\norganization:\n  name: "Kestrel: Foods"\n  headcount: 12\n',
  ],
  [
    "no comma between values",
    "posts:\n  ceo: { heldBy: Ann Poe, level: [strategic tactical] }\n",
    "A comma is missing between `strategic` and `tactical`.",
    "Write `strategic, tactical`",
    "posts:\n  ceo: { heldBy: Ann Poe, level: [strategic, tactical] }\n",
  ],
  [
    "a question mark for a name",
    "posts:\n  ceo: { heldBy: ?, reportsTo: board }\n",
    "`?` says nothing here.",
    "Write `not-asked`",
    "posts:\n  ceo: { heldBy: not-asked, reportsTo: board }\n",
  ],
  [
    "a dash for a post",
    `${ceo}  cio: -\n  coo: none\n`,
    "`-` says nothing here.",
    "Write `not-asked`",
    `${ceo}  cio: not-asked\n  coo: none\n`,
  ],
  [
    "a list of posts",
    "posts:\n  - ceo:\n      heldBy: Ann Poe\n  - cio: { heldBy: Bo Li }\n",
    "Below `posts` each entry has a key of its own",
    "Leave out the dashes",
    "posts:\n  ceo:\n      heldBy: Ann Poe\n  cio: { heldBy: Bo Li }\n",
  ],
  [
    "a list among posts",
    `posts:\n  - cio: { heldBy: Bo Li }\n  ceo: { heldBy: Ann Poe }\n`,
    "A dash makes this an item of a list",
    "Leave out the dash",
    "posts:\n  cio: { heldBy: Bo Li }\n  ceo: { heldBy: Ann Poe }\n",
  ],
  [
    "a table at the end",
    `${ceo}Name→Role\nJan Huber→CFO\n`,
    "2 rows of a table stand here, pasted from a spreadsheet.",
    "Keep the rows as a note, with `#` before them",
    `${ceo}# Name→Role\n# Jan Huber→CFO\n`.replaceAll("→", "\t"),
  ],
  [
    "a row among posts",
    "posts:\n  Jan Huber→Head of Audit\n  cfo: none\n",
    "A row of a table stands here, pasted from a spreadsheet.",
    "Keep the row as a note, with `#` before it",
    "posts:\n#   Jan Huber→Head of Audit\n  cfo: none\n".replaceAll("→", "\t"),
  ],
  // Words and numbers.
  [
    "None",
    "posts:\n  cio: None\n",
    "Only keys such as `heldBy`, or a word such as `none`",
    "Write `none`",
    "posts:\n  cio: none\n",
  ],
  [
    "n/a",
    "posts:\n  cio: n/a\n",
    "Only keys such as `heldBy`, or a word such as `none`",
    "Write `not-applicable`",
    "posts:\n  cio: not-applicable\n",
  ],
  [
    "a word in a word processor's quotes",
    "posts:\n  cio: “none”\n",
    "Only keys such as `heldBy`, or a word such as `none`",
    "Write `none`",
    "posts:\n  cio: none\n",
  ],
  [
    "a remark behind //",
    "posts:\n  cio: none // asked twice\n",
    "Only keys such as `heldBy`, or a word such as `none`",
    "Write `none # asked twice`",
    "posts:\n  cio: none # asked twice\n",
  ],
  [
    "days in another order",
    "posts:\n  ceo: { heldBy: Ann Poe, until: 12.11.2026 }\n",
    "A date belongs here",
    "Write 2026-11-12",
    "posts:\n  ceo: { heldBy: Ann Poe, until: 2026-11-12 }\n",
  ],
  [
    "days with a month's name",
    "posts:\n  ceo: { heldBy: Ann Poe, until: 12 Nov 2026 }\n",
    "A date belongs here",
    "Write 2026-11-12",
    "posts:\n  ceo: { heldBy: Ann Poe, until: 2026-11-12 }\n",
  ],
  [
    "days with a German month",
    "posts:\n  ceo: { heldBy: Ann Poe, until: 3. März 2026 }\n",
    "A date belongs here",
    "Write 2026-03-03",
    "posts:\n  ceo: { heldBy: Ann Poe, until: 2026-03-03 }\n",
  ],
  [
    "a decimal comma in braces",
    "posts:\n  ceo: { heldBy: Ann Poe, daysPerWeek: 2,5, level: [strategic] }\n",
    "Inside `{ }` a comma begins a new key",
    "Write it as 2.5",
    "posts:\n  ceo: { heldBy: Ann Poe, daysPerWeek: 2.5, level: [strategic] }\n",
  ],
  [
    "a decimal comma",
    "posts:\n  ceo:\n    heldBy: Ann Poe\n    daysPerWeek: 2,5\n",
    "A number belongs here",
    "Write 2.5",
    "posts:\n  ceo:\n    heldBy: Ann Poe\n    daysPerWeek: 2.5\n",
  ],
  [
    "a share of the week",
    "posts:\n  ceo: { heldBy: Ann Poe, daysPerWeek: 50% }\n",
    "A number belongs here",
    "Write 2.5, which is 50% of five days",
    "posts:\n  ceo: { heldBy: Ann Poe, daysPerWeek: 2.5 }\n",
  ],
  [
    "a point between thousands",
    "itorg: 1\norganization: { name: Acme, headcount: 1.800 }\n",
    "A whole number or a range such as 50-250 belongs here",
    "Write 1800",
    "itorg: 1\norganization: { name: Acme, headcount: 1800 }\n",
  ],
  [
    "a rough number",
    "itorg: 1\norganization: { name: Acme, headcount: ca. 180 }\n",
    "A whole number or a range such as 50-250 belongs here",
    "Write 180 in place of `ca. 180`",
    "itorg: 1\norganization: { name: Acme, headcount: 180 }\n",
  ],
  [
    "an amount with its currency",
    "itorg: 1\norganization:\n  name: Acme\n  annualRevenue: 41 Mio EUR\n",
    "`41 Mio EUR` cannot stand here.",
    "Write { amount: 41000000, currency: EUR } in place of `41 Mio EUR`",
    "itorg: 1\norganization:\n  name: Acme\n  annualRevenue: { amount: 41000000, currency: EUR }\n",
  ],
  [
    "a country by its name",
    "itorg: 1\norganization: { name: Acme, jurisdictions: [Germany] }\n",
    "`Germany` is no country or state code",
    "Write DE",
    "itorg: 1\norganization: { name: Acme, jurisdictions: [DE] }\n",
  ],
  [
    "a country in German",
    "itorg: 1\norganization: { name: Acme, jurisdictions: [Österreich] }\n",
    "`Österreich` is no country or state code",
    "Write AT",
    "itorg: 1\norganization: { name: Acme, jurisdictions: [AT] }\n",
  ],
  [
    "letters that no id has",
    "posts:\n  büroleitung: { heldBy: Ann Poe }\n",
    "`büroleitung` cannot be a key here",
    "Write `bueroleitung`",
    "posts:\n  bueroleitung: { heldBy: Ann Poe }\n",
  ],
  [
    "a law with a blank",
    "regimes:\n  ISO 27001: applies\n",
    "`ISO 27001` cannot be a key here",
    "Write `iso27001`",
    "regimes:\n  iso27001: applies\n",
  ],
  [
    "a law in German",
    "regimes:\n  dsgvo: applies\n",
    "`dsgvo` is a word of your own; the law is known here as `gdpr`.",
    "Write `gdpr`",
    "regimes:\n  gdpr: applies\n",
  ],
  [
    "a law with a hyphen",
    "regimes:\n  iso-27001: applies\n",
    "`iso-27001` is a word of your own; the law is known here as `iso27001`.",
    "Write `iso27001`",
    "regimes:\n  iso27001: applies\n",
  ],
  [
    "a name cut at #",
    "itorg: 1\norganization:\n  name: Kestrel #1 Foods\n",
    "What stands behind `#` is a comment, so only `Kestrel` is read here.",
    'Write `"Kestrel #1 Foods"`',
    'itorg: 1\norganization:\n  name: "Kestrel #1 Foods"\n',
  ],
  [
    "a name cut at # in braces",
    "itorg: 1\norganization: { name: Kestrel #1 Foods, headcount: 12 }\nposts:\n  ceo: none\n",
    "What stands behind `#` is a comment",
    'Write `"Kestrel #1 Foods"`',
    'itorg: 1\norganization: { name: "Kestrel #1 Foods", headcount: 12 }\nposts:\n  ceo: none\n',
  ],
  [
    "two superiors",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: [ceo, cio] }\n",
    "A post reports to one other",
    "Write `reportsTo: ceo`, and `cio` as `dottedLineTo`",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: ceo, dottedLineTo: [cio] }\n",
  ],
  [
    "a superior in capitals",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: CEO }\n",
    "There is no post or committee `CEO` in this file.",
    "Write `ceo`",
    "posts:\n  cto: { heldBy: Ann Poe, reportsTo: ceo }\n",
  ],
  [
    "nobody for a deputy",
    "posts:\n  cto: { heldBy: Ann Poe, deputy: nobody }\n",
    "`nobody` is nobody's name. Write `none`.",
    "Write `none`",
    "posts:\n  cto: { heldBy: Ann Poe, deputy: none }\n",
  ],
];

describe("a slip", () => {
  for (const [name, body, says, title, after] of slips)
    it(`${name}: says what happened, and its first remedy repairs it`, () => {
      const [told, ...others] = toldOfForm(body);
      assert.ok(told?.says.startsWith(says), told?.says);
      assert.equal(told?.titles[0], title);
      // Several lines in a row have one remedy each, and it is the same.
      assert.deepEqual(
        others.flatMap(({ titles }) => titles.filter((one) => one !== title)),
        [],
      );
      assert.equal(mended(body, title), after);
    });

  it("is no reason to remove or invent anything", () => {
    for (const [name, body] of slips)
      for (const { titles } of toldOfForm(body))
        assert.ok(!titles.some((title) => /^(?:Remove|Add)/.test(title)), name);
  });

  it("names a superior of several only as the file does", () =>
    assert.deepEqual(toldOfForm("posts:\n  cto: { heldBy: Ann Poe, reportsTo: CEO }\n")[0]?.titles, ["Write `ceo`"]));

  it("without a known repair has a message alone", () => {
    const [told] = toldOfForm("posts:\n  ceo: { heldBy: Ann Poe, until: 2026-11-31 }\n");
    assert.equal(told?.says, "`2026-11-31` is no day of the calendar. Write the day that it was or will be.");
    assert.deepEqual(told?.titles, []);
  });

  it("in a key that repeats another has no remedy that takes it for a word", () =>
    assert.ok(
      !toldOfForm("posts:\n  *name : { heldBy: Bo Li }\n").some(({ titles }) => titles.includes("Write `name`")),
    ));
});
