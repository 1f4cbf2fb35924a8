import { cisoInItLine } from "./ciso-in-it-line.ts";
import type { Rule } from "./rule.ts";

/** Every rule of the product, one line each, by category. */
export const rules: readonly Rule[] = [cisoInItLine];

export const ruleById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
