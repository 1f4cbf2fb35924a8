import type { Fix } from "./change.ts";
import { inSentence, sentence, type Words, words } from "./words.ts";

/** What is to be done: the title, without saying that it is a first step; or what to recommend in its stead. */
export function imperative({ title, advice }: Pick<Fix, "title" | "advice">): Words {
  if (advice) return advice;
  const [head, ...rest] = title;
  if (typeof head !== "string" || !head.startsWith(firstStep)) return title;
  return sentence([head.slice(firstStep.length), ...rest]);
}

const firstStep = "First step: ";
const corrects = "Correct the record: ";

/** "Recommend: let the CISO report to the CEO". */
export const asRecommendation = (fix: Fix): Words => words`Recommend: ${inSentence(imperative(fix))}`;

/**
 * "Correct the record: the CISO reports to the CEO": what a title asks for, as a fact that the notes have wrong. Only
 * the first words are turned round; a title of another form is said as it is.
 */
export function asCorrection({ title }: Fix): Words {
  const [head, ...rest] = title;
  if (typeof head !== "string") return words`${corrects}${title}`;
  if (head.startsWith(corrects)) return title;
  const turned = turn(head, rest);
  return words`${corrects}${turned}`;
}

/** Title of the form "Let A do B", "Make A B", "Keep A B", "Give A to B"; A is a name, or several. */
function turn(head: string, rest: Words): Words {
  const [verb = "", ...more] = head.split(" ");
  const subject = more.join(" ");
  const at = rest.findIndex((piece) => typeof piece === "string" && /^ (?!and |, )/.test(piece));
  const told = rest[at];
  if (at < 1 || typeof told !== "string") return inSentence([head, ...rest]);
  const isMany = subject.startsWith("both ") || rest.slice(0, at).some((piece) => piece === " and ");
  const named: Words = [subject, ...rest.slice(0, at)];
  const tail = rest.slice(at + 1);
  const said = told.trimStart();
  if (verb === "Let") return [...named, ` ${isMany ? said : thirdPerson(said)}`, ...tail];
  if (verb === "Make" || verb === "Keep") return [...named, ` ${isMany ? "are" : "is"} ${said}`, ...tail];
  return inSentence([head, ...rest]);
}

/** "report to" is "reports to"; only the first word changes. */
function thirdPerson(said: string): string {
  const [verb = "", ...more] = said.split(" ");
  const ended = verb === "have" ? "has" : /(?:s|sh|ch|x|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  return [ended, ...more].join(" ");
}
