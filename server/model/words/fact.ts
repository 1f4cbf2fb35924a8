import type { Place } from "./place.ts";
import type { Sayable } from "./words.ts";

/** What the file says of one field. Nothing unknown is ever read as "no" (format.md, "Unknown is not no"). */
export type Fact<T> = Known<T> | None | Unknown | NotApplicable;

export interface Known<T> {
  readonly is: "known";
  readonly value: T;
}
/** Asked, and there is none. */
export interface None {
  readonly is: "none";
}
export interface Unknown {
  readonly is: "unknown";
  readonly why: WhyUnknown;
  /** The field that would have to be filled in. */
  readonly at: Place;
  /** There is somebody, only not known who: "outsourced". */
  readonly somebody?: true;
}
export interface NotApplicable {
  readonly is: "not-applicable";
}
/** `absent`: the key is not written. `unreadable`: something is written, but it is no value of this field. */
export type WhyUnknown = "absent" | "not-asked" | "unknown" | "declined" | "unreadable";

export const none: None = { is: "none" };
export const notApplicable: NotApplicable = { is: "not-applicable" };
export const known = <T>(value: T): Known<T> => ({ is: "known", value });
export const unknown = (at: Place, why: WhyUnknown): Unknown => ({ is: "unknown", at, why });

/** Somebody, of whom the file does not say who it is. */
export const somebody = (at: Place): Unknown => ({ is: "unknown", at, why: "unknown", somebody: true });

/** The value where it is known, otherwise undefined: for messages and fixes, never for verdicts. */
export function given<T>(fact: Fact<T>): T | undefined {
  return fact.is === "known" ? fact.value : undefined;
}

/** A list's known items; an unknown list has none. For messages and fixes, never for verdicts. */
export function itemsOf<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact.is === "known" ? fact.value : [];
}

/** A condition's value in Kleene's three-valued logic, and a fourth for places where the question makes no sense. */
export type Truth = "yes" | "no" | "left-out" | CannotTell;

export interface CannotTell {
  /** The facts that would settle it. */
  readonly needs: readonly Need[];
  /** Some part of the condition is already true on known facts, so that it is worth asking for the rest. */
  readonly grounded: boolean;
}

export interface Need {
  readonly at: Place;
  readonly why: WhyUnknown;
  /** The question to ask, where the field's own would not be understood; `{the}` stands for the entity. */
  readonly question?: Sayable;
}

/** Whether a condition could not be told: the value then says what would settle it. */
export const isCannotTell = (truth: Truth): truth is CannotTell => typeof truth === "object";

/** What is plainly so or not, as a condition's value. */
export const truth = (value: boolean): Truth => (value ? "yes" : "no");

/** Cannot tell for want of these facts. */
export function cannotTell(...needs: Need[]): CannotTell {
  return { needs, grounded: false };
}

/** Cannot tell for want of this one fact. */
export function missing(at: Place, question?: Sayable): CannotTell {
  return cannotTell(question === undefined ? { at, why: "absent" } : { at, why: "absent", question });
}

/** Whether a fact's value meets a condition. Where there is none, it does not. */
export function holds<T>(fact: Fact<T>, condition: (value: T) => boolean | Truth): Truth {
  if (fact.is === "known") {
    const result = condition(fact.value);
    return typeof result === "boolean" ? truth(result) : result;
  }
  return unsettled(fact) ?? "no";
}

/** Whether it was asked and there is none (an empty list is none, too). */
export function lacking(fact: Fact<unknown>): Truth {
  if (fact.is === "known") return truth(Array.isArray(fact.value) && fact.value.length === 0);
  if (fact.is === "unknown" && fact.somebody) return "no";
  return unsettled(fact) ?? "yes";
}

/** Whether the file gives a value. */
export const stated = (fact: Fact<unknown>): Truth => not(lacking(fact));

function unsettled(fact: None | Unknown | NotApplicable): Truth | undefined {
  if (fact.is === "not-applicable") return "left-out";
  if (fact.is === "unknown") return cannotTell({ at: fact.at, why: fact.why });
  return undefined;
}

/** Kleene's "and". A part that makes no sense leaves the whole out, unless another part is false anyway. */
export const all = (...parts: Truth[]): Truth => allOf(parts);

function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes("no")) return "no";
  if (parts.includes("left-out")) return "left-out";
  const open = parts.filter(isCannotTell);
  if (open.length === 0) return "yes";
  return { needs: uniqueNeeds(open), grounded: parts.includes("yes") || open.some((part) => part.grounded) };
}

/**
 * The same for conditions that are worth asking about one after the other: the first open one is asked, and whether it
 * is worth asking depends on those before it.
 */
export function allInTurn(...parts: Truth[]): Truth {
  const whole = all(...parts);
  return isCannotTell(whole) ? all(...parts.slice(0, parts.findIndex(isCannotTell) + 1)) : whole;
}

/** Kleene's "or". Parts that make no sense count only where nothing else is left. */
export const any = (...parts: Truth[]): Truth => anyOf(parts);

/** The parts of a list of any length are no arguments: a hundred thousand of those are more than a call can take. */
function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes("yes")) return "yes";
  const open = parts.filter(isCannotTell);
  if (open.length > 0) return { needs: uniqueNeeds(open), grounded: open.some((part) => part.grounded) };
  return parts.length > 0 && parts.every((part) => part === "left-out") ? "left-out" : "no";
}

/** Kleene's "not": what makes no sense, or cannot be told, stays so. */
export function not(part: Truth): Truth {
  if (part === "yes") return "no";
  if (part === "no") return "yes";
  return part;
}

/** "All of these": places that make no sense are left out; with no place left, the whole makes none. */
export function every<T>(items: Iterable<T>, condition: (item: T) => Truth): Truth {
  const parts = Array.from(items, condition);
  const applicable = parts.filter((part) => part !== "left-out");
  return parts.length > 0 && applicable.length === 0 ? "left-out" : allOf(applicable);
}

/** "At least one of these." */
export function some<T>(items: Iterable<T>, condition: (item: T) => Truth): Truth {
  return anyOf(Array.from(items, condition));
}

/** The same verdict, asking this instead of the fields' own questions. */
export function asking(part: Truth, at: Place, question: Sayable): Truth {
  return isCannotTell(part) ? { needs: [{ at, why: "absent", question }], grounded: part.grounded } : part;
}

function uniqueNeeds(parts: readonly CannotTell[]): Need[] {
  const byPlace = new Map<string, Need>();
  for (const part of parts) {
    for (const need of part.needs) {
      const key = need.at.join("\u0000");
      if (!byPlace.has(key)) byPlace.set(key, need);
    }
  }
  return [...byPlace.values()];
}
