import type { Format } from "../knowledge/format.ts";

import type { Committee, Provider } from "../model/org/entities.ts";
import { isTopCommittee } from "../model/org/lines.ts";
import type { Org } from "../model/org/org.ts";
import type { Fact } from "../model/words/fact.ts";

import { inSentence } from "../model/words/words.ts";
import type { Called } from "./called.ts";
import type { Card } from "./chart.ts";
import { type FoundAt, keyOfCommittee, keyOfProvider } from "./found.ts";

/** The committees that a chart shows, the board first, each with its letter: A to Z, then AA. */
export function lettersOf(org: Org, found: FoundAt): Map<string, string> {
  const shown = [...org.data.committees.values()].filter(
    ({ id, exists }) => exists !== "no" || found.at(keyOfCommittee(id)).says.length > 0,
  );
  const [boards, others] = [shown.filter(isTopCommittee), shown.filter((one) => !isTopCommittee(one))];
  return new Map([...boards, ...others].map(({ id }, i) => [id, letterAt(i)]));
}

export function committeeCards(org: Org, called: Called, found: FoundAt, letters: ReadonlyMap<string, string>): Card[] {
  return [...letters].map(([id, letter]) => {
    const committee = org.data.committees.get(id)!;
    const key = keyOfCommittee(id);
    const lines = committee.exists === "no" ? ["none"] : committeeLines(org.knowledge.format, called, committee);
    return {
      key,
      at: committee.at,
      is: "committee",
      letter,
      title: called.committee(committee),
      lines,
      found: found.at(key),
    };
  });
}

export function providerCards(org: Org, called: Called, found: FoundAt): Card[] {
  const providers = [...org.data.providers.values()];
  return providers.flatMap((provider): Card[] => {
    const key = keyOfProvider(provider.id);
    if (provider.exists === "no" && found.at(key).says.length === 0) return [];
    const lines = provider.exists === "no" ? ["none"] : providerLines(org.knowledge.format, called, provider);
    const title = called.ref({ to: "provider", id: provider.id });
    return [{ key, at: provider.at, is: "provider", letter: undefined, title, lines, found: found.at(key) }];
  });
}

function committeeLines(format: Format, called: Called, { chair, members, meets }: Committee): string[] {
  return [
    `chair: ${said(chair, (refs) => refs.map((ref) => called.ref(ref)).join(", "))}`,
    `members: ${said(members, (refs) => refs.map((ref) => called.ref(ref)).join(", "))}`,
    meets.is === "known"
      ? `meets: ${inSentence(format.titleOf("cadence", meets.value))}`
      : `meets: ${said(meets, String)}`,
  ];
}

function providerLines(format: Format, called: Called, { services, overseenBy }: Provider): string[] {
  return [
    `services: ${said(services, (ids) => ids.map((id) => called.label(format.titleOf("service", id))).join(", "))}`,
    `overseen by: ${said(overseenBy, (refs) => refs.map((ref) => called.ref(ref)).join(", ") || "nobody")}`,
  ];
}

/** A fact in words; what nobody said is not "none", and a list that names nobody of the file is no empty body. */
function said<T>(fact: Fact<T>, words: (value: T) => string): string {
  if (fact.is === "known") return words(fact.value) || "nobody named";
  if (fact.is === "not-applicable") return "not applicable";
  return fact.is === "none" ? "none" : "not known";
}

/** A, B, ... Z, AA, AB, ... */
function letterAt(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}
