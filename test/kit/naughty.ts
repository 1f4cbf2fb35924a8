import { readFileSync } from "node:fs";

/** From the Big List of Naughty Strings (test/data/blns, MIT), and what breaks formats that it does not think of. */
export const naughtyStrings: readonly string[] = [
  ...(JSON.parse(readFileSync("test/data/blns/blns.json", "utf8")) as string[]),
  ...Array.from({ length: 32 }, (_, code) => `a${String.fromCharCode(code)}b`),
  "a\u007fb\u0085c\ufffed\uffffe",
  "lone \ud800 and \udc00",
  "A & B <i>x</i>",
  "=cmd|'/c calc'!A1",
  "[link](https://evil.example/x) <https://evil.example> ![x](http://evil.example/p.png)",
  "https://evil.example/a www.evil.example mail@evil.example mailto:mail@evil.example",
  "</style><script>alert(1)</script>",
  '"; } body { display: none } /*',
  "```\nmermaid\n# heading\n| a | b |",
  "{{client}} {{report}}",
  "]]> <!-- --> <![CDATA[ &amp; &#0; &x;",
];

/** A text as YAML reads it back, whatever stands in it. */
export const yamlQuoted = (text: string): string =>
  JSON.stringify(text).replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** Every string as the name, the title, the reason and the note of something, so that each stands in each part of a report. */
export function naughtyClient(strings: readonly string[]): string {
  const q = yamlQuoted;
  const at = (i: number) => q(strings[i % strings.length] ?? "");
  const posts = strings.map(
    (one, i) =>
      `  p${i}: { title: ${q(one)}, heldBy: [${q(one)}], reportsTo: ${i === 0 ? "board" : `p${Math.floor((i - 1) / 4)}`}, notes: ${q(one)} }`,
  );
  const activities = strings.map((one, i) => `  a${i}: { responsible: [${q(one)}], accountable: p${i} }`);
  const accepted = strings.map(
    (one, i) =>
      `  - { rule: key-person, at: posts.p${i}, reason: ${q(one)}, approvedBy: ${q(one)}, compensatingControl: ${q(one)} }`,
  );
  const recommended = strings.map(
    (one, i) =>
      `  - { rule: ciso-in-it-line, at: posts.ciso.reportsTo, do: ${q(one)}, owner: ${i % 2 ? q(one) : "cio"} }`,
  );
  return `itorg: 1
organization: { name: ${at(0)}, headcount: 300 }
interviews:
  - { date: 2026-11-10, with: ${at(1)}, by: ${at(2)}, note: ${at(3)} }
posts:
  cio: { heldBy: ${at(4)}, reportsTo: p0 }
  ciso: { heldBy: ${at(5)}, reportsTo: cio }
${posts.join("\n")}
providers:
  acme: { name: ${at(6)}, services: [ciso, security-operations, security-audit] }
units:
  all: { name: ${at(7)}, kind: company }
activities:
  it-strategy: { responsible: [${at(8)}], accountable: cio }
  change-build: { responsible: [cio] }
  change-approve: { responsible: [cio], accountable: cio }
${activities.join("\n")}
accepted:
${accepted.join("\n")}
recommended:
${recommended.join("\n")}
`;
}
