import { speaksOf } from "../../../analysis/entries.ts";
import { dayInWords } from "../../../base/day.ts";
import type { Block, Row } from "../../../base/document.ts";
import { isAcceptanceInForce } from "../../../model/org/acceptances.ts";
import type { Acceptance } from "../../../model/org/entities.ts";
import { given } from "../../../model/words/fact.ts";
import type { Said } from "../said.ts";

/** Who decided to live with what, why, with what in its place, and until when; what has lapsed stands first. */
export function accepted(said: Said): Block[] {
  const entries = said.org.data.accepted;
  if (entries.length === 0) return [{ is: "paragraph", text: "No risk is on record as accepted." }];
  const inOrder = entries.toSorted((a, b) => Number(isOver(said, b)) - Number(isOver(said, a)));
  const columns = [
    { title: "What", width: 28 },
    { title: "Who approved", width: 14 },
    { title: "Why", width: 22 },
    { title: "In its place", width: 20 },
    { title: "Until", width: 16 },
  ];
  return [
    { is: "table", about: "The risks that were accepted", columns, rows: inOrder.map((one) => rowOf(said, one)) },
  ];
}

const isOver = ({ analysis }: Said, { until }: Acceptance): boolean =>
  until.is === "known" && until.value < analysis.today;

function rowOf(said: Said, entry: Acceptance): Row {
  const own = said.analysis.findings.filter((finding) => speaksOf(entry, finding));
  const rule = given(entry.rule) ?? "";
  const { config, today } = said.analysis;
  const what = own[0]
    ? said.sentence(own[0].says)
    : `${config.ruleById.get(rule)?.reportTitle ?? said.text([{ quoted: rule }])}: not found any more`;
  const approver = given(entry.approvedBy);
  const control = entry.compensatingControl;
  const until = given(entry.until);
  const state = isOver(said, entry)
    ? "; lapsed"
    : !isAcceptanceInForce(entry, today)
      ? "; pending, it covers nothing yet"
      : own.some((finding) => finding.accepted)
        ? ""
        : own.length > 0
          ? "; the law leaves no room for it"
          : "";
  const cells = [
    what,
    approver ? said.ref(approver) : "not said",
    entry.reason.is === "known" ? said.note(entry.reason.value) : "not said",
    control.is === "known" ? said.note(control.value) : control.is === "none" ? "nothing" : "not said",
    `${until === undefined ? "no day" : dayInWords(until)}${state}`,
  ];
  return { cells: cells.map((text, i) => ({ text, ...(i === 4 && state !== "" ? { tone: "bad" as const } : {}) })) };
}
