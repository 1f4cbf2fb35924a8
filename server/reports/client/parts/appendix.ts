import { clean } from "../../../base/clean.ts";
import type { Block, Inline, Row } from "../../../base/document.ts";
import { notesOnConfig } from "../../../firm/config.ts";
import type { Disagreement, RoleDefinition, Said as SaidOfRole } from "../../../knowledge/roles.ts";
import { isVendor } from "../../../knowledge/sources.ts";
import { regimesInForce } from "../../../model/org/in-force.ts";
import { roleOf } from "../../../model/org/org.ts";
import { itemsOf } from "../../../model/words/fact.ts";
import { notLegalAdvice } from "../../pages/page.ts";
import { type Said, severityWords } from "../said.ts";

/** What the sources say of the roles in use, who they are, the laws declared, what does not run, how to read it. */
export function appendix(said: Said): Block[] {
  return [
    { is: "heading", text: "How to read this report" },
    { is: "list", items: howToRead },
    ...laws(said),
    ...roles(said),
    ...sources(said),
    ...whatDoesNotRun(said),
  ];
}

const howToRead: readonly Inline[] = [
  [
    { text: `${severityWords.error}: `, strong: true },
    { text: "it appears to contradict an obligation that the organization has declared." },
  ],
  [
    { text: `${severityWords.warning}: `, strong: true },
    { text: "a conflict or a gap that the sources named warn of." },
  ],
  [
    { text: `${severityWords.info}: `, strong: true },
    { text: "it may be right as it is; somebody should have decided so." },
  ],
  "What nobody has asked is never held against the organization: it is a question, and stands under open questions.",
  "A vendor is a source that sells what it recommends. Where sources disagree, both sides are named.",
];

function laws(said: Said): Block[] {
  const { org } = said;
  const declared = regimesInForce(org);
  if (declared.length === 0)
    return [
      { is: "heading", text: "Laws and standards" },
      { is: "paragraph", text: "The file declares no law or standard, so nothing was held against one." },
    ];
  const rows = declared.map(({ id, name, short, edition, checked }): Row => {
    const regime = org.data.regimes.get(id);
    const as = regime ? itemsOf(regime.as) : [];
    const state = `${regime?.state === "planned" ? "planned" : "applies"}${as.length === 0 ? "" : ` (${as.join(", ")})`}${regime?.written === false ? ", as the firm assumes" : ""}`;
    const text = checked === undefined ? edition : `${edition}; text as of ${checked}`;
    return {
      cells: [`${name === short ? name : `${name} (${short})`}`, state, text].map((one) => ({ text: clean(one) })),
    };
  });
  const columns = [
    { title: "Law or standard", width: 40 },
    { title: "Declared", width: 20 },
    { title: "Edition", width: 40 },
  ];
  return [
    { is: "heading", text: "Laws and standards" },
    { is: "table", about: "The laws and standards that the file declares", columns, rows },
    { is: "paragraph", text: notLegalAdvice, look: "note" },
  ];
}

/** Each role that a post of the file has, in the order of the catalogue. */
function roles(said: Said): Block[] {
  const { org } = said;
  const used = new Set(org.allPosts.flatMap((post) => roleOf(post) ?? []));
  const defined = [...org.knowledge.roles.definitions.values()].filter(({ id }) => used.has(id));
  if (defined.length === 0) return [];
  return [{ is: "heading", text: "The roles in use" }, ...defined.flatMap((role) => roleBlocks(said, role))];
}

function roleBlocks(said: Said, role: RoleDefinition): Block[] {
  const name = role.name === role.short ? role.name : `${role.name} (${role.short})`;
  const items = [
    ...role.agreement.map(
      (entry): Inline => [{ text: "The sources agree: ", strong: true }, { text: by(said, entry) }],
    ),
    ...role.disagreement.map(
      (one): Inline => [{ text: "They disagree: ", strong: true }, { text: disagreement(said, one) }],
    ),
  ];
  return [
    { is: "paragraph", text: [{ text: `${name}. `, strong: true }, { text: clean(role.purpose) }] },
    ...(items.length === 0 ? [] : [{ is: "list" as const, items }]),
  ];
}

const disagreement = (said: Said, { question, positions }: Disagreement): string =>
  clean(`${question} ${positions.map((position) => by(said, position)).join(" ")}`);

/** "Security reports outside of IT (Mindfield, a vendor)." */
function by(said: Said, { says, claims, provisions = [], ours }: SaidOfRole): string {
  const who = said.org.knowledge.evidence.shortSpeakers([...provisions, ...claims]).join("; ");
  const named = ours ? `our conclusion${who === "" ? "" : `, from ${who}`}` : who;
  return clean(named === "" ? says : `${says.replace(/\.$/, "")} (${named}).`);
}

/** The articles that a finding or a role of this report rests on, with what their publishers sell. */
function sources(said: Said): Block[] {
  const { evidence } = said.org.knowledge;
  const rows = [...evidence.sources.values()].map((source): Row => {
    const cells = [
      `${source.short}: ${source.title}`,
      `${source.author}, ${source.date}`,
      `${isVendor(source) ? "A vendor. " : ""}${source.interest}`,
    ];
    return { cells: cells.map((text) => ({ text: clean(text) })) };
  });
  const columns = [
    { title: "Article", width: 38 },
    { title: "Author and date", width: 24 },
    { title: "Interest", width: 38 },
  ];
  return [
    { is: "heading", text: "Who is quoted, and what they sell" },
    { is: "table", about: "The articles that the checks rest on, and their publishers' interests", columns, rows },
  ];
}

function whatDoesNotRun({ analysis }: Said): Block[] {
  const notes = notesOnConfig(analysis.config).map(clean);
  const unread = analysis.faults.map(({ rule }) => `The check ${rule} failed, which is a fault of the program.`);
  const all = [...notes, ...unread];
  return all.length === 0
    ? []
    : [
        { is: "heading", text: "What was not checked" },
        { is: "list", items: all },
      ];
}
