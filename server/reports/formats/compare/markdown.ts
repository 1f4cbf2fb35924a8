import { blocks, inert, list } from "../../../base/markdown.ts";
import { type CompareFormat, sheetOf } from "./compared.ts";

export const markdown: CompareFormat = {
  says: "to paste into a document",
  write(compared) {
    const { title, subtitle, sections } = sheetOf(compared);
    const all = sections.map(({ heading, items }) => blocks(`## ${heading}`, list(items.map(inert))));
    return `${blocks(`# ${inert(title)}`, inert(subtitle), ...all)}\n`;
  },
};
