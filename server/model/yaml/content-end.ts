import { isMap, isScalar, isSeq, type Node, type Pair } from "yaml";

/** Where a node's own text ends: without the comments and blank lines that YAML counts to a block. */
export function contentEnd(node: Node, content: string): number {
  let current: Node = node;
  for (;;) {
    const isCollection = (isMap(current) || isSeq(current)) && !isClosed(current, node);
    if (!isCollection || !(isMap(current) || isSeq(current))) break;
    const last: unknown = current.items.at(-1);
    const next = isMap(current) ? endOfPair(last as Pair | undefined) : (last as Node | null | undefined);
    if (!next?.range) break;
    current = next;
  }
  const [start, valueEnd] = current.range ?? [0, 0, 0];
  if (isScalar(current) && (current.type === "BLOCK_LITERAL" || current.type === "BLOCK_FOLDED")) {
    return start + content.slice(start, valueEnd).trimEnd().length;
  }
  if (isScalar(current) && current.value === null && start === valueEnd) return start;
  // A key without a value ends behind its colon.
  const colon = isKeyOfEmptyPair(current, node) ? /^\s*:/.exec(content.slice(valueEnd))?.[0].length : 0;
  return valueEnd + (colon ?? 0);
}

/** Inside the collection asked about everything is open; a nested `[ ]` or `{ }` ends at its own bracket. */
const isClosed = (current: Node, asked: Node): boolean =>
  current !== asked && (isMap(current) || isSeq(current)) && current.flow === true;

function endOfPair(pair: Pair | undefined): Node | null | undefined {
  const value = pair?.value as Node | null | undefined;
  const isEmpty = !value?.range || (isScalar(value) && value.value === null && value.range[0] === value.range[1]);
  return isEmpty ? (pair?.key as Node | null | undefined) : value;
}

function isKeyOfEmptyPair(node: Node, root: Node): boolean {
  let current: Node | null | undefined = root;
  while (isMap(current) || isSeq(current)) {
    const last: unknown = current.items.at(-1);
    if (isMap(current)) {
      const pair = last as Pair | undefined;
      if (pair?.key === node) return true;
      current = pair?.value as Node | null | undefined;
    } else current = last as Node | null | undefined;
  }
  return false;
}
