import type { Alias, Node, Scalar, YAMLError, YAMLMap } from "yaml";
import { type CST, type Document, isAlias, isMap, isScalar, isSeq, Pair, Parser, visit } from "yaml";
import type { Span, Text } from "../../base/text.ts";
import { quoted, type Sayable, words } from "../words/words.ts";
import { composed, mayHaveOddKeys } from "./compose.ts";
import { maxBytes } from "./decode.ts";
import { recover, type Slip } from "./recover.ts";
import type { Repair } from "./repair.ts";
import { explainSyntaxError, isLeftOpen, isQuoteLeftOpen } from "./syntax-messages.ts";

/** Nothing a person writes nests deeper, and what nests deeper exhausts the stack of whoever reads it. */
const maxDepth = 100;
const maxProblems = 100;
/** Merge keys can multiply a small file into a huge one; no organization needs as many. */
const maxMergedEntries = 200_000;

/** A text as YAML 1.2: a tree (as much of it as can be read) and what is wrong with it. Never throws. */
export interface Syntax {
  readonly root: Node | null;
  readonly problems: readonly SyntaxProblem[];
  readonly content: string;
  /** Part of the text could not be read, so that what seems to be missing may stand there. */
  readonly damaged: boolean;
  /** The node that an alias stands for; any other node is itself. Undefined where the anchor does not exist. */
  resolve(node: Node | null | undefined): Node | undefined;
  /** The lines of which something could not be read. */
  readonly damage: readonly Span[];
  /** A mapping's entries in writing order, merge keys (`<<`) applied; the first of two equal keys counts. */
  entries(map: YAMLMap): ReadonlyMap<string, Keyed>;
  /** The text of a key, or of what a key repeats that is written `*name`. */
  keyOf(pair: Pair): string;
}

export interface SyntaxProblem {
  readonly span: Span;
  readonly message: Sayable;
  /** True for a problem of the file as a whole, which stands at the root. */
  readonly whole?: boolean;
  readonly repair?: Repair;
}

export interface Keyed {
  readonly key: string;
  readonly keyNode: Node;
  /** As written, so possibly an alias; null where no value is written. */
  readonly value: Node | null;
  readonly pair: Pair;
  /** The entry comes from another mapping through a merge key. */
  readonly merged: boolean;
}

/**
 * `begin`: how such a file begins, for the message about one that does not. `isUnfinished`: the text is about to be
 * written on, so that what is broken in it is no slip yet, and stands in the tree as far as the library gets.
 */
export function parseYaml(text: Text, begin = "itorg: 1", isUnfinished = false): Syntax {
  if (isTooLarge(text.content)) {
    return unreadable(text, "This file is larger than 10 MB and was not read. Split it: one file per organization.");
  }
  // YAML and editors take a carriage return alone for a line break; the library does not.
  const content = text.content.replace(/\r(?!\n)/g, "\n");
  const tokens = [...new Parser().parse(content)];
  const tooDeep = findTooDeep(tokens);
  if (tooDeep !== undefined) {
    return withoutTree({
      span: { start: tooDeep, end: Math.min(tooDeep + 1, content.length) },
      message: `Brackets or indentation nest deeper than ${maxDepth} levels here, so the file was not read any further.`,
    });
  }
  const documents = composed(tokens, content.length);
  const isBroken = !isUnfinished && ((documents[0]?.errors.length ?? 0) > 0 || mayHaveOddKeys(content));
  const recovered = documents.length <= 1 && isBroken ? recover(content) : undefined;
  if (!recovered) return new Tree(text, documents, begin);
  const { masked, slips } = recovered;
  return new Tree(text, composed(new Parser().parse(masked), masked.length), begin, slips);
}

/** A file of which nothing can be read, for a reason that concerns it as a whole. */
export const unreadable = (text: Text, message: string, span = firstLine(text)): Syntax =>
  withoutTree({ span, message, whole: true });

/** Counts bytes only where the length alone does not settle it: a UTF-16 unit takes one to three. */
function isTooLarge(content: string): boolean {
  if (content.length > maxBytes) return true;
  return content.length * 3 > maxBytes && new TextEncoder().encode(content).length > maxBytes;
}

