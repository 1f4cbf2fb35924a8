import type { Finding } from "../server/analysis/finding.ts";
import type { Text } from "../server/base/text.ts";

/**
 * Fixtures: a line of `#`, blanks, carets and a note marks those columns of the line above it. The note is
 * `💡 severity: rule-id`, with 💡 where a fix is offered. Carets directly behind the `#` mark from the `#` itself.
 * Marker lines are taken out before the text is checked.
 */
export interface Fixture {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly note: string;
}

const marker = /^(\s*)#( *)(\^+) +(\S.*)$/u;

export function readFixture(source: string): Fixture {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.replace(/^\n/, "").split("\n")) {
    const match = marker.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, indent = "", gap = "", carets = "", note = ""] = match;
    const hash = indent.length;
    const first = hash + 1 + gap.length;
    marks.push({
      line: lines.length - 1,
      start: gap === "" ? hash : first,
      end: first + carets.length,
      note: note.trim(),
    });
  }
  return { text: lines.join("\n"), marks };
}

/** What the findings of a text would look like as marks, to be compared and, on failure, to be drawn. */
export function marksOf(text: Text, findings: readonly Finding[]): Mark[] {
  return findings.map((finding) => {
    const start = text.positionAt(finding.span.start);
    const end = text.positionAt(finding.span.end);
    const bulb = finding.fixes.length > 0 ? "💡 " : "";
    const accepted = finding.accepted ? "accepted " : "";
    const endCharacter = end.line === start.line ? end.character : text.line(start.line).length;
    return {
      line: start.line,
      start: start.character,
      end: endCharacter,
      note: `${bulb}${accepted}${finding.severity}: ${finding.rule}`,
    };
  });
}

/** The marks as sorted lines of text, so that a comparison shows what differs. */
export function listMarks(marks: readonly Mark[]): string[] {
  return marks.map((mark) => `${mark.line + 1}:${mark.start}-${mark.end} ${mark.note}`).sort();
}

/** The text with its marks drawn in, as a fixture would be written. */
export function drawMarks(content: string, marks: readonly Mark[]): string {
  const lines = content.split("\n");
  const drawn = lines.flatMap((line, number) => [
    line,
    ...marks
      .filter((mark) => mark.line === number)
      .map((mark) => {
        const carets = "^".repeat(Math.max(1, mark.end - mark.start));
        return mark.start === 0
          ? `#${carets.slice(1)} ${mark.note}`
          : `#${" ".repeat(mark.start - 1)}${carets} ${mark.note}`;
      }),
  ]);
  return drawn.join("\n");
}
