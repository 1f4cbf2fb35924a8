/**
 * How it is said: posts, people, providers and activities by name, and the sentences that several rules share.
 */

export { placesBeside, saysDuties } from "../duties/duty-words.ts";
export { declaredPhrase, declaredWords, expectedWords, fitLabels } from "../fit/fit-words.ts";
export {
  activityName,
  committeeName,
  holderNames,
  humanize,
  postName,
  postTitle,
  providerName,
  refName,
  teamName,
  theCommittee,
  thePost,
  withArticle,
} from "../model/org/names.ts";
export { placeToString } from "../model/words/place.ts";
export {
  aside,
  distinctWords,
  inSentence,
  joinedBy,
  label,
  lengthOf,
  listOf,
  person,
  sameWords,
  sentence,
  words,
} from "../model/words/words.ts";
export { ifThisIsIt } from "../remedies/demands.ts";
export { whyNobody } from "../remedies/deputies.ts";
export { placesOfDualRole, saysDualRole } from "../remedies/dual-roles.ts";
export { guardedName, placesOfGuard, saysGuard } from "../remedies/security-answer.ts";
