import type { Format } from "../knowledge/format.ts";
import type { FitAttribute } from "../knowledge/profiles.ts";
import type { Post } from "../model/org/entities.ts";
import { refName } from "../model/org/names.ts";
import type { Org } from "../model/org/org.ts";
import { given } from "../model/words/fact.ts";
import { inSentence, listOf, type Sayable, words } from "../model/words/words.ts";
import type { FactFit } from "./role-fit.ts";

/** What is compared, as a table or a sentence names it. */
export const fitLabels: Readonly<Record<FitAttribute, string>> = {
  level: "level",
  orientation: "orientation",
  focus: "focus",
  objectives: "objectives",
  customers: "customers",
  handsOn: "technical work",
  background: "background",
  governanceTraining: "training in governance",
  reportsTo: "reporting line",
  carries: "duties and teams",
};

/** What the file says, in a few words: "tactical", "the CFO". Undefined where it says nothing. */
export function declaredWords(org: Org, post: Post, { fact, declared }: FactFit): Sayable | undefined {
  const superior = fact.attribute === "reportsTo" ? given(post.reportsTo) : undefined;
  if (superior) return refName(org, superior);
  if (declared === undefined) return undefined;
  return declared.length === 0
    ? "none"
    : listOf(declared.map((value) => valueWords(fact.attribute, value, org.knowledge.format)));
}

/** What a definition says, in the same words: "tactical or operational". */
export function expectedWords({ knowledge }: Org, { attribute, value, atLeast = 1 }: FactFit["fact"]): string {
  const values = value.map((one) => valueWords(attribute, one, knowledge.format));
  return atLeast > 1 ? `${listOf(values)}, or ${numbers[atLeast] ?? atLeast} of them` : listOf(values, "or");
}

const numbers: Readonly<Record<number, string>> = { 2: "two", 3: "three", 4: "four" };

function valueWords(attribute: FitAttribute, value: string, format: Format): string {
  if (attribute === "reportsTo")
    return value === "board" || value === "owner" ? `the ${value}` : format.titleOf("role", value);
  if (attribute === "carries") return carriedWords(value, format);
  return attribute === "objectives" ? inSentence(format.titleOf("objective", value)) : value;
}

function carriedWords(value: string, format: Format): string {
  const [how, what = ""] = value.split(":");
  if (how === "heads") return `heads ${inSentence(format.titleOf("teamFunction", what))}`;
  const activity = inSentence(format.titleOf("activityId", what));
  return how === "accountable" ? `answers for ${activity}` : `is responsible for ${activity}`;
}

/** What the file says, as the end of a sentence about the post: "works at the tactical level". */
export function declaredPhrase(org: Org, post: Post, fit: FactFit): Sayable {
  const value = declaredWords(org, post, fit) ?? "";
  const [first] = fit.declared ?? [];
  switch (fit.fact.attribute) {
    case "level":
      return words`works at the ${value} level`;
    case "orientation":
      return words`looks ${value}`;
    case "focus":
      return words`attends to ${value}`;
    case "objectives":
      return words`is measured by ${value}`;
    case "customers":
      return words`serves ${value} customers`;
    case "handsOn":
      return first === "yes" ? "does technical work" : "does no technical work";
    case "background":
      return words`has a ${value} background`;
    case "governanceTraining":
      return first === "yes" ? "is trained in governance" : "has no training in governance";
    case "reportsTo":
      return words`reports to ${value}`;
    case "carries":
      return value;
  }
}