class Tree implements Syntax {
  readonly root: Node | null;
  readonly problems: readonly SyntaxProblem[];
  readonly damaged: boolean;
  readonly damage: readonly Span[];
  readonly content: string;
  readonly #anchored = new Map<Alias, Node>();
  readonly #entries = new Map<YAMLMap, ReadonlyMap<string, Keyed>>();
  readonly #merging = new Set<YAMLMap>();
  #mergedEntries = 0;
  #tooManyMerged: YAMLMap | undefined;

  /** `slips`: what was blanked out before the text was read, so that the rest could be. */
  constructor(text: Text, documents: readonly Document[], begin: string, slips: readonly Slip[] = []) {
    const document = documents[0];
    this.content = text.content;
    this.root = (document?.contents as Node | null | undefined) ?? null;
    const problems: SyntaxProblem[] = [];
    const claimed = new Set<Node>();
    const errors = document?.errors ?? [];
    // An open quote swallows the brackets that would have been closed behind it.
    const hasOpenQuote = errors.some(isQuoteLeftOpen);
    const own = errors.filter((error) => !hasOpenQuote || isQuoteLeftOpen(error) || !isLeftOpen(error));
    const within = (span: Span): Span => {
      const end = Math.min(span.end, text.content.length);
      return { start: Math.min(span.start, end), end };
    };
    for (const { at, error, repair } of slips) {
      const message = repair?.says ?? (error ? explainSyntaxError(error, text, at.start) : notAKey);
      problems.push({ span: within(at), message, ...(repair ? { repair } : {}) });
    }
    const inSlip = ({ pos: [start] }: YAMLError) =>
      slips.some(({ damage }) => damage.start <= start && start <= damage.end);
    // Once a bracket closes too early, the library complains of every sign behind it: the first complaint is the slip.
    for (const error of ofEachRun(
      own.filter((error) => !inSlip(error)),
      text,
    ).slice(0, maxProblems)) {
      const span = whereOpened(document, error, claimed) ?? { start: error.pos[0], end: error.pos[1] };
      problems.push({ span: within(span), message: explainSyntaxError(error, text) });
    }
    // Where lines end as no other text here does, no edit finds its place.
    const whole = /\r(?!\n)/.test(text.content) ? [{ start: -1, end: Number.POSITIVE_INFINITY }] : [];
    this.damage = [...whole, ...slips.map(({ damage }) => damage), ...errors.map((error) => linesOf(error, text))];
    const breaks = [...text.content.matchAll(/\r(?!\n)/g)].map(({ index }) => ({ start: index, end: index + 1 }));
    if (breaks[0]) {
      const message =
        "The lines of this file end as old programs wrote them (a carriage return alone). Write plain line breaks.";
      const edits = breaks.map((span) => ({ span, newText: "\n" }));
      problems.push({ span: breaks[0], message, repair: { says: message, title: "Write plain line breaks", edits } });
    }
    if (documents.length > 1) {
      const second = documents[1]?.range?.[0] ?? 0;
      problems.push({
        span: { start: second, end: Math.min(second + 3, text.content.length) },
        message: /^\.\.\.(?=\s)/m.test(text.content.slice(0, second + 3))
          ? "A line `...` ends the file for YAML, so nothing below it was read. Leave that line out."
          : "This file holds several documents, separated by `---`. Only the first was read: keep one organization a file.",
        whole: true,
      });
    }
    if (document) problems.push(...this.#findAnchors(document), ...this.#findDuplicates(text));
    if (this.#tooManyMerged) {
      const start = this.#tooManyMerged.range?.[0] ?? 0;
      problems.push({
        span: { start, end: Math.min(start + 1, text.content.length) },
        message: "Merge keys (`<<`) repeat so many entries that the file was not read any further from here.",
      });
    }
    this.damaged = errors.length > 0 || slips.length > 0 || this.#tooManyMerged !== undefined;
    const root = this.resolve(this.root);
    if (root && !isMap(root) && !(isScalar(root) && root.value === null)) {
      problems.push({
        span: firstLine(text),
        message: `The file must begin with keys such as \`${begin}\`; this one is ${isSeq(root) ? "a list" : "a single value"}.`,
        whole: true,
      });
    }
    problems.sort((a, b) => a.span.start - b.span.start);
    this.problems = problems.slice(0, maxProblems);
  }

  resolve(node: Node | null | undefined): Node | undefined {
    let current: Node | undefined = node ?? undefined;
    // An anchor is set on a node that is no alias, so one step is enough; the loop only guards that belief.
    for (let steps = 0; current && isAlias(current) && steps < maxDepth; steps++) current = this.#anchored.get(current);
    return current && !isAlias(current) ? current : undefined;
  }

  keyOf(pair: Pair): string {
    const meant = isAlias(pair.key) ? this.resolve(pair.key) : undefined;
    return keyOf(isScalar(meant) ? new Pair(meant) : pair);
  }

  entries(map: YAMLMap): ReadonlyMap<string, Keyed> {
    const remembered = this.#entries.get(map);
    if (remembered) return remembered;
    // A mapping that merges itself, directly or through others, adds nothing new.
    if (this.#merging.has(map)) return new Map();
    this.#merging.add(map);
    const entries = new Map<string, Keyed>();
    const merges: Node[] = [];
    for (const pair of map.items) {
      const key = this.keyOf(pair);
      const value = (pair.value as Node | null) ?? null;
      if (key === "<<" && isPlain(pair.key)) merges.push(...this.#mergeSources(value));
      else if (!entries.has(key)) entries.set(key, { key, keyNode: pair.key as Node, value, pair, merged: false });
    }
    for (const source of merges) {
      if (!isMap(source) || this.#mergedEntries > maxMergedEntries) continue;
      for (const entry of this.entries(source).values()) {
        if (!entries.has(entry.key)) entries.set(entry.key, { ...entry, merged: true });
        this.#mergedEntries++;
      }
      if (this.#mergedEntries > maxMergedEntries) this.#tooManyMerged ??= map;
    }
    this.#merging.delete(map);
    this.#entries.set(map, entries);
    return entries;
  }

  #mergeSources(value: Node | null): Node[] {
    const node = this.resolve(value);
    const listed = isSeq(node) ? (node.items as (Node | null)[]) : [value];
    return listed.map((item) => this.resolve(item)).filter((item) => item !== undefined);
  }

  /** Whether a merge key has keys to take over. An alias without its anchor is reported as that. */
  #canMerge(value: Node | null): boolean {
    const node = this.resolve(value);
    const sources = isSeq(node) ? (node.items as (Node | null)[]) : [value];
    return sources.every((source) => isMap(this.resolve(source)) || (isAlias(source) && !this.resolve(source)));
  }

  /** Binds every alias to the anchor before it, in one walk; the library's own look-up walks the file once per alias. */
  #findAnchors(document: Document): SyntaxProblem[] {
    const problems: SyntaxProblem[] = [];
    const anchors = new Map<string, Node>();
    visit(document, {
      Node: (_, node) => {
        if (!isAlias(node)) {
          if (node.anchor) anchors.set(node.anchor, node);
          return;
        }
        const target = anchors.get(node.source);
        if (target) this.#anchored.set(node, target);
        else {
          problems.push({
            span: spanOf(node),
            message: words`\`*${quoted(node.source)}\` repeats something marked \`&${quoted(node.source)}\`, but nothing before it is marked so.`,
          });
        }
      },
    });
    return problems;
  }

  /** Our own search, since the library's compares every key of a mapping with every other. */
  #findDuplicates(text: Text): SyntaxProblem[] {
    const problems: SyntaxProblem[] = [];
    visit(this.root, {
      Map: (_, map) => {
        // In the order of the text, so that what is merged has been read before: no chain of merges goes deep.
        this.entries(map);
        const seen = new Map<string, Node>();
        for (const pair of map.items) {
          const key = this.keyOf(pair);
          const node = pair.key as Node | null;
          if (key === "<<" && isPlain(node) && !this.#canMerge(pair.value as Node | null)) {
            const message = "`<<` takes over the keys of a group that is marked above: write `<<: *` and its mark.";
            problems.push({ span: spanOf((pair.value as Node | null) ?? node), message });
          }
          if (!node?.range || key === "<<") continue;
          const first = seen.get(key);
          if (!first) seen.set(key, node);
          else {
            const line = text.positionAt(first.range![0]).line + 1;
            problems.push({
              span: spanOf(node),
              message: words`\`${quoted(key)}\` is written twice here; only the first, on line ${line}, counts. Merge the two.`,
            });
          }
        }
      },
    });
    return problems;
  }
}

const notAKey =
  "This line is neither `key: value` nor part of the value above. A colon is missing, or the indentation is off.";

/** The lines that an error is on; behind one that has no end, all that follows. */
function linesOf(error: YAMLError, text: Text): Span {
  const { line } = text.positionAt(error.pos[0]);
  const end = isLeftOpen(error) ? text.content.length : text.offsetAt({ line: line + 1, character: 0 });
  return { start: text.offsetAt({ line, character: 0 }), end };
}

/** Of complaints about signs that cannot stand where they do, the first of a run; every other complaint. */
function ofEachRun(errors: readonly YAMLError[], text: Text): YAMLError[] {
  let isRunning = false;
  let line = -1;
  return errors.filter((error) => {
    const isUnexpected = error.code === "UNEXPECTED_TOKEN";
    const now = text.positionAt(error.pos[0]).line;
    const isFirst = !(isUnexpected && isRunning) && now !== line;
    isRunning ||= isUnexpected;
    line = now;
    return isFirst;
  });
}

/**
 * A quote or a bracket that is not closed swallows what follows, and the library complains where the file ends: what
 * helps is where it opens. Several brackets may end at one spot; each complaint claims one, the innermost first.
 */
function whereOpened(document: Document | undefined, error: YAMLError, claimed: Set<Node>): Span | undefined {
  if (!isLeftOpen(error) || !document) return undefined;
  let opened: Node | undefined;
  visit(document, {
    Node: (_, node) => {
      const isQuoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
      const isBracket = (isMap(node) || isSeq(node)) && node.flow === true;
      if ((isQuoted || isBracket) && node.range?.[1] === error.pos[0] && !claimed.has(node)) opened = node;
    },
  });
  if (!opened?.range) return undefined;
  claimed.add(opened);
  return { start: opened.range[0], end: opened.range[0] + 1 };
}

/** The span of a node's own text, without comments or blanks behind it. */
export function spanOf(node: Node): Span {
  const range = node.range ?? [0, 0, 0];
  return { start: range[0], end: Math.max(range[0], range[1]) };
}

/** The text of a key. Numbers and the like are taken as written; a list or mapping as key has its source text. */
function keyOf(pair: Pair): string {
  const key = pair.key as Node | null;
  if (isScalar(key)) return typeof key.value === "string" ? key.value : (key.source ?? "");
  if (isAlias(key)) return `*${key.source}`;
  return key ? String(key) : "";
}

/** Written without quotes, which is what makes a reserved word reserved. */
export function isPlain(node: unknown): node is Scalar {
  return isScalar(node) && (node.type === "PLAIN" || node.type === undefined);
}

function withoutTree(problem: SyntaxProblem): Syntax {
  return {
    root: null,
    damaged: true,
    content: "",
    damage: [{ start: 0, end: Number.POSITIVE_INFINITY }],
    problems: [problem],
    resolve: (node) => node ?? undefined,
    entries: () => new Map(),
    keyOf,
  };
}

function firstLine(text: Text): Span {
  return { start: 0, end: text.line(0).length };
}

/** The offset of the first token that nests too deep. Walks with a stack of its own: the input may be made to be deep. */
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const open: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  let found: number | undefined;
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) {
      found = found === undefined ? offsetOf(token) : Math.min(found, offsetOf(token));
      continue;
    }
    if (token.type === "document" && token.value) open.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const item of token.items) {
      if (item.key) open.push({ token: item.key, depth: depth + 1 });
      if (item.value) open.push({ token: item.value, depth: depth + 1 });
    }
  }
  return found;
}

const offsetOf = (token: CST.Token): number => ("offset" in token ? token.offset : 0);
