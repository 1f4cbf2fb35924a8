import { blocks, code, escaped, link, list } from "../../base/markdown.ts";
import { type Claim, isVendor, type Source } from "../../knowledge/sources.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Library, linked, pageOf, statusNotes } from "./page.ts";

/** An article with all its claims, as Markdown. */
export function sourcePage(source: Source, library: Library): string {
  const own = [...library.knowledge.evidence.claims.values()].filter((claim) => claim.source === source);
  return blocks(
    `# ${escaped(source.title)}`,
    about(source),
    "The claims are told in our own words; read the article for its own.",
    "## Claims",
    ...own.flatMap((claim) => [`### ${claim.id}`, claimText(claim, library)]),
  ).concat("\n");
}

/** One claim, with the article that makes it and who rests on it. */
export function claimPage(claim: Claim, library: Library): string {
  const { source } = claim;
  const title = link(`*${escaped(source.title)}*`, library.address({ kind: "sources", id: source.id }));
  const by = `${escaped(source.author)}, ${title} (${source.id}), ${dated(source)}.`;
  const interest = isVendor(source) ? `A vendor's article. ${escaped(source.interest)}` : "";
  return blocks(`# ${claim.id}`, claimText(claim, library), by, interest).concat("\n");
}

/** The authorities that are neither articles nor provisions of a regime. */
export function standardsPage(library: Library): string {
  return blocks(
    "# Standards and guides",
    "They explain a rule and raise nothing, so that a file need not declare them.",
    ...[...library.knowledge.evidence.standards.keys()].flatMap((id) => [`## ${id}`, standardText(id, library)]),
  ).concat("\n");
}

export const standardPage = (id: string, library: Library): string =>
  blocks(`# ${escaped(library.knowledge.evidence.standards.get(id)?.short ?? id)}`, standardText(id, library)).concat(
    "\n",
  );

/** All articles, as the front page of their folder. */
export function sourcesIndex(library: Library): string {
  const line = (source: Source) =>
    `${link(source.id, library.address({ kind: "sources", id: source.id }))}: ${escaped(source.author)}, *${escaped(source.title)}*, ${dated(source)}. ${escaped(source.interest)}`;
  const standardsLink = link("Standards and guides", library.address({ kind: "sources", id: "standards" }));
  return blocks(
    "# The sources",
    list([
      ...[...library.knowledge.evidence.sources.values()].map(line),
      `${standardsLink}: authorities that a rule names and no file need declare.`,
    ]),
    "## Who counts as one voice",
    "Where it matters how many say something, an article counts once, and each of its readers once. Besides:",
    list(
      [...library.knowledge.evidence.voices.values()].map(
        (voice) => `${spokenBy(voice.id, library)}: ${escaped(voice.says)}`,
      ),
    ),
  ).concat("\n");
}

/** The claims of a voice, as far as an article prints them first. */
function spokenBy(voice: string, library: Library): string {
  const { claims } = library.knowledge.evidence;
  const own = [...claims.values()].filter((claim) => claim.voice === voice && claim.sameAs === undefined);
  return own.map(({ id }) => linked(id, id, library)).join(", ");
}

function about(source: Source): string {
  const sells = source.sellsRemedy ? " **It sells what it recommends.**" : "";
  return list([
    `Author: ${escaped(source.author)}`,
    `Publisher: ${escaped(source.publisher)}`,
    `Date: ${escaped(source.date)}`,
    `Kind: ${escaped(source.kind)}`,
    `Interest: ${escaped(source.interest)}${sells}`,
    `Note: ${escaped(source.note)}`,
  ]);
}

function claimText(claim: Claim, library: Library): string {
  const subjects = claim.about.map((id) => escaped(library.knowledge.roles.nameOf(id))).join(", ");
  const status = statusNotes[claim.status];
  const same = claim.sameAs;
  const voice = claim.voice ? library.knowledge.evidence.voices.get(claim.voice)?.says : undefined;
  return blocks(
    `${escaped(claim.says)}${status ? ` (${status})` : ""}`,
    list([
      `About: ${subjects}; ${escaped(claim.attribute)}`,
      ...(claim.strength === "always"
        ? []
        : [`Said with ${claim.strength === "may" ? '"may" or "can"' : `"${claim.strength}"`}, and not of every case`]),
      ...(claim.signed ? [`Signed for ${escaped(claim.signed)}`] : []),
      ...(same
        ? [
            `Printed before as ${link(same, library.address(pageOf(same, library.knowledge) ?? { kind: "sources", id: same }))}`,
          ]
        : []),
      ...(voice ? [`One voice with others. ${escaped(voice)}`] : []),
      ...usedBy(claim.id, library),
      ...saidBy(claim.id, library),
      ...(claim.unused ? [`Nothing in itorg rests on it. ${escaped(claim.unused)}`] : []),
    ]),
  );
}

/** The roles whose definitions cite a claim, and the words of the format that come from it. */
function saidBy(id: string, library: Library): string[] {
  const of = (kind: string) => [
    ...new Set(
      library
        .usesOf(id)
        .filter((use) => use.in === kind)
        .map((use) => use.id),
    ),
  ];
  const roles = of("role").map((role) => link(code(role), library.address({ kind: "roles", id: role })));
  const words = of("format").map(escaped);
  return [
    ...(roles.length > 0 ? [`Roles that cite it: ${roles.join(", ")}`] : []),
    ...(words.length > 0 ? [`In the format: ${words.join(", ")}`] : []),
  ];
}

function standardText(id: string, library: Library): string {
  const { title, publisher, date, says, note } = library.knowledge.evidence.standards.get(id)!;
  return blocks(
    `**${escaped(title)}**`,
    escaped(says),
    list([
      ...(publisher === "none" ? [] : [`Publisher: ${escaped(publisher)}; date: ${escaped(date)}`]),
      ...(note ? [`Note: ${escaped(note)}`] : []),
      ...usedBy(id, library),
    ]),
  );
}

/** The rules that rest on it, and those that it speaks against. */
function usedBy(id: string, library: Library): string[] {
  const names = (found: readonly Rule[]) =>
    found.map((rule) => link(code(rule.id), library.address({ kind: "rules", id: rule.id }))).join(", ");
  const resting = library.rules.filter((rule) => rule.rests.includes(id));
  const contested = library.rules.filter((rule) => rule.contested?.includes(id));
  return [
    ...(resting.length > 0 ? [`Rules that rest on it: ${names(resting)}`] : []),
    ...(contested.length > 0 ? [`Rules that it speaks against: ${names(contested)}`] : []),
  ];
}

const dated = (source: Source): string => (source.date === "none stated" ? "undated" : escaped(source.date));
