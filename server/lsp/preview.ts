import { ErrorCodes, RequestType, ResponseError } from "vscode-languageserver";
import { type Answer, type Talk, writeAnswer } from "../analysis/answers.ts";
import type { Edit, Text } from "../base/text.ts";
import { actions } from "../features/actions.ts";
import { entryAt, spanOf } from "../features/preview/place.ts";
import { statusEdits } from "../features/preview/statuses.ts";
import { preview } from "../features/preview.ts";
import { namings } from "../model/org/naming.ts";
import { placeFromString, placeToString } from "../model/words/place.ts";
import {
  type AnswerParams,
  type AnswerResult,
  answerRequest,
  type ExportParams,
  type ExportResult,
  exportRequest,
  type LocateParams,
  type LocateResult,
  locateRequest,
  type PreviewParams,
  type PreviewResult,
  previewRequest,
  previewTabs,
  type RemediesParams,
  type RemediesResult,
  type RemedyShown,
  remediesRequest,
  type ShownEdit,
  type StatusChangeParams,
  type StatusChangeResult,
  statusChangeRequest,
} from "../preview-protocol.ts";
import { handedOver } from "../reports/client/handed-over.ts";
import type { Here } from "./feature.ts";
import { toRange, toTextEdit } from "./text.ts";

/** What the preview asks for. */
export const previewRequests = {
  preview: new RequestType<PreviewParams, PreviewResult, void>(previewRequest),
  locate: new RequestType<LocateParams, LocateResult, void>(locateRequest),
  answer: new RequestType<AnswerParams, AnswerResult, void>(answerRequest),
  statusChange: new RequestType<StatusChangeParams, StatusChangeResult, void>(statusChangeRequest),
  remedies: new RequestType<RemediesParams, RemediesResult, void>(remediesRequest),
  export: new RequestType<ExportParams, ExportResult, void>(exportRequest),
};

export function previewIn({ document, snapshot }: Here, { tab, arrangement }: PreviewParams): PreviewResult {
  if (!previewTabs.includes(tab)) throw refused(`There is no tab "${String(tab)}".`);
  const kept = isArrangement(arrangement) ? arrangement : undefined;
  return { version: document.version, ...preview(snapshot, tab, kept) };
}

/** Nothing else may come out of a state that a window kept. */
const isArrangement = (value: PreviewParams["arrangement"]): boolean =>
  typeof value === "object" &&
  value !== null &&
  [value.hangFrom, value.columns].every((count) => Number.isInteger(count) && count >= 0 && count <= 60) &&
  value.columns > 0;

export function locateIn({ document: { text }, snapshot }: Here, { at, position }: LocateParams): LocateResult {
  const found = typeof at === "string" ? spanOf(snapshot, at) : position && entryAt(snapshot, text.offsetAt(position));
  return found ? { at: found.at, range: toRange(text, found.span) } : null;
}

export function answerIn({ document, snapshot }: Here, params: AnswerParams): AnswerResult {
  const written = writeAnswer(snapshot, answerOf(params), talkOf(params));
  return "refused" in written ? written : editResult(document, written.edits);
}

function answerOf({ at, word, values }: AnswerParams): Answer | undefined {
  const place = typeof at === "string" ? placeFromString(at) : undefined;
  if (!place || place.length === 0) return undefined;
  if (typeof word === "string") return { at: place, word };
  return { at: place, values: new Map(Object.entries(values ?? {}).map(([key, value]) => [key, textsOf(value)])) };
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");

function talkOf({ interview }: AnswerParams): Talk | undefined {
  const whom = textOf(interview?.with);
  if (whom === undefined) return undefined;
  const [by, note] = [textOf(interview?.by), textOf(interview?.note)];
  return { with: whom, ...(by === undefined ? {} : { by }), ...(note === undefined ? {} : { note }) };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

export function statusChangeIn(
  { document, snapshot }: Here,
  { place, status }: StatusChangeParams,
): StatusChangeResult {
  const edits = statusEdits(snapshot, String(place), String(status));
  return edits ? editResult(document, edits) : null;
}

/** The remedies of one finding among those of its range, so that titles, order and first choice are the light bulb's. */
export function remediesIn({ document, snapshot }: Here, { rule, at }: RemediesParams): RemediesResult {
  const finding = snapshot.analysis.findings.find((one) => one.rule === rule && placeToString(one.at) === at);
  if (!finding) return null;
  const own = actions(snapshot, finding.span).filter(({ kind, findings, helps }) => {
    const isRemedy = kind === "fix" || kind === "first-step";
    return isRemedy && findings.includes(finding) && (helps?.() ?? true);
  });
  return {
    version: document.version,
    remedies: own.map((one) => ({
      title: one.title,
      does: doesOf(one.key ?? ""),
      isPreferred: one.isPreferred,
      edits: editsOf(document.text, one.edits()),
    })),
  };
}

/** An action's key ends in its remedy's id and how it was tried: a recommendation, as carried out in a target. */
function doesOf(key: string): RemedyShown["does"] {
  if (key.endsWith(" accept-this-risk nothing")) return "accept";
  return key.endsWith(" target") || key.endsWith(" nothing") ? "recommend" : "other";
}

export function exportIn({ snapshot: { analysis } }: Here, { kind, names }: ExportParams): ExportResult {
  const write = Object.hasOwn(handedOver, kind) ? handedOver[kind] : undefined;
  if (!write || !namings.includes(names)) throw refused(`There is no export "${String(kind)}" with these names.`);
  return { content: write(analysis, names) };
}

const editResult = ({ version, text }: Here["document"], edits: readonly Edit[]) => ({
  version,
  edits: editsOf(text, edits),
});

const editsOf = (text: Text, edits: readonly Edit[]): ShownEdit[] => edits.map((edit) => toTextEdit(text, edit));

const refused = (says: string) => new ResponseError(ErrorCodes.InvalidParams, says);
