import { chartFindings } from "../analysis/chart-findings.ts";
import { currentDay } from "../base/day.ts";
import { nearest } from "../base/spelling.ts";
import { type ChartOptions, chartOf, postsOf } from "../chart/build.ts";
import { type Chart, counted } from "../chart/chart.ts";
import { type DrawOptions, draw } from "../chart/draw.ts";
import type { Drawing } from "../chart/drawing.ts";
import { drawnWith, type MissingLetter } from "../chart/letters.ts";
import { mermaid } from "../chart/mermaid.ts";
import { onPaper, onScreen, type Paper, papers } from "../chart/pages.ts";
import { type ThemeName, themes } from "../chart/themes.ts";
import { type Naming, namings } from "../model/org/naming.ts";
import type { Org } from "../model/org/org.ts";
import { csv } from "../reports/formats/csv.ts";
import { type Arguments, type Command, readArguments, UsageError } from "./arguments.ts";
import { loadExports, readAssets, readFonts } from "./exporting.ts";
import { missingText } from "./missing-letters.ts";
import { type Client, type Out, oneClient, outOf, Unreadable, writeOut } from "./out.ts";
import { complain, print } from "./output.ts";

const formats = { svg: "text", png: "bytes", mmd: "text", csv: "text" } as const;
type Format = keyof typeof formats;

/** Options that say how a picture looks, with the formats that are one. */
const forPictures: Readonly<Record<string, readonly Format[]>> = {
  page: ["svg", "png"],
  theme: ["svg", "png"],
  scale: ["png"],
  font: ["png"],
  unfold: ["svg", "png", "mmd"],
};

/** `itorg chart`: the organization as a picture, a diagram or a list. */
export const chart: Command = {
  help: `Usage: itorg chart PATH --out FILE.(svg|png|mmd|csv) [OPTION...]

Draws who reports to whom, with what was found, the committees and the outside firms.

  PATH              a client's file, a folder with one, or - for standard input
  --out FILE        .svg or .png: a picture; .mmd: Mermaid text for a wiki; .csv: a list of
                    the posts. - is standard output, with --format svg, mmd or csv
  --root POST       this post and what is below it
  --depth N         so many layers below the top
  --only it         the posts of IT and those above them
  --unfold          every branch, also those without findings, IT and duties
  --page PAPER      screen (one picture, the default), a4, a3 or letter: what is too large
                    for one sheet goes to FILE-1.svg, FILE-2.svg, ...
  --theme THEME     light (the default), dark, high-contrast, or print: black and white
  --scale N         pixels of a PNG for one of the drawing; 2 where not given
  --font FILE       a font for a PNG with letters that ours lacks, such as Chinese or
                    Arabic; may be given several times
  --names HOW       full (the default), initials, codes or none
  --today DATE      the day to check as of, such as 2026-11-22; today where none is given
  --force           write over a file that is there

Exit status: 0 done; 1 done, but the file could not be read in full, or some letters are in
no font; 2 wrong call, unreadable file, or nothing written.
`,
  async run(args) {
    const call = readArguments(args, {
      out: { is: "text" },
      format: { is: "choice", of: Object.keys(formats) },
      root: { is: "text" },
      depth: { is: "number", least: 0, most: 60, whole: true },
      only: { is: "choice", of: ["it"] },
      unfold: { is: "switch" },
      page: { is: "choice", of: ["screen", ...Object.keys(papers)] },
      theme: { is: "choice", of: themes },
      scale: { is: "number", least: 0.1, most: 20, whole: false },
      font: { is: "text" },
      names: { is: "choice", of: namings },
      today: { is: "day" },
      force: { is: "switch" },
    });
    const out = outOf(call, formats);
    refuseUnused(call, out.format);
    try {
      const client = await oneClient(call.positionals, call.options.get("today") ?? currentDay());
      const isComplete = await write(client, call, out);
      return isComplete && client.isWhole ? 0 : 1;
    } catch (error) {
      if (error instanceof Unreadable) return 2;
      throw error;
    }
  },
};

/** An option without effect is a mistake: whoever gives it expects one. */
function refuseUnused({ options }: Arguments, format: Format): void {
  for (const [option, of] of Object.entries(forPictures)) {
    if (!options.has(option) || of.includes(format)) continue;
    throw new UsageError(`--${option} is for ${of.map((one) => `.${one}`).join(", ")}, not for .${format}`);
  }
}

/** Writes what is asked for; gives whether every letter could be drawn. */
async function write(client: Client, call: Arguments, out: Out<Format>): Promise<boolean> {
  const { org } = client.analysis.document;
  const findings = chartFindings(client.analysis);
  const options = chartOptions(org, call);
  if (out.format === "csv") {
    const posts = postsOf(org, findings, options);
    refuseNothing(posts.length - 1, options);
    await writeOut([{ path: out.path, content: csv(posts) }], out.over);
    said(out, counted(posts.length - 1, "post"));
    return true;
  }
  const whole = chartOf(org, findings, options);
  refuseNothing(postsIn(whole), options);
  if (out.format === "mmd") {
    await writeOut([{ path: out.path, content: mermaid(whole) }], out.over);
    said(out, drawnPosts(whole));
    return true;
  }
  return writePictures(whole, call, { ...out, format: out.format });
}

