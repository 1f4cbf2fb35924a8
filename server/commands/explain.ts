import type { Analysis } from "../analysis/check.ts";
import { currentDay } from "../base/day.ts";
import { readable } from "../base/markdown.ts";
import { nearest } from "../base/spelling.ts";
import { usualConfig } from "../firm/config.ts";
import { standard } from "../knowledge/standard.ts";
import { type Place, placeFromString, placeToString } from "../model/words/place.ts";
import { isRead } from "../reports/formats/format.ts";
import { nowhere, pagesOf } from "../reports/pages/pages.ts";
import { placePage } from "../reports/pages/place-page.ts";
import { coverageTable } from "../reports/pages/provision-uses.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { checkPaths, configHere, isComplete } from "./files.ts";
import { print } from "./output.ts";

/** `itorg explain`: what is known under an id, in Markdown without links, since a terminal follows none. */
export const explain: Command = {
  help: `Usage: itorg explain ID
       itorg explain FILE#PLACE [--today DATE]
       itorg explain --regimes

Says what is known under an id, or what stands at a place in a file, and who says so.

  ID      a rule (ciso-in-it-line), a role (ciso), an article (S1), a claim of it (S1-13),
          a law or standard (gdpr), or a provision of one (dora-6-4); also a rule of your
          own (duties-...), by the nearest itorg.config.yaml in this folder or above;
          capital letters do not matter
  FILE#PLACE   a file and a place in it as findings name it (client.itorg.yaml#posts.cio):
               what is written there and what is found; of a post also which role its
               facts describe
  --regimes    every provision of every law and standard: what checks it, and how sure we
               are of its text
  --today DATE the day to check as of, such as 2026-11-22; today where none is given

Exit status: 0 done; 2 wrong call, unreadable file, or nothing has that id or place.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, { regimes: { is: "switch" }, today: { is: "day" } });
    const [id, ...more] = positionals;
    if (options.has("regimes")) {
      if (id !== undefined) throw new UsageError("--regimes lists all provisions and takes no id");
      print(coverageTable(pagesOf(usualConfig(standard)).library(nowhere)));
      return 0;
    }
    if (id === undefined) throw new UsageError("explain what? Name a rule, role, article, claim, law or provision");
    if (more.length > 0) throw new UsageError("explain takes one id at a time");
    if (id.includes("#")) return explainPlace(id, options.get("today") ?? currentDay());
    const pages = pagesOf(await configHere());
    const found = pages.find(id);
    if (found === undefined) throw new UsageError(unknown(id, pages.similarIds(id)));
    print(readable(found.write(pages.library(nowhere))));
    return 0;
  },
};

/** What stands at `FILE#PLACE`, and what is found there. */
async function explainPlace(id: string, today: string): Promise<number> {
  const { path, place } = splitAtPlace(id);
  const files = await checkPaths([path], today);
  const [file, ...others] = files;
  if (!file || others.length > 0) throw new UsageError(`${path} is a folder; name one file`);
  if (!isRead(file)) return 2;
  const page = placePage(file.path, file.analysis, place);
  if (page === undefined) throw new UsageError(nothingThere(file.path, file.analysis, place));
  print(readable(page));
  return isComplete(files) ? 0 : 2;
}

/** The last sign behind which a place stands parts the two: a file's name may hold the sign, and a place's quoted key. */
function splitAtPlace(id: string): { path: string; place: Place } {
  for (let sign = id.lastIndexOf("#"); sign >= 0; sign = sign === 0 ? -1 : id.lastIndexOf("#", sign - 1)) {
    const place = placeFromString(id.slice(sign + 1));
    if (!place || place.length === 0) continue;
    if (sign === 0) throw new UsageError(`a file is missing before the # in "${id}"`);
    return { path: id.slice(0, sign), place };
  }
  const example = `${id.slice(0, id.indexOf("#")) || "FILE"}#posts.cio`;
  throw new UsageError(`no place stands behind the # in "${id}"; write it as findings name it, such as ${example}`);
}

/** The nearest key beside the one that is not there. */
function nothingThere(path: string, { document: { map } }: Analysis, place: Place): string {
  const known = place.findLastIndex((_, i) => i === 0 || map.find(place.slice(0, i)) !== undefined);
  const parent = place.slice(0, known);
  const similar = nearest(String(place[known]), map.keysIn(parent))[0];
  const hint =
    similar === undefined
      ? "a place is written like posts.cio or activities.log-review.responsible"
      : `did you mean ${placeToString([...parent, similar])}?`;
  return `nothing stands at ${placeToString(place)} in ${path}; ${hint}`;
}

function unknown(id: string, similar: readonly string[]): string {
  if (/\.ya?ml$/i.test(id)) return `"${id}" is a file; say which place in it, such as ${id}#posts.cio`;
  const hint =
    similar.length > 0
      ? `did you mean ${similar.join(" or ")}?`
      : "itorg check FILE prints the ids of rules and claims in brackets";
  return `nothing is known under "${id}"; ${hint}`;
}
