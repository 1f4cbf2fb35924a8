import { isMap, isScalar, isSeq, type Node, type YAMLError } from "yaml";
import { applyEdits, type Edit, type Span, shorten } from "../../base/text.ts";
import { bullets, isSound, oddBlanks, stretchOf } from "./compose.ts";

/** What makes a stretch of text YAML again. Offsets count in that stretch. */
export interface Repair {
  /** What happened, and what to do. */
  readonly says: string;
  /** What the remedy is called: the text that it writes. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** What to mark, if not what the edits change: a bracket or a quote that is left open. */
  readonly at?: Span;
}

/** The first of the known slips whose repair makes the text readable, and says nothing odd. */
export function repairOf(text: string, error: YAMLError | undefined): Repair | undefined {
  for (const repair of candidates(text, error?.pos[0] ?? 0)) {
    const after = applyEdits(text, [...repair.edits]);
    if (after !== text && isSound(after) && isPlausible(stretchOf(after).root)) return repair;
  }
  return undefined;
}

/** Keys are words, and no value has the signs of a key or of a bracket in it, unless in quotes. */
function isPlausible(node: Node | null): boolean {
  if (isMap(node))
    return node.items.every(({ key, value }) => {
      const isWord = isScalar(key) && /^[\p{L}\p{N}<][\p{L}\p{M}\p{N} .&'_<-]*$/u.test(String(key.value ?? ""));
      return isWord && isPlausible(value as Node | null);
    });
  if (isSeq(node)) return node.items.every((item) => isPlausible(item as Node | null));
  const isPlainText = isScalar(node) && node.type === "PLAIN" && typeof node.value === "string";
  return !isPlainText || !/[{}[\]]|: |=/.test(String(node.value));
}

function* candidates(text: string, at: number): Iterable<Repair> {
  yield* oddSigns(text);
  yield* listMarks(text);
  yield* tabs(text);
  yield* missingColon(text);
  yield* cutByHash(text);
  yield* brackets(text, at);
  yield* quotes(text);
  yield* commas(text, at);
}

const edit = (start: number, end: number, newText: string): Edit => ({ span: { start, end }, newText });

/** Plain blanks in place of others, which `edits` write. */
export const plainBlanks = (edits: readonly Edit[]): Repair => ({
  says: "A blank stands here that is none to YAML (a no-break space, often from pasting). Write a plain blank.",
  title: edits.length === 1 ? "Write a plain blank" : "Write plain blanks",
  edits,
});

function* oddSigns(text: string): Iterable<Repair> {
  const blanks = [...text.matchAll(new RegExp(`[${oddBlanks}]`, "g"))].map(({ index, 0: sign }) =>
    edit(index, index + sign.length, " "),
  );
  if (blanks.length > 0) yield plainBlanks(blanks);
  const wide = [...text.matchAll(/[：，]\s?/g)].map(({ index, 0: sign }) =>
    edit(index, index + sign.length, sign.startsWith("：") ? ": " : ", "),
  );
  if (wide.length > 0)
    yield {
      says: "A colon or comma of another script stands here. Write `: ` or `, `.",
      title: "Write a plain colon or comma",
      edits: wide,
    };
}

function* listMarks(text: string): Iterable<Repair> {
  const mark = new RegExp(`^(\\s*)([${bullets}*])[ \\t${oddBlanks}]+`).exec(text);
  if (mark)
    yield {
      says: `A \`${mark[2]}\` stands at the beginning of this line, as a word processor writes it. Leave it out.`,
      title: `Leave out the \`${mark[2]}\``,
      edits: [edit(mark[1]!.length, mark[0].length, "")],
    };
}

export const tabsTitle = "Write blanks in place of tabs";

function* tabs(text: string): Iterable<Repair> {
  const leading = [...text.matchAll(/^[ \t]*\t[ \t]*/gm)];
  for (const width of leading.length > 0 ? [2, 4, 8] : [])
    yield {
      says: "A tab stands at the beginning of this line. Indent with blanks.",
      title: tabsTitle,
      edits: leading.map(({ index, 0: gap }) =>
        edit(index, index + gap.length, gap.replaceAll("\t", " ".repeat(width))),
      ),
    };
}

function* missingColon(text: string): Iterable<Repair> {
  const joined = /^(\s*(?:- +)?)([\w-]+):(?=[^\s:/])/.exec(text);
  if (joined) {
    const end = joined[0].length;
    yield {
      says: `A blank is missing behind the colon of \`${joined[2]}\`. Without it, all of this is read as one word.`,
      title: `Write \`${shorten(`${joined[2]}: ${firstLine(text.slice(end))}`)}\``,
      edits: [edit(end, end, " ")],
    };
  }
  const bare = /^(\s*(?:- +)?(?:[•·–—*] *)?)([a-z][\w-]*)( *= *| +)(?=[^\s:=#])/.exec(text);
  if (bare && !/^\s*(?:- +)?[\w-]+ [^{[:]*: /.test(text)) {
    const start = bare[1]!.length + bare[2]!.length;
    yield {
      says: `A colon is missing behind \`${bare[2]}\`.`,
      title: `Write \`${shorten(`${bare[2]}: ${firstLine(text.slice(bare[0].length))}`)}\``,
      edits: [edit(start, bare[0].length, ": ")],
    };
  }
}

const firstLine = (text: string): string =>
  text
    .split(/\r?\n/)[0]!
    .replace(/\s+#.*$/, "")
    .trim();

/** A text with a number behind \`#\` in it, inside of brackets: YAML takes all from there on for a comment. */
function* cutByHash(text: string): Iterable<Repair> {
  for (const { 0: whole, 1: lead = "", index } of text.matchAll(
    /(: +)([^\s"'{}[\],#][^{}[\],"'\n#]*? #\w*\d[^,{}[\]"'\n]*)/g,
  )) {
    const start = index + lead.length;
    const value = whole.slice(lead.length).trimEnd();
    yield {
      says: "What stands behind `#` is a comment, and the rest of this line is one with it. A text with a `#` in it stands in quotes.",
      title: `Write \`${shorten(JSON.stringify(value))}\``,
      edits: [edit(start, start + value.length, JSON.stringify(value))],
    };
  }
}

function* brackets(text: string, at: number): Iterable<Repair> {
  // One too many, where the complaint is, and wherever the same sign stands twice.
  for (const index of new Set([
    at,
    ...[...text.matchAll(/([{}[\]])(?=\s*\1)|[\]}](?=\s*(?:#|$))/gm)].map((m) => m.index),
  ])) {
    const sign = text[index] ?? "";
    if (/[{}[\]]/.test(sign))
      yield {
        says: `There is one \`${sign}\` too many here.`,
        title: `Leave out one \`${sign}\``,
        edits: [edit(index, index + 1, "")],
      };
  }
  const value = /^\s*(?:- +)?[\w.-]+:[ \t]+(?=[^{[\s#])/.exec(text);
  const list = /^\s*-[ \t]+(?=[\w-]+: )/.exec(text);
  const pair = text.trimEnd().at(-1) === "]" ? "[]" : "{}";
  for (const opening of [value, list])
    if (opening)
      yield {
        says: `A \`${pair[0]}\` is missing here.`,
        title: `Insert the missing \`${pair[0]}\``,
        edits: [edit(opening[0].length, opening[0].length, pair === "{}" ? "{ " : "[")],
      };
  yield* inner(text);
  const open = openBrackets(text);
  if (open.length === 0 || open.length > 3) return;
  const closers = open.map(({ sign }) => (sign === "{" ? "}" : "]")).reverse();
  const end = endOfText(text);
  // The innermost may have to end before another key, or before the bracket that closes those around it.
  const innermost = open.at(-1)!;
  for (const place of placesToClose(text, innermost.index, end)) {
    const missing = closers[0]!;
    const isPadded = missing === "}" && place.index === end;
    yield {
      says: `This bracket is not closed. A \`${missing}\` is missing${place.before === "" ? "" : ` before \`${place.before}\``}.`,
      title: `Insert the missing \`${missing}\``,
      at: { start: innermost.index, end: innermost.index + 1 },
      edits: [
        edit(place.index, place.index, place.index === end ? `${isPadded ? " " : ""}${closers.join(" ")}` : missing),
      ],
    };
  }
}

/** A bracket that is missing before a value inside of others: `level: strategic]`. */
function* inner(text: string): Iterable<Repair> {
  for (const { 0: key, index } of text.matchAll(/[\w-]+:[ \t]+(?=[^{[\s"'])/g))
    for (const sign of ["[", "{ "])
      yield {
        says: `A \`${sign.trim()}\` is missing here.`,
        title: `Insert the missing \`${sign.trim()}\``,
        edits: [edit(index + key.length, index + key.length, sign)],
      };
}

function placesToClose(text: string, from: number, end: number): { index: number; before: string }[] {
  const keys = [...text.slice(from, end).matchAll(/,\s*([\w-]+): /g)].map(({ index, 1: key = "" }) => ({
    index: from + index,
    before: key,
  }));
  const closing = [...text.slice(from, end).matchAll(/\s*[\]}]/g)].map(({ index }) => ({
    index: from + index,
    before: "",
  }));
  return text[from] === "["
    ? [...keys, ...closing, { index: end, before: "" }]
    : [{ index: end, before: "" }, ...closing];
}

/** The brackets that are open at the end, as far as quotes and comments let them count. */
function openBrackets(text: string): { sign: string; index: number }[] {
  const open: { sign: string; index: number }[] = [];
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?<=\s)#.*|[{}[\]]/g)) {
    if (sign === "{" || sign === "[") open.push({ sign, index });
    else if (sign === "}" && open.at(-1)?.sign === "{") open.pop();
    else if (sign === "]" && open.at(-1)?.sign === "[") open.pop();
  }
  return open;
}

/** Behind the last sign that is no comment. */
function endOfText(text: string): number {
  const lines = text.trimEnd();
  const lastLine = lines.lastIndexOf("\n") + 1;
  const comment = /\s+#.*$/.exec(lines.slice(lastLine));
  return comment ? lastLine + comment.index : lines.length;
}

function* quotes(text: string): Iterable<Repair> {
  const nothing = /([:,[{]\s+)(\?|-|-{2,3})(?=\s*(?:[,\]}#]|$))/m.exec(text);
  if (nothing) {
    const start = nothing.index + nothing[1]!.length;
    yield {
      says: `\`${nothing[2]}\` says nothing here. Where nobody has asked yet, write \`not-asked\`.`,
      title: "Write `not-asked`",
      edits: [edit(start, start + nothing[2]!.length, "not-asked")],
    };
  }
  // A quote that is open: it ends where the value does.
  for (const sign of ['"', "'"]) {
    const count = text.split(sign).length - 1;
    const from = text.indexOf(sign);
    if (count !== 1 || from < 0) continue;
    const rest = text.slice(from);
    const ends = [/\s*(?:[,\]}])/.exec(rest)?.index, /\s*(?:\n|$)/.exec(rest)?.index].filter(
      (one) => one !== undefined,
    );
    for (const end of ends)
      yield {
        says: "A quote is opened here and not closed.",
        at: { start: from, end: from + 1 },
        title: `Insert the missing \`${sign}\``,
        edits: [edit(from + end, from + end, sign)],
      };
    const before = /[^\s,:[{]+(?: [^\s,:[{]+)*$/.exec(text.slice(0, from));
    if (before)
      yield {
        says: "A quote is closed here and not opened.",
        title: `Insert the missing \`${sign}\``,
        edits: [edit(before.index, before.index, sign)],
      };
  }
  // A value with a colon in it, or with a first sign that means something to YAML.
  const value = /^(\s*(?:- +)?[\w.-]+:[ \t]+)([^\s"'{[|>#][^\n]*?)(\s+#[^\n]*)?\s*$/.exec(text);
  if (value) {
    const start = value[1]!.length;
    yield {
      says: `A value with a colon, or with a sign such as \`@\` or \`%\` at its beginning, stands in quotes.`,
      title: `Write \`${shorten(JSON.stringify(value[2]))}\``,
      edits: [edit(start, start + value[2]!.length, JSON.stringify(value[2]))],
    };
  }
  for (const { 0: whole, 1: lead = "", index } of text.matchAll(
    /([:,] +)([^\s"'{}[\],#][^{}[\],"'\n]*: [^{}[\],"'\n]*[^\s{}[\],"'])/g,
  )) {
    const start = index + lead.length;
    const value = whole.slice(lead.length);
    yield {
      says: "Inside `{ }` and `[ ]` a value with a colon in it stands in quotes.",
      title: `Write \`${shorten(JSON.stringify(value))}\``,
      edits: [edit(start, start + value.length, JSON.stringify(value))],
    };
  }
}

/** Between two entries in brackets, and nowhere else. */
function* commas(text: string, at: number): Iterable<Repair> {
  const places = [...text.matchAll(/(?<=[\w\]}"'])[ \t]+(?=[\w-]+: )|(?<=[\]}"'\w])[ \t]+(?=["'\w])/g)].map(
    ({ index }) => index,
  );
  for (const index of places.sort((a, b) => Math.abs(a - at) - Math.abs(b - at)))
    yield {
      says: "A comma is missing between two entries.",
      title: "Insert the missing comma",
      edits: [edit(index, index, ",")],
    };
  if (text[at] === ",")
    yield {
      says: "There is one comma too many here.",
      title: "Leave out one comma",
      edits: [edit(at, at + 1, "")],
    };
}
