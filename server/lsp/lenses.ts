import type { CodeLens, Command, ServerCapabilities } from "vscode-languageserver";
import { type Lens, lensAnswer, lenses } from "../features/lenses.ts";
import type { LensCounts, LensData, LensSubject, PlacesArguments } from "../protocol.ts";
import type { Client } from "./client.ts";
import { type Here, hereIn } from "./feature.ts";
import type { Session } from "./session.ts";
import { isOn } from "./switches.ts";
import { toRange } from "./text.ts";

export const lensCapability = ({ showsLenses }: Client): ServerCapabilities =>
  showsLenses ? { codeLensProvider: { resolveProvider: true } } : {};

/** Those above single posts without their titles, which come when they are in sight. */
export function toLenses(here: Here): CodeLens[] {
  const { document, snapshot, client, settings } = here;
  const { uri, text } = document;
  if (!isOn(settings, "codeLens")) return [];
  return lenses(snapshot, settings.codeLens?.posts ?? "none")
    .filter(({ about }) => !isBeginning(about) || client.lensCommands[about] !== undefined)
    .map(({ about, post, span }: Lens) => {
      const data: LensData = { uri, about, ...(post === undefined ? {} : { post }) };
      const lens = { range: toRange(text, span), data };
      // There is one of these in a file, and it would leave an empty line while it waits to be asked for.
      return post === undefined ? resolved(here, lens, data) : lens;
    });
}

/** Without a command of its own there is nothing that such a lens could do. */
const isBeginning = (about: LensSubject): boolean => about === "begin" || about === "example";

export function resolveLens(session: Session, lens: CodeLens): CodeLens {
  const data: Partial<LensData> | undefined = lens.data;
  const here = data?.uri === undefined ? undefined : hereIn(session, data.uri);
  return here && data ? resolved(here, lens, data) : { ...lens, command: silent("") };
}

function resolved(here: Here, lens: CodeLens, data: Partial<LensData>): CodeLens {
  const { about } = data;
  const answer = about && lensAnswer(here.snapshot, about, data.post);
  if (!about || !answer) return { ...lens, command: silent("") };
  const title = titleOf(about, answer.counts);
  const told = { ...lens, data: { ...data, counts: answer.counts } };
  const command = here.client.lensCommands[about];
  if (command === undefined) return { ...told, command: silent(title) };
  const { uri, text } = here.document;
  const args: PlacesArguments = [uri, lens.range.start, answer.places.map((span) => toRange(text, span))];
  return { ...told, command: { title, command, arguments: [...args] } };
}

/** For editors without words of their own for what is counted. */
function titleOf(about: LensSubject, { posts = 0, findings = 0, questions = 0, reports = 0, duties = 0 }: LensCounts) {
  const counted = (count: number, one: string): string[] =>
    count === 0 ? [] : [`${count} ${one}${count === 1 ? "" : "s"}`];
  switch (about) {
    case "begin":
      return "New organization";
    case "example":
      return "Insert an example";
    case "posts":
      return [...counted(posts, "post"), ...counted(findings, "finding"), ...counted(questions, "question")].join(
        " · ",
      );
    default:
      return [...counted(reports, "direct report"), ...counted(duties, "duty"), ...counted(findings, "finding")]
        .join()
        .replace(/dutys$/, "duties");
  }
}

/** A command without a name is shown and cannot be called. */
const silent = (title: string): Command => ({ title, command: "" });
