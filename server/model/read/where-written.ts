import type { Change, Fix } from "../words/change.ts";
import { isInside, type Place } from "../words/place.ts";
import type { Problem } from "../words/problem.ts";
import { full, spoken } from "../words/words.ts";
import type { SourceMap } from "../yaml/source-map.ts";
import { isRepeat, type Piece } from "../yaml/written.ts";

/** Finding out where a borrowed text stands walks the file, and more than this nobody corrects one by one. */
const maxMoved = 200;

/**
 * What an alias or a merge key repeats is read at every place that repeats it, but it is written once: its problem is
 * reported once, at the first of these places, and mended where it is written.
 */
export function whereWritten(problems: readonly Problem[], map: SourceMap): Problem[] {
  const seen = new Set<string>();
  const kept: Problem[] = [];
  let moved = 0;
  for (const problem of problems) {
    const span = problem.span ?? map.span(problem.at, problem.part);
    const key = `${problem.kind} ${span.start} ${span.end} ${spoken(problem.says, full)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (!problem.fixes || !firstBorrowed(problem.at, map)) kept.push(problem);
    else if (moved++ >= maxMoved) kept.push({ ...problem, fixes: [] });
    else kept.push({ ...problem, fixes: problem.fixes.map((fix) => movedHome(fix, problem.at, map)) });
  }
  return kept;
}

function movedHome(fix: Fix, at: Place, map: SourceMap): Fix {
  const home = homeOf(at, map);
  const changes = fix.changes.map(
    (change): Change =>
      isInside(change.at, at) ? { ...change, at: [...home, ...change.at.slice(at.length)] } : change,
  );
  return { ...fix, changes };
}

/** The place where a text is written that aliases and merge keys lead to from another. */
function homeOf(at: Place, map: SourceMap): Place {
  let place = at;
  // What an alias repeats may contain aliases, each further up in the text than the one before.
  for (let steps = 0; steps < 20; steps++) {
    const borrowed = firstBorrowed(place, map);
    const home = borrowed && map.placeOf(borrowed.piece);
    if (!borrowed || !home) break;
    place = [...home, ...place.slice(borrowed.length)];
  }
  return place;
}

/** The first step of a place that an alias or a merge key takes elsewhere, and what is written there. */
function firstBorrowed(place: Place, map: SourceMap): { length: number; piece: Piece } | undefined {
  for (let length = 1; length <= place.length; length++) {
    const written = map.find(place.slice(0, length));
    if (!written) return undefined;
    if (written.merged && written.entry?.keyPiece) return { length, piece: written.entry.keyPiece };
    if (isRepeat(written.raw) && written.value) return { length, piece: written.value };
  }
  return undefined;
}
