import type { Analysis } from "../../server/analysis/check.ts";
import type { Finding } from "../../server/analysis/finding.ts";
import type { SoundFact } from "../../server/analysis/sound.ts";
import type { Mark } from "../../server/base/marks.ts";
import type { Text } from "../../server/base/text.ts";

export { type Fixture, type Mark, readFixture } from "../../server/base/marks.ts";

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

/** The same for what is sound: `sound: rule-id`. */
export const soundMarksOf = (text: Text, { document }: Analysis, sound: readonly SoundFact[]): Mark[] =>
  sound.map(({ rule, at }) => {
    const span = document.map.span(at);
    const start = text.positionAt(span.start);
    const end = text.positionAt(span.end);
    return { line: start.line, start: start.character, end: end.character, note: `sound: ${rule}` };
  });

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
