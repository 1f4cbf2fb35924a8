import fc from "fast-check";

/** `npm run test:long` tries everything; `npm test` so much that every kind of case has its turn. */
export const isLong = process.env["TEST_LONG"] === "1";

/** A number for the short run and one for the long: of runs, or of the least that must have been tried. */
export const runs = ({ short, long }: { readonly short: number; readonly long: number }): number =>
  isLong ? long : short;

/**
 * Every n-th of a list, in the order of the list, by kinds: of each kind at least one, and each kind begins elsewhere,
 * so that what is tried of one is not what is tried of all. The same at every run; all of the list in the long one.
 */
export function sampled<T>(items: readonly T[], every: number, kindOf: (item: T) => string = () => ""): T[] {
  if (isLong) return [...items];
  const kinds = new Map<string, number>();
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(kindOf(item), (sizes.get(kindOf(item)) ?? 0) + 1);
  const starts = new Map([...sizes].map(([kind, size], i) => [kind, i % Math.min(every, size)]));
  return items.filter((item) => {
    const kind = kindOf(item);
    const index = kinds.get(kind) ?? 0;
    kinds.set(kind, index + 1);
    return index % every === starts.get(kind);
  });
}

// A failure in a short run is the same in the next one; the long run looks at something else each time.
if (!isLong) fc.configureGlobal({ seed: 20261130 });

export { fc };
