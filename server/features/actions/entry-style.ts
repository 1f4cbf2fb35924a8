import { inOtherStyle, styleOf } from "../../model/write/entry-style.ts";
import { type Assist, refactoring } from "./action.ts";
import { namedEntry } from "./named-entry.ts";

/** Writes an entry, such as a post, in braces or with each key on a line of its own. Comments stay. */
export const entryStyle: Assist = {
  examples: [
    {
      before: `
posts:
  c<|>iso: { heldBy: Eve Roy, reportsTo: cio, objectives: [security] } # since May
  cio: { heldBy: Bo Li }
`,
      title: "Write `ciso` on several lines",
      after: `
posts:
  ciso: # since May
    heldBy: Eve Roy
    reportsTo: cio
    objectives: [security]
  cio: { heldBy: Bo Li }
`,
    },
    {
      before: `
providers:
  aegis<|>:
    name: Aegis
    # from the contract
    services:
      - hosting # in Linz
      - backup
    overseenBy: cio
`,
      title: "Write `aegis` on one line",
      after: `
providers:
  # from the contract
  # in Linz
  aegis: { name: Aegis, services: [hosting, backup], overseenBy: cio }
`,
    },
  ],
  offers({ analysis: { document }, is }, range) {
    const entry = is === "organization" ? namedEntry(document, range) : undefined;
    const style = entry && styleOf(document, entry);
    const edits = entry && style && inOtherStyle(document, entry);
    if (!edits) return [];
    const how = style === "braces" ? "on several lines" : "on one line";
    return [refactoring("rewrite", `Write \`${entry.id}\` ${how}`, () => edits)];
  },
};
