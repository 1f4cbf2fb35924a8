import type { Role } from "../../knowledge/catalogues.ts";

/** The roles at which every line of an organization ends. */
export const topRoles: readonly Role[] = ["ceo", "owner", "board-chair", "agency-head"];

/** Those who decide for the organization, or weigh its risks: no leader of IT stands above them, and security is theirs to answer for. */
export const aboveIt: readonly Role[] = [
  ...topRoles,
  ...(["cfo", "coo", "head-hr", "head-marketing", "general-counsel", "chief-medical-officer"] as const),
  ...(["cro", "head-compliance", "third-party-risk"] as const),
];
