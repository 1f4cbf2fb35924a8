/** Puts an item with the others of its key. */
export function addTo<Key, Item>(groups: Map<Key, Item[]>, key: Key, item: Item): void {
  const group = groups.get(key);
  if (group) group.push(item);
  else groups.set(key, [item]);
}

/** Items by key, each group in the order of the items; an item without a key is left out. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key | undefined): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) addTo(groups, key, item);
  }
  return groups;
}

/** Of several items with one key the first, in the order of the items. */
export function oncePer<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Item[] {
  const seen = new Set<Key>();
  return [...items].filter((item) => {
    const key = keyOf(item);
    return !seen.has(key) && seen.add(key);
  });
}
