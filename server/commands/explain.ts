import { readable } from "../base/markdown.ts";
import { findExplained, similarIds } from "../reports/pages.ts";
import { type Command, readArguments, UsageError } from "./arguments.ts";
import { print } from "./output.ts";

/** `itorg explain`: what is known under an id, in Markdown without links, since a terminal follows none. */
export const explain: Command = {
  help: `Usage: itorg explain ID

Says what is known under an id, and who says so.

  ID      a rule (ciso-in-it-line), a role (ciso), an article (S1), a claim of it (S1-13),
          a law or standard (gdpr), or a provision of one (dora-6-4); capital letters do
          not matter

Exit status: 0 done; 2 wrong call, or nothing has that id.
`,
  async run(args) {
    const { positionals, options } = readArguments(args, { regimes: { is: "switch" } });
    if (options.has("regimes")) {
      throw new UsageError("this version has no --regimes; itorg explain gdpr explains one law or standard");
    }
    const [id, ...more] = positionals;
    if (id === undefined) throw new UsageError("explain what? Name a rule, role, article, claim, law or provision");
    if (more.length > 0) throw new UsageError("explain takes one id at a time");
    if (id.includes("#")) {
      throw new UsageError("this version does not explain places in a file; itorg check FILE says what is found there");
    }
    const found = findExplained(id);
    if (found === undefined) throw new UsageError(unknown(id));
    print(readable(found.write(() => undefined)));
    return 0;
  },
};

function unknown(id: string): string {
  const similar = similarIds(id);
  const hint =
    similar.length > 0
      ? `did you mean ${similar.join(" or ")}?`
      : "itorg check FILE prints the ids of rules and claims in brackets";
  return `nothing is known under "${id}"; ${hint}`;
}
