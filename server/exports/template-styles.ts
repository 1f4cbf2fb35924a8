import { unzipSync, zipSync } from "fflate";

/** A style that our paragraphs and tables name, what other versions of Word call it, and what it is where a template has none. */
interface OurStyle {
  readonly id: string;
  readonly type: "paragraph" | "table";
  readonly names: readonly string[];
  readonly definition: string;
}

const heading = (level: number, size: number): OurStyle => ({
  id: `Heading${level}`,
  type: "paragraph",
  names: [`heading ${level}`, `überschrift ${level}`, `titre ${level}`, `título ${level}`],
  definition: `<w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`,
});

const ours: readonly OurStyle[] = [
  heading(1, 34),
  heading(2, 25),
  heading(3, 20),
  {
    id: "TableGrid",
    type: "table",
    names: ["table grid", "tabellenraster", "tabellengitternetz", "grille du tableau", "tabla con cuadrícula"],
    definition: '<w:name w:val="Table Grid"/>',
  },
  {
    id: "Caption",
    type: "paragraph",
    names: ["caption", "beschriftung", "légende", "descripción", "epígrafe"],
    definition: '<w:name w:val="caption"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="17"/></w:rPr>',
  },
  {
    id: "ListBullet",
    type: "paragraph",
    names: ["list bullet", "aufzählungszeichen", "liste à puces", "lista con viñetas"],
    definition: '<w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>',
  },
  {
    id: "Title",
    type: "paragraph",
    names: ["title", "titel", "titre", "título", "puesto"],
    definition: '<w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="52"/></w:rPr>',
  },
];

const stylesPart = "word/styles.xml";
const documentPart = "word/document.xml";

/**
 * The file that was made of a template, with the styles that we name: the template's own by their id or by their name, whatever language they were
 * made in; those that it has not are added.
 */
export function withStyles(bytes: Uint8Array, template: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  const styles = files[stylesPart] ? decoder.decode(files[stylesPart]) : undefined;
  if (styles === undefined) return bytes;
  // Filling a template may have added styles of the library's own, which are not the firm's.
  const before = unzipSync(template)[stylesPart];
  const known = before ? stylesIn(decoder.decode(before)) : [];
  const there = new Set(stylesIn(styles).map(({ id }) => id));
  const missing = ours.filter(({ id }) => !known.some((style) => style.id === id));
  let document = decoder.decode(files[documentPart]);
  const added: string[] = [];
  for (const { id, type, names, definition } of missing) {
    const same = known.find((style) => names.includes(style.name.toLowerCase()));
    if (same) {
      const tag = type === "table" ? "tblStyle" : "pStyle";
      document = document.replaceAll(`<w:${tag} w:val="${id}"/>`, `<w:${tag} w:val="${same.id}"/>`);
    } else if (!there.has(id)) added.push(`<w:style w:type="${type}" w:styleId="${id}">${definition}</w:style>`);
  }
  const all = styles.replace("</w:styles>", `${added.join("")}</w:styles>`);
  return zipSync({ ...files, [stylesPart]: encoder.encode(all), [documentPart]: encoder.encode(document) });
}

function stylesIn(xml: string): { readonly id: string; readonly name: string }[] {
  return [...xml.matchAll(/<w:style\b[^>]*\bw:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/g)].map(
    ([, id = "", body = ""]) => ({
      id,
      name: /<w:name w:val="([^"]*)"/.exec(body)?.[1] ?? "",
    }),
  );
}
