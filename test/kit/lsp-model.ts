import { existsSync, readFileSync } from "node:fs";

/**
 * Checks messages against the official description of the protocol. It is not part of the repository: where it is
 * not at hand, nothing is checked.
 */
const path = "../shared/data/lsp-metamodel/metaModel-3.17.json";

type Type =
  | { kind: "base" | "reference"; name: string }
  | { kind: "array"; element: Type }
  | { kind: "map"; key: Type; value: Type }
  | { kind: "and" | "or" | "tuple"; items: Type[] }
  | { kind: "literal"; value: { properties: Property[] } }
  | { kind: "stringLiteral" | "integerLiteral" | "booleanLiteral"; value: unknown };
interface Property {
  name: string;
  type: Type;
  optional?: boolean;
}
interface Structure {
  name: string;
  properties: Property[];
  extends?: Type[];
  mixins?: Type[];
}
interface Model {
  requests: { method: string; params?: Type; result: Type }[];
  notifications: { method: string; params?: Type }[];
  structures: Structure[];
  enumerations: { name: string; type: Type; values: { value: unknown }[]; supportsCustomValues?: boolean }[];
  typeAliases: { name: string; type: Type }[];
}

const model: Model | undefined = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
const structures = new Map(model?.structures.map((entry) => [entry.name, entry]));
const enumerations = new Map(model?.enumerations.map((entry) => [entry.name, entry]));
const aliases = new Map(model?.typeAliases.map((entry) => [entry.name, entry.type]));

export const hasModel = model !== undefined;

/** What is wrong with the parameters of a notification or request that the server sends; empty where all is well. */
export function faultsOfParams(method: string, params: unknown): string[] {
  const entry = [...(model?.notifications ?? []), ...(model?.requests ?? [])].find((one) => one.method === method);
  if (!model || (!entry && !method.startsWith("$/"))) return model ? [`${method} is no method of the protocol`] : [];
  return entry?.params ? faults(entry.params, params, method) : [];
}

/** What is wrong with the server's answer to a request. Requests of our own are not described anywhere. */
export function faultsOfResult(method: string, result: unknown): string[] {
  const entry = model?.requests.find((one) => one.method === method);
  return entry ? faults(entry.result, result, method) : [];
}

function faults(type: Type, value: unknown, at: string): string[] {
  switch (type.kind) {
    case "base":
      return isBase(type.name, value) ? [] : [`${at}: ${JSON.stringify(value)} is no ${type.name}`];
    case "reference":
      return referenceFaults(type.name, value, at);
    case "array":
      if (!Array.isArray(value)) return [`${at}: no list`];
      return value.flatMap((item, i) => faults(type.element, item, `${at}[${i}]`));
    case "map":
      if (!isObject(value)) return [`${at}: no object`];
      return Object.entries(value).flatMap(([key, one]) => faults(type.value, one, `${at}.${key}`));
    case "and":
      return type.items.flatMap((item) => faults(item, value, at));
    case "or": {
      const each = type.items.map((item) => faults(item, value, at));
      return each.some((found) => found.length === 0) ? [] : (each.sort((a, b) => a.length - b.length)[0] ?? []);
    }
    case "tuple":
      if (!Array.isArray(value) || value.length !== type.items.length) return [`${at}: no tuple`];
      return type.items.flatMap((item, i) => faults(item, value[i], `${at}[${i}]`));
    case "literal":
      return objectFaults(type.value.properties, value, at);
    default:
      return value === type.value ? [] : [`${at}: ${JSON.stringify(value)} is not ${JSON.stringify(type.value)}`];
  }
}

function referenceFaults(name: string, value: unknown, at: string): string[] {
  if (name === "LSPAny" || name === "LSPObject" || name === "LSPArray") return [];
  const enumeration = enumerations.get(name);
  if (enumeration) {
    if (enumeration.supportsCustomValues) return faults(enumeration.type, value, at);
    return enumeration.values.some((one) => one.value === value)
      ? []
      : [`${at}: ${JSON.stringify(value)} is no ${name}`];
  }
  const alias = aliases.get(name);
  return alias ? faults(alias, value, at) : objectFaults(propertiesOf(name), value, at);
}

function propertiesOf(name: string): Property[] {
  const structure = structures.get(name);
  if (!structure) throw new Error(`The model has no ${name}.`);
  const inherited = [...(structure.extends ?? []), ...(structure.mixins ?? [])];
  return [...inherited.flatMap((type) => ("name" in type ? propertiesOf(type.name) : [])), ...structure.properties];
}

function objectFaults(properties: readonly Property[], value: unknown, at: string): string[] {
  if (!isObject(value)) return [`${at}: no object`];
  const known = new Map(properties.map((property) => [property.name, property]));
  const surplus = Object.keys(value).filter((key) => !known.has(key));
  return [
    ...surplus.map((key) => `${at}.${key} is not in the protocol`),
    ...[...known.values()].flatMap(({ name, type, optional }) => {
      if (!(name in value)) return optional ? [] : [`${at}.${name} is missing`];
      return faults(type, value[name], `${at}.${name}`);
    }),
  ];
}

function isBase(name: string, value: unknown): boolean {
  if (name === "string" || name === "URI" || name === "DocumentUri" || name === "RegExp")
    return typeof value === "string";
  if (name === "integer") return Number.isInteger(value);
  if (name === "uinteger") return Number.isInteger(value) && Number(value) >= 0;
  if (name === "decimal") return typeof value === "number";
  return name === "boolean" ? typeof value === "boolean" : value === null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
