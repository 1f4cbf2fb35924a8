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
  inSentence,
  listOf,
  postName,
  providerName,
  refName,
  sentence,
  teamName,
  theCommittee,
  thePost,
  withArticle,
} from "../model/org/names.ts";
export { placeToString } from "../model/words/place.ts";
export { whyNobody } from "../remedies/deputies.ts";
export { placesOfDualRole, saysDualRole } from "../remedies/dual-roles.ts";
