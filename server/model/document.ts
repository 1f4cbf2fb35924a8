import { isScalar } from "yaml";
import { memo } from "../base/memo.ts";
import { Text } from "../base/text.ts";
import { type Conventions, standardConventions } from "../knowledge/conventions.ts";
import { decode } from "./decode.ts";
import { type Lowered, lower } from "./lower.ts";
import { Org } from "./org.ts";
import type { Problem } from "./problem.ts";
import { SourceMap } from "./source-map.ts";
import { parseYaml, type Syntax, unreadable } from "./syntax.ts";
import { whereWritten } from "./where-written.ts";
import { withConventions } from "./with-conventions.ts";

/** One version of one file, read: its tree, the organization in it, and the way from places to text and back. */
export interface OrgDocument {
  readonly text: Text;
  readonly syntax: Syntax;
  readonly map: SourceMap;
  readonly org: Org;
  readonly problems: readonly Problem[];
  /** Nothing of the file could be read, so that nothing is to be asked about it either. */
  readonly unread: boolean;
}

/** Reads a text by the firm's conventions. Never throws; what is wrong with it is in `problems`. */
export function readDocument(text: Text, conventions: Conventions = standardConventions): OrgDocument {
  return byConventions(asWritten(text))(conventions);
}

/** Reads a file as it lies on disk, of which the bytes up to just above the limit are enough. Never throws. */
export function readBytes(bytes: Uint8Array, conventions: Conventions = standardConventions): OrgDocument {
  const { text, unreadable } = fromBytes(bytes);
  if (!unreadable) return readDocument(text, conventions);
  return byConventions(read(text, unreadable))(conventions);
}

/** Bytes as text; with a tree only where they are no text that could be read. */
export function fromBytes(bytes: Uint8Array): { readonly text: Text; readonly unreadable?: Syntax } {
  const { content, problem, offset } = decode(bytes);
  const text = new Text(content);
  if (problem === undefined) return { text };
  const span = offset === undefined ? undefined : { start: offset, end: offset + 1 };
  return { text, unreadable: unreadable(text, problem, span) };
}

const asWritten = memo((text: Text): OrgDocument => read(text, parseYaml(text)));

/** The same file by other conventions: parsed once, whatever the firm sets. */
const byConventions = memo((document: OrgDocument) =>
  memo((conventions: Conventions): OrgDocument => {
    if (conventions === standardConventions) return document;
    return { ...document, org: new Org(withConventions(document, conventions), conventions) };
  }),
);

/** A document out of what was read of a text. */
export function documentOf(text: Text, syntax: Syntax, { org, problems }: Lowered): OrgDocument {
  const map = new SourceMap(syntax);
  const unread = syntax.root === null && syntax.problems.length > 0;
  const credible = syntax.damaged ? problems.filter((problem) => !mayStandInTheDamage(problem, map)) : problems;
  return {
    text,
    syntax,
    map,
    org: new Org(org),
    problems: [...syntaxProblems(syntax, map), ...(unread ? [] : whereWritten(credible, map))],
    unread,
  };
}

const read = (text: Text, syntax: Syntax): OrgDocument => documentOf(text, syntax, lower(syntax));

/** A reference may lead to what could not be read, and what is missing may be written there. */
function mayStandInTheDamage(problem: Problem, map: SourceMap): boolean {
  if (problem.rule === "unresolved-reference") return true;
  const written = map.find(problem.at)?.value;
  return problem.rule === "invalid-value" && (!written || (isScalar(written) && written.value === null));
}

function syntaxProblems(syntax: Syntax, map: SourceMap): Problem[] {
  return syntax.problems.map(({ span, message, whole }) => ({
    rule: "yaml-syntax",
    at: whole ? [] : map.placeAt(span.start).place,
    span,
    says: message,
  }));
}
