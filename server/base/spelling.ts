/**
 * The number of single-character edits (insert, delete, replace, swap of neighbours) between two words,
 * or `limit + 1` as soon as it is certain to be more. Optimal string alignment distance.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforePrevious[j - 2]! + 1);
      }
      current.push(distance);
      best = Math.min(best, distance);
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}

/**
 * The candidates nearest to a misspelt word, nearest first, within `limit` edits. Short words allow fewer
 * edits, because two edits turn any three-letter word into any other. A word that merely differs in case is nearest.
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 2): string[] {
  const folded = word.toLowerCase();
  const allowed = Math.min(limit, folded.length <= 3 ? 1 : 2);
  const found: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    const distance = editDistance(folded, candidate.toLowerCase(), allowed);
    if (distance <= allowed && candidate !== word) found.push({ candidate, distance });
  }
  return found.sort((a, b) => a.distance - b.distance).map((entry) => entry.candidate);
}
