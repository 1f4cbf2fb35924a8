import { isDeviceName } from "../../base/file-names.ts";
import { plainLetters } from "../../base/spelling.ts";
import type { Format } from "../../knowledge/format.ts";
import { isReservedWord } from "../words/values.ts";
import { renderInline } from "./render.ts";

/** What is known of a client before the first line is written. All but the name may be left open. */
export interface FirstAnswers {
  readonly name: string;
  /** A number or a range, such as `85` or `50-250`. */
  readonly headcount?: string;
  /** An id of the sector catalogue. */
  readonly sector?: string;
  readonly leader?: Leader;
  /** Whoever is in the leader's post. */
  readonly holder?: string;
}

/** Who answers for IT: a post, a provider's virtual CIO, or nobody. */
export type Leader = "cio" | "it-director" | "it-manager" | "cto-internal" | "vcio" | "nobody";

export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly title: string;
  readonly description: string;
}

/** Who may answer for IT, as a list to choose from. */
export const leaderChoices: readonly Choice<Leader>[] = [
  { id: "it-manager", title: "An IT manager", description: "runs the systems day by day" },
  { id: "it-director", title: "An IT director", description: "plans and leads the IT department" },
  { id: "cio", title: "A CIO", description: "is an executive and settles what IT is for" },
  { id: "cto-internal", title: "A CTO who runs internal IT", description: "has the title of the product side" },
  { id: "vcio", title: "An outside adviser (vCIO)", description: "a provider does it; nobody inside" },
  { id: "nobody", title: "Nobody", description: "it was asked, and no post leads IT" },
];

export const sectorChoices = (format: Format): readonly Choice[] =>
  [...format.catalogue("sector").values()].map(({ id, title, description }) => ({ id, title, description }));

/** `Pinecrest Dental Group` is kept in `pinecrest-dental-group.itorg.yaml`. */
export function fileNameFor(name: string): string {
  const words = plainLetters(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const short = words.slice(0, 60).replace(/-+$/, "") || "organization";
  return `${isDeviceName(short) ? `${short}-organization` : short}.itorg.yaml`;
}

/**
 * The first twenty lines about a client: what is known, and `not-asked` in every place that the first interviews should
 * fill. It adds nothing to the answers, so that it has questions and no finding beyond them. `today` is the date as YYYY-MM-DD.
 */
export function newOrganization(answers: FirstAnswers, today: string): string {
  const { name, headcount, sector } = answers;
  return `# Write over not-asked what you are told; none where there is none. What stays not-asked stays a question.
itorg: 1
asOf: ${today}
organization:
  name: ${text(name)}
  headcount: ${headcount || "not-asked"}
  itHeadcount: not-asked
  sector: ${sector || "not-asked"}
  jurisdictions: not-asked    # where it works, such as [US-OH] or [DE, EU]
interviews: not-asked         # with whom you talked, and when
posts:
  ceo: { heldBy: not-asked, reportsTo: not-asked }
${postsFor(answers)}  ciso: not-asked             # who answers for security, in which post?
providers:${providersFor(answers)}
committees: not-asked         # those that deal with IT or security
activities:
  security: { accountable: not-asked }
  it-budget: { accountable: not-asked }
  incident-response: { responsible: not-asked, accountable: not-asked, deputy: not-asked }
`;
}

const text = (value: string): string =>
  isReservedWord(value.trim()) ? JSON.stringify(value.trim()) : renderInline(value.trim());

function postsFor({ leader, holder }: FirstAnswers): string {
  const who = holder?.trim() ? text(holder) : "not-asked";
  switch (leader) {
    case undefined:
    case "vcio":
      return "  it-manager: not-asked       # who leads IT, in which post?\n";
    case "nobody":
      return "  cio: none\n  it-director: none\n  it-manager: none\n  cto: none\n  cto-internal: none\n";
    default:
      return `  ${leader}: { heldBy: ${who}, reportsTo: not-asked, deputy: not-asked }\n`;
  }
}

/** The adviser's own name is the provider's, since nobody else has been named yet. */
function providersFor({ leader, holder }: FirstAnswers): string {
  if (leader !== "vcio") return " not-asked          # outside firms that run IT or advise on it";
  const name = holder?.trim() ? `name: ${text(holder)}, ` : "";
  return `\n  adviser: { ${name}services: [vcio], levels: not-asked, overseenBy: not-asked }`;
}
