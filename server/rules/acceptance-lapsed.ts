import * as fact from "./fact.ts";
import * as mend from "./mend.ts";
import {
  type Acceptance,
  type AcceptanceUse,
  at,
  type Fix,
  type ReviewContext,
  rule,
  type Sayable,
  verdict,
} from "./rule.ts";
import * as say from "./say.ts";

export const acceptanceLapsed = rule({
  id: "acceptance-lapsed",
  category: "format",
  severity: "warning",
  title: "Decision on record without effect",
  reportTitle: "A decision to accept a finding has lapsed or says too little",
  why: "To accept a risk is a decision on record: who approved it, why, what is done instead, and until when. One that has run out, leaves one of these open, or speaks of nothing that is found any more should not stand as if it still held.",
  rests: [],
  note: "An entry whose reason or approver is `not-asked` is pending: it covers nothing yet, and the check only asks. An entry that is past its date, names no known check or lacks a reason or an approver covers nothing. One that says nothing about a compensating control still covers its finding; `none` is a word about it.",
  mends: "record",
  remedies: ["ask-again"],
  avoid: "An exception from two years ago that nobody has looked at since.",
  prefer: "An entry with a reason, an approver, a compensating control and a date, looked at when the date comes.",
  examples: {
    bad: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
accepted:
  - rule: key-person
#   ^^^^^^^^^^^^^^^^ 💡 warning: acceptance-lapsed
    at: posts.cfo
    reason: a deputy is being looked for
    compensatingControl: the auditor stands in
    approvedBy: ceo
    until: 2026-06-30
`,
    fixed: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cfo: { heldBy: Bo Li, reportsTo: ceo }
accepted:
  - rule: key-person
#   ^^^^^^^^^^^^^^^^ hint: acceptance-lapsed
    at: posts.cfo
    reason: a deputy is being looked for
    compensatingControl: the auditor stands in
    approvedBy: not-asked
    until: not-asked
`,
    good: `
itorg: 1
organization: { name: Example, headcount: 300 }
posts:
  ceo: { heldBy: Ann Ode }
  cio: { heldBy: Bo Li, reportsTo: ceo }
  ciso: { heldBy: Cy Ho, reportsTo: cio }
  #                                 ^^^ 💡 accepted warning: ciso-in-it-line
accepted:
  - { rule: ciso-in-it-line, at: posts.ciso, reason: one year only, compensatingControl: none, approvedBy: ceo, until: 2026-11-22 }
`,
    unknown: `
itorg: 1
organization: { name: Example, headcount: 300 }
accepted: unknown
`,
  },
  *review(context) {
    for (const use of context.acceptances) {
      const fault = faultOf(use, context);
      if (!fault) continue;
      yield verdict(use.acceptance.place, "yes", () => ({
        says: fault.says,
        ...(fault.isPending ? { severity: "hint" as const } : {}),
        fixes: fault.hasRunOut ? [askAgain(use.acceptance)] : [],
      }));
    }
  },
});

interface Fault {
  readonly says: Sayable;
  /** The date is all that is wrong. */
  readonly hasRunOut?: true;
  /** Nobody has decided yet, and nobody says so. */
  readonly isPending?: true;
}

/** The first thing that is wrong with an entry, the gravest before the others. */
function faultOf(
  { acceptance, matches, isRefused }: AcceptanceUse,
  { ruleIds, rulesOff, today }: ReviewContext,
): Fault | undefined {
  const { rule: id, at: place, reason, approvedBy, until, compensatingControl: control } = acceptance;
  const open = pending(acceptance);
  if (open) return { says: open, isPending: true };
  const missing = [
    id.is === "known" ? "" : "the finding that it accepts",
    place.is === "known" ? "" : "the place of that finding",
    reason.is === "known" ? "" : "a reason",
    approvedBy.is === "known" ? "" : "who approved it",
  ].find((what) => what !== "");
  if (missing) return { says: `This decision covers nothing: it lacks ${missing}.` };
  const name = fact.given(id)!;
  if (!ruleIds.has(name))
    return { says: say.words`There is no check called \`${{ quoted: name }}\`, so this decision covers nothing.` };
  if (until.is === "known" && until.value < today) {
    return { says: `This decision ran out on ${until.value} and covers nothing any more.`, hasRunOut: true };
  }
  // Whether it would be found is not known where the firm has turned the check off.
  if (matches.length === 0 && rulesOff.has(name)) return undefined;
  if (matches.length === 0) return { says: "This decision covers nothing: no such finding stands at that place." };
  if (isRefused)
    return {
      says: "This decision covers nothing: the finding contradicts a declared obligation, which leaves no room for it.",
    };
  if (control.is === "unknown" && control.why !== "unreadable")
    return { says: "This decision does not say what is done instead. Name the compensating control, or write `none`." };
  return undefined;
}

/** What is to be asked of a decision that nobody has taken yet; undefined for one that is on record. */
function pending({ reason, approvedBy }: Acceptance): string | undefined {
  const isOpen = (slot: Acceptance["reason"] | Acceptance["approvedBy"]) =>
    slot.is === "unknown" && slot.why === "not-asked";
  if (isOpen(reason) && isOpen(approvedBy)) return "Who approved, and why?";
  if (isOpen(approvedBy)) return "Who approved this decision?";
  return isOpen(reason) && approvedBy.is === "known" ? "Why was this decided?" : undefined;
}

/** Who decides, and until when, nobody knows but they themselves. */
const askAgain = (acceptance: Acceptance): Fix =>
  mend.fix(
    mend.does("ask-again"),
    "Ask again",
    ["approvedBy", "until"].map((slot) => mend.set(at({ at: acceptance.place }, slot), "not-asked")),
  );
