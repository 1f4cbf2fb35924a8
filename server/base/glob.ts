/**
 * Whether a path (relative, with forward slashes) is one that a pattern names. `*` stands for any part of a name, `?`
 * for one character, `**` for any folders. A pattern without a slash names files and folders at any depth; a slash at
 * its end means nothing. Takes time in proportion to both lengths: whoever writes a pattern cannot stall the search.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern
    .trim()
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  if (parts.length === 0) return false;
  const isAnyDepth = !pattern.trim().replace(/\/+$/, "").includes("/");
  const wanted = isAnyDepth ? ["**", ...parts] : parts;
  return matches(wanted, path.split("/"), matchesName, "**");
}

const matchesName = (pattern: string, name: string): boolean =>
  matches([...pattern], [...name], (one, character) => one === "?" || one === character, "*");

/** Matches a sequence against a pattern in which `many` stands for any run, going back no further than the last one. */
function matches<Item>(
  pattern: readonly string[],
  items: readonly Item[],
  isMatch: (one: string, item: Item) => boolean,
  many: string,
): boolean {
  let p = 0;
  let i = 0;
  let last: { readonly p: number; i: number } | undefined;
  while (i < items.length) {
    if (pattern[p] === many) last = { p: p++, i };
    else if (p < pattern.length && isMatch(pattern[p]!, items[i]!)) {
      p++;
      i++;
    } else if (last) {
      p = last.p + 1;
      i = ++last.i;
    } else return false;
  }
  while (pattern[p] === many) p++;
  return p === pattern.length;
}
