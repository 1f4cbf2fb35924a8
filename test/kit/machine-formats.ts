import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { github } from "../../server/reports/formats/check/github.ts";
import { gitlab } from "../../server/reports/formats/check/gitlab.ts";
import { json } from "../../server/reports/formats/check/json.ts";
import { junit } from "../../server/reports/formats/check/junit.ts";
import { markdown } from "../../server/reports/formats/check/markdown.ts";
import { pretty } from "../../server/reports/formats/check/pretty.ts";
import { sarif } from "../../server/reports/formats/check/sarif.ts";
import type { Formats } from "../../server/reports/formats/format.ts";
import { faultsOf } from "./xml-schema.mjs";

/** All that `check` can write. */
export const checkFormats: Formats = { pretty, json, sarif, junit, github, gitlab, markdown };

const isAddress = (text: string): boolean => URL.canParse(text);
const isReference = (text: string): boolean =>
  URL.canParse(text, "https://example.org/") && !/[\s<>"\\^`{|}]/.test(text);

/** SARIF's own schema, with its formats meant in earnest. */
const isSarif = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: { uri: isAddress, "uri-reference": isReference, "date-time": true, uuid: true },
}).compile(JSON.parse(readFileSync("test/data/schemas/sarif-2.1.0.json", "utf8")));

/** What is wrong with a SARIF log by its schema. */
export function sarifFaults(text: string): string[] {
  return isSarif(JSON.parse(text))
    ? []
    : (isSarif.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What is wrong with a JUnit report by the schema of Jenkins. */
export const junitFaults = (text: string): string[] =>
  faultsOf(text, readFileSync("test/data/schemas/junit-10.xsd", "utf8"));

const issueKeys = ["check_name", "description", "fingerprint", "location", "severity"];

/** What GitLab's page on the format asks of an issue (docs.gitlab.com/ci/testing/code_quality). */
export function gitlabFaults(text: string): string[] {
  const issues: unknown = JSON.parse(text);
  assert.ok(Array.isArray(issues));
  const prints = new Set<string>();
  return issues.flatMap((issue: Record<string, unknown>, i) => {
    const location = issue["location"] as { path: string; lines: { begin: number } };
    const isNew = !prints.has(String(issue["fingerprint"])) && prints.add(String(issue["fingerprint"]));
    return [
      ...(issueKeys.every((key) => key in issue) ? [] : [`${i}: a key is missing`]),
      ...(["description", "check_name"].every((key) => String(issue[key]).trim() !== "") ? [] : [`${i}: empty`]),
      ...(["info", "minor", "major", "critical", "blocker"].includes(String(issue["severity"]))
        ? []
        : [`${i}: severity`]),
      ...(isNew ? [] : [`${i}: the fingerprint is another's`]),
      ...(typeof location.path === "string" && !/^(?:\/|\.\/|\w:)/.test(location.path) ? [] : [`${i}: path`]),
      ...(Number.isInteger(location.lines.begin) && location.lines.begin > 0 ? [] : [`${i}: line`]),
    ];
  });
}

/** A workflow command of a line as GitHub's runner reads it (actions/runner, ActionCommand); undefined where it is none. */
export function readCommand(line: string) {
  const match = /^::(?<name>[^\s:]+)(?: (?<properties>(?:(?!::).)*))?::(?<data>.*)$/u.exec(line);
  if (!match?.groups) return undefined;
  const data = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  const property = (text: string) => data(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
  const pairs = (match.groups["properties"] ?? "").split(",").map((pair) => pair.split("="));
  return {
    name: match.groups["name"]!,
    properties: Object.fromEntries(pairs.map(([key, ...value]) => [key, property(value.join("="))])),
    message: data(match.groups["data"]!),
  };
}

/** What GitHub's page on workflow commands asks (docs.github.com/en/actions, "Workflow commands"). */
export function githubFaults(text: string): string[] {
  return text
    .split("\n")
    .slice(0, -1)
    .flatMap((line, i) => {
      const command = readCommand(line);
      if (!command) return [`${i}: no command`];
      const { name, properties, message } = command;
      const number = (key: string) => !(key in properties) || /^[1-9]\d*$/.test(properties[key]!);
      return [
        ...(["error", "warning", "notice"].includes(name) ? [] : [`${i}: ${name}`]),
        ...(["line", "endLine", "col", "endColumn"].every(number) ? [] : [`${i}: a number`]),
        ...(properties["file"] && properties["title"] ? [] : [`${i}: no file or title`]),
        ...(Object.keys(properties).every((key) => known.includes(key)) ? [] : [`${i}: ${Object.keys(properties)}`]),
        ...(message.trim() === "" ? [`${i}: no message`] : []),
      ];
    });
}

const known = ["file", "line", "endLine", "col", "endColumn", "title"];

/** What is wrong with an output by what its format asks. */
export const formatFaults: Readonly<Record<string, (text: string) => string[]>> = {
  sarif: sarifFaults,
  junit: junitFaults,
  gitlab: gitlabFaults,
  github: githubFaults,
};
