import { blocks, code, escaped, link, list } from "../../base/markdown.ts";
import { catalogue } from "../../knowledge/format.ts";
import { type Claim, claims, isVendor, knownVoices, type Source, sources, standards } from "../../knowledge/sources.ts";
import { rules } from "../../rules/index.ts";
import { claimUses } from "./claim-uses.ts";
import { type Address, linked, pageOf, statusNotes } from "./page.ts";

/** An article with all its claims, as Markdown. */
export function sourcePage(source: Source, address: Address): string {
  const own = [...claims.values()].filter((claim) => claim.source === source);
  return blocks(
    `# ${escaped(source.title)}`,
    about(source),
    "The claims are told in our own words; read the article for its own.",
    "## Claims",
    ...own.flatMap((claim) => [`### ${claim.id}`, claimText(claim, address)]),
  ).concat("\n");
}

/** One claim, with the article that makes it and who rests on it. */
export function claimPage(claim: Claim, address: Address): string {
  const { source } = claim;
  const title = link(`*${escaped(source.title)}*`, address({ kind: "sources", id: source.id }));
  const by = `${escaped(source.author)}, ${title} (${source.id}), ${dated(source)}.`;
  const interest = isVendor(source) ? `A vendor's article. ${escaped(source.interest)}` : "";
  return blocks(`# ${claim.id}`, claimText(claim, address), by, interest).concat("\n");
}

/** The authorities that are neither articles nor provisions of a regime. */
export function standardsPage(address: Address): string {
  return blocks(
    "# Standards and guides",
    "They explain a rule and raise nothing, so that a file need not declare them.",
    ...[...standards.keys()].flatMap((id) => [`## ${id}`, standardText(id, address)]),
  ).concat("\n");
}

export const standardPage = (id: string, address: Address): string =>
  blocks(`# ${escaped(standards.get(id)?.short ?? id)}`, standardText(id, address)).concat("\n");

/** All articles, as the front page of their folder. */
export function sourcesIndex(address: Address): string {
  const line = (source: Source) =>
    `${link(source.id, address({ kind: "sources", id: source.id }))}: ${escaped(source.author)}, *${escaped(source.title)}*, ${dated(source)}. ${escaped(source.interest)}`;
  const standardsLink = link("Standards and guides", address({ kind: "sources", id: "standards" }));
  return blocks(
    "# The sources",
    list([
      ...[...sources.values()].map(line),
      `${standardsLink}: authorities that a rule names and no file need declare.`,
    ]),
    "## Who counts as one voice",
    "Where it matters how many say something, an article counts once, and each of its readers once. Besides:",
    list([...knownVoices.values()].map((voice) => `${spokenBy(voice.id, address)}: ${escaped(voice.says)}`)),
  ).concat("\n");
}

/** The claims of a voice, as far as an article prints them first. */
function spokenBy(voice: string, address: Address): string {
  const own = [...claims.values()].filter((claim) => claim.voice === voice && claim.sameAs === undefined);
  return own.map(({ id }) => linked(id, id, address)).join(", ");
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

function claimText(claim: Claim, address: Address): string {
  const subjects = claim.about.map((id) => escaped(catalogue("role").get(id)?.title ?? id)).join(", ");
  const status = statusNotes[claim.status];
  const same = claim.sameAs;
  const voice = claim.voice ? knownVoices.get(claim.voice)?.says : undefined;
  return blocks(
    `${escaped(claim.says)}${status ? ` (${status})` : ""}`,
    list([
      `About: ${subjects}; ${escaped(claim.attribute)}`,
      ...(same ? [`Printed before as ${link(same, address(pageOf(same) ?? { kind: "sources", id: same }))}`] : []),
      ...(voice ? [`One voice with others. ${escaped(voice)}`] : []),
      ...usedBy(claim.id, address),
      ...saidBy(claim.id, address),
      ...(claim.unused ? [`Nothing in itorg rests on it. ${escaped(claim.unused)}`] : []),
    ]),
  );
}

/** The roles whose definitions cite a claim, and the words of the format that come from it. */
function saidBy(id: string, address: Address): string[] {
  const of = (kind: string) => [
    ...new Set((claimUses.get(id) ?? []).filter((use) => use.in === kind).map((use) => use.id)),
  ];
  const roles = of("role").map((role) => link(code(role), address({ kind: "roles", id: role })));
  const words = of("format").map(escaped);
  return [
    ...(roles.length > 0 ? [`Roles that cite it: ${roles.join(", ")}`] : []),
    ...(words.length > 0 ? [`In the format: ${words.join(", ")}`] : []),
  ];
}

function standardText(id: string, address: Address): string {
  const { title, publisher, date, says, note } = standards.get(id)!;
  return blocks(
    `**${escaped(title)}**`,
    escaped(says),
    list([
      ...(publisher === "none" ? [] : [`Publisher: ${escaped(publisher)}; date: ${escaped(date)}`]),
      ...(note ? [`Note: ${escaped(note)}`] : []),
      ...usedBy(id, address),
    ]),
  );
}

/** The rules that rest on it, and those that it speaks against. */
function usedBy(id: string, address: Address): string[] {
  const names = (found: typeof rules) =>
    found.map((rule) => link(code(rule.id), address({ kind: "rules", id: rule.id }))).join(", ");
  const resting = rules.filter((rule) => rule.rests.includes(id));
  const contested = rules.filter((rule) => rule.contested?.includes(id));
  return [
    ...(resting.length > 0 ? [`Rules that rest on it: ${names(resting)}`] : []),
    ...(contested.length > 0 ? [`Rules that it speaks against: ${names(contested)}`] : []),
  ];
}

const dated = (source: Source): string => (source.date === "none stated" ? "undated" : escaped(source.date));
