import { groupBy } from "../../base/group.ts";
import { applyEdits, type Edit } from "../../base/text.ts";
import { type Occurrence, occurrencesOf, type Target } from "../find/occurrences.ts";
import { type OrgDocument, readInstead } from "../read/document.ts";
import { placeToString } from "../words/place.ts";
import type { Scalar } from "../yaml/written.ts";
import { textEdits } from "./edit.ts";
import { keepMeaning, whyBad, whyFixed } from "./new-name.ts";
import { renderInline } from "./render.ts";
import { isSameButFor } from "./same-org.ts";

/** The edits of a text that give something another name, or one sentence that says why there are none. */
export type Renaming = { readonly edits: readonly Edit[] } | { readonly refused: string };

/**
 * Gives something another name wherever the file names it. Quotes, comments and layout stay. An entry whose key says
 * what it is gets that written out. Whatever else the file says is the same afterwards; where it would not be, for
 * example because an anchor repeats the name as something else, nothing is changed.
 */
export function renaming(document: OrgDocument, target: Target, newName: string): Renaming {
  const name = newName.trim();
  const refused = whyFixed(document, target) ?? whyBad(document, target, name);
  if (refused !== undefined) return { refused };
  if (name === target.id) return { edits: [] };
  const spelled = occurrencesOf(document, target).filter(({ spells }) => spells);
  const edits = [
    ...[...groupBy(spelled, ({ piece }) => piece)].map(([piece, inPiece]) => editOf(piece, inPiece, name)),
    ...textEdits(document, keepMeaning(document, target) ?? []),
  ];
  const after = readInstead(document, applyEdits(document.text.content, edits));
  const isSame =
    after.syntax.problems.length === document.syntax.problems.length &&
    isSameButFor(document.org, after.org, target, name);
  return isSame
    ? { edits }
    : {
        refused:
          "Something else in this file would change along with it: an anchor repeats the text, or a reference already says the new name.",
      };
}

/** Writes one text anew, with the quotes that it has. */
function editOf(piece: Scalar, occurrences: readonly Occurrence[], name: string): Edit {
  let { text } = piece;
  for (const { inText, path } of occurrences.toReversed()) {
    text = path ? placeToString(path.with(1, name)) : text.slice(0, inText.start) + name + text.slice(inText.end);
  }
  const { span, style, end } = piece;
  return { span: style === "text" ? { start: span.start, end } : span, newText: written(text, style) };
}

function written(text: string, style: Scalar["style"]): string {
  if (style === "double") return JSON.stringify(text);
  return style === "single" ? `'${text.replaceAll("'", "''")}'` : renderInline(text.trim());
}
