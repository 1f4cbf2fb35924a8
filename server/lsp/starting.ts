import { ErrorCodes, RequestType, ResponseError } from "vscode-languageserver";
import { standard } from "../knowledge/standard.ts";
import {
  fileNameFor,
  type Leader,
  leaderChoices,
  newOrganization,
  sectorChoices,
} from "../model/write/new-organization.ts";
import {
  type NewOrganizationParams,
  type NewOrganizationResult,
  newOrganizationRequest,
  type StartingChoices,
  type StartingChoicesParams,
  startingChoicesRequest,
} from "../protocol.ts";
import type { Session } from "./session.ts";

export const startingRequests = {
  choices: new RequestType<StartingChoicesParams, StartingChoices, void>(startingChoicesRequest),
  write: new RequestType<NewOrganizationParams, NewOrganizationResult, void>(newOrganizationRequest),
};

export const startingChoices: StartingChoices = { sectors: sectorChoices(standard.format), leaders: leaderChoices };

/** The first lines about a client. Words that are not among the choices are left out rather than written. */
export function writeOrganization(session: Session, params: NewOrganizationParams): NewOrganizationResult {
  const name = textOf(params.name);
  if (name === undefined) throw new ResponseError(ErrorCodes.InvalidParams, "An organization needs a name.");
  const [headcount, holder] = [textOf(params.headcount), textOf(params.holder)];
  const sector = startingChoices.sectors.find(({ id }) => id === params.sector)?.id;
  const leader: Leader | undefined = leaderChoices.find(({ id }) => id === params.leader)?.id;
  const answers = {
    name,
    ...(headcount && /^\d{1,9}(-\d{1,9})?$/.test(headcount) ? { headcount } : {}),
    ...(sector ? { sector } : {}),
    ...(leader ? { leader } : {}),
    ...(holder ? { holder } : {}),
  };
  return { fileName: fileNameFor(name), text: newOrganization(answers, session.today) };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
