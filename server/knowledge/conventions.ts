import { memo } from "../base/memo.ts";
import type { RegimeStatus, Role } from "./catalogues.ts";
import type { Knowledge } from "./knowledge.ts";

/** What a firm can set for all its files, as far as reading a file depends on it. */
export interface Conventions {
  /** What is known of roles, laws, duties and the format itself. */
  readonly knowledge: Knowledge;
  readonly thresholds: Thresholds;
  /** Titles that the firm meets, with the roles that each may mean, best guess first. */
  readonly titles: ReadonlyMap<string, readonly Role[]>;
  /** What is assumed of laws and standards that a file does not mention. */
  readonly regimes: ReadonlyMap<string, RegimeAssumption>;
}

export interface Thresholds {
  /** Fewer people than this are a small organization. */
  readonly small: number;
  /** This many people or more are a large one. */
  readonly large: number;
  /** More direct reports than this are many. */
  readonly span: number;
  /** More direct reports than this are many for somebody who does technical work as well. */
  readonly handsOnSpan: number;
}

export interface RegimeAssumption {
  readonly status: RegimeStatus;
  /** In which capacity, where the firm says so. */
  readonly as: readonly string[];
}

/** The limits 50 and 250 lean on the article's "50-250+"; no source gives a number for direct reports. */
const thresholds: Thresholds = { small: 50, large: 250, span: 15, handsOnSpan: 5 };

/** What counts where no firm says otherwise: for one knowledge always the same value. */
export const usualConventions = memo(
  (knowledge: Knowledge): Conventions => ({ knowledge, thresholds, titles: new Map(), regimes: new Map() }),
);
