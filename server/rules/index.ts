import { cioBelowExecutive } from "./cio-below-executive.ts";
import { cioTechnologyOnly } from "./cio-technology-only.ts";
import { cisoInItLine } from "./ciso-in-it-line.ts";
import { ctoWithoutProduct } from "./cto-without-product.ts";
import { invertedLevels } from "./inverted-levels.ts";
import { keyPerson } from "./key-person.ts";
import { noGovernanceTraining } from "./no-governance-training.ts";
import { noItLeader } from "./no-it-leader.ts";
import { noStrategicLevel } from "./no-strategic-level.ts";
import { onePersonIt } from "./one-person-it.ts";
import type { Rule } from "./rule.ts";
import { securityUnowned } from "./security-unowned.ts";

/** Every rule of the product, one line each, by category. */
export const rules: readonly Rule[] = [
  // gap
  noItLeader,
  noStrategicLevel,
  securityUnowned,
  onePersonIt,
  // conflict
  cisoInItLine,
  // reporting
  cioBelowExecutive,
  invertedLevels,
  // role
  cioTechnologyOnly,
  ctoWithoutProduct,
  noGovernanceTraining,
  // continuity
  keyPerson,
];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
