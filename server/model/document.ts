import { memo } from "../base/memo.ts";
import type { Text } from "../base/text.ts";
import { lower } from "./lower.ts";
import { Org } from "./org.ts";
import type { Problem } from "./problem.ts";
import { SourceMap } from "./source-map.ts";
import { parseYaml, type Syntax } from "./syntax.ts";

/** One version of one file, read: its tree, the organization in it, and the way from places to text and back. */
export interface OrgDocument {
  readonly text: Text;
  readonly syntax: Syntax;
  readonly map: SourceMap;
  readonly org: Org;
  readonly problems: readonly Problem[];
}

/** Reads a text. Never throws; what is wrong with it is in `problems`. */
export const readDocument = memo((text: Text): OrgDocument => {
  const syntax = parseYaml(text);
  const map = new SourceMap(syntax);
  const { org, problems } = lower(syntax);
  const isUnread = syntax.root === null && syntax.problems.length > 0;
  // A reference may lead to what could not be read, so it is not called wrong before the file can be.
  const credible = problems.filter((problem) => !(syntax.damaged && problem.rule === "unresolved-reference"));
  return {
    text,
    syntax,
    map,
    org: new Org(org),
    problems: [...syntaxProblems(syntax, map), ...(isUnread ? [] : credible)],
  };
});

function syntaxProblems(syntax: Syntax, map: SourceMap): Problem[] {
  return syntax.problems.map(({ span, message, whole }) => ({
    rule: "yaml-syntax",
    at: whole ? [] : map.placeAt(span.start).place,
    span,
    says: message,
  }));
}
