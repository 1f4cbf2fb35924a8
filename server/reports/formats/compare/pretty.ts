import { printable } from "../../../base/columns.ts";
import type { Paint } from "../format.ts";
import { type Compared, type CompareFormat, sheetOf } from "./compared.ts";

/** For people, on a terminal. */
export function pretty(compared: Compared, paint: Paint): string {
  const { title, subtitle, sections } = sheetOf(compared);
  const all = sections.map(({ heading, items }) =>
    [paint("bold", heading), ...items.map((item) => `  ${printable(item)}`)].join("\n"),
  );
  return [`${paint("bold", printable(title))}\n${printable(subtitle)}`, ...all].join("\n\n").concat("\n");
}

/** The same without colours. */
export const plainText: CompareFormat = {
  says: "for people",
  write: (compared) => pretty(compared, (_, text) => text),
};
