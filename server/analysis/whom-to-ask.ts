import type { Role } from "../knowledge/catalogues.ts";
import type { FieldSpec } from "../knowledge/format.ts";
import type { Post } from "../model/org/entities.ts";
import { headOfIt, rankedLeaders } from "../model/org/it-line.ts";
import { directSuperior, isTop } from "../model/org/lines.ts";
import { held, kindOf, type Org, roleOf } from "../model/org/org.ts";
import { aboveIt } from "../model/org/top-roles.ts";
import { given, itemsOf, type Need } from "../model/words/fact.ts";
import { foldName, foldText, type Ref, refKey } from "../model/words/values.ts";

/**
 * The post to ask: whoever is concerned, their superior, the owner of the activity; the head of the organization for what
 * nobody else can know. Somebody who was interviewed already comes after those who were not. Null where the consultant
 * judges it, or where nobody is left who has not said already that they do not know.
 */
export function whomToAsk(org: Org, { at, why }: Need, field: FieldSpec | undefined): string | null {
  // With whom the consultant talked, the consultant knows.
  if (field?.judge || at[0] === "interviews") return null;
  const head = headOfOrganization(org);
  const named = field?.ask ? org.posts(field.ask as Role).filter((post) => held(post) !== "no") : [];
  const able = [...named, ...whoCanKnow(org, at.map(String))].filter((post) => held(post) !== "no");
  const others = [...new Set(able)].filter(({ id }) => id !== head);
  const fresh = others.filter((post) => !isInterviewed(org, post));
  const chain = [...fresh, ...others.filter((post) => !fresh.includes(post))].map(({ id }) => id);
  if (chain.length === 0) chain.push(head);
  if (why !== "unknown") return chain[0]!;
  // Whoever would have been asked did not know.
  return chain[1] ?? (chain[0] === head ? nextBelow(org, head) : head);
}

/** The posts that can know a fact, the nearest first. */
function whoCanKnow(org: Org, [section, id = "", field]: readonly string[]): Post[] {
  const lead = closestToIt(org);
  switch (section) {
    case "organization":
      return id === "itHeadcount" || id === "cloudPurchasing" ? lead : [];
    case "posts": {
      const post = org.data.posts.get(id);
      // Whether there is such a post at all, the head of IT knows of those below, and nobody below of the others.
      if (!post?.written || post.exists !== "yes")
        return belowLeader.includes((post && roleOf(post)) ?? id) ? lead.filter((one) => one !== post) : [];
      const superior = directSuperior(org, post);
      // Of a post that is none of IT's, the head of IT knows no better than the head of the whole.
      const near = isNearIt(post) ? lead.filter((one) => one !== post) : [];
      const above = superior ? [superior] : isTop(post) ? [] : near;
      return field === undefined || field === "heldBy" || held(post) === "no" ? above : [post, ...above];
    }
    case "activities": {
      const activity = org.data.activities.get(id);
      const owners = activity ? [...itemsOf(activity.accountable), ...itemsOf(activity.responsible)] : [];
      const own = owners.flatMap((ref) => postOf(org, ref));
      const kind = activity ? kindOf(activity) : id;
      // Of money, and of what personal data is for, whoever leads IT knows no more than anybody else.
      return [...own, ...fieldOwners(org, kind), ...(isNoneOfIt(org, kind) ? [] : lead)];
    }
    case "providers": {
      const overseers = itemsOf(org.data.providers.get(id)?.overseenBy ?? none);
      return [...overseers.flatMap((ref) => postOf(org, ref)), ...lead];
    }
    case "committees": {
      const committee = org.data.committees.get(id);
      const chairs = itemsOf(committee?.chair ?? none);
      const type = (committee && given(committee.type)) ?? id;
      // Which committees there are at all, those at the top know.
      const isOfTop = id === "" || ofTheTop.includes(type);
      return [...chairs.flatMap((chair) => postOf(org, chair)), ...(isOfTop ? [] : lead)];
    }
    case "teams": {
      const head = given(org.data.teams.get(id)?.headedBy ?? none);
      return [...(head ? postOf(org, head) : []), ...lead];
    }
    case "people":
      return org.allPosts.filter((post) => itemsOf(post.heldBy).some((ref) => ref.to === "person" && ref.name === id));
    case "regimes":
      return org.posts("general-counsel", "head-compliance", ...(id.includes("gdpr") ? (["dpo"] as const) : []));
    default:
      return [];
  }
}

