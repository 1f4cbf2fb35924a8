/**
 * Examples mark what is found in them: a line of `#`, blanks, carets and a note marks those columns of the line above.
 * The note is `💡 severity: rule-id`, with 💡 where a fix is offered. Carets directly behind the `#` mark from the `#`
 * itself. Marker lines are taken out before the text is checked or shown.
 */
export interface Fixture {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Columns `start` to `end` of a line (from 0) of the text without its marker lines. */
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
