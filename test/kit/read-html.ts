import { readSvg } from "./svg.ts";

/** Reads a page that we write, strictly: what is not well-formed, or no element or attribute of ours, throws. */

const elements = new Set(
  "html head meta title style body header h1 h2 h3 h4 p nav ul li a b section article figure figcaption table colgroup col thead tbody tr th td small img".split(
    " ",
  ),
);
const attributes = new Set(
  "lang charset http-equiv content name class id href aria-label width scope colspan src alt".split(" "),
);

export interface PageText {
  /** All text of the page, as it is read. */
  readonly text: string;
  readonly links: readonly string[];
  readonly sources: readonly string[];
}

export function readHtml(page: string): PageText {
  const head = "<!DOCTYPE html>\n";
  if (!page.startsWith(head)) throw new Error("it does not begin as a page");
  const pictures: string[] = [];
  const rest = page
    .slice(head.length)
    .replace(/<style>[^<]*<\/style>/, "")
    .replace(/<svg [\s\S]*?<\/svg>\n?/g, (svg) => {
      readSvg(svg);
      pictures.push(svg);
      return "";
    });
  const open: string[] = [];
  const [text, links, sources]: [string[], string[], string[]] = [[], [], []];
  const token = /<(\/?)([a-z]+\d?)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
  for (let at = 0; at < rest.length; at = token.lastIndex) {
    token.lastIndex = at;
    const match = token.exec(rest);
    if (!match) throw new Error(`not well-formed: ${rest.slice(at, at + 80)}`);
    const [, closes, name = "", own = "", isEmpty, words] = match;
    if (words !== undefined) text.push(decoded(words));
    else if (closes) {
      const element = open.pop();
      if (element !== name) throw new Error(`</${name}> closes ${element}`);
    } else {
      if (!elements.has(name)) throw new Error(`<${name}> is none of ours`);
      if (!isEmpty) open.push(name);
      for (const [, key = "", value = ""] of own.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
        if (!attributes.has(key)) throw new Error(`the attribute ${key} is none of ours`);
        if (key === "href") links.push(decoded(value));
        if (key === "src") sources.push(decoded(value));
        if (key === "alt" || key === "aria-label") text.push(decoded(value));
      }
    }
  }
  if (open.length > 0) throw new Error(`${open.join(", ")} does not end`);
  return { text: [...text, ...pictures].join("\n"), links, sources };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
function decoded(text: string): string {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) throw new Error("a control character");
  return text.replace(/&([^;\s]*);?/g, (whole, name: string) => {
    const letter = entities[name];
    if (letter === undefined || !whole.endsWith(";")) throw new Error(`${whole} is no entity`);
    return letter;
  });
}
