import type { Analysis } from "../../analysis/check.ts";
import { groupBy } from "../../base/group.ts";
import { blocks, bold, escaped, list } from "../../base/markdown.ts";
import type { Knowledge } from "../../knowledge/knowledge.ts";
import type { Entity } from "../../model/find/where.ts";
import { directReports } from "../../model/org/direct-reports.ts";
import { dutiesOf } from "../../model/org/duties-of.ts";
import type { Activity, Post } from "../../model/org/entities.ts";
import { isSameHolder } from "../../model/org/holders.ts";
import { activityName, committeeName, holderNames, postName, providerName, refName } from "../../model/org/names.ts";
import { type Org, roleOf, vacant } from "../../model/org/org.ts";
import { type Fact, given, itemsOf } from "../../model/words/fact.ts";
import { type Ref, refKey } from "../../model/words/values.ts";
import { full, listOf, spoken } from "../../model/words/words.ts";
import { attributed, type Card, heading, type Library, type Telling, unlinked } from "./card.ts";
import { regimeCard } from "./regime-card.ts";
import { roleCard } from "./role-card.ts";
import { roleFitCard } from "./role-fit.ts";
import { findingLines } from "./rule-card.ts";
import { meaning } from "./value-card.ts";

/** An entry of the file: what it is, and what the file says of it elsewhere. */
export function entityCard(analysis: Analysis, entity: Entity, library: Telling): Card {
  const { org } = analysis.document;
  const { knowledge, page } = library;
  const { format } = knowledge;
  const inFile = (...facts: readonly (string | undefined)[]): string => {
    const lines = facts.filter((fact) => fact !== undefined).map(escaped);
    const all = [...lines, ...findingLines(analysis, entity.at, library)];
    return all.length === 0 ? "" : `${bold("In this file")}\n\n${list(all)}`;
  };
  switch (entity.entity) {
    case "post": {
      const card = postKind(entity, library);
      // What the file says comes before what the sources say: that is what somebody points at a post for.
      const head = blocks(card.head, inFile(...postFacts(org, entity)));
      return { ...card, head, rest: blocks(roleFitCard(org, entity), card.rest) };
    }
    case "activity": {
      const kind = format.catalogue("activityId").get(given(entity.activity) ?? entity.id);
      return {
        head: blocks(heading(activityName(entity)), kind && meaning(kind, knowledge), inFile(...duties(org, entity))),
        rest: activityInRoles(kind?.id, knowledge),
      };
    }
    case "provider": {
      const services = itemsOf(entity.services).map((id) => format.titleOf("service", id));
      const facts = [
        services.length > 0 ? `Supplies ${listOf(services)}` : undefined,
        whose("Overseen by", org, entity.overseenBy),
      ];
      return {
        head: blocks(
          heading(spoken(providerName(entity), full), "outside provider"),
          inFile(...facts, ...dutyFacts(org, { to: "provider", id: entity.id })),
        ),
      };
    }
    case "committee": {
      const kind = format.catalogue("committeeType").get(given(entity.type) ?? entity.id);
      const meets = given(entity.meets);
      const facts = [
        whose("Chair:", org, entity.chair),
        whose("Members:", org, entity.members),
        meets && `Meets ${meets}`,
      ];
      return { head: blocks(heading(committeeName(entity)), kind && meaning(kind, knowledge), inFile(...facts)) };
    }
    case "team": {
      const functions = itemsOf(entity.functions).map((id) => format.titleOf("teamFunction", id));
      const facts = [
        whose("Headed by", org, entity.headedBy),
        functions.length > 0 ? `Does ${listOf(functions)}` : undefined,
      ];
      return { head: blocks(heading(spoken(refName(org, { to: "team", id: entity.id }), full)), inFile(...facts)) };
    }
    case "person":
      return personCard(analysis, entity.id, library);
    case "unit":
      return { head: blocks(heading(given(entity.name) ?? entity.id), inFile(given(entity.kind))) };
    case "regime":
      return regimeCard(analysis, entity.id, page);
  }
}

/** Whoever a reference names, and what the file says of them. */
export function referenceCard(analysis: Analysis, ref: Ref, library: Telling): Card | undefined {
  const { posts, providers, committees, teams, units } = analysis.document.org.data;
  const entity =
    ref.to === "post"
      ? posts.get(ref.id)
      : ref.to === "provider"
        ? providers.get(ref.id)
        : ref.to === "committee"
          ? committees.get(ref.id)
          : ref.to === "team"
            ? teams.get(ref.id)
            : ref.to === "unit"
              ? units.get(ref.id)
              : undefined;
  if (entity) return entityCard(analysis, entity, library);
  if (ref.to === "person") return personCard(analysis, ref.name, library);
  if (ref.to === "board")
    return { head: blocks(heading("Board"), "The board of directors. It needs no entry of its own.") };
  if (ref.to === "self")
    return { head: blocks(heading("The whole"), "The organization as a whole, beside its companies.") };
  return ref.to === "external"
    ? { head: blocks(heading("External"), "Somebody from outside the organization.") }
    : undefined;
}

