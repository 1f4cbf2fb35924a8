import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ruleById } from "../kit/standard.ts";

// The definitions as the tests read them: straight from their files, so that a test sees what a person wrote.

export const folder = join(process.cwd(), "schemas", "definitions");
export const readText = (...path: string[]) => readFileSync(join(folder, ...path), "utf8");
export const readYaml = (...path: string[]) => parse(readText(...path));
export const readJson = (...path: string[]) => JSON.parse(readText(...path));

export interface Claim {
  says: string;
  about: string[];
  attribute: string;
  status: string;
  voice?: string;
  sameAs?: string;
}
export interface Source {
  id: string;
  sellsRemedy: boolean;
  claims: Record<string, Claim>;
}
export interface Effect {
  rule?: string;
  severity?: string;
  cancels?: boolean;
  when?: string;
  scope?: string[];
}
export interface Provision {
  id: string;
  regime: string;
  confidence: string;
  reviewed: boolean;
  evidence?: string;
  notChecked?: string;
  exemptAs?: string[];
  exempts?: { provisions: string[] };
  demands?: { roles: string[]; services?: string[]; joins?: string };
  effects: Effect[];
  conflictsWith?: { id: string }[];
}
export interface Fact {
  attribute: string;
  value: string[];
  contradictedOnlyBy?: string[];
  neutral?: string[];
  for: string[];
  against: string[];
  weighed: boolean;
}
export interface Citing {
  claims: string[];
  provisions?: string[];
  sellsRemedy?: string;
}
export interface Role {
  id: string;
  titles: string[];
  titleRank?: Record<string, number>;
  fitAs?: string;
  neededBy?: Citing[];
  facts: Fact[];
  responsibilities: (Citing & { activity?: string })[];
  worksWith: (Citing & { role: string })[];
  developmentGaps: Citing[];
  path: Citing[];
  agreement: Citing[];
  disagreement: { positions: (Citing & { sources?: string[] })[] }[];
  remedies: Citing[];
  rejected: Citing[];
  interview?: Citing[];
}
export interface Pair {
  id: string;
  first: string[];
  second: string[];
  rests: string[];
  title: string;
  reportTitle: string;
  why: string;
  sameHands: string;
  avoid: string;
  prefer: string;
}

export const roleFiles = readdirSync(join(folder, "roles")).filter((name) => name.endsWith(".yaml"));
export const sourcesFile: { voices: { id: string }[]; sources: Source[]; standards: { id: string }[] } =
  readYaml("sources.yaml");
export const regimesFile: {
  regimes: {
    id: string;
    capacities?: string[];
    suggestedWhen?: { jurisdictions?: string[]; sectors?: string[]; cardData?: string[]; listed?: string };
  }[];
  provisions: Provision[];
} = readYaml("regimes.yaml");
export const dutiesFile: { approving: string[]; alike: string[][]; pairs: Pair[] } = readYaml("duties.yaml");
/** A file leaves out what there is nothing to say about; the six that the articles define say all of it. */
export const silent = Object.fromEntries(
  "facts responsibilities worksWith developmentGaps path agreement disagreement remedies rejected"
    .split(" ")
    .map((key) => [key, []]),
);
export const roles: Role[] = roleFiles.map((name) => ({ ...silent, ...readYaml("roles", name) }));

export interface RolePair {
  one: string;
  other: string;
  rule?: string;
  list?: string;
  why?: string | Record<string, string>;
  claims?: string[];
  provisions?: string[];
}
export const rolePairsFile: { rules: { id: string; posts: string[] }[]; pairs: RolePair[] } =
  readYaml("role-pairs.yaml");

/** As much of a JSON Schema as a catalogue is made of. */
interface RawSchema {
  const?: unknown;
  enum?: unknown[];
  $ref?: string;
  oneOf?: RawSchema[];
  anyOf?: RawSchema[];
}

const format: { definitions: Record<string, RawSchema> } = JSON.parse(
  readFileSync(join(folder, "..", "itorg.schema.json"), "utf8"),
);

/** The ids of a catalogue of the format: constants, also through references and alternatives. */
export function catalogue(name: string): string[] {
  const definition = (id: string) => format.definitions[id] ?? assert.fail(`the format has no "${id}"`);
  const idsOf = (raw: RawSchema): string[] => [
    ...[raw.const, ...(raw.enum ?? [])].filter((value) => typeof value === "string"),
    ...(raw.$ref ? idsOf(definition(raw.$ref.replace("#/definitions/", ""))) : []),
    ...[...(raw.oneOf ?? []), ...(raw.anyOf ?? [])].flatMap(idsOf),
  ];
  const ids = idsOf(definition(name));
  assert.ok(ids.length > 1, `the catalogue "${name}" is empty`);
  return ids;
}

export const claims = new Map(sourcesFile.sources.flatMap((source) => Object.entries(source.claims)));
export const provisionIds = new Set(regimesFile.provisions.map((provision) => provision.id));
export const standardIds = new Set(sourcesFile.standards.map((standard) => standard.id));
export const regimes = new Map(regimesFile.regimes.map((regime) => [regime.id, regime]));
export const isCitation = (id: string) => claims.has(id) || provisionIds.has(id) || standardIds.has(id);

/** The rules that a provision may touch; `duties-*` is every pair. */
export const touchable = new Set([...ruleById.keys(), "duties-*"]);

export function allIn(what: string, ids: Iterable<string>, known: (id: string) => boolean) {
  const lost = [...ids].filter((id) => !known(id));
  assert.deepEqual(lost, [], `${what} names what does not exist`);
}

export function unique(what: string, ids: string[]) {
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
    `${what} twice`,
  );
}

/** Whether a value is in the format's list of that name; the list may be an `enum` of a field of a post. */
export function oneOf(name: string): (value: string) => boolean {
  const ids = catalogue(name);
  return (value) => ids.includes(value);
}
