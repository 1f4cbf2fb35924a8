import type { Analysis } from "../../analysis/check.ts";
import type { Finding } from "../../analysis/finding.ts";
import { type FitRow, roleFitOf, type ShownFit } from "../../analysis/role-fit.ts";
import { printable } from "../../base/columns.ts";
import { blocks, code, escaped, list } from "../../base/markdown.ts";
import type { Post } from "../../model/org/entities.ts";
import { postName } from "../../model/org/names.ts";
import { isInside, type Place, placeToString } from "../../model/words/place.ts";
import { full, spoken } from "../../model/words/words.ts";
import { cite, type Library, libraryOf, severityTitles } from "./page.ts";

/**
 * What a file says at a place and what is found there, as Markdown; of a post also how it fits the roles that the
 * sources define. Undefined where the file writes nothing there and nothing is found, asked or referred to.
 */
export function placePage(path: string, analysis: Analysis, place: Place): string | undefined {
  const { org, map, text } = analysis.document;
  const post = place.length === 2 && place[0] === "posts" ? org.data.posts.get(String(place[1])) : undefined;
  const findings = analysis.findings.filter((finding) => concerns(finding, place));
  const questions = analysis.questions.filter(({ at }) => isInside(at, place));
  const isWritten = map.find(place) !== undefined;
  if (!isWritten && !post && findings.length + questions.length === 0) return undefined;
  const line = text.positionAt(map.span(place, "key").start).line + 1;
  return blocks(
    `# ${post ? escaped(spoken(postName(post), full)) : code(placeToString(place))}`,
    isWritten
      ? `${code(placeToString(place))}, ${escaped(path)} line ${line}`
      : `${code(placeToString(place))}: the file writes nothing there.`,
    isWritten ? fenced(analysis, place) : "",
    section("What is found", list(findings.map(findingLine)) || "Nothing."),
    section("What is open", list(questions.map(({ question }) => escaped(spoken(question, full))))),
    post ? roleFit(analysis, post) : "",
  ).concat("\n");
}

function concerns({ at, related }: Finding, place: Place): boolean {
  return isInside(at, place) || related.some((one) => isInside(one.at, place));
}

function section(title: string, ...parts: readonly string[]): string {
  const body = blocks(...parts);
  return body === "" ? "" : `## ${title}\n\n${body}`;
}

/** The entry as it stands in the file, from its key to its end. */
function fenced({ document: { map, text } }: Analysis, place: Place): string {
  const { start } = map.span(place, "key");
  const { end } = map.span(place, "value");
  const first = text.positionAt(start).line;
  const last = text.positionAt(Math.max(start, end - 1)).line;
  const lines = Array.from({ length: Math.min(last - first + 1, maxLines) }, (_, i) => printable(text.line(first + i)));
  const more = last - first + 1 > maxLines ? ["..."] : [];
  return ["```yaml", ...lines, ...more, "```"].join("\n");
}

/** A whole section would bury what is said about it. */
const maxLines = 40;

function findingLine({ rule, severity, message, at, accepted }: Finding): string {
  const covered = accepted ? `, accepted by ${escaped(spoken(accepted.approvedBy, full))}` : "";
  return `${severityTitles[severity]} ${code(rule)} at ${code(placeToString(at))}${covered}: ${escaped(spoken(message, full))}`;
}

function roleFit({ document: { org }, config }: Analysis, post: Post): string {
  // On a terminal, which follows no links.
  const library = libraryOf(config, () => undefined);
  const fits = roleFitOf(org, post);
  if (!fits) return "";
  return section(
    "Which role its facts describe",
    "The best fit first. What the sources dispute is shown and does not count.",
    ...fits.flatMap((fit) => [`### ${headingOf(fit, library)}`, list(fit.rows.map((row) => rowLine(row, library)))]),
  );
}

function headingOf({ role, isOwn, met, contradicted, unknown }: ShownFit, { knowledge }: Library): string {
  const name = `${escaped(knowledge.roles.nameOf(role))}${isOwn ? " (its role)" : ""}`;
  return `${name}: ${met} met, ${contradicted} contradicted, ${unknown} not known`;
}

/** A line for each row of the table, since a table of this width would break on a terminal. */
function rowLine(row: FitRow, library: Library): string {
  const { what, declared, expected, result, isWeighed, sources, ours, against } = row;
  const word = isWeighed ? (result === "unknown" ? "not known" : result) : "disputed";
  const others = cite(against, library);
  const who = cite(sources, library);
  const said = `${ours ? `our conclusion, from ${who}` : who}${others && `; against: ${others}`}`;
  return `${word}: ${escaped(what)}. In this file: ${escaped(spoken(declared ?? "not known", full))}. By definition: ${escaped(expected)}. (${said})`;
}