async function writePictures(whole: Chart, call: Arguments, out: Out<"svg" | "png">): Promise<boolean> {
  const { drawings, paper } = drawingsOf(whole, call);
  if (out.path === undefined && drawings.length > 1)
    throw new UsageError(`there are ${drawings.length} pages, and standard output holds one; give a file with --out`);
  const look: DrawOptions = { theme: (call.options.get("theme") ?? "light") as ThemeName, ...(paper ? { paper } : {}) };
  const paths = drawings.map((_, i) =>
    drawings.length === 1 ? out.path : out.path?.replace(/(\.[^.]*)$/, `-${i + 1}$1`),
  );
  const notes: string[] = [];
  const missing: MissingLetter[] = [];
  const files: { path: string | undefined; content: string | Uint8Array }[] = [];
  const fonts = out.format === "png" ? await readFonts(call.all("font")) : undefined;
  for (const [i, drawing] of drawings.entries()) {
    if (!fonts) {
      files.push({ path: paths[i], content: draw(drawing, look) });
      continue;
    }
    const boxed = drawnWith(drawing, fonts.has);
    missing.push(...boxed.missing);
    const scale = Number(call.options.get("scale") ?? 2);
    const exports = await loadExports();
    const picture = await exports.png(draw(boxed.drawing, look), scale, await readAssets(fonts.bytes));
    if (picture.scale < scale)
      notes.push(
        `the scale is ${Math.floor(picture.scale * 100) / 100}, since a larger picture would be too large to be opened`,
      );
    files.push({ path: paths[i], content: picture.bytes });
  }
  await writeOut(files, out.over);
  if (out.path !== undefined)
    print(`Wrote ${paths.join(", ")}: ${[drawnPosts(whole), ...new Set(notes)].join("; ")}.\n`);
  if (missing.length > 0) complain(missingText(missing));
  return missing.length === 0;
}

function drawingsOf(whole: Chart, { options }: Arguments): { drawings: Drawing[]; paper?: DrawOptions["paper"] } {
  const page = options.get("page") ?? "screen";
  if (page === "screen") return { drawings: [onScreen(whole)] };
  const pages = onPaper(whole, page as Paper);
  return { drawings: pages.map(({ drawing }) => drawing), paper: papers[page as Paper] };
}

function chartOptions(org: Org, { options }: Arguments): ChartOptions {
  const [root, depth] = [options.get("root"), options.get("depth")];
  if (root !== undefined && org.data.posts.get(root)?.exists !== "yes") {
    const similar = nearest(
      root,
      org.allPosts.map(({ id }) => id),
    )[0];
    throw new UsageError(
      `--root: there is no post "${root}"${similar === undefined ? "" : `; did you mean ${similar}?`}`,
    );
  }
  return {
    names: (options.get("names") ?? "full") as Naming,
    ...(root === undefined ? {} : { root }),
    ...(depth === undefined ? {} : { depth: Number(depth) }),
    ...(options.has("only") ? { only: "it" } : {}),
    unfold: options.has("unfold"),
  };
}

/** "14 posts", and how many of them are only counted. */
function drawnPosts({ trees, lineNotKnown, notThere }: Chart): string {
  const posts = postsIn({ trees, lineNotKnown, notThere });
  const folded = [...trees, ...lineNotKnown, ...notThere].reduce((sum, box) => sum + foldedIn(box), 0);
  return `${counted(posts, "post")}${folded > 0 ? `, ${folded} of them folded` : ""}`;
}

const postsIn = ({ trees, lineNotKnown, notThere }: Pick<Chart, "trees" | "lineNotKnown" | "notThere">): number =>
  [...trees, ...lineNotKnown, ...notThere].reduce((sum, box) => sum + box.posts, 0);

/** A part of the organization that is empty is no picture; one without any posts still has its committees and firms. */
function refuseNothing(posts: number, { root, only }: ChartOptions): void {
  if (posts > 0 || (root === undefined && only === undefined)) return;
  const where = root === undefined ? "in the file" : `at or below ${root}`;
  throw new UsageError(`there is nothing to draw: no post of IT stands ${where}`);
}

const foldedIn = ({ folded, children }: Chart["trees"][number]): number =>
  children.reduce((sum, child) => sum + foldedIn(child), folded?.posts ?? 0);

function said(out: Out<Format>, what: string): void {
  if (out.path !== undefined) print(`Wrote ${out.path}: ${what}.\n`);
}
