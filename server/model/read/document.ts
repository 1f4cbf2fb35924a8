import { memo } from "../../base/memo.ts";
import { Text } from "../../base/text.ts";
import { type Conventions, usualConventions } from "../../knowledge/conventions.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import { Org } from "../org/org.ts";
import { fix, rewrite } from "../words/change.ts";
import type { Problem } from "../words/problem.ts";
import { does } from "../words/remedy-id.ts";
import { decode } from "../yaml/decode.ts";
import { SourceMap } from "../yaml/source-map.ts";
import { parseYaml, type Syntax, unreadable } from "../yaml/syntax.ts";
import { isNothing } from "../yaml/written.ts";
import { type Lowered, lower } from "./lower.ts";
import { whereWritten } from "./where-written.ts";
import { withConventions } from "./with-conventions.ts";

/** One version of one file, read: its tree, the organization in it, and the way from places to text and back. */
export interface OrgDocument {
  readonly text: Text;
  /** How much of it could be read. The tree itself is the reader's own: everybody else goes by `map`. */
  readonly syntax: Pick<Syntax, "problems" | "damaged">;
  readonly map: SourceMap;
  readonly org: Org;
  readonly problems: readonly Problem[];
  /** Nothing of the file could be read, so that nothing is to be asked about it either. */
  readonly unread: boolean;
}

/**
 * Reads a text by the firm's conventions. Never throws; what is wrong with it is in `problems`. `before` is an earlier
 * reading of the same file, from which may be taken over what has not changed: the result is the same without it.
 */
export function readDocument(text: Text, conventions: Conventions, _before?: OrgDocument): OrgDocument {
  return byConventions(asWritten(text)(conventions.knowledge))(conventions);
}

/** What would be read if this were its text, the firm's own conventions aside. Never throws. */
export const readInstead = (document: OrgDocument, content: string): OrgDocument =>
  readDocument(new Text(content), usualConventions(document.org.knowledge), document);

/** Reads a file as it lies on disk, of which the bytes up to just above the limit are enough. Never throws. */
export const readBytes = (bytes: Uint8Array, conventions: Conventions): OrgDocument =>
  readDocument(textOf(bytes), conventions);

/** Bytes as text. Where they are none, the text is what can be shown of them, and reading it says what is wrong. */
export function textOf(bytes: Uint8Array): Text {
  const { content, problem, offset } = decode(bytes);
  const text = new Text(content);
  const span = offset === undefined ? undefined : { start: offset, end: offset + 1 };
  if (problem !== undefined) undecodable.set(text, unreadable(text, problem, span));
  return text;
}

/** Texts of which nothing can be read, with what is to be said of each. */
const undecodable = new WeakMap<Text, Syntax>();

/** A text as YAML. `begin`: how such a file begins, for the message about one that does not. */
export const syntaxOf = (text: Text, begin?: string): Syntax => undecodable.get(text) ?? parseYaml(text, begin);

const asWritten = memo((text: Text) => {
  const syntax = syntaxOf(text);
  return memo((knowledge: Knowledge): OrgDocument => documentOf(text, syntax, lower(syntax, knowledge), knowledge));
});

/** The same file by other conventions: parsed once, whatever the firm sets. */
const byConventions = memo((document: OrgDocument) =>
  memo((conventions: Conventions): OrgDocument => {
    if (conventions === usualConventions(conventions.knowledge)) return document;
    return {
      ...document,
      org: new Org(withConventions(document.org.data, document.syntax.damaged, conventions), conventions),
    };
  }),
);

/** A document out of what was read of a text. */
export function documentOf(text: Text, syntax: Syntax, { org, problems }: Lowered, knowledge: Knowledge): OrgDocument {
  const map = new SourceMap(syntax, text);
  const unread = syntax.root === null && syntax.problems.length > 0;
  const credible = syntax.damaged ? problems.filter((problem) => !mayStandInTheDamage(problem, map)) : problems;
  return {
    text,
    syntax,
    map,
    org: new Org(org, usualConventions(knowledge)),
    problems: [...syntaxProblems(syntax, map), ...(unread ? [] : whereWritten(credible, map))],
    unread,
  };
}

/** A reference may lead to what could not be read, and what is missing may be written there. */
function mayStandInTheDamage(problem: Problem, map: SourceMap): boolean {
  if (problem.kind === "reference") return true;
  const written = map.find(problem.at)?.value;
  return problem.kind === "value" && (!written || isNothing(written));
}

function syntaxProblems(syntax: Syntax, map: SourceMap): Problem[] {
  return syntax.problems.map(({ span, message, whole, repair }) => {
    const at = whole ? [] : map.placeAt(span.start).place;
    const fixes = repair
      ? [fix(does("mend-text"), repair.title, [rewrite(at, repair.edits)], { preferred: true })]
      : [];
    return { kind: "syntax", at, span, says: message, ...(repair ? { fixes } : {}) };
  });
}