function personCard(analysis: Analysis, name: string, library: Telling): Card {
  const { org } = analysis.document;
  const ref: Ref = { to: "person", name };
  const held = postsOf(org, ref);
  const person = [...org.data.people.values()].find(({ id }) => refKey({ to: "person", name: id }) === refKey(ref));
  const facts = [
    held.length > 0 ? `Holds ${spoken(listOf(held.map(postName)), full)}` : undefined,
    person && whose("Employed by", org, person.employedBy),
    ...dutyFacts(org, ref),
  ];
  const lines = facts.filter((fact) => fact !== undefined).map(escaped);
  const found = new Set(held.flatMap((post) => findingLines(analysis, [...post.at, "heldBy"], library)));
  return { head: blocks(heading(name, "person"), list([...lines, ...found])) };
}

/** What a post is by its role; by its title where no role is given. */
function postKind(post: Post, library: Library): Card {
  const role = roleOf(post);
  if (role === undefined) return { head: heading(spoken(postName(post), full), "post") };
  const card = roleCard(role, library);
  return post.id === role ? card : { ...card, head: blocks(heading(spoken(postName(post), full), "post"), card.head) };
}

function postFacts(org: Org, post: Post): (string | undefined)[] {
  const below = directReports(org, post);
  return [
    holding(org, post),
    whose("Reports to", org, post.reportsTo),
    below.length > 0 ? `Reporting to it: ${spoken(listOf(below.map(postName)), full)}` : undefined,
    ...dutyFacts(org, { to: "post", id: post.id }),
  ];
}

function holding(org: Org, post: Post): string {
  if (post.exists === "no") return "There is no such post";
  if (vacant(post) === "yes") return "Vacant";
  const holders = itemsOf(post.heldBy);
  if (holders.length === 0) return "Who holds it is not known";
  const acting = given(post.interim) ? " (interim)" : "";
  const also = new Set(holders.flatMap((ref) => postsOf(org, ref)).filter((other) => other !== post));
  const others = also.size > 0 ? `, who also holds ${spoken(listOf([...also].map(postName)), full)}` : "";
  return `Held by ${spoken(holderNames(org, post) ?? "", full)}${acting}${others}`;
}

/** The roles to which the sources give an activity. */
function activityInRoles(id: string | undefined, knowledge: Knowledge): string {
  const library = unlinked({ knowledge });
  const lines = [...knowledge.roles.definitions.values()].flatMap(({ short, responsibilities }) =>
    responsibilities
      .filter(({ activity }) => activity === id)
      .map(
        ({ what, claims, provisions = [], ours }) =>
          `${bold(escaped(short))}: ${attributed(what, [...provisions, ...claims], library, ours)}`,
      ),
  );
  return lines.length === 0 || id === undefined ? "" : blocks(bold("Whose task the sources make it"), list(lines));
}

const postsOf = (org: Org, ref: Ref): Post[] =>
  org.allPosts.filter((post) => itemsOf(post.heldBy).some((holder) => isSameHolder(org, holder, ref)));

function duties(org: Org, activity: Activity): (string | undefined)[] {
  if (activity.exists === "no") return ["Nobody does it"];
  return [whose("Responsible:", org, activity.responsible), whose("Accountable:", org, activity.accountable)];
}

function dutyFacts(org: Org, ref: Ref): string[] {
  const byKind = groupBy(dutiesOf(org, ref), ({ as }) => as);
  return (["accountable", "responsible"] as const).flatMap((as) => {
    const names = [...new Set(byKind.get(as)?.map(({ activity }) => activityName(activity)))];
    return names.length > 0 ? [`${as === "accountable" ? "Accountable" : "Responsible"} for: ${names.join("; ")}`] : [];
  });
}

/** "Reports to the CEO"; nothing where the file does not say. */
function whose(label: string, org: Org, fact: Fact<Ref | readonly Ref[]>): string | undefined {
  if (fact.is === "none") return `${label} nobody`;
  const value = given(fact);
  const refs = value === undefined ? [] : "to" in value ? [value] : value;
  return refs.length === 0 ? undefined : `${label} ${spoken(listOf(refs.map((ref) => refName(org, ref))), full)}`;
}
