/**
 * What can be done about it: changes to the file by place, and the remedies that several rules offer.
 */

export { drawDottedLine } from "../model/org/links.ts";
export { add, firstStep, fix, insert, remove, rename, set, setQuoted } from "../model/words/change.ts";
export { does } from "../model/words/remedy-id.ts";
export { makeAccountable } from "../remedies/accountable.ts";
export { candidates, standIn } from "../remedies/candidates.ts";
export { otherChairs } from "../remedies/chairs.ts";
export { fillDemand } from "../remedies/demands.ts";
export { addDeputy, fillForNow, nameDeputy } from "../remedies/deputies.ts";
export { separatePost } from "../remedies/dual-roles.ts";
export { letOversee } from "../remedies/oversight.ts";
export { makeResponsible, ownersOf } from "../remedies/owners.ts";
export { findSomebody, handOver } from "../remedies/reassign.ts";
export {
  firstStepVacant,
  freeId,
  newPost,
  outsideVcio,
  takeFromOutside,
} from "../remedies/remedies.ts";
export { reportOutsideIt, reportTo } from "../remedies/report-to.ts";
export { reviewers } from "../remedies/reviewers.ts";
export { answerOutsideIt } from "../remedies/security-answer.ts";
