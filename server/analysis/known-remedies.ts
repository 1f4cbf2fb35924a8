import type { Config } from "../firm/config.ts";
import { type Effect, isOfPattern } from "../model/words/remedy-id.ts";
import type { Rule } from "../rules/rule.ts";

/**
 * The patterns of the remedies that a finding of this rule, or under this provision, may have: its own, those of the
 * rules that take it in, and those of the rules and provisions that state the same fact with it. Undefined for a rule
 * that nobody knows.
 */
export function remediesUnder(config: Config, id: string): readonly Effect[] | undefined {
  const { provisions } = config.conventions.knowledge.law;
  const provision = provisions.get(id);
  if (!config.ruleById.has(id) && !provision) return undefined;
  const cited = new Set((provision?.effects ?? []).map(({ rule }) => rule));
  if (provision?.demands?.joins !== undefined) cited.add(provision.demands.joins);
  const isKin = (rule: Rule) =>
    rule.id === id || rule.absorbs?.includes(id) || cited.has(rule.id) || isJoining(rule, id, config);
  return [...new Set([...config.ruleById.values()].filter(isKin).flatMap(({ remedies = [] }) => remedies))];
}

/** Whether what a provision's own rule finds can join this one's findings. */
function isJoining({ provision }: Rule, id: string, { conventions }: Config): boolean {
  if (provision === undefined) return false;
  const { effects = [], demands } = conventions.knowledge.law.provisions.get(provision) ?? {};
  return demands?.joins === id || effects.some(({ rule }) => rule === id);
}

/** Whether a remedy of this id is known for findings of this rule. */
export const isKnownRemedy = (config: Config, rule: string, id: string): boolean =>
  (remediesUnder(config, rule) ?? []).some((pattern) => isOfPattern(id, pattern));
