import type { CodeLens, Command, ServerCapabilities } from "vscode-languageserver";
import { type Lens, type LensSubject, lensAnswer } from "../features/lenses.ts";
import type { PlacesArguments } from "../protocol.ts";
import type { Client } from "./client.ts";
import { type Here, hereIn } from "./feature.ts";
import type { Session } from "./session.ts";
import { isOn } from "./switches.ts";
import { toRange } from "./text.ts";

/** What `codeLens/resolve` gets back: by its name a post is found again when the text has changed. */
interface LensData {
  readonly uri: string;
  readonly post: string;
  readonly about: LensSubject;
}

export const lensCapability = ({ showsLenses }: Client): ServerCapabilities =>
  showsLenses ? { codeLensProvider: { resolveProvider: true } } : {};

/** Without their titles, which come when they are in sight. */
export function toLenses({ document: { uri, text }, settings }: Here, found: readonly Lens[]): CodeLens[] {
  if (!isOn(settings, "codeLens")) return [];
  return found.map(({ post, about, span }) => {
    const data: LensData = { uri, post, about };
    return { range: toRange(text, span), data };
  });
}

export function resolveLens(session: Session, lens: CodeLens): CodeLens {
  const data: Partial<LensData> | undefined = lens.data;
  const here = data?.uri === undefined ? undefined : hereIn(session, data.uri);
  const answer = here && data?.post && data.about ? lensAnswer(here.snapshot, data.post, data.about) : undefined;
  if (!here || !data?.about || !answer) return { ...lens, command: silent("") };
  const { placesCommand, findingsCommand } = here.client;
  const command = data.about === "findings" ? findingsCommand : placesCommand;
  if (command === undefined) return { ...lens, command: silent(answer.title) };
  const { uri, text } = here.document;
  const args: PlacesArguments = [uri, lens.range.start, answer.places.map((span) => toRange(text, span))];
  return { ...lens, command: { title: answer.title, command, arguments: [...args] } };
}

/** A command without a name is shown and cannot be called. */
const silent = (title: string): Command => ({ title, command: "" });