const none = { is: "none" } as const;

/** Whoever leads IT; where that is open, the highest who may, or whoever answers for technology. */
function closestToIt(org: Org): Post[] {
  const leader = headOfIt(org.whole).post;
  return leader ? [leader] : [...rankedLeaders(org.whole), ...org.posts("cto", "cto-internal")].slice(0, 1);
}

/** Roles whose posts stand below the head of IT, or beside. */
const belowLeader: readonly string[] = ["it-director", "it-manager", "cto-internal", "enterprise-architect"];

/** Not one of the business, of risk or of the audit. */
function isNearIt(post: Post): boolean {
  const role = roleOf(post);
  return role === undefined || !besideIt.includes(role);
}

const besideIt: readonly Role[] = [...aboveIt, "head-internal-audit"];

/** Committees of which only those at the top can tell. */
const ofTheTop: readonly string[] = ["board", "executive", "risk", "audit"];

/** Paying, and what people's data is used for: no matters of IT. */
function isNoneOfIt({ knowledge }: Org, kind: string): boolean {
  const { business, fields } = knowledge.activities;
  const privacy = fields.find(({ name }) => name === "Data protection")?.activities ?? [];
  return kind !== "vendor-selection" && [...business, ...privacy].some((one) => one === kind);
}

/** Whose field an activity is, where the file names nobody for it. */
function fieldOwners(org: Org, kind: string): Post[] {
  const { security, audit, fields } = org.knowledge.activities;
  const privacy = fields.find(({ name }) => name === "Data protection")?.activities ?? [];
  const isOneOf = (kinds: readonly string[]) => kinds.includes(kind);
  if (isOneOf(audit)) return org.posts("head-internal-audit");
  if (isOneOf(security)) return org.posts("ciso");
  if (isOneOf(privacy)) return org.posts("dpo", "hipaa-privacy-official", "quebec-privacy-officer");
  return isNoneOfIt(org, kind) ? org.posts("cfo", "coo") : [];
}

function postOf(org: Org, ref: Ref): Post[] {
  if (ref.to === "post") return [org.data.posts.get(ref.id)].flatMap((post) => (post?.written ? post : []));
  if (ref.to !== "person") return [];
  return org.allPosts.filter((post) =>
    itemsOf(post.heldBy).some((one) => one.to === "person" && one.name === ref.name),
  );
}

function headOfOrganization(org: Org): string {
  const heads = [...org.posts("ceo"), ...org.posts("agency-head"), ...org.posts("owner")];
  return heads.find((post) => post.written)?.id ?? "ceo";
}

/** Where the head does not know, whoever leads IT may. */
function nextBelow(org: Org, head: string): string | null {
  const next = headOfIt(org.whole).post;
  return next && !isTop(next) && next.id !== head ? next.id : null;
}

/** When somebody in a post was last spoken with, as far as the file says. */
export function lastInterview(org: Org, holders: readonly Ref[]): string | undefined {
  const names = holders.flatMap((ref) => (ref.to === "person" ? [foldName(ref.name)] : []));
  const dates = org.data.interviews
    .filter((interview) =>
      names.some((name) => writings(given(interview.with) ?? "").some((text) => text.includes(name))),
    )
    .flatMap(({ date }) => given(date) ?? []);
  return dates.sort().at(-1);
}

/** Whom an interview was with, in both forms that a name is compared in: of one word, it is as written. */
const writings = (text: string): string[] => [foldName(text), foldText(text), text];

/** Of the people in a post, who is meant: of several, those who were spoken with, where that was somebody. */
export function respondents(org: Org, post: Post): Ref[] {
  const people = itemsOf(post.heldBy).filter(({ to }) => to === "person");
  const met = people.filter((ref) => lastInterview(org, [ref]) !== undefined);
  return met.length > 0 ? met : people;
}

/** The same for all posts that the same people are asked about; the post itself where nobody knows who holds it. */
export function sheetOf(org: Org, ask: string | null): string {
  const post = ask === null ? undefined : org.data.posts.get(ask);
  const people = post ? respondents(org, post).map(refKey) : [];
  return people.length > 0 ? people.sort().join(" ") : (ask ?? "");
}

const isInterviewed = (org: Org, post: Post): boolean => lastInterview(org, itemsOf(post.heldBy)) !== undefined;
