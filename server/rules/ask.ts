/**
 * What is so: facts about the organization. Where the file may not say, the answer is a `Truth` (`yes`, `no`, left out,
 * or cannot tell with what is missing); names that begin with `is` or `has` answer true or false.
 */

export { dayInWords } from "../base/day.ts";
export { addTo } from "../base/group.ts";
export { otherWritings } from "../base/other-writings.ts";
export { similarNames } from "../base/similar-names.ts";
export { byHands, compareDuties, counted, isTinyTeam, strongestFirst } from "../duties/duty-cases.ts";
export { firstsFor } from "../duties/duty-index.ts";
export { backgroundOf, backgroundOfHolder } from "../fit/background.ts";
export { dutiesCarried, teamsHeaded } from "../fit/carried.ts";
export { compare, fitsOf } from "../fit/role-fit.ts";
export {
  activeCommittees,
  committeeTypes,
  itAndSecurity,
  meetingCommittees,
  ofType,
  overseen,
  overseesAny,
  rarerThan,
  someCommittee,
} from "../model/org/committees.ts";
export { headAnswersForSecurity } from "../model/org/head-answers.ts";
export {
  allHoldAlso,
  employerOf,
  handsOf,
  inPost,
  isSameHolder,
  ofProvider,
  personOf,
  postsOf,
  sharedHolders,
  shareHolder,
} from "../model/org/holders.ts";
export {
  isCaseDeclared,
  isCaseDemanded,
  isDeclaredAs,
  provisionInForce,
  regimesInForce,
} from "../model/org/in-force.ts";
export { ofInternalAudit } from "../model/org/internal-audit.ts";
export {
  byRank,
  carriesInternalIt,
  headOfIt,
  headsIt,
  inRole,
  isItLeadership,
  itLed,
  leadsItOrTechnology,
  ledByGroup,
  nobodyLeadsIt,
  titledWithoutRole,
  vacantLeaders,
  worksInIt,
} from "../model/org/it-line.ts";
export { scopesAsked, servedBy } from "../model/org/law-units.ts";
export { levelCovered, strategyCovered } from "../model/org/levels.ts";
export {
  commonSuperior,
  directSuperior,
  firstOnLine,
  isTop,
  isTopCommittee,
  lineMeets,
  lineOf,
  superiorAt,
} from "../model/org/lines.ts";
export { isDormant, nearest, seatedOn, seatOnSteering, sitsIn, unlinked } from "../model/org/links.ts";
export { wouldConflict } from "../model/org/one-person.ts";
export {
  held,
  isSlot,
  itLeadershipRoles,
  itPostRoles,
  kindOf,
  roleOf,
  scopeOf,
  unitOf,
  vacant,
} from "../model/org/org.ts";
export { fromOutside, holdsPost, provisionsOnSecurity, suppliesPost } from "../model/org/outside.ts";
export { postsBehind } from "../model/org/posts-behind.ts";
export { doesWork, dutiesOf, guardiansFrom, tiedTo, unlessApart, workDone } from "../model/org/provider-work.ts";
export { canMeet, overlapsOf, placeOfShare, sameHands } from "../model/org/same-hands.ts";
export { seatOfIt } from "../model/org/seats.ts";
export {
  dutyGuards,
  guardingPost,
  leadingGuards,
  regulatoryRoles,
  repeatsGuard,
  securityPosts,
} from "../model/org/security-guard.ts";
export { sharesOf } from "../model/org/shares.ts";
export { describesTarget } from "../model/org/state.ts";
export { unmentionedRegimes } from "../model/org/suggested-regimes.ts";
export { among, managingBodies, managingBody, managingRoles, ofRoles, outsideOf } from "../model/org/superiors.ts";
export { isTermOver } from "../model/org/terms.ts";
export { agencyHeadOf, boardHeadsAgency, boardOf, headOf, headRoles, readsLikeHead } from "../model/org/top.ts";
export { formsOfName, isReservedWord, refKey } from "../model/words/values.ts";
export { placeOfActivity } from "../remedies/accountable.ts";

export { demandUnmet, demandVacant, placeOfMissing } from "../remedies/demands.ts";
export { deputiesOf, isOwnDeputy, withoutDeputy, withoutStandIn } from "../remedies/deputies.ts";

export { dualRole } from "../remedies/dual-roles.ts";
export { placeOfCommittee, placeOfMissingActivity, placeOfSection } from "../remedies/missing-entry.ts";
export { topCommittees } from "../remedies/oversight.ts";
export { barredFrom, everybodyIn, isAssumedHead, isOfSecurity, peopleIn } from "../remedies/owners.ts";
export { distinct } from "../remedies/reassign.ts";
export { isReviewNamed, ownReview, placeOfReview } from "../remedies/reviewers.ts";
