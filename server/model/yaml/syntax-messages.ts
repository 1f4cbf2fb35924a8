import type { YAMLError } from "yaml";
import type { Text } from "../../base/text.ts";

/** Says in our own words what the YAML reader stumbled over, and what to do. The library's wording stays inside. */
export function explainSyntaxError(error: YAMLError, text: Text, offset = error.pos[0]): string {
  const found = text.content.slice(offset, offset + 1);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return "A tab stands at the beginning of this line. Indent with spaces.";
    case "BAD_INDENT":
      return isLeftOpen(error)
        ? "This bracket is not closed, or what it holds is not indented further than its key. Close it with `]` or `}`."
        : "This line is not indented like the lines it belongs with. Line it up with its neighbours.";
    case "MISSING_CHAR":
      return missingCharacter(error.message);
    case "BLOCK_AS_IMPLICIT_KEY":
      return "A second `:` on this line makes the value ambiguous. Put the value in quotes, or start a new line.";
    case "BLOCK_IN_FLOW":
      return "Inside `{ }` and `[ ]` a comma stands between two entries, and a value with a colon in it stands in quotes.";
    case "MULTILINE_IMPLICIT_KEY":
      return "This line is neither `key: value` nor part of the value above. A colon is missing, or the indentation is off.";
    case "KEY_OVER_1024_CHARS":
      return "The text before this `:` is too long to be a key. A quote or a line break may be missing.";
    case "BAD_SCALAR_START":
      return `A value cannot begin with \`${found}\`. Put it in quotes.`;
    case "BAD_DQ_ESCAPE":
      return "In double quotes a backslash begins an escape such as `\\n`. Use single quotes, or write `\\\\`.";
    case "BAD_ALIAS":
      return "`*` repeats an entry marked with `&`, and a name must follow it. For a plain text, use quotes.";
    case "ALIAS_PROPS":
      return "An entry that repeats another (`*name`) cannot have a mark or a tag of its own.";
    case "MULTIPLE_ANCHORS":
    case "MULTIPLE_TAGS":
    case "BAD_PROP_ORDER":
      return "A value can have one `&` mark and one `!` tag, before the value.";
    case "TAG_RESOLVE_FAILED":
    case "BAD_COLLECTION_TYPE":
      return "This `!` tag does not fit the value behind it. Leave the tag out.";
    case "BAD_DIRECTIVE":
      return "A line that begins with `%` is an instruction to YAML tools, and this one is not known. Leave it out.";
    default:
      return unexpected(found);
  }
}

/** A quote has a beginning and no end. */
export const isQuoteLeftOpen = (error: YAMLError): boolean =>
  error.code === "MISSING_CHAR" && /quote/i.test(error.message);

/** A quote or a bracket has a beginning and no end. */
export const isLeftOpen = (error: YAMLError): boolean =>
  isQuoteLeftOpen(error) ||
  ((error.code === "MISSING_CHAR" || error.code === "BAD_INDENT") && /end with a/i.test(error.message));

function missingCharacter(message: string): string {
  if (/directives-end/i.test(message))
    return "Behind lines that begin with `%`, a line `---` must come before the first key.";
  if (/quote/i.test(message)) return "A quote is opened here and not closed.";
  if (/comma|,/i.test(message)) return "A comma is missing between two items.";
  if (/\]|\}|flow/i.test(message)) return "This bracket is not closed. Close it with `]` or `}`.";
  if (/:|map/i.test(message)) return "A key is written here without a colon and a blank behind it.";
  return "Something is missing here: a quote, a comma or a bracket.";
}

function unexpected(found: string): string {
  const what = found.trim() === "" ? "Something" : `\`${found}\``;
  return `${what} cannot stand here. A quote, a comma or a line break is probably missing before it.`;
}
