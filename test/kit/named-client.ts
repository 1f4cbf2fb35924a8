import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { foldText } from "../../server/model/words/values.ts";

/** Names of which every word can be told from the words of the product. */
export const namedClient = `itorg: 1
organization: { name: Quillfeather Holdings, headcount: 300 }
interviews: [{ date: 2026-11-10, with: Zebediah Quux, by: Yolanda Xerxes, note: Zebediah was ill }]
people:
  Zebediah Quux: { employedBy: acme, formerPosts: [cio] }
  Wilhelmina Pflug: { background: technical }
posts:
  ceo: { heldBy: Brunhilde Ottokar, reportsTo: board, notes: Brunhilde leaves soon }
  cio: { heldBy: [Zebediah Quux, Wilhelmina Pflug], reportsTo: ceo, deputy: Ferdinand Klops }
  ciso: { heldBy: Zebediah Quux, reportsTo: cio }
  it-manager: { heldBy: Wilhelmina Pflug, reportsTo: cio, title: Assistant to Brunhilde Ottokar }
  dpo: { heldBy: vacant, reportsTo: ceo, unit: annex }
units: { annex: { name: Ottokar Annex, kind: site } }
providers:
  acme: { name: Acme and Klops, services: [helpdesk, ciso, the Knut service], overseenBy: Ferdinand Klops }
committees:
  it-steering: { chair: Zebediah Quux, members: [Brunhilde Ottokar, Ferdinand Klops] }
teams:
  desk: { headedBy: Ferdinand Klops, members: [Gisbert Knut] }
activities:
  it-strategy: { accountable: Zebediah Quux, responsible: [Ferdinand Klops], consulted: [Gisbert Knut] }
  change-build: { responsible: [Wilhelmina Pflug] }
  change-approve: { responsible: [Wilhelmina Pflug], accountable: Zebediah Quux }
  change-deploy: { responsible: [Wilhelmina Pflug], accountable: Zebediah Quux }
`;
const people = [
  "Zebediah Quux",
  "Yolanda Xerxes",
  "Wilhelmina Pflug",
  "Brunhilde Ottokar",
  "Ferdinand Klops",
  "Gisbert Knut",
];
/** Each word of them, folded: none may be left where names are left out. */
export const wordsOfNames = people.flatMap((name) => name.split(" ")).map(foldText);

/** All that a file holds as text, its parts unpacked. */
export function textIn(path: string): string {
  const bytes = readFileSync(path);
  if (!path.endsWith("x")) return bytes.toString("utf8");
  return Object.entries(unzipSync(bytes))
    .map(([name, content]) => `${name} ${strFromU8(content)}`)
    .join("\n");
}
